/** What people do with threads, as edits of the text. Each touches the lines of its own notes and no other byte. */
import {
  addNote,
  addNoteAtHead,
  addNoteBelow,
  afterNote,
  atLineBelow,
  bodyBelow,
  type DocumentEdit,
  endOfLine,
  inCell,
  isQuoted,
  LINE_END,
  lineBelow,
  type NewNote,
  quotedLine,
  quotedLines,
  startOfLine,
} from './edit.ts';
import { elementsOf } from './elements.ts';
import { cellText, keptInCell, keptLine, NOTE_LABELS, noteStart, shownText } from './margin.ts';
import {
  type Block,
  type Note,
  type NoteKind,
  type Place,
  type Range,
  type Recording,
  rangeOf,
  type Turn,
} from './model.ts';
import { detailOf, signatureOf } from './signature.ts';
import type { Anchor, Thread } from './threads.ts';

/** A comment as somebody writes it. */
export interface Comment {
  readonly kind: NoteKind;
  /** A pattern's id or a skill's name, for the kinds that have a subject. */
  readonly about?: string;
  readonly author?: string;
  readonly date?: string;
  readonly text: string;
}

/** More than this in one comment would make its margin too long to be read (`LIMITS.block`). */
export const LONGEST_COMMENT = 20_000;

/** Without blanks at the ends of lines and without empty lines around: what can be written and read back unchanged. */
export function tidy(text: string): string {
  return text
    .split(LINE_END)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|(?<!\n)\n+$/g, '')
    .replace(/^[ \t]+/, '');
}

function noteOf({ kind, text, ...who }: Comment, turns?: number): NewNote {
  const detail = detailOf({ ...who, ...(turns === undefined ? {} : { turns }) });
  return { kind, text: tidy(text), ...(detail === undefined ? {} : { detail }) };
}

/** Begins a thread. One about several turns is written under the last and says how many they are. */
export function comment(recording: Recording, anchor: Anchor, said: Comment): DocumentEdit[] {
  switch (anchor.on) {
    case 'turn':
    case 'event':
      return [atLineBelow(recording, addNote(recording, anchor.entry, noteOf(said)))];
    case 'turns': {
      const last = anchor.turns[anchor.turns.length - 1]!;
      return [atLineBelow(recording, addNote(recording, last, noteOf(said, anchor.turns.length)))];
    }
    case 'section': {
      const next = elementsOf(recording, anchor.section)
        .map(({ place }) => rangeOf(place).start)
        .find((start) => start > rangeOf(anchor.place).start);
      const margin = anchor.section.margin.filter(({ place }) => {
        const { start } = rangeOf(place);
        return start > rangeOf(anchor.place).start && (next === undefined || start < next);
      });
      return [addNoteBelow(recording, anchor.place, margin, noteOf(said))];
    }
    case 'recording': {
      const first = recording.sections[0];
      const margin = first === undefined || first.heading || first.prose.length > 0 ? [] : first.margin;
      return [addNoteAtHead(recording, margin, noteOf(said))];
    }
  }
}

/** Adds a note to a thread, after its last one. */
export function reply(recording: Recording, thread: Thread, said: Comment): DocumentEdit[] {
  const last = thread.notes[thread.notes.length - 1]!;
  const note = noteOf(said);
  if (isInCell(last, thread)) return [afterInCell(last, note)];
  const put = isQuoted(last.place)
    ? afterNote(recording, last, note)
    : addNoteBelow(recording, last.place, [], note);
  return [atLineBelow(recording, put)];
}

/** Puts other words into a note; its label stays. */
export function rewrite(thread: Thread, note: Note, text: string): DocumentEdit[] {
  const { block, end } = note.place;
  const start = note.label?.end ?? note.place.start;
  const isFirst = note.label !== undefined;
  const inMargin = !isInCell(note, thread) && isQuoted(note.place);
  const said = inMargin && isFirst ? bodyBelow(shownText(tidy(text))) : shownText(tidy(text));
  const kept = isInCell(note, thread) ? keptInCell : keptLine;
  const lines = said.split('\n').map((line, index) => (isFirst && index === 0 ? line : kept(line)));
  const blank = isFirst && !/[ \t]$/.test(block.text.slice(0, start)) ? ' ' : '';
  const written = isInCell(note, thread)
    ? cellText(lines.join('\n'))
    : inMargin
      ? [lines[0]!, ...lines.slice(1).map(quotedLine)].join(/\r\n|\n|\r/.exec(block.text)?.[0] ?? '\n')
      : said.replace(/\n+/g, ' ');
  return [{ start: block.start + start, end: block.start + Math.max(start, end), text: blank + written }];
}

