/** Bundles one TypeScript file and runs it in this folder:  node scripts/run.mjs training/tagger.ts --check */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const [entry, ...args] = process.argv.slice(2);
const temp = mkdtempSync(path.join(tmpdir(), 'run-'));
try {
  const outfile = path.join(temp, 'run.cjs');
  buildSync({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  });
  process.exitCode = spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(temp, { recursive: true, force: true });
}
