/** Questions that patterns ask of the sequence: who comes in, who takes up whom, what is still open. */
import { type Range, rangeOf, type Turn } from '../recording/model.ts';
import { type Act, type ActName, does } from '../talk/model.ts';
import { stemOf, straight } from '../talk/words.ts';
import type { Group, Move } from './model.ts';

/** How many questions are asked of moves (see `remembered`), and what stands for an answer that is none. */
let questions = 0;
const NOTHING = Symbol('nothing');

/** The move at an index, or undefined outside the record. */
export function moveAt(group: Group, index: number): Move | undefined {
  return group.moves[index];
}

/** The nearest move before `index` that `is`, at most `within` moves back. */
export function lastBefore(
  group: Group,
  index: number,
  within: number,
  is: (move: Move) => boolean,
): Move | undefined {
  for (let i = index - 1; i >= Math.max(0, index - within); i--)
    if (is(group.moves[i]!)) return group.moves[i];
  return undefined;
}

/** The nearest move after `index` that `is`, at most `within` moves on. */
export function firstAfter(
  group: Group,
  index: number,
  within: number,
  is: (move: Move) => boolean,
): Move | undefined {
  for (let i = index + 1; i <= Math.min(group.moves.length - 1, index + within); i++)
    if (is(group.moves[i]!)) return group.moves[i];
  return undefined;
}

/** Moves from `from` to `to`, both included, clipped to the record. */
export function movesBetween(group: Group, from: number, to: number): readonly Move[] {
  return group.moves.slice(Math.max(0, from), Math.min(group.moves.length, to + 1));
}

/** Worker moves that invite the group in: an opening, a link, a message handed on, a question to all (catalogue A: opening). */
export function invites(move: Move): boolean {
  if (!move.byWorker) return false;
  if (does(move.talk, 'opening', 'linking', 'redirecting')) return true;
  return move.talk.addressee.kind === 'group' && does(move.talk, 'question-open', 'rehearsal');
}

/** Whether the worker invites the group between two indexes, both included. */
export function invitedBetween(group: Group, from: number, to: number): boolean {
  return movesBetween(group, from, to).some(invites);
}

/**
 * The response window after `index`: the next three moves with at least one of the worker's among them, up to five
 * while members keep talking to each other (catalogue A: RW).
 */
export function responseWindow(group: Group, index: number): readonly Move[] {
  let to = index + 3;
  while (to < index + 5 && !movesBetween(group, index + 1, to).some((move) => move.byWorker)) to++;
  return movesBetween(group, index + 1, to);
}

/** A member takes up a co-member: by name, by word, or by speaking straight to them (catalogue A: link). */
export function takesUpMember(move: Move): boolean {
  if (move.byWorker || move.turn.speaker.kind === 'plural') return false;
  const { addressee, mentions, wordCount } = move.talk;
  // A long turn after somebody's “…, and what if he falls?” need not be an answer to it.
  if (addressee.kind === 'person' && (addressee.by !== 'answer' || wordCount <= 12)) return true;
  if (mentions.length > 0) return true;
  // An answer to the worker that names nobody is the worker's, however it sounds.
  if (addressee.kind === 'worker') return false;
  return does(move.talk, 'relating', 'challenge', 'support');
}

/** Whether a move is a member's. */
export function byMember(move: Move): boolean {
  return move.turn.speaker.kind === 'member';
}

/** Moves that count in ratios: back-channels dropped, neighbours of one speaker taken as one (the first stands for them). */
export function voiced(moves: readonly Move[]): Move[] {
  const kept: Move[] = [];
  for (const move of moves) {
    if (move.talk.backchannel) continue;
    const last = kept[kept.length - 1];
    if (last && sameVoice(last, move)) continue;
    kept.push(move);
  }
  return kept;
}

function sameVoice(a: Move, b: Move): boolean {
  return a.byWorker && b.byWorker ? true : a.name === b.name && a.turn.speaker.kind === 'member';
}

/** Shares of a stretch (domain 4.2). All between 0 and 1; 0 for an empty stretch. */
export interface Shares {
  readonly turns: number;
  /** Worker turns among all. */
  readonly worker: number;
  /** Member-to-member transitions among all. */
  readonly memberToMember: number;
  /** Those of them in which a co-member is named, addressed or built upon. */
  readonly direct: number;
  readonly speakers: ReadonlySet<string>;
}

export function sharesOf(moves: readonly Move[]): Shares {
  const turns = voiced(moves);
  let worker = 0;
  let memberToMember = 0;
  let direct = 0;
  const speakers = new Set<string>();
  turns.forEach((move, index) => {
    if (move.byWorker) worker++;
    else speakers.add(move.name);
    const before = turns[index - 1];
    if (before && !before.byWorker && !move.byWorker && before.name !== move.name) {
      memberToMember++;
      if (takesUpMember(move)) direct++;
    }
  });
  const steps = Math.max(1, turns.length - 1);
  return {
    turns: turns.length,
    worker: turns.length === 0 ? 0 : worker / turns.length,
    memberToMember: memberToMember / steps,
    direct: direct / steps,
    speakers,
  };
}

