/** The language server in a web worker. Its first message says in which folder its files are; from then on it hears the protocol. */
const scope = self as unknown as DedicatedWorkerGlobalScope;

/** The files are those that Node loads as well, so they find around them what a module finds there. */
function requireFrom(folder: string): (file: string) => unknown {
  const loaded = new Map<string, unknown>();
  return (file) => {
    if (!loaded.has(file)) {
      const module = { exports: {} };
      Object.assign(scope, { module, exports: module.exports });
      scope.importScripts(folder + file);
      loaded.set(file, module.exports);
    }
    return loaded.get(file);
  };
}

function start(): void {
  const { BrowserMessageReader, BrowserMessageWriter, createConnection } =
    require('vscode-languageserver/browser') as typeof import('vscode-languageserver/browser');
  const { serve } = require('./language/serve.ts') as typeof import('./language/serve.ts');
  serve(
    createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)),
    () => (require('./core.ts') as typeof import('./core.ts')).openDesk,
  );
}

scope.addEventListener(
  'message',
  ({ data }: MessageEvent<string>) => {
    Object.assign(scope, { require: requireFrom(data) });
    start();
  },
  { once: true },
);
