/** A recording as supervisors know it: in columns, with what was found in the margin. Plain values, for a page to draw. */
import type { Analysis } from '../patterns/analyse.ts';
import type { Finding, Severity } from '../patterns/model.ts';
import { patterns } from '../patterns/registry.ts';
import { dynamics } from '../practice/dynamics.ts';
import {
  type Entry,
  type Header,
  type Note,
  type NoteKind,
  type Place,
  type Recording,
  rangeOf,
  type SpeakerKind,
  type State,
  type Turn,
} from '../recording/model.ts';
import { positionsOf } from '../recording/roster.ts';
import { signatureOf } from '../recording/signature.ts';
import { standingOf } from '../recording/states.ts';
import { type Thread, threadsOf } from '../recording/threads.ts';
import { type Column, columnIndexOf, columnsOf } from './columns.ts';
import { type Reading, readingOf } from './readers.ts';

/** Colours that tell members apart; the ninth member has the first one's. */
export const COLOURS = 8;

export interface Page {
  readonly head: Head;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Where each row begins in the document. */
  readonly starts: readonly number[];
}

export interface Head {
  readonly title: string;
  readonly state: State;
  readonly group?: string;
  readonly purpose?: string;
  readonly session?: number;
  readonly of?: number;
  readonly date?: string;
  readonly student?: string;
  readonly supervisor?: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly newcomers: readonly string[];
  readonly leaving: readonly string[];
  readonly excerpt: boolean;
  /** Further lines of the header, as written. */
  readonly further: readonly { readonly key: string; readonly value: string }[];
  /** What was found about the session as a whole. */
  readonly marks: readonly Mark[];
}

export type Row = HeadingRow | ProseRow | NotesRow | TurnRow | EventRow;

export interface HeadingRow {
  readonly kind: 'heading';
  /** A section's, or that of a segment of the dialogue. */
  readonly of: 'section' | 'segment';
  readonly text: string;
}

export interface ProseRow {
  readonly kind: 'prose';
  readonly text: string;
  readonly threads: readonly ThreadOnPage[];
}

/** Notes and threads about a heading or the recording as a whole. */
export interface NotesRow {
  readonly kind: 'notes';
  readonly notes: readonly NoteOnPage[];
  readonly threads: readonly ThreadOnPage[];
}

interface InMargin {
  /** Notes, one list a column, in the order of the columns. */
  readonly cells: readonly (readonly NoteOnPage[])[];
  readonly threads: readonly ThreadOnPage[];
}

export interface TurnRow extends InMargin {
  readonly kind: 'turn';
  readonly who: Who;
  /** Named in the label. */
  readonly to: readonly string[];
  readonly said: readonly Said[];
  readonly marks: readonly Mark[];
  /** Student's and supervisor's marks side by side, where both marked something. */
  readonly readers?: Reading;
}

export interface EventRow extends InMargin {
  readonly kind: 'event';
  readonly nature: 'silence' | 'summary' | 'nonverbal';
  readonly text: string;
}

export interface Who {
  readonly name: string;
  readonly kind: SpeakerKind;
  /** 1 to 8 for members, by their place in the roster; 0 for others. */
  readonly colour: number;
}

/** A piece of a turn: words, or what the speaker did. */
export interface Said {
  readonly text: string;
  readonly act?: true;
}

export interface NoteOnPage {
  readonly kind: NoteKind;
  readonly text: string;
  readonly about?: string;
  readonly author?: string;
  readonly date?: string;
}

export interface ThreadOnPage {
  /** `said`: praise or agreement that asks for no answer. */
  readonly state: 'open' | 'resolved' | 'said';
  /** It is about so many turns, this one the last. */
  readonly turns?: number;
  readonly notes: readonly NoteOnPage[];
}

/** A finding or a strength. Turns are counted from 1; 0 is the session as a whole. */
export interface Mark {
  readonly kind: 'finding' | 'strength';
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly dynamics: readonly string[];
  readonly severity?: Severity;
}

