/**
 * What changed since somebody last read a recording: turns and notes whose prints were not there at the last visit, or
 * that were not in view then. Only prints are kept, by the recording's address, on this machine; they say nothing of what
 * was written.
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
import { onDidLeave } from './tabs.ts';

/** What is kept of a visit: the prints of all that was read by then. */
interface Visit {
  readonly on: string;
  readonly prints: readonly string[];
}

/** What is new in an open recording, since which day. */
interface News {
  readonly since: string;
  readonly fresh: Set<string>;
  /** Those of them that have not been in view for long enough: they will be new at the next visit as well. */
  readonly unread: Set<string>;
  /** The prints that stood in the text at some time of this visit. */
  seen: ReadonlySet<string>;
}

/** Milliseconds in view that count as read. */
const READ_AFTER = 2000;

export interface Changes extends Disposable {
  /** The turns and notes of an open recording that are marked as new to its reader. */
  readonly changedIn: (uri: Uri) => readonly Range[];
}

export function followChanges(context: ExtensionContext, standings: Standings): Changes {
  const news = new Map<string, News>();
  const visits = new Map<string, ReturnType<typeof setTimeout>>();
  const mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    gutterIconPath: Uri.joinPath(context.extensionUri, 'images', 'changed.svg'),
    gutterIconSize: 'contain',
    overviewRulerColor: new ThemeColor('editorOverviewRuler.infoForeground'),
    overviewRulerLane: OverviewRulerLane.Left,
  });
  const keyOf = ({ uri }: Pick<TextDocument, 'uri'>): string => `visit:${uri.toString()}`;

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
      const fresh = prints.filter((print) => !before.has(print));
      news.set(key, {
        since: visit?.on ?? '',
        fresh: new Set(fresh),
        unread: new Set(fresh),
        seen: new Set(prints),
      });
    } else {
      // Read again from the disk: somebody else has written meanwhile. What is typed here is new to nobody.
      if (!document.isDirty)
        for (const print of prints.filter((one) => !found.seen.has(one))) {
          found.fresh.add(print);
          found.unread.add(print);
        }
      found.seen = new Set([...found.seen, ...prints]);
    }
    draw(document);
    reading(document);
  };

  const reading = (document: TextDocument): void => {
    const key = keyOf(document);
    clearTimeout(visits.get(key));
    // What is not known yet cannot have been read.
    if (!news.has(key)) return;
    visits.set(
      key,
      setTimeout(() => {
        const inView = window.visibleTextEditors
          .filter((editor) => editor.document === document)
          .flatMap(({ visibleRanges }) => visibleRanges);
        if (inView.length === 0) return;
        for (const { print, range } of newIn(document))
          if (inView.some((view) => view.intersection(rangeOf(range)))) news.get(key)?.unread.delete(print);
        keep(document);
      }, READ_AFTER),
    );
  };

  const keep = (document: TextDocument): void => {
    const key = keyOf(document);
    const prints = piecesOf(document)
      .map(({ print }) => print)
      .filter((print) => !news.get(key)?.unread.has(print));
    const visit: Visit = { on: new Date().toISOString(), prints };
    // Where it cannot be kept, what is new is shown as new once more: nothing to interrupt anybody for.
    context.globalState.update(key, visit).then(undefined, () => {});
  };

  const draw = (document: TextDocument): void => {
    const ranges = newIn(document).map(({ range }) => rangeOf(range));
    for (const editor of window.visibleTextEditors)
      if (editor.document === document) editor.setDecorations(mark, ranges);
  };

  const show = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (!editor || !isRecording(editor.document)) return;
    const { document } = editor;
    const items = newIn(document).map(({ kind, range }) => ({
      label: `$(${kind === 'note' ? 'comment' : 'quote'}) ${document
        .lineAt(range.start.line)
        .text.replace(/[*_>|]/g, '')
        .trim()}`,
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

  const registered = Disposable.from(
    mark,
    standings.onDidLook(looked),
    commands.registerCommand('processRecording.showChanged', show),
    commands.registerCommand('processRecording.markRead', () => {
      const document = window.activeTextEditor?.document;
      if (!isRecording(document)) return;
      const found = news.get(keyOf(document));
      found?.fresh.clear();
      found?.unread.clear();
      draw(document);
      keep(document);
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
      if (isRecording(document)) reading(document);
    }),
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const { document } of editors) {
        if (!isRecording(document)) continue;
        if (news.has(keyOf(document))) draw(document);
        else if (standings.of(document)) looked(document);
      }
    }),
    onDidLeave((uri) => news.delete(keyOf({ uri }))),
  );
  return {
    changedIn: (uri) => {
      const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      return isRecording(document) ? newIn(document).map(({ range }) => rangeOf(range)) : [];
    },
    dispose: () => {
      for (const timer of visits.values()) clearTimeout(timer);
      registered.dispose();
    },
  };
}

/** The whole lines of a piece. */
function rangeOf({ start, end }: Piece['range']): Range {
  return new Range(start.line, 0, end.line, 0);
}
