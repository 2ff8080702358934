/** Small words for tests of the recording room. */
import { expect } from 'vitest';
import type { DocumentEdit } from '../../server/src/recording/edit.ts';
import { type Recording, rangeOf, type Turn } from '../../server/src/recording/model.ts';
import { read } from '../../server/src/recording/read.ts';

/** Joins lines, so that a recording stands in a test as it would in an editor. */
export function lines(...parts: string[]): string {
  return parts.join('\n');
}

/** A text with edits carried out, all counted in the text before them. Editors refuse those that overlap, and so does this. */
export function applied(text: string, edits: readonly DocumentEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, { start }] of ordered.entries())
    expect(start, JSON.stringify(ordered)).toBeGreaterThanOrEqual(ordered[index - 1]?.end ?? 0);
  return [...edits]
    .reverse()
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
}

/** Turns as "Speaker → addressees: words". */
export function spoken(text: string): string[] {
  return read(text).turns.map(
    (turn) => `${turn.speaker.name}${turn.to.length > 0 ? ` → ${turn.to.join(', ')}` : ''}: ${turn.words}`,
  );
}

/** Faults as "code: the text they stand on". */
export function faultsOf(text: string): string[] {
  return read(text).faults.map(
    ({ code, place }) => `${code}: ${text.slice(rangeOf(place).start, rangeOf(place).end)}`,
  );
}

/** Every fragment of every turn stands in the source where it says it does. */
export function expectPlacesToHold(recording: Recording, text: string): void {
  for (const turn of recording.turns) {
    for (const { at, length, place } of turn.fragments) {
      const { start, end } = rangeOf(place);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
      if (end - start === length)
        expect(turn.words.slice(at, at + length).trimEnd()).toBe(
          text
            .slice(start, end)
            .slice(0, turn.words.length - at)
            .trimEnd(),
        );
    }
  }
}

/** A recording without its identities: what can be compared between two readings. */
export function plain(recording: Recording): unknown {
  const place = (one: { block: { start: number }; start: number; end: number }) => [
    one.block.start + one.start,
    one.block.start + one.end,
  ];
  const turn = (one: Turn) => ({
    speaker: one.speaker,
    label: place(one.label),
    to: one.to,
    words: one.words,
    nonverbal: one.nonverbal.map((act) => [act.kind, act.text, act.seconds]),
    places: one.places.map(place),
    margin: one.margin.map((note) => [note.kind, note.detail, note.text, place(note.place)]),
    segment: one.segment?.title,
  });
  return {
    header: {
      ...recording.header,
      place: recording.header.place && place(recording.header.place),
      roster: undefined,
      names: recording.header.names.map((name) => [name.list, name.name, place(name.place)]),
      keys: recording.header.keys.map(({ name }) => name),
    },
    sections: recording.sections.map((section) => [
      section.kind,
      section.title,
      section.prose.map(({ text }) => text),
      section.margin.length,
    ]),
    entries: recording.entries.map((entry) =>
      entry.kind === 'turn' ? turn(entry) : [entry.nature, entry.text, entry.seconds, place(entry.place)],
    ),
    segments: recording.segments.map(({ title, place: where }) => [title, place(where)]),
    faults: recording.faults.map((fault) => [fault.code, place(fault.place)]),
  };
}