/** Notes that people answer one another with; they stand in threads and nowhere else. */
const THREADED: ReadonlySet<NoteKind> = new Set([
  'supervisor',
  'praise',
  'question',
  'agreed',
  'reply',
  'resolved',
]);

const patternNames = new Map(patterns.map(({ id, name }) => [id, name]));

/**
 * Lays a recording out. Rows that nothing changed are the same objects as before.
 * @param findings what is said about the recording just now
 * @param wanted titles of the school's columns, in order
 */
export function pageOf(analysis: Analysis, findings: readonly Finding[], wanted: readonly string[]): Page {
  const { recording } = analysis;
  const threads = threadsByHome(recording);
  const commented = recording.entries.some((entry) => threads.has(entry));
  const columns = columnsOf(recording, wanted, commented);
  const marks = marksByTurn(analysis, findings);
  const colours = positionsOf(recording);
  const title = recording.sections.find(({ heading }) => heading !== undefined);
  const isTitle = (place: Place | undefined): boolean =>
    title?.prose.length === 0 && title.margin.length === 0 && title.heading === place;

  const placed: { readonly start: number; readonly row: Row }[] = [];
  const put = (place: Place, row: Row): void => {
    placed.push({ start: rangeOf(place).start, row });
  };
  for (const section of recording.sections) {
    if (section.heading && !isTitle(section.heading))
      put(
        section.heading,
        kept(section, section.title, () => heading('section', section.title)),
      );
    for (const prose of section.prose) {
      const own = threads.get(prose.place) ?? [];
      // Under the supervisor's own heading the paragraph is the comment that opens the thread.
      if (!own.some((thread) => thread.notes[0]!.place === prose.place))
        put(prose.place, proseRow(prose, own));
      else put(prose.place, { kind: 'notes', notes: [], threads: own.map(threadOnPage) });
    }
    const about = section.heading ? (threads.get(section.heading) ?? []) : [];
    const loose = section.margin.filter(({ kind }) => !THREADED.has(kind));
    const first = [...loose, ...about.flatMap(({ notes }) => notes)][0];
    if (first)
      put(first.place, { kind: 'notes', notes: loose.map(noteOnPage), threads: about.map(threadOnPage) });
  }
  for (const thread of threads.get(recording) ?? [])
    put(thread.notes[0]!.place, { kind: 'notes', notes: [], threads: [threadOnPage(thread)] });
  for (const segment of recording.segments)
    put(
      segment.place,
      kept(segment, segment.title, () => heading('segment', segment.title)),
    );
  let turn = 0;
  for (const entry of recording.entries) {
    const own = threads.get(entry) ?? [];
    if (entry.kind === 'turn') {
      turn++;
      put(entry.label, turnRow(recording, entry, columns, own, marks.get(turn) ?? [], colours));
    } else put(entry.place, eventRow(entry, columns, own));
  }
  placed.sort((a, b) => a.start - b.start);
  return {
    head: headOf(analysis, isTitle(title?.heading) ? title!.title : undefined, marks.get(0) ?? []),
    columns,
    rows: placed.map(({ row }) => row),
    starts: placed.map(({ start }) => start),
  };
}

const ROWS = new WeakMap<object, { readonly key: string; readonly row: Row }>();

/** The row made before of the same thing, as long as all else that it shows is the same. */
function kept<R extends Row>(of: object, key: string, make: () => R): R {
  const before = ROWS.get(of);
  if (before?.key === key) return before.row as R;
  const row = make();
  ROWS.set(of, { key, row });
  return row;
}

function heading(of: HeadingRow['of'], text: string): HeadingRow {
  return { kind: 'heading', of, text };
}

