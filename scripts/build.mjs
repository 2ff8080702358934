/** Bundles everything that runs: client, the page in its panel, server (Node and browser worker), command line; with --tests the editor suite. */
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

/** The core and the protocol's library are bundles of their own, packaged once, and found `at` a folder when asked for. */
const apart = (at) => ({
  name: 'apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/core\.ts$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: `${at}/core.js`, external: true },
    );
    onResolve({ filter: /^vscode-languageserver(\/node)?$/ }, () => ({
      path: `${at}/protocol.js`,
      external: true,
    }));
  },
});

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
        build({ ...node, entryPoints: ['vscode-languageserver/node'], outfile: 'dist/server/protocol.js' }),
        build({
          ...node,
          entryPoints: ['server/src/core.ts'],
          outfile: 'dist/server/core.js',
          plugins: [apart('.')],
        }),
        build({
          ...node,
          entryPoints: ['server/src/node.ts'],
          outfile: 'dist/server/node.js',
          plugins: [apart('.')],
        }),
        build({
          ...common,
          platform: 'browser',
          format: 'iife',
          entryPoints: { preview: 'client/webview/main.ts', 'preview-style': 'client/webview/preview.css' },
          outdir: 'dist/webview',
        }),
        build({
          ...node,
          entryPoints: ['server/src/cli.ts'],
          outfile: 'dist/cli.js',
          plugins: [apart('./server')],
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
