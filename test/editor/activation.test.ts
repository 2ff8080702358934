import { strict as assert } from 'node:assert';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { EXTENSION, FIRST_STEPS, open, placeOf, untilFindings } from './recordings.ts';

suite('activation', () => {
  const extension = () => {
    const found = vscode.extensions.getExtension(EXTENSION);
    assert.ok(found, `${EXTENSION} is not installed`);
    return found;
  };

  test('the extension sleeps while nobody has a recording', async () => {
    assert.equal(extension().isActive, false);
    const notes = placeOf('notes.md');
    await vscode.workspace.fs.writeFile(
      notes,
      new TextEncoder().encode('**Worker:** Notes, not a recording.\n'),
    );
    assert.equal((await open('notes.md')).languageId, 'markdown');
    // What wakes extensions for Markdown has been by once Markdown's own is awake, or could not be woken in this host.
    await vscode.extensions
      .getExtension('vscode.markdown-language-features')!
      .activate()
      .then(undefined, () => {});
    assert.equal(extension().isActive, false);
  });

  test('a recording is one by its name, and wakes the extension', async () => {
    const opened = performance.now();
    const { languageId, uri } = await open(FIRST_STEPS);
    assert.equal(languageId, 'process-recording');
    await untilFindings(uri);
    assert.equal(extension().isActive, true);
    console.log(`[test]   first findings ${(performance.now() - opened).toFixed(0)} ms after it was opened`);
  });

  test('only the language, its commands and its preview wake it', () => {
    for (const event of (extension().packageJSON.activationEvents ?? []) as string[])
      assert.match(
        event,
        /^(onLanguage:process-recording|onCommand:processRecording\.|onWebviewPanel:processRecording\.)/,
      );
  });
});
