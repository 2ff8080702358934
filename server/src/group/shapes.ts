/**
 * The session cut into runs that share a shape of talk: every step from one voice to the next runs either through the
 * worker or across the floor, and the cut is the one under which all steps together are likeliest (Viterbi 1967). Two
 * shapes can therefore never stand on the same turns, and one odd step ends no run.
 */
import { opensFloor } from './answering.ts';
import { leansTo } from './floor.ts';
import type { Group, Move } from './model.ts';
import { type RoundSize, roundsIn } from './rounds.ts';
import { byMember, takesUpMember, voiced } from './sequence.ts';
import { type Exchange, exchangesOf, openRuns, PLAINLY } from './stretches.ts';

/** `pole`: through the worker. `floor`: from member to member, the worker one voice among them. */
export type Shape = 'pole' | 'floor';

export interface Run {
  readonly shape: Shape;
  readonly moves: readonly Move[];
}

/**
 * How much likelier a step is across an open floor than around a pole, as the logarithm of the odds. Around a pole
 * nearly every step touches the worker; on an open floor about six in ten do, and four run from member to member. That
 * one takes the other up makes it surer. Ours, from what the shapes are.
 */
const STEP = { throughWorker: -0.45, sideBySide: 1.2, takenUp: 2.2 } as const;
/** What it takes to change from one shape to the other: about seven turns of the new one. */
const CHANGE = 3;

function leaningOf(before: Move, move: Move): number {
  if (before.byWorker || move.byWorker) return STEP.throughWorker;
  if (!byMember(before) || !byMember(move)) return 0;
  return takesUpMember(move) ? STEP.takenUp : STEP.sideBySide;
}

const RUNS = new WeakMap<Group, readonly Run[]>();

/** The whole session in runs, back-channels left out. One pass, kept with the group. */
export function runsOf(group: Group): readonly Run[] {
  const known = RUNS.get(group);
  if (known !== undefined) return known;
  const runs = cut(voiced(group.moves));
  RUNS.set(group, runs);
  return runs;
}

function cut(moves: readonly Move[]): Run[] {
  const cameFrom: { pole: Shape; floor: Shape }[] = [];
  let pole = 0;
  let floor = 0;
  moves.forEach((move, index) => {
    const leaning = index === 0 ? 0 : leaningOf(moves[index - 1]!, move);
    cameFrom.push({
      pole: floor - CHANGE > pole ? 'floor' : 'pole',
      floor: pole - CHANGE > floor ? 'pole' : 'floor',
    });
    [pole, floor] = [
      Math.max(pole, floor - CHANGE) - leaning / 2,
      Math.max(floor, pole - CHANGE) + leaning / 2,
    ];
  });
  let shape: Shape = floor > pole ? 'floor' : 'pole';
  const runs: Run[] = [];
  let end = moves.length;
  for (let i = moves.length - 1; i >= 0; i--) {
    const before = cameFrom[i]![shape];
    if (i > 0 && before === shape) continue;
    runs.unshift({ shape, moves: moves.slice(i, end) });
    end = i;
    shape = before;
  }
  return runs;
}

/** What makes an exchange with one member a hot seat. */
export interface SeatSize {
  readonly turns: number;
  readonly each: number;
  readonly others: number;
}

/** Exchanges in which the worker stays with one member and nobody else is brought in. */
export function hotSeatsIn(group: Group, size: SeatSize): Exchange[] {
  return seatsIn(group, size).filter(({ moves }) => !openedSoonAfter(group, moves[moves.length - 1]!.index));
}

function seatsIn(group: Group, size: SeatSize): Exchange[] {
  return openRuns(group, ['cool-down', 'go-round', 'limited-speech'])
    .flatMap((run) => exchangesOf(run, size.others))
    .filter(
      ({ moves, byMember: own, byWorker, opened }) =>
        moves.length >= size.turns && own >= size.each && byWorker >= size.each && !opened,
    )
    .filter(({ moves }) => !moves.some((move) => move.segment?.kind === 'role-play'));
}

/** Opened to the group within three turns of its end: then it was on its way to being the group’s. */
function openedSoonAfter(group: Group, end: number): boolean {
  return group.moves
    .slice(end + 1, end + 4)
    .some(
      (move) => opensFloor(move) || (move.byWorker && leansTo(move, 'linking', 'redirecting') >= PLAINLY),
    );
}

