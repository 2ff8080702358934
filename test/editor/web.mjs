/**
 * Runs the editor suite once more where there is neither Node nor a disk: the extension's `browser` entry and its server
 * in web workers of a real VS Code, with a virtual workspace in memory.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, runsHere, setUpHost } from '../../scripts/host-setup.mjs';
import { runSuite } from '../host/suite.mjs';
import { startWeb } from '../host/web.mjs';

if (!runsHere) {
  console.log('The suite in the browser runs on Linux on x64 only.\nend: 0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
setUpHost();
const settings = JSON.parse(readFileSync(path.join(root, 'test/host/settings.json'), 'utf8'));
const web = await startWeb({ tests: 'dist/test/web.js', settings });
const code = await runSuite(web.address, { serverOutput: () => '' });
web.stop();
process.exit(code);
