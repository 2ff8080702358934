import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import { suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Extension } from '../../client/src/extension.ts';
import * as recordings from './recordings.ts';
import { undoTo } from './recordings.ts';

const NAME = 'threads.recording.md';
const TEXT = `---
student: J. R.
members: [Ana, Ben]
---

## Dialogue

**Worker:** What was it like?

**Ana:** Hard. I told nobody.

> **Supervisor (M. O., 2026-10-05):** Who else knows that?

**Ben:** I do.
`;

suite('threads', () => {
  let place: vscode.Uri;
  let board: Extension;

  const be = (name: string, role: string) =>
    vscode.workspace
      .getConfiguration('processRecording')
      .update('author', { name, role }, vscode.ConfigurationTarget.Global);
  const threads = () => board.threadsOn(place);
  const words = (thread: vscode.CommentThread) =>
    thread.comments.map(({ body }) => (typeof body === 'string' ? body : body.value));
  const said = () => threads().map(words);
  const run = (name: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`processRecording.${name}`, ...args);
  /** What VS Code hands over when somebody writes into an empty thread. */
  const on = (from: number, to: number, text: string) => ({
    text,
    thread: { uri: place, range: new vscode.Range(from, 0, to, 0), comments: [], dispose: () => {} },
  });
  const until = async (is: () => boolean, what: string): Promise<void> => {
    for (let tries = 0; tries < 200; tries++) {
      if (is()) return;
      await pause(50);
    }
    assert.fail(`${what}: ${JSON.stringify(said())}`);
  };
  const open = async (text = TEXT): Promise<vscode.TextDocument> => {
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(text));
    const document = await recordings.open(NAME);
    await until(() => document.getText() === text && !document.isDirty, 'the file is not read');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const wanted = [...text.matchAll(/Supervisor.*:\*\* (.*)/g)].map(([, note]) => [note]);
    await until(() => JSON.stringify(said()) === JSON.stringify(wanted), 'the threads are not read');
    return document;
  };
  const lineOf = (document: vscode.TextDocument, text: string) =>
    document.positionAt(document.getText().indexOf(text)).line;
  const cut = async (document: vscode.TextDocument, text: string): Promise<void> => {
    const start = document.getText().indexOf(text);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(
      document.uri,
      new vscode.Range(document.positionAt(start), document.positionAt(start + text.length)),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
  };

  suiteSetup(async () => {
    place = recordings.placeOf(NAME);
    const extension = vscode.extensions.getExtension<Extension>(recordings.EXTENSION)!;
    board = await extension.activate();
    await be('M. O.', 'supervisor');
  });
  suiteTeardown(() =>
    vscode.workspace
      .getConfiguration('processRecording')
      .update('author', undefined, vscode.ConfigurationTarget.Global),
  );
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('what stands in the file is shown, also what is written by hand', async () => {
    const document = await open();
    assert.equal(threads()[0]!.range?.start.line, lineOf(document, '**Ana'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(place, document.positionAt(document.getText().length), '\n> **FI:** And you?\n');
    await vscode.workspace.applyEdit(edit);
    await until(() => threads().length === 2, 'a note by hand makes no thread');
    assert.deepEqual(said(), [['Who else knows that?'], ['And you?']]);
  });

  test('a comment goes the whole way, and one undo takes each step back', async () => {
    const document = await open();
    await run('comment', on(7, 7, 'What did you hope for?'));
    const commented = document.getText();
    assert.match(
      commented,
      /like\?\n\n> \*\*Supervisor \(M\. O\., \d{4}-\d\d-\d\d\):\*\* What did you hope for\?\n/,
    );
    assert.equal(threads().length, 2);
    // It stands in the margin now: open as well, it would be there twice.
    assert.notEqual(threads()[0]!.collapsibleState, vscode.CommentThreadCollapsibleState.Expanded);
    await be('J. R.', 'student');
    await run('reply', { thread: threads()[0], text: 'That someone says it.\n\nAnd > | ```so```.' });
    assert.deepEqual(words(threads()[0]!).at(-1), 'That someone says it.\n\nAnd > | ```so```.');
    const answered = document.getText();
    await run('resolve', threads()[0]);
    assert.equal(threads()[0]!.state, vscode.CommentThreadState.Resolved);
    await run('reopen', threads()[0]);
    assert.equal(document.getText(), answered);
    await be('M. O.', 'supervisor');
    await undoTo(document, commented);
    await undoTo(document, TEXT);
    await until(() => threads().length === 1, 'undo does not take the thread away');
  });

  test('a note is changed and deleted by whoever wrote it', async () => {
    const document = await open();
    await run('editNote', threads()[0]!.comments[0]);
    const editing = threads()[0]!.comments[0]!;
    assert.equal(editing.mode, vscode.CommentMode.Editing);
    await run('saveNote', { ...editing, body: 'Who else, do you think?' });
    assert.equal(document.getText(), TEXT.replace('Who else knows that?', 'Who else, do you think?'));
    assert.deepEqual(said(), [['Who else, do you think?']]);
    await run('deleteNote', threads()[0]!.comments[0]);
    assert.equal(document.getText(), TEXT.replace(/> \*\*Supervisor.*\n\n/, ''));
    await undoTo(document, TEXT);
  });

  test('text typed above moves a thread and leaves what is being written in it alone', async () => {
    const document = await open();
    const [thread] = threads();
    await run('editNote', thread!.comments[0]);
    thread!.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(place, document.positionAt(document.getText().indexOf('**Ana')), '**Ben:** Yes.\n\n');
    await vscode.workspace.applyEdit(edit);
    const line = lineOf(document, '**Ana');
    await until(() => threads()[0]?.range?.start.line === line, 'the thread does not move');
    assert.equal(threads()[0], thread, 'another thread has taken its place');
    assert.equal(thread!.comments[0]!.mode, vscode.CommentMode.Editing);
    assert.equal(thread!.collapsibleState, vscode.CommentThreadCollapsibleState.Expanded);
    await run('saveNote', { ...thread!.comments[0], body: 'And Ben?' });
    assert.match(document.getText(), /nobody\.\n\n> \*\*Supervisor \(M\. O\., 2026-10-05\):\*\* And Ben\?\n/);
  });

  test('a comment written while the file changes on disk goes into the new text', async () => {
    const document = await open();
    const other = TEXT.replace(
      '**Worker',
      '**Ben:** First.\n\n> **Supervisor (K. L., 2026-10-06):** Mm.\n\n**Worker',
    );
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(other));
    await until(() => document.getText() === other, 'the file is not read again');
    await run('reply', {
      thread: threads().find((one) => words(one)[0] === 'Who else knows that?'),
      text: 'Ben.',
    });
    await until(() => threads().length === 2, 'the other supervisor’s thread is not shown');
    assert.deepEqual(said(), [['Mm.'], ['Who else knows that?', 'Ben.']]);
    const authors = threads().map(({ comments }) => comments[0]!.author.name);
    assert.deepEqual(authors, ['K. L.', 'M. O.']);
    const kinds = threads().map(({ comments }) => comments[0]!.contextValue);
    assert.deepEqual(kinds, ['other', 'mine']);
  });

  test('two editors on one file show the same threads', async () => {
    const document = await open();
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    await run('comment', on(7, 7, 'Here too.'));
    assert.deepEqual(said(), [['Here too.'], ['Who else knows that?']]);
    await undoTo(document, TEXT);
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  test('a thread whose turn is deleted stays at its neighbour, and is in the file when it is saved', async () => {
    const document = await open();
    const [thread] = threads();
    await cut(
      document,
      '**Ana:** Hard. I told nobody.\n\n> **Supervisor (M. O., 2026-10-05):** Who else knows that?\n\n',
    );
    await until(() => /deleted/.test(threads()[0]?.label ?? ''), 'the thread has vanished');
    assert.equal(threads()[0], thread);
    assert.equal(thread!.range?.start.line, lineOf(document, '**Worker'));
    assert.ok(await document.save());
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(place));
    assert.match(
      saved,
      /like\?\n\n> \*\*Supervisor \(M\. O\., 2026-10-05; was on “Ana: Hard\. I told nobody\.”\):\*\* Who else knows that\?\n/,
    );
    await until(() => thread!.contextValue === 'open orphan', 'it is not marked');
    await run('keepThread', thread);
    assert.doesNotMatch(document.getText(), /was on/);
  });

  test('a read-only recording is shown and not changed; the words are on the clipboard', async () => {
    const scheme = 'threads-read-only';
    const provider = vscode.workspace.registerFileSystemProvider(
      scheme,
      {
        onDidChangeFile: () => ({ dispose: () => {} }),
        watch: () => ({ dispose: () => {} }),
        stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: TEXT.length }),
        readFile: () => new TextEncoder().encode(TEXT),
        readDirectory: () => [],
        createDirectory: () => {},
        writeFile: () => {
          throw vscode.FileSystemError.NoPermissions();
        },
        delete: () => {},
        rename: () => {},
      },
      { isReadonly: true },
    );
    const uri = vscode.Uri.parse(`${scheme}:/kept.recording.md`);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until(() => board.threadsOn(uri).length === 1, 'no thread');
    const reply = { ...on(7, 7, 'These words.') };
    await run('comment', { ...reply, thread: { ...reply.thread, uri } });
    assert.equal(document.getText(), TEXT);
    assert.equal(await vscode.env.clipboard.readText(), 'These words.');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    provider.dispose();
  });

  test('five hundred threads in one file: those in sight are drawn, and moved with the text, in a few seconds', async () => {
    const many = Array.from(
      { length: 500 },
      (_, i) => `**Ana:** Turn number ${i}.\n\n> **Supervisor (M. O., 2026-10-05):** Question ${i}?\n`,
    ).join('\n');
    const started = performance.now();
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(many));
    await recordings.open(NAME);
    await vscode.commands.executeCommand('cursorTop');
    await until(() => said()[1]?.[0] === 'Question 1?', 'the threads in sight are not drawn');
    const drawn = performance.now() - started;
    const all = threads();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(place, new vscode.Position(0, 0), '**Ben:** First.\n\n');
    const typed = performance.now();
    await vscode.workspace.applyEdit(edit);
    await until(() => threads()[0]?.range?.start.line === 2, 'the first does not move');
    const moved = performance.now() - typed;
    assert.deepEqual(threads().slice(0, all.length), all);
    console.log(`    500 threads: drawn in ${Math.round(drawn)} ms, moved in ${Math.round(moved)} ms`);
    assert.ok(Math.max(drawn, moved) < 6000, `${drawn} and ${moved} ms`);
  });
});

