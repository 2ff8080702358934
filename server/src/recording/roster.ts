/** Who may speak: labels of workers, members and their aliases, plural and unnamed voices. */
import { looksLikeName } from './label.ts';
import type { Header, Recording, Speaker } from './model.ts';

const PLURAL = new Set([
  'group',
  'the group',
  'several members',
  'several',
  'everyone',
  'everybody',
  'all',
  'all members',
  'members',
  'some members',
  'many',
  'a few members',
  'chorus',
  'others',
]);
const UNNAMED = new Set([
  'member',
  'm?',
  'm',
  'someone',
  'somebody',
  'a member',
  'unknown',
  'another member',
  '?',
  'unknown member',
]);

/** Resolves labels to speakers. Made once for a header; the same label gives the same object. */
export interface Roster {
  /** A known label, or a name-like one (then undeclared); undefined for what is no label here. */
  readonly speaker: (label: string) => Speaker | undefined;
  /** Canonical name for a name in an addressee list; `group` for the group. */
  readonly person: (name: string) => string;
}

export function rosterOf(header: Header): Roster {
  const known = new Map<string, Speaker>();
  const put = (label: string, speaker: Speaker): void => {
    if (!known.has(fold(label))) known.set(fold(label), speaker);
  };
  for (const member of header.members) {
    const speaker: Speaker = { kind: 'member', name: member.name, declared: true };
    for (const label of [member.name, ...member.aliases]) put(label, speaker);
  }
  for (const label of header.workers) put(label, { kind: 'worker', name: label, declared: true });
  for (const absent of [...header.absent, ...header.newcomers, ...header.leaving])
    put(absent, { kind: 'member', name: absent, declared: true });
  const made = new Map<string, Speaker | undefined>();

  const speaker = (label: string): Speaker | undefined => {
    const key = fold(label);
    const declared = known.get(key);
    if (declared) return declared;
    if (made.has(label)) return made.get(label);
    const found =
      voice(key, label) ??
      workerWithName(key, header, label) ??
      (looksLikeName(label) ? { kind: 'member' as const, name: label, declared: false } : undefined);
    made.set(label, found);
    return found;
  };
  return {
    speaker,
    person: (name) => {
      const key = fold(name);
      if (PLURAL.has(key) || key === 'us' || key === 'them') return 'group';
      return known.get(key)?.name ?? name;
    },
  };
}

function voice(key: string, label: string): Speaker | undefined {
  if (PLURAL.has(key)) return { kind: 'plural', name: label, declared: true };
  if (UNNAMED.has(key)) return { kind: 'unnamed', name: label, declared: true };
  return undefined;
}

/** "Worker 2", "SW1", "Co-worker (Jo)": a worker label with a number is a worker too. */
function workerWithName(key: string, header: Header, label: string): Speaker | undefined {
  const base = key.replace(/(?<!\s)\s*[#(]?(?<!\d)\d+\)?$/, '');
  const isWorker = base !== key && header.workers.some((worker) => fold(worker) === base);
  return isWorker ? { kind: 'worker', name: label, declared: true } : undefined;
}

function fold(label: string): string {
  return label.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Each member's place in the roster, and behind it those who only speak, in the order in which they come in. */
export function positionsOf({ header, turns }: Recording): ReadonlyMap<string, number> {
  const names = new Set(header.members.map(({ name }) => name));
  for (const { speaker } of turns) if (speaker.kind === 'member') names.add(speaker.name);
  return new Map([...names].map((name, index) => [name, index]));
}
