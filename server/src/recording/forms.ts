/**
 * From dialogue to table and back. Both forms say the same: each answer is read again and compared, turn by turn and
 * note by note; what a table could not hold as it stands stays as it is, and that is said.
 */

import type { DocumentEdit } from './edit.ts';
import { matchesIn } from './expressions.ts';
import { columnOf, NOTE_LABELS, noteStart } from './margin.ts';
import type { Block, Entry, Note, NoteKind, Recording } from './model.ts';
import { rangeOf } from './model.ts';
import { read } from './read.ts';
import { edited, keeps, type Unit, unitsOf } from './units.ts';

/** Edits that do not overlap, and how many turns and events stayed as they were; or why nothing was done. */
export type Converted =
  | { readonly kind: 'done'; readonly edits: readonly DocumentEdit[]; readonly left: number }
  | { readonly kind: 'cannot'; readonly why: string };

/** What a column of a table holds. */
export type Column = NoteKind | 'speaker' | 'dialogue';

const cannot = (why: string): Converted => ({ kind: 'cannot', why });
const OTHERWISE = 'Some of it would be read otherwise in the other form, so it was left as it is.';
/** Said by or to a supervisor: one conversation, which stays in one column. */
const THREAD: ReadonlySet<NoteKind> = new Set(['supervisor', 'reply', 'praise', 'resolved']);
/** Where a note goes for which the table has no column, best first. */
const OTHERS: readonly Column[] = ['analysis', 'skill', 'feeling', 'member-affect', 'supervisor', 'dialogue'];

/**
 * Lays the turns that are not in a table out as tables, one a stretch between headings.
 * @param titles the columns in their order, as a school calls them; one of them must be the dialogue's
 */
export function toTable(recording: Recording, text: string, titles: readonly string[]): Converted {
  const columns = titles.map(columnOf);
  if (!columns.includes('dialogue'))
    return cannot('One of the columns must be called Dialogue, or Content, or the like.');
  const { lineEnd } = recording;
  const head = [titles, titles.map(() => '---')].map(rowOf);
  const beginning = recording.header.place ? text.slice(0, rangeOf(recording.header.place).end) : '';
  const groups: { readonly units: Unit[]; readonly rows: string[] }[] = [];
  let left = 0;
  let end = -1;
  for (const unit of unitsOf(recording)) {
    if (unit.table) continue;
    const row = rowOf(cellsFor(unit.entries[0]!, text, columns));
    const alone = read([beginning, '', '## Dialogue', '', ...head, row].join('\n')).entries;
    if (alone.length !== 1 || !keeps(alone[0]!, unit.entries[0]!)) {
      left++;
      end = -1;
      continue;
    }
    if (end < 0 || text.slice(end, unit.start).trim() !== '') groups.push({ units: [], rows: [] });
    const group = groups[groups.length - 1]!;
    group.units.push(unit);
    group.rows.push(row);
    end = unit.end;
  }
  if (groups.length === 0) return cannot('There is no turn here that could go into a table.');
  const edits = groups.map(({ units, rows }): DocumentEdit => {
    const start = units[0]!.start;
    const stop = units[units.length - 1]!.end;
    const apart = /(?:^|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r))$/.test(text.slice(Math.max(0, start - 80), start))
      ? ''
      : lineEnd;
    const below = /^(?:\r\n|\n|\r)[ \t]*[^\s]/.test(text.slice(stop)) ? lineEnd : '';
    return { start, end: stop, text: apart + [...head, ...rows].join(lineEnd) + below };
  });
  return checked(recording, text, edits, left);
}

/** The column in which a note goes: its own, or else the nearest that is there. One of them must be the dialogue's. */
export function columnForNote(kind: NoteKind, columns: readonly (Column | undefined)[]): Column {
  const own: Column = THREAD.has(kind) ? 'supervisor' : kind;
  return [own, ...OTHERS].find((one) => columns.includes(one)) ?? 'dialogue';
}

