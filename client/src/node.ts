/** Where the extension starts on Node: the server is a process of its own, spoken to over IPC. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { close, type Extension, open } from './extension.ts';

/** Called by VS Code for the first recording or command. */
export function activate(context: ExtensionContext): Extension {
  const module = context.asAbsolutePath('dist/server/node.js');
  return open(
    context,
    (id, title, options) => new LanguageClient(id, title, { module, transport: TransportKind.ipc }, options),
  );
}

/** Called by VS Code before it ends. */
export const deactivate = close;
