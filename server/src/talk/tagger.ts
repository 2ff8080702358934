/**
 * A small linear tagger: one weighted vote an act over the features of a sentence (multinomial evidence, one against
 * the rest). Trained by `npm run train` on the scenes in `corpus/`; no dependency, the same in Node and in a browser.
 */
import type { ActName } from './model.ts';
import { weights } from './weights.ts';

/** Weights as they are used: hashes of features in ascending order, and for each its run of (act, weight) bytes. */
export interface Model {
  readonly acts: readonly ActName[];
  /** Evidence at and above which an act is taken as done. */
  readonly thresholds: Float32Array;
  /** Slope and shift that make evidence a chance (Platt 1999), fitted on voices the model had not heard. */
  readonly slopes: Float32Array;
  readonly shifts: Float32Array;
  readonly hashes: Uint32Array;
  /** Where each feature's run begins in `votes`; one longer than `hashes`. */
  readonly runs: Uint32Array;
  /** Pairs of bytes: the act's index, and its weight as a signed step. */
  readonly votes: Int8Array;
  /** What one step of a weight is worth. */
  readonly step: number;
}

/** Votes on some of the acts alone: those that a kind of speaker can do. */
interface Ballot {
  readonly runs: Uint32Array;
  readonly votes: Int8Array;
}

/** A model with a table of its features: open addressing, at most half full, so that a feature costs one look. */
interface Loaded {
  readonly model: Model;
  /** By the list of acts that are voted on. */
  readonly ballots: Map<readonly number[], Ballot>;
  /** Row number plus one; 0 is an empty slot. */
  readonly slots: Uint16Array;
  /** The hearing in which a row was last counted: a feature that comes twice counts once. */
  readonly counted: Uint32Array;
  hearing: number;
}

let loaded: Loaded | undefined;

function load(): Loaded {
  if (loaded === undefined) {
    const model = unpack(weights);
    const slots = new Uint16Array(2 ** Math.ceil(Math.log2(model.hashes.length * 2 + 1)));
    model.hashes.forEach((hash, row) => {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = row + 1;
    });
    const counted = new Uint32Array(model.hashes.length);
    loaded = { model, ballots: new Map(), slots, counted, hearing: 0 };
  }
  return loaded;
}

function ballotOf({ model: { runs, votes }, ballots }: Loaded, acts: readonly number[]): Ballot {
  const known = ballots.get(acts);
  if (known !== undefined) return known;
  const asked = new Set(acts);
  const kept = new Int8Array(votes.length);
  let end = 0;
  const ends = new Uint32Array(runs.length);
  for (let row = 0; row + 1 < runs.length; row++) {
    for (let at = runs[row]! * 2; at < runs[row + 1]! * 2; at += 2)
      if (asked.has(votes[at]!)) {
        kept[end++] = votes[at]!;
        kept[end++] = votes[at + 1]!;
      }
    ends[row + 1] = end;
  }
  const ballot = { runs: ends, votes: kept.slice(0, end) };
  ballots.set(acts, ballot);
  return ballot;
}

/** Steps for each of `acts`, before any threshold: whole numbers. Index as in `Model.acts`, 0 for acts not asked for. */
function stepsOf(features: readonly number[], acts: readonly number[]): Int32Array {
  const known = load();
  const { slots, counted } = known;
  const { hashes } = known.model;
  const { runs, votes } = ballotOf(known, acts);
  known.hearing = (known.hearing + 1) >>> 0 || 1;
  const steps = new Int32Array(known.model.acts.length);
  for (const feature of features) {
    let slot = feature & (slots.length - 1);
    while (slots[slot] !== 0 && hashes[slots[slot]! - 1] !== feature) slot = (slot + 1) & (slots.length - 1);
    const row = slots[slot]! - 1;
    if (row < 0 || counted[row] === known.hearing) continue;
    counted[row] = known.hearing;
    const end = runs[row + 1]!;
    for (let at = runs[row]!; at < end; at += 2) {
      const act = votes[at]!;
      steps[act] = steps[act]! + votes[at + 1]!;
    }
  }
  return steps;
}

/** What the model makes of one sentence. Acts are numbers in the order of `Model.acts`. */
export interface Hearing {
  /** Whole steps for and against every act, of which chances are made when they are asked for. */
  readonly steps: Int16Array;
  /** 0.5 at the act's threshold, at and above which it is taken as done; 0 below it. */
  readonly confidence: (act: number) => number;
}

/** What two bytes hold; no chance tells more steps apart. */
const MOST_STEPS = 0x7fff;

function inTwoBytes(steps: Int32Array): Int16Array {
  const kept = new Int16Array(steps.length);
  for (let act = 0; act < steps.length; act++)
    kept[act] = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps[act]!));
  return kept;
}

/** Nearer to the threshold than this, only the confidence itself can tell on which side a vote is. */
const NEAR = 0.001;

/**
 * Hears a sentence by its features.
 * @param acts numbers of the acts that its speaker can do; of others nothing is heard
 */
export function hear(features: readonly number[], acts: readonly number[]): Hearing {
  const { model } = load();
  const steps = stepsOf(features, acts);
  return {
    steps: inTwoBytes(steps),
    confidence: (act) => {
      const vote = Math.fround(steps[act]! * model.step);
      const short = model.thresholds[act]! - vote;
      if (short > NEAR) return 0;
      const confidence = Math.fround(1 / (1 + Math.exp(short)));
      return confidence >= 0.5 ? confidence : 0;
    },
  };
}

