/**
 * Cuts a document into blocks. A block is a run of lines that can be parsed alone and come out as it would in the
 * whole: a turn, a margin, a table, a heading. It carries the blank lines behind it, so that the blocks, joined, are
 * the document again, byte for byte.
 */

import { wide } from './expressions.ts';
import { labelOf } from './label.ts';
import type { Block } from './model.ts';

/** Text that is read a stretch at a time: a string is one. */
export interface Sliceable {
  readonly length: number;
  /** From one offset to another, or to the end. */
  readonly slice: (start: number, end?: number) => string;
}

/** One change of text, in offsets of the document before it. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const BLANK = /^[ \t]*$/;
const QUOTE = /^ {0,3}>/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const COMMENT = /^ {0,3}<!--(?!.*-->)/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const FENCE_OF_HEADER = /^---[ \t]*$/;

interface Line {
  readonly start: number;
  /** After the line's text, before its line end. */
  readonly end: number;
  /** After its line end. */
  readonly next: number;
}

function lineAt(text: string, start: number): Line {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === 10) return { start, end, next: end + 1 };
    if (code === 13) return { start, end, next: text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1 };
    end++;
  }
  return { start, end, next: end };
}

/** Whether a line opens a turn by its look alone: then a new block starts with it, also without a blank line above. */
function opensTurn(line: string): boolean {
  if (line.includes('|')) return false;
  const bare = line
    .replace(ITEM, '')
    .replace(/^[ \t]*(?:\*\*|__)?/, '')
    .replace(/(?:\*\*|__)(?=[ \t]*(?:[:：(→]|->))|(?<=[:：])(?:\*\*|__)/, '');
  return labelOf(bare) !== undefined;
}

/** A header may stand below a few blank lines: what is pasted often does. */
const ABOVE_HEADER = /^\ufeff?(?:[ \t]{0,8}(?:\r\n|\n|\r)){0,8}/;
/** No more than this lies above a header, with its fence. */
const HEAD = 96;

/** Where the header's first line begins, or would: behind a byte-order mark and a few blank lines. */
export function startOfHeader(text: string): number {
  return ABOVE_HEADER.exec(text.slice(0, HEAD))![0].length;
}

/** Whether a text opens with the fence of a header. */
function opensHeader(text: string): boolean {
  return text.startsWith('---', startOfHeader(text));
}

/** Where the header ends (offset after its closing fence line); 0 where there is none. An unclosed one ends at a blank line or heading. */
function endOfHeader(text: string): number {
  const first = lineAt(text, startOfHeader(text));
  if (!FENCE_OF_HEADER.test(text.slice(first.start, first.end))) return 0;
  let open = -1;
  for (let at = first.next; at < text.length; ) {
    const line = lineAt(text, at);
    const words = text.slice(line.start, line.end);
    if (FENCE_OF_HEADER.test(words) || /^\.\.\.[ \t]*$/.test(words)) return line.next;
    if (open < 0 && (BLANK.test(words) || HEADING.test(words))) open = line.start;
    at = line.next;
  }
  return open < 0 ? text.length : open;
}

/** Fences and comments that were found to have no end: others like them that open further down have none either. */
interface Unclosed {
  comment: boolean;
  /** By the fence's sign, the length from which on nothing closes it. */
  readonly fences: Map<string, number>;
}

const noneUnclosed = (): Unclosed => ({ comment: false, fences: new Map() });

/** The end of a fence or comment that opens at `line`, or -1 when it never closes: then it is read as plain lines. */
function endOfSpan(text: string, line: Line, fence: string | undefined, unclosed: Unclosed): number {
  if (fence === undefined ? unclosed.comment : fence.length >= (unclosed.fences.get(fence[0]!) ?? Infinity))
    return -1;
  for (let at = line.next; at < text.length; ) {
    const inner = lineAt(text, at);
    const words = text.slice(inner.start, inner.end);
    if (fence === undefined ? words.includes('-->') : closes(words, fence)) return inner.next;
    at = inner.next;
  }
  if (fence === undefined) unclosed.comment = true;
  else unclosed.fences.set(fence[0]!, fence.length);
  return -1;
}

function closes(line: string, fence: string): boolean {
  const found = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return found !== undefined && found[0] === fence[0] && found.length >= fence.length;
}

/** The offset at which the block that starts at `start` ends. `head`: whether the document begins there. */
function endOfBlock(text: string, start: number, unclosed: Unclosed, head: boolean): number {
  if (head) {
    const header = endOfHeader(text);
    if (header > 0) return afterBlanks(text, header);
  }
  // A byte-order mark is no part of the first line: a quotation begins behind it as anywhere.
  let at = afterBlanks(text, head && text.charCodeAt(0) === 0xfeff ? 1 : start);
  let previous: string | undefined;
  while (at < text.length) {
    const line = lineAt(text, at);
    const words = text.slice(line.start, Math.min(line.end, line.start + 400));
    if (BLANK.test(words) && line.end - line.start < 400) return afterBlanks(text, at);
    if (previous !== undefined) {
      if (QUOTE.test(words) !== QUOTE.test(previous)) return at;
      if (HEADING.test(words) || HEADING.test(previous)) return at;
      if (!QUOTE.test(words) && opensTurn(words)) return at;
    }
    const fence = FENCE.exec(words)?.[1];
    if (fence !== undefined || COMMENT.test(words)) {
      const end = endOfSpan(text, line, fence, unclosed);
      if (end > 0) {
        if (previous !== undefined) return at;
        return afterBlanks(text, end);
      }
    }
    previous = words;
    at = line.next;
  }
  return text.length;
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (
      !BLANK.test(text.slice(line.start, Math.min(line.end, line.start + 200))) ||
      line.end - line.start > 200
    )
      return at;
    at = line.next;
  }
  return at;
}

