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
  readonly hashes: Uint32Array;
  /** Where each feature's run begins in `votes`; one longer than `hashes`. */
  readonly runs: Uint32Array;
  /** Pairs of bytes: the act's index, and its weight as a signed step. */
  readonly votes: Int8Array;
  /** What one step of a weight is worth. */
  readonly step: number;
}

/** A model with a table of its features: open addressing, at most half full, so that a feature costs one look. */
interface Loaded {
  readonly model: Model;
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
    loaded = { model, slots, counted: new Uint32Array(model.hashes.length), hearing: 0 };
  }
  return loaded;
}

/** Votes for every act of the model, before any threshold. Index as in `Model.acts`. */
export function evidence(features: readonly number[]): {
  readonly model: Model;
  readonly votes: Float32Array;
} {
  const known = load();
  const { model, slots, counted } = known;
  const { hashes, runs, votes } = model;
  known.hearing = (known.hearing + 1) >>> 0 || 1;
  const steps = new Float32Array(model.acts.length);
  for (const feature of features) {
    let slot = feature & (slots.length - 1);
    while (slots[slot] !== 0 && hashes[slots[slot]! - 1] !== feature) slot = (slot + 1) & (slots.length - 1);
    const row = slots[slot]! - 1;
    if (row < 0 || counted[row] === known.hearing) continue;
    counted[row] = known.hearing;
    const end = runs[row + 1]! * 2;
    for (let at = runs[row]! * 2; at < end; at += 2) {
      const act = votes[at]!;
      steps[act] = steps[act]! + votes[at + 1]!;
    }
  }
  for (let act = 0; act < steps.length; act++) steps[act] = steps[act]! * model.step;
  return { model, votes: steps };
}

/** Below this chance an act is not worth keeping in mind. */
const FAINT = 0.05;

/**
 * Acts for which there is evidence. `confidence` is 0.5 at an act's threshold, at and above which it is taken as done;
 * `chance` is the model's own estimate, the same scale for every act.
 */
export function tagsOf(features: readonly number[]): { act: ActName; confidence: number; chance: number }[] {
  const { model, votes } = evidence(features);
  const tags: { act: ActName; confidence: number; chance: number }[] = [];
  for (let i = 0; i < votes.length; i++) {
    const vote = votes[i]!;
    const over = vote - model.thresholds[i]!;
    const chance = 1 / (1 + Math.exp(-vote));
    if (over >= 0 || chance >= FAINT)
      tags.push({ act: model.acts[i]!, confidence: 1 / (1 + Math.exp(-over)), chance });
  }
  return tags;
}

/**
 * The stored form: a head in JSON, then base64 of one record a feature: how far its hash lies above the one before (seven
 * bits a byte, the lowest first, the top bit says that more follow), a bit for every act it votes on, and a few bits a
 * vote: which of the sizes it has, and its sign. A sentence adds up dozens of votes, so that what rounding takes from one
 * it gives to another.
 */
export interface StoredModel {
  readonly acts: readonly string[];
  readonly thresholds: readonly number[];
  readonly step: number;
  /** The sizes of votes, in steps; a power of two of them. */
  readonly sizes: readonly number[];
  readonly features: number;
  readonly data: string;
}

/** Sizes that a stored vote may have. */
const SIZES = 32;

function unpack(stored: StoredModel): Model {
  const bytes = Uint8Array.from(atob(stored.data), (char) => char.charCodeAt(0));
  const { features, sizes, acts } = stored;
  const width = Math.log2(sizes.length) + 1;
  const hashes = new Uint32Array(features);
  const runs = new Uint32Array(features + 1);
  const votes: number[] = [];
  let at = 0;
  let hash = 0;
  for (let row = 0; row < features; row++) {
    for (let scale = 1, more = true; more; scale *= 128) {
      const byte = bytes[at++]!;
      hash += (byte & 127) * scale;
      more = byte > 127;
    }
    hashes[row] = hash;
    const bitmap = at;
    at += Math.ceil(acts.length / 8);
    let bits = 0;
    let held = 0;
    for (let act = 0; act < acts.length; act++) {
      if (((bytes[bitmap + (act >> 3)]! >> (act & 7)) & 1) === 0) continue;
      if (held < width) {
        bits |= bytes[at++]! << held;
        held += 8;
      }
      const size = sizes[bits & (sizes.length - 1)]!;
      votes.push(act, bits & sizes.length ? -size : size);
      bits >>= width;
      held -= width;
    }
    runs[row + 1] = votes.length / 2;
  }
  return {
    acts: acts as readonly ActName[],
    thresholds: Float32Array.from(stored.thresholds),
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
  const width = Math.log2(SIZES) + 1;
  const bytes: number[] = [];
  model.hashes.forEach((hash, row) => {
    let gap = hash - (row === 0 ? 0 : model.hashes[row - 1]!);
    for (; gap > 127; gap = Math.floor(gap / 128)) bytes.push((gap % 128) + 128);
    bytes.push(gap);
    const bitmap = new Uint8Array(Math.ceil(model.acts.length / 8));
    const packed: number[] = [];
    let bits = 0;
    let held = 0;
    for (let at = model.runs[row]! * 2; at < model.runs[row + 1]! * 2; at += 2) {
      const act = model.votes[at]!;
      const vote = model.votes[at + 1]!;
      bitmap[act >> 3] = bitmap[act >> 3]! | (1 << (act & 7));
      bits |= (nearest(Math.abs(vote)) + (vote < 0 ? SIZES : 0)) << held;
      held += width;
      for (; held >= 8; held -= 8, bits >>= 8) packed.push(bits & 255);
    }
    if (held > 0) packed.push(bits);
    bytes.push(...bitmap, ...packed);
  });
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.slice(i, i + 4096));
  return {
    acts: model.acts,
    thresholds: Array.from(model.thresholds, (t) => Math.round(t * 1000) / 1000),
    step: model.step,
    sizes,
    features: model.hashes.length,
    data: btoa(text),
  };
}
