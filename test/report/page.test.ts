/** A recording laid out in columns. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordingOf } from '../../bench/recordings.ts';
import { analyse, analystOf } from '../../server/src/patterns/analyse.ts';
import { DEFAULT_SETTINGS } from '../../server/src/patterns/settings.ts';
import { groupPictureOf } from '../../server/src/report/group-picture.ts';
import { type Page, pageOf, type Row, type TurnRow } from '../../server/src/report/page.ts';
import { lines } from '../recording/reading.ts';

const WANTED = ['Dialogue', 'Feelings', 'Analysis', 'Supervisor'];

function laidOut(text: string, wanted: readonly string[] = WANTED): Page {
  const analysis = analyse(text, DEFAULT_SETTINGS);
  return pageOf(analysis, analysis.findings, wanted);
}

function turns({ rows }: Page): readonly TurnRow[] {
  return rows.filter((row) => row.kind === 'turn');
}

const titles = (page: Page): readonly string[] => page.columns.map(({ title }) => title);

const TEXT = lines(
  '---',
  'student: J. R.',
  'supervisor: M. O.',
  'group: { name: Living with Loss, purpose: So that we get by. }',
  'session: 4',
  'of: 8',
  'members: [Ana, Ben]',
  'absent: [Dee]',
  'status: reviewed',
  'time: { planned: 90 min, actual: 105 min }',
  '---',
  '',
  '# The fourth meeting',
  '',
  '## Tuning in',
  '',
  'Ben may be tired.',
  '',
  '> **Supervisor (M. O., 2026-10-05):** How did you know?',
  '',
  '## Dialogue',
  '',
  '### Check-in',
  '',
  '**Ana → Ben:** I do not know. (looks up) What to say to her.',
  '',
  '> **Feeling:** Warm.',
  '> **Skill:** redirecting',
  '> **Analysis:** She dared.',
  '> **Praise (M. O., 2026-10-05):** Redirecting, and well.',
  '',
  '(Silence, 9 seconds.)',
  '',
  '**Worker:** You should call her tonight and tell her the truth.',
  '',
  '> **Question:** Was that too much?',
  '> **Supervisor (M. O., 2026-10-05):** What did Ben do?',
  '> **Reply (J. R., 2026-10-06):** He looked away.',
  '',
  '**Several members:** Mm.',
  '',
  '## Supervisor comments',
  '',
  'Thank you for this.',
  '',
);

describe('the columns', () => {
  const plain = lines('**Ana:** Hello.', '', '> **Feeling:** Glad.', '', '**Ben:** Hello.', '');

  test('of a recording in margins are those of the school, in its order and its words', () => {
    expect(titles(laidOut(plain, ['Gut', 'Verbatim', 'Skills used']))).toEqual([
      'Gut',
      'Verbatim',
      'Skills used',
    ]);
  });

  test('are the usual ones where the list has none for what was said', () => {
    expect(titles(laidOut(plain, []))).toEqual(['Dialogue', 'Feelings', 'Analysis']);
    expect(titles(laidOut(plain, ['Feelings', 'Colour of the sky']))).toEqual([
      'Dialogue',
      'Feelings',
      'Analysis',
    ]);
  });

  test('have the supervisor’s once somebody has commented, where the school puts it or at the end', () => {
    const read = `${plain}\n> **Supervisor:** And then?\n`;
    expect(titles(laidOut(read, ['FI', 'Dialogue']))).toEqual(['FI', 'Dialogue']);
    expect(titles(laidOut(plain, ['FI', 'Dialogue']))).toEqual(['Dialogue']);
    expect(titles(laidOut(read, ['Dialogue']))).toEqual(['Dialogue', 'Supervisor']);
  });

  test('of a table are its own, all of them, the empty ones too; the speaker stands with the words', () => {
    const table = lines(
      '| Practicum instructor’s comments | Who | Content | Your feelings |',
      '|---|---|---|---|',
      '|  | Ana | Hello. | Glad. |',
      '',
    );
    const page = laidOut(table);
    expect(titles(page)).toEqual(['Practicum instructor’s comments', 'Content', 'Your feelings']);
    expect(turns(page)[0]!.cells.map((cell) => cell.map(({ text }) => text))).toEqual([[], [], ['Glad.']]);
  });
});

describe('the page', () => {
  const page = laidOut(TEXT);

  test('says at its head what the header says', () => {
    expect(page.head).toMatchObject({
      title: 'The fourth meeting',
      group: 'Living with Loss',
      purpose: 'So that we get by.',
      session: 4,
      of: 8,
      state: 'reviewed',
      present: ['Ana', 'Ben'],
      absent: ['Dee'],
      further: [{ key: 'time', value: 'planned: 90 min, actual: 105 min' }],
    });
  });

  test('has everything in the order of the text', () => {
    const told = page.rows.map((row) =>
      row.kind === 'turn' ? row.who.name : 'text' in row ? `${row.kind}: ${row.text}` : row.kind,
    );
    expect(told).toEqual([
      'heading: Tuning in',
      'prose: Ben may be tired.',
      'heading: Dialogue',
      'heading: Check-in',
      'Ana',
      'event: Silence, 9 seconds.',
      'Worker',
      'Several members',
      'heading: Supervisor comments',
      'notes',
    ]);
    expect(page.starts.map((start) => TEXT.slice(0, start).split('\n').length)).toEqual([
      15, 17, 21, 23, 25, 32, 34, 40, 42, 44,
    ]);
  });

  test('tells what was done from what was said', () => {
    expect(turns(page)[0]).toMatchObject({
      who: { name: 'Ana', kind: 'member', colour: 1 },
      to: ['Ben'],
      said: [{ text: 'I do not know. ' }, { text: 'looks up', act: true }, { text: 'What to say to her.' }],
    });
    expect(turns(page).map(({ who }) => who.colour)).toEqual([1, 0, 0]);
  });

  test('puts a note in its column, or in the nearest; threads stand by themselves', () => {
    const [ana, worker] = turns(page);
    expect(ana!.cells.map((cell) => cell.map(({ kind }) => kind))).toEqual([
      [],
      ['feeling'],
      ['skill', 'analysis'],
      [],
    ]);
    expect(ana!.threads).toMatchObject([{ state: 'said', notes: [{ kind: 'praise', author: 'M. O.' }] }]);
    expect(worker!.threads).toMatchObject([
      { state: 'open', notes: [{ kind: 'question' }, { kind: 'supervisor' }, { kind: 'reply' }] },
    ]);
    const prose = page.rows.find((row) => row.kind === 'prose');
    expect(prose).toMatchObject({ threads: [{ notes: [{ text: 'How did you know?' }] }] });
    expect(page.rows.at(-1)).toMatchObject({
      kind: 'notes',
      threads: [{ notes: [{ text: 'Thank you for this.' }] }],
    });
  });

  test('has findings at their turn, with the words of the list of problems', () => {
    const [, worker] = turns(
      laidOut(
        lines(
          '**Ana:** I do not know what to say to her.',
          '',
          '**Worker:** You should call her tonight and tell her the truth.',
          '',
          '**Ben:** Mm.',
          '',
        ),
      ),
    );
    expect(worker!.marks.map(({ id, from }) => [id, from])).toEqual([['worker-advice', 2]]);
    expect(worker!.marks[0]!.dynamics.length).toBeGreaterThan(0);
  });

  test('sets two readings side by side where both marked', () => {
    const [ana, worker] = turns(page);
    expect(ana!.readers).toEqual({ both: ['redirecting messages'], onlyStudent: [], onlySupervisor: [] });
    expect(worker).not.toHaveProperty('readers');
  });

  test('marks a thread as resolved, and says how many turns one is about', () => {
    const page = laidOut(
      lines(
        '**Ana:** One.',
        '',
        '**Ben:** Two.',
        '',
        '> **Supervisor (M. O.; the 2 turns above):** Well?',
        '> **Resolved (M. O.):**',
        '',
      ),
    );
    expect(turns(page)[1]!.threads).toMatchObject([{ state: 'resolved', turns: 2 }]);
  });

  test('is never broken by what is missing', () => {
    expect(laidOut('').rows).toEqual([]);
    expect(laidOut('# Only a title').head.title).toBe('Only a title');
    expect(laidOut('# Only a title').rows).toEqual([]);
  });
});

test('rows that an edit does not touch stay the same objects, and all is as if it were read afresh', () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    taken: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
    text: fc.constantFrom(
      ...['', 'e', '\n\n', '**Ana:** You too?\n\n', '> **Supervisor (M. O.):** Well?\n', '## Plan\n\n'],
      ...['> **Skill:** scanning\n', '(Silence, 9 seconds.)\n\n', '> **Resolved:**\n', '### Check-in\n\n'],
    ),
  });
  fc.assert(
    fc.property(fc.nat({ max: 50 }), fc.array(edit, { minLength: 1, maxLength: 6 }), (seed, edits) => {
      let text = recordingOf(20, seed + 1);
      const analyst = analystOf(text);
      const shown = (): Page => {
        const analysis = analyst.analysis(DEFAULT_SETTINGS);
        return pageOf(analysis, analysis.findings, WANTED);
      };
      shown();
      for (const { at, taken, text: put } of edits) {
        const start = Math.floor(at * text.length);
        const end = Math.min(text.length, start + taken);
        text = text.slice(0, start) + put + text.slice(end);
        analyst.edit({ start, end, text: put }, text);
        const fresh = analyse(text, DEFAULT_SETTINGS);
        expect(shown()).toEqual(pageOf(fresh, fresh.findings, WANTED));
        const kept = analyst.analysis(DEFAULT_SETTINGS);
        expect(groupPictureOf(kept, kept.findings)).toEqual(groupPictureOf(fresh, fresh.findings));
      }
    }),
    { numRuns: 12 },
  );
  const text = recordingOf(40, 3);
  const analyst = analystOf(text);
  const rows = (): readonly Row[] => {
    const analysis = analyst.analysis(DEFAULT_SETTINGS);
    return pageOf(analysis, analysis.findings, WANTED).rows;
  };
  const before = rows();
  const at = text.lastIndexOf(':** ') + 4;
  analyst.edit({ start: at, end: at, text: 'Well, ' }, `${text.slice(0, at)}Well, ${text.slice(at)}`);
  const after = rows();
  const other = after.filter((row, index) => row.kind === 'turn' && row !== before[index]);
  expect(other.length).toBeGreaterThanOrEqual(1);
  expect(other.length).toBeLessThanOrEqual(4);
}, 120_000);
