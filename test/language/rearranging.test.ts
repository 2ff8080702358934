/** Rearranging over a real connection. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REARRANGE, type Rearrangement, type RearrangeParams } from '../../server/src/language/protocol.ts';
import { applied, offsetAt, positionAt, type Session, startSession } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.stop());

let serial = 0;
/** Opens a text with the caret at `¦` and asks; gives the text after, with what is selected in `⟨⟩`, or the reason. */
async function after(marked: string, how: RearrangeParams['how'], columns?: string[]): Promise<string> {
  const uri = `file:///rearranged-${++serial}.recording.md`;
  const at = Math.max(0, marked.indexOf('¦'));
  const text = marked.replace('¦', '');
  session.open(uri, text);
  const answer: Rearrangement = await session.connection.sendRequest(REARRANGE, {
    uri,
    position: positionAt(text, at),
    how,
    ...(columns ? { columns } : {}),
  });
  if (answer.kind === 'cannot') return answer.why;
  const done = applied(text, { changes: { [uri]: [...answer.edits] } });
  if (!answer.select) return done;
  const [start, end] = [offsetAt(done, answer.select.start), offsetAt(done, answer.select.end)];
  return `${done.slice(0, start)}⟨${done.slice(start, end)}⟩${done.slice(end)}`;
}

describe('rearranging', () => {
  test('moves, splits and joins at the caret', async () => {
    expect(await after('Ana: One.\n\nBen: T¦wo.\n', 'up')).toBe('Ben: T⟨⟩wo.\n\nAna: One.\n');
    expect(await after('Ana: One.\n\nBen: Two. ¦Three.\n', 'split')).toBe(
      'Ana: One.\n\nBen: Two.\n\n⟨Ana⟩: Three.\n',
    );
    expect(await after('Ana: On¦e.\n\nAna: Two.\n', 'join')).toBe('Ana: One. ⟨⟩Two.\n');
    expect(await after('Ana: On¦e.\n\nBen: Two.\n', 'join')).toMatch(/each spoke here/);
  });
  test('numbers, and changes the form', async () => {
    expect(await after('Ana: One.\nBen: Two.\n', 'number')).toBe('1. Ana: One.\n2. Ben: Two.\n');
    expect(await after('1. Ana: One.\n2. Ben: Two.\n', 'unnumber')).toBe('Ana: One.\nBen: Two.\n');
    const table = await after('Ana: One.\n\n> **Feeling:** Oh.\n', 'table', ['Feelings', 'Dialogue']);
    expect(table).toBe('| Feelings | Dialogue |\n| --- | --- |\n| Oh. | Ana: One. |\n');
    expect(await after(table, 'dialogue')).toBe('Ana: One.\n\n> **Feeling:** Oh.\n');
  });
  test('says so when the recording is not open', async () => {
    const answer: Rearrangement = await session.connection.sendRequest(REARRANGE, {
      uri: 'file:///nowhere.recording.md',
      position: { line: 0, character: 0 },
      how: 'up',
    });
    expect(answer.kind).toBe('cannot');
  });
});
