import { strict as assert } from 'node:assert';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';

/** Opens a text of its own with the caret at `¦`. */
async function write(marked: string): Promise<vscode.TextEditor> {
  const at = marked.indexOf('¦');
  const document = await vscode.workspace.openTextDocument({
    language: 'process-recording',
    content: marked.replace('¦', ''),
  });
  const editor = await vscode.window.showTextDocument(document);
  const caret = document.positionAt(at);
  editor.selection = new vscode.Selection(caret, caret);
  return editor;
}

suite('rearranging', () => {
  test('a turn moves with its margin, and one undo brings it back', async () => {
    const before = '**Ana:** One.\n\n**Ben:** Tw¦o.\n\n> **Feeling:** Oh.\n';
    const { document } = await write(before);
    await vscode.commands.executeCommand('processRecording.moveTurnUp');
    assert.equal(document.getText(), '**Ben:** Two.\n\n> **Feeling:** Oh.\n\n**Ana:** One.\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before.replace('¦', ''));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a split turn waits for the name of who spoke on', async () => {
    const editor = await write('**Ana:** How was it?\n\n**Ben:** Bad. ¦And yours?\n');
    await vscode.commands.executeCommand('processRecording.splitTurn');
    assert.equal(editor.document.getText(editor.selection), 'Ana');
    await vscode.commands.executeCommand('processRecording.joinTurns');
    assert.match(editor.document.getText(), /\*\*Ben:\*\* Bad\.\n\n\*\*Ana:\*\* And yours\?/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
