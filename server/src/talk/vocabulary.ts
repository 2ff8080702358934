/**
 * What is known of a word by itself: whether it carries a topic, whom it makes the subject, what it does to a clause, and
 * what kind of thing or doing it names. Looked up once a word and remembered, so that a sentence is read by numbers.
 */
import { FUNCTION_WORDS, stemOf } from './words.ts';

/** Whose doing a clause is about. */
export const SUBJECT = {
  none: 0,
  I: 1,
  you: 2,
  we: 3,
  they: 4,
  third: 5,
  it: 6,
  there: 7,
  lets: 8,
  name: 9,
  noun: 10,
  bare: 11,
} as const;
export type Subject = (typeof SUBJECT)[keyof typeof SUBJECT];

/** How a clause stands to what is so (after Palmer, Mood and Modality, 2001). */
export const MODALITY = { plain: 0, must: 1, could: 2, will: 3, would: 4, past: 5, perfect: 6 } as const;
export type Modality = (typeof MODALITY)[keyof typeof MODALITY];

export interface Word {
  readonly text: string;
  readonly hash: number;
  /** Sign that stands for rarer words: their kind, or their ending; of a small word the word itself. */
  readonly bones: number;
  /** Carries a topic. */
  readonly content: boolean;
  readonly stem: string;
  readonly stemHash: number;
  readonly subject: Subject;
  readonly modality: Modality;
  readonly letters: boolean;
  readonly mark: boolean;
  readonly negates: boolean;
  readonly reports: boolean;
  readonly supposes: boolean;
  readonly others: boolean;
  readonly wh: boolean;
  readonly asksFirst: boolean;
  readonly lead: boolean;
  /** A verb in the form in which one tells somebody to do something. */
  readonly bare: boolean;
  /** Ends a clause, so that modality and negation before it do not reach past it. */
  readonly breaks: boolean;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const SUBJECTS: ReadonlyMap<string, Subject> = new Map(
  (
    [
      ["i i'm i've i'd i'll", SUBJECT.I],
      ["you you're you've you'd you'll y'all yous", SUBJECT.you],
      ["we we're we've we'd we'll", SUBJECT.we],
      ["they they're they've they'd they'll", SUBJECT.they],
      ["he she he's she's he'd she'd he'll she'll", SUBJECT.third],
      ["it it's that that's this it'll that'll", SUBJECT.it],
      ["there there's", SUBJECT.there],
      ["let's", SUBJECT.lets],
    ] as const
  ).flatMap(([words, subject]) => words.split(' ').map((word) => [word, subject] as const)),
);

const MODALITIES: ReadonlyMap<string, Modality> = new Map(
  (
    [
      ["must should ought need needs shouldn't mustn't needn't gotta shall better", MODALITY.must],
      ["can could may might can't cannot couldn't mightn't", MODALITY.could],
      ["will won't gonna i'll you'll we'll they'll he'll she'll it'll that'll going", MODALITY.will],
      ["would wouldn't i'd you'd we'd they'd he'd she'd", MODALITY.would],
      [
        "was were had did didn't wasn't weren't hadn't went got came said told used took made felt thought knew lost left gave kept put sat stood ran wrote rang heard saw asked tried wanted",
        MODALITY.past,
      ],
      ["have has i've you've we've they've haven't hasn't been", MODALITY.perfect],
    ] as const
  ).flatMap(([words, modality]) => words.split(' ').map((word) => [word, modality] as const)),
);

const NEGATIONS = set(
  "not no never nobody nothing none without don't doesn't didn't isn't aren't wasn't weren't can't cannot couldn't won't wouldn't shouldn't haven't hasn't hadn't mustn't ain't",
);
const REPORTING = set('said says told tells reckons thinks asked goes saying');
const SUPPOSING = set("if unless would've could've should've");
const OTHERS = set(
  'anyone anybody everyone everybody others else somebody someone group folks lads ladies people both all us each',
);
const WH = set("who what when where why how which whose what's who's how's where's");
const ASKING_FIRST = set(
  "who what when where why how which whose do does did is are was were will would can could shall should may might have has had am isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't haven't hasn't any",
);
const LEADS = set(
  'so well and but okay ok right now oh ah um uh yes yeah no mm hmm look listen sorry just then or anyway also maybe perhaps please always even',
);
const BREAKS = set('but because cos when while until since although though so , ; : . ? ! — – …');
const BARE = set(
  "add apologise apply ask avoid be begin book borrow breathe bring buy call carry catch change chat check choose clear close come contact cook count cut dance describe do don't draw drink drop eat enjoy explain fetch fill find finish follow forget forgive get give go hand hang have hear help hold ignore imagine invite join keep knock lay learn leave lend let let's lie listen lock look make meet move never note open pack pay phone pick picture plan play pop pray press pretend pull push put read record remember repeat report rest ring run save say see sell send set share show shut sing sit sleep slow smile sort speak stand start stay stick stop swap switch take talk tear tell text thank think throw trust try turn use visit wait walk wash watch wear welcome work write",
);

/** Kinds of doing and of thing: words that play one part in a sentence though they differ (cf. Levin's verb classes, 1993). */
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    speak:
      'ask asks asked asking call calls called calling chat email explain mention message phone rang ring ringing say speak speaking spoke talk talked talking tell telling text texted write writing wrote',
    try: 'attempt begin join joined keep practise practice start started starting stick swap switch tried try trying use using',
    move: 'bring come drive drop fetch follow leave moved move pop run send stay visit walk walked walking',
    give: 'borrow buy fill give given hand lend pass put send set share show sort swap',
    mind: 'believe bet expect forget guess hope imagine know notice reckon remember suppose understand wonder wondering',
    hurt: 'afraid angry anxious ashamed cried cry crying dread embarrassed fed frightened furious gutted guilty hate hurt lonely mad numb nervous sad scared shame sick stuck terrified tired upset useless worried worry',
    well: 'better calm glad happy hopeful love lovely pleased proud relief relieved safe',
    good: 'amazing brave brilliant excellent fantastic fine grand great impressive lovely nice perfect strong super tough well wonderful',
    bad: 'awful bad hard heavy horrible lonely nasty rough rubbish terrible tough worse worst',
    kin: 'aunt boyfriend brother brothers children cousin dad daughter daughters ex family father gran grandad granny husband kid kids lad mam mom mother mum nan parents partner sister sisters son sons uncle wife',
    help: 'advice app association book booklet centre charity class classes clinic club clubs college council counsellor course desk doctor drop-in fund gp grant helpline hotline leaflet leaflets library line nurse office pharmacist programme scheme service services sessions specialist support team therapist therapy website workshop',
    paper:
      'appointment card cards chart diary document envelope exercise form forms handout letter letters list notebook page pages paper papers plan questionnaire sheet sheets slide worksheet',
    time: 'april august december evening february friday fridays hour hours january july june lunch march minute minutes monday mondays month months morning november october saturday september sunday thursday thursdays tomorrow tonight tuesday tuesdays wednesday wednesdays week weekend weeks year years yesterday',
    count:
      'couple dozen eight eleven fifteen fifty five four half hundred nine seven six ten thirty three twelve twenty two',
    food: 'biscuit biscuits bread cake coffee cup cuppa dinner food kettle lunch milk sugar tea',
    talkof: 'answer group meeting question questions room session story thread topic voice',
    place:
      'bus car church court flat home hospital house job kitchen office school shop street town ward work',
  }).flatMap(([kind, words]) => words.split(' ').map((word) => [word, `<${kind}>`] as const)),
);

