/** Learns votes of features for outputs: logistic regression, one output against the rest, by AdaGrad (Duchi 2011). */
import type { Votes } from '../server/src/talk/votes.ts';

/** One case to learn from. */
export interface Lesson {
  /** Hashes of what is seen of it. */
  readonly features: Uint32Array;
  /** For each output whether it is so; undefined where it is not asked. */
  readonly answers: readonly (boolean | undefined)[];
  /** It counts as so many. */
  readonly weight: number;
}

/** How votes are learnt. */
export interface Manner {
  readonly outputs: number;
  readonly epochs: number;
  /** Pull of every vote towards nought over an epoch, shared out among the cases that have its feature. */
  readonly shrink: number;
  /** A feature seen in fewer cases teaches spelling, not talk. */
  readonly leastSeen: number;
  /**
   * A vote counts by its size and by how often it is asked, here its root. Votes that count for less than this are
   * dropped, and the others settle.
   */
  readonly leastWorth: number;
  /** Features that every case of a kind has: they start at how often each output is so at all. */
  readonly biases: readonly number[];
}

/** Votes as they were learnt: row `ids.get(feature)`, one column an output. */
export interface Learnt {
  readonly ids: ReadonlyMap<number, number>;
  readonly weights: Float32Array;
  readonly outputs: number;
}

/** Falls evenly to a tenth over the epochs. */
const RATE = 0.1;

/** Epochs after votes were dropped, in which those that stay take over what these had told: what is small is as good then. */
const SETTLING = 4;

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

/** Learns from lessons in an order shuffled by a fixed seed: the same lessons give the same votes. */
export function learn(lessons: readonly Lesson[], manner: Manner): Learnt {
  const { outputs: k, epochs, shrink } = manner;
  const seen = new Map<number, number>();
  for (const { features } of lessons) for (const hash of features) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const ids = new Map<number, number>();
  for (const [hash, count] of seen) if (count >= manner.leastSeen) ids.set(hash, ids.size);
  const weights = new Float32Array(ids.size * k);
  const squares = new Float32Array(ids.size * k).fill(1e-2);
  const pulls = new Float32Array(ids.size);
  for (const [hash, id] of ids) pulls[id] = shrink / seen.get(hash)!;
  for (const bias of manner.biases) {
    const id = ids.get(bias);
    if (id === undefined) continue;
    const own = lessons.filter(({ features }) => features.includes(bias));
    for (let a = 0; a < k; a++) {
      const asked = own.filter(({ answers }) => answers[a] !== undefined);
      if (asked.length === 0) continue;
      const yes = asked.filter(({ answers }) => answers[a]).length;
      weights[id * k + a] = Math.log((yes + 0.5) / (asked.length - yes + 0.5));
    }
  }
  const rows = lessons.map(({ features }) =>
    Array.from(features, (hash) => ids.get(hash)).filter((id) => id !== undefined),
  );
  const order = lessons.map((_, index) => index);
  const chance = random(20260101);
  const votes = new Float32Array(k);
  const errors = new Float32Array(k);
  let dropped: Uint8Array | undefined;
  const pass = (epoch: number): void => {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const rate = RATE * (1 - (0.9 * Math.min(epoch, epochs - 1)) / epochs);
    for (const index of order) {
      const { answers, weight } = lessons[index]!;
      const row = rows[index]!;
      votes.fill(0);
      for (const id of row) for (let a = 0; a < k; a++) votes[a] = votes[a]! + weights[id * k + a]!;
      for (let a = 0; a < k; a++) {
        const answer = answers[a];
        errors[a] = answer === undefined ? 0 : weight * (1 / (1 + Math.exp(-votes[a]!)) - (answer ? 1 : 0));
      }
      for (const id of row) {
        const pull = pulls[id]!;
        for (let a = 0, at = id * k; a < k; a++, at++) {
          if (dropped?.[at] === 1) continue;
          const slope = errors[a]! + pull * weights[at]!;
          const square = squares[at]! + slope * slope;
          squares[at] = square;
          weights[at] = weights[at]! - (rate * slope) / Math.sqrt(square);
        }
      }
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) pass(epoch);
  dropped = new Uint8Array(weights.length);
  for (const [hash, id] of ids) {
    const least = manner.leastWorth / Math.sqrt(seen.get(hash)!);
    for (let at = id * k; at < id * k + k; at++) {
      if (Math.abs(weights[at]!) >= least) continue;
      weights[at] = 0;
      dropped[at] = 1;
    }
  }
  for (let epoch = epochs; epoch < epochs + SETTLING; epoch++) pass(epoch);
  return { ids, weights, outputs: k };
}

/** The sum of the votes of some features for each output. */
export function votesOf({ ids, weights, outputs }: Learnt, features: Uint32Array): Float32Array {
  const votes = new Float32Array(outputs);
  for (const hash of features) {
    const id = ids.get(hash);
    if (id !== undefined) for (let a = 0; a < outputs; a++) votes[a] = votes[a]! + weights[id * outputs + a]!;
  }
  return votes;
}

/** A feature with its votes by output. */
export interface Voting {
  readonly hash: number;
  readonly votes: ReadonlyMap<number, number>;
}

/** The features that vote at all. */
export function votingOf({ ids, weights, outputs }: Learnt): Voting[] {
  return [...ids].map(([hash, id]) => ({
    hash,
    votes: new Map(
      Array.from({ length: outputs }, (_, a) => [a, weights[id * outputs + a]!] as const).filter(
        ([, vote]) => vote !== 0,
      ),
    ),
  }));
}

/** Votes of the same feature, learnt apart for different outputs, put together. */
export function merged(voting: readonly Voting[]): Voting[] {
  const all = new Map<number, Map<number, number>>();
  for (const { hash, votes } of voting) {
    const own = all.get(hash) ?? new Map<number, number>();
    for (const [output, vote] of votes) own.set(output, vote);
    all.set(hash, own);
  }
  return [...all].map(([hash, votes]) => ({ hash, votes }));
}

/** Votes in whole steps, of which the largest has 127. */
export function inSteps(voting: readonly Voting[]): Votes {
  const largest = voting.reduce(
    (max, { votes }) => Math.max(max, ...[...votes.values()].map((vote) => Math.abs(vote))),
    0,
  );
  const step = largest / 127;
  const entries = voting
    .map(({ hash, votes }) => ({
      hash,
      votes: [...votes]
        .map(([a, vote]) => ({ a, vote: Math.round(vote / step) }))
        .filter(({ vote }) => vote !== 0),
    }))
    .filter(({ votes }) => votes.length > 0)
    .sort((x, y) => x.hash - y.hash);
  const runs = new Uint32Array(entries.length + 1);
  entries.forEach(({ votes }, i) => {
    runs[i + 1] = runs[i]! + votes.length;
  });
  return {
    hashes: Uint32Array.from(entries, ({ hash }) => hash),
    runs,
    votes: Int8Array.from(entries.flatMap(({ votes }) => votes.flatMap(({ a, vote }) => [a, vote]))),
    step,
  };
}
