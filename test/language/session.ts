/** A real client of the real server: the bundle, started as an editor starts it, over its standard streams. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';

const bundle = path.resolve('dist/server/node.js');

export const PULLING: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
  workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
};

export interface Session {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  readonly open: (uri: string, text: string) => void;
  /** Replaces [start, end) of `text` (offsets) and gives the text after. */
  readonly edit: (uri: string, text: string, start: number, end: number, insert: string) => string;
  readonly pull: (uri: string, previousResultId?: string) => Promise<DocumentDiagnosticReport>;
  readonly findings: (uri: string) => Promise<Diagnostic[]>;
  readonly actions: (uri: string, diagnostic: Diagnostic) => Promise<CodeAction[]>;
  readonly pushed: (
    uri: string,
    is?: (items: readonly Diagnostic[]) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  readonly refreshed: () => Promise<void>;
  readonly log: readonly string[];
  readonly stop: () => Promise<void>;
}

export async function startSession(
  capabilities: ClientCapabilities = PULLING,
  options: object = { commands: true },
  folders: readonly string[] = [],
): Promise<Session> {
  const child = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  const log: string[] = [];
  const waiting: {
    uri: string;
    is: (items: readonly Diagnostic[]) => boolean;
    done: (items: readonly Diagnostic[]) => void;
  }[] = [];
  const refreshes: (() => void)[] = [];
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
  });
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      for (const one of waiting.splice(0)) {
        if (one.uri === uri && one.is(diagnostics)) one.done(diagnostics);
        else waiting.push(one);
      }
    },
  );
  connection.onRequest('workspace/diagnostic/refresh', () => {
    for (const done of refreshes.splice(0)) done();
    return null;
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    capabilities,
    initializationOptions: options,
  });
  await connection.sendNotification('initialized', {});
  const versions = new Map<string, number>();

  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId ? { previousResultId } : {}),
    });
  return {
    connection,
    process: child,
    initialized,
    log,
    pull,
    open: (uri, text) => {
      versions.set(uri, 1);
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'process-recording', version: 1, text },
      });
    },
    edit: (uri, text, start, end, insert) => {
      const version = (versions.get(uri) ?? 1) + 1;
      versions.set(uri, version);
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [
          { range: { start: positionAt(text, start), end: positionAt(text, end) }, text: insert },
        ],
      });
      return text.slice(0, start) + insert + text.slice(end);
    },
    findings: async (uri) => {
      const report = await pull(uri);
      return report.kind === 'full' ? report.items : [];
    },
    actions: (uri, diagnostic) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      }),
    pushed: (uri, is = () => true) => new Promise((done) => waiting.push({ uri, is, done })),
    refreshed: () => new Promise((done) => refreshes.push(done)),
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
      child.kill();
    },
  };
}

export function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before[before.length - 1]!.length };
}

export function offsetAt(text: string, position: { line: number; character: number }): number {
  let at = 0;
  for (let line = 0; line < position.line; line++)
    at += /^[^\r\n]*(?:\r\n|\n|\r)/.exec(text.slice(at))![0].length;
  return at + position.character;
}

/** The text after a workspace edit on one document. */
export function applied(text: string, edit: WorkspaceEdit): string {
  const edits = [
    ...Object.values(edit.changes ?? {}).flat(),
    ...(edit.documentChanges ?? []).flatMap((change) =>
      'edits' in change ? (change.edits as TextEdit[]) : [],
    ),
  ];
  return [...edits]
    .sort((a, b) => offsetAt(text, b.range.start) - offsetAt(text, a.range.start))
    .reduce(
      (after, { range, newText }) =>
        after.slice(0, offsetAt(after, range.start)) + newText + after.slice(offsetAt(after, range.end)),
      text,
    );
}
