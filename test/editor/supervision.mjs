/**
 * A recording's way by hand in a real window: a supervisor comments on a turn, the thread is answered and the agenda read.
 * Leaves pictures in .vscode-test/; with --picture the one of the thread becomes that of docs/supervisor.md.
 */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, root, runsHere, setUpHost } from '../../scripts/host-setup.mjs';
import { openWindow } from '../host/browser.mjs';
import { freshWorkspace } from '../host/profile.mjs';
import { startServer } from '../host/server.mjs';

/** For a picture that is read at half its size. */
const SETTINGS = {
  'editor.fontSize': 15,
  'editor.lineHeight': 24,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'comments.openView': 'never',
  'processRecording.author': { name: 'M. O.', role: 'supervisor' },
};

if (!runsHere) {
  console.log('The desk is tried on Linux on x64 only.\nend: 0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
setUpHost();
const pictures = { thread: path.join(cache, 'supervision.png'), agenda: path.join(cache, 'agenda.png') };
const { workspace, userDataDir, extensionsDir, dispose } = freshWorkspace();
const settings = path.join(userDataDir, 'User/settings.json');
writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), ...SETTINGS }));
const recording = path.join(workspace, 'first-steps.recording.md');
const before = readFileSync(recording, 'utf8');

const server = await startServer({ userDataDir, extensionsDir });
let window;
let passed = false;
try {
  window = await openWindow(
    server.address(workspace, [
      ['extensionDevelopmentPath', root],
      ['openFile', recording],
    ]),
  );
  await supervise(window.page);
  passed = true;
} catch (error) {
  console.error(error);
  await window?.page.screenshot({ path: path.join(cache, 'failed.png') });
} finally {
  await window?.browser.close();
  await server.stop();
  dispose();
}
if (passed && process.argv.includes('--picture')) {
  mkdirSync(path.join(root, 'docs/images'), { recursive: true });
  copyFileSync(pictures.thread, path.join(root, 'docs/images/supervision.png'));
}
console.log(`  ${passed ? 'ok  ' : 'FAIL'}  a supervisor comments, is answered, and reads the agenda`);
console.log(`end: ${passed ? 1 : 0} passed, ${passed ? 0 : 1} failed, 0 skipped`);
process.exit(passed ? 0 : 1);

async function supervise(page) {
  page.setDefaultTimeout(60_000);
  await page.locator('.monaco-editor.focused').waitFor();
  await page.getByText('move', { exact: false }).first().waitFor(); // the status bar says whose move it is
  const turn = before.split('\n').findIndex((line) => /^\*\*Worker:\*\*.*(?:should|You)/.test(line)) + 1;
  await page.keyboard.press('Control+KeyG');
  await page.keyboard.type(`:${turn}`);
  await page.keyboard.press('Enter');
  await command(page, 'Process Recording: Comment on This');
  await page.locator('.review-widget .monaco-editor.focused').waitFor();
  await page.keyboard.type('Who else in the room knew something about this?');
  await page
    .locator('.review-widget .monaco-button', { hasText: /^Comment$/ })
    .first()
    .click();
  const thread = page.locator('.review-widget .review-comment-contents', { hasText: 'Who else in the room' });
  await thread.waitFor();
  await page.locator('.view-line', { hasText: 'Supervisor (M. O.' }).first().waitFor();
  await page.mouse.move(1270, 790); // no hover in the picture
  await page.screenshot({ path: pictures.thread });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Digit1'); // from the thread to the editor
  await page.keyboard.press('Control+KeyS');
  await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  const after = readFileSync(recording, 'utf8');
  const note = after.split('\n').find((line) => line.includes('Who else in the room'));
  assert.match(note, /^> \*\*Supervisor \(M\. O\., \d{4}-\d\d-\d\d\):\*\* Who else/);
  await command(page, 'Process Recording: Open the Agenda');
  await page.locator('.tab', { hasText: 'Agenda' }).waitFor();
  await page.waitForTimeout(3000); // the preview is drawn in a frame of its own
  await page.screenshot({ path: pictures.agenda });
}

async function command(page, name) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}
