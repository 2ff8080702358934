/** Who can be spoken to and of, and how names are found in speech. */
import { literal, matchesIn } from '../recording/expressions.ts';
import type { Recording } from '../recording/model.ts';
import type { Mention } from './model.ts';

/** The people of a recording, for one reading of its talk. */
export interface People {
  /** Canonical names of members, declared or not. */
  readonly members: ReadonlySet<string>;
  readonly workers: ReadonlySet<string>;
  /** Every name and alias in lower case, single words only: what the tagger sees as a name. */
  readonly lower: ReadonlySet<string>;
  /** Finds every name in a text; undefined when nobody has a name that can be found. */
  readonly finder: RegExp | undefined;
  /** Canonical name of a written one. */
  readonly canonical: ReadonlyMap<string, string>;
}

const PEOPLE = new WeakMap<object, { readonly key: string; readonly people: People }>();
const IN_RECORDING = new WeakMap<Recording, People>();

/** The people of a recording; the same object for as long as header and speakers stay the same. */
export function peopleOf(recording: Recording): People {
  return IN_RECORDING.get(recording) ?? samePeople(recording, gathered(recording));
}

/** Lets it be known that these are the people of a recording: those of one with the same header and speakers. */
export function samePeople(recording: Recording, people: People): People {
  IN_RECORDING.set(recording, people);
  return people;
}

function gathered(recording: Recording): People {
  const members = new Map<string, string>();
  const workers = new Set<string>();
  for (const member of recording.header.members)
    for (const name of [member.name, ...member.aliases]) members.set(name, member.name);
  for (const name of [...recording.header.absent, ...recording.header.newcomers, ...recording.header.leaving])
    if (!members.has(name)) members.set(name, name);
  for (const { speaker } of recording.turns) {
    if (speaker.kind === 'worker') workers.add(speaker.name);
    else if (speaker.kind === 'member' && !members.has(speaker.name)) members.set(speaker.name, speaker.name);
  }
  const key = `${[...members].join('\n')}\n\n${[...workers].join('\n')}`;
  const before = PEOPLE.get(recording.header);
  if (before?.key === key) return before.people;
  const canonical = new Map<string, string>([...workers].map((name) => [name, name] as const));
  for (const [name, whole] of members) canonical.set(name, whole);
  const findable = [...canonical.keys()].filter(
    (name) =>
      name.length > 1 &&
      /^\p{L}/u.test(name) &&
      !/^(?:me|worker|sw|leader|facilitator|social worker|co-worker)$/i.test(name),
  );
  const forms = findable.sort((a, b) => b.length - a.length).map(literal);
  const people: People = {
    members: new Set(members.values()),
    workers,
    lower: new Set(findable.flatMap((name) => (/\s/.test(name) ? [] : [name.toLowerCase()]))),
    finder:
      forms.length === 0
        ? undefined
        : new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    canonical,
  };
  PEOPLE.set(recording.header, { key, people });
  return people;
}

/** Names in a text, each told apart as called or only spoken of. */
export function mentionsIn(words: string, people: People): Mention[] {
  if (people.finder === undefined) return [];
  return Array.from(matchesIn(people.finder, words), (found) => {
    const start = found.index;
    const end = start + found[0].length;
    return {
      name: people.canonical.get(found[0]) ?? found[0],
      start,
      end,
      vocative: isCalled(words, start, end),
    };
  });
}

/** A name is called when punctuation sets it apart: "Ben, what…", "…, Ben?", "Thanks, Ben.", or it stands alone. */
function isCalled(words: string, start: number, end: number): boolean {
  const left = words.slice(Math.max(0, start - 12), start);
  const right = words.slice(end, end + 8);
  const opens =
    /(?:^|[.!?…—–"“]\s*|[.!?…,]\s+(?:and|so|well|but|yes|no|okay|ok)\s+|^(?:and|so|well|but|yes|no|okay|ok|hey|hi|oh|what about|how about|thanks|thank you|sorry|right)\s+)$/i.test(
      left,
    );
  if (opens && /^\s*(?:[,?!:…—–]|\.{3}|\.?$|\.\s)/.test(right)) return true;
  if (opens && /^\s+and\s+\p{Lu}/u.test(right))
    return (
      /^[^.?!]*[,:]/.test(words.slice(end, end + 40)) &&
      !/^\s+and\s+\p{L}+\s+(?:are|were|have|both|said)/u.test(words.slice(end, end + 40))
    );
  return (
    /,\s*(?:and\s+)?$/.test(left) &&
    /^\s*(?:[.?!…—–]|,|$)/.test(right) &&
    !/^,\s*(?:\p{Lu}\p{L}+|and\b)/u.test(right)
  );
}