function proseRow(prose: { readonly text: string }, threads: readonly Thread[]): ProseRow {
  const shown = threads.map(threadOnPage);
  return kept(prose, JSON.stringify(shown), () => ({ kind: 'prose', text: prose.text, threads: shown }));
}

function eventRow(
  entry: Extract<Entry, { kind: 'happening' }>,
  columns: readonly Column[],
  threads: readonly Thread[],
): EventRow {
  return kept(entry, keyOf(columns), () => ({
    kind: 'event',
    nature: entry.nature,
    text: entry.text,
    ...marginOf(entry, columns, threads),
  }));
}

function turnRow(
  recording: Recording,
  turn: Turn,
  columns: readonly Column[],
  threads: readonly Thread[],
  marks: readonly Mark[],
  colours: ReadonlyMap<string, number>,
): TurnRow {
  const { student, supervisor } = recording.header;
  const colour = colourOf(turn.speaker, colours);
  const found = marks.length === 0 ? '' : JSON.stringify(marks);
  return kept(turn, [keyOf(columns), student, supervisor, colour, found].join('\n'), () => {
    const readers = readingOf(recording, turn);
    return {
      kind: 'turn',
      who: { name: turn.speaker.name, kind: turn.speaker.kind, colour },
      to: turn.to,
      said: saidIn(turn),
      marks,
      ...marginOf(turn, columns, threads),
      ...(readers && markedByBoth(readers) ? { readers } : {}),
    };
  });
}

/** What a row depends on beside its entry, whose threads are all its own. */
function keyOf(columns: readonly Column[]): string {
  return columns.map(({ kind }) => kind).join();
}

/** 1 to 8 for a member, 0 for anybody else. */
export function colourOf(
  speaker: { readonly kind: SpeakerKind; readonly name: string },
  colours: ReadonlyMap<string, number>,
): number {
  return speaker.kind === 'member' ? ((colours.get(speaker.name) ?? 0) % COLOURS) + 1 : 0;
}

function markedByBoth({ both, onlyStudent, onlySupervisor }: Reading): boolean {
  return both.length > 0 || (onlyStudent.length > 0 && onlySupervisor.length > 0);
}

const EMPTY: readonly NoteOnPage[] = [];

function marginOf(entry: Entry, columns: readonly Column[], threads: readonly Thread[]): InMargin {
  const cells: NoteOnPage[][] = columns.map(() => []);
  for (const note of entry.margin)
    if (!THREADED.has(note.kind)) cells[columnIndexOf(note.kind, columns)]?.push(noteOnPage(note));
  return {
    cells: cells.map((cell) => (cell.length === 0 ? EMPTY : cell)),
    threads: threads.map(threadOnPage),
  };
}

function noteOnPage(note: Note): NoteOnPage {
  const { about, author, date } = signatureOf(note);
  return {
    kind: note.kind,
    text: note.text,
    ...(about === undefined ? {} : { about: patternNames.get(about) ?? about }),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
  };
}

function threadOnPage({ notes, resolved }: Thread): ThreadOnPage {
  const shown = notes.filter(({ kind }) => THREADED.has(kind));
  const only = notes.length === 1 ? notes[0]!.kind : undefined;
  const { turns } = signatureOf(notes[0]!);
  return {
    state: resolved ? 'resolved' : only === 'praise' || only === 'agreed' ? 'said' : 'open',
    ...(turns !== undefined && turns > 1 ? { turns } : {}),
    notes: shown.map(noteOnPage),
  };
}

/** Threads by what they stand at: an entry, a paragraph's or a heading's place, or the recording itself. */
function threadsByHome(recording: Recording): ReadonlyMap<object, readonly Thread[]> {
  const homes = new Map<object, Thread[]>();
  for (const thread of threadsOf(recording)) {
    const { anchor } = thread;
    const home =
      anchor.on === 'turn' || anchor.on === 'event'
        ? anchor.entry
        : anchor.on === 'turns'
          ? anchor.turns[anchor.turns.length - 1]!
          : anchor.on === 'section'
            ? (anchor.section.prose.find(({ place }) => place === anchor.place)?.place ??
              anchor.section.heading ??
              recording)
            : recording;
    homes.set(home, [...(homes.get(home) ?? []), thread]);
  }
  return homes;
}

