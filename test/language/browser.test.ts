/** The server as a web worker has it: the browser bundle, alone in a thread that offers no more than a worker does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';

const folder = path.resolve(__dirname, '../../dist/server');
const bundle = readFileSync(path.join(folder, 'browser.js'), 'utf8');
/** What a dedicated worker gives its script: `self`, messages both ways, further scripts, and no Node. */
const shell = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const { createContext, runInContext } = require('node:vm');
  const scope = createContext({
    atob, crypto, performance, setTimeout, clearTimeout, setImmediate, TextDecoder, TextEncoder, URL,
    postMessage: (message) => parentPort.postMessage(message),
    addEventListener: (kind, take, { once } = {}) => kind === 'message' && parentPort[once ? 'once' : 'on']('message', (data) => take({ data })),
    set onmessage(take) { scope.addEventListener('message', take); },
    importScripts: (address) => run(readFileSync(address, 'utf8')),
  });
  scope.self = scope;
  const run = (script) => runInContext(script, scope);
  run(workerData);
`;
const worker = new Worker(shell, { eval: true, workerData: bundle });
afterAll(() => worker.terminate());
worker.postMessage(folder + path.sep);

let last = 0;
function ask(method: string, params: object): Promise<{ result: Record<string, unknown> }> {
  const id = ++last;
  return new Promise((resolve) => {
    const take = (message: { id?: number; result: Record<string, unknown> }): void => {
      if (message.id !== id) return;
      worker.off('message', take);
      resolve(message);
    };
    worker.on('message', take);
    worker.postMessage({ jsonrpc: '2.0', id, method, params });
  });
}
const tell = (method: string, params: object): void => worker.postMessage({ jsonrpc: '2.0', method, params });

test('it starts, and finds what the server on Node finds', async () => {
  const { result } = await ask('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  expect(result).toMatchObject({ capabilities: { diagnosticProvider: { identifier: 'mutual-aid' } } });
  tell('initialized', {});
  const uri = 'memory:/a.recording.md';
  tell('textDocument/didOpen', {
    textDocument: {
      uri,
      languageId: 'process-recording',
      version: 1,
      text: '**Ana:** I am so frightened of the nights.\n\n**Worker:** You should ask your doctor for some tablets.\n',
    },
  });
  const answer = await ask('textDocument/diagnostic', { textDocument: { uri } });
  expect(answer.result).toMatchObject({
    kind: 'full',
    items: [{ code: 'worker-advice', source: 'mutual-aid' }],
  });
});
