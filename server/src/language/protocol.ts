/** What client and server say to each other beyond the Language Server Protocol. Types and names only. */
import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type { GroupType } from '../recording/model.ts';

/** Sent with `initialize`. Every part is optional: an editor without our client sends none. */
export interface StartOptions {
  /** Where the pages of the patterns are, ending in `/`; a page is `<id>.md` or, in VS Code, `<id>` of a link handled by the client. */
  readonly pages?: string;
  /** The client runs the commands below; without it, code actions that need one are not offered. */
  readonly commands?: boolean;
  /** The client answers `FILES` and `READ_FILE`; without it, a server that can reads the folders itself. */
  readonly files?: boolean;
  readonly settings?: Settings;
}

/** The settings under `processRecording.` that the server reads. */
export interface Settings {
  readonly profile?: 'core' | 'all';
  readonly patterns?: Readonly<Record<string, unknown>>;
  /** Say nothing new about the turn being written until the writer pauses or leaves it. */
  readonly calmWhileTyping?: boolean;
  /** Milliseconds without a key press that count as a pause. */
  readonly pause?: number;
  /** Kinds of suggestion that are off. */
  readonly completion?: Readonly<Partial<Record<CompletionKind, boolean>>>;
  readonly inlayHints?: {
    readonly turnNumbers?: boolean;
    readonly strengths?: boolean;
    readonly addressees?: boolean;
  };
  readonly codeLens?: { readonly segments?: boolean };
  /** Look at the recordings of a folder that are not open, too. */
  readonly checkFolder?: boolean;
  /** How the formatter writes speakers’ labels. */
  readonly format?: { readonly labels?: 'bold' | 'bold-name' | 'plain' | 'as-most' };
  /** Who sits at this editor: signs what is written in threads. */
  readonly author?: { readonly name?: string; readonly role?: Role };
}

/** Kinds of suggestion, each of which can be off. */
export type CompletionKind =
  | 'speakers'
  | 'members'
  | 'margin'
  | 'skills'
  | 'alternatives'
  | 'headings'
  | 'header';
/** A comment as it is proposed. */
export interface DraftedComment {
  readonly uri: string;
  /** What it is about, from zero. */
  readonly line: number;
  readonly kind: 'supervisor' | 'agreed' | 'considered' | 'praise' | 'alternative';
  readonly text: string;
  /** A pattern's id or a skill's name, for the kinds that have a subject. */
  readonly about?: string;
}

export type Role = 'student' | 'supervisor';

/** Commands that code actions name and the client carries out. */
export const COMMANDS = {
  /** One argument: a pattern's id. Opens its page beside the recording. */
  explain: 'processRecording.explain',
  /** Two arguments: a pattern's id and its new level (`off`, `hint`, `information`). Changes the workspace's settings. */
  setLevel: 'processRecording.setLevel',
  /** One argument, a `DraftedComment`: opens a comment editor on it, and writes nothing yet. */
  draftComment: 'processRecording.draftComment',
} as const;

/** Client → server notification: the caret has moved to this line (zero-based) of the document. */
export const CARET = 'processRecording/caret';
export interface Caret {
  readonly uri: string;
  readonly line: number;
}

/** Server → client notification after each analysis of an open document. Counts only, no content. */
export const SUMMARY = 'processRecording/summary';
export interface Summary {
  readonly uri: string;
  readonly version: number;
  readonly turns: number;
  readonly workerTurns: number;
  readonly findings: number;
  readonly strengths: number;
  readonly faults: number;
}

/** Client → server request: turns are to be moved, split, joined or numbered, or to change their form. */
export const REARRANGE = 'processRecording/rearrange';
export interface RearrangeParams {
  readonly uri: string;
  /** Where the caret is. */
  readonly position: Position;
  readonly how: 'up' | 'down' | 'split' | 'join' | 'number' | 'unnumber' | 'table' | 'dialogue';
  /** For a table: the titles of its columns, in order. */
  readonly columns?: readonly string[];
}
/** Edits of the document as the server knows it, or why there are none. */
export type Rearrangement =
  | {
      readonly kind: 'done';
      readonly edits: readonly TextEdit[];
      /** What to select after the edits. */
      readonly select?: Range;
      /** How many turns and events could not change their form and stayed as they are. */
      readonly left?: number;
    }
  | { readonly kind: 'cannot'; readonly why: string };

/** Client → server request: what could new recordings go on from? One answer a header, in order; null where nothing can. */
export const NEXT_RECORDING = 'processRecording/next';
export interface NextRecordingParams {
  /** The beginnings of recordings, down to the end of their headers. */
  readonly headers: readonly string[];
  /** Today: `2026-10-03`. */
  readonly written: string;
}
export interface GoingOn {
  readonly group: string;
  readonly type?: GroupType;
  readonly session?: number;
  readonly of?: number;
  readonly date?: string;
  readonly members: readonly string[];
  readonly worker: string;
  /** The whole header of the next recording. */
  readonly next: string;
}

/** Client → server request: all notes of an open recording, in the order of the text. */
export const NOTES = 'processRecording/notes';
export interface NotesParams {
  readonly uri: string;
}
export interface NotedPlace {
  readonly range: Range;
  /** The note as it would be read aloud, its label first. */
  readonly text: string;
}

/** Server → client request: the recordings in the open folders. */
export const FILES = 'processRecording/files';
export interface FileOnShelf {
  readonly uri: string;
  /** Another one as soon as the text may be another. */
  readonly stamp: string;
}

/** Server → client request: the text of one of them; null where it cannot be read. */
export const READ_FILE = 'processRecording/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
