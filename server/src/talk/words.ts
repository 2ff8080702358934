/** Sentences and words of what was said. Offsets are UTF-16 positions in `Turn.words`. */

import { stemmer } from 'stemmer';
import { matchesIn } from '../recording/expressions.ts';
import { LIMITS } from '../recording/limits.ts';

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION = /(?:^|\s)(?:mr|mrs|ms|dr|st|prof|e\.g|i\.e|vs|no|\p{L})\.$/iu;

const END_MARK = /(?<![.!?…。！？])[.!?…。！？]+["”’')\]]*(?=\s|$)|\n+/gu;

/** Sentences of what was cut last: many patterns ask about one turn, and then about the next. */
const CUT = new Map<string, readonly Sentence[]>();
const MOST_CUT = 256;

/**
 * Sentences by their end marks; quotation marks and brackets stay with the sentence they close. Behind the last that is
 * told apart (`LIMITS.sentences`) the rest is one.
 */
export function sentencesOf(words: string): readonly Sentence[] {
  let sentences = CUT.get(words);
  if (sentences === undefined) {
    sentences = cut(words);
    if (CUT.size >= MOST_CUT) CUT.clear();
    CUT.set(words, sentences);
  }
  return sentences;
}

function cut(words: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const text = words.slice(start, end);
    const lead = text.length - text.trimStart().length;
    const trimmed = text.trim();
    if (trimmed !== '')
      sentences.push({ start: start + lead, end: start + lead + trimmed.length, text: trimmed });
    start = end;
  };
  for (const mark of matchesIn(END_MARK, words)) {
    const end = mark.index + mark[0].length;
    if (mark[0] === '.' && ABBREVIATION.test(words.slice(Math.max(start, end - 6), end))) continue;
    push(end);
    if (sentences.length === LIMITS.sentences) break;
  }
  push(words.length);
  return sentences;
}

/** Where the sentence begins that `at` stands in. */
export function startOfSentence(words: string, at: number): number {
  let start = 0;
  for (const mark of matchesIn(/[.!?…]\s+/g, words.slice(0, at))) start = mark.index + mark[0].length;
  return start;
}

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|[?!,;:…]|\.{3}|["“”]|—|–/gu;

/** Straight apostrophes for typographic ones; the length stays, so that offsets hold. */
export function straight(text: string): string {
  return text.includes('’') ? text.replace(/’/g, "'") : text;
}

/** Words in lower case with straight apostrophes, and the marks that carry meaning. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text))
    tokens.push({
      text: straight(found[0].toLowerCase()),
      start: found.index,
      end: found.index + found[0].length,
    });
  return tokens;
}

/** Tokens that are no words. */
const MARKS: ReadonlySet<string> = new Set('?!,;:…"“”—–'.split('').concat('...'));

/** Count of spoken words among the tokens of a text: the same as `countWords` of it. */
export function countSpoken(tokens: readonly Token[]): number {
  let count = 0;
  for (const { text } of tokens) if (!MARKS.has(text)) count++;
  return count;
}

/** Count of spoken words, marks left out. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of matchesIn(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu, text)) count++;
  return count;
}

/** Words that carry no topic: function words, fillers, and the small change of talk. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the and or but so if then than that this these those there here it its it's he she they we you i me my mine your yours his her hers our ours their theirs him them us " +
    "is am are was were be been being isn't aren't wasn't weren't do does did don't doesn't didn't done have has had haven't hasn't hadn't having will would won't wouldn't can could can't couldn't cannot " +
    "shall should shouldn't may might must mustn't ought i'm you're he's she's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll we'll they'll that's there's what's who's let's " +
    'of to in on at by for with from about into over under up down out off again as like just only even also too very really quite rather maybe perhaps ' +
    'not no yes yeah yep nah oh ah um uh er mm hmm ok okay well right sure now then when where why how what who which whose whom while because since until before after ' +
    'all any some one ones other others another each every both either neither more most much many few less such own same something anything nothing everything someone anyone everyone somebody anybody everybody nobody thing things ' +
    'get got getting go goes going went gone come comes came coming say says said saying tell tells told know knows knew think thinks thought mean means see sees saw look looks feel feels felt make makes made take takes took want wants wanted need needs ' +
    'bit lot kind sort way stuff gonna gotta wanna always never ever still already yet back away around time day today'
  ).split(' '),
);

const STEMS = new Map<string, string>();

/** The stem of a word, remembered; the memory is bounded by the vocabulary of what is open. */
export function stemOf(word: string): string {
  const known = STEMS.get(word);
  if (known !== undefined) return known;
  if (STEMS.size > 20_000) STEMS.clear();
  const stem = stemmer(word.replace(/'s$/, ''));
  STEMS.set(word, stem);
  return stem;
}

/** Stems of the words that carry the topic. */
export function stemsOf(tokens: readonly Token[]): Set<string> {
  const stems = new Set<string>();
  for (const { text } of tokens) if (text.length > 2 && !FUNCTION_WORDS.has(text)) stems.add(stemOf(text));
  return stems;
}
