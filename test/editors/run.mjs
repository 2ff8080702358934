/**
 * The server in other editors, over standard streams, set up word for word as docs/editors.md says; without a window.
 * An editor that is not installed is skipped and named; with EDITORS=required, as in CI, that is a failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/host-setup.mjs';

const RECORDING =
  '**Ana:** I am so frightened of the nights.\n\n**Worker:** You should ask your doctor for some tablets.\n\n**Ben:** Mm.\n';
const EDITORS = [
  {
    name: 'Neovim',
    setup: ['lua', 'setup.lua'],
    run: (setup, file) => [
      ...['nvim', '--headless', '--clean', '-u', setup, '-c', `luafile ${path.join(here, 'nvim.lua')}`, file],
    ],
  },
  {
    name: 'Emacs',
    setup: ['elisp', 'setup.el'],
    run: (setup) => [
      ...['emacs', '--batch', '-f', 'package-initialize', '-l', setup, '-l', path.join(here, 'eglot.el')],
    ],
  },
];

const here = import.meta.dirname;
const page = readFileSync(path.join(root, 'docs/editors.md'), 'utf8');
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const editor of EDITORS) tryIn(editor);
console.log(`end: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed ? 1 : 0);

function tryIn({ name, setup: [language, setupName], run }) {
  console.log(name);
  const folder = mkdtempSync(path.join(tmpdir(), 'recording-'));
  try {
    const setup = path.join(folder, setupName);
    const file = path.join(folder, 'work/a.recording.md');
    mkdirSync(path.dirname(file));
    writeFileSync(file, RECORDING);
    writeFileSync(setup, new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(page)[1]);
    // As `npm install --global .` would put it there.
    mkdirSync(path.join(folder, 'bin'));
    symlinkSync(path.join(root, 'dist/server/node.js'), path.join(folder, 'bin/process-recording-server'));
    const [command, ...args] = run(setup, file);
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      timeout: 180_000,
      env: {
        ...process.env,
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_STATE_HOME: folder,
        RECORDING: file,
        PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env.PATH}`,
      },
    });
    if (error?.code === 'ENOENT') return missing(name);
    const output = `${stdout}\n${stderr}`; // Neovim prints to the latter
    for (const line of output.match(/^ok .*$/gm) ?? []) {
      counts.passed++;
      console.log(`  ${line.trimEnd()}`);
    }
    const isWritten = /\n> \*\*Alternative \([^\n]+\n/.test(readFileSync(file, 'utf8'));
    if (status === 0 && isWritten) return;
    counts.failed++;
    console.log(`  FAIL  ended with ${status ?? error}\n${output}\n${readFileSync(file, 'utf8')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function missing(name) {
  if (process.env.EDITORS === 'required') counts.failed++;
  else counts.skipped++;
  console.log(
    `  ${process.env.EDITORS === 'required' ? 'FAIL' : 'skip'}  ${name} is not installed: not tried`,
  );
}
