import { factAsked, opensMatter, staysWith } from '../group/answering.ts';
import { opposes } from '../group/differing.ts';
import { leansTo } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import { goesToNext } from '../group/moving-on.ts';
import {
  byMember,
  movesBetween,
  ownSpeech,
  saysOtherwise,
  sharedStems,
  takesUpMember,
  turnsTo,
} from '../group/sequence.ts';
import { type Family, WEIGHTY } from '../talk/families.ts';
import { comfortIn } from './comfort.ts';
import { doorIn } from './doors.ts';
import { toldBack } from './lines.ts';
import type { Pattern } from './model.ts';
import { goesToPlan } from './plan-talk.ts';
import { remedyIn } from './remedy.ts';
import { reason, weigh } from './weighing.ts';

/** She says that it is not to be spoken of here. */
const SHUTS =
  /\b(?:(?:better|best) not\b|let's not (?:go|get|talk|open)|we (?:don't|won't|shouldn't|can't|better not|park) (?:that|this|it|talk|go|discuss|get)|not (?:for|in) (?:here|this group|a mixed group)|(?:is|are|it's|that's|too|very) (?:a bit )?(?:sensitive|personal|private)|keep (?:religion|politics|sex|money|that) out)\b/i;

/** Who first asks whether it may be said thinks that it may not. */
const LEAVE = 1.4;
/** Words from which on who asks leave has told it in the same turn. Ours. */
const TOLD_WITH_IT = 28;
/** Moves from the end in which there is no time left to open anything. */
const LAST = 2;
/** Below this no door was opened, whatever the worker did. */
const LEAST_DOOR = 1.6;

/** Two words that both use may be chance in long turns: what is gone on with is a fair part of what the shorter one says. */
function sharesMuch(door: Move, later: Move): boolean {
  const shared = sharedStems(door, later).length;
  return shared >= 2 && shared >= Math.min(door.talk.stems.size, later.talk.stems.size) * 0.25;
}

/** Whether another member takes the matter up within a few turns; a kindness to the one who spoke is less than that. */
function takenUp(group: Group, door: Move, at: number, within: number): boolean {
  return movesBetween(group, at + 1, at + within).some(
    (later) =>
      byMember(later) &&
      later.name !== door.name &&
      // To be told off for it is not to be heard.
      ((opposes(later, door) < 0.3 && !saysOtherwise(later)) ||
        leansTo(later, 'self-disclosure', 'same-boat') >= 0.6) &&
      ((turnsTo(later, door.name) &&
        (sharedStems(door, later).length > 0 ||
          leansTo(later, 'same-boat', 'self-disclosure', 'feeling') >= 0.4)) ||
        (later.index === at + 1 && takesUpMember(later) && sharedStems(door, later).length > 0) ||
        sharesMuch(door, later) ||
        [...door.talk.families].some(
          (family) => WEIGHTY.has(family as Family) && later.talk.families.has(family),
        )),
  );
}

export const pattern: Pattern = {
  id: 'missed-taboo-opening',
  name: 'Door to a taboo closed',
  family: 'MISS',
  core: true,
  severity: 'warning',
  dynamics: ['TA', 'SB'],
  skills: ['naming-taboo', 'asking-permission', 'reaching-for-feeling-link'],
  question: 'What would it have taken for the group to stay with it?',
  page: {
    looksLike:
      'A member says what is seldom said aloud: money, sex, wishing that it were over, using again, not loving one’s child. The worker turns to something else, asks for a side fact, or comforts, and nobody comes back to it.',
    matters:
      'What cannot be said elsewhere is often what a group is for. A door that closes once is rarely tried again, and everyone in the room learns where the limit is.',
    fine: 'It is parked together with the group. The member draws back. Details of trauma in a first session. The last minutes, with a plan. Somebody else takes it up.',
  },
  sources: ['S', '2', '32', '35'],
  silentIn: ['cool-down', 'go-round'],
  thresholds: {
    takenUpWithin: { default: 5, why: 'Turns in which somebody may still take it up.' },
    evidence: {
      default: 3.2,
      why: 'Reasons for it, less those against it (see `weighing.ts`); a higher number says less, and more surely.',
    },
  },
  yieldsTo: ['curriculum-over-live-material'],
  reach: { before: 4, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const last = group.moves[at - 1];
    const door = last?.talk.backchannel ? group.moves[at - 2] : last;
    const opened = door && doorIn(door);
    if (door === undefined || opened === undefined) return [];
    // Leave is for the first thing that is said with it, not for answers to what is asked after.
    const before = movesBetween(group, door.index - 3, door.index - 1)
      .filter((one) => one.name === door.name)
      .at(-1);
    const leave =
      before !== undefined &&
      leansTo(before, 'permission') >= 0.4 &&
      ownSpeech(before).includes('?') &&
      before.talk.wordCount < TOLD_WITH_IT;
    if (opened.sum + (leave ? LEAVE : 0) < LEAST_DOOR) return [];
    const fact = factAsked(move);
    const comfort = comfortIn(move);
    const shuts = SHUTS.test(ownSpeech(move));
    const shared = sharedStems(door, move).length;
    const weighty = [...door.talk.families].some(
      (family) => WEIGHTY.has(family as Family) && move.talk.families.has(family),
    );
    const weighed = weigh(
      ...opened.reasons,
      reason('leave had been asked for it', LEAVE, leave),
      reason('the worker asks for a fact beside it', 1.6, fact !== undefined && !weighty),
      reason(
        'she leaves the subject',
        1.2,
        goesToNext(move) ||
          goesToPlan(move) !== undefined ||
          Math.min(1, leansTo(move, 'shift', 'agenda', 'procedure', 'outside', 'decision') * 1.3),
      ),
      reason(
        'she comforts it away: another lapse, and that one speaks',
        -0.8,
        Math.min(1, Math.max(0, (comfort?.sum ?? 0) / 2)),
      ),
      reason(
        'she has a remedy: another lapse, and that one speaks',
        -0.8,
        Math.min(1, Math.max(0, (remedyIn(move, door)?.sum ?? 0) / 2)),
      ),
      reason('nothing of it is in her words', 0.5, shared === 0 && !weighty),
      reason('its weight is in her words', -1.4, weighty && !shuts),
      reason('she opens it to the others', -4, opensMatter(group, move, door.index)),
      reason('she stays with it', -1.4, Math.min(1.3, staysWith(move, door) / 1.4)),
      reason('a word of care that lets it stand', -0.8, shuts ? 0 : leansTo(move, 'support', 'thanks')),
      reason('the session ends here', -1.6, at >= group.moves.length - LAST),
      reason('she says that it is not for here', 1.6, shuts),
      // Who goes on with it in spite of her does what she might have done.
      reason('somebody takes it up', shuts ? -1 : -8, takenUp(group, door, at, threshold('takenUpWithin'))),
    );
    if (weighed.sum < threshold('evidence')) return [];
    return [
      {
        at,
        to: at,
        ...(fact ? { span: { start: fact.start, end: fact.end } } : {}),
        evidence: [{ at: door.index, shows: `${door.name} opens the door` }],
        message: `${door.name} says something at turn ${door.index + 1} that is hard to say in most places, and the talk goes elsewhere. There may have been room to speak of what is seldom spoken of. What would it have taken for the group to stay with it?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const door = group.moves[at - 1]!;
    const told = toldBack(door, { only: ['taboo'] });
    return [
      {
        skill: 'naming-taboo',
        line: told
          ? `${told} That’s hard to say anywhere. What makes it easier to say here, or harder?`
          : `That’s hard to say anywhere, ${door.name}. What makes it easier to say here, or harder?`,
      },
      {
        skill: 'asking-permission',
        line: `${door.name} has said something that most of us would walk round. What would you all need, to stay with it?`,
      },
      {
        skill: 'reaching-for-feeling-link',
        line: `Who was relieved to hear ${door.name} say it out loud?`,
      },
    ];
  },
};
