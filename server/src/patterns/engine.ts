/** From a group to its findings: patterns look, then gates, repair, notes, precedence and settings decide what is said. */

import { repairedAfter } from '../group/answering.ts';
import type { Group, Move } from '../group/model.ts';
import type { Note } from '../recording/model.ts';
import { signatureOf } from '../recording/signature.ts';
import type { Family, Finding, Pattern, Severity, Sighting, Strength } from './model.ts';
import { onePoint } from './points.ts';

export interface PatternSetting {
  readonly severity?: Severity | 'off';
  readonly thresholds: Readonly<Record<string, number>>;
}

export interface Settings {
  readonly profile: 'core' | 'all';
  readonly patterns: Readonly<Record<string, PatternSetting>>;
}

type SeenStrength = ReturnType<Strength['see']>[number];

export interface Judgement {
  readonly findings: readonly Finding[];
  readonly strengths: readonly (SeenStrength & { readonly strength: Strength })[];
  /** False while a turn is being typed: what looks at the whole session still says what it said before. */
  readonly settled: boolean;
}

/** What an engine remembers between two judgements of one document, so that it looks again only where something changed. */
export interface Memory {
  group: Group | undefined;
  settings: Settings | undefined;
  readonly sightings: Map<string, readonly Sighting[]>;
  readonly strengths: Map<string, readonly SeenStrength[]>;
}

export function newMemory(): Memory {
  return { group: undefined, settings: undefined, sightings: new Map(), strengths: new Map() };
}

/** How often a pattern was asked about a move since the start: counted work, for the benchmark and its test. */
export const counted = { looks: 0 };

/** A turn is heard with the words of the one before and with those before that: so many turns after it are heard again. */
const IN_THE_EAR = 2;

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

/**
 * Judges a group.
 * @param typing while one turn is being typed, what looks at the whole session is not asked again at every key: a stretch
 *   of twenty turns does not begin or end within a word. The caller asks again, without it, once the writer pauses.
 * @param onFault told when a pattern throws: its id and the error's name, never content. Only that pattern is lost.
 */
export function judge(
  group: Group,
  patterns: readonly Pattern[],
  strengths: readonly Strength[],
  settings: Settings,
  memory: Memory = newMemory(),
  typing = false,
  onFault: (id: string, error: unknown) => void = () => {},
): Judgement {
  const view = changed(memory, group, settings);
  const waits = typing && !view.whole && view.shift === 0 && view.to - view.from <= IN_THE_EAR;
  const sighted: Finding[] = [];
  for (const pattern of patterns) {
    const severity = severityOf(pattern, settings);
    if (severity === undefined) continue;
    let sightings: readonly Sighting[] = [];
    try {
      sightings = look(pattern, group, settings, memory, view, waits);
      memory.sightings.set(pattern.id, sightings);
      for (const sighting of sightings) {
        if (standsUp(pattern, sighting, group))
          sighted.push({
            ...sighting,
            message: onePoint(sighting.message),
            pattern,
            severity: tempered(severity, pattern, sighting, group),
            behind: [],
          });
      }
    } catch (error) {
      memory.sightings.delete(pattern.id);
      onFault(pattern.id, error);
    }
  }
  memory.group = group;
  memory.settings = settings;
  return {
    findings: oneVoice(yielded(sighted)),
    strengths: strengthsIn(group, strengths, memory, waits, onFault),
    settled: !waits,
  };
}

/** Which moves differ from those of the judgement before: everything below `from` and above `to` is as it was. */
interface View {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
  readonly whole: boolean;
}

function changed(memory: Memory, group: Group, settings: Settings): View {
  const before = memory.group;
  const now = group.moves;
  const all: View = { from: 0, to: now.length - 1, shift: 0, whole: true };
  if (
    before === undefined ||
    memory.settings !== settings ||
    before.recording.header !== group.recording.header ||
    before.present.join() !== group.present.join()
  )
    return all;
  const was = before.moves;
  let from = 0;
  while (from < now.length && from < was.length && alike(now[from]!, was[from]!)) from++;
  let tail = 0;
  while (
    tail < now.length - from &&
    tail < was.length - from &&
    alike(now[now.length - 1 - tail]!, was[was.length - 1 - tail]!)
  )
    tail++;
  return { from, to: now.length - 1 - tail, shift: now.length - was.length, whole: false };
}

