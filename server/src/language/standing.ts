/** How far a recording has come, and the prints of its turns and notes: by them a client knows what is new to its reader. */
import type { Range } from 'vscode-languageserver';
import { rangeOfTurn } from '../patterns/places.ts';
import { type Note, rangeOf, type State } from '../recording/model.ts';
import { detailOf, signatureOf } from '../recording/signature.ts';
import { standingOf } from '../recording/states.ts';
import type { Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import { homeOf } from './remembered.ts';

/** Client → server request: null for a recording that is not open. */
export const STANDING = 'processRecording/standing';
export interface StandingRequest {
  readonly uri: string;
}
export interface StandingShown {
  readonly version: number;
  readonly state: State;
  readonly dates: Readonly<Partial<Record<State, string>>>;
  readonly signed: readonly string[];
  /** A print of all that was said: another one means that words of the session were changed. */
  readonly spoken: string;
  /** Turns, events and notes in the order of the text. Prints tell whether two are alike, and nothing of what they say. */
  readonly pieces: readonly Piece[];
}
export interface Piece {
  readonly kind: 'turn' | 'note';
  readonly print: string;
  readonly range: Range;
}

export const standing: Feature = {
  serve: (desk) => {
    desk.connection.onRequest<StandingShown | null, void>(STANDING, ({ uri }: StandingRequest) => {
      const open = desk.recordingAt(uri);
      if (!open) return null;
      const recording = open.analyst.recording();
      const note = (one: Note): Piece => ({
        kind: 'note',
        print: printOf(wordsOf(one)),
        range: lspRange(open.text, rangeOf(one.place)),
      });
      const entries = recording.entries.flatMap((entry): Piece[] => [
        {
          kind: 'turn',
          print: printOf(homeOf(entry)),
          range: lspRange(open.text, entry.kind === 'turn' ? rangeOfTurn(entry) : rangeOf(entry.place)),
        },
        ...entry.margin.map(note),
      ]);
      const pieces = [...recording.sections.flatMap(({ margin }) => margin.map(note)), ...entries];
      return {
        version: open.version,
        ...standingOf(recording),
        spoken: printOf(recording.entries.map(homeOf).join('\n')),
        pieces: pieces.sort((a, b) => a.range.start.line - b.range.start.line),
      };
    });
  },
};

/** A note as it was written, whether or not its turn has gone since. */
function wordsOf(note: Note): string {
  const { was: _, ...signature } = signatureOf(note);
  return `${note.kind} ${detailOf(signature) ?? ''} ${note.text}`;
}

/** A print of 64 bits (two FNV-1a runs of 32, with different beginnings): alike texts, alike prints; no way back. */
export function printOf(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}
