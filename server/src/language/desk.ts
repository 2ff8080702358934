/** What every feature of the server works at: the open recordings, what the editor can do, and what the writer set. */
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Analysis } from '../patterns/analyse.ts';
import type { OpenRecording } from './documents.ts';
import type { Settings, StartOptions } from './protocol.ts';
import type { Shelf } from './shelf.ts';

export interface Desk {
  readonly connection: Connection;
  /** The open recording at an address; undefined for one that is closed, or was never opened. */
  readonly recordingAt: (uri: string) => OpenRecording | undefined;
  readonly openRecordings: () => readonly OpenRecording[];
  /**
   * The analysis of a recording as its text stands now; the same object for as long as nothing changed. While somebody
   * types, what looks at the whole session is as it was (`Judgement.settled`).
   */
  readonly analysisOf: (open: OpenRecording) => Analysis;
  /** The analysis of a text that is not open: made each time. */
  readonly analysisOfText: (text: string) => Analysis;
  readonly settings: () => Settings;
  readonly client: () => ClientCapabilities;
  readonly start: () => StartOptions;
  /** The recordings of the folders that are open; undefined where nobody can hand them over. */
  readonly shelf: () => Shelf | undefined;
  /** The address of the page about a pattern; undefined where there is nowhere to open one. */
  readonly pageOf: (id: string) => string | undefined;
  readonly onOpenOrChange: (heard: (open: OpenRecording) => void) => void;
  readonly onClose: (heard: (uri: string) => void) => void;
  /** Heard after the settings have been read again. */
  readonly onSettings: (heard: () => void) => void;
}

/** One thing the server does for an editor (see `offers.ts`). Each stands in a file of its own and knows no other. */
export interface Feature {
  /** Registers its handlers; called once, before any recording is opened. */
  readonly serve: (desk: Desk) => void;
}
