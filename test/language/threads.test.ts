/** Threads over a real connection: they keep their names, and nothing anybody wrote vanishes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action, Annotated, ThreadShown, Threads } from '../../server/src/language/thread-protocol.ts';
import { lines } from '../recording/reading.ts';
import { offsetAt, type Session, startSession } from './session.ts';

let session: Session;
let serial = 0;

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.stop());

const TEXT = lines(
  '**Worker:** You should talk to your sister.',
  '',
  '> **Supervisor (M. O., 2026-10-05):** What did the others do?',
  '> **Reply (J. R., 2026-10-06):** Ben leaned in.',
  '',
  '**Ana:** I told her.',
  '',
  '> **Supervisor (K. L., 2026-10-05):** Who else knows that?',
  '',
  '**Ben:** Mine too.',
  '',
);

/** A recording that is open, and what is done with it. */
function opened(first: string) {
  const uri = `file:///threads-${++serial}.recording.md`;
  let text = first;
  session.open(uri, text);
  const annotate = (action: Action): Promise<Annotated> =>
    session.connection.sendRequest('processRecording/annotate', { uri, action });
  const put = (start: number, end: number, insert: string): void => {
    text = session.edit(uri, text, start, end, insert);
  };
  return {
    text: () => text,
    put,
    annotate,
    replace: (from: string, insert: string): void => {
      const start = text.indexOf(from);
      put(start, start + from.length, insert);
    },
    threads: async (): Promise<readonly ThreadShown[]> =>
      ((await session.connection.sendRequest('processRecording/threads', { uri })) as Threads).threads,
    /** Annotates, and takes the edits in as an editor would. */
    does: async (action: Action): Promise<void> => {
      const answer = await annotate(action);
      if ('refused' in answer) throw new Error(answer.refused);
      const edits = answer.edits.map(({ range, newText }, order) => ({
        start: offsetAt(text, range.start),
        end: offsetAt(text, range.end),
        newText,
        order,
      }));
      for (const { start, end, newText } of edits.sort((a, b) => b.start - a.start || b.order - a.order))
        put(start, end, newText);
    },
  };
}

const first = ({ notes }: ThreadShown): string => notes[0]!.text;

describe('threads of an open recording', () => {
  test('are given with what they are about and who wrote what', async () => {
    const [one, two] = await opened(TEXT).threads();
    expect(one).toMatchObject({
      on: 'turn',
      resolved: false,
      range: { start: { line: 0, character: 2 } },
      notes: [
        { kind: 'supervisor', author: 'M. O.', date: '2026-10-05', text: 'What did the others do?' },
        { kind: 'reply', author: 'J. R.', text: 'Ben leaned in.' },
      ],
    });
    expect(two!.range.start.line).toBe(5);
  });

  test('keep their names while text is typed above and within them', async () => {
    const recording = opened(TEXT);
    const before = (await recording.threads()).map(({ id }) => id);
    recording.put(0, 0, '**Ana:** Hello.\n\n');
    recording.replace('your sister', 'your sister tonight');
    recording.replace('What did the others do?', 'What did Ben do?');
    const after = await recording.threads();
    expect(after.map(({ id }) => id)).toEqual(before);
    expect(after[0]!.range.start.line).toBe(2);
    expect(after.some(({ orphan }) => orphan)).toBe(false);
  });

  test('the whole way of one: begun, answered, changed, praised, closed, opened, taken out', async () => {
    const recording = opened(TEXT);
    const who = { author: 'M. O.', date: '2026-10-07' };
    await recording.does({
      do: 'comment',
      from: 9,
      to: 9,
      kind: 'supervisor',
      ...who,
      text: 'You let it be.',
    });
    const id = async (): Promise<string> =>
      (await recording.threads()).find((thread) => thread.notes.some(({ text }) => /let it/.test(text)))!.id;
    const thread = await id();
    await recording.does({
      do: 'reply',
      thread,
      kind: 'reply',
      author: 'J. R.',
      text: 'I did > |\n\n```\nx\n```',
    });
    await recording.does({ do: 'rewrite', thread, note: 0, text: 'You let it stand.' });
    await recording.does({ do: 'resolve', thread, ...who });
    expect((await recording.threads()).find((one) => one.id === thread)).toMatchObject({ resolved: true });
    await recording.does({ do: 'reopen', thread });
    expect(await id()).toBe(thread);
    expect(await recording.annotate({ do: 'remove', thread, note: 0 })).toEqual({ refused: 'answered' });
    await recording.does({ do: 'remove', thread, note: 1 });
    await recording.does({ do: 'remove', thread, note: 0 });
    expect(recording.text()).toBe(TEXT);
  });

  test('refuse what cannot be done, with the reason', async () => {
    const recording = opened(TEXT);
    expect(await recording.annotate({ do: 'reply', thread: 'none', kind: 'reply', text: 'x' })).toEqual({
      refused: 'gone',
    });
    expect(
      await recording.annotate({ do: 'comment', from: 0, to: 0, kind: 'supervisor', text: ' \n ' }),
    ).toEqual({ refused: 'empty' });
    expect(
      await recording.annotate({
        do: 'comment',
        from: 0,
        to: 900,
        kind: 'supervisor',
        text: 'x'.repeat(30_000),
      }),
    ).toEqual({ refused: 'too-long' });
  });
});

