/** The round trip, and what a quick fix may change: its own lines and nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addNote, atLineBelow } from '../../server/src/recording/edit.ts';
import { counted, read, reread } from '../../server/src/recording/read.ts';
import { expectPlacesToHold, lines, plain } from './reading.ts';
import { document, line } from './texts.ts';

const edits = fc.array(
  fc.tuple(
    fc.nat(),
    fc.nat({ max: 30 }),
    fc.oneof(line, fc.constantFrom('\n', '\n\n', '`', '-', '<!--', ''), fc.string({ maxLength: 3 })),
  ),
  { minLength: 1, maxLength: 6 },
);

const RUNS = Number(process.env.PROPERTY_RUNS ?? 120);

describe('for any text', () => {
  test('the blocks joined are the text, and every place holds', () => {
    fc.assert(
      fc.property(document, (text) => {
        const recording = read(text);
        expect(recording.blocks.map((block) => block.text).join('')).toBe(text);
        expectPlacesToHold(recording, text);
      }),
      { numRuns: RUNS },
    );
  });

  test('read again after edits is the same as read whole', () => {
    fc.assert(
      fc.property(document, edits, (first, changes) => {
        let text = first;
        let recording = read(text);
        for (const [at, length, insert] of changes) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + length);
          const after = text.slice(0, start) + insert + text.slice(end);
          recording = reread(recording, { start, end, text: insert }, after);
          text = after;
          expect(recording.blocks.map((block) => block.text)).toEqual(
            read(text).blocks.map((block) => block.text),
          );
          expect(plain(recording)).toEqual(plain(read(text)));
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('a note only adds, and is read back on its turn', () => {
    fc.assert(
      fc.property(document, fc.nat(), (text, pick) => {
        const recording = read(text);
        if (recording.turns.length === 0) return;
        const index = pick % recording.turns.length;
        const turn = recording.turns[index]!;
        const edit = addNote(recording, turn, {
          kind: 'alternative',
          detail: 'linking',
          text: '"Ana, Ben?"',
        });
        expect(edit.start).toBe(edit.end);
        const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
        const again = read(after);
        expect(again.turns.map(({ words }) => words)).toEqual(recording.turns.map(({ words }) => words));
        const holder = again.turns.findIndex((one) =>
          one.margin.some((note) => note.kind === 'alternative' && note.text.includes('"Ana, Ben?"')),
        );
        // In a table several turns may share one row, and its notes stand with the last of them.
        if (!turn.row) expect(holder).toBe(index);
        else expect(holder).toBeGreaterThanOrEqual(index);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('cost follows the edit', () => {
  const long = Array.from(
    { length: 500 },
    (_, i) => `**${['Worker', 'Ana', 'Ben'][i % 3]}:** This is turn number ${i}.\n`,
  ).join('\n');

  test('typing in one turn parses one or two blocks again', () => {
    const recording = read(long);
    const at = long.indexOf('number 250') + 3;
    const before = counted.blocksParsed;
    const after = `${long.slice(0, at)}x${long.slice(at)}`;
    const again = reread(recording, { start: at, end: at, text: 'x' }, after);
    expect(counted.blocksParsed - before).toBeLessThanOrEqual(2);
    expect(again.turns.filter((turn, i) => turn === recording.turns[i]).length).toBe(499);
  });
});

describe('a note under a turn', () => {
  const add = (text: string, index = 0): string => {
    const recording = read(text);
    const edit = addNote(recording, recording.turns[index]!, {
      kind: 'alternative',
      detail: 'linking',
      text: '"Ana?"',
    });
    return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  };

  test('is put in below the line, where there is one, and gives the same text', () => {
    for (const below of ['\n\n**Ana:** No.\n', '\n> **Feeling:** Low.\n', '\n# After\n', '\n', '']) {
      const text = `**Worker:** Go on.${below}`;
      const recording = read(text);
      const { start, text: put } = atLineBelow(
        recording,
        addNote(recording, recording.turns[0]!, { kind: 'alternative', text: '"Ana?"' }),
      );
      const noteLine = text.indexOf('Low.') < 0 ? 1 : 2;
      expect(text.slice(0, start).split('\n')).toHaveLength(below === '' ? 1 : noteLine + 1);
      expect(text.slice(0, start) + put + text.slice(start)).toBe(
        add(text).replace('**Alternative (linking):**', '**Alternative:**'),
      );
    }
  });

  test('begins a margin', () => {
    expect(add('**Worker:** Go on.\n\n**Ana:** No.\n')).toBe(
      '**Worker:** Go on.\n\n> **Alternative (linking):** "Ana?"\n\n**Ana:** No.\n',
    );
  });
  test('goes on in the margin that is there, with the file’s line ends', () => {
    expect(add('W: Go on.\r\n\r\n> **Feeling:** Oh.\r\n\r\nAna: No.\r\n')).toBe(
      'W: Go on.\r\n\r\n> **Feeling:** Oh.\r\n> **Alternative (linking):** "Ana?"\r\n\r\nAna: No.\r\n',
    );
  });
  test('parts stacked lines, so that no viewer draws the next turn into the margin', () => {
    expect(add('W: Go on.\nAna: No.')).toBe('W: Go on.\n\n> **Alternative (linking):** "Ana?"\n\nAna: No.');
  });
  test('goes into the cell of a table', () => {
    expect(add(lines('| Dialogue | Analysis |', '|---|---|', '| **W:** Go on. | |', ''))).toBe(
      lines(
        '| Dialogue | Analysis |',
        '|---|---|',
        '| **W:** Go on. | **Alternative (linking):** "Ana?" |',
        '',
      ),
    );
    expect(add(lines('| Dialogue | Analysis |', '|---|---|', '| **W:** Go on. | oh |', ''))).toBe(
      lines(
        '| Dialogue | Analysis |',
        '|---|---|',
        '| **W:** Go on. | oh<br>**Alternative (linking):** "Ana?" |',
        '',
      ),
    );
  });
});
