/** Dialogue and table say the same, and neither loses anything on the way. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Converted, toDialogue, toTable } from '../../server/src/recording/forms.ts';
import { read } from '../../server/src/recording/read.ts';
import { edited, essence } from '../../server/src/recording/units.ts';
import { lines } from './reading.ts';

const COLUMNS = ['Dialogue', 'Feelings', 'Analysis', 'Supervisor'];
const after = (text: string, done: Converted): string =>
  done.kind === 'cannot' ? done.why : edited(text, done.edits);
const table = (text: string, columns = COLUMNS): string => after(text, toTable(read(text), text, columns));
const dialogue = (text: string): string => after(text, toDialogue(read(text), text));

const TALK = lines(
  '## Dialogue',
  '',
  '### Check-in',
  '',
  '**Worker:** Who has been there? (waits)',
  '',
  '> **Feeling:** Nervous.',
  '> **Supervisor (M. O., 2026-10-05):** What did you see?',
  '> **Reply (J. R., 2026-10-06):** Ben leaned in.',
  '',
  '(Silence, 15 seconds.)',
  '',
  '**Ben → Ana:** Me | too.',
  'And more.',
  '',
  '### Main',
  '',
  '**Ana:** Yes.',
  '',
);

describe('to a table', () => {
  test('one a segment, notes in their columns, the rest with their labels', () => {
    expect(table(TALK)).toBe(
      lines(
        '## Dialogue',
        '',
        '### Check-in',
        '',
        '| Dialogue | Feelings | Analysis | Supervisor |',
        '| --- | --- | --- | --- |',
        '| **Worker:** Who has been there? (waits) | Nervous. |  | **Supervisor (M. O., 2026-10-05):** What did you see?<br>**Reply (J. R., 2026-10-06):** Ben leaned in. |',
        '| (Silence, 15 seconds.) |  |  |  |',
        '| **Ben → Ana:** Me \\| too.<br>And more. |  |  |  |',
        '',
        '### Main',
        '',
        '| Dialogue | Feelings | Analysis | Supervisor |',
        '| --- | --- | --- | --- |',
        '| **Ana:** Yes. |  |  |  |',
        '',
      ),
    );
  });
  test('with a column for the speaker, in the school’s own order and words', () => {
    expect(
      table('Ana → Ben: Yes. (nods)\n\n> **Skill:** linking\n', [
        'Field Instructor Comments',
        'Who',
        'Interview content',
        'Skills used',
      ]),
    ).toBe(
      lines(
        '| Field Instructor Comments | Who | Interview content | Skills used |',
        '| --- | --- | --- | --- |',
        '|  | Ana → Ben | Yes. (nods) | linking |',
        '',
      ),
    );
  });
  test('keeps stacked lines and line ends', () => {
    expect(table('W: One.\r\nAna: Two.\r\n', ['Dialogue'])).toBe(
      '| Dialogue |\r\n| --- |\r\n| W: One. |\r\n| Ana: Two. |\r\n',
    );
  });
  test('needs a column for what was said, and something said', () => {
    expect(table(TALK, ['Feelings'])).toMatch(/must be called Dialogue/);
    expect(table('## Plan\n\nNothing.\n')).toMatch(/no turn here/);
  });
});

describe('to dialogue', () => {
  test('with the notes as margins, the supervisor’s last', () => {
    expect(
      dialogue(
        lines(
          '| Supervisor | Speaker | Content | Gut-level feelings | Theory |',
          '|---|---|---|---|---|',
          '| Why?<br>**Reply:** I froze. | W: | Go on. (waits)<br>Please. | scared | Shulman |',
          '| | Ana → Ben | Me \\| you | | |',
          '| | | and more | | |',
          '| | | (Silence.) | heavy | |',
          '',
        ),
      ),
    ).toBe(
      lines(
        '**W:** Go on. (waits)',
        'Please.',
        '',
        '> **Feeling:** scared',
        '> **Analysis:** Theory: Shulman',
        '> **Supervisor:** Why?',
        '> **Reply:** I froze.',
        '',
        '**Ana → Ben:** Me | you',
        '',
        'and more',
        '',
        '(Silence.)',
        '',
        '> **Feeling:** heavy',
        '',
      ),
    );
  });
  test('several voices in one cell become turns of their own', () => {
    expect(dialogue('| Dialogue | Analysis |\n|---|---|\n| W: One.<br>Ana: Two. | hm |\n')).toBe(
      'W: One.\n\nAna: Two.\n\n> **Analysis:** hm\n',
    );
  });
  test('there must be a table', () => {
    expect(dialogue(TALK)).toMatch(/no table/);
  });
});

describe('there and back', () => {
  const essences = (text: string) => read(text).entries.map(essence);
  test.each(['finding-the-circle', 'first-steps', 'one-of-many-helpers'])(
    'the example %s says the same',
    (name) => {
      const text = readFileSync(path.resolve(__dirname, `../../examples/${name}.recording.md`), 'utf8');
      const flat = text.includes('|---|') ? dialogue(text) : text;
      expect(essences(flat)).toEqual(essences(text));
      const again = table(flat);
      expect(again).toContain('| --- |');
      expect(essences(again)).toEqual(essences(text));
      expect(essences(dialogue(again))).toEqual(essences(text));
    },
  );
  test('any recording says the same, or stays as it is', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '**Worker:** Who else? (waits)',
        'Ana: Me | you.',
        '**Ben → Ana:** No.\n\nLater.',
        'Ana: One.\nBen: Two.',
        'Ana: \\*no\\*',
      ),
      fc.constantFrom(
        '> **Feeling:** Oh.',
        '> unlabelled\n> two lines',
        '> **Supervisor (M. O.):** Why?\n>\n> a | b',
        '> **Skill:**',
        '> **Feeling:** Oh.\n> **Feeling:** Ah.',
      ),
      fc.constantFrom(
        '(Silence, 15 seconds.)',
        '(Nobody. Maybe fifteen seconds.)',
        '*No one answered.*',
        '| What was said and done | My gut |\n|---|---|\n| Ana: One. (a beat) | hm |',
        '### Check-in',
        '<!-- a comment -->',
        '---',
        '- Ana: in a list',
        '1. Ben: one',
        '| Dialogue | Analysis |\n|---|---|\n| W: One.<br>Ana: Two. | hm |',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 10 }),
        fc.constantFrom('\n', '\r\n'),
        (parts, end) => {
          const text = parts.join('\n\n').replaceAll('\n', end);
          for (const convert of [
            (r: ReturnType<typeof read>) => toTable(r, text, COLUMNS),
            (r: ReturnType<typeof read>) => toDialogue(r, text),
          ]) {
            const done = convert(read(text));
            if (done.kind === 'done') expect(essences(edited(text, done.edits))).toEqual(essences(text));
          }
        },
      ),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 80) },
    );
  });
});
