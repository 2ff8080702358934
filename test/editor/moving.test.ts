import { strict as assert } from 'node:assert';
import { suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Extension } from '../../client/src/extension.ts';
import { answering, be, close, onDisk, openWith, run, shownBy, until } from './desk.ts';
import { undoTo } from './recordings.ts';

const LOOSE = `## Dialogue

**Worker:** What was it like? (Supervisor: who else?)

**Ana:** Hard. I told nobody.

**Ben:** I do.

## Supervisor comments

At turn 2 you waited.

> **Reply (J. R., 2026-10-08):** It was long.
`;
/** Signs that mean something to Markdown, to a table, and to the file itself. */
const WILD =
  'See “a | b” and **this**:\n\n> **Ana:** quoted\n\n```\n| cell | > not a quote\n**Supervisor:** no label\n```\n\n<!-- no comment --> and <br> \\| end';

suite('comments in other places', () => {
  let board: Extension;
  const words = (uri: vscode.Uri): string[][] =>
    board
      .threadsOn(uri)
      .map(({ comments }) => comments.map(({ body }) => (typeof body === 'string' ? body : body.value)));

  suiteSetup(async () => {
    board = await shownBy();
    await be('M. O.', 'supervisor');
  });
  suiteTeardown(() => be());
  teardown(close);

  const movedTo = async (name: string, at: number, turn: RegExp): Promise<vscode.TextDocument> => {
    const document = await openWith(name, LOOSE);
    await until(() => words(document.uri).length === 2, 'the threads are not read');
    const thread = board.threadsOn(document.uri)[at]!;
    assert.match(thread.contextValue!, /loose/);
    const asked = await answering(
      'showQuickPick',
      (items: readonly { label: string }[]) => items.find(({ label }) => turn.test(label)),
      async () => {
        await run('moveThread', thread);
      },
    );
    const items = asked[0]![0] as { label: string }[];
    assert.match(items[0]!.label, turn, 'the turn that is meant does not come first');
    return document;
  };

  test('one in brackets goes into the margin of its turn, and can then be answered', async () => {
    const document = await movedTo('loose.recording.md', 0, /^Worker: What was it like/);
    assert.equal(
      document.getText(),
      LOOSE.replace(' (Supervisor: who else?)\n', '\n\n> **Supervisor:** who else?\n'),
    );
    const [thread] = board.threadsOn(document.uri);
    assert.equal(thread!.contextValue, 'open');
    assert.equal(thread!.canReply, true);
    await run('reply', { thread, text: 'Ben, perhaps.' });
    assert.deepEqual(words(document.uri)[0], ['who else?', 'Ben, perhaps.']);
    await undoTo(document, LOOSE);
  });

  test('one at the end goes to the turn that it names, with the answers to it', async () => {
    const document = await movedTo('end.recording.md', 1, /^Ana: Hard/);
    const text = document.getText();
    assert.match(
      text,
      /nobody\.\n\n> \*\*Supervisor:\*\* At turn 2 you waited\.\n> \*\*Reply \(J\. R\., 2026-10-08\):\*\* It was long\.\n/,
    );
    assert.equal(text.split('At turn 2').length, 2, 'it stands there twice');
    assert.ok(await document.save());
    assert.equal(await onDisk(document.uri), document.getText());
    await undoTo(document, LOOSE);
  });
});

suite('what a comment may hold', () => {
  let board: Extension;
  suiteSetup(async () => {
    board = await shownBy();
    await be('M. O.', 'supervisor');
  });
  suiteTeardown(() => be());
  teardown(close);

  const FORMS = {
    dialogue: '## Dialogue\n\n**Worker:** Go on.\n\n**Ana:** No.\n\n**Ben:** Oh.\n',
    table:
      '## Dialogue\n\n| Dialogue | Supervisor |\n|---|---|\n| Worker: Go on. | |\n| Ana: No. | |\n| Ben: Oh. | |\n',
  };
  for (const [form, text] of Object.entries(FORMS))
    test(`quotations, bars, fences and tags, in a ${form}: written, read back, saved, answered, changed and deleted`, async () => {
      const document = await openWith(`wild-${form}.recording.md`, text);
      const line = document.positionAt(text.indexOf('Ana:')).line;
      const on = { uri: document.uri, range: new vscode.Range(line, 0, line, 0), comments: [] };
      await run('comment', { text: WILD, thread: { ...on, dispose: () => {} } });
      const told = (): string[] =>
        board
          .threadsOn(document.uri)
          .flatMap(({ comments }) => comments.map(({ body }) => (body as vscode.MarkdownString).value));
      assert.deepEqual(told(), [WILD]);
      const lines = text.split('\n');
      const own = form === 'table' ? 0 : 1; // a margin begins below the turn's line, a note in a cell is within it
      assert.ok(document.getText().startsWith(lines.slice(0, line + own).join('\n')));
      assert.ok(document.getText().endsWith(lines.slice(line + 1).join('\n')));
      const commented = document.getText();
      assert.ok(await document.save());
      assert.equal(await onDisk(document.uri), commented);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      const again = await vscode.workspace.openTextDocument(document.uri);
      await vscode.window.showTextDocument(again);
      await until(() => told().length === 1, 'it is not read from the file', told);
      assert.deepEqual(told(), [WILD]);

      const [thread] = board.threadsOn(document.uri);
      await run('reply', { thread, text: WILD });
      assert.deepEqual(told(), [WILD, WILD]);
      await run('deleteNote', thread!.comments[1]);
      assert.equal(again.getText(), commented);
      await run('editNote', thread!.comments[0]);
      await run('saveNote', { ...thread!.comments[0], body: 'Plain.' });
      assert.deepEqual(told(), ['Plain.']);
      await run('deleteNote', board.threadsOn(document.uri)[0]!.comments[0]);
      assert.equal(again.getText(), text);
    });
});
