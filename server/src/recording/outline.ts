/** How far each part of a recording reaches in its document: sections, segments, turns with their margins. */
import { endOfLine, startOfLine } from './edit.ts';
import {
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
    const places = entry.kind === 'turn' ? entry.places : [entry.place];
    const words = linesOf([...(entry.kind === 'turn' ? [entry.label] : []), ...places]);
    const whole = linesOf([...places, ...entry.margin.map(({ place }) => place)]);
    return { entry, turn, words, whole: { start: Math.min(words.start, whole.start), end: whole.end } };
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

/** From the first place's line start to the last one's line end. */
function linesOf(places: readonly Place[]): Range {
  let [start, end] = [Number.MAX_SAFE_INTEGER, 0];
  for (const { block, start: from, end: to } of places) {
    start = Math.min(start, block.start + startOfLine(block.text, from));
    end = Math.max(end, block.start + endOfLine(block.text, to));
  }
  return { start, end };
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
