/** What may go wrong around the editor: the server is killed, settings mean nothing, a file is replaced. */
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { close, insert, onDisk, openWith, put, until } from './desk.ts';
import { untilFindings } from './recordings.ts';

const TEXT = `---
student: J. R.
members: [Ana, Ben]
session: 3
of: 8
---

## Dialogue

**Ana:** I do not know what to say to my sister about the money.

**Worker:** You should call her tonight and tell her the truth.

**Ben:** Mm.
`;
const WORDS = 'And then she would not ring for a month.'.split(' ');
const isAdvice = ({ code }: { code: { value: string } }): boolean => code.value === 'worker-advice';

/** The process of the language server, among those that this extension host has started. */
function serverProcess(): number | undefined {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const own = rows.find((row) => {
    const [, , parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return Number(parent) === process.pid && args!.includes('dist/server/');
  });
  return own === undefined ? undefined : Number.parseInt(own, 10);
}

suite('faults', () => {
  teardown(close);

  test('a server that is killed in mid-edit comes back, its findings too, and nothing written is lost', async () => {
    const document = await openWith('killed.recording.md', TEXT);
    await untilFindings(document.uri, (all) => all.some(isAdvice));
    const before = serverProcess();
    assert.ok(before, 'there is no server');
    const typing = insert(document, '**Ben:** Mm.', '**Ana:** She would only shout.\n\n');
    process.kill(before, 'SIGKILL');
    await typing;
    // Each word is a message that a dead server cannot be given.
    for (const word of WORDS) await insert(document, '\n\n**Ben:** Mm.', ` ${word}`);
    await insert(document, '**Ben:** Mm.', '**Worker:** You ought to write her a letter, then.\n\n');
    const advice = await untilFindings(document.uri, (all) => all.filter(isAdvice).length === 2);
    for (const { range } of advice) assert.match(document.getText(range), /You should|You ought/);
    const after = serverProcess();
    assert.ok(after !== undefined && after !== before, 'it did not come back');
    assert.ok(await document.save());
    assert.equal(
      await onDisk(document.uri),
      TEXT.replace(
        '**Ben:** Mm.',
        `**Ana:** She would only shout. ${WORDS.join(' ')}\n\n**Worker:** You ought to write her a letter, then.\n\n**Ben:** Mm.`,
      ),
    );
  });

  test('settings that mean nothing are passed over, and the others hold', async () => {
    const settings = vscode.workspace.getConfiguration('processRecording');
    const nonsense = {
      'no-such-pattern': 'loud',
      'worker-advice': 'off',
      'silence-filled': { seconds: 'many' },
    };
    const document = await openWith('nonsense.recording.md', TEXT.replace('**Ben:** Mm.', '**Ben:** Hm.'));
    await untilFindings(document.uri, (all) => all.some(isAdvice));
    await settings.update('patterns', nonsense, vscode.ConfigurationTarget.Workspace);
    try {
      await untilFindings(document.uri, (all) => !all.some(isAdvice));
      await settings.update('patterns', 17, vscode.ConfigurationTarget.Workspace);
      await untilFindings(document.uri, (all) => all.some(isAdvice));
    } finally {
      await settings.update('patterns', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a file that another program puts in its place is read again', async () => {
    const document = await openWith('replaced.recording.md', TEXT);
    await untilFindings(document.uri, (all) => all.some(isAdvice));
    const kinder = TEXT.replace(/\*\*Worker:\*\*.*/, '**Worker:** Who else has a sister like that?');
    const beside = await put('beside.txt', kinder);
    renameSync(beside.fsPath, document.uri.fsPath); // as a synchroniser or a version control does
    await until(() => document.getText() === kinder, 'it is not read again');
    await untilFindings(document.uri, (all) => !all.some(isAdvice));
  });
});
