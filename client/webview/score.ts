/** The order of talk as a score: a lane for each person, turns from left to right, and as many systems as the width asks for. */

/** Turns are counted from 1; `to` is included. */
export interface System {
  readonly from: number;
  readonly to: number;
}

export interface Score {
  /** Width of a turn. */
  readonly cell: number;
  readonly systems: readonly System[];
}

const NARROWEST = 8;
const WIDEST = 18;

/** Systems of nearly the same length, so that none is left with a turn or two. */
export function scoreOf(turns: number, width: number): Score {
  if (turns === 0) return { cell: WIDEST, systems: [] };
  const most = Math.max(8, Math.floor(width / NARROWEST));
  const count = Math.ceil(turns / most);
  const each = Math.ceil(turns / count);
  const systems = Array.from({ length: count }, (_, index): System => {
    const from = index * each + 1;
    return { from, to: Math.min(turns, from + each - 1) };
  }).filter(({ from, to }) => from <= to);
  return { cell: Math.max(NARROWEST, Math.min(WIDEST, width / each)), systems };
}

/** A stretch in one of the rows below the lanes; `from` and `to` are cut to the system. */
export interface Laid<S> {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly stretch: S;
}

/** Stretches that overlap go below one another. */
export function laidIn<S extends System>({ from, to }: System, stretches: readonly S[]): readonly Laid<S>[] {
  const ends: number[] = [];
  return stretches
    .filter((stretch) => stretch.from <= to && stretch.to >= from)
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((stretch) => {
      const start = Math.max(from, stretch.from);
      const end = Math.min(to, stretch.to);
      const free = ends.findIndex((last) => last < start);
      const row = free < 0 ? ends.length : free;
      ends[row] = end;
      return { row, from: start, to: end, stretch };
    });
}

/** How high a turn of so many words stands in its lane, from 0 to 1: a word is seen, and a speech does not tower. */
export function heightOf(words: number): number {
  return Math.min(1, 0.25 + 0.75 * (Math.log1p(words) / Math.log1p(80)));
}
