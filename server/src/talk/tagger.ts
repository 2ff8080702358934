/**
 * A small linear tagger: one weighted vote an act over the features of a sentence (multinomial evidence, one against
 * the rest). Trained by `npm run train:tagger` on the scenes in `corpus/`.
 */
import { type StoredVotes, type Voter, voterOf } from './votes.ts';
import { weights } from './weights.ts';

/** What is kept of a trained tagger. */
export interface StoredTagger {
  readonly acts: readonly string[];
  /** Evidence at and above which an act is taken as done. */
  readonly thresholds: readonly number[];
  /** Slope and shift that make evidence a chance (Platt 1999), fitted on voices the model had not heard. */
  readonly slopes: readonly number[];
  readonly shifts: readonly number[];
  readonly votes: StoredVotes;
}

const { thresholds, slopes, shifts } = weights;

let voter: Voter | undefined;

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
  voter ??= voterOf(weights.votes, weights.acts.length);
  const { step } = voter;
  const steps = voter.count([features], acts);
  return {
    steps: inTwoBytes(steps),
    confidence: (act) => {
      const vote = Math.fround(steps[act]! * step);
      const short = thresholds[act]! - vote;
      if (short > NEAR) return 0;
      const confidence = Math.fround(1 / (1 + Math.exp(short)));
      return confidence >= 0.5 ? confidence : 0;
    },
  };
}

/** How often, in a hundred sentences with so many steps for an act, the act was meant: 0 to 1; it rises with them. */
export function chanceOf(act: number, steps: number): number {
  const vote = Math.fround(steps * weights.votes.step);
  return Math.fround(1 / (1 + Math.exp(-(slopes[act]! * vote + shifts[act]!))));
}