/** Takes a note out, with its line or its part of the cell; the only note of a margin takes the margin with it. */
export function remove(recording: Recording, thread: Thread, note: Note): DocumentEdit[] {
  const { block } = note.place;
  if (isInCell(note, thread)) return [outOfCell(note.place)];
  if (!isQuoted(note.place)) return [outOfLine(note.place)];
  const start = lineStartIn(block, note.place.start);
  const end = endOfLine(block.text, note.place.end);
  const before = block.text.slice(0, start);
  const after = block.text.slice(end);
  if (/[^\s\ufeff]/.test(before))
    return [gone(block.start + start - lineEndBefore(before), block.start + end)];
  const lineEnd = /^(?:\r\n|\n|\r)/.exec(after)?.[0].length ?? 0;
  if (after.trim() !== '') return [gone(block.start + start, block.start + end + lineEnd)];
  // The margin goes, and with it the empty lines above it, which belong to the block before.
  const above = recording.blocks[recording.blocks.indexOf(block) - 1];
  const blanks = above
    ? above.text.length - above.text.replace(/(?<![^\S\ufeff])[^\S\ufeff]+$/, '').length
    : 0;
  if (above && blanks > 0) return [gone(block.start - blanks, block.start + end)];
  const below = /^(?:\r\n|\n|\r){0,2}/.exec(after)![0].length;
  return [gone(block.start + start, block.start + end + below)];
}

/** Where a line begins; the sign that opens a document is no part of its first line. */
function lineStartIn({ text }: Block, offset: number): number {
  return startOfLine(text, offset) || (text.startsWith('\ufeff') ? 1 : 0);
}

function gone(start: number, end: number): DocumentEdit {
  return { start, end, text: '' };
}

function lineEndBefore(text: string): number {
  return /(?:\r\n|\n|\r)$/.exec(text)?.[0].length ?? 0;
}

function outOfCell({ block, start, end }: Place): DocumentEdit {
  const before = /<br\s*\/?>[ \t]*$/i.exec(block.text.slice(0, start))?.[0].length ?? 0;
  const after = before > 0 ? 0 : (/^[ \t]*<br\s*\/?>/i.exec(block.text.slice(end))?.[0].length ?? 0);
  // In a cell that is left empty, the blank that was put behind the note goes with it.
  const isAlone = /\|[ \t]+$/.test(block.text.slice(0, start)) && /^[ \t]\|/.test(block.text.slice(end));
  return gone(block.start + start - before, block.start + end + (isAlone ? 1 : after));
}

/** A remark within the record, or a paragraph under the supervisor's heading. */
function outOfLine(place: Place): DocumentEdit {
  const { block } = place;
  const { start, end } = withEmphasis(place);
  const lineStart = lineStartIn(block, start);
  const lineStop = endOfLine(block.text, end);
  const alone =
    block.text.slice(lineStart, start).trim() === '' && block.text.slice(end, lineStop).trim() === '';
  if (!alone) {
    const blank = /(?<![ \t])[ \t]+$/.exec(block.text.slice(lineStart, start))?.[0].length ?? 0;
    return gone(block.start + start - blank, block.start + end);
  }
  const below = /^(?:\r\n|\n|\r)*/.exec(block.text.slice(lineStop))?.[0].length ?? 0;
  return gone(block.start + lineStart, block.start + lineStop + below);
}

/** A place with the stars or dashes around it, which would be left alone in the line. */
function withEmphasis({ block: { text }, start, end }: Place): Range {
  const before = /(?<![*_])[*_]+$/.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^[*_]+/.exec(text.slice(end))?.[0] ?? '';
  const signs = Math.min(before.length, after.length);
  return { start: start - signs, end: end + signs };
}

