/** The short way through plain text gives what the Markdown parser would. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut } from '../../server/src/recording/cut.ts';
import { parsedPieces } from '../../server/src/recording/markdown.ts';
import { plainPieces } from '../../server/src/recording/plain.ts';

function agree(body: string): boolean {
  const plain = plainPieces(body, 3);
  if (plain === undefined) return false;
  expect(plain, JSON.stringify(body)).toEqual(parsedPieces(body, 3));
  return true;
}

/** Bits of which plain and not so plain lines are made, the marks among them. */
const bits = fc.constantFrom(
  ...[
    '**Ana:**',
    '**Ana**:',
    '**A.**',
    'Ben:',
    'Ana → Ben:',
    '*Silence.*',
    '*Silence*',
    '> ',
    '>',
    '> **Feeling:**',
  ],
  ...[
    '\n',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    ' ',
    '  ',
    '\t',
    'yes',
    'I know.',
    'née',
    '👩',
    '中',
    '  \n',
    '\u00a0',
    '\u2003',
  ],
  ...[
    '*',
    '**',
    '***',
    '_',
    '`',
    '~',
    '~~~',
    '\\',
    '&amp;',
    '<b>',
    '<!--',
    '[x]',
    '![',
    '](',
    '|',
    '---',
    '===',
    '#',
    '# ',
  ],
  ...[
    '1. ',
    '12) ',
    '- ',
    '+ ',
    '…',
    '“',
    '—',
    '(laughs)',
    '[sighs]',
    ':',
    '!',
    '?',
    '\0',
    '\u000b',
    '\u0085',
    '\u2028',
  ],
);
const texts = fc
  .array(bits, { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').replace(/^\s+/, ''))
  .filter((text) => text !== '');

test('on any text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      agree(text);
      for (const block of cut(text))
        if (block.text.trim() !== '') agree(block.text.replace(/^[ \t\r\n]+/, ''));
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 5_000), examples: [['**Ana:**\n:---']] },
  );
});

test('and most blocks of a recording take it', () => {
  const folder = path.resolve(__dirname, '../../examples');
  const blocks = readdirSync(folder)
    .filter((file) => file.endsWith('.recording.md'))
    .flatMap((file) => cut(readFileSync(path.join(folder, file), 'utf8')));
  const plain = blocks.filter(({ text }) => agree(text));
  expect(plain.length).toBeGreaterThan(blocks.length * 0.7);
});
