import { askedIn } from '../group/questions.ts';
import { byMember, movesBetween, speaksOfSelf } from '../group/sequence.ts';
import { SIGNS_REACH } from '../group/signs.ts';
import { CUT, raisedAt } from './judging.ts';
import { asked, kinOf, recalled } from './lines.ts';
import type { Pattern } from './model.ts';

export const pattern: Pattern = {
  id: 'worker-answers-first',
  name: 'Answering what the group could answer',
  family: 'WORK',
  core: true,
  severity: 'warning',
  dynamics: ['SD'],
  skills: ['redirecting', 'reaching-for-information-link', 'turning-back'],
  question: 'Who in the room might have known?',
  page: {
    looksLike:
      'A member asks how one lives with something, what it means, or how it is done; the next turn is the worker’s, and it is the answer.',
    matters:
      'A question about experience is an invitation to everyone. When the worker takes it, what members know stays in their pockets.',
    fine: 'Facts that only she holds: dates, rooms, agency rules, law, safety. Questions about herself. Questions the group has already had its turn at.',
  },
  sources: ['S', '71'],
  silentIn: ['presentation'],
  thresholds: {
    answerWords: { default: 9, why: 'Fewer words leave room for others to come in.' },
    evidence: {
      default: -0.9,
      why: CUT,
    },
  },
  reach: SIGNS_REACH,
  of: 'worker',
  // Whether she mends it is among the signs.
  repairable: false,
  see: (group, at, threshold) => {
    const answer = group.moves[at]!;
    if (answer.talk.wordCount < threshold('answerWords')) return [];
    const raised = raisedAt('worker-answers-first', group, at, threshold('evidence'));
    if (raised === undefined) return [];
    const { scene, weighed } = raised;
    const asker = scene.near;
    const after = movesBetween(group, at + 1, at + 4);
    const own = after.find(
      (move) => byMember(move) && move.name !== asker.name && speaksOfSelf(move) && !askedIn(move),
    );
    const between = own && movesBetween(group, at + 1, own.index).some((move) => move.byWorker);
    return [
      {
        at,
        to: at,
        evidence: [
          { at: asker.index, shows: `${asker.name} asks` },
          ...(own && !between ? [{ at: own.index, shows: `${own.name} tells how it was` }] : []),
        ],
        message: `${asker.name} asks at turn ${asker.index + 1}, and the worker answers. Somebody here may have lived the answer. Who in the room might have known?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const asks = group.moves[evidence[0]!.at]!;
    const question = asked(asks);
    const kin = kinOf(group, asks, at);
    return [
      {
        skill: 'redirecting',
        line: question
          ? `${asks.name} asks: ${question} What do the rest of you know about that?`
          : `That’s one for the whole room, ${asks.name}. What do the rest of you know about it?`,
      },
      {
        skill: 'reaching-for-information-link',
        line: kin
          ? `${recalled(kin, { near: asks })} What would you tell ${asks.name}?`
          : `Who has been where ${asks.name} is now, and what did you find out?`,
      },
      {
        skill: 'turning-back',
        line: `What would the rest of you want to ask ${asks.name}, before anyone answers?`,
      },
    ];
  },
};
