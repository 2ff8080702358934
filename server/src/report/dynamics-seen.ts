/**
 * Where each of the nine dynamics may be seen in a recording: room that the worker offered, members who took it up, and
 * places where a finding asks whether there was room. Places, never a count or a score: a record shows what was said and
 * cannot show what it meant to anybody (domain 7).
 */
import type { Group, Move } from '../group/model.ts';
import { byMember, invites, lastBefore, readsAs, saysOtherwise, takesUpMember } from '../group/sequence.ts';
import type { Analysis } from '../patterns/analyse.ts';
import type { Finding } from '../patterns/model.ts';
import { dynamics } from '../practice/dynamics.ts';
import type { Dynamic } from '../practice/terms.ts';
import { type ActName, does } from '../talk/model.ts';
import { SHAPES } from './shapes.ts';

export interface DynamicSeen {
  readonly id: Dynamic;
  readonly name: string;
  readonly meaning: string;
  readonly offered: readonly SeenPlace[];
  readonly taken: readonly SeenPlace[];
  /** What a finding says: there may have been room. */
  readonly room: readonly SeenPlace[];
}

/** Turns are counted from 1. */
export interface SeenPlace {
  readonly turn: number;
  readonly to: number;
  readonly says: string;
}

/** Strengths that are the members' own doing. */
const BY_MEMBERS: ReadonlySet<string> = new Set([
  'strength-member-to-member-demand',
  'strength-difference-held',
]);

/** How far back what an invitation is about, or what a member answers, may lie. */
const NEAR = 4;
const FAR = 8;

/** What a member brings, as an invitation right after it may widen it; the first that holds. */
const BROUGHT: readonly (readonly [Dynamic, string, readonly ActName[]])[] = [
  ['TA', 'says something that is hard to say', ['taboo']],
  ['MD', 'challenges somebody', ['challenge']],
  ['DP', 'sees it another way', ['disagreement']],
  ['SN', 'complains of something shared', ['grievance']],
  ['SB', 'tells what it is like', ['feeling', 'dread', 'self-disclosure', 'same-boat']],
  ['SD', 'tells what they know', ['information', 'success']],
];

/** The nine, in the order in which they are usually taught. */
export function dynamicsSeen(
  { group, strengths }: Analysis,
  findings: readonly Finding[],
): readonly DynamicSeen[] {
  const offered = collector();
  const taken = collector();
  const room = collector();
  for (const { strength, at, to, says } of strengths) {
    // A shape of talk over a stretch is no place; the timeline shows it.
    if (strength.id in SHAPES) continue;
    const into = BY_MEMBERS.has(strength.id) ? taken : offered;
    for (const id of strength.dynamics) into.put(id, { turn: at + 1, to: to + 1, says });
  }
  for (const move of group.moves) {
    if (move.byWorker) {
      const offer = offerOf(group, move);
      if (offer) offered.put(offer.dynamic, { turn: move.index + 1, to: move.index + 1, says: offer.says });
    } else if (byMember(move)) {
      for (const { dynamic, says } of takenUpBy(group, move))
        taken.put(dynamic, { turn: move.index + 1, to: move.index + 1, says });
    }
  }
  for (const { pattern, at, to } of findings) {
    if (at < 0 || pattern.family === 'CRAFT' || pattern.family === 'PRIV') continue;
    for (const id of pattern.dynamics) room.put(id, { turn: at + 1, to: to + 1, says: pattern.name });
  }
  return (Object.keys(dynamics) as Dynamic[]).map((id) => ({
    id,
    name: dynamics[id].name,
    meaning: dynamics[id].meaning,
    offered: offered.of(id),
    taken: taken.of(id),
    room: room.of(id),
  }));
}

interface Seen {
  readonly dynamic: Dynamic;
  readonly says: string;
}

/** What a worker's move offers room for, by what she does or by what a member brought right before it. */
function offerOf(group: Group, move: Move): Seen | undefined {
  if (does(move.talk, 'rehearsal')) return { dynamic: 'RE', says: 'suggests trying it out' };
  if (!invites(move)) return undefined;
  const before = lastBefore(group, move.index, 2, byMember);
  if (does(move.talk, 'linking')) return { dynamic: 'SB', says: 'joins what members said' };
  if (before === undefined) return undefined;
  const brought = BROUGHT.find(([, , acts]) => readsAs(before, ...acts) !== undefined);
  return brought && { dynamic: brought[0], says: `asks the group, after ${before.name} ${brought[1]}` };
}

/** What members do for one another in a turn. */
function takenUpBy(group: Group, move: Move): Seen[] {
  const { talk } = move;
  const other = lastBefore(group, move.index, NEAR, (one) => byMember(one) && one.name !== move.name);
  const reads = (act: ActName): boolean => readsAs(move, act) !== undefined;
  const seen: Seen[] = [];
  if (reads('same-boat') && other)
    seen.push({ dynamic: 'SB', says: `${move.name} finds it so too, after ${other.name}` });
  if (reads('taboo') && another(group, move, 'taboo'))
    seen.push({ dynamic: 'TA', says: `${move.name} goes on with what is hard to say` });
  if (reads('grievance') && another(group, move, 'grievance'))
    seen.push({ dynamic: 'SN', says: `${move.name} joins in the complaint` });
  if (move.segment?.kind === 'role-play') seen.push({ dynamic: 'RE', says: `${move.name} tries it out` });
  if (!takesUpMember(move)) return seen;
  const to = toWhom(move, other);
  if (reads('information')) seen.push({ dynamic: 'SD', says: `${move.name} tells ${to} what they know` });
  if (saysOtherwise(move) && !reads('challenge'))
    seen.push({ dynamic: 'DP', says: `${move.name} sees it otherwise than ${to}` });
  if (reads('support')) seen.push({ dynamic: 'MS', says: `${move.name} stands by ${to}` });
  if (reads('challenge')) seen.push({ dynamic: 'MD', says: `${move.name} asks something of ${to}` });
  if (does(talk, 'question-open', 'question-closed') && talk.addressee.kind === 'person')
    seen.push({ dynamic: 'IP', says: `${move.name} asks ${to}` });
  return seen;
}

function another(group: Group, move: Move, act: ActName): boolean {
  return (
    lastBefore(
      group,
      move.index,
      FAR,
      (one) => byMember(one) && one.name !== move.name && does(one.talk, act),
    ) !== undefined
  );
}

function toWhom({ talk }: Move, other: Move | undefined): string {
  const { addressee, mentions } = talk;
  const [name] = addressee.kind === 'person' ? addressee.names : mentions.map((mention) => mention.name);
  return name ?? other?.name ?? 'the others';
}

/** Places by dynamic, each turn once a dynamic, in the order of the turns. */
function collector(): {
  readonly put: (id: Dynamic, place: SeenPlace) => void;
  readonly of: (id: Dynamic) => readonly SeenPlace[];
} {
  const places = new Map<Dynamic, Map<number, SeenPlace>>();
  return {
    put: (id, place) => {
      const own = places.get(id) ?? new Map<number, SeenPlace>();
      if (!own.has(place.turn)) own.set(place.turn, place);
      places.set(id, own);
    },
    of: (id) => [...(places.get(id)?.values() ?? [])].sort((a, b) => a.turn - b.turn),
  };
}
