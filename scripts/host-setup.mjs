/**
 * A real VS Code (server, web workbench, Node extension host) and a headless Chromium below .vscode-test/, from registry
 * packages alone: no system package, compiler, install script or root. Idempotent; packages are pinned in hosts.json.
 *
 *   node scripts/host-setup.mjs       VSCODE_VERSION: a version named in hosts.json
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import pins from './hosts.json' with { type: 'json' };

export const root = path.resolve(import.meta.dirname, '..');
/** What is downloaded and what runs leave behind; git-ignored, worth caching in CI. */
export const cache = path.join(root, '.vscode-test');
export const version = process.env.VSCODE_VERSION || pins.default;
export const runsHere = process.platform === 'linux' && process.arch === 'x64';

const base = path.join(cache, 'server-host');
/** Where the VS Code server lies, and the Node.js of its own where ours has another major version. */
export const codeFolder = path.join(base, version, 'vscode');
const ownNode = path.join(base, version, 'node');
export const codeNode = () => (fs.existsSync(ownNode) ? ownNode : process.execPath);
export const chromiumFolder = path.join(cache, 'chromium');

/** Makes VS Code and Chromium ready; says what it downloads. Throws where a package cannot be had or is another. */
export function setUpHost() {
  const pin = pins.code[version];
  if (!pin)
    throw new Error(`no VS Code ${version} in hosts.json; known: ${Object.keys(pins.code).join(', ')}`);
  if (!runsHere) throw new Error('the server host needs Linux on x64; elsewhere set VSCODE_HOST=electron');
  fs.mkdirSync(base, { recursive: true });
  const temp = fs.mkdtempSync(path.join(base, 'setup-'));
  try {
    const needsNode = Number(process.versions.node.split('.')[0]) !== pin.node;
    make(chromiumFolder, { setup: 2, ...pins.chromium, font: pins.font }, (into) =>
      unpackChromium(into, temp),
    );
    make(path.join(base, version), { setup: 1, ...pin, needsNode }, (into) =>
      unpackCode(pin, needsNode, into, temp),
    );
  } finally {
    fs.rmSync(temp, { recursive: true, force: true });
  }
}

/** Fills `target` by way of a folder beside it, once: READY.json says for which pins it was made. */
function make(target, pin, fill) {
  const stamp = JSON.stringify(pin);
  const ready = path.join(target, 'READY.json');
  const isReady = () => fs.existsSync(ready) && fs.readFileSync(ready, 'utf8') === stamp;
  if (isReady()) return;
  console.log(`Downloading ${pin.package} for the editor tests …`);
  const made = fs.mkdtempSync(path.join(base, 'setup-'));
  try {
    fill(made);
    if (isReady()) return; // another set-up was faster
    fs.writeFileSync(path.join(made, 'READY.json'), stamp);
    fs.rmSync(target, { recursive: true, force: true });
    fs.renameSync(made, target);
  } finally {
    fs.rmSync(made, { recursive: true, force: true });
  }
}

