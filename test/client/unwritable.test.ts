/** What is said, and what goes on, where a recording or the settings cannot be written. With a stand-in for VS Code. */
import { beforeEach, expect, it, vi } from 'vitest';

const editor = vi.hoisted(() => ({
  commands: new Map<string, () => unknown>(),
  told: [] as string[],
  asked: [] as string[],
  permissions: 0,
  isApplied: true,
}));

vi.mock('vscode', () => ({
  ConfigurationTarget: { Global: 1 },
  FilePermission: { Readonly: 1 },
  Disposable: { from: () => ({}) },
  WorkspaceEdit: class {
    replace(): void {}
  },
  Range: class {},
  Position: class {},
  l10n: { t: (text: string) => text },
  commands: {
    registerCommand: (name: string, run: () => unknown) => editor.commands.set(name, run),
    executeCommand: () => undefined,
  },
  window: {
    activeTextEditor: {
      selection: { active: { line: 0, character: 0 } },
      document: { languageId: 'process-recording', version: 1, uri: { scheme: 'file' } },
    },
    showWarningMessage: (words: string) => void editor.told.push(words),
    showQuickPick: async (picks: readonly unknown[]) => picks[0],
    showInputBox: async () => 'M. O.',
  },
  workspace: {
    fs: { isWritableFileSystem: () => true, stat: async () => ({ permissions: editor.permissions }) },
    applyEdit: async () => editor.isApplied,
    onDidChangeConfiguration: () => ({}),
    getConfiguration: () => ({
      get: (_: string, otherwise: unknown) => otherwise,
      update: () => Promise.reject(new Error('ENOSPC: no space left on device, write')),
    }),
  },
}));

const { askAuthor } = await import('../../client/src/author.ts');
const { registerRearranging } = await import('../../client/src/rearrange.ts');
const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const moveUp = (): unknown => {
  registerRearranging({
    addressOf: () => 'file:///one.recording.md',
    ask: async (method: string) => {
      editor.asked.push(method);
      return { kind: 'done', edits: [{ range: place, newText: '' }] };
    },
  } as never);
  return editor.commands.get('processRecording.moveTurnUp')!();
};

beforeEach(() => Object.assign(editor, { told: [], asked: [], permissions: 0, isApplied: true }));

it('a turn is not moved in a file that is read-only, and a word says so', async () => {
  editor.permissions = 1;
  await moveUp();
  expect(editor.asked).toEqual([]);
  expect(editor.told).toEqual(['This recording cannot be changed.']);
});

it('an edit that the editor refuses is told', async () => {
  editor.isApplied = false;
  await moveUp();
  expect(editor.told).toEqual(['The recording could not be changed. It is as it was.']);
});

it('who somebody is holds for what she is writing, though it cannot be kept', async () => {
  expect(await askAuthor()).toEqual({ name: 'M. O.', role: 'supervisor' });
  expect(editor.told).toEqual(['The settings could not be changed, so you will be asked again who you are.']);
});
