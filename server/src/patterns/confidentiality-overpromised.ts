import type { Group, Move } from '../group/model.ts';
import { invites, movesBetween, ownSpeech, remembered } from '../group/sequence.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { LIMITS, speaksOfConfidence, speaksOfConfidenceIn } from './confidences.ts';
import { called } from './lines.ts';
import type { Pattern } from './model.ts';

/** For all, for good, without a gap. “What’s said here stays here” is a saying; this is a promise. */
const WITHOUT_GAP =
  /\b(?:everything|anything|nothing|no ?body|no one|not a (?:word|soul|thing)|never|always|ever|completely|totally|absolutely|entirely|fully|guarantee\w*|(?:i|we) promise|i can promise|you have my word|100 ?%|(?:a |one )?hundred per ?cent|no matter what|in any case|whatsoever|full stop)(?!\w)/i;
/** What makes a sentence about other things than a promise: a hope, a rule still to be settled, an if. */
const NO_PROMISE =
  /\b(?:hope|wish|would like|i'd like|should|shall we|could we|do we|would we|how do|if we|want|ask(?:ing)?|try|need)\b|\?["”’)]?$/i;

/** The sentence in which the worker promises that nothing will get out. */
const promiseIn = remembered((move: Move): Sentence | undefined => {
  return sentencesOf(ownSpeech(move)).find(
    ({ text }) =>
      speaksOfConfidenceIn(text) && WITHOUT_GAP.test(text) && !NO_PROMISE.test(text) && !LIMITS.test(text),
  );
});

/** The promise itself names none, and asks nobody. */
function limitsNear(group: Group, at: number, before: number, within: number): boolean {
  return movesBetween(group, at - before, at + within).some(
    (move) =>
      move.byWorker &&
      (LIMITS.test(ownSpeech(move)) || (move.index !== at && invites(move) && speaksOfConfidence(move))),
  );
}

export const pattern: Pattern = {
  id: 'confidentiality-overpromised',
  name: 'Promise nobody can keep',
  family: 'PRIV',
  core: false,
  severity: 'warning',
  dynamics: ['TA'],
  skills: ['limits-of-confidentiality', 'verbalising-norms'],
  question: 'What can you promise for yourself, and who has to promise the rest?',
  page: {
    looksLike:
      'The worker says that everything told here is completely confidential, always, and no limit is named in that stretch: no danger, no law, no supervisor, and not the members’ own mouths.',
    matters:
      'A worker cannot keep everything, and cannot promise for five other people. Members may tell more than they would have told, and the day an exception comes, trust goes with it. Straight words about the limits let them choose, and leave them the promise that is theirs to make.',
    fine: 'The limits come with it, or within a few turns. The members are asked what they will promise each other. “What’s said here stays here” as the group’s own saying.',
  },
  sources: ['70', '25'],
  silentIn: [],
  thresholds: {
    within: { default: 3, why: 'Turns after it in which the limits would still belong to it.' },
    before: { default: 2, why: 'Turns before it in which they may have been named already; ours.' },
  },
  reach: { before: 4, after: 6 },
  of: 'worker',
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const promise = promiseIn(move);
    if (promise === undefined || limitsNear(group, at, threshold('before'), threshold('within'))) return [];
    // Said again in the next breath, it is one promise.
    if (
      movesBetween(group, at - 3, at - 1).some((before) => before.byWorker && promiseIn(before) !== undefined)
    )
      return [];
    return [
      {
        at,
        to: at,
        span: { start: promise.start, end: promise.end },
        evidence: [],
        message: `At turn ${at + 1} the worker promises that nothing will get out, and no limit is named near it. Members may trust that promise with what is hardest to say, and part of it is theirs to give. What can you promise for yourself, and who has to promise the rest?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const names = group.present.slice(0, 2);
    const next = group.moves[at + 1];
    const asks = next && !next.byWorker && /\?\s*$/.test(next.turn.words) ? next.name : undefined;
    return [
      {
        skill: 'limits-of-confidentiality',
        line: `Let me put that straight${asks ? `, ${asks}` : names[0] ? `, ${names[0]}, everyone` : ''}. I’ll keep it, unless somebody is in danger; then I have to tell. For each other, only you can promise. Will you?`,
      },
      {
        skill: 'verbalising-norms',
        line: `${names.length > 0 ? `${called(names)}, everyone: what` : 'What'} exactly are we agreeing may be told at home, and what not?`,
      },
    ];
  },
};
