/** From a group to its findings: patterns look, then gates, repair, notes, precedence and settings decide what is said. */

import type { Group, Move } from '../group/model.ts';
import { REPAIR, repairedAfter } from '../group/repair.ts';
import { blockAt } from '../recording/cut.ts';
import type { Note } from '../recording/model.ts';
import { signatureOf } from '../recording/signature.ts';
import { IN_THE_EAR } from '../talk/read.ts';
import type { Finding, Pattern, Severity, Sighting, Strength } from './model.ts';
import { onePoint } from './points.ts';
import { newVoices, oneVoice, type Voices, yielded } from './voices.ts';

export interface PatternSetting {
  readonly severity?: Severity | 'off';
  readonly thresholds: Readonly<Record<string, number>>;
}

export interface Settings {
  readonly profile: 'core' | 'all';
  readonly patterns: Readonly<Record<string, PatternSetting>>;
}

type SeenStrength = ReturnType<Strength['see']>[number] & { readonly strength: Strength };

export interface Judgement {
  /** A finding that nothing changed is the same object as in the judgement before. */
  readonly findings: readonly Finding[];
  readonly strengths: readonly SeenStrength[];
  /** False while a turn is being typed: what looks at the whole session still says what it said before. */
  readonly settled: boolean;
}

/** What was sighted, and the finding it made; none where gates, a repair or a note set it aside. */
interface Seen {
  readonly sighting: Sighting;
  readonly finding: Finding | undefined;
}

/** A pattern as the settings have it. */
interface Active {
  readonly pattern: Pattern;
  readonly severity: Severity;
  readonly threshold: (name: string) => number;
}

/** What an engine remembers between two judgements of one document, so that it looks again only where something changed. */
export interface Memory {
  group: Group | undefined;
  settings: Settings | undefined;
  active: readonly Active[];
  readonly seen: Map<string, readonly Seen[]>;
  readonly strengths: Map<string, readonly SeenStrength[]>;
  readonly voices: Voices;
}

export function newMemory(): Memory {
  return {
    group: undefined,
    settings: undefined,
    active: [],
    seen: new Map(),
    strengths: new Map(),
    voices: newVoices(),
  };
}

/** How often a pattern was asked about a move since the start: counted work, for the benchmark and its test. */
export const counted = { looks: 0 };

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
  if (memory.settings !== settings) memory.active = activeOf(patterns, settings);
  const view = changed(memory, group, settings);
  const waits = typing && !view.whole && view.shift === 0 && view.to - view.from <= IN_THE_EAR;
  const sighted: Finding[] = [];
  for (const [id, seen] of looked(memory, group, view, waits, onFault)) {
    memory.seen.set(id, seen);
    for (const { finding } of seen) if (finding !== undefined) sighted.push(finding);
  }
  memory.group = group;
  memory.settings = settings;
  return {
    findings: oneVoice(yielded(sighted), memory.voices),
    strengths: strengthsIn(group, strengths, memory, waits, onFault),
    settled: !waits,
  };
}

function activeOf(patterns: readonly Pattern[], settings: Settings): Active[] {
  return patterns.flatMap((pattern) => {
    const severity = severityOf(pattern, settings);
    if (severity === undefined) return [];
    const set = settings.patterns[pattern.id]?.thresholds;
    const threshold = (name: string): number =>
      set?.[name] ?? pattern.thresholds?.[name]?.default ?? Number.NaN;
    return [{ pattern, severity, threshold }];
  });
}

/** Which moves differ from those of the judgement before: everything below `from` and above `to` is as it was. */
interface View {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
  readonly whole: boolean;
  /** Whether a note may have changed that is about the session as a whole. */
  readonly notes: boolean;
}

function changed(memory: Memory, group: Group, settings: Settings): View {
  const before = memory.group;
  const now = group.moves;
  const all: View = { from: 0, to: now.length - 1, shift: 0, whole: true, notes: true };
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
  const notes =
    before.recording.sections !== group.recording.sections ||
    !sameNotes(was.slice(from, was.length - tail), now.slice(from, now.length - tail));
  return { from, to: now.length - 1 - tail, shift: now.length - was.length, whole: false, notes };
}

