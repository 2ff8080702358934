/**
 * What the tagger sees of a sentence: its words, its mood, who it speaks of and to, and what it takes up.
 * The same features are made at training time and in the editor; a change here asks for a new training.
 */
import { cuesIn } from './cues.ts';
import { familiesOf } from './families.ts';
import { FUNCTION_WORDS, stemsOf, type Token } from './words.ts';

/** The turn before, as far as a reader of the next one would have it in the ear. */
export interface Heard {
  readonly speaker: string;
  readonly byWorker: boolean;
  readonly stems: ReadonlySet<string>;
  readonly endsAsking: boolean;
  readonly words: number;
  /** Numbers of the cues in it, and its families of feeling and situation. */
  readonly cues: readonly number[];
  readonly families: ReadonlySet<string>;
}

/** A sentence in its place. Names are canonical and in lower case. */
export interface Context {
  readonly byWorker: boolean;
  readonly speaker: string;
  /** All names that may be spoken: members and workers. */
  readonly names: ReadonlySet<string>;
  readonly before: Heard | undefined;
  /** A silence stands between the turn before and this one. */
  readonly afterSilence: boolean;
  readonly position: number;
  readonly of: number;
  /** The sentence before in the same turn ended with a question mark. */
  readonly afterQuestion: boolean;
  /** Cues of the whole turn, this sentence's among them. */
  readonly turnCues: readonly number[];
}

const ASKING_START = new Set(
  "who what when where why how which whose do does did is are was were will would can could should shall may might have has had am isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't haven't hasn't any".split(
    ' ',
  ),
);
const WH = new Set("who what when where why how which whose what's who's how's where's".split(' '));
const SUBJECTS: Readonly<Record<string, string>> = {
  i: 'I',
  "i'm": 'I',
  "i've": 'I',
  "i'd": 'I',
  "i'll": 'I',
  my: 'I',
  me: 'I',
  mine: 'I',
  you: 'you',
  "you're": 'you',
  "you've": 'you',
  "you'd": 'you',
  "you'll": 'you',
  your: 'you',
  we: 'we',
  "we're": 'we',
  "we've": 'we',
  "we'd": 'we',
  "we'll": 'we',
  us: 'we',
  our: 'we',
  "let's": 'lets',
  they: 'they',
  "they're": 'they',
  "they've": 'they',
  "they'd": 'they',
  "they'll": 'they',
  them: 'they',
  he: 'third',
  she: 'third',
  "he's": 'third',
  "she's": 'third',
  it: 'it',
  "it's": 'it',
  that: 'it',
  "that's": 'it',
  this: 'it',
  there: 'there',
  "there's": 'there',
};
const MODALS = new Set(
  "can could may might must shall should will would ought can't couldn't won't wouldn't shouldn't gonna need needs have".split(
    ' ',
  ),
);
const NEGATIONS = new Set(
  "not no never nobody nothing none without don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't haven't hasn't".split(
    ' ',
  ),
);
const REPORTING = new Set('said says told tells reckons thinks asked goes'.split(' '));
const PAST = new Set(
  'was were had did went got came said told been used took made felt thought knew lost left gave'.split(' '),
);
const CONDITIONAL = new Set("if unless would've could've should've".split(' '));
const OTHERS = new Set(
  'anyone anybody everyone everybody others else somebody someone group folks lads ladies people both all us each'.split(
    ' ',
  ),
);

/** A word's class where the word itself is too rare to learn from: function words stay, names become signs, the rest their ending. */
function skeletonOf(token: Token, context: Context): string {
  const { text } = token;
  if (context.names.has(text)) return context.before?.speaker === text ? '<prev>' : '<name>';
  if (FUNCTION_WORDS.has(text) || /^[^\p{L}\p{N}]/u.test(text)) return text;
  if (/^\d/.test(text)) return '<num>';
  const ending = /(?:ing|ed|ly|ers|er|est|ness|tion|ment|s|y)$/.exec(text)?.[0];
  return ending ? `~${ending}` : '~';
}

const HASHES = new Map<string, number>();

/** FNV-1a over UTF-16 units, remembered for words that come again. */
export function hashOf(text: string): number {
  const known = HASHES.get(text);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  if (HASHES.size > 50_000) HASHES.clear();
  HASHES.set(text, hash);
  return hash;
}

/** One feature from its kind and parts, without making a string of them. */
function mix(kind: number, a: number, b: number, c: number): number {
  let hash = Math.imul(kind ^ a, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + b, 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 16)) + c, 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) >>> 0;
}

