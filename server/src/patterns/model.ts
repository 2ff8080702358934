/** What a pattern is, and what it finds. One file a pattern; the engine does the rest. */

import type { Gate, Group, Move } from '../group/model.ts';
import type { Dynamic, SkillId } from '../practice/terms.ts';
import type { GroupType, Place } from '../recording/model.ts';
import type { Reason } from './weighing.ts';

export type Family = 'COMM' | 'WORK' | 'MISS' | 'AUTH' | 'CONF' | 'PURP' | 'TYPE' | 'CRAFT' | 'PRIV';
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A line the worker could have said instead. `line` is speech without quotation marks, or a stage direction in [brackets]. */
export interface Alternative {
  readonly skill: SkillId;
  readonly line: string;
}

/** What a pattern saw. Indexes are zero-based positions in `Group.moves`; -1 is the session as a whole. */
export interface Sighting {
  readonly at: number;
  readonly to: number;
  /** The words of move `at` that show it, as offsets into its words; the whole turn where absent. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Where it stands when that is not in a turn's words: in a margin, in a remark, in a section's prose. Goes before `span`. */
  readonly place?: Place;
  /** Other moves the finding rests on, each with what it shows: "Ana asks the group". */
  readonly evidence: readonly { readonly at: number; readonly shows: string }[];
  /** What the record shows, which dynamic may have had room, and a question. */
  readonly message: string;
  /** What weighed most for it, where it rests on several reasons: shown to whoever asks why. */
  readonly reasons?: readonly Reason[];
}

/** Thresholds of a pattern: settings with a default, bounds in words, and where the number comes from. */
export type Thresholds = Readonly<Record<string, { readonly default: number; readonly why: string }>>;

export interface Pattern {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
  readonly core: boolean;
  readonly severity: Severity;
  readonly dynamics: readonly Dynamic[];
  /** Skills its alternatives draw on. */
  readonly skills: readonly SkillId[];
  /** The question it leaves with the reader. */
  readonly question: string;
  /** Texts of its page: what it looks like, why it matters, when it is fine. Plain English. */
  readonly page: { readonly looksLike: string; readonly matters: string; readonly fine: string };
  /** Source numbers of the reference list in `practice/sources.ts`; 'S' is Steinberg 2014, 'c' our inference. */
  readonly sources: readonly string[];
  /** Gates in which it is silent, beyond those that silence all (safety, chosen procedure, repair). */
  readonly silentIn: readonly Gate[];
  /** Only for these group types, where the header must state the type. */
  readonly types?: readonly GroupType[];
  readonly thresholds?: Thresholds;
  /** How many moves before and after one it looks at; `session` when it needs them all. */
  readonly reach: { readonly before: number; readonly after: number } | 'session';
  /** Whose moves it is asked about; `any` also for a pattern whose reach is the session. */
  readonly of: 'worker' | 'member' | 'any';
  /** More telling patterns that speak in its place: on the same turn, or where they cover at least half of its stretch. */
  readonly yieldsTo?: readonly string[];
  /** False where a later opening does not undo it (G11): stretches, the session as a whole, the record itself. */
  readonly repairable: boolean;
  /**
   * Called with the index of every move of `of` (a sighting then stands on that move), or once with -1 when its reach
   * is the session.
   */
  readonly see: (group: Group, at: number, threshold: (name: string) => number) => readonly Sighting[];
  /** At least two lines, best first, made from this recording's names and words. */
  readonly alternatives: (group: Group, sighting: Sighting) => readonly Alternative[];
}

/** A strength: something done that let members help one another. */
export interface Strength {
  readonly id: string;
  readonly name: string;
  readonly dynamics: readonly Dynamic[];
  readonly page: { readonly looksLike: string; readonly matters: string };
  readonly sources: readonly string[];
  readonly see: (
    group: Group,
  ) => readonly { readonly at: number; readonly to: number; readonly says: string }[];
}

/** A sighting that stood up to gates, repair, precedence and settings. */
export interface Finding extends Sighting {
  readonly pattern: Pattern;
  readonly severity: Severity;
  /** Weaker voices about the same stretch. */
  readonly behind: readonly { readonly pattern: Pattern; readonly at: number; readonly message: string }[];
}

export type { Move };
