/**
 * Serves the workbench of the same VS Code as a page with no server behind it: the only extension host is a web worker,
 * and the workspace is in memory (tmp:/workspace). VS Code 1.100 and later.
 */
import { readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { codeFolder, root } from '../../scripts/host-setup.mjs';

const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.html': 'text/html',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};
const WORKBENCH = '/out/vs/code/browser/workbench/workbench.js';

/** The page that the package brings wants a server, for its connection and for the user's settings; this one keeps both. */
function serverless(text) {
  for (const [from, to] of [
    ['remoteAuthority:location.host', 'remoteAuthority:undefined'],
    [/(\.file\(this\.userDataPath\)\.with\(\{scheme:)\w+\.vscodeRemote/, '$1"tmp"'],
  ]) {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`this workbench has no ${from}`);
    text = changed;
  }
  return text;
}

/** Resolves when the page can be opened. `tests` is a file of this project; `settings` are the user's. */
export async function startWeb({ tests, settings }) {
  const workbench = serverless(readFileSync(path.join(codeFolder, WORKBENCH), 'utf8'));
  const template = readFileSync(
    path.join(codeFolder, 'out/vs/code/browser/workbench/workbench.html'),
    'utf8',
  );
  let origin;
  const page = () => {
    const at = (place) => ({ scheme: 'http', authority: new URL(origin).host, path: place });
    const config = {
      folderUri: { scheme: 'tmp', path: '/workspace' },
      productConfiguration: { enableTelemetry: false },
      userDataPath: '/user',
      isEnabledFileDownloads: true,
      isEnabledFileUploads: true,
      isEnabledCoderGettingStarted: false,
      configurationDefaults: settings,
      developmentOptions: {
        logLevel: 3,
        enableSmokeTestDriver: true,
        extensions: [at('/extension')],
        extensionTestsPath: at(`/extension/${tests}`),
      },
    };
    const values = {
      WORKBENCH_WEB_CONFIGURATION: JSON.stringify(config).replaceAll('"', '&quot;'),
      WORKBENCH_WEB_BASE_URL: '/static',
      WORKBENCH_NLS_FALLBACK_URL: '/static/out/nls.messages.js',
      WORKBENCH_NLS_URL: '/static/out/nls.messages.js',
    };
    return template.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key] ?? '');
  };
  const server = http.createServer((request, response) => {
    const name = path.posix.normalize(decodeURIComponent(new URL(request.url, origin).pathname));
    const [, top, rest] = /^\/(static|extension)(\/.*)$/.exec(name) ?? [];
    const send = (type, body) => {
      response.setHeader('Content-Type', type);
      response.end(body);
    };
    if (name === '/') return send('text/html', page());
    if (top === 'static' && rest === WORKBENCH) return send(TYPES['.js'], workbench);
    const file = top && path.join(top === 'static' ? codeFolder : root, rest);
    if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.statusCode = 404;
      return response.end();
    }
    return send(TYPES[path.extname(file)] ?? 'application/octet-stream', readFileSync(file));
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${server.address().port}`;
  return {
    address: `${origin}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
