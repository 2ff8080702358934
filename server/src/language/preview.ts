/** The preview of an open recording: the whole page once, and then only what a change made different. */
import type { Finding } from '../patterns/model.ts';
import { type GroupPicture, groupPictureOf } from '../report/group-picture.ts';
import { type Page, pageOf, type Row } from '../report/page.ts';
import type { Desk, Feature } from './desk.ts';
import type { Report } from './diagnostics.ts';
import type { OpenRecording } from './documents.ts';
import { PREVIEW, type PreviewAnswer, type PreviewRequest } from './preview-protocol.ts';

/** What a client has been given about a recording. */
interface Given {
  readonly number: number;
  readonly rows: readonly Row[];
  /** The other parts as they were sent. */
  readonly parts: ReadonlyMap<string, string>;
}

/** @param reportOn what is said about a recording just now: the page says nothing that the list of problems holds back */
export function previewing(reportOn: (desk: Desk, open: OpenRecording) => Report): Feature {
  const given = new Map<string, Given>();
  let numbers = 0;

  const answer = (
    desk: Desk,
    open: OpenRecording,
    { columns, have, group }: PreviewRequest,
  ): PreviewAnswer => {
    const analysis = desk.analysisOf(open);
    const findings = reportOn(desk, open).items.flatMap(({ of }): Finding[] => ('pattern' in of ? [of] : []));
    const page = pageOf(analysis, findings, columns);
    const last = given.get(open.uri);
    const before = have !== undefined && last?.number === have ? last : undefined;
    const parts = new Map(before?.parts);
    /** The part, where it is not what the client has already. */
    const news = <T>(name: string, part: T): T | undefined => {
      const text = JSON.stringify(part);
      if (parts.get(name) === text) return undefined;
      parts.set(name, text);
      return part;
    };
    const number = ++numbers;
    const made = {
      head: news('head', page.head),
      columns: news('columns', page.columns),
      rows: changedRows(before?.rows ?? [], page.rows),
      lines: news('lines', linesOf(open, page)),
      group: group ? newsOfGroup(groupPictureOf(analysis, findings), news) : undefined,
    };
    given.set(open.uri, { number, rows: page.rows, parts });
    return { number, version: open.version, whole: before === undefined, ...present(made) };
  };

  return {
    serve: (desk) => {
      desk.onClose((uri) => given.delete(uri));
      desk.connection.onRequest<PreviewAnswer | null, void>(PREVIEW, (request: PreviewRequest) => {
        const open = desk.recordingAt(request.uri);
        return open ? answer(desk, open, request) : null;
      });
    },
  };
}

function linesOf({ text }: OpenRecording, { starts }: Page): number[] {
  return starts.map((start) => text.positionAt(start).line);
}

function newsOfGroup(
  picture: GroupPicture,
  news: <T>(name: string, part: T) => T | undefined,
): Partial<GroupPicture> | undefined {
  const changed = Object.entries(picture).filter(([name, part]) => news(`group ${name}`, part) !== undefined);
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

/** Without the parts that are undefined. */
function present<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as never;
}

/** The one run of rows that differs; undefined where none does. */
function changedRows(before: readonly Row[], now: readonly Row[]): PreviewAnswer['rows'] | undefined {
  let from = 0;
  while (from < before.length && from < now.length && alike(before[from]!, now[from]!)) from++;
  let tail = 0;
  const most = Math.min(before.length, now.length) - from;
  while (tail < most && alike(before[before.length - 1 - tail]!, now[now.length - 1 - tail]!)) tail++;
  const removed = before.length - tail - from;
  const rows = now.slice(from, now.length - tail);
  return removed === 0 && rows.length === 0 ? undefined : { from, removed, rows };
}

function alike(a: Row, b: Row): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
