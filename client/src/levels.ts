/** Turning one pattern down or off, from the light bulb. */
import { ConfigurationTarget, commands, type Disposable, l10n, window, workspace } from 'vscode';
import type { COMMANDS } from '../../server/src/language/protocol.ts';

const setLevel: (typeof COMMANDS)['setLevel'] = 'processRecording.setLevel';

/** A pattern's entry in `processRecording.patterns`: a level, or an object with a level and thresholds. */
export type Entry = string | { readonly severity?: string; readonly [threshold: string]: unknown };
export type Entries = Readonly<Record<string, Entry>>;

/** Registers the command that the quick fixes name: a pattern's id and its new level. */
export function registerLevels(): Disposable {
  return commands.registerCommand(setLevel, async (id: unknown, level: unknown) => {
    if (typeof id !== 'string' || typeof level !== 'string' || !/^[\w-]+$/.test(id + level)) return;
    try {
      await changeLevel(id, level);
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      await window.showErrorMessage(l10n.t('The settings could not be changed. {0}', why));
    }
  });
}

/** The entries with another level for one pattern; its thresholds and all other entries stay. */
export function withLevel(entries: Entries, id: string, level: string): Entries {
  const entry = entries[id];
  return { ...entries, [id]: typeof entry === 'object' ? { ...entry, severity: level } : level };
}

/** The entries with one pattern's entry as it was in `before`; the others stay as they are now. */
export function restored(entries: Entries, id: string, before: Entries): Entries | undefined {
  const { [id]: _, ...others } = entries;
  const entry = before[id];
  const all = entry === undefined ? others : { ...others, [id]: entry };
  return Object.keys(all).length === 0 ? undefined : all;
}

async function changeLevel(id: string, level: string): Promise<void> {
  const inWorkspace = (workspace.workspaceFolders ?? []).length > 0;
  const before = written(inWorkspace);
  await write(inWorkspace, withLevel(before, id, level));
  const undo = l10n.t('Undo');
  const said = await window.showInformationMessage(messageFor(id, level, inWorkspace), undo);
  if (said === undo) await write(inWorkspace, restored(written(inWorkspace), id, before));
}

function messageFor(id: string, level: string, inWorkspace: boolean): string {
  if (level === 'off')
    return inWorkspace ? l10n.t('“{0}” is off in this workspace.', id) : l10n.t('“{0}” is off.', id);
  return inWorkspace
    ? l10n.t('“{0}” is shown as {1} in this workspace.', id, level)
    : l10n.t('“{0}” is shown as {1}.', id, level);
}

/** What stands in these very settings, without what others above or below them say. */
function written(inWorkspace: boolean): Entries {
  const found = workspace.getConfiguration('processRecording').inspect<Entries>('patterns');
  return (inWorkspace ? found?.workspaceValue : found?.globalValue) ?? {};
}

async function write(inWorkspace: boolean, entries: Entries | undefined): Promise<void> {
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await workspace.getConfiguration('processRecording').update('patterns', entries, target);
}
