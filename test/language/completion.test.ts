/** Suggestions while writing, over a real connection: `|` is the caret. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver-protocol/node';
import { offsetAt, PULLING, positionAt, type Session, startSession } from './session.ts';

let session: Session;
let serial = 0;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.stop());

const HEADER =
  '---\nstudent: J. R.\nsupervisor: M. O.\nmembers: [Ana, Ben, Carla, Dee]\nabsent: [Dee]\n---\n\n';

async function suggested(marked: string, trigger?: string, on: Session = session): Promise<CompletionItem[]> {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const uri = `file:///writing-${++serial}.recording.md`;
  on.open(uri, text);
  const items = await on.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position: positionAt(text, at),
    context: trigger === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger },
  });
  return [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
}

const labels = async (marked: string, trigger?: string): Promise<string[]> =>
  (await suggested(marked, trigger)).map(({ label }) => label);

/** The text after a suggestion is taken. */
async function taken(marked: string, label: string): Promise<string> {
  const text = marked.replace('|', '');
  const item = (await suggested(marked)).find((one) => one.label === label)!;
  expect(item, label).toBeDefined();
  const { range, newText } = item.textEdit as { range: never; newText: string };
  const { start, end } = range as Record<'start' | 'end', { line: number; character: number }>;
  const typed = text.slice(offsetAt(text, start), offsetAt(text, end));
  expect(
    item.filterText!.toLowerCase().startsWith(typed.trimStart().toLowerCase()),
    `${typed} finds it`,
  ).toBe(true);
  return text.slice(0, offsetAt(text, start)) + newText + text.slice(offsetAt(text, end));
}

describe('at the start of a line, who speaks next', () => {
  const talk = `${HEADER}**Worker:** Hello.\n\n**Ana:** Hi.\n\n**Worker:** How is it?\n\n**Ben:** Bad.\n\n`;

  test('by the order of talk; who just spoke comes last, and nobody is lost', async () => {
    expect(await labels(`${talk}|`)).toEqual(['Worker', 'Ana', 'Carla', 'Dee', 'Ben']);
    expect((await suggested(`${talk}|`)).map(({ detail }) => detail)).toEqual([
      ...[undefined, undefined, undefined, 'absent', 'spoke just now'],
    ]);
  });

  test('with a roster of one, and with nobody declared', async () => {
    expect(await labels('---\nmembers: [Ana]\n---\n\nAna: Hi.\n\n|')).toEqual(['Worker', 'Ana']);
    expect(await labels('Zoe: Hi.\n\nKofi: Ho.\n\n|')).toEqual(['Zoe', 'Worker', 'Kofi']);
    expect(await labels(`${HEADER}|`)).toEqual(['Worker', 'Ana', 'Ben', 'Carla', 'Dee']);
  });

  test('comes up after a new line, not after a blank or a mark', async () => {
    expect(await labels(`${talk}|`, '\n')).toHaveLength(5);
    expect(await labels(`${talk} |`, ' ')).toEqual([]);
  });

  test('is written as the labels of this recording are', async () => {
    expect(await taken(`${talk}|`, 'Ana')).toBe(`${talk}**Ana:** `);
    expect(await taken(`${talk}**C|`, 'Carla')).toBe(`${talk}**Carla:** `);
    expect(await taken('Zoe: Hi.\n\nKofi: Ho.\n\nz|', 'Zoe')).toBe('Zoe: Hi.\n\nKofi: Ho.\n\nZoe: ');
    expect(await taken('**Zoe**: Hi.\n\n**Kofi**: Ho.\n\n|', 'Zoe')).toMatch(/\*\*Zoe\*\*: $/);
  });

  test('changes the name alone where the colon stands already', async () => {
    expect(await taken(`${HEADER}**B|:** Hi.\n`, 'Ben')).toBe(`${HEADER}**Ben:** Hi.\n`);
  });

  test('outside the dialogue suggests nobody', async () => {
    expect(await labels(`${HEADER}# Plan\n\n|`)).toEqual([]);
    expect(await labels(`${HEADER}# Dialogue\n\nAna: Hi.\n\n# Plan\n\n|`)).toEqual([]);
  });
});

describe('people inside a turn', () => {
  test('as addressees: everybody but the speaker, and the group', async () => {
    expect(await labels(`${HEADER}Ana: Hi.\n\nBen → |`)).toEqual(['Worker', 'Carla', 'Dee', 'Ana', 'group']);
    expect(await taken(`${HEADER}**Ben -> Ana, C|:** Hi.`, 'Carla')).toBe(
      `${HEADER}**Ben -> Ana, Carla:** Hi.`,
    );
    expect(await labels(`${HEADER}Ben (to A|`)).toEqual(['Ana']);
  });

  test('after @ and after a capital that begins a name', async () => {
    expect(await taken(`${HEADER}Ana: I told @b|`, 'Ben')).toBe(`${HEADER}Ana: I told Ben`);
    expect(await labels(`${HEADER}Ana: I told @|`, '@')).toEqual(['Worker', 'Ben', 'Carla', 'Dee']);
    expect(await labels(`${HEADER}Ana: I told C|`, 'C')).toEqual(['Carla']);
    expect(await labels(`${HEADER}Ana: I told X|`, 'X')).toEqual([]);
    expect(await labels(`${HEADER}Ana: I told c|`)).toEqual([]);
    expect(await labels(`${HEADER}Ana: I told |`, ' ')).toEqual([]);
  });
});

