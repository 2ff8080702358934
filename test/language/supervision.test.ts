/** What a supervisor is offered beside a recording: answers to findings, beginnings for comments, where it stands. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StandingShown } from '../../server/src/language/standing.ts';
import type { Starter } from '../../server/src/language/starters.ts';
import { lines } from '../recording/reading.ts';
import { PULLING, type Session, startSession } from './session.ts';

const URI = 'file:///supervised.recording.md';
const TEXT = lines(
  '---',
  'members: [Ana, Ben]',
  'session: 1',
  'of: 8',
  'status: submitted',
  'submitted: 2026-10-06',
  '---',
  '',
  '**Ana:** I do not know what to say to my sister about the money.',
  '',
  '**Worker:** You should call her tonight and tell her the truth.',
  '',
  '> **Analysis:** I was quick.',
  '',
  '**Ben:** Mm.',
  '',
);

let session: Session;
beforeAll(async () => {
  session = await startSession(PULLING, {
    commands: true,
    settings: { author: { name: 'M. O.', role: 'supervisor' } },
  });
  session.open(URI, TEXT);
});
afterAll(() => session.stop());

test('each finding can be made a comment, agreed with or set aside', async () => {
  const [advice] = (await session.findings(URI)).filter(({ code }) => code === 'worker-advice');
  const drafts = (await session.actions(URI, advice!))
    .filter(({ command }) => command?.command === 'processRecording.draftComment')
    .map(({ title, command }) => [title, command!.arguments![0]]);
  expect(drafts.slice(0, 3)).toEqual([
    [
      'Comment on this as a supervisor…',
      { uri: URI, line: 10, kind: 'supervisor', text: expect.stringMatching(/\?$/) },
    ],
    [
      'Agree with this…',
      { uri: URI, line: 10, kind: 'agreed', about: 'worker-advice', text: 'I see it too.' },
    ],
    [
      'Set this aside as a supervisor, with a reason…',
      { uri: URI, line: 10, kind: 'considered', about: 'worker-advice', text: 'It fits here, because ' },
    ],
  ]);
  // What stands in the margin without a signature is the student's; so a supervisor's line waits for hers.
  const lines = drafts.slice(3);
  expect(lines.length).toBeGreaterThanOrEqual(2);
  for (const [title, draft] of lines) {
    expect(title).toMatch(/^Alternative \(.*…$/);
    expect(draft).toEqual({
      ...{ uri: URI, line: 10, kind: 'alternative' },
      ...{ about: expect.any(String), text: expect.stringMatching(/^["[]/) },
    });
  }
  const edits = (await session.actions(URI, advice!)).filter(({ edit }) => edit);
  expect(edits.map(({ title }) => title)).toEqual([]);
});

test('a supervisor’s reason, signed, sets the finding aside', async () => {
  const uri = 'file:///set-aside.recording.md';
  session.open(
    uri,
    TEXT.replace(
      '> **Analysis:**',
      '> **Considered (worker-advice; M. O., 2026-10-07):** She asked.\n> **Analysis:**',
    ),
  );
  expect((await session.findings(uri)).map(({ code }) => code)).not.toContain('worker-advice');
});

test('beginnings for a comment: what stands out here first, then praise, stage and skills', async () => {
  const ask = (line: number): Promise<readonly Starter[]> =>
    session.connection.sendRequest('processRecording/starters', { uri: URI, line });
  const starters = await ask(10);
  expect(starters[0]).toMatchObject({ about: 'finding', kind: 'supervisor' });
  expect([...new Set(starters.map(({ about }) => about))]).toEqual(['finding', 'praise', 'stage', 'skill']);
  expect(starters.filter(({ about }) => about === 'stage').map(({ name }) => name)).toEqual([
    'Beginning',
    'Beginning',
  ]);
  expect((await ask(12)).filter(({ about }) => about === 'finding').length).toBeGreaterThan(0);
  expect((await ask(14)).filter(({ about }) => about === 'finding')).toEqual([]);
});

test('where a recording stands, and prints of its pieces that say nothing of them', async () => {
  const ask = (): Promise<StandingShown> =>
    session.connection.sendRequest('processRecording/standing', { uri: URI });
  const before = await ask();
  expect(before).toMatchObject({ state: 'submitted', dates: { submitted: '2026-10-06' }, signed: [] });
  expect(before.pieces.map(({ kind }) => kind)).toEqual(['turn', 'turn', 'note', 'turn']);
  const after = session.edit(URI, TEXT, TEXT.indexOf('quick'), TEXT.indexOf('quick') + 5, 'too quick');
  const second = await ask();
  expect(second.spoken).toBe(before.spoken);
  expect(second.pieces.map(({ print }, at) => print === before.pieces[at]!.print)).toEqual([
    true,
    true,
    false,
    true,
  ]);
  session.edit(URI, after, after.indexOf('Mm.'), after.indexOf('Mm.') + 3, 'Yes.');
  expect((await ask()).spoken).not.toBe(before.spoken);
  expect(JSON.stringify(second)).not.toContain('quick');
});
