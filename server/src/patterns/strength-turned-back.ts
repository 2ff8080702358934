import type { Group, Move } from '../group/model.ts';
import { byMember, invites, movesBetween, ownSpeech, remembered } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { sentencesOf } from '../talk/words.ts';
import { named } from './lines.ts';
import type { Strength } from './model.ts';

/** Members besides the one who asked whose answers make it the group's. Catalogue K. */
const ANSWERS = 2;
/** Turns in which they answer. Ours. */
const WITHIN = 6;

/** A question, a judgement or a doubt put to the worker, or to nobody while she is the one who is looked at. */
function asksWorker(group: Group, move: Move): boolean {
  if (
    !byMember(move) ||
    !(/\?/.test(ownSpeech(move)) || does(move.talk, 'to-worker', 'about-worker', 'permission'))
  )
    return false;
  const { kind, names } = move.talk.addressee;
  if (kind === 'worker' || does(move.talk, 'to-worker', 'about-worker', 'permission')) return true;
  // Put to nobody by name: hers if she spoke last, or if somebody is asked and she is the one who answers.
  return (
    kind === 'unknown' &&
    names.length === 0 &&
    (group.moves[move.index - 1]?.byWorker === true || asksSomebody(move))
  );
}

/** Ends by asking somebody what they think. */
function asksSomebody(move: Move): boolean {
  const last = sentencesOf(ownSpeech(move)).at(-1)?.text ?? '';
  return last.endsWith('?') && /\byou\b/i.test(last);
}

const TO_THEM =
  /\b(?:what (?:do|would|did) (?:the rest of )?(?:you|people|others|everybody|we|all of you)\b|who (?:else|here|has|knows|of you)|how (?:is|do|would|did) (?:it|that|the rest|you|others|people|we)\b|what(?:'s| is) it (?:like )?for\b|for (?:all of )?(?:us|you|the group|everybody)\b|ask (?:them|him|her|each other)|the rest of you|anyone|anybody|over to you|one for)\b/i;

/** The worker gives it to the others, and does not first answer it herself at length. */
const turnsBack = remembered((move): boolean => {
  if (!move.byWorker || does(move.talk, 'shift', 'agenda', 'procedure')) return false;
  return (
    (invites(move) || TO_THEM.test(ownSpeech(move))) &&
    /\?|\btell (?:him|her|them)\b|\bask (?:them|him|her)\b/.test(ownSpeech(move)) &&
    !does(move.talk, 'advice', 'information')
  );
});

export const strength: Strength = {
  id: 'strength-turned-back',
  name: 'Question turned back',
  dynamics: ['SD', 'IP'],
  page: {
    looksLike:
      'A member asks the worker, who could answer, and gives the question to the group. Two or more answer it.',
    matters:
      'Those who ask find out that the people beside them know something, and those who answer find it out too.',
  },
  sources: ['S', '71'],
  see: (group) =>
    group.moves.flatMap((move) => {
      const asked = group.moves[move.index - 1];
      if (!turnsBack(move) || asked === undefined || !asksWorker(group, asked)) return [];
      // What she asks of the one who asked goes on between the two of them.
      if (
        move.talk.addressee.kind === 'person' &&
        move.talk.addressee.names.every((name) => name === asked.name)
      )
        return [];
      const answers = new Set<string>();
      for (const next of movesBetween(group, move.index + 1, move.index + WITHIN)) {
        if (next.byWorker && next.talk.wordCount > 6) break;
        if (byMember(next) && next.name !== asked.name && !next.talk.backchannel) answers.add(next.name);
      }
      if (answers.size < ANSWERS) return [];
      return [
        {
          at: move.index,
          to: move.index,
          says: `${asked.name} asks the worker, the worker asks the group, and ${named([...answers])} answer`,
        },
      ];
    }),
};
