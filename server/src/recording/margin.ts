/** Margins: block quotations under a turn, read line by line as notes; and the names that notes and table columns go by. */
import { labelOf } from './label.ts';
import type { Block, Note, NoteKind } from './model.ts';

const NOTE_NAMES: Readonly<Record<NoteKind, readonly string[]>> = {
  feeling: [
    'feeling',
    'feelings',
    'gut',
    'gut level feelings',
    'gut level feeling',
    'gut feeling',
    'gut feelings',
    'subjective response',
    'my feelings',
    'your feelings',
    'students feelings',
    'workers feelings',
    'students gut level feelings',
    'feelings reactions thoughts',
  ],
  analysis: [
    'analysis',
    'reflection',
    'reflections',
    'analysis/assessment',
    'analysis assessment',
    'thoughts',
    'my analysis',
    'student analysis',
    'students analysis',
    'analysis themes interventions',
    'students reflection and analysis',
    'techniques analysis',
    'observation analysis',
    'note',
  ],
  'member-affect': [
    'client’s feelings',
    'clients feelings',
    'members feelings',
    'member feelings',
    'affect',
    'member affect',
    'clients feelings affect',
    'client feelings affect',
    'members affect',
  ],
  skill: [
    'skill',
    'skills',
    'skills used',
    'skill used',
    'intervention',
    'interventions',
    'technique',
    'techniques',
  ],
  alternative: [
    'alternative',
    'alternatives',
    'do over',
    'could have said',
    'alternate response',
    'alternative response',
    'i could have said',
  ],
  considered: ['considered'],
  question: ['question', 'question for supervision', 'questions for supervision', 'for supervision'],
  supervisor: [
    'supervisor',
    'field instructor',
    'supervisor comment',
    'supervisor comments',
    'supervisors comments',
    'supervisors comment',
    'field instructor comments',
    'field instructors comments',
    'practicum instructors comments',
    'fi',
    'supervisory comments',
    'instructor',
    'field educator',
    'practice educator',
    'practice educators comments',
    'practice teacher',
    'practice teachers comments',
  ],
  reply: ['reply', 'student', 'students reply'],
  praise: ['praise', 'strength'],
  resolved: ['resolved'],
  agreed: ['agreed', 'agree'],
};

const NOTE_BY_NAME = new Map(
  Object.entries(NOTE_NAMES).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as NoteKind] as const),
  ),
);

/** How a new note's label is written. */
export const NOTE_LABELS: Readonly<Record<NoteKind, string>> = {
  feeling: 'Feeling',
  analysis: 'Analysis',
  'member-affect': 'Members’ feelings',
  skill: 'Skill',
  alternative: 'Alternative',
  considered: 'Considered',
  question: 'Question',
  supervisor: 'Supervisor',
  reply: 'Reply',
  praise: 'Praise',
  resolved: 'Resolved',
  agreed: 'Agreed',
};

function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}/]+/gu, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim();
}

/** The kind of note that a label names, or undefined. */
export function noteKindOf(label: string): NoteKind | undefined {
  return NOTE_BY_NAME.get(plain(label));
}

const SPEAKER_COLUMNS = new Set(['speaker', 'who', 'name', 'person', 'member', 'participant']);
const DIALOGUE_COLUMNS = new Set([
  'dialogue',
  'dialog',
  'content',
  'verbatim',
  'content dialogue',
  'content/dialogue',
  'interview content',
  'verbatim dialogue',
  'content of contact',
  'student/client dialogue',
  'verbatim/description',
  'what was said',
  'words',
  'interview',
  'process',
  'session',
  'narrative',
]);

/**
 * Words by which a title that nobody listed is known, the first that fits: schools and students name their columns as they
 * like: "What was said and done", "My gut reactions", "FI's remarks".
 */
const COLUMN_WORDS: readonly (readonly [RegExp, NoteKind | 'speaker' | 'dialogue'])[] = [
  [/\b(?:superv\w+|instructors?|educators?|fi)\b/, 'supervisor'],
  [/\b(?:alternatives?|instead|differently|could have|do over)\b/, 'alternative'],
  [
    /\b(?:members?|clients?|others?|group|their)\b.{0,40}\b(?:feel\w*|affect|reactions?|responses?)\b/,
    'member-affect',
  ],
  [/\b(?:gut|feel\w*|reactions?|subjective)\b/, 'feeling'],
  [/\b(?:skills?|techniques?|interventions?)\b/, 'skill'],
  [/\b(?:analysis|assessment|reflect\w*|thoughts?|impressions?|observations?|comments?)\b/, 'analysis'],
  [
    /\b(?:said|spoken|dialogue|verbatim|content|happened|conversation|interactions?|transcript|exchange)\b/,
    'dialogue',
  ],
  [/\b(?:speakers?|who)\b/, 'speaker'],
];

