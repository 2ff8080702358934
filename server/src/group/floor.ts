/**
 * What stands on the floor when somebody speaks next: a trouble that a member told (Jefferson 1988), and whether a
 * question was put to the worker, to somebody, or to nobody in particular. Graded, because few troubles say that they are.
 */
import { type Family, PAINFUL, WEIGHTY } from '../talk/families.ts';
import { type ActName, does, heard } from '../talk/model.ts';
import { straight } from '../talk/words.ts';
import type { Group, Move } from './model.ts';
import { byMember, ownSpeech, remembered } from './sequence.ts';

/** How surely a move does one of these acts, as the tagger hears it: 0 to 1. */
export function leansTo(move: Move, ...acts: readonly ActName[]): number {
  let most = 0;
  for (const act of acts) most = Math.max(most, heard(move.talk, act));
  return most;
}

const OWN = /\b(?:i|i'm|i've|i'd|i'll|me|my|mine|myself|we|we've|our|ours|us)\b/i;

const THEIRS = /\b(?:he|she|they|him|her|them|his|their)\b/i;

/** How trouble sounds when nobody calls it one: what cannot, does not, will not, has to, is too much. */
const AGAINST =
  /\b(?:\w+n't|cannot|not|never|nothing|nobody|no one|no|nor|hardly|too|only|just|still|again|worse|hard|always|have to|had to|without|lost|left|stuck|late|wrong|off|out|away|gone|alone|dead|old)\b/i;

/** What is kept from others is seldom light: hidden, put differently, said to nobody. */
const KEPT =
  /\b(?:(?:never|haven't|hadn't|not|no|nobody|no one|none|didn't|don't|can't|couldn't) (?:\w+ ){0,2}(?:told|tell|tells|said|say|know|knows|knew)\b(?! (?:if|what|how|whether|where|when))|hid|hide|hiding|hidden|pretend\w*|lied?|lying|secret\w*|(?:say|said) (?:it|i|we) (?:was|were|fell|slipped|had)|tell (?:them|people|him|her|everyone|everybody) (?:i|it|my|that)|told (?:them|him|her|mine|people|my \w+) (?:i|it|that)|(?:don't|doesn't|does not|do not) know (?:about it|yet)?[.,;!]?$|so (?:that )?(?:he|she|they|nobody|people) (?:wouldn't|won't|can't|couldn't|doesn't|don't|would not|will not)|behind (?:his|her|their) back)/i;

const HURTING: ReadonlySet<Family> = new Set<Family>([...PAINFUL, ...WEIGHTY, 'loss', 'illness', 'parting']);

/**
 * How far a member's move tells a trouble of their own: 0 is as likely as not, above it more, below it less. A short
 * answer to a question of fact, a question, good news and talk of the plan are seldom one.
 */
export const troubleIn = remembered((move: Move): number => {
  if (!byMember(move)) return Number.NEGATIVE_INFINITY;
  const words = ownSpeech(move);
  const { wordCount, families } = move.talk;
  const own = OWN.test(words);
  let sum = -2;
  // One's own people are one's own matter: "She didn't put him on."
  if (own) sum += 1;
  else if (THEIRS.test(words)) sum += 0.5;
  if (AGAINST.test(words)) sum += 0.6;
  if (KEPT.test(words)) sum += 1.2;
  if ([...families].some((family) => HURTING.has(family as Family))) sum += 0.8;
  sum += 2 * leansTo(move, 'feeling', 'dread', 'taboo', 'safety');
  sum += 1.2 * leansTo(move, 'grievance');
  sum += leansTo(move, 'self-disclosure');
  if (wordCount >= 9) sum += 0.5;
  if (wordCount <= 5) sum -= 1;
  if (wordCount <= 3) sum -= 1;
  if (/\?["”’')]*\s*$/.test(move.turn.words) && wordCount < 12) sum -= 1.2;
  sum -= leansTo(move, 'success') + 0.6 * leansTo(move, 'advice', 'praise', 'thanks');
  return sum;
});

/** The last member's move before `at` that tells a trouble, at most `within` moves back; of equals the nearest. `of` says whose. */
export function troubleBefore(
  group: Group,
  at: number,
  within: number,
  least = 0,
  of: (move: Move) => boolean = () => true,
): Move | undefined {
  let best: Move | undefined;
  for (let i = at - 1; i >= Math.max(0, at - within); i--) {
    const move = group.moves[i]!;
    if (!of(move)) continue;
    const weight = troubleTold(group, move) - (at - 1 - i) * 0.25;
    if (weight >= least && (best === undefined || weight > troubleTold(group, best))) best = move;
  }
  return best;
}

/** How far a member's move tells a trouble, with what was drawn out of them just before it. */
export function troubleTold(group: Group, move: Move): number {
  return troubleIn(move) + drawnOut(group, move);
}

/** What every earlier answer adds, the most they add together, and how many turns back they are looked for. Ours. */
const DRAWN_OUT = { each: 0.5, most: 1.5, within: 8 };

/**
 * What is drawn out question by question is told in few words at a time ("Same. Cannot sit long." "Sometimes. I forget."):
 * earlier answers of the same member, with nothing but the worker's questions between, weigh with the last.
 */
function drawnOut(group: Group, last: Move): number {
  let answers = 0;
  for (let i = last.index - 1; i > Math.max(0, last.index - DRAWN_OUT.within); i -= 2) {
    const [asking, before] = [group.moves[i]!, group.moves[i - 1]!];
    if (!asking.byWorker || !/\?["”’')]*\s*$/.test(asking.turn.words) || before.name !== last.name) break;
    if (troubleIn(before) > -3) answers++;
  }
  return Math.min(DRAWN_OUT.most, answers * DRAWN_OUT.each);
}

/** A member's move that brings something of their own which does not go as it should: enough for patterns that ask for more besides. */
export function bringsTrouble(move: Move): boolean {
  if (!byMember(move) || move.talk.wordCount < 4) return false;
  if (does(move.talk, 'feeling', 'grievance', 'dread', 'taboo', 'yes-but', 'to-worker')) return true;
  const words = straight(move.turn.words);
  const own =
    does(move.talk, 'self-disclosure', 'plan', 'same-boat') ||
    /\b(?:i|i'm|i've|my|me|we|our|us)\b/i.test(words);
  return own && (move.talk.families.size > 0 || SET_AGAINST.test(words));
}

const SET_AGAINST =
  /\b(?:can't|cannot|couldn't|won't|wouldn't|don't|doesn't|didn't|isn't|haven't|hasn't|not|never|nothing|nobody|no|hardly|too|only|still|again|worse|hard|always|have to|had to|without|lost|left|stuck|late)\b/i;
