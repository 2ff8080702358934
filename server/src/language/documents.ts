/** Open documents: each holds its text and its analyst, and takes in edits as they come. */
import { type Range, type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { type Analyst, analystOf } from '../patterns/analyse.ts';
import { PagedText } from './paged-text.ts';

/** An open recording. */
export interface OpenRecording {
  readonly uri: string;
  version: number;
  text: PagedText;
  readonly analyst: Analyst;
  /** The stretch of text changed last, and whether it was typing: a few characters, no new line. */
  edited: { readonly offset: number; readonly typing: boolean; readonly at: number } | undefined;
  /** Changes whenever an edit may have moved lines. */
  lines: number;
  /** The line the caret is on, where the editor tells. */
  caret: number | undefined;
}

/** More than this at once is a paste or a quick fix, not typing. */
const TYPED = 24;

/** The open documents of a connection. `onFault` hears of patterns that threw. */
export function openRecordings(onFault: (id: string, error: unknown) => void): TextDocuments<OpenRecording> {
  return new TextDocuments<OpenRecording>({
    create: (uri, _languageId, version, content) => ({
      uri,
      version,
      text: new PagedText(uri, content),
      analyst: analystOf(content, onFault),
      edited: undefined,
      lines: 0,
      caret: undefined,
    }),
    update: (open, changes, version) => {
      for (const change of changes) takeIn(open, change);
      open.version = version;
      return open;
    },
  });
}

function takeIn(open: OpenRecording, change: TextDocumentContentChangeEvent): void {
  if (!('range' in change)) {
    open.text = new PagedText(open.uri, change.text);
    open.analyst.reset(change.text);
    open.edited = undefined;
    open.lines++;
    return;
  }
  const range = within(open.text, change.range);
  const start = open.text.offsetAt(range.start);
  const end = open.text.offsetAt(range.end);
  open.text.edit(start, end, change.text);
  open.analyst.edit({ start, end, text: change.text }, open.text);
  const inLine = range.start.line === range.end.line && !/[\r\n]/.test(change.text);
  if (!inLine) open.lines++;
  open.edited = {
    offset: start + change.text.length,
    typing: change.text.length <= TYPED && end - start <= TYPED && !/[\r\n]/.test(change.text),
    at: Date.now(),
  };
}

/**
 * A range in order, and within the text: an editor whose lines have run ahead of ours would otherwise leave line offsets
 * that belong to no line.
 */
function within(text: PagedText, { start, end }: Range): Range {
  const ends = text.positionAt(text.length);
  const [first, last] = [start, end]
    .map((one) => (one.line >= text.lineCount ? ends : one))
    .sort((a, b) => a.line - b.line || a.character - b.character);
  return { start: first!, end: last! };
}
