/** The printable page: written where somebody wants to have it, and opened in the browser if they say so. */
import { env, l10n, Uri, window, workspace } from 'vscode';
import { withoutLinks } from './harmless.ts';
import { pageFolder, printedPage } from './preview-page.ts';
import { troubleOf, writeWhole } from './writing.ts';

/** Asks where, and asks again where it cannot be written. `near` is the place that is offered first. */
export async function savePrintable(
  title: string,
  html: string,
  extension: Uri,
  near: Uri | undefined,
): Promise<void> {
  const style = await workspace.fs.readFile(Uri.joinPath(pageFolder(extension), 'preview-style.css'));
  const page = new TextEncoder().encode(printedPage(title, new TextDecoder().decode(style), html));
  for (;;) {
    const target = await window.showSaveDialog({
      title: l10n.t('Where Is the Printable Page to Be Written?'),
      filters: { HTML: ['html'] },
      ...(near ? { defaultUri: near } : {}),
    });
    if (target === undefined) return;
    try {
      await writeWhole(workspace.fs, target, page);
    } catch (error) {
      const elsewhere = l10n.t('Choose Another Place');
      if ((await window.showErrorMessage(whyNot(error), elsewhere)) === elsewhere) continue;
      return;
    }
    const openIt = l10n.t('Open in the Browser');
    const answer = await window.showInformationMessage(
      l10n.t('The page is written. The browser’s own print makes a PDF of it.'),
      openIt,
    );
    if (answer === openIt) await env.openExternal(target);
    return;
  }
}

function whyNot(error: unknown): string {
  switch (troubleOf(error)) {
    case 'full':
      return l10n.t('The page is not written: the disk is full. What stood there is as it was.');
    case 'forbidden':
      return l10n.t(
        'The page is not written: this place cannot be written to. What stood there is as it was.',
      );
    case 'other':
      return l10n.t(
        'The page is not written. {0}',
        withoutLinks(error instanceof Error ? error.message : String(error)),
      );
  }
}
