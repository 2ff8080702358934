/**
 * How the group receives a worker's move: what the next turns show of how it was taken. Third position is where people
 * show each other what they made of a turn (Schegloff 1992); advice that was not asked for is met with bare
 * acknowledgement or with a reason why not (Heritage & Sefi 1992), and news with "oh" (Heritage 1984).
 */
import type { Group, Move } from './model.ts';
import { byMember, meetsWithBut, movesBetween, ownSpeech, sharedStems, takesUpMember } from './sequence.ts';

/** What the turns after a worker's move show. */
export interface Reception {
  /** The first member who speaks after it, if one does before the worker's next turn. */
  readonly next?: Move;
  /** A few words that only let it pass: "I suppose.", "Right.", "You're kind." */
  readonly bare: boolean;
  /** A reason why not, a no, what was tried already. */
  readonly resisted: boolean;
  /** Taken as news: "oh", thanks for it, a question on. */
  readonly asNews: boolean;
  /** One or two of its words come back as a question: "Nine?", "Thursday?" */
  readonly queried: boolean;
  /** Members take it up among themselves. */
  readonly amongThem: boolean;
}

const TAKEN =
  "(?:i suppose(?: so)?|i (?:will|'ll) (?:see|try)|right|okay|ok|all right|alright|mm+|hm+|yeah?|yes|aye|sure|fine|maybe|perhaps|thanks?(?: you)?(?: for that)?|that's good of you(?: to say)?|you're (?:kind|very kind|sweet|right)|amen|i know|i see|if you say so|as you (?:say|wish)|fair enough|i guess|no doubt|(?:did|has|was|is|does|had) (?:he|she|they|it|that)|well|oh|true|so they say|that's what \\w+ \\w+ said)";
const BARE = new RegExp(String.raw`^${TAKEN}(?:[\s,.!…—–-]+${TAKEN})*[\s,.!…—–-]*$`, 'i');
const RESISTS =
  /^(?:(?:well|yes|yeah|aye|but|oh|ah|no|right|okay|ok|ei|eh|ay|ag|och|miss|sir|madam|ma)[,.!…\s—–-]+)*(?:(?:i|me|he|she|they|it|we|mine|you|that) (?:\w+ )?(?:can't|cannot|couldn't|don't|doesn't|didn't|won't|wouldn't|isn't|aren't|wasn't|haven't|hasn't|never|not|tried|went|did|have|had|'ve|'d)\b|(?:i|we)(?:'ve| have|'d)\b|(?:she|he|they|it|that)(?:'s|'re| is| are) (?:asleep|gone|shut|closed|not|only|too|away|never|a|on|out|dead)|no\b|never\b|please don't|don't\b|not (?:with|for|if|on)|easier)/i;
/** "I do.", "We were.": what was said of them is so. */
const CONFIRMS =
  /^(?:(?:yes|yeah|aye|oh|well)[,.]? )?(?:i|we|he|she|they|it) (?:do|did|does|am|was|is|are|were|have|has)[.!]*$/i;
const NEWS = /^(?:oh|ah|really|is that|i didn't know|good to know|that helps|thank you|thanks|right\. i)\b/i;

/** "You split us up?", "Since when?": asked back at her, in other words. */
const BACK_AT_HER =
  /^(?:(?:wait|what|hang on|sorry|but|oh|and)[,.!\s]+)*(?:you|me|us|we|since when|who said|says who)\b/i;

/** Reads the turns after `at`, until the worker's second turn from there or four turns on. */
export function receptionOf(group: Group, at: number): Reception {
  const after = movesBetween(group, at + 1, at + 4);
  const own = after.findIndex((move) => move.byWorker);
  const answers = own < 0 ? after : after.slice(0, own);
  const next = answers.find(byMember);
  if (next === undefined)
    return { bare: false, resisted: false, asNews: false, queried: false, amongThem: false };
  const words = ownSpeech(next).trim();
  const short = next.talk.wordCount <= 5;
  const move = group.moves[at]!;
  return {
    next,
    bare: BARE.test(words),
    resisted: (meetsWithBut(next) || RESISTS.test(words)) && !CONFIRMS.test(words) && !BARE.test(words),
    asNews: NEWS.test(words) && !BARE.test(words),
    queried:
      short &&
      /\?\s*$/.test(words) &&
      (sharedStems(next, move).length > 0 || next.talk.wordCount <= 2 || BACK_AT_HER.test(words)),
    amongThem: answers.filter((one) => byMember(one) && takesUpMember(one) && one !== next).length >= 2,
  };
}
