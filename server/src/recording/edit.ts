/** Edits back into text. They add to margins and never touch what was said. */
import { NOTE_LABELS } from './margin.ts';
import { type NoteKind, type Recording, rangeOf, type TableRow, type Turn } from './model.ts';

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

/**
 * The edit that writes a note under a turn: into its margin, which is begun where there is none, or into the cell of
 * its table row. All other bytes stay; line ends follow the document.
 */
export function addNote(recording: Recording, turn: Turn, note: NewNote): DocumentEdit {
  return turn.row ? intoRow(turn.row, note) : intoMargin(recording, turn, note);
}

function label(note: NewNote): string {
  return `**${NOTE_LABELS[note.kind]}${note.detail === undefined ? '' : ` (${note.detail})`}:** `;
}

function intoMargin(recording: Recording, turn: Turn, note: NewNote): DocumentEdit {
  const { lineEnd } = recording;
  const lastPlace = turn.places[turn.places.length - 1]!;
  const lastNote = turn.margin[turn.margin.length - 1];
  const underMargin =
    lastNote !== undefined &&
    rangeOf(lastNote.place).start > rangeOf(lastPlace).start &&
    isQuoted(lastNote.place.block.text, lastNote.place.start);
  const { block, end } = underMargin ? lastNote.place : lastPlace;
  const lineStop = endOfLine(block.text, end);
  const lines = (label(note) + note.text)
    .split(/\r\n|\n|\r/)
    .map((line) => `> ${line}`.trimEnd() + (line === '' ? '' : trailingBlank(line)));
  const opening = underMargin ? lineEnd : lineEnd + lineEnd;
  const closing = followedByText(recording, block.start + lineStop) ? lineEnd : '';
  const at = block.start + lineStop;
  return { start: at, end: at, text: opening + lines.join(lineEnd) + closing };
}

/** A label with nothing behind it keeps its blank, so that the writer can go on typing. */
function trailingBlank(line: string): string {
  return /:\*\* $/.test(line) ? ' ' : '';
}

function isQuoted(text: string, offset: number): boolean {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^ {0,3}>/.test(text.slice(lineStart));
}

function endOfLine(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

/** Whether the line right below holds words that a viewer would draw into the quotation above them. */
function followedByText(recording: Recording, offset: number): boolean {
  const block = recording.blocks.find((one) => offset >= one.start && offset < one.start + one.text.length);
  const rest = block === undefined ? '' : block.text.slice(offset - block.start);
  const below = nextBlockLine(recording, offset, rest) ?? /^(?:\r\n|\n|\r)([^\r\n]*)/.exec(rest)?.[1];
  return below !== undefined && below.trim() !== '' && !/^ {0,3}(?:>|#|<!--)/.test(below);
}

function nextBlockLine(recording: Recording, offset: number, rest: string): string | undefined {
  if (!/^(?:\r\n|\n|\r)$/.test(rest)) return undefined;
  const next = recording.blocks.find((one) => one.start === offset + rest.length);
  return next && /^[^\r\n]*/.exec(next.text)?.[0];
}

function intoRow(row: TableRow, note: NewNote): DocumentEdit {
  const wanted = [
    note.kind,
    ...(note.kind === 'supervisor' || note.kind === 'praise' ? ['supervisor' as const] : []),
    ...COLUMNS_FOR_NOTES,
  ];
  const found = wanted
    .map((kind) => row.cells.find((cell) => cell.column === kind))
    .find((cell) => cell !== undefined);
  const cell =
    found ?? row.cells.find((one) => one.column === 'dialogue') ?? row.cells[row.cells.length - 1]!;
  const { block, start, end } = cell.place;
  const words = (label(note) + note.text).replace(/\r\n|\n|\r/g, '<br>').replace(/(?<!\\)\|/g, '\\|');
  const empty = block.text.slice(start, end).trim() === '';
  const before = empty ? (/[ \t]$/.test(block.text.slice(0, end)) ? '' : ' ') : '<br>';
  const after = /^[ \t]/.test(block.text.slice(end)) ? '' : ' ';
  return { start: block.start + end, end: block.start + end, text: before + words.trimEnd() + after };
}