/** What makes a row of members who each have their time. */
export interface SerialSize {
  readonly exchanges: number;
  readonly each: number;
  /** Turns of a row in all. */
  readonly turns: number;
  /** Turns of their own that make most of the exchanges a time with the worker rather than a call in passing. */
  readonly own: number;
}

/** Rows of neighbouring exchanges with different members, most of them long, that nobody joined together. */
export function serialRowsIn(group: Group, size: SerialSize): Exchange[][] {
  return openRuns(group, ['go-round', 'no-crosstalk', 'limited-speech', 'contracting'])
    .flatMap((run) => rowsOf(exchangesOf(run, 0), size.each))
    .map((row) => withoutSeat(row, size.exchanges))
    .filter((row) => row.length >= size.exchanges && lengthOf(row) >= size.turns)
    .filter((row) => row.filter(({ byMember: own }) => own >= size.own).length > row.length / 2);
}

/** A hot seat at either end of a row is one by itself, where enough members are left for a row. */
function withoutSeat(row: Exchange[], exchanges: number): Exchange[] {
  if (row.length <= exchanges) return row;
  const seat = (one: Exchange | undefined): boolean =>
    one !== undefined && one.moves.length >= USUAL.seat.turns;
  return row.slice(seat(row[0]) ? 1 : 0, seat(row[row.length - 1]) ? -1 : undefined);
}

function lengthOf(row: readonly Exchange[]): number {
  const last = row[row.length - 1]!.moves;
  return last[last.length - 1]!.index - row[0]!.moves[0]!.index + 1;
}

function rowsOf(exchanges: readonly Exchange[], each: number): Exchange[][] {
  const rows: Exchange[][] = [];
  let row: Exchange[] = [];
  for (const exchange of exchanges) {
    const long = exchange.moves.length >= each && exchange.byMember >= 2 && exchange.byWorker >= 1;
    const joins = exchange.moves.some(
      (move) =>
        opensFloor(move) ||
        (leansTo(move, 'linking') >= PLAINLY &&
          move.talk.mentions.some(({ name }) => name !== exchange.member)) ||
        takesUpMember(move),
    );
    if (long && !joins && !row.some(({ member }) => member === exchange.member)) row.push(exchange);
    else if (long || joins || exchange.moves.length > 2) {
      rows.push(row);
      row = long && !joins ? [exchange] : [];
    }
  }
  return [...rows, row];
}

/** The shapes that a reader names before she would call a run a maypole. */
export const USUAL: { readonly seat: SeatSize; readonly serial: SerialSize; readonly round: RoundSize } = {
  seat: { turns: 10, each: 4, others: 1 },
  serial: { exchanges: 3, each: 4, turns: 16, own: 3 },
  round: { members: 4, share: 0.75 },
};

/** Turns, as indexes, that belong to a hot seat, a row of times with the worker, or a round. */
function named(group: Group): Set<number> {
  const taken = new Set<number>();
  const take = (from: number, to: number): void => {
    for (let i = from; i <= to; i++) taken.add(i);
  };
  const exchanges = [...seatsIn(group, USUAL.seat), ...serialRowsIn(group, USUAL.serial).flat()];
  for (const { moves } of exchanges) take(moves[0]!.index, moves[moves.length - 1]!.index);
  for (const { prompt, row } of roundsIn(group, USUAL.round)) take(prompt.index, row[row.length - 1]!.index);
  return taken;
}

const SHAPED = new WeakMap<Group, readonly Run[]>();

/** The runs of a session less what has a name of its own: no turn is in two of them, nor in one and in a hot seat. */
export function unnamedRuns(group: Group): readonly Run[] {
  const known = SHAPED.get(group);
  if (known !== undefined) return known;
  const taken = named(group);
  const runs = runsOf(group).flatMap(({ shape, moves }) =>
    partsOf(moves, taken).map((part) => ({ shape, moves: part })),
  );
  SHAPED.set(group, runs);
  return runs;
}

function partsOf(moves: readonly Move[], taken: ReadonlySet<number>): Move[][] {
  const parts: Move[][] = [];
  let part: Move[] = [];
  for (const move of moves) {
    if (!taken.has(move.index)) part.push(move);
    else if (part.length > 0) {
      parts.push(part);
      part = [];
    }
  }
  return part.length > 0 ? [...parts, part] : parts;
}
