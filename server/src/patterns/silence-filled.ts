import {
  closesNothing,
  factAsked,
  HANDS_BACK,
  opensFloor,
  opensMatter,
  serves,
  staysWith,
} from '../group/answering.ts';
import { leansTo, troubleBefore, troubleIn } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import { goesToNext, movesOn } from '../group/moving-on.ts';
import { sceneOf } from '../group/scene.ts';
import {
  byMember,
  lastBefore,
  moveAt,
  movesBetween,
  ownSpeech,
  sharedStems,
  silenceBefore,
  turnsTo,
} from '../group/sequence.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { CUT, judged, raisedAt } from './judging.ts';
import type { Pattern, Sighting } from './model.ts';
import { reason, type Weighed, weigh } from './weighing.ts';

const ASKS = /\?["”’')]*\s*$/;
/** Speaks of the silence itself. */
const OF_SILENCE =
  /\b(?:quiet|silen\w+|pause|(?:gone|went|very|all|so|it's|is|stay|be) still\b|no (?:rush|hurry)|take your time|there's time)\b/i;

/** Something else for the ear: "Ooh, there's quiet! I'll put the radio on." */
const FILLS = /\b(?:radio|music|telly|tv|sing|song|a joke|ice-?breaker)\b/i;

/** A marked, short silence that a worker's move ends, and what of itself speaks for and against its being broken. */
export function brokenAt(
  group: Group,
  at: number,
  longest: number,
):
  | {
      readonly before: Move;
      readonly heavy: Move | undefined;
      readonly seconds: number | undefined;
      readonly own: Weighed;
    }
  | undefined {
  const move = group.moves[at]!;
  const { marked, seconds } = silenceBefore(group, move);
  const before = moveAt(group, at - 1);
  if (!marked || (seconds ?? 0) > longest || before === undefined) return undefined;
  const heavy = troubleBefore(group, at, 5, 0.4);
  const asked = ASKS.test(before.turn.words);
  const words = ownSpeech(move);
  const apart = movesBetween(group, at - 4, at - 1).every(
    (one) => !turnsTo(move, one.name) && sharedStems(one, move).length === 0,
  );
  const opens = opensMatter(group, move, at - 6);
  const called = move.talk.addressee.kind === 'person' && !move.talk.addressee.names.includes(before.name);
  const own = weigh(
    reason('somebody had said something that weighs', 1, heavy ? Math.min(1, troubleIn(heavy) / 1.5) : 0),
    reason('a question stood open', 1, asked),
    // Whoever wrote a silence down after a member's own words felt that something was in it.
    reason('it follows a member’s own words', 0.5, byMember(before)),
    reason('she asks for a fact', 1, factAsked(move) !== undefined),
    reason(
      'she offers something, or runs the meeting',
      1,
      serves(move) || goesToNext(move) || leansTo(move, 'procedure', 'agenda', 'shift') >= 0.4,
    ),
    reason('she asks anew', 0.6, ASKS.test(words) && factAsked(move) === undefined),
    reason('nothing of what was said is in her words', 0.9, apart),
    reason('she turns to somebody else', 0.7, called),
    reason('she answers her own question', 1.3, asked && before.byWorker && !ASKS.test(words)),
    reason(
      'she has advice, comfort or facts',
      0.8,
      leansTo(move, 'advice', 'reassurance', 'information', 'decision', 'self-disclosure'),
    ),
    reason('she speaks of the silence', -4, OF_SILENCE.test(words) && !FILLS.test(words) && !movesOn(move)),
    reason(
      'she names what is going on, or waits',
      -2.4,
      Math.min(1, leansTo(move, 'process', 'waiting', 'repair', 'credit') * 1.4),
    ),
    reason('she says what she sees', -2, closesNothing(move)),
    reason('she stays with what was said', -1.4, heavy ? Math.min(1.2, staysWith(move, heavy) / 1.4) : 0),
    reason('she hands it to them', -2, HANDS_BACK.test(words)),
    reason('she opens it to the others', -2.4, opens),
    reason('she asks all of them something of her own', 0.8, !opens && opensFloor(move)),
    reason('a murmur', -1, move.talk.wordCount <= 2),
  );
  return { before, heavy, seconds, own };
}

const OWN_ENOUGH = 1.2;

/** A silence broken with something new. */
function broken(group: Group, at: number, longest: number, evidence: number): Sighting[] {
  const silence = brokenAt(group, at, longest);
  const scene = sceneOf(group, at);
  if (silence === undefined) return [];
  const { before, heavy, seconds, own } = silence;
  // Where no member has spoken lately there is no scene to weigh; then its own reasons have to do.
  const weighed = scene && judged('silence-filled', group, group.moves[at]!, scene, own.sum);
  if (weighed === undefined ? own.sum < OWN_ENOUGH : weighed.sum < evidence) return [];
  const asked = ASKS.test(before.turn.words);
  return [
    {
      at,
      to: at,
      evidence: [
        heavy && !asked
          ? { at: heavy.index, shows: `${heavy.name} has said something heavy` }
          : { at: before.index, shows: asked ? 'a question stands open' : `${before.name} has just spoken` },
      ],
      message: `A silence${seconds === undefined ? '' : ` of ${seconds} seconds`} follows turn ${before.index + 1}, and the worker ends it. Silence is often where members gather themselves to speak. What might have come out of a little more of it?`,
      reasons: (weighed ?? own).reasons,
    },
  ];
}

/** A question put to all of them: what, how, why, who. */
const TO_ALL =
  /\b(?:you (?:all|lot|guys|folks|people)|ye all|y'all|any(?:one|body)|every(?:one|body)|who(?:'ll|'s)? (?:knows|can|has|here|will|got)|people|the (?:group|others|rest)|we\b|us\b|folks)\b/i;
/** The form of an answer: it is, that's, you do this, there are; or a guess at theirs. */
const ANSWERS =
  /^(?:(?:well|so|okay|ok|right|for me|nobody|no)[,.? ]+)*(?:let me\b|let(?:'s| us) (?:go|move|get|look|turn|come)|here(?:'s| are| is)|it(?:'s|'ll| is| was| means| helps| depends| says)|that(?:'s| is| would)|there(?:'s| are| is)|the (?:answer|first|main|best|top|most|thing|trick|reason)|they(?:'re| are)?\b|(?:you|we|i) (?:\w+ )?(?:\w+ )?(?:can|need|have|should|must|do|get|start|say|put|call|take)|one (?:is|of)|i(?:'d| would) say|i (?:bet|think|reckon|guess)|usually|mostly|probably|research|for most|most (?:of|people|folks))/i;
/** Keeps contact, or asks for a yes: no question that waits. */
const CONTACT = /^(?:right|ok|okay|isn't|doesn't|don't|won't|you know|yeah|no|eh)\b/i;
const WH = /\b(?:what|which|how|why|when|where|who)/i;
/** Shorter than this, a question is a murmur. */
const QUESTION_WORDS = 3;

/** A question of hers that she goes on to answer, and what of itself speaks for and against its having been a real one. */
export function ownAnswerAt(
  group: Group,
  at: number,
  minWords: number,
): { readonly asked: Move; readonly question: Sentence | undefined; readonly own: Weighed } | undefined {
  const move = group.moves[at]!;
  if (ASKS.test(move.turn.words)) return undefined;
  const sentences = sentencesOf(ownSpeech(move));
  const q = sentences.findIndex(
    ({ text }) => ASKS.test(text) && text.split(/\s+/).length >= QUESTION_WORDS && !CONTACT.test(text),
  );
  const before = moveAt(group, at - 1);
  const running = q < 0 && before?.byWorker && before.name === move.name && ASKS.test(before.turn.words);
  if (q === sentences.length - 1 || (q < 0 && !running)) return undefined;
  const question =
    q < 0 ? sentencesOf(ownSpeech(before!)).findLast(({ text }) => ASKS.test(text)) : sentences[q];
  const asked = q < 0 ? before! : move;
  if (question === undefined) return undefined;
  const after = sentences.slice(q + 1).filter(({ text }) => !ASKS.test(text));
  const isOpen = asked.talk.acts.some(
    ({ act, start }) => start === question.start && (act === 'opening' || act === 'question-open'),
  );
  const own = weigh(
    reason('it is put to all of them', 0.8, TO_ALL.test(question.text)),
    reason('it asks for more than a yes', 0.6, isOpen || WH.test(question.text)),
    reason(
      'what follows has the form of an answer',
      1.2,
      after.some(({ text }) => text.split(/\s+/).length >= minWords && ANSWERS.test(text)),
    ),
    reason(
      'she guesses at theirs',
      0.6,
      after.some(({ text }) => GUESSES.test(text)),
    ),
    reason('it is put to one of them', -1.5, asked.talk.addressee.kind === 'person'),
    reason(
      'she has facts, advice or words for them all',
      0.6,
      leansTo(move, 'information', 'advice', 'speaking-for'),
    ),
  );
  return { asked, question: q < 0 ? undefined : question, own };
}

const GUESSES =
  /\b(?:i (?:bet|think|reckon|guess|suppose)|i(?:'d| would) say|probably|mostly|usually|always|for most|generally)\b/i;

/** The worker asks the group and answers it herself, in one turn or in two of hers running. */
function answeredHerself(group: Group, at: number, minWords: number, evidence: number): Sighting[] {
  const found = ownAnswerAt(group, at, minWords);
  const raised = found && raisedAt('silence-filled', group, at, evidence, found.own.sum);
  if (raised === undefined) return [];
  const { asked, question } = found!;
  return [
    question === undefined
      ? {
          at,
          to: at,
          evidence: [{ at: asked.index, shows: 'the worker asks the group' }],
          message: `The worker asks the group at turn ${asked.index + 1}, and the next turn is hers again, with an answer. What might have come back, given a little longer?`,
          reasons: raised.weighed.reasons,
        }
      : {
          at,
          to: at,
          span: { start: question.start, end: question.end },
          evidence: [],
          message: `The worker asks the group at turn ${at + 1} and goes on to answer. The question may have needed a breath to land. What might have come back?`,
          reasons: raised.weighed.reasons,
        },
  ];
}

export const pattern: Pattern = {
  id: 'silence-filled',
  name: 'Silence filled',
  family: 'WORK',
  core: true,
  severity: 'information',
  dynamics: ['TA', 'MS', 'IP'],
  skills: ['exercising-silence', 'amplifying', 'thinking-group'],
  question: 'What might have come out of a little more quiet?',
  page: {
    looksLike:
      'A short silence after a question or a heavy turn, ended by the worker with another question, an idea or a change of subject. Or she asks the group, and answers.',
    matters:
      'Silence is where members find the courage or the words. When the worker always ends it, they learn that she will.',
    fine: 'Naming the silence or asking about it. A very long silence. Groups for whom speech is hard. Members who look lost rather than thoughtful. A rhetorical question.',
  },
  sources: ['47', '48'],
  silentIn: ['limited-speech', 'go-round'],
  thresholds: {
    longest: {
      default: 10,
      why: 'Seconds. Up to about ten, silence is still thinking time; wait-time studies work with far less, but in classrooms.',
    },
    evidence: {
      default: -0.8,
      why: CUT,
    },
    answerWords: { default: 6, why: 'Words of an answer to her own question; fewer only clarify it. Ours.' },
  },
  reach: { before: 14, after: 8 },
  of: 'worker',
  repairable: false,
  see: (group, at, threshold) => {
    const first = broken(group, at, threshold('longest'), threshold('evidence'));
    return first.length > 0
      ? first
      : answeredHerself(group, at, threshold('answerWords'), threshold('evidence'));
  },
  alternatives: (group, { at }) => {
    const before = lastBefore(group, at, at, byMember);
    const who = before?.name;
    return [
      {
        skill: 'exercising-silence',
        line: `[stays quiet a while longer, looks ${who ? `at ${who}, and then ` : ''}round the circle]`,
      },
      {
        skill: 'thinking-group',
        line: who
          ? `I don’t want to hurry past what ${who} said. What’s in the quiet?`
          : 'There’s no hurry. What’s in the quiet?',
      },
      {
        skill: 'amplifying',
        line: who ? `It went still after ${who} spoke. There’s time.` : 'It has gone still. There’s time.',
      },
    ];
  },
};
