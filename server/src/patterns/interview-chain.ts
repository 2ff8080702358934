import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  movesBetween,
  ownSpeech,
  remembered,
  spokenTo,
} from '../group/sequence.ts';
import { matchesIn } from '../recording/expressions.ts';
import { does } from '../talk/model.ts';
import { count, kinOf, mostHeard, named, othersFor, recalled, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/** Turns that one chain may run over; more is a hot seat, which has its own pattern. */
const LONGEST = 24;
/** Where the group is for finding facts out, finding them out is the work. */
const INTAKE = /\b(?:intake|assessment|screening|triage|registration)\b/i;
const AUXILIARY = '(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would|should)';
/**
 * Heads of questions, so that "when did it start, did you tell anyone, and are you sleeping?" is three. "Or" offers a
 * choice inside one question, and "what you said" is none.
 */
const HEADS = new RegExp(
  String.raw`(?:^|[,;—–]\s*(?:and |but |so )?|\band )(?:(?:what|when|where|who|whose|which|why|how)(?! (?:you|i|he|she|they|we|it|your|his|her|my|their)\b)(?: \w+){0,2}? ${AUXILIARY}\b|${AUXILIARY}(?:n't)? (?:you|he|she|they|it|that|this|there|your|his|her|their|anyone|anybody|the)\b)`,
  'gi',
);

function asks(move: Move): boolean {
  return does(move.talk, 'question-open', 'question-closed');
}

/** Real questions of a move, several in one sentence counted apart. Courtesies ("you know?") are none. */
const questionsIn = remembered((move: Move): number => {
  const words = ownSpeech(move);
  return move.talk.acts
    .filter(({ act }) => act === 'question-open' || act === 'question-closed')
    .reduce(
      (sum, { start, end }) =>
        sum + Math.max(1, Array.from(matchesIn(HEADS, words.slice(start, end))).length),
      0,
    );
});

/** The worker's questions to one member, answered by nobody else, from `at` on. */
function chainFrom(
  group: Group,
  at: number,
): { readonly member: string; readonly questions: readonly Move[] } | undefined {
  const first = group.moves[at]!;
  const reply = group.moves.slice(at + 1, at + 4).find((move) => !(byMember(move) && move.talk.backchannel));
  const member =
    first.talk.addressee.kind === 'person'
      ? spokenTo(group, first)
      : reply && byMember(reply)
        ? reply.name
        : undefined;
  if (member === undefined || first.talk.addressee.kind === 'group') return undefined;
  const questions = [first];
  for (let i = at + 1; i < group.moves.length && i <= at + LONGEST; i++) {
    const move = group.moves[i]!;
    if (move.byWorker) {
      const goesOn =
        asks(move) &&
        !invites(move) &&
        (spokenTo(group, move) === member ||
          (move.talk.addressee.kind === 'unknown' && group.moves[i - 1]!.byWorker));
      if (!goesOn) break;
      questions.push(move);
    } else if (move.name !== member && !move.talk.backchannel) break;
  }
  return { member, questions };
}

/** All of them are about one thing, and want one word: a fact is being cleared up. */
function clearsUpOneFact(questions: readonly Move[]): boolean {
  if (questions.some((move) => does(move.talk, 'question-open') || move.talk.wordCount > 8)) return false;
  return [...questions[0]!.talk.stems].some((stem) => questions.every((move) => move.talk.stems.has(stem)));
}

function inRehearsal(move: Move): boolean {
  return move.segment?.kind === 'role-play' || does(move.talk, 'rehearsal');
}

export const pattern: Pattern = {
  id: 'interview-chain',
  name: 'Chain or stack of questions',
  family: 'WORK',
  core: false,
  severity: 'information',
  dynamics: ['IP', 'SB'],
  skills: ['exploring-before-solving', 'making-room', 'exercising-silence'],
  question: 'Which of these questions would the others have asked, and which better ones?',
  page: {
    looksLike:
      'The worker asks one member, and asks again, and again: how long, who was there, what did you say. Or three questions come in one breath.',
    matters:
      'Asking is how people come close to somebody’s trouble. When the worker does all of it, the others get the answers and not the nearness, and the member answers shorter and shorter.',
    fine: 'Somebody may be in danger. One fact is cleared up. Finding facts out is what this meeting is for. A rehearsal in which the worker plays a part.',
  },
  sources: ['42', '6'],
  silentIn: ['cool-down', 'limited-speech'],
  yieldsTo: ['hot-seat-interview'],
  thresholds: {
    questions: {
      default: 4,
      why: 'Questions in a row to the same member. Many questions may also be good group work [62]: it is the row that counts.',
    },
    stacked: {
      default: 3,
      why: 'Questions in one turn; two are often one question said twice.',
    },
  },
  reach: { before: 4, after: LONGEST + 4 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (group.present.length <= 2 || !asks(move) || invites(move) || inRehearsal(move)) return [];
    const { purpose, groupName } = group.recording.header;
    if (INTAKE.test(`${purpose ?? ''} ${groupName ?? ''}`)) return [];
    const chain = chainFrom(group, at);
    // A later link of a chain that has been told from its first question.
    const before = [...group.moves.slice(Math.max(0, at - 3), at)].reverse().find((one) => one.byWorker);
    const inside =
      before !== undefined &&
      asks(before) &&
      (chainFrom(group, before.index)?.questions.includes(move) ?? false);
    if (chain && !inside && chain.questions.length >= threshold('questions')) {
      const last = chain.questions[chain.questions.length - 1]!;
      const moves = group.moves.slice(at, last.index + 1);
      if (
        !clearsUpOneFact(chain.questions) &&
        !moves.some((one) => one.gates.has('safety') || inRehearsal(one))
      ) {
        const rest = othersFor(group, last, [chain.member], 4);
        return [
          {
            at,
            to: last.index,
            evidence: chain.questions.slice(1).map((one) => ({ at: one.index, shows: 'the next question' })),
            message: `From turn ${at + 1} to turn ${last.index + 1} the worker puts ${count(chain.questions.length)} questions in a row to ${chain.member}, and ${named(rest) || 'the others'} listen${rest.length === 1 ? 's' : ''}. Their own curiosity, and what they know of it, may have had room here. What would they have asked?`,
          },
        ];
      }
    }
    const member = spokenTo(group, move);
    const questions = questionsIn(move);
    if (member === undefined || questions < threshold('stacked')) return [];
    return [
      {
        at,
        to: at,
        evidence: [],
        message: `Turn ${at + 1} puts ${count(questions)} questions to ${member} in one breath. Which one is ${member} to answer, and what might the others have been curious about?`,
      },
    ];
  },
  alternatives: (group, { at, to }) => {
    const who = spokenTo(group, group.moves[at]!) ?? mostHeard(movesBetween(group, at, to).filter(byMember));
    const theirs = lastBefore(
      group,
      to + 1,
      to + 2 - at + 4,
      (move) => move.name === who && byMember(move) && toldBack(move) !== '',
    );
    const told = toldBack(theirs);
    const kin = theirs && kinOf(group, theirs, to);
    return [
      {
        skill: 'exploring-before-solving',
        line: told
          ? `${told} I’ve asked plenty. What would the rest of you want to ask?`
          : `I’ve asked ${who ?? 'you'} plenty. What would the rest of you want to ask?`,
      },
      {
        skill: 'making-room',
        line: kin
          ? `${recalled(kin, { near: theirs })} What comes up for you, listening to ${who}?`
          : `What comes up for the rest of you, listening to ${who ?? 'this'}?`,
      },
      { skill: 'exercising-silence', line: `[asks ${who ?? 'only'} one of them, and waits]` },
    ];
  },
};
