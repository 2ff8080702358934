/**
 * What makes a sentence of the worker's a remedy: it offers something to do, to use or to say for the matter that a member
 * raised. How the meeting runs, and facts that only she holds, look much like it and are none.
 */
import { leansTo } from '../group/floor.ts';
import type { Move } from '../group/model.ts';
import { ownSpeech, remembered, sharedStems } from '../group/sequence.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { type Perhaps, reason } from './weighing.ts';

/** What may stand ahead of the verb: small words, a name that is called, a time. The sentence's first letter is a small one. */
const LEAD = String.raw`^(?:[\p{L}.]+(?: [\p{Lu}]\p{L}+)?, )?(?:(?:and|so|but|well|okay|ok|oh|right|now|then|yes|no|good|look|listen|honey|love|just|please|maybe|perhaps|first|next time|for now|in the meantime|always)\b,?\s+){0,3}`;

/** Verbs that, told to somebody, are a step in their life. Those of the meeting (sit, wait, go on, tell us) are left out. */
const STEP = `(?:try|ring|call|phone|write|email|text|ask|get|take|keep|give|put|make|talk|speak|leave|stop|start|set|avoid|remember|pick|bring|buy|find|use|walk|breathe|send|post|book|join|visit|apply|open|eat|drink|sleep|rest|practise|practice|learn|let|be|do|don't|do not|never|tell (?:him|her|them|your|the|people)|go (?:to|and|in|with|back|for|straight|see|over|down|round)|see (?:if|a|the|your|about|whether)|look (?:up|into|at the|for|out)|have a (?:word|chat|look|go|think|rest|bath|lie)|meet|follow|show|save|pay|count|move|change|switch|turn|wear|hide|draw|list|plan|prepare|say (?:no|yes|you|it to|that you|nothing|sorry)|mind|check|read|play|clean|cook|invite|knock|sign up|register|insist|ignore|focus|concentrate|think (?:of|about))`;

const IMPERATIVE = new RegExp(`${LEAD}${STEP}\\b(?! (?:it|that|those|them|this)\\b(?: is| was|'s))`, 'u');
/** Orders that run the meeting or hold the talk. */
const OF_MEETING =
  /\b(?:tell (?:me|us)|say (?:more|that|it|a bit)|stay (?:with|there)|hold (?:it|on|that)|take (?:your time|a seat|a minute|turns)|keep going|go (?:on|ahead)|let's|let (?:us|me|\w+ (?:speak|talk|finish))|sit|come in|help yourself|mind (?:the|your (?:head|step))|pass|come and|write (?:your name|please)|sign (?:here|in|the)|do (?:you|we|ye)|put (?:it to|that to)|turn to|leave the form|don't (?:lean|look at me)|give (?:it|him|her) (?:a minute|time)|look at (?:me|each|one)|the sheet|page|in pairs|the person next)\b/i;

/** The same in the present: "you find one kid and you go…", "you tell her from the beginning"; not what one is, has, said or means. */
const YOU_DO = new RegExp(
  `(?:${LEAD}|(?<!\\b(?:if|when|what|where|how|that|because|until|till)\\b[^.!?]{0,30}), (?:and )?)(?:you|one|ye)(?: just| always| simply| kind of| sort of| only)* (?:(?:go|meet|tell|ask|find|call|say|take|get|put|make|give|ring|write|keep|start|sit|bring|let|do|beat|speak|talk|leave|try|walk|use|set|pick|turn|show|says|asks|does|takes|keeps)\\b(?! (?:you|that you|how|yourself|first|next)\\b))`,
  'u',
);
const MODAL =
  /\b(?:you|ye|one)(?:'d| would| had)? ?(?:really |probably |maybe |just |always |at least )*(?:should|ought to|better|could|might|must|need to|have (?:got )?to|want to (?!\w*\?)|can (?:always|just|try|ask|ring|call|go|get|see|use|take|change)|mustn't|needn't)\b/i;
/** The plainest form of advice: you should, you ought to, you'd better. */
const SHOULD =
  /\b(?:you|ye)(?:'d| had)? ?(?:really |probably |maybe |just |always )*(?:should(?! have)(?:n't)?|ought to|better)\b(?! (?:be|have been) (?:able|fine|ok))/i;
