/** Growing a selection: word, sentence, turn, turn with its margin, exchange, segment, section, document. */

import type { SelectionRange } from 'vscode-languageserver';
import { matchesIn } from '../recording/expressions.ts';
import { type Range, type Recording, rangeOf, rangesOfWords, type Turn } from '../recording/model.ts';
import { type EntrySpan, entryAt, lastAtOrBefore, noteAt, outlineOf } from '../recording/outline.ts';
import { sentencesOf } from '../talk/words.ts';
import type { Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { OpenRecording } from './documents.ts';

export const growing: Feature = {
  serve: (desk) => {
    desk.connection.onSelectionRanges(({ textDocument, positions }) => {
      const open = desk.recordingAt(textDocument.uri);
      return open ? positions.map((position) => selectionAt(open, open.text.offsetAt(position))) : null;
    });
  },
};

function selectionAt({ analyst, text }: OpenRecording, offset: number): SelectionRange {
  const ranges = grown(around(analyst.recording(), text.getText(), offset), offset);
  return ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => ({ range: lspRange(text, range), ...(parent ? { parent } : {}) }),
    undefined,
  )!;
}

/** Candidates around an offset, in no order; the whole document is among them. */
function around(recording: Recording, source: string, offset: number): Range[] {
  const { sections, entries, whole } = outlineOf(recording);
  const line = lineAround(source, offset);
  const ranges: Range[] = [whole, wordAround(source, line, offset)];
  const { place, keys } = recording.header;
  if (place && offset <= rangeOf(place).end)
    return [...ranges, rangeOf(place), line, ...keys.flatMap(({ value }) => (value ? [rangeOf(value)] : []))];
  const at = lastAtOrBefore(sections, offset, (section) => section.whole.start);
  const inside = at === undefined ? undefined : sections[at];
  if (inside) ranges.push(inside.whole, ...inside.segments.map((segment) => segment.whole));
  const found = entryAt(outlineOf(recording), offset);
  if (found === undefined) {
    const prose = inside?.section.prose.map((one) => rangeOf(one.place)) ?? [];
    const note = inside && noteAt(inside.section.margin, offset);
    return [
      ...ranges,
      ...[...prose, ...(note ? [rangeOf(note.place)] : [])].flatMap((one) => withSentences(source, one)),
    ];
  }
  ranges.push(found.words, found.whole, ...exchangeAround(entries, entries.indexOf(found)));
  const note = noteAt(found.entry.margin, offset);
  if (note) return [...ranges, ...withSentences(source, rangeOf(note.place))];
  if (found.entry.kind === 'turn') ranges.push(...said(found.entry));
  return ranges;
}

/** What a turn says: the whole without its label, and each sentence. */
function said(turn: Turn): Range[] {
  const whole = hull(rangesOfWords(turn, 0, turn.words.length));
  return [
    ...whole,
    ...sentencesOf(turn.words).flatMap(({ start, end }) => hull(rangesOfWords(turn, start, end))),
  ];
}

function hull(ranges: readonly Range[]): Range[] {
  const [first, last] = [ranges[0], ranges[ranges.length - 1]];
  return first && last ? [{ start: first.start, end: last.end }] : [];
}

/** A worker's turn with all that follows until the worker speaks again. */
function exchangeAround(entries: readonly EntrySpan[], at: number): Range[] {
  const opens = ({ entry }: EntrySpan): boolean => entry.kind === 'turn' && entry.speaker.kind === 'worker';
  let first = at;
  while (
    first > 0 &&
    !opens(entries[first]!) &&
    entries[first - 1]!.entry.segment === entries[at]!.entry.segment
  )
    first--;
  let last = at;
  while (
    last + 1 < entries.length &&
    !opens(entries[last + 1]!) &&
    entries[last + 1]!.entry.segment === entries[at]!.entry.segment
  )
    last++;
  return [{ start: entries[first]!.whole.start, end: entries[last]!.whole.end }];
}

function withSentences(source: string, range: Range): Range[] {
  return [
    range,
    ...sentencesOf(source.slice(range.start, range.end)).map(({ start, end }) => ({
      start: range.start + start,
      end: range.start + end,
    })),
  ];
}

function lineAround(source: string, offset: number): Range {
  const start = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  const rest = source.slice(offset, offset + 100_000).search(/[\r\n]/);
  return { start, end: rest < 0 ? source.length : offset + rest };
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

function wordAround(source: string, line: Range, offset: number): Range {
  for (const { index, 0: word } of matchesIn(WORD, source.slice(line.start, line.end))) {
    const start = line.start + index;
    if (start <= offset && offset <= start + word.length) return { start, end: start + word.length };
  }
  return { start: offset, end: offset };
}

/** Those that hold the offset, from the smallest up, each inside the next and larger than the one before. */
function grown(ranges: readonly Range[], offset: number): Range[] {
  const holding = ranges
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const kept: Range[] = [];
  for (const range of holding) {
    const inner = kept[kept.length - 1];
    if (inner && (range.start > inner.start || range.end < inner.end)) continue;
    if (inner && range.start === inner.start && range.end === inner.end) continue;
    kept.push(range);
  }
  return kept;
}