describe('a thread whose turn is deleted', () => {
  test('hangs on its neighbour as an orphan, and is at home again when the turn comes back', async () => {
    const recording = opened(TEXT);
    await recording.threads();
    recording.replace('**Ana:** I told her.\n\n', '');
    const after = await recording.threads();
    expect(after.map((thread) => [first(thread), thread.orphan])).toEqual([
      ['What did the others do?', undefined],
      ['Who else knows that?', { was: 'Ana: I told her.', lost: false }],
    ]);
    expect(after[1]!.range.start.line).toBe(0);
    recording.replace('> **Supervisor (K. L.', '**Ana:** I told her.\n\n> **Supervisor (K. L.');
    expect((await recording.threads()).some(({ orphan }) => orphan)).toBe(false);
  });

  test('is kept when its own lines are cut out too; it is written at its neighbour when the file is saved', async () => {
    const recording = opened(TEXT);
    const [, before] = await recording.threads();
    const cut = '**Ana:** I told her.\n\n> **Supervisor (K. L., 2026-10-05):** Who else knows that?\n\n';
    recording.replace(cut, '');
    const lost = (await recording.threads()).find(({ id }) => id === before!.id)!;
    expect(lost).toMatchObject({
      orphan: { was: 'Ana: I told her.', lost: true },
      range: { start: { line: 0 } },
    });
    await recording.does({ do: 'settle' });
    expect(recording.text()).toContain(
      '> **Reply (J. R., 2026-10-06):** Ben leaned in.\n' +
        '> **Supervisor (K. L., 2026-10-05; was on “Ana: I told her.”):** Who else knows that?\n',
    );
    const marked = (await recording.threads()).find(({ id }) => id === before!.id)!;
    expect(marked.orphan).toEqual({ was: 'Ana: I told her.', lost: false });
    await recording.does({ do: 'keep', thread: marked.id });
    const kept = (await recording.threads()).find(({ id }) => id === before!.id)!;
    expect(kept.orphan).toBeUndefined();
  });

  test('is not kept twice when the lines are pasted elsewhere, nor when it is let go', async () => {
    const recording = opened(TEXT);
    await recording.threads();
    const cut = '**Ana:** I told her.\n\n> **Supervisor (K. L., 2026-10-05):** Who else knows that?\n\n';
    recording.replace(cut, '');
    const [lost] = (await recording.threads()).filter(({ orphan }) => orphan?.lost);
    recording.put(0, 0, cut);
    expect((await recording.threads()).map((thread) => [first(thread), thread.orphan])).toEqual([
      ['Who else knows that?', undefined],
      ['What did the others do?', undefined],
    ]);
    recording.replace(cut, '');
    expect((await recording.threads()).some(({ orphan }) => orphan?.lost)).toBe(true);
    await recording.does({ do: 'forget', thread: lost!.id });
    expect((await recording.threads()).some(({ orphan }) => orphan)).toBe(false);
  });

  test('one that was deleted while its turn stays is gone', async () => {
    const recording = opened(TEXT);
    await recording.threads();
    recording.replace('> **Supervisor (K. L., 2026-10-05):** Who else knows that?\n\n', '');
    expect((await recording.threads()).map(first)).toEqual(['What did the others do?']);
  });
});

test('five hundred threads are given quickly, and keep their names', async () => {
  const many = Array.from(
    { length: 500 },
    (_, i) => `**Ana:** Turn number ${i}.\n\n> **Supervisor (M. O., 2026-10-05):** Question ${i}?\n`,
  ).join('\n');
  const recording = opened(many);
  const before = await recording.threads();
  expect(before).toHaveLength(500);
  const started = performance.now();
  recording.put(0, 0, '**Ben:** First.\n\n');
  const after = await recording.threads();
  const took = performance.now() - started;
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(took).toBeLessThan(1000);
});
