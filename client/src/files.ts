/** Hands the recordings of the open folders to the server, from whatever file system they are kept on. */
import { Uri, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FILES, FileOnShelf, READ_FILE, ReadFileParams } from '../../server/src/language/protocol.ts';

const files: typeof FILES = 'processRecording/files';
const readFile: typeof READ_FILE = 'processRecording/readFile';

/** More than a folder of recordings holds. */
const MOST_FILES = 2000;

/** The longest file that is read, in bytes; the server looks at no more of one. */
const LONGEST_FILE = 4 * 1024 * 1024;

/** Answers the server's questions for files. Only recordings inside the open folders are handed over. */
export function answerForFiles(client: LanguageClient): void {
  client.onRequest(files, async (): Promise<readonly FileOnShelf[]> => {
    const found = await workspace.findFiles('**/*.recording.md', '**/node_modules/**', MOST_FILES);
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

async function statOf(uri: Uri): Promise<{ readonly mtime: number; readonly size: number } | undefined> {
  try {
    return await workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}
