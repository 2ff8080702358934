/** The server at work: a thin shell that turns the core's answers into the protocol's. Nothing is thrown across it. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import { analyse } from '../patterns/analyse.ts';
import type { Settings as Judging } from '../patterns/engine.ts';
import { DEFAULT_SETTINGS, readSettings } from '../patterns/settings.ts';
import { isTyping, pauseOf } from './calm.ts';
import type { Desk } from './desk.ts';
import { openRecordings } from './documents.ts';
import { allFeatures } from './features.ts';
import type { Settings, StartOptions } from './protocol.ts';
import { clientShelf, type ShelfOf } from './shelf.ts';

/**
 * Opens the desk on a connection: from here on, recordings may be opened and asked about.
 * @param params what the editor said when it came
 * @param defaultPages where the pages of the patterns are when the editor does not say (ends in `/`)
 * @param shelfOf reads folders for editors whose client does not
 */
export function openDesk(
  connection: Connection,
  params: InitializeParams,
  defaultPages?: string,
  shelfOf?: ShelfOf,
): void {
  const start = (params.initializationOptions as StartOptions | null | undefined) ?? {};
  const client = params.capabilities;
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  const shelf = start.files === true ? clientShelf(connection) : shelfOf?.(folders);
  let settings: Settings = {};
  let judging: Judging = DEFAULT_SETTINGS;
  const faulted = new Set<string>();
  const settingsHeard: (() => void)[] = [];

  const onFault = (id: string, error: unknown): void => {
    // Once a pattern is enough, and never with content: the message of an error may quote the text.
    if (faulted.has(id)) return;
    faulted.add(id);
    connection.console.error(
      `The pattern ${id} failed (${error instanceof Error ? error.name : 'unknown'}). The others go on.`,
    );
  };
  const documents = openRecordings(onFault);

  const desk: Desk = {
    connection,
    recordingAt: (uri) => documents.get(uri),
    openRecordings: () => documents.all(),
    analysisOf: (open) => open.analyst.analysis(judging, isTyping(open, pauseOf(settings), Date.now())),
    analysisOfText: (text) => analyse(text, judging, onFault),
    settings: () => settings,
    client: () => client,
    start: () => start,
    pageOf: (id) => {
      const base = start.pages ?? defaultPages;
      return base === undefined ? undefined : base.startsWith('file:') ? `${base}${id}.md` : `${base}${id}`;
    },
    shelf: () => shelf,
    onOpenOrChange: (heard) => documents.onDidChangeContent(({ document }) => heard(document)),
    onClose: (heard) => documents.onDidClose(({ document }) => heard(document.uri)),
    onSettings: (heard) => settingsHeard.push(heard),
  };

  const apply = (next: Settings): void => {
    settings = next;
    const { settings: read, faults } = readSettings(next.profile, next.patterns);
    judging = read;
    for (const fault of faults) connection.console.warn(fault);
  };

  const changeSettings = (given: unknown): void => {
    apply(given !== null && typeof given === 'object' ? (given as Settings) : {});
    for (const heard of settingsHeard) heard();
  };

  const fetchSettings = async (): Promise<void> => {
    try {
      changeSettings(await connection.workspace.getConfiguration('processRecording'));
    } catch {
      connection.console.warn('The settings could not be read; the defaults are used.');
    }
  };

  connection.onDidChangeConfiguration(({ settings: given }) => {
    if (client.workspace?.configuration === true) void fetchSettings();
    else changeSettings((given as { processRecording?: unknown } | null)?.processRecording);
  });

  if (start.settings) apply(start.settings);
  for (const { serve } of allFeatures()) serve(desk);
  documents.listen(connection);
  if (client.workspace?.configuration !== true) return;
  if (client.workspace.didChangeConfiguration?.dynamicRegistration === true)
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'processRecording' });
  void fetchSettings();
}
