/** Hands the recordings of the open folders to the server, from whatever file system they are kept on. */
import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FILES, FileOnShelf, READ_FILE, ReadFileParams } from '../../server/src/language/protocol.ts';

const files: typeof FILES = 'processRecording/files';
const readFile: typeof READ_FILE = 'processRecording/readFile';

/** More than a folder of recordings holds. */
const MOST_FILES = 2000;

/** The longest file that is read, in bytes; the server looks at no more of one. */
const LONGEST_FILE = 4 * 1024 * 1024;

/** Answers the server's questions for files. Only recordings inside the open folders are handed over. */
export function answerForFiles(client: BaseLanguageClient): void {
  client.onRequest(files, async (): Promise<readonly FileOnShelf[]> => {
    const found = await findRecordings(MOST_FILES);
    const stamped = await Promise.all(
      found.map(async (uri) => {
        const stat = await statOf(uri);
        return stat && stat.size <= LONGEST_FILE
          ? [{ uri: client.code2ProtocolConverter.asUri(uri), stamp: `${stat.mtime} ${stat.size}` }]
          : [];
      }),
    );
    return stamped.flat();
  });
  client.onRequest(readFile, async ({ uri }: ReadFileParams): Promise<string | null> => {
    const file = Uri.parse(uri, true);
    if (!file.path.endsWith('.recording.md') || !workspace.getWorkspaceFolder(file)) return null;
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(file));
    } catch {
      return null;
    }
  });
}

/** Where VS Code itself searches. Elsewhere a search would wait for a provider, and for one that never comes, for ever. */
const SEARCHED = ['file', 'vscode-remote'];

/** The recordings in the open folders, wherever these are kept. */
export async function findRecordings(most: number): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  for (const folder of workspace.workspaceFolders ?? [])
    if (!SEARCHED.includes(folder.uri.scheme)) await collect(folder.uri, found, most);
    else if (found.length < most) {
      const pattern = new RelativePattern(folder, '**/*.recording.md');
      found.push(...(await workspace.findFiles(pattern, '**/node_modules/**', most - found.length)));
    }
  return found;
}

async function collect(folder: Uri, found: Uri[], most: number): Promise<void> {
  for (const [name, type] of await entriesOf(folder)) {
    if (found.length >= most) return;
    const place = Uri.joinPath(folder, name);
    // Links are left alone: one may lead back up.
    if (type === FileType.Directory && !name.startsWith('.') && name !== 'node_modules')
      await collect(place, found, most);
    else if (type === FileType.File && name.endsWith('.recording.md')) found.push(place);
  }
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return []; // not ours to read
  }
}

async function statOf(uri: Uri): Promise<{ readonly mtime: number; readonly size: number } | undefined> {
  try {
    return await workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}
