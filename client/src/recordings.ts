/** Which documents are recordings. */
import { type TextDocument, window } from 'vscode';

export const LANGUAGE = 'process-recording';

/** The `source` of the server's diagnostics. */
export const SOURCE = 'mutual-aid';

export function isRecording(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === LANGUAGE;
}

/** The documents in which comments are written: each stands within another. */
const COMMENT_INPUT = 'comment';

/** The recording that has the focus, also within one of its threads; or one that stands beside a page that has it. */
export function recordingInView(): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  if (active !== undefined && active.uri.scheme !== COMMENT_INPUT)
    return isRecording(active) ? active : undefined;
  return window.visibleTextEditors.map(({ document }) => document).find(isRecording);
}
