/** One quiet item in the status bar: how long the recording is, and how much there is to look at. */
import {
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { Summary } from '../../server/src/language/protocol.ts';
import type { Server } from './connection.ts';
import { recordingInView, SOURCE } from './recordings.ts';

/** Shows the item while a recording has the focus, or stands beside a page that has it. */
export function showStatus(server: Server): Disposable {
  const item = window.createStatusBarItem('processRecording.status', StatusBarAlignment.Right, 90);
  item.name = l10n.t('Process Recording');
  const summaries = new Map<string, Summary>();

  const draw = (): void => {
    const document = recordingInView();
    if (document === undefined) {
      item.hide();
      return;
    }
    const state = server.state();
    const summary = summaries.get(server.addressOf(document));
    if (state === 'stopped') drawStopped(item);
    else if (summary === undefined) drawWaiting(item, state === 'starting');
    else drawCounts(item, summary, toLookAt(document));
    item.show();
  };

  draw();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(draw),
    window.onDidChangeVisibleTextEditors(draw),
    languages.onDidChangeDiagnostics(draw),
    // The language of a document can be changed while it is open.
    workspace.onDidOpenTextDocument(draw),
    workspace.onDidCloseTextDocument((document) => {
      summaries.delete(server.addressOf(document));
      draw();
    }),
    server.onSummary((summary) => {
      summaries.set(summary.uri, summary);
      draw();
    }),
    server.onDidChangeState(() => {
      if (server.state() !== 'running') summaries.clear();
      draw();
    }),
  );
}

/** As many as the Problems panel shows: not the hints, and not what waits for a pause in the writing. */
function toLookAt(document: TextDocument): number {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source, severity }) => source === SOURCE && severity !== DiagnosticSeverity.Hint).length;
}

function drawStopped(item: StatusBarItem): void {
  item.text = `$(debug-disconnect) ${l10n.t('Process Recording is not running')}`;
  item.tooltip = l10n.t('The language server has stopped. Click to start it again.');
  item.accessibilityInformation = { label: item.tooltip };
  item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
  item.command = 'processRecording.restartServer';
}

function drawWaiting(item: StatusBarItem, isStarting: boolean): void {
  item.text = isStarting ? '$(loading~spin)' : '$(comment-discussion)';
  item.tooltip = isStarting ? l10n.t('Process Recording is starting.') : l10n.t('Process Recording');
  item.accessibilityInformation = { label: item.tooltip };
  item.backgroundColor = undefined;
  item.command = undefined;
}

function drawCounts(item: StatusBarItem, { turns, workerTurns, strengths }: Summary, findings: number): void {
  const length = turns === 1 ? l10n.t('1 turn') : l10n.t('{0} turns', turns);
  const rest = findings === 0 ? '' : ` · ${l10n.t('{0} to look at', findings)}`;
  item.text = `$(comment-discussion) ${length}${rest}`;
  item.tooltip = [
    turns === 1
      ? l10n.t('1 turn, {0} of it the worker’s', workerTurns)
      : l10n.t('{0} turns, {1} of them the worker’s', turns, workerTurns),
    ...(strengths === 0 ? [] : [strengths === 1 ? l10n.t('1 strength') : l10n.t('{0} strengths', strengths)]),
    l10n.t('Click to open the Problems panel'),
  ].join('\n');
  item.accessibilityInformation = { label: `${length}${rest}` };
  item.backgroundColor = undefined;
  item.command = 'workbench.actions.view.problems';
}