describe('in a margin', () => {
  const turn = `${HEADER}**Ana:** I have not slept since the hospital rang. I lie there and I am so frightened.\n\n**Worker:** You should talk to your doctor about some sleeping tablets.\n\n`;

  test('labels, with the pattern and the lines of what was found on this turn', async () => {
    const all = await labels(`${turn}> |`);
    expect(all).toEqual(expect.arrayContaining(['Feeling', 'Analysis', 'Members’ feelings', 'Supervisor']));
    expect(all).toContain('Considered (worker-advice)');
    expect(all.filter((label) => label.startsWith('Alternative (')).length).toBeGreaterThanOrEqual(2);
    expect(await taken(`${turn}> **F|`, 'Feeling')).toBe(`${turn}> **Feeling:** `);
    expect(await taken(`${turn}>|`, 'Feeling')).toBe(`${turn}> **Feeling:** `);
    expect(await taken(`${turn}> **Con|`, 'Considered (worker-advice)')).toBe(
      `${turn}> **Considered (worker-advice):** `,
    );
  });

  test('a supervisor’s note is signed and dated', async () => {
    expect(await taken(`${turn}> |`, 'Supervisor')).toMatch(
      /> \*\*Supervisor \(M\. O\., \d{4}-\d\d-\d\d\):\*\* $/,
    );
  });

  test('skills after Skill, with what they are', async () => {
    const items = await suggested(`${turn}> **Skill:** |`, ' ');
    expect(items.map(({ label }) => label)).toContain('redirecting messages');
    expect((items[0]!.documentation as MarkupContent).value).toMatch(/^\*\*/);
    expect(await taken(`${turn}> **Skill:** scanning, red|`, 'redirecting messages')).toMatch(
      /Skill:\*\* scanning, redirecting messages$/,
    );
    expect(await labels(`${turn}> **Alternative (|`)).toContain('redirecting messages');
  });

  test('lines after Alternative', async () => {
    const lines = await labels(`${turn}> **Alternative:** |`);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.join(' ')).toContain('Ana');
  });

  test('nothing in the words of a note', async () => {
    expect(await labels(`${turn}> **Feeling:** I was |`, ' ')).toEqual([]);
  });
});

describe('headings', () => {
  test('sections that are not there yet; segments inside the dialogue', async () => {
    const sections = await labels('# Dialogue\n\nAna: Hi.\n\n# |');
    expect(sections).toContain('Plan');
    expect(sections).not.toContain('Dialogue');
    expect(await taken('## Dialogue\n\n### Check-in\n\nAna: Hi.\n\n### |', 'Check-out')).toMatch(
      /### Check-out$/,
    );
    expect(await labels('## Dialogue\n\n### Check-in\n\nAna: Hi.\n\n### |')).not.toContain('Check-in');
    expect(await taken('#|', 'Dialogue')).toBe('# Dialogue');
  });
});

describe('the header', () => {
  test('keys that are not there yet, with what they are for', async () => {
    const items = await suggested('---\nsession: 4\n|\n---\n\nAna: Hi.\n');
    const names = items.map(({ label }) => label);
    expect(names).toEqual(expect.arrayContaining(['student', 'group', 'members', 'of']));
    expect(names).not.toContain('session');
    expect(names).not.toContain('type');
    expect((items[0]!.documentation as MarkupContent).value).toContain('Who writes');
    expect(await labels('---\ngroup:\n  |\n---\n')).toEqual(['name', 'type', 'purpose', 'gates']);
    expect(await taken('---\nses|\n---\n', 'session')).toBe('---\nsession: \n---\n');
  });

  test('values: types and gates explained, people, today', async () => {
    const types = await suggested('---\ngroup:\n  type: |\n---\n');
    expect(types.map(({ label }) => label)).toEqual([
      ...['classic', 'single-session', 'short-term', 'open-ended', 'very-large', 'task'],
    ]);
    expect((types[0]!.documentation as MarkupContent).value).toContain('Closed, long-term group');
    expect(await taken('---\ngroup:\n  gates: [no-crosstalk, ta|]\n---\n', 'talking-circle')).toContain(
      '[no-crosstalk, talking-circle]',
    );
    expect(await labels('---\nmembers: [Ana, Ben]\nabsent: [Ana, |]\n---\n')).toEqual(['Ben']);
    expect(await labels('---\nmembers: [Ana, Ben]\nabsent:\n  - |\n---\n')).toEqual(['Ana', 'Ben']);
    expect(await labels('---\ndate: |\n---\n')).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
    expect(await labels('---\nexcerpt: |\n---\n')).toEqual(['true', 'false']);
  });
});

test('each kind can be switched off', async () => {
  const quiet = await startSession(PULLING, {
    settings: { completion: { speakers: false, margin: false, header: false } },
  });
  expect(await suggested(`${HEADER}|`, undefined, quiet)).toEqual([]);
  expect(await suggested(`${HEADER}Ana: Hi.\n\n> |`, undefined, quiet)).toEqual([]);
  expect(await suggested('---\n|\n---\n', undefined, quiet)).toEqual([]);
  expect(await suggested(`${HEADER}Ana: I told @|`, undefined, quiet)).toHaveLength(4);
  await quiet.stop();
});
