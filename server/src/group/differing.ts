/**
 * How members differ, and whether they go on with it. Disagreement is seldom called one: it shows in a no, a "but", a
 * "you" turned against somebody, one's own otherwise, said to the one who spoke (Pomerantz 1984).
 */
import { leansTo } from './floor.ts';
import type { Group, Move } from './model.ts';
import { byMember, movesBetween, ownSpeech, remembered, sharedStems, turnsTo } from './sequence.ts';

/** Forms that say plainly that one sees it otherwise. */
const OTHERWISE =
  /\b(?:i (?:don't|do not|can't) (?:think (?:so|that|it|you|they|he|she)|agree|see it|believe (?:that|it|in|you)|buy (?:that|it)|accept)|i (?:wouldn't|couldn't|can't|could never|would never|'d never|would not|could not) (?:do|have|say|want|sign|go|give|leave|like|be)|i(?:'d| would) never|i(?:'d| would) sooner|disagree|i see (?:it|that) (?:differently|the other|another)|that's (?:not|precisely|exactly) (?:how|true|fair|right|it|what)|not (?:true|fair|for me|always|necessarily|with mine|in my)|but (?:isn't|doesn't|surely|what about|that's|it's not|you (?:can't|have to|got to|said))|though\.|(?:the )?other way (?:round|around)|the opposite|rubbish|nonsense|bullshit|come off it|that's (?:daft|lying|wrong|mad|a lie)|it's (?:lying|wrong|not right|cruel|a baby)|you (?:can't|cannot|cannae|mustn't|shouldn't|don't|have to|got to|ought to|had to|should)\b|you've got to|you don't get to|don't (?:tell|say|you|talk|give|be)|if you took|that's (?:(?:a bit|pretty|very|so|too|awful|really) )?(?:harsh|cold|mean|unfair|rich|easy (?:for you )?to say))\b/i;
/** Says it in so many words. */
const PLAINLY = /\bi (?:don't|do not|can't|cannot) agree\b|\bi disagree\b/i;
/** Puts the other's view as one that nobody could hold: "So nobody gets to come right?" */
const MAKES_ABSURD = /^(?:so|and so|oh so) (?:nobody|everybody|we|i|you|they|it|what|that)\b[^.?]{1,80}\?/i;
const NO_START =
  /^(?:(?:well|oh|but|ah|okay|ok)[, ]+)*(?:no\b|nah|nope|never\b|hardly|leave it|it's not\b|it isn't|it is not|that's not|i don't think|and i say|i (?:do|did|am|was|have|can)\b(?= [a-z]+[,.]| get| go| not)|i(?:'m| am) (?:not |just )?saying|i (?:never )?said\b|(?:i|we|you|they|he|she|it|that) (?:would|do|did|will|could|should|can|must) not\b|[^.?!]{1,40}\? (?:no\b|never\b|not\b)|well,? i (?:couldn't|wouldn't|don't|can't|didn't|never)|who says|says who|so you say)/i;
