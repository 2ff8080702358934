/** Edits back into text. They add to margins and never touch what was said. */
import { cellText, keptInCell, keptLine, NOTE_LABELS, shownText } from './margin.ts';
import {
  type Entry,
  type Note,
  type NoteKind,
  type Place,
  type Recording,
  rangeOf,
  type TableRow,
} from './model.ts';

/** A change of the document: [start, end) in offsets is replaced by `text`. */
export interface DocumentEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A note to be written. `text` may hold several lines. */
export interface NewNote {
  readonly kind: NoteKind;
  /** In brackets after the label: a skill, a pattern's id, a name and date. */
  readonly detail?: string;
  readonly text: string;
}

/** Which column takes a note where a table has none of its own kind: the student's, in the order in which they fit. */
const COLUMNS_FOR_NOTES: readonly NoteKind[] = [
  'alternative',
  'analysis',
  'skill',
  'question',
  'feeling',
  'member-affect',
];

/** Kinds that go into the supervisor's column where they have none of their own. */
const BY_SUPERVISORS: ReadonlySet<NoteKind> = new Set(['praise', 'agreed', 'reply', 'resolved']);

/**
 * The edit that writes a note under a turn or event: into its margin, which is begun where there is none, or into the
 * cell of its table row. All other bytes stay; line ends follow the document.
 */
export function addNote(recording: Recording, entry: Entry, note: NewNote): DocumentEdit {
  if (entry.row) return intoRow(entry.row, note);
  const last = entry.kind === 'turn' ? entry.places[entry.places.length - 1]! : entry.place;
  return addNoteBelow(recording, last, entry.margin, note);
}

/**
 * The edit that writes a note below a stretch of text: after the last note of the margin that stands under it, or into
 * a margin of its own.
 */
export function addNoteBelow(
  recording: Recording,
  above: Place,
  margin: readonly Note[],
  note: NewNote,
): DocumentEdit {
  const lastNote = margin[margin.length - 1];
  if (lastNote === undefined || rangeOf(lastNote.place).start <= rangeOf(above).start)
    return beginMargin(recording, above, note);
  // A note may stand there as a plain line: "Supervisor: …". What comes after it is a quotation.
  return isQuoted(lastNote.place)
    ? afterNote(recording, lastNote, note)
    : beginMargin(recording, lastNote.place, note);
}

/** The edit that writes a note right after another one, in the same margin. */
export function afterNote(recording: Recording, { place }: Note, note: NewNote): DocumentEdit {
  const at = place.block.start + endOfLine(place.block.text, place.end);
  const text = recording.lineEnd + quotedLines(note).join(recording.lineEnd) + closing(recording, at);
  return { start: at, end: at, text };
}

/**
 * The same change, made at the start of the line below instead of at the end of the line. An editor that marks what was
 * said up to its last sign would draw the mark over all that is put in right there.
 */
export function atLineBelow(recording: Recording, edit: DocumentEdit): DocumentEdit {
  const at = lineBelow(recording, edit.start);
  const lineEnd = /^(?:\r\n|\n|\r)/.exec(edit.text)?.[0];
  if (at === edit.start || edit.end > edit.start || lineEnd === undefined) return edit;
  return { start: at, end: at, text: edit.text.slice(lineEnd.length) + lineEnd };
}

/** Behind the line end that stands at `offset`; `offset` itself where none does. */
export function lineBelow({ blocks }: Recording, offset: number): number {
  const block = blocks.find(({ start, text }) => offset >= start && offset < start + text.length);
  const end = block && /^(?:\r\n|\n|\r)/.exec(block.text.slice(offset - block.start));
  return offset + (end?.[0].length ?? 0);
}

