/**
 * The server under requests that no honest editor would make: random, late, repeated, cancelled, malformed, in any
 * order. Whatever came before, it stays alive, and what it then says follows from the text alone.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type Diagnostic,
  ErrorCodes,
  ResponseError,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { line } from '../recording/texts.ts';
import { ROOM } from './room.ts';
import { PULLING, type Session, startSession } from './session.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 15);
/** Documents that the storm knows: three recordings, one of them never opened. */
const URIS = ['memory:/one.recording.md', 'memory:/two.recording.md', 'memory:/three.recording.md'];

const position = fc.record({ line: fc.nat({ max: 60 }), character: fc.nat({ max: 90 }) });
const range = fc.record({ start: position, end: position });
const uri = fc.constantFrom(...URIS, 'memory:/never.recording.md');
const textDocument = uri.map((one) => ({ uri: one }));
const words = fc.oneof(line, fc.constantFrom('', 'Ana', '**Worker:** You should rest, Ben.\n\n', '> '));
const thread = fc.constantFrom('t1', 't2', 't9', '__proto__', '');
const signed = { author: fc.constantFrom('M. O.', '', '**x** (y): z'), date: fc.constant('2026-10-05') };
const options = fc.record({ tabSize: fc.nat({ max: 9 }), insertSpaces: fc.boolean() });
const at = fc.record({ textDocument, position });
const of = fc.record({ textDocument });
const within = fc.record({ textDocument, range });

/** Every request that the server answers, with parameters of the right form. */
const REQUESTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'textDocument/diagnostic': fc.record({ textDocument, previousResultId: fc.constantFrom('1', '2', 'x') }),
  'textDocument/codeAction': fc.record({
    textDocument,
    range,
    context: fc.record({
      diagnostics: fc.constant([]),
      only: fc.constantFrom(undefined, ['quickfix'], ['']),
    }),
  }),
  'textDocument/hover': at,
  'textDocument/completion': at,
  'textDocument/definition': at,
  'textDocument/references': fc.record({
    textDocument,
    position,
    context: fc.record({ includeDeclaration: fc.boolean() }),
  }),
  'textDocument/documentHighlight': at,
  'textDocument/prepareRename': at,
  'textDocument/rename': fc.record({ textDocument, position, newName: words }),
  'textDocument/documentSymbol': of,
  'textDocument/foldingRange': of,
  'textDocument/selectionRange': fc.record({ textDocument, positions: fc.array(position, { maxLength: 4 }) }),
  'textDocument/semanticTokens/full': of,
  'textDocument/semanticTokens/full/delta': fc.record({
    textDocument,
    previousResultId: fc.constantFrom('1', '2', ''),
  }),
  'textDocument/semanticTokens/range': within,
  'textDocument/inlayHint': within,
  'textDocument/codeLens': of,
  'textDocument/formatting': fc.record({ textDocument, options }),
  'textDocument/rangeFormatting': fc.record({ textDocument, range, options }),
  'workspace/symbol': fc.record({ query: words }),
  'workspace/diagnostic': fc.constant({ previousResultIds: [] }),
  'processRecording/notes': fc.record({ uri }),
  'processRecording/threads': fc.record({ uri, asGiven: fc.boolean() }),
  'processRecording/standing': fc.record({ uri }),
  'processRecording/starters': fc.record({ uri, line: fc.nat({ max: 60 }) }),
  'processRecording/readings': fc.record({ uri }),
  'processRecording/preview': fc.record({
    uri,
    columns: fc.array(fc.constantFrom('Content', 'Feelings', 'Supervisor', 'x', '__proto__')),
    have: fc.constantFrom(undefined, 1, 2, -1),
    group: fc.boolean(),
  }),
  'processRecording/agenda': fc.constant({}),
  'processRecording/rearrange': fc.record({
    uri,
    position,
    how: fc.constantFrom('up', 'down', 'split', 'join', 'number', 'unnumber', 'table', 'dialogue'),
    columns: fc.constantFrom(undefined, [], ['Dialogue', 'Analysis'], ['constructor', '']),
  }),
  'processRecording/next': fc.record({ headers: fc.array(words), written: fc.constant('2026-10-03') }),
  'processRecording/annotate': fc.record({
    uri,
    action: fc.oneof(
      fc.record({
        do: fc.constant('comment'),
        from: fc.nat({ max: 60 }),
        to: fc.nat({ max: 60 }),
        kind: fc.constantFrom('supervisor', 'praise', 'question'),
        text: words,
        ...signed,
      }),
      fc.record({
        do: fc.constant('reply'),
        thread,
        kind: fc.constantFrom('reply', 'praise', 'supervisor'),
        text: words,
        ...signed,
      }),
      fc.record({ do: fc.constant('rewrite'), thread, note: fc.nat({ max: 3 }), text: words }),
      fc.record({ do: fc.constant('remove'), thread, note: fc.nat({ max: 3 }) }),
      fc.record({ do: fc.constant('resolve'), thread, ...signed }),
      fc.record({ do: fc.constantFrom('reopen', 'keep', 'forget'), thread }),
      fc.record({ do: fc.constant('move'), thread, line: fc.nat({ max: 60 }) }),
      fc.record({
        do: fc.constant('state'),
        to: fc.constantFrom('draft', 'submitted', 'reviewed', 'discussed'),
        date: fc.constant('2026-10-06'),
      }),
      fc.record({
        do: fc.constant('sign'),
        author: words,
        role: fc.constant('supervisor'),
        date: fc.constant('2026-10-06'),
      }),
      fc.constant({ do: 'settle' }),
    ),
  }),
};
const NOTIFICATIONS = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'textDocument/willSave',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'processRecording/caret',
  '$/cancelRequest',
  '$/setTrace',
  '$/progress',
  '$/never',
];
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    { textDocument: null },
    { textDocument: { uri: 7 } },
    { uri: null },
    { textDocument: { uri: URIS[0], version: 'x' }, contentChanges: null },
    { textDocument: { uri: URIS[0], version: 9 }, contentChanges: [{ range: {}, text: 4 }] },
    { textDocument: { uri: URIS[0] }, position: { line: -1, character: 1e308 }, range: null },
    { settings: { processRecording: { patterns: 'loud', profile: [], pause: 'x', completion: 3 } } },
    { uri: URIS[1], line: -3 },
    { uri: URIS[1], action: null },
    { uri: URIS[1], position: null, how: 'sideways' },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

