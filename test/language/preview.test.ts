/** The preview over a real connection: the whole page once, and then only what is different. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordingOf } from '../../bench/recordings.ts';
import type { PreviewAnswer, PreviewRequest } from '../../server/src/language/preview-protocol.ts';
import type { GroupPicture } from '../../server/src/report/group-picture.ts';
import type { Row } from '../../server/src/report/page.ts';
import { type Session, startSession } from './session.ts';

let session: Session;
let serial = 0;

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.stop());

const COLUMNS = ['Dialogue', 'Feelings', 'Analysis', 'Supervisor'];

function opened(first: string) {
  const uri = `file:///preview-${++serial}.recording.md`;
  let text = first;
  session.open(uri, text);
  return {
    uri,
    put: (from: string, insert: string): void => {
      const at = text.indexOf(from);
      if (at < 0) throw new Error(from);
      text = session.edit(uri, text, at, at + from.length, insert);
    },
    ask: (more: Partial<PreviewRequest> = {}): Promise<PreviewAnswer> =>
      session.connection.sendRequest('processRecording/preview', {
        uri,
        columns: COLUMNS,
        group: true,
        ...more,
      }),
  };
}

/** What a client holds after an answer. */
function taken(before: readonly Row[], { whole, rows }: PreviewAnswer): readonly Row[] {
  const held = whole ? [] : [...before];
  if (rows) held.splice(rows.from, rows.removed, ...rows.rows);
  return held;
}

describe('a preview', () => {
  const example = readFileSync('examples/first-steps.recording.md', 'utf8');

  test('is whole at first, and says nothing when nothing changed', async () => {
    const { ask } = opened(example);
    const first = await ask();
    expect(first).toMatchObject({ whole: true, version: 1 });
    expect(first.lines).toHaveLength(first.rows!.rows.length);
    expect(first.group!.people!.map(({ name }) => name)).toContain('Femi');
    const again = await ask({ have: first.number });
    expect(again).toEqual({ number: again.number, version: 1, whole: false });
  });

  test('sends the one row in which somebody types', async () => {
    const { ask, put } = opened(example);
    const first = await ask();
    put('Nobody got bitten.', 'Nobody got bitten, much.');
    const second = await ask({ have: first.number });
    expect(second.whole).toBe(false);
    expect(second.rows).toMatchObject({
      removed: 1,
      rows: [{ kind: 'turn', said: [{ text: 'We did the dentist. Nobody got bitten, much.' }] }],
    });
    expect(second).not.toHaveProperty('lines');
    expect(Object.keys(second.group!).sort()).toEqual(['people', 'words']);
  });

  test('held by its changes is what a fresh one would be', async () => {
    const { ask, put } = opened(example);
    let last = await ask();
    let rows = taken([], last);
    for (const [from, to] of [
      ['**Ana:** Tired.', '**Zoë:** Hello.\n\n**Ana:** Tired.'],
      ['(Silence, 4 seconds. Ana is looking at Femi.)\n', ''],
      ['**Femi:** A hairdresser.', '> **Supervisor (M. O.):** Well?\n\n**Femi:** A hairdresser.'],
      ['### The evening', '### The long evening'],
    ] as const) {
      put(from, to);
      last = await ask({ have: last.number });
      rows = taken(rows, last);
    }
    const fresh = await ask();
    expect(fresh.whole).toBe(true);
    expect(rows).toEqual(taken([], fresh));
  });

  test('is whole for a client that holds something else', async () => {
    const { ask } = opened(example);
    const first = await ask();
    await ask({ have: first.number });
    expect(await ask({ have: first.number })).toMatchObject({ whole: true });
    expect(await ask({ have: 4711 })).toMatchObject({ whole: true });
  });

  test('has the group only when somebody looks at it', async () => {
    const { ask } = opened(example);
    const first = await ask({ group: false });
    expect(first).not.toHaveProperty('group');
    const second = await ask({ have: first.number, group: true });
    expect(Object.keys(second.group!).length).toBeGreaterThanOrEqual(10);
    expect(second).not.toHaveProperty('rows');
  });

  test('says nothing of a recording that is not open', async () => {
    expect(
      await session.connection.sendRequest('processRecording/preview', {
        uri: 'file:///closed.recording.md',
        columns: COLUMNS,
        group: true,
      }),
    ).toBeNull();
  });

  test('holds back with the list of problems what is said about a turn that is being written', async () => {
    const { ask, put } = opened(
      '**Ana:** I am so frightened of the nights.\n\n**Worker:** Mm.\n\n**Ben:** Mm.\n',
    );
    const first = await ask();
    put('Mm.', 'You should ask her.');
    const { rows } = await ask({ have: first.number });
    expect(rows!.rows).toMatchObject([{ kind: 'turn', marks: [] }]);
  });
});

test('of 2,000 turns a key costs one row and a few numbers', async () => {
  const { ask, put } = opened(recordingOf(2000, 7));
  const first = await ask();
  expect(JSON.stringify(first).length).toBeGreaterThan(300_000);
  put(':** ', ':** Well, ');
  const second = await ask({ have: first.number });
  const { group, ...page } = second;
  expect(JSON.stringify(page).length).toBeLessThan(5_000);
  expect(JSON.stringify(group satisfies Partial<GroupPicture> | undefined).length).toBeLessThan(100_000);
});