/** Cuts the whole text. An empty text has no block. */
export function cut(whole: string): Block[] {
  const text = wide(whole);
  const blocks: Block[] = [];
  const unclosed = noneUnclosed();
  for (let at = 0; at < text.length; ) {
    const end = endOfBlock(text, at, unclosed, at === 0);
    blocks.push({ text: text.slice(at, end), start: at });
    at = end;
  }
  return blocks;
}

/** Anything that can bind lines across blank ones, so that an edit far away may move a cut here. */
const SPANNING = /^ {0,3}(?:`{3}|~{3}|<!--(?!.*-->))|-->/m;

/**
 * Cuts again after one edit. Blocks that the edit did not touch are the same objects, moved where needed.
 * @param blocks the blocks of the text before
 * @param text the text after the edit
 */
export function recut(blocks: readonly Block[], edit: TextEdit, text: Sliceable): Block[] {
  const shift = edit.text.length - (edit.end - edit.start);
  // One block back: a cut may depend on the line above it.
  const first = Math.max(0, blockAt(blocks, edit.start) - 1);
  const { fresh, next } = cutFrom(blocks, first, blockAt(blocks, edit.end) + 1, shift, text);
  const touched = blocks.slice(first, next);
  if (unsettled(blocks, first, text) || [...touched, ...fresh].some((block) => SPANNING.test(block.text))) {
    return reuse(blocks, cut(text.slice(0)));
  }
  const rest = blocks.slice(next);
  if (shift !== 0) for (const block of rest) block.start += shift;
  return [...blocks.slice(0, first), ...reuse(touched, fresh), ...rest];
}

/** How many blocks below the edit are looked at first, to find where the old cuts hold again. */
const NEAR = 4;

/**
 * Blocks cut anew from block `first` on, until the cuts are those of before: `next` is the first block that stays. Only the
 * text that this takes is read.
 */
function cutFrom(
  blocks: readonly Block[],
  first: number,
  below: number,
  shift: number,
  text: Sliceable,
): { readonly fresh: Block[]; readonly next: number } {
  const from = blocks[first]?.start ?? 0;
  for (let near = NEAR; ; near *= 4) {
    const stop = blocks[below + near];
    const window = wide(text.slice(from, stop === undefined ? text.length : stop.start + shift));
    const fresh: Block[] = [];
    const unclosed = noneUnclosed();
    let next = below;
    let at = from;
    while (at - from < window.length) {
      while (next < blocks.length && blocks[next]!.start + shift < at) next++;
      if (blocks[next] !== undefined && blocks[next]!.start + shift === at) return { fresh, next };
      const end = from + endOfBlock(window, at - from, unclosed, at === 0);
      fresh.push({ text: window.slice(at - from, end - from), start: at });
      at = end;
    }
    if (stop === undefined) return { fresh, next: blocks.length };
  }
}

/** Whether the header may begin or end elsewhere after an edit at or below block `first`. */
function unsettled(blocks: readonly Block[], first: number, text: Sliceable): boolean {
  const header = blocks[0];
  if (header === undefined) return true;
  const was = opensHeader(header.text);
  if (first === 0) return was || opensHeader(text.slice(0, HEAD));
  const below = header.text.slice(startOfHeader(header.text) + 4);
  return was && !/(?:^|[\r\n])(?:---|\.\.\.)\s*$/.test(below);
}

/** Keeps an old block object where a new one says the same, from both ends inwards. */
function reuse(old: readonly Block[], fresh: Block[]): Block[] {
  let head = 0;
  while (head < old.length && head < fresh.length && old[head]!.text === fresh[head]!.text) {
    fresh[head] = moved(old[head]!, fresh[head]!.start);
    head++;
  }
  for (let tail = 1; tail <= old.length - head && tail <= fresh.length - head; tail++) {
    const before = old[old.length - tail]!;
    const after = fresh[fresh.length - tail]!;
    if (before.text !== after.text) break;
    fresh[fresh.length - tail] = moved(before, after.start);
  }
  return fresh;
}

function moved(block: Block, start: number): Block {
  block.start = start;
  return block;
}

/** Index of the block that holds `offset`, by halving; 0 for an empty list. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
