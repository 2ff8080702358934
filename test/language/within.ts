/** The server within this process, so that a test can see what it makes; asked everything that can be asked about a text. */
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { serve } from '../../server/src/language/serve.ts';
import { openDesk } from '../../server/src/language/server.ts';
import { PULLING } from './session.ts';

/** What an editor asks about a document as a whole. */
const OF_THE_WHOLE = [
  'textDocument/diagnostic',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/semanticTokens/full',
  'textDocument/codeLens',
];
/** What an editor asks about a place in it. */
const OF_A_PLACE = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/prepareRename',
  'textDocument/rename',
];
/** What this extension asks about a document. */
const OF_OURS = [
  'processRecording/notes',
  'processRecording/threads',
  'processRecording/standing',
  'processRecording/readings',
];

/** One answer, with the request it is to. */
export interface Answer {
  readonly method: string;
  readonly line?: number;
  readonly result: unknown;
}

export interface Within {
  readonly connection: ProtocolConnection;
  /** Opens the text, asks everything about the whole, about `columns` of every line and about what was found, and closes it. */
  readonly everything: (text: string, uri?: string) => Promise<readonly Answer[]>;
}

/** Starts the server. It ends with the test. */
export async function startWithin(): Promise<Within> {
  const up = new PassThrough();
  const down = new PassThrough();
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), () => openDesk);
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { ...PULLING, textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } } },
    initializationOptions: { commands: true, settings: { calmWhileTyping: false, profile: 'all' } },
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    everything: async (text, uri = 'memory:/within.recording.md') => {
      const answers: Answer[] = [];
      const ask = async (method: string, params: object, line?: number): Promise<unknown> => {
        // A name that cannot be given is refused in words.
        const result: unknown = await connection
          .sendRequest(method, params)
          .catch((error: Error) => error.message);
        answers.push({ method, ...(line === undefined ? {} : { line }), result });
        return result;
      };
      const textDocument = { uri };
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'process-recording', version: 1, text },
      });
      const lines = text.split(/\r\n|\n|\r/);
      const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
      for (const method of OF_THE_WHOLE) await ask(method, { textDocument });
      for (const method of OF_OURS) await ask(method, { uri });
      await ask('textDocument/inlayHint', { textDocument, range: whole });
      await ask('textDocument/codeAction', { textDocument, range: whole, context: { diagnostics: [] } });
      await ask('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } });
      await ask('processRecording/agenda', {});
      await ask('workspace/symbol', { query: '' });
      for (const [line, words] of lines.entries())
        for (const character of new Set([Math.min(3, words.length), words.length >> 1, words.length]))
          for (const method of OF_A_PLACE)
            await ask(
              method,
              {
                textDocument,
                position: { line, character },
                newName: 'Zadie',
                context: { includeDeclaration: true },
              },
              line,
            );
      await connection.sendNotification('textDocument/didClose', { textDocument });
      return answers;
    },
  };
}
