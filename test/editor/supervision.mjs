/**
 * A recording's whole way by hand, in two real windows on one file, one the student's and one the supervisor's: it is
 * asked about, handed in, commented on, answered, read again, talked about and signed. Leaves pictures in
 * .vscode-test/supervision/; with --pictures they become those of docs/supervisor.md.
 */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, root, runsHere, setUpHost } from '../../scripts/host-setup.mjs';
import { openWindow } from '../host/browser.mjs';
import { atLine, command, goToLine, pressUntil, until } from '../host/hands.mjs';
import { freshWorkspace } from '../host/profile.mjs';
import { startServer } from '../host/server.mjs';

/** For pictures that are read at half their size. */
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
};

const WORRY = "You're not failing them, Femi.";
const ADVICE = 'What about doing something right away from the house';
const LISTENING = 'I’m not sure what I did here. Was it listening?';
const WHO_ELSE = 'Ben had just asked her about it. What might he have said next?';
const ANSWER = 'He would have told us about his wife’s birthday, I think.';

if (!runsHere) {
  console.log('The desk is tried on Linux on x64 only.\nend: 0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
setUpHost();
const pictures = path.join(cache, 'supervision');
mkdirSync(pictures, { recursive: true });

const desk = freshWorkspace();
const recording = path.join(desk.workspace, 'first-steps.recording.md');
writeFileSync(recording, draftOf(readFileSync(recording, 'utf8')));
const onDisk = () => readFileSync(recording, 'utf8');
const handedOver = onDisk();

const counts = { passed: 0, failed: 0 };
const seats = [];
try {
  const student = await sit({ name: 'J. R.', role: 'student' });
  const supervisor = await sit({ name: 'M. O.', role: 'supervisor' });
  await goTheWholeWay(student.page, supervisor.page);
} catch (error) {
  counts.failed++;
  console.error(error);
  for (const [index, { window }] of seats.entries())
    await window.page.screenshot({ path: path.join(cache, `failed-${index}.png`) });
} finally {
  for (const { window, server, profile } of seats) {
    await window.browser.close();
    await server.stop();
    profile.dispose();
  }
  desk.dispose();
}
if (counts.failed === 0 && process.argv.includes('--pictures'))
  for (const name of ['handed-in', 'supervision', 'agenda', 'what-changed', 'two-readers', 'discussed'])
    copyFileSync(path.join(pictures, `${name}.png`), path.join(root, `docs/images/${name}.png`));
console.log(`end: ${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
process.exit(counts.failed ? 1 : 0);

/** The recording as it was before anybody else saw it. */
function draftOf(text) {
  return text.replace(/^> \*\*(?:Supervisor|Reply|Resolved) .*\n/gm, '').replace(/\n{3,}/g, '\n\n');
}

/** A window of somebody's own on the one file, with their name in it. */
async function sit(author) {
  const profile = freshWorkspace();
  const settings = path.join(profile.userDataDir, 'User/settings.json');
  writeFileSync(
    settings,
    JSON.stringify({
      ...JSON.parse(readFileSync(settings, 'utf8')),
      ...SETTINGS,
      'processRecording.author': author,
    }),
  );
  const server = await startServer(profile);
  const window = await openWindow(
    server.address(desk.workspace, [
      ['extensionDevelopmentPath', root],
      ['openFile', recording],
    ]),
  );
  seats.push({ window, server, profile });
  const { page } = window;
  page.setDefaultTimeout(30_000);
  await page.locator('.monaco-editor.focused').waitFor({ timeout: 60_000 });
  await page.locator('.statusbar-item', { hasText: '59 turns' }).waitFor({ timeout: 60_000 }); // it has been read
  return window;
}

async function goTheWholeWay(student, supervisor) {
  const step = async (name, run) => {
    const started = performance.now();
    await run();
    counts.passed++;
    console.log(`  ok    ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  };

  await step('the student asks about a turn, names a skill, and hands the recording in', async () => {
    await moveIs(student, 'Draft: the student’s move');
    await comment(student, WORRY, LISTENING, 'Ask in Supervision');
    await leaveThread(student);
    await typeBelow(student, 'And did she calm down, Poppy?', '\n> **Skill:** reaching for feelings');
    await command(student, 'Process Recording: Submit to the Supervisor');
    await moveIs(student, 'Submitted: the supervisor’s move');
    await save(student);
    await shoot(student, 'handed-in');
    assert.match(onDisk(), /^status: submitted/m);
    assert.match(
      onDisk(),
      new RegExp(`^> \\*\\*Question[^\\n]*\\*\\* ${LISTENING.replace('?', '\\?')}$`, 'm'),
    );
  });

  await step('her window shows what he wrote; she comments on a turn and answers his question', async () => {
    await moveIs(supervisor, 'Submitted: the supervisor’s move');
    await comment(supervisor, ADVICE, WHO_ELSE, 'Comment');
    await openThread(supervisor, WHO_ELSE); // once more: the key opens what hangs there
    await shoot(supervisor, 'supervision');
    await leaveThread(supervisor);
    await save(supervisor);
    assert.match(onDisk(), /^> \*\*Supervisor \(M\. O\., \d{4}-\d\d-\d\d\):\*\* Ben had just asked her/m);
  });

  await step('the agenda lists it, and she marks the recording as reviewed', async () => {
    await command(supervisor, 'Process Recording: Open the Agenda');
    await readsIn(supervisor, LISTENING.slice(0, 24));
    await shoot(supervisor, 'agenda');
    await closeTab(supervisor, 'Agenda');
    await command(supervisor, 'Process Recording: Mark as Reviewed');
    await moveIs(supervisor, 'Reviewed: to be talked about');
    await save(supervisor);
  });

  await step(
    'his window has it without being asked; he writes above her comment and answers it',
    async () => {
      await moveIs(student, 'Reviewed: to be talked about');
      await typeBelow(
        student,
        '**Ben:** Leave mine.',
        '\n> **Feeling:** Relief that somebody else took the floor.',
      );
      await save(student);
      await answer(student, ADVICE, WHO_ELSE, ANSWER);
      await leaveThread(student);
      await save(student);
      const lines = onDisk().split('\n');
      const hers = lines.findIndex((line) => line.endsWith(WHO_ELSE));
      assert.match(lines[hers + 1], /^> \*\*Reply \(J\. R\., /);
      assert.ok(lines[hers + 1].endsWith(ANSWER));
    },
  );

  await step('she is told what is new since she read it', async () => {
    await goToLine(supervisor, lineWith('Relief that somebody')); // his lines arrive by themselves
    await until(() => shows(supervisor, 'Relief that somebody'));
    const list = supervisor.locator('.quick-input-list .monaco-list-row');
    // He saved twice, and her window reads the file again in its own time: the list is of what it has read.
    const answered = list.filter({ hasText: 'He would have told us' });
    await until(async () => {
      await choose(supervisor, 'Process Recording: What Changed Since I Last Read It');
      const listed = await answered.waitFor({ timeout: 1_000 }).then(
        () => true,
        () => false,
      );
      if (!listed) await supervisor.keyboard.press('Escape');
      return listed;
    }, 30_000);
    assert.match(await list.first().textContent(), /Relief/); // in the order of the text
    await shoot(supervisor, 'what-changed');
    await supervisor.keyboard.press('Enter');
    await atLine(supervisor, lineWith('Relief that somebody'));
  });

  await step('two readings stand side by side', async () => {
    await typeBelow(supervisor, '> **Skill:** reaching', '\n**Skill (M. O., 2026-10-09):** linking');
    await save(supervisor);
    await command(supervisor, 'Process Recording: Two Readers Side by Side');
    await readsIn(supervisor, 'connecting members');
    await shoot(supervisor, 'two-readers');
    await closeTab(supervisor, 'Two Readers');
  });

  await step('what both write at once is lost to neither', async () => {
    await goToLine(student, lineWith('> **Skill:** reaching'));
    await until(() => shows(student, '(M. O., 2026-10-09):** linking'));
    await typeBelow(student, '**Carla:** Mm.', '\n> **Feeling:** Told off, and rightly.');
    await comment(supervisor, "I'm glad you did", 'Warm. And who else had sat in a car?', 'Praise');
    await leaveThread(supervisor);
    await save(supervisor);
    // The editor refuses to write over what it has not read, and says so.
    await student.keyboard.press('Control+KeyS');
    await student.locator('.notifications-toasts').getByText('is newer').first().waitFor();
    assert.match(onDisk(), /Warm\. And who else/);
    assert.doesNotMatch(onDisk(), /Told off/);
    assert.ok(await shows(student, 'Told off'));
    await command(student, 'File: Revert File');
    await typeBelow(student, '**Carla:** Mm.', '\n> **Feeling:** Told off, and rightly.');
    await save(student);
  });

  await step('after supervision she marks it as discussed and signs', async () => {
    await goToLine(supervisor, lineWith('Told off'));
    await until(() => shows(supervisor, 'Told off'));
    await command(supervisor, 'Process Recording: Mark as Discussed');
    await command(supervisor, 'Process Recording: Sign at the End');
    await moveIs(supervisor, 'Discussed');
    await save(supervisor);
    await goToLine(supervisor, lineWith('## Sign-off'));
    await shoot(supervisor, 'discussed');
    await moveIs(student, 'Discussed');
  });

  await step('nothing that either wrote is lost, and nothing else was changed', async () => {
    const added = (line) =>
      /^> \*\*(?:Question|Reply|Supervisor|Praise|Skill) \(|^> \*\*Skill:\*\* reaching|^> \*\*Feeling:\*\* (?:Relief that|Told off)|^(?:status|submitted|reviewed|discussed): |^## Sign-off|^- M\. O\., supervisor/.test(
        line,
      );
    const after = onDisk().split('\n');
    const theirs = after.filter(added).join('\n');
    for (const words of [LISTENING, WHO_ELSE, ANSWER, 'Warm. And', 'linking', 'Relief', 'Told off'])
      assert.ok(theirs.includes(words), `lost: ${words}`);
    const kept = (lines) => lines.filter((line) => line !== '');
    assert.deepEqual(kept(after.filter((line) => !added(line))), kept(handedOver.split('\n')));
  });
}

/** The line (counted from 1) of what was saved. */
function lineWith(words) {
  const at = onDisk()
    .split('\n')
    .findIndex((line) => line.includes(words));
  assert.notEqual(at, -1, words);
  return at + 1;
}

/** Whether the words stand among the lines in view. */
async function shows(page, words) {
  const lines = await page.locator('.view-line').allTextContents();
  return lines.join('\n').replaceAll('\u00a0', ' ').includes(words);
}

/** Types at the end of a line. Enter adds the empty line after a turn, and the `>` within a margin. */
async function typeBelow(page, words, typed) {
  await goToLine(page, lineWith(words));
  await page.keyboard.press('End');
  await page.keyboard.type(typed);
  await page.keyboard.press('Escape'); // no list of words in the way
}

/** Opens the thread of a turn, writes, and presses the button of that name. */
async function comment(page, turn, words, button) {
  await goToLine(page, lineWith(turn));
  await page.keyboard.press('Control+Alt+KeyM');
  await page.locator('.review-widget .monaco-editor.focused').waitFor();
  await page.keyboard.type(words);
  await page
    .locator('.review-widget:has(.monaco-editor.focused) .monaco-button', {
      hasText: new RegExp(`^${button}$`),
    })
    .first()
    .click();
  await page
    .locator('.view-line', { hasText: words.slice(0, 20) })
    .first()
    .waitFor();
}

/** Opens the thread that hangs at the caret: the same key, once the thread is drawn. */
async function openThread(page, words) {
  const note = page.locator('.review-widget .review-comment-contents', { hasText: words.slice(0, 20) });
  await pressUntil(page, 'Control+Alt+KeyM', note);
}

/** Answers the thread of a turn by keys alone. */
async function answer(page, turn, to, words) {
  await goToLine(page, lineWith(turn));
  await openThread(page, to);
  const field = page.locator('.review-widget .monaco-editor.focused');
  for (let tab = 0; tab < 8 && !(await field.isVisible()); tab++) {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(200); // the field opens when it gets the focus
  }
  await field.waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await page
    .locator('.view-line', { hasText: words.slice(0, 20) })
    .first()
    .waitFor();
}

/** From the thread back to the text. */
async function leaveThread(page) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Digit1');
}

/** Saves what was changed. */
async function save(page) {
  const dirty = page.locator('.tab.dirty');
  await page.keyboard.press('Control+Digit1');
  await dirty.waitFor();
  await page.keyboard.press('Control+KeyS');
  await dirty.waitFor({ state: 'detached' });
}

async function moveIs(page, words) {
  await page.locator('.statusbar-item', { hasText: words }).waitFor();
}

/** Runs a command that opens a list of its own. */
async function choose(page, name) {
  await page.keyboard.press('Control+Digit1');
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Resolves when the words stand on the page that is in view in a panel. */
async function readsIn(page, words) {
  const panel = page.locator('iframe.webview:visible').last().contentFrame();
  await panel.locator('#active-frame').contentFrame().getByText(words).first().waitFor();
}

async function closeTab(page, name) {
  const tab = page.locator('.tab', { hasText: name }).first();
  await tab.hover();
  await tab.locator('.codicon-close').click();
  await tab.waitFor({ state: 'detached' });
}

/** Takes a picture with no hover in it. */
async function shoot(page, name) {
  await page.mouse.move(1270, 790);
  await page.waitForTimeout(500); // what was under the mouse fades
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}
