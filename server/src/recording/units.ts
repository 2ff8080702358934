/** The units a recording is rearranged by: a turn or an event with its margin, or a table's row with all that is in it. */
import type { DocumentEdit } from './edit.ts';
import { type Block, type Entry, type Place, type Recording, rangeOf } from './model.ts';

/** Whole lines of the document that move together. */
export interface Unit {
  readonly start: number;
  /** After the last line's text, before its line end. */
  readonly end: number;
  readonly entries: readonly Entry[];
  /** The table it is a row of. */
  readonly table: Block | undefined;
}

const TABLE =
  /^[^|\r\n]*\|[^\r\n]*(?:\r\n|\n|\r)[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*(?:(?::?-+:?|::?)[ \t]*)?)*(?:\r\n|\n|\r|$)/;

/** Whether a block is a table: a row of titles over a row of dashes. */
function isTable(block: Block): boolean {
  return TABLE.test(block.text);
}

/** The units of the dialogue, in order. */
export function unitsOf(recording: Recording): Unit[] {
  const units: Unit[] = [];
  const tables = new Map<Block, boolean>();
  for (const entry of recording.entries) {
    const places = placesOf(entry);
    const { block } = places[0]!;
    if (!tables.has(block)) tables.set(block, isTable(block));
    const table = tables.get(block) ? block : undefined;
    const start = Math.min(...places.map(startOfLine));
    const end = Math.max(...places.map(endOfLine));
    const last = units[units.length - 1];
    if (last && table && last.table === table && last.start === start)
      units[units.length - 1] = { ...last, end: Math.max(last.end, end), entries: [...last.entries, entry] };
    else units.push({ start, end, entries: [entry], table });
  }
  return units;
}

/** Everything an entry is made of: what was said or done, and its margin. */
function placesOf(entry: Entry): readonly Place[] {
  const own = entry.kind === 'turn' ? [...entry.places, entry.label] : [entry.place];
  return [...own, ...entry.margin.map(({ place }) => place)];
}

function startOfLine(place: Place): number {
  const { text, start } = place.block;
  return (
    start + Math.max(text.lastIndexOf('\n', place.start - 1), text.lastIndexOf('\r', place.start - 1)) + 1
  );
}

function endOfLine(place: Place): number {
  const rest = place.block.text.slice(place.end).search(/[\r\n]/);
  return rest < 0 ? place.block.start + place.block.text.trimEnd().length : rangeOf(place).end + rest;
}

/** Index of the unit on whose lines an offset stands; between two of them the one above. -1 above the first. */
export function unitAt(units: readonly Unit[], offset: number): number {
  return units.findLastIndex(({ start }) => start <= offset);
}

/** The text after edits that do not overlap. */
export function edited(text: string, edits: readonly DocumentEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((after, { start, end, text: put }) => after.slice(0, start) + put + after.slice(end), text);
}

/** What must come out of any rearranging as it was: who, to whom, what was said and done, and every note. */
export function essence(entry: Entry): string {
  return JSON.stringify([saidIn(entry), notesIn(entry).sort()]);
}

/** Whether an entry says what `before` said, and has every note it had. */
export function keeps(entry: Entry, before: Entry): boolean {
  const notes = notesIn(entry);
  return (
    saidIn(entry) === saidIn(before) &&
    notesIn(before).every((note) => {
      const at = notes.indexOf(note);
      if (at >= 0) notes.splice(at, 1);
      return at >= 0;
    })
  );
}

function saidIn(entry: Entry): string {
  return JSON.stringify(
    entry.kind === 'turn'
      ? [entry.speaker.name, entry.to, spaced(entry.words), entry.nonverbal.map(({ text }) => spaced(text))]
      : [entry.nature, spaced(entry.text)],
  );
}

function notesIn({ margin }: Entry): string[] {
  return margin.map(({ kind, detail, text }) => JSON.stringify([kind, detail, spaced(text)]));
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
