/** Which documents are recordings. */
import type { TextDocument } from 'vscode';

export const LANGUAGE = 'process-recording';

export function isRecording(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === LANGUAGE;
}
