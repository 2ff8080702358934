/**
 * Learns how a worker's move is weighed for each matter that may be raised, from recordings with marks, and writes
 * `server/src/talk/leaning-votes.ts` and `server/src/patterns/judges.ts`. The same recordings give the same bytes. The
 * held-back half is not read.
 *
 *   npm run train:judging             trains and writes
 *   npm run train:judging -- --check  reports on hands left out in turn, and writes nothing
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FURTHER, furtherOf, type Judge, type Judges, type Steps } from '../server/src/patterns/judging.ts';
import { biasOf } from '../server/src/talk/features.ts';
import { MATTERS, type Matter } from '../server/src/talk/leanings.ts';
import { pack } from '../server/src/talk/votes.ts';
import { weights } from '../server/src/talk/weights.ts';
import { fitted, oddsOf, type Row } from './fitting.ts';
import { heardWith } from './heard-with.ts';
import { type MarkedMove, movesInRecordings, movesInScenes, movesShown } from './moves.ts';
import { stepped, steppedOdds } from './stepping.ts';
import {
  inSteps,
  type Learnt,
  type Lesson,
  learn,
  type Manner,
  merged,
  votesOf,
  votingOf,
} from './voting.ts';

const JUDGES = path.resolve('server/src/patterns/judges.ts');
const LEANINGS = path.resolve('server/src/talk/leaning-votes.ts');

/** What one has taught is tried on others: so many rounds, a share of the hands left out in each. */
const ROUNDS = 8;

/** What a member said before her is told from what she says by one bit above the hash. */
const THEIRS = 2 ** 24;
const MANNER: Manner = {
  outputs: MATTERS.length,
  epochs: 14,
  shrink: 10,
  leastSeen: 5,
  leastWorth: 0.35,
  biases: [biasOf(true)],
};
/** A move in a scene counts as so many: who marked it had not written it, and saw less of the meeting. */
const WEIGHT_OF_SCENES = 0.5;

function lessonOf({ hers, theirs, raised }: MarkedMove, weight: number): Lesson {
  return {
    features: Uint32Array.from(new Set([...hers, ...theirs.map((hash) => hash + THEIRS)])),
    answers: MATTERS.map((matter) => raised[matter]),
    weight,
  };
}

/** A move as it is weighed, with how far its words lean to each matter by votes that did not learn from its hand. */
interface Weighable {
  readonly move: MarkedMove;
  readonly leanings: readonly number[];
}

const inRecordings = movesInRecordings();
const taught: readonly (readonly [MarkedMove, Lesson])[] = [
  ...inRecordings.map((move) => [move, lessonOf(move, move.weight)] as const),
  ...movesInScenes().map((move) => [move, lessonOf(move, WEIGHT_OF_SCENES)] as const),
];
const hands = [...new Set(taught.map(([{ hand }]) => hand))].sort();
const roundOf = (hand: string): number => hands.indexOf(hand) % ROUNDS;

function learntFrom(lessons: readonly (readonly [MarkedMove, Lesson])[]): Learnt {
  return learn(
    lessons.map(([, lesson]) => lesson),
    MANNER,
  );
}

function weighable(learnt: Learnt, move: MarkedMove): Weighable {
  return { move, leanings: Array.from(votesOf(learnt, lessonOf(move, 1).features)) };
}

const rounds = Array.from({ length: ROUNDS }, (_, round) =>
  learntFrom(taught.filter(([{ hand }]) => roundOf(hand) !== round)),
);
const recorded: readonly Weighable[] = inRecordings.map((move) =>
  weighable(rounds[roundOf(move.hand)]!, move),
);
const shown: readonly Weighable[] = movesShown().map((move) => weighable(rounds[0]!, move));
const all = [...recorded, ...shown];

/** What is known of a move for a matter, in one row, as the product lays it out. */
function knownOf({ move, leanings }: Weighable, matter: Matter): number[] {
  return [...move.signs.values, ...furtherOf(move.own[matter] ?? 0, leanings[MATTERS.indexOf(matter)]!)];
}

const size = knownOf(all[0]!, MATTERS[0]).length;
/** The last two are each matter’s own, and are left where they lie. */
const SHARED = size - FURTHER.length;
/** They vary by about so much. */
const SPREAD_OF_OWN = 2;
const signs = all.map(({ move }) => move.signs.values);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const means = Array.from({ length: size }, (_, i) => (i < SHARED ? mean(signs.map((row) => row[i]!)) : 0));
const spreads = means.map((middle, i) =>
  i < SHARED ? Math.sqrt(mean(signs.map((row) => (row[i]! - middle) ** 2))) || 1 : SPREAD_OF_OWN,
);

interface Told extends Row {
  readonly hand: string;
}

