/** The recording as something written: every text in it with the turn it stands with, and where a part of it stands. */
import type { Group } from '../group/model.ts';
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
  /** What is kept when nothing about the text has changed: the turn, the note, the event, the block's piece. */
  readonly key: object;
}

/** Every text of the recording but its header, in the order of the document within turns and within sections. */
export function writtenIn(group: Group): Written[] {
  const written: Written[] = [];
  const notes = (all: readonly Note[], at: number, section?: Section['kind']): void => {
    for (const note of all)
      if (note.text !== '')
        written.push({
          kind: 'note',
          text: note.text,
          at,
          place: note.place,
          note: note.kind,
          key: note,
          ...(section ? { section } : {}),
        });
  };
  const happenings = (all: readonly Happening[], at: number): void => {
    for (const event of all) {
      written.push({ kind: 'happening', text: event.text, at, place: event.place, key: event });
      notes(event.margin, at);
    }
  };
  for (const { turn, index, before } of group.moves) {
    // An event stands with the turn above it, where its reader would look for it.
    happenings(before, index - 1);
    written.push({ kind: 'words', text: turn.words, at: index, key: turn });
    for (const act of turn.nonverbal)
      written.push({ kind: 'gesture', text: act.text, at: index, place: act.place, key: act });
    notes(turn.margin, index);
  }
  happenings(group.after, group.moves.length - 1);
  for (const section of group.recording.sections) {
    for (const prose of section.prose)
      written.push({
        kind: 'prose',
        text: prose.text,
        at: -1,
        place: prose.place,
        section: section.kind,
        key: prose,
      });
    notes(section.margin, -1, section.kind);
  }
  return written;
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

/** Reads a text once and keeps what was read for as long as the text stays the same object. */
export function readOnce<T>(read: (text: string, written: Written) => T): (written: Written) => T {
  const known = new WeakMap<object, T>();
  return (written) => {
    let made = known.get(written.key);
    if (made === undefined) {
      made = read(written.text, written);
      known.set(written.key, made);
    }
    return made;
  };
}