type Step =
  | { readonly do: 'open'; readonly uri: string; readonly text: string; readonly version: number }
  | {
      readonly do: 'edit';
      readonly uri: string;
      readonly version: number;
      readonly changes: readonly { readonly range?: typeof ANYWHERE; readonly text: string }[];
    }
  | { readonly do: 'close'; readonly uri: string }
  | {
      readonly do: 'ask';
      readonly method: string;
      readonly params: unknown;
      readonly patience: 'wait' | 'leave' | 'cancel' | 'repeat';
    }
  | { readonly do: 'caret'; readonly uri: string; readonly line: number }
  | { readonly do: 'babble'; readonly method: string; readonly params: unknown; readonly asks: boolean };
const ANYWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const known = fc.constantFrom(...URIS);
const version = fc.integer({ min: -2, max: 12 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      uri: known,
      text: fc.oneof(
        fc.constant(ROOM),
        fc.array(line, { maxLength: 20 }).map((all) => all.join('\n')),
      ),
      version,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      uri: known,
      version,
      changes: fc.array(
        fc.oneof(
          { weight: 8, arbitrary: fc.record({ range, text: words }) },
          { weight: 1, arbitrary: fc.record({ text: fc.constant(ROOM) }) },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), uri: known }) },
  {
    weight: 12,
    arbitrary: fc.constantFrom(...Object.keys(REQUESTS)).chain((method) =>
      fc.record({
        do: fc.constant('ask' as const),
        method: fc.constant(method),
        params: REQUESTS[method]!,
        patience: fc.constantFrom('wait' as const, 'leave' as const, 'cancel' as const, 'repeat' as const),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('caret' as const), uri: known, line: fc.nat({ max: 60 }) }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...Object.keys(REQUESTS), ...NOTIFICATIONS, 'textDocument/never'),
        nonsense,
        fc.boolean(),
      )
      .map(([method, params, asks]) => ({ do: 'babble' as const, method, params, asks })),
  },
);

/** A document made anew after each change, so that no line offset of an older text is left in it. */
function changed(open: TextDocument, change: { readonly text: string }): TextDocument {
  const { uri, languageId, version: before } = open;
  const text = TextDocument.update(open, [change], before).getText();
  return TextDocument.create(uri, languageId, before, text);
}

let session: Session;
/** What was done, told at the end of a long run. */
const count = { requests: 0, compared: 0, findings: 0 };
beforeAll(async () => {
  session = await startSession(
    { ...PULLING, textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } } },
    { commands: true, settings: { calmWhileTyping: false, profile: 'all' } },
  );
});
afterAll(() => session.stop());

