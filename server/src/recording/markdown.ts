/** One block of Markdown, parsed by remark into the few shapes a recording is made of. Offsets count from the block's start. */

import type { Nodes, Parent, Root, RootContent, Table, TableCell } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { startOfHeader } from './cut.ts';
import { matchesIn } from './expressions.ts';
import { LIMITS } from './limits.ts';
import type { Block } from './model.ts';
import { lineOf, plainPieces } from './plain.ts';

/** A run of source text in one style. `start` is its offset in the block; the text is as long as its source. */
export interface Run {
  readonly text: string;
  readonly start: number;
  readonly emphasis: boolean;
  readonly strong: boolean;
  /** Its first sign stands behind a backslash, and so means nothing but itself. */
  readonly escaped?: true;
}

/** One source line of prose, as the runs that carry its words. */
export interface ProseLine {
  readonly runs: readonly Run[];
  /** Where the line's words begin and end in the block. */
  readonly start: number;
  readonly end: number;
}

export type Piece =
  | {
      readonly kind: 'heading';
      readonly depth: number;
      readonly title: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'prose';
      readonly lines: readonly ProseLine[];
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'quote'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly Cell[])[];
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'header'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'unread';
      readonly why: 'too-long' | 'too-tangled' | 'fence';
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'other'; readonly start: number; readonly end: number };

/** A table cell: its lines (parted by `<br>`) and the place between its bars. */
export interface Cell {
  readonly lines: readonly ProseLine[];
  readonly start: number;
  readonly end: number;
}

/** GFM tables alone: the rest of GFM doubles the time and adds nothing that a recording needs. */
function tables(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmTable(),
    // In a recording, indented lines are still speech and brackets are nonverbal acts, not code, links or definitions.
    { disable: { null: ['codeIndented', 'definition', 'labelStartLink', 'labelStartImage', 'labelEnd'] } },
  ];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
}

const markdown = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(tables).freeze();

/** Parses one block. Never throws; what is too long to parse comes back as `unread`. */
export function piecesOf(block: Block): readonly Piece[] {
  const { text } = block;
  if (text.length > LIMITS.block)
    return [{ kind: 'unread', why: 'too-long', start: 0, end: text.trimEnd().length }];
  // Leading blanks and a byte-order mark are no part of the Markdown; the parser would shift its offsets over them.
  const lead = /^(?:\ufeff)?(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text)?.[0].length ?? 0;
  const body = text.slice(lead);
  if (body.trim() === '') return [];
  if (block.start === 0 && lead === startOfHeader(text) && /^---[ \t]*(?:\r|\n|$)/.test(body)) {
    return [{ kind: 'header', start: lead, end: lead + body.trimEnd().length }];
  }
  const plain = plainPieces(body, lead);
  if (plain) return plain;
  return isTangled(body)
    ? [{ kind: 'unread', why: 'too-tangled', start: lead, end: lead + body.trimEnd().length }]
    : parsedPieces(body, lead);
}

/** A line that opens more quotations and lists within each other than are parsed. */
const DEEP = new RegExp(String.raw`^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)])){${LIMITS.depth}}`, 'm');

/** Whether a block has more marks in one paragraph or cell, or is deeper quoted, than the parser can take in good time. */
function isTangled(body: string): boolean {
  if (body.length < LIMITS.marks) return false;
  if (DEEP.test(body)) return true;
  let marks = 0;
  for (const [mark] of matchesIn(/\*+|_+|^[ \t>]*=+[ \t]*$|\||(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)/gm, body)) {
    marks = mark === '|' || /^[\r\n]/.test(mark) ? 0 : marks + 1;
    if (marks > LIMITS.marks) return true;
  }
  return false;
}

/** The pieces as remark sees them. */
export function parsedPieces(body: string, lead: number): readonly Piece[] {
  const root: Root = markdown.parse(body);
  return root.children.flatMap((node) => pieceOf(node, body, lead));
}

