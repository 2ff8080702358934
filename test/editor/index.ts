/** The suite that runs inside VS Code's extension host; VS Code calls `run`. */
import Mocha from 'mocha';
import { report } from './report.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000 });
  mocha.reporter(
    class {
      constructor(runner: Mocha.Runner) {
        report(runner);
      }
    } as unknown as Mocha.ReporterConstructor,
  );
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  // The order matters: the first file looks at the extension before anything has woken it.
  await import('./activation.test.ts');
  await import('./faults.test.ts');
  await import('./findings.test.ts');
  await import('./quick-fixes.test.ts');
  await import('./commands.test.ts');
  await import('./threads.test.ts');
  await import('./drafts.test.ts');
  await import('./moving.test.ts');
  await import('./standings.test.ts');
  await import('./readers.test.ts');
  await import('./agenda.test.ts');
  await import('./language.test.ts');
  await import('./rearrange.test.ts');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} failed`));
      else if (!runner.stats?.passes) reject(new Error('no test ran'));
      else resolve();
    });
  });
}
