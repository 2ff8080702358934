/** The language server on Node: `--stdio`, `--node-ipc` or `--socket=PORT`. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import type { FileOnShelf } from './language/protocol.ts';
import { serve } from './language/serve.ts';
import type { ShelfOf } from './language/shelf.ts';

// Else V8 makes two things of each of a thousand expressions, one to interpret and then code, and nearly all are used often.
setFlagsFromString('--no-regexp-tier-up');
// The room for new objects stays as small as it starts: 40 MB less are held, for a tenth more of processor time a key.
setFlagsFromString('--semi-space-growth-factor=1');
// Garbage is let grow to six tenths of what is held before it is collected, and not to several times as much: 10 MB less.
setFlagsFromString('--heap-growing-percent=60');

/** More than a folder of recordings holds. */
const MOST_FILES = 2000;

/** Reads folders for editors whose client does not hand files over. Links are not followed. */
const diskShelf: ShelfOf = (folders) => ({
  list: async () => {
    const found: FileOnShelf[] = [];
    for (const folder of folders)
      if (folder.startsWith('file:')) await collect(fileURLToPath(folder), found).catch(() => {});
    return found;
  },
  read: (uri) => readFile(fileURLToPath(uri), 'utf8').catch(() => undefined),
});

async function collect(folder: string, found: FileOnShelf[]): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (found.length >= MOST_FILES) return;
    const place = path.join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      await collect(place, found).catch(() => {});
    else if (entry.isFile() && entry.name.endsWith('.recording.md')) {
      const { mtimeMs, size } = await stat(place);
      found.push({ uri: pathToFileURL(place).href, stamp: `${mtimeMs} ${size}` });
    }
  }
}

serve(
  createConnection(),
  () => (require('./core.ts') as typeof import('./core.ts')).openDesk,
  `${pathToFileURL(path.join(__dirname, '../../docs/patterns')).href}/`,
  diskShelf,
);
