/**
 * Moving, splitting and joining turns. What a person said is kept to the letter: each answer has been read again and
 * compared before it is given, and where anything would come out otherwise, nothing is done and the reason is said.
 */
import type { DocumentEdit } from './edit.ts';
import type { Recording, Turn } from './model.ts';
import { rangeOf } from './model.ts';
import { read } from './read.ts';
import { edited, essence, type Unit, unitAt, unitsOf } from './units.ts';

/** Edits that do not overlap, and what to select after them (offsets of the new text); or why not. */
export type Rearranged =
  | {
      readonly kind: 'done';
      readonly edits: readonly DocumentEdit[];
      readonly select: { readonly start: number; readonly end: number };
    }
  | { readonly kind: 'cannot'; readonly why: string };

const cannot = (why: string): Rearranged => ({ kind: 'cannot', why });
const NO_TURN = 'Place the caret in a turn first.';
const UNSAFE = 'What stands around this turn would be read otherwise afterwards, so it was left as it is.';

/**
 * Moves the turn or event at `offset`, margin and all, above the one before it or below the one after it. Over a
 * heading it moves by itself: into the segment next door.
 */
export function moveTurn(recording: Recording, text: string, offset: number, way: 'up' | 'down'): Rearranged {
  const units = unitsOf(recording);
  const at = unitAt(units, offset);
  const moving = units[at];
  if (moving === undefined || offset > moving.end) return cannot(NO_TURN);
  const first = way === 'up' ? at - 1 : at;
  const upper = units[first];
  const lower = units[first + 1];
  if (upper === undefined) return cannot('This is the first turn already.');
  if (lower === undefined) return cannot('This is the last turn already.');
  if (upper.table !== lower.table) return cannot('A turn moves within its table, or outside of tables.');
  const gap = text.slice(upper.end, lower.start);
  const words = gap.trim();
  const whole = (unit: Unit): string => text.slice(unit.start, unit.end);
  if (words === '') {
    const after = parting(whole(upper), text.slice(lower.end), recording.lineEnd);
    const between = gap + parting(whole(lower), gap + whole(upper), recording.lineEnd);
    const put = whole(lower) + between + whole(upper) + after;
    const start = way === 'up' ? upper.start : upper.start + whole(lower).length + between.length;
    return checked(
      recording,
      text,
      [{ start: upper.start, end: lower.end, text: put }],
      swapped(units, first),
      {
        start: start + Math.min(offset - moving.start, moving.end - moving.start),
      },
    );
  }
  // Something else stands between them (a heading, a comment): the moving one alone goes over it.
  const before = gap.slice(0, gap.indexOf(words));
  const behind = gap.slice(gap.indexOf(words) + words.length);
  const put = way === 'up' ? before + whole(lower) + before + words : words + behind + whole(upper) + behind;
  const edit =
    way === 'up'
      ? { start: upper.end, end: lower.end, text: put }
      : { start: upper.start, end: lower.start, text: put };
  const start = way === 'up' ? upper.end + before.length : upper.start + words.length + behind.length;
  return checked(recording, text, [edit], recording.entries.map(essence), {
    start: start + offset - moving.start,
  });
}

function swapped(units: readonly Unit[], first: number): string[] {
  return [...units.slice(0, first), units[first + 1]!, units[first]!, ...units.slice(first + 2)].flatMap(
    ({ entries }) => entries.map(essence),
  );
}

/** A line end more where a margin would stand right on a line of speech, which some viewers would draw into it. */
function parting(above: string, below: string, lineEnd: string): string {
  const last = above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1);
  return /^ {0,3}>/.test(last) && /^(?:\r\n|\n|\r)[ \t]*[^\s>]/.test(below) ? lineEnd : '';
}

