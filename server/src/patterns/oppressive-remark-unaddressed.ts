import { leansTo } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import { byMember, movesBetween, turnsTo } from '../group/sequence.ts';
import { SIGNS_REACH } from '../group/signs.ts';
import { does } from '../talk/model.ts';
import { CUT, raisedAt } from './judging.ts';
import type { Pattern } from './model.ts';
import { demeaningIn, namesRemark } from './peoples.ts';
import { reason, type Weighed, weigh } from './weighing.ts';

/** How far on a worker may still come back to it; further than that, the group will not know what she means. Ours. */
const LATER = 80;

/** Comes back to it, turns later: names who said it together with its having been said. */
const COMES_BACK =
  /\b(?:earlier|a (?:word|remark|comment) (?:was|came|that)|back (?:to|there)|(?:twenty|ten|five|a few) minutes ago|was said|said about|let (?:it|that) (?:go|pass|by|slide)|went past|passed over)\b/i;

/** Whether a move takes the remark up: names it, meets it, or asks what it does to people. */
function takesItUp(move: Move, remark: Move): boolean {
  if (move.name === remark.name) return false;
  if (namesRemark(move, remark)) return true;
  // Members go on differing about the plan; what counts is said to the one who spoke, or right after.
  if (!move.byWorker)
    return (
      does(move.talk, 'disagreement', 'challenge') &&
      (turnsTo(move, remark.name) || move.index === remark.index + 1)
    );
  // Her next words, or words to the one who said it; later, a word of the room may be of anything.
  // A rule about the kitchen list, or the floor for somebody else, is none.
  const toThem = turnsTo(move, remark.name);
  return (
    ((move.index <= remark.index + 2 || toThem) && does(move.talk, 'process', 'scolding', 'repair')) ||
    (toThem && does(move.talk, 'rule', 'redirecting'))
  );
}

function returnsLater(group: Group, remark: Move, from: number): boolean {
  return movesBetween(group, from, remark.index + LATER).some(
    (move) =>
      move.byWorker &&
      COMES_BACK.test(move.turn.words) &&
      namesRemark(move, remark) &&
      (does(move.talk, 'process', 'repair', 'history', 'opening', 'scolding') ||
        move.talk.mentions.some(({ name }) => name === remark.name)),
  );
}

/** How surely a member's move demeans, with a form of it or by its tone. */
function demeans(move: Move): number {
  return (demeaningIn(move) === undefined ? 0 : 1) + leansTo(move, 'demeaning');
}

/** The moves in which somebody may still name it, those up to the worker's among them. */
function movesAfter(group: Group, remark: Move, at: number, within: number): readonly Move[] {
  return movesBetween(group, remark.index + 1, Math.max(at, remark.index + within));
}

/** So far back from the worker's move the remark may stand: others may have laughed, or said "that's right". */
const BACK = 4;

/**
 * The member's move before a worker's that most demeans anybody, and what of itself speaks for and against its being left
 * unanswered. Words for it are without end, so a remark that has none of the known forms is weighed all the same.
 */
export function remarkBefore(
  group: Group,
  at: number,
  within: number,
): { readonly remark: Move; readonly own: Weighed } | undefined {
  const candidates = movesBetween(group, at - BACK, at - 1).filter(byMember);
  const remark = candidates.reduce<Move | undefined>(
    (most, move) => (most === undefined || demeans(move) >= demeans(most) ? move : most),
    undefined,
  );
  if (remark === undefined) return undefined;
  const next = movesAfter(group, remark, at, within);
  return {
    remark,
    own: weigh(
      reason('it has a form of words that run people down', 1.5, demeaningIn(remark) !== undefined),
      reason('the tagger hears it', 2, leansTo(remark, 'demeaning')),
      reason(
        'somebody takes it up',
        -2.5,
        next.some((one) => takesItUp(one, remark)),
      ),
    ),
  };
}

/** What was said before a worker's move that demeans, and that the move goes past. */
function passedOver(group: Group, at: number, within: number, evidence: number): Move | undefined {
  const found = remarkBefore(group, at, within);
  return (
    found && raisedAt('oppressive-remark-unaddressed', group, at, evidence, found.own.sum) && found.remark
  );
}

export const pattern: Pattern = {
  id: 'oppressive-remark-unaddressed',
  name: 'Demeaning remark passed over',
  family: 'CONF',
  core: true,
  severity: 'warning',
  dynamics: ['MS', 'TA', 'DP'],
  skills: ['making-room', 'verbalising-norms', 'exploring-before-solving'],
  question: 'What might the people it was about have needed to hear?',
  page: {
    looksLike:
      'A member uses a slur, or says of a whole people, faith, gender or disability that they are all alike in something bad. The talk goes on with its subject, and nobody mentions it.',
    matters:
      'Somebody in the circle, or somebody they love, may be one of those who were meant, and now knows what can be said here unanswered. Named without shame, it is also a chance: to hear what is behind it, and what it does.',
    fine: 'It is somebody else’s word, told by the one it hurt. People use it of themselves. A member meets it. The worker comes back to it later.',
  },
  sources: ['65', '35'],
  silentIn: [],
  thresholds: {
    within: { default: 6, why: 'Turns in which somebody may still name it.' },
    evidence: {
      default: -0.6,
      why: CUT,
    },
  },
  reach: { before: SIGNS_REACH.before, after: LATER + 8 },
  of: 'any',
  // An opening on the subject of the day does not undo it; what does is looked for here.
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const within = threshold('within');
    // It stands on the worker's first words after it, or on the remark where she says nothing.
    const remark = move.byWorker
      ? passedOver(group, at, within, threshold('evidence'))
      : demeaningIn(move) &&
          !movesAfter(group, move, at, within).some((one) => one.byWorker || takesItUp(one, move))
        ? move
        : undefined;
    if (remark === undefined) return [];
    // What members make of it cannot be read where the record stops.
    if (!move.byWorker && at + 2 >= group.moves.length) return [];
    if (returnsLater(group, remark, remark.index + within + 1)) return [];
    const goesOn = move.byWorker
      ? `the worker’s next words (turn ${at + 1}) are about something else`
      : 'nobody mentions it in the turns that follow';
    return [
      {
        at,
        to: at,
        ...(move.byWorker ? {} : { span: demeaningIn(remark)! }),
        evidence: [
          { at: remark.index, shows: `${remark.name} says it` },
          ...movesAfter(group, remark, at, within)
            .filter((one) => byMember(one) && one.index < at && one.name !== remark.name)
            .slice(0, 2)
            .map((one) => ({ at: one.index, shows: `${one.name} speaks next` })),
        ].filter((one) => one.at !== at),
        message: `What ${remark.name} says at turn ${remark.index + 1} demeans people for what they are, and ${goesOn}. Somebody here, or somebody they love, may be among them, and there may have been room to say what such words do, and what is behind them. What might they have needed to hear?`,
      },
    ];
  },
  alternatives: (group, sighting) => {
    const { name } =
      group.moves[sighting.evidence.find((one) => one.shows.endsWith('says it'))?.at ?? sighting.at]!;
    return [
      {
        skill: 'making-room',
        line: `I want to stop there, ${name}. That was about a lot of people, and it may be about some of us. How did it land with each of you?`,
      },
      {
        skill: 'exploring-before-solving',
        line: `I don’t go along with those words, ${name}, and I’d like to know what’s behind them. What happened to you? And who has known it otherwise?`,
      },
      {
        skill: 'verbalising-norms',
        line: `Words like that land on somebody, ${name}, and I don’t want to step over it. How do we all want to speak about people in here?`,
      },
    ];
  },
};
