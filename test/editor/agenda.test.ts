import { strict as assert } from 'node:assert';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Extension } from '../../client/src/extension.ts';
import { answering, insert, put, run, shownBy, until } from './desk.ts';
import * as recordings from './recordings.ts';

suite('the agenda', () => {
  test('holds what the recordings of the folder ask, also those that are not open, and goes to the clipboard', async () => {
    const asked = 'Whose silence was it, at the door?';
    const place = recordings.placeOf('asked.recording.md');
    await vscode.workspace.fs.writeFile(
      place,
      new TextEncoder().encode(
        `---\nstudent: Q. Q.\n---\n\n## Dialogue\n\n**Worker:** Mm.\n\n> **Question:** ${asked}\n`,
      ),
    );
    try {
      await vscode.commands.executeCommand('processRecording.copyAgenda');
      const page = await vscode.env.clipboard.readText();
      assert.match(page, /^# For the supervision hour\n/);
      assert.ok(page.includes(`- ${asked} (turn 1)`), page);
      assert.match(page, /## Second Time Around/);
      assert.doesNotMatch(page, /file:/);
    } finally {
      await vscode.workspace.fs.delete(place);
    }
  });

  test('a link of its page opens a recording of the folder at the line, and nothing else', async () => {
    const uri = recordings.placeOf(recordings.FIRST_STEPS);
    const open = (to: vscode.Uri, line: number) =>
      vscode.commands.executeCommand(
        'processRecording.openTurn',
        JSON.stringify({ uri: to.toString(), line }),
      );
    await open(uri, 20);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 20);
    await open(vscode.Uri.file('/etc/hosts'), 0);
    await open(vscode.Uri.file('/elsewhere.recording.md'), 0);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  suite('in the Explorer', () => {
    const ASKED = (student: string, words: string): string =>
      `---\nstudent: ${student}\nsession: 3\ngroup:\n  name: Second Time Around\n---\n\n## Dialogue\n\n**Ana:** Oh.\n\n**Worker:** Mm.\n\n> **Question:** ${words}\n`;
    const files: vscode.Uri[] = [];
    let tree: Extension['agenda'];

    suiteSetup(async () => {
      tree = (await shownBy()).agenda;
      files.push(await put('agenda-one.recording.md', ASKED('Q. Q.', 'Whose silence was it?')));
      files.push(await put('agenda-two.recording.md', ASKED('R. R.', 'Was I too quick?')));
      await run('refreshAgenda');
    });
    suiteTeardown(async () => {
      for (const file of files) await vscode.workspace.fs.delete(file);
    });

    const itemsOf = async (): Promise<{ title: string; points: vscode.TreeItem[] }[]> => {
      const groups = (await tree.getChildren()) ?? [];
      return Promise.all(
        groups.map(async (group) => ({
          title: String((await tree.getTreeItem(group)).label),
          points: await Promise.all(
            ((await tree.getChildren(group)) ?? []).map((one) => tree.getTreeItem(one)),
          ),
        })),
      );
    };
    const by = (order: RegExp) =>
      answering(
        'showQuickPick',
        (choices: readonly { label: string }[]) => choices.find(({ label }) => order.test(label)),
        async () => {
          await run('groupAgenda');
        },
      );
    const find = async (words: string): Promise<{ title: string; item: vscode.TreeItem }[]> =>
      (await itemsOf()).flatMap(({ title, points }) =>
        points.filter(({ label }) => label === words).map((item) => ({ title, item })),
      );

    test('stands by recording, by student and by theme, and each item leads to its turn', async () => {
      for (const [order, title] of [
        [/student/, /^Q\. Q\.$/],
        [/theme/, /./],
        [/recording/, /^Second Time Around 3$/],
      ] as const) {
        await by(order);
        const [found] = await find('Whose silence was it?');
        assert.ok(found, `not found ${order}`);
        assert.match(found.title, title);
        assert.match(String(found.item.description), /turn 2$/);
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        const { command, arguments: args } = found.item.command!;
        await vscode.commands.executeCommand(command, ...args!);
        const editor = vscode.window.activeTextEditor!;
        assert.equal(editor.document.uri.toString(), files[0]!.toString());
        assert.match(editor.document.lineAt(editor.selection.active.line).text, /Whose silence/);
      }
    });

    test('is kept current while files change on the disk, are typed in, come and go', async () => {
      /** The tree tells of the change, and then holds these words so often. An earlier change may still be told of. */
      const changing = async (
        change: () => PromiseLike<unknown>,
        held: Readonly<Record<string, number>>,
      ): Promise<void> => {
        let isAsItShould = false;
        const listener = tree.onDidChangeTreeData!(async () => {
          const counts = await Promise.all(
            Object.entries(held).map(async ([words, count]) => (await find(words)).length === count),
          );
          isAsItShould ||= counts.every(Boolean);
        });
        await change();
        await until(
          () => isAsItShould,
          'nobody was told of',
          () => held,
        );
        listener.dispose();
      };
      await changing(() => put('agenda-two.recording.md', ASKED('R. R.', 'Was I quick enough?')), {
        'Was I quick enough?': 1,
        'Was I too quick?': 0,
      });
      const document = await recordings.open('agenda-two.recording.md');
      await changing(() => insert(document, 'quick enough', 'ever '), { 'Was I ever quick enough?': 1 });
      await changing(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'), {
        'Was I quick enough?': 1,
      });
      await changing(
        async () => files.push(await put('agenda-three.recording.md', ASKED('S. S.', 'And now?'))),
        { 'And now?': 1 },
      );
      await changing(() => vscode.workspace.fs.delete(files.pop()!), { 'And now?': 0 });
    });
  });
});
