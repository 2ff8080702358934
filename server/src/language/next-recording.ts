/** What a new recording can go on from: for each text of a folder, its group, its session, and the header of the next. */
import { nextHeader } from '../recording/next-header.ts';
import { read } from '../recording/read.ts';
import type { Feature } from './desk.ts';
import { type GoingOn, NEXT_RECORDING, type NextRecordingParams } from './protocol.ts';

export const goingOn: Feature = {
  serve: ({ connection }) => {
    connection.onRequest<readonly (GoingOn | null)[], void>(
      NEXT_RECORDING,
      ({ headers, written }: NextRecordingParams) =>
        headers.map((text): GoingOn | null => {
          const recording = read(text);
          const next = nextHeader(recording, text, written);
          const { groupName, type, session, of, date, members, workers } = recording.header;
          if (groupName === undefined || next === undefined) return null;
          return {
            group: groupName,
            next,
            members: members.map(({ name }) => name),
            worker: workers[0] ?? 'Worker',
            ...(type === undefined ? {} : { type }),
            ...(session === undefined ? {} : { session }),
            ...(of === undefined ? {} : { of }),
            ...(date === undefined ? {} : { date }),
          };
        }),
    );
  },
};