function alike(a: Move, b: Move): boolean {
  return (
    a === b ||
    (a.talk === b.talk &&
      a.gates === b.gates &&
      a.turn === b.turn &&
      a.before.length === b.before.length &&
      a.before.every((event, i) => event === b.before[i]))
  );
}

function look(
  pattern: Pattern,
  group: Group,
  settings: Settings,
  memory: Memory,
  view: View,
  waits: boolean,
): readonly Sighting[] {
  const threshold = (name: string): number =>
    settings.patterns[pattern.id]?.thresholds[name] ?? pattern.thresholds?.[name]?.default ?? Number.NaN;
  const before = view.whole ? undefined : memory.sightings.get(pattern.id);
  if (pattern.reach === 'session') {
    // What it said about the very words that are being typed stands at places that have moved.
    if (waits && before?.every(({ at, place }) => (at < view.from || at > view.to) && place === undefined))
      return before;
    counted.looks++;
    return pattern.see(group, -1, threshold);
  }
  const from = before ? Math.max(0, view.from - pattern.reach.after) : 0;
  const to = before
    ? Math.min(group.moves.length - 1, view.to + pattern.reach.before)
    : group.moves.length - 1;
  const fresh: Sighting[] = [];
  for (let i = from; i <= to; i++) {
    const move = group.moves[i]!;
    if (pattern.of === 'worker' ? !move.byWorker : pattern.of === 'member' && move.byWorker) continue;
    counted.looks++;
    fresh.push(...pattern.see(group, i, threshold));
  }
  if (before === undefined) return fresh;
  const above = before.filter((sighting) => sighting.at < from);
  const below = before.filter((sighting) => sighting.at + view.shift > to);
  return [...above, ...fresh, ...(view.shift === 0 ? below : seenAgain(below))];

  /** Turns that moved have other numbers, and messages name them: what stood there is looked at again, the rest is not. */
  function seenAgain(sightings: readonly Sighting[]): Sighting[] {
    return [...new Set(sightings.map(({ at }) => at + view.shift))].flatMap((at) => {
      counted.looks++;
      return pattern.see(group, at, threshold);
    });
  }
}

/** Gates, repair and the writer's own reasons. */
function standsUp(pattern: Pattern, sighting: Sighting, group: Group): boolean {
  const move = group.moves[sighting.at];
  const aboutRecord = pattern.family === 'CRAFT' || pattern.family === 'PRIV';
  if (pattern.types && !(group.recording.header.type && pattern.types.includes(group.recording.header.type)))
    return false;
  if (move) {
    if (!aboutRecord && (move.gates.has('safety') || move.gates.has('chosen-procedure'))) return false;
    if (pattern.silentIn.some((gate) => move.gates.has(gate))) return false;
    if (pattern.repairable && repairedAfter(group, sighting.to)) return false;
  }
  return !notesOver(group, sighting).some(
    (note) => note.kind === 'considered' && note.text.trim() !== '' && setsAside(note, pattern),
  );
}

/** A reason without a subject is about whatever stands there; one with a subject may carry its author behind it. */
function setsAside(note: Note, pattern: Pattern): boolean {
  const { about } = signatureOf(note);
  return about === undefined || about === pattern.id;
}

const SESSION_NOTES = new WeakMap<Group, readonly Note[]>();

/** Reasons that may be about the session as a whole: those outside the turns' margins, and in any margin the named ones. */
function sessionNotes(group: Group): readonly Note[] {
  let notes = SESSION_NOTES.get(group);
  if (notes === undefined) {
    const { sections, turns } = group.recording;
    notes = [
      ...sections.flatMap((section) => section.margin),
      ...turns
        .flatMap((turn) => turn.margin)
        .filter((note) => note.kind === 'considered' && signatureOf(note).about !== undefined),
    ];
    SESSION_NOTES.set(group, notes);
  }
  return notes;
}

