/**
 * The preview: a panel beside the editor that shows the recording somebody works on. One panel follows the active
 * recording, in step with the editor both ways; it is drawn again after a restart.
 */
import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  languages,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { PREVIEW, PreviewAnswer, PreviewRequest } from '../../server/src/language/preview-protocol.ts';
import type { FromPage, Kept, PageName, ToPage } from '../webview/messages.ts';
import type { Server } from './connection.ts';
import { livingPage, pageFolder } from './preview-page.ts';
import { previewWords } from './preview-words.ts';
import { savePrintable } from './printable.ts';
import { isRecording } from './recordings.ts';

const previewRequest: typeof PREVIEW = 'processRecording/preview';
const VIEW = 'processRecording.preview';

/** Milliseconds without a key press after which the page is asked for, and the most it waits for that. */
const PAUSE = 120;
const LONGEST = 600;

/** Milliseconds for which scrolling that the page asked for is not sent back to it. */
const QUIET = 300;

/** Registers the panel's commands, and what brings it back after a restart. */
export function registerPreview(context: ExtensionContext, server: Server): Disposable {
  let shown: Panel | undefined;

  const show = (panel: WebviewPanel, uri: Uri | undefined, page: PageName): Panel => {
    const made = panelOf(panel, context.extensionUri, server, uri, page);
    shown = made;
    panel.onDidDispose(() => {
      made.dispose();
      if (shown === made) shown = undefined;
    });
    return made;
  };
  const open = (page: PageName): Panel | undefined => {
    const { activeTextEditor } = window;
    const document = activeTextEditor?.document;
    if (shown) {
      if (isRecording(document)) shown.follow(document.uri);
      shown.turnTo(page);
      return shown;
    }
    if (!isRecording(document)) return undefined;
    const panel = window.createWebviewPanel(
      VIEW,
      titleOf(document.uri),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      optionsFor(context.extensionUri),
    );
    return show(panel, document.uri, page);
  };

  return Disposable.from(
    commands.registerCommand('processRecording.showPreview', () => void open('recording')),
    commands.registerCommand('processRecording.showGroup', () => void open('group')),
    commands.registerCommand('processRecording.openPrintable', () => (shown ?? open('recording'))?.print()),
    window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const kept = (state ?? {}) as Partial<Kept>;
        panel.webview.options = optionsFor(context.extensionUri);
        shown?.close();
        show(panel, uriOf(kept.uri), kept.page === 'group' ? 'group' : 'recording');
      },
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (isRecording(editor?.document)) shown?.follow(editor.document.uri);
    }),
    { dispose: () => shown?.close() },
  );
}

/** The page may run its own script, load from its own folder, and call no command. */
function optionsFor(extension: Uri) {
  return {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [pageFolder(extension)],
  };
}

/** What was kept may have been written by anybody: only the address of a recording is taken. */
function uriOf(kept: unknown): Uri | undefined {
  if (typeof kept !== 'string' || kept === '') return undefined;
  try {
    return Uri.parse(kept, true);
  } catch {
    return undefined;
  }
}

function titleOf(uri: Uri): string {
  return l10n.t('Preview: {0}', fileOf(uri));
}

function fileOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.recording\.md$/, '');
}

interface Panel {
  readonly follow: (uri: Uri) => void;
  readonly turnTo: (page: PageName) => void;
  readonly print: () => void;
  readonly close: () => void;
  readonly dispose: () => void;
}

