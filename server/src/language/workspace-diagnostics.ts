/** Findings over all recordings of a folder: read one by one, kept by their stamps, and told as they come. */
import {
  type CancellationToken,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Desk, Feature } from './desk.ts';
import { diagnosticsOf } from './diagnostic.ts';
import type { Report } from './diagnostics.ts';
import type { OpenRecording } from './documents.ts';
import type { FileOnShelf } from './protocol.ts';

/** From this many files on, an editor shows how far the reading has come. */
const WORTH_SHOWING = 4;

interface Kept {
  readonly stamp: string;
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/** @param reportOn what is said about an open recording: the same as its own report says */
export function checkingFolders(reportOn: (desk: Desk, open: OpenRecording) => Report): Feature {
  const kept = new Map<string, Kept>();
  let serial = 0;
  /** Grows with everything that may change an answer. */
  let changes = 1;
  const waiting: (() => void)[] = [];
  const changed = (): void => {
    changes++;
    for (const go of waiting.splice(0)) go();
  };

  /** The diagnostics of a file that is not open; undefined where it cannot be read. */
  const reportOnFile = async (desk: Desk, { uri, stamp }: FileOnShelf): Promise<Kept | undefined> => {
    const before = kept.get(uri);
    if (before?.stamp === stamp) return before;
    const source = await desk.shelf()?.read(uri);
    if (source === undefined) return undefined;
    const text = TextDocument.create(uri, 'process-recording', 0, source);
    const analysis = desk.analysisOfText(source);
    const items = diagnosticsOf(
      analysis,
      analysis.findings,
      analysis.recording.faults,
      text,
      desk.pageOf,
      true,
    );
    const made = { stamp, id: `folder-${++serial}`, items };
    kept.set(uri, made);
    return made;
  };

  const answer = async (
    desk: Desk,
    previous: ReadonlyMap<string, string>,
    token: CancellationToken,
    tell: (report: WorkspaceDocumentDiagnosticReport) => void,
    progress: WorkDoneProgressReporter,
  ): Promise<void> => {
    const files = (await desk.shelf()?.list()) ?? [];
    const there = new Set(files.map(({ uri }) => uri));
    for (const uri of [...kept.keys()]) if (!there.has(uri)) kept.delete(uri);
    for (const [index, file] of files.entries()) {
      if (token.isCancellationRequested) return;
      progress.report(Math.round((100 * index) / files.length), `${index + 1} of ${files.length}`);
      const open = desk.recordingAt(file.uri);
      const made = open ? openReport(desk, open, reportOn) : await reportOnFile(desk, file);
      if (made === undefined) continue;
      tell(reportFor(file.uri, open?.version ?? null, made, previous.get(file.uri)));
      // Between two files whatever else is asked goes first.
      if (!open) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    for (const uri of previous.keys())
      if (!there.has(uri) && !desk.recordingAt(uri))
        tell({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
  };

  return {
    serve: (desk) => {
      const { connection } = desk;
      const asked = new Map<string, number>();
      watch(desk);
      connection.onDidChangeWatchedFiles(changed);
      desk.onClose(changed);
      desk.onSettings(() => {
        kept.clear();
        changed();
      });
      connection.languages.diagnostics.onWorkspace(
        async (params, token, workDone, partial): Promise<WorkspaceDiagnosticReport> => {
          const who = params.identifier ?? '';
          // Our client asks again at once: it waits until there is something to say, or for as long as this is off.
          while (desk.start().files === true && !token.isCancellationRequested) {
            if (desk.settings().checkFolder !== false && asked.get(who) !== changes) break;
            await new Promise<void>((go) => {
              waiting.push(go);
              token.onCancellationRequested(go);
            });
          }
          if (token.isCancellationRequested || desk.settings().checkFolder === false) return { items: [] };
          const now = changes;
          const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
          const items: WorkspaceDocumentDiagnosticReport[] = [];
          const tell = (report: WorkspaceDocumentDiagnosticReport): void => {
            if (partial) partial.report({ items: [report] });
            else items.push(report);
          };
          const progress = await progressFor(desk, workDone, kept.size === 0);
          progress.begin('Reading recordings', 0, undefined, false);
          await answer(desk, previous, token, tell, progress);
          progress.done();
          if (!token.isCancellationRequested) asked.set(who, now);
          return { items };
        },
      );
    },
  };
}

/** Where progress is shown: as the editor asked, or, for our client, in a window of its own the first time. */
async function progressFor(
  desk: Desk,
  wanted: WorkDoneProgressReporter,
  first: boolean,
): Promise<WorkDoneProgressReporter> {
  if (!first || desk.start().files !== true || desk.client().window?.workDoneProgress !== true) return wanted;
  const files = (await desk.shelf()?.list()) ?? [];
  return files.length < WORTH_SHOWING ? wanted : desk.connection.window.createWorkDoneProgress();
}

function openReport(
  desk: Desk,
  open: OpenRecording,
  reportOn: (desk: Desk, open: OpenRecording) => Report,
): Pick<Kept, 'id' | 'items'> {
  const { id, items } = reportOn(desk, open);
  return { id, items: items.map(({ diagnostic }) => diagnostic) };
}

function reportFor(
  uri: string,
  version: number | null,
  { id, items }: Pick<Kept, 'id' | 'items'>,
  previous: string | undefined,
): WorkspaceDocumentDiagnosticReport {
  return previous === id
    ? { uri, version, kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
    : { uri, version, kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] };
}

function watch({ client, connection }: Desk): void {
  if (client().workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  void connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: '**/*.recording.md' }],
  });
}
