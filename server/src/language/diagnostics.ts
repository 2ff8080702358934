/** Findings and faults as diagnostics: pulled, pushed to editors that cannot pull, and calm while somebody types. */
import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Analysis } from '../patterns/analyse.ts';
import type { Finding } from '../patterns/model.ts';
import type { Fault } from '../recording/model.ts';
import { askAgain } from './asking-again.ts';
import { calmly, isTyping, keyOf, pauseOf } from './calm.ts';
import type { Desk, Feature } from './desk.ts';
import { type Drawing, diagnosticsOf } from './diagnostic.ts';
import type { OpenRecording } from './documents.ts';
import { CARET, type Caret, SUMMARY, type Summary } from './protocol.ts';

/** Milliseconds after a change before diagnostics are pushed to an editor that cannot pull. */
const PUSH_DELAY = 60;

/** What was last said about a recording. */
export interface Report {
  readonly id: string;
  readonly items: readonly { readonly diagnostic: Diagnostic; readonly of: Finding | Fault }[];
  readonly said: ReadonlySet<string>;
  readonly drawing: Drawing;
  readonly summary: Summary;
  /** What it reports on; undefined while something is held back and the report is to be made again. */
  readonly on: Analysis | undefined;
}

/** Makes the feature, and gives what it says about a recording to the light bulb. */
export function diagnosing(): Feature & { readonly reportOn: (desk: Desk, open: OpenRecording) => Report } {
  const reports = new Map<string, Report>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let serial = 0;

  /** The diagnostics of a document as it stands; the same id for as long as they are the same. */
  const reportOn = (desk: Desk, open: OpenRecording): Report => {
    const pause = pauseOf(desk.settings());
    const typing = isTyping(open, pause, Date.now());
    const analysis = desk.analysisOf(open);
    const before = reports.get(open.uri);
    if (before?.on === analysis) return before;
    const shown = calmly(analysis, open, before?.said ?? new Set(), typing);
    const related = desk.client().textDocument?.publishDiagnostics?.relatedInformation !== false;
    const drawing = before?.drawing ?? { lines: open.lines, drawn: new Map() };
    const diagnostics = diagnosticsOf(
      analysis,
      shown.findings,
      shown.faults,
      open.text,
      desk.pageOf,
      related,
      drawing,
      open.lines,
    );
    const of = [...shown.faults, ...shown.findings];
    const summary = summaryOf(open, analysis);
    const said =
      shown.heldBack && before
        ? before.said
        : new Set([
            ...shown.findings.map((finding) => keyOf(finding, analysis)),
            ...shown.faults.map(({ code }) => code),
          ]);
    const made: Report = {
      id: before && same(before.items, diagnostics) ? before.id : `${++serial}`,
      items: diagnostics.map((diagnostic, index) => ({ diagnostic, of: of[index]! })),
      said,
      drawing,
      summary,
      on: shown.heldBack ? undefined : analysis,
    };
    reports.set(open.uri, made);
    if (shown.heldBack) later(desk, open.uri, pause);
    if (before === undefined || !says(before.summary, summary))
      void desk.connection.sendNotification(SUMMARY, summary);
    return made;
  };

  /** Says again what may be said, once `delay` has passed without another reason to wait. */
  const later = (desk: Desk, uri: string, delay: number): void => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        if (!pulls(desk)) push(desk, uri);
        askAgain(desk);
      }, delay),
    );
  };

  const push = (desk: Desk, uri: string): void => {
    const open = desk.recordingAt(uri);
    if (open)
      void desk.connection.sendDiagnostics({
        uri,
        version: open.version,
        diagnostics: reportOn(desk, open).items.map(({ diagnostic }) => diagnostic),
      });
  };

  return {
    reportOn,
    serve: (desk) => {
      const { connection } = desk;
      desk.onOpenOrChange(({ uri }) => {
        if (!pulls(desk)) later(desk, uri, PUSH_DELAY);
      });
      desk.onClose((uri) => {
        clearTimeout(timers.get(uri));
        timers.delete(uri);
        reports.delete(uri);
        if (!pulls(desk)) void connection.sendDiagnostics({ uri, diagnostics: [] });
      });
      desk.onSettings(() => {
        if (!pulls(desk)) for (const { uri } of desk.openRecordings()) push(desk, uri);
        askAgain(desk);
      });
      connection.onNotification(CARET, ({ uri, line }: Caret) => {
        const open = desk.recordingAt(uri);
        if (!open || open.caret === line) return;
        open.caret = line;
        if (timers.has(uri)) later(desk, uri, 0);
      });
      connection.languages.diagnostics.on((params, token: CancellationToken): DocumentDiagnosticReport => {
        const open = desk.recordingAt(params.textDocument.uri);
        const before = reports.get(params.textDocument.uri);
        // A question that is no longer asked is answered with what stands: cancelling must never empty the screen.
        if (token.isCancellationRequested && before)
          return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before.id };
        if (!open) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        const made = reportOn(desk, open);
        if (params.previousResultId === made.id)
          return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: made.id };
        return {
          kind: DocumentDiagnosticReportKind.Full,
          resultId: made.id,
          items: made.items.map(({ diagnostic }) => diagnostic),
        };
      });
    },
  };
}

/** Most are the same objects as before; the few that were made anew may say the same. */
function same(before: Report['items'], now: readonly Diagnostic[]): boolean {
  return (
    before.length === now.length &&
    before.every(
      ({ diagnostic }, index) =>
        diagnostic === now[index] || JSON.stringify(diagnostic) === JSON.stringify(now[index]),
    )
  );
}

/** Whether two summaries count the same; of which version is nothing that a reader sees. */
function says(before: Summary, now: Summary): boolean {
  return JSON.stringify({ ...before, version: 0 }) === JSON.stringify({ ...now, version: 0 });
}

const pulls = (desk: Desk): boolean => desk.client().textDocument?.diagnostic !== undefined;

function summaryOf({ uri, version }: OpenRecording, { recording, findings, strengths }: Analysis): Summary {
  return {
    uri,
    version,
    turns: recording.turns.length,
    workerTurns: recording.turns.filter((turn) => turn.speaker.kind === 'worker').length,
    findings: findings.length,
    strengths: strengths.length,
    faults: recording.faults.length,
  };
}
