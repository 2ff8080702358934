/** What the extension is made of, in every host alike. Everything it does stands in the files beside this one, one concern each. */
import type { CommentThread, ExtensionContext, Uri } from 'vscode';
import { type Agenda, showAgenda } from './agenda.ts';
import { registerAuthor } from './author.ts';
import { followCaret } from './caret.ts';
import { type Changes, followChanges } from './changed.ts';
import { type NewClient, registerRestart, type Server, startServer } from './connection.ts';
import { watchSaves } from './cut-short.ts';
import { registerExplain } from './explain.ts';
import { registerLevels } from './levels.ts';
import { registerNewRecording } from './new-recording.ts';
import { registerPages } from './pages.ts';
import { registerPreview } from './preview.ts';
import { compareReaders } from './readers.ts';
import { registerRearranging } from './rearrange.ts';
import { followStandings, type Standings } from './standings.ts';
import { showStatus } from './status.ts';
import { registerSteps } from './steps.ts';
import { registerThreadCommands, type ThreadCommands } from './thread-commands.ts';
import { showThreads } from './threads.ts';

let server: Server | undefined;

/** What other extensions can ask: VS Code itself does not tell what a controller, a decoration or a view holds. */
export interface Extension {
  readonly threadsOn: (uri: Uri) => readonly CommentThread[];
  readonly drafts: ThreadCommands['drafts'];
  readonly standingOf: Standings['of'];
  readonly changedIn: Changes['changedIn'];
  readonly agenda: Agenda['tree'];
}

/** Puts everything in its place. Does not wait for the server. */
export function open(context: ExtensionContext, newClient: NewClient): Extension {
  server = startServer(newClient);
  const board = showThreads(server);
  const threads = registerThreadCommands(server, board);
  const standings = followStandings(server);
  const changes = followChanges(context, standings);
  const agenda = showAgenda(server);
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
    threads,
    standings,
    changes,
    agenda,
    compareReaders(server),
    registerPreview(context, server),
    watchSaves(),
  );
  return {
    threadsOn: board.threadsOn,
    drafts: threads.drafts,
    standingOf: standings.of,
    changedIn: changes.changedIn,
    agenda: agenda.tree,
  };
}

/** Ends the server; VS Code waits for it. */
export async function close(): Promise<void> {
  await server?.stop();
}