/** What a table's header cell stands for; undefined for a column the format does not know (it is kept and not read). */
export function columnOf(title: string): NoteKind | 'speaker' | 'dialogue' | undefined {
  const words = plain(title);
  if (SPEAKER_COLUMNS.has(words)) return 'speaker';
  if (DIALOGUE_COLUMNS.has(words)) return 'dialogue';
  return noteKindOf(title) ?? COLUMN_WORDS.find(([form]) => form.test(words))?.[1];
}

const QUOTE_MARK = /^ {0,3}>[ \t]?/;
const INNER_MARKS = /^(?: {0,3}>[ \t]?)+/;
/** A label; `sign` stands right before its colon. */
const labelForm = (sign: string): RegExp =>
  new RegExp(
    String.raw`^(?:[-*+][ \t]+)?(\*\*|__)?([\p{L}][\p{L}'’/ -]{1,40}?)[ \t]*` +
      String.raw`(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\)[ \t]*)?` +
      String.raw`(?:${sign}:(?:\1)?|(\*\*|__)[ \t]*${sign}:)[ \t]*`,
    'u',
  );
const NOTE = labelForm('');
/** One that was kept from being a label by a backslash, or by more of them. */
const KEPT = labelForm(String.raw`\\+`);

/** The label that a line begins with; bold ends as it began. */
function labelIn(line: string, form: RegExp): RegExpExecArray | undefined {
  const found = form.exec(line);
  return found && (found[4] === undefined || found[4] === found[1]) ? found : undefined;
}

/** Reads one labelled line of a note (its quotation marks already off), or undefined when it has no known label. */
export function noteStart(line: string): { kind: NoteKind; detail?: string; bodyAt: number } | undefined {
  const found = labelIn(line, NOTE);
  if (!found) return undefined;
  const kind = noteKindOf(found[2]!);
  if (kind === undefined) return undefined;
  const detail = found[3]?.trim();
  return { kind, bodyAt: found[0].length, ...(detail ? { detail } : {}) };
}

/** A line of a note that would read as the beginning of another one gets a backslash before its colon. */
export function keptLine(line: string): string {
  const colon = colonOf(line, NOTE) ?? colonOf(line, KEPT);
  return colon === undefined ? line : `${line.slice(0, colon)}\\${line.slice(colon)}`;
}

/**
 * The same for a line of a cell, where one that would read as somebody's speech is kept from it as well: a cell may hold
 * the dialogue itself.
 */
export function keptInCell(line: string): string {
  const kept = keptLine(line);
  const colon = kept === line ? speechColonOf(line) : undefined;
  return colon === undefined ? kept : `${line.slice(0, colon)}\\${line.slice(colon)}`;
}

/** Takes away the backslash that `keptLine` put there. */
function asMeant(line: string): string {
  const colon = colonOf(line, KEPT);
  return colon === undefined ? line : line.slice(0, colon - 1) + line.slice(colon);
}

/** Takes away the backslash that `keptInCell` put there. */
function asMeantInCell(line: string): string {
  const meant = asMeant(line);
  const colon = meant === line ? speechColonOf(line) : undefined;
  return colon !== undefined && line[colon - 1] === '\\'
    ? line.slice(0, colon - 1) + line.slice(colon)
    : meant;
}

