/** Commands and followers of the client, with a stand-in for VS Code. The real editor is driven in test/editor. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Server } from '../../client/src/connection.ts';

const editor = vi.hoisted(() => {
  const commands = new Map<string, (...args: unknown[]) => unknown>();
  const state = {
    executed: [] as unknown[][],
    shown: [] as unknown[],
    answer: undefined as string | undefined,
    pages: [] as string[],
    hasPreview: true,
    folders: [] as unknown[],
    values: {} as { workspaceValue?: unknown; globalValue?: unknown },
    handleUri: (_: { path: string }): unknown => undefined,
    moved: (_: { textEditor: unknown }): void => {},
  };
  return { commands, state };
});

vi.mock('vscode', () => {
  const { commands, state } = editor;
  const disposable = { dispose: () => {} };
  return {
    ConfigurationTarget: { Global: 1, Workspace: 2 },
    ViewColumn: { Beside: -2 },
    Disposable: { from: () => disposable },
    Uri: { joinPath: (_: unknown, ...parts: string[]) => parts.join('/') },
    l10n: {
      t: (text: string, ...args: unknown[]) => text.replace(/\{(\d)\}/g, (_, index) => String(args[index])),
    },
    commands: {
      registerCommand: (name: string, run: (...args: unknown[]) => unknown) => {
        commands.set(name, run);
        return disposable;
      },
      executeCommand: async (...call: unknown[]) => {
        if (!state.hasPreview) throw new Error('no such command');
        state.executed.push(call);
      },
    },
    window: {
      registerUriHandler: (handler: { handleUri: (uri: { path: string }) => unknown }) => {
        state.handleUri = handler.handleUri;
        return disposable;
      },
      showInformationMessage: async (message: string) => {
        state.shown.push(message);
        return state.answer;
      },
      showTextDocument: async (page: unknown) => state.shown.push(page),
      onDidChangeTextEditorSelection: (listener: (event: { textEditor: unknown }) => void) => {
        state.moved = listener;
        return disposable;
      },
      onDidChangeActiveTextEditor: () => disposable,
      activeTextEditor: undefined as unknown,
    },
    workspace: {
      get workspaceFolders() {
        return state.folders;
      },
      fs: {
        stat: async (page: string) => {
          if (!state.pages.includes(page)) throw new Error('no such file');
        },
      },
      getConfiguration: () => ({
        inspect: () => state.values,
        update: async (_: string, value: unknown, target: number) => {
          state.values = { ...state.values, [target === 2 ? 'workspaceValue' : 'globalValue']: value };
        },
      }),
    },
  };
});

const { registerExplain } = await import('../../client/src/explain.ts');
const { registerLevels, restored, withLevel } = await import('../../client/src/levels.ts');
const { followCaret } = await import('../../client/src/caret.ts');
const vscode = (await import('vscode')) as unknown as { window: { activeTextEditor: unknown } };
const { commands, state } = editor;

beforeEach(() => {
  Object.assign(state, {
    executed: [],
    shown: [],
    answer: undefined,
    pages: [],
    hasPreview: true,
    folders: [],
    values: {},
  });
});

describe('explain', () => {
  const page = 'docs/patterns/worker-advice.md';
  const explain = (id: unknown) => {
    registerExplain('extension' as never);
    return commands.get('processRecording.explain')!(id);
  };

  it('opens the page in the preview beside the recording', async () => {
    state.pages = [page];
    await explain('worker-advice');
    expect(state.executed).toEqual([['markdown.showPreviewToSide', page]]);
  });

  it('opens the text where there is no preview', async () => {
    Object.assign(state, { pages: [page], hasPreview: false });
    await explain('worker-advice');
    expect(state.shown).toEqual([page]);
  });

  it('says so where there is no page', async () => {
    await explain('worker-nonsense');
    expect(state.shown).toEqual(['There is no page about “worker-nonsense”.']);
  });

  it('answers the links of the findings', async () => {
    state.pages = [page];
    registerExplain('extension' as never);
    await state.handleUri({ path: '/patterns/worker-advice' });
    expect(state.executed).toEqual([['markdown.showPreviewToSide', page]]);
  });

  it.each([
    '/patterns/../../package',
    '/patterns/..%2fpackage',
    '/other/worker-advice',
    '/patterns/',
    '/patterns/a b',
  ])('leaves any other link alone: %s', async (path) => {
    registerExplain('extension' as never);
    await state.handleUri({ path });
    expect([state.executed, state.shown]).toEqual([[], []]);
  });

  it.each([undefined, 7, '', '../package', 'Worker-Advice'])('takes nothing but a name: %j', async (id) => {
    await explain(id);
    expect([state.executed, state.shown]).toEqual([[], []]);
  });
});

describe('levels', () => {
  const before = { 'worker-advice': { severity: 'warning', words: 12 }, 'maypole-pattern': 'hint' };
  const setLevel = (...args: unknown[]) => {
    registerLevels();
    return commands.get('processRecording.setLevel')!(...args);
  };

  it('keeps thresholds and other entries', () => {
    expect(withLevel(before, 'worker-advice', 'off')).toEqual({
      'worker-advice': { severity: 'off', words: 12 },
      'maypole-pattern': 'hint',
    });
    expect(withLevel({}, 'worker-advice', 'off')).toEqual({ 'worker-advice': 'off' });
  });

  it('undo brings one entry back and leaves what has changed since', () => {
    const later = { ...withLevel(before, 'worker-advice', 'off'), 'hot-seat-interview': 'off' };
    expect(restored(later, 'worker-advice', before)).toEqual({ ...before, 'hot-seat-interview': 'off' });
    expect(restored({ 'worker-advice': 'off' }, 'worker-advice', {})).toBeUndefined();
  });

  it('writes to the workspace where a folder is open, and says so', async () => {
    Object.assign(state, { folders: [{}], values: { workspaceValue: before, globalValue: { a: 'off' } } });
    await setLevel('maypole-pattern', 'off');
    expect(state.values).toEqual({
      workspaceValue: { ...before, 'maypole-pattern': 'off' },
      globalValue: { a: 'off' },
    });
    expect(state.shown).toEqual(['“maypole-pattern” is off in this workspace.']);
  });

  it('writes to the user’s settings where none is', async () => {
    await setLevel('maypole-pattern', 'hint');
    expect(state.values).toEqual({ globalValue: { 'maypole-pattern': 'hint' } });
    expect(state.shown).toEqual(['“maypole-pattern” is shown as hint.']);
  });

  it('undoes', async () => {
    Object.assign(state, { answer: 'Undo', values: { globalValue: before } });
    await setLevel('maypole-pattern', 'off');
    expect(state.values).toEqual({ globalValue: before });
  });
});

describe('the caret', () => {
  const sent: unknown[] = [];
  const server = {
    state: () => 'running',
    onDidChangeState: () => ({ dispose: () => {} }),
    addressOf: ({ uri }: { uri: unknown }) => String(uri),
    tell: (_: string, params: unknown) => sent.push(params),
  } as unknown as Server;
  const at = (line: number, languageId = 'process-recording') => ({
    document: { languageId, uri: 'file:///a' },
    selection: { active: { line } },
  });
  const move = (line: number, languageId?: string) => {
    vscode.window.activeTextEditor = at(line, languageId);
    state.moved({ textEditor: at(line, languageId) });
  };

  it('is told at once when it comes to another line, then in one breath; never from other files', () => {
    vi.useFakeTimers();
    followCaret(server);
    move(3);
    expect(sent).toEqual([{ uri: 'file:///a', line: 3 }]);
    for (const line of [4, 5, 6]) move(line);
    expect(sent).toHaveLength(1);
    vi.runAllTimers();
    expect(sent.slice(1)).toEqual([{ uri: 'file:///a', line: 6 }]);
    move(6);
    vi.runAllTimers();
    move(9, 'markdown');
    vi.runAllTimers();
    expect(sent).toHaveLength(2);
    vi.useRealTimers();
  });
});
