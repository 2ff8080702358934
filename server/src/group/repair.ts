/**
 * Repair: how a worker undoes what she did, by opening to the group what she had taken, or by naming her slip (Schegloff,
 * Jefferson & Sacks 1977 on repair by the one who spoke).
 */
import { type Family, PAINFUL, WEIGHTY } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { factAsked, OWN_MATTER, opensMatter, pointsBack } from './answering.ts';
import type { Group, Move } from './model.ts';
import { movesBetween, ownSpeech, sharedStems, turnsTo } from './sequence.ts';

/** Words with which a worker names a slip of her own. */
export const OWN_SLIP =
  /\b(?:i(?:'m| am) sorry|sorry|i (?:cut|jumped|rushed|answered|missed|went (?:off|too|past|straight|ahead)|r[ua]n (?:ahead|on|away)|(?:fixed|settled|decided|booked|arranged) (?:it|that)(?:,| and| without)|(?:did not|didn't|never) ask (?:you|ye|a soul|any\w*)|took (?:that|it|over)|talked over|shouldn't|should have|didn't (?:ask|wait|let|hear|stop)|filled)|my (?:mistake|fault)|that was me|take that back|scratch that|start again|mine to own)\b/i;

/** How far a repair may lie from what it repairs, and how far back its matter is looked for, in moves. */
export const REPAIR = { before: 2, after: 8 } as const;

/** So soon after, a slip that she names is taken to be this one, whatever its words. */
const NEAR_REPAIR = 4;

/**
 * Repair (G11): within her next two turns the worker opens the same matter to the group, or names her own slip. What
 * another member brings in between begins another matter, and an invitation to that repairs nothing.
 */
export function repairedAfter(group: Group, index: number): boolean {
  let turns = 0;
  for (let i = index + 1; i < group.moves.length && turns < 2 && i <= index + REPAIR.after; i++) {
    const move = group.moves[i]!;
    if (!move.byWorker) continue;
    turns++;
    // "Shanice, and yours?" calls the next one for her own.
    if (move.talk.addressee.kind === 'person' && move.talk.wordCount <= 4) continue;
    if (
      does(move.talk, 'repair') &&
      OWN_SLIP.test(ownSpeech(move)) &&
      (move.index <= index + NEAR_REPAIR || sameMatter(group, index, move))
    )
      return true;
    if (
      !does(move.talk, 'shift', 'agenda', 'advice', 'information', 'decision', 'procedure', 'ending') &&
      !asksOne(move) &&
      opensMatter(group, move, index - REPAIR.before) &&
      sameMatter(group, index, move)
    )
      return true;
  }
  return false;
}

const MEANS_ALL = /\b(?:who|any|any(?:one|body)|every(?:one|body)|people|others?|rest|else)\b/i;

/** "And how's your back?" asks one of them for a fact, and "Who else has one?" does not. */
function asksOne(move: Move): boolean {
  const asked = factAsked(move);
  return asked !== undefined && !MEANS_ALL.test(asked.text);
}

/** Families whose name is a matter; a mother or a house comes up in any talk. */
const TOLD_APART: ReadonlySet<Family> = new Set<Family>([...PAINFUL, ...WEIGHTY, 'loss', 'illness']);

/** Whether an invitation is about what stood at `index`: by its words, or because nothing else was brought since. */
function sameMatter(group: Group, index: number, invitation: Move): boolean {
  const matter = movesBetween(group, index - REPAIR.before, index).filter((move) => !move.byWorker);
  const touches = (move: Move): boolean =>
    matter.some(
      (before) =>
        sharedStems(before, move).length > 0 ||
        [...before.talk.families].some(
          (family) => TOLD_APART.has(family as Family) && move.talk.families.has(family),
        ),
    );
  if (touches(invitation)) return true;
  // "Has anybody been keeping a journal?" asks all of them, and about something of its own.
  if (invitation.talk.stems.size > OWN_MATTER && !pointsBack(invitation)) return false;
  if (invitation.index <= index + 4 && matter.some((move) => turnsTo(invitation, move.name))) return true;
  const voices = new Set(matter.map(({ name }) => name));
  return movesBetween(group, index + 1, invitation.index - 1).every(
    (move) => move.byWorker || voices.has(move.name) || touches(move) || move.talk.wordCount <= 4,
  );
}
