/** The recordings of a folder, also those that are not open: found and read by the client, or by whoever starts the server. */
import type { Connection } from 'vscode-languageserver';
import { FILES, type FileOnShelf, READ_FILE, type ReadFileParams } from './protocol.ts';

/** Finds and reads files. Nothing here knows a disk: in VS Code the client answers, so that any file system will do. */
export interface Shelf {
  /** All recordings in the folders, each with a stamp that changes when its text may have changed. */
  readonly list: () => Promise<readonly FileOnShelf[]>;
  /** The text of one; undefined where it cannot be read. */
  readonly read: (uri: string) => Promise<string | undefined>;
}

/** Makes a shelf for the folders (addresses) that an editor has open. */
export type ShelfOf = (folders: readonly string[]) => Shelf;

/** A shelf whose files the client hands over. */
export function clientShelf(connection: Connection): Shelf {
  return {
    list: () => connection.sendRequest<readonly FileOnShelf[]>(FILES).catch(() => []),
    read: (uri) => {
      const params: ReadFileParams = { uri };
      return connection
        .sendRequest<string | null>(READ_FILE, params)
        .then((text) => text ?? undefined)
        .catch(() => undefined);
    },
  };
}
