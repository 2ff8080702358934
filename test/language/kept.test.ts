/** What is kept with a turn or a block stays true after edits: the same as reading the whole anew. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namingAt, namingsOf } from '../../server/src/language/naming.ts';
import { type Recording, rangeOf } from '../../server/src/recording/model.ts';
import { outlineOf } from '../../server/src/recording/outline.ts';
import { read, reread } from '../../server/src/recording/read.ts';
import { document as anyText, line } from '../recording/texts.ts';

const HEADER = '---\nmembers: { Ana: { aliases: [Annie] }, Ben: {} }\n---\n\n';

const outline = (recording: Recording): unknown => {
  const { entries, sections } = outlineOf(recording);
  return {
    entries: entries.map(({ turn, words, whole }) => [turn, words, whole]),
    sections: sections.map(({ whole, segments }) => [
      whole,
      segments.map((one) => [one.segment?.title, one.whole, one.from, one.to]),
    ]),
  };
};
const namings = (recording: Recording): unknown =>
  namingsOf(recording).map(({ person, form, where, place }) => [person, form, where, rangeOf(place)]);

test('extents and namings after edits are those of the whole text', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.nat(12),
          fc.oneof(line, fc.constantFrom('\n', 'Ana', ': ', '')),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      (start, edits) => {
        let text = HEADER + start;
        let recording = read(text);
        for (const [share, length, put] of edits) {
          outline(recording);
          namings(recording);
          const from = Math.floor(share * text.length);
          const to = Math.min(text.length, from + length);
          text = text.slice(0, from) + put + text.slice(to);
          recording = reread(recording, { start: from, end: to, text: put }, text);
        }
        const fresh = read(text);
        expect(outline(recording)).toEqual(outline(fresh));
        expect(namings(recording)).toEqual(namings(fresh));
        for (const { place } of namingsOf(recording)) {
          const { start: first, end } = rangeOf(place);
          expect(namingAt(recording, first + 1)?.place).toEqual(place);
          expect(namingAt(recording, end)).toBeDefined();
        }
      },
    ),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 120) },
  );
});
