/**
 * How far the words of a whole turn lean towards something that a field instructor would raise: at a worker's turn for
 * what she says, at a member's for what is then said after it. No act by itself, and heard by the same features; learnt
 * from marked recordings and scenes by `npm run train:judging`. `patterns/judging.ts` weighs it with everything else.
 */
import { leaningVotes } from './leaning-votes.ts';
import { type Voter, voterOf } from './votes.ts';

/** What may be raised, by the ids of the patterns that weigh it. */
export const MATTERS = [
  'premature-reassurance',
  'worker-advice',
  'worker-answers-first',
  'permission-granted-for-group',
  'missed-taboo-opening',
  'missed-difference',
  'conflict-smoothed',
  'curriculum-over-live-material',
  'oppressive-remark-unaddressed',
  'worker-decides',
  'silence-filled',
  'missed-same-boat',
] as const;

export type Matter = (typeof MATTERS)[number];

/** Outputs of the votes: first those on a worker's turn, then those on the member's turn that it follows. */
const ON_WORKERS: readonly number[] = MATTERS.map((_, at) => at);
const ON_MEMBERS: readonly number[] = MATTERS.map((_, at) => at + MATTERS.length);

let voter: Voter | undefined;

/** Steps towards each matter, in the order of `MATTERS`, from the features of each sentence of a turn. */
export function leaningsOf(features: readonly (readonly number[])[], byWorker: boolean): Int16Array {
  voter ??= voterOf(leaningVotes, 2 * MATTERS.length);
  const steps = voter.count(features, byWorker ? ON_WORKERS : ON_MEMBERS);
  return Int16Array.from(byWorker ? steps.subarray(0, MATTERS.length) : steps.subarray(MATTERS.length));
}

/**
 * How far a worker's turn and the member's turn that it follows lean towards a matter, in log odds.
 * @param matter a number in the order of `MATTERS`
 */
export function leaning(hers: Int16Array, theirs: Int16Array, matter: number): number {
  return leaningVotes.step * (hers[matter]! + theirs[matter]!);
}
