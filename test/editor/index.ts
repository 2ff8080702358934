/** The suite that runs inside VS Code's extension host, whichever that is; `node.ts` and `web/index.ts` begin it. */
import Mocha from 'mocha';
import { report } from './report.ts';

/** @param more suites of this host alone */
export async function runSuite(more: () => Promise<unknown> = async () => {}): Promise<void> {
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
  await more();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} failed`));
      else if (!runner.stats?.passes) reject(new Error('no test ran'));
      else resolve();
    });
  });
}
