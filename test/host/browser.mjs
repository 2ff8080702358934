/** Headless Chromium with a VS Code window in it, shut off from every machine but this one. */
import path from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFolder } from '../../scripts/host-setup.mjs';

/** Opens the address. `onLog` gets the lines an extension under test prints, `onExit` the end of its suite. */
export async function openWindow(address, { onExit, onLog, onPage } = {}) {
  const browser = await chromium.launch({
    executablePath: path.join(chromiumFolder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(chromiumFolder, 'lib'),
      FONTCONFIG_FILE: path.join(chromiumFolder, 'fonts.conf'),
    },
    args: [
      ...['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    // The workbench calls these two where they exist (vs/workbench/services/extensions/browser/extensionService.ts).
    await page.exposeFunction('codeAutomationLog', (_type, args) => onLog?.(format(...args)));
    await page.exposeFunction('codeAutomationExit', (code) => onExit?.(code));
    onPage?.(page);
    await page.goto(address);
    return { browser, page };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
