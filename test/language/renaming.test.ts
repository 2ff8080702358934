/** Renaming a person, and everywhere they are named, over a real connection. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  DocumentHighlight,
  Location,
  Position,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { placeIn, ROOM, textIn } from './room.ts';
import { applied, PULLING, positionAt, type Session, startSession } from './session.ts';

let session: Session;
let serial = 0;
beforeAll(async () => {
  session = await startSession({
    ...PULLING,
    textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } },
    workspace: {
      ...PULLING.workspace,
      workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    },
  });
});
afterAll(() => session.stop());

const opened = (text: string): string => {
  const uri = `file:///renaming-${++serial}.recording.md`;
  session.open(uri, text);
  return uri;
};
const at = <T>(method: string, uri: string, position: Position, more: object = {}): Promise<T> =>
  session.connection.sendRequest(method, { textDocument: { uri }, position, ...more });
const rename = (text: string, position: Position, newName: string): Promise<WorkspaceEdit> =>
  at('textDocument/rename', opened(text), position, { newName });
const renamed = async (text: string, position: Position, newName: string): Promise<string> =>
  applied(text, await rename(text, position, newName));

describe('renaming', () => {
  test('changes labels, addressees, the header, speech, brackets, margins and prose', async () => {
    expect(await renamed(ROOM, placeIn(ROOM, 'Ben', '**'), 'Kofi')).toBe(ROOM.replaceAll('Ben', 'Kofi'));
    expect(await renamed(ROOM, placeIn(ROOM, 'Ana', '→ '), 'Mrs. K')).toBe(ROOM.replaceAll('Ana', 'Mrs. K'));
    expect(await renamed(ROOM, placeIn(ROOM, 'Dee'), 'Elif')).toBe(ROOM.replaceAll('Dee', 'Elif'));
  });

  test('an alias is renamed by itself, and with the name that it holds', async () => {
    expect(await renamed(ROOM, placeIn(ROOM, 'Annie', '**'), 'Nan')).toBe(ROOM.replaceAll('Annie', 'Nan'));
    const text =
      '---\nmembers: { Ana: { aliases: ["Auntie Ana"] }, Ben: {} }\n---\n\n**Auntie Ana:** Hi.\n\nBen: Ana?\n';
    expect(await renamed(text, placeIn(text, 'Ana'), 'Zola')).toBe(text.replaceAll('Ana', 'Zola'));
  });

  test('leaves what only looks like the name', async () => {
    const text = [
      '---',
      'members: [Ana, Grace, Will, May, Mark]',
      '---',
      '',
      'Ana: Banana, Anabel and Ana-Maria are none, nor is Santa Ana; but Ana’s coat is, and ANA! is.',
      'Grace: Tom Grace and Dr. Grace and Grace Hospital are none. Grace, you are. So is (looks at Grace).',
      'Will: Will you come? We will. I told Will. Will said no. Will, come.',
      'May: May I? In May, and May 3, it rained. Ask May. May looked up.',
      'Mark: Mark my words. I saw Mark.',
      '',
    ].join('\n');
    const after = async (name: string, to: string): Promise<string> =>
      (await renamed(text, placeIn(text, name, '['), to))
        .split('\n')
        .find((line) => line.startsWith(`${to}:`))!;
    expect(await after('Ana', 'Zola')).toBe(
      'Zola: Banana, Anabel and Ana-Maria are none, nor is Santa Ana; but Zola’s coat is, and ZOLA! is.',
    );
    expect(await after('Grace', 'Zola')).toBe(
      'Zola: Tom Grace and Dr. Grace and Grace Hospital are none. Zola, you are. So is (looks at Zola).',
    );
    expect(await after('Will', 'Zola')).toBe(
      'Zola: Will you come? We will. I told Zola. Zola said no. Zola, come.',
    );
    expect(await after('May', 'Zola')).toBe(
      'Zola: May I? In May, and May 3, it rained. Ask Zola. Zola looked up.',
    );
    expect(await after('Mark', 'Zola')).toBe('Zola: Mark my words. I saw Zola.');
  });

  test('initials as names touch no article and no pronoun', async () => {
    const text =
      '---\nmembers: [A, B]\n---\n\nA: A day like this. I told B so.\n\nB → A: Plan B. (looks at A)\n';
    expect(await renamed(text, placeIn(text, 'A', '['), 'Zola')).toBe(
      '---\nmembers: [Zola, B]\n---\n\nZola: A day like this. I told B so.\n\nB → Zola: Plan B. (looks at Zola)\n',
    );
    expect(await renamed(text, placeIn(text, 'B', '['), 'Zola')).toBe(
      '---\nmembers: [A, Zola]\n---\n\nA: A day like this. I told Zola so.\n\nZola → A: Plan B. (looks at A)\n',
    );
  });

  test('works in a table, and without a header', async () => {
    const table =
      '| Speaker | Dialogue | Feelings |\n|---|---|---|\n| Ben → Ana | Same, Ana. | Ben is kind |\n| Ana | Hm.<br>**Ben:** Yes. | |\n';
    expect(await renamed(table, placeIn(table, 'Ben'), 'Kofi')).toBe(table.replaceAll('Ben', 'Kofi'));
    expect(await renamed(table, placeIn(table, 'Ana', '→ '), 'Zola')).toBe(table.replaceAll('Ana', 'Zola'));
  });

  test('in the header, quotation marks stay or are added where they are needed', async () => {
    const text = '---\nmembers: ["Mrs. A", \'Ben\', Cy]\n---\n\nMrs. A: Oh.\n';
    expect(await renamed(text, placeIn(text, 'Mrs. A', '---\n\n'), 'Mrs. Z')).toContain(
      '["Mrs. Z", \'Ben\', Cy]',
    );
    expect(await renamed(text, placeIn(text, 'Ben'), 'O’Neil')).toContain("'O’Neil', Cy]");
    expect(await renamed(text, placeIn(text, 'Cy'), '#1')).toContain('"#1"]');
  });

  test('comes with annotations, so that an editor can show it first by kind', async () => {
    const edit = await rename(ROOM, placeIn(ROOM, 'Ben', '**'), 'Kofi');
    expect(Object.keys(edit.changeAnnotations!).sort()).toEqual([
      'addressee',
      'header',
      'label',
      'said',
      'written',
    ]);
    const change = edit.documentChanges![0] as { edits: { annotationId: string }[] };
    expect([...new Set(change.edits.map(({ annotationId }) => annotationId))].sort()).toEqual([
      'header',
      'label',
      'said',
      'written',
    ]);
  });

  test.each([
    ['Carla', /another person/],
    ['carla', /another person/],
    ['Annie', /another person/],
    ['Worker', /label of the worker/],
    ['SW', /label of the worker/],
    ['Everyone', /several people/],
    ['Feeling', /margin note/],
    ['Be: n', /cannot stand/],
    ['Ben, Bo', /cannot stand/],
    ['Ben (x)', /cannot stand/],
    ['**', /cannot stand/],
    ['', /needed/],
    ['x'.repeat(50), /too long/],
  ])('refuses %j and says why', async (name, why) => {
    await expect(rename(ROOM, placeIn(ROOM, 'Ben', '**'), name)).rejects.toThrow(why);
  });

  test('refuses a name that somebody outside the group has already', async () => {
    const text = 'Ana: My sister Zola rang.\n\nBen: Oh.\n';
    await expect(rename(text, placeIn(text, 'Ana'), 'Zola')).rejects.toThrow(/Zola.*line 1/);
    await expect(rename(text, placeIn(text, 'Ben'), 'zola')).rejects.toThrow(/cannot stand/);
  });

  test('is prepared on names only', async () => {
    const uri = opened(ROOM);
    const prepared = await at<{ range: Range; placeholder: string }>(
      'textDocument/prepareRename',
      uri,
      placeIn(ROOM, 'Ben', '**', 2),
    );
    expect(prepared.placeholder).toBe('Ben');
    expect(textIn(ROOM, prepared.range)).toBe('Ben');
    await expect(at('textDocument/prepareRename', uri, placeIn(ROOM, 'week'))).rejects.toThrow(
      /nobody’s name/,
    );
    await expect(at('textDocument/prepareRename', uri, placeIn(ROOM, 'Worker', '**'))).rejects.toThrow();
  });

  const NAMES = ['Ana', 'Ben', 'Carla', 'Mrs. D', 'Jean-Luc', 'Zoë', '李娜'];
  const piece = fc.oneof(
    ...NAMES.flatMap((name) => [
      fc.constant(`**${name}:** `),
      fc.constant(`${name}: `),
      fc.constant(`${name} → Ana, Ben: `),
      fc.constant(`${name}’s `),
      fc.constant(`${name}, `),
      fc.constant(`(looks at ${name}) `),
      fc.constant(`> **Feeling:** ${name} `),
      fc.constant(`and ${name.toUpperCase()} too. `),
    ]),
    fc.constantFrom(
      '\n',
      '\r\n',
      '\n\n',
      '\n\n',
      'and so on. ',
      'Bananas! ',
      '## Dialogue\n\n',
      '### Ana speaks\n\n',
    ),
  );

  test('there and back gives the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        fc.constantFrom(...NAMES),
        fc.constantFrom('Kofi', 'Mrs. Q', 'Anne-Marie', 'Łukasz', 'O’Hara', 'Xin Yi'),
        async (pieces, bom, name, to) => {
          const text = `${bom ? '\ufeff' : ''}---\nmembers: [${NAMES.join(', ')}]\nabsent: ["${name}"]\n---\n\n${pieces.join('')}`;
          const there = await renamed(text, placeIn(text, name), to);
          expect(there).not.toBe(text);
          const back = await renamed(there, positionAt(there, there.indexOf(to)), name);
          expect(back).toBe(text);
        },
      ),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 150) },
    );
  });
});

describe('where somebody is named', () => {
  test('references, with and without the header', async () => {
    const uri = opened(ROOM);
    const find = (includeDeclaration: boolean): Promise<Location[]> =>
      at('textDocument/references', uri, placeIn(ROOM, 'Ana', '**'), { context: { includeDeclaration } });
    expect((await find(true)).map(({ range }) => textIn(ROOM, range))).toEqual([
      ...['Ana', 'Annie', 'Ana', 'Ana', 'Ana', 'Ana', 'Annie'],
    ]);
    expect(await find(false)).toHaveLength(6);
  });

  test('the definition is the entry in the header, or the first turn', async () => {
    const { range } = await at<Location>(
      'textDocument/definition',
      opened(ROOM),
      placeIn(ROOM, 'Annie', '**'),
    );
    expect(range.start).toEqual(placeIn(ROOM, 'Ana'));
    const bare = 'Worker: Ana?\n\nAna: Yes.\n';
    const first = await at<Location>('textDocument/definition', opened(bare), placeIn(bare, 'Ana'));
    expect(first.range.start).toEqual({ line: 2, character: 0 });
  });

  test('highlights tell labels from mentions', async () => {
    const found = await at<DocumentHighlight[]>(
      'textDocument/documentHighlight',
      opened(ROOM),
      placeIn(ROOM, 'Carla', '**'),
    );
    expect(found.map(({ range, kind }) => [textIn(ROOM, range), kind])).toEqual([
      ['Carla', 2],
      ['Carla', 3],
      ['Carla', 2],
    ]);
  });
});
