/**
 * A person's own words in the worker's mouth: the clause that carries most, cut where a clause ends, and turned so that
 * it can be said to that person: "my back goes" becomes "your back goes". To say somebody's words back to them, nearly
 * as they were, is the plainest form of reflection and leaves it to them to say more (domain 3.2, 3.8).
 *
 * Words are turned only where grammar leaves no doubt; then they are quoted as they were said; else not used at all.
 * Turning is to the second person only: English verbs do not change between "I" and "you" but for "am" and "was",
 * while "Ana" would need another verb form, and a "he" or "she" that no recording tells.
 */

import type { Move } from '../group/model.ts';
import { matchesIn } from '../recording/expressions.ts';
import { familiesOf, PAINFUL } from '../talk/families.ts';
import type { ActName } from '../talk/model.ts';
import { countWords, FUNCTION_WORDS, sentencesOf, stemsOf, straight, tokensOf } from '../talk/words.ts';

/** A clause of somebody's. */
export interface OwnWords {
  /** As it was said, without its end mark: "my back goes". */
  readonly said: string;
  /** The same, said to the person: "your back goes"; undefined where it cannot be turned safely. */
  readonly toThem: string | undefined;
  /** What its sentence does. */
  readonly acts: readonly ActName[];
}

/** What a clause is wanted for. */
export interface Wanted {
  /** At most so many words. */
  readonly most?: number;
  /** Acts whose sentences are wanted before others: the disagreement, the plan. */
  readonly acts?: readonly ActName[];
  /** Acts of which its sentence must do one. */
  readonly only?: readonly ActName[];
  /** Somebody else's move beside which it is to stand: it is the person's own, and has a family or a word in common with it. */
  readonly near?: Move;
  /** What the person says of themselves: "I" or "my" comes first in it. */
  readonly own?: boolean;
  /** Said a while ago, so that "it" and "they" no longer point to anything. */
  readonly earlier?: boolean;
}

const MOST = 12;

/** Acts by which a person shows something of their own; their sentences are worth more than others. */
const TELLING: ReadonlySet<ActName> = new Set<ActName>([
  'feeling',
  'self-disclosure',
  'dread',
  'taboo',
  'grievance',
  'same-boat',
  'success',
  'yes-but',
]);

