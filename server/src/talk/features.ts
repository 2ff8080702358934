/**
 * What the tagger sees of a sentence: its words, its mood, who it speaks of and to, and what it takes up.
 * The same features are made at training time and in the editor; a change here asks for a new training.
 */
import { wide } from '../recording/expressions.ts';
import { cuesIn } from './cues.ts';
import { familiesOf } from './families.ts';
import { hashOf, MODALITY, NAME, PREVIOUS, SUBJECT, type Subject, type Word, wordFor } from './vocabulary.ts';
import type { Token } from './words.ts';

/** A turn before, as far as a reader of the next one would have it in the ear. */
export interface Heard {
  readonly speaker: string;
  readonly byWorker: boolean;
  readonly stems: ReadonlySet<string>;
  readonly endsAsking: boolean;
  readonly words: number;
  /** Numbers of the cues in it, and its families of feeling and situation. */
  readonly cues: readonly number[];
  readonly families: ReadonlySet<string>;
  /** Its last sentence. */
  readonly last: readonly Token[];
}

/** A sentence in its place. Names are canonical and in lower case. */
export interface Context {
  readonly byWorker: boolean;
  readonly speaker: string;
  /** All names that may be spoken: members and workers. */
  readonly names: ReadonlySet<string>;
  /** One member alone with a worker: what is said is said to the other. */
  readonly alone: boolean;
  readonly before: Heard | undefined;
  readonly beforeThat: Heard | undefined;
  /** A silence stands between the turn before and this one. */
  readonly afterSilence: boolean;
  readonly position: number;
  readonly of: number;
  /** Words of the sentences of the same turn before and after this one. */
  readonly previous: readonly Token[] | undefined;
  readonly next: readonly Token[] | undefined;
  /** Cues of the whole turn, this sentence's among them. */
  readonly turnCues: readonly number[];
}

/** One feature from its kind and parts, without making a string of them. */
function mix(kind: number, a: number, b: number, c: number): number {
  let hash = Math.imul(kind ^ a, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + b, 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 16)) + c, 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) >>> 8;
}

const KIND = {
  bias: 1,
  word: 2,
  wordBy: 3,
  pair: 4,
  bones: 5,
  prefix: 6,
  start2: 7,
  clause: 8,
  cue: 9,
  cueBy: 10,
  cueAsked: 11,
  family: 12,
  form: 13,
  formBy: 14,
  place: 15,
  placeBy: 16,
  does: 17,
  doesSo: 18,
  earlier: 19,
  stem: 20,
  previous: 21,
  next: 22,
  before: 23,
} as const;
const START = hashOf('<s>');
const END = hashOf('</s>');
const ASK = hashOf('?');

/** The words of a sentence, with names as signs. */
function seen(tokens: readonly Token[], context: Context): Word[] {
  return tokens.map(({ text }) =>
    context.names.has(text) ? (context.before?.speaker === text ? PREVIOUS : NAME) : wordFor(text),
  );
}

/** The feature that every sentence of a worker, or of a member, has: it holds how often an act is done at all. */
export function biasOf(byWorker: boolean): number {
  return mix(KIND.bias, byWorker ? 1 : 2, 0, 0);
}

/**
 * Features of one sentence, as 24-bit hashes; one may come twice and counts once. Cost grows with the sentence alone.
 * @param tokens the tokens of the sentence
 */
export function featuresOf(tokens: readonly Token[], context: Context): number[] {
  const features: number[] = [];
  const by = context.byWorker ? 1 : 2;
  const add = (kind: number, a: number, b = 0, c = 0): void => {
    features.push(mix(kind, a, b, c));
  };
  features.push(biasOf(context.byWorker));
  const words = seen(tokens, context);
  const { length } = words;
  const asks = words.some((word) => word.hash === ASK) ? 1 : 0;

  for (let i = 0; i < length; i++) {
    const { hash, bones, text, content, stemHash } = words[i]!;
    const left = words[i - 1];
    add(KIND.word, hash);
    add(KIND.wordBy, hash, by);
    add(KIND.pair, left?.hash ?? START, hash);
    add(KIND.bones, left?.bones ?? START, bones);
    if (content) add(KIND.stem, stemHash, by);
    if (text.length > 4 && content) add(KIND.prefix, hashOf(text.slice(0, 4)));
  }
  add(KIND.pair, words[length - 1]?.hash ?? START, END);
  add(KIND.bones, words[length - 1]?.bones ?? START, END);
  add(KIND.start2, words[0]?.bones ?? END, words[1]?.bones ?? END, by);

  // With a name put out of sight the sentence is no longer a part of its turn as the turn's cues were found.
  const named = words.some((word) => word === NAME || word === PREVIOUS);
  for (const cue of cuesIn(joined(words), named ? undefined : context.turnCues)) {
    add(KIND.cue, cue);
    add(KIND.cueBy, cue, by);
    if (asks) add(KIND.cueAsked, cue);
  }
  const families = familiesOf(words.map((word) => word.text));
  for (const family of families) add(KIND.family, hashOf(family), by);
  if (families.size > 0) add(KIND.family, START, by);
  const subject = addClauses(words, asks, by, add);
  for (const form of formsOf(words, asks, subject)) {
    add(KIND.form, hashOf(form));
    add(KIND.formBy, hashOf(form), by);
  }
  addNeighbours(context, by, add);
  for (const sign of placeOf(words, asks, subject, families, context)) {
    add(KIND.place, hashOf(sign));
    add(KIND.placeBy, hashOf(sign), by);
  }
  return features;
}

