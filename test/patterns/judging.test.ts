/** What is learnt is learnt in order: first the tagger, then how moves are weighed that it has heard. */
import { expect, test } from 'vitest';
import { judges } from '../../server/src/patterns/judges.ts';
import { leaningVotes } from '../../server/src/talk/leaning-votes.ts';
import { weights } from '../../server/src/talk/weights.ts';
import { heardWith } from '../../training/heard-with.ts';

test('moves are weighed with what was learnt from the tagger as it is (else: npm run train:judging)', () => {
  expect(judges.heardWith).toBe(heardWith(weights.votes, leaningVotes));
});
