/** Threads in VS Code's margin. The file is the truth: what is shown here is drawn from it after every change. */
import {
  type Comment,
  type CommentController,
  CommentMode,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  comments,
  Disposable,
  l10n,
  MarkdownString,
  Range,
  type TextDocument,
  TextDocumentChangeReason,
  TextDocumentSaveReason,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type {
  NoteShown,
  THREADS,
  ThreadShown,
  Threads,
  ThreadsRequest,
} from '../../server/src/language/thread-protocol.ts';
import { editsOf, isReadOnly, textEditsOf } from './annotate.ts';
import { knownAuthor } from './author.ts';
import type { Server } from './connection.ts';
import { withoutPictures } from './harmless.ts';
import { isRecording } from './recordings.ts';
import { kindLabel, labelOf } from './thread-texts.ts';

const threadsRequest: typeof THREADS = 'processRecording/threads';

/** Milliseconds after a change before threads are drawn again. */
const DELAY = 120;
/**
 * Each thread that VS Code is told of costs it more, the more it has: many seconds for 500. It moves their marks with
 * the text by itself. So of many, those in sight are drawn at once and the others in slices, once nobody types.
 */
const MANY = 60;
const SLICE = 4;
const CALM = 1500;
const SLICE_PAUSE = 250;

/** A note as VS Code shows it, and where it belongs. */
export interface ShownNote extends Comment {
  readonly thread: CommentThread;
  /** Its position in its thread; undefined for a draft that is not in the text. */
  readonly at: number | undefined;
  /** As it stands in the text. */
  readonly source: string;
}

/** The threads of all open recordings. */
export interface Board extends Disposable {
  readonly controller: CommentController;
  /** The threads of a recording that stand in its text, in order. */
  readonly threadsOn: (uri: Uri) => readonly CommentThread[];
  /** The server's name for a thread; undefined for a draft. */
  readonly idOf: (thread: CommentThread) => string | undefined;
  /** Draws a recording's threads again, now. */
  readonly refresh: (document: TextDocument) => Promise<void>;
}

interface Drawn {
  readonly shown: ThreadShown;
  readonly thread: CommentThread;
}

export function showThreads(server: Server): Board {
  const controller = comments.createCommentController('processRecording.threads', l10n.t('Supervision'));
  controller.options = {
    prompt: l10n.t('Reply…'),
    placeHolder: l10n.t('Markdown, if you like. It is written into the margin.'),
  };
  controller.commentingRangeProvider = {
    provideCommentingRanges: async (document) =>
      isRecording(document) && !(await isReadOnly(document))
        ? [new Range(0, 0, Math.max(0, document.lineCount - 1), 0)]
        : [],
  };
  const drawn = new Map<string, Map<string, Drawn>>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const undone = new Set<string>();
  let slices: ReturnType<typeof setTimeout> | undefined;

  /** Draws threads out of sight, a few at a time. */
  const inSlices = (draws: readonly (() => void)[], pause: number): void => {
    clearTimeout(slices);
    slices = undefined;
    if (draws.length === 0) return;
    slices = setTimeout(() => {
      for (const drawOne of draws.slice(0, SLICE)) drawOne();
      inSlices(draws.slice(SLICE), SLICE_PAUSE);
    }, pause);
  };

  const clear = (key: string): void => {
    clearTimeout(waiting.get(key));
    waiting.delete(key);
    for (const { thread } of drawn.get(key)?.values() ?? []) thread.dispose();
    drawn.delete(key);
  };

  const refresh = async (document: TextDocument): Promise<void> => {
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.delete(key);
    // What is gone because the file was read again, or because of an undo, is not to be brought back.
    const asGiven = undone.delete(key) || !document.isDirty;
    const request: ThreadsRequest = { uri: server.addressOf(document), asGiven };
    const answer = await server.ask<Threads | null>(threadsRequest, request);
    if (document.isClosed || !isRecording(document)) return clear(key);
    // Somebody typed meanwhile: the answer to that is on its way.
    if (!answer || answer.version !== document.version) return later(document);
    const before = drawn.get(key) ?? new Map<string, Drawn>();
    const after = new Map<string, Drawn>();
    const isMany = answer.threads.length > MANY;
    const outOfSight: (() => void)[] = [];
    for (const shown of answer.threads) {
      const old = before.get(shown.id);
      const isHidden = isMany && !isInSight(document.uri, old?.thread, shown);
      const create = (): void => {
        const thread = controller.createCommentThread(document.uri, rangeOf(shown), []);
        draw(thread, shown, undefined);
        after.set(shown.id, { shown, thread });
      };
      const move = (thread: CommentThread) => () => {
        thread.range = rangeOf(shown);
      };
      if (!old) {
        if (isHidden) outOfSight.push(create);
        else create();
        continue;
      }
      draw(old.thread, shown, old.shown);
      after.set(shown.id, { shown, thread: old.thread });
      if (old.thread.range?.isEqual(rangeOf(shown))) continue;
      if (isHidden) outOfSight.push(move(old.thread));
      else move(old.thread)();
    }
    for (const [id, { thread }] of before) if (!after.has(id)) thread.dispose();
    drawn.set(key, after);
    inSlices(outOfSight, CALM);
  };

  const later = (document: TextDocument): void => {
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    if (server.state() !== 'stopped')
      waiting.set(
        key,
        setTimeout(() => void refresh(document), DELAY),
      );
  };

  const recordings = (): TextDocument[] => workspace.textDocuments.filter(isRecording);
  for (const document of recordings()) later(document);
  const listeners = Disposable.from(
    workspace.onDidOpenTextDocument((document) => {
      if (isRecording(document)) later(document);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      if (!isRecording(document) || contentChanges.length === 0) return;
      if (reason === TextDocumentChangeReason.Undo) undone.add(document.uri.toString());
      else undone.delete(document.uri.toString());
      clearTimeout(slices);
      later(document);
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
      if (isRecording(document) && slices !== undefined) later(document);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => clear(uri.toString())),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('processRecording.author')) for (const one of recordings()) later(one);
    }),
    server.onDidChangeState(() => {
      if (server.state() === 'running') for (const document of recordings()) later(document);
    }),
    // A save by hand makes sure of what has lost its turn. Other saves may come in the middle of cutting and pasting.
    workspace.onWillSaveTextDocument((event) => {
      if (!isRecording(event.document) || event.reason !== TextDocumentSaveReason.Manual) return;
      event.waitUntil(settle(server, event.document));
    }),
  );

  return {
    controller,
    refresh,
    threadsOn: (uri) =>
      [...(drawn.get(uri.toString())?.values() ?? [])]
        .sort((a, b) => a.shown.range.start.line - b.shown.range.start.line)
        .map(({ thread }) => thread),
    idOf: (thread) => {
      for (const [id, one] of drawn.get(thread.uri.toString()) ?? []) if (one.thread === thread) return id;
      return undefined;
    },
    dispose: () => {
      for (const key of [...drawn.keys()]) clear(key);
      clearTimeout(slices);
      for (const timer of waiting.values()) clearTimeout(timer);
      listeners.dispose();
      controller.dispose();
    },
  };
}

