/**
 * Learns how signs of a worker's move weigh for each judged pattern, from recordings with marks, and writes
 * `server/src/patterns/judges.ts`. The same recordings give the same weights. The held-back half is not read.
 *
 *   npm run train:judging             trains and writes
 *   npm run train:judging -- --check  reports on hands left out in turn, and writes nothing
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Group } from '../server/src/group/model.ts';
import { sceneOf } from '../server/src/group/scene.ts';
import { type Signs, signsOf } from '../server/src/group/signs.ts';
import { analyse } from '../server/src/patterns/analyse.ts';
import { JUDGED, type Judge, type JudgedId, owned } from '../server/src/patterns/judging.ts';
import { apartBefore, pattern as boat, NOT_ALIKE } from '../server/src/patterns/missed-same-boat.ts';
import type { Pattern } from '../server/src/patterns/model.ts';
import { brokenAt, pattern as silence } from '../server/src/patterns/silence-filled.ts';
import { pattern as decides, settledIn } from '../server/src/patterns/worker-decides.ts';
import { type Mark, marksIn } from '../test/recordings/marks.ts';
import { fitted, oddsOf, type Row } from './fitting.ts';

const WHOLE = path.resolve('test/recordings/judgement/development');
const FIXTURES = path.resolve('test/recordings/patterns');
const PLAIN = path.resolve('test/recordings/plain/plain.recordings.md');
const EXAMPLES = path.resolve('examples');
const TARGET = path.resolve('server/src/patterns/judges.ts');

/** Recordings by one hand lie in eights; a hand is never judged by what it has taught. */
const BY_ONE_HAND = 8;
const ROUNDS = 8;

/** What is by no hand in particular: fixtures, and plain forms in a few turns. */
const TAUGHT = 'taught';
/** A fixture shows what a pattern is about: each of its turns counts as so many. */
const WEIGHT_OF_FIXTURES = 8;

/** A worker's move with its signs, and for each pattern whether it is raised there; undefined where either will do. */
interface Example {
  readonly hand: string;
  readonly values: readonly number[];
  readonly raised: Readonly<Partial<Record<JudgedId, boolean>>>;
  readonly own: Readonly<Partial<Record<JudgedId, number>>>;
}

function byDefault(pattern: Pattern, name: string): number {
  return pattern.thresholds![name]!.default;
}

/** What patterns have found by themselves, with their thresholds as they are by default. */
const OWN: Readonly<Partial<Record<JudgedId, (group: Group, at: number) => number | undefined>>> = {
  'worker-decides': (group, at) => settledIn(group, at, byDefault(decides, 'askedWithin'))?.own.sum,
  'silence-filled': (group, at) => brokenAt(group, at, byDefault(silence, 'longest'))?.own.sum,
  'missed-same-boat': (group, at) =>
    apartBefore(group, at, byDefault(boat, 'apart'), byDefault(boat, 'linkWithin'))?.own.sum ?? NOT_ALIKE,
};

/**
 * What an instructor raises in the examples that people see first, by turn, and what she may; of the two that show skilled
 * work, nothing. They carry no marks of their own.
 */
const IN_EXAMPLES: Readonly<Record<string, readonly Mark[]>> = {
  'finding-the-circle': [],
  'one-of-many-helpers': [],
  'first-steps': [
    ...[10, 26].map((turn): Mark => ({ kind: 'finds', id: 'worker-advice', turn })),
    ...[17, 22, 34].map((turn): Mark => ({ kind: 'may', id: 'worker-advice', turn })),
    ...[20, 31].map((turn): Mark => ({ kind: 'may', id: 'missed-taboo-opening', turn })),
    { kind: 'finds', id: 'missed-same-boat', turn: 20 },
    { kind: 'may', id: 'missed-same-boat', turn: 15 },
    { kind: 'finds', id: 'premature-reassurance', turn: 32 },
    { kind: 'finds', id: 'silence-filled', turn: 34 },
    { kind: 'finds', id: 'permission-granted-for-group', turn: 41 },
    { kind: 'finds', id: 'missed-taboo-opening', turn: 43 },
    { kind: 'may', id: 'missed-taboo-opening', turn: 45 },
    { kind: 'finds', id: 'worker-decides', turn: 47 },
  ],
};

let names: readonly string[] = [];

/** @param about the pattern that a fixture is about: of others nothing is marked in it */
function examplesIn(text: string, hand: string, about?: JudgedId, told?: readonly Mark[]): Example[] {
  const { group, recording } = analyse(text, { profile: 'core', patterns: {} });
  const marks = told ?? marksIn(text, recording);
  return group.moves.flatMap((move): Example[] => {
    const scene = move.byWorker ? sceneOf(group, move.index) : undefined;
    if (scene === undefined) return [];
    const signs: Signs = signsOf(group, move, scene);
    names = signs.names;
    const turn = move.index + 1;
    const raised: Partial<Record<JudgedId, boolean>> = {};
    const sums: Partial<Record<JudgedId, number>> = {};
    for (const id of JUDGED) {
      if (about !== undefined && about !== id) continue;
      // A pattern that finds nothing by itself is not asked further.
      const found = OWN[id] ? OWN[id](group, move.index) : 0;
      if (found === undefined) continue;
      sums[id] = owned(found);
      const own = marks.filter((mark) => mark.id === id);
      if (own.some((mark) => mark.kind === 'finds' && mark.turn === turn)) raised[id] = true;
      else if (!own.some((mark) => mark.kind === 'may' && Math.abs(mark.turn - turn) <= 1))
        raised[id] = false;
    }
    return [{ hand, values: signs.values, raised, own: sums }];
  });
}

