/**
 * A small linear tagger: one weighted vote an act over the features of a sentence (multinomial evidence, one against
 * the rest). Trained by `npm run train` on the scenes in `corpus/`; no dependency, the same in Node and in a browser.
 */
import type { ActName } from './model.ts';
import { weights } from './weights.ts';

/** Weights as they are stored: hashes of features in ascending order, and for each its run of (act, weight) bytes. */
export interface Model {
  readonly acts: readonly ActName[];
  /** Evidence at and above which an act is taken as done. */
  readonly thresholds: Float32Array;
  readonly hashes: Uint32Array;
  /** Where each feature's run begins in `votes`; one longer than `hashes`. */
  readonly runs: Uint32Array;
  /** Pairs of bytes: the act's index, and its weight as a signed step. */
  readonly votes: Uint8Array;
  /** What one step of a weight is worth. */
  readonly step: number;
}

let loaded: { readonly model: Model; readonly rows: Map<number, number> } | undefined;

function load(): { readonly model: Model; readonly rows: Map<number, number> } {
  if (loaded === undefined) {
    const model = unpack(weights);
    loaded = { model, rows: new Map(Array.from(model.hashes, (hash, row) => [hash, row])) };
  }
  return loaded;
}

/** Votes for every act of the model, before any threshold. Index as in `Model.acts`. */
export function evidence(features: Iterable<number>): {
  readonly model: Model;
  readonly votes: Float32Array;
} {
  const { model, rows } = load();
  const steps = new Int32Array(model.acts.length);
  for (const feature of features) {
    const row = rows.get(feature);
    if (row === undefined) continue;
    const end = model.runs[row + 1]! * 2;
    for (let at = model.runs[row]! * 2; at < end; at += 2) {
      const act = model.votes[at]!;
      steps[act] = steps[act]! + ((model.votes[at + 1]! << 24) >> 24);
    }
  }
  return { model, votes: Float32Array.from(steps, (count) => count * model.step) };
}

/** Acts whose evidence reaches its threshold, each with a confidence between 0 and 1 (0.5 at the threshold). */
export function tagsOf(features: Iterable<number>): { act: ActName; confidence: number }[] {
  const { model, votes } = evidence(features);
  const tags: { act: ActName; confidence: number }[] = [];
  for (let i = 0; i < votes.length; i++) {
    const over = votes[i]! - model.thresholds[i]!;
    if (over >= 0) tags.push({ act: model.acts[i]!, confidence: 1 / (1 + Math.exp(-over)) });
  }
  return tags;
}

/** The stored form: a head in JSON, then base64 of the arrays one after the other. */
export interface StoredModel {
  readonly acts: readonly string[];
  readonly thresholds: readonly number[];
  readonly step: number;
  readonly features: number;
  readonly data: string;
}

function unpack(stored: StoredModel): Model {
  const bytes = Uint8Array.from(atob(stored.data), (char) => char.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const { features } = stored;
  const hashes = new Uint32Array(features);
  const runs = new Uint32Array(features + 1);
  for (let i = 0; i < features; i++) {
    hashes[i] = view.getUint32(i * 4, true);
    runs[i + 1] = runs[i]! + view.getUint8(features * 4 + i);
  }
  return {
    acts: stored.acts as readonly ActName[],
    thresholds: Float32Array.from(stored.thresholds),
    hashes,
    runs,
    votes: bytes.subarray(features * 5),
    step: stored.step,
  };
}

/** Packs a trained model for `weights.ts`. */
export function pack(model: Model): StoredModel {
  const features = model.hashes.length;
  const bytes = new Uint8Array(features * 5 + model.votes.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < features; i++) {
    view.setUint32(i * 4, model.hashes[i]!, true);
    view.setUint8(features * 4 + i, model.runs[i + 1]! - model.runs[i]!);
  }
  bytes.set(model.votes, features * 5);
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return {
    acts: model.acts,
    thresholds: Array.from(model.thresholds, (t) => Math.round(t * 1000) / 1000),
    step: model.step,
    features,
    data: btoa(text),
  };
}
