/**
 * Threads keep their identity from one reading to the next: while text is typed above them, while they are changed, and
 * when the turn that they stood on is deleted. Then they go on at its neighbour, and what was cut out with the turn is
 * kept until it is put back or let go.
 */
import type { NewNote } from '../recording/edit.ts';
import type { Entry, Note, Recording } from '../recording/model.ts';
import { signatureOf } from '../recording/signature.ts';
import { type Thread, threadsOf } from '../recording/threads.ts';

/** A thread of the text, under a name that stays. */
export interface KeptThread {
  readonly id: string;
  readonly thread: Thread;
  /** What its turn or event said when it was last at home. */
  readonly home: string | undefined;
  /** Its turn is gone, and it hangs on a neighbour. */
  readonly orphaned: boolean;
}

/** A thread whose lines were cut out of the text together with its turn. */
export interface LostThread {
  readonly id: string;
  readonly notes: readonly NewNote[];
  readonly home: string;
  /** What the turn or event before it says. */
  readonly beside: string | undefined;
}

/** What is known of a recording's threads. */
export interface Remembered {
  readonly on: Recording;
  readonly kept: readonly KeptThread[];
  readonly lost: readonly LostThread[];
  /** What each turn and event said, in order. */
  readonly homes: readonly string[];
  readonly serial: number;
}

/** The words an entry is known by. */
export function homeOf(entry: Entry): string {
  return entry.kind === 'turn' ? `${entry.speaker.name}: ${entry.words}` : entry.text;
}

/** The turn or event that a thread stands under; undefined for one about a section or the whole. */
export function entryOf({ anchor }: Thread): Entry | undefined {
  if (anchor.on === 'turns') return anchor.turns[anchor.turns.length - 1];
  return 'entry' in anchor ? anchor.entry : undefined;
}

/** From this many turns and events on, a text that shares none with the one before is another text. */
const ENOUGH_TO_TELL = 3;

/** The threads as the text stands now, with the names they had. */
export function remembered(before: Remembered | undefined, recording: Recording): Remembered {
  if (before?.on === recording) return before;
  const threads = threadsOf(recording);
  const homes = recording.entries.map(homeOf);
  const names = new Names(before);
  const known = threads.map((thread) => names.knownBy(thread));
  threads.forEach((thread, index) => {
    known[index] ??= names.knownByText(thread);
  });
  threads.forEach((thread, index) => {
    known[index] ??= names.knownByPlace(thread);
  });
  threads.forEach((thread, index) => {
    known[index] ??= names.knownByHand(thread);
  });
  let serial = before?.serial ?? 0;
  const nowHomes = new Set(homes);
  const wasHomes = new Set(before?.homes);
  const kept = threads.map((thread, index): KeptThread => {
    const was = known[index];
    if (was === undefined || !('thread' in was)) return fresh(was?.id ?? `t${++serial}`, thread);
    return { id: was.id, thread, ...standing(was, thread, wasHomes, nowHomes) };
  });
  const another = homes.every((home) => !wasHomes.has(home)) && wasHomes.size >= ENOUGH_TO_TELL;
  return {
    on: recording,
    kept,
    lost: another || before === undefined ? [] : names.left(before, nowHomes),
    homes,
    serial,
  };
}

function fresh(id: string, thread: Thread): KeptThread {
  const entry = entryOf(thread);
  return { id, thread, home: entry && homeOf(entry), orphaned: thread.was !== undefined };
}

/** Whether a thread is at home. It is not when its turn is gone and the one above it was another's before. */
function standing(
  was: KeptThread,
  thread: Thread,
  wasHomes: ReadonlySet<string>,
  nowHomes: ReadonlySet<string>,
): Pick<KeptThread, 'home' | 'orphaned'> {
  const entry = entryOf(thread);
  const here = entry && homeOf(entry);
  if (thread.was !== undefined) return { home: was.home, orphaned: true };
  // The mark was taken away: it belongs where it stands.
  if (was.thread.was !== undefined || here === was.home) return { home: here, orphaned: false };
  const another = here === undefined || wasHomes.has(here);
  if (was.orphaned) return another ? { home: was.home, orphaned: true } : { home: here, orphaned: false };
  const left = was.home !== undefined && !nowHomes.has(was.home);
  return another && left ? { home: was.home, orphaned: true } : { home: here, orphaned: false };
}

