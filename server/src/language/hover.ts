/** Hovers: what the record shows of a person or a silence, what weighed for a finding, and what a skill, a dynamic, a note or a header key is. */
import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Analysis } from '../patterns/analyse.ts';
import { rangeOfSighting } from '../patterns/places.ts';
import { patterns } from '../patterns/registry.ts';
import { NOTE_LABELS } from '../recording/margin.ts';
import { type Note, type Place, type Range, rangeOf } from '../recording/model.ts';
import { type EntrySpan, entryAt, lastAtOrBefore, noteAt, outlineOf } from '../recording/outline.ts';
import { personCard, silenceCard } from './cards.ts';
import type { Desk, Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { OpenRecording } from './documents.ts';
import { groundsOf } from './grounds.ts';
import { headerHover } from './header-words.ts';
import { namingAt } from './naming.ts';
import { NOTE_TEXTS } from './note-texts.ts';
import { termAt, textOf } from './terms.ts';

/** Markdown, and what it is about. */
export interface Said {
  readonly text: string;
  readonly on: Range;
}

export const hovering: Feature = {
  serve: (desk) => {
    desk.connection.onHover(({ textDocument, position }): Hover | null => {
      const open = desk.recordingAt(textDocument.uri);
      const said = open && hoverAt(desk, open, open.text.offsetAt(position));
      if (!open || !said) return null;
      const markdown =
        desk.client().textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) !== false;
      return {
        contents: markdown
          ? { kind: MarkupKind.Markdown, value: said.text }
          : { kind: MarkupKind.PlainText, value: said.text.replace(/\*\*|\\(?=[^\p{L}\p{N}\s])/gu, '') },
        range: lspRange(open.text, said.on),
      };
    });
  },
};

function hoverAt(desk: Desk, open: OpenRecording, offset: number): Said | undefined {
  const analysis = desk.analysisOf(open);
  const { recording } = analysis;
  const naming = namingAt(recording, offset);
  if (naming) return { text: personCard(analysis, naming.person), on: rangeOf(naming.place) };
  const { place } = recording.header;
  if (place && offset <= rangeOf(place).end) return headerHover(recording.header, offset);
  const span = entryAt(outlineOf(recording), offset);
  const note = noteAt(span ? span.entry.margin : looseNotes(analysis, offset), offset);
  if (note) return noteHover(note, offset);
  if (span) return entryHover(analysis, span, offset);
  return proseHover(analysis, offset);
}

function looseNotes({ recording }: Analysis, offset: number): readonly Note[] {
  const { sections } = outlineOf(recording);
  const at = lastAtOrBefore(sections, offset, ({ whole }) => whole.start);
  return at === undefined ? [] : sections[at]!.section.margin;
}

function noteHover(note: Note, offset: number): Said | undefined {
  if (note.label && holds(note.label, offset)) {
    const pattern = note.kind === 'considered' ? patterns.find(({ id }) => id === note.detail) : undefined;
    const named = note.kind === 'alternative' ? termIn(note.label, offset) : undefined;
    if (named) return named;
    const about = pattern ? `\n\n**${pattern.name}**: ${pattern.question}` : '';
    return {
      text: `**${NOTE_LABELS[note.kind]}**: ${NOTE_TEXTS[note.kind]}${about}`,
      on: rangeOf(note.label),
    };
  }
  return termIn(note.place, offset);
}

function entryHover(analysis: Analysis, { entry, turn }: EntrySpan, offset: number): Said | undefined {
  if (entry.kind === 'happening')
    return entry.nature === 'silence' && holds(entry.place, offset)
      ? { text: silenceCard(analysis, turn, turn + 1, entry.seconds), on: rangeOf(entry.place) }
      : undefined;
  if (holds(entry.label, offset))
    return { text: personCard(analysis, entry.speaker.name), on: rangeOf(entry.label) };
  const silence = entry.nonverbal.find((act) => act.kind === 'silence' && holds(act.place, offset));
  if (silence)
    return { text: silenceCard(analysis, turn, turn + 1, silence.seconds), on: rangeOf(silence.place) };
  return findingHover(analysis, turn, offset);
}

/** What weighed most for the findings whose words stand under an offset. */
function findingHover({ findings, group }: Analysis, turn: number, offset: number): Said | undefined {
  const here = findings.flatMap((finding) => {
    const text = finding.at === turn && finding.place === undefined ? groundsOf(finding) : undefined;
    return text === undefined ? [] : [{ text, on: rangeOfSighting(group, finding) }];
  });
  const under = here.filter(({ on }) => offset >= on.start && offset <= on.end);
  const [first] = under;
  return first && { text: under.map(({ text }) => text).join('\n\n---\n\n'), on: first.on };
}

function proseHover({ recording }: Analysis, offset: number): Said | undefined {
  const { sections } = outlineOf(recording);
  const at = lastAtOrBefore(sections, offset, ({ whole }) => whole.start);
  const prose =
    at === undefined ? undefined : sections[at]!.section.prose.find(({ place }) => holds(place, offset));
  return prose && termIn(prose.place, offset);
}

function holds(place: Place, offset: number): boolean {
  const { start, end } = rangeOf(place);
  return offset >= start && offset <= end;
}

/** A term of the field under an offset, within a place. */
function termIn({ block, start, end }: Place, offset: number): Said | undefined {
  const found = termAt(block.text.slice(start, end), offset - block.start - start);
  if (!found) return undefined;
  const base = block.start + start;
  return { text: textOf(found.term), on: { start: base + found.range.start, end: base + found.range.end } };
}