type Add = (kind: number, a: number, b?: number, c?: number) => void;

/**
 * Clause by clause: who does what, and how it stands to what is so. "You could ring them", "he rang them" and "ring them"
 * share a word and nothing else. Returns the first subject.
 */
function addClauses(words: readonly Word[], asks: number, by: number, add: Add): Subject {
  let subject: Subject = SUBJECT.none;
  let first: Subject = SUBJECT.none;
  let modality: number = MODALITY.plain;
  let negated = 0;
  let supposed = 0;
  let opening = true;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.breaks) {
      modality = MODALITY.plain;
      negated = 0;
      if (word.text === ',') supposed = 0;
      opening = true;
      continue;
    }
    if (word.supposes) supposed = 1;
    if (word.lead) continue;
    if (word.subject !== SUBJECT.none && !(word.subject === SUBJECT.it && !opening)) {
      // "Ben, what…": a name set apart is called to and does nothing in the clause.
      if (!(word.subject === SUBJECT.name && words[i + 1]?.mark)) {
        subject = word.subject;
        if (first === SUBJECT.none) first = subject;
        modality = MODALITY.plain;
        negated = 0;
        opening = false;
      }
    } else if (opening && word.letters) {
      opening = false;
      if (word.bare && !asks) {
        subject = SUBJECT.bare;
        if (first === SUBJECT.none) first = subject;
      } else if (word.content && subject === SUBJECT.none) {
        subject = SUBJECT.noun;
        if (first === SUBJECT.none) first = subject;
      }
    }
    if (word.modality !== MODALITY.plain) {
      modality = word.modality;
      add(KIND.clause, subject * 8 + modality, asks * 4 + supposed * 2 + negated, by);
    }
    if (word.negates) {
      negated = 1;
      add(KIND.clause, subject * 8 + modality, 8 + asks, by);
    }
    if (word.content) {
      add(KIND.does, word.stemHash, subject);
      add(KIND.doesSo, word.bones, subject * 8 + modality, asks * 4 + supposed * 2 + negated);
    }
  }
  return first;
}

/** What stands beside it: the sentence before and after in the turn, and how the turn before ended. */
function addNeighbours(context: Context, by: number, add: Add): void {
  const { previous, next, before } = context;
  if (previous) {
    for (const { text } of previous) add(KIND.previous, wordFor(text).hash, by);
    add(KIND.previous, wordFor(previous[0]?.text ?? '').hash, wordFor(previous[1]?.text ?? '').hash, 9);
  }
  if (next) {
    for (const { text } of next) add(KIND.next, wordFor(text).hash, by);
  }
  if (before) {
    const after = by + (before.byWorker ? 2 : 0);
    for (const cue of before.cues) add(KIND.before, cue, after);
    for (const { text } of before.last)
      add(KIND.earlier, (context.names.has(text) ? NAME : wordFor(text)).hash, after);
  }
}

/** Cues of a run of tokens that names nobody in particular. */
export function cuesOf(tokens: readonly Token[]): number[] {
  return cuesIn(joined(tokens));
}

/** The words as one line again, with names as signs, for cues to be found in. */
function joined(words: readonly { readonly text: string }[]): string {
  let line = '';
  for (const { text } of words) line += line === '' || PUNCTUATION.has(text) ? text : ` ${text}`;
  return wide(line);
}

const PUNCTUATION = new Set([',', ';', ':', '?', '!', '…', '...']);

