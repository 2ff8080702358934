/** The suite in an extension host on Node; VS Code calls `run`. */
import { runSuite } from './index.ts';

export const run = (): Promise<void> =>
  runSuite(async () => {
    await import('./faults.test.ts');
    await import('./full-disk.test.ts');
  });
