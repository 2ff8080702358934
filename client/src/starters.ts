/** Beginnings for a comment, to pick from: about the findings of the turn, the stage of the group, the skills. */
import { l10n, QuickPickItemKind, type TextDocument, window } from 'vscode';
import type { STARTERS, Starter, StartersRequest } from '../../server/src/language/starters.ts';
import type { Server } from './connection.ts';

const startersRequest: typeof STARTERS = 'processRecording/starters';

/** The beginning that somebody picks for a line, as a comment or as praise. */
export async function pickStarter(
  server: Server,
  document: TextDocument,
  line: number,
): Promise<{ readonly kind: 'supervisor' | 'praise'; readonly text: string } | undefined> {
  const request: StartersRequest = { uri: server.addressOf(document), line };
  const starters = (await server.ask<readonly Starter[]>(startersRequest, request)) ?? [];
  const items = starters.flatMap(({ about, name, kind, text }, index) => {
    const item = { label: text, description: name, kind: QuickPickItemKind.Default, start: { kind, text } };
    if (about === starters[index - 1]?.about) return [item];
    return [{ label: titleOf(about), kind: QuickPickItemKind.Separator, start: undefined }, item];
  });
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Begin a Comment'),
    placeHolder: l10n.t('You can change every word before it is written.'),
    matchOnDescription: true,
  });
  return picked?.start;
}

function titleOf(about: Starter['about']): string {
  switch (about) {
    case 'finding':
      return l10n.t('What stands out here');
    case 'praise':
      return l10n.t('Praise');
    case 'stage':
      return l10n.t('The stage of the group');
    case 'skill':
      return l10n.t('Skills');
  }
}
