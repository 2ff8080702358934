/** Moving, splitting, joining and numbering turns: what was said stays as it was said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberTurns, unnumberTurns } from '../../server/src/recording/numbering.ts';
import { read } from '../../server/src/recording/read.ts';
import { joinTurns, moveTurn, type Rearranged, splitTurn } from '../../server/src/recording/rearrange.ts';
import { edited, essence } from '../../server/src/recording/units.ts';
import { lines } from './reading.ts';

/** The caret stands where `¦` is; gives the text after, with what is selected between `⟨` and `⟩`. */
function on(
  marked: string,
  act: (recording: ReturnType<typeof read>, text: string, at: number) => Rearranged,
) {
  const at = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const done = act(read(text), text, at);
  if (done.kind === 'cannot') return done.why;
  const after = edited(text, done.edits);
  const { start, end } = done.select;
  return start === end
    ? `${after.slice(0, start)}¦${after.slice(end)}`
    : `${after.slice(0, start)}⟨${after.slice(start, end)}⟩${after.slice(end)}`;
}
const up = (marked: string) => on(marked, (recording, text, at) => moveTurn(recording, text, at, 'up'));
const down = (marked: string) => on(marked, (recording, text, at) => moveTurn(recording, text, at, 'down'));
const split = (marked: string) => on(marked, splitTurn);
const join = (marked: string) => on(marked, joinTurns);

describe('moving a turn', () => {
  test('takes its margin with it', () => {
    expect(
      up(
        lines(
          '**Ana:** One.',
          '',
          '> **Feeling:** Oh.',
          '',
          '**Ben:** T¦wo.',
          '',
          '> **Skill:** linking',
          '',
          '**Ana:** Three.',
          '',
        ),
      ),
    ).toBe(
      lines(
        '**Ben:** T¦wo.',
        '',
        '> **Skill:** linking',
        '',
        '**Ana:** One.',
        '',
        '> **Feeling:** Oh.',
        '',
        '**Ana:** Three.',
        '',
      ),
    );
  });
  test('passes over an event as over a turn', () => {
    expect(down('W: Go¦ on.\n\n(Silence, 15 seconds.)\n\nAna: No.\n')).toBe(
      '(Silence, 15 seconds.)\n\nW: Go¦ on.\n\nAna: No.\n',
    );
  });
  test('goes over a heading by itself', () => {
    const before = '## Dialogue\n\n### Check-in\n\nAna: One.\n\n### Main\n\nBen: T¦wo.\n\nAna: Three.\n';
    const after = '## Dialogue\n\n### Check-in\n\nAna: One.\n\nBen: T¦wo.\n\n### Main\n\nAna: Three.\n';
    expect(up(before)).toBe(after);
    expect(down(after)).toBe(before);
  });
  test('keeps stacked lines stacked, and a margin apart from speech', () => {
    expect(up('Ana: One.\nBen: Tw¦o.\n> **Feeling:** Oh.\n\nW: Three.')).toBe(
      'Ben: Tw¦o.\n> **Feeling:** Oh.\n\nAna: One.\n\nW: Three.',
    );
    expect(down('Ana: On¦e.\r\nBen: Two.\r\nW: Three.')).toBe('Ben: Two.\r\nAna: On¦e.\r\nW: Three.');
  });
  test('moves a row within its table, and not out of it', () => {
    const table = lines(
      '| Dialogue | Feelings |',
      '|---|---|',
      '| **Ana:** One. | sad |',
      '| **Ben:** T¦wo. | |',
      '',
    );
    expect(up(table)).toBe(
      lines('| Dialogue | Feelings |', '|---|---|', '| **Ben:** T¦wo. | |', '| **Ana:** One. | sad |', ''),
    );
    expect(up(`W: Hello.\n\n${table.replace('¦', '').replace('One', 'On¦e')}`)).toMatch(/within its table/);
  });
  test('says why it cannot', () => {
    expect(up('An¦a: One.\n\nBen: Two.')).toMatch(/first turn/);
    expect(down('Ana: One.\n\nBen: T¦wo.')).toMatch(/last turn/);
    expect(up('## Pla¦n\n\nNothing.')).toMatch(/caret in a turn/);
  });
});

describe('splitting a turn', () => {
  test('names whoever spoke before, to be typed over', () => {
    expect(split('**Ana:** How was it?\n\n**Ben:** Bad. ¦And yours?\n\n> **Feeling:** Oh.\n')).toBe(
      '**Ana:** How was it?\n\n**Ben:** Bad.\n\n**⟨Ana⟩:** And yours?\n\n> **Feeling:** Oh.\n',
    );
  });
  test('writes labels as the writer does', () => {
    expect(split('Ana: One?\nBen: Two.¦ Three.\nAna: Four.')).toBe(
      'Ana: One?\nBen: Two.\n⟨Ana⟩: Three.\nAna: Four.',
    );
    expect(split('__Ben__: Two.¦ Three.')).toBe('__Ben__: Two.\n\n__⟨Worker⟩__: Three.');
  });
  test('needs words on both sides', () => {
    expect(split('Ana: ¦One.')).toMatch(/between two words/);
    expect(split('Ana: One.¦')).toMatch(/between two words/);
  });
});

