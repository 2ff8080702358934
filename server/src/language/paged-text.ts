/**
 * An open document's text in pages of whole lines. The library's own document copies all of the text at every key, which
 * grows with the recording; here an edit writes the page it falls on anew, and no other.
 */
import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** UTF-16 units after which a page ends at the next line end. */
const PAGE = 4096;
const LINE_END = /\r\n|\n|\r/g;

/** A text by its lines, as the library's document or ours gives it. */
export type Lines = Pick<TextDocument, 'uri' | 'getText' | 'positionAt' | 'offsetAt' | 'lineCount'>;

/** A page counts its own lines by the library. Where it begins moves with edits above it. */
interface Page {
  readonly text: TextDocument;
  readonly length: number;
  /** Offset, and line, at which it begins. */
  start: number;
  line: number;
}

/** Text as it is read by ranges of zero-based UTF-16 positions or offsets. It never throws; places beyond the end are the end. */
export class PagedText implements Lines {
  private pages: Page[];
  /** The whole text, once somebody has asked for it since the last edit. */
  private whole: string | undefined;

  constructor(
    readonly uri: string,
    content: string,
  ) {
    this.pages = paged(content, 0, 0);
    this.whole = content;
  }

  get length(): number {
    const last = this.pages.at(-1)!;
    return last.start + last.length;
  }

  get lineCount(): number {
    const last = this.pages.at(-1)!;
    return last.line + last.text.lineCount;
  }

  getText(range?: Range): string {
    if (range !== undefined) return this.slice(this.offsetAt(range.start), this.offsetAt(range.end));
    this.whole ??= this.pages.map(({ text }) => text.getText()).join('');
    return this.whole;
  }

  /** The text from one offset to another, as a string's `slice`. */
  slice(start: number, end = this.length): string {
    const first = this.pageAt(start);
    const last = this.pageAt(end);
    const from = this.pages[first]!.start;
    return this.pages
      .slice(first, last + 1)
      .map(({ text }) => text.getText())
      .join('')
      .slice(start - from, Math.max(start, end) - from);
  }

  positionAt(offset: number): Position {
    const { text, start, line } = this.pages[this.pageAt(offset)]!;
    const within = text.positionAt(offset - start);
    return { line: line + within.line, character: within.character };
  }

  offsetAt({ line, character }: Position): number {
    if (line >= this.lineCount) return this.length;
    const page = this.pages[lastAtMost(this.pages, line, ofLine)]!;
    return page.start + page.text.offsetAt({ line: line - page.line, character });
  }

  /** Puts `text` in place of [start, end). */
  edit(start: number, end: number, text: string): void {
    // A line end of two signs may be made or parted at either edge: the page of the sign before takes part.
    const first = this.pageAt(start - 1);
    const last = this.pageAt(end);
    const { start: from, line } = this.pages[first]!;
    const old = this.slice(from, this.pages[last]!.start + this.pages[last]!.length);
    const fresh = paged(old.slice(0, start - from) + text + old.slice(end - from), from, line);
    const shift = text.length - (end - start);
    const above = this.pages.slice(0, first);
    const below = this.pages.slice(last + 1);
    const lineShift = below.length === 0 ? 0 : nextLine(fresh.at(-1)!) - below[0]!.line;
    for (const page of below) {
      page.start += shift;
      page.line += lineShift;
    }
    this.pages = [...above, ...fresh, ...below];
    this.whole = undefined;
  }

  private pageAt(offset: number): number {
    return lastAtMost(this.pages, offset, ofStart);
  }
}

const ofStart = ({ start }: Page): number => start;
const ofLine = ({ line }: Page): number => line;

/** The line at which the page after this one begins. */
function nextLine({ line, text }: Page): number {
  return line + text.lineCount - 1;
}

/** Pages of a text that begins at an offset and a line; one empty page for an empty text. */
function paged(content: string, start: number, line: number): Page[] {
  const pages: Page[] = [];
  for (let at = 0; at < content.length || pages.length === 0; ) {
    LINE_END.lastIndex = at + PAGE;
    const end = LINE_END.exec(content) === null ? content.length : LINE_END.lastIndex;
    const text = TextDocument.create('', '', 0, content.slice(at, end));
    const above = pages.at(-1);
    pages.push({ text, length: end - at, start: start + at, line: above ? nextLine(above) : line });
    at = end;
  }
  return pages;
}

/** Index of the last page whose value is at most `value`, by halving; the first where there is none. */
function lastAtMost(pages: readonly Page[], value: number, of: (page: Page) => number): number {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (of(pages[middle]!) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
