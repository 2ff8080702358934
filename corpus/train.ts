/**
 * Trains the tagger on the scenes of this folder and writes `server/src/talk/weights.ts`.
 * The same scenes give the same bytes: the order is shuffled by a fixed seed and nothing else is left to chance.
 *
 *   npm run train            trains and writes
 *   npm run train -- --check trains on all authors but some, in turn, and only reports
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { biasOf } from '../server/src/talk/features.ts';
import { ACTS, type ActName, MEMBER_ACTS, WORKER_ACTS } from '../server/src/talk/model.ts';
import { type Model, pack } from '../server/src/talk/tagger.ts';
import { type Example, examplesOf } from './examples.ts';
import { scenesIn } from './scenes.ts';

const EPOCHS = 14;
/** Falls evenly to a tenth over the epochs. */
const RATE = 0.1;
/** Pull of every vote towards nought over an epoch, shared out among the sentences that have its feature. */
const SHRINK = 3;
/** A feature seen in fewer sentences teaches spelling, not talk. */
const MIN_SEEN = 3;
/**
 * A vote counts by its size and by how often it is asked, here its root. Votes that count for less than this are
 * dropped: half of the size for one in a hundred of F1.
 */
const MIN_WORTH = 0.65;
/**
 * Acts nominate and patterns decide, so a threshold weighs a miss and a false alarm alike; but where two in three would
 * be false alarms, an act is rather missed.
 */
const LEAST_PRECISION = 1 / 3;

const folder = path.resolve('corpus');
const target = path.resolve('server/src/talk/weights.ts');

interface Trained {
  readonly ids: Map<number, number>;
  readonly weights: Float32Array;
}

function may(act: ActName, byWorker: boolean): boolean {
  return byWorker ? !MEMBER_ACTS.has(act) : !WORKER_ACTS.has(act);
}

/** Mulberry32: a small generator of even numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Logistic regression, one act against the rest, by AdaGrad over shuffled sentences. */
function train(examples: readonly Example[]): Trained {
  const seen = new Map<number, number>();
  for (const { features } of examples) for (const hash of features) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const ids = new Map<number, number>();
  for (const [hash, count] of seen) if (count >= MIN_SEEN) ids.set(hash, ids.size);
  const k = ACTS.length;
  const weights = new Float32Array(ids.size * k);
  const squares = new Float32Array(ids.size * k).fill(1e-2);
  const pulls = new Float32Array(ids.size);
  for (const [hash, id] of ids) pulls[id] = SHRINK / seen.get(hash)!;
  for (const byWorker of [true, false]) {
    const own = examples.filter((example) => example.byWorker === byWorker);
    ACTS.forEach((act, a) => {
      if (!may(act, byWorker)) return;
      const done = own.filter((example) => example.acts.has(act)).length;
      weights[ids.get(biasOf(byWorker))! * k + a] = Math.log((done + 0.5) / (own.length - done + 0.5));
    });
  }
  const rows = examples.map(({ features }) =>
    Array.from(features, (hash) => ids.get(hash)).filter((id) => id !== undefined),
  );
  const order = examples.map((_, index) => index);
  const chance = random(20260101);
  const votes = new Float32Array(k);
  const errors = new Float32Array(k);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const rate = RATE * (1 - (0.9 * epoch) / EPOCHS);
    for (const index of order) {
      const example = examples[index]!;
      const row = rows[index]!;
      votes.fill(0);
      for (const id of row) for (let a = 0; a < k; a++) votes[a] = votes[a]! + weights[id * k + a]!;
      for (let a = 0; a < k; a++)
        errors[a] = may(ACTS[a]!, example.byWorker)
          ? 1 / (1 + Math.exp(-votes[a]!)) - (example.acts.has(ACTS[a]!) ? 1 : 0)
          : 0;
      for (const id of row) {
        const pull = pulls[id]!;
        for (let a = 0, at = id * k; a < k; a++, at++) {
          const slope = errors[a]! + pull * weights[at]!;
          const square = squares[at]! + slope * slope;
          squares[at] = square;
          weights[at] = weights[at]! - (rate * slope) / Math.sqrt(square);
        }
      }
    }
  }
  for (const [hash, id] of ids) {
    const least = MIN_WORTH / Math.sqrt(seen.get(hash)!);
    for (let at = id * k; at < id * k + k; at++) if (Math.abs(weights[at]!) < least) weights[at] = 0;
  }
  return { ids, weights };
}

function votesOf(model: Trained, example: Example): Float32Array {
  const k = ACTS.length;
  const votes = new Float32Array(k);
  for (const hash of example.features) {
    const id = model.ids.get(hash);
    if (id !== undefined) for (let a = 0; a < k; a++) votes[a] = votes[a]! + model.weights[id * k + a]!;
  }
  return votes;
}

interface Scored {
  readonly act: ActName;
  readonly threshold: number;
  readonly slope: number;
  readonly shift: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly positives: number;
}

