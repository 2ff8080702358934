/** Bundles everything that runs: client, the page in its panel, server (Node and browser worker), command line; with --tests the editor suite. */
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { parseAst } from 'vite';

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
/** What runs in a web worker, where `require` knows a single name, as `vscode` in an extension: it has no document. */
const worker = { ...common, platform: 'browser', conditions: ['worker'], format: 'cjs' };

/** The files of the suite's workspace, for a host that has no disk: what test/host/profile.mjs copies elsewhere. */
const suiteFiles = () =>
  Object.fromEntries(
    ['examples', 'test/editor/workspace'].flatMap((folder) =>
      readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
    ),
  );

/** A file of ours, or of the protocol's libraries, that only one of the two hosts has. */
const OF_ONE_HOST = /[\\/](?:src[\\/]node\.ts|lib[\\/](?:node|browser)[\\/]\w+\.js)$/;

/** A file that can be started by its name. */
const command = { js: '#!/usr/bin/env node' };

/** The core and what the protocol's library is everywhere are bundles of their own, packaged once, and found `at` a folder when asked for. */
const apart = (at) => ({
  name: 'apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/core\.ts$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: `${at}/core.js`, external: true },
    );
    onResolve({ filter: /^vscode-languageserver$|\/common\/(?:api|server)$/ }, ({ kind, path, importer }) =>
      kind !== 'entry-point' && (path === 'vscode-languageserver' || OF_ONE_HOST.test(importer))
        ? { path: `${at}/protocol.js`, external: true }
        : undefined,
    );
  },
});

/** The browser's bundle has to be one file, so it also holds what the client on Node has in common with it. */
const FOR_BOTH = ['./client/src/browser.ts', './client/src/extension.ts', 'vscode-languageclient/browser'];
const onBrowsers = {
  name: 'on-browsers',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/(?:extension\.ts|common\/(?:api|client))$/ }, ({ importer }) =>
      OF_ONE_HOST.test(importer) ? { path: './browser.js', external: true } : undefined,
    );
  },
};

/**
 * The library's Node half asks whether VS Code is new enough, which the manifest's `engines` has answered before any of this
 * is loaded; a test sees that both name the same version. The package by which it asks is 17 KB.
 */
const newEnough = {
  name: 'new-enough',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^semver\/functions\/(?:parse|satisfies)$/ }, ({ path: known }) => ({
      path: known,
      namespace: 'new-enough',
    }));
    onLoad({ filter: /.*/, namespace: 'new-enough' }, () => ({ contents: 'module.exports = (one) => one;' }));
  },
};

/** A file that Node and a worker load alike; only Node would keep its names apart from others. */
const shared = { ...worker, banner: { js: '(() => {' }, footer: { js: '})();' } };

/** What only the pages of the documentation say of a pattern, and why a threshold is what it is: the core never shows it. */
const PROSE = ['page', 'why'];

/** A pattern's file without that prose; the pages are made from the sources. */
function withoutProse(file) {
  const text = readFileSync(file, 'utf8');
  const found = [];
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'Property' && PROSE.includes(node.key.name)) found.push(node.value);
    else for (const child of Object.values(node)) visit(child);
  };
  for (const { declaration } of parseAst(text, { lang: 'ts' }).body)
    if (declaration?.declarations?.[0].id.name === 'pattern') visit(declaration);
  return found.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}undefined${left.slice(end)}`,
    text,
  );
}

const unread = {
  name: 'unread',
  setup: ({ onLoad }) => {
    onLoad({ filter: /server[\\/]src[\\/]patterns[\\/][\w-]+\.ts$/ }, ({ path: file }) => ({
      contents: withoutProse(file),
      loader: 'ts',
    }));
  },
};

if (!tests) rmSync('dist', { recursive: true, force: true });
await Promise.all(
  tests
    ? [
        build({
          ...node,
          minify: false,
          external: ['vscode', 'mocha'],
          entryPoints: ['test/editor/node.ts'],
          outfile: 'dist/test/index.js',
        }),
        build({
          ...worker,
          minify: false,
          entryPoints: ['test/editor/web/index.ts'],
          outfile: 'dist/test/web.js',
          alias: {
            'node:assert': 'assert',
            'node:timers/promises': './test/editor/web/timers.ts',
            mocha: './test/editor/web/mocha.ts',
          },
          define: {
            global: 'globalThis',
            process: '{"env":{}}', // the stand-in for node:assert asks
            SUITE_FILES: JSON.stringify(suiteFiles()),
          },
        }),
      ]
    : [
        build({
          ...node,
          entryPoints: ['client/src/node.ts'],
          outfile: 'dist/client/extension.js',
          plugins: [onBrowsers, newEnough],
        }),
        build({
          ...worker,
          stdin: { contents: FOR_BOTH.map((file) => `export * from '${file}';`).join('\n'), resolveDir: '.' },
          outfile: 'dist/client/browser.js',
        }),
        build({ ...shared, entryPoints: ['vscode-languageserver'], outfile: 'dist/server/protocol.js' }),
        build({
          ...shared,
          entryPoints: ['server/src/core.ts'],
          outfile: 'dist/server/core.js',
          plugins: [apart('.'), unread],
        }),
        build({
          ...node,
          entryPoints: ['server/src/node.ts'],
          outfile: 'dist/server/node.js',
          plugins: [apart('.')],
          banner: command,
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
          banner: command,
        }),
        build({
          ...worker,
          format: 'iife',
          entryPoints: ['server/src/browser.ts'],
          outfile: 'dist/server/browser.js',
          plugins: [apart('.')],
        }),
      ],
);

/**
 * Writes a bundle's last characters beyond ASCII, all of them in expressions and in what expressions are made of, as escapes.
 * V8 keeps a file in one byte a character only where there is none, and the core is a megabyte and a half of them.
 */
function asAscii(file) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

if (!tests) {
  asAscii('dist/server/core.js');
  for (const file of ['dist/cli.js', 'dist/server/node.js']) chmodSync(file, 0o755);
}
