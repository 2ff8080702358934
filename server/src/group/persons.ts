/** What a recording shows of each person, as description: turns, words, and whom they spoke to. */
import type { Group } from './model.ts';

/** Counts of one speaker, as recorded. Turn indexes are zero-based. */
export interface Part {
  readonly name: string;
  readonly byWorker: boolean;
  readonly turns: number;
  readonly words: number;
  readonly first: number;
  readonly last: number;
  /** How many turns went to whom (`group` for the group as a whole), most first; turns that show no addressee are in none. */
  readonly to: readonly { readonly name: string; readonly turns: number }[];
}

const PARTS = new WeakMap<Group, ReadonlyMap<string, Part>>();

/** Everybody who speaks, by canonical name, in the order in which they first speak. One pass, kept with the group. */
export function partsOf(group: Group): ReadonlyMap<string, Part> {
  const known = PARTS.get(group);
  if (known !== undefined) return known;
  const counts = new Map<
    string,
    { words: number; turns: number[]; to: Map<string, number>; byWorker: boolean }
  >();
  for (const { name, talk, index, byWorker } of group.moves) {
    let count = counts.get(name);
    if (count === undefined) {
      count = { words: 0, turns: [], to: new Map(), byWorker };
      counts.set(name, count);
    }
    count.words += talk.wordCount;
    count.turns.push(index);
    const { addressee } = talk;
    for (const one of addressee.kind === 'group' ? ['group'] : addressee.names)
      count.to.set(one, (count.to.get(one) ?? 0) + 1);
  }
  const parts = new Map(
    Array.from(counts, ([name, { words, turns, to, byWorker }]) => [
      name,
      {
        name,
        byWorker,
        turns: turns.length,
        words,
        first: turns[0]!,
        last: turns[turns.length - 1]!,
        to: Array.from(to, ([whom, times]) => ({ name: whom, turns: times })).sort(
          (a, b) => b.turns - a.turns,
        ),
      },
    ]),
  );
  PARTS.set(group, parts);
  return parts;
}
