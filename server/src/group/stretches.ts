/** Stretches: runs of turns that share a shape of talk (domain 4.2). Single passes over arrays. */

import { opensFloor } from './answering.ts';
import { leansTo } from './floor.ts';
import type { Gate, Group, Move } from './model.ts';
import { byMember, invites, type Shares, takesUpMember, voiced } from './sequence.ts';

const VOICED = new WeakMap<Group, Move[]>();

function voicedIn(group: Group): Move[] {
  const known = VOICED.get(group);
  if (known !== undefined) return known;
  const moves = voiced(group.moves);
  VOICED.set(group, moves);
  return moves;
}

/** Runs of voiced moves outside the given gates, longest possible. */
export function openRuns(group: Group, gates: readonly Gate[]): Move[][] {
  const runs: Move[][] = [];
  let run: Move[] = [];
  for (const move of voicedIn(group)) {
    if (
      gates.some((gate) => move.gates.has(gate)) ||
      move.gates.has('safety') ||
      move.gates.has('chosen-procedure')
    ) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push(move);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Windows this far apart still belong to one stretch: one odd turn does not end a pattern. */
const GAP = 3;

/** Stretches in which windows of `size` moves satisfy `holds`, one after the other. */
export function windowsThat(
  moves: readonly Move[],
  size: number,
  holds: (window: readonly Move[]) => boolean,
): Move[][] {
  return joined(moves, size, (start) => holds(moves.slice(start, start + size)));
}

/** Shares of a window, with the openings that reach more than one person. */
export interface WindowShares extends Shares {
  readonly openings: number;
}

/**
 * Stretches in which the shares of every window satisfy `holds`. The counts slide with the window, so that a long
 * session costs one pass, and the speakers are those of the window asked about alone. `moves` are voiced already.
 */
export function stretchesBy(
  moves: readonly Move[],
  size: number,
  holds: (shares: WindowShares) => boolean,
): Move[][] {
  const counts = { worker: 0, memberToMember: 0, direct: 0, openings: 0 };
  const spoken = new Map<string, number>();
  const speakers = new Set<string>();
  const count = (index: number, by: 1 | -1): void => {
    const move = moves[index]!;
    if (move.byWorker) counts.worker += by;
    else {
      const times = (spoken.get(move.name) ?? 0) + by;
      spoken.set(move.name, times);
      if (times > 0) speakers.add(move.name);
      else speakers.delete(move.name);
    }
    if (opensFloor(move)) counts.openings += by;
  };
  const step = (index: number, by: 1 | -1): void => {
    const [before, move] = [moves[index - 1]!, moves[index]!];
    if (before.byWorker || move.byWorker || before.name === move.name) return;
    counts.memberToMember += by;
    if (takesUpMember(move)) counts.direct += by;
  };
  return joined(moves, size, (start) => {
    if (start === 0) for (let i = 0; i < size; i++) count(i, 1);
    else {
      count(start - 1, -1);
      count(start + size - 1, 1);
    }
    if (start === 0) for (let i = 1; i < size; i++) step(i, 1);
    else {
      step(start, -1);
      step(start + size - 1, 1);
    }
    const steps = Math.max(1, size - 1);
    return holds({
      turns: size,
      worker: counts.worker / size,
      memberToMember: counts.memberToMember / steps,
      direct: counts.direct / steps,
      openings: counts.openings,
      speakers,
    });
  });
}

/** Joins windows that hold, asked about in order, into stretches. */
function joined(moves: readonly Move[], size: number, holdsAt: (start: number) => boolean): Move[][] {
  const stretches: Move[][] = [];
  let from = -1;
  let last = -1;
  for (let i = 0; i + size <= moves.length; i++) {
    if (!holdsAt(i)) continue;
    if (from >= 0 && i > last + GAP) {
      stretches.push(moves.slice(from, last + size));
      from = -1;
    }
    if (from < 0) from = i;
    last = i;
  }
  if (from >= 0) stretches.push(moves.slice(from, last + size));
  return stretches;
}

/** An exchange of the worker with one member, others at most `strays` times between. */
export interface Exchange {
  readonly member: string;
  readonly moves: readonly Move[];
  readonly byMember: number;
  readonly byWorker: number;
  /** The worker opened it to the group. */
  readonly opened: boolean;
  /** Somebody took up a co-member in it. */
  readonly direct: boolean;
}

/** A chance from which on an act is taken to be plain. */
export const PLAINLY = 0.6;

/** Whether a worker's move reaches past the one she is speaking with: to the group, or to another by name. */
function opensBeyond(move: Move, member: string): boolean {
  if (!invites(move)) return false;
  // One turn in ten opens a whole exchange: that takes more than a faint sound of it.
  if (leansTo(move, 'opening', 'redirecting') >= PLAINLY || move.talk.addressee.kind === 'group') return true;
  return move.talk.mentions.some((mention) => mention.name !== member);
}

/** Cuts moves into exchanges of the worker with one member; each begins and ends with one of the two. */
export function exchangesOf(moves: readonly Move[], strays: number): Exchange[] {
  const exchanges: Exchange[] = [];
  let start = 0;
  while (start < moves.length) {
    const first = moves.slice(start, start + 2).find(byMember);
    if (first === undefined) {
      start++;
      continue;
    }
    let end = start;
    let last = start;
    let stray = 0;
    for (; end < moves.length; end++) {
      const move = moves[end]!;
      if (move.byWorker || move.name === first.name) {
        if (move.name === first.name || moves[end + 1]?.name === first.name) last = end;
        // The worker turning to somebody else by name ends it.
        else if (
          end > start &&
          move.talk.addressee.kind === 'person' &&
          !move.talk.addressee.names.includes(first.name)
        )
          break;
      } else if (++stray > strays) break;
    }
    const part = moves.slice(start, last + 1);
    exchanges.push({
      member: first.name,
      moves: part,
      byMember: part.filter((move) => move.name === first.name).length,
      byWorker: part.filter((move) => move.byWorker).length,
      opened: part.some((move) => opensBeyond(move, first.name)),
      direct: part.some(takesUpMember),
    });
    start = Math.max(last + 1, start + 1);
  }
  return exchanges;
}