const ENDING = /(?:ing|ed|ly|ers|er|est|ness|tion|ment|s|y)$/;

/** FNV-1a over UTF-16 units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function signOf(text: string, letters: boolean): string {
  const kind = KINDS.get(text);
  if (kind !== undefined) return kind;
  if (!letters || FUNCTION_WORDS.has(text)) return text;
  if (/^\d/.test(text)) return '<num>';
  return `~${ENDING.exec(text)?.[0] ?? ''}`;
}

function look(text: string): Word {
  const mark = /^[^\p{L}\p{N}<]/u.test(text);
  const letters = !mark && /\p{L}/u.test(text);
  const content = letters && text.length > 2 && !text.startsWith('<') && !FUNCTION_WORDS.has(text);
  const stem = content ? stemOf(text) : text;
  return {
    text,
    hash: hashOf(text),
    bones: hashOf(text.startsWith('<') ? text : signOf(text, !mark)),
    content,
    stem,
    stemHash: hashOf(stem),
    subject: SUBJECTS.get(text) ?? SUBJECT.none,
    modality: MODALITIES.get(text) ?? MODALITY.plain,
    letters: letters || text.startsWith('<'),
    mark,
    negates: NEGATIONS.has(text),
    reports: REPORTING.has(text),
    supposes: SUPPOSING.has(text),
    others: OTHERS.has(text),
    wh: WH.has(text),
    asksFirst: ASKING_FIRST.has(text),
    lead: LEADS.has(text),
    bare: BARE.has(text),
    breaks: BREAKS.has(text),
  };
}

const WORDS = new Map<string, Word>();

/** The word, looked at once; the memory is bounded by the vocabulary of what is open. */
export function wordFor(text: string): Word {
  const known = WORDS.get(text);
  if (known !== undefined) return known;
  if (WORDS.size > 20_000) WORDS.clear();
  const word = look(text);
  WORDS.set(text, word);
  return word;
}

/** A name, and the name of whoever spoke just before, as signs in place of the words. */
export const NAME: Word = { ...look('<name>'), subject: SUBJECT.name };
export const PREVIOUS: Word = { ...look('<prev>'), subject: SUBJECT.name };
