/**
 * A person's way from a finding to another line, by keys in a real window: presses the light bulb, picks an alternative,
 * saves. Leaves the picture of the open menu in .vscode-test/; with --picture it becomes the README's.
 */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, root, runsHere, setUpHost } from '../../scripts/host-setup.mjs';
import { openWindow } from '../host/browser.mjs';
import { pressUntil } from '../host/hands.mjs';
import { freshWorkspace } from '../host/profile.mjs';
import { startServer } from '../host/server.mjs';

/** It stands on the worker's own words, so the picture shows what it is about. */
const FINDING = 'worker-advice';

/** For a picture that is read at half its size. */
const PICTURE_SETTINGS = {
  'editor.fontSize': 15,
  'editor.lineHeight': 24,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
};

if (!runsHere) {
  console.log('The light bulb is pressed on Linux on x64 only.\nend: 0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
setUpHost();
const picture = path.join(cache, 'light-bulb.png');
const { workspace, userDataDir, extensionsDir, dispose } = freshWorkspace();
const settings = path.join(userDataDir, 'User/settings.json');
writeFileSync(
  settings,
  JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), ...PICTURE_SETTINGS }),
);
const recording = path.join(workspace, 'first-steps.recording.md');
const before = readFileSync(recording, 'utf8');

const started = performance.now();
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
  await pressLightBulb(window.page);
  passed = true;
} catch (error) {
  console.error(error);
  await window?.page.screenshot({ path: path.join(cache, 'failed.png') });
} finally {
  await window?.browser.close();
  await server.stop();
  dispose();
}
if (
  passed &&
  (process.argv.includes('--picture') || !existsSync(path.join(root, 'docs/images/light-bulb.png')))
) {
  mkdirSync(path.join(root, 'docs/images'), { recursive: true });
  copyFileSync(picture, path.join(root, 'docs/images/light-bulb.png'));
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `  ${passed ? 'ok  ' : 'FAIL'}  the light bulb puts an alternative into the margin (${seconds} s)`,
);
console.log(`end: ${passed ? 1 : 0} passed, ${passed ? 0 : 1} failed, 0 skipped`);
process.exit(passed ? 0 : 1);

async function pressLightBulb(page) {
  page.setDefaultTimeout(60_000);
  await page.locator('.monaco-editor.focused').waitFor();
  const problems = page.locator('.markers-panel');
  await pressUntil(
    page,
    'Control+Shift+KeyM',
    problems.locator('.monaco-list.focused, .monaco-list:focus-within'),
  );
  await page.keyboard.press('Control+KeyF');
  await page.keyboard.type(FINDING);
  await problems.locator('.monaco-list-row').filter({ hasText: FINDING }).first().dblclick();
  await page.keyboard.press('Control+KeyJ'); // the room of panel and side bar is the recording's
  await page.keyboard.press('Control+KeyB');
  await page
    .locator('.lightBulbWidget:visible, [class*="codicon-gutter-lightbulb"]:visible')
    .first()
    .waitFor();
  const alternative = page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Alternative' });
  await pressUntil(page, 'Control+Period', alternative.nth(1));
  await page.mouse.move(1270, 790); // no hover in the picture
  await page.screenshot({ path: picture });

  const [, skill] = /\((.+?)\)/.exec(await alternative.first().textContent());
  await page.keyboard.press('Enter'); // a click would meet the block that the menu lays over the page
  const label = `**Alternative (${skill}):**`;
  await page.locator('.view-line').filter({ hasText: label }).first().waitFor();
  const dirty = page.locator('.tab.dirty');
  await dirty.waitFor();
  await page.keyboard.press('Control+KeyS');
  await dirty.waitFor({ state: 'detached' });

  const after = readFileSync(recording, 'utf8');
  const note = after.split('\n').find((line) => line.startsWith(`> ${label} `) && !before.includes(line));
  assert.ok(note, 'the saved file has no alternative');
  const additions = [`\n${note}`, `\n\n${note}`];
  assert.ok(
    additions.some((added) => after.replace(added, '') === before),
    `more than this was changed: ${note}`,
  );
}
