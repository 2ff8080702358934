/** The formatter: tidy, idempotent, and never a word of what was said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatted } from '../../server/src/recording/format.ts';
import type { LabelStyle } from '../../server/src/recording/label-style.ts';
import { read } from '../../server/src/recording/read.ts';
import { edited, essence } from '../../server/src/recording/units.ts';
import { lines } from './reading.ts';

const tidy = (text: string, style: LabelStyle | 'as-most' = 'as-most'): string =>
  edited(text, formatted(read(text), text, style));

describe('the formatter', () => {
  test('puts one blank line between turns, events and margins', () => {
    expect(
      tidy(
        lines(
          '**Ana:** Hi.',
          '**Ben:** Ho.',
          '(Silence.)',
          '',
          '',
          '',
          '**Ana:** Oh.',
          '> **Feeling:** x',
          '**Ben:** No.',
          '',
        ),
      ),
    ).toBe(
      lines(
        '**Ana:** Hi.',
        '',
        '**Ben:** Ho.',
        '',
        '(Silence.)',
        '',
        '**Ana:** Oh.',
        '',
        '> **Feeling:** x',
        '',
        '**Ben:** No.',
        '',
      ),
    );
  });

  test('writes labels as most are, or as is wanted', () => {
    const text = lines(
      'Ana: Hi.',
      '',
      '**Ben → Ana:** Ho.',
      '',
      '**Carla**:  Ha.',
      '',
      'Ana:Hm.',
      '',
      'Ben: x',
      '',
    );
    expect(tidy(text)).toBe(
      lines('Ana: Hi.', '', 'Ben → Ana: Ho.', '', 'Carla: Ha.', '', 'Ana: Hm.', '', 'Ben: x', ''),
    );
    expect(tidy(text, 'bold')).toBe(
      lines(
        '**Ana:** Hi.',
        '',
        '**Ben → Ana:** Ho.',
        '',
        '**Carla:** Ha.',
        '',
        '**Ana:** Hm.',
        '',
        '**Ben:** x',
        '',
      ),
    );
    expect(tidy(text, 'bold-name')).toContain('**Ben → Ana**: Ho.');
  });

  test.each([
    ['tables', '| Speaker | Dialogue |\n|---|---|\n| Ana | Hi.<br>**Ben:** Ho. |\n'],
    ['lists', '1. **Ana:** Hi.\n2. **Ben:** Ho.\n'],
    ['other sections', '# Plan\n\nAna: Hi.\nBen: Ho.\n\n\n\nMore.\n'],
    ['what stands between turns', '**Ana:** Hi.\n<!-- a note\n\n\nto self -->\n\n**Ben:** Ho.\n'],
    ['a clock time in the label', '**Ana:** Hi.\n\nBen [00:12:30]: Ho.\n'],
    ['a break at the end of a line', '**Ana:** Hi.  \nand on.\n'],
    ['two paragraphs of one turn', '**Ana:** Hi.\n\nAnd on.\n\n**Ben:** Ho.\n'],
  ])('leaves %s alone', (_, text) => {
    expect(tidy(text, 'bold')).toBe(text);
  });

  test('keeps line ends and a byte-order mark', () => {
    expect(tidy('\ufeffAna: Hi.\r\nBen: Ho.\r\n', 'bold')).toBe('\ufeff**Ana:** Hi.\r\n\r\n**Ben:** Ho.\r\n');
  });

  const piece = fc.constantFrom(
    ...[
      '**Worker:** Who else? ',
      'Ana: Me. (looks at Ben)',
      '**Ben → Ana**: Mine: too.',
      'Carla:No.',
      '> **Feeling:** Oh.',
    ],
    ...[
      '> more',
      'and on',
      '(Silence, 15 seconds.)',
      '(Nobody. Maybe fifteen seconds.)',
      '[a long beat]',
      '*laughter*',
      '',
      '',
      '',
      '  ',
      '### Check-in',
      '## Dialogue',
      '---',
    ],
    ...[
      '1. Ana: one',
      '- Ben: two',
      '    Ana: in',
      '| Dialogue | Skill |',
      '| What was said and done | My gut |',
      '|---|---|',
      '| Ana: hi | x |',
      '```',
      '<!-- x -->',
    ],
    ...[
      'Ana [00:12]: x',
      '[00:12:30] Ben: y',
      '*Ana: a',
      'Ben: b*',
      'Zoe: **bold** word',
      '__Ana:__ under',
      'Ana : spaced  ',
    ],
  );

  test('changes no word, and nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom<LabelStyle | 'as-most'>('as-most', 'bold', 'bold-name', 'plain'),
        (pieces, end, style) => {
          const text = pieces.join(end);
          const once = tidy(text, style);
          expect(read(once).entries.map(essence)).toEqual(read(text).entries.map(essence));
          expect(once.replace(/[\s*]/g, '')).toBe(text.replace(/[\s*]/g, ''));
          if (end === '\r\n') expect(once).not.toMatch(/(?<!\r)\n/);
          expect(tidy(once, style)).toBe(once);
        },
      ),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
    );
  });
});
