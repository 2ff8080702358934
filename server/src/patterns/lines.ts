/** Making lines a worker could say: people's names, their own words said back to them, and who else said something near. */
import type { Group, Move } from '../group/model.ts';
import { byMember, lastBefore, sharedStems } from '../group/sequence.ts';
import { familiesOf, PAINFUL, SHARED } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { countWords, sentencesOf, straight } from '../talk/words.ts';
import { type OwnWords, ownWords, type Wanted } from './own-words.ts';

/** "Ana", "Ana and Ben", "Ana, Ben and Carla". */
export function named(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** Names to call to: "Ana", "Ana, Ben". */
export function called(names: readonly string[]): string {
  return names.join(', ');
}

/** "turn 12", "turns 12–30" from zero-based indexes. */
export function turns(at: number, to: number): string {
  return at === to ? `turn ${at + 1}` : `turns ${at + 1}–${to + 1}`;
}

/** A number in words up to twelve. */
export function count(n: number): string {
  return (
    ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][
      n
    ] ?? String(n)
  );
}

/** The member who speaks most often in these moves. */
export function mostHeard(moves: readonly Move[]): string | undefined {
  const turns = new Map<string, number>();
  for (const move of moves) if (byMember(move)) turns.set(move.name, (turns.get(move.name) ?? 0) + 1);
  return [...turns].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whether the group is known, or may be taken, to meet again after this time. */
export function meetsAgain(group: Group): boolean {
  const { session, of, type } = group.recording.header;
  return type !== 'single-session' && !(session !== undefined && session === of);
}

/** First letter upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Members who could be asked, best first: those who touched the same feeling or situation, then those who spoke last,
 * then the others present. Never somebody absent; nobody in `except`.
 */
export function othersFor(group: Group, move: Move, except: readonly string[], most = 2): string[] {
  const left = new Set(except);
  const scores = new Map<string, number>();
  for (const name of group.present) if (!left.has(name)) scores.set(name, 0);
  for (let i = Math.max(0, move.index - 30); i < Math.min(group.moves.length, move.index); i++) {
    const other = group.moves[i]!;
    if (!scores.has(other.name)) continue;
    const near = 1 - (move.index - i) / 60;
    scores.set(other.name, Math.max(scores.get(other.name)!, near + kinship(move, other)));
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name)
    .slice(0, most);
}

/** How near two members' words are to each other: families of feeling and situation count most, then content words. */
function kinship(move: Move, other: Move): number {
  const kin = [...other.talk.families].filter((family) => move.talk.families.has(family));
  const felt = kin.filter((family) => FELT.has(family)).length;
  return 2 * felt + 0.7 * (kin.length - felt) + 0.6 * Math.min(2, sharedStems(move, other).length);
}

const FELT: ReadonlySet<string> = new Set<string>([...SHARED, ...PAINFUL]);

/** From here on two members' words are taken to be about one thing: a feeling or a situation in common, and a word more. */
const KIN = 2;

/**
 * Who else has said something near a member's words, and can be quoted with it: the nearest in meaning of the others'
 * turns before `at`. Undefined where nobody has.
 */
export function kinOf(
  group: Group,
  move: Move,
  at: number,
  except: readonly string[] = [],
): Move | undefined {
  let best: { readonly move: Move; readonly worth: number } | undefined;
  for (let i = Math.max(0, at - 60); i < at; i++) {
    const other = group.moves[i]!;
    if (!byMember(other) || other.name === move.name || except.includes(other.name)) continue;
    if (!group.present.includes(other.name)) continue;
    const worth = kinship(move, other);
    if (worth < KIN || worth < (best?.worth ?? 0) || youSaid(other, { near: move, earlier: true }) === '')
      continue;
    best = { move: other, worth };
  }
  return best?.move;
}

/** The member whose words a worker's move answers: the nearest before it who said more than a few words. */
export function answered(group: Group, at: number, within = 6): Move | undefined {
  let nearest: Move | undefined;
  for (let i = at - 1; i >= Math.max(0, at - within); i--) {
    const move = group.moves[i]!;
    if (move.byWorker || !byMember(move)) continue;
    nearest ??= move;
    if (move.talk.wordCount >= 5) return move;
  }
  return nearest;
}

/**
 * Whose trouble a worker's move is about: the last words of some length of the one she calls by name, where those are
 * near; else the move that a finding rests on; else what she answers.
 */
export function troubleAt(group: Group, at: number, found: number | undefined): Move | undefined {
  const { addressee } = group.moves[at]!.talk;
  const rests = found === undefined ? undefined : group.moves[found];
  const [who] = addressee.kind === 'person' && addressee.names.length === 1 ? addressee.names : [];
  const theirs =
    who === undefined || who === rests?.name
      ? undefined
      : lastBefore(group, at, 12, (move) => byMember(move) && move.name === who && move.talk.wordCount >= 5);
  return theirs ?? rests ?? answered(group, at);
}

/** Self-judgements that nobody should hear from the worker as a fact. */
const HARSH =
  /\b(?:useless|fail\w*|bad|worse|worst|terrible|awful|horrible|stupid|rubbish|fault|coward|idiot|fool|pathetic|monster|selfish|hate\w*|blame|not good|good enough|worthless|wrong|weak|mad|crazy|mental|lazy|nothing|drunk|drank|drink\w*|ugly|fat|dead|die|died|kill\w*|hit|hurt|lost|lie to|lied|stole|owe)\b/i;
/** What a person ought or is free to do is theirs to say; from the worker it would be an order or a leave. */
const ORDERS = /^you(?:’ll| (?:should|must|may|ought|have to|need to|will|can|could))\b/;
/** Words with which a clause tells by itself that it is what the person says or thinks. */
const SAYS = /^you (?:still |just |really )?(?:say|said|think|thought|reckon|wish|told|believe)\b/;

/**
 * What somebody said, to stand after their name: "you lie there and count", "you said your brother got sentenced", "you
 * said ‘all week I been putting out two plates’". Empty where nothing can be said back safely.
 */
export function youSaid(move: Move | undefined, wanted: Wanted = {}): string {
  const words = move && ownWords(move, wanted);
  if (!words) return '';
  if (words.toThem === undefined) return `you said ‘${words.said}’`;
  return plainly(words) || SAYS.test(words.toThem) ? words.toThem : `you said ${words.toThem}`;
}

/** A feeling can be given back without “you said”; a judgement, an order and a tale cannot. */
function plainly({ toThem = '', acts }: OwnWords): boolean {
  return (
    /^you(?:’re(?! (?:a|an|the|that|such|one)\b)|’ve)?\b(?!’)/.test(toThem) &&
    acts.some((act) => act === 'feeling' || act === 'dread' || act === 'same-boat') &&
    (FEELS.test(toThem) ||
      [...familiesOf(toThem.split(' '))].some((family) => (PAINFUL as readonly string[]).includes(family))) &&
    !HARSH.test(toThem) &&
    !ORDERS.test(toThem)
  );
}

const FEELS =
  /^you(?: still| just| always| never)? (?:feel|felt|love|loved|miss|missed|dread|hope|hoped|get that|get so|got so|were so)\b|^you’re (?:so|that) \w/;

/** The same as a sentence: "Ana, you lie there and count." Empty where nothing can be said back safely. */
export function toldBack(move: Move | undefined, wanted: Wanted = {}): string {
  const words = youSaid(move, wanted);
  return move && words ? `${move.name}, ${words}.` : '';
}

/** The same of something said a while ago: "Ana, earlier you said you lie there and count." */
export function recalled(move: Move, wanted: Wanted = {}): string {
  const words = youSaid(move, { ...wanted, earlier: true });
  if (words === '') return '';
  return `${move.name}, ${words.startsWith('you said') ? `earlier ${words}` : `you told us ${words}`}.`;
}

/** A short question as it was asked, in quotation marks: "‘How long before it's coming?’". Empty where there is none. */
export function asked(move: Move, most = 11): string {
  const [question] = sentencesOf(move.turn.words)
    .map(({ text }) => ({ text, length: countWords(text) }))
    .filter(({ text, length }) => length >= 3 && length <= most && /^\p{L}[^“”"‘[\]()—]*\?$/u.test(text))
    .filter(({ text }) => !/\b(?:can|could|may) I (?:say|ask|tell)\b|\byou\b/i.test(text))
    .sort((a, b) => b.length - a.length);
  return question === undefined ? '' : `‘${question.text}’`;
}

/** Feelings and states that a person named of themselves, as others would be asked about them. */
const LIKE_THAT: readonly (readonly [RegExp, string])[] = [
  [
    ofOneself('scared|frightened|afraid (?:of|to|he|she|they)|terrified|petrified'),
    'who else knows that fear?',
  ],
  [ofOneself('worried|worry|worrying|dread|dreading'), 'who else knows that dread?'],
  [ofOneself('ashamed|embarrassed|humiliated'), 'who else knows that shame?'],
  [ofOneself('guilt|guilty'), 'who else knows that guilt?'],
  [ofOneself('angry|furious|mad|raging'), 'who else knows that anger?'],
  [ofOneself('lonely'), 'who else knows that loneliness?'],
  [ofOneself('exhausted|knackered|shattered|worn out|tired'), 'who else knows that kind of tired?'],
  [
    /\bI(?:'m| am| was)? (?:lie|lay|lying|sit|sat) (?:there |up )?awake\b|\bI lie there\b|\bI(?:'m| am) awake\b|\bI(?:'ve| have)? ?(?:can't|cannot|couldn't|don't|didn't|haven't|not|never|hardly) (?:sleep|slept)\b/i,
    'who else has nights like that?',
  ],
  [ofOneself('cry|cried|crying|in tears'), 'who else has been near tears like that?'],
  [ofOneself('miss|missed|missing'), 'who else misses somebody like that?'],
];

/** "I", and within a few words of it one of these. */
function ofOneself(words: string): RegExp {
  return new RegExp(`\\bI(?:['’]\\w+)?(?: [\\w'’]+){0,3} (?:${words})\\b`, 'i');
}

/** A day or a duty to come. */
const AHEAD =
  /\b(?:tomorrow|tonight|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|going to|have to|i've to|got to|i'll|court|hearing|interview|appointment)\b/i;

const PLAIN: readonly string[] = [
  'who else knows something of that?',
  'who else knows what that’s like?',
  'who has been somewhere near that?',
  'who recognises that?',
];

/**
 * The question that opens the door to the others, in small letters, by what was said: the feeling that was named, the
 * wall that was run into, the day that lies ahead.
 */
export function whoElse(move: Move | undefined, wanted: Wanted = {}): string {
  const words = move && ownWords(move, wanted);
  if (words) {
    const plain = straight(words.said);
    const felt = LIKE_THAT.find(([named]) => named.test(plain));
    if (felt && (felt[1].includes('nights') || !/n't\b|\b(?:not|never|no|if)\b/i.test(plain))) return felt[1];
    if (words.acts.includes('grievance')) return 'who else has run into that?';
    if (words.acts.includes('dread') && AHEAD.test(plain))
      return 'who else has something like that ahead of them?';
  }
  return PLAIN[((move?.talk.wordCount ?? 0) + (move?.name.length ?? 0)) % PLAIN.length]!;
}

/**
 * Members' moves that a line can say back, one a person, in the order in which they were said: those whose words touch a
 * feeling or situation before those that do not, longer before shorter.
 */
export function quotable(moves: readonly Move[], most = 2): Move[] {
  const best = new Map<string, { readonly move: Move; readonly worth: number }>();
  for (const move of moves) {
    if (!byMember(move) || move.talk.wordCount < 4 || ownWords(move, { earlier: true })?.toThem === undefined)
      continue;
    const worth =
      4 * [...move.talk.families].filter((family) => FELT.has(family)).length +
      (does(move.talk, 'feeling', 'self-disclosure', 'taboo', 'dread') ? 3 : 0) +
      Math.min(20, move.talk.wordCount) / 4;
    if (worth > (best.get(move.name)?.worth ?? 0)) best.set(move.name, { move, worth });
  }
  return [...best.values()]
    .sort((a, b) => b.worth - a.worth)
    .slice(0, most)
    .map(({ move }) => move)
    .sort((a, b) => a.index - b.index);
}

/** What two members said, to the two of them: "Ana, you lie there and count; Ben, you said …." Empty where it cannot be. */
export function bothTold(first: Move, second: Move, wanted: Wanted = {}): string {
  const words = [youSaid(first, wanted), youSaid(second, wanted)];
  if (words.some((each) => each === '' || each.includes('‘')) || first.name === second.name) return '';
  return `${first.name}, ${words[0]}; ${second.name}, ${words[1]}.`;
}
