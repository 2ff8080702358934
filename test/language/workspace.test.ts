/** All recordings of a folder: symbols and diagnostics, with the files from the client or from the disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  ProgressType,
  type SymbolInformation,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { ROOM } from './room.ts';
import { PULLING, type Session, startSession } from './session.ts';

const ADVICE = ROOM.replace('Living with Loss', 'Thursday Group');
let session: Session;

const reports = (previousResultIds: object[] = [], more: object = {}): Promise<WorkspaceDiagnosticReport> =>
  session.connection.sendRequest('workspace/diagnostic', { previousResultIds, ...more });
const codes = (report: WorkspaceDocumentDiagnosticReport): unknown[] =>
  report.kind === 'full' ? report.items.map(({ code }) => code) : [report.kind];

describe('with files from the disk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'folder-'));
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;

  beforeAll(async () => {
    mkdirSync(path.join(folder, 'term 1'));
    mkdirSync(path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'one.recording.md'), ROOM);
    writeFileSync(path.join(folder, 'term 1/two.recording.md'), ADVICE);
    writeFileSync(path.join(folder, 'node_modules/no.recording.md'), ADVICE);
    writeFileSync(path.join(folder, 'notes.md'), ADVICE);
    session = await startSession(PULLING, {}, [pathToFileURL(folder).href]);
  });
  afterAll(async () => {
    await session.stop();
    rmSync(folder, { recursive: true });
  });

  test('offers both', () => {
    expect(session.initialized.capabilities).toMatchObject({
      workspaceSymbolProvider: true,
      diagnosticProvider: { workspaceDiagnostics: true },
    });
  });

  test('reports on every recording, and then only on what changed', async () => {
    const { items } = await reports();
    expect(items.map(({ uri }) => uri).sort()).toEqual(
      [uriOf('one.recording.md'), uriOf('term 1/two.recording.md')].sort(),
    );
    for (const one of items) expect(codes(one)).toContain('worker-advice');
    const previous = items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    expect((await reports(previous)).items.map(codes)).toEqual([['unchanged'], ['unchanged']]);
    writeFileSync(path.join(folder, 'one.recording.md'), 'Ana: Hi.\n');
    rmSync(path.join(folder, 'term 1/two.recording.md'));
    const after = (await reports(previous)).items;
    expect(after.find(({ uri }) => uri === uriOf('one.recording.md'))).toMatchObject({
      kind: 'full',
      items: [],
    });
    expect(after.find(({ uri }) => uri === uriOf('term 1/two.recording.md'))).toMatchObject({
      kind: 'full',
      items: [],
    });
    writeFileSync(path.join(folder, 'term 1/two.recording.md'), ADVICE);
  });

  test('of an open recording it says what its own report says', async () => {
    const uri = uriOf('one.recording.md');
    session.open(uri, ROOM);
    const own = await session.pull(uri);
    const found = (await reports()).items.find((one) => one.uri === uri)!;
    expect(found).toMatchObject({ version: 1, resultId: own.resultId, kind: 'full' });
  });

  test('tells parts as they come, with progress', async () => {
    const parts: WorkspaceDocumentDiagnosticReport[] = [];
    const progress: string[] = [];
    session.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), 'partial', (part) => {
      parts.push(...part.items);
    });
    session.connection.onProgress(new ProgressType<{ kind: string }>(), 'work', (part) => {
      progress.push(part.kind);
    });
    const { items } = await reports([], { partialResultToken: 'partial', workDoneToken: 'work' });
    expect(items).toEqual([]);
    expect(parts).toHaveLength(2);
    expect([progress[0], progress.at(-1)]).toEqual(['begin', 'end']);
  });

  test('finds recordings, headings and people by letters in order', async () => {
    const find = async (query: string): Promise<string[]> =>
      (await session.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, containerName }) => `${name} [${containerName ?? ''}]`,
      );
    expect((await find('check')).sort()).toEqual([
      'Check-in [Living with Loss]',
      'Check-in [Thursday Group]',
    ]);
    expect(await find('thgr')).toEqual(['Thursday Group []']);
    expect((await find('Carla')).sort()).toEqual(['Carla [Living with Loss]', 'Carla [Thursday Group]']);
    expect((await find('')).length).toBeGreaterThan(10);
    expect(await find('zzz')).toEqual([]);
  });
});

describe('with files from the client', () => {
  afterEach(() => session.stop());

  test('asks the client for them, and waits until there is something new to say', async () => {
    session = await startSession(PULLING, { files: true }, ['memfs:/folder']);
    let stamp = '1';
    session.connection.onRequest('processRecording/files', () => [
      { uri: 'memfs:/folder/a.recording.md', stamp },
    ]);
    session.connection.onRequest('processRecording/readFile', ({ uri }: { uri: string }) =>
      uri.endsWith('a.recording.md') ? ROOM : null,
    );
    const { items } = await reports();
    expect(items.map(({ uri }) => uri)).toEqual(['memfs:/folder/a.recording.md']);
    const previous = items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    let answered = false;
    const waiting = reports(previous).then((report) => {
      answered = true;
      return report;
    });
    await session.connection.sendRequest('workspace/symbol', { query: '' });
    expect(answered).toBe(false);
    stamp = '2';
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    expect((await waiting).items).toHaveLength(1);
  });

  test('a client that cannot answer is answered with what is open', async () => {
    session = await startSession(PULLING, { files: true });
    session.open('memfs:/b.recording.md', ROOM);
    expect((await reports()).items).toEqual([]);
    const names = await session.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
      query: 'dialogue',
    });
    expect(names).toHaveLength(1);
  });

  test('says nothing while it is off', async () => {
    session = await startSession(PULLING, { settings: { checkFolder: false } });
    expect(await reports()).toEqual({ items: [] });
  });
});
