/**
 * Runs the editor suite by runTests of @vscode/test-electron, in the host that VSCODE_HOST names:
 *   server     the VS Code server of scripts/host-setup.mjs with a headless Chromium (Linux on x64, and the default there)
 *   electron   the desktop VS Code, downloaded (the default elsewhere); VSCODE_EXECUTABLE: an installed one instead
 * VSCODE_VERSION: another version. VERBOSE=1: everything that the window prints.
 */
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root, runsHere, setUpHost, version } from '../../scripts/host-setup.mjs';
import { freshWorkspace } from '../host/profile.mjs';

const host = process.env.VSCODE_HOST ?? (runsHere ? 'server' : 'electron');
if (host !== 'server' && host !== 'electron')
  throw new Error(`VSCODE_HOST is server or electron, not ${host}`);
if (host === 'server') setUpHost();

const { workspace, userDataDir, extensionsDir, dispose } = freshWorkspace();
const started = performance.now();
let code = 1;
try {
  code = await runTests({
    ...(host === 'server'
      ? { vscodeExecutablePath: path.join(root, 'test/host/code.mjs') }
      : { vscodeExecutablePath: process.env.VSCODE_EXECUTABLE, version: process.env.VSCODE_VERSION }),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist/test/index.js'),
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--user-data-dir',
      userDataDir,
      '--extensions-dir',
      extensionsDir,
    ],
  });
} catch (error) {
  console.error(String(error));
} finally {
  dispose();
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${host === 'server' ? `VS Code ${version}, server host` : 'VS Code desktop'}: ${seconds} s`);
process.exit(code);
