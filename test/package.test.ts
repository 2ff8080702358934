/** What a user would install: everything that runs, and nothing else. Needs `npm run build`. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { patterns } from '../server/src/patterns/registry.ts';

const root = path.resolve(import.meta.dirname, '..');
const bytes = (file: string) => statSync(path.join(root, file)).size;

describe('the packaged extension', () => {
  let files: readonly string[];

  beforeAll(() => {
    const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
    files = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' })
      .split(/\r?\n/)
      .filter((line) => line !== '');
  }, 60_000);

  it('holds the client, both servers, the command line, and what goes with any package', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        ...['dist/client/extension.js', 'dist/client/browser.js', 'dist/cli.js'],
        ...['dist/server/node.js', 'dist/server/browser.js'],
        ...['dist/webview/preview.js', 'dist/webview/preview-style.css'],
        ...['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'],
      ]),
    );
  });

  it('asks for as new an editor as the library does, whose own question is left out', () => {
    const library = readFileSync(
      path.join(root, 'node_modules/vscode-languageclient/lib/node/main.js'),
      'utf8',
    );
    expect(/REQUIRED_VSCODE_VERSION = '([^']+)'/.exec(library)?.[1]).toBe(manifest.engines.vscode);
  });

  it('holds a core that V8 can keep in one byte a character', () => {
    expect(readFileSync(path.join(root, 'dist/server/core.js')).every((byte) => byte < 0x80)).toBe(true);
  });

  it('holds every file that the manifest names', () => {
    const named =
      JSON.stringify(manifest).match(/(?<=")(?:\.\/)?\w[\w./-]*\.(?:js|json|png|svg|md)(?=")/g) ?? [];
    expect(named).toEqual(expect.arrayContaining([manifest.main, manifest.browser]));
    for (const file of named.map((one) => path.posix.normalize(one))) {
      expect(files, `package.json names ${file}`).toContain(file);
    }
  });

  it('holds the page of every pattern', () => {
    expect(files.filter((file) => /^docs\/patterns\/[a-z-]+\.md$/.test(file)).length).toBeGreaterThanOrEqual(
      12,
    );
  });

  it('holds every page that its pages link to', () => {
    for (const page of files.filter((file) => file.startsWith('docs/'))) {
      const text = readFileSync(path.join(root, page), 'utf8');
      for (const [, link] of text.matchAll(/\]\((?!\w+:|#)([^)#]+)/g)) {
        expect(files, `${page} links to ${link}`).toContain(path.posix.join(path.posix.dirname(page), link!));
      }
    }
  });

  it('holds nothing that does not run or is not read', () => {
    const kinds =
      /^(package(\.nls[\w.-]*)?\.json|(README|CHANGELOG)\.md|LICENSE|[\w.-]+\.png|language-configuration\.json)$/;
    const folders =
      /^(dist\/(client|server|webview)\/[\w.-]+\.js|dist\/webview\/[\w.-]+\.css|dist\/cli\.js|(l10n|syntaxes|snippets)\/|docs\/(cheat-sheet|dynamics|format|groups|skills|skills-on-one-page|(patterns|walkthrough)\/[a-z-]+)\.md$|images\/changed\.svg$|examples\/first-steps\.recording\.md$)/;
    expect(files.filter((file) => !kinds.test(file) && !folders.test(file))).toEqual([]);
  });

  it('leaves to the pages what only they say of a pattern, and the core asks for none of it', () => {
    const core = readFileSync(path.join(root, 'dist/server/core.js'), 'utf8');
    const plainly = patterns.flatMap(({ page }) =>
      Object.values(page).flatMap((prose) => prose.match(/[A-Za-z ,]{40,}/)?.[0] ?? []),
    );
    expect(plainly.length).toBeGreaterThan(50);
    expect(plainly.filter((prose) => core.includes(prose))).toEqual([]);
    for (const room of ['group', 'report', 'language'])
      for (const file of readdirSync(path.join(root, 'server/src', room)))
        expect(readFileSync(path.join(root, 'server/src', room, file), 'utf8'), file).not.toMatch(
          /pattern\.page\b|thresholds?\b.*\.why\b/,
        );
  });

  it('is small', () => {
    for (const file of files) {
      expect(existsSync(path.join(root, file)), file).toBe(true);
      expect(bytes(file), `${file} is empty`).toBeGreaterThan(0);
      expect(bytes(file), `${file} is large`).toBeLessThan(2_500_000);
    }
    expect(files.reduce((sum, file) => sum + bytes(file), 0)).toBeLessThan(8_000_000);
  });
});
