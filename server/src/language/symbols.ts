/** The outline: sections, segments with their shares, turns, and the margin under each. */
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { NOTE_LABELS } from '../recording/margin.ts';
import { type Note, type Range, type Recording, rangeOf } from '../recording/model.ts';
import { type EntrySpan, outlineOf, type SectionSpan, type SegmentSpan } from '../recording/outline.ts';
import type { Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { Lines } from './paged-text.ts';
import { countOf, excerptOf, shareOf } from './wording.ts';

/** A kind of its own for each part, so that an editor can hide one of them. */
export const SYMBOL = {
  section: SymbolKind.Module,
  segment: SymbolKind.Namespace,
  workerTurn: SymbolKind.Method,
  turn: SymbolKind.Function,
  happening: SymbolKind.Event,
  note: SymbolKind.Property,
} as const;

export const outlining: Feature = {
  serve: (desk) => {
    desk.connection.onDocumentSymbol(({ textDocument }) => {
      const open = desk.recordingAt(textDocument.uri);
      return open ? symbolsOf(open.analyst.recording(), open.text) : [];
    });
  },
};

function symbolsOf(recording: Recording, text: Lines): DocumentSymbol[] {
  const { sections, entries } = outlineOf(recording);
  const symbol = (
    name: string,
    kind: SymbolKind,
    whole: Range,
    on: Range,
    detail: string,
    children: DocumentSymbol[],
  ): DocumentSymbol => ({
    name,
    kind,
    range: lspRange(text, { start: Math.min(whole.start, on.start), end: Math.max(whole.end, on.end) }),
    selectionRange: lspRange(text, on),
    ...(detail === '' ? {} : { detail }),
    ...(children.length === 0 ? {} : { children }),
  });

  const note = (one: Note): DocumentSymbol => {
    const range = rangeOf(one.place);
    return symbol(
      `${NOTE_LABELS[one.kind]}${one.detail === undefined ? '' : ` (${one.detail})`}`,
      SYMBOL.note,
      range,
      range,
      excerptOf(one.text),
      [],
    );
  };
  const entry = ({ entry: one, turn, words, whole }: EntrySpan): DocumentSymbol => {
    const margin = one.margin.map(note);
    if (one.kind === 'happening')
      return symbol(excerptOf(one.text) || '…', SYMBOL.happening, whole, words, '', margin);
    const kind = one.speaker.kind === 'worker' ? SYMBOL.workerTurn : SYMBOL.turn;
    const to = one.to.length === 0 ? '' : ` → ${one.to.join(', ')}`;
    const said = excerptOf(one.words || one.nonverbal.map((act) => `(${act.text})`).join(' '));
    return symbol(
      `${one.speaker.name}${to}: ${said}`,
      kind,
      whole,
      rangeOf(one.label),
      `${turn + 1}`,
      margin,
    );
  };
  const inside = ({ from, to }: SegmentSpan): DocumentSymbol[] => entries.slice(from, to).map(entry);
  const segment = (span: SegmentSpan): DocumentSymbol[] =>
    span.segment === undefined
      ? inside(span)
      : [
          symbol(
            span.segment.title || '…',
            SYMBOL.segment,
            span.whole,
            rangeOf(span.segment.place),
            countsOf(entries.slice(span.from, span.to)),
            inside(span),
          ),
        ];
  return sections.flatMap(({ section, whole, segments }: SectionSpan) => {
    const children = [...section.margin.map(note), ...segments.flatMap(segment)];
    if (section.heading === undefined) return children;
    const spoken = segments.flatMap(({ from, to }) => entries.slice(from, to));
    return [
      symbol(
        section.title || '…',
        SYMBOL.section,
        whole,
        rangeOf(section.heading),
        countsOf(spoken),
        children,
      ),
    ];
  });
}

/** "12 turns, worker 40 %"; nothing where nobody speaks. */
function countsOf(entries: readonly EntrySpan[]): string {
  const turns = entries.flatMap(({ entry }) => (entry.kind === 'turn' ? [entry] : []));
  if (turns.length === 0) return '';
  const worker = turns.filter(({ speaker }) => speaker.kind === 'worker').length;
  return `${countOf(turns.length, 'turn')}, worker ${shareOf(worker, turns.length)}`;
}
