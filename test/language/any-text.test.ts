/** Whatever a file holds, every request is answered: nothing is thrown across the protocol. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { document as anyText } from '../recording/texts.ts';
import { PULLING, positionAt, type Session, startSession } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession({
    ...PULLING,
    textDocument: {
      ...PULLING.textDocument,
      semanticTokens: { requests: {}, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
    },
  });
});
afterAll(() => session.stop());

const AT_A_PLACE = ['hover', 'definition', 'documentHighlight', 'completion'];
const OF_THE_WHOLE = ['documentSymbol', 'foldingRange', 'codeLens', 'semanticTokens/full'];

test('every request is answered, at any place of any text', async () => {
  let serial = 0;
  await fc.assert(
    fc.asyncProperty(anyText, fc.double({ min: 0, max: 1, noNaN: true }), async (text, share) => {
      const uri = `file:///any-${++serial}.recording.md`;
      session.open(uri, text);
      const position = positionAt(text, Math.floor(share * text.length));
      const range = { start: { line: 0, character: 0 }, end: positionAt(text, text.length) };
      const ask = (what: string, more: object = {}): Promise<unknown> =>
        session.connection.sendRequest(`textDocument/${what}`, { textDocument: { uri }, ...more });
      await Promise.all([
        ...AT_A_PLACE.map((what) => ask(what, { position })),
        ...OF_THE_WHOLE.map((what) => ask(what)),
        ask('selectionRange', { positions: [position] }),
        ask('references', { position, context: { includeDeclaration: true } }),
        ask('inlayHint', { range }),
        ask('semanticTokens/range', { range }),
        ask('formatting', { options: { tabSize: 2, insertSpaces: true } }),
        ask('rename', { position, newName: 'Zola' }).catch((error: Error) =>
          expect(error.message).toMatch(/name|Zola/),
        ),
      ]);
      session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 150) },
  );
});
