/** What a turn does. Made from a turn and the few turns before it; kept until one of them changes. */
import { chanceOf } from './tagger.ts';

/** Acts named in the contract of the `talk` command, and the further ones that patterns read. */
export const ACTS = [
  'advice',
  'information',
  'question-open',
  'question-closed',
  'reflection',
  'restating',
  'relating',
  'reassurance',
  'minimising',
  'praise',
  'self-disclosure',
  'disagreement',
  'feeling',
  'support',
  'challenge',
  'thanks',
  'opening',
  'linking',
  'redirecting',
  'decision',
  'shift',
  'agenda',
  'smoothing',
  'judging',
  'scolding',
  'excusing',
  'speaking-for',
  'process',
  'repair',
  'credit',
  'takeover',
  'defending',
  'purpose',
  'rule',
  'confidentiality',
  'ending',
  'history',
  'welcome',
  'rehearsal',
  'outside',
  'permission-given',
  'waiting',
  'procedure',
  'same-boat',
  'permission',
  'plan',
  'dread',
  'grievance',
  'taboo',
  'success',
  'yes-but',
  'joke',
  'safety',
  'demeaning',
  'to-worker',
  'about-worker',
] as const;

export type ActName = (typeof ACTS)[number];

const PLACE: ReadonlyMap<ActName, number> = new Map(ACTS.map((act, index) => [act, index]));

/** Acts that only a worker can do: they are about running, holding or leaving the group. */
export const WORKER_ACTS: ReadonlySet<ActName> = new Set<ActName>(
  ACTS.slice(ACTS.indexOf('opening'), ACTS.indexOf('same-boat')),
);

/** Acts that only a member can do. */
export const MEMBER_ACTS: ReadonlySet<ActName> = new Set<ActName>(ACTS.slice(ACTS.indexOf('same-boat')));

/** Whether an act is one that a worker, or a member, can do. */
export function canDo(act: ActName, byWorker: boolean): boolean {
  return !(byWorker ? MEMBER_ACTS : WORKER_ACTS).has(act);
}

const numbersBut = (others: ReadonlySet<ActName>): readonly number[] =>
  ACTS.flatMap((act, at) => (others.has(act) ? [] : [at]));

/** Numbers of the acts that a worker, or a member, can do. */
export const OF_WORKERS: readonly number[] = numbersBut(MEMBER_ACTS);
export const OF_MEMBERS: readonly number[] = numbersBut(WORKER_ACTS);

/** One act, with the words that show it: offsets into `Turn.words`. */
export interface Act {
  readonly act: ActName;
  readonly start: number;
  readonly end: number;
  /** How sure the reader is, 0 to 1. */
  readonly confidence: number;
}

/** Whom a turn addresses. `names` is empty unless `kind` is `person`; unknown stays unknown. */
export interface Addressee {
  readonly kind: 'person' | 'worker' | 'group' | 'unknown';
  readonly names: readonly string[];
  /** How it is known: from the label, a vocative, a question answered, or a plural form. */
  readonly by: 'label' | 'vocative' | 'answer' | 'plural' | 'none';
}

/** A co-member or worker named in the words. */
export interface Mention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly vocative: boolean;
}

/** A sentence as the tagger hears it: offsets into `Turn.words`, and its steps for every act in the order of `ACTS`. */
export interface HeardSentence {
  readonly start: number;
  readonly end: number;
  readonly steps: Int16Array;
  readonly byWorker: boolean;
}

/** What a turn does, to whom, and what it takes up. */
export interface Talk {
  readonly acts: readonly Act[];
  /** Its sentences as the tagger alone hears them, also what it hears too faintly to be taken as done: see `heard`. */
  readonly sentences: readonly HeardSentence[];
  /** How far its words lean towards what may be raised: see `leanings.ts`. */
  readonly leanings: Int16Array;
  readonly addressee: Addressee;
  readonly mentions: readonly Mention[];
  /** Count of spoken words. */
  readonly wordCount: number;
  /** A back-channel: three words or fewer that only keep the other going. */
  readonly backchannel: boolean;
  /** Content words, lower case and stemmed, for uptake and topic. */
  readonly stems: ReadonlySet<string>;
  /** Feeling and situation families touched (`loss`, `shame`, `money`, …), see `families.ts`. */
  readonly families: ReadonlySet<string>;
}

/** Whether a turn does `act` at all. */
export function does(talk: Talk, ...acts: readonly ActName[]): boolean {
  return talk.acts.some((a) => acts.includes(a.act));
}

/** Chance, 0 to 1, that a sentence does `act`, by the tagger alone; 0 where its speaker cannot. */
export function heardIn({ steps, byWorker }: HeardSentence, act: ActName): number {
  const at = PLACE.get(act)!;
  return canDo(act, byWorker) ? chanceOf(at, steps[at]!) : 0;
}

/**
 * The chance, 0 to 1, that some sentence between two offsets of the turn's words does `act`, by the tagger alone.
 * A chance of 0.3 means that three in ten sentences that sound so do it.
 */
export function heard(talk: Talk, act: ActName, start = 0, end = Number.POSITIVE_INFINITY): number {
  const at = PLACE.get(act)!;
  let most: HeardSentence | undefined;
  for (let i = firstEndingAfter(talk.sentences, start); i < talk.sentences.length; i++) {
    const sentence = talk.sentences[i]!;
    if (sentence.start >= end) break;
    if (most === undefined || sentence.steps[at]! > most.steps[at]!) most = sentence;
  }
  return most === undefined ? 0 : heardIn(most, act);
}

/** The index of the first sentence that ends after an offset: sentences stand in order, and a turn may have thousands. */
function firstEndingAfter(sentences: readonly HeardSentence[], offset: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