const KIND = {
  bias: 1,
  word: 2,
  wordBy: 3,
  pair: 4,
  bones: 5,
  bones3: 6,
  prefix: 7,
  start2: 8,
  start3: 9,
  cue: 10,
  cueBy: 11,
  cueAsked: 12,
  family: 13,
  form: 14,
  formBy: 15,
  place: 16,
  placeBy: 17,
  before: 18,
  beforeFamily: 19,
  turn: 20,
  stem: 21,
} as const;
const START = hashOf('<s>');
const END = hashOf('</s>');

/**
 * Features of one sentence, as 32-bit hashes; one may come twice and counts once. Cost grows with the sentence alone.
 * @param tokens the tokens of the sentence
 */
export function featuresOf(tokens: readonly Token[], context: Context): number[] {
  const features: number[] = [];
  const by = context.byWorker ? 1 : 2;
  const add = (kind: number, a: number, b = 0, c = 0): void => {
    features.push(mix(kind, a, b, c));
  };
  add(KIND.bias, 0);
  const words = tokens.map(({ text }) =>
    context.names.has(text) ? (context.before?.speaker === text ? '<prev>' : '<name>') : text,
  );
  const skeleton = tokens.map((token) => skeletonOf(token, context));
  const hashes = words.map(hashOf);
  const bones = skeleton.map(hashOf);
  const last = words.length - 1;

  for (let i = 0; i <= last; i++) {
    const hash = hashes[i]!;
    add(KIND.word, hash);
    add(KIND.wordBy, hash, by);
    add(KIND.pair, i > 0 ? hashes[i - 1]! : START, hash);
    add(KIND.bones, i > 0 ? bones[i - 1]! : START, bones[i]!);
    if (i > 0) add(KIND.bones3, i > 1 ? bones[i - 2]! : START, bones[i - 1]!, bones[i]!);
    if (words[i]!.length > 5) add(KIND.prefix, hashOf(words[i]!.slice(0, 5)));
  }
  add(KIND.pair, last < 0 ? START : hashes[last]!, END);
  add(KIND.bones3, last < 1 ? START : bones[last - 1]!, last < 0 ? START : bones[last]!, END);
  add(KIND.start2, bones[0] ?? END, bones[1] ?? END, by);
  add(KIND.start3, bones[0] ?? END, bones[1] ?? END, bones[2] ?? END);

  const asks = words.includes('?') ? 1 : 0;
  // With a name put out of sight the sentence is no longer a part of its turn as the turn's cues were found.
  const named = words.some((word) => word.startsWith('<'));
  for (const cue of cuesIn(joined(words), named ? undefined : context.turnCues)) {
    add(KIND.cue, cue);
    add(KIND.cueBy, cue, by);
    if (asks) add(KIND.cueAsked, cue);
  }
  const families = familiesOf(words);
  for (const family of families) add(KIND.family, hashOf(family), by);
  if (families.size > 0) add(KIND.family, START, by);
  for (const form of formsOf(words, skeleton)) {
    add(KIND.form, hashOf(form));
    add(KIND.formBy, hashOf(form), by);
  }
  for (const cue of context.turnCues) add(KIND.turn, cue, by);
  const { before } = context;
  if (before) {
    const after = by + (before.byWorker ? 2 : 0);
    for (const cue of before.cues) add(KIND.before, cue, after);
    for (const family of before.families) add(KIND.beforeFamily, hashOf(family), after);
    if (before.families.size > 0) add(KIND.beforeFamily, START, after);
  }
  const stems = stemsOf(tokens);
  for (const stem of stems) add(KIND.stem, hashOf(stem), by);
  for (const sign of placeOf(tokens, words, stems, context)) {
    add(KIND.place, hashOf(sign));
    add(KIND.placeBy, hashOf(sign), by);
  }
  return features;
}

/** Cues of a run of tokens that names nobody in particular. */
export function cuesOf(tokens: readonly Token[]): number[] {
  return cuesIn(joined(tokens.map(({ text }) => text)));
}

/** The words as one line again, with names as signs, for cues to be found in. */
function joined(words: readonly string[]): string {
  let line = '';
  for (const word of words) line += line === '' || PUNCTUATION.has(word) ? word : ` ${word}`;
  return line;
}

const PUNCTUATION = new Set([',', ';', ':', '?', '!', '…', '...']);

