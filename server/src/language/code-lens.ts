/** A line above each segment: how long it is, how much of it the worker speaks, what there is to look at, and notes. */
import type { CodeLens } from 'vscode-languageserver';
import { rangeOf } from '../recording/model.ts';
import { type EntrySpan, outlineOf } from '../recording/outline.ts';
import type { Desk, Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { Report } from './diagnostics.ts';
import type { OpenRecording } from './documents.ts';
import { countOf, shareOf } from './wording.ts';

/** @param reportOn what is said about a recording just now: a lens counts nothing else */
export function segmentLens(reportOn: (desk: Desk, open: OpenRecording) => Report): Feature {
  return {
    serve: (desk) => {
      desk.connection.onCodeLens(({ textDocument }) => {
        const open = desk.recordingAt(textDocument.uri);
        return open && desk.settings().codeLens?.segments !== false ? lensesOf(desk, open, reportOn) : [];
      });
    },
  };
}

function lensesOf(
  desk: Desk,
  open: OpenRecording,
  reportOn: (desk: Desk, open: OpenRecording) => Report,
): CodeLens[] {
  const { entries, sections } = outlineOf(open.analyst.recording());
  const found = reportOn(desk, open).items.flatMap(({ of }) =>
    'pattern' in of && of.at >= 0 && of.severity !== 'hint' ? [of.at] : [],
  );
  return sections.flatMap(({ section, segments }) =>
    segments.flatMap(({ segment, from, to }) => {
      const heading = segment?.place ?? section.heading;
      const title = titleOf(entries.slice(from, to), found);
      if (heading === undefined || title === '') return [];
      const range = lspRange(open.text, rangeOf(heading));
      return [{ range, command: { title, command: '' } }];
    }),
  );
}

function titleOf(entries: readonly EntrySpan[], found: readonly number[]): string {
  const turns = entries.filter(({ entry }) => entry.kind === 'turn');
  if (turns.length === 0) return '';
  const worker = turns.filter(({ entry }) => entry.kind === 'turn' && entry.speaker.kind === 'worker').length;
  const [first, last] = [turns[0]!.turn, turns[turns.length - 1]!.turn];
  const findings = found.filter((at) => at >= first && at <= last).length;
  const notes = entries.reduce((sum, { entry }) => sum + entry.margin.length, 0);
  return [
    countOf(turns.length, 'turn'),
    `worker ${shareOf(worker, turns.length)}`,
    ...(findings === 0 ? [] : [`${findings} to look at`]),
    ...(notes === 0 ? [] : [countOf(notes, 'note')]),
  ].join(' · ');
}
