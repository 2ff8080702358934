/** Opens a window on an address that names a suite; resolves to 0 when the suite ran and passed, else to 1. */
import path from 'node:path';
import { cache } from '../../scripts/host-setup.mjs';
import { openWindow } from './browser.mjs';

const verbose = process.env.VERBOSE === '1';

export async function runSuite(address, { serverOutput, timeout = 300_000 }) {
  const started = performance.now();
  const log = [];
  const note = (text) => {
    log.push(`${((performance.now() - started) / 1000).toFixed(1)} s ${text}`);
    if (verbose) console.log(text);
  };
  // The window says 0 as well when the extension host was killed: only the suite's own last line counts.
  let end = '';
  let finish;
  const finished = new Promise((resolve) => {
    finish = resolve;
  });
  const timer = setTimeout(() => finish(`no end after ${timeout / 1000} s`), timeout);
  let window;
  try {
    window = await openWindow(address, {
      onExit: finish,
      onLog(text) {
        const line = /^(?:%c[^[]*)?\[test\] (.*)$/s.exec(text)?.[1];
        note(text);
        if (line === undefined) return;
        if (!verbose) console.log(line);
        end = line;
      },
      onPage(page) {
        page.on('pageerror', (error) => note(`page error: ${error.stack}`));
        page.on('crash', () => finish('the page crashed'));
        page.on('close', () => finish('the page was closed'));
      },
    });
    const result = await finished;
    if (result === 0 && /^end: [1-9]\d* passed, 0 failed/.test(end)) return 0;
    const picture = path.join(cache, 'failed.png');
    await window.page.screenshot({ path: picture }).catch(() => {});
    console.error(`The suite ended with: ${result}. Picture: ${path.relative(process.cwd(), picture)}`);
    if (!verbose && (process.env.CI || !end.startsWith('end:')))
      console.error(`--- window\n${log.join('\n')}\n--- server\n${serverOutput()}`);
    return 1;
  } finally {
    clearTimeout(timer);
    await window?.browser.close();
  }
}
