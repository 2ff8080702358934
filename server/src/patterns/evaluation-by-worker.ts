import type { Move } from '../group/model.ts';
import { byMember, lastMoves, ownSpeech, recordedWhole } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { called, recalled } from './lines.ts';
import type { Pattern } from './model.ts';
import { ENOUGH_TURNS } from './whole-session.ts';

const GOOD =
  '(?:good|great|lovely|productive|brilliant|excellent|fantastic|wonderful|super|useful|helpful|powerful|positive|successful|meaningful|fruitful|amazing)';
const HOW = '(?:(?:a|an|really|so|very|pretty|quite|ever|such|actually) )*';
/** A verdict on the meeting or on the group, said of it as a whole. */
const VERDICT: readonly RegExp[] = [
  new RegExp(
    `\\b(?:it|this|that|today|tonight|things|everything|we|you(?:'ve)? all|everybody|everyone) (?:all )?(?:(?:has |have |'ve )?(?:went|gone|did|done|worked) ${HOW}(?:well|${GOOD}|hard)|(?:was|has been|'s been|were) ${HOW}${GOOD})\\b(?! (?:to|for|that|if|question|point|idea)\\b)`,
    'i',
  ),
  new RegExp(
    `\\b(?:the|this|our|today's|tonight's) (?:session|group|meeting|hour|discussion|morning|evening|afternoon)(?:'s| is| was| went| has been| did| worked)+ ${HOW}(?:well|${GOOD})\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:really |very |so |such a )?(?:${GOOD}|deep|strong|rich|tough|moving) (?:session|group|work|discussion|meeting|hour|evening|morning|afternoon|chat|talk|conversation|job|progress)\\b(?=[^.?!]{0,20}(?:$|[.!,]|today|tonight|everyone|everybody|all|folks|there|again))`,
    'i',
  ),
  /\b(?:you(?:'ve| have)?(?: all)?|everyone(?:'s| has)?|everybody(?:'s| has)?|people(?:'ve| have)?|we(?:'ve| have)?) (?:all |really |certainly |both )*(?:got|learn(?:ed|t)|participat\w+|shared|contributed|made|achieved|covered|opened up|worked|come|taken|have)\b[^.?!]{0,40}\b(?:lots?|so (?:much|well|openly|hard|honestly)|really|great|good|well|hard|progress|tools|a long way|take away|honestly|brave\w*|openly|insight\w*)\b/i,
  /\bi (?:thought|think|feel|felt|'d say|can see|'m (?:so |really |very )?(?:pleased|proud|happy|impressed))\b[^.?!]{0,50}\b(?:well|good|great|progress|productive|better|closer|open(?:ed|er)?|today|tonight|how (?:you|everyone|we)|all of you|session|group|worked)\b/i,
];
/** Credit given to them for what they did between them: a skill, and no verdict. */
const CREDITS =
  /\b(?:between you|without me|yourselves|i (?:hardly|barely|didn't|only|said (?:about|maybe|hardly))|that was you\b|you did (?:that|it)|i'll remember)\b/i;
/** Asks them how it was, in any way. */
const ASKS_THEM =
  /\b(?:how (?:was|were|is|are|did|has|have|d'you)\b[^?]{0,50}\b(?:today|tonight|session|group|meeting|hour|this|we|us|here|leav\w+|sit\w*|feel\w*)|(?:what|which|who|where|anything|anybody|anyone|one thing|one word|a word|something)\b[^?]{0,50}\b(?:help\w*|useful|tak(?:e|es|ing)|carry\w*|leav\w+|remember|stood out|stays?|stayed|worked|learn\w*|gain\w*|different|duck\w*|do for|did for|(?:get|got) (?:from|out)|today|tonight|from (?:us|each|here)|next (?:time|week)|did it do)|feedback|thoughts)\b/i;
/** A member says what it was for them. */
const MEMBER_SAYS =
  /\b(?:help(?:ed|s|ful)|glad i (?:came|come)|learn(?:ed|t)|(?:i'll|i will|i'm going to|i'm|gonna) (?:take|taking|remember|carry|think about|keep)|taking (?:away|home)|(?:having|taking|nicking|pinching|stealing) that\b|what \p{Lu}\p{L}+ said|thought i(?:'m| was) the only|not the only|(?:feel|felt) (?:better|lighter|less|calmer|worse)|good to (?:hear|know|talk|be|say|get)|first time i(?:'ve)?|needed (?:this|that)|better than|(?:this|today|tonight|(?:the|this) (?:session|group|morning|hour)|this place) (?:was|'s been|has been|went|is|did))\b/iu;

function verdictIn(move: Move): Sentence | undefined {
  const words = ownSpeech(move);
  if (CREDITS.test(words)) return undefined;
  return sentencesOf(words).find(
    ({ text }) => !/\?["”’')]*$/.test(text) && VERDICT.some((one) => one.test(text)),
  );
}

export const pattern: Pattern = {
  id: 'evaluation-by-worker',
  name: 'Worker evaluates for the group',
  family: 'PURP',
  core: false,
  severity: 'information',
  dynamics: ['MD'],
  skills: ['turning-back', 'voicing-achievements', 'inviting-participation'],
  question: 'What would the members have said it was?',
  page: {
    looksLike:
      'At the close the worker says how it went: good session, great work, you have all got a lot to take home. No member is asked.',
    matters:
      'Only those who were helped can say so, and saying what helped teaches a group what it can do. A verdict from the worker ends the question before it is put.',
    fine: 'Members say unasked what it was for them. An emergency cut the time. The worker tells the group what it did between its members, and leaves the worth of it to them.',
  },
  sources: ['11'],
  silentIn: ['safety', 'cool-down', 'task-group'],
  thresholds: {
    turns: ENOUGH_TURNS,
    share: { default: 0.1, why: 'Where the session closes (ours).' },
    least: { default: 5, why: 'Turns that count as the close in any case (ours).' },
    asked: {
      default: 0.2,
      why: 'The last part of the session in which somebody may have been asked, or have said it unasked (ours).',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: true,
  see: (group, _at, threshold) => {
    if (!recordedWhole(group, threshold('turns'))) return [];
    const close = lastMoves(group, threshold('share'), threshold('least'));
    const verdict = close.find(
      (move) => move.byWorker && verdictIn(move) !== undefined && !does(move.talk, 'credit'),
    );
    if (verdict === undefined) return [];
    const around = lastMoves(group, threshold('asked'), 2 * threshold('least'));
    const asked = around.some(
      (move) =>
        move.byWorker &&
        sentencesOf(ownSpeech(move)).some(
          ({ text, start, end }) =>
            (/\?["”’')]*$/.test(text) ||
              move.talk.acts.some((act) => act.act === 'opening' && act.start >= start && act.end <= end)) &&
            ASKS_THEM.test(text),
        ),
    );
    const said = around.some((move) => byMember(move) && MEMBER_SAYS.test(ownSpeech(move)));
    const round = around.some((move) => move.segment?.kind === 'evaluation' && byMember(move));
    if (asked || said || round) return [];
    const sentence = verdictIn(verdict)!;
    return [
      {
        at: verdict.index,
        to: verdict.index,
        span: { start: sentence.start, end: sentence.end },
        evidence: [],
        message: `At the close (turn ${verdict.index + 1}) the worker says how it was, and no member is asked. Who was helped by whom, and where they let each other off, is theirs to say. What would the members have said it was?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const gain = group.moves
      .slice(Math.max(0, at - 30), at)
      .reverse()
      .find((move) => byMember(move) && recalled(move, { only: ['success'] }) !== '');
    const names = group.present.slice(0, 2);
    const all = names.length > 1 ? `${called(names)}, everyone` : 'Everyone';
    return [
      {
        skill: 'turning-back',
        line: `${all}: where did you help each other today, and where did we duck?`,
      },
      {
        skill: 'voicing-achievements',
        line: gain
          ? `${recalled(gain, { only: ['success'] })} Who here had a hand in that?`
          : `${all}: what did you do today that you couldn’t have done without somebody here?`,
      },
      {
        skill: 'inviting-participation',
        line: `Which of these happened for you today: somebody knew it too, somebody pushed you, somebody told you something you can use?${names[0] ? ` ${names[0]}, will you begin?` : ''}`,
      },
    ];
  },
};
