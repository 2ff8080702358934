/** Go to Symbol in Workspace: recordings, their sections and segments, and who speaks in them, over a whole folder. */
import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeOfSession } from '../patterns/places.ts';
import { type Range, type Recording, rangeOf } from '../recording/model.ts';
import { read } from '../recording/read.ts';
import type { Desk, Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { Lines } from './paged-text.ts';
import { SYMBOL } from './symbols.ts';

/** More than anybody scrolls through. */
const MOST = 400;

/** A fresh one for each connection: it keeps the symbols of files that are not open, by their stamps. */
export function findingSymbols(): Feature {
  const kept = new Map<string, { readonly stamp: string; readonly symbols: readonly SymbolInformation[] }>();
  const symbolsOfFile = async (
    desk: Desk,
    uri: string,
    stamp: string,
  ): Promise<readonly SymbolInformation[]> => {
    const open = desk.recordingAt(uri);
    if (open) return symbolsIn(open.analyst.recording(), open.text);
    const before = kept.get(uri);
    if (before?.stamp === stamp) return before.symbols;
    const source = await desk.shelf()?.read(uri);
    if (source === undefined) return [];
    const symbols = symbolsIn(read(source), TextDocument.create(uri, 'process-recording', 0, source));
    kept.set(uri, { stamp, symbols });
    return symbols;
  };
  return {
    serve: (desk) => {
      desk.connection.onWorkspaceSymbol(async ({ query }, token) => {
        const listed = (await desk.shelf()?.list()) ?? [];
        const there = new Set(listed.map(({ uri }) => uri));
        for (const uri of [...kept.keys()]) if (!there.has(uri)) kept.delete(uri);
        const open = desk.openRecordings().filter(({ uri }) => !there.has(uri));
        const wanted = fits(query);
        const found: SymbolInformation[] = [];
        for (const { uri, stamp } of [...open.map(({ uri }) => ({ uri, stamp: '' })), ...listed]) {
          if (token.isCancellationRequested || found.length >= MOST) break;
          found.push(...(await symbolsOfFile(desk, uri, stamp)).filter(({ name }) => wanted(name)));
        }
        return found.slice(0, MOST);
      });
    },
  };
}

/** Whether a name holds all signs of a query in order, as editors compare. */
function fits(query: string): (name: string) => boolean {
  const signs = [...query.toLowerCase().replace(/\s+/g, '')];
  return (name) => {
    let at = 0;
    for (const sign of name.toLowerCase()) if (sign === signs[at]) at++;
    return at === signs.length;
  };
}

function symbolsIn(recording: Recording, text: Lines): SymbolInformation[] {
  const { header, sections, segments, turns } = recording;
  const title = titleOf(recording) ?? text.uri.slice(text.uri.lastIndexOf('/') + 1);
  const symbol = (
    name: string,
    kind: SymbolKind,
    range: Range,
    containerName?: string,
  ): SymbolInformation => ({
    name,
    kind,
    location: { uri: text.uri, range: lspRange(text, range) },
    ...(containerName === undefined ? {} : { containerName }),
  });
  const speakers = new Map(
    turns
      .flatMap(({ speaker, label }) =>
        speaker.kind === 'member' || speaker.kind === 'worker' ? [[speaker.name, label] as const] : [],
      )
      .reverse(),
  );
  return [
    symbol(title, SymbolKind.File, rangeOfSession(recording), header.date),
    ...sections.flatMap((section) =>
      section.heading ? [symbol(section.title, SYMBOL.section, rangeOf(section.heading), title)] : [],
    ),
    ...segments.map((segment) => symbol(segment.title, SYMBOL.segment, rangeOf(segment.place), title)),
    ...[...speakers]
      .reverse()
      .map(([name, label]) => symbol(name, SymbolKind.Variable, rangeOf(label), title)),
  ];
}

/** "Living with Loss, session 4"; undefined where the header names neither. */
function titleOf({ header: { groupName, session } }: Recording): string | undefined {
  const parts = [
    ...(groupName === undefined ? [] : [groupName]),
    ...(session === undefined ? [] : [`session ${session}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}
