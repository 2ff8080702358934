/** What a recording shows of the group: who speaks to whom, how much, in which order. Description, for a page to draw. */
import type { Group, Move } from '../group/model.ts';
import { partsOf } from '../group/persons.ts';
import type { Analysis } from '../patterns/analyse.ts';
import type { Finding } from '../patterns/model.ts';
import type { Header, Recording } from '../recording/model.ts';
import { positionsOf } from '../recording/roster.ts';
import { type DynamicSeen, dynamicsSeen } from './dynamics-seen.ts';
import { colourOf, type Mark, marksOf } from './page.ts';
import { SHAPES, type Shape } from './shapes.ts';

export interface GroupPicture extends Timeline {
  /** Everybody with a seat, in the order of the seats, which is the header's and does not change while people speak. */
  readonly people: readonly Person[];
  /** Voices without a seat: several at once, or nobody knows who. */
  readonly voices: readonly { readonly name: string; readonly turns: number; readonly words: number }[];
  readonly absent: readonly string[];
  readonly excerpt: boolean;
  readonly arrows: readonly Arrow[];
  readonly dynamics: readonly DynamicSeen[];
}

export interface Person {
  readonly name: string;
  readonly kind: 'worker' | 'member';
  /** As in the page. */
  readonly colour: number;
  readonly turns: number;
  readonly words: number;
  /** The first turn, counted from 1; absent for somebody who does not speak in this recording. */
  readonly first?: number;
}

/** Turns of one person to another. Numbers of people are their seats; `THE_GROUP` is everybody. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  /** Turns that show their addressee: by a label, a name called, a question answered, a plural form. */
  readonly shown: number;
  /** Turns that show none and only come right after the other's. */
  readonly after: number;
  /** The first of them, counted from 1, those that show it first. */
  readonly turns: readonly number[];
}

export const THE_GROUP = -1;

/** Turns are counted from 1. */
export interface Timeline {
  /** For each turn the seat of its speaker, `THE_GROUP` for a voice without one; and its words. */
  readonly by: readonly number[];
  readonly words: readonly number[];
  readonly silences: readonly { readonly before: number; readonly seconds?: number }[];
  readonly segments: readonly { readonly title: string; readonly from: number; readonly to: number }[];
  readonly stretches: readonly Stretch[];
  readonly marks: readonly Spot[];
}

/** Where a finding or a strength stands; the page has its words. */
export type Spot = Pick<Mark, 'kind' | 'name' | 'from' | 'to' | 'severity'>;

export interface Stretch {
  readonly kind: Shape;
  readonly from: number;
  readonly to: number;
}

/** How many turns of an arrow are named. */
const NAMED = 12;

/** @param findings what is said about the recording just now */
export function groupPictureOf(analysis: Analysis, findings: readonly Finding[]): GroupPicture {
  const { group, recording } = analysis;
  const people = seated(group);
  const seats = new Map(people.map(({ name }, seat) => [name, seat]));
  const parts = partsOf(group);
  return {
    people,
    voices: [...parts.values()]
      .filter(({ name }) => !seats.has(name))
      .map(({ name, turns, words }) => ({ name, turns, words })),
    absent: recording.header.absent,
    excerpt: recording.header.excerpt,
    arrows: arrowsOf(group, seats),
    ...timelineOf(analysis, findings, seats),
    dynamics: dynamicsSeen(analysis, findings),
  };
}

/**
 * Who sits in the circle: workers first, then members as the header lists them, then whoever else speaks. Where the
 * header's `seating` is a list of names, that order goes before.
 */
function seated(group: Group): Person[] {
  const { recording, moves, workers, present } = group;
  const parts = partsOf(group);
  const colours = positionsOf(recording);
  const speaks = new Set(
    moves.flatMap(({ turn }) => (turn.speaker.kind === 'member' ? [turn.speaker.name] : [])),
  );
  const usual = [...workers, ...new Set([...present, ...speaks])];
  const listed = seatingOf(recording.header).filter((name) => usual.includes(name));
  return [...new Set([...listed, ...usual])].map((name) => {
    const part = parts.get(name);
    const kind = workers.has(name) ? 'worker' : 'member';
    return {
      name,
      kind,
      colour: colourOf({ kind, name }, colours),
      turns: part?.turns ?? 0,
      words: part?.words ?? 0,
      ...(part ? { first: part.first + 1 } : {}),
    };
  });
}

