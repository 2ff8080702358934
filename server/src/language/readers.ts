/** Two readings of an open recording, for a page. */
import { type ReadTurn, twoReadings } from '../report/readers.ts';
import type { Feature } from './desk.ts';

/** Client → server request; null for a recording that is not open. */
export const READINGS = 'processRecording/readings';
export interface ReadingsRequest {
  readonly uri: string;
}
export interface Readings {
  readonly student?: string;
  readonly supervisor?: string;
  readonly turns: readonly ReadTurn[];
}

export const comparing: Feature = {
  serve: (desk) => {
    desk.connection.onRequest<Readings | null, void>(READINGS, ({ uri }: ReadingsRequest) => {
      const open = desk.recordingAt(uri);
      if (!open) return null;
      const recording = open.analyst.recording();
      const { student, supervisor } = recording.header;
      return {
        ...(student === undefined ? {} : { student }),
        ...(supervisor === undefined ? {} : { supervisor }),
        turns: twoReadings(recording),
      };
    });
  },
};
