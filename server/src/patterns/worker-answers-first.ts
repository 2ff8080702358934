import { HANDS_BACK, opensMatter } from '../group/answering.ts';
import { leansTo } from '../group/floor.ts';
import type { Move } from '../group/model.ts';
import { askedIn } from '../group/questions.ts';
import { receptionOf } from '../group/reception.ts';
import { byMember, moveAt, movesBetween, ownSpeech, sharedStems, speaksOfSelf } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { asked, kinOf, recalled } from './lines.ts';
import type { Pattern } from './model.ts';
import { type Remedy, remedyIn } from './remedy.ts';
import { reason, weigh } from './weighing.ts';

/** What an answer of hers may hold that nobody else can know. */
const FACT =
  /\b(?:by law|legally|the law|i checked|as far as anyone|(?:on|by|until|till|from|the) (?:the )?(?:\d+|\w+)(?:st|nd|rd|th)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|half (?:past )?\w+|o'clock|upstairs|downstairs|the doctor|dr \p{Lu}|waiting list|entitled|the (?:officer|desk|counter|solicitor|union|consultant)|insurance|depends on which|i (?:sign|can't change|don't decide)|we (?:only|have to|are not allowed)|not allowed)\b/iu;
/** Says that she cannot know, before she says anything else. */
const DISCLAIMS =
  /\b(?:i(?:'ve| have) never|i (?:don't|do not|wouldn't) know|not me|don't look at me|dinnae|you(?:'ve| have) asked me|that's only me|i haven't (?:had|been|done)|not for me|i've an idea or two|left me (?:very )?little|you(?:'ve| have) (?:all )?said (?:it|most|more))\b/i;

/** So many words hold an answer, whatever they are. Ours. */
const LONG = 25;

/** Whether a worker's move says anything that could answer: what one does, how things are, that it will be well. */
function holdsAnswer(move: Move, remedy: Remedy | undefined): boolean {
  return (
    remedy !== undefined ||
    move.talk.wordCount >= LONG ||
    leansTo(move, 'advice', 'information', 'minimising', 'reassurance', 'procedure', 'speaking-for') >= 0.2
  );
}

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
      default: 1.6,
      why: 'Reasons for it, less those against it (see `weighing.ts`); a higher number says less, and more surely.',
    },
  },
  reach: { before: 8, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const answer = group.moves[at]!;
    const asker = moveAt(group, at - 1);
    const question = asker && askedIn(asker);
    if (asker === undefined || question === undefined || answer.talk.wordCount < threshold('answerWords'))
      return [];
    const words = ownSpeech(answer);
    const remedy = remedyIn(answer, asker);
    const after = movesBetween(group, at + 1, at + 4);
    const own = after.find(
      (move) => byMember(move) && move.name !== asker.name && speaksOfSelf(move) && !askedIn(move),
    );
    const between = own && movesBetween(group, at + 1, own.index).some((move) => move.byWorker);
    const reception = receptionOf(group, at);
    const weighed = weigh(
      reason(
        question.lived > 0 ? 'somebody here may have lived the answer' : 'it is the worker’s to tell',
        1.4,
        question.lived,
      ),
      reason('another member was asked', 1.6, question.ofMember && question.lived > -0.5),
      reason('the answer says what one does', 0.5, Math.min(1, (remedy?.sum ?? 0) / 2)),
      reason('the tagger hears advice or facts', 0.6, leansTo(answer, 'advice', 'information')),
      reason(
        'it is about the worker, or about leave to speak',
        -1.2,
        // "Can I ask, how does a person manage the nights?" asks leave on its way to what it asks.
        question.lived > 0.5 ? 0 : leansTo(asker, 'about-worker', 'permission'),
      ),
      reason('a task group at work', -1.2, answer.gates.has('task-group')),
      reason('it is no answer', -2, !holdsAnswer(answer, remedy)),
      reason('it is a long answer', 0.4, answer.talk.wordCount >= 18),
      reason(
        'another then tells how it was for them',
        question.lived > 0 ? 1 : 0.4,
        own !== undefined && !between,
      ),
      reason('the asker lets it pass', 0.4, reception.bare),
      reason('it is taken as news', -0.6, reception.asNews),
      reason('it holds a fact that only she has', -0.9, FACT.test(words)),
      reason('she says that she cannot know', -1.2, DISCLAIMS.test(words)),
      reason('she says what stays in the room', -1.5, does(answer.talk, 'confidentiality')),
      reason('she hands it back', -2, HANDS_BACK.test(words)),
      reason('she asks', -1.5, /\?["”’')]*\s*$/.test(words)),
      reason('she opens it to the others', -4, opensMatter(group, answer, asker.index)),
      reason(
        'the others had been asked',
        -2,
        movesBetween(group, at - 4, at - 2).some(
          (move) => sharedStems(move, asker).length > 0 && opensMatter(group, move, at - 6),
        ),
      ),
      reason(
        'she gives back what was said',
        -1.2,
        Math.min(1, leansTo(answer, 'reflection', 'process', 'repair')),
      ),
      reason(
        'she runs the meeting or leaves the subject',
        -1.5,
        Math.min(1, leansTo(answer, 'shift', 'rule', 'scolding', 'outside', 'purpose')),
      ),
    );
    if (weighed.sum < threshold('evidence')) return [];
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
