/** Bundles everything that runs: client, server (Node and browser worker), command line; with --tests the editor suite. */
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const tests = process.argv.includes('--tests');
const common = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  external: ['vscode'],
};
const node = { ...common, platform: 'node', format: 'cjs' };

if (!tests) rmSync('dist', { recursive: true, force: true });
await Promise.all(
  tests
    ? [
        build({
          ...node,
          minify: false,
          external: ['vscode', 'mocha'],
          entryPoints: ['test/editor/index.ts'],
          outfile: 'dist/test/index.js',
        }),
      ]
    : [
        build({ ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client/extension.js' }),
        build({ ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server/node.js' }),
        build({
          ...node,
          entryPoints: ['server/src/cli.ts'],
          outfile: 'dist/cli.js',
          banner: { js: '#!/usr/bin/env node' },
        }),
        build({
          ...common,
          platform: 'browser',
          conditions: ['worker'], // a worker has no document
          format: 'iife',
          entryPoints: ['server/src/browser.ts'],
          outfile: 'dist/server/browser.js',
        }),
      ],
);