/** Mood, subject, modality, negation, report, condition, time: what a grammar of acts is made of. */
function formsOf(words: readonly string[], skeleton: readonly string[]): string[] {
  const forms: string[] = [];
  const plain = words.filter((word) => /[\p{L}<]/u.test(word));
  const asks = words.includes('?');
  const first = plain[0] ?? '';
  const lead = plain.find((word) => !LEADS.has(word) && !word.startsWith('<')) ?? first;
  const subject = plain
    .slice(0, 8)
    .map((word) => SUBJECTS[word])
    .find((one) => one !== undefined);
  forms.push(`lead ${FUNCTION_WORDS.has(lead) ? lead : (skeleton[words.indexOf(lead)] ?? lead)}`);
  if (asks)
    forms.push('asks', WH.has(lead) ? 'asks wh' : ASKING_START.has(lead) ? 'asks yes-no' : 'asks otherwise');
  else if (WH.has(lead)) forms.push('wh without mark');
  if (subject) forms.push(`subject ${subject}${asks ? ' ?' : ''}`);
  else if (!asks) forms.push(plain.length <= 3 ? 'fragment' : 'no subject');
  // An English sentence whose first word is a bare verb and that has no subject tells somebody to do something.
  if (!asks && subject === undefined && !FUNCTION_WORDS.has(lead) && !/(?:ed|ing|ly|s)$/.test(lead))
    forms.push('imperative-like');
  if (!asks && IMPERATIVES.has(lead)) forms.push('imperative');
  for (const word of plain) {
    if (MODALS.has(word)) forms.push(`modal ${word}`, `modal ${subject ?? '-'} ${word}`);
    if (NEGATIONS.has(word)) forms.push('negated');
    if (REPORTING.has(word)) forms.push('reported');
    if (PAST.has(word)) forms.push('past', `past ${subject ?? '-'}`);
    if (CONDITIONAL.has(word)) forms.push('conditional');
    if (OTHERS.has(word)) forms.push(`others ${word}`, asks ? 'others asked' : 'others named');
  }
  forms.push(
    plain.length <= 2 ? 'tiny' : plain.length <= 5 ? 'short' : plain.length <= 14 ? 'middling' : 'long',
  );
  return forms;
}

const LEADS = new Set(
  'so well and but okay ok right now oh ah um uh yes yeah no mm hmm look listen sorry just then or anyway also'.split(
    ' ',
  ),
);
const IMPERATIVES = new Set(
  "try go get take give tell ask talk call ring write keep put make let let's don't stop start think have be come bring leave say see look hold wait stay check speak pick find use turn".split(
    ' ',
  ),
);

/** Where the sentence stands: after whom, taking up what, naming whom. */
function placeOf(
  tokens: readonly Token[],
  words: readonly string[],
  stems: ReadonlySet<string>,
  context: Context,
): string[] {
  const signs: string[] = [];
  const { before } = context;
  const named = new Set(
    tokens
      .filter((token) => context.names.has(token.text) && token.text !== context.speaker)
      .map((token) => token.text),
  );
  signs.push(`names ${Math.min(named.size, 3)}`);
  if (before && named.has(before.speaker)) signs.push('names previous');
  if (named.size > 0 && !(before && named.has(before.speaker) && named.size === 1))
    signs.push('names another');
  if (words[0]?.startsWith('<') && words[1] === ',') signs.push('vocative first');
  if (words[words.length - 2]?.startsWith('<') && words[words.length - 3] === ',')
    signs.push('vocative last');
  if (named.size > 0 && words.length <= 3) signs.push('only a name');
  signs.push(
    context.position === 0
      ? 'first sentence'
      : context.position === context.of - 1
        ? 'last sentence'
        : 'inner sentence',
  );
  if (context.of === 1) signs.push('only sentence');
  if (context.afterQuestion) signs.push('after own question');
  if (context.afterSilence) signs.push('after silence');
  if (before === undefined) return [...signs, 'opens the record'];
  signs.push(before.byWorker ? 'after worker' : 'after member');
  if (before.endsAsking)
    signs.push('after question', before.byWorker ? 'after worker question' : 'after member question');
  signs.push(
    before.words <= 4 ? 'after few words' : before.words <= 20 ? 'after some words' : 'after many words',
  );
  let shared = 0;
  for (const stem of stems) if (before.stems.has(stem)) shared++;
  const share = stems.size === 0 ? 0 : shared / stems.size;
  signs.push(
    shared === 0
      ? 'takes up nothing'
      : share >= 0.6
        ? 'takes up most'
        : share >= 0.3
          ? 'takes up some'
          : 'takes up little',
  );
  if (shared > 0) signs.push(`shares ${Math.min(shared, 3)}`);
  return signs;
}