function beginMargin(recording: Recording, { block, end }: Place, note: NewNote): DocumentEdit {
  const { lineEnd } = recording;
  const at = block.start + endOfLine(block.text, end);
  const text =
    lineEnd + lineEnd + quotedLines(note).join(lineEnd) + closing(recording, at, /^ {0,3}(?:#|<!--)/);
  return { start: at, end: at, text };
}

/** The edit that puts a note above everything but the header: it is about the recording as a whole. */
export function addNoteAtHead(recording: Recording, margin: readonly Note[], note: NewNote): DocumentEdit {
  const { header, blocks, lineEnd } = recording;
  const [first] = blocks;
  if (margin.length > 0 || header.place)
    return addNoteBelow(recording, header.place ?? margin[0]!.place, margin, note);
  const at = first?.text.startsWith('\ufeff') ? 1 : 0;
  return { start: at, end: at, text: quotedLines(note).join(lineEnd) + lineEnd + lineEnd };
}

/** The source lines of a note in a quotation. */
export function quotedLines(note: NewNote): string[] {
  const [first, ...rest] = `${label(note)}${bodyBelow(shownText(note.text))}`.split(LINE_END);
  const written = [first!, ...rest.map(keptLine)].map(quotedLine);
  return note.kind === 'resolved' ? written.map((line) => line.trimEnd()) : written;
}

/** One line as it stands in a quotation. */
export function quotedLine(line: string): string {
  return `> ${line}`.trimEnd() + (line === '' ? '' : trailingBlank(line));
}

export const LINE_END = /\r\n|\n|\r/;

/** A fence, a list, a heading or a quotation begins on a line of its own, or no viewer would draw it as one. */
export function bodyBelow(text: string): string {
  return /^(?:`{3}|~{3}|[-*+] |#{1,6} |>|\d{1,9}[.)] |\|)/.test(text) ? `\n${text}` : text;
}

/** The source of a note's label, its brackets and the blank behind it included. */
function label(note: NewNote): string {
  return `**${NOTE_LABELS[note.kind]}${note.detail === undefined ? '' : ` (${note.detail})`}:** `;
}

/** What parts the lines written at `at` from the line below. */
function closing(recording: Recording, at: number, parts = /^ {0,3}(?:>|#|<!--)/): string {
  return followedByText(recording, at, parts) ? recording.lineEnd : '';
}

/** A label with nothing behind it keeps its blank, so that the writer can go on typing. */
function trailingBlank(line: string): string {
  return /:\*\* $/.test(line) ? ' ' : '';
}

/** Whether a place begins on a line of a quotation. */
export function isQuoted({ block, start }: Place): boolean {
  return /^ {0,3}>/.test(block.text.slice(startOfLine(block.text, start)));
}

/** Offset of the first sign of the line in which `offset` stands; a byte-order mark before it is none. */
export function startOfLine(text: string, offset: number): number {
  if (offset === 0) return 0;
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return start === 0 && text.startsWith('\ufeff') ? 1 : start;
}

/** Offset behind the last sign of the line in which `offset` stands. */
export function endOfLine(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

/** Whether the line right below holds words that would be drawn into the quotation above them; `parts` are lines that part. */
function followedByText(recording: Recording, offset: number, parts: RegExp): boolean {
  const block = recording.blocks.find((one) => offset >= one.start && offset < one.start + one.text.length);
  const rest = block === undefined ? '' : block.text.slice(offset - block.start);
  const below = nextBlockLine(recording, offset, rest) ?? /^(?:\r\n|\n|\r)([^\r\n]*)/.exec(rest)?.[1];
  return below !== undefined && below.trim() !== '' && !parts.test(below);
}

function nextBlockLine(recording: Recording, offset: number, rest: string): string | undefined {
  if (!/^(?:\r\n|\n|\r)$/.test(rest)) return undefined;
  const next = recording.blocks.find((one) => one.start === offset + rest.length);
  return next && /^[^\r\n]*/.exec(next.text)?.[0];
}

function intoRow(row: TableRow, note: NewNote): DocumentEdit {
  const wanted = [
    note.kind,
    ...(BY_SUPERVISORS.has(note.kind) ? ['supervisor' as const] : []),
    ...COLUMNS_FOR_NOTES,
  ];
  const found = wanted
    .map((kind) => row.cells.find((cell) => cell.column === kind))
    .find((cell) => cell !== undefined);
  const cell =
    found ?? row.cells.find((one) => one.column === 'dialogue') ?? row.cells[row.cells.length - 1]!;
  const { block, start, end } = cell.place;
  const empty = block.text.slice(start, end).trim() === '';
  const before = empty ? (/[ \t]$/.test(block.text.slice(0, end)) ? '' : ' ') : '<br>';
  const after = /^\|/.test(block.text.slice(end)) ? ' ' : '';
  return { start: block.start + end, end: block.start + end, text: before + inCell(note) + after };
}

/** The source of a note in a table's cell. */
export function inCell(note: NewNote): string {
  const [first, ...rest] = `${label(note)}${shownText(note.text)}`.split(LINE_END);
  return cellText([first!, ...rest.map(keptInCell)].join('\n')).trimEnd();
}
