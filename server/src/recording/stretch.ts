/**
 * How much of a recording must be laid out again after an edit: from the last entry that surely begins above it to the
 * first that surely begins below. Between two such entries layout depends on nothing outside, so that the rest stands.
 */
import { blockAt } from './cut.ts';
import type { Block, Entry, Recording } from './model.ts';

/** Entries and blocks to lay out again, ends exclusive: `entries[from..to)` of before make room for what `blocks[first..end)` give. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly end: number;
  /** The blocks that stood there before. */
  readonly was: ReadonlySet<Block>;
  /** The block below, with which the next entry begins. */
  readonly next: Block | undefined;
}

/** The stretch in which `blocks` differ from those of `before`; undefined where it has no sure ends. */
export function stretchOf(before: Recording, blocks: readonly Block[]): Stretch | undefined {
  const { blocks: old, entries } = before;
  let head = 0;
  while (head < old.length && head < blocks.length && old[head] === blocks[head]) head++;
  // The header, or whatever stands in its place, says how all else is read.
  if (head === 0 || head === blocks.length) return undefined;
  const touched = blocks[head]!.start;
  let from = firstAt(entries, touched) - 1;
  let to = from + 1;
  while (from > 0 && !opensBlock(entries, from)) from--;
  if (from <= 0) return undefined;
  const stands = (block: Block): boolean =>
    block.start >= touched && blocks[blockAt(blocks, block.start)] === block;
  while (to < entries.length && !(stands(blockOf(entries[to]!)) && opensBlock(entries, to))) to++;
  const first = blockAt(blocks, blockOf(entries[from]!).start);
  const below = entries[to];
  const end = below === undefined ? blocks.length : blockAt(blocks, blockOf(below).start);
  const endBefore = old.length - (blocks.length - end);
  return { from, to, first, end, was: new Set(old.slice(first, endBefore)), next: blocks[end] };
}

/** Index of the first entry that begins at or below an offset, by halving. */
function firstAt(entries: readonly Entry[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blockOf(entries[middle]!).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The block in which an entry begins. */
function blockOf(entry: Entry): Block {
  return entry.kind === 'turn' ? entry.label.block : entry.place.block;
}

/** Whether an entry begins its block: the one above has no word and no note in it. */
function opensBlock(entries: readonly Entry[], index: number): boolean {
  const block = blockOf(entries[index]!);
  const above = entries[index - 1];
  if (above === undefined) return false;
  const places = above.kind === 'turn' ? above.places : [above.place];
  return places.at(-1)!.block !== block && above.margin.at(-1)?.place.block !== block;
}
