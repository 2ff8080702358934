/** A text in pages answers as the library's own document does, after any edits, with any line ends. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PagedText } from '../../server/src/language/paged-text.ts';

const piece = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('\n', '\r', '\r\n', '\n\r', '\ud83d', ''),
  fc.string({ minLength: 3000, maxLength: 5000 }),
);
const content = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('as the library, after any edits', () => {
  fc.assert(
    fc.property(
      content,
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6000 }), piece), { maxLength: 6 }),
      (text, edits) => {
        const ours = new PagedText('a', text);
        let theirs = TextDocument.create('a', '', 0, text);
        for (const [at, gone, put] of edits) {
          const whole = theirs.getText();
          const start = at % (whole.length + 1);
          const end = Math.min(whole.length, start + gone);
          ours.edit(start, end, put);
          theirs = TextDocument.create('a', '', 0, whole.slice(0, start) + put + whole.slice(end));
          expect([ours.length, ours.lineCount]).toEqual([theirs.getText().length, theirs.lineCount]);
          for (const near of [start - 1, start, start + put.length, end, 0, ours.length]) {
            const place = theirs.positionAt(near);
            expect(ours.positionAt(near)).toEqual(place);
            expect(ours.offsetAt(place)).toBe(theirs.offsetAt(place));
            const beyond = { line: place.line + 1, character: 3 };
            expect(ours.offsetAt(beyond)).toBe(theirs.offsetAt(beyond));
          }
          expect(ours.slice(start, end)).toBe(theirs.getText().slice(start, end));
        }
        expect(ours.getText()).toBe(theirs.getText());
      },
    ),
    { numRuns: 300 },
  );
});

test('text and positions stay true in a text of many pages', () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `**Ana:** This is line ${i}.`);
  const ours = new PagedText('a', lines.join('\r\n'));
  for (const line of [0, 1500, 2999, 40]) {
    const at = ours.offsetAt({ line, character: 8 });
    ours.edit(at, at, ' Well.\r\n');
    lines.splice(line, 1, '**Ana:** Well.', lines[line]!.slice(8));
    expect(ours.getText()).toBe(lines.join('\r\n'));
    expect(ours.positionAt(ours.length).line).toBe(lines.length - 1);
    expect(ours.slice(at, at + 6)).toBe(' Well.');
  }
});
