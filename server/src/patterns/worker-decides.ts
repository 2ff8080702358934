import { invitedBetween, responseWindow } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { straight } from '../talk/words.ts';
import { called, othersFor, turns } from './lines.ts';
import type { Pattern } from './model.ts';

/** Reasons that are not the worker's to waive: the building, the law, safety. Said aloud, they make a limit and not a decree. */
const WITH_REASON =
  /\b(?:because|since|so that|fire|safety|insurance|building|caretaker|the law|legally|the agency|they need the room|the room(?:'s| is)|painters|(?:they|security|he|she) locks?|closes at|the service|funding|contract)\b/i;

/** A rule laid down rather than asked for or recalled. */
const LAID_DOWN =
  /\b(?:from now on|from next|from today|the rule is|that(?:'s|’s) the rule|(?:not|aren't) allowed|will be (?:locked|closed|counted|asked))\b/i;

export const pattern: Pattern = {
  id: 'worker-decides',
  name: 'Worker decides the group’s affairs',
  family: 'AUTH',
  core: true,
  severity: 'warning',
  dynamics: ['DP', 'SN'],
  skills: ['turning-back', 'reaching-for-consensus', 'verbalising-norms'],
  question: 'How might the group have settled it, had it been theirs?',
  page: {
    looksLike:
      'Topic, order, seats, rules, time, who comes, what to do about somebody’s absence: the worker says how it will be, and the talk goes on.',
    matters:
      'Having a real say is how members come to own the group. What is settled for them, even kindly, is one thing less that they do together.',
    fine: 'What cannot be changed, said with its reason. The start of a first session. Safety. A single session’s clock. A choice that the group had already made.',
  },
  sources: ['S', '7'],
  silentIn: ['contracting', 'limited-speech', 'task-group'],
  thresholds: {
    askedWithin: { default: 3, why: 'Turns before in which the group was asked about it (ours).' },
  },
  reach: { before: 6, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const decision = move.talk.acts
      .filter(
        ({ act, start, end }) =>
          act === 'decision' || (act === 'rule' && LAID_DOWN.test(move.turn.words.slice(start, end))),
      )
      .sort((a, b) => b.confidence - a.confidence)[0];
    if (decision === undefined || does(move.talk, 'opening', 'redirecting')) return [];
    if (WITH_REASON.test(straight(move.turn.words))) return [];
    if (invitedBetween(group, at - threshold('askedWithin'), at - 1)) return [];
    if (responseWindow(group, at).some((next) => next.byWorker && does(next.talk, 'opening', 'redirecting')))
      return [];
    return [
      {
        at,
        to: at,
        span: { start: decision.start, end: decision.end },
        evidence: [],
        message: `At ${turns(at, at)} the worker settles something that may have been the group’s to settle. Thinking a choice through together can be help in itself. How might the group have settled it?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const others = othersFor(group, group.moves[at]!, []);
    const all = others.length > 0 ? `${called(others)}, everyone` : 'Everyone';
    return [
      { skill: 'turning-back', line: `I was about to settle that for you. ${all}: what would work for you?` },
      {
        skill: 'reaching-for-consensus',
        line: `That’s one way it could go. ${all}: could you live with it, or what would you change?`,
      },
      {
        skill: 'verbalising-norms',
        line: `${all}: it’s usually me who settles these things. Is that how we want it?`,
      },
    ];
  },
};
