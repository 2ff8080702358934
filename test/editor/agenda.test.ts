import { strict as assert } from 'node:assert';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
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
});