/** Mood, subject, modality, negation, report, condition: what a grammar of acts is made of. */
function formsOf(words: readonly Word[], asks: number, subject: Subject): string[] {
  const forms: string[] = [];
  const plain = words.filter((word) => word.letters);
  const lead = plain.find((word) => !word.lead && word !== NAME && word !== PREVIOUS) ?? plain[0];
  forms.push(`lead ${lead?.bones ?? ''}`);
  if (asks) forms.push('asks', lead?.wh ? 'asks wh' : lead?.asksFirst ? 'asks yes-no' : 'asks otherwise');
  else if (lead?.wh) forms.push('wh without mark');
  forms.push(`subject ${subject}${asks ? ' ?' : ''}`);
  if (!asks && subject === SUBJECT.none) forms.push(plain.length <= 3 ? 'fragment' : 'no subject');
  if (!asks && lead?.bare) forms.push('imperative');
  for (const word of plain) {
    if (word.negates) forms.push('negated');
    if (word.reports) forms.push('reported');
    if (word.supposes) forms.push('conditional');
    if (word.others) forms.push(`others ${word.text}`, asks ? 'others asked' : 'others named');
  }
  forms.push(
    plain.length <= 2 ? 'tiny' : plain.length <= 5 ? 'short' : plain.length <= 14 ? 'middling' : 'long',
  );
  return forms;
}

/** Where the sentence stands: after whom, taking up what, naming whom. */
function placeOf(
  words: readonly Word[],
  asks: number,
  subject: Subject,
  families: ReadonlySet<string>,
  context: Context,
): string[] {
  const signs: string[] = [];
  const { before, beforeThat } = context;
  const last = words.length - 1;
  const isName = (word: Word | undefined): boolean => word === NAME || word === PREVIOUS;
  const names = words.filter(isName).length;
  const previous = words.includes(PREVIOUS);
  signs.push(`names ${Math.min(names, 3)}`);
  if (previous) signs.push('names previous');
  if (names > (previous ? 1 : 0)) signs.push('names another');
  if (isName(words[0]) && words[1]?.text === ',') signs.push('vocative first');
  if (isName(words[last - 1]) && words[last - 2]?.text === ',') signs.push('vocative last');
  if (names > 0 && words.length <= 3) signs.push('only a name');
  signs.push(
    context.position === 0
      ? 'first sentence'
      : context.position === context.of - 1
        ? 'last sentence'
        : 'inner sentence',
  );
  if (context.of === 1) signs.push('only sentence');
  if (context.previous?.at(-1)?.text === '?') signs.push('after own question');
  if (context.next?.at(-1)?.text === '?') signs.push('before own question');
  if (context.afterSilence) signs.push('after silence');
  if (context.alone) signs.push('alone', `alone ${subject} ${asks}`);
  if (before === undefined) return [...signs, 'opens the record'];
  signs.push(before.byWorker ? 'after worker' : 'after member');
  if (before.endsAsking)
    signs.push('after question', before.byWorker ? 'after worker question' : 'after member question');
  signs.push(
    before.words <= 4 ? 'after few words' : before.words <= 20 ? 'after some words' : 'after many words',
  );
  // Who speaks in turn: the same two, or a third (Sacks, Schegloff & Jefferson 1974).
  const seat =
    beforeThat === undefined
      ? 'second'
      : beforeThat.speaker === context.speaker
        ? 'two in turn'
        : beforeThat.byWorker
          ? 'a worker before that'
          : 'a member before that';
  signs.push(`${seat} ${before.byWorker}`, `${seat} ${before.byWorker} ${asks} ${subject}`);
  const stems = new Set(words.filter((word) => word.content).map((word) => word.stem));
  let shared = 0;
  let older = 0;
  for (const stem of stems) {
    if (before.stems.has(stem)) shared++;
    else if (beforeThat?.stems.has(stem)) older++;
  }
  const share = stems.size === 0 ? 0 : shared / stems.size;
  const uptake =
    shared === 0
      ? 'takes up nothing'
      : share >= 0.6
        ? 'takes up most'
        : share >= 0.3
          ? 'takes up some'
          : 'takes up little';
  signs.push(uptake, `${uptake} ${before.byWorker} ${asks} ${subject}`);
  if (shared > 0) signs.push(`shares ${Math.min(shared, 3)}`);
  if (older > 0) signs.push('takes up older');
  for (const family of families)
    if (before.families.has(family)) {
      signs.push('same family', `same family ${subject} ${asks}`);
      break;
    }
  if (before.families.size > 0) signs.push(`after a family ${families.size > 0} ${asks}`);
  return signs;
}
