/** Outline, folding and growing selections, over a real connection. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentSymbol, FoldingRange, SelectionRange } from 'vscode-languageserver-protocol/node';
import { placeIn, ROOM, textIn } from './room.ts';
import { type Session, startSession } from './session.ts';

const URI = 'file:///room.recording.md';
let session: Session;
beforeAll(async () => {
  session = await startSession();
  session.open(URI, ROOM);
});
afterAll(() => session.stop());

const asked = <T>(method: string, more: object = {}): Promise<T> =>
  session.connection.sendRequest(method, { textDocument: { uri: URI }, ...more });

/** A tree of symbols as lines, set in by depth. */
const drawn = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
  symbols.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail ? ` [${detail}]` : ''}`,
    ...drawn(children ?? [], depth + 1),
  ]);

describe('the outline', () => {
  test('holds sections, segments with counts and share, turns, events and margins', async () => {
    expect(drawn(await asked<DocumentSymbol[]>('textDocument/documentSymbol'))).toEqual([
      'Tuning in',
      'Dialogue [6 turns, worker 33 %]',
      '  Check-in [3 turns, worker 33 %]',
      '    Worker: Good evening. A word each? [1]',
      '    Ana: Tired. It was a long week, Ben. [2]',
      '      Feeling [I was glad that Ana spoke.]',
      '      Skill [scanning]',
      '    Silence, 15 seconds.',
      '    Ben → Ana: Same here. [3]',
      '  The holiday [3 turns, worker 33 %]',
      '    Worker: You should all just go away for a weekend and rest. [4]',
      '    Ana: Maybe. [5]',
      '    Carla: Ben, how did you do it? [6]',
      'Plan',
    ]);
  });

  test('every symbol holds its selection and its children', async () => {
    const within = (inner: DocumentSymbol['range'], outer: DocumentSymbol['range']): boolean =>
      ROOM.includes(textIn(ROOM, inner)) && textIn(ROOM, outer).includes(textIn(ROOM, inner));
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      expect(within(selectionRange, range)).toBe(true);
      for (const child of children) {
        expect(within(child.range, range)).toBe(true);
        check(child);
      }
    };
    for (const symbol of await asked<DocumentSymbol[]>('textDocument/documentSymbol')) check(symbol);
  });

  test('a segment stands there before anybody speaks in it', async () => {
    const uri = 'file:///empty.recording.md';
    session.open(uri, '# Dialogue\n\n### Check-in\n\nAna: Hello.\n\n### Check-out\n\n# Plan\n');
    const symbols = await asked<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(drawn(symbols)).toEqual([
      'Dialogue [1 turn, worker 0 %]',
      '  Check-in [1 turn, worker 0 %]',
      '    Ana: Hello. [1]',
      '  Check-out',
      'Plan',
    ]);
  });

  test('a recording without headings is its turns; an unknown one is nothing', async () => {
    const uri = 'file:///bare.recording.md';
    session.open(uri, 'Ana: Hello.\nWorker: Hello.\n');
    const bare = await asked<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(drawn(bare)).toEqual(['Ana: Hello. [1]', 'Worker: Hello. [2]']);
    expect(await asked('textDocument/documentSymbol', { textDocument: { uri: 'file:///no.md' } })).toEqual(
      [],
    );
  });
});

describe('folding', () => {
  test('folds header, sections, segments, and a margin with the blank line above it', async () => {
    const folds = await asked<FoldingRange[]>('textDocument/foldingRange');
    const lines = ROOM.split('\n');
    expect(folds.map(({ startLine, endLine, kind }) => [lines[startLine], lines[endLine], kind])).toEqual([
      ['---', '---', 'imports'],
      ['# Tuning in', 'Ben may be tired. Ana was quiet last week.', 'region'],
      ['## Dialogue', '**Carla:** Ben, how did you do it?', 'region'],
      ['### Check-in', '**Ben → Ana:** Same here.', 'region'],
      ['### The holiday', '**Carla:** Ben, how did you do it?', 'region'],
      ['## Plan', 'Ask Carla first.', 'region'],
      ['**Ana:** Tired. (looks at Ben) It was a long week, Ben.', '> **Skill:** scanning', 'comment'],
    ]);
  });
});

describe('a growing selection', () => {
  const steps = async (words: string, after = '', into = 0): Promise<string[]> => {
    const [first] = await asked<SelectionRange[]>('textDocument/selectionRange', {
      positions: [placeIn(ROOM, words, after, into)],
    });
    const texts: string[] = [];
    for (let at: SelectionRange | undefined = first; at; at = at.parent) texts.push(textIn(ROOM, at.range));
    return texts.map((text) => (text.length > 50 ? `${text.slice(0, 24)}…${text.slice(-22)}` : text));
  };

  test('takes word, sentence, speech, turn, turn with margin, exchange, segment, section, document', async () => {
    expect(await steps('long week', '', 1)).toEqual([
      'long',
      'It was a long week, Ben.',
      'Tired. (looks at Ben) It was a long week, Ben.',
      '**Ana:** Tired. (looks a… was a long week, Ben.',
      expect.stringMatching(/^\*\*Ana:\*\*.*scanning$/s),
      expect.stringMatching(/^\*\*Worker:\*\*.*Same here\.$/s),
      expect.stringMatching(/^### Check-in.*Same here\.$/s),
      expect.stringMatching(/^## Dialogue.*how did you do it\?$/s),
      expect.stringMatching(/^---.*$/s),
    ]);
  });

  test('in a margin it takes the note before the turn', async () => {
    expect((await steps('glad')).slice(0, 4)).toEqual([
      'glad',
      expect.stringContaining('I was glad that Ana spoke.'),
      expect.stringMatching(/^\*\*Ana:\*\*.*scanning$/s),
      expect.stringMatching(/^\*\*Worker:\*\*.*Same here\.$/s),
    ]);
  });

  test('in the header and in prose it takes what is there', async () => {
    expect((await steps('short-term'))[0]).toBe('short-term');
    expect(await steps('Carla first')).toEqual([
      'Carla',
      'Ask Carla first.',
      '## Plan\n\nAsk Carla first.',
      expect.stringMatching(/^---.*$/s),
    ]);
  });
});