/** Goes along, whatever else it does. */
const AGREES =
  /^(?:(?:well|oh|and)[, ]+)*(?:yeah,? (?:me|same|i do|exactly)|yes,? (?:me|exactly|that's)|same\b|me too|exactly|true\b|that's (?:right|it|true)|i know\b|too right|snap|so (?:do|did|am) i|thank)/i;
const DENIES = /\b(?:\w+n't|not|no|never|nothing|nobody|none|nor|neither|hardly)\b/i;
const HEAT =
  /\byou(?:'ve|'re| have| are)? (?:always|never|not|only|just|all|people)\b|\w!|\b(?:liar|lying|rubbish|nonsense|bullshit|shut up|sick of|fed up with|stupid|daft|cheeky|idiot|selfish|lazy|ridiculous|how dare|don't (?:you )?(?:tell|talk|start)|leave it|get lost|piss|bloody|fuck\w*|not fair|you don't get to|you said|never forgive|shame on|disgust\w+|soft)\b/i;
/** Throws the other's words back: "What smell!", "The queen mother! She …", "Both?" */
const THROWN_BACK = /^(?:(?:what|which|whose|the|my|your|a|an|me|and|oh),? )*[^.,;:!?]{1,30}[!?]/i;
/** Says "you" of the one who spoke: what they did, have, are. */
const AT_YOU =
  /(?<!\b(?:thank|see|tell|told|ask|asked|give|hear|with|for|of) )\byou(?:r\b|'re\b|'ve\b|'d\b| (?!know\b|see\b|all\b|lot\b|two\b)\w+)/i;
/** Holds somebody to their word, which is another thing, or differs about a fact that can be looked up. */
const ASKS_ONLY = /\?["”’')]*\s*$/;

/** What a member's move shows of standing against somebody, whoever that may be. */
const signsAgainst = remembered((move: Move) => {
  const words = ownSpeech(move).trim();
  return {
    otherwise: OTHERWISE.test(words),
    plainly: PLAINLY.test(words),
    makesAbsurd: MAKES_ABSURD.test(words),
    begins: NO_START.test(words),
    atYou: AT_YOU.test(words),
    thrownBack: THROWN_BACK.exec(words)?.[0].toLowerCase(),
    heat: HEAT.test(words),
    agrees: AGREES.test(words),
    asksOnly: ASKS_ONLY.test(words),
    tried: /\b(?:tried|did|done|can't|won't let|haven't got)\b/i.test(words),
  };
});

const denies = remembered((move: Move): boolean => DENIES.test(ownSpeech(move)));

/** How far a member's move stands against what another said: above 0 it does. */
export function opposes(move: Move, other: Move): number {
  if (!byMember(move) || !byMember(other) || move.name === other.name) return Number.NEGATIVE_INFINITY;
  const signs = signsAgainst(move);
  let sum = -1;
  sum += 1.5 * leansTo(move, 'disagreement', 'challenge');
  if (signs.otherwise) sum += 1;
  if (signs.plainly) sum += 0.6;
  if (signs.makesAbsurd) sum += 0.6;
  if (signs.begins) sum += 0.8;
  if (turnsTo(move, other.name)) sum += 0.5;
  if (signs.atYou) sum += 0.4;
  const shared = sharedStems(move, other);
  if (shared.length > 0) sum += 0.3;
  if (shared.some((stem) => signs.thrownBack?.includes(stem))) sum += 0.8;
  // The same matter, and where one says yes the other says no.
  if (shared.length > 0 && denies(move) !== denies(other)) sum += 0.2;
  if (signs.heat) sum += 0.4;
  if (signs.agrees) sum -= 1.5;
  if (signs.asksOnly) sum -= 0.6;
  sum -= leansTo(move, 'support', 'same-boat') * 0.8;
  if (leansTo(other, 'advice') > 0.5 && signs.tried) sum -= 1;
  if (move.talk.wordCount <= 2) sum -= 0.8;
  return sum;
}

/** Two members at odds, right before a worker's move. */
export interface Difference {
  /** The last two turns that stand against each other. */
  readonly first: Move;
  readonly second: Move;
  /** How many turns stand against another. */
  readonly turns: number;
  /** How sure it is: the sum over the surest two. */
  readonly sure: number;
  readonly heat: boolean;
  /** One of them speaks of what the other does or is, not of a matter that both look at. */
  readonly personal: boolean;
  /** How many turns the two go to and fro without a third voice between, up to the last one that stands against another. */
  readonly duel: number;
}

/**
 * What members differ about before `at`, at most `within` moves back and none of the worker's between.
 * @param least how surely one must stand against the other; below 0 is a doubt, for those who have more to go by
 */
export const differenceBefore = (
  group: Group,
  at: number,
  within: number,
  least = 0,
): Difference | undefined => {
  const found: { first: Move; second: Move; sure: number }[] = [];
  for (let i = at - 1; i >= Math.max(1, at - within); i--) {
    const second = group.moves[i]!;
    if (second.byWorker) {
      if (found.length > 0 || second.talk.wordCount > 6) break;
      continue;
    }
    let best: { first: Move; second: Move; sure: number } | undefined;
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
      const first = group.moves[j]!;
      if (first.byWorker) break;
      if (first.talk.wordCount < 3) continue;
      const far = i - 1 - j;
      if (far > 0 && !turnsTo(second, first.name) && sharedStems(second, first).length === 0) continue;
      const sure = opposes(second, first) - 0.3 * far;
      if (best === undefined || sure > best.sure) best = { first, second, sure };
    }
    if (best && best.sure > least) found.push(best);
  }
  const [last] = found;
  if (last === undefined || at - last.second.index > 4) return undefined;
  const sides = new Set([last.first.name, last.second.name]);
  const theirs = found.filter(({ first, second }) => sides.has(first.name) && sides.has(second.name));
  const sure = theirs
    .map((one) => one.sure)
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, one) => sum + one, 0);
  let duel = 0;
  for (let i = last.second.index; i >= 0 && sides.has(group.moves[i]!.name); i--)
    if (group.moves[i]!.name !== group.moves[i + 1]?.name) duel++;
  return {
    first: last.first,
    second: last.second,
    duel,
    turns: theirs.length,
    sure,
    personal: theirs.some(({ second }) => AT_YOU.test(ownSpeech(second))),
    heat: theirs.some(({ second }) => HEAT.test(ownSpeech(second))) || theirs.length >= 3,
  };
};

/** Whether, within three turns after `at`, the two hold on to it or somebody else takes a side. */
export function goesOn(group: Group, at: number, { first, second }: Difference): boolean {
  const after = movesBetween(group, at + 1, at + 3);
  const stillAtIt = after.filter(
    (next) =>
      (next.name === first.name && turnsTo(next, second.name)) ||
      (next.name === second.name && turnsTo(next, first.name)),
  );
  if (stillAtIt.length >= 2) return true;
  return after.some((next) => {
    if (!byMember(next)) return false;
    const theirs = next.name === first.name ? second : next.name === second.name ? first : undefined;
    if (theirs) return opposes(next, theirs) > 0.2 && turnsTo(next, theirs.name);
    return (
      (turnsTo(next, first.name) || turnsTo(next, second.name)) &&
      sharedStems(next, first).length + sharedStems(next, second).length > 0
    );
  });
}
