import { bringsTrouble } from '../group/floor.ts';
import type { Gate, Group, Move } from '../group/model.ts';
import { byMember, invites, movesBetween, ownSpeech, readsAs, remembered } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { type Sentence, sentencesOf, stemsOf, tokensOf } from '../talk/words.ts';
import { count, sentence, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/** The plan by its things: pages, sheets, boxes, the next item. Beside the act, which needs no such word. */
const PLAN =
  /\b(?:page \w+|slide \w+|(?:the|our|my|your|this|that|pink|blue|green|yellow|white|next|first|second|third|last|work|hand)[- ]?(?:sheet|page|handout|worksheet|workbook|binder|module|unit|booklet|slide|agenda|exercise|activity|topic|section|item)s?|(?:sheet|page|handout|worksheet|workbook|binder|module|unit|booklet|agenda|exercise|activity|section|item|box|row|column|factor|step|skill|session|question|number) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|to get through|got to cover|need to cover|back to (?:the|our|my|page|slide|where)|next on (?:the|my|our)|on to (?:the|our|my|number|page|slide)|(?:today|tonight|this week)(?:'s|'s topic| is| we(?:'re| are)) (?:topic|doing|covering|looking at|about|going to (?:do|look|cover)))\b/i;
/** Parked aloud, with a way back to it. */
const PARKS =
  /\b(?:come back to (?:it|that|this|you)|park(?:ed|ing)? (?:it|that|this)|on the board|write (?:it|that) (?:up|down)|hold (?:on to )?(?:it|that)|don't want to lose|pick (?:it|that) up (?:after|at|later|next)|top of next|first thing next|after the (?:break|tea)|save (?:it|that) for)\b/i;
/** The plan laid before the group for its say. */
const OFFERS =
  /\b(?:would you rather|which (?:do you|would you|matters|of)|do we want|do you want|shall we|what(?:'s| is) more|is that (?:ok|okay|all right|alright)|does that (?:suit|work)|or do you|or would you|up to you|your call|how long do we)\b/i;

/** Laying it aside. */
const ASIDE =
  /\b(?:shut|close|leave|put|bag|keep|never mind|forget|drop|scrap|instead of|rather than|skip|can wait|bin)\b/i;

/** The sentences in which the worker turns to her plan; to speak of it in looking back is another thing. */
const planIn = remembered((move): readonly Sentence[] => {
  if (!move.byWorker || does(move.talk, 'repair', 'credit')) return [];
  const heard = readsAs(move, 'agenda');
  if (heard === undefined && !PLAN.test(ownSpeech(move))) return [];
  return sentencesOf(ownSpeech(move)).filter(
    ({ start, text }) => !ASIDE.test(text) && (PLAN.test(text) || heard?.start === start),
  );
});

/** The worker lays the plan open for the group's say. */
const negotiates = remembered(
  (move) =>
    move.byWorker &&
    /\?/.test(move.turn.words) &&
    OFFERS.test(ownSpeech(move)) &&
    (planIn(move).length > 0 || invites(move)),
);

/**
 * Something of their own that members are on when the worker turns to the plan: at least `turns` turns within the last
 * six, the last of them right before, and nothing of it in what she turns to. Empty where she takes it along, hears it,
 * or parks it aloud.
 */
function leftLying(group: Group, at: number, turns: number): readonly Move[] {
  const move = group.moves[at]!;
  if (PARKS.test(ownSpeech(move)) || readsAs(move, 'linking', 'redirecting', 'process')) return [];
  const plan = new Set(planIn(move).flatMap(({ text }) => [...stemsOf(tokensOf(text))]));
  const own = movesBetween(group, at - 6, at - 1).filter(
    (one) =>
      byMember(one) &&
      one.talk.wordCount >= 4 &&
      bringsTrouble(one) &&
      ![...one.talk.stems].some((stem) => plan.has(stem)),
  );
  const last = own[own.length - 1];
  if (own.length < turns || last === undefined || at - last.index > 2) return [];
  // Given back in its own words it has been heard; "that's a shame" is a way of leaving it.
  const heard = move.talk.acts.some(
    (act) =>
      (act.act === 'reflection' || act.act === 'restating') &&
      [...stemsOf(tokensOf(ownSpeech(move).slice(act.start, act.end)))].some((stem) =>
        own.some((one) => one.talk.stems.has(stem)),
      ),
  );
  return heard ? [] : own;
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
    planTurns: { default: 3, why: 'Turns to the plan in the session.' },
    cuts: {
      default: 2,
      why: 'Turns to the plan that leave something of the members’ own lying. In place of the worker’s share of all subjects: subjects cannot be told apart well enough, and the more live matter members bring, the smaller her share looks.',
    },
    across: {
      default: 10,
      why: 'Turns from the first to the last of them: the plan runs the session, and not one moment of it (ours).',
    },
    live: { default: 2, why: 'Member turns that make a subject of their own.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const moves = group.moves.filter(
      (move) =>
        !['safety', 'presentation', 'go-round', 'chosen-procedure'].some((gate) =>
          move.gates.has(gate as Gate),
        ),
    );
    const turnings = moves.filter((move) => planIn(move).length > 0);
    // The first of them opens the work.
    const cuts = turnings
      .slice(1)
      .map((move) => ({ move, live: leftLying(group, move.index, threshold('live')) }))
      .filter(({ live }) => live.length > 0);
    const lastCut = cuts[cuts.length - 1];
    if (cuts.length < threshold('cuts') || lastCut === undefined) return [];
    const plan = turnings.filter((move) => move.index <= lastCut.move.index);
    // A notice may be heard as a plan; where there is one, its things are named.
    if (plan.filter((move) => planIn(move).some(({ text }) => PLAN.test(text))).length < plan.length / 2)
      return [];
    if (plan.length < threshold('planTurns') || lastCut.move.index - plan[0]!.index < threshold('across'))
      return [];
    if (moves.some((move) => move.index <= lastCut.move.index && negotiates(move))) return [];
    const from = plan[0]!.index;
    const to = lastCut.move.index;
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
    const told = toldBack(live);
    return [
      {
        skill: 'turning-back',
        line: told
          ? `${told} That isn’t on my list, and it may matter more. Shall we stay with it?`
          : `What ${live.name} brought isn’t on my list, and it may matter more. Shall we stay with it?`,
      },
      {
        skill: 'reaching-for-consensus',
        line: `There’s my list, and there’s what ${live.name} began on. Which do you need today, and can everyone live with that?`,
      },
      {
        skill: 'reframing-common-ground',
        line: `Leave the page a minute. Which part of what ${live.name} began on is yours as well?`,
      },
    ];
  },
};
