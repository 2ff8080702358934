/** The recording as something written: every text in it with the turn it stands with, and where a part of it stands. */
import type { Group, Move } from '../group/model.ts';
import { remembered } from '../group/sequence.ts';
import type { Happening, Note, NoteKind, Place, Section } from '../recording/model.ts';
import type { Sighting } from './model.ts';

/** A text of the recording. `at` is the turn it stands with, -1 where it stands with none. */
export interface Written {
  readonly kind: 'words' | 'gesture' | 'happening' | 'note' | 'prose';
  readonly text: string;
  readonly at: number;
  /** Absent for the words of a turn: those have spans. */
  readonly place?: Place;
  readonly note?: NoteKind;
  readonly section?: Section['kind'];
}

function notesAt(notes: readonly Note[], at: number): Written[] {
  return notes.flatMap(({ kind, text, place }) =>
    text === '' ? [] : [{ kind: 'note' as const, text, at, place, note: kind }],
  );
}

/** An event stands with the turn above it, where its reader would look for it. */
function eventsAt(events: readonly Happening[], at: number): Written[] {
  return events.flatMap(({ text, place, margin }) => [
    { kind: 'happening' as const, text, at, place },
    ...notesAt(margin, at),
  ]);
}

/** What stands right before a turn, in it, and in its margin. */
const writtenWith = remembered(({ turn, index, before }: Move): Written[] => [
  ...eventsAt(before, index - 1),
  { kind: 'words', text: turn.words, at: index },
  ...turn.nonverbal.map(({ text, place }) => ({ kind: 'gesture' as const, text, at: index, place })),
  ...notesAt(turn.margin, index),
]);

function writtenElsewhere(group: Group): Written[] {
  return [
    ...eventsAt(group.after, group.moves.length - 1),
    ...group.recording.sections.flatMap(({ kind, prose, margin }) => [
      ...prose.map(({ text, place }) => ({ kind: 'prose' as const, text, at: -1, place, section: kind })),
      ...notesAt(margin, -1),
    ]),
  ];
}

/** Every text of the recording but its header: turn by turn, and then section by section. */
export function writtenIn(group: Group): Written[] {
  return [...group.moves.flatMap(writtenWith), ...writtenElsewhere(group)];
}

/**
 * What `read` finds in every text of a recording. What it found with a turn is kept for as long as the turn stays the
 * same, so that a pattern about the whole document costs what has changed in it.
 */
export function gathered<T>(read: (written: Written) => readonly T[]): (group: Group) => T[] {
  const withMove = remembered((move: Move): readonly T[] => writtenWith(move).flatMap(read));
  return (group) => [...group.moves.flatMap(withMove), ...writtenElsewhere(group).flatMap(read)];
}

/** Where `part` of a text stands: offsets into a turn's words, or its very place in the source where it can be found. */
export function standing(
  written: Written,
  start: number,
  end: number,
): Pick<Sighting, 'at' | 'to' | 'span' | 'place'> {
  const { at, place } = written;
  if (place === undefined) return { at, to: at, span: { start, end } };
  const { block } = place;
  // Marks of Markdown and of quotation stand between the text and its source, so the part is looked for as it reads.
  const found = block.text.slice(place.start, place.end).indexOf(written.text.slice(start, end));
  return {
    at,
    to: at,
    place: found < 0 ? place : { block, start: place.start + found, end: place.start + found + end - start },
  };
}
