/** The language server as the rest of the client knows it, wherever it runs: `node.ts` and `browser.ts` say how it starts. */

import type { LogOutputChannel, TextDocument } from 'vscode';
import { commands, type Disposable, type Event, EventEmitter, env, l10n, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  vsdiag,
} from 'vscode-languageclient';
import type { Settings, StartOptions, SUMMARY, Summary } from '../../server/src/language/protocol.ts';
import { answerForFiles } from './files.ts';
import { LANGUAGE } from './recordings.ts';
import { traced } from './trace.ts';

/** The address at which `explain.ts` answers, without its scheme. */
const PAGES = 'process-recording.process-recording/patterns/';

const summarised: typeof SUMMARY = 'processRecording/summary';

/** The server as the rest of the client sees it: it may come and go. */
export interface Server extends Disposable {
  readonly state: () => 'starting' | 'running' | 'stopped';
  readonly onDidChangeState: Event<void>;
  /** Counts of a recording, after each time it was looked at. */
  readonly onSummary: Event<Summary>;
  /** Sends a notification; while the server is not running, nothing is sent. */
  readonly tell: (method: string, params: unknown) => void;
  /** Asks the server something; undefined while it is not running, or when it could not answer. */
  readonly ask: <Answer>(method: string, params: unknown) => Promise<Answer | undefined>;
  /** The address of a document as the server knows it. */
  readonly addressOf: (document: TextDocument) => string;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Makes a client that will start a server of its own, under the given id and title. */
export type NewClient = (id: string, title: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server and returns at once. A failure is shown by the client library and by `state`. */
export function startServer(newClient: NewClient): Server {
  const channel = window.createOutputChannel(l10n.t('Process Recording'), { log: true });
  const stateChanged = new EventEmitter<void>();
  const summaries = new EventEmitter<Summary>();

  const start = (): { readonly client: BaseLanguageClient; readonly started: Promise<void> } => {
    // Not `processRecording`: under that id the library would read a trace level that writes out whole messages.
    const client: BaseLanguageClient = newClient(LANGUAGE, l10n.t('Process Recording'), {
      ...optionsFor(channel),
      errorHandler: {
        // What is typed into a server that has just died cannot be written to it. The library would take a fourth such
        // message for a reason to stop for good; that the connection is closed is told in a moment, and then it starts again.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => usual.closed(),
      },
    });
    const usual = client.createDefaultErrorHandler();
    answerForFiles(client);
    client.onNotification(summarised, (summary: Summary) => summaries.fire(summary));
    client.onDidChangeState(() => stateChanged.fire());
    // The library has told the user already; what matters here is that nobody is left waiting.
    return { client, started: client.start().catch(() => stateChanged.fire()) };
  };
  let running = start();
  let isRestarting = false;

  const stop = async (): Promise<void> => {
    const { client, started } = running;
    await started;
    if (!client.needsStop()) return;
    // A server that does not end in time is ended by the library; there is nothing left to do about it here.
    await client.stop().catch(() => {});
  };

  return {
    state: () => {
      const { state } = running.client;
      if (state === State.Running) return 'running';
      return state === State.Starting || isRestarting ? 'starting' : 'stopped';
    },
    onDidChangeState: stateChanged.event,
    onSummary: summaries.event,
    tell: (method, params) => {
      const { client } = running;
      if (client.isRunning()) client.sendNotification(method, params).catch(() => {});
    },
    ask: async <Answer>(method: string, params: unknown) => {
      await running.started;
      const { client } = running;
      if (!client.isRunning()) return undefined;
      return client.sendRequest<Answer>(method, params).catch(() => undefined);
    },
    addressOf: ({ uri }) => running.client.code2ProtocolConverter.asUri(uri),
    restart: async () => {
      if (isRestarting) return;
      isRestarting = true;
      try {
        await stop();
        // A new client each time: the library's own cannot start again once a start has failed.
        running = start();
        await running.started;
      } finally {
        isRestarting = false;
        stateChanged.fire();
      }
    },
    stop,
    dispose: () => {
      channel.dispose();
      stateChanged.dispose();
      summaries.dispose();
    },
  };
}

/** The command *Restart Server*. */
export function registerRestart(server: Server): Disposable {
  return commands.registerCommand('processRecording.restartServer', () => server.restart());
}

function optionsFor(channel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: LANGUAGE }],
    // Read at each start. Later changes reach the server by the notification that it registers for.
    initializationOptions: (): StartOptions => ({
      pages: `${env.uriScheme}://${PAGES}`,
      commands: true,
      files: true,
      settings: settings(),
    }),
    outputChannel: channel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true },
    middleware: {
      ...traced(channel),
      // Nothing is said about what cannot be changed: the older version beside this one in a comparison, say.
      provideDiagnostics: (document, previous, token, next) =>
        workspace.fs.isWritableFileSystem('uri' in document ? document.uri.scheme : document.scheme) === false
          ? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }
          : next(document, previous, token),
    },
  };
}

function settings(): Settings {
  const own = workspace.getConfiguration('processRecording');
  return {
    profile: own.get<'core' | 'all'>('profile', 'core'),
    patterns: own.get<Record<string, unknown>>('patterns', {}),
    calmWhileTyping: own.get('calmWhileTyping', true),
    pause: own.get('pause', 1500),
    completion: own.get('completion', {}),
    inlayHints: own.get('inlayHints', {}),
    codeLens: own.get('codeLens', {}),
    format: own.get('format', {}),
    checkFolder: own.get('checkFolder', false),
    author: own.get<NonNullable<Settings['author']>>('author', {}),
  };
}
