/** Threads: the notes of a recording that people answer one another with, each on what it is about. */
import { type Element, elementsOf } from './elements.ts';
import { noteStart } from './margin.ts';
import {
  type Entry,
  type Happening,
  type Note,
  type NoteKind,
  type Place,
  type Range,
  type Recording,
  rangeOf,
  type Section,
  type Turn,
} from './model.ts';
import { signatureOf } from './signature.ts';

/** What a thread is about. */
export type Anchor =
  | { readonly on: 'turn'; readonly entry: Turn }
  | { readonly on: 'event'; readonly entry: Happening }
  /** Two turns or more, in order; the thread is written under the last. */
  | { readonly on: 'turns'; readonly turns: readonly Turn[] }
  /** A heading, or a paragraph under one. */
  | { readonly on: 'section'; readonly section: Section; readonly place: Place }
  | { readonly on: 'recording' };

export interface Thread {
  readonly anchor: Anchor;
  /** In the order in which they stand. Never empty. */
  readonly notes: readonly Note[];
  readonly resolved: boolean;
  /** The beginning of the turn it was written for, where that turn is gone. */
  readonly was?: string;
  /** It stands where schools put comments too, and not in a margin: in a section of its own, or within the record. */
  readonly loose?: 'section' | 'remark';
}

/** Notes that begin a thread. */
const OPENING: ReadonlySet<NoteKind> = new Set(['supervisor', 'praise', 'question', 'agreed']);
/** Notes that go on with one. A supervisor's note goes on with a student's question or reason as well. */
const GOING_ON: ReadonlySet<NoteKind> = new Set(['reply', 'resolved']);
const ANSWERED: ReadonlySet<NoteKind> = new Set(['question', 'considered']);

/** All threads, in the order of the text. Written by hand or by the editor: there is no difference. */
export function threadsOf(recording: Recording): readonly Thread[] {
  const threads: Thread[] = [];
  const index = new Map(recording.turns.map((turn, at) => [turn, at]));
  for (const entry of recording.entries) {
    const remarks = remarksOf(entry);
    for (const [place, notes] of grouped([...remarks, ...entry.margin])) {
      const { turns } = signatureOf(place);
      const last = entry.kind === 'turn' ? index.get(entry)! : -1;
      const anchor: Anchor =
        entry.kind === 'happening'
          ? { on: 'event', entry }
          : turns !== undefined && turns > 1 && last > 0
            ? { on: 'turns', turns: recording.turns.slice(Math.max(0, last + 1 - turns), last + 1) }
            : { on: 'turn', entry };
      threads.push(threadOf(anchor, notes, remarks.includes(place) ? 'remark' : undefined));
    }
  }
  for (const section of recording.sections) threads.push(...threadsOfSection(recording, section));
  return threads.sort((a, b) => rangeOf(a.notes[0]!.place).start - rangeOf(b.notes[0]!.place).start);
}

function threadOf(anchor: Anchor, notes: readonly Note[], loose?: Thread['loose']): Thread {
  const { was } = signatureOf(notes[0]!);
  return {
    anchor,
    notes,
    resolved: notes[notes.length - 1]!.kind === 'resolved',
    ...(was === undefined ? {} : { was }),
    ...(loose === undefined ? {} : { loose }),
  };
}

/** The threads among the notes of one margin, each with its first note. */
function grouped(notes: readonly Note[]): [Note, Note[]][] {
  const threads: [Note, Note[]][] = [];
  let open: Note[] | undefined;
  let above: Note | undefined;
  for (const note of notes) {
    const answers = note.kind === 'supervisor' && above !== undefined && ANSWERED.has(above.kind);
    if (GOING_ON.has(note.kind) || answers) {
      if (open === undefined || (answers && open.at(-1) !== above)) {
        // An answer to a note that began no thread, a student's analysis say, makes one of the two.
        open = above === undefined ? [note] : [above, note];
        threads.push([open[0]!, open]);
      } else open.push(note);
    } else if (OPENING.has(note.kind)) {
      open = [note];
      threads.push([note, open]);
    }
    above = note;
  }
  return threads;
}

