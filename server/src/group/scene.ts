/** The members' moves that a worker's move follows. */
import { differenceBefore } from './differing.ts';
import type { Group, Move } from './model.ts';
import { byMember, lastBefore } from './sequence.ts';

/** A worker's move with the members' moves that it follows. */
export interface Scene {
  /** The nearest member's move before it, at most four back. */
  readonly near: Move;
  /** The last move before that by another member, at most five further back. */
  readonly other: Move | undefined;
}

/** How far back `near` and `other` may stand. */
export const NEAR = 4;
const OTHER = 5;
/** Where something else tells that there is a difference, a faint one is enough. */
export const DOUBT = -0.7;

/** The members' moves that a worker's move follows; undefined where no member spoke lately. */
export function sceneOf(group: Group, at: number): Scene | undefined {
  const near = lastBefore(group, at, NEAR, byMember);
  if (near === undefined) return undefined;
  const other = lastBefore(group, near.index, OTHER, (move) => byMember(move) && move.name !== near.name);
  return { near, other };
}

/** The two members' moves that stand against each other before a worker's; the nearest two where it is not plain. */
export function sidesBefore(
  group: Group,
  at: number,
  within: number,
  { near, other }: Scene,
): { readonly first: Move; readonly second: Move } | undefined {
  return differenceBefore(group, at, within, DOUBT) ?? (other && { first: other, second: near });
}