/** Whether somebody sees a thread: it is open, or its line is in an editor. */
function isInSight(uri: Uri, thread: CommentThread | undefined, shown: ThreadShown): boolean {
  if (thread?.collapsibleState === CommentThreadCollapsibleState.Expanded) return true;
  const range = rangeOf(shown);
  return window.visibleTextEditors.some(
    ({ document, visibleRanges }) =>
      document.uri.toString() === uri.toString() &&
      visibleRanges.some((visible) => visible.intersection(range) !== undefined),
  );
}

async function settle(server: Server, document: TextDocument): Promise<ReturnType<typeof textEditsOf>> {
  const answer = await editsOf(server, document, { do: 'settle' });
  return answer && 'edits' in answer && answer.version === document.version ? textEditsOf(answer.edits) : [];
}

/**
 * Where a thread hangs. VS Code draws it at the middle of a single line's range, and so within the words of a turn that is
 * wrapped on the screen; at the end of the line it stands below them all.
 */
function rangeOf({ range: { start, end } }: Pick<ThreadShown, 'range'>): Range {
  const begin = start.line === end.line ? end : start;
  return new Range(begin.line, begin.character, end.line, end.character);
}

/** Where a thread about whole lines, counted from zero, hangs. */
export function belowLines(document: TextDocument, from: number, to: number): Range {
  const end = document.lineAt(Math.min(to, document.lineCount - 1)).range.end;
  return from === to ? new Range(end, end) : new Range(from, 0, to, end.character);
}

/** Changes only what differs, so that nothing flickers and nobody loses a draft. */
function draw(thread: CommentThread, shown: ThreadShown, before: ThreadShown | undefined): void {
  const author = knownAuthor();
  const isEditing = thread.comments.some(({ mode }) => mode === CommentMode.Editing);
  const stamp = (notes: readonly NoteShown[]): string =>
    JSON.stringify(notes.map(({ range: _, ...note }) => note));
  if (!isEditing && (!before || thread.comments.length === 0 || stamp(before.notes) !== stamp(shown.notes)))
    thread.comments = shown.notes.map((note, at) => noteOf(thread, note, at, author?.name));
  const label = labelOf(shown);
  if (thread.label !== label) thread.label = label;
  const state = shown.resolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
  if (thread.state !== state) thread.state = state;
  const context = shown.orphan?.lost
    ? 'lost'
    : [
        shown.resolved ? 'resolved' : 'open',
        ...(shown.orphan ? ['orphan'] : []),
        ...(shown.loose ? ['loose'] : []),
      ].join(' ');
  if (thread.contextValue !== context) thread.contextValue = context;
  const canReply = !shown.orphan?.lost && shown.loose !== 'remark';
  if (thread.canReply !== canReply) thread.canReply = canReply;
  if (before && !before.resolved && shown.resolved)
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
}

function noteOf(thread: CommentThread, note: NoteShown, at: number, own: string | undefined): ShownNote {
  return {
    thread,
    at,
    source: note.text,
    body: new MarkdownString(
      note.text === '' && note.kind === 'resolved' ? l10n.t('*Resolved.*') : withoutPictures(note.text),
    ),
    mode: CommentMode.Preview,
    author: { name: note.author ?? kindLabel(note) },
    label: [
      ...(note.author === undefined ? [] : [kindLabel(note)]),
      ...(note.about ? [note.about] : []),
      // The day as it is written: VS Code would make “10 hours ago” of it.
      ...(note.date ? [note.date] : []),
    ].join(' · '),
    contextValue: note.author === undefined || note.author === own ? 'mine' : 'other',
  };
}
