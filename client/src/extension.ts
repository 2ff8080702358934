/** Where the extension starts and stops. Everything it does stands in the files beside this one, one concern each. */
import type { CommentThread, ExtensionContext, Uri } from 'vscode';
import { showAgenda } from './agenda.ts';
import { registerAuthor } from './author.ts';
import { followCaret } from './caret.ts';
import { followChanges } from './changed.ts';
import { registerRestart, type Server, startServer } from './connection.ts';
import { registerExplain } from './explain.ts';
import { registerLevels } from './levels.ts';
import { registerNewRecording } from './new-recording.ts';
import { registerPages } from './pages.ts';
import { compareReaders } from './readers.ts';
import { registerRearranging } from './rearrange.ts';
import { followStandings } from './standings.ts';
import { showStatus } from './status.ts';
import { registerSteps } from './steps.ts';
import { registerThreadCommands } from './thread-commands.ts';
import { showThreads } from './threads.ts';

let server: Server | undefined;

/** What other extensions can ask: VS Code itself does not tell which threads a controller holds. */
export interface Extension {
  readonly threadsOn: (uri: Uri) => readonly CommentThread[];
}

/** Called by VS Code for the first recording or command. Does not wait for the server. */
export function activate(context: ExtensionContext): Extension {
  server = startServer(context);
  const board = showThreads(server);
  const standings = followStandings(server);
  context.subscriptions.push(
    server,
    registerRestart(server),
    registerExplain(context.extensionUri),
    registerLevels(),
    registerNewRecording(server),
    registerRearranging(server),
    registerSteps(server),
    registerPages(context.extensionUri),
    showStatus(server),
    followCaret(server),
    registerAuthor(),
    board,
    registerThreadCommands(server, board),
    standings,
    followChanges(context, standings),
    showAgenda(server),
    compareReaders(server),
  );
  return { threadsOn: board.threadsOn };
}

/** Called by VS Code before it ends; it waits for the server to have ended. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
