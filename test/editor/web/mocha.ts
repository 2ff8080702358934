/** Mocha as the suite imports it, in a web worker. Its own bundle for browsers leaves everything in the global scope. */
import '../../../node_modules/mocha/mocha.js';

const scope = globalThis as unknown as { readonly Mocha: typeof import('mocha') };
export default scope.Mocha;

export const { suite, test, suiteSetup, suiteTeardown, setup, teardown } = new Proxy(
  {} as typeof import('mocha'),
  {
    // Mocha puts these there when a run begins, after this file has been read.
    get:
      (_, name) =>
      (...args: unknown[]) =>
        (globalThis as unknown as Record<string | symbol, (...args: unknown[]) => unknown>)[name]!(...args),
  },
);
