/** What is shown in and beside the text: colours, hints, a line above each segment. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeLens,
  InlayHint,
  MarkupContent,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver-protocol/node';
import manifest from '../../package.json' with { type: 'json' };
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/language/legend.ts';
import { placeIn, ROOM, textIn } from './room.ts';
import { offsetAt, PULLING, positionAt, type Session, startSession } from './session.ts';

const URI = 'file:///room.recording.md';
const SHOWING: ClientCapabilities = {
  ...PULLING,
  textDocument: {
    ...PULLING.textDocument,
    semanticTokens: { requests: {}, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
  },
};
let session: Session;
beforeAll(async () => {
  session = await startSession(SHOWING);
  session.open(URI, ROOM);
});
afterAll(() => session.stop());

const asked = <T>(method: string, more: object = {}, uri = URI, on: Session = session): Promise<T> =>
  on.connection.sendRequest(method, { textDocument: { uri }, ...more });
const whole = (text: string): object => ({
  range: { start: { line: 0, character: 0 }, end: positionAt(text, text.length) },
});

function drawn(data: readonly number[], text: string): string[] {
  const tokens: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    if (data[at]! > 0) character = 0;
    line += data[at]!;
    character += data[at + 1]!;
    const start = offsetAt(text, { line, character });
    const modifiers = TOKEN_MODIFIERS.filter((_, bit) => data[at + 4]! & (1 << bit));
    tokens.push(
      `${text.slice(start, start + data[at + 2]!)}: ${[TOKEN_TYPES[data[at + 3]!], ...modifiers].join('.')}`,
    );
  }
  return tokens;
}

describe('colours', () => {
  test('tell worker, members by their place, addressees, acts, silences and notes', async () => {
    const { data } = await asked<SemanticTokens>('textDocument/semanticTokens/full');
    expect(drawn(data, ROOM)).toEqual([
      'Worker: worker',
      'Ana: member1',
      '(looks at Ben): nonverbal',
      '**Feeling:** : studentNote',
      '**Skill:** : studentNote',
      '(Silence, 15 seconds.): silence',
      'Ben: member2',
      'Ana: member1.addressee',
      'Worker: worker',
      'Annie: member1',
      'Carla: member3',
    ]);
  });

  test('after an edit only what changed is sent', async () => {
    const uri = 'file:///delta.recording.md';
    session.open(uri, ROOM);
    const first = await asked<SemanticTokens>('textDocument/semanticTokens/full', {}, uri);
    const at = ROOM.indexOf('**Carla:**');
    const text = session.edit(uri, ROOM, at, at, '**Zoe:** Hm.\n\n');
    const delta = await asked<SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      { previousResultId: first.resultId },
      uri,
    );
    const data = [...first.data];
    for (const { start, deleteCount, data: put = [] } of [...delta.edits].reverse())
      data.splice(start, deleteCount, ...put);
    expect(drawn(data, text).slice(-2)).toEqual(['Zoe: member5.undeclared', 'Carla: member3']);
    expect(delta.edits.flatMap((edit) => edit.data ?? []).length).toBeLessThan(15);
  });

  test('of a range only its turns', async () => {
    const start = placeIn(ROOM, '**Ben →');
    const { data } = await asked<SemanticTokens>('textDocument/semanticTokens/range', {
      range: { start, end: { ...start, character: 5 } },
    });
    expect(drawn(data, ROOM)).toEqual(['Ben: member2', 'Ana: member1.addressee']);
  });

  test('in tables, with stacked lines and CRLF, hold to their words', async () => {
    const uri = 'file:///table.recording.md';
    const text =
      '| Speaker | Dialogue | Feelings |\r\n|---|---|---|\r\n| Ben → Ana | Same. (nods) | **Skill:** x |\r\n\r\nAna: Hi.\r\nGroup: Hi!\r\nSomeone: [pause] No.\r\n';
    session.open(uri, text);
    const { data } = await asked<SemanticTokens>('textDocument/semanticTokens/full', {}, uri);
    expect(drawn(data, text)).toEqual([
      'Ben: member1.undeclared',
      'Ana: member2.addressee',
      '(nods): nonverbal',
      '**Skill:** : studentNote',
      'Ana: member2.undeclared',
      'Group: pluralVoice',
      'Someone: unnamedVoice',
      '[pause]: silence',
    ]);
  });

  test('every type and modifier is named and coloured in the manifest', () => {
    const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
    expect(semanticTokenTypes.map(({ id }) => id)).toEqual([...TOKEN_TYPES]);
    expect(semanticTokenModifiers.map(({ id }) => id)).toEqual([...TOKEN_MODIFIERS]);
    expect(Object.keys(semanticTokenScopes[0]!.scopes)).toEqual([...TOKEN_TYPES]);
  });
});

describe('hints', () => {
  const text = [
    '---',
    'members: [Ana, Ben, Carla]',
    '---',
    '',
    'Ana: I lay awake all night before the hearing.',
    '',
    'Ben: I did too.',
    '',
    'Worker: Ana, Ben, you both lay awake before the hearing. What was that like, each of you?',
    '',
    'Ben: Ana, for me it was the waiting.',
    '',
    'Ana: Same for me, Ben. The waiting.',
    '',
  ].join('\n');
  const uri = 'file:///hints.recording.md';
  const hints = (on: Session): Promise<InlayHint[]> =>
    asked<InlayHint[]>('textDocument/inlayHint', whole(text), uri, on);

  test('show strengths, and tell what they are when asked', async () => {
    session.open(uri, text);
    const shown = await hints(session);
    expect(shown.map(({ label, position }) => [label, position.line])).toEqual([['link', 8]]);
    const resolved = await session.connection.sendRequest<InlayHint>('inlayHint/resolve', shown[0]!);
    expect((resolved.tooltip as MarkupContent).value).toMatch(/^\*\*Link\*\*/);
  });

  test('number turns and show whom they seem to address, when they are wanted', async () => {
    const all = await startSession(SHOWING, {
      settings: { inlayHints: { turnNumbers: true, addressees: true, strengths: false } },
    });
    all.open(uri, text);
    const shown = await hints(all);
    expect(shown.filter(({ position }) => position.character === 0).map(({ label }) => label)).toEqual([
      ...['1', '2', '3', '4', '5'],
    ]);
    expect(shown.filter(({ label }) => label === ' → Ana')).toEqual([
      expect.objectContaining({ position: { line: 10, character: 3 }, tooltip: 'They are called by name.' }),
    ]);
    await all.stop();
  });
});

describe('the line above a segment', () => {
  test('tells turns, share, what there is to look at, and notes', async () => {
    const lenses = await asked<CodeLens[]>('textDocument/codeLens');
    expect(lenses.map(({ range, command }) => [textIn(ROOM, range), command!.title])).toEqual([
      ['### Check-in', '3 turns · worker 33 % · 2 notes'],
      ['### The holiday', expect.stringMatching(/^3 turns · worker 33 % · \d to look at$/)],
    ]);
  });

  test('can be off', async () => {
    const off = await startSession(SHOWING, { settings: { codeLens: { segments: false } } });
    off.open(URI, ROOM);
    expect(await asked('textDocument/codeLens', {}, URI, off)).toEqual([]);
    await off.stop();
  });
});
