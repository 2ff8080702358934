/** Colours that a grammar cannot know: who is the worker, which member speaks, what was done and not said, whose note it is. */
import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { NoteKind, Place, Turn } from '../recording/model.ts';
import { type EntrySpan, lastAtOrBefore, outlineOf } from '../recording/outline.ts';
import { positionsOf } from '../recording/roster.ts';
import type { Feature } from './desk.ts';
import type { OpenRecording } from './documents.ts';
import { MEMBER_COLOURS, TOKEN_TYPES } from './legend.ts';
import { addresseesOf, fold, nameOf } from './naming.ts';

const [ADDRESSEE, UNDECLARED] = [1, 2];

const NOTE_TOKENS: Readonly<Record<NoteKind, string>> = {
  feeling: 'studentNote',
  analysis: 'studentNote',
  'member-affect': 'studentNote',
  skill: 'studentNote',
  reply: 'studentNote',
  alternative: 'alternativeNote',
  considered: 'consideredNote',
  question: 'questionNote',
  supervisor: 'supervisorNote',
  praise: 'supervisorNote',
  agreed: 'supervisorNote',
  resolved: 'supervisorNote',
};

interface Token {
  readonly place: Place;
  readonly type: string;
  readonly modifiers: number;
}

/** A fresh one for each connection: it remembers the last tokens of each recording, to send only what changed. */
export function colouring(): Feature {
  const builders = new Map<string, SemanticTokensBuilder>();
  return {
    serve: (desk) => {
      desk.onClose((uri) => builders.delete(uri));
      const { semanticTokens } = desk.connection.languages;
      const builderOf = (uri: string): SemanticTokensBuilder => {
        const known = builders.get(uri) ?? new SemanticTokensBuilder();
        builders.set(uri, known);
        return known;
      };
      semanticTokens.on(({ textDocument }) => {
        const open = desk.recordingAt(textDocument.uri);
        if (!open) return { data: [] };
        // A builder that builds anew gives its result a new id.
        const builder = new SemanticTokensBuilder();
        builders.set(open.uri, builder);
        fill(builder, open, outlineOf(open.analyst.recording()).entries);
        return builder.build();
      });
      semanticTokens.onDelta(({ textDocument, previousResultId }) => {
        const open = desk.recordingAt(textDocument.uri);
        if (!open) return { data: [] };
        const builder = builderOf(open.uri);
        builder.previousResult(previousResultId);
        fill(builder, open, outlineOf(open.analyst.recording()).entries);
        return builder.buildEdits();
      });
      semanticTokens.onRange(({ textDocument, range }) => {
        const open = desk.recordingAt(textDocument.uri);
        if (!open) return { data: [] };
        const builder = new SemanticTokensBuilder();
        fill(builder, open, entriesIn(open, open.text.offsetAt(range.start), open.text.offsetAt(range.end)));
        return builder.build();
      });
    },
  };
}

/** The entries that stand, margin included, between two offsets. */
export function entriesIn(open: OpenRecording, start: number, end: number): readonly EntrySpan[] {
  const { entries } = outlineOf(open.analyst.recording());
  const first = lastAtOrBefore(entries, start, ({ whole }) => whole.start) ?? 0;
  const last = lastAtOrBefore(entries, end, ({ whole }) => whole.start);
  return last === undefined ? [] : entries.slice(first, last + 1);
}

function fill(builder: SemanticTokensBuilder, open: OpenRecording, entries: readonly EntrySpan[]): void {
  const positions = positionsOf(open.analyst.recording());
  const tokens = entries
    .flatMap((span) => tokensOf(span, positions))
    .map((token) => ({ ...token, start: token.place.block.start + token.place.start }))
    .sort((a, b) => a.start - b.start);
  let done = -1;
  for (const { place, start, type, modifiers } of tokens) {
    if (start < done) continue;
    const text = place.block.text.slice(place.start, place.end);
    const line = text.search(/[\r\n]/);
    const length = line < 0 ? text.length : line;
    if (length === 0) continue;
    const at = open.text.positionAt(start);
    builder.push(at.line, at.character, length, TOKEN_TYPES.indexOf(type as never), modifiers);
    done = start + length;
  }
}

function tokensOf({ entry }: EntrySpan, positions: ReadonlyMap<string, number>): Token[] {
  const notes = entry.margin.flatMap(({ label, kind }): Token[] =>
    label ? [{ place: label, type: NOTE_TOKENS[kind], modifiers: 0 }] : [],
  );
  if (entry.kind === 'happening') {
    const type = entry.nature === 'nonverbal' ? 'nonverbal' : entry.nature;
    return [{ place: entry.place, type, modifiers: 0 }, ...notes];
  }
  return [
    {
      place: nameOf(entry),
      type: typeOf(entry, positions),
      modifiers: entry.speaker.declared ? 0 : UNDECLARED,
    },
    ...addresseesOf(entry).map(({ place, name }, index): Token => {
      const person = entry.to[index] ?? name;
      const position = positions.get(person);
      const type =
        position === undefined ? (fold(person) === 'group' ? 'pluralVoice' : 'worker') : memberType(position);
      return { place, type, modifiers: ADDRESSEE };
    }),
    ...entry.nonverbal.map(({ place, kind }) => ({
      place,
      type: kind === 'silence' ? 'silence' : 'nonverbal',
      modifiers: 0,
    })),
    ...notes,
  ];
}

function typeOf({ speaker }: Turn, positions: ReadonlyMap<string, number>): string {
  if (speaker.kind === 'member') return memberType(positions.get(speaker.name) ?? 0);
  if (speaker.kind === 'worker') return 'worker';
  return speaker.kind === 'plural' ? 'pluralVoice' : 'unnamedVoice';
}

const memberType = (position: number): string => `member${(position % MEMBER_COLOURS) + 1}`;
