/** A class's folder by the command line, on two processes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recordingOf } from './recordings.ts';

export interface FolderTimes {
  readonly recordings: number;
  readonly turns: number;
  readonly seconds: number;
  /** The largest resident size of either process, in megabytes. */
  readonly peak: number;
}

/** Says at the end what a process held at most, on a channel of its own. */
const WATCH =
  "process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));\n";

export async function folderTimes(recordings: number, turns: number): Promise<FolderTimes> {
  const folder = mkdtempSync(path.join(tmpdir(), 'folder-'));
  try {
    const watch = path.join(folder, 'watch.cjs');
    writeFileSync(watch, WATCH);
    const files = Array.from({ length: recordings }, (_, i) => {
      const file = path.join(folder, `${i}.recording.md`);
      writeFileSync(file, recordingOf(turns, i + 1));
      return file;
    });
    const half = Math.ceil(files.length / 2);
    const start = performance.now();
    const peaks = await Promise.all(
      [files.slice(0, half), files.slice(half)].map((part) => linted(watch, part)),
    );
    return {
      recordings,
      turns,
      seconds: (performance.now() - start) / 1000,
      peak: Math.max(...peaks) / 1024,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function linted(watch: string, files: readonly string[]): Promise<number> {
  const child = spawn(
    process.execPath,
    ['-r', watch, 'dist/cli.js', 'lint', '--profile', 'all', '--fail-on', 'never', ...files],
    { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] },
  );
  let peak = '';
  child.stdio[3]!.on('data', (part) => {
    peak += part;
  });
  return new Promise((done, fail) => {
    child.on('close', (code) => (code === 0 ? done(Number(peak)) : fail(new Error(`exit ${code}`))));
  });
}