/** Notes that may set a sighting aside: in the margins it covers; for the session as a whole in any margin, named. */
function notesOver(group: Group, sighting: Sighting): readonly Note[] {
  if (sighting.at < 0) return sessionNotes(group);
  return group.moves.slice(sighting.at, sighting.to + 1).flatMap((move) => move.turn.margin);
}

const SEES_IT =
  /\b(?:should have|could have|would have been better|wish (?:i|I) had|next time I|instead of (?:asking|waiting|letting)|I (?:gave|jumped|rushed|filled|answered|missed|cut|took over|did(?:n't| not) (?:ask|wait|let|notice)|closed|smoothed|decided))\b/i;

/** Where the student's own margin already sees it, the finding only nods (trap 11). */
function tempered(severity: Severity, pattern: Pattern, sighting: Sighting, group: Group): Severity {
  if (pattern.family === 'PRIV' || sighting.at < 0) return severity;
  const margin = group.moves[sighting.at]!.turn.margin;
  return margin.some((note) => note.kind === 'analysis' && SEES_IT.test(note.text)) ? 'hint' : severity;
}

function severityOf(pattern: Pattern, settings: Settings): Severity | undefined {
  const setting = settings.patterns[pattern.id];
  if (setting?.severity === 'off') return undefined;
  if (setting?.severity) return setting.severity;
  return pattern.core || settings.profile === 'all' || setting !== undefined ? pattern.severity : undefined;
}

/**
 * What gives way to a more telling stretch that covers at least half of it. Between two voices on one turn nothing is
 * dropped: `oneVoice` lets the more telling one speak and the other stand behind it.
 */
function yielded(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => {
    if (finding.pattern.yieldsTo === undefined) return true;
    const stronger = findings.filter(
      (other) =>
        finding.pattern.yieldsTo?.includes(other.pattern.id) &&
        (finding.pattern.reach === 'session' || other.pattern.reach === 'session'),
    );
    const length = finding.to - finding.at + 1;
    const covered = stronger.reduce(
      (sum, other) => sum + Math.max(0, Math.min(finding.to, other.to) - Math.max(finding.at, other.at) + 1),
      0,
    );
    return covered < length / 2;
  });
}

/** On one turn the most specific pattern speaks, and the others stand behind it. Stretches speak beside it. */
function oneVoice(findings: readonly Finding[]): Finding[] {
  const byPlace = new Map<string, Finding[]>();
  for (const [index, finding] of findings.entries()) {
    // What is about a stretch, the record or the session speaks for itself: two names in one turn are two findings.
    const key = finding.pattern.reach === 'session' ? `alone ${index}` : `turn ${finding.at}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), finding]);
  }
  return [...byPlace.values()]
    .map((voices) => {
      const [first, ...rest] = voices.sort(
        (a, b) =>
          Number(gives(a, b)) - Number(gives(b, a)) ||
          PRECEDENCE.indexOf(a.pattern.family) - PRECEDENCE.indexOf(b.pattern.family) ||
          WEIGHT[a.severity] - WEIGHT[b.severity] ||
          Number(b.pattern.core) - Number(a.pattern.core) ||
          a.pattern.id.localeCompare(b.pattern.id),
      );
      return { ...first!, behind: rest.map(({ pattern, at, message }) => ({ pattern, at, message })) };
    })
    .sort((a, b) => a.at - b.at || a.pattern.id.localeCompare(b.pattern.id));
}

function gives(way: Finding, to: Finding): boolean {
  return way.pattern.yieldsTo?.includes(to.pattern.id) === true;
}

function strengthsIn(
  group: Group,
  strengths: readonly Strength[],
  memory: Memory,
  waits: boolean,
  onFault: (id: string, error: unknown) => void,
): Judgement['strengths'] {
  return strengths
    .flatMap((strength) => {
      try {
        const seen = (waits && memory.strengths.get(strength.id)) || strength.see(group);
        memory.strengths.set(strength.id, seen);
        return seen.map((one) => ({ strength, ...one }));
      } catch (error) {
        memory.strengths.delete(strength.id);
        onFault(strength.id, error);
        return [];
      }
    })
    .sort((a, b) => a.at - b.at);
}
