/** By what a judge was taught to hear: weights that were learnt with one tagger mean nothing with another. */
import { createHash } from 'node:crypto';
import type { StoredVotes } from '../server/src/talk/votes.ts';

/** A mark of these votes: other votes have another. */
export function heardWith(...votes: readonly StoredVotes[]): string {
  return createHash('sha256').update(JSON.stringify(votes)).digest('hex').slice(0, 16);
}
