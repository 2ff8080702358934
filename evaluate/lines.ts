/**
 * Prints the lines that findings offer, each with the talk before it, to be read by eye:
 * `node scripts/run.mjs evaluate/lines.ts [--sample N] [--seed N] [--pattern ID] [--first] [FOLDER|FILE…]`.
 *
 * Without a folder it reads the examples, the fixtures and the half of the labelled recordings that may be read. The
 * held-back half stays unread, so that it goes on telling what nobody has looked at.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Group, Move } from '../server/src/group/model.ts';
import { analyse } from '../server/src/patterns/analyse.ts';
import { alternativesFor } from '../server/src/patterns/ranking.ts';
import { patterns } from '../server/src/patterns/registry.ts';

const READABLE = ['examples', 'test/recordings/patterns', 'test/recordings/judgement/development'];

/** A finding with its lines, as somebody who reads them needs it. */
interface Offer {
  readonly file: string;
  readonly turn: number;
  readonly id: string;
  readonly message: string;
  readonly context: string;
  readonly lines: readonly string[];
}

function recordingsIn(places: readonly string[]): string[] {
  return places.flatMap((place) =>
    statSync(place).isDirectory()
      ? readdirSync(place)
          .filter((file) => file.endsWith('.recording.md'))
          .sort()
          .map((file) => path.join(place, file))
      : [place],
  );
}

function shown(move: Move, at: number): string {
  const mark = move.index === at ? '»' : ' ';
  return `   ${mark} ${move.index + 1} ${move.byWorker ? `(${move.name})` : move.name}: ${move.turn.words.replace(/\s+/g, ' ').slice(0, 260)}`;
}

function contextOf(group: Group, at: number, to: number): string {
  if (at < 0) return '     (session)';
  const end = Math.min(group.moves.length - 1, Math.max(to, at + 1), at + 5);
  return group.moves
    .slice(Math.max(0, at - 4), end + 1)
    .map((move) => shown(move, at))
    .join('\n');
}

function offersIn(file: string): Offer[] {
  const { findings, group } = analyse(readFileSync(file, 'utf8'), { profile: 'all', patterns: {} });
  return findings.map((finding) => ({
    file: path.basename(file, '.recording.md'),
    turn: finding.at + 1,
    id: finding.pattern.id,
    message: finding.message,
    context: contextOf(group, finding.at, finding.to),
    lines: alternativesFor(finding.pattern, group, finding).map(({ skill, line }) => `${line}   {${skill}}`),
  }));
}

/** The same numbers for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

const args = process.argv.slice(2);
const option = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
const places = args.filter(
  (arg, i) => !arg.startsWith('--') && !/^--(?:sample|seed|pattern)$/.test(args[i - 1] ?? ''),
);
const only = option('--pattern');
const offers = recordingsIn(places.length > 0 ? places : READABLE)
  .flatMap(offersIn)
  .filter(({ id }) => only === undefined || id === only);
const sample = Number(option('--sample') ?? 0);

if (sample > 0) {
  const next = numbersFrom(Number(option('--seed') ?? 1));
  const single = offers.flatMap((offer) =>
    (args.includes('--first') ? offer.lines.slice(0, 1) : offer.lines).map((line) => ({ offer, line })),
  );
  for (const [i, { offer, line }] of shuffled(single, next).slice(0, sample).entries())
    console.log(`#${i + 1} ${offer.id} ${offer.file}:${offer.turn}\n${offer.context}\n   → ${line}\n`);
} else {
  for (const { file, turn, id, message, context, lines } of offers)
    console.log(
      `${id} ${file}:${turn}\n${context}\n   ! ${message}\n${lines.map((line) => `   → ${line}`).join('\n')}\n`,
    );
}
console.log(
  `${offers.flatMap(({ lines }) => lines).length} lines of ${offers.length} findings; ${patterns.length} patterns.`,
);