/**
 * Opens a resolved thread again: a bare *Resolved* goes, one with words of its own becomes a reply. Words are never
 * taken away.
 */
export function reopen(recording: Recording, thread: Thread): DocumentEdit[] {
  const last = thread.notes[thread.notes.length - 1]!;
  if (last.kind !== 'resolved') return [];
  return last.text === '' ? remove(recording, thread, last) : relabel(last, { ...last, kind: 'reply' });
}

/** Says in the thread's first label which turn it once stood under, or no longer says it. */
export function markOrphan(thread: Thread, was: string | undefined): DocumentEdit[] {
  const [first] = thread.notes;
  const { was: _, ...rest } = signatureOf(first!);
  const detail = detailOf({ ...rest, ...(was === undefined ? {} : { was }) });
  const { detail: __, ...bare } = first!;
  return relabel(first!, detail === undefined ? bare : { ...bare, detail });
}

/** Writes a note's label anew. A note without one keeps its words as they are. */
function relabel(note: Note, as: Pick<Note, 'kind' | 'detail'>): DocumentEdit[] {
  if (!note.label) return [];
  const { start, end } = rangeOf(note.label);
  const source = note.label.block.text.slice(note.label.start, note.label.end);
  const blank = /(?<![ \t])[ \t]*$/.exec(source)![0];
  const detail = as.detail === undefined ? '' : ` (${as.detail})`;
  return [{ start, end, text: `**${NOTE_LABELS[as.kind]}${detail}:**${blank}` }];
}

/** Moves a thread into the margin of a turn, with all that was answered to it. */
export function moveTo(recording: Recording, thread: Thread, turn: Turn): DocumentEdit[] {
  const taken = merged(
    recording,
    thread.notes.flatMap((note) => remove(recording, thread, note)),
  );
  const [first, ...rest] = thread.notes.map(({ kind, detail, text }): NewNote => {
    // "Supervisor: …" written as a paragraph has its label in its words.
    const start = kind === 'supervisor' ? noteStart(text) : undefined;
    if (start === undefined) return { kind, text, ...(detail === undefined ? {} : { detail }) };
    return {
      kind: start.kind,
      text: text.slice(start.bodyAt),
      ...(start.detail ? { detail: start.detail } : {}),
    };
  });
  const put = addNote(recording, turn, first!);
  const more = rest.map((note) =>
    turn.row ? `<br>${inCell(note)}` : recording.lineEnd + quotedLines(note).join(recording.lineEnd),
  );
  const tail = turn.row
    ? (/(?<![ \t])[ \t]*$/.exec(put.text)?.[0] ?? '')
    : (/(?<![\r\n])[\r\n]*$/.exec(put.text)?.[0] ?? '');
  const text = put.text.slice(0, put.text.length - tail.length) + more.join('') + tail;
  return [...taken, { ...put, text }];
}

/**
 * Two notes that go may both take the empty lines between them; an editor refuses edits that overlap. The lines above and
 * below them meet then, and one line end goes as well.
 */
function merged(recording: Recording, removals: readonly DocumentEdit[]): DocumentEdit[] {
  const made: DocumentEdit[] = [];
  for (const one of [...removals].sort((a, b) => a.start - b.start)) {
    const last = made.at(-1);
    if (!last || one.start >= last.end) made.push(one);
    else made[made.length - 1] = gone(last.start, lineBelow(recording, Math.max(last.end, one.end)));
  }
  return made;
}

function isInCell(note: Note, { anchor }: Thread): boolean {
  const row =
    anchor.on === 'turns'
      ? anchor.turns[anchor.turns.length - 1]?.row
      : 'entry' in anchor
        ? anchor.entry.row
        : undefined;
  return row !== undefined && row.place.block === note.place.block;
}

function afterInCell({ place: { block, end } }: Note, note: NewNote): DocumentEdit {
  return { start: block.start + end, end: block.start + end, text: `<br>${inCell(note)}` };
}
