/** Tells the server on which line the caret stands, so that it can leave a writer in peace and speak up once she moves on. */
import { Disposable, type TextEditor, window } from 'vscode';
import type { CARET, Caret } from '../../server/src/language/protocol.ts';
import type { Server } from './connection.ts';
import { isRecording } from './recordings.ts';

const caretMoved: typeof CARET = 'processRecording/caret';

/** Milliseconds between two messages while somebody runs through the lines. */
const BREATH = 50;

/** Sends the line whenever the caret comes to another one, in any recording. */
export function followCaret(server: Server): Disposable {
  let told: Caret | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const tell = (editor: TextEditor | undefined): void => {
    if (editor === undefined || !isRecording(editor.document)) return;
    const caret: Caret = { uri: server.addressOf(editor.document), line: editor.selection.active.line };
    if (told?.uri === caret.uri && told.line === caret.line) return;
    told = caret;
    server.tell(caretMoved, caret);
  };

  /** The first move goes out at once, ahead of what is typed on the new line; those right behind it as one. */
  const moved = (editor: TextEditor | undefined): void => {
    if (waiting !== undefined) return;
    tell(editor);
    waiting = setTimeout(() => {
      waiting = undefined;
      tell(window.activeTextEditor);
    }, BREATH);
  };

  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => moved(textEditor)),
    window.onDidChangeActiveTextEditor(moved),
    server.onDidChangeState(() => {
      told = undefined;
      if (server.state() === 'running') moved(window.activeTextEditor);
    }),
    { dispose: () => clearTimeout(waiting) },
  );
}
