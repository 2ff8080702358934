/** What a recording brings to the supervision hour, and how two people read it. */
import { expect, test } from 'vitest';
import { grouped, pageOf } from '../../client/src/agenda-page.ts';
import { analyse } from '../../server/src/patterns/analyse.ts';
import { DEFAULT_SETTINGS } from '../../server/src/patterns/settings.ts';
import { read } from '../../server/src/recording/read.ts';
import { agendaOf } from '../../server/src/report/agenda.ts';
import { twoReadings } from '../../server/src/report/readers.ts';
import { lines } from '../recording/reading.ts';

const TEXT = lines(
  '---',
  'student: J. R.',
  'supervisor: M. O.',
  'group: { name: Living with Loss }',
  'session: 4',
  'members: [Ana, Ben]',
  'status: reviewed',
  '---',
  '',
  '## Dialogue',
  '',
  '**Ana:** I do not know what to say to my sister about the money.',
  '',
  '**Worker:** You should call her tonight and tell her the truth.',
  '',
  '> **Skill:** redirecting, listening',
  '> **Supervisor (M. O., 2026-10-05):** What could you have said? Redirecting, perhaps.',
  '',
  '**Ben:** I never called mine.',
  '',
  '> **Question:** Was he asking me or her?',
  '> **Supervisor (M. O., 2026-10-05):** What did his eyes say?',
  '> **Reply (J. R., 2026-10-06):** They were on her.',
  '',
  '**Worker:** You should call her as well.',
  '',
  '> **Praise (M. O., 2026-10-05):** You noticed him.',
  '> **Considered (worker-advice):** He had asked for it.',
  '> **Agreed (worker-advice; M. O., 2026-10-05):** I see it too.',
  '',
  '**Ana:** Mm.',
  '',
  '> **Supervisor (M. O., 2026-10-05):** And then?',
  '> **Resolved (M. O., 2026-10-07):**',
  '',
  '## Questions for supervision',
  '',
  '- How do I wait?',
  '- Whose group is it?',
  '',
  '## What I would do over',
  '',
  'The second turn.',
  '',
);

const agenda = agendaOf(analyse(TEXT, DEFAULT_SETTINGS), TEXT);

test('questions, do-overs, open threads and findings that nobody answered, each with its line', () => {
  expect(agenda).toMatchObject({
    student: 'J. R.',
    group: 'Living with Loss',
    session: 4,
    state: 'reviewed',
  });
  const told = agenda.items.map(({ kind, turn, text }) => `${kind} ${turn}: ${text.slice(0, 31)}`);
  expect(told).toEqual(
    expect.arrayContaining([
      'do-over 2: What could you have said? Redir',
      'question 3: Was he asking me or her? → J. R',
      'question 0: How do I wait?',
      'question 0: Whose group is it?',
      'do-over 0: The second turn.',
    ]),
  );
  expect(told.filter((one) => one.startsWith('finding 2'))).toHaveLength(1);
  expect(told.join()).not.toMatch(/And then|noticed him|finding 4/);
  for (const { text, line, kind } of agenda.items)
    if (kind === 'question') expect(TEXT.split('\n')[line]).toContain(text.split(' → ')[0]);
});

test('a finding with another line in its margin is no longer on it', () => {
  const used = TEXT.replace(
    '> **Skill:** redirecting',
    '> **Alternative (redirecting):** "Ben?"\n> **Skill:** redirecting',
  );
  const items = agendaOf(analyse(used, DEFAULT_SETTINGS), used).items;
  expect(items.filter(({ kind, turn }) => kind === 'finding' && turn === 2)).toEqual([]);
});

test('by recording, by student and by theme, and as a page whose links lead to the lines', () => {
  const entries = [
    { uri: 'file:///a/one.recording.md', ...agenda },
    { uri: 'file:///a/two.recording.md', ...agenda, student: 'K. L.', session: 5 },
  ];
  const words = {
    title: 'Hour',
    empty: 'Nothing.',
    nothing: '–',
    kinds: { question: 'Questions', 'do-over': 'Over', thread: 'Threads', finding: 'Findings' },
    states: { draft: 'draft', submitted: 'submitted', reviewed: 'reviewed', discussed: 'discussed' },
    turn: (number: number) => `turn ${number}`,
    line: (number: number) => `line ${number}`,
  };
  expect(grouped(entries, 'recording', words).map(({ title, detail }) => [title, detail])).toEqual([
    ['Living with Loss 4', 'J. R., reviewed'],
    ['Living with Loss 5', 'K. L., reviewed'],
  ]);
  expect(grouped(entries, 'student', words).map(({ title }) => title)).toEqual(['J. R.', 'K. L.']);
  const themes = grouped(entries, 'theme', words);
  expect(themes.length).toBeGreaterThan(1);
  const page = (linkTo?: Parameters<typeof pageOf>[2]): string =>
    pageOf(grouped(entries, 'student', words), words, linkTo);
  const first = 'Was he asking me or her? → J. R.: They were on her.';
  expect(page()).toContain(
    `# Hour\n\n## J. R.\n\n### Questions\n\n- ${first} (Living with Loss 4, turn 3)\n`,
  );
  expect(page()).not.toContain('file:');
  expect(page(({ uri, line }) => `${uri}#${line}`)).toContain(
    `- ${first} [Living with Loss 4, turn 3](file:///a/one.recording.md#20)\n`,
  );
  expect(pageOf([], words)).toBe('# Hour\n\nNothing.\n');
});

test('two readings of a turn: what both marked, what only one did', () => {
  expect(
    twoReadings(read(TEXT)).map(({ turn, both, onlyStudent, onlySupervisor }) => [
      turn,
      both,
      onlyStudent,
      onlySupervisor,
    ]),
  ).toEqual([
    [2, ['redirecting messages'], ['listening'], []],
    [4, [], ['set aside: Worker gives the advice'], ['sees: Worker gives the advice']],
  ]);
});
