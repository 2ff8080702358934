import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  firstAfter,
  invitedBetween,
  lastBefore,
  movesBetween,
  sharedStems,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { straight } from '../talk/words.ts';
import { answered, called, othersFor, quoted, sentence } from './lines.ts';
import type { Pattern } from './model.ts';

/** How trouble sounds when nobody calls it one: what cannot, does not, will not, has to, is too much. */
const AGAINST =
  /\b(?:can't|cannot|couldn't|won't|wouldn't|don't|doesn't|didn't|isn't|haven't|hasn't|not|never|nothing|nobody|no|hardly|too|only|still|again|worse|hard|always|have to|had to|without|lost|left|stuck|late)\b/i;

/** A member's move that lays a trouble of their own before the group. */
export function bringsTrouble(move: Move): boolean {
  if (!byMember(move) || move.talk.wordCount < 4) return false;
  if (does(move.talk, 'feeling', 'grievance', 'dread', 'taboo', 'yes-but', 'to-worker')) return true;
  const words = straight(move.turn.words);
  const own =
    does(move.talk, 'self-disclosure', 'plan', 'same-boat') ||
    /\b(?:i|i'm|i've|my|me|we|our|us)\b/i.test(words);
  return own && (move.talk.families.size > 0 || AGAINST.test(words));
}

/**
 * Where the talk of this trouble began: back over the same member's turns, as long as they follow each other with one
 * voice between or speak of the same things, at most `within` turns (catalogue C has ten).
 */
function raisedAt(group: Group, trouble: Move, within: number): number {
  let start = trouble;
  for (let i = trouble.index - 1; i >= Math.max(0, trouble.index - within); i--) {
    const move = group.moves[i]!;
    if (move.name !== trouble.name || move.gates.has('go-round')) continue;
    if (start.index - i > 2 && sharedStems(move, trouble).length === 0) break;
    start = move;
  }
  return start.index;
}

/** A member asked the worker for her view after the others had worked on it: then it is one more voice. */
function askedAfterWork(group: Group, at: number, trouble: Move): boolean {
  const others = new Set(
    movesBetween(group, trouble.index - 8, at - 1)
      .filter((move) => byMember(move) && move.name !== trouble.name && move.talk.wordCount > 4)
      .map((move) => move.name),
  );
  return others.size >= 2 && does(trouble.talk, 'to-worker');
}

export const pattern: Pattern = {
  id: 'worker-advice',
  name: 'Worker gives the advice',
  family: 'WORK',
  core: true,
  severity: 'warning',
  dynamics: ['IP', 'SD'],
  skills: ['turning-back', 'reaching-for-information-link', 'exploring-before-solving'],
  question: 'What might the others have brought, had they been asked first?',
  page: {
    looksLike:
      'A member lays out a trouble, and the next idea about what to do comes from the worker: as “you should”, as a list of places that exist, as a step that is somehow already settled, or as her own way told as a tip.',
    matters:
      'Once the worker has solved it, the others can only agree. Thinking it through together, and hearing what people have tried and what it cost, is help that members can give each other and she cannot.',
    fine: 'How the meeting runs; rights, safety, medical or legal facts; a view that is asked for after the group has worked; choices laid out for the group to weigh.',
  },
  sources: ['S', '42', '43'],
  silentIn: ['go-round', 'task-group'],
  thresholds: {
    raisedWithin: {
      default: 10,
      why: 'The trouble was raised at most this many turns earlier.',
    },
    minWords: { default: 3, why: 'A shorter turn is a murmur rather than advice; ours.' },
  },
  yieldsTo: ['silence-filled', 'worker-answers-first', 'premature-reassurance'],
  reach: { before: 20, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    // A remedy inside a question is `advice-in-disguise`'s to judge: it asks for two of them, or a "but".
    const advice = move.talk.acts
      .filter(
        ({ act, start, end }) => act === 'advice' && !/\?["”’']?$/.test(move.turn.words.slice(start, end)),
      )
      .sort((a, b) => b.confidence - a.confidence)[0];
    if (advice === undefined || move.talk.wordCount < threshold('minWords')) return [];
    if (does(move.talk, 'opening', 'linking', 'redirecting', 'rehearsal')) return [];
    const trouble = lastBefore(group, at, 4, bringsTrouble);
    if (trouble === undefined) return [];
    const raised = raisedAt(group, trouble, threshold('raisedWithin'));
    if (invitedBetween(group, raised, at - 1) || askedAfterWork(group, at, trouble)) return [];
    const hurried = firstAfter(group, at, 3, (next) => byMember(next) && does(next.talk, 'yes-but'));
    return [
      {
        at,
        to: at,
        span: { start: advice.start, end: advice.end },
        evidence: [
          { at: trouble.index, shows: `${trouble.name} brings it` },
          ...(hurried ? [{ at: hurried.index, shows: `${hurried.name} meets it with a “but”` }] : []),
        ],
        message: `${trouble.name} brings something at turn ${trouble.index + 1}, and the first idea of what to do is the worker’s. There may have been room for the others to think it through with ${trouble.name}. What might they have brought, had they been asked first?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const move = group.moves[at]!;
    const trouble = answered(group, at);
    const others = othersFor(group, trouble ?? move, trouble ? [trouble.name] : []);
    const words = quoted(trouble);
    const who = trouble?.name ?? 'this';
    return [
      {
        skill: 'turning-back',
        line: words
          ? `${sentence(who)} said ${words}. Before I say anything: who here has been somewhere near that?`
          : `Before I say anything: who here has been near what ${who} is telling us?`,
      },
      {
        skill: 'reaching-for-information-link',
        line:
          others.length > 0
            ? `${called(others)}, what have you tried when it was like that, and what did it cost you?`
            : `What have people tried when it was like that, and what did it cost?`,
      },
      {
        skill: 'exploring-before-solving',
        line: `What would you all need to know about how it is for ${who} before anybody has an idea?`,
      },
    ];
  },
};
