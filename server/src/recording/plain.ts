/**
 * The plain shapes that most of a recording has, read without a Markdown parser: speech with or without a bold label at
 * the start of a line, a line wholly in italics, and margins. What has any other mark in it is left to the parser, so that
 * both give the same; a property test says so.
 */
import type { Piece, ProseLine, Run } from './markdown.ts';

/** Characters that mean something to Markdown within a line, and what the parser treats in its own way. */
const MARKED = /[\\`*_<&|\t\0]/;
/** Line starts that open something other than a paragraph, or make a table of the line above. */
const OPENS = /^(?:[\s#>+=~-]|:-|\d{1,9}[.)])/;
const LABELLED = /^\*\*([\p{L}\p{N}](?:[^*]*[^*\s])?)\*\*(?= |$)/u;
const ITALIC = /^\*([\p{L}\p{N}](?:[^*]*[^*\s])?)\*$/u;

/**
 * The pieces of a block's text, offsets counted from `lead` before it; undefined for what is not plain.
 * @param body text without blank lines above it
 */
export function plainPieces(body: string, lead: number): readonly Piece[] | undefined {
  const text = body.replace(/(?<![\r\n])[\r\n]+$/, '');
  const end = lead + text.length;
  if (text.startsWith('>')) return isMargin(text) ? [{ kind: 'quote', start: lead, end }] : undefined;
  const lines: ProseLine[] = [];
  for (let at = 0; at <= text.length; ) {
    const next = text.indexOf('\n', at);
    const to = next < 0 ? text.length : text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    const runs = runsOf(text.slice(at, to), lead + at);
    if (runs === undefined) return undefined;
    lines.push(lineOf(runs));
    at = next < 0 ? text.length + 1 : next + 1;
  }
  return [{ kind: 'prose', lines, start: lead, end }];
}

/** A line of at least one run. */
export function lineOf(runs: readonly Run[]): ProseLine {
  const last = runs[runs.length - 1]!;
  return { runs, start: runs[0]!.start, end: last.start + last.text.length };
}

/** Every line quoted and with words of its own, so that the whole is one margin. */
function isMargin(text: string): boolean {
  return text.split('\n').every((line) => /^> ?[^\s>]/.test(line));
}

function runsOf(line: string, start: number): readonly Run[] | undefined {
  if (line === '' || OPENS.test(line) || /\s$|\r/.test(line)) return undefined;
  if (!MARKED.test(line)) return [{ text: line, start, emphasis: false, strong: false }];
  const italic = ITALIC.exec(line)?.[1];
  if (italic !== undefined && !MARKED.test(italic))
    return [{ text: italic, start: start + 1, emphasis: true, strong: false }];
  const label = LABELLED.exec(line)?.[1];
  if (label === undefined || MARKED.test(label)) return undefined;
  const after = label.length + 4;
  const rest = line.slice(after);
  if (MARKED.test(rest)) return undefined;
  const name: Run = { text: label, start: start + 2, emphasis: false, strong: true };
  return rest === '' ? [name] : [name, { text: rest, start: start + after, emphasis: false, strong: false }];
}