/** Where the colon stands of a line that reads as speech, or would without the backslashes before that colon. */
function speechColonOf(line: string): number | undefined {
  const colon = line.search(/[:：]/u);
  if (colon < 0) return undefined;
  const said = `${line.slice(0, colon).replace(/(?<!\\)\\+$/, '')}${line.slice(colon)}`.replace(/[*_`]/g, '');
  return labelOf(said.trimStart()) ? colon : undefined;
}

/** Where the colon of a line's label stands, quotation marks of its own left out; undefined for a line without one. */
function colonOf(line: string, form: RegExp): number | undefined {
  const lead = INNER_MARKS.exec(line)?.[0].length ?? /^[ \t]*/.exec(line)![0].length;
  const found = labelIn(line.slice(lead), form);
  return found && noteKindOf(found[2]!) !== undefined ? lead + found[0].lastIndexOf(':') : undefined;
}

/** What would open or close a comment of the page, and with it hide what people wrote, is written as its entity. */
const HIDING = /&((?:amp;)*)(?=lt;!--)|(?<=--)&((?:amp;)*)(?=gt;)/g;

/** Words for a margin: nothing in them begins or ends a comment of the page. */
export function shownText(text: string): string {
  return text
    .replace(HIDING, (_, before = '', behind = '') => `&amp;${before}${behind}`)
    .replace(/<(?=!--)/g, '&lt;')
    .replace(/(?<=--)>/g, '&gt;');
}

function fromShown(text: string): string {
  return text
    .replace(/&lt;(?=!--)/g, '<')
    .replace(/(?<=--)&gt;/g, '>')
    .replace(
      /&amp;((?:amp;)*)(?=lt;!--)|(?<=--)&amp;((?:amp;)*)(?=gt;)/g,
      (_, before = '', behind = '') => `&${before}${behind}`,
    );
}

/** Words for a table's cell: its bars, its line ends and what looks like one are written so that the cell goes on. */
export function cellText(text: string): string {
  return text
    .replace(/(?<!\\)(\\*)\|/g, '$1$1\\|')
    .replace(/&((?:amp;)*)lt;(?=br\b)/gi, '&amp;$1lt;')
    .replace(/<(?=br\b)/gi, '&lt;')
    .replace(/\r\n|\n|\r/g, '<br>');
}

function fromCell(line: string): string {
  return line
    .replace(/&lt;(?=br\b)/gi, '<')
    .replace(/&amp;((?:amp;)*)lt;(?=br\b)/gi, '&$1lt;')
    .replace(/(?<!\\)(\\+)\|/g, (_, signs: string) => `${'\\'.repeat(signs.length >> 1)}|`);
}

/**
 * Reads the notes of a quotation that stands at [start, end) of a block. A line without a label continues the note
 * above it; the first one is an analysis note.
 */
export function notesOf(block: Block, start: number, end: number): Note[] {
  return notesOfLines(block, sourceLines(block.text, start, end), 'analysis');
}

interface SourceLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** As it reads when it goes on with the note above: quotation marks of its own and indentation are kept. */
  readonly goesOn: string;
  /** Offset of the text within its source line, after quotation marks. */
  readonly textAt: number;
}

function sourceLines(text: string, start: number, end: number): SourceLine[] {
  const lines: SourceLine[] = [];
  let at = start;
  for (const part of text.slice(start, end).split(/(\r\n|\n|\r)/)) {
    if (!/^[\r\n]/.test(part)) {
      const blank = /^[ \t]*/.exec(part)![0].length;
      const mark = INNER_MARKS.exec(part)?.[0].length ?? blank;
      lines.push({
        start: at,
        end: at + part.length,
        text: part.slice(mark),
        goesOn: asMeant(part.slice(QUOTE_MARK.exec(part)?.[0].length ?? blank)),
        textAt: at + mark,
      });
    }
    at += part.length;
  }
  return lines;
}

/** Notes of a table's cell: its lines, parted by `<br>`; unlabelled ones are of the column's kind. */
export function notesOfCell(block: Block, start: number, end: number, kind: NoteKind): Note[] {
  const lines: SourceLine[] = [];
  let at = start;
  for (const part of block.text.slice(start, end).split(/(<br\s*\/?>)/i)) {
    if (!/^<br/i.test(part)) {
      const blank = /^[ \t]*/.exec(part)![0].length;
      const text = fromCell(part.trim());
      lines.push({
        start: at + blank,
        end: at + Math.max(blank, part.trimEnd().length),
        text,
        goesOn: asMeantInCell(text),
        textAt: at + blank,
      });
    }
    at += part.length;
  }
  return notesOfLines(block, lines, kind);
}

function notesOfLines(block: Block, lines: readonly SourceLine[], fallback: NoteKind): Note[] {
  const notes: {
    kind: NoteKind;
    detail?: string;
    text: string[];
    start: number;
    end: number;
    label?: { start: number; end: number };
  }[] = [];
  for (const line of lines) {
    const labelled = noteStart(line.text);
    const words = line.text.slice(labelled?.bodyAt ?? 0).trim();
    if (labelled) {
      notes.push({
        kind: labelled.kind,
        ...(labelled.detail === undefined ? {} : { detail: labelled.detail }),
        text: words === '' ? [] : [words],
        start: line.start,
        end: line.end,
        label: { start: line.textAt, end: line.textAt + labelled.bodyAt },
      });
    } else if (notes.length > 0) {
      const last = notes[notes.length - 1]!;
      last.text.push(line.goesOn.trimEnd());
      if (words !== '') last.end = line.end;
    } else if (words !== '') {
      notes.push({ kind: fallback, text: [words], start: line.start, end: line.end });
    }
  }
  return notes.map(({ kind, detail, text, start, end, label }) => ({
    kind,
    ...(detail === undefined ? {} : { detail }),
    text: fromShown(text.join('\n').replace(/^(?:[ \t]*\n)+|(?<!\n)\n+$/g, '')),
    place: { block, start, end },
    ...(label ? { label: { block, ...label } } : {}),
  }));
}
