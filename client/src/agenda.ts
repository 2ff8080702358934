/** The agenda for the supervision hour: a tree over all recordings of the folder, and the same as a page. */
import {
  commands,
  Disposable,
  EventEmitter,
  env,
  l10n,
  Range,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { AGENDA, AgendaEntry } from '../../server/src/language/agenda.ts';
import { type AgendaWords, type Grouped, type Grouping, grouped, type Point, pageOf } from './agenda-page.ts';
import type { Server } from './connection.ts';
import { isRecording } from './recordings.ts';

const agendaRequest: typeof AGENDA = 'processRecording/agenda';
const SCHEME = 'process-recording-agenda';
const PAGE = Uri.from({ scheme: SCHEME, path: `/${l10n.t('Agenda')}.md` });

/** Milliseconds after a change before the agenda is made again. */
const DELAY = 800;

export type Node = Grouped | Point;
const isGroup = (node: Node): node is Grouped => 'points' in node;

export interface Agenda extends Disposable {
  /** What the view in the Explorer shows. */
  readonly tree: TreeDataProvider<Node>;
}

export function showAgenda(server: Server): Agenda {
  const changed = new EventEmitter<undefined>();
  const pageChanged = new EventEmitter<Uri>();
  let grouping: Grouping = 'recording';
  let entries: readonly AgendaEntry[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;

  const nodes = (): readonly Grouped[] => grouped(entries, grouping, words());
  const ask = async (): Promise<void> => {
    isAsked = true;
    entries = (await server.ask<readonly AgendaEntry[]>(agendaRequest, {})) ?? [];
    changed.fire(undefined);
    pageChanged.fire(PAGE);
  };
  /** Only once somebody has looked: nobody reads a folder for a view that is never opened. */
  const later = (): void => {
    clearTimeout(timer);
    if (isAsked) timer = setTimeout(() => void ask(), DELAY);
  };

  const tree: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      if (node) return isGroup(node) ? [...node.points] : [];
      if (!isAsked) await ask();
      return [...nodes()];
    },
    getTreeItem: itemOf,
  };
  const view = window.createTreeView<Node>('processRecording.agenda', {
    showCollapseAll: true,
    treeDataProvider: tree,
  });
  const watcher = workspace.createFileSystemWatcher('**/*.recording.md');
  const current = async (): Promise<string> => {
    await ask();
    return pageOf(nodes(), words());
  };

  const registered = Disposable.from(
    view,
    watcher,
    changed,
    pageChanged,
    watcher.onDidChange(later),
    watcher.onDidCreate(later),
    watcher.onDidDelete(later),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (isRecording(document) && contentChanges.length > 0) later();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (isRecording(document)) later();
    }),
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: pageChanged.event,
      provideTextDocumentContent: async () => {
        if (!isAsked) await ask();
        return pageOf(nodes(), words(), linkTo);
      },
    }),
    commands.registerCommand('processRecording.groupAgenda', async () => {
      const choices: readonly { readonly label: string; readonly by: Grouping }[] = [
        { label: l10n.t('By recording'), by: 'recording' },
        { label: l10n.t('By student'), by: 'student' },
        { label: l10n.t('By theme'), by: 'theme' },
      ];
      const picked = await window.showQuickPick(choices, {
        title: l10n.t('How Is the Agenda Put in Order?'),
      });
      if (!picked) return;
      grouping = picked.by;
      changed.fire(undefined);
      pageChanged.fire(PAGE);
    }),
    commands.registerCommand('processRecording.refreshAgenda', ask),
    commands.registerCommand('processRecording.openTurn', openTurn),
    commands.registerCommand('processRecording.copyAgenda', async () => {
      await env.clipboard.writeText(await current());
      void window.showInformationMessage(l10n.t('The agenda is on the clipboard.'));
    }),
    commands.registerCommand('processRecording.openAgenda', async () => {
      await ask();
      try {
        await commands.executeCommand('markdown.showPreview', PAGE);
      } catch {
        await window.showTextDocument(PAGE);
      }
    }),
  );
  return {
    tree,
    dispose: () => {
      clearTimeout(timer);
      registered.dispose();
    },
  };
}

/** Links of the page come back through the editor's own scheme: its preview follows no others to a file. */
function linkTo({ uri, line }: Point): string {
  const query = encodeURIComponent(JSON.stringify({ uri, line }));
  return `${env.uriScheme}://process-recording.process-recording/turn?${query}`;
}

/** Opens a recording at a line. A link can come from any page: it leads to recordings of the open folders alone. */
async function openTurn(query: unknown): Promise<void> {
  if (typeof query !== 'string') return;
  try {
    const { uri, line } = JSON.parse(query) as { uri?: unknown; line?: unknown };
    if (typeof uri !== 'string' || typeof line !== 'number' || line < 0) return;
    const file = Uri.parse(uri, true);
    if (!file.path.endsWith('.recording.md') || !workspace.getWorkspaceFolder(file)) return;
    await window.showTextDocument(file, { selection: new Range(line, 0, line, 0) });
  } catch {
    void window.showInformationMessage(l10n.t('This turn could not be opened.'));
  }
}

function itemOf(node: Node): TreeItem {
  if (isGroup(node)) {
    const item = new TreeItem(node.title, TreeItemCollapsibleState.Expanded);
    item.description = node.detail;
    return item;
  }
  const item = new TreeItem(node.text.replace(/\s+/g, ' '), TreeItemCollapsibleState.None);
  item.description = node.where;
  item.tooltip = node.text;
  item.iconPath = new ThemeIcon(ICONS[node.kind]);
  const line = new Range(node.line, 0, node.line, 0);
  item.command = {
    title: l10n.t('Open'),
    command: 'vscode.open',
    arguments: [Uri.parse(node.uri), { selection: line }],
  };
  return item;
}

const ICONS: Readonly<Record<Point['kind'], string>> = {
  question: 'question',
  'do-over': 'history',
  thread: 'comment-unresolved',
  finding: 'eye',
};

function words(): AgendaWords {
  return {
    title: l10n.t('For the supervision hour'),
    empty: l10n.t('Nothing is open in the recordings of this folder.'),
    nothing: l10n.t('Nothing named'),
    states: {
      draft: l10n.t('draft'),
      submitted: l10n.t('submitted'),
      reviewed: l10n.t('reviewed'),
      discussed: l10n.t('discussed'),
    },
    turn: (number) => l10n.t('turn {0}', number),
    line: (number) => l10n.t('line {0}', number),
    kinds: {
      question: l10n.t('Questions for supervision'),
      'do-over': l10n.t('To do over'),
      thread: l10n.t('Open threads'),
      finding: l10n.t('Findings nobody has answered'),
    },
  };
}