/** What others said one should do is reported. */
const REPORTED =
  /\b(?:he|she|they|people|everyone|everybody|the \w+|\p{Lu}\p{L}{1,30}) (?:told|tells?|said|says?|thinks?|thought|reckons?|keeps? (?:telling|saying)) (?:you |me |us |that )?(?:that )?(?:you|i|we)(?:'d)?\b/iu;
/** Something exists and would do: a place, a person, a leaflet, a box of cards. */
const EXISTS =
  /\b(?:there(?:'s| is| are|'re) (?:a|an|the|some|always|also|loads|plenty|lots|that|this|two|three|people|one|\w+s\b)|they(?:'ve| have| do| run| offer)? (?:an?|the|got|run|do|some|excellent|very|lovely)|(?<!\b(?:i|we|you|to|you'd|i'd|don't|not) )(?:has|have|does|do|runs?|offers?|gives?|keeps?) (?:a|an|the|some|free|lovely|excellent|very good)|(?<!\bi|we|you)(?:'ll| will| can) (?:help|sort|see|give|do|lend|show|find|tell|talk) (?:you|with|that|it|him|her)\b)/i;
const CONTRIVES =
  /\b(?:what (?:helps|works|you do|you want)|the (?:trick|thing|move|best thing|secret|answer|way) (?:is|here|with)|here's (?:the move|what|an idea|a thought)|if (?:i were you|you (?:can|could|just|get|try|ask|put|keep|ring))|my advice|i(?:'d| would) (?:suggest|recommend|advise|ring|ask|go|start|tell|try|write|put)|i(?:'d| would)n't|why not|how about|what about|does it|does the trick|a good few|works (?:a treat|wonders|for)|mine (?:always|used to|sleeps|settles)|worth a|next time)\b/i;

/** Facts that only the worker holds: dates, hours, law, medicine, what she was told to pass on; and what a desk or a form needs. */
const HERS =
  /\b(?:by law|legally|the law|deadline|o'clock|half (?:past|seven|eight|nine|ten|six|five)|quarter (?:past|to)|upstairs|downstairs|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:by|before) (?:noon|tomorrow|eight|nine|ten|the \w+th)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|free call|\d{3,}|on the (?:\w+(?:th|st|nd|rd|teen|ty)\b)|(?:the )?\w+(?:th|st|nd|rd) of \w+|waiting list|entitled|eligible|not allowed|they (?:lock|close|shut|collect|won't)|opens? (?:at|on)|closes|costs?|i (?:checked|asked|sign)|(?:six|two|three|four|twelve|\d+) (?:months|weeks|days) from)\b|\b(?:have to|need to|must|had to|'ll need|'d have to|be in)\b.{0,200}\b(?:office|desk|counter|officer|lab|council|court|solicitor|bank|forms?|letter|list|certificate|key|keys|sign|union|prosecutor|system|box)\b/i;
/** How this meeting runs, said to those in it. */
const PROCEDURE =
  /\b(?:next (?:week|session|meeting)|this (?:room|hall|group|session|form|sheet)|in here|the (?:circle|break|kettle|biscuits|chairs|door|sheet|pens?|handout)|your (?:name|names|chairs?|pens?)|all of you|everyone|everybody|each of you|everyone's|sign in|we(?:'ll| will|'re| are| have| can|'ve)\b|phones?\b.{0,200}\b(?:off|away))/i;

/** One sentence of a move that may be a remedy, with the reasons. */
export interface Remedy {
  readonly sentence: Sentence;
  readonly reasons: readonly Perhaps[];
  readonly sum: number;
}

/** The sentence of a worker's move that most looks like a remedy for what `told` says. */
export function remedyIn(move: Move, told: Move | undefined): Remedy | undefined {
  let best: Remedy | undefined;
  for (const one of formsOfRemedy(move)) {
    const shared = told ? sharedStems(told, move).length > 0 : false;
    const reasons = [
      ...one.reasons,
      reason('it takes up the words of the trouble', 0.4, shared),
      reason(
        'more of the same in the next breath',
        0.5,
        formsOfRemedy(move).some((other) => other !== one && other.sum >= 1),
      ),
    ];
    const sum = reasons.reduce((total, each) => total + (each?.weight ?? 0), 0);
    if (best === undefined || sum > best.sum) best = { ...one, reasons, sum };
  }
  return best && best.sum >= LEAST ? best : undefined;
}

/** Below this no sentence is a remedy, whatever stands around it. */
const LEAST = 0.6;

const formsOfRemedy = remembered((move: Move): readonly Remedy[] => {
  const words = ownSpeech(move);
  return sentencesOf(words)
    .filter(({ text }) => !/\?["”’')]*$/.test(text) && text.split(/\s+/).length >= 4)
    .map((sentence): Remedy => {
      const { text } = sentence;
      const heard = move.talk.acts.find(
        ({ act, start }) => act === 'advice' && start === sentence.start,
      )?.confidence;
      const small = text.charAt(0).toLowerCase() + text.slice(1);
      const order = IMPERATIVE.test(small) && !OF_MEETING.test(text);
      const instructs = YOU_DO.test(small) && !OF_MEETING.test(text);
      const modal = MODAL.test(text);
      const should = SHOULD.test(text);
      const exists = EXISTS.test(text);
      const contrives = CONTRIVES.test(text);
      const list = exists && (text.match(/,|\band\b/g) ?? []).length >= 2;
      const reasons = [
        reason('the tagger hears advice', 1.6, heard ?? 0),
        reason('the tagger leans to advice', 1, leansTo(move, 'advice')),
        reason('it tells somebody to do something', 1.2, order),
        reason('it says what one does', 1.1, instructs && !order),
        reason('it says what one could do', 0.9, modal && !should),
        reason('it says what one should do', 1.6, should),
        reason('it says what there is', 0.6, exists),
        reason('several things that exist', 0.5, list),
        reason('it is put as a way to manage', 0.9, contrives),
        reason('a fact that the worker holds', -1.2, HERS.test(text)),
        reason('how the meeting runs', -0.8, PROCEDURE.test(text)),
        reason('it runs the talk', -1.2, OF_MEETING.test(text)),
        reason('somebody else said so', -2, REPORTED.test(text)),
        reason('the tagger hears news of how things work', -0.6, leansTo(move, 'information', 'procedure')),
        reason(
          'the tagger hears comfort, praise, the plan or a decree',
          -0.8,
          leansTo(move, 'reassurance', 'praise', 'agenda', 'decision', 'takeover'),
        ),
      ];
      return {
        sentence,
        reasons,
        sum: reasons.reduce((total, each) => total + (each?.weight ?? 0), 0),
      };
    });
});
