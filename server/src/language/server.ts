/** The language server: a thin shell that turns the core's answers into the protocol's. Nothing is thrown across it. */
import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Analysis } from '../patterns/analyse.ts';
import type { Settings as Judging } from '../patterns/engine.ts';
import type { Finding } from '../patterns/model.ts';
import { DEFAULT_SETTINGS, readSettings } from '../patterns/settings.ts';
import type { Fault } from '../recording/model.ts';
import { calmly, keyOf } from './calm.ts';
import { type Abilities, codeActionsFor, overlaps } from './code-actions.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { type OpenRecording, openRecordings } from './documents.ts';
import { CARET, type Caret, type Settings, type StartOptions, SUMMARY, type Summary } from './protocol.ts';

/** Milliseconds after a change before diagnostics are pushed to an editor that cannot pull. */
const PUSH_DELAY = 60;
const DEFAULT_PAUSE = 1500;

interface Report {
  readonly id: string;
  readonly items: readonly { readonly diagnostic: Diagnostic; readonly of: Finding | Fault }[];
  readonly said: ReadonlySet<string>;
  readonly text: string;
  /** What it reports on; undefined while something is held back and the report is to be made again. */
  readonly on: Analysis | undefined;
}

/**
 * Starts serving on a connection.
 * @param defaultPages where the pages of the patterns are when the editor does not say (ends in `/`)
 */
