/** How far each part of a recording reaches in its document: sections, segments, turns with their margins. */
import { endOfLine, startOfLine } from './edit.ts';
import {
  type Block,
  type Entry,
  type Note,
  type Place,
  type Range,
  type Recording,
  rangeOf,
  type Section,
  type Segment,
  type Turn,
} from './model.ts';

/** A turn or happening: its own words, and the whole with its margin, both from line start to line end. */
export interface EntrySpan {
  readonly entry: Entry;
  /** Index among the turns; for a happening that of the turn before it, -1 for none. */
  readonly turn: number;
  readonly words: Range;
  readonly whole: Range;
}

/** A segment, or what stands in a dialogue before the first one. `from` and `to` are indexes of entries, `to` exclusive. */
export interface SegmentSpan {
  readonly segment: Segment | undefined;
  readonly whole: Range;
  readonly from: number;
  readonly to: number;
}

export interface SectionSpan {
  readonly section: Section;
  readonly whole: Range;
  readonly segments: readonly SegmentSpan[];
}

export interface Outline {
  readonly entries: readonly EntrySpan[];
  readonly sections: readonly SectionSpan[];
  readonly whole: Range;
}

const OUTLINES = new WeakMap<Recording, Outline>();

/** The extents of a recording as it stands now; the same object for the same reading. */
export function outlineOf(recording: Recording): Outline {
  let outline = OUTLINES.get(recording);
  if (outline === undefined) {
    outline = lay(recording);
    OUTLINES.set(recording, outline);
  }
  return outline;
}

function lay(recording: Recording): Outline {
  let turn = -1;
  const entries = recording.entries.map((entry): EntrySpan => {
    if (entry.kind === 'turn') turn++;
    const { from, words, whole } = extentOf(entry);
    const start = from.block.start + from.offset;
    return {
      entry,
      turn,
      words: { start, end: words.block.start + words.offset },
      whole: { start, end: whole.block.start + whole.offset },
    };
  });
  const last = recording.blocks[recording.blocks.length - 1];
  const end = last === undefined ? 0 : last.start + last.text.length;
  const headed = recording.sections.map((section, index) => ({
    section,
    start: section.heading ? rangeOf(section.heading).start : index === 0 ? afterHeader(recording) : 0,
  }));
  let [segment, entry] = [0, 0];
  const sections = headed.map(({ section, start }, index): SectionSpan => {
    const stop = headed[index + 1]?.start ?? end;
    const segments: SegmentSpan[] = [];
    const open = (of: Segment | undefined, from: number, until: number): void => {
      const first = entry;
      while (entry < entries.length && entries[entry]!.whole.start < until) entry++;
      if (of !== undefined || entry > first)
        segments.push({
          segment: of,
          whole: { start: of ? from : (entries[first]?.whole.start ?? from), end: trimmed(recording, until) },
          from: first,
          to: entry,
        });
    };
    const startOf = (at: number): number => {
      const next = recording.segments[at];
      return next === undefined ? stop : Math.min(stop, rangeOf(next.place).start);
    };
    open(undefined, start, startOf(segment));
    while (segment < recording.segments.length && startOf(segment) < stop) {
      const from = startOf(segment);
      segment++;
      open(recording.segments[segment - 1], from, startOf(segment));
    }
    return { section, whole: { start, end: Math.max(start, trimmed(recording, stop)) }, segments };
  });
  return { entries, sections, whole: { start: 0, end } };
}

function afterHeader(recording: Recording): number {
  const { place } = recording.header;
  return place ? rangeOf(place).end : 0;
}

/** Where an entry begins and ends, in its blocks: line start, end of its words, end of its margin. */
interface Extent {
  readonly from: Mark;
  readonly words: Mark;
  readonly whole: Mark;
}

interface Mark {
  readonly block: Block;
  readonly offset: number;
}

const EXTENTS = new WeakMap<Entry, Extent>();

/** Kept with the entry: it stays as true as its places do, whatever is typed above. */
function extentOf(entry: Entry): Extent {
  let extent = EXTENTS.get(entry);
  if (extent === undefined) {
    const words = entry.kind === 'turn' ? [entry.label, ...entry.places] : [entry.place];
    const whole = [...words, ...entry.margin.map(({ place }) => place)];
    const first = words.reduce((a, b) => (rangeOf(b).start < rangeOf(a).start ? b : a));
    extent = {
      from: { block: first.block, offset: startOfLine(first.block.text, first.start) },
      words: lastLineEnd(words),
      whole: lastLineEnd(whole),
    };
    EXTENTS.set(entry, extent);
  }
  return extent;
}

function lastLineEnd(places: readonly Place[]): Mark {
  const { block, end } = places.reduce((a, b) => (rangeOf(b).end > rangeOf(a).end ? b : a));
  return { block, offset: endOfLine(block.text, end) };
}

/** An offset moved back over blank lines above it. */
function trimmed({ blocks }: Recording, offset: number): number {
  for (let at = blocks.length - 1; at >= 0; at--) {
    const { start, text } = blocks[at]!;
    if (start >= offset) continue;
    const end = text.slice(0, offset - start).trimEnd().length;
    if (end > 0) return start + end;
  }
  return offset;
}

/** Index of the last turn that begins at or before an offset; undefined for none. By halving. */
export function turnAt(turns: readonly Turn[], offset: number): number | undefined {
  return lastAtOrBefore(turns, offset, (turn) =>
    Math.min(rangeOf(turn.places[0]!).start, rangeOf(turn.label).start),
  );
}

/** Index of the last item that begins at or before an offset; undefined for none. By halving. */
export function lastAtOrBefore<T>(
  items: readonly T[],
  offset: number,
  start: (item: T) => number,
): number | undefined {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (start(items[middle]!) <= offset) low = middle;
    else high = middle - 1;
  }
  return low < 0 ? undefined : low;
}

/** The entry in whose lines, margin included, an offset stands. */
export function entryAt(outline: Outline, offset: number): EntrySpan | undefined {
  const index = lastAtOrBefore(outline.entries, offset, ({ whole }) => whole.start);
  const found = index === undefined ? undefined : outline.entries[index];
  return found && offset <= found.whole.end ? found : undefined;
}

/** The note of an entry's margin in which an offset stands. */
export function noteAt(notes: readonly Note[], offset: number): Note | undefined {
  return notes.find(({ place }) => {
    const { start, end } = rangeOf(place);
    return offset >= start && offset <= end;
  });
}
