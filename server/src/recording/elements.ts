/** What a note of a section can stand under: its heading, its paragraphs, the headings within its dialogue. */
import { type Place, type Recording, rangeOf, type Section } from './model.ts';

export interface Element {
  readonly kind: 'heading' | 'prose';
  readonly text: string;
  readonly place: Place;
}

/** The elements of a section in the order of the text; none for the nameless head of a file that holds only notes. */
export function elementsOf(recording: Recording, section: Section): readonly Element[] {
  const heading = (text: string, place: Place): Element => ({ kind: 'heading', text, place });
  const segments =
    section.kind === 'dialogue'
      ? [...new Set(recording.entries.map(({ segment }) => segment))].filter((one) => one !== undefined)
      : [];
  const next = recording.sections[recording.sections.indexOf(section) + 1]?.heading;
  const from = section.heading ? rangeOf(section.heading).start : 0;
  const to = next ? rangeOf(next).start : Number.POSITIVE_INFINITY;
  return [
    ...(section.heading ? [heading(section.title, section.heading)] : []),
    ...section.prose
      .filter(({ inCell }) => !inCell)
      .map(({ text, place }): Element => ({ kind: 'prose', text, place })),
    ...segments
      .map(({ title, place }) => heading(title, place))
      .filter(({ place }) => rangeOf(place).start >= from && rangeOf(place).start < to),
  ].sort((a, b) => rangeOf(a.place).start - rangeOf(b.place).start);
}
