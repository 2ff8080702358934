/** The command line, as it is shipped: the bundle in a process of its own. `npm run build` comes first. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'recordings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
};
const run = (...args: string[]) =>
  spawnSync(process.execPath, [path.resolve('dist/cli.js'), ...args], { encoding: 'utf8' });

const lapse = file(
  'lapse.recording.md',
  '---\nmembers: [Ana, Ben]\n---\n\n**Ana:** I cannot sleep, I am so frightened of the nights.\n\n**Worker:** You should ask your doctor for some tablets.\n\n**Ana:** Maybe.\n\n**Zoe:** Hm.\n',
);
const calm = file('calm.recording.md', '**Ana:** I was early.\n\n**Ben:** So was I.\n');

describe('lint', () => {
  test('gives the contract’s JSON', () => {
    const { status, stdout } = run('lint', lapse, calm, '--format', 'json');
    expect(status).toBe(1);
    const [first, second] = JSON.parse(stdout);
    expect(first).toMatchObject({
      file: lapse,
      turns: 4,
      strengths: [],
      format: [{ code: 'format-undeclared-speaker', severity: 'hint' }],
    });
    const finding = first.findings.find((one: { pattern: string }) => one.pattern === 'worker-advice');
    expect(finding).toMatchObject({
      severity: 'warning',
      turn: 2,
      to: 2,
      evidence: [1],
      dynamics: ['IP', 'SD'],
      range: { start: { line: 6 }, end: { line: 6 } },
    });
    expect(finding.alternatives.length).toBeGreaterThanOrEqual(2);
    expect(finding.alternatives[0]).toMatchObject({ skill: expect.any(String), line: expect.any(String) });
    expect(second).toMatchObject({ file: calm, turns: 2, findings: [] });
  });

  test('exits 0 when nothing reaches the level asked for', () => {
    expect(run('lint', calm).status).toBe(0);
    expect(run('lint', lapse, '--fail-on', 'error').status).toBe(0);
    expect(run('lint', lapse, '--fail-on', 'never').status).toBe(0);
    expect(run('lint', lapse, '--fail-on', 'hint').status).toBe(1);
  });

  test('reads well at a terminal', () => {
    const { stdout } = run('lint', lapse);
    expect(stdout).toContain('turn 2 (line 7)  worker-advice · warning');
    expect(stdout).toMatch(/→ “.*Ana/);
  });

  test('gives SARIF', () => {
    const sarif = JSON.parse(run('lint', lapse, '--format', 'sarif').stdout);
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'Process Recording: Mutual Aid' } } }],
    });
    expect(sarif.runs[0].results).toContainEqual(
      expect.objectContaining({ ruleId: 'worker-advice', level: 'warning' }),
    );
  });

  test.each([
    ['no command', []],
    ['no file', ['lint']],
    ['a file that is not there', ['lint', 'nowhere.recording.md']],
    ['an unknown command', ['dance', lapse]],
    ['an unknown format', ['lint', lapse, '--format', 'xml']],
    ['an unknown level', ['lint', lapse, '--fail-on', 'sometimes']],
    ['an unknown profile', ['lint', lapse, '--profile', 'some']],
    ['an unknown option', ['lint', lapse, '--loud']],
  ])('with %s it says why it could not run', (_, args) => {
    const { status, stderr, stdout } = run(...args);
    expect(status).toBe(2);
    expect(stderr + stdout).not.toBe('');
  });
});

describe('a report that cannot be written', () => {
  /** The command line with its output, or what it says on standard error, going to a file that is open already. */
  const into = (to: 1 | 2, at: string, flags: string, ...args: string[]) => {
    const fd = openSync(at, flags);
    const ends = ['ignore', to === 1 ? fd : 'pipe', to === 2 ? fd : 'pipe'] as const;
    try {
      return spawnSync(process.execPath, [path.resolve('dist/cli.js'), ...args], {
        encoding: 'utf8',
        stdio: [...ends],
      });
    } finally {
      closeSync(fd);
    }
  };
  const REPORTS = [
    { what: 'text', args: ['lint', calm, '--format', 'pretty'] },
    { what: 'JSON', args: ['lint', calm, '--format', 'json'] },
    { what: 'SARIF', args: ['lint', lapse, '--format', 'sarif'] },
    { what: 'talk', args: ['talk', calm] },
    { what: 'the usage', args: ['--help'] },
  ];

  test.for(REPORTS)('on a full disk it says so, and is no finding: $what', ({ args }, { skip }) => {
    skip(!existsSync('/dev/full'), 'this system has no /dev/full');
    const { status, stderr } = into(1, '/dev/full', 'w', ...args);
    expect(stderr).toBe(
      'The report could not be written (the disk is full). What stands there of it is not whole.\n',
    );
    expect(status).toBe(2);
  });

  test.for(REPORTS)('where nothing may be written it says so: $what', ({ args }) => {
    const { status, stderr } = into(1, calm, 'r', ...args);
    expect(stderr).toMatch(/^The report could not be written \(E[A-Z]+\)\. .*\n$/);
    expect(status).toBe(2);
  });

  test('where nobody can be told, the status tells it', () => {
    expect(into(2, calm, 'r', 'lint', 'nowhere.recording.md').status).toBe(2);
  });
});

describe('talk', () => {
  test('says what each turn is taken to do', () => {
    const [report] = JSON.parse(run('talk', lapse, '--format', 'json').stdout);
    expect(report.turns).toHaveLength(4);
    expect(report.turns[0]).toMatchObject({ turn: 1, speaker: 'Ana', kind: 'member' });
    expect(report.turns[1].acts).toContainEqual({
      act: 'advice',
      text: 'You should ask your doctor for some tablets.',
    });
  });
});
