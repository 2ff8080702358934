/**
 * The preview in a real window, by keys and clicks: it opens beside the text and follows what is typed, its marks lead to
 * their turns, it comes back after a reload; axe-core finds nothing in it under four themes; and a recording that tries
 * to run or fetch something runs and fetches nothing. Leaves pictures in .vscode-test/preview/; with --pictures two of
 * them become those of the README.
 */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { cache, root, runsHere, setUpHost } from '../../scripts/host-setup.mjs';
import { openWindow } from '../host/browser.mjs';
import { atLine, command, goToLine, panelOf, pick, until } from '../host/hands.mjs';
import { freshWorkspace } from '../host/profile.mjs';
import { startServer } from '../host/server.mjs';

/** For pictures that are read at half their size. */
const SETTINGS = {
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'comments.openView': 'never',
  'processRecording.pause': 300,
};
const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'hc-dark': 'Dark High Contrast',
  'hc-light': 'Light High Contrast',
};

/** As VS Code names the kinds of themes to a page in a panel. */
const KIND = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light',
};

/** What a theme cannot change is looked at once. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const CONTRAST = { type: 'rule', values: ['color-contrast'] };

/** Each of these would do something in a page that took it for HTML. */
const HOSTILE = `---
student: <img src="https://evil.example/student.png" onerror="window.ran=1">
group: { name: '"><script>window.ran=1</script>' }
worker: Worker
members: ["<b onmouseover=window.ran=1>Ana</b>", Ben]
seating: <iframe src="https://evil.example/"></iframe>
---

# <script>window.ran=1</script> A page

## Tuning in <svg onload="window.ran=1">

<script src="https://evil.example/a.js"></script> and <style>@import "https://evil.example/a.css";</style>

## Dialogue

### <img src=x onerror=window.ran=1>

**Ben:** ![a](https://evil.example/pixel.png) [click](javascript:window.ran=1) <img src="https://evil.example/b.png" onerror="window.ran=1">

> **Analysis:** <script>window.ran=1</script> <link rel="stylesheet" href="https://evil.example/c.css">
> **Supervisor (<img src=x onerror=window.ran=1>, 2026-10-05):** <a href="javascript:window.ran=1" onclick="window.ran=1">well?</a>

**Worker:** <form action="https://evil.example/"><button autofocus onfocus="window.ran=1">x</button></form>

(<iframe srcdoc="<script>parent.ran=1</script>"></iframe>)
`;

if (!runsHere) {
  console.log('The preview is tried on Linux on x64 only.\nend: 0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
setUpHost();
const pictures = path.join(cache, 'preview');
mkdirSync(pictures, { recursive: true });
const { workspace, userDataDir, extensionsDir, dispose } = freshWorkspace();
const settings = path.join(userDataDir, 'User/settings.json');
writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), ...SETTINGS }));
const recording = path.join(workspace, 'first-steps.recording.md');
writeFileSync(path.join(workspace, 'hostile.recording.md'), HOSTILE);
const lines = readFileSync(recording, 'utf8').split('\n');
const lineOf = (text) => lines.findIndex((line) => line.includes(text)) + 1;
/** Every turn of this recording begins with a bold label at the start of its line. */
const turnLines = lines.flatMap((line, index) => (/^\*\*[^*]+\*\* /.test(line) ? [index + 1] : []));
const lineOfTurn = (turn) => turnLines[turn - 1];

