/**
 * Questions that members put: to whom, and who could answer. Somebody who has lived it can say how one does it, what
 * helps, whether it ends; dates, rooms, rules, law and medicine are the worker's to tell.
 */
import { type Sentence, sentencesOf } from '../talk/words.ts';
import type { Move } from './model.ts';
import { byMember, ownSpeech, remembered } from './sequence.ts';

/** Arrangements, the agency, the law, the body: the worker holds or can get the answer, and giving it is plain service. */
const HERS =
  /\b(?:what time|when (?:is|are|do|does|will|did)|where (?:is|are|do|does|can)|which (?:room|day|form|bus|date|office)|what (?:day|date|room|form|number)|how (?:long|many|much) (?:is|are|do|does|will|have|left|more)|(?:next|last) (?:week|time|session|month|talk|meeting|one)|are (?:we|they) (?:meeting|here|on|allowed|finished|starting|doing|coming|going)|is (?:there|it|this) (?:a|still|at|on|next|tea|coffee|time|the last|always \w+ (?:ten|past))|the (?:room|form|toilet|law|rule|rules|policy|deadline|certificate|letter|agency|building|key|card|seminar|talk|bus|slot|money|lab|list|redundancy|clinic|office)|does it cost|who do (?:we|i) (?:ring|call|pay|ask)|legal\w*|benefits?|licen[cs]e|permit|allowed|entitled|suspended|confidential\w*|record(?:ed|ing)?|notes|reports?|tablets?|pills?|dose|side effects?|(?:do|does|will|are|did|have|can|could) (?:you|they|we) (?:write|keep|report|pass|sign|sell|still|need to|have to|meet|get a|give|know if|ring|do)|have to give|you've to|we've to|i've to|do (?:i|we) (?:have|need|get) (?:to|a|the)|yourself|your own|will you|are you|can you (?:sign|ring|write|help|get|tell me (?:when|where|if))|could you|by the way)\b/i;

/** How one lives with it: asked of anybody who has. */
const LIVED =
  /\b(?:how d'(?:you|ye)\b|(?<=^|^(?:and|so|but),? )how (?:you|ye|u) (?!going\b|doing\b|are\b)\w+|how (?:do|does|did|would|can|could) (?:youse|yous|you|ye|y'?all|all ?yuh|unu) (?:blokes|guys|lot|people|lads|girls|women|men|fellas|two|all)?|is (?:it|that) (?:hard|scary|bad|sore|painful|worth|easy|lonely|awful|strange|any good)\b|how (?:was|is) it\b|what(?: was| is|'s) it like|any of (?:you|ye|yous)\b|is there any(?:one|body) (?:whose|who|here|that)|(?:did|has|have|had) any(?:one|body)\b|what is it (?:that )?(?:you|ye|one|people) do|how (?:do|does|did|would|can|could|should|on earth|the hell|am|are|d'you|d'ye|is it) (?:man|(?:a|any) (?:man|woman|mother|father|body)|you|ye|one|we|i|anyone|anybody|any of|people|they|other|others|somebody|someone|a person|a \w+|yous|y'all|the rest)|how (?:you|people|others|somebody|someone|one|a person) (?:\w+ )?(?:do|does|did|tell|tells|manage|cope|know|get|make|say)|how to|how long (?:before|until|till|does it|did it)|what (?:do|does|did|would|should|can|could|d'you) (?:you|ye|one|we|i|people|anyone|other|others|a person|somebody|someone|yous|y'all|a \w+)|what (?:you|people|others|one|a person) (?:does|do|did|say|says)|on which day do you|which day do you|when do you (?:tell|say|stop|know)|what (?:helps?|works?|happens|is it like|was it like)|does (?:it|that|this|anyone|anybody) (?:ever|get|stop|go|help|work|pass|always|else|feel|have|lie|wake)|(?:is|was) (?:it|that|this) (?:normal|just me|only me|always like|like that|wrong|right|me)|is it (?:me|bad|just|only)|am i (?:the only|mad|wrong|bad|going)|when does it (?:stop|end|get|go|pass)|why (?:do|does|can't|am|is|did) (?:i|it|we|people|they|he|she)|will it (?:ever|get|always|stop)|how come|any(?:one|body) (?:know how|got|found|tried|had)|what (?:is|'s) a person|what would you (?:lot|all) )\b/i;

/** Asked of an experience of theirs, by name or because only some here have it: "you have finished the interview; what do they ask?" */
const OF_THEIRS =
  /\b(?:you(?:'ve| have) (?:finished|done|had|been)|you (?:did|had|went|were)|when you\b|for you\b|with yours\b|yours\b)/i;

/** Asked as a telling: "I am asking how you go and sit there." */
const ASKS_WITHOUT_A_MARK =
  /\b(?:i(?:'m| am| was|'d be) asking|i (?:want|wanted|need|would like|'d like) to (?:know|ask)|tell me) (?:you )?(?:how|what|why|whether|if)\b/i;
/** A worry put as a question: those who have been there know. */
const WHAT_IF = /\bwhat if (?:you|i|we|they|he|she|it)\b/i;
/** What is asked of others' stands beside one's own. */
const OF_MINE = /\bmine(?:'s| is| was| were| are| does| do|'ve)\b/i;

/** The question of a member's move: its last sentence that asks, with what speaks for its being one that has been lived. */
export interface Asked {
  readonly sentence: Sentence;
  /** Above 0 somebody in the room may know; below, the worker. About -2 to 2. */
  readonly lived: number;
  /** A co-member was asked, by label or by name. */
  readonly ofMember: boolean;
}

export const askedIn = remembered((move: Move): Asked | undefined => {
  if (!byMember(move)) return undefined;
  const words = ownSpeech(move);
  const asking = sentencesOf(words).filter(
    ({ text }) => /\?["”’')]*$/.test(text) || ASKS_WITHOUT_A_MARK.test(text),
  );
  const sentence = asking.find(({ text }) => LIVED.test(text)) ?? asking[asking.length - 1];
  if (sentence === undefined) return undefined;
  const all = asking.map(({ text }) => text).join(' ');
  let lived = -0.4;
  if (LIVED.test(sentence.text) || ASKS_WITHOUT_A_MARK.test(sentence.text)) lived += 1.6;
  if (HERS.test(all)) lived -= lived > 0 ? 0.7 : 1.4;
  if (WHAT_IF.test(sentence.text)) lived += 0.6;
  if (OF_THEIRS.test(words)) lived += 0.5;
  // "Do they all burn? Mine's burning." asks those who have one.
  if (OF_MINE.test(words)) lived += 0.8;
  // What stands beside the question shows whose it is: a trouble told with it, or nothing but the wish to know.
  if (words.length - sentence.text.length > 25 && /\b(?:i|my|me|mine|she|he|they|we)\b/i.test(words))
    lived += 0.3;
  const { addressee } = move.talk;
  return { sentence, lived, ofMember: addressee.kind === 'person' && addressee.by !== 'answer' };
});
