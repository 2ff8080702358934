import { factAsked, opensMatter, staysWith } from '../group/answering.ts';
import { opposes } from '../group/differing.ts';
import { leansTo, troubleIn } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  movesBetween,
  ownSpeech,
  remembered,
  sharedStems,
  takesUpMember,
  turnsTo,
} from '../group/sequence.ts';
import { type Family, WEIGHTY } from '../talk/families.ts';
import { comfortIn } from './comfort.ts';
import { toldBack } from './lines.ts';
import type { Pattern } from './model.ts';
import { remedyIn } from './remedy.ts';
import { type Perhaps, reason, weigh } from './weighing.ts';

/** Says that it is not said elsewhere, or asks not to be judged for it. */
const MARKER =
  /\b(?:never (?:said|told|admitted|tell|say)\b|(?:not|haven't|have not|hadn't) (?:said|told|tell) (?:this|that|it|anyone|anybody|a soul|any person|no ?(?:body|one)|my)|told (?:no ?one|nobody)(?: this)?|don't (?:judge|hate) me|can't believe i'm saying|nobody (?:says|talks about|knows)|i know (?:it's|this is|that's|it is) (?:awful|terrible|wrong|bad)|(?:shouldn't|should not) (?:say|be saying)|(?:sounds|is) (?:awful|terrible|bad|wrong|wicked)|god forgive|to be honest with you all|kind of messed up|(?:does not|doesn't|do not|don't) know (?:about (?:it|this))?[.]|would be ashamed|ashamed of (?:it|that|me|myself))/i;
/** Wishes and deeds that are seldom owned: glad of a death, wanting them gone, no love, no faith, lying still, a lie lived. */
const DARE =
  /\b(?:(?:nearly |almost |was |were |felt |i'm |so )?(?:glad|relieved|pleased|happy) (?:when|that|it was|he|she|to see (?:him|her|them) go)|nearly glad|(?:want|wanted|wish|wished|hope|hoped|prayed|waiting) (?:\w+ ){0,3}(?:gone|dead|die|died|over|to end|to stop|to be over|rid)|thought,? (?:now|good|at last|finally|let (?:him|her|it))|(?:don't|didn't|do not|never|can't|couldn't) (?:even )?(?:love|want|like|miss|feel (?:anything|a thing|nothing)|stand|bear|look at|touch) (?:him|her|them|it\b(?! to)|my|mine|the baby)|i want rid|rid of (?:him|her|them)|(?:not|don't|haven't|no longer|stopped) (?:believed?|believing|praying|prayed?)|i (?:hit|slapped|shook|smacked|pushed|stole|took (?:the )?money|lied|drank|used(?! to)|cheated|locked (?:him|her|them))|i lie still|if i don't (?:move|answer|get up)|counting till|count to \w+|tell (?:people|them|everyone) (?:my|he|she|i)\b.{0,20}\b(?:dead|died|single|fine|abroad)|it's easier (?:without|now)|better (?:off )?(?:without|when (?:he|she))|when (?:he|she)'s (?:not there|asleep|away|gone)|hate (?:him|her|them|my|myself|it when)|jealous of|not sorry)\b/i;
/** Of the weighty families those that are seldom named by chance. */
const UNSPOKEN: ReadonlySet<Family> = new Set<Family>([
  'sex',
  'wishing death',
  'not loving a child',
  'harm to self',
]);

/** A bedroom alone is a room. */
const SEX =
  /\b(?:sex\w*|intima\w+|sle(?:ep|pt) (?:with|together)|affair|cheat\w*|porn\w*|erection|libido|desire|touch\w*)\b/i;

/** How far a member's move opens a door to what is seldom said, as reasons. */
const doorIn = remembered(
  (move: Move): { readonly reasons: readonly Perhaps[]; readonly sum: number } | undefined => {
    if (!byMember(move) || move.talk.wordCount < 5) return undefined;
    const words = ownSpeech(move);
    const families = [...move.talk.families] as Family[];
    const reasons = [
      reason('the tagger hears a taboo', 1.6, leansTo(move, 'taboo')),
      reason('it is said to be hard to say, or told to nobody', 1.6, MARKER.test(words)),
      reason('a wish or deed that is seldom owned', 1.4, DARE.test(words)),
      reason(
        'of what people seldom speak',
        1.2,
        families.some((family) => UNSPOKEN.has(family) && (family !== 'sex' || SEX.test(words))),
      ),
      reason(
        'a matter that weighs',
        0.5,
        families.some((family) => WEIGHTY.has(family) && !UNSPOKEN.has(family)),
      ),
      reason('it is told of one’s own', 0.8, Math.min(1, Math.max(-1, troubleIn(move) / 2))),
      reason('it is a question', -1, /\?["”’')]*\s*$/.test(words)),
      reason(
        'it is said to one of the others',
        -0.6,
        move.talk.addressee.kind === 'person' && move.talk.addressee.by === 'label',
      ),
      reason('good news', -1, leansTo(move, 'success')),
      reason('it is a joke', -0.5, leansTo(move, 'joke')),
    ];
    return { reasons, sum: reasons.reduce((total, each) => total + (each?.weight ?? 0), 0) };
  },
);

/** Who first asks whether it may be said thinks that it may not. */
const LEAVE = 1.4;
/** Below this no door was opened, whatever the worker did. */
const LEAST_DOOR = 1.6;

/** Whether another member takes the matter up within a few turns; a kindness to the one who spoke is less than that. */
function takenUp(group: Group, door: Move, at: number, within: number): boolean {
  return movesBetween(group, at + 1, at + within).some(
    (later) =>
      byMember(later) &&
      later.name !== door.name &&
      // To be told off for it is not to be heard.
      (opposes(later, door) < 0.3 || leansTo(later, 'self-disclosure', 'same-boat') >= 0.6) &&
      ((turnsTo(later, door.name) &&
        (sharedStems(door, later).length > 0 ||
          leansTo(later, 'same-boat', 'self-disclosure', 'feeling') >= 0.4)) ||
        (later.index === at + 1 && takesUpMember(later) && sharedStems(door, later).length > 0) ||
        sharedStems(door, later).length >= 2 ||
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
    const leave = movesBetween(group, door.index - 3, door.index - 1).some(
      (one) => one.name === door.name && leansTo(one, 'permission') >= 0.5,
    );
    if (opened.sum + (leave ? LEAVE : 0) < LEAST_DOOR) return [];
    const fact = factAsked(move);
    const comfort = comfortIn(move);
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
      reason('its weight is in her words', -1.4, weighty),
      reason('she opens it to the others', -4, opensMatter(group, move, door.index)),
      reason('she stays with it', -1.4, Math.min(1.3, staysWith(move, door) / 1.4)),
      reason('a word of care that lets it stand', -0.8, leansTo(move, 'support', 'thanks')),
      reason('somebody takes it up', -8, takenUp(group, door, at, threshold('takenUpWithin'))),
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