/** For each act the threshold that serves best on sentences the model was not trained on. */
function score(held: readonly { readonly example: Example; readonly votes: Float32Array }[]): Scored[] {
  return ACTS.map((act, a) => {
    const pool = held
      .filter(({ example }) => may(act, example.byWorker))
      .map(({ example, votes }) => ({ vote: votes[a]!, yes: example.acts.has(act) }));
    pool.sort((x, y) => y.vote - x.vote);
    const positives = pool.filter(({ yes }) => yes).length;
    let hits = 0;
    let best = { threshold: 1, precision: 0, recall: 0, f1: 0, value: -1 };
    pool.forEach(({ vote, yes }, index) => {
      if (yes) hits++;
      if (pool[index + 1]?.vote === vote) return;
      const precision = hits / (index + 1);
      const recall = positives === 0 ? 0 : hits / positives;
      // Below the least precision the surest cut is the best that can be had.
      const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      const value = precision >= LEAST_PRECISION && hits >= 3 ? 1 + f1 : precision * Math.sqrt(f1);
      if (value > best.value)
        best = {
          threshold: (vote + (pool[index + 1]?.vote ?? vote - 1)) / 2,
          precision,
          recall,
          f1,
          value,
        };
    });
    return {
      act,
      ...calibrated(pool),
      threshold: Math.max(best.threshold, -2),
      precision: best.precision,
      recall: best.recall,
      f1: best.f1,
      positives,
    };
  });
}

/**
 * Slope and shift by which votes become chances (Platt 1999), by Newton's method, with his softened targets. A model is
 * surer of what it was trained on than of a new voice, so they are fitted on votes of models that had not heard it.
 */
function calibrated(pool: readonly { readonly vote: number; readonly yes: boolean }[]): {
  readonly slope: number;
  readonly shift: number;
} {
  const hits = pool.filter(({ yes }) => yes).length;
  const high = (hits + 1) / (hits + 2);
  const low = 1 / (pool.length - hits + 2);
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 30; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-3, 0, 1e-3];
    for (const { vote, yes } of pool) {
      const chance = 1 / (1 + Math.exp(-(slope * vote + shift)));
      const error = chance - (yes ? high : low);
      const bend = chance * (1 - chance);
      g0 += error * vote;
      g1 += error;
      h00 += bend * vote * vote;
      h01 += bend * vote;
      h11 += bend;
    }
    const area = h00 * h11 - h01 * h01;
    const step = [(h11 * g0 - h01 * g1) / area, (h00 * g1 - h01 * g0) / area] as const;
    slope -= Math.max(-1, Math.min(1, step[0]));
    shift -= Math.max(-1, Math.min(1, step[1]));
    if (Math.abs(step[0]) + Math.abs(step[1]) < 1e-6) break;
  }
  return { slope, shift };
}

/** So many models are trained to try the one that is kept: each leaves out a share of the authors. */
const ROUNDS = 8;

/** Leaves authors out in turn, so that no voice is judged by a model that has heard it. */
function acrossAuthors(examples: readonly Example[]): Scored[] {
  const authors = [...new Set(examples.map((example) => example.author))];
  const round = (author: string): number => authors.indexOf(author) % ROUNDS;
  return score(
    Array.from({ length: Math.min(ROUNDS, authors.length) }, (_, left) => {
      const model = train(examples.filter(({ author }) => round(author) !== left));
      return examples
        .filter(({ author }) => round(author) === left)
        .map((example) => ({ example, votes: votesOf(model, example) }));
    }).flat(),
  );
}

function modelOf(trained: Trained, scored: readonly Scored[]): Model {
  const k = ACTS.length;
  const largest = trained.weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const step = largest / 127;
  const entries = [...trained.ids]
    .map(([hash, id]) => ({
      hash,
      votes: ACTS.map((_, a) => Math.round(trained.weights[id * k + a]! / step))
        .map((vote, a) => ({ a, vote }))
        .filter(({ vote }) => vote !== 0),
    }))
    .filter(({ votes }) => votes.length > 0)
    .sort((x, y) => x.hash - y.hash);
  const runs = new Uint32Array(entries.length + 1);
  entries.forEach(({ votes }, i) => {
    runs[i + 1] = runs[i]! + votes.length;
  });
  return {
    acts: ACTS,
    thresholds: Float32Array.from(scored, ({ threshold }) => threshold),
    slopes: Float32Array.from(scored, ({ slope }) => slope),
    shifts: Float32Array.from(scored, ({ shift }) => shift),
    hashes: Uint32Array.from(entries, ({ hash }) => hash),
    runs,
    votes: Int8Array.from(entries.flatMap(({ votes }) => votes.flatMap(({ a, vote }) => [a, vote]))),
    step,
  };
}

const examples = examplesOf(scenesIn(folder));
const scored = acrossAuthors(examples);
const rows = [...scored].sort((a, b) => b.positives - a.positives);
console.log(
  `${examples.length} sentences, ${new Set(examples.map((example) => example.author)).size} authors; each judged by a model of the others\n`,
);
for (const { act, positives, precision, recall, f1 } of rows) {
  console.log(
    `${act.padEnd(18)} ${String(positives).padStart(5)}   P ${precision.toFixed(2)}  R ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}`,
  );
}
const often = scored.filter(({ positives }) => positives >= 25);
const mean = often.reduce((sum, { f1 }) => sum + f1, 0) / often.length;
console.log(`\nmean F1 over the ${often.length} acts with 25 sentences or more: ${mean.toFixed(3)}`);
if (!process.argv.includes('--check')) {
  const stored = pack(modelOf(train(examples), scored));
  const text = `/** Made by \`npm run train\` from the scenes in \`corpus/\`; not to be edited by hand. */\nimport type { StoredModel } from './tagger.ts';\n\nexport const weights: StoredModel = ${JSON.stringify(stored)};\n`;
  writeFileSync(target, text);
  console.log(`\n${stored.features} features, ${Math.round(text.length / 1024)} KB`);
}