suite('the way of a recording', () => {
  const NAME_OF_WAY = 'way.recording.md';
  const OWN = '---\nstudent: J. R.\n---\n\n## Dialogue\n\n**Worker:** What was it like?\n\n**Ana:** Hard.\n';

  test('from draft to discussed and signed, each step in the header and one undo', async () => {
    const uri = recordings.placeOf(NAME_OF_WAY);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(OWN));
    const author = (name: string, role: string) =>
      vscode.workspace
        .getConfiguration('processRecording')
        .update('author', { name, role }, vscode.ConfigurationTarget.Global);
    await author('J. R.', 'student');
    const document = await recordings.open(NAME_OF_WAY);
    await vscode.commands.executeCommand('processRecording.submit');
    assert.match(
      document.getText(),
      /^---\nstudent: J\. R\.\nstatus: submitted\nsubmitted: \d{4}-\d\d-\d\d\n---\n/,
    );
    await author('M. O.', 'supervisor');
    await vscode.commands.executeCommand('processRecording.markReviewed');
    await vscode.commands.executeCommand('processRecording.signOff');
    assert.match(
      document.getText(),
      /\*\*Ana:\*\* Hard\.\n\n## Sign-off\n\n- M\. O\., supervisor, \d{4}-\d\d-\d\d\n$/,
    );
    await vscode.commands.executeCommand('processRecording.markDiscussed');
    assert.match(document.getText(), /status: discussed\nsubmitted: .*\nreviewed: .*\ndiscussed: /);
    await undoTo(document, OWN);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace
      .getConfiguration('processRecording')
      .update('author', undefined, vscode.ConfigurationTarget.Global);
  });
});