function sameNotes(was: readonly Move[], now: readonly Move[]): boolean {
  const [before, after] = [was, now].map((moves) => moves.flatMap(({ turn }) => turn.margin));
  return before!.length === after!.length && before!.every((note, i) => note === after![i]);
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

/** A pattern at its look: what it is asked about, and what it has seen there so far. */
interface Look {
  readonly active: Active;
  /** What it saw before; undefined where it looks at everything anew. */
  readonly before: readonly Seen[] | undefined;
  /** The moves it is asked about, both included; none where it looks at the session. */
  readonly from: number;
  readonly to: number;
  /** Whose moves: those of workers, of others, or both. */
  readonly ofWorkers: boolean;
  readonly ofOthers: boolean;
  readonly fresh: Seen[];
}

/**
 * What every pattern sees now, by its id: asked again near what changed, and taken from what is remembered elsewhere. The
 * turns are gone through once and each pattern is asked about each, so that what one had to find out about a turn is still
 * at hand when the next one asks. A pattern that throws sees nothing.
 */
function looked(
  memory: Memory,
  group: Group,
  view: View,
  waits: boolean,
  onFault: (id: string, error: unknown) => void,
): Map<string, readonly Seen[]> {
  const all = new Map<string, readonly Seen[]>();
  const looks = new Set(
    memory.active.map((active) => lookOf(active, group, view, memory.seen.get(active.pattern.id))),
  );
  const failed = ({ active: { pattern } }: Look, error: unknown): void => {
    memory.seen.delete(pattern.id);
    onFault(pattern.id, error);
  };
  const from = Math.min(...Array.from(looks, (look) => look.from));
  const to = Math.max(...Array.from(looks, (look) => look.to));
  for (let at = from; at <= to; at++) {
    const { byWorker } = group.moves[at]!;
    for (const look of looks) {
      if (at < look.from || at > look.to || !(byWorker ? look.ofWorkers : look.ofOthers)) continue;
      try {
        look.fresh.push(...asked(look.active, group, at));
      } catch (error) {
        looks.delete(look);
        failed(look, error);
      }
    }
  }
  for (const look of looks) {
    try {
      all.set(look.active.pattern.id, seenBy(look, group, view, waits));
    } catch (error) {
      failed(look, error);
    }
  }
  return all;
}

function lookOf(active: Active, group: Group, view: View, known: readonly Seen[] | undefined): Look {
  const { reach, of } = active.pattern;
  const before = view.whole ? undefined : known;
  const last = group.moves.length - 1;
  const [from, to] =
    reach === 'session'
      ? [last + 1, -1]
      : before === undefined
        ? [0, last]
        : [Math.max(0, view.from - reach.after), Math.min(last, view.to + reach.before)];
  return { active, before, from, to, ofWorkers: of !== 'member', ofOthers: of !== 'worker', fresh: [] };
}

function asked(active: Active, group: Group, at: number): Seen[] {
  counted.looks++;
  return active.pattern.see(group, at, active.threshold).map((sighting) => weighed(active, sighting, group));
}

/** What a pattern sees: what it has just seen, between what it saw before above and below that. */
function seenBy(look: Look, group: Group, view: View, waits: boolean): readonly Seen[] {
  const { active, before, from, to, fresh } = look;
  const again = (seen: Seen): Seen => {
    if (!touches(view, seen.sighting)) return seen;
    const now = weighed(active, seen.sighting, group);
    return now.finding?.severity === seen.finding?.severity ? seen : now;
  };
  if (active.pattern.reach === 'session') {
    // What it said about the very words that are being typed stands at places that have moved.
    if (waits && before?.every(({ sighting }) => standsApart(sighting, view, group)))
      return before.map(again);
    return asked(active, group, -1);
  }
  if (before === undefined) return fresh;
  const above = before.filter(({ sighting }) => sighting.at < from).map(again);
  const below = before.filter(({ sighting }) => sighting.at + view.shift > to);
  if (view.shift === 0) return [...above, ...fresh, ...below.map(again)];
  // Turns that moved have other numbers, and messages name them: what stood there is looked at again, the rest is not.
  const moved = [...new Set(below.map(({ sighting }) => sighting.at + view.shift))];
  return [...above, ...fresh, ...moved.flatMap((at) => asked(active, group, at))];
}

/** Whether a sighting is about none of the moves that changed, nor stands in a text that is no longer there. */
function standsApart({ at, place }: Sighting, view: View, group: Group): boolean {
  if (at >= view.from && at <= view.to) return false;
  const { blocks } = group.recording;
  return place === undefined || blocks[blockAt(blocks, place.block.start)] === place.block;
}

/** Whether what sets a sighting aside may have changed with the moves that did: a repair after it, a gate or note over it. */
function touches(view: View, { at, to }: Sighting): boolean {
  return at < 0 ? view.notes : to + REPAIR.after >= view.from && Math.min(at, to - REPAIR.before) <= view.to;
}

/** The finding that a sighting makes, if it stands up to all that may set it aside. */
function weighed({ pattern, severity }: Active, sighting: Sighting, group: Group): Seen {
  if (!standsUp(pattern, sighting, group)) return { sighting, finding: undefined };
  const finding: Finding = {
    ...sighting,
    message: onePoint(sighting.message),
    pattern,
    severity: tempered(severity, pattern, sighting, group),
    behind: [],
  };
  return { sighting, finding };
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
  const known = SESSION_NOTES.get(group);
  if (known !== undefined) return known;
  const { sections, turns } = group.recording;
  const notes = sections.flatMap((section) => section.margin);
  for (const { margin } of turns)
    for (const note of margin)
      if (note.kind === 'considered' && signatureOf(note).about !== undefined) notes.push(note);
  SESSION_NOTES.set(group, notes);
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
        const seen =
          (waits && memory.strengths.get(strength.id)) ||
          strength.see(group).map((one) => ({ strength, ...one }));
        memory.strengths.set(strength.id, seen);
        return seen;
      } catch (error) {
        memory.strengths.delete(strength.id);
        onFault(strength.id, error);
        return [];
      }
    })
    .sort((a, b) => a.at - b.at);
}
