/** Carries out what somebody does with a thread: the server makes the edits, and they are one step to undo. */
import {
  env,
  FilePermission,
  l10n,
  Range,
  type TextDocument,
  TextEdit,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type {
  Action,
  ANNOTATE,
  Annotated,
  AnnotateRequest,
} from '../../server/src/language/thread-protocol.ts';
import type { Server } from './connection.ts';

const annotateRequest: typeof ANNOTATE = 'processRecording/annotate';

/** How often the question is asked again because somebody typed meanwhile. */
const TRIES = 5;

/** Whether the text was changed as asked. Where it was not, the person is told, and what she wrote is on the clipboard. */
export async function annotate(server: Server, document: TextDocument, action: Action): Promise<boolean> {
  if (await isReadOnly(document)) return failed(l10n.t('This recording cannot be changed.'), action);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const answer = await editsOf(server, document, action);
    if (answer === undefined) return failed(l10n.t('Process Recording is not running.'), action);
    if ('refused' in answer) return failed(reasonOf(answer.refused), action);
    // What was typed meanwhile has moved the lines: ask again about the text as it is now.
    if (answer.version !== document.version) continue;
    if (answer.edits.length === 0) return true;
    const edit = new WorkspaceEdit();
    edit.set(document.uri, textEditsOf(answer.edits));
    if (await workspace.applyEdit(edit)) return true;
  }
  return failed(l10n.t('The recording was changed at the same time.'), action);
}

/** The edits for an action, not yet applied. */
export function editsOf(
  server: Server,
  document: TextDocument,
  action: Action,
): Promise<Annotated | undefined> {
  const params: AnnotateRequest = { uri: server.addressOf(document), action };
  return server.ask<Annotated>(annotateRequest, params);
}

type Edits = Extract<Annotated, { edits: unknown }>['edits'];

/** The server's edits as VS Code's. */
export function textEditsOf(edits: Edits): TextEdit[] {
  return edits.map(({ range: { start, end }, newText }) =>
    TextEdit.replace(new Range(start.line, start.character, end.line, end.character), newText),
  );
}

/** Whether the file, or the place where it is kept, cannot be written. */
export async function isReadOnly({ uri, isUntitled }: TextDocument): Promise<boolean> {
  if (isUntitled) return false;
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions } = await workspace.fs.stat(uri);
    return permissions !== undefined && (permissions & FilePermission.Readonly) !== 0;
  } catch {
    return false;
  }
}

async function failed(why: string, action: Action): Promise<false> {
  const words = 'text' in action ? action.text : '';
  if (words.trim() === '') void window.showWarningMessage(why);
  else {
    await env.clipboard.writeText(words);
    void window.showWarningMessage(l10n.t('{0} What you wrote is on the clipboard.', why));
  }
  return false;
}

function reasonOf(refused: Extract<Annotated, { refused: string }>['refused']): string {
  switch (refused) {
    case 'gone':
      return l10n.t('This thread is no longer in the text.');
    case 'empty':
      return l10n.t('There is nothing to write yet.');
    case 'too-long':
      return l10n.t('This is too long for a margin. Could it be two comments?');
    case 'broken-header':
      return l10n.t(
        'The header of this recording cannot be read yet. Mend it first, where the wavy line is.',
      );
    case 'answered':
      return l10n.t('Others have answered this. It can be resolved, or the answers be deleted first.');
    case 'in-record':
      return l10n.t(
        'This comment stands within the record. Move it to the margin first, then it can be answered.',
      );
    case 'no-turn':
      return l10n.t('There is no turn at this line.');
    case 'not-open':
      return l10n.t('This recording is not open.');
  }
}
