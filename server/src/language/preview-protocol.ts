/** What client and server say to each other about the preview. Types and names only. */
import type { Column } from '../report/columns.ts';
import type { GroupPicture } from '../report/group-picture.ts';
import type { Head, Row } from '../report/page.ts';

/** Client → server request; null for a recording that is not open. */
export const PREVIEW = 'processRecording/preview';
export interface PreviewRequest {
  readonly uri: string;
  /** Titles of the columns in the school's order, for a recording that has no table of its own. */
  readonly columns: readonly string[];
  /** The number of the answer that the client shows; without it, or with another than the last, it gets the whole. */
  readonly have?: number;
  /** The page with the group is looked at. */
  readonly group: boolean;
}

/** What differs from the answer before. Absent parts are as they were. */
export interface PreviewAnswer {
  /** Of this answer. */
  readonly number: number;
  /** Of the document it shows. */
  readonly version: number;
  /** It stands alone; what was shown before is to be forgotten. */
  readonly whole: boolean;
  readonly head?: Head;
  readonly columns?: readonly Column[];
  /** At `from`, `removed` rows make way for these. */
  readonly rows?: { readonly from: number; readonly removed: number; readonly rows: readonly Row[] };
  /** The line of each row, counted from zero. */
  readonly lines?: readonly number[];
  readonly group?: Partial<GroupPicture>;
}