/**
 * Seconds of silence recorded right before a move, where a length is given: on a line of its own, at the end of the turn
 * above, or ahead of the move's own words.
 */
export function silenceBefore(
  { moves }: Group,
  { before, index, turn }: Move,
): { readonly marked: boolean; readonly seconds: number | undefined } {
  const silence =
    before.find((event) => event.nature === 'silence') ??
    atEdge(moves[index - 1]?.turn, (act, words) => act.start >= words.end) ??
    atEdge(turn, (act, words) => act.end <= words.start);
  return { marked: silence !== undefined, seconds: silence?.seconds };
}

/** A silence written beside a turn's words, on the side that `lies` says. */
function atEdge(
  turn: Turn | undefined,
  lies: (act: Range, words: Range) => boolean,
): { readonly seconds?: number } | undefined {
  const [first, last] = [turn?.fragments[0]?.place, turn?.fragments.at(-1)?.place];
  if (turn === undefined || first === undefined || last === undefined) return undefined;
  const words = { start: rangeOf(first).start, end: rangeOf(last).end };
  return turn.nonverbal.find((act) => act.kind === 'silence' && lies(rangeOf(act.place), words));
}

/** Content shared between two moves: the stems both carry. A person's name is nobody's subject. */
export function sharedStems(a: Move, b: Move): string[] {
  const shared = [...a.talk.stems].filter((stem) => b.talk.stems.has(stem));
  if (shared.length === 0 || a.talk.mentions.length === 0) return shared;
  const names = new Set(
    a.talk.mentions.map(({ start, end }) => stemOf(a.turn.words.slice(start, end).toLowerCase())),
  );
  return shared.filter((stem) => !names.has(stem));
}

/** What stands in quotation marks; and a question told without them: "and you go, hey, you got room?" */
const REPORTED =
  /[“"][^“”"]*[”"]|(?<=\b(?:go|goes|went|say|says|said|asks|asked|(?<!\b(?:can|could|may|might|must|let|i'll|to|just|me|[Ii]|we) )ask|(?:was|is|were|'s|'re|be|'m) like), )[^.?!“"]{1,120}\?/g;

/**
 * The speaker's own words: straight apostrophes, and whatever is reported blanked out, so that nobody is judged by words
 * that they only pass on. As long as `turn.words`, so that offsets hold.
 */
export const ownSpeech = remembered(({ turn }) =>
  // "What will you say if they ask, what's that?" asks still, when what is reported is out.
  straight(turn.words).replace(REPORTED, (quoted) =>
    quoted.endsWith('?') ? `${' '.repeat(quoted.length - 1)}?` : ' '.repeat(quoted.length),
  ),
);

/** The surest of a move's acts among `wanted`. */
export function surest(move: Move, ...wanted: readonly ActName[]): Act | undefined {
  let best: Act | undefined;
  for (const act of move.talk.acts)
    if (wanted.includes(act.act) && act.confidence > (best?.confidence ?? 0)) best = act;
  return best;
}

/** Whether a move names somebody or speaks to them. */
export function turnsTo(move: Move, name: string): boolean {
  return (
    move.talk.addressee.names.includes(name) || move.talk.mentions.some((mention) => mention.name === name)
  );
}

/** First persons that tell nothing of one's life: an opinion, a wish for the other, a word about this talk. */
const NOT_OF_LIFE =
  /\b(?:if i (?:were|was) you|i(?:'d| would| could|'ll| will)\b|i (?:think|mean|guess|suppose|know|wonder|see|bet|reckon|swear|agree|say|said|hear|hope|wish|like|love|don't (?:know|think|see|get|believe|mean))|i(?:'m| am) (?:sorry|sure|just|only|not|saying|with|asking|glad|on|listening)|(?:can|could|may|do|should) (?:i|we)|(?:tell|let|give|show|ask|excuse|believe|trust) (?:me|us))\b/gi;

/** A member tells something of their own life, in the first person, or says that it is so with them too. */
export const speaksOfSelf = remembered((move) => {
  if (!byMember(move)) return false;
  // "Snap." and "Ours was the hallway." need no first person.
  if (does(move.talk, 'same-boat') && move.talk.wordCount <= 8 && !/\?/.test(move.turn.words)) return true;
  return /\b(?:i|i'm|i've|i'd|me|mine|myself|we|we've|we'd|us|ours)\b/i.test(
    ownSpeech(move).replace(NOT_OF_LIFE, ' '),
  );
});

/**
 * An act of a move, where nothing else reads its sentence more surely: for a pattern that would rest on that act alone.
 * It compares readings of one sentence, so that it holds whatever confidences the reader of talk gives.
 */
export function readsAs(move: Move, ...wanted: readonly ActName[]): Act | undefined {
  return move.talk.acts.find(
    (act) =>
      wanted.includes(act.act) &&
      !move.talk.acts.some((other) => other.start === act.start && other.confidence > act.confidence),
  );
}

