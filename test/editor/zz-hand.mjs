import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, root, setUpHost } from '../../scripts/host-setup.mjs';
import { openWindow } from '../host/browser.mjs';
import { atLine, command, goToLine, pressUntil, until } from '../host/hands.mjs';
import { freshWorkspace } from '../host/profile.mjs';
import { startServer } from '../host/server.mjs';

setUpHost();
const out = '/work/shots';
mkdirSync(out, { recursive: true });
const desk = freshWorkspace();
const file = path.join(desk.workspace, 'new.recording.md');
copyFileSync(process.argv[2], file);
writeFileSync(file, readFileSync(file, 'utf8').replace(/\s*<!--.*?-->/g, ''));
const server = await startServer(desk);
const window = await openWindow(
  server.address(desk.workspace, [
    ['extensionDevelopmentPath', root],
    ['openFile', file],
  ]),
);
const { page } = window;
page.setDefaultTimeout(30000);
await page.setViewportSize({ width: 1500, height: 950 });
await page.locator('.monaco-editor.focused').waitFor({ timeout: 60000 });
await page.locator('.statusbar-item', { hasText: 'turns' }).waitFor({ timeout: 60000 });
await page.waitForTimeout(1500);
await page.screenshot({ path: `${out}/1-open.png` });
await command(page, 'View: Toggle Problems');
await page.waitForTimeout(1500);
await page.screenshot({ path: `${out}/2-problems.png` });
await command(page, 'View: Toggle Problems');
// next problem
await command(page, 'Go to Next Problem in Files');
await page.waitForTimeout(1500);
await page.screenshot({ path: `${out}/3-next.png` });
await page.keyboard.press('Escape');
await command(page, 'Show or Focus Hover');
await page.waitForTimeout(1500);
await page.screenshot({ path: `${out}/4-hover.png` });
await page.keyboard.press('Escape');
await page.keyboard.press('Control+.');
await page.waitForTimeout(1500);
await page.screenshot({ path: `${out}/5-bulb.png` });
await page.keyboard.press('Enter');
await page.waitForTimeout(1500);
await page.screenshot({ path: `${out}/6-taken.png` });
await window.browser.close();
await server.stop();
desk.dispose();
console.log('done');
process.exit(0);
