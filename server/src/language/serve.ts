/** The door: says at once what the server can do, and has the rest of it loaded when the editor is ready to go on. */
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { offersTo } from './offers.ts';
import type { openDesk } from './server.ts';
import type { ShelfOf } from './shelf.ts';

/**
 * Starts serving on a connection.
 * @param load gives what opens the desk; called once, between the answer to `initialize` and the first recording
 * @param defaultPages where the pages of the patterns are when the editor does not say (ends in `/`)
 * @param shelfOf reads folders for editors whose client does not
 */
export function serve(
  connection: Connection,
  load: () => typeof openDesk,
  defaultPages?: string,
  shelfOf?: ShelfOf,
): void {
  let params: InitializeParams | undefined;
  connection.onInitialize((given): InitializeResult => {
    params = given;
    return {
      serverInfo: { name: 'process-recording', version: '0.1.0' },
      capabilities: offersTo(given.capabilities),
    };
  });
  connection.onInitialized(() => {
    if (params === undefined) return;
    load()(connection, params, defaultPages, shelfOf);
    params = undefined;
  });
  connection.listen();
}