const counts = { passed: 0, failed: 0 };
const asked = [];
const server = await startServer({ userDataDir, extensionsDir });
let window;
try {
  // A window that is asked for a file by its address shows that file alone whenever it is loaded again.
  window = await openWindow(server.address(workspace, [['extensionDevelopmentPath', root]]));
  const { page } = window;
  page.setDefaultTimeout(20_000);
  page.on('request', (request) => asked.push(request.url()));
  const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'first-steps' });
  await file.waitFor({ timeout: 60_000 });
  await file.dblclick();
  await page.locator('.monaco-editor.focused').waitFor();
  await page.locator('.statusbar-item', { hasText: '59 turns' }).waitFor({ timeout: 60_000 }); // it has been read
  await tryOut(page);
} catch (error) {
  counts.failed++;
  console.error(error);
  await window?.page.screenshot({ path: path.join(cache, 'failed.png') });
} finally {
  await window?.browser.close();
  await server.stop();
  dispose();
}
if (counts.failed === 0 && process.argv.includes('--pictures')) {
  mkdirSync(path.join(root, 'docs/images'), { recursive: true });
  copyFileSync(path.join(pictures, 'readme-recording.png'), path.join(root, 'docs/images/preview.png'));
  copyFileSync(path.join(pictures, 'readme-group.png'), path.join(root, 'docs/images/the-group.png'));
}
console.log(`end: ${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
process.exit(counts.failed ? 1 : 0);

async function tryOut(page) {
  let frame;
  const step = async (name, run) => {
    const started = performance.now();
    await run();
    counts.passed++;
    console.log(`  ok    ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  };

  await step('opens beside the text by its key, and shows the recording in columns', async () => {
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.press('KeyV');
    frame = await panelOf(page);
    await frame.locator('#recording h1', { hasText: 'Process recording, session 4' }).waitFor();
    const titles = await frame.locator('[role=columnheader]').allTextContents();
    assert.deepEqual(titles, ['Turn', 'Dialogue', 'Feelings', 'Analysis', 'Supervisor', 'In the margin']);
    assert.equal(await frame.locator('.row.turn').count(), 59);
    await frame
      .locator('.mark.finding', { hasText: 'Worker gives the advice' })
      .first()
      .waitFor({ state: 'attached' });
  });

  await step('follows what is typed, row by row', async () => {
    await page.locator('.monaco-editor.focused').waitFor();
    await goToLine(page, lineOf('We did the dentist'));
    await page.keyboard.press('End');
    const other = frame.locator('.row.turn').nth(5);
    await other.evaluate((node) => {
      node.dataset.same = 'yes';
    });
    await page.keyboard.type(' Much.');
    await frame.locator('.row.turn', { hasText: 'Nobody got bitten. Much.' }).waitFor({ state: 'attached' });
    assert.equal(await other.getAttribute('data-same'), 'yes');
    await page.keyboard.press('End');
    await page.keyboard.type('\n\n**Zo:** Late again.');
    await frame.locator('.row.turn').nth(59).waitFor({ state: 'attached' });
    assert.equal(
      await frame.locator('.row.turn', { hasText: 'Late again' }).locator('.jump').textContent(),
      '4',
    );
    assert.equal(await frame.locator('.row.turn').nth(59).locator('.jump').textContent(), '60');
    await frame.locator('.row.current', { hasText: 'Late again' }).waitFor({ state: 'attached' });
    for (let undo = 0; undo < 12 && (await frame.locator('.row.turn').count()) > 59; undo++)
      await page.keyboard.press('Control+KeyZ');
  });

  await step('scrolls with the text, and the text with it', async () => {
    await goToLine(page, lines.length - 4);
    await until(() => frame.evaluate(() => scrollY > 800));
    await page.waitForTimeout(500); // scrolling that the text asked for is not sent back to it
    await frame.evaluate(() => scrollTo(0, 0));
    await until(async () => /^[1-9]$/.test(await firstLine(page)));
  });

  await step('a turn’s number leads to the turn, by click and by Enter', async () => {
    await frame.locator('.jump', { hasText: /^34$/ }).click();
    await atLine(page, lineOf('So! Has anybody had any contact'));
    await frame.locator('.jump', { hasText: /^34$/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await atLine(page, lineOf('We went to one. It was all right.'));
  });

  await step('shows the group, and its marks lead to their turns', async () => {
    await command(page, 'Process Recording: See the Group');
    await frame.locator('.sociogram .seat').nth(5).waitFor();
    await frame.locator('.timeline .turn').nth(58).waitFor();
    assert.equal(await frame.locator('.dynamic').count(), 9);
    await frame.locator('.timeline .turn[data-turn="40"]').click();
    await atLine(page, lineOf('Can I say something that'));
    await frame.locator('.seat[data-stop], .arrow[data-stop]').first().focus();
    for (const key of ['End', 'Enter']) await page.keyboard.press(key);
    await atLine(page, lineOf('I’m here. I sat in the car') || lineOf("I'm here. I sat in the car"));
    await frame.locator('.beside summary').first().click();
    await frame.locator('.beside table tbody tr').first().waitFor();
    assert.ok((await frame.locator('.beside table').first().locator('tbody tr').count()) > 10);
    const link = frame.locator('.beside .turn-link').first();
    const turn = Number(/\d+/.exec(await link.textContent())[0]);
    await link.click();
    await atLine(page, lineOfTurn(turn));
    await frame.locator('.beside summary').first().click();
  });

  await chooseTheme(page, THEMES.light);
  if (process.argv.includes('--pictures')) await takePictures(page, frame);

  await step('axe-core finds nothing, under four themes, on both pages', async () => {
    for (const [name, theme] of Object.entries(THEMES)) {
      if (name !== 'light') await chooseTheme(page, theme);
      await frame.locator(`body[data-vscode-theme-kind="${KIND[name]}"]`).waitFor({ state: 'attached' });
      for (const tab of ['recording', 'group']) {
        await frame.locator(`#tab-${tab}`).click();
        await look(frame, `${tab} ${name}`, name === 'light' ? ALL : CONTRAST);
        await page.screenshot({ path: path.join(pictures, `${tab}-${name}.png`) });
      }
    }
    await chooseTheme(page, THEMES.light);
  });

  await step('comes back after a reload, on the page where it was', async () => {
    await frame.locator('#tab-group').click();
    await page.keyboard.press('Control+KeyS');
    await command(page, 'Developer: Reload Window');
    await until(() => frame.isDetached());
    frame = await panelOf(page);
    await frame.locator('.sociogram .seat').nth(5).waitFor({ timeout: 40_000 });
    assert.equal(await frame.locator('#tab-group').getAttribute('aria-selected'), 'true');
    await frame.locator('#tab-recording').click();
    await frame.locator('.row.turn').nth(58).waitFor({ state: 'attached' });
  });

  await step('writes a page for paper that runs nothing, where it is told to', async () => {
    const file = path.join(workspace, 'first-steps.html');
    await command(page, 'Process Recording: Open Printable Page');
    const name = page.locator('.quick-input-widget input').first();
    await until(async () => (await name.inputValue()).endsWith('first-steps.html'));
    await page.keyboard.press('Enter');
    await page.getByText('The page is written.').first().waitFor();
    const written = readFileSync(file, 'utf8');
    assert.match(written, /default-src 'none'/);
    assert.doesNotMatch(written, /<(?:script|img|iframe|link|a|button|input)\b|\son\w+=|javascript:/i);
    assert.equal(written.match(/class="row turn /g).length, 59);
    assert.equal(written.match(/class="mark turn /g).length, 59);
    assert.ok(!/<details(?![^>]*open)/.test(written));
    copyFileSync(file, path.join(pictures, 'printable.html'));
  });

  await step('a hostile recording runs nothing and fetches nothing', async () => {
    await pick(page, ['Control+KeyP'], 'hostile.recording.md');
    await frame.locator('#recording h1', { hasText: 'window.ran=1 A page' }).waitFor();
    for (const tab of ['group', 'recording']) {
      await frame.locator(`#tab-${tab}`).click();
      await page.waitForTimeout(300);
    }
    assert.equal(await frame.evaluate(() => 'ran' in window || 'ran' in (window.parent ?? {})), false);
    const made = await frame.evaluate(
      () =>
        document.querySelectorAll('body :is(script, img, iframe, link, style, form, a, object, embed, video)')
          .length,
    );
    assert.equal(made, 0);
    assert.ok((await frame.locator('.note.analysis').first().textContent()).includes('<script>'));
    assert.deepEqual(
      asked.filter((address) => address.includes('evil')),
      [],
    );
  });
}

/** The pictures of the README: the text on the left, its preview on the right. */
async function takePictures(page, frame) {
  await page.keyboard.press('Control+Digit1');
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.keyboard.press('Control+KeyB');
  await page.waitForTimeout(500); // the side bar is gone
  const edge = await page.locator('.editor-group-container').nth(1).boundingBox();
  await page.mouse.move(edge.x, 500);
  await page.mouse.down();
  await page.mouse.move(620, 500, { steps: 4 });
  await page.mouse.up();
  await frame.locator('#tab-recording').click();
  await goToLine(page, lineOf('**Worker:** What about doing'));
  await frame.locator('.row.current', { hasText: 'What about doing' }).waitFor();
  await frame.evaluate(() => {
    document.querySelector('.current .mark.finding').open = true;
    const top = document.querySelector('[data-turn="9"]').getBoundingClientRect().top;
    scrollBy(0, top - 90);
  });
  await page.mouse.move(1596, 600);
  await page.waitForTimeout(800);
  await page.screenshot({ path: path.join(pictures, 'readme-recording.png') });
  await frame.locator('#tab-group').click();
  await goToLine(page, lineOf('**Ben:** Femi. My sister does hair.'));
  await page.mouse.move(1596, 600);
  await page.waitForTimeout(800);
  await page.screenshot({ path: path.join(pictures, 'readme-group.png') });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Control+KeyB');
}

async function look(frame, where, runOnly) {
  const { violations } = await frame.evaluate(
    async ({ source, runOnly }) => {
      if (!('axe' in window)) {
        // The page's policy forbids strange scripts; what a debugger evaluates is none.
        new Function(source).call(window);
      }
      return window.axe.run(document, { runOnly });
    },
    { source: axe.source, runOnly },
  );
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.length}, ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}\n${nodes[0].failureSummary}`,
  );
  assert.deepEqual(told, [], where);
}

async function chooseTheme(page, theme) {
  await pick(page, ['Control+KeyK', 'Control+KeyT'], theme);
}

async function firstLine(page) {
  const numbers = await page.locator('.margin-view-overlays .line-numbers').allTextContents();
  return `${Math.min(...numbers.map(Number).filter((number) => number > 0))}`;
}
