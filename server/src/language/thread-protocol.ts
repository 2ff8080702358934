/** What client and server say to each other about threads. Types and names only. */
import type { Range, TextEdit } from 'vscode-languageserver';
import type { NoteKind, State } from '../recording/model.ts';

/** Client → server request: the threads of an open recording. */
export const THREADS = 'processRecording/threads';
export interface ThreadsRequest {
  readonly uri: string;
  /** The text came from the disk, or out of an undo: threads that are not in it are gone, and none of them is lost. */
  readonly asGiven?: boolean;
}
export interface Threads {
  readonly version: number;
  readonly threads: readonly ThreadShown[];
}

export interface ThreadShown {
  /** Stays the same while the recording is open, whatever is typed around the thread. */
  readonly id: string;
  /** What it is about. */
  readonly range: Range;
  readonly on: 'turn' | 'event' | 'turns' | 'section' | 'recording';
  readonly resolved: boolean;
  /** How its turn began, for a thread whose turn is gone. `lost`: its lines are gone from the text as well. */
  readonly orphan?: { readonly was: string; readonly lost: boolean };
  /** It stands in a section of its own or in the record, and can be moved to a turn. */
  readonly loose?: 'section' | 'remark';
  readonly notes: readonly NoteShown[];
}

export interface NoteShown {
  readonly kind: NoteKind;
  readonly text: string;
  readonly author?: string;
  readonly date?: string;
  readonly about?: string;
  /** Where its lines are; absent for a lost one. */
  readonly range?: Range;
}

/** Client → server request: the edits that carry out what somebody did with a thread. */
export const ANNOTATE = 'processRecording/annotate';
export interface AnnotateRequest {
  readonly uri: string;
  readonly action: Action;
}

/** A note as it is to be signed. `date` is written as given. */
export interface Signed {
  readonly author?: string;
  readonly date?: string;
}

export type Action =
  /** Lines count from zero, both ends included. */
  | (Signed & {
      readonly do: 'comment';
      readonly from: number;
      readonly to: number;
      readonly kind: NoteKind;
      readonly text: string;
      readonly about?: string;
    })
  | (Signed & {
      readonly do: 'reply';
      readonly thread: string;
      readonly kind: 'reply' | 'praise' | 'supervisor';
      readonly text: string;
    })
  | { readonly do: 'rewrite'; readonly thread: string; readonly note: number; readonly text: string }
  | { readonly do: 'remove'; readonly thread: string; readonly note: number }
  | (Signed & { readonly do: 'resolve'; readonly thread: string })
  | { readonly do: 'reopen'; readonly thread: string }
  /** An orphan belongs where it stands now; lines that were lost are written there. */
  | { readonly do: 'keep'; readonly thread: string }
  /** Lost lines are forgotten. */
  | { readonly do: 'forget'; readonly thread: string }
  /** Into the margin of the turn at this line. */
  | { readonly do: 'move'; readonly thread: string; readonly line: number }
  /** The recording as a whole comes to another state, on a day. */
  | { readonly do: 'state'; readonly to: State; readonly date: string }
  /** A line at the end of the file. */
  | { readonly do: 'sign'; readonly author: string; readonly role: string; readonly date: string }
  /** Before the file is saved: orphans are marked in the text, lost lines are written at their neighbour. */
  | { readonly do: 'settle' };

export type Annotated =
  | { readonly version: number; readonly edits: readonly TextEdit[] }
  | {
      readonly refused:
        | 'not-open'
        | 'gone'
        | 'empty'
        | 'too-long'
        /** The header cannot be read, so a state in it would not be either. */
        | 'broken-header'
        /** Others have answered this note. */
        | 'answered'
        /** It stands within the record: move it to its turn first. */
        | 'in-record'
        | 'no-turn';
    };
