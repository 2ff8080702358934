/** Which of several findings speaks: what gives way to a more telling stretch, and one voice a turn. */

import type { Family, Finding, Severity } from './model.ts';

/** More specific families speak before more general ones (catalogue A). */
const PRECEDENCE: readonly Family[] = [
  'PRIV',
  'CONF',
  'MISS',
  'WORK',
  'AUTH',
  'TYPE',
  'PURP',
  'COMM',
  'CRAFT',
];
const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** What spoke for several voices in the judgement before, by the turn: the same voices give the same finding. */
export interface Voices {
  spoken: Map<number, { readonly voices: readonly Finding[]; readonly finding: Finding }>;
}

export function newVoices(): Voices {
  return { spoken: new Map() };
}

/** The list at a key, begun where there is none. */
function among<K>(lists: Map<K, Finding[]>, key: K): Finding[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}

const ofSession = ({ pattern }: Finding): boolean => pattern.reach === 'session';

/**
 * What gives way to a more telling stretch that covers at least half of it. Between two voices on one turn nothing is
 * dropped: `oneVoice` lets the more telling one speak and the other stand behind it.
 */
export function yielded(findings: readonly Finding[]): Finding[] {
  const byPattern = new Map<string, Finding[]>();
  for (const finding of findings) among(byPattern, finding.pattern.id).push(finding);
  return findings.filter((finding) => {
    const { at, to } = finding;
    let covered = 0;
    for (const id of finding.pattern.yieldsTo ?? [])
      for (const other of byPattern.get(id) ?? [])
        if (ofSession(finding) || ofSession(other))
          covered += Math.max(0, Math.min(to, other.to) - Math.max(at, other.at) + 1);
    return covered < (to - at + 1) / 2;
  });
}

/** On one turn the most specific pattern speaks, and the others stand behind it. Stretches speak beside it. */
export function oneVoice(findings: readonly Finding[], memory: Voices): Finding[] {
  const said: Finding[] = [];
  const byTurn = new Map<number, Finding[]>();
  for (const finding of findings) {
    // What is about a stretch, the record or the session speaks for itself: two names in one turn are two findings.
    if (ofSession(finding)) said.push(finding);
    else among(byTurn, finding.at).push(finding);
  }
  const spoken: Voices['spoken'] = new Map();
  for (const [at, voices] of byTurn) {
    if (voices.length === 1) {
      said.push(voices[0]!);
      continue;
    }
    const before = memory.spoken.get(at);
    const same =
      before?.voices.length === voices.length && before.voices.every((voice, i) => voice === voices[i]);
    const finding = same ? before.finding : together(voices);
    spoken.set(at, same ? before : { voices, finding });
    said.push(finding);
  }
  memory.spoken = spoken;
  return said.sort((a, b) => a.at - b.at || inOrder(a.pattern.id, b.pattern.id));
}

/** The first of several voices, with the others behind it. */
function together(voices: readonly Finding[]): Finding {
  const [first, ...rest] = [...voices].sort(
    (a, b) =>
      Number(gives(a, b)) - Number(gives(b, a)) ||
      PRECEDENCE.indexOf(a.pattern.family) - PRECEDENCE.indexOf(b.pattern.family) ||
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      Number(b.pattern.core) - Number(a.pattern.core) ||
      inOrder(a.pattern.id, b.pattern.id),
  );
  return { ...first!, behind: rest.map(({ pattern, at, message }) => ({ pattern, at, message })) };
}

function gives(way: Finding, to: Finding): boolean {
  return way.pattern.yieldsTo?.includes(to.pattern.id) === true;
}

/** Ids are small letters and hyphens, which need no rules of a language. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
