/**
 * Opens examples/ in a real VS Code with this extension running: the desktop one where `code` is on the PATH, else the
 * server of scripts/host-setup.mjs in the reader's own browser. A profile of its own, gone when it ends.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, realpathSync } from 'node:fs';
import path from 'node:path';
import { freshProfile } from '../test/host/profile.mjs';
import { startServer } from '../test/host/server.mjs';
import { root, setUpHost } from './host-setup.mjs';

const examples = path.join(root, 'examples');
const recording = path.join(examples, 'first-steps.recording.md');
const onWindows = process.platform === 'win32';

const profile = freshProfile();
process.on('exit', profile.dispose);
const ownProfile = ['--user-data-dir', profile.userDataDir, '--extensions-dir', profile.extensionsDir];

const desktop = findDesktop();
if (desktop) openDesktop(desktop);
else await openInBrowser();

/** The `code` of a desktop VS Code that can show a window here. */
function findDesktop() {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen || process.env.WSL_DISTRO_NAME) return undefined;
  const found = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, onWindows ? 'code.cmd' : 'code'))
    .find(isExecutable);
  // In the terminal of a remote window, `code` only talks to that window and cannot develop an extension.
  if (!found || realpathSync(found).split(path.sep).includes('remote-cli')) return undefined;
  const { stdout } = run(spawnSync, found, ['--version', ...ownProfile], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return /^\d+\.\d+\.\d+/.test(stdout ?? '') ? found : undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Windows starts a .cmd only through its shell, which wants quotes. */
function run(start, command, args, options) {
  return onWindows
    ? start([command, ...args].map((word) => `"${word}"`).join(' '), { ...options, shell: true })
    : start(command, args, options);
}

function openDesktop(code) {
  console.log('Opening examples/ in VS Code. Close its window to end.');
  const args = [
    '--new-window',
    '--wait',
    ...ownProfile,
    `--extensionDevelopmentPath=${root}`,
    examples,
    recording,
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  run(spawn, code, args, { stdio: 'inherit' }).on('exit', (ended) => process.exit(ended ?? 1));
}

async function openInBrowser() {
  setUpHost();
  // Without the token, any page in the reader's browser could talk to the server.
  const token = randomBytes(16).toString('hex');
  const server = await startServer({ ...profile, token });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, () => server.stop().then(() => process.exit(0)));
  const address = server.address(examples, [
    ['extensionDevelopmentPath', root],
    ['openFile', recording],
  ]);
  console.log(
    `\nVS Code is running with examples/ open. Click, or copy into a browser:\n\n  ${address}\n\nCtrl+C ends it.`,
  );
}
