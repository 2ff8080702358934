/** The page of a pattern, opened beside the recording. Pages travel with the extension: no network. */
import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { COMMANDS } from '../../server/src/language/protocol.ts';
import { showPage } from './pages.ts';

const explain: (typeof COMMANDS)['explain'] = 'processRecording.explain';

/** Registers the command, and the answer to links of the form `vscode://process-recording.process-recording/patterns/<id>`. */
export function registerExplain(extension: Uri): Disposable {
  const open = async (id: unknown): Promise<void> => {
    // A link can come from any web page: only the name of a page is taken from it.
    if (typeof id !== 'string' || !/^[a-z]+(?:-[a-z]+)*$/.test(id)) return;
    const page = Uri.joinPath(extension, 'docs', 'patterns', `${id}.md`);
    if (await exists(page)) await showPage(page);
    else await window.showInformationMessage(l10n.t('There is no page about “{0}”.', id));
  };
  return Disposable.from(
    commands.registerCommand(explain, open),
    window.registerUriHandler({
      handleUri: ({ path, query }) =>
        path === '/turn'
          ? commands.executeCommand('processRecording.openTurn', query)
          : open(/^\/patterns\/([^/]+)$/.exec(path)?.[1]),
    }),
  );
}

async function exists(page: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(page);
    return true;
  } catch {
    return false;
  }
}