function pieceOf(node: RootContent, body: string, lead: number): Piece[] {
  const start = lead + (node.position?.start.offset ?? 0);
  const end = lead + (node.position?.end.offset ?? 0);
  switch (node.type) {
    case 'heading': {
      const lines = linesOf(node, body, lead);
      const title = lines.map(flatOf).join(' ').trim();
      // A line of dashes under a turn is a ruler to whoever typed it, not a heading.
      if (!body.slice(start - lead).startsWith('#') && node.depth === 2)
        return [{ kind: 'prose', lines, start, end }];
      return [{ kind: 'heading', depth: node.depth, title, start, end }];
    }
    case 'paragraph':
      return [{ kind: 'prose', lines: linesOf(node, body, lead), start, end }];
    case 'list':
      return node.children.map((item) => ({
        kind: 'prose',
        lines: item.children.flatMap((child) =>
          'children' in child ? linesOf(child as Parent, body, lead) : [],
        ),
        start: lead + (item.position?.start.offset ?? 0),
        end: lead + (item.position?.end.offset ?? 0),
      }));
    case 'blockquote':
      return [{ kind: 'quote', start, end }];
    case 'table':
      return [{ kind: 'table', rows: rowsOf(node, body, lead), start, end }];
    case 'code':
      return [{ kind: 'unread', why: 'fence', start, end }];
    default:
      return [{ kind: 'other', start, end }];
  }
}

function rowsOf(table: Table, body: string, lead: number): Cell[][] {
  return table.children.map((row) => row.children.map((cell) => cellOf(cell, body, lead)));
}

function cellOf(cell: TableCell, body: string, lead: number): Cell {
  const from = cell.position?.start.offset ?? 0;
  const to = cell.position?.end.offset ?? from;
  const inner = /^\|?[ \t]*/.exec(body.slice(from, to))?.[0].length ?? 0;
  const end = to - (/(?<![ \t])[ \t]*(?:(?<!\\)\|)?$/.exec(body.slice(from, to))?.[0].length ?? 0);
  return {
    lines: linesOf(cell, body, lead),
    start: lead + from + inner,
    end: lead + Math.max(end, from + inner),
  };
}

/** The words of a flat line: its runs joined. */
export function flatOf(line: ProseLine): string {
  return line.runs.length === 1 ? line.runs[0]!.text : line.runs.map((run) => run.text).join('');
}

/** Whether the sign at an offset of a flat line stands behind a backslash. */
export function isEscaped(line: ProseLine, offset: number): boolean {
  let at = 0;
  for (const run of line.runs) {
    if (at === offset) return run.escaped === true;
    at += run.text.length;
  }
  return false;
}

/** Prose as source lines of styled runs. Escapes drop out; everything else keeps its place. */
function linesOf(node: Parent, body: string, lead: number): ProseLine[] {
  const lines: Run[][] = [[]];
  const add = (raw: string, at: number, emphasis: boolean, strong: boolean): void => {
    const current = lines[lines.length - 1]!;
    const text = current.length === 0 ? raw.trimStart() : raw;
    if (text === '') return;
    const start = lead + at + raw.length - text.length;
    let from = 0;
    let escaped = false;
    const push = (to: number): void => {
      const run = { text: text.slice(from, to), start: start + from, emphasis, strong };
      current.push(escaped ? { ...run, escaped: true } : run);
    };
    for (const slash of matchesIn(/\\(?=[!-/:-@[-`{-~])/g, text)) {
      if (slash.index > from) push(slash.index);
      from = slash.index + 1;
      escaped = true;
    }
    if (from < text.length) push(text.length);
  };
  const walk = (nodes: readonly Nodes[], emphasis: boolean, strong: boolean): void => {
    for (const inline of nodes) {
      const at = inline.position?.start.offset ?? 0;
      const end = inline.position?.end.offset ?? at;
      if (inline.type === 'text') {
        let offset = at;
        for (const part of body.slice(at, end).split(/(\r\n|\n|\r)/)) {
          if (/^[\r\n]/.test(part)) lines.push([]);
          else add(part, offset, emphasis, strong);
          offset += part.length;
        }
      } else if (inline.type === 'inlineCode') {
        const inner = body.indexOf(inline.value, at);
        if (inner >= 0) add(inline.value, inner, emphasis, strong);
      } else if (
        inline.type === 'break' ||
        (node.type === 'tableCell' && inline.type === 'html' && /^<br\s*\/?>$/i.test(inline.value))
      ) {
        lines.push([]);
      } else if ('children' in inline) {
        walk(inline.children, emphasis || inline.type === 'emphasis', strong || inline.type === 'strong');
      }
    }
  };
  walk(node.children, false, false);
  return lines.filter((runs) => runs.length > 0).map(lineOf);
}
