/**
 * Everything that must hold, one part after another, and one line at the end that sums what the parts themselves report.
 * A part that fails without naming a test, or that ran none, counts as one failure.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cache, root } from './host-setup.mjs';

const bin = (name) => path.join(root, 'node_modules/.bin', name);
const vitestReport = path.join(cache, 'vitest.json');

/** The suites inside VS Code end with a line of their own. */
function endLine(output) {
  const [passed, failed, skipped] = (
    /(?:^|\[test\] )end: (\d+) passed, (\d+) failed, (\d+) skipped/m.exec(output) ?? []
  )
    .slice(1)
    .map(Number);
  return { passed, failed, skipped };
}

function vitestCounts() {
  const report = JSON.parse(readFileSync(vitestReport, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

const parts = [
  { name: 'Style', run: [bin('biome'), 'check', '.'] },
  { name: 'Types', run: [bin('tsc'), '--noEmit'] },
  { name: 'Types of the page in a panel', run: [bin('tsc'), '--noEmit', '-p', 'client/webview'] },
  { name: 'Build', run: ['node', 'scripts/build.mjs'] },
  { name: 'Build of the editor suite', run: ['node', 'scripts/build.mjs', '--tests'] },
  {
    name: 'Unit tests',
    run: [bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    counts: vitestCounts,
  },
  { name: 'Editor suite', run: ['node', 'test/editor/run.mjs'], counts: endLine },
  { name: 'Editor suite in the browser', run: ['node', 'test/editor/web.mjs'], counts: endLine },
  { name: 'Light bulb', run: ['node', 'test/editor/light-bulb.mjs'], counts: endLine },
  { name: 'Supervision', run: ['node', 'test/editor/supervision.mjs'], counts: endLine },
  { name: 'Other editors', run: ['node', 'test/editors/run.mjs'], counts: endLine },
  { name: 'Preview', run: ['node', 'test/editor/preview.mjs'], counts: endLine },
  { name: 'Hostile recordings', run: ['node', 'test/editor/hostile.mjs'], counts: endLine },
];

mkdirSync(cache, { recursive: true });
rmSync(vitestReport, { force: true });
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const part of parts) {
  console.log(`\n── ${part.name}`);
  const started = performance.now();
  const { code, output } = await runPart(part.run);
  const counts = countsOf(part, code, output);
  for (const key of Object.keys(sum)) sum[key] += counts[key];
  console.log(
    `── ${part.name}: ${counts.failed ? 'FAILED' : 'ok'}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}
if (sum.passed === 0) sum.failed ||= 1;
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed ? 1 : 0;

function countsOf({ counts }, code, output) {
  const failure = { passed: 0, failed: 1, skipped: 0 };
  if (!counts) return code === 0 ? { ...failure, failed: 0 } : failure;
  try {
    const { passed, failed, skipped } = counts(output);
    if (!(passed + failed + skipped > 0)) return failure;
    return { passed, failed: code === 0 ? failed : failed || 1, skipped };
  } catch {
    return failure; // no report
  }
}

/** Runs one part, its output passed on as it comes. */
function runPart([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
