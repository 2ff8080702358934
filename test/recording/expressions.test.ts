import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { literal, matchesIn, wide } from '../../server/src/recording/expressions.ts';
import { read, reread } from '../../server/src/recording/read.ts';

/** Whether V8 keeps a text in one byte a character: its own serializer writes such texts under another sign. */
const isNarrow = (text: string): boolean => serialize(text)[2] === 0x22;

describe('all words of a recording are kept alike, so that code is made of each expression once', () => {
  const text = '**Worker:** Who else has been there?\n\n**Ana:** Me. It was worse than the funeral.\n';
  const words = (one: ReturnType<typeof read>): string[] => one.turns.map((turn) => turn.words);

  it('whether a recording has a long dash or has none', () => {
    const plain = Buffer.from(text, 'latin1').toString('latin1');
    expect(isNarrow(plain)).toBe(true);
    expect(words(read(plain)).map(isNarrow)).toEqual([false, false]);
    expect(words(read(text.replace('. It', ' — it'))).map(isNarrow)).toEqual([false, false]);
  });

  it('also after an edit', () => {
    const at = text.indexOf('worse');
    const after = Buffer.from(text.replace('worse', 'much worse'), 'latin1').toString('latin1');
    const again = reread(read(text), { start: at, end: at, text: 'much ' }, after);
    expect(words(again)[1]).toBe('Me. It was much worse than the funeral.');
    expect(words(again).map(isNarrow)).toEqual([false, false]);
  });

  test('and none is changed by it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => wide(any) === any));
  });
});

describe('matches', () => {
  const forms = [/[a-c]+/g, /\b/g, /(?=a)/gu, /$/gm, /(?<=(a))b*/gu, /\p{L}+/gu];

  test('are those of matchAll', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.string({ unit: fc.constantFrom(...'abc \n', '😀') }),
        (form, text) => {
          expect(Array.from(matchesIn(form, text))).toEqual(Array.from(text.matchAll(new RegExp(form))));
        },
      ),
    );
  });

  test('go on where they were after another text has been asked about', () => {
    const word = /\w+/g;
    const pairs = Array.from(matchesIn(word, 'ab cd'), ([outer]) =>
      Array.from(matchesIn(word, 'x y'), ([inner]) => `${outer} ${inner}`),
    );
    expect(pairs).toEqual([
      ['ab x', 'ab y'],
      ['cd x', 'cd y'],
    ]);
  });
});

test('a name is found as it is written, whatever signs it has', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => new RegExp(`^${literal(name)}$`, 'u').test(name)),
  );
});
