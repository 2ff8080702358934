/** Tidying the dialogue: one blank line between turns, labels in one style. What was said stays as it is. */
import { cut } from './cut.ts';
import type { DocumentEdit } from './edit.ts';
import { type LabelStyle, mostUsedStyle, styleOf } from './label-style.ts';
import { flatOf, piecesOf } from './markdown.ts';
import { type Block, type Recording, rangeOf, type Turn } from './model.ts';
import { edited, type Unit, unitsOf } from './units.ts';

/**
 * Edits that tidy a dialogue. Tables and lists keep their lines; a paragraph whose words would read otherwise afterwards
 * (emphasis that goes over two turns, say) is left alone.
 * @param text the document that was read
 * @param style of labels; `as-most` takes the one that most have
 */
export function formatted(recording: Recording, text: string, style: LabelStyle | 'as-most'): DocumentEdit[] {
  const wanted = style === 'as-most' ? mostUsedStyle(recording.turns) : style;
  const units = unitsOf(recording);
  const edits = [
    ...recording.turns.flatMap((turn) => labelEdits(turn, wanted)),
    ...units.flatMap((unit, index) => [
      ...gapEdits(recording, text, unit, units[index + 1]),
      ...marginEdits(recording, text, unit),
    ]),
  ].sort((a, b) => a.start - b.start);
  return safe(recording, edits);
}

function labelEdits(turn: Turn, wanted: LabelStyle): DocumentEdit[] {
  const style = styleOf(turn);
  if (style === undefined || !/^\p{L}/u.test(turn.label.block.text.slice(turn.label.start))) return [];
  const { block, start, end } = turn.label;
  const stop = end + block.text.slice(end).search(/[:：]/u);
  const after = stop + 1 + (style === 'bold' ? 2 : 0);
  const from = start - (style === 'plain' ? 0 : 2);
  const head = block.text.slice(start, stop).replace(/\*\*/g, '').trimEnd();
  const colon = block.text[stop]!;
  const blanks = /^[ \t]*(?=\S)/.exec(block.text.slice(after));
  const put =
    wanted === 'plain'
      ? `${head}${colon}`
      : wanted === 'bold'
        ? `**${head}${colon}**`
        : `**${head}**${colon}`;
  const text = blanks ? `${put} ` : put;
  const to = after + (blanks?.[0].length ?? 0);
  return block.text.slice(from, to) === text
    ? []
    : [{ start: block.start + from, end: block.start + to, text }];
}

const LISTED = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** One blank line between two units with nothing else between them. */
function gapEdits({ lineEnd }: Recording, text: string, unit: Unit, next: Unit | undefined): DocumentEdit[] {
  if (next === undefined || unit.table || next.table) return [];
  if (LISTED.test(text.slice(unit.start, unit.end)) || LISTED.test(text.slice(next.start, next.end)))
    return [];
  return oneBlank(text, unit.end, next.start, lineEnd);
}

function oneBlank(text: string, from: number, to: number, lineEnd: string): DocumentEdit[] {
  if (from >= to) return [];
  const between = text.slice(from, to);
  const ends = between.match(/\r\n|\n|\r/g) ?? [];
  if (between.trim() !== '' || ends.length === 0 || ends.length === 2) return [];
  if (ends.length === 1) return [{ start: to, end: to, text: lineEnd }];
  // Blanks at the end of a line may be a break that somebody typed: they stay with it.
  const tail = /^[ \t]*/.exec(between)![0].length;
  const lead = /(?<![ \t])[ \t]*$/.exec(between)![0].length;
  return [{ start: from + tail, end: to - lead, text: `${ends[0]}${ends[1]}` }];
}

/** One blank line between the words of a turn and the margin below them. */
function marginEdits({ lineEnd }: Recording, text: string, { entries, table }: Unit): DocumentEdit[] {
  const [entry] = entries;
  const note = entry?.margin[0];
  if (entries.length !== 1 || table || entry === undefined || note === undefined) return [];
  const start = rangeOf(note.place).start;
  const above = (entry.kind === 'turn' ? entry.places : [entry.place])
    .map((place) => rangeOf(place).end)
    .filter((end) => end <= start);
  const end = above[above.length - 1];
  if (end === undefined) return [];
  const from = end + text.slice(end, start).search(/(?:\r\n|\n|\r)|$/);
  const quoted = start - /(?:^|[\r\n])( {0,3}>?[ \t]*)$/.exec(text.slice(from, start))![1]!.length;
  return LISTED.test(text.slice(rangeOf(note.place).start)) || !text.slice(quoted).trimStart().startsWith('>')
    ? []
    : oneBlank(text, from, quoted, lineEnd);
}

/** The edits of those blocks that read the same afterwards, line by line. */
function safe({ blocks }: Recording, edits: readonly DocumentEdit[]): DocumentEdit[] {
  const kept: DocumentEdit[] = [];
  let at = 0;
  for (const block of blocks) {
    const end = block.start + block.text.length;
    const own: DocumentEdit[] = [];
    while (at < edits.length && (edits[at]!.start < end || block === blocks[blocks.length - 1]))
      own.push(edits[at++]!);
    if (own.length === 0) continue;
    const inBlock = own.map((edit) => ({
      ...edit,
      start: edit.start - block.start,
      end: Math.min(edit.end, end) - block.start,
    }));
    if (readsAs(block, edited(block.text, inBlock))) kept.push(...own);
  }
  return kept;
}

function readsAs(block: Block, text: string): boolean {
  return lines(cut(text)).join('\n') === lines([{ text: block.text, start: 1 }]).join('\n');
}

/** What a reader sees, line by line, blanks left out of account. */
function lines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    piecesOf(block).flatMap((piece) => {
      const seen =
        piece.kind === 'prose'
          ? piece.lines.map(
              (line) => `${line.runs.map(({ emphasis }) => (emphasis ? '/' : '')).join('')}${flatOf(line)}`,
            )
          : [block.text.slice(piece.start, piece.end)];
      return seen.map((line) => `${piece.kind} ${line.replace(/\s+/g, '')}`);
    }),
  );
}
