/** Every note of a recording with its place, for going from one to the next. */
import { NOTE_LABELS } from '../recording/margin.ts';
import { rangeOf } from '../recording/model.ts';
import type { Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import { NOTES, type NotedPlace, type NotesParams } from './protocol.ts';

export const noting: Feature = {
  serve: ({ connection, recordingAt }) => {
    connection.onRequest<readonly NotedPlace[], void>(NOTES, ({ uri }: NotesParams) => {
      const open = recordingAt(uri);
      if (!open) return [];
      const { sections, entries } = open.analyst.recording();
      return [...sections, ...entries]
        .flatMap(({ margin }) => margin)
        .map(({ kind, detail, text, place }) => ({
          range: lspRange(open.text, rangeOf(place)),
          text: `${NOTE_LABELS[kind]}${detail === undefined ? '' : ` (${detail})`}: ${text}`,
        }))
        .sort(
          (a, b) =>
            a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
        );
    });
  },
};
