import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSpoken, countWords, tokensOf } from '../../server/src/talk/words.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'Ana',
    'don’t',
    "it's",
    ' ',
    ', ',
    '…',
    '...',
    '. ',
    '“',
    '”',
    '—',
    '–',
    '’',
    '3rd',
    '?!',
    '\n',
  ),
);

test('as many words are spoken as are among the tokens of any text', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(countSpoken(tokensOf(text))).toBe(countWords(text));
    }),
    { numRuns: 2000 },
  );
});