function rowsFor(matter: Matter, of: readonly Weighable[]): Told[] {
  return of.flatMap((one): Told[] => {
    const { hand, weight, raised, own } = one.move;
    if (raised[matter] === undefined || own[matter] === undefined) return [];
    const x = Float64Array.from(knownOf(one, matter), (value, i) => (value - means[i]!) / spreads[i]!);
    return [{ hand, x, y: raised[matter] ? 1 : 0, weight }];
  });
}

/** Two ways to weigh the same signs, a line and steps, are each wrong elsewhere: half of each is better than both. */
function judgeOf(rows: readonly Row[]): (x: Float64Array) => number {
  const [line, steps] = [fitted(rows), stepped(rows)];
  return (x) => (oddsOf(line, x) + steppedOdds(steps, x)) / 2;
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The judge as it is kept: on signs as they are, and its steps sign by sign, evened out to nought over all rows. */
function keptOf(rows: readonly Row[]): Judge {
  const [line, { bias, steps }] = [fitted(rows), stepped(rows)];
  let evened = 0;
  const bySign = [...new Set(steps.map(({ sign }) => sign))]
    .sort((a, b) => a - b)
    .map((sign): Steps => {
      const own = steps.filter((step) => step.sign === sign);
      const cuts = [...new Set(own.map(({ cut }) => cut))].sort((a, b) => a - b);
      const at = (x: number): number =>
        own.reduce((sum, { cut, below, above }) => sum + (x > cut ? above : below), 0) / 2;
      const usual = mean(rows.map(({ x }) => at(x[sign]!)));
      evened += usual;
      const adds = [...cuts, Number.POSITIVE_INFINITY].map((cut) => rounded(at(cut) - usual));
      return { sign, cuts: cuts.map((cut) => rounded(cut * spreads[sign]! + means[sign]!)), adds };
    });
  const weights = Array.from(line.weights, (weight, i) => rounded(weight / spreads[i]! / 2));
  const ordinary = weights.reduce((sum, weight, i) => sum + weight * means[i]!, 0);
  return { bias: rounded((line.bias + bias) / 2 + evened - ordinary), weights, steps: bySign };
}

const percent = (share: number): string => `${Math.round(100 * share)}`.padStart(3);

function report(): void {
  const total = [-1, -0.5, 0, 0.5].map((cut) => ({ cut, hits: 0, said: 0, due: 0 }));
  for (const matter of MATTERS) {
    const rows = rowsFor(matter, recorded);
    const tried = Array.from({ length: ROUNDS }, (_, round) => {
      const left = (row: Told): boolean => roundOf(row.hand) === round;
      const judge = judgeOf([...rows.filter((row) => !left(row)), ...rowsFor(matter, shown)]);
      return rows.filter(left).map(({ x, y }) => ({ odds: judge(x), y }));
    }).flat();
    const due = tried.filter(({ y }) => y === 1).length;
    const told = total.map((sum) => {
      const said = tried.filter(({ odds }) => odds >= sum.cut);
      const hits = said.filter(({ y }) => y === 1).length;
      sum.hits += hits;
      sum.said += said.length;
      sum.due += due;
      return `${sum.cut}: P ${percent(hits / said.length)} R ${percent(hits / due)}`;
    });
    console.log(`${matter.padEnd(32)} ${String(due).padStart(4)}   ${told.join('   ')}`);
  }
  for (const { cut, hits, said, due } of total)
    console.log(`all together, from ${cut}: P ${percent(hits / said)} R ${percent(hits / due)}`);
}

function write(): void {
  const stored = pack(
    inSteps(
      // One feature votes on what she says and on what was said before her, each with its own outputs.
      merged(
        votingOf(learntFrom(taught)).map(({ hash, votes }) => ({
          hash: hash % THEIRS,
          votes: new Map(
            [...votes].map(([output, vote]) => [hash < THEIRS ? output : output + MATTERS.length, vote]),
          ),
        })),
      ),
    ),
  );
  writeFileSync(
    LEANINGS,
    `/** Made by \`npm run train:judging\` from marked recordings and scenes; not to be edited by hand. */\nimport type { StoredVotes } from './votes.ts';\n\nexport const leaningVotes: StoredVotes = ${JSON.stringify(stored)};\n`,
  );
  const judges: Judges = {
    heardWith: heardWith(weights.votes, stored),
    means: means.map(rounded),
    matters: Object.fromEntries(
      MATTERS.map((matter) => [matter, keptOf(rowsFor(matter, all))]),
    ) as Judges['matters'],
  };
  const text = `/** Made by \`npm run train:judging\` from marked recordings; not to be edited by hand. */\nimport type { Judges } from './judging.ts';\n\nexport const judges: Judges = ${JSON.stringify(judges)};\n`;
  writeFileSync(JUDGES, text);
  console.log(
    `${recorded.length} moves and ${taught.length - recorded.length} in scenes; ${stored.features} features, ${Math.round(stored.data.length / 1024)} KB of votes, ${Math.round(text.length / 1024)} KB of weights`,
  );
}

if (process.argv.includes('--check')) report();
else write();