function keyOf({ kind, detail, text }: Pick<Note, 'kind' | 'detail' | 'text'>): string {
  const { author, date, about } = signatureOf({ kind, ...(detail === undefined ? {} : { detail }) });
  return JSON.stringify([kind, author, date, about, text]);
}

/** Threads known before, each to be found again once. A class only because the passes share what is left. */
class Names {
  private readonly unmet: Set<KeptThread | LostThread>;
  private readonly byNote: ReadonlyMap<Note, KeptThread>;
  private readonly byText = new Map<string, (KeptThread | LostThread)[]>();
  private readonly byPlace = new Map<string, KeptThread[]>();
  private readonly byHand = new Map<string, KeptThread[]>();

  constructor(before: Remembered | undefined) {
    const kept = before?.kept ?? [];
    const lost = before?.lost ?? [];
    this.unmet = new Set([...kept, ...lost]);
    this.byNote = new Map(kept.map((one) => [one.thread.notes[0]!, one]));
    for (const one of kept) {
      listed(this.byText, keyOf(one.thread.notes[0]!), one);
      listed(this.byPlace, placeKey(one.thread), one);
      listed(this.byHand, handOf(one.thread), one);
    }
    for (const one of lost) listed(this.byText, keyOf(one.notes[0]!), one);
  }

  /** A note of lines that did not change is the same object. */
  knownBy(thread: Thread): KeptThread | LostThread | undefined {
    return this.taken(this.byNote.get(thread.notes[0]!));
  }

  knownByText(thread: Thread): KeptThread | LostThread | undefined {
    return this.taken(this.firstLeft(this.byText.get(keyOf(thread.notes[0]!))));
  }

  knownByPlace(thread: Thread): KeptThread | LostThread | undefined {
    return this.taken(this.firstLeft(this.byPlace.get(placeKey(thread))));
  }

  /** Turn and comment were changed at once: then the next one by the same person of the same day. */
  knownByHand(thread: Thread): KeptThread | LostThread | undefined {
    return this.taken(this.firstLeft(this.byHand.get(handOf(thread))));
  }

  /** Those that went with their turn; one that was deleted while its turn stayed is gone. */
  left(before: Remembered, nowHomes: ReadonlySet<string>): LostThread[] {
    return [...this.unmet].flatMap((one): LostThread[] => {
      const { home } = one;
      if (home === undefined || nowHomes.has(home)) return [];
      if (!('thread' in one)) return [one];
      const at = before.homes.indexOf(home);
      const beside = before.homes.slice(0, Math.max(0, at)).findLast((other) => nowHomes.has(other));
      const notes = one.thread.notes.map(
        ({ kind, detail, text }): NewNote => ({ kind, text, ...(detail === undefined ? {} : { detail }) }),
      );
      return [{ id: one.id, notes, home, beside }];
    });
  }

  private firstLeft<T extends KeptThread | LostThread>(those: readonly T[] | undefined): T | undefined {
    return those?.find((one) => this.unmet.has(one));
  }

  private taken<T extends KeptThread | LostThread>(one: T | undefined): T | undefined {
    return one !== undefined && this.unmet.delete(one) ? one : undefined;
  }
}

function placeKey(thread: Thread): string {
  const entry = entryOf(thread);
  return `${thread.notes[0]!.kind} ${entry ? homeOf(entry) : thread.anchor.on}`;
}

function handOf({ notes: [first] }: Thread): string {
  return keyOf({ ...first!, text: '' });
}

function listed<T>(map: Map<string, T[]>, key: string, one: T): void {
  const those = map.get(key);
  if (those) those.push(one);
  else map.set(key, [one]);
}
