import type { Move } from '../group/model.ts';
import { byMember, invites, moveAt, movesBetween, sharedStems, takesUpMember } from '../group/sequence.ts';
import { type Family, WEIGHTY } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { straight } from '../talk/words.ts';
import { toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

const MARKER =
  /\b(?:never (?:said|told|admitted)|(?:not|haven't) (?:said|told) (?:this|that|it|anyone|anybody|a soul)|don't (?:judge|hate) me|can't believe i'm saying|nobody (?:says|talks about)|i know (?:it's|this is|that's) (?:awful|terrible|wrong)|shouldn't say|sounds (?:awful|terrible|bad)|god forgive)\b/i;

/** Of the weighty families those that are seldom named by chance. */
const UNSPOKEN: ReadonlySet<Family> = new Set<Family>([
  'sex',
  'wishing death',
  'not loving a child',
  'harm to self',
]);

/** A word alone is never enough: the member must speak of their own, or say that it is hard to say. */
function opensDoor(move: Move): boolean {
  if (!byMember(move) || move.talk.wordCount < 4) return false;
  const plain = straight(move.turn.words);
  const weighty = [...move.talk.families].some((family) => WEIGHTY.has(family as Family));
  if (MARKER.test(plain)) return true;
  if (weighty && does(move.talk, 'taboo')) return true;
  return (
    [...move.talk.families].some((family) => UNSPOKEN.has(family as Family)) &&
    /\b(?:i|my|me|we)\b/i.test(plain) &&
    !does(move.talk, 'success')
  );
}

/** Nothing but questions for facts: how long, how old, how far. They may use a word of the member's and leave the matter all the same. */
function asksSideFacts(move: Move): boolean {
  return (
    does(move.talk, 'question-closed') &&
    move.talk.acts.every(
      ({ act }) =>
        act === 'question-closed' ||
        act === 'information' ||
        act === 'restating' ||
        act === 'procedure' ||
        act === 'shift',
    )
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
  },
  reach: { before: 2, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const door = moveAt(group, at - 1);
    if (door === undefined || !opensDoor(door) || invites(move)) return [];
    if (does(move.talk, 'reflection', 'process', 'waiting', 'question-open', 'support')) return [];
    const taken = [...door.talk.families].some(
      (family) => WEIGHTY.has(family as Family) && move.talk.families.has(family),
    );
    if (taken || !(asksSideFacts(move) || sharedStems(door, move).length === 0)) return [];
    const closing = move.talk.acts.find(
      ({ act }) =>
        act === 'shift' ||
        act === 'agenda' ||
        act === 'reassurance' ||
        act === 'minimising' ||
        act === 'question-closed' ||
        act === 'decision' ||
        act === 'procedure' ||
        act === 'outside',
    );
    if (closing === undefined) return [];
    const takenUp = movesBetween(group, at + 1, at + threshold('takenUpWithin')).some(
      (later) =>
        byMember(later) &&
        later.name !== door.name &&
        (later.talk.mentions.some((mention) => mention.name === door.name) ||
          later.talk.addressee.names.includes(door.name) ||
          (later.index === at + 1 && takesUpMember(later)) ||
          sharedStems(door, later).length >= 1 ||
          [...door.talk.families].some(
            (family) => WEIGHTY.has(family as Family) && later.talk.families.has(family),
          )),
    );
    if (takenUp) return [];
    return [
      {
        at,
        to: at,
        span: { start: closing.start, end: closing.end },
        evidence: [{ at: door.index, shows: `${door.name} opens the door` }],
        message: `${door.name} says something at turn ${door.index + 1} that is hard to say in most places, and the talk goes elsewhere. There may have been room to speak of what is seldom spoken of. What would it have taken for the group to stay with it?`,
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