/** Names of a seating that is written as a list; none where it is told in words. */
function seatingOf({ keys }: Header): string[] {
  const place = keys.find(({ name }) => name === 'seating')?.value;
  const text = place?.block.text.slice(place.start, place.end).trim() ?? '';
  const list = /^\[(.*)\]$/s.exec(text)?.[1];
  return list === undefined ? [] : list.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''));
}

function arrowsOf({ moves }: Group, seats: ReadonlyMap<string, number>): Arrow[] {
  const arrows = new Map<string, { from: number; to: number; shown: number[]; after: number[] }>();
  for (const move of moves) {
    const from = seats.get(move.name);
    if (from === undefined) continue;
    const { shown, targets } = targetsOf(move, moves[move.index - 1], seats);
    for (const to of targets) {
      if (to === from) continue;
      const key = `${from} ${to}`;
      const arrow = arrows.get(key) ?? { from, to, shown: [], after: [] };
      arrow[shown ? 'shown' : 'after'].push(move.index + 1);
      arrows.set(key, arrow);
    }
  }
  return Array.from(arrows.values(), ({ from, to, shown, after }) => ({
    from,
    to,
    shown: shown.length,
    after: after.length,
    turns: [...shown, ...after].slice(0, NAMED),
  })).sort((a, b) => a.from - b.from || a.to - b.to);
}

/** To whom a move goes, as far as it shows; else whoever spoke right before, which may be nobody's address. */
function targetsOf(
  { talk }: Move,
  before: Move | undefined,
  seats: ReadonlyMap<string, number>,
): { readonly shown: boolean; readonly targets: readonly number[] } {
  const { kind, names } = talk.addressee;
  if (kind === 'group') return { shown: true, targets: [THE_GROUP] };
  const named = names.flatMap((name) => seats.get(name) ?? []);
  if (named.length > 0) return { shown: true, targets: named };
  const last = before && seats.get(before.name);
  return { shown: false, targets: kind !== 'unknown' || last === undefined ? [] : [last] };
}

function timelineOf(
  { group, recording, strengths }: Analysis,
  findings: readonly Finding[],
  seats: ReadonlyMap<string, number>,
): Timeline {
  const marks = marksOf(strengths, findings).filter(({ from }) => from > 0);
  return {
    by: group.moves.map(({ name }) => seats.get(name) ?? THE_GROUP),
    words: group.moves.map(({ talk }) => talk.wordCount),
    silences: silencesIn(group),
    segments: segmentsIn(recording),
    stretches: marks.flatMap(({ id, from, to }) => {
      const kind = SHAPES[id];
      return kind === undefined ? [] : [{ kind, from, to }];
    }),
    marks: marks.map(
      ({ kind, name, from, to, severity }): Spot => ({
        kind,
        name,
        from,
        to,
        ...(severity ? { severity } : {}),
      }),
    ),
  };
}

function silencesIn({ moves, after }: Group): Timeline['silences'] {
  const told = [...moves.map(({ before }) => before), after];
  return told.flatMap((events, index) =>
    events
      .filter(({ nature }) => nature === 'silence')
      .map(({ seconds }) => ({ before: index + 1, ...(seconds === undefined ? {} : { seconds }) })),
  );
}

function segmentsIn({ turns, segments }: Recording): Timeline['segments'] {
  const spans = new Map<object, { title: string; from: number; to: number }>();
  turns.forEach(({ segment }, index) => {
    if (segment === undefined) return;
    const span = spans.get(segment);
    if (span) span.to = index + 1;
    else spans.set(segment, { title: segment.title, from: index + 1, to: index + 1 });
  });
  return segments.flatMap((segment) => spans.get(segment) ?? []);
}
