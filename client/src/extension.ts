/** Where the extension starts and stops. Everything it does stands in the files beside this one, one concern each. */
import type { ExtensionContext } from 'vscode';
import { followCaret } from './caret.ts';
import { registerRestart, type Server, startServer } from './connection.ts';
import { registerExplain } from './explain.ts';
import { registerLevels } from './levels.ts';
import { registerNewRecording } from './new-recording.ts';
import { registerPages } from './pages.ts';
import { registerRearranging } from './rearrange.ts';
import { showStatus } from './status.ts';
import { registerSteps } from './steps.ts';

let server: Server | undefined;

/** Called by VS Code for the first recording or command. Does not wait for the server. */
export function activate(context: ExtensionContext): void {
  server = startServer(context);
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
  );
}

/** Called by VS Code before it ends; it waits for the server to have ended. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
