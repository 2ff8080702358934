/** What patterns share that say something is missing from a whole session. */
import type { Thresholds } from './model.ts';

/** Turns that a record needs before anything can be missing from it. */
export const ENOUGH_TURNS: Thresholds[string] = {
  default: 12,
  why: 'A shorter record is a few moments of a session, whatever its header says; ours.',
};
