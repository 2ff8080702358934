#!/usr/bin/env node
/**
 * Stands where the desktop's executable stands: takes the command line that runTests of @vscode/test-electron gives it,
 * and runs the suite in the Node extension host of the VS Code server, its window in headless Chromium.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from './server.mjs';
import { runSuite } from './suite.mjs';

const flag = { type: 'boolean' };
const text = { type: 'string' };
const {
  values,
  positionals: [folder],
} = parseArgs({
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: text,
    extensionTestsPath: text,
    'user-data-dir': text,
    'extensions-dir': text,
    // This window has no such things, or is always so.
    'no-sandbox': flag,
    'disable-gpu-sandbox': flag,
    'disable-updates': flag,
    'skip-welcome': flag,
    'skip-release-notes': flag,
    'disable-workspace-trust': flag,
    'disable-extensions': flag,
  },
});

// The server ends when this process exits.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => process.exit(1));
const server = await startServer({
  userDataDir: path.resolve(values['user-data-dir']),
  extensionsDir: path.resolve(values['extensions-dir']),
  onOutput: process.env.VERBOSE === '1' ? (output) => process.stderr.write(output) : undefined,
});
let code = 1;
try {
  const address = server.address(path.resolve(folder), [
    ['extensionDevelopmentPath', values.extensionDevelopmentPath],
    ['extensionTestsPath', values.extensionTestsPath],
  ]);
  code = await runSuite(address, { serverOutput: server.output });
} finally {
  await server.stop();
}
process.exit(code);
