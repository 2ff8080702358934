/** Format Document and Format Selection: blank lines between turns and one style of labels. */
import type { TextEdit } from 'vscode-languageserver';
import { formatted } from '../recording/format.ts';
import type { Desk, Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { OpenRecording } from './documents.ts';

export const formatting: Feature = {
  serve: (desk) => {
    desk.connection.onDocumentFormatting(({ textDocument }) => {
      const open = desk.recordingAt(textDocument.uri);
      return open ? editsFor(desk, open) : [];
    });
    desk.connection.onDocumentRangeFormatting(({ textDocument, range }) => {
      const open = desk.recordingAt(textDocument.uri);
      if (!open) return [];
      // Whole lines: half a line is nothing that could be tidied.
      return editsFor(desk, open).filter(
        ({ range: { start, end } }) => start.line >= range.start.line && end.line <= range.end.line,
      );
    });
  },
};

function editsFor(desk: Desk, { analyst, text }: OpenRecording): TextEdit[] {
  const style = desk.settings().format?.labels ?? 'as-most';
  return formatted(analyst.recording(), text.getText(), style).map(({ start, end, text: newText }) => ({
    range: lspRange(text, { start, end }),
    newText,
  }));
}
