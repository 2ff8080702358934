/** Folding: the header, sections, segments, and margins, which fold away together and leave the talk. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { type Note, type Recording, rangeOf } from '../recording/model.ts';
import { type EntrySpan, outlineOf } from '../recording/outline.ts';
import type { Feature } from './desk.ts';
import type { Lines } from './paged-text.ts';

export const folding: Feature = {
  serve: (desk) => {
    desk.connection.onFoldingRanges(({ textDocument }) => {
      const open = desk.recordingAt(textDocument.uri);
      return open ? foldsOf(open.analyst.recording(), open.text) : [];
    });
  },
};

function foldsOf(recording: Recording, text: Lines): FoldingRange[] {
  const folds: FoldingRange[] = [];
  const fold = (start: number, end: number, kind?: FoldingRangeKind): void => {
    const [startLine, endLine] = [text.positionAt(start).line, text.positionAt(end).line];
    if (endLine > startLine) folds.push({ startLine, endLine, ...(kind ? { kind } : {}) });
  };
  const { sections, entries } = outlineOf(recording);
  if (recording.header.place) {
    const { start, end } = rangeOf(recording.header.place);
    fold(start, end, FoldingRangeKind.Imports);
  }
  for (const { section, whole, segments } of sections) {
    if (section.heading) fold(whole.start, whole.end, FoldingRangeKind.Region);
    const first = section.margin[0];
    if (first) fold(rangeOf(first.place).start, endOfNotes(section.margin), FoldingRangeKind.Comment);
    for (const one of segments)
      if (one.segment) fold(one.whole.start, one.whole.end, FoldingRangeKind.Region);
  }
  for (const entry of entries) {
    const margin = marginOf(entry);
    if (margin) fold(margin.start, margin.end, FoldingRangeKind.Comment);
  }
  return folds;
}

/** From the last words above a margin to its end, so that nothing of it is left when it is folded. */
function marginOf({ entry }: EntrySpan): { readonly start: number; readonly end: number } | undefined {
  const first = entry.margin[0];
  if (first === undefined || (entry.kind === 'turn' && entry.row)) return undefined;
  const { start } = rangeOf(first.place);
  const places = (entry.kind === 'turn' ? entry.places : [entry.place]).map(rangeOf);
  const above = places.filter((place) => place.end <= start);
  const below = places.find((place) => place.start > start);
  const notes = entry.margin.filter(({ place }) => below === undefined || rangeOf(place).end <= below.start);
  return { start: above[above.length - 1]?.end ?? start, end: endOfNotes(notes) };
}

function endOfNotes(notes: readonly Note[]): number {
  return Math.max(...notes.map(({ place }) => rangeOf(place).end));
}
