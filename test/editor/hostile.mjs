/**
 * Recordings that want to do harm, in a real window, in a folder that nobody has trusted: they are read and shown, comments
 * drawn and the preview open, and nothing runs, no request leaves this machine and no file is written.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, root, runsHere, setUpHost } from '../../scripts/host-setup.mjs';
import { openWindow } from '../host/browser.mjs';
import { command, goToLine, panelOf, pick } from '../host/hands.mjs';
import { freshProfile } from '../host/profile.mjs';
import { startServer } from '../host/server.mjs';

/** A header that grows a billionfold for whoever follows its aliases, with members of any prototype. */
const bombBeside = (folder) => `---
a: &a [x, x, x, x, x, x, x, x, x, x]
${[...'bcdefghij'].map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[at]}`).join(', ')}]`).join('\n')}
members: { __proto__: { aliases: *j }, constructor: {}, Ana: {} }
agency: !!python/object/apply:os.system ["touch ${folder}/owned"]
student: ../owned
---

## Dialogue

**Ana:** I am so frightened of the nights.

**Worker:** You should ask your doctor for some tablets.

`;
/** Two megabytes of a picture that also wants to run and to fetch. */
const HUGE_SVG = `<svg onload="alert(1)"><image href="https://evil.example/huge.png"/>${'<path d="M0 0L9 9Z"/>'.repeat(100_000)}</svg>`;

/** Every file below a folder with its bytes. */
const filesBelow = (folder) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]),
  );

