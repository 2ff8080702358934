/**
 * What changed since somebody last read a recording: turns and notes whose prints were not there at the last visit. Only
 * prints are kept, by the recording's address, on this machine; they say nothing of what was written.
 */
import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  OverviewRulerLane,
  Range,
  Selection,
  type TextDocument,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Piece } from '../../server/src/language/standing.ts';
import { isRecording } from './recordings.ts';
import type { Standings } from './standings.ts';

/** What is kept of a visit. */
interface Visit {
  readonly on: string;
  readonly prints: readonly string[];
}

/** What is new in an open recording, since which day. */
interface News {
  readonly since: string;
  readonly fresh: Set<string>;
  /** The prints seen so far in this visit. */
  seen: ReadonlySet<string>;
}

/** Milliseconds in view that count as a visit. */
const VISIT = 2000;

export function followChanges(context: ExtensionContext, standings: Standings): Disposable {
  const news = new Map<string, News>();
  const visits = new Map<string, ReturnType<typeof setTimeout>>();
  const mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    gutterIconPath: Uri.joinPath(context.extensionUri, 'images', 'changed.svg'),
    gutterIconSize: 'contain',
    overviewRulerColor: new ThemeColor('editorOverviewRuler.infoForeground'),
    overviewRulerLane: OverviewRulerLane.Left,
  });
  const keyOf = ({ uri }: TextDocument): string => `visit:${uri.toString()}`;

  const piecesOf = (document: TextDocument): readonly Piece[] => standings.of(document)?.pieces ?? [];
  const newIn = (document: TextDocument): readonly Piece[] => {
    const found = news.get(keyOf(document));
    return found ? piecesOf(document).filter(({ print }) => found.fresh.has(print)) : [];
  };

  const looked = (document: TextDocument): void => {
    const key = keyOf(document);
    const prints = piecesOf(document).map(({ print }) => print);
    const found = news.get(key);
    if (found === undefined) {
      const visit = context.globalState.get<Visit>(key);
      const before = new Set(visit?.prints ?? prints);
      const fresh = new Set(prints.filter((print) => !before.has(print)));
      news.set(key, { since: visit?.on ?? '', fresh, seen: new Set(prints) });
    } else if (!document.isDirty) {
      // Read again from the disk: somebody else has written meanwhile. What is typed here is new to nobody.
      for (const print of prints) if (!found.seen.has(print)) found.fresh.add(print);
    }
    if (found && document.isDirty) found.seen = new Set([...found.seen, ...prints]);
    draw(document);
    visit(document, prints);
  };

  const visit = (document: TextDocument, prints: readonly string[]): void => {
    const key = keyOf(document);
    clearTimeout(visits.get(key));
    const keep = (): void => {
      if (window.visibleTextEditors.some((editor) => editor.document === document))
        void context.globalState.update(key, { on: new Date().toISOString(), prints } satisfies Visit);
    };
    visits.set(key, setTimeout(keep, VISIT));
  };

  const draw = (document: TextDocument): void => {
    const ranges = newIn(document).map(({ range: { start, end } }) => new Range(start.line, 0, end.line, 0));
    for (const editor of window.visibleTextEditors)
      if (editor.document === document) editor.setDecorations(mark, ranges);
  };

  const show = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (!editor || !isRecording(editor.document)) return;
    const { document } = editor;
    const items = newIn(document).map(({ kind, range }) => ({
      label: `$(${kind === 'note' ? 'comment' : 'quote'}) ${document.lineAt(range.start.line).text.replace(/[*_>]/g, '').trim()}`,
      line: range.start.line,
    }));
    if (items.length === 0)
      return void window.showInformationMessage(
        l10n.t('Nothing has changed since you last read this recording.'),
      );
    const since = news.get(keyOf(document))?.since.slice(0, 10) ?? '';
    const picked = await window.showQuickPick(items, {
      title: since === '' ? l10n.t('Changed') : l10n.t('Changed Since {0}', since),
      onDidSelectItem: (item: (typeof items)[number]) =>
        editor.revealRange(new Range(item.line, 0, item.line, 0)),
    });
    if (!picked) return;
    editor.selection = new Selection(picked.line, 0, picked.line, 0);
    editor.revealRange(editor.selection);
  };

  return Disposable.from(
    mark,
    standings.onDidLook(looked),
    commands.registerCommand('processRecording.showChanged', show),
    commands.registerCommand('processRecording.markRead', () => {
      const document = window.activeTextEditor?.document;
      if (!isRecording(document)) return;
      news.get(keyOf(document))?.fresh.clear();
      draw(document);
    }),
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const { document } of editors) if (isRecording(document)) draw(document);
    }),
    workspace.onDidCloseTextDocument((document) => news.delete(keyOf(document))),
    {
      dispose: () => {
        for (const timer of visits.values()) clearTimeout(timer);
      },
    },
  );
}
