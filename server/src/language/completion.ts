/** Suggestions while writing: who speaks next, whom they mean, notes, skills, headings, the header. Each kind can be off. */
import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import { SECTION_TITLES, SEGMENT_TITLES, sectionKind } from '../recording/headings.ts';
import { type Recording, rangeOf, type Section } from '../recording/model.ts';
import { headerSuggestions } from './completion-header.ts';
import { marginSuggestions } from './completion-margin.ts';
import { personSuggestions } from './completion-people.ts';
import type { Desk, Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { OpenRecording } from './documents.ts';
import type { CompletionKind } from './protocol.ts';

/** Where something is to be written. Offsets are the document's. */
export interface Spot {
  readonly desk: Desk;
  readonly open: OpenRecording;
  readonly recording: Recording;
  readonly offset: number;
  /** The line up to the caret, and from it. */
  readonly before: string;
  readonly after: string;
  /** The section it is in; undefined above the first heading of a recording whose dialogue has one. */
  readonly section: Section | undefined;
  /** What was typed and brought this on; undefined when it was asked for. */
  readonly trigger: string | undefined;
}

/** One suggestion: `typed` characters before the caret give way to `text`. */
export interface Suggestion {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly text: string;
  readonly typed: number;
  /** What is typed on to find it, where that is not its label. */
  readonly find?: string;
  readonly detail?: string;
  readonly about?: string;
  readonly icon: CompletionItemKind;
}

export const suggesting: Feature = {
  serve: (desk) => {
    desk.connection.onCompletion(({ textDocument, position, context }): CompletionItem[] => {
      const open = desk.recordingAt(textDocument.uri);
      if (!open) return [];
      const spot = spotAt(desk, open, open.text.offsetAt(position), context?.triggerCharacter);
      const wanted = desk.settings().completion;
      return suggestionsAt(spot)
        .filter(({ kind }) => wanted?.[kind] !== false)
        .map((one, index) => itemOf(spot, one, index));
    });
  },
};

function spotAt(desk: Desk, open: OpenRecording, offset: number, trigger: string | undefined): Spot {
  const { line, character } = open.text.positionAt(offset);
  const whole = open.text
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/(?<![\r\n])[\r\n]+$/, '');
  const recording = open.analyst.recording();
  return {
    desk,
    open,
    recording,
    offset,
    before: whole.slice(0, character),
    after: whole.slice(character),
    section: recording.sections.findLast(
      ({ heading }) => !heading || rangeOf(heading).end < offset - character,
    ),
    trigger,
  };
}

function suggestionsAt(spot: Spot): readonly Suggestion[] {
  const { place } = spot.recording.header;
  if (place && spot.offset > rangeOf(place).start && spot.offset < rangeOf(place).end)
    return headerSuggestions(spot);
  if (/^ {0,3}>/.test(spot.before)) return marginSuggestions(spot);
  if (/^#{1,6}(?:[ \t]|$)/.test(spot.before)) return headingSuggestions(spot);
  return spot.section?.kind === 'dialogue' ? personSuggestions(spot) : [];
}

/** Segments inside the dialogue, sections elsewhere: those that are not there yet. */
function headingSuggestions({ before, recording, section }: Spot): Suggestion[] {
  const [, marks, words] = /^(#{1,6})[ \t]*((?:[^ \t].*)?)$/.exec(before)!;
  const heading = section?.heading;
  const depth = heading ? /^#*/.exec(heading.block.text.slice(heading.start))![0].length : 0;
  const inDialogue = section?.kind === 'dialogue' && heading !== undefined && marks!.length > depth;
  const there = new Set(recording.sections.flatMap(({ heading, kind }) => (heading ? [kind] : [])));
  const segments = new Set(recording.segments.map(({ title }) => title.toLowerCase()));
  const titles = inDialogue
    ? SEGMENT_TITLES.filter((title) => !segments.has(title.toLowerCase()))
    : SECTION_TITLES.filter((title) => !there.has(sectionKind(title)));
  return titles.map((title) => ({
    kind: 'headings',
    label: title,
    text: `${/^#+$/.test(before) ? ' ' : ''}${title}`,
    typed: words!.length,
    icon: CompletionItemKind.Module,
  }));
}

function itemOf({ desk, open, offset, before }: Spot, one: Suggestion, index: number): CompletionItem {
  const start = offset - one.typed;
  const typed = before.slice(before.length - one.typed);
  const markdown = desk.client().textDocument?.completion?.completionItem?.documentationFormat;
  return {
    label: one.label,
    kind: one.icon,
    sortText: String(index).padStart(4, '0'),
    // Marks that stand there already are part of what an editor compares.
    filterText: `${/^[*_@[({"“]*/.exec(typed)![0]}${one.find ?? one.label}`,
    textEdit: { range: lspRange(open.text, { start, end: offset }), newText: one.text },
    ...(one.detail === undefined ? {} : { detail: one.detail }),
    ...(one.about === undefined
      ? {}
      : {
          documentation:
            markdown?.includes(MarkupKind.Markdown) === false
              ? one.about.replace(/\*\*/g, '')
              : { kind: MarkupKind.Markdown, value: one.about },
        }),
  };
}
