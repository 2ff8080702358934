/** What a recording brings to the supervision hour: questions, open threads, findings nobody has answered, do-overs. */
import type { Analysis } from '../patterns/analyse.ts';
import type { Finding } from '../patterns/model.ts';
import { rangeOfSighting } from '../patterns/places.ts';
import { dynamics } from '../practice/dynamics.ts';
import { type Note, rangeOf, type State, type Turn } from '../recording/model.ts';
import { signatureOf } from '../recording/signature.ts';
import { standingOf } from '../recording/states.ts';
import { type Thread, threadsOf } from '../recording/threads.ts';
import { positionsIn } from './lint.ts';

export type AgendaKind = 'question' | 'do-over' | 'thread' | 'finding';

export interface AgendaItem {
  readonly kind: AgendaKind;
  /** The question, what a thread began with and its last answer, what the finding says. */
  readonly text: string;
  /** Counted from 1; 0 for what is about no turn. */
  readonly turn: number;
  /** From zero: where it stands. */
  readonly line: number;
  /** Whose word it is, where it is signed. */
  readonly author?: string;
  /** Names of dynamics it touches, as far as the record shows; empty where it shows none. */
  readonly themes: readonly string[];
}

export interface RecordingAgenda {
  readonly student?: string;
  readonly group?: string;
  readonly date?: string;
  readonly session?: number;
  readonly state: State;
  readonly items: readonly AgendaItem[];
}

/** A supervisor who asks for another way to say it. */
const ASKS_FOR_ANOTHER_WAY =
  /\bdo(?:ing)? (?:it |this |that )?over\b|\bdo-over\b|\bcould you have (?:said|asked|done)\b|\bsay instead\b|\bexact words\b/i;

/** The agenda of one recording, in the order of its text. `text` is what was analysed. */
export function agendaOf(analysis: Analysis, text: string): RecordingAgenda {
  const { recording, findings } = analysis;
  const { header } = recording;
  const positions = positionsIn(text);
  const indexOf = new Map(recording.turns.map((turn, index) => [turn, index]));
  const themesAt = (index: number): string[] => [
    ...new Set(
      findings
        .filter(({ at, to }) => at <= index && to >= index)
        .flatMap(({ pattern }) => pattern.dynamics.map((id) => dynamics[id].name)),
    ),
  ];
  const lineOf = (offset: number): number => positions(offset).line;

  const threads = threadsOf(recording).flatMap((thread): AgendaItem[] => {
    const kind = kindOf(thread);
    if (kind === undefined) return [];
    const index = turnOf(thread, indexOf);
    const [first] = thread.notes;
    const { author } = signatureOf(first!);
    return [
      {
        kind,
        text: toldOf(thread),
        turn: index + 1,
        line: lineOf(rangeOf(first!.place).start),
        themes: index < 0 ? [] : themesAt(index),
        ...(author === undefined ? {} : { author }),
      },
    ];
  });
  const sections = recording.sections.flatMap((section): AgendaItem[] => {
    const kind =
      section.kind === 'questions' ? 'question' : section.kind === 'do-over' ? 'do-over' : undefined;
    if (kind === undefined) return [];
    return section.prose.map(({ text: words, place }) => ({
      kind,
      text: words,
      turn: 0,
      line: lineOf(rangeOf(place).start),
      themes: [],
    }));
  });
  const unanswered = findings
    .filter((finding) => finding.severity !== 'hint' && !isAnswered(finding, recording.turns[finding.at]))
    .map(
      (finding): AgendaItem => ({
        kind: 'finding',
        text: finding.message,
        turn: finding.at + 1,
        line: lineOf(rangeOfSighting(analysis.group, finding).start),
        themes: finding.pattern.dynamics.map((id) => dynamics[id].name),
      }),
    );
  return {
    ...(header.student === undefined ? {} : { student: header.student }),
    ...(header.groupName === undefined ? {} : { group: header.groupName }),
    ...(header.date === undefined ? {} : { date: header.date }),
    ...(header.session === undefined ? {} : { session: header.session }),
    state: standingOf(recording).state,
    items: [...threads, ...sections, ...unanswered].sort((a, b) => a.line - b.line),
  };
}

/** What an open thread asks of the hour; undefined for one that is closed, and for praise that nobody answered. */
function kindOf({ notes, resolved }: Thread): AgendaKind | undefined {
  if (resolved) return undefined;
  const [first] = notes;
  if (first!.kind === 'question') return 'question';
  if (notes.length === 1 && (first!.kind === 'praise' || first!.kind === 'agreed')) return undefined;
  return notes.some((note) => note.kind === 'supervisor' && ASKS_FOR_ANOTHER_WAY.test(note.text))
    ? 'do-over'
    : 'thread';
}

/** What a thread began with, and the last answer to it. */
function toldOf({ notes }: Thread): string {
  const last = notes[notes.length - 1]!;
  if (notes.length === 1) return last.text;
  return `${notes[0]!.text} → ${signatureOf(last).author ?? last.kind}: ${last.text}`;
}

function turnOf({ anchor }: Thread, indexOf: ReadonlyMap<Turn, number>): number {
  if (anchor.on === 'turn') return indexOf.get(anchor.entry) ?? -1;
  return anchor.on === 'turns' ? (indexOf.get(anchor.turns[anchor.turns.length - 1]!) ?? -1) : -1;
}

/** Somebody has done something with it: another line, a question, the supervisor's agreement. */
function isAnswered({ pattern }: Finding, turn: Turn | undefined): boolean {
  const margin: readonly Note[] = turn?.margin ?? [];
  return margin.some(
    (note) =>
      note.kind === 'alternative' ||
      note.kind === 'question' ||
      (note.kind === 'agreed' && signatureOf(note).about === pattern.id),
  );
}
