/**
 * A recording written to do harm: whatever it holds is words. Nothing in it runs, is fetched, steers a terminal, changes
 * what the program knows, or is written anywhere; the editor's own tests show the same in a real window.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AgendaWords, pageOf as agendaPage, grouped } from '../client/src/agenda-page.ts';
import { asTyped, withoutLinks, withoutPictures } from '../client/src/harmless.ts';
import { pageOf as readersPage } from '../client/src/readers-page.ts';
import type { AgendaEntry } from '../server/src/language/agenda.ts';
import { COMMANDS } from '../server/src/language/protocol.ts';
import type { Readings } from '../server/src/language/readers.ts';
import type { ThreadShown } from '../server/src/language/thread-protocol.ts';
import { analyse } from '../server/src/patterns/analyse.ts';
import { lintReport } from '../server/src/report/lint.ts';
import { pretty } from '../server/src/report/pretty.ts';
import { talkReport } from '../server/src/report/talk.ts';
import { type Answer, startWithin, type Within } from './language/within.ts';

const root = path.resolve(import.meta.dirname, '..');
const FILE = path.join(root, 'test/recordings/hostile/everything.recording.md');
const TEXT = readFileSync(FILE, 'utf8');
const ALL = { profile: 'all', patterns: {} } as const;

/** Headers that swell, nest or call for types when they are read. */
const HEADERS: Readonly<Record<string, string>> = {
  'a billion laughs': Array.from({ length: 24 }, (_, at) =>
    at === 0
      ? 'a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]'
      : `a${at}: &a${at} [${`*a${at - 1}, `.repeat(10)}]`,
  )
    .join('\n')
    .concat('\nmembers: *a23\nabsent: *a23'),
  'an anchor within itself': 'members: &m [Ana, *m]\ngroup: &g { name: *g, type: *g }',
  'thirty thousand brackets': `members: ${'['.repeat(30_000)}`,
  'a merge of everything': `x: &x { members: [Ana] }\n<<: [${'*x, '.repeat(2_000)}]\nmembers: { <<: *x }`,
  'types of other languages':
    'supervisor: !!js/function "x"\nmembers: !!python/object/apply:os.system [Ana]\ngroup: !ruby/object:Gem {}\nsession: !!binary aGk=',
  'keys of every object':
    '__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\nmembers: { __proto__: { polluted: yes }, toString: {}, hasOwnProperty: {} }',
  'no end of keys': Array.from({ length: 20_000 }, (_, at) => `k${at}: v`).join('\n'),
};
const withHeader = (header: string): string =>
  `---\n${header}\n---\n\n**Ana:** I am so frightened of the nights.\n\n**Worker:** You should ask your doctor for tablets.\n`;

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${'<g><path d="M0 0"/></g>'.repeat(2_000)}</svg>`;

describe('the program itself', () => {
  const failed: string[] = [];
  const look = (text: string): ReturnType<typeof analyse> => analyse(text, ALL, (id) => failed.push(id));

  test('reads it, and every pattern has its say', () => {
    const analysis = look(TEXT);
    expect(failed).toEqual([]);
    expect(analysis.findings.map(({ pattern }) => pattern.id)).toContain('worker-advice');
    expect(analysis.recording.turns.map(({ speaker }) => speaker.name)).toEqual(
      expect.arrayContaining(['__proto__', 'constructor']),
    );
    expect(analysis.recording.header.members.map(({ name }) => name)).toContain('valueOf');
    expect(() => talkReport(FILE, TEXT)).not.toThrow();
  });

  test.each(Object.entries(HEADERS))('takes a header with %s', (_, header) => {
    const analysis = look(withHeader(header));
    expect(failed).toEqual([]);
    expect(analysis.findings.map(({ pattern }) => pattern.id)).toContain('worker-advice');
  });

  test('takes a picture of a hundred thousand signs in a turn', () => {
    const { recording } = look(`**Ana:** ${SVG}\n\n**Ben:** Oh.\n`);
    expect(failed).toEqual([]);
    expect(recording.turns.at(-1)?.speaker.name).toBe('Ben');
  });

  test('and nothing that it knows has changed', () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.prototype.toString.call({})).toBe('[object Object]');
  });
});

/** What a renderer would make of Markdown that is not words: pictures, HTML, links elsewhere than to the product's own pages. */
function madeOf(markdown: string, own: RegExp): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'image' || node.type === 'imageReference' || node.type === 'html')
      found.push(node.type);
    if ((node.type === 'link' || node.type === 'definition') && !own.test(node.url)) found.push(node.url);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(unified().use(remarkParse).parse(markdown));
  return found;
}

describe('the judge of Markdown', () => {
  test.each([
    ['a picture', '![a](https://evil.example/a.png)'],
    ['one by reference', '![a][b]\n\n[b]: https://evil.example/a.png'],
    ['HTML', 'x <img src="https://evil.example/a.png">'],
    ['a link that runs something', '[a](command:workbench.action.quit)'],
    ['a script', '[a](javascript:alert(1))'],
  ])('sees %s', (_, markdown) => expect(madeOf(markdown, /^file:/)).not.toEqual([]));
});

describe('the server', () => {
  let within: Within;
  let answers: readonly Answer[];
  beforeAll(async () => {
    within = await startWithin();
    answers = await within.everything(TEXT, 'file:///hostile.recording.md');
  }, 120_000);

  /** Everything of one kind in the answers, wherever it stands. */
  function all<Found>(is: (value: Record<string, unknown>) => Found | undefined): Found[] {
    const found: Found[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const one = is(value as Record<string, unknown>);
      if (one !== undefined) found.push(one);
      for (const child of Object.values(value)) visit(child);
    };
    for (const { result } of answers) visit(result);
    return found;
  }

  test('was asked everything, and answered', () => {
    for (const method of ['textDocument/hover', 'textDocument/completion', 'textDocument/codeAction'])
      expect(answers.some((one) => one.method === method && one.result !== null)).toBe(true);
  });

  test('gives Markdown in which there are no pictures, no HTML and no links elsewhere', () => {
    const shown = all((value) => (value.kind === 'markdown' ? String(value.value) : undefined));
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.some((text) => text.includes('evil'))).toBe(true);
    for (const text of shown) expect(madeOf(text, /^(?:file|vscode):/), text).toEqual([]);
  });

  test('names only its own commands, and edits only this recording', () => {
    const known = new Set<unknown>([...Object.values(COMMANDS), '']);
    const named = all((value) => (typeof value.command === 'string' ? value.command : undefined));
    expect(
      named.filter((command) => !known.has(command) && !command.startsWith('processRecording.')),
    ).toEqual([]);
    const edited = all((value) => (value.changes ? Object.keys(value.changes) : undefined)).flat();
    expect(new Set(edited.concat('file:///hostile.recording.md'))).toEqual(
      new Set(['file:///hostile.recording.md']),
    );
  });

  const agenda = (): readonly AgendaEntry[] =>
    answers.find(({ method }) => method === 'processRecording/agenda')!.result as readonly AgendaEntry[];

  test('has an agenda whose page holds words alone', () => {
    const words: AgendaWords = {
      title: 'Agenda',
      empty: '',
      nothing: '',
      kinds: { question: 'Questions', 'do-over': 'To do over', thread: 'Threads', finding: 'Findings' },
      states: { draft: 'draft', submitted: 'submitted', reviewed: 'reviewed', discussed: 'discussed' },
      turn: (number) => `turn ${number}`,
      line: (number) => `line ${number}`,
    };
    for (const by of ['recording', 'student', 'theme'] as const) {
      const page = agendaPage(grouped(agenda(), by, words), words, () => 'vscode://own/turn');
      expect(page).toContain('evil.example');
      expect(madeOf(page, /^vscode:/)).toEqual([]);
    }
  });

  test('has two readers whose page holds words alone', () => {
    const { result } = answers.find(({ method }) => method === 'processRecording/readings')!;
    const page = readersPage(result as Readings, {
      title: 'Two readers',
      nothing: '',
      student: 'the student',
      supervisor: 'the supervisor',
      turn: 'Turn',
      both: 'Both',
      only: (name) => `Only ${name}`,
    });
    expect(page).toContain('evil.example');
    expect(madeOf(page, /^never/)).toEqual([]);
  });

  test('has threads that are shown without pictures', () => {
    const { result } = answers.find(({ method }) => method === 'processRecording/threads')!;
    const notes = (result as { threads: readonly ThreadShown[] }).threads.flatMap((thread) => thread.notes);
    expect(notes.some(({ text }) => text.includes('![one]'))).toBe(true);
    for (const { text } of notes)
      expect(madeOf(withoutPictures(text), /./).filter((kind) => kind.startsWith('image'))).toEqual([]);
  });
});

describe('words made harmless', () => {
  test.each(['\\![a](b)', '\\\\![a](b)', '!\\[a](b)', '`![a](b)', '![a][b]\n\n[b]: c'])('%s', (text) => {
    expect(madeOf(withoutPictures(text), /./).filter((kind) => kind.startsWith('image'))).toEqual([]);
    expect(madeOf(asTyped(text.replace(/\n/g, ' ')), /^never/)).toEqual([]);
    // How VS Code finds links in a notice (base/common/linkedText.ts).
    expect(withoutLinks('x [a](command:b) y [c] (d)')).not.toMatch(/\[([^\]]+)\]\(/);
  });
});

describe('the command line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const copy = path.join(folder, 'everything.recording.md');
  writeFileSync(copy, TEXT);
  const cli = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args], { cwd: folder, encoding: 'utf8' });

  test.each(['pretty', 'json', 'sarif'])('says it in %s, and writes nothing', (format) => {
    const { stdout, stderr, status } = cli('lint', copy, '--profile', 'all', '--format', format);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout).toContain('worker-advice');
    if (format !== 'pretty') expect(() => JSON.parse(stdout)).not.toThrow();
    const steering = format === 'pretty' ? /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu : /\p{Cc}/gu;
    expect([...stdout.matchAll(steering)].filter(([sign]) => sign !== '\n')).toEqual([]);
    expect(readdirSync(folder)).toEqual(['everything.recording.md']);
    expect(readFileSync(copy, 'utf8')).toBe(TEXT);
  });

  test('a name that steers the terminal is printed as words', () => {
    const report = lintReport('a\u001b[2Jb\nc\u202ed.recording.md', TEXT, analyse(TEXT, ALL));
    expect(pretty([{ report }]).split('\n')[0]).toMatch(/^a\ufffd\[2Jb c\ufffdd\.recording\.md · /);
  });
});
