import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  movesBetween,
  ownSpeech,
  readsAs,
  sharedStems,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { countWords, sentencesOf } from '../talk/words.ts';
import { named, sentence, toldBack, whoElse } from './lines.ts';
import type { Pattern } from './model.ts';

const FIRST_PERSON = /\b(?:i|i'd|i've|i'm|me|my|mine|myself|we|we'd|our|us)\b/i;
const PAST =
  /\b(?:was|were|had|did|didn't|used to|went|got|came|told|said|thought|felt|knew|lost|left|gave|took|kept|put|cried|rang|ran|sat|stood|would|when i|years ago|i'd|we'd|remember|ever since|\p{L}{3,40}ed)\b/iu;
/** What the worker reports of her work is no story of her own. */
const OF_THE_WORK =
  /\b(?:supervis\w+|the office|agency|manager|the council|the form|the forms|email\w*|booked|the room|caretaker|last (?:week|time|session) (?:i|we)|(?:i|we) (?:asked|rang|phoned|spoke to|checked with|wrote to) (?:the|your|them)|as i said|i said (?:at|last)|i (?:noticed|heard|saw|wondered|was (?:wondering|thinking|struck)))\b/i;
/** To be asked what one has learned or done for the job is fair, and so is answering it. */
const QUALIFICATIONS =
  /\b(?:qualif\w+|train(?:ed|ing)|degree|student|experience(?:d)?|how long (?:have you|you)|(?:run|done|led|worked) (?:a |these |this |groups?|with)|social worker|licen[cs]\w+|diploma|placement)\b/i;

/** Words of the worker's own story: sentences in the first person and the past, from the first to the last of them. */
function storyIn(
  move: Move,
): { readonly start: number; readonly end: number; readonly words: number } | undefined {
  const own = ownSpeech(move);
  const told = sentencesOf(own).filter(
    ({ text }) =>
      FIRST_PERSON.test(text) && PAST.test(text) && !OF_THE_WORK.test(text) && !/\?["”’']?$/.test(text),
  );
  if (told.length === 0) return undefined;
  const start = told[0]!.start;
  const end = told[told.length - 1]!.end;
  return { start, end, words: countWords(own.slice(start, end)) };
}

/** A member's attention is on the worker: they speak to her, ask her, or speak of what she told and not of themselves. */
function attends(move: Move, story: Move): boolean {
  if (!byMember(move)) return false;
  const { kind, by } = move.talk.addressee;
  // Whom an answer answers is a reading, and two who ask her in a row do not ask each other.
  if (by !== 'answer' && (kind === 'person' || kind === 'group')) return false;
  if (move.talk.mentions.some((mention) => mention.name !== story.name)) return false;
  if (kind === 'worker' && by !== 'answer') return true;
  const own = /\b(?:i|my|me|mine|i'm|i've|i'd|we|our)\b/i.test(ownSpeech(move)) && move.talk.wordCount >= 6;
  if (own) return false;
  if (/\?\s*$/.test(move.turn.words)) return true;
  return (
    /\byou(?:r|'ve|'re|'d)?\b/i.test(ownSpeech(move)) ||
    sharedStems(move, story).length > 0 ||
    does(move.talk, 'about-worker')
  );
}

/** The talk stays with her: both of the next two turns, hers counted when she goes on with the story. */
function dwellsOnHer(group: Group, at: number): readonly Move[] {
  const story = group.moves[at]!;
  const [first, second, third] = movesBetween(group, at + 1, at + 3);
  if (first === undefined || !attends(first, story)) return [];
  if (second && attends(second, story)) return [first, second];
  const goesOn = second?.byWorker && !invites(second) && storyIn(second) !== undefined;
  if (goesOn && (third === undefined || attends(third, story))) return [first, second!];
  return [];
}

export const pattern: Pattern = {
  id: 'one-of-the-gang',
  name: 'One of the gang',
  family: 'WORK',
  core: false,
  severity: 'information',
  dynamics: ['SB'],
  skills: ['redirecting', 'reaching-for-feeling-link', 'turning-back'],
  question: 'Whose story would the group have heard instead?',
  page: {
    looksLike:
      'The worker tells a story of her own, at some length, and for the next turns the members ask her about it and comfort her.',
    matters:
      'A worker who is one of them looks friendly, and takes a place that is a member’s. The same boat has its people already, and they are in the room.',
    fine: 'A sentence, and straight back to the group. What she has trained in, when she is asked. A peer worker, whose own story is part of the job.',
  },
  sources: ['7'],
  silentIn: [],
  thresholds: {
    words: { default: 25, why: 'Words of her own story; fewer make a remark of it.' },
  },
  reach: { before: 2, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (invites(move) || move.segment?.kind === 'role-play' || does(move.talk, 'rehearsal')) return [];
    if (/\bpeer\b/i.test([move.name, ...group.recording.header.workers].join(' '))) return [];
    const story = storyIn(move);
    if (story === undefined || story.words < threshold('words')) return [];
    if (readsAs(move, 'process', 'purpose', 'welcome') && !does(move.talk, 'self-disclosure')) return [];
    const before = group.moves[at - 1];
    if (before && byMember(before) && /\?/.test(before.turn.words) && QUALIFICATIONS.test(ownSpeech(before)))
      return [];
    const attention = dwellsOnHer(group, at);
    if (attention.length === 0) return [];
    const names = [...new Set(attention.filter(byMember).map((one) => one.name))];
    return [
      {
        at,
        to: at,
        span: { start: story.start, end: story.end },
        evidence: attention.map((one) => ({
          at: one.index,
          shows: one.byWorker ? 'the worker goes on' : `${one.name} turns to the worker’s story`,
        })),
        message: `The worker tells a story of their own at turn ${at + 1}, and ${named(names)} ${names.length === 1 ? 'turns' : 'turn'} to it. Members may have had stories of that kind for each other. Whose would the group have heard instead?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const before = lastBefore(group, at, at, (one) => byMember(one) && one.talk.wordCount >= 4);
    const told = toldBack(before);
    const who = before?.name;
    return [
      {
        skill: 'reaching-for-feeling-link',
        line: told
          ? `I could tell you mine, and yours matter more here. ${told} ${sentence(whoElse(before))}`
          : 'I could tell you mine, and yours matter more here. Who has one?',
      },
      {
        skill: 'redirecting',
        line: who
          ? `You’ll get more from each other than from my story, ${who}. Who here would you like to ask?`
          : 'You’ll get more from each other than from my story. Who would you like to ask?',
      },
      {
        skill: 'turning-back',
        line: `You may be wondering whether I’d understand${who ? `, ${who}` : ''}. Who here does?`,
      },
    ];
  },
};