/** Supervisors' comments in brackets or italics, in the line or in place of it. */
function remarksOf(entry: Entry): Note[] {
  const acts =
    entry.kind === 'turn' ? entry.nonverbal : [{ kind: 'other', text: entry.text, place: entry.place }];
  return acts.flatMap(({ text, place }) => {
    const start = noteStart(text);
    if (start === undefined || (start.kind !== 'supervisor' && start.kind !== 'praise')) return [];
    const { kind, detail, bodyAt } = start;
    return [{ kind, text: text.slice(bodyAt).trim(), place, ...(detail === undefined ? {} : { detail }) }];
  });
}

function threadsOfSection(recording: Recording, section: Section): Thread[] {
  const above = elementsOf(recording, section);
  const threads: Thread[] = [];
  if (section.kind === 'supervisor') {
    // Under the supervisor's own heading every paragraph is a comment, and the margin below it answers it.
    for (const element of above.filter((one) => one.kind === 'prose')) {
      const margin = section.margin.filter((note) => elementAbove(above, note.place) === element);
      const opening: Note = { kind: 'supervisor', text: element.text, place: element.place };
      const anchor: Anchor = { on: 'section', section, place: element.place };
      for (const [first, notes] of grouped([opening, ...margin]))
        threads.push(threadOf(anchor, notes, first === opening ? 'section' : undefined));
    }
  }
  const margins = new Map<Element | undefined, Note[]>();
  for (const note of section.margin) {
    const element = elementAbove(above, note.place);
    if (section.kind === 'supervisor' && element?.kind === 'prose') continue;
    margins.set(element, [...(margins.get(element) ?? []), note]);
  }
  for (const [element, margin] of margins) {
    const anchor: Anchor =
      element === undefined ? { on: 'recording' } : { on: 'section', section, place: element.place };
    for (const [, notes] of grouped(margin)) threads.push(threadOf(anchor, notes));
  }
  return threads;
}

function elementAbove(elements: readonly Element[], place: Place): Element | undefined {
  const { start } = rangeOf(place);
  return elements.findLast((element) => rangeOf(element.place).start < start);
}

/**
 * What a selection means to comment on: the entry it stands in, its margin included; two turns or more; a heading or
 * paragraph; or, in the header and above everything, the recording.
 */
export function anchorAt(recording: Recording, { start, end }: Range): Anchor {
  const touched = recording.entries.filter((entry) => {
    const extent = extentOf(entry);
    return extent.start <= end && extent.end >= start && (end === start || extent.start < end);
  });
  const turns = touched.filter((entry) => entry.kind === 'turn');
  const { row } = turns[0] ?? {};
  // Several lines of one cell share the row's margin, which is the last one's.
  const oneRow = row !== undefined && turns.every((turn) => turn.row === row);
  if (turns.length > 1 && !oneRow) return { on: 'turns', turns };
  const entry = turns[turns.length - 1] ?? touched[0];
  if (entry) return entry.kind === 'turn' ? { on: 'turn', entry } : { on: 'event', entry };
  const nearest = recording.sections
    .flatMap((section) => elementsOf(recording, section).map(({ place }) => ({ section, place })))
    .findLast(({ place }) => rangeOf(place).start <= start);
  const entryAbove = recording.entries.findLast((one) => extentOf(one).end <= start);
  if (entryAbove && (!nearest || extentOf(entryAbove).start > rangeOf(nearest.place).start))
    return entryAbove.kind === 'turn'
      ? { on: 'turn', entry: entryAbove }
      : { on: 'event', entry: entryAbove };
  return nearest ? { on: 'section', ...nearest } : { on: 'recording' };
}

/** From the first word of an entry to the last one of its margin. */
export function extentOf(entry: Entry): Range {
  const own = entry.kind === 'turn' ? [entry.label, ...entry.places] : [entry.place];
  const ranges = [...own, ...entry.margin.map(({ place }) => place)].map(rangeOf);
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}
