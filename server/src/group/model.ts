/** What the group does: every turn in its place among the others. Single passes over arrays of small records. */
import type { Happening, Recording, Segment, Turn } from '../recording/model.ts';
import type { Talk } from '../talk/model.ts';

/** Gates of the catalogue (section A). A pattern names those in which it is silent. */
export type Gate =
  | 'go-round' // G1 introductions, check-in, check-out, closing evaluation
  | 'no-crosstalk' // G2 talking circle
  | 'safety' // G3
  | 'cool-down' // G4
  | 'contracting' // G5 first 15 turns of session 1 or of a single session
  | 'presentation' // G6
  | 'task-group' // G7
  | 'limited-speech' // G8
  | 'chosen-procedure'; // G9

/** One turn as a move in the group. */
export interface Move {
  /** Zero-based; the turn's number in findings is `index + 1`. */
  readonly index: number;
  readonly turn: Turn;
  readonly talk: Talk;
  readonly byWorker: boolean;
  /** Canonical speaker name; all workers share none with members. */
  readonly name: string;
  /** Happenings between the turn before and this one. */
  readonly before: readonly Happening[];
  readonly gates: ReadonlySet<Gate>;
  readonly segment?: Segment;
  /** What has been asked of it and answered, by number of the question: see `remembered` in `sequence.ts`. */
  readonly answers: unknown[];
}

/** The group as recorded. */
export interface Group {
  readonly recording: Recording;
  readonly moves: readonly Move[];
  /** Happenings after the last turn. */
  readonly after: readonly Happening[];
  /** Members of the roster who are not marked absent; where there is no roster, the members who spoke. */
  readonly present: readonly string[];
  /** Members who speak at least once. */
  readonly spoke: ReadonlySet<string>;
  /** Workers who speak at least once. */
  readonly workers: ReadonlySet<string>;
}