describe('joining turns', () => {
  test('puts both margins under the one turn', () => {
    expect(
      join(
        lines(
          '**Ana:** O¦ne.',
          '',
          '> **Feeling:** Oh.',
          '',
          '**Ana → Ben:** Two.',
          '',
          '> **Skill:** linking',
          '',
          'Ben: Three.',
        ),
      ),
    ).toBe(
      lines('**Ana:** One. ¦Two.', '', '> **Feeling:** Oh.', '', '> **Skill:** linking', '', 'Ben: Three.'),
    );
  });
  test('never makes one of two people', () => {
    expect(join('Ana: O¦ne.\n\nBen: Two.')).toMatch(/Ana and Ben each spoke/);
    expect(join('Ana: O¦ne.\n\n(Silence.)\n\nAna: Two.')).toMatch(/Something happened/);
  });
});

describe('numbers', () => {
  const text =
    '## Dialogue\n\n**Ana:** One.\n\n(Silence.)\n\n> **Feeling:** Oh.\n\n7. **Ben:** Two.\nW: Three.\n';
  test('stand before every turn, counted as everywhere else', () => {
    const after = edited(text, numberTurns(read(text), text));
    expect(after).toBe(
      '## Dialogue\n\n1. **Ana:** One.\n\n(Silence.)\n\n> **Feeling:** Oh.\n\n2. **Ben:** Two.\n3. W: Three.\n',
    );
    expect(numberTurns(read(after), after)).toEqual([]);
    expect(read(after).entries.map(essence)).toEqual(read(text).entries.map(essence));
  });
  test('come out again without a trace', () => {
    const plain = text.replace('7. ', '');
    const after = edited(plain, numberTurns(read(plain), plain));
    expect(edited(after, unnumberTurns(read(after), after))).toBe(plain);
  });
});

/** Recordings as people write them: turns in several label forms, margins, events, headings, tables. */
const part = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '**Worker:** Who else? (waits) Anybody.',
      'Ana: Me. It was worse.',
      '**Ben → Ana:** Mine too.\nand more of it',
      '**Ben:** No.\n\nAnd later still.',
      'Ana: One.\nBen: Two.\nWorker: Three.',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('> **Feeling:** Oh.', '> **Supervisor (M. O.):** Why?\n>\n> And so?'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '(Silence, 15 seconds.)',
      '(Nobody. Maybe fifteen seconds.)',
      '*No one answered.*',
      '### Check-in',
      '<!-- a comment -->',
      '*Everyone laughs.*',
      '---',
      '- Ana: in a list',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '| Dialogue | Feelings |\n|---|---|\n| **Ana:** One.<br>**Ben:** Two. | sad |\n| (Silence.) | |',
      '| What was said and done | My gut |\n|---|---|\n| **Ana:** One. (a beat)<br>**Ben:** Two. | sad |\n| (Nobody. Ten seconds.) | |',
    ),
  },
);
const recordingText = fc
  .tuple(fc.constantFrom('\n', '\r\n'), fc.array(part, { minLength: 1, maxLength: 12 }))
  .map(([end, parts]) => parts.join('\n\n').replaceAll('\n', end));
const RUNS = Number(process.env.PROPERTY_RUNS ?? 80);

describe('for any recording', () => {
  test('moving a turn changes the order and nothing else', () => {
    fc.assert(
      fc.property(
        recordingText,
        fc.nat(),
        fc.constantFrom('up' as const, 'down' as const),
        (text, pick, way) => {
          const done = moveTurn(read(text), text, pick % (text.length + 1), way);
          if (done.kind === 'cannot') return;
          const after = edited(text, done.edits);
          expect(read(after).entries.map(essence).sort()).toEqual(read(text).entries.map(essence).sort());
          expect(Array.from(after.replace(/\s/g, '')).sort()).toEqual(
            Array.from(text.replace(/\s/g, '')).sort(),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });
  test('splitting and joining keep every word', () => {
    fc.assert(
      fc.property(recordingText, fc.nat(), fc.boolean(), (text, pick, splits) => {
        const done = (splits ? splitTurn : joinTurns)(read(text), text, pick % (text.length + 1));
        if (done.kind === 'cannot') return;
        const words = (of: string) =>
          read(of)
            .turns.map((turn) => turn.words)
            .join('')
            .replace(/\s/g, '');
        expect(words(edited(text, done.edits))).toBe(words(text));
      }),
      { numRuns: RUNS },
    );
  });
  test('numbers can be put in and taken out', () => {
    fc.assert(
      fc.property(recordingText, (text) => {
        const numbered = edited(text, numberTurns(read(text), text));
        expect(read(numbered).entries.map(essence)).toEqual(read(text).entries.map(essence));
        expect(edited(numbered, unnumberTurns(read(numbered), numbered))).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });
});
