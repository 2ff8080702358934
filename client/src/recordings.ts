/** Which documents are recordings. */
import type { TextDocument } from 'vscode';

export const LANGUAGE = 'process-recording';

/** The `source` of the server's diagnostics. */
export const SOURCE = 'mutual-aid';

export function isRecording(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === LANGUAGE;
}