if (!runsHere) {
  console.log('Hostile recordings are tried on Linux on x64 only.\nend: 0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
setUpHost();
const { workspace, userDataDir, extensionsDir, dispose } = freshProfile();
const around = path.dirname(workspace);
const home = path.join(around, 'home');
mkdirSync(home);
cpSync(path.join(root, 'test/recordings/hostile'), workspace, { recursive: true });
const bomb = bombBeside(around);
writeFileSync(path.join(workspace, 'bomb.recording.md'), bomb);
writeFileSync(path.join(workspace, 'huge.recording.md'), `${bomb}**Ana:** Look. ${HUGE_SVG}\n`);
const settings = path.join(userDataDir, 'User/settings.json');
writeFileSync(
  settings,
  JSON.stringify({
    ...JSON.parse(readFileSync(settings, 'utf8')),
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'processRecording.pause': 300,
  }),
);
const before = filesBelow(workspace);
const neighbours = () => readdirSync(around).sort();

const counts = { passed: 0, failed: 0 };
const [asked, dialogs] = [[], []];
const server = await startServer({ userDataDir, extensionsDir, trust: false, home });
let window;
try {
  window = await openWindow(server.address(workspace, [['extensionDevelopmentPath', root]]), {
    onPage(page) {
      page.context().on('request', (request) => asked.push(request));
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        dialog.dismiss();
      });
    },
  });
  window.page.setDefaultTimeout(30_000);
  await tryOut(window.page);
} catch (error) {
  counts.failed++;
  console.error(error);
  await window?.page.screenshot({ path: path.join(cache, 'failed.png') });
} finally {
  await window?.browser.close();
  await server.stop();
  dispose();
}
console.log(`end: ${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
process.exit(counts.failed ? 1 : 0);

async function tryOut(page) {
  const besides = neighbours();
  const step = async (name, run) => {
    await run();
    counts.passed++;
    console.log(`  ok    ${name}`);
  };
  const lines = readFileSync(path.join(workspace, 'everything.recording.md'), 'utf8').split('\n');
  const lineOf = (start) => lines.findIndex((line) => line.startsWith(start)) + 1;
  const openRecording = async (name) => {
    await pick(page, ['Control+KeyP'], `${name}.recording.md`);
    await page.locator(`.tab.active[data-resource-name="${name}.recording.md"]`).waitFor();
  };

  await step('in a folder that is not trusted, recordings are read and findings shown', async () => {
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ timeout: 60_000 });
    const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'everything' });
    await file.dblclick();
    await page.locator('.statusbar-item', { hasText: '14 turns' }).waitFor({ timeout: 60_000 });
    await goToLine(page, lineOf('**Worker:** You should ask'));
    await page
      .locator('.squiggly-warning, .squiggly-info, .squiggly-hint')
      .first()
      .waitFor({ state: 'attached' });
  });

  await step('comments are drawn as words', async () => {
    await goToLine(page, lineOf('**Worker:** Go on, Ana.'));
    const thread = page.locator('.review-widget');
    if ((await thread.count()) === 0)
      await page.locator('.comment-thread-unresolved, .comment-thread').first().click();
    await thread.filter({ hasText: 'What did the others do?' }).first().waitFor();
    assert.equal(await thread.locator('.comment-body :is(img[src^=http], script, iframe, form)').count(), 0);
    assert.equal(await thread.locator('.comment-body a[data-href^="command:"]').count(), 0);
    assert.equal(await thread.locator('.comment-body a[data-href^="javascript:"]').count(), 0);
  });

  await step('a hover holds no picture and no link to a command', async () => {
    await goToLine(page, lineOf('**Ana:** It is'));
    await page.keyboard.press('Home');
    for (let right = 0; right < 3; right++) await page.keyboard.press('ArrowRight');
    await command(page, 'Show or Focus Hover');
    const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
    await hover.waitFor();
    assert.equal(await page.locator('.monaco-hover :is(img[src^=http], script, iframe)').count(), 0);
    assert.equal(
      await page
        .locator('.monaco-hover a[data-href^="command:workbench"], .monaco-hover a[data-href^="javascript:"]')
        .count(),
      0,
    );
    await page.keyboard.press('Escape');
  });

  await step('the preview shows all three, and made nothing but its own elements of them', async () => {
    await page.keyboard.press('Control+Digit1');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await command(page, 'Process Recording: Open Preview to the Side');
    const frame = await panelOf(page);
    for (const name of ['everything', 'bomb', 'huge']) {
      await openRecording(name);
      await page.locator('.tab', { hasText: `Preview: ${name}` }).waitFor();
      for (const tab of ['group', 'recording']) {
        await frame.locator(`#tab-${tab}`).click();
        await frame.locator(`#tab-${tab}[aria-selected=true]`).waitFor();
      }
      await frame
        .locator('.row.turn', { hasText: 'I am so frightened' })
        .first()
        .waitFor({ state: 'attached' });
      const foreign = 'body :is(script, img, iframe, link, style, form, a, object, embed, video, image)';
      assert.equal(await frame.locator(foreign).count(), 0, name);
      const shown = await frame.evaluate(() => document.body.textContent);
      assert.doesNotMatch(shown, /[\u202a-\u202e\u2066-\u2069]/, name);
    }
  });

  await step('nothing has run', async () => {
    assert.deepEqual(dialogs, []);
    // A request to quit would have taken the window away; a polluted prototype shows on every object.
    assert.deepEqual(await page.evaluate(() => Object.keys(Object.prototype)), []);
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  });

  await step('no request has left this machine', async () => {
    const strangers = [];
    for (const request of asked) {
      const { protocol, hostname } = new URL(request.url());
      if (hostname === '127.0.0.1' || ['data:', 'blob:'].includes(protocol)) continue;
      // A page in a panel has its own files from the editor's service worker, under a name that stands for it.
      const answer = await request.response().catch(() => null);
      if (hostname.endsWith('.vscode-resource.vscode-cdn.net') && answer?.fromServiceWorker()) continue;
      strangers.push(request.url());
    }
    assert.ok(asked.length > 50, 'requests are not seen');
    assert.deepEqual(strangers, []);
  });

  await step('nothing is written: not in the folder, not beside it, not at home', async () => {
    assert.deepEqual(Object.keys(filesBelow(workspace)).sort(), Object.keys(before).sort());
    for (const [file, text] of Object.entries(filesBelow(workspace))) assert.equal(text, before[file], file);
    assert.deepEqual(neighbours(), besides);
    // VS Code itself keeps a number for the machine there.
    const own = Object.keys(filesBelow(home)).filter((file) => !file.endsWith('DeveloperTools/deviceid'));
    assert.deepEqual(own, []);
  });
}
