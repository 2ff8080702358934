/** The suite in an extension host on Node; VS Code calls `run`. */
import { runSuite } from './index.ts';

export const run = (): Promise<void> => runSuite(() => import('./faults.test.ts'));
