/** The language server in a web worker. Its first message says where the core is; from then on it hears the protocol. */
import * as protocol from 'vscode-languageserver';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './language/serve.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

/** The core is the file that Node loads as well, so it finds around it what a module finds there. */
function load(address: string) {
  const module = {} as { exports: typeof import('./core.ts') };
  Object.assign(scope, { module, require: () => protocol });
  scope.importScripts(address);
  return module.exports.openDesk;
}

scope.addEventListener(
  'message',
  ({ data }: MessageEvent<string>) =>
    serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), () =>
      load(data),
    ),
  { once: true },
);