function npm(args, cwd) {
  const { status, stdout, stderr } = spawnSync('npm', [...args, '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}\n${stderr}`);
  return stdout;
}

/** Fetches a package, checks it against the pinned hash, and unpacks `members` of it into `into`. */
function take(pin, members, into) {
  fs.mkdirSync(into, { recursive: true });
  const packed = npm(['pack', pin.package, '--json', '--ignore-scripts', '--pack-destination', into], into);
  const tarball = path.join(into, path.basename(JSON.parse(packed)[0].filename));
  const hash = createHash('sha512').update(fs.readFileSync(tarball)).digest('base64');
  if (pin.integrity !== `sha512-${hash}`)
    throw new Error(`${pin.package} is not the package pinned in hosts.json`);
  execFileSync('tar', ['-xzf', tarball, '-C', into, '--no-same-owner', ...members]);
  fs.rmSync(tarball);
  return path.join(into, 'package');
}

/** Chromium with the few libraries and the fonts that a bare machine lacks, so that pictures look alike everywhere. */
function unpackChromium(into, temp) {
  const bin = path.join(take(pins.chromium, ['package/bin'], path.join(temp, 'chromium')), 'bin');
  const unbrotli = (name) => brotliDecompressSync(fs.readFileSync(path.join(bin, name)));
  fs.writeFileSync(path.join(into, 'chromium'), unbrotli('chromium.br'), { mode: 0o755 });
  for (const name of ['al2023.tar.br', 'fonts.tar.br']) {
    execFileSync('tar', ['-xf', '-', '-C', into, '--no-same-owner'], { input: unbrotli(name) });
  }
  const faces = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'];
  const members = faces.map((face) => `package/${face}/JetBrainsMono_${face}.ttf`);
  take(pins.font, members, path.join(temp, 'font'));
  for (const member of members) {
    fs.copyFileSync(path.join(temp, 'font', member), path.join(into, 'fonts', path.basename(member)));
  }
  const prefer = (family, font) =>
    `<match target="pattern"><test name="family"><string>${family}</string></test>` +
    `<edit name="family" mode="assign" binding="strong"><string>${font}</string></edit></match>`;
  fs.writeFileSync(
    path.join(into, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><dir>/usr/share/fonts</dir><cachedir>${path.join(chromiumFolder, 'fontcache')}</cachedir>
${prefer('monospace', 'JetBrains Mono')}${prefer('system-ui', 'Open Sans')}${prefer('sans-serif', 'Open Sans')}
</fontconfig>
`,
  );
}

function unpackCode(pin, needsNode, into, temp) {
  const vscode = path.join(take(pin, ['package/lib/vscode'], path.join(temp, 'code')), 'lib/vscode');
  // The modules it loads, as its own shrinkwrap pins them.
  npm(['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], vscode);
  const modules = path.join(vscode, 'node_modules');
  for (const unused of ['@github', '@microsoft/mxc-sdk', '@vscode/windows-process-tree']) {
    fs.rmSync(path.join(modules, unused), { recursive: true, force: true });
  }
  fs.rmSync(path.join(vscode, 'extensions/copilot'), { recursive: true, force: true });

  // The two compiled modules that a start needs get a plain JavaScript body instead of a build.
  fs.copyFileSync(
    path.join(import.meta.dirname, 'spdlog-plain.cjs'),
    path.join(modules, '@vscode/spdlog/index.js'),
  );
  for (const watchdog of ['native-watchdog', '@vscode/native-watchdog']) {
    if (fs.existsSync(path.join(modules, watchdog)))
      fs.writeFileSync(
        path.join(modules, watchdog, 'index.js'),
        'exports.start = (pid) => { setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 3000).unref(); };\n' +
          'exports.exit = (code) => process.exit(code || 0);\n',
      );
  }

  // ripgrep, behind findFiles and the search view: an install script would download it.
  const bin = path.join(modules, '@vscode/ripgrep/bin');
  if (fs.existsSync(path.dirname(bin)) && !fs.existsSync(path.join(bin, 'rg'))) {
    const ripgrep = take(pins.ripgrep, ['package/bin'], path.join(temp, 'ripgrep'));
    fs.cpSync(path.join(ripgrep, 'bin'), bin, { recursive: true });
    fs.chmodSync(path.join(bin, 'rg'), 0o755);
  }

  if (needsNode) {
    const node = take(pins.node[pin.node], ['package/bin/node'], path.join(temp, 'node'));
    fs.renameSync(path.join(node, 'bin/node'), path.join(into, 'node'));
  }
  fs.renameSync(vscode, path.join(into, 'vscode'));
}

if (fs.realpathSync(process.argv[1]) === import.meta.filename) {
  setUpHost();
  console.log(`VS Code ${version} is ready.`);
}