/** The titles of a table's columns, as written. */
export function titlesOf(table: Block): string[] {
  const [first] = linesOf(table);
  return first === undefined ? [] : cellsIn(first).map(({ text }) => text.trim());
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellsFor(entry: Entry, text: string, columns: readonly (Column | undefined)[]): string[] {
  const cells = columns.map((): string[] => []);
  const into = (column: Column): string[] => cells[columns.indexOf(column)]!;
  const said = saidIn(entry, text);
  const speaks = columns.includes('speaker') && entry.kind === 'turn';
  into('dialogue').push(...(speaks ? said.words : said.lines));
  if (speaks) into('speaker').push(said.speaker);
  for (const note of entry.margin) {
    const column = columnForNote(note.kind, columns);
    const lines = note.text.split('\n');
    const bare =
      note.kind === column && note.detail === undefined && note.text !== '' && into(column).length === 0;
    into(column).push(
      ...(bare && noteStart(lines[0]!) === undefined
        ? lines
        : [labelOfNote(note, text) + (lines[0] ?? ''), ...lines.slice(1)]),
    );
  }
  return cells.map((lines) => lines.map((line) => line.replace(/(?<!\\)\|/g, '\\|')).join('<br>'));
}

/** The label as it was written, or as a new note's would be. */
function labelOfNote({ kind, detail, label }: Note, text: string): string {
  if (label) return `${text.slice(rangeOf(label).start, rangeOf(label).end).trimEnd()} `;
  return `**${NOTE_LABELS[kind]}${detail === undefined ? '' : ` (${detail})`}:** `;
}

/** What was said or happened, as source lines; for a turn also its speaker, and its lines without the label. */
function saidIn(entry: Entry, text: string): { lines: string[]; words: string[]; speaker: string } {
  const places = entry.kind === 'turn' ? entry.places : [entry.place];
  const lines = places
    .flatMap((place) => text.slice(rangeOf(place).start, rangeOf(place).end).split(/\r\n|\n|\r/))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (entry.kind !== 'turn') return { lines, words: lines, speaker: '' };
  // The place of a turn begins with its label; marks before it (a number, the stars of a bold label) are put back.
  const label = rangeOf(entry.label);
  const lineStart =
    Math.max(text.lastIndexOf('\n', label.start - 1), text.lastIndexOf('\r', label.start - 1)) + 1;
  const stars = /(?:\*\*|__)$/.exec(text.slice(lineStart, label.start))?.[0] ?? '';
  const first = text
    .slice(label.start, rangeOf(places[0]!).end)
    .split(/\r\n|\n|\r/)[0]!
    .trim();
  const body = /^(?:[^:：]*[:：](?:\*\*|__)?|[^:：]*)[ \t]*/.exec(first)![0];
  const to = entry.to.length === 0 ? '' : ` → ${entry.to.join(', ')}`;
  return {
    lines: [stars + first, ...lines.slice(1)],
    words: [first.slice(body.length), ...lines.slice(1)].filter((line) => line !== ''),
    speaker: entry.speaker.name + to,
  };
}

/** Lays the turns of every table that is read as dialogue out as paragraphs with margins. */
export function toDialogue(recording: Recording, text: string): Converted {
  const begins = recording.entries.map(
    (entry) => rangeOf(entry.kind === 'turn' ? entry.label : entry.place).start,
  );
  const tables = new Set(unitsOf(recording).flatMap(({ table }) => table ?? []));
  if (tables.size === 0) return cannot('There is no table here that is read as dialogue.');
  const edits = [...tables].map((table) => paragraphsOf(table, begins, recording.lineEnd));
  return checked(recording, text, edits, 0);
}

interface SourceCell {
  readonly start: number;
  readonly text: string;
}

function paragraphsOf(table: Block, begins: readonly number[], lineEnd: string): DocumentEdit {
  const lines = linesOf(table);
  const titles = titlesOf(table);
  const columns = titles.map(columnOf);
  const paragraphs = lines.slice(2).flatMap((line) => {
    const cells = cellsIn(line);
    const speaker = cells[columns.indexOf('speaker')];
    const said = saidInCell(cells[columns.indexOf('dialogue')], speaker, begins, lineEnd);
    const notes = [false, true].flatMap((threads) =>
      cells.flatMap((cell, i) => {
        const column = columns[i];
        if (column === 'dialogue' || column === 'speaker' || (column === 'supervisor') !== threads) return [];
        return notesInCell(cell, column, titles[i] ?? '');
      }),
    );
    return [...said, ...(notes.length === 0 ? [] : [notes.join(lineEnd)])];
  });
  const last = lines[lines.length - 1]!;
  return {
    start: lines[0]!.start,
    end: last.start + last.text.length,
    text: paragraphs.join(lineEnd + lineEnd),
  };
}

function linesOf({ start, text }: Block): SourceCell[] {
  return Array.from(matchesIn(/[^\r\n]+/g, text), (found) => ({
    start: start + found.index,
    text: found[0].trimEnd(),
  })).filter((line) => line.text.includes('|'));
}

/** The cells of a row, each with the offset at which its text begins. */
function cellsIn({ start, text }: SourceCell): SourceCell[] {
  const lead = /^[ \t]*\|?/.exec(text)![0].length;
  const inner = text.slice(lead).replace(/(?<!\\)\|[ \t]*$/, '');
  let at = start + lead;
  return inner.split(/(?<!\\)\|/).map((cell) => {
    const found = { start: at, text: cell };
    at += cell.length + 1;
    return found;
  });
}

/** The lines of a cell, parted by `<br>`, bars unescaped. */
function cellLines({ start, text }: SourceCell): SourceCell[] {
  let at = start;
  return text.split(/(<br\s*\/?>)/i).flatMap((part) => {
    const from = at + (/^\s*/.exec(part)![0].length ?? 0);
    at += part.length;
    const words = part.trim();
    return /^<br/i.test(words) || words === '' ? [] : [{ start: from, text: words.replace(/\\\|/g, '|') }];
  });
}

/** Paragraphs of what was said and done in a row. A line that begins nobody's turn goes on with the one above. */
function saidInCell(
  cell: SourceCell | undefined,
  speaker: SourceCell | undefined,
  begins: readonly number[],
  lineEnd: string,
): string[] {
  const begun = ({ start, text }: SourceCell): boolean =>
    begins.some((at) => at >= start && at <= start + text.length);
  const name = speaker && begun(speaker) ? speaker.text.trim().replace(/(?<!\s)\s*[:：]\s*$/, '') : undefined;
  const paragraphs: string[] = [];
  for (const [index, line] of (cell ? cellLines(cell) : []).entries()) {
    if (index === 0 && name !== undefined)
      paragraphs.push(`**${name.replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, '')}:** ${line.text}`);
    else if (index === 0 || begun(line)) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] += `${lineEnd}${line.text}`;
  }
  return paragraphs;
}

/** Lines of a margin. A column that the format does not know becomes a note under its own title: nothing is lost. */
function notesInCell(cell: SourceCell, column: NoteKind | undefined, title: string): string[] {
  return cellLines(cell).map(({ text }, index) => {
    if (index > 0 || noteStart(text) !== undefined) return `> ${text}`;
    return column === undefined
      ? `> **${NOTE_LABELS.analysis}:** ${title}: ${text}`
      : `> **${NOTE_LABELS[column]}:** ${text}`;
  });
}

/** Gives the edits if the recording keeps all it said; notes of unknown columns may come in addition. */
function checked(
  recording: Recording,
  text: string,
  edits: readonly DocumentEdit[],
  left: number,
): Converted {
  const before = recording.entries;
  const after = read(edited(text, edits)).entries;
  const same = after.length === before.length && after.every((one, i) => keeps(one, before[i]!));
  return same ? { kind: 'done', edits, left } : cannot(OTHERWISE);
}
