/** The page on which student's and supervisor's readings stand side by side. */
import { commands, Disposable, EventEmitter, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { READINGS, Readings, ReadingsRequest } from '../../server/src/language/readers.ts';
import type { Server } from './connection.ts';
import { pageOf, type ReadersWords } from './readers-page.ts';
import { isRecording } from './recordings.ts';

const readingsRequest: typeof READINGS = 'processRecording/readings';
const SCHEME = 'process-recording-readers';

export function compareReaders(server: Server): Disposable {
  const changed = new EventEmitter<Uri>();
  const pages = new Map<string, string>();

  const show = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (!isRecording(document)) return;
    const page = Uri.from({ scheme: SCHEME, path: `${document.uri.path}/${l10n.t('Two Readers')}.md` });
    pages.set(page.path, await contentFor(document));
    changed.fire(page);
    try {
      await commands.executeCommand('markdown.showPreviewToSide', page);
    } catch {
      await window.showTextDocument(page);
    }
  };
  const contentFor = async (document: TextDocument): Promise<string> => {
    const request: ReadingsRequest = { uri: server.addressOf(document) };
    return pageOf((await server.ask<Readings | null>(readingsRequest, request)) ?? { turns: [] }, words());
  };

  return Disposable.from(
    changed,
    commands.registerCommand('processRecording.compareReaders', show),
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: ({ path }) => pages.get(path) ?? '',
    }),
  );
}

function words(): ReadersWords {
  return {
    title: l10n.t('Two readers'),
    nothing: l10n.t('Neither has marked a skill, another line or a finding yet.'),
    student: l10n.t('the student'),
    supervisor: l10n.t('the supervisor'),
    turn: l10n.t('Turn'),
    both: l10n.t('Both'),
    only: (name) => l10n.t('Only {0}', name),
  };
}
