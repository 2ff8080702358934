/** The rules of the rooms: who may know whom. See docs/architecture.md. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(__dirname, '..');
/** In this order; a room may know the rooms above it, and `practice`, which is data and knows nobody. */
const ROOMS = ['recording', 'talk', 'group', 'practice', 'patterns', 'report', 'language'];
const STARTERS = ['node.ts', 'browser.ts', 'cli.ts', 'core.ts'];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

function importsBelow(folder: string): Import[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, folder, file), 'utf8');
      return Array.from(
        text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'/gm),
        (found) => ({
          file: path.posix.join(folder, file.split(path.sep).join('/')),
          from: found[2]!.startsWith('.')
            ? path.posix.join(folder, path.posix.dirname(file.split(path.sep).join('/')), found[2]!)
            : found[2]!,
          typeOnly: found[1] !== undefined,
        }),
      );
    });
}

const roomOf = (file: string): string | undefined => /^server\/src\/([^/]+)\//.exec(file)?.[1];
const server = importsBelow('server/src');
const client = importsBelow('client/src');
const page = importsBelow('client/webview');

describe('the server', () => {
  test('there are imports to judge', () => {
    expect(server.length).toBeGreaterThan(100);
    expect(client.length).toBeGreaterThan(10);
  });

  test('a room knows only the rooms above it', () => {
    const wrong = server.filter(({ file, from }) => {
      const own = roomOf(file);
      const other = roomOf(from);
      return own !== undefined && other !== undefined && ROOMS.indexOf(other) > ROOMS.indexOf(own);
    });
    expect(wrong).toEqual([]);
  });

  test('every room is one of the plan', () => {
    expect(
      [...new Set(server.map(({ file }) => roomOf(file)).filter((room) => room !== undefined))].sort(),
    ).toEqual([...ROOMS].sort());
  });

  test('practice is data and knows nobody', () => {
    expect(
      server.filter(({ file, from }) => roomOf(file) === 'practice' && roomOf(from) !== 'practice'),
    ).toEqual([]);
  });

  test('only language and the starters know the protocol', () => {
    expect(
      server.filter(
        ({ file, from }) =>
          from.startsWith('vscode-languageserver') &&
          roomOf(file) !== 'language' &&
          !STARTERS.some((one) => file.endsWith(`/${one}`)),
      ),
    ).toEqual([]);
  });

  test('nothing knows the editor, and only node.ts and cli.ts know Node', () => {
    expect(server.filter(({ from }) => from === 'vscode')).toEqual([]);
    expect(
      server.filter(({ file, from }) => from.startsWith('node:') && !/\/(?:node|cli)\.ts$/.test(file)),
    ).toEqual([]);
  });

  test('nothing can reach a network', () => {
    const talking =
      /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(|from '(?:node:)?(?:https?|net|tls|dgram)'/;
    for (const folder of ['server/src', 'client/src', 'client/webview']) {
      for (const file of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
        (name) => name.endsWith('.ts'),
      )) {
        expect(talking.test(readFileSync(path.join(root, folder, file), 'utf8')), `${folder}/${file}`).toBe(
          false,
        );
      }
    }
  });
});

describe('the client', () => {
  test('knows the server by its types alone', () => {
    const known = client.filter(({ from }) => from.startsWith('server/'));
    expect(known.length).toBeGreaterThan(0);
    expect(known.filter(({ typeOnly }) => !typeOnly)).toEqual([]);
  });

  test('knows where it runs only where it starts: all else is the same in a browser', () => {
    const ofAHost = client.filter(
      ({ from }) => from.startsWith('node:') || /^vscode-languageclient\/(?:node|browser)$/.test(from),
    );
    expect(ofAHost.map(({ file, from }) => `${path.posix.basename(file)} ${from}`).sort()).toEqual([
      'browser.ts vscode-languageclient/browser',
      'node.ts vscode-languageclient/node',
    ]);
  });

  test('knows the page in its panel by types alone, and the page knows neither editor nor client', () => {
    expect(client.filter(({ from, typeOnly }) => from.startsWith('client/webview/') && !typeOnly)).toEqual(
      [],
    );
    expect(page.length).toBeGreaterThan(10);
    const strangers = page.filter(
      ({ from, typeOnly }) =>
        !from.startsWith('client/webview/') && !(typeOnly && from.startsWith('server/src/')),
    );
    expect(strangers).toEqual([]);
  });

  test('the page in its panel takes no text for HTML', () => {
    for (const file of readdirSync(path.join(root, 'client/webview')).filter((name) => name.endsWith('.ts')))
      expect(readFileSync(path.join(root, 'client/webview', file), 'utf8'), file).not.toMatch(
        /innerHTML|outerHTML\s*=|insertAdjacentHTML|DOMParser|createContextualFragment|document\.write|\beval\b|new Function/,
      );
  });
});
