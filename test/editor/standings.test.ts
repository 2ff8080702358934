import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import { suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Extension } from '../../client/src/extension.ts';
import { answering, be, close, insert, lineOf, onDisk, openWith, put, run, shownBy, until } from './desk.ts';
import * as recordings from './recordings.ts';

const NAME = 'standing.recording.md';
const SUBMITTED = `---
student: J. R.
status: submitted
submitted: 2026-10-06
---

## Dialogue

**Worker:** What was it like?

> **Analysis:** I waited.

**Ana:** Hard. I told nobody.
`;
/** Longer than it takes until what is in view counts as read. */
const READ = 2700;

let desk: Extension;
/** Until a recording has been looked at as it stands. */
const looked = (document: vscode.TextDocument): Promise<void> =>
  until(() => desk.standingOf(document)?.version === document.version, 'nobody looks at it');

suite('a recording that was handed in', () => {
  suiteSetup(async () => {
    desk = await shownBy();
  });
  teardown(close);
  suiteTeardown(() => be());

  test('says once that what was said is being changed, and lets the writer carry on', async () => {
    const document = await openWith(NAME, SUBMITTED);
    await looked(document);
    const asked = await answering(
      'showWarningMessage',
      () => 'Carry On',
      async () => {
        await insert(document, 'nobody.', 'almost ');
        await looked(document);
        await insert(document, 'nobody.', 'or ');
        await looked(document);
      },
    );
    assert.deepEqual(asked, [
      [
        'This recording was handed in on 2026-10-06, and what was said in it is being changed.',
        'Back to Draft',
        'Carry On',
      ],
    ]);
    assert.ok(await document.save());
    assert.equal(
      await onDisk(document.uri),
      SUBMITTED.replace('nobody.', 'almost or nobody.'),
      'it was not a lock',
    );
  });

  test('goes back to the draft from that word, and keeps what was typed', async () => {
    const document = await openWith('back.recording.md', SUBMITTED);
    await looked(document);
    await answering(
      'showWarningMessage',
      () => 'Back to Draft',
      async () => {
        await insert(document, 'nobody.', 'almost ');
        await until(
          () => document.getText().includes('status: draft'),
          'it is no draft',
          () => document.getText(),
        );
      },
    );
    assert.equal(
      document.getText(),
      SUBMITTED.replace('status: submitted', 'status: draft').replace('nobody.', 'almost nobody.'),
    );
  });

  test('says nothing of a note, of what is read again from the disk, or of a draft', async () => {
    const other = 'quiet.recording.md';
    const document = await openWith(other, SUBMITTED);
    await looked(document);
    const asked = await answering(
      'showWarningMessage',
      () => undefined,
      async () => {
        await insert(document, 'I waited.', 'I think ');
        await looked(document);
        await vscode.commands.executeCommand('workbench.action.files.revert');
        const written = SUBMITTED.replace('nobody', 'one or two');
        await put(other, written);
        await until(() => document.getText() === written, 'it is not read again');
        await looked(document);
        await close();
        const draft = await openWith(
          'quiet-draft.recording.md',
          SUBMITTED.replace('status: submitted', 'status: draft'),
        );
        await looked(draft);
        await insert(draft, 'nobody.', 'almost ');
        await looked(draft);
      },
    );
    assert.deepEqual(asked, []);
  });

  test('is signed by both at its end, each once a line, and nothing else is touched', async () => {
    const document = await openWith(NAME, SUBMITTED);
    await be('M. O.', 'supervisor');
    await run('signOff');
    await be('J. R.', 'student');
    await run('signOff');
    const day = '\\d{4}-\\d\\d-\\d\\d';
    assert.match(
      document.getText().slice(SUBMITTED.length),
      new RegExp(`^\n## Sign-off\n\n- M\\. O\\., supervisor, ${day}\n- J\\. R\\., student, ${day}\n$`),
    );
    assert.ok(document.getText().startsWith(SUBMITTED));
    await recordings.undoTo(document, SUBMITTED);
  });
});

suite('what changed since the last visit', () => {
  const OTHER = 'visited.recording.md';
  const turns = Array.from({ length: 120 }, (_, i) => `**Ana:** Turn number ${i}.\n`);
  const TEXT = ['## Dialogue\n', ...turns].join('\n');
  const first = '**Ana:** Turn number 1.\n';
  const last = '**Ana:** Turn number 118.\n';
  const CHANGED = TEXT.replace(first, `${first}\n> **Reply (J. R., 2026-10-08):** They were.\n`).replace(
    last,
    '**Ana:** Turn number 118, or so.\n',
  );
  const marked = (document: vscode.TextDocument): string[] =>
    desk.changedIn(document.uri).map(({ start }) => document.lineAt(start.line).text);
  const visit = async (text: string): Promise<vscode.TextDocument> => {
    const document = await openWith(OTHER, text);
    await vscode.commands.executeCommand('cursorTop');
    await pause(READ);
    return document;
  };

  suite('without git', () => {
    teardown(close);

    test('a first visit marks nothing', async () => {
      assert.deepEqual(marked(await visit(TEXT)), []);
    });

    test('then what another wrote is marked and listed, and picked from the list', async () => {
      const document = await visit(CHANGED);
      const fresh = ['> **Reply (J. R., 2026-10-08):** They were.', '**Ana:** Turn number 118, or so.'];
      assert.deepEqual(marked(document), fresh);
      const asked = await answering(
        'showQuickPick',
        (items: readonly unknown[]) => items[1],
        async () => {
          await run('showChanged');
        },
      );
      const [items, options] = asked[0] as [{ label: string }[], { title: string }];
      assert.deepEqual(
        items.map(({ label }) => label),
        ['$(comment) Reply (J. R., 2026-10-08): They were.', '$(quote) Ana: Turn number 118, or so.'],
      );
      assert.match(options.title, /^Changed Since \d{4}-\d\d-\d\d$/);
      assert.equal(
        vscode.window.activeTextEditor!.selection.active.line,
        lineOf(document, 'Turn number 118, or so'),
      );
    });

    test('what was in view is read; what nobody scrolled to is still new the next time', async () => {
      // The one before has gone to the last turns for less time than reading takes.
      assert.deepEqual(marked(await visit(CHANGED)), ['**Ana:** Turn number 118, or so.']);
      await run('markRead');
      assert.deepEqual(marked(vscode.window.activeTextEditor!.document), []);
      const said = await answering(
        'showInformationMessage',
        () => undefined,
        async () => {
          await run('showChanged');
        },
      );
      assert.deepEqual(said, [['Nothing has changed since you last read this recording.']]);
      await close();
      assert.deepEqual(marked(await visit(CHANGED)), []);
    });

    test('one’s own words are new to nobody; what comes from the disk meanwhile is', async () => {
      const document = await visit(CHANGED);
      await insert(document, first, '**Worker:** Mm.\n\n');
      await looked(document);
      assert.deepEqual(marked(document), []);
      assert.ok(await document.save());
      const mine = document.getText();
      await put(OTHER, mine.replace('**Worker:** Mm.\n', '**Worker:** Mm.\n\n> **Feeling:** Oh.\n'));
      await until(
        () => marked(document).length === 1,
        'nothing is marked',
        () => marked(document),
      );
      assert.deepEqual(marked(document), ['> **Feeling:** Oh.']);
    });
  });
});