/** The clause of a turn that carries most; undefined when none can be cut without breaking it. */
export function ownWords(move: Move, wanted: Wanted = {}): OwnWords | undefined {
  let best: { readonly said: string; readonly worth: number; readonly acts: readonly ActName[] } | undefined;
  for (const { start, end, text } of sentencesOf(move.turn.words)) {
    if (/\?|[“”"‘[\]()_*]/.test(text) || INITIAL.test(text) || REPORTS.test(straight(text))) continue;
    const acts = move.talk.acts.filter((act) => act.start < end && act.end > start).map(({ act }) => act);
    if (wanted.only && !acts.some((act) => wanted.only!.includes(act))) continue;
    for (const said of clausesIn(text)) {
      if (!stands(said, wanted.most ?? MOST) || namesMember(move, start, end, said)) continue;
      // A "you" in it may be anybody; quoted, it would point at the wrong one.
      if (/\byou\b|\byou[r']/i.test(straight(said))) continue;
      if ((wanted.own || wanted.near) && !OF_ONESELF.test(said)) continue;
      if (wanted.near && !liesNear(said, wanted.near)) continue;
      const worth = worthOf(said, acts, wanted);
      if (best === undefined || worth > best.worth) best = { said, worth, acts };
    }
  }
  if (best === undefined || best.worth < LEAST) return undefined;
  return { said: lowered(best.said), toThem: turned(best.said), acts: best.acts };
}

/** After a lone capital a full stop may belong to a name or end what is said: "My foreman calls me W. Five years." */
const INITIAL = /(?<!\p{L})\p{Lu}\. \p{Lu}/u;

/** A clause worth less than this is small change: a time, a cup of tea. Ours, by reading. */
const LEAST = 2.5;

/** A clause about somebody who sits in the circle would single them out, said again by the worker. */
function namesMember(move: Move, from: number, to: number, said: string): boolean {
  return move.talk.mentions.some(
    ({ start, end }) => start >= from && end <= to && said.includes(move.turn.words.slice(start, end)),
  );
}

const OF_ONESELF = /^(?:I|my|mine|with me)\b/i;

/** About what another's move is about. */
function liesNear(said: string, other: Move): boolean {
  const tokens = tokensOf(said);
  return (
    [...familiesOf(tokens.map(({ text }) => text))].some((family) => other.talk.families.has(family)) ||
    [...stemsOf(tokens)].some((stem) => other.talk.stems.has(stem))
  );
}

/** Somebody else is speaking in it, and where they stop cannot be told. */
const REPORTS =
  /\b(?:say|says|said|saying|goes|went|like|told|tells|asks|asked|think|thought|thinks|reads|wrote|shouts|shouted)(?: (?:me|him|her|us|them|to \w+))?\s*[,:]/i;

/** Small words before a clause that belong to the talk and not to what is told. */
const LEAD =
  /^(?:(?:well|so|and|but|or|um|uh|er|oh|ah|yeah|yes|no|nah|yep|look|see|listen|like|honestly|anyway|you know|i mean|the thing is|because|'?cause|cos|then|just|okay|ok|right|actually|maybe|to be honest|to be fair|it's just|it's just that|mind you|sorry|thank you|thanks|please|god|christ|anyhow|also|or that|course|of course|funny thing is|truth is|if i'm honest|i'm not being (?:funny|rude|smart|horrible|nasty|awkward),? but)(?:,\s*|\s+|\s*[—–]\s*))+/i;
const TAIL =
  /,\s*(?:you know|to be honest|honestly|mind|mind you|like|really|though|that's all|i suppose|i guess|i think|i mean|so|then|anyway|please|thanks|thank you|and that|or something|or whatever|isn't it|innit|eh|bro|man|mate|love|miss|sir|madam|as well|too|see|with you|me|to be honest with you|see)$/i;
/** Where one clause ends and the next begins. */
const SEAM =
  /[;:…]\s*|(?<!\s)\s*(?:—|–|--)\s*|(?:,|(?<![\s,]))\s+(?=(?:but|because|cos|'cause|so that|so)\s)|,\s+(?=(?:and |then |and then |or |though )?(?:i|i'm|i've|i'd|i'll|he|he's|she|she's|they|they're|we|it|it's|you|there|there's|nobody|my|his|her|the)\b)|(?<!\s)\s+(?=and (?:then )?(?:i|i'm|i've|i'd|i'll|he|he's|she|she's|they|we|it's|my|nobody)\b)/i;

function clausesIn(sentence: string): string[] {
  const bare = (text: string): string =>
    text
      .trim()
      .replace(/(?<![\s.,!;:…—–-])[\s.,!;:…—–-]+$/, '')
      .replace(TAIL, '')
      .replace(LEAD, '')
      .replace(/^[\s,]+/, '');
  const whole = bare(sentence);
  const parts = sentence.split(SEAM).map(bare);
  const scraps = sentence.split(/,\s+|(?<!\s)\s*(?:—|–|--)\s*/).map(bare);
  return [...new Set([whole, ...parts, ...scraps])].filter((clause) => clause !== '');
}

const PRONOUN = /^(?:I|he|she|they|we|it|there|nobody|no one|everybody|everyone|somebody|someone)\b/i;
/** A pronoun with its verb grown on: always a finite clause. */
const GROWN =
  /^(?:I'(?:m|ve|d|ll)|(?:he|she|it|there|that|nobody|everybody|everyone)'(?:s|d|ll)|(?:they|we)'(?:re|ve|d|ll))\s+\S/i;
/** A noun phrase that begins a clause. */
const PHRASE = /^(?:my|mine|the|a|his|her|their|our|this|that|some|all|most|one|half|both|people|with me)\b/i;
const FINITE =
  /\b(?:is|isn't|are|aren't|was|wasn't|were|weren't|has|hasn't|had|hadn't|do|does|don't|doesn't|did|didn't|can|can't|could|couldn't|will|won't|would|wouldn't|should|shouldn't|must|might|may|went|goes|got|gets|gave|gives|came|comes|took|takes|told|tells|put|puts|kept|keeps|left|leaves|lost|made|makes|knew|knows|said|says|saw|sees|thought|thinks|wants|needs|looks|looked|rings|rang|sits|sat|stood|stands|died|dies|cries|cried|eats|ate|sleeps|slept|wakes|woke|shut|stopped|stops|started|starts|moved|turned|turns|asked|asks|called|calls|lives|lived|works|worked|hurts|helps|helped|fell|falls|ran|runs|broke|breaks|brought|brings|felt|feels|found|finds|hit|let|lets|sent|sends|walked|walks|waits|waited|\w+(?:'ve|'d|'ll|'re)|\w+'s (?:a|an|the|in|on|at|not|been|got|gone|only|still|always|never|so|too|my|his|her|their|out|off|up|down|\w+ing|\w+ed))\b/i;
/** After a pronoun subject these are no verb. */
const NO_VERB =
  /^(?:of|in|on|at|to|with|for|from|and|or|but|the|a|an|my|your|his|her|who|that|which|myself|too|neither|either|both|all|then|not|now|yes|no)$/i;
/** A clause that leans on what came before it says little alone. */
const LEANING =
  /^(?:which|that (?:he|she|they|i|we|it)|who|whose|because|to|of|for|than|as|if|when|where|while|until|till|though|unless|what|how|why|it(?:'s| is| was)?$)\b/i;
/** A cut clause that breaks off here has lost what it was about to say. */
const DANGLING =
  /\b(?:a|an|the|to|of|and|or|but|that|is|was|were|are|be|been|am|i'm|he's|she's|it's|they're|if|when|so|because|my|your|his|her|their|our|with|for|from|than|as|like|say|said|says|saying|think|thought|thinks|know|knew|mean|meant|tell|told|told me|tell me|guess|suppose|feel|felt|want|wanted|wish|wished|hope|hoped|ask|asked|swear|bet|reckon|not|never|just|only|very|too|even|who|what|which|where|how|at|into|by|about|did|does|do|have|has|had|would|could|should|will|can|\w+n't|'ve|'d|'ll|'re|(?:told|asked|said to) (?:the|my|his|her|our) \w+)$/i;
/** Words about this talk and not about a life; and the small change of talk. */
const ABOUT_TALK =
  /^(?:i (?:said|say|know)\b|i(?:'m| am) afraid (?:i have|i've|i did|it|not|so|there|we|that's)\b|i (?:mean|see|guess|suppose|know|dunno|agree|wonder|heard|hear|second|did|do|don't|didn't|am|was|will|have|haven't|can|can't|could|would|do not)\.?$|i (?:mean|see|agree|dunno|don't know|do not know|wonder|heard|hear|beg|didn't (?:say|mean)|never (?:said|told|meant)|was (?:going to|only|just)? ?(?:say|saying|ask|asking|thinking|wondering|making a joke|joking|having a laugh)|only (?:said|asked|meant)|said (?:it|that|so|what)|have to say|must say|want to (?:say|ask|know|hear)|just want to|like (?:that|it|this)|know (?:that|it|what you|how)|can see|thought (?:so|it|that|you))\b|i'(?:m| am) (?:saying|telling|not telling|just|not saying|asking|listening|sorry|sure|only|done|good|fine|ok|okay|alright|all right|with|here|not sure|glad you|joking|kidding|serious|thinking)\b|i'(?:ll|d) (?:say|tell|start|go first|ask|shut|stop|just|leave|have|do|put|make|wash|go|try|be|get|bring|like to (?:say|ask|know|hear)|say)\b|i've (?:never )?(?:not )?(?:said|told)|it(?:'s| is| was) (?:true|fine|ok|okay|all right|alright|nothing|me|you|not|only|just|what|a|the|good|that|this|like)\b|that(?:'s| is| was)?\b|this is\b|there(?:'s| is) (?:that|nothing|no)\b|(?:he|she|it|they) (?:did|does|do|don't|didn't|is|was|has|will|would|can|could)$)/i;

/** Somebody says who they are, or who is who. */
const NAMES = /^(?:I['’]m|I am|(?:[Mm]y|[Oo]ur) [\p{L}’' -]{2,20}(?:['’]s| is)) (?:\p{Lu}|\d)/u;

/** Whether a clause can stand alone: a subject, a verb for it, nothing broken off. */
function stands(said: string, most: number): boolean {
  const length = countWords(said);
  const plain = straight(said);
  if (length < 3 || length > most) return false;
  if (LEANING.test(plain) || DANGLING.test(plain) || ABOUT_TALK.test(plain) || NAMES.test(said)) return false;
  // Comma splices, asides and lists are hard to say again.
  if (/,/.test(plain)) return false;
  // "I have eighty": nothing in it that anybody could know from their own life.
  const tokens = tokensOf(said);
  if (stemsOf(tokens).size < 2 && familiesOf(tokens.map(({ text }) => text)).size === 0) return false;
  // What others would do hangs on an "if" that was not taken along.
  if (!OF_ONESELF.test(plain.replace(/^my\b/i, '')) && /\bwould\b/i.test(plain) && !/\bif\b/i.test(plain))
    return false;
  // An "it" that stands first points back to what was not taken along.
  if (/^it\b/i.test(plain) && !/\b(?:i|me|my)\b/i.test(plain)) return false;
  if (GROWN.test(plain)) return true;
  const words = plain.split(/\s+/);
  if (PRONOUN.test(plain)) {
    const verb = words.slice(1).find((word) => !ADVERB.test(word));
    return verb !== undefined && !NO_VERB.test(verb) && !/^[\w']+,/.test(words[0]!);
  }
  return PHRASE.test(plain) && FINITE.test(words.slice(1).join(' '));
}

const ADVERB =
  /^(?:just|still|always|never|only|even|also|really|already|sometimes|often|usually|once|almost|nearly|actually|hardly|barely|both|all|then)$/i;

function worthOf(said: string, acts: readonly ActName[], wanted: Wanted): number {
  const tokens = tokensOf(said);
  const families = familiesOf(tokens.map(({ text }) => text));
  const painful = [...families].filter((family) => (PAINFUL as readonly string[]).includes(family)).length;
  const length = countWords(said);
  const plain = straight(said);
  return (
    Math.min(2, families.size) +
    Math.min(2, painful) +
    0.7 * Math.min(4, stemsOf(tokens).size) +
    (/\b(?:i|i'm|i've|i'd|my|me)\b/i.test(plain) ? 1.2 : -0.6) +
    (acts.some((act) => wanted.acts?.includes(act)) ? 2.5 : 0) +
    (acts.some((act) => TELLING.has(act)) ? 1 : 0) +
    (turned(said) === undefined ? -1.2 : 0) -
    Math.abs(length - 6) * 0.12 -
    (/\b(?:it|this|that|them|these|those|one|ones)\b/i.test(plain) ? (wanted.earlier ? 1.5 : 0.5) : 0) -
    (/^(?:he|she|they|it)\b/i.test(plain) ? (wanted.earlier ? 1.2 : 0.4) : 0) -
    (wanted.earlier && /\b(?:now|today|here|just)\b/i.test(plain) ? 2 : 0)
  );
}

/** After "me", what shows that it is the pronoun and not "me mam". */
const AFTER_ME =
  /^(?:$|[,.]|(?:to|a|an|the|that|this|it|he|she|they|and|or|for|from|in|on|at|with|of|off|out|up|down|over|about|into|back|when|what|why|how|where|if|because|like|as|again|once|twice|every|all|before|after|anything|nothing|something|everything|some|any|no|not|never|his|her|their|my|i|one|two|three|so|by|than|but|through|feel|go|do|be|get|see|sick|mad|cry|laugh|think|wait|stay|sleep|alone|there|here|now|then|last|who|which|until|till|while|since|around|round|away|home|money|lies|papers|forms?|letters?)\b)/i;
/** Grammar of a place or a family that would sound like mimicry in the worker's mouth. */
const OWN_GRAMMAR =
  /\b(?:i (?:been|be|seen|done|gonna|finna|says|is|has|knows|goes|comes|sits|come|give|never (?:been|done|seen))|i ain't|ain't|don't nobody|didn't nobody|nobody don't|we was|they was|you was|he don't|she don't|it don't|(?:he|she|it) (?:buy|say|go|come|take|make|give|tell|want|need|know|think|look|do|have|get|put|keep|cry|drink|work|open|close|call|live|sit|like|love|eat|sleep|still \w+)|i (?!was\b|always\b|sometimes\b|perhaps\b|as\b|\w+(?:ss|us)\b)\w+s|i were|he were|she were|it were|gonna|gotta|wanna|ain't|nowt|owt|summat|innit|y'all|yous|youse|them (?:lot|ones|things|people|days)|me own|an (?=[b-df-gj-np-tv-z]|i |he |she |it )|(?:did|was|could|would|can|din|is|wid)nae|tae|oot|doon|aboot|hame|wi|ken)\b/i;

/**
 * A clause said to the person whose it is, from "I" to "you"; undefined where that is not sure to be right: where it has
 * a "you" or a "we" in it already, a dialect of its own, or a verb that would have to change and cannot be found.
 */
export function turned(said: string): string | undefined {
  const plain = straight(said);
  if (
    /\b(?:you|your|yours|yourself|you're|you've|you'd|you'll|we|we're|we've|we'd|we'll|us|our|ours|ourselves|let's|mine's)\b/i.test(
      plain,
    )
  )
    return undefined;
  if (OWN_GRAMMAR.test(plain)) return undefined;
  if (/\b(?:and|or) (?:I|me)\b|\bme and\b/i.test(plain) && !/\band I(?:'m|'ve|'d|'ll)?\s+\w/i.test(plain))
    return undefined;
  for (const found of matchesIn(/\bme\b\s*/gi, plain))
    if (!AFTER_ME.test(plain.slice(found.index + found[0].length))) return undefined;
  const told = plain
    .replace(/\b(?:sort|kind) of (?!a\b|thing)/gi, '')
    .replace(/\bI'm\b/gi, 'you’re')
    .replace(/\bI've\b/gi, 'you’ve')
    .replace(/\bI'd\b/gi, 'you’d')
    .replace(/\bI'll\b/gi, 'you’ll')
    .replace(/\bI (am|was|wasn't)\b/gi, (_, be: string) => `you ${BE[be.toLowerCase()]}`)
    .replace(
      new RegExp(`\\bI (${SMALL}) (am|was|wasn't)\\b`, 'gi'),
      (_, small: string, be: string) => `you ${small} ${BE[be.toLowerCase()]}`,
    )
    .replace(/\b(am|was|wasn't) I\b/gi, (_, be: string) => `${BE[be.toLowerCase()]} you`)
    .replace(/\bI\b/g, 'you')
    .replace(/\bmyself\b/gi, 'yourself')
    .replace(/\bmine\b/gi, 'yours')
    .replace(/\bmy\b/gi, 'your')
    .replace(/\bme\b/gi, 'you')
    .replace(/'/g, '’');
  // What is left of "am", or a second verb of "I" that stayed in its old form.
  if (/\bam\b|^you\S* \w+ you$/i.test(told) || /\byou\b.{0,200}\band (?:was|am|wasn’t)\b/i.test(told))
    return undefined;
  return lowered(told);
}

const SMALL = 'just|still|always|never|only|really|also|already|once|almost';
const BE: Readonly<Record<string, string>> = { am: 'are', was: 'were', "wasn't": "weren't" };

/** Lowers a capital that only began a sentence: that of a small word. Any other may be a name's, and stays. */
function lowered(words: string): string {
  const first = /^\p{L}[\p{L}'’]*/u.exec(words)?.[0] ?? '';
  const plain = straight(first.toLowerCase());
  const small =
    (FUNCTION_WORDS.has(plain) || /^you(?:r|rs|rself)?$/.test(plain)) && !/^I(?:['’]|$)/.test(first);
  return small ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
