/** The server over a real connection. `npm run build` comes first. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applied, offsetAt, PULLING, type Session, startSession } from './session.ts';

const URI = 'file:///session-4.recording.md';
const TEXT = [
  '---',
  'members: [Ana, Ben, Carla]',
  'group: { type: short-term }',
  'session: 4',
  'of: 8',
  '---',
  '',
  '**Ana:** I have not slept since the hospital rang. I lie there and I am so frightened.',
  '',
  '**Worker:** You should talk to your doctor about some sleeping tablets.',
  '',
  '**Ana:** Maybe.',
  '',
  '**Worker:** What time is it there now?',
  '',
  '**Zoe:** Hello.',
  '',
].join('\n');

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.stop());

const advice = async (uri = URI) =>
  (await session.findings(uri)).find(({ code }) => code === 'worker-advice')!;

describe('a recording is opened', () => {
  test('its findings carry source, code, page and the turns they rest on', async () => {
    session.open(URI, TEXT);
    const finding = await advice();
    expect(finding).toMatchObject({ source: 'mutual-aid', severity: 2 });
    expect(finding.codeDescription?.href).toMatch(/worker-advice/);
    expect(finding.message).toContain('Ana');
    expect(finding.relatedInformation?.[0]).toMatchObject({
      message: expect.stringContaining('Turn 1'),
      location: { uri: URI, range: { start: { line: 7, character: 2 } } },
    });
    expect(TEXT.slice(offsetAt(TEXT, finding.range.start), offsetAt(TEXT, finding.range.end))).toBe(
      'You should talk to your doctor about some sleeping tablets.',
    );
  });

  test('asked again, it answers that nothing changed', async () => {
    const first = await session.pull(URI);
    expect(first.kind).toBe('full');
    expect(await session.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  });
});

describe('the light bulb', () => {
  test('offers two lines or more, and ways to set aside, ask, explain and turn down', async () => {
    const titles = (await session.actions(URI, await advice())).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Alternative (')).length).toBeGreaterThanOrEqual(2);
    expect(titles).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Considered/),
        expect.stringMatching(/^Ask .*supervision/),
        expect.stringMatching(/^Explain/),
        expect.stringMatching(/off$/),
      ]),
    );
  });

  test('an alternative goes into the margin and names somebody of this recording', async () => {
    const [first] = await session.actions(URI, await advice());
    const after = applied(TEXT, first!.edit!);
    const added = after.split('\n').filter((line) => !TEXT.split('\n').includes(line));
    expect(added).toHaveLength(1);
    expect(added[0]).toMatch(/^> \*\*Alternative \([^)]+\):\*\* ".*(?:Ana|Ben|Carla).*"$/);
    expect(after.split('\n')[9]).toBe(
      '**Worker:** You should talk to your doctor about some sleeping tablets.',
    );
    expect(after.split('\n')[11]).toBe(added[0]);
  });

  test('a finding that was considered with a reason is silent; without a reason it is not', async () => {
    const uri = 'file:///considered.recording.md';
    const note = (reason: string) =>
      TEXT.replace('tablets.\n', `tablets.\n\n> **Considered (worker-advice):**${reason}\n`);
    session.open(uri, note(' Ana had asked me, twice.'));
    expect((await session.findings(uri)).map(({ code }) => code)).not.toContain('worker-advice');
    session.open('file:///bare.recording.md', note(''));
    const codes = (await session.findings('file:///bare.recording.md')).map(({ code }) => code);
    expect(codes).toContain('worker-advice');
    expect(codes).toContain('format-considered-without-reason');
  });

  test('an undeclared speaker can be declared', async () => {
    const undeclared = (await session.findings(URI)).find(
      ({ code }) => code === 'format-undeclared-speaker',
    )!;
    const [fix] = await session.actions(URI, undeclared);
    expect(fix).toMatchObject({ isPreferred: true });
    expect(applied(TEXT, fix!.edit!).split('\n')[1]).toBe('members: [Ana, Ben, Carla, Zoe]');
  });
});

describe('while somebody types', () => {
  test('nothing new is said about the turn under the pen until a pause', async () => {
    const uri = 'file:///typing.recording.md';
    let text = TEXT.replace('You should talk to your doctor about some sleeping tablets.', 'Thank you.');
    session.open(uri, text);
    expect((await session.findings(uri)).map(({ code }) => code)).not.toContain('worker-advice');
    for (const char of ' You should ask your doctor for pills.') {
      const at = text.indexOf('\n\n**Ana:** Maybe.');
      text = session.edit(uri, text, at, at, char);
    }
    expect((await session.findings(uri)).map(({ code }) => code)).not.toContain('worker-advice');
    await session.refreshed();
    expect((await session.findings(uri)).map(({ code }) => code)).toContain('worker-advice');
  });

  test('a change elsewhere leaves the findings as they are', async () => {
    const uri = 'file:///elsewhere.recording.md';
    session.open(uri, TEXT);
    const before = await session.pull(uri);
    session.edit(uri, TEXT, TEXT.length, TEXT.length, '\n**Ben:** Hm.\n');
    const after = await session.pull(uri, before.resultId);
    expect(after.kind === 'unchanged' || after.items.some(({ code }) => code === 'worker-advice')).toBe(true);
  });
});

describe('settings', () => {
  test('a pattern can be turned off, down, and given other thresholds; nonsense is told by name', async () => {
    const other = await startSession(PULLING, {
      settings: { patterns: { 'worker-advice': 'hint', 'no-such': 'off', 'silence-filled': { longest: 3 } } },
    });
    other.open(URI, TEXT);
    expect((await other.findings(URI)).find(({ code }) => code === 'worker-advice')?.severity).toBe(4);
    expect(other.log.some((line) => line.includes('no-such'))).toBe(true);
    await other.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { processRecording: { patterns: { 'worker-advice': 'off' } } },
    });
    expect((await other.findings(URI)).map(({ code }) => code)).not.toContain('worker-advice');
    await other.stop();
  });
});

describe('an editor that cannot pull', () => {
  test('is sent findings, after opening and after a change, and an empty list at the close', async () => {
    const other = await startSession(
      { textDocument: { publishDiagnostics: { relatedInformation: true } } },
      {},
    );
    expect(other.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const first = other.pushed(URI, (items) => items.some(({ code }) => code === 'worker-advice'));
    other.open(URI, TEXT);
    await first;
    const gone = other.pushed(URI, (items) => !items.some(({ code }) => code === 'worker-advice'));
    const at = TEXT.indexOf('You should');
    other.edit(
      URI,
      TEXT,
      at,
      at + 'You should talk to your doctor about some sleeping tablets.'.length,
      'Who else lies awake?',
    );
    await gone;
    const closed = other.pushed(URI, (items) => items.length === 0);
    await other.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await closed;
    await other.stop();
  });
});

describe('bad input', () => {
  test.each([
    ['nothing at all', ''],
    ['a header only', '---\nmembers: [Ana]\n---\n'],
    ['a header that never ends', '---\nmembers: [Ana\n\nAna: hi\n'],
    ['a broken header', '---\ngroup: { type: "classic\n---\n\nAna: hi\n'],
    ['HTML', '<script>alert(1)</script>\n\nAna: <b>hi</b>\n'],
    ['a lone surrogate', 'Ana: \ud800 hi\n'],
    ['names from right to left', '---\nmembers: [مريم]\n---\n\nمريم: نعم\n'],
    ['mixed line ends', 'Ana: one\r\n\nBen: two\r\rCarla: three\n'],
    ['one line of 300,000 characters', `Ana: ${'word '.repeat(60_000)}`],
    [
      'a prototype’s name',
      '---\nmembers: [__proto__, constructor]\n---\n\n__proto__: hi\n\nconstructor: hi\n',
    ],
  ])('%s gets an answer', async (name, text) => {
    const uri = `file:///bad-${encodeURIComponent(name)}.recording.md`;
    session.open(uri, text);
    const report = await session.pull(uri);
    expect(report.kind).toBe('full');
  });

  test('five megabytes are answered, with a word about the limit', async () => {
    const uri = 'file:///long.recording.md';
    session.open(
      uri,
      '**Worker:** Who else has been there?\n\n**Ana:** Me, since the spring.\n\n'.repeat(75_000),
    );
    expect((await session.findings(uri)).map(({ code }) => code)).toContain('format-too-long');
  }, 60_000);

  test('an edit below the last line goes to the end of the text, and the lines above keep their places', async () => {
    const uri = 'file:///beyond.recording.md';
    session.open(uri, TEXT);
    const beyond = { line: 900, character: 3 };
    void session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: beyond, end: beyond }, text: '\n\n**Ben:** Hm.\n' }],
    });
    const found = (await session.findings(uri)).find(({ code }) => code === 'worker-advice');
    session.open('file:///within.recording.md', `${TEXT}\n\n**Ben:** Hm.\n`);
    const [fresh] = (await session.findings('file:///within.recording.md')).filter(
      ({ code }) => code === 'worker-advice',
    );
    expect(found?.range).toEqual(fresh!.range);
  });

  test('the dialogue under a broken header is still looked at', async () => {
    const uri = 'file:///broken.recording.md';
    session.open(uri, TEXT.replace('session: 4', 'session: "4'));
    const codes = (await session.findings(uri)).map(({ code }) => code);
    expect(codes).toContain('format-header-yaml');
    expect(codes).toContain('worker-advice');
  });

  test('no content is ever logged', () => {
    expect(session.log.join('\n')).not.toMatch(/frightened|doctor|Ana/);
  });
});
