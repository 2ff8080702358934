import { strict as assert } from 'node:assert';
import { suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Extension } from '../../client/src/extension.ts';
import { answering, be, close, onDisk, openWith, run, shownBy, until } from './desk.ts';
import { offer, offersFor, undoTo, untilFindings } from './recordings.ts';

const NAME = 'drafts.recording.md';
const TEXT = `---
student: J. R.
supervisor: M. O.
members: [Ana, Ben]
session: 1
of: 8
---

## Dialogue

**Ana:** I do not know what to say to my sister about the money.

**Worker:** You should call her tonight and tell her the truth.

> **Analysis:** I was quick.

**Ben:** Mm.
`;
const FINDING = 'worker-advice';

suite('from a finding to a comment', () => {
  let board: Extension;
  let commands: readonly vscode.Command[];
  let document: vscode.TextDocument;

  const threads = () => board.threadsOn(document.uri);
  /** Runs what the light bulb offers, and gives the note that waits in the thread it opens. */
  const drafted = async (title: RegExp): Promise<vscode.Comment & { readonly source: string }> => {
    const command = commands.find((one) => title.test(one.title))!;
    await vscode.commands.executeCommand(command.command, ...command.arguments!);
    await until(() => board.drafts().length === 1, 'no draft is opened');
    const [thread] = board.drafts();
    const note = thread!.comments[0] as vscode.Comment & { readonly source: string };
    assert.equal(note.mode, vscode.CommentMode.Editing, 'it cannot be changed');
    assert.equal(thread!.collapsibleState, vscode.CommentThreadCollapsibleState.Expanded);
    assert.equal(document.getText(), TEXT, 'something was written before it was saved');
    return note;
  };

  suiteSetup(async () => {
    board = await shownBy();
    await be('M. O.', 'supervisor');
  });
  suiteTeardown(() => be());
  teardown(close);

  const begin = async (): Promise<void> => {
    document = await openWith(NAME, TEXT);
    const isIt = ({ code }: { code: { value: string } }): boolean => code.value === FINDING;
    const findings = await untilFindings(document.uri, (all) => all.some(isIt));
    let offers: vscode.CodeAction[] = [];
    // The server hears of the new role at the same time as it is asked.
    for (let tries = 0; tries < 50 && !offers.some(({ title }) => /as a supervisor/.test(title)); tries++)
      offers = await offersFor(document.uri, findings.find(isIt)!);
    commands = ['Comment on this as a supervisor', 'Agree with this', 'Set this aside as a supervisor'].map(
      (title) => offer(offers, new RegExp(`^${title}`)).command!,
    );
  };

  test('its question can be changed before it is written, and is then a thread on the turn', async () => {
    await begin();
    const note = await drafted(/^Comment on this/);
    assert.match(note.source, /\?$/, 'it does not ask');
    await run('saveNote', { ...note, body: 'Who else in the room knew\nabout money and sisters?' });
    assert.match(
      document.getText(),
      /I was quick\.\n> \*\*Supervisor \(M\. O\., \d{4}-\d\d-\d\d\):\*\* Who else in the room knew\n> about money and sisters\?\n\n\*\*Ben/,
    );
    assert.equal(board.drafts().length, 0);
    assert.equal(threads().length, 1);
    await undoTo(document, TEXT);
  });

  test('a draft that is waved away leaves nothing behind', async () => {
    await begin();
    await run('cancelNote', await drafted(/^Comment on this/));
    assert.equal(board.drafts().length, 0);
    assert.equal(document.getText(), TEXT);
    assert.equal(document.isDirty, false);
  });

  test('agreed with: signed, about this finding, which stays', async () => {
    await begin();
    const note = await drafted(/^Agree/);
    await run('saveNote', { ...note, body: note.source });
    assert.match(
      document.getText(),
      /> \*\*Agreed \(worker-advice; M\. O\., \d{4}-\d\d-\d\d\):\*\* I see it too\.\n/,
    );
    await until(() => threads().length === 1, 'it makes no thread');
    assert.ok((await untilFindings(document.uri)).some(({ code }) => code.value === FINDING));
  });

  test('set aside with a reason, which silences it until the reason is gone', async () => {
    await begin();
    const note = await drafted(/^Set this aside/);
    await run('saveNote', { ...note, body: `${note.source}Ana had asked her for it.` });
    assert.match(
      document.getText(),
      /> \*\*Considered \(worker-advice; M\. O\., \d{4}-\d\d-\d\d\):\*\* It fits here, because Ana had asked her for it\.\n/,
    );
    await untilFindings(document.uri, (all) => all.every(({ code }) => code.value !== FINDING));
    await undoTo(document, TEXT);
    await untilFindings(document.uri, (all) => all.some(({ code }) => code.value === FINDING));
  });

  test('a beginning is picked for a line, and stands in the draft word for word', async () => {
    await begin();
    const editor = await vscode.window.showTextDocument(document);
    const line = document.getText().slice(0, document.getText().indexOf('**Worker')).split('\n').length - 1;
    editor.selection = new vscode.Selection(line, 0, line, 0);
    const praised = (items: readonly { label: string; start?: { kind: string } }[]) =>
      items.find(({ start }) => start?.kind === 'praise');
    const asked = await answering('showQuickPick', praised, async () => {
      await run('commentFrom');
    });
    const items = asked[0]![0] as Parameters<typeof praised>[0];
    assert.match(items.find(({ start }) => start !== undefined)!.label, /\?$/, 'the finding comes first');
    const [thread] = board.drafts();
    const note = thread!.comments[0]! as vscode.Comment & { readonly source: string };
    assert.equal(note.source, praised(items)!.label);
    await run('saveNote', { ...note, body: note.source });
    const written = document.getText();
    assert.ok(written.includes(`):** ${note.source}\n`), written);
    assert.match(written, /> \*\*Praise \(M\. O\., /);
    assert.ok(await document.save());
    assert.equal(await onDisk(document.uri), written);
  });
});
