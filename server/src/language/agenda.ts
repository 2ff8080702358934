/** The agenda over all recordings of a folder: those that are open as they stand, the others as they are kept. */
import { agendaOf, type RecordingAgenda } from '../report/agenda.ts';
import type { Desk, Feature } from './desk.ts';

/** Client → server request, without parameters. */
export const AGENDA = 'processRecording/agenda';
export interface AgendaEntry extends RecordingAgenda {
  readonly uri: string;
}

export function planning(): Feature {
  /** Of files that are not open, by address; made again when their stamp changes. */
  const kept = new Map<string, { readonly stamp: string; readonly made: RecordingAgenda }>();

  const ofFile = async (desk: Desk, uri: string, stamp: string): Promise<RecordingAgenda | undefined> => {
    const before = kept.get(uri);
    if (before?.stamp === stamp) return before.made;
    const text = await desk.shelf()?.read(uri);
    if (text === undefined) return undefined;
    const made = agendaOf(desk.analysisOfText(text), text);
    kept.set(uri, { stamp, made });
    // Between two files whatever else is asked goes first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return made;
  };

  return {
    serve: (desk) => {
      desk.onSettings(() => kept.clear());
      desk.connection.onRequest<readonly AgendaEntry[], void>(AGENDA, async () => {
        const files = (await desk.shelf()?.list()) ?? [];
        const there = new Set(files.map(({ uri }) => uri));
        for (const uri of [...kept.keys()]) if (!there.has(uri)) kept.delete(uri);
        const entries: AgendaEntry[] = [];
        for (const open of desk.openRecordings())
          entries.push({ uri: open.uri, ...agendaOf(desk.analysisOf(open), open.text.getText()) });
        for (const { uri, stamp } of files) {
          if (desk.recordingAt(uri)) continue;
          const made = await ofFile(desk, uri, stamp);
          if (made) entries.push({ uri, ...made });
        }
        // Those without a day come last.
        const dayOf = ({ date }: AgendaEntry): string => date ?? '\uffff';
        return entries.sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.uri, b.uri));
      });
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
