/** Starts the VS Code server that scripts/host-setup.mjs has prepared, on an address of this machine only. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { codeFolder, codeNode } from '../../scripts/host-setup.mjs';

/**
 * `token`, where given, is asked of everyone who opens the address. Without `trust` a folder is one that nobody has
 * trusted yet; `home` is the home folder of everything that runs in it. Resolves when the server listens; rejects when it
 * ends before that or takes longer than a minute. It ends with this process at the latest.
 */
export async function startServer({ userDataDir, extensionsDir, token, onOutput, trust = true, home }) {
  const temp = path.join(userDataDir, 'tmp'); // its sockets
  for (const folder of [
    path.join(userDataDir, 'User'),
    path.join(userDataDir, 'Machine'),
    extensionsDir,
    temp,
  ])
    mkdirSync(folder, { recursive: true });
  const server = spawn(
    codeNode(),
    [
      path.join(codeFolder, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms'],
      ...(token ? ['--connection-token', token] : ['--without-connection-token']),
      ...[
        '--user-data-dir',
        userDataDir,
        '--server-data-dir',
        userDataDir,
        '--extensions-dir',
        extensionsDir,
      ],
      ...[
        ...(trust ? ['--disable-workspace-trust'] : []),
        '--disable-telemetry',
        '--telemetry-level',
        'off',
        '--disable-update-check',
      ],
      ...['--disable-getting-started-override', '--disable-websocket-compression'],
      // Without it a recent VS Code ignores extensionDevelopmentPath in the address, in silence.
      '--enable-smoke-test-driver',
    ],
    {
      detached: true, // a process group of its own: its extension hosts end with it
      env: {
        ...process.env,
        ...(home ? { HOME: home } : {}),
        TMPDIR: temp,
        XDG_RUNTIME_DIR: temp,
        EXTENSIONS_GALLERY: '{}', // no marketplace
        VSCODE_NLS_CONFIG: undefined,
        NODE_OPTIONS: undefined,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const signal = (name) => {
    try {
      process.kill(-server.pid, name);
    } catch {
      // Gone already.
    }
  };
  const kill = () => signal('SIGKILL');
  process.on('exit', kill);

  let output = '';
  const port = await new Promise((resolve, reject) => {
    const read = (chunk) => {
      output += chunk;
      onOutput?.(String(chunk));
      const listening = /Extension host agent listening on (\d+)/.exec(output);
      if (listening) resolve(Number(listening[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`the VS Code server ended with ${code}\n${output}`)));
    setTimeout(() => reject(new Error(`the VS Code server did not start\n${output}`)), 60_000).unref();
  });
  const uri = (file) => `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;

  return {
    output: () => output,
    /** The address of a window on a folder; `payload` names files, each under the name of a VS Code option. */
    address(folder, payload) {
      const query = new URLSearchParams({
        ...(token ? { tkn: token } : {}),
        folder,
        payload: JSON.stringify(payload.map(([option, file]) => [option, uri(file)])),
      });
      const readable = String(query).replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
      return `http://127.0.0.1:${port}/?${readable}`;
    },
    async stop() {
      const gone =
        server.exitCode !== null ||
        server.signalCode !== null ||
        new Promise((resolve) => {
          server.on('exit', resolve);
        });
      signal('SIGTERM');
      const timer = setTimeout(kill, 5_000);
      await gone;
      clearTimeout(timer);
      kill(); // whatever is left of the group
      process.removeListener('exit', kill);
    },
  };
}