function marksByTurn(
  { strengths }: Analysis,
  findings: readonly Finding[],
): ReadonlyMap<number, readonly Mark[]> {
  const marks = new Map<number, Mark[]>();
  for (const mark of marksOf(strengths, findings)) {
    const own = marks.get(mark.from);
    if (own) own.push(mark);
    else marks.set(mark.from, [mark]);
  }
  return marks;
}

/** Findings and strengths as marks of a page. */
export function marksOf(strengths: Analysis['strengths'], findings: readonly Finding[]): readonly Mark[] {
  return [
    ...findings.map(
      ({ pattern, severity, at, to, message }): Mark => ({
        kind: 'finding',
        id: pattern.id,
        name: pattern.name,
        text: message,
        from: at + 1,
        to: to + 1,
        dynamics: pattern.dynamics.map((id) => dynamics[id].name),
        severity,
      }),
    ),
    ...strengths.map(
      ({ strength, at, to, says }): Mark => ({
        kind: 'strength',
        id: strength.id,
        name: strength.name,
        text: says,
        from: at + 1,
        to: to + 1,
        dynamics: strength.dynamics.map((id) => dynamics[id].name),
      }),
    ),
  ];
}

/** What was said, with what the speaker did in its place. */
function saidIn({ words, fragments, nonverbal }: Turn): Said[] {
  const said: Said[] = [];
  let done = 0;
  const upTo = (offset: number): void => {
    const text = words.slice(done, offset);
    if (text !== '') said.push({ text });
    done = Math.max(done, offset);
  };
  for (const act of nonverbal) {
    const { start } = rangeOf(act.place);
    const before = fragments.filter(({ place }) => rangeOf(place).end <= start).at(-1);
    upTo(before ? before.at + before.length : done);
    said.push({ text: act.text, act: true });
  }
  upTo(words.length);
  return said;
}

/** Keys that are said elsewhere on the page, or are of no use to a reader. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  'student',
  'supervisor',
  'date',
  'group',
  'type',
  'purpose',
  'gates',
  'session',
  'of',
  'worker',
  'members',
  'absent',
  'new',
  'leaving',
  'excerpt',
  'status',
  'submitted',
  'reviewed',
  'discussed',
]);

function headOf({ recording, group }: Analysis, title: string | undefined, marks: readonly Mark[]): Head {
  const { header } = recording;
  const { student, supervisor, date, groupName, purpose, session, of } = header;
  return {
    title: title ?? [groupName, session].filter((part) => part !== undefined).join(' '),
    state: standingOf(recording).state,
    ...(groupName === undefined ? {} : { group: groupName }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(session === undefined ? {} : { session }),
    ...(of === undefined ? {} : { of }),
    ...(date === undefined ? {} : { date }),
    ...(student === undefined ? {} : { student }),
    ...(supervisor === undefined ? {} : { supervisor }),
    present: group.present,
    absent: header.absent,
    newcomers: header.newcomers,
    leaving: header.leaving,
    excerpt: header.excerpt,
    further: furtherOf(header),
    marks,
  };
}

function furtherOf({ keys }: Header): Head['further'] {
  return keys.flatMap(({ name, value }) => {
    if (SAID_ELSEWHERE.has(name) || value === undefined) return [];
    const text = value.block.text
      .slice(value.start, value.end)
      .trim()
      .replace(/^\{(.*)\}$|^\[(.*)\]$|^"(.*)"$|^'(.*)'$/s, '$1$2$3$4')
      .replace(/\s+/g, ' ')
      .trim();
    return text === '' ? [] : [{ key: name, value: text }];
  });
}
