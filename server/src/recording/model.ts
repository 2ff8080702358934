/**
 * What a recording is, once read. Everything here is data: the reader makes it, all later rooms look at it.
 *
 * Places are kept relative to the block they stand in, so that text typed above moves nothing but `Block.start`.
 * `rangeOf` turns a place into document offsets (zero-based, UTF-16 code units, end exclusive).
 */

/** A run of lines between blank lines: the unit that is parsed once and kept until its own text changes. */
export interface Block {
  readonly text: string;
  /** Offset of the block in its document. Only the cutter moves it, when text above grows or shrinks. */
  start: number;
}

/** A stretch of source inside one block; offsets count from the block's start. */
export interface Place {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the document: zero-based UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a place stands in the document now. */
export function rangeOf(place: Place): Range {
  return { start: place.block.start + place.start, end: place.block.start + place.end };
}

export type GroupType = 'classic' | 'single-session' | 'short-term' | 'open-ended' | 'very-large' | 'task';
export type HeaderGate = 'talking-circle' | 'no-crosstalk' | 'limited-speech' | 'chosen-procedure';

/** How far a recording has come on its way between student and supervisor. */
export type State = 'draft' | 'submitted' | 'reviewed' | 'discussed';

/** A person of the roster. `name` is the form used in findings; `aliases` are other labels for the same person. */
export interface Member {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role?: string;
}

/** The header, as far as it could be read; absent keys are absent here. Empty when there is none. */
export interface Header {
  readonly student?: string;
  readonly supervisor?: string;
  readonly date?: string;
  readonly status?: State;
  readonly groupName?: string;
  readonly type?: GroupType;
  readonly purpose?: string;
  readonly gates: readonly HeaderGate[];
  readonly session?: number;
  readonly of?: number;
  /** Labels of the worker or workers. The defaults of format.md §1 where the header names none. */
  readonly workers: readonly string[];
  readonly members: readonly Member[];
  readonly absent: readonly string[];
  readonly newcomers: readonly string[];
  readonly leaving: readonly string[];
  /** Only part of the session is recorded: rules about absence are off. */
  readonly excerpt: boolean;
  /** The whole front matter, fences included; absent when the file has none. */
  readonly place?: Place;
  /** Where a member could be added: the end of the last roster entry, and how the list is written. */
  readonly roster?: { readonly place: Place; readonly form: 'flow' | 'block' | 'map' };
  /** Every name written in a list of people, where it stands, quotation marks included. */
  readonly names: readonly HeaderName[];
  /** Every top-level key with the place of its key and its value. */
  readonly keys: readonly { readonly name: string; readonly key: Place; readonly value?: Place }[];
}

/** A name in the header: the list it stands in, and its place. */
export interface HeaderName {
  readonly list: 'members' | 'aliases' | 'worker' | 'absent' | 'new' | 'leaving';
  readonly name: string;
  readonly place: Place;
}

export type SpeakerKind = 'worker' | 'member' | 'plural' | 'unnamed';

/** Who speaks. `name` is canonical (an alias gives the member's name, a worker label is kept as written). */
export interface Speaker {
  readonly kind: SpeakerKind;
  readonly name: string;
  /** False for a name that the header's roster does not list. */
  readonly declared: boolean;
}

export type NonverbalKind =
  | 'laughter'
  | 'crying'
  | 'nod'
  | 'glance'
  | 'touch'
  | 'leaving'
  | 'entering'
  | 'overlap'
  | 'interruption'
  | 'sigh'
  | 'silence'
  | 'other';

/** A bracketed or italic remark: what somebody, or the room, did. */
export interface Nonverbal {
  readonly kind: NonverbalKind;
  readonly text: string;
  readonly place: Place;
  /** Seconds of silence where a length is given. */
  readonly seconds?: number;
}

export type NoteKind =
  | 'feeling'
  | 'analysis'
  | 'member-affect'
  | 'skill'
  | 'alternative'
  | 'considered'
  | 'question'
  | 'supervisor'
  | 'reply'
  | 'praise'
  | 'resolved'
  | 'agreed';

/** One note of a margin. `detail` is what stood in brackets after the label: a pattern's id, a skill, a name and date. */
export interface Note {
  readonly kind: NoteKind;
  readonly detail?: string;
  readonly text: string;
  /** The whole note, its label included. */
  readonly place: Place;
  readonly label?: Place;
}

/** A piece of what was said, tied to the source: `words.slice(at, at + length)` came from `place`. */
export interface Fragment {
  readonly at: number;
  readonly length: number;
  readonly place: Place;
}

/** A stretch of the dialogue under one sub-heading. */
export interface Segment {
  readonly title: string;
  readonly kind:
    | 'introductions'
    | 'check-in'
    | 'role-play'
    | 'presentation'
    | 'check-out'
    | 'evaluation'
    | 'other';
  readonly place: Place;
}

/** One labelled speech. Numbers are positions in `Recording.turns`, counted from 1 when shown. */
export interface Turn {
  readonly kind: 'turn';
  readonly speaker: Speaker;
  readonly label: Place;
  /** Named in the label (`Ben → Ana:`). Canonical names; `group` for the group. */
  readonly to: readonly string[];
  /** The spoken words alone: no label, time stamp, nonverbal act or Markdown mark. */
  readonly words: string;
  readonly fragments: readonly Fragment[];
  readonly nonverbal: readonly Nonverbal[];
  /** Parts of the speech were cut off, at the start or at the end, by an interruption mark. */
  readonly cut: { readonly start: boolean; readonly end: boolean };
  /** Where the speech stands: label to last word, one place a block. Never empty. */
  readonly places: readonly Place[];
  readonly margin: readonly Note[];
  readonly segment?: Segment;
  /** Set for a turn that stands in a table: how its row is laid out. */
  readonly row?: TableRow;
}

/** Something that happened in the room and was not said. */
export interface Happening {
  readonly kind: 'happening';
  readonly nature: 'silence' | 'summary' | 'nonverbal';
  readonly text: string;
  readonly acts: readonly Nonverbal[];
  /** Seconds, for a silence whose length is given. */
  readonly seconds?: number;
  readonly place: Place;
  readonly margin: readonly Note[];
  readonly segment?: Segment;
  /** Set for what stands in a table, as for a turn. */
  readonly row?: TableRow;
}

/** A row of a table in the dialogue: the cell of each known column, by note kind. */
export interface TableRow {
  readonly place: Place;
  readonly cells: readonly { readonly column: NoteKind | 'speaker' | 'dialogue'; readonly place: Place }[];
}

export type Entry = Turn | Happening;

export type SectionKind =
  | 'identifying'
  | 'tuning-in'
  | 'observations'
  | 'dialogue'
  | 'impressions'
  | 'analysis'
  | 'use-of-self'
  | 'mutual-aid'
  | 'do-over'
  | 'plan'
  | 'questions'
  | 'supervisor'
  | 'other';

export interface Prose {
  readonly text: string;
  readonly place: Place;
  /** It stands in a cell of a table, where no margin can be begun. */
  readonly inCell?: true;
}

/** A part of the document under a heading. A file without headings is one dialogue section without a title. */
export interface Section {
  readonly kind: SectionKind;
  readonly title: string;
  /** The heading; absent for text before the first heading. */
  readonly heading?: Place;
  /** The prose of a section that is not dialogue, block by block. */
  readonly prose: readonly Prose[];
  /** Margin notes that follow no turn. */
  readonly margin: readonly Note[];
}

/** A fault of form, at the very token. Severity is decided where it is shown. */
export interface Fault {
  readonly code: `format-${string}`;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly place: Place;
  /** The one right repair, where there is one. */
  readonly repair?: { readonly title: string; readonly edits: readonly PlacedEdit[] };
}

/** A change of text: `place` is replaced by `text` (an empty place inserts). */
export interface PlacedEdit {
  readonly place: Place;
  readonly text: string;
}

/** A whole recording as read. */
export interface Recording {
  readonly header: Header;
  readonly sections: readonly Section[];
  /** Turns and happenings of all dialogue, in order. */
  readonly entries: readonly Entry[];
  /** The turns alone, in order; a turn's number is its index here plus one. */
  readonly turns: readonly Turn[];
  /** Sub-headings of the dialogue, in order, also those under which nobody speaks yet. */
  readonly segments: readonly Segment[];
  readonly faults: readonly Fault[];
  readonly blocks: readonly Block[];
  /** `\r\n` when most lines end so, else `\n`. */
  readonly lineEnd: '\n' | '\r\n';
}

/** Source ranges of `words.slice(start, end)`, one a fragment touched. */
export function rangesOfWords(turn: Turn, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (const { at, length, place } of turn.fragments) {
    const from = Math.max(start, at);
    const to = Math.min(end, at + length);
    if (from >= to) continue;
    const whole = rangeOf(place);
    // Where Markdown escapes make the source longer than the words, the whole fragment stands for its part.
    const exact = whole.end - whole.start === length;
    ranges.push(exact ? { start: whole.start + from - at, end: whole.start + to - at } : whole);
  }
  return ranges;
}
