/** Format Document and Format Selection over a real connection. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-protocol/node';
import { applied, PULLING, type Session, startSession } from './session.ts';

const URI = 'file:///untidy.recording.md';
const TEXT = 'Ana: Hi.\nBen: Ho.\n\n\n\n**Carla:** Ha.\n> **Feeling:** x\nAna: Hm.\n';
const options = { tabSize: 2, insertSpaces: true };
let session: Session;
beforeAll(async () => {
  session = await startSession();
  session.open(URI, TEXT);
});
afterAll(() => session.stop());

const format = async (method: string, more: object = {}, on = session): Promise<string> => {
  const edits = await on.connection.sendRequest<TextEdit[]>(method, {
    textDocument: { uri: URI },
    options,
    ...more,
  });
  return applied(TEXT, { changes: { [URI]: edits } });
};

test('the whole document, with labels as most are', async () => {
  expect(await format('textDocument/formatting')).toBe(
    'Ana: Hi.\n\nBen: Ho.\n\nCarla: Ha.\n\n> **Feeling:** x\n\nAna: Hm.\n',
  );
});

test('with labels as the setting says', async () => {
  const bold = await startSession(PULLING, { settings: { format: { labels: 'bold' } } });
  bold.open(URI, TEXT);
  expect(await format('textDocument/formatting', {}, bold)).toContain('**Ana:** Hi.\n\n**Ben:** Ho.');
  await bold.stop();
});

test('only the lines of a selection', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 8 } };
  expect(await format('textDocument/rangeFormatting', { range })).toBe(TEXT.replace('Hi.\n', 'Hi.\n\n'));
});
