/** From a recording and its talk to the group: every turn in its place, with the gates that stand open there. */
import type { Happening, Header, Recording } from '../recording/model.ts';
import type { Talk } from '../talk/model.ts';
import { talkOf } from '../talk/read.ts';
import { gatesAt } from './gates.ts';
import type { Gate, Group, Move } from './model.ts';

const MOVES = new WeakMap<Talk, Move>();

/** Observes the whole recording. Moves are the same objects for as long as nothing about them changed. */
export function observe(recording: Recording): Group {
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
