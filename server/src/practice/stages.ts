/** Beginning, middle and ending of a group: what they ask for, and how a session number tells which it is. */
import type { SkillId } from './terms.ts';

export type Stage = 'beginning' | 'middle' | 'ending';

/** What a stage means for members and for the worker. */
export interface StageText {
  readonly name: string;
  /** What is going on for members. */
  readonly meaning: string;
  /** What the worker tends to do. */
  readonly worker: string;
  /** Skills that fit, the best fit first. For ranking alternatives: a skill that is not listed ranks after these. */
  readonly prefers: readonly SkillId[];
  readonly cautions: readonly string[];
  /** Keys of `sources.ts`. */
  readonly sources: readonly string[];
}

/** By stage, in the order of a group's life. */
export const stages: Readonly<Record<Stage, StageText>> = {
  beginning: {
    name: 'Beginning',
    meaning:
      'People ask themselves whether they belong here and what this is for. They hope to go home feeling that they met someone, and that they know why they came.',
    worker:
      'You are more active now than later. You say what the group is for, ask what people make of it, and help them meet each other, not only you.',
    prefers: [
      'stating-purpose',
      'connecting',
      'reframing-common-ground',
      'reaching-for-feeling-link',
      'reaching-for-information-link',
      'inviting-participation',
      'redirecting',
      'turning-back',
      'verbalising-norms',
      'asking-permission',
      'limits-of-confidentiality',
      'scanning',
    ],
    cautions: [
      'A round of introductions is fine. Ask afterwards what people heard in common.',
      'Let the group set how deep it goes. Hard details from one person can come too soon.',
      'Be straight about confidentiality. You can promise for yourself, within limits, and members can promise each other.',
      'An early disagreement is not a bad sign.',
    ],
    sources: ['4', '24', '25', '27', '33', '70', '77', 'c'],
  },
  middle: {
    name: 'Middle',
    meaning:
      'People know by now what they can get from each other. They test one another and you, and that is part of the work.',
    worker:
      'You move toward the back seat. You hand questions and decisions on, keep differences alive, and lend a hand when the group is stuck.',
    prefers: [
      'turning-back',
      'redirecting',
      'reaching-for-feeling-link',
      'reaching-for-difference',
      'exploring-before-solving',
      'connecting',
      'backing-demand',
      'naming-taboo',
      'amplifying',
      'mediating',
      'exercising-silence',
      'making-room',
      'proposing-rehearsal',
      'backing-out',
      'differentiating',
      'preserving-history',
      'voicing-shared-grievance',
    ],
    cautions: [
      'Competition, and anger at you, are to be expected. What counts is how you take it up.',
      'A quiet worker is not an absent one. Stay close when someone is being piled on.',
      'People wander and joke when the work is near. Look for what came just before.',
    ],
    sources: ['5', '9', '84', 'c'],
  },
  ending: {
    name: 'Ending',
    meaning:
      'People look back, say goodbye, and wonder what they take with them. Sadness, relief and anger can all be in the room at once.',
    worker:
      'You say that it is ending, early enough to use the time. You help members tell each other what they gave and got, and what is not finished.',
    prefers: [
      'using-time',
      'preserving-history',
      'voicing-achievements',
      'turning-back',
      'making-room',
      'reaching-for-feeling-link',
      'connecting',
      'backing-out',
      'exercising-silence',
      'reaching-for-difference',
      'amplifying',
      'backing-demand',
    ],
    cautions: [
      'Something heavy said at the door is not bad manners. Receive it, and agree on where it goes.',
      'Old quarrels and old habits can come back for a while. It does not undo the work.',
      'Let the members say how it was. Your own summing-up can wait.',
    ],
    sources: ['11', '16', '67', '68', '85', 'c'],
  },
};

/** The beginning takes up this part of the planned meetings, one to three of them. Our number: no source gives one. */
const BEGINNING_PART = 1 / 4;
const LONGEST_BEGINNING = 3;

/**
 * The stage in which a session falls, by number.
 *
 * - A single-session group is a beginning whatever its number: its first meeting is its last, and purpose, welcome and
 *   time come first [8][28]. Its own harvest at the close is the business of its type, not of a stage.
 * - Session 1 is a beginning in every group [4][24].
 * - The last session and the one before it are the ending (catalogue, `ending-unspoken`, after [16][67]). A group of
 *   three keeps its second meeting as a middle (c).
 * - Between those, the first quarter of the planned meetings is still beginning, never more than three (c): the sources
 *   name the first session and "early" [77] and draw no line. A group whose members come and go has no such quarter, so
 *   in an open-ended group these sessions have no stage [12][69].
 * - Everything else stays unknown: a number without a plan tells neither how far the group has come nor how near its
 *   end is (trap 9 of the catalogue), and a session beyond the plan contradicts it.
 *
 * @param session counts from 1
 * @param of planned number of meetings
 * @param type as in the header: `classic`, `single-session`, `short-term`, `open-ended`, `very-large`, `task`
 */
export function stageOf(session?: number, of?: number, type?: string): Stage | undefined {
  if (type === 'single-session') return 'beginning';
  if (!isCount(session)) return undefined;
  if (!isCount(of)) return session === 1 ? 'beginning' : undefined;
  if (session > of) return undefined;
  if (session === 1) return 'beginning';
  const endsFrom = of === 3 ? 3 : of - 1;
  if (session >= endsFrom) return 'ending';
  if (type === 'open-ended') return undefined;
  return session <= Math.min(LONGEST_BEGINNING, Math.floor(of * BEGINNING_PART)) ? 'beginning' : 'middle';
}

function isCount(number: number | undefined): number is number {
  return number !== undefined && Number.isInteger(number) && number > 0;
}