/** Splits the turn at `offset`: what stands behind it becomes a turn of its own, whose speaker waits to be named. */
export function splitTurn(recording: Recording, text: string, offset: number): Rearranged {
  const at = recording.turns.findIndex(({ places }) =>
    places.some((place) => rangeOf(place).start <= offset && offset <= rangeOf(place).end),
  );
  const turn = recording.turns[at];
  if (turn === undefined) return cannot(NO_TURN);
  if (turn.row) return cannot('Turns in a table are split once the table is turned into dialogue.');
  const said = turn.fragments.map(({ place }) => rangeOf(place));
  const begins = said[0]?.start ?? offset;
  const ends = said[said.length - 1]?.end ?? offset;
  if (text.slice(begins, offset).trim() === '' || text.slice(offset, ends).trim() === '')
    return cannot(
      'Place the caret between two words of the turn: what stands behind it becomes the next turn.',
    );
  const name = nextVoice(recording, at);
  const { before, after } = labelStyle(text, turn);
  const left = offset - (/(?<![ \t])[ \t]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const right = offset + (/^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const gap = stackedBelow(text, turn) ? recording.lineEnd : recording.lineEnd.repeat(2);
  const edit = { start: left, end: right, text: `${gap}${before}${name}${after}` };
  const start = left + gap.length + before.length;
  const again = read(edited(text, [edit]));
  const rejoined = `${again.turns[at]?.words ?? ''} ${again.turns[at + 1]?.words ?? ''}`;
  const same = rejoined.replace(/\s+/g, '') === turn.words.replace(/\s+/g, '');
  if (again.turns.length !== recording.turns.length + 1 || !same) return cannot(UNSAFE);
  return { kind: 'done', edits: [edit], select: { start, end: start + name.length } };
}

/** Who is likely to have said the rest: whoever spoke before, or else the worker. */
function nextVoice({ turns, header }: Recording, at: number): string {
  const own = turns[at]!.speaker.name;
  const before = turns.slice(0, at).findLast(({ speaker }) => speaker.name !== own);
  return before?.speaker.name ?? header.members.find(({ name }) => name !== own)?.name ?? 'Worker';
}

/** The marks round a turn's label: `**` and `:** `, or whatever the writer uses. */
function labelStyle(text: string, turn: Turn): { readonly before: string; readonly after: string } {
  const { start, end } = rangeOf(turn.label);
  const bold = /(\*\*|__)$/.exec(text.slice(Math.max(0, start - 2), start))?.[1] ?? '';
  if (bold === '') return { before: '', after: ': ' };
  const rest = /^[^\r\n]*/.exec(text.slice(end))![0];
  return { before: bold, after: rest.indexOf(bold) > rest.search(/[:：]/) ? `:${bold} ` : `${bold}: ` };
}

/** Whether the writer stacks turns: another line stands right below this one's. */
function stackedBelow(text: string, turn: Turn): boolean {
  const { end } = rangeOf(turn.places[turn.places.length - 1]!);
  return /^[ \t]*(?:\r\n|\n|\r)[ \t]*[^\s>]/.test(text.slice(end));
}

/** Joins the turn at `offset` with the next one of the same speaker; the notes of both stand under it. */
export function joinTurns(recording: Recording, text: string, offset: number): Rearranged {
  const units = unitsOf(recording);
  const at = unitAt(units, offset);
  const upper = units[at];
  const lower = units[at + 1];
  const first = upper?.entries[0];
  const second = lower?.entries[0];
  if (first?.kind !== 'turn' || upper === undefined || offset > upper.end) return cannot(NO_TURN);
  if (second === undefined || lower === undefined) return cannot('There is no turn below to join it with.');
  if (second.kind !== 'turn') return cannot('Something happened between the two turns, so they stay two.');
  if (first.speaker.name !== second.speaker.name)
    return cannot(
      `${first.speaker.name} and ${second.speaker.name} each spoke here, so they stay two turns.`,
    );
  if (first.row || second.row)
    return cannot('Turns in a table are joined once the table is turned into dialogue.');
  if (text.slice(upper.end, lower.start).trim() !== '')
    return cannot('Something else stands between the two turns, so they stay two.');
  const spoken = rangeOf(second.fragments[0]?.place ?? second.places[0]!).start;
  const saidFirst = lastPlaceEnd(first);
  const saidSecond = lastPlaceEnd(second);
  const margins = [text.slice(saidFirst, upper.end), text.slice(saidSecond, lower.end)].filter(
    (margin) => margin.trim() !== '',
  );
  const put = ` ${text.slice(spoken, saidSecond)}${margins.join('').replace(/(?<![\r\n])[\r\n]+$/, '')}`;
  const edit = { start: saidFirst, end: lower.end, text: put };
  const again = read(edited(text, [edit]));
  const joined = again.turns[recording.turns.indexOf(first)];
  const whole = `${first.words} ${second.words}`.replace(/\s+/g, ' ').trim();
  if (
    again.turns.length !== recording.turns.length - 1 ||
    joined?.words.replace(/\s+/g, ' ').trim() !== whole ||
    joined.margin.length !== first.margin.length + second.margin.length
  )
    return cannot(UNSAFE);
  return { kind: 'done', edits: [edit], select: { start: saidFirst + 1, end: saidFirst + 1 } };
}

function lastPlaceEnd(turn: Turn): number {
  return Math.max(...turn.places.map((place) => rangeOf(place).end));
}

/** Gives the edits if the text reads as `expected` after them. */
function checked(
  recording: Recording,
  text: string,
  edits: readonly DocumentEdit[],
  expected: readonly string[],
  { start }: { readonly start: number },
): Rearranged {
  const after = read(edited(text, edits)).entries.map(essence);
  const same = after.length === recording.entries.length && after.every((one, i) => one === expected[i]);
  return same ? { kind: 'done', edits, select: { start, end: start } } : cannot(UNSAFE);
}
