/**
 * What a sentence tells somebody to do, clause by clause. "You put your hand up, you ask for the pass and you take five
 * minutes" tells three steps; "he told me to ask for the pass" tells none. Whoever it is told to does the step in their
 * own life: what runs the meeting, or the talk, is no step.
 */

const END = /(?<![.!"”’')])[.!"”’')]+$/;
/** Where one clause ends and another begins; a conjunction is kept, since what it joins has the subject before it. */
const BREAK = /[,;:…—–]\s?| (?=(?:and|or|but|then|so) )/;
const JOINED = /^(?:and|or|then) /;

const DAY = String.raw`(?:(?:on |every |each |this |next |come )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:morning|afternoon|evening|night))?)`;
/** A time near at hand: what is told for then is told to be done. */
const NEAR = String.raw`(?:next time(?: (?:that|it|this) \p{L}+)?|tomorrow(?: (?:morning|afternoon|evening|night|now))?|tonight|today|this (?:evening|afternoon|week)|first thing|in the (?:morning|evening|meantime)|at (?:night|home|noon|bedtime)|for now|${DAY})`;

/** What may stand ahead of the verb: small words, and a time. */
const LEAD = String.raw`^(?:(?:and|so|but|well|okay|ok|oh|right|now|then|yes|no|good|look|listen|honey|love|just|please|kindly|maybe|perhaps|first|always|simply|also|even|instead|best)\b\s*){0,3}(?:${NEAR}\s+)?`;

/** Verbs that, told to somebody, are a step in their life. */
const STEP = `(?:try|ring|call|phone|write|email|text|message|ask|get|take|keep|give|put|make|talk|speak|leave|stop|start|set|avoid|remember|pick|bring|carry|buy|find|use|walk|breathe|send|post|book|join|visit|apply|open|close|lock|shut|eat|drink|cut|sleep|rest|practi[sc]e|learn|let|tell|go (?:to|and|in|with|back|for|straight|see|over|down|up|round|there|early|home)|see (?:if|a|the|your|about|whether)|look (?:up|into|at the|for|out)|have a (?:word|chat|look|go|think|rest|bath|lie)|meet|catch|follow|show|save|pay|count|move|change|switch|turn|wear|hide|hand|hold|draw|list|plan|prepare|say|mind|check|read|play|clean|cook|invite|knock|raise|sign up|register|file|lodge|insist|ignore|focus|concentrate|stand|sit|lie|think (?:of|about)|borrow|hire|swap|cross out|rub|run|drive)`;

const ORDER = new RegExp(
  `${LEAD}(?:do |be |don't |do not |never )?${STEP}\\b(?! (?:it|that|those|them|this)\\b(?: is| was|'s))`,
  'u',
);
const FORBIDS = new RegExp(`${LEAD}(?:don't|do not|never|be|do)\\b`, 'u');
/** "You ask her", "you'll go Thursday"; not what one has, is, feels or finds. */
const TOLD = new RegExp(
  `${LEAD}(?:you|ye|one)(?: just| always| simply| kind of| sort of| only| both| don't| never)* (?!find\\b|let\\b|mind\\b|think\\b|lie\\b|hide\\b|learn\\b)(?:do it|go|goes|says|asks|takes|keeps|${STEP})\\b(?! (?:you|that you|how|yourself|next|it all)\\b)`,
  'u',
);
const WILL_NEAR = new RegExp(
  `${LEAD}(?:you|ye)(?:'ll| will|'re going to| are going to)(?: just)? ${STEP}\\b|${LEAD}(?:you|ye)'d ${STEP}\\b`,
  'u',
);
const NEAR_AT_HAND = new RegExp(String.raw`\b${NEAR}\b`, 'iu');
/** "Before the month finishes you leave that place": a time told as a clause, and then the step. */
const AFTER_TIME = new RegExp(
  `^(?:before|after|once|as soon as|when|the minute|by the time)\\b.{5,60} (?:you|ye) (?:${STEP})\\b`,
  'u',
);

/** Orders that run the talk or this meeting, by their verb. */
const OF_TALK = new RegExp(
  `${LEAD}(?:tell (?:me|us)|say (?:more|that|it|a bit)|stay (?:with|there)|hold (?:it|on|that|the|hands)\\b|take (?:your time|a seat|a minute|turns|a card|one|it in turn)|keep (?:going|it (?:short|brief|to))|go (?:on|ahead|round|around)|let's|let (?:us|me|\\p{L}+ (?:speak|talk|finish|answer|come))|sit|stand (?:up|in)|come (?:in|and)|help yourself|mind (?:the|your (?:head|step))|pass (?:it|that|the|them|me|him|her|one)|write (?:your name|down one|please)|sign (?:here|in|the)|do (?:you|we|ye)|put (?:it to|that to|your (?:hands?|phones?|chairs?))|turn to|leave the (?:form|sheet|chairs?|door)|don't (?:lean|look at me|any(?:one|body))|never mind|give (?:it|him|her|us|me)(?: a (?:minute|time|second))?$|look at (?:me|each|one)|bring (?:\\p{L}+ ){0,4}(?:back|along|with you|in)$|fill (?:it|this|that|the)|read (?:it|that) out|talk to (?:each other|one another|the group)|ask (?:each other|one another|the group)|answer|speak up|look at the time|drive safe|take care|have a good|catch me|see me|(?:get|put|stick|write|pop) that (?:in|on|up|down))\\b`,
  'u',
);
/** Objects of this room. */
const OF_ROOM =
  /\b(?:the (?:sheet|handout|circle|worksheet|person next)|page|in pairs|your (?:sheets?|pens?))\b/i;

/** What a clause does: orders, tells what one does, or neither. */
type Kind = 'order' | 'told' | 'other';

/** How many steps a sentence tells, as orders and as what one does, and whether it runs the talk. */
export interface Steps {
  readonly orders: number;
  readonly told: number;
  readonly ofTalk: boolean;
}

/** Whether a sentence names a time near at hand: tonight, on Monday, next time. */
export function nearAtHand(sentence: string): boolean {
  return NEAR_AT_HAND.test(sentence);
}

/** @param sentence one sentence, its quotations left out */
export function stepsIn(sentence: string): Steps {
  let orders = 0;
  let told = 0;
  let ofTalk = false;
  let before: Kind = 'order';
  for (const clause of sentence.replace(END, '').split(BREAK)) {
    const small = clause.trimStart().replace(/^./u, (first) => first.toLowerCase());
    const words = small.split(' ').length;
    const kind: Kind =
      TOLD.test(small) || AFTER_TIME.test(small) || (WILL_NEAR.test(small) && nearAtHand(sentence))
        ? 'told'
        : words > 1 && (ORDER.test(small) || (FORBIDS.test(small) && words >= 3))
          ? 'order'
          : 'other';
    // "She'll come in and do the bloods" orders nobody: the doing is hers.
    const goesOn: Kind = kind === 'order' && JOINED.test(small) ? before : kind;
    const runs = OF_TALK.test(small) || OF_ROOM.test(small);
    if (runs) ofTalk = true;
    else if (goesOn === 'told') told++;
    else if (goesOn === 'order') orders++;
    if (runs || kind !== 'other' || words > 2) before = runs ? 'other' : goesOn;
  }
  return { orders, told, ofTalk: ofTalk && orders + told === 0 };
}
