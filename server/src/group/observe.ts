/** From a recording and its talk to the group: every turn in its place, with the gates that stand open there. */
import type { Happening, Header, Recording, Turn } from '../recording/model.ts';
import type { Talk } from '../talk/model.ts';
import { peopleOf, samePeople } from '../talk/people.ts';
import { IN_THE_EAR, talkAt, talkOf } from '../talk/read.ts';
import { gatesAt, keepsGates } from './gates.ts';
import type { Gate, Group, Move } from './model.ts';

const MOVES = new WeakMap<Talk, Move>();

/**
 * Observes a recording. Moves are the same objects for as long as nothing about them changed.
 * @param before the group as it was before some words of it changed
 */
export function observe(recording: Recording, before?: Group): Group {
  return (before && observeWords(recording, before)) ?? observeAll(recording);
}

/** Turns that took the place of others of the same speakers, from `first` to `last`; nothing else changed. */
interface Reworded {
  readonly first: number;
  readonly last: number;
}

function reworded(was: Recording, now: Recording): Reworded | undefined {
  if (was.header !== now.header || was.segments !== now.segments) return undefined;
  if (was.turns.length !== now.turns.length || was.entries.length !== now.entries.length) return undefined;
  const [from, to] = [differing(was.entries, now.entries), differing(was.turns, now.turns)];
  for (let at = from.first; at <= from.last; at++)
    if (was.entries[at]!.kind !== 'turn' || now.entries[at]!.kind !== 'turn') return undefined;
  for (let at = to.first; at <= to.last; at++)
    if (!sameSpeaker(was.turns[at]!, now.turns[at]!)) return undefined;
  return to;
}

/** The first and the last place at which two lists of one length hold different things. */
function differing<T>(was: readonly T[], now: readonly T[]): Reworded {
  let first = 0;
  while (first < now.length && was[first] === now[first]) first++;
  let last = now.length - 1;
  while (last >= first && was[last] === now[last]) last--;
  return { first, last };
}

function sameSpeaker({ speaker: a }: Turn, { speaker: b }: Turn): boolean {
  return a.kind === b.kind && a.name === b.name;
}

/** Where only words changed, only those who said them and who had them in the ear are observed again. */
function observeWords(recording: Recording, before: Group): Group | undefined {
  const changed = reworded(before.recording, recording);
  if (changed === undefined) return undefined;
  const { first, last } = changed;
  const { turns } = recording;
  const people = samePeople(recording, peopleOf(before.recording));
  const moves = [...before.moves];
  const spoken = [];
  for (let at = first; at < turns.length; at++) {
    const { before: events, talk: was } = before.moves[at]!;
    const silence = events.some(({ nature }) => nature === 'silence');
    const talk: Talk = talkAt(turns, at, silence, people, spoken.at(-1)?.talk ?? moves[at - 1]?.talk);
    // Whom a turn addresses may depend on whom the one above does, and so on down.
    if (at > last + IN_THE_EAR && talk === was) break;
    spoken.push({ before: events, turn: turns[at]!, talk });
  }
  const presented = recording.segments.some(({ kind }) => kind === 'presentation');
  if (!spoken.every((one, index) => keepsGates(before.moves[first + index]!, one, presented)))
    return undefined;
  spoken.forEach((one, index) => {
    moves[first + index] = moveOf(one, first + index, before.moves[first + index]!.gates);
  });
  return { ...before, recording, moves };
}

function observeAll(recording: Recording): Group {
  const talk = talkOf(recording);
  const spoken: { before: Happening[]; turn: Recording['turns'][number]; talk: Talk }[] = [];
  let before: Happening[] = [];
  for (const entry of recording.entries) {
    if (entry.kind === 'happening') before.push(entry);
    else {
      spoken.push({ before, turn: entry, talk: talk[spoken.length]! });
      before = [];
    }
  }
  const gates = gatesAt(recording.header, spoken);
  const moves = spoken.map((one, index) => moveOf(one, index, gates[index]!));
  const spoke = new Set(moves.filter((move) => move.turn.speaker.kind === 'member').map((move) => move.name));
  const workers = new Set(moves.filter((move) => move.byWorker).map((move) => move.name));
  return { recording, moves, after: before, present: presentIn(recording.header, spoke), spoke, workers };
}

function moveOf(
  one: { before: readonly Happening[]; turn: Move['turn']; talk: Talk },
  index: number,
  gates: ReadonlySet<Gate>,
): Move {
  const known = MOVES.get(one.talk);
  const same =
    known &&
    known.index === index &&
    known.gates === gates &&
    known.before.length === one.before.length &&
    known.before.every((event, i) => event === one.before[i]);
  if (same) return known;
  const { turn, talk, before } = one;
  const move: Move = {
    index,
    turn,
    talk,
    byWorker: turn.speaker.kind === 'worker',
    name: turn.speaker.name,
    before,
    gates,
    answers: [],
    ...(turn.segment ? { segment: turn.segment } : {}),
  };
  MOVES.set(talk, move);
  return move;
}

function presentIn(header: Header, spoke: ReadonlySet<string>): string[] {
  if (header.members.length === 0) return [...spoke];
  const absent = new Set(header.absent);
  const present = header.members.map((member) => member.name).filter((name) => !absent.has(name));
  return [...new Set([...present, ...header.newcomers, ...spoke])];
}
