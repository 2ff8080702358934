/** Where the extension starts in a browser: the server is a web worker beside the one that the extension runs in. */
import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type Message,
} from 'vscode-languageclient/browser';
import { close, type Extension, open } from './extension.ts';

/** Sends what a pipe would: VS Code's settings are proxies, which cannot be cloned, and its positions lose their numbers. */
class PlainWriter extends BrowserMessageWriter {
  override write(message: Message): Promise<void> {
    return super.write(JSON.parse(JSON.stringify(message)));
  }
}

/** A client whose worker ends with it: unlike a process, a worker does not end because it is told to exit. */
class WorkerClient extends LanguageClient {
  #worker: Worker | undefined;

  /** @param folder where the worker's script is, and the files that it is told to load as they are needed */
  constructor(folder: Uri, ...[id, title, options]: Parameters<Parameters<typeof open>[1]>) {
    const address = `${folder.toString(true)}/`;
    super(
      id,
      title,
      async () => {
        this.#worker = new Worker(`${address}browser.js`);
        this.#worker.postMessage(address);
        // The library would know a worker by its class, and VS Code gives the extension one of its own making.
        return {
          reader: new BrowserMessageReader(this.#worker),
          writer: new PlainWriter(this.#worker),
        };
      },
      options,
    );
  }

  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.#worker?.terminate();
    }
  }
}

/** Called by VS Code for the first recording or command. */
export function activate(context: ExtensionContext): Extension {
  const folder = Uri.joinPath(context.extensionUri, 'dist/server');
  return open(context, (...how) => new WorkerClient(folder, ...how));
}

/** Called by VS Code before it ends. */
export const deactivate = close;
