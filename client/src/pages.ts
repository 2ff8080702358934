/** Pages that travel with the extension, opened as one reads them; and an example to try things on. No network. */
import { commands, Disposable, Uri, ViewColumn, window, workspace } from 'vscode';
import { LANGUAGE } from './recordings.ts';

/** Registers the cheat sheets and the example. */
export function registerPages(extension: Uri): Disposable {
  const page = (...path: string[]): Uri => Uri.joinPath(extension, 'docs', ...path);
  return Disposable.from(
    commands.registerCommand('processRecording.formatCheatSheet', () => showPage(page('cheat-sheet.md'))),
    commands.registerCommand('processRecording.skillCheatSheet', () =>
      showPage(page('skills-on-one-page.md')),
    ),
    commands.registerCommand('processRecording.openExample', () => openExample(extension)),
  );
}

/** The built-in Markdown preview beside the editor, or the text where somebody has switched that off. */
export async function showPage(page: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreviewToSide', page);
  } catch {
    await window.showTextDocument(page, { viewColumn: ViewColumn.Beside, preview: true });
  }
}

/** A copy, so that it can be written in and thrown away. */
async function openExample(extension: Uri): Promise<void> {
  const file = Uri.joinPath(extension, 'examples', 'first-steps.recording.md');
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE, content }));
}
