/** The bundled server as an editor meets it: how soon it answers, how soon a key press shows, what it holds. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PULLING, startSession } from '../test/language/session.ts';
import { timed } from './numbers.ts';
import { recordingOf } from './recordings.ts';

const ALL = { settings: { profile: 'all' } };

/** Milliseconds from starting the process to the answer to `initialize`. */
export async function startTimes(times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    const session = await startSession(PULLING, ALL);
    taken.push(performance.now() - start);
    await session.stop();
  }
  return taken;
}

/** A bare Node process, start to end: what no server on Node can be quicker than. */
export function bareNodeTimes(times: number): number[] {
  return Array.from({ length: times }, () => timed(() => execFileSync(process.execPath, ['-e', '0'])));
}

export interface Typing {
  readonly turns: number;
  /** Milliseconds from sending a key press to having fresh diagnostics, over the connection. */
  readonly keys: readonly number[];
  /** Milliseconds of the server's processor time a key; undefined where the system does not tell. */
  readonly processor: number | undefined;
  readonly opened: number;
}

/** Types words of ten letters at places all over the recording; each key is followed by a pull, as VS Code does. */
export async function typing(turns: number, places: number): Promise<Typing> {
  const session = await startSession(PULLING, ALL);
  const uri = 'file:///measured.recording.md';
  const text = recordingOf(turns);
  const lines = text.split('\n');
  const spoken = lines.flatMap((line, index) => (line.startsWith('**') && line.length > 30 ? [index] : []));
  const start = performance.now();
  session.open(uri, text);
  let resultId = idOf(await session.pull(uri));
  const opened = performance.now() - start;
  const keys: number[] = [];
  const spent = processorOf(session.process.pid);
  let version = 1;
  for (let place = 0; place < places; place++) {
    // Steps of a golden section visit early, late and middle turns alike.
    const line = spoken[Math.floor(((place * 0.618034) % 1) * spoken.length)]!;
    const column = lines[line]!.lastIndexOf(' ');
    for (const [index, letter] of Array.from(' remembers').entries()) {
      const at = { line, character: column + index };
      const pressed = performance.now();
      void session.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: at, end: at }, text: letter }],
      });
      resultId = idOf(await session.pull(uri, resultId)) ?? resultId;
      keys.push(performance.now() - pressed);
    }
  }
  const spentAfter = processorOf(session.process.pid);
  await session.stop();
  const processor =
    spent === undefined || spentAfter === undefined ? undefined : (spentAfter - spent) / keys.length;
  // The first word warms the server up, as the first word in an editor would.
  return { turns, keys: keys.slice(10), processor, opened };
}

/** Milliseconds of processor time that a process has had: Linux tells, in hundredths of a second. */
function processorOf(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

const idOf = (report: object): string | undefined => (report as { resultId?: string }).resultId;

/** Megabytes resident with `count` recordings of `turns` turns open and read, and with none. */
export async function memory(count: number, turns: number): Promise<{ open: number; empty: number }> {
  const session = await startSession(PULLING, ALL);
  const resident = (): number =>
    Number(execFileSync('ps', ['-o', 'rss=', '-p', `${session.process.pid}`], { encoding: 'utf8' })) / 1024;
  const empty = resident();
  for (let i = 0; i < count; i++) {
    const uri = `file:///open-${i}.recording.md`;
    session.open(uri, recordingOf(turns, i + 1));
    await session.pull(uri);
  }
  const open = resident();
  await session.stop();
  return { open, empty };
}