export function serve(connection: Connection, defaultPages?: string): void {
  let start: StartOptions = {};
  let judging: Judging = DEFAULT_SETTINGS;
  let settings: Settings = {};
  let abilities: Abilities = { snippets: false, versions: false, commands: false };
  let can = {
    pull: false,
    refresh: false,
    related: false,
    configuration: false,
    dynamicConfiguration: false,
  };
  const faulted = new Set<string>();
  const reports = new Map<string, Report>();
  const carets = new Map<string, number>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let serial = 0;

  const documents = openRecordings((id, error) => {
    // Once a pattern is enough, and never with content: the message of an error may quote the text.
    if (faulted.has(id)) return;
    faulted.add(id);
    connection.console.error(
      `The pattern ${id} failed (${error instanceof Error ? error.name : 'unknown'}). The others go on.`,
    );
  });

  const pageOf = (id: string): string | undefined => {
    const base = start.pages ?? defaultPages;
    return base === undefined ? undefined : base.startsWith('file:') ? `${base}${id}.md` : `${base}${id}`;
  };

  /** The diagnostics of a document as it stands; the same id for as long as they are the same. */
  const report = (open: OpenRecording): Report => {
    const analysis = open.analyst.analysis(judging);
    const before = reports.get(open.uri);
    if (before?.on === analysis) return before;
    const pause = settings.calmWhileTyping === false ? 0 : (settings.pause ?? DEFAULT_PAUSE);
    const shown = calmly(analysis, open, before?.said ?? new Set(), pause, Date.now(), carets.get(open.uri));
    const diagnostics = diagnosticsOf(analysis, shown.findings, shown.faults, open.text, pageOf, can.related);
    const of = [...shown.faults, ...shown.findings];
    const text = JSON.stringify(diagnostics);
    const said =
      shown.heldBack && before
        ? before.said
        : new Set([
            ...shown.findings.map((finding) => keyOf(finding, analysis)),
            ...shown.faults.map(({ code }) => code),
          ]);
    const made: Report = {
      id: before?.text === text ? before.id : `${++serial}`,
      items: diagnostics.map((diagnostic, index) => ({ diagnostic, of: of[index]! })),
      said,
      text,
      on: shown.heldBack ? undefined : analysis,
    };
    reports.set(open.uri, made);
    if (shown.heldBack) later(open.uri, pause);
    void connection.sendNotification(SUMMARY, {
      uri: open.uri,
      version: open.version,
      turns: analysis.recording.turns.length,
      workerTurns: analysis.recording.turns.filter((turn) => turn.speaker.kind === 'worker').length,
      findings: analysis.findings.length,
      strengths: analysis.strengths.length,
      faults: analysis.recording.faults.length,
    } satisfies Summary);
    return made;
  };

  const push = (uri: string): void => {
    const open = documents.get(uri);
    if (open)
      void connection.sendDiagnostics({
        uri,
        version: open.version,
        diagnostics: report(open).items.map(({ diagnostic }) => diagnostic),
      });
  };

  /** Says again what may be said, once `delay` has passed without another reason to wait. */
  const later = (uri: string, delay: number): void => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        if (can.pull) {
          if (can.refresh) connection.languages.diagnostics.refresh();
        } else push(uri);
      }, delay),
    );
  };

  const again = (): void => {
    if (can.pull) {
      if (can.refresh) connection.languages.diagnostics.refresh();
    } else for (const open of documents.all()) push(open.uri);
  };

  const apply = (next: Settings): void => {
    settings = next;
    const { settings: read, faults } = readSettings(next.profile, next.patterns);
    judging = read;
    for (const fault of faults) connection.console.warn(fault);
  };

  const fetchSettings = async (): Promise<void> => {
    try {
      const given: unknown = await connection.workspace.getConfiguration('processRecording');
      apply(given !== null && typeof given === 'object' ? (given as Settings) : {});
      again();
    } catch {
      connection.console.warn('The settings could not be read; the defaults are used.');
    }
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    start = (params.initializationOptions as StartOptions | null | undefined) ?? {};
    const { textDocument, workspace } = params.capabilities;
    can = {
      pull: textDocument?.diagnostic !== undefined,
      refresh: workspace?.diagnostics?.refreshSupport === true,
      related: textDocument?.publishDiagnostics?.relatedInformation !== false,
      configuration: workspace?.configuration === true,
      dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    };
    abilities = {
      snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
      versions: workspace?.workspaceEdit?.documentChanges === true,
      commands: start.commands === true,
    };
    if (start.settings) apply(start.settings);
    return {
      serverInfo: { name: 'process-recording', version: '0.1.0' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(can.pull
          ? {
              diagnosticProvider: {
                identifier: 'mutual-aid',
                interFileDependencies: false,
                workspaceDiagnostics: false,
              },
            }
          : {}),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      },
    };
  });

  connection.onInitialized(() => {
    if (can.configuration) {
      if (can.dynamicConfiguration)
        void connection.client.register(DidChangeConfigurationNotification.type, {
          section: 'processRecording',
        });
      void fetchSettings();
    }
  });

  connection.onDidChangeConfiguration(({ settings: given }) => {
    if (can.configuration) void fetchSettings();
    else {
      const own = (given as { processRecording?: Settings } | null)?.processRecording;
      apply(own ?? {});
      again();
    }
  });

  connection.onNotification(CARET, ({ uri, line }: Caret) => {
    const before = carets.get(uri);
    carets.set(uri, line);
    if (before !== line && timers.has(uri)) later(uri, 0);
  });

  documents.onDidChangeContent(({ document }) => {
    if (!can.pull) later(document.uri, PUSH_DELAY);
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    reports.delete(uri);
    carets.delete(uri);
    if (!can.pull) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on((params, token: CancellationToken): DocumentDiagnosticReport => {
    const open = documents.get(params.textDocument.uri);
    const before = reports.get(params.textDocument.uri);
    // A question that is no longer asked is answered with what stands: cancelling must never empty the screen.
    if (token.isCancellationRequested && before)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before.id };
    if (!open) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const made = report(open);
    if (params.previousResultId === made.id)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: made.id };
    return {
      kind: DocumentDiagnosticReportKind.Full,
      resultId: made.id,
      items: made.items.map(({ diagnostic }) => diagnostic),
    };
  });

  connection.onCodeAction(({ textDocument, range, context }) => {
    const open = documents.get(textDocument.uri);
    if (
      !open ||
      (context.only &&
        !context.only.some(
          (kind) =>
            kind === '' || kind === CodeActionKind.QuickFix || CodeActionKind.QuickFix.startsWith(`${kind}.`),
        ))
    )
      return [];
    const { items } = report(open);
    const asked = new Set(context.diagnostics.map(({ code }) => code));
    const shown = items.filter(
      ({ diagnostic }) =>
        overlaps(diagnostic.range, range) && (asked.size === 0 || asked.has(diagnostic.code)),
    );
    return codeActionsFor(open, open.analyst.analysis(judging), shown, abilities);
  });

  documents.listen(connection);
  connection.listen();
}
