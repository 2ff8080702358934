import { strict as assert } from 'node:assert';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import {
  aboutPractice,
  FIRST_STEPS,
  findingsOf,
  offersFor,
  open,
  placeOf,
  untilFindings,
} from './recordings.ts';

/** The tab that is opened next. */
function nextTab(): Promise<vscode.Tab> {
  return new Promise((resolve) => {
    const listener = vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
      if (opened[0] === undefined) return;
      listener.dispose();
      resolve(opened[0]);
    });
  });
}

suite('commands', () => {
  test('“explain” opens the page of the pattern inside the editor', async () => {
    const document = await open(FIRST_STEPS);
    const finding = (await untilFindings(document.uri, (all) => all.some(aboutPractice))).find(
      aboutPractice,
    )!;
    const explain = (await offersFor(document.uri, finding)).find(
      ({ command }) => command?.command === 'processRecording.explain',
    );
    assert.ok(explain?.command, 'the light bulb does not offer to explain');
    assert.deepEqual(explain.command.arguments, [finding.code.value]);
    const opening = nextTab();
    await vscode.commands.executeCommand(explain.command.command, finding.code.value);
    const tab = await opening;
    assert.ok(
      tab.input instanceof vscode.TabInputWebview || tab.input instanceof vscode.TabInputText,
      `“${tab.label}” is no page`,
    );
    assert.match(tab.label, new RegExp(finding.code.value.replaceAll('-', '.'), 'i'));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('“Restart Server” brings the same findings back', async () => {
    const document = await open(FIRST_STEPS);
    const said = () =>
      findingsOf(document.uri)
        .map(({ code, range }) => `${code.value} ${range.start.line}`)
        .sort()
        .join('\n');
    await untilFindings(document.uri, (all) => all.some(aboutPractice));
    const before = said();
    await vscode.commands.executeCommand('processRecording.restartServer');
    const findings = await untilFindings(document.uri, () => said() === before);
    // Findings may have outlived the old server; quick fixes come from a living one.
    await offersFor(document.uri, findings.find(aboutPractice)!);
  });

  test('“New Recording” goes on from the last session of a group, ready for its first words', async () => {
    let hasEnded = false;
    const command = vscode.commands.executeCommand('processRecording.newRecording').then(() => {
      hasEnded = true;
    });
    while (!hasEnded) {
      // Enter at each question: the group met last, the first form. Nothing tells when a question is there.
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await command;
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.languageId, 'process-recording');
    assert.equal(editor.document.isUntitled, true);
    const last = (await vscode.workspace.openTextDocument(await latest())).getText();
    const text = editor.document.getText();
    const value = (of: string, key: string) => new RegExp(`^${key}: *(.*)$`, 'm').exec(of)?.[1];
    assert.equal(Number(value(text, 'session')), Number(value(last, 'session')) + 1);
    assert.equal(value(text, 'members'), value(last, 'members'));
    assert.equal(value(text, 'absent'), '[]');
    assert.equal(value(text, 'date'), '');
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '');
    assert.deepEqual(findingsOf(editor.document.uri), []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

/** The recording of the folder with the latest date in its header. */
async function latest(): Promise<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.workspace.workspaceFolders![0]!.uri);
  const names = entries.map(([name]) => name).filter((name) => name.endsWith('.recording.md'));
  const dated = await Promise.all(
    names.map(async (name) => {
      const file = placeOf(name);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      return { file, date: /^date: *(\S+)/m.exec(text)?.[1] ?? '' };
    }),
  );
  return dated.sort((a, b) => b.date.localeCompare(a.date))[0]!.file;
}

/**
 * Where the caret is after `move`, once the window has said so: a word from the window about the move before
 * may come late, and would be taken for this one's.
 */
async function settled(editor: vscode.TextEditor, move: () => unknown): Promise<vscode.Position> {
  const before = editor.selection.active;
  const moved = new Promise<vscode.Position>((resolve) => {
    const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const { active } = selections[0]!;
      if (textEditor !== editor || active.isEqual(before)) return;
      listener.dispose();
      resolve(active);
    });
  });
  await move();
  return moved;
}

suite('going from place to place', () => {
  test('“Next Finding” and “Next Note” put the caret on the next one, and round the end', async () => {
    const document = await open(FIRST_STEPS);
    await untilFindings(document.uri, (all) => all.some(aboutPractice));
    const editor = vscode.window.activeTextEditor!;
    const go = (command: string) =>
      settled(editor, () => vscode.commands.executeCommand(`processRecording.${command}`));
    const toTop = () =>
      settled(editor, () => {
        const top = new vscode.Position(0, 0);
        editor.selection = new vscode.Selection(top, top);
      });
    if (editor.selection.active.line > 0) await toTop();
    // Read at each step: what is found may still grow after the first findings are there.
    const lines = () => findingsOf(document.uri).map(({ range }) => range.start.line);
    assert.equal((await go('nextFinding')).line, Math.min(...lines()));
    assert.equal((await go('previousFinding')).line, Math.max(...lines()));
    await toTop();
    const note = await go('nextNote');
    assert.match(document.lineAt(note.line).text, /^> \*\*/);
    assert.ok((await go('nextNote')).isAfter(note));
    assert.ok((await go('previousNote')).isEqual(note));
  });
});

suite('pages', () => {
  test('the example opens as a copy to write in, and its findings come', async () => {
    await vscode.commands.executeCommand('processRecording.openExample');
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.isUntitled, true);
    await untilFindings(document.uri, (all) => all.some(aboutPractice));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  for (const command of ['formatCheatSheet', 'skillCheatSheet'])
    test(`“${command}” opens beside the recording`, async () => {
      const opening = nextTab();
      await vscode.commands.executeCommand(`processRecording.${command}`);
      assert.match((await opening).label, /cheat-sheet|skills-on-one-page/);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });
});