const TO_SEVERAL =
  /\b(?:you (?:\w+ )?(?:all|two|three|both|lot|guys|folks)|both of you|each of you|all of you|any of you|the rest of you|everyone|everybody|anyone|anybody|who else|ye|yous|y'all|lads|girls|ladies|folks)\b/i;

/**
 * The one member to whom a worker's move speaks: whom she calls, or else who spoke right before her. Undefined where she
 * speaks to several or to all, or where it would be a guess.
 */
export function spokenTo(group: Group, move: Move): string | undefined {
  const { kind, names } = move.talk.addressee;
  if (kind === 'person') return names.length === 1 ? names[0] : undefined;
  const before = group.moves[move.index - 1];
  if (kind === 'group' || TO_SEVERAL.test(ownSpeech(move)) || before === undefined || !byMember(before))
    return undefined;
  return before.name;
}

const BUT =
  /^(?:[\p{L}']+[,.…—–]*\s+){0,5}but\b|^(?:(?:yes|yeah|yep|ya|aye|i know|i mean|right|well|okay|ok|mm+|oh|sure|maybe|i suppose|i guess|tried|no)[,.…—– ]+)*(?:(?:i|we)(?:'ve| have|'d| did| do|ve)? (?:already |all )?(?:tried|did|done|been|asked|have|do)\b|(?:i|we)(?:'ve| have) (?:already )?got (?:one|that|it|them|those|some|two|three|a)\b|(?:tried|done|did|been) (?:that|it|there)|(?:it|that) (?:doesn't|didn't|won't|wouldn't|don't)|(?:he|she|they)(?:'d| would|'ll| will)? (?:never|won't|wouldn't|don't|doesn't|just|only)|easier said|can't\b|i can't\b|not with\b|if only)/iu;

/** A member meets a suggestion with a “but”: the act, or a turn that begins with an obstacle or with what was tried. */
export function meetsWithBut(move: Move): boolean {
  return byMember(move) && (does(move.talk, 'yes-but') || BUT.test(ownSpeech(move)));
}

const PART =
  /\b(?:excerpts?|extracts?|selected|selection|portion|part of|some of|minutes? \d|from minute)\b/i;

/**
 * Whether the record can show that something is missing from a session: neither its header nor a heading says that it is
 * a part, and it has more turns than the few moments that students often write down without saying so (G10; domain 7,
 * trap 1).
 */
export function recordedWhole(group: Group, turns: number): boolean {
  const { header, sections } = group.recording;
  if (header.excerpt || sections.some(({ kind, title }) => kind === 'dialogue' && PART.test(title)))
    return false;
  return group.moves.length >= turns;
}

/** The moves of the first `share` of the record, `least` of them at any rate. */
export function firstMoves(group: Group, share: number, least: number): readonly Move[] {
  return group.moves.slice(0, Math.max(least, Math.ceil(group.moves.length * share)));
}

/** However long the record, a meeting does not close over more turns than these. Ours. */
const LONGEST_CLOSE = 30;

/** The moves of the last `share` of the record, `least` of them at any rate. */
export function lastMoves(group: Group, share: number, least: number): readonly Move[] {
  return group.moves.slice(-Math.min(LONGEST_CLOSE, Math.max(least, Math.ceil(group.moves.length * share))));
}

/**
 * What the writer tells of the room instead of giving it in speech: summaries and gestures right before these moves, in
 * them, and, where they reach the end of the record, after it.
 */
export function toldIn(group: Group, moves: readonly Move[]): string[] {
  const texts = moves.flatMap((move) => [
    ...move.before.map((event) => event.text),
    ...move.turn.nonverbal.map((act) => act.text),
  ]);
  const last = moves[moves.length - 1];
  return last !== undefined && last.index === group.moves.length - 1
    ? [...texts, ...group.after.map((event) => event.text)]
    : texts;
}

const OTHERWISE =
  /^(?:(?:oh|well|right|hang on|hold on|sorry|with respect|look)[,.…—– ]+)*(?:no\b(?!,? (?:i know|worries|problem|but thanks|thank))|nah\b|rubbish|nonsense|bollocks|bullshit|come off it|that's not (?:true|fair|right|what|how)|it's not\b|it isn't|it wasn't|you(?:'re| are) (?:wrong|joking|kidding|having)|i don't (?:agree|see it|think (?:so|that's))|i disagree|says who|who says|you always|you never|you don't know|hardly)/i;

/** A member says that they see it otherwise than somebody else, in act or at the very start of their words. */
export function saysOtherwise(move: Move): boolean {
  return byMember(move) && (does(move.talk, 'disagreement', 'challenge') || OTHERWISE.test(ownSpeech(move)));
}

/**
 * An answer that a move gives by itself, remembered for as long as the move stays the same: for patterns whose reach is
 * the session, which ask every move again at each change, and for those that ask many moves on every side.
 */
export function remembered<T>(ask: (move: Move) => T): (move: Move) => T {
  const question = questions++;
  return (move) => {
    const known = move.answers[question];
    if (known !== undefined) return (known === NOTHING ? undefined : known) as T;
    const answer = ask(move);
    move.answers[question] = answer === undefined ? NOTHING : answer;
    return answer;
  };
}