/** Plays the steps; gives the texts as they must then stand, and the requests of the right form that were refused. */
async function play(
  steps: readonly Step[],
): Promise<{ texts: Map<string, TextDocument>; refused: string[] }> {
  const { connection } = session;
  const texts = new Map<string, TextDocument>();
  const refused: string[] = [];
  const answers: Promise<unknown>[] = [];
  const ask = (method: string, params: unknown, cancels = false): Promise<unknown> => {
    const source = new CancellationTokenSource();
    const answer = connection.sendRequest(method, params, source.token).catch((error: unknown) => {
      const { code } = error as ResponseError;
      // Names that nobody bears, and places where nothing can be renamed, are refused in words; nothing else is.
      const inWords = error instanceof ResponseError && code !== ErrorCodes.InternalError;
      if (!inWords) refused.push(`${method} ${JSON.stringify(params)}: ${String(error)}`);
    });
    if (cancels) source.cancel();
    answers.push(answer);
    count.requests++;
    return answer;
  };
  const tell = (method: string, params: unknown): void => {
    void connection.sendNotification(method, params as object);
  };
  for (const one of steps) {
    switch (one.do) {
      case 'open':
        texts.set(one.uri, TextDocument.create(one.uri, 'process-recording', one.version, one.text));
        tell('textDocument/didOpen', {
          textDocument: {
            uri: one.uri,
            languageId: 'process-recording',
            version: one.version,
            text: one.text,
          },
        });
        break;
      case 'edit': {
        const open = texts.get(one.uri);
        if (open) texts.set(one.uri, one.changes.reduce(changed, open));
        tell('textDocument/didChange', {
          textDocument: { uri: one.uri, version: one.version },
          contentChanges: one.changes,
        });
        break;
      }
      case 'close':
        texts.delete(one.uri);
        tell('textDocument/didClose', { textDocument: { uri: one.uri } });
        break;
      case 'caret':
        tell('processRecording/caret', { uri: one.uri, line: one.line });
        break;
      case 'babble':
        // What would change a text or a setting for good is asked as a question: the texts stay those that we know.
        if (one.asks || /did(?:Open|Change|Close)/.test(one.method))
          answers.push(connection.sendRequest(one.method, one.params as object).catch(() => {}));
        else tell(one.method, one.params);
        break;
      case 'ask': {
        const answer = ask(one.method, one.params, one.patience === 'cancel');
        if (one.patience === 'repeat') void ask(one.method, one.params);
        if (one.patience === 'wait') await answer;
        break;
      }
    }
  }
  await Promise.all(answers);
  return { texts, refused };
}

/** Diagnostics without the address they are about. */
const bare = (all: readonly Diagnostic[]): unknown =>
  all.map(({ relatedInformation, ...one }) => ({
    ...one,
    related: relatedInformation?.map(({ location, message }) => [location.range, message]),
  }));

describe('whatever is sent', () => {
  test('every request of the right form is answered, and what is then said follows from the text alone', async () => {
    let fresh = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
        const { texts, refused } = await play(steps);
        expect(refused).toEqual([]);
        for (const [address, text] of texts) {
          const beside = `memory:/fresh-${++fresh}.recording.md`;
          session.open(beside, text.getText());
          const expected = await session.findings(beside);
          expect(bare(await session.findings(address))).toEqual(bare(expected));
          count.compared++;
          count.findings += expected.length;
          void session.connection.sendNotification('textDocument/didClose', {
            textDocument: { uri: beside },
          });
        }
        for (const address of URIS)
          void session.connection.sendNotification('textDocument/didClose', {
            textDocument: { uri: address },
          });
        expect(session.process.exitCode).toBeNull();
      }),
      { numRuns: RUNS },
    );
    expect(count.findings).toBeGreaterThan(0);
    if (process.env.PROPERTY_RUNS) console.log(`${RUNS} storms: ${JSON.stringify(count)}`);
  }, 900_000);

  test('nothing of what was written is in the log', () => {
    expect(session.log.filter((message) => /Who else has been there|You should rest/.test(message))).toEqual(
      [],
    );
  });
});

describe('notifications that no editor would send', () => {
  test('leave the server alive and the next recording read', async () => {
    const { connection } = session;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NOTIFICATIONS), nonsense, async (method, params) => {
        void connection.sendNotification(method, params as object);
        expect(await connection.sendRequest('workspace/symbol', { query: '' })).toBeDefined();
      }),
      { numRuns: RUNS * 3 },
    );
    for (const address of URIS)
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri: address } });
    void connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { processRecording: { calmWhileTyping: false } },
    });
    session.open('memory:/after.recording.md', ROOM);
    expect((await session.findings('memory:/after.recording.md')).map(({ code }) => code)).toContain(
      'worker-advice',
    );
  }, 900_000);
});

test('bytes that are no message are passed over', async () => {
  const { process: child } = session;
  const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  for (const body of ['{', '42', '[]', 'null', '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","id":{},"method":7}'])
    child.stdin!.write(frame(body));
  expect((await session.findings('memory:/after.recording.md')).length).toBeGreaterThan(0);
});

test('every request that the server registers is among those that are fuzzed', () => {
  const folder = 'server/src/language';
  const registered = readdirSync(folder)
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n')
    .match(
      /\b(?:connection|diagnostics|inlayHint|semanticTokens)\s*\.\s*on(?!Did|Initialize|Notification)\w*\s*[<(]/g,
    )!;
  expect(registered.length, 'add the new request to REQUESTS above').toBe(Object.keys(REQUESTS).length);
});
