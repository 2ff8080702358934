import { byMember, invites, movesBetween, ownSpeech, sharedStems, voiced } from '../group/sequence.ts';
import type { Group, Move } from '../group/model.ts';
import { does } from '../talk/model.ts';
import { count, quoted, sentence } from './lines.ts';
import type { Pattern } from './model.ts';
import { bringsTrouble } from './worker-advice.ts';

/** The plan by its things: pages, sheets, boxes, the next item. Beside the act, which needs no such word. */
const PLAN =
  /\b(?:page \w+|slide \w+|(?:the|our|my|your|this|that|pink|blue|green|yellow|white|next|first|second|third|last|work|hand)[- ]?(?:sheet|handout|worksheet|workbook|binder|module|unit|booklet|slide|agenda|exercise|activity|topic|section|item)s?|(?:sheet|handout|worksheet|workbook|binder|module|unit|booklet|agenda|exercise|activity|section|item|box|row|column|factor|step|skill|session|question|number) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|to get through|got to cover|need to cover|back to (?:the|our|my|page|slide|where)|next on (?:the|my|our)|on to (?:the|our|my|number|page|slide)|(?:today|tonight|this week)(?:'s|'s topic| is| we(?:'re| are)) (?:topic|doing|covering|looking at|about|going to (?:do|look|cover)))\b/i;
/** Turning away to it. */
const AWAY = /(?:^|[.!?…]\s+)(?:(?:okay|ok|right|so|now|well|anyway|lovely|good|great|thanks|alright|all right)[,.!\s]+)+|\b(?:anyway|moving on|move on|let's (?:get|move|go|crack|turn|stick|look)|back to|if we can|stick with|so we don't run|before we run out|we need to|we've got to|i need to|i want us to)\b/i;
/** Parked aloud, with a way back to it. */
const PARKS =
  /\b(?:come back to (?:it|that|this|you)|park(?:ed|ing)? (?:it|that|this)|on the board|write (?:it|that) (?:up|down)|hold (?:on to )?(?:it|that)|don't want to lose|pick (?:it|that) up (?:after|at|later|next)|top of next|first thing next|after the (?:break|tea)|save (?:it|that) for)\b/i;
/** The plan laid before the group for its say. */
const OFFERS = /\b(?:would you rather|which (?:do you|would you|matters|of)|do we want|do you want|shall we|what(?:'s| is) more|is that (?:ok|okay|all right|alright)|does that (?:suit|work)|or do you|or would you|up to you|your call|how long do we)\b/i;

/** The worker turns to her plan; to speak of it in looking back is another thing. */
function turnsToPlan(move: Move): boolean {
  if (!move.byWorker || does(move.talk, 'repair', 'credit')) return false;
  return does(move.talk, 'agenda') || PLAN.test(ownSpeech(move));
}

/** The worker lays the plan open, or says what she had agreed with them. */
function negotiates(move: Move): boolean {
  return move.byWorker && OFFERS.test(ownSpeech(move)) && /\?/.test(move.turn.words) && (turnsToPlan(move) || invites(move));
}

/** Something of their own that members have begun on, right before `at`: at least `turns` turns within the last six. */
function liveBefore(group: Group, at: number, turns: number): readonly Move[] {
  const plan = group.moves[at]!;
  const own = movesBetween(group, at - 6, at - 1).filter((move) => byMember(move) && move.talk.wordCount >= 4 && bringsTrouble(move) && sharedStems(move, plan).length === 0);
  const last = own[own.length - 1];
  return own.length >= turns && last !== undefined && at - last.index <= 2 ? own : [];
}

/** A turn to the plan that leaves members' own subject where it lay. */
function cutsOff(group: Group, at: number, turns: number): readonly Move[] {
  const move = group.moves[at]!;
  if (!turnsToPlan(move) || PARKS.test(ownSpeech(move)) || negotiates(move)) return [];
  if (!(does(move.talk, 'shift') || AWAY.test(ownSpeech(move)))) return [];
  if (does(move.talk, 'opening', 'linking', 'redirecting') && !does(move.talk, 'agenda', 'shift')) return [];
  return liveBefore(group, at, turns);
}

/** Who begins subjects: the worker by plan, by a shift or a new question, a member by bringing something unasked. */
function startsIn(moves: readonly Move[]): { readonly worker: number; readonly members: number } {
  let worker = 0;
  let members = 0;
  moves.forEach((move, index) => {
    const lately = moves.slice(Math.max(0, index - 3), index);
    const isNew = lately.every((one) => sharedStems(one, move).length === 0 && ![...one.talk.families].some((family) => move.talk.families.has(family)));
    if (move.byWorker) {
      if (turnsToPlan(move) || (isNew && does(move.talk, 'shift'))) worker++;
      return;
    }
    const before = lately[lately.length - 1];
    const asked = before?.byWorker === true && (does(before.talk, 'question-open', 'question-closed', 'opening') || /\?/.test(before.turn.words));
    if (isNew && !asked && byMember(move) && move.talk.wordCount >= 6 && bringsTrouble(move)) members++;
  });
  return { worker, members };
}

export const pattern: Pattern = {
  id: 'agenda-controlled-talk',
  name: 'Agenda-controlled',
  family: 'COMM',
  core: false,
  severity: 'information',
  dynamics: ['SD', 'DP', 'TA', 'SB', 'MS', 'MD', 'IP', 'RE', 'SN'],
  skills: ['turning-back', 'reaching-for-consensus', 'reframing-common-ground'],
  question: 'Which subject did the group need: the one on the page, or the one in the room?',
  page: {
    looksLike:
      'The sheet, the next box, page nine: nearly every subject is begun by the worker, and when members get going on one of their own, the talk is brought back to the plan.',
    matters:
      'A plan helps people who do not know each other yet. When it decides what may be spoken of, the live material goes home again, and the worker is left to do the work.',
    fine: 'A marked presentation. A task group. A clock that the group has agreed to. A subject parked aloud, with a time to come back to it. A plan that is put to the group.',
  },
  sources: ['S', '20'],
  silentIn: ['presentation', 'task-group'],
  thresholds: {
    planTurns: { default: 3, why: 'Turns to the plan in the session (catalogue B).' },
    topics: { default: 5, why: 'Subjects begun by anyone; with fewer, shares say nothing (catalogue B).' },
    share: { default: 0.7, why: 'Part of the subjects that the worker begins (catalogue B).' },
    live: { default: 2, why: 'Member turns that make a subject of their own (catalogue B).' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const moves = voiced(group.moves).filter((move) => !move.gates.has('safety') && !move.gates.has('presentation') && !move.gates.has('go-round'));
    if (group.recording.header.type === 'task' || moves.some(negotiates)) return [];
    const plan = moves.filter(turnsToPlan);
    const cuts = plan.map((move) => ({ move, live: cutsOff(group, move.index, threshold('live')) })).filter(({ live }) => live.length > 0);
    if (plan.length < threshold('planTurns') || cuts.length === 0) return [];
    const { worker, members } = startsIn(moves);
    if (worker + members < threshold('topics') || worker < threshold('share') * (worker + members)) return [];
    const from = plan[0]!.index;
    const to = plan[plan.length - 1]!.index;
    const { move: cut, live } = cuts[0]!;
    const last = live[live.length - 1]!;
    return [
      {
        at: from,
        to,
        evidence: [
          { at: last.index, shows: `${last.name} is on a subject of the members’ own` },
          { at: cut.index, shows: 'the worker turns to the plan' },
          ...cuts.slice(1, 4).map(({ move }) => ({ at: move.index, shows: 'and again' })),
        ],
        message: `${sentence(count(plan.length))} times between turns ${from + 1} and ${to + 1} the worker turns to the plan, at turn ${cut.index + 1} away from what ${last.name} had begun on. What was live may have had room. Which did the group need: the subject on the page, or the one in the room?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const live = group.moves[evidence[0]!.at]!;
    const words = quoted(live);
    return [
      {
        skill: 'turning-back',
        line: words ? `The plan says one thing, and ${live.name} says ${words}. Which does this group need tonight?` : `The plan says one thing, and you are on what ${live.name} brought. Which does this group need tonight?`,
      },
      { skill: 'reaching-for-consensus', line: 'There’s what I brought and what you brought. Which matters more, and can everyone live with that?' },
      { skill: 'reframing-common-ground', line: `Let’s leave the page. What ${live.name} is telling us: what has it to do with the rest of us?` },
    ];
  },
};
