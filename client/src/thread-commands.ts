/** What can be done in and with a thread: begin, answer, change, praise, close, and put right. */
import {
  CommentMode,
  type CommentReply,
  type CommentThread,
  CommentThreadCollapsibleState,
  commands,
  Disposable,
  l10n,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { COMMANDS, DraftedComment } from '../../server/src/language/protocol.ts';
import type { NoteKind } from '../../server/src/recording/model.ts';
import { annotate } from './annotate.ts';
import { type Author, askAuthor, today } from './author.ts';
import type { Server } from './connection.ts';
import { isRecording } from './recordings.ts';
import { pickStarter } from './starters.ts';
import { type Board, belowLines, type ShownNote } from './threads.ts';

/** A comment that is being written and does not stand in the text yet. */
export interface Draft {
  readonly uri: Uri;
  /** First and last line of what it is about, from zero. */
  readonly from: number;
  readonly to: number;
  readonly kind: NoteKind;
  readonly text: string;
  /** A pattern, for kinds that have a subject. */
  readonly about?: string;
}

const draftComment: (typeof COMMANDS)['draftComment'] = 'processRecording.draftComment';

export interface ThreadCommands extends Disposable {
  /** The threads of comments that are open and not written yet. */
  readonly drafts: () => readonly CommentThread[];
}

export function registerThreadCommands(server: Server, board: Board): ThreadCommands {
  const drafts = new Map<CommentThread, Draft>();

  const signed = async (): Promise<{ author: string; date: string; role: Author['role'] } | undefined> => {
    const author = await askAuthor();
    return author && { author: author.name, date: today(), role: author.role };
  };

  const begin = async ({ thread, text }: CommentReply, kind: NoteKind): Promise<void> => {
    const who = await signed();
    const { range } = thread;
    if (!who || !range) return;
    const { author, date } = who;
    const document = await workspace.openTextDocument(thread.uri);
    const action = {
      do: 'comment',
      from: range.start.line,
      to: range.end.line,
      kind,
      text,
      author,
      date,
    } as const;
    if (await annotate(server, document, action)) {
      thread.dispose();
      await backTo(document);
    }
    await board.refresh(document);
  };

  /** Does something with a thread that stands in the text. */
  const withThread = async (
    thread: CommentThread,
    act: (id: string, document: TextDocument) => Promise<unknown>,
  ): Promise<void> => {
    const id = board.idOf(thread);
    if (id === undefined) return;
    const document = await workspace.openTextDocument(thread.uri);
    await act(id, document);
    await board.refresh(document);
  };

  const answer = (kind: 'reply' | 'praise') => async (reply: CommentReply) => {
    if (board.idOf(reply.thread) === undefined) return begin(reply, kind === 'reply' ? 'supervisor' : kind);
    const who = await signed();
    if (!who) return;
    const { author, date } = who;
    await withThread(reply.thread, (thread, document) =>
      annotate(server, document, { do: 'reply', thread, kind, text: reply.text, author, date }),
    );
  };

  const setMode = (note: ShownNote, mode: CommentMode): void => {
    note.thread.comments = note.thread.comments.map((one) =>
      (one as ShownNote).at === note.at
        ? { ...one, mode, body: mode === CommentMode.Editing ? note.source : one.body }
        : one,
    );
  };

  const save = async (note: ShownNote): Promise<void> => {
    const text = typeof note.body === 'string' ? note.body : note.body.value;
    const draft = drafts.get(note.thread);
    if (draft) {
      const who = await signed();
      if (!who) return;
      const { author, date } = who;
      const document = await workspace.openTextDocument(draft.uri);
      const { start, end } = note.thread.range ?? new Range(draft.from, 0, draft.to, 0);
      const { kind, about } = draft;
      const action = {
        do: 'comment',
        from: start.line,
        to: end.line,
        kind,
        text,
        author,
        date,
        ...(about ? { about } : {}),
      } as const;
      if (!(await annotate(server, document, action))) return;
      drafts.delete(note.thread);
      note.thread.dispose();
      await backTo(document);
      return board.refresh(document);
    }
    await withThread(note.thread, async (thread, document) => {
      const { at } = note;
      if (at === undefined) return;
      if (await annotate(server, document, { do: 'rewrite', thread, note: at, text }))
        note.thread.comments = [];
    });
  };

  const cancel = async (note: ShownNote): Promise<void> => {
    if (drafts.delete(note.thread)) {
      note.thread.dispose();
      return backTo(await workspace.openTextDocument(note.thread.uri));
    }
    note.thread.comments = [];
    await board.refresh(await workspace.openTextDocument(note.thread.uri));
  };

  /**
   * Opens a comment editor on a draft; it is written into the text when it is saved. Who writes is asked before, for a
   * question over an open box is easily waved away, and the comment with it.
   */
  const draft = async (wanted: Draft): Promise<void> => {
    if (!(await askAuthor())) return;
    const document = await workspace.openTextDocument(wanted.uri);
    const range = belowLines(document, wanted.from, wanted.to);
    // With room for the comment and its buttons below the line.
    editorOf(document)?.revealRange(range, TextEditorRevealType.InCenter);
    const thread = board.controller.createCommentThread(wanted.uri, range, []);
    drafts.set(thread, wanted);
    const note: ShownNote = {
      thread,
      at: undefined,
      source: wanted.text,
      body: wanted.text,
      mode: CommentMode.Editing,
      author: { name: l10n.t('Not written yet') },
      contextValue: 'draft',
    };
    thread.label = l10n.t('A comment to be');
    thread.contextValue = 'draft';
    thread.canReply = false;
    thread.comments = [note];
    thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
  };

  /**
   * VS Code's own way to begin a thread, which puts the caret into it. It goes by the selection: a range given to it loses
   * its first column. Where a thread hangs already, that one is opened and has the keys, so that Tab leads to the answer.
   */
  const write = (editor: TextEditor, from: number, to: number): Thenable<unknown> => {
    const wanted = belowLines(editor.document, from, to);
    const hangs = board.threadsOn(editor.document.uri).some(({ range }) => range?.intersection(wanted));
    editor.selection = new Selection(wanted.start, wanted.end);
    return commands.executeCommand(
      hangs ? 'workbench.action.focusCommentOnCurrentLine' : 'workbench.action.addComment',
    );
  };
  const here = (lines: (editor: TextEditor) => readonly [number, number]) => async () => {
    const editor = window.activeTextEditor;
    if (editor && isRecording(editor.document) && (await askAuthor())) return write(editor, ...lines(editor));
  };

  const on = (name: string, run: (...args: never[]) => unknown): Disposable =>
    commands.registerCommand(name, run as (...args: unknown[]) => unknown);
  const registered = Disposable.from(
    on('processRecording.comment', (reply: CommentReply) => begin(reply, 'supervisor')),
    on('processRecording.praise', answer('praise')),
    on('processRecording.ask', (reply: CommentReply) => begin(reply, 'question')),
    on('processRecording.reply', answer('reply')),
    on(
      'processRecording.commentHere',
      here(({ selection }) => [selection.start.line, lastLine(selection)]),
    ),
    on(draftComment, ({ uri, line, ...rest }: DraftedComment) =>
      draft({ uri: Uri.parse(uri), from: line, to: line, ...rest }),
    ),
    on('processRecording.commentFrom', async () => {
      const editor = window.activeTextEditor;
      if (!editor || !isRecording(editor.document)) return;
      const { document, selection } = editor;
      const picked = await pickStarter(server, document, selection.active.line);
      const { start } = selection;
      if (picked) await draft({ uri: document.uri, from: start.line, to: lastLine(selection), ...picked });
    }),
    on(
      'processRecording.commentOnRecording',
      here(() => [0, 0]),
    ),
    on('processRecording.editNote', (note: ShownNote) => setMode(note, CommentMode.Editing)),
    on('processRecording.saveNote', save),
    on('processRecording.cancelNote', cancel),
    on('processRecording.deleteNote', (note: ShownNote) =>
      withThread(note.thread, async (thread, document) =>
        note.at === undefined
          ? undefined
          : annotate(server, document, { do: 'remove', thread, note: note.at }),
      ),
    ),
    on('processRecording.resolve', async (thread: CommentThread | CommentReply) => {
      const who = await signed();
      if (!who) return;
      const { author, date } = who;
      await withThread(threadOf(thread), (id, document) =>
        annotate(server, document, { do: 'resolve', thread: id, author, date }),
      );
    }),
    on('processRecording.reopen', (thread: CommentThread | CommentReply) =>
      withThread(threadOf(thread), (id, document) =>
        annotate(server, document, { do: 'reopen', thread: id }),
      ),
    ),
    on('processRecording.keepThread', (thread: CommentThread) =>
      withThread(thread, (id, document) => annotate(server, document, { do: 'keep', thread: id })),
    ),
    on('processRecording.forgetThread', (thread: CommentThread) =>
      withThread(thread, (id, document) => annotate(server, document, { do: 'forget', thread: id })),
    ),
    on('processRecording.moveThread', (thread: CommentThread) =>
      withThread(thread, async (id, document) => {
        const line = await askTurn(document, thread);
        if (line !== undefined) await annotate(server, document, { do: 'move', thread: id, line });
      }),
    ),
  );
  return { drafts: () => [...drafts.keys()], dispose: () => registered.dispose() };
}

/** From a comment that is written, and whose widget is gone, the keys go back to the recording. */
async function backTo(document: TextDocument): Promise<void> {
  const editor = editorOf(document);
  if (editor) await window.showTextDocument(document, editor.viewColumn);
}

function editorOf(document: TextDocument): TextEditor | undefined {
  return window.visibleTextEditors.find((one) => one.document === document);
}

function threadOf(of: CommentThread | CommentReply): CommentThread {
  return 'thread' in of ? of.thread : of;
}

/** A selection that ends before the first sign of a line does not mean that line. */
function lastLine({ start, end }: Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

/** To which turn a comment belongs: turns are picked from their lines, those the comment quotes or numbers first. */
async function askTurn(document: TextDocument, thread: CommentThread): Promise<number | undefined> {
  const text = thread.comments.map((note) => (note as ShownNote).source).join('\n');
  const turns = document
    .getText()
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => /^\s*(?:\|\s*)?(?:\*\*|__)?[^\s:>#|(*[][^:>|]{0,40}:/.test(line));
  const wanted = Number(/\b(?:turn|t\.?)\s*(\d{1,4})\b/i.exec(text)?.[1] ?? 0);
  const items = turns.map(({ line, at }, index) => ({
    label: line.replace(/[*_|]/g, '').trim(),
    description: l10n.t('line {0}', at + 1),
    at,
    // A comment within the record most likely means the line it stands on, or the one above.
    rank: index + 1 === wanted ? 0 : at <= (thread.range?.end.line ?? 0) ? 1 : 2,
  }));
  const near = items.filter(({ rank }) => rank === 1).at(-1);
  const ordered = [...items].sort(
    (a, b) =>
      Number(b.rank === 0) - Number(a.rank === 0) || Number(b === near) - Number(a === near) || a.at - b.at,
  );
  const picked = await window.showQuickPick(ordered, {
    title: l10n.t('Move the Comment to Its Turn'),
    placeHolder: l10n.t('Which turn is it about?'),
    matchOnDescription: true,
  });
  return picked?.at;
}