/** How often, in a hundred sentences with so many steps for an act, the act was meant: 0 to 1; it rises with them. */
export function chanceOf(act: number, steps: number): number {
  const { slopes, shifts, step } = load().model;
  const vote = Math.fround(steps * step);
  return Math.fround(1 / (1 + Math.exp(-(slopes[act]! * vote + shifts[act]!))));
}

/**
 * The stored form: a head in JSON, then base64 of one run of bits. A feature is how far its hash lies above the one
 * before, how many acts it votes on, and for each how far that act lies above the one before, which of the sizes the vote
 * has, and its sign. Distances are Golomb–Rice codes (Golomb 1966): short ones cost few bits. A sentence adds up dozens
 * of votes, so that what rounding takes from one it gives to another.
 */
export interface StoredModel {
  readonly acts: readonly string[];
  readonly thresholds: readonly number[];
  readonly slopes: readonly number[];
  readonly shifts: readonly number[];
  readonly step: number;
  /** The sizes of votes, in steps; a power of two of them. */
  readonly sizes: readonly number[];
  readonly features: number;
  readonly data: string;
}

/** Sizes that a stored vote may have. */
const SIZES = 16;
/** Bits of each part that are written as they are; what lies above them is counted out in ones. */
const LOW = { hash: 9, votes: 3, act: 2 } as const;
const SIZE_BITS = Math.log2(SIZES);

interface Bits {
  /** The next `width` bits as a number, the lowest first. */
  readonly plain: (width: number) => number;
  /** The next Golomb–Rice code with `low` plain bits. */
  readonly rice: (low: number) => number;
}

function bitsOf(bytes: Uint8Array): Bits {
  let at = 0;
  const plain = (width: number): number => {
    let value = 0;
    for (let got = 0; got < width; ) {
      const taken = Math.min(8 - (at & 7), width - got);
      value |= ((bytes[at >> 3]! >> (at & 7)) & ((1 << taken) - 1)) << got;
      got += taken;
      at += taken;
    }
    return value;
  };
  const rice = (low: number): number => {
    let above = 0;
    for (; (bytes[at >> 3]! >> (at & 7)) & 1; at++) above++;
    at++;
    return (above << low) | plain(low);
  };
  return { plain, rice };
}

function unpack(stored: StoredModel): Model {
  const text = atob(stored.data);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  const { plain, rice } = bitsOf(bytes);
  const { features, sizes, acts } = stored;
  const hashes = new Uint32Array(features);
  const runs = new Uint32Array(features + 1);
  const votes: number[] = [];
  let hash = 0;
  for (let row = 0; row < features; row++) {
    hash += rice(LOW.hash);
    hashes[row] = hash;
    let act = -1;
    for (let left = rice(LOW.votes); left > 0; left--) {
      act += rice(LOW.act) + 1;
      const size = sizes[plain(SIZE_BITS)]!;
      votes.push(act, plain(1) === 1 ? -size : size);
    }
    runs[row + 1] = votes.length / 2;
  }
  return {
    acts: acts as readonly ActName[],
    thresholds: Float32Array.from(stored.thresholds),
    slopes: Float32Array.from(stored.slopes),
    shifts: Float32Array.from(stored.shifts),
    hashes,
    runs,
    votes: Int8Array.from(votes),
    step: stored.step,
  };
}

/** Packs a trained model for `weights.ts`. Votes take the nearest size of a few that rise by one ratio. */
export function pack(model: Model): StoredModel {
  const all = model.votes.filter((_, at) => at % 2 === 1).map(Math.abs);
  const [least, most] = all.reduce(
    ([low, high], vote) => [Math.min(low, vote), Math.max(high, vote)],
    [127, 1],
  );
  const sizes = Array.from({ length: SIZES }, (_, i) =>
    Math.round(least! * (most! / least!) ** (i / (SIZES - 1))),
  );
  const nearest = (vote: number): number =>
    sizes.reduce((best, size, i) => (Math.abs(size - vote) < Math.abs(sizes[best]! - vote) ? i : best), 0);
  const bytes: number[] = [];
  let at = 0;
  const plain = (value: number, width: number): void => {
    for (let i = 0; i < width; i++, at++) {
      if ((at & 7) === 0) bytes.push(0);
      bytes[at >> 3] = bytes[at >> 3]! | (((value >> i) & 1) << (at & 7));
    }
  };
  const rice = (value: number, low: number): void => {
    for (let above = value >> low; above > 0; above--) plain(1, 1);
    plain(0, 1);
    plain(value, low);
  };
  model.hashes.forEach((hash, row) => {
    rice(hash - (row === 0 ? 0 : model.hashes[row - 1]!), LOW.hash);
    const [from, to] = [model.runs[row]!, model.runs[row + 1]!];
    rice(to - from, LOW.votes);
    let before = -1;
    for (let i = from; i < to; i++) {
      const [act, vote] = [model.votes[i * 2]!, model.votes[i * 2 + 1]!];
      rice(act - before - 1, LOW.act);
      before = act;
      plain(nearest(Math.abs(vote)), SIZE_BITS);
      plain(vote < 0 ? 1 : 0, 1);
    }
  });
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.slice(i, i + 4096));
  return {
    acts: model.acts,
    thresholds: rounded(model.thresholds),
    slopes: rounded(model.slopes),
    shifts: rounded(model.shifts),
    step: model.step,
    sizes,
    features: model.hashes.length,
    data: btoa(text),
  };
}

function rounded(numbers: Float32Array): number[] {
  return Array.from(numbers, (number) => Math.round(number * 1000) / 1000);
}