function examples(): Example[] {
  const whole = readdirSync(WHOLE)
    .filter((file) => file.endsWith('.recording.md'))
    .sort()
    .flatMap((file) =>
      examplesIn(
        readFileSync(path.join(WHOLE, file), 'utf8'),
        `${Math.floor((Number.parseInt(file, 10) - 1) / BY_ONE_HAND)}`,
      ),
    );
  const fixtures = JUDGED.flatMap((id) =>
    readdirSync(FIXTURES)
      .filter((file) => file.startsWith(`${id}.`))
      .sort()
      .flatMap((file) => examplesIn(readFileSync(path.join(FIXTURES, file), 'utf8'), TAUGHT, id)),
  );
  const plain = readFileSync(PLAIN, 'utf8')
    .split(/^=====$/m)
    .flatMap((text) => examplesIn(text, TAUGHT));
  const shown = Object.entries(IN_EXAMPLES).flatMap(([name, marks]) =>
    examplesIn(readFileSync(path.join(EXAMPLES, `${name}.recording.md`), 'utf8'), TAUGHT, undefined, marks),
  );
  return [
    ...whole,
    ...Array.from({ length: WEIGHT_OF_FIXTURES }, () => [...fixtures, ...plain, ...shown]).flat(),
  ];
}

/** Its own reasons vary by about so much. */
const OWN_SPREAD = 2;

const all = examples();
const count = names.length;
const means = Array.from(
  { length: count },
  (_, i) => all.reduce((sum, { values }) => sum + values[i]!, 0) / all.length,
);
const spreads = means.map(
  (mean, i) =>
    Math.sqrt(all.reduce((sum, { values }) => sum + (values[i]! - mean) ** 2, 0) / all.length) || 1,
);

function rowsFor(id: JudgedId): (Row & { readonly hand: string })[] {
  return all.flatMap(({ hand, values, raised, own }) =>
    raised[id] === undefined
      ? []
      : [
          {
            hand,
            x: Float64Array.from([
              ...values.map((value, i) => (value - means[i]!) / spreads[i]!),
              own[id]! / OWN_SPREAD,
            ]),
            y: raised[id] ? 1 : 0,
          },
        ],
  );
}

/** Chances on hands left out in turn. */
function unheard(
  rows: readonly (Row & { readonly hand: string })[],
): { readonly odds: number; readonly y: number }[] {
  const hands = [...new Set(rows.map(({ hand }) => hand))].filter((hand) => hand !== TAUGHT);
  return Array.from({ length: ROUNDS }, (_, round) => {
    const left = new Set(hands.filter((_, i) => i % ROUNDS === round));
    const weights = fitted(rows.filter(({ hand }) => !left.has(hand)));
    return rows.filter(({ hand }) => left.has(hand)).map(({ x, y }) => ({ odds: oddsOf(weights, x), y }));
  }).flat();
}

const percent = (share: number): string => `${Math.round(100 * share)}`.padStart(3);

if (process.argv.includes('--check')) {
  const total = [-1, -0.5, 0, 0.5].map((cut) => ({ cut, hits: 0, said: 0, due: 0 }));
  for (const id of JUDGED) {
    const tried = unheard(rowsFor(id));
    const due = tried.filter(({ y }) => y === 1).length;
    const told = total.map((sum) => {
      const said = tried.filter(({ odds }) => odds >= sum.cut);
      const hits = said.filter(({ y }) => y === 1).length;
      sum.hits += hits;
      sum.said += said.length;
      sum.due += due;
      return `${sum.cut}: P ${percent(hits / said.length)} R ${percent(hits / due)}`;
    });
    console.log(`${id.padEnd(32)} ${String(due).padStart(4)}   ${told.join('   ')}`);
  }
  for (const { cut, hits, said, due } of total)
    console.log(`all together, from ${cut}: P ${percent(hits / said)} R ${percent(hits / due)}`);
} else {
  const patterns = Object.fromEntries(
    JUDGED.map((id): [string, Judge] => {
      const { bias, weights } = fitted(rowsFor(id));
      return [
        id,
        {
          bias: rounded(bias),
          own: rounded(weights[count]! / OWN_SPREAD),
          weights: Array.from(weights.slice(0, count), (weight, i) => rounded(weight / spreads[i]!)),
        },
      ];
    }),
  );
  const text = `/** Made by \`npm run train:judging\` from labelled recordings; not to be edited by hand. */\nimport type { Judges } from './judging.ts';\n\nexport const judges: Judges = ${JSON.stringify({ means: means.map(rounded), patterns })};\n`;
  writeFileSync(TARGET, text);
  console.log(`${all.length} moves, ${count} signs, ${Math.round(text.length / 1024)} KB`);
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