function panelOf(
  panel: WebviewPanel,
  extension: Uri,
  server: Server,
  first: Uri | undefined,
  firstPage: PageName,
): Panel {
  let uri = first;
  let page = firstPage;
  let have: number | undefined;
  let isReady = false;
  let isAsking = false;
  let isStale = false;
  let isPrintWanted = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let quietUntil = 0;

  const tell = (message: ToPage): void => void panel.webview.postMessage(message);
  const editorOf = (): TextEditor | undefined =>
    window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri?.toString());
  const isShown = (document: TextDocument): boolean => document.uri.toString() === uri?.toString();

  /** Asks for what is different, one question at a time. */
  const update = async (): Promise<void> => {
    clearTimeout(waiting);
    waiting = undefined;
    if (!isReady || uri === undefined || !panel.visible) return;
    if (isAsking) {
      isStale = true;
      return;
    }
    isAsking = true;
    isStale = false;
    const of = uri;
    const answer = await answerFor(of);
    isAsking = false;
    if (of === uri && answer) {
      const isFirst = have === undefined;
      have = answer.number;
      tell({ do: 'update', answer });
      if (isFirst) tellPlace();
      if (isPrintWanted) print();
    }
    if (isStale || of !== uri) void update();
  };

  const answerFor = async (of: Uri): Promise<PreviewAnswer | undefined> => {
    try {
      // Nobody may have it open in an editor: after a restart, or when its tab was closed.
      const document = await workspace.openTextDocument(of);
      if (!isRecording(document)) return undefined;
      const request: PreviewRequest = {
        uri: server.addressOf(document),
        columns: workspace.getConfiguration('processRecording', of).get<string[]>('table.columns', []),
        group: page === 'group' || isPrintWanted,
        ...(have === undefined ? {} : { have }),
      };
      return (await server.ask<PreviewAnswer | null>(previewRequest, request)) ?? undefined;
    } catch {
      // It is gone. What was shown last stays on the screen.
      return undefined;
    }
  };

  /** While somebody types the page waits for a pause, but not for long. */
  const later = (): void => {
    const now = Date.now();
    if (waiting === undefined) since = now;
    clearTimeout(waiting);
    waiting = setTimeout(() => void update(), Math.max(0, Math.min(PAUSE, since + LONGEST - now)));
  };

  const tellPlace = (): void => {
    const editor = editorOf();
    if (editor === undefined) return;
    tell({ do: 'caret', line: editor.selection.active.line });
    const top = editor.visibleRanges[0]?.start.line;
    if (top !== undefined) tell({ do: 'scroll', line: top });
  };

  const whole = (): void => {
    have = undefined;
    void update();
  };

  const print = (): void => {
    isPrintWanted = false;
    tell({ do: 'print' });
  };

  const heard: readonly Disposable[] = [
    panel.webview.onDidReceiveMessage((message: FromPage) => void take(message)),
    panel.onDidChangeViewState(() => void update()),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (isShown(document) && contentChanges.length > 0) later();
    }),
    // What is said about a recording can change without its text: after a pause, or with the settings.
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((one) => one.toString() === uri?.toString())) later();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('processRecording')) later();
    }),
    server.onDidChangeState(() => {
      if (server.state() === 'running') whole();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isShown(textEditor.document)) tell({ do: 'caret', line: textEditor.selection.active.line });
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      const top = visibleRanges[0]?.start.line;
      if (top !== undefined && isShown(textEditor.document) && Date.now() >= quietUntil)
        tell({ do: 'scroll', line: top });
    }),
  ];

  const take = async (message: FromPage): Promise<void> => {
    switch (message.do) {
      case 'ready':
        isReady = true;
        tell({ do: 'start', words: previewWords(), page });
        if (uri) tell({ do: 'show', uri: uri.toString(), file: fileOf(uri) });
        whole();
        break;
      case 'turned':
        page = message.page;
        tellPlace();
        void update();
        break;
      case 'goTo':
        await goTo(message.line);
        break;
      case 'scrolled': {
        const line = Math.max(0, Math.floor(message.line));
        quietUntil = Date.now() + QUIET;
        editorOf()?.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
        break;
      }
      case 'printable':
        await savePrintable(message.title, message.html, extension, placeFor(message.title));
        break;
    }
  };

  /** Where a printable page is offered to be written: beside its recording, or in the folder that is open. */
  const placeFor = (title: string): Uri | undefined => {
    const folder = uri?.scheme === 'file' ? Uri.joinPath(uri, '..') : workspace.workspaceFolders?.[0]?.uri;
    return folder && Uri.joinPath(folder, `${uri ? fileOf(uri) : title}.html`);
  };

  const goTo = async (line: number): Promise<void> => {
    if (uri === undefined) return;
    const { document, viewColumn } = editorOf() ?? {
      document: await workspace.openTextDocument(uri),
      viewColumn: undefined,
    };
    const editor = await window.showTextDocument(document, {
      viewColumn: viewColumn ?? (panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One),
    });
    const at = document.lineAt(Math.min(document.lineCount - 1, Math.max(0, line))).range.start;
    editor.selection = new Selection(at, at);
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  };

  panel.webview.html = livingPage(panel.webview, extension);
  if (uri) panel.title = titleOf(uri);

  return {
    follow: (next) => {
      if (next.toString() === uri?.toString()) return;
      uri = next;
      panel.title = titleOf(next);
      tell({ do: 'show', uri: next.toString(), file: fileOf(next) });
      whole();
    },
    turnTo: (wanted) => {
      page = wanted;
      panel.reveal(undefined, true);
      tell({ do: 'turnTo', page: wanted });
      void update();
    },
    print: () => {
      // The group is drawn with it, also where nobody has looked at it yet.
      isPrintWanted = true;
      panel.reveal(undefined, true);
      void update();
    },
    close: () => panel.dispose(),
    dispose: () => {
      clearTimeout(waiting);
      for (const one of heard) one.dispose();
    },
  };
}
