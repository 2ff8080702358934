import type { Group } from '../group/model.ts';
import { byMember, invites, lastBefore, moveAt, silenceBefore } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import type { Pattern, Sighting } from './model.ts';
import { tellsPain } from './premature-reassurance.ts';

/** A marked, short silence after a question or a heavy turn, broken by the worker with something new. */
function broken(group: Group, at: number, longest: number): Sighting[] {
  const move = group.moves[at]!;
  const { marked, seconds } = silenceBefore(move);
  const before = moveAt(group, at - 1);
  if (!marked || seconds === undefined || seconds > longest || before === undefined) return [];
  // A member's own words with a silence marked after them: whoever wrote it down felt that something was in it.
  const heavy =
    byMember(before) &&
    (tellsPain(before) || does(before.talk, 'self-disclosure', 'feeling', 'taboo', 'dread', 'grievance'));
  const asked = does(before.talk, 'question-open', 'question-closed', 'opening');
  if (!heavy && !asked) return [];
  if (
    does(move.talk, 'process', 'waiting', 'repair', 'redirecting', 'linking') ||
    /\b(?:quiet|silen\w+|pause)\b/i.test(move.turn.words)
  )
    return [];
  if (
    !does(
      move.talk,
      'question-open',
      'question-closed',
      'advice',
      'shift',
      'information',
      'agenda',
      'reassurance',
      'decision',
      'procedure',
      'opening',
      'self-disclosure',
      'minimising',
    )
  )
    return [];
  return [
    {
      at,
      to: at,
      evidence: [
        {
          at: before.index,
          shows: heavy ? `${before.name} has just said something heavy` : 'a question stands open',
        },
      ],
      message: `A silence of ${seconds} seconds follows turn ${before.index + 1}, and the worker ends it. Silence is often where members gather themselves to speak. What might have come out of a little more of it?`,
    },
  ];
}

/** The worker asks the group and answers it herself, in one turn or in two of hers running. */
function answeredHerself(group: Group, at: number, minWords: number): Sighting[] {
  const move = group.moves[at]!;
  const question = move.talk.acts.find(
    ({ act, start, end }) => act === 'opening' && /\?["”’']?$/.test(move.turn.words.slice(start, end)),
  );
  const answers = (of: typeof move, from: number): boolean =>
    of.talk.acts.some(
      ({ act, start, end }) =>
        start >= from &&
        (act === 'information' || act === 'advice' || act === 'self-disclosure' || act === 'speaking-for') &&
        of.turn.words.slice(start, end).split(/\s+/).length >= minWords,
    );
  if (question !== undefined && answers(move, question.end) && !/\?\s*$/.test(move.turn.words)) {
    return [
      {
        at,
        to: at,
        span: { start: question.start, end: question.end },
        evidence: [],
        message: `The worker asks the group at turn ${at + 1} and goes on to answer. The question may have needed a breath to land. What might have come back?`,
      },
    ];
  }
  const before = moveAt(group, at - 1);
  if (
    before?.byWorker &&
    invites(before) &&
    !invites(move) &&
    /\?\s*$/.test(before.turn.words) &&
    answers(move, 0) &&
    !silenceBefore(move).marked &&
    before.name === move.name
  ) {
    return [
      {
        at,
        to: at,
        evidence: [{ at: before.index, shows: 'the worker asks the group' }],
        message: `The worker asks the group at turn ${before.index + 1}, and the next turn is hers again, with an answer. What might have come back, given a little longer?`,
      },
    ];
  }
  return [];
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
    answerWords: { default: 6, why: 'Words of an answer to her own question; fewer only clarify it. Ours.' },
  },
  reach: { before: 2, after: 8 },
  of: 'worker',
  repairable: false,
  see: (group, at, threshold) => {
    const first = broken(group, at, threshold('longest'));
    return first.length > 0 ? first : answeredHerself(group, at, threshold('answerWords'));
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
