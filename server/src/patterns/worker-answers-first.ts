import { byMember, invitedBetween, invites, moveAt } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { straight } from '../talk/words.ts';
import { asked, kinOf, recalled } from './lines.ts';
import type { Pattern } from './model.ts';

/** Questions about the arrangements, the agency or the law: the worker holds the answer, and giving it is plain service. */
const HERS_TO_ANSWER =
  /\b(?:what time|when (?:is|are|do|does|will)|where (?:is|are|do|does)|which (?:room|day|form|bus)|how (?:long|many|much) (?:is|are|do|does|will|have|left)|next (?:week|time|session|month)|are we (?:meeting|here|on|allowed|finished|starting)|is (?:there|it) (?:a|still|at|on|next|tea|coffee|time)|the (?:room|form|toilet|law|rule|policy|deadline|certificate|letter|agency|building|key)|does it cost|who do (?:we|i) (?:ring|call|pay)|legal|law|benefit|licen[cs]e|permit|allowed|entitled|suspended|confidential|record|notes|report|do you (?:write|keep|report|pass)|yourself|your own|will you|are you|have you|did you|can you|could you)\b/i;

/** Questions that those who have lived it can answer: how one does it, what helps, whether it ends, whether it is only me. */
const LIVED =
  /\b(?:how (?:do|does|did|would|can|could|should|on earth|the hell|am|are) (?:you|one|we|i|anyone|anybody|people|they|other|somebody|yous|y'all|any|the rest)|how (?:to|long (?:before|until|till|does it|did it|it))|what (?:do|does|did|would|should|can|could) (?:you|one|we|i|people|anyone|other)|what (?:helps?|works?|happens|is it like|was it like)|does (?:it|that) (?:ever|get|stop|go|help|work|pass|hurt|always)|(?:is|was) (?:it|that) (?:normal|just me|only me|always|like that|wrong|ok|okay|right|me)|is it (?:me|bad)|am i|when does it|why (?:do|does|can't|am|is it)|will it (?:ever|get|always|stop))\b/i;

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
  silentIn: ['task-group', 'presentation'],
  thresholds: {
    answerWords: { default: 12, why: 'Fewer words leave room for others to come in.' },
  },
  reach: { before: 8, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const answer = group.moves[at]!;
    const asked = moveAt(group, at - 1);
    if (asked === undefined || !byMember(asked) || answer.talk.wordCount < threshold('answerWords'))
      return [];
    const question = asked.talk.acts.find(({ act }) => act === 'question-open' || act === 'question-closed');
    if (question === undefined || does(asked.talk, 'permission', 'about-worker')) return [];
    // A question to a member by name is not the worker's to hand on, and one that the worker had just asked is no question to her.
    if (asked.talk.addressee.kind === 'person') return [];
    const words = asked.turn.words.slice(question.start, question.end);
    if (HERS_TO_ANSWER.test(words) || !LIVED.test(straight(asked.turn.words))) return [];
    if (
      invites(answer) ||
      does(
        answer.talk,
        'question-open',
        'question-closed',
        'process',
        'repair',
        'waiting',
        'shift',
        'outside',
        'rule',
        'decision',
        'scolding',
        'procedure',
      )
    )
      return [];
    // Twelve words straight after a question are an answer, unless all they do is give the words back.
    if (
      does(answer.talk, 'reflection', 'restating', 'history') &&
      !does(answer.talk, 'advice', 'information')
    )
      return [];
    if (invitedBetween(group, at - 4, at - 2)) return [];
    return [
      {
        at,
        to: at,
        evidence: [{ at: asked.index, shows: `${asked.name} asks` }],
        message: `${asked.name} asks at turn ${asked.index + 1}, and the worker answers. Somebody here may have lived the answer. Who in the room might have known?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const asks = group.moves[at - 1]!;
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
