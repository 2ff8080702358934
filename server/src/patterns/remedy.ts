/**
 * What makes a sentence of the worker's a remedy: it offers something to do, to use or to say for the matter that a member
 * raised. How the meeting runs, and facts that only she holds, look much like it and are none.
 */
import { leansTo } from '../group/floor.ts';
import type { Move } from '../group/model.ts';
import { ownSpeech, remembered, sharedStems } from '../group/sequence.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { nearAtHand, stepsIn } from './steps.ts';
import { type Perhaps, reason } from './weighing.ts';

const MODAL =
  /\b(?:you|ye|one)(?:'d| would| had)? ?(?:really |probably |maybe |just |always |at least )*(?:should|ought to|better|could|might|must|need to|have (?:got )?to|want to (?!\w*\?)|can (?:always|just|try|ask|ring|call|go|get|see|use|take|change)|mustn't|needn't)\b/i;
/** The plainest form of advice: you should, you ought to, you'd better. */
const SHOULD =
  /\b(?:you|ye)(?:'d| had)? ?(?:really |probably |maybe |just |always )*(?:should(?! have)(?:n't)?|ought to|better|must(?! (?:be|have|feel|miss|know|think|want|find|wonder|hate|love|remember|wish|hope|see)\b))\b(?! (?:be|have been) (?:able|fine|ok))/i;
/** What others said one should do is reported. */
const REPORTED =
  /\b(?:he|she|they|people|everyone|everybody|the \w+|\p{Lu}\p{L}{1,30}) (?:told|tells?|said|says?|thinks?|thought|reckons?|keeps? (?:telling|saying)) (?:you |me |us |that )?(?:that )?(?:you|i|we)(?:'d)?\b/iu;
/** Something exists and would do: a place, a person, a leaflet, a box of cards. */
const EXISTS =
  /\b(?:there(?:'s| is| are|'re) (?![^.?!]{0,80}\b(?:on the table|in (?:this|the) room|between (?:you|us)|in here)\b)(?:a|an|the|some|always|also|loads|plenty|lots|that|this|two|three|people|one|\w+s\b)|they(?:'ve| have| do| run| offer)? (?:an?|the|got|run|do|some|excellent|very|lovely)|(?<!\b(?:i|we|you|to|you'd|i'd|don't|not) )(?:has|have|does|do|runs?|offers?|gives?|keeps?) (?:a|an|the|some|free|lovely|excellent|very good)|(?<!\bi|we|you)(?:'ll| will| can) (?:help|sort|see|give|do|lend|show|find|tell|talk) (?:you|with|that|it|him|her)\b)/i;
const CONTRIVES =
  /\b(?:what (?:helps|works|you do|you want)|the (?:trick|thing|move|best thing|secret|answer|way) (?:is|here|with)|here's (?:the move|what|an idea|a thought)|if (?:i were you|you (?:can|could|just|get|try|ask|put|keep|ring))|my advice|i(?:'d| would) (?:suggest|recommend|advise|ring|ask|go|start|tell|try|write|put)|i(?:'d| would)n't|why not|how about|what about|what (?:i(?:'d| would)|we|i|people|most people|folks?|they) (?:usually |always |mostly )?do\b|it(?:'s| is| would be) (?:better|best|wise|safest|easier) (?:that|if|to|for)|would be handy|you want to|does it|does the trick|a good few|works (?:a treat|wonders|for)|mine (?:always|used to|sleeps|settles)|worth a|next time)\b/i;

/** Somebody else's way, told as a story: "My cousin did the live stream for one in Boston, and she said she'd as good a day". */
const STORY =
  /^(?:(?:well|and|so|oh|you know|look|see|actually|sure|ah|now|listen|funny)[,. ]+)*(?:(?:my|our) (?:own |eldest |elder |older |younger |little |big |late |wee |best )*(?:sister|brother|mother|mum|mam|mom|ma|father|dad|da|gran\p{L}{0,8}|nan\p{L}{0,3}|nain|aunt\p{L}{0,3}|uncle|cousin|niece|nephew|friend|husband|wife|partner|flatmate|neighbou?r|boss|tutor|sister-in-law|mother-in-law)(?:'s \p{L}{1,20})?\b|(?:a|one|another) (?:friend|woman|man|lady|fella|girl|lad|guy|client|mate|mother|father|mum|dad|fellow|family|couple) (?:of mine|i (?:know|knew|worked with|had|met)|(?:in|from|at) (?:my|the|another|our)\b)|(?:somebody|someone) (?:i (?:know|knew)|in (?:my|the other|another))\b)[^.?!]{0,120}?\b(?:got|did|took|put|wrote|went|rang|called|started|used|kept|made|tried|bought|learned|learnt|left|moved|joined|asked|told|set|wore|had|swears?|found|stopped|said|always|never)\b/iu;
/** Words in which a story of that kind is told; fewer only say that one knows of it. Ours. */
const LONG_STORY = 14;

/** Facts that only the worker holds: dates, hours, law, medicine, what she was told to pass on; and what a desk or a form needs. */
const HERS =
  /\b(?:by law|legally|the law|deadline|o'clock|half (?:past|seven|eight|nine|ten|six|five)|quarter (?:past|to)|upstairs|downstairs|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:by|before) (?:noon|tomorrow|eight|nine|ten|the \w+th)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|free call|\d{3,}|on the (?:\w+(?:th|st|nd|rd|teen|ty)\b)|(?:the )?\w+(?:th|st|nd|rd) of \w+|waiting list|entitled|eligible|not allowed|they (?:lock|close|shut|collect|won't)|opens? (?:at|on)|closes|costs?|i (?:checked|asked|sign)|(?:six|two|three|four|twelve|\d+) (?:months|weeks|days) from)\b|\b(?:have to|need to|must|had to|'ll need|'d have to|be in)\b.{0,200}\b(?:office|desk|counter|officer|lab|council|court|solicitor|bank|forms?|letter|list|certificate|key|keys|sign|union|prosecutor|system|box)\b/i;
/** What an office, a law or a form asks of whoever comes to it, and what follows if it is not done. */
const REQUIRED =
  /\b(?:need|needs|requires?|required|(?:must|have to|'d have to|has to|should) (?:have|bring|show|send|sign|hand|fill|tell|apply|register|answer|be (?:signed|stamped|shown|in)))\b.{0,120}\b(?:letters?|letterhead|permit|licen[cs]e|cert(?:ificate)?s?|report|referral|forms?|papers?|proof|id|passport|visa|prescription|statement|signatures?|stamp(?:ed)?|deposit|fee|application|court|tribunal|magistrate|council|office|desk|counter|registrar|probation|practice|ticket)\b|\bor (?:else|otherwise)\b|\bor (?:they|it|he|she|the \p{L}+(?: \p{L}+)?)(?:'ll| will|'d| would| won't| can't| cannot)\b|\bthen they (?:can't|cannot|won't)\b|\b(?:circular|regulations?|practice direction|the rules? (?:is|are|says?)|policy)\b/iu;
/** Where a life is at stake nobody waits for the group (catalogue: safety, told plainly). */
const SAFETY =
  /\b(?:ambulance|emergency|999|911|112|poison(?:ing)?|unconscious|not (?:breathing|waking|responding)|cannot swallow|crisis (?:line|team)|samaritans|naloxone|narcan|overdose)\b/i;
/** Lives outside this room: somebody who is not here, a place, a time to come. */
const OUTSIDE =
  /\b(?:he|him|she|her|them|somebody|someone|at home|at (?:school|work)|tonight|tomorrow|back today|next time (?:that|it|this))\b/i;
/** How this meeting runs, said to those in it. */
const PROCEDURE =
  /\b(?:next (?:week|session|meeting)|this (?:room|hall|group|session|form|sheet)|in here|the (?:circle|break|kettle|biscuits|chairs|door|sheet|pens?|handout)|your (?:name|names|chairs?|pens?)|all of you|everyone|everybody|each of you|everyone's|you'll each|sign in|please\b|we(?:'ll| will|'re| are| have| can|'ve| go| meet| start| begin)\b|phones?\b.{0,200}\b(?:off|away))/i;

/** One sentence of a move that may be a remedy, with the reasons. */
export interface Remedy {
  readonly sentence: Sentence;
  readonly reasons: readonly Perhaps[];
  readonly sum: number;
  /** "You keep your hand on the table": what one does, told with no time to come, may be a life given back. */
  readonly asItIs: boolean;
}

/** The sentence of a worker's move that most looks like a remedy for what `told` says. */
export function remedyIn(move: Move, told: Move | undefined): Remedy | undefined {
  let best: Remedy | undefined;
  for (const one of formsOfRemedy(move)) {
    const shared = told ? sharedStems(told, move).length > 0 : false;
    const reasons = [
      ...one.reasons,
      reason('it takes up the words of the trouble', 0.4, shared && !one.asItIs),
      reason('it may only say back how it is', -0.9, shared && one.asItIs),
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

/** Her own people told of to say that it is hard, or to own a stake in it, put nothing forward. */
const leansHard = (move: Move): boolean => leansTo(move, 'process', 'repair', 'linking') >= 0.4;

const formsOfRemedy = remembered((move: Move): readonly Remedy[] => {
  const words = ownSpeech(move);
  return sentencesOf(words)
    .filter(({ text }) => !/\?["”’')]*$/.test(text) && text.split(/\s+/).length >= 2)
    .map((sentence): Remedy => {
      const { text } = sentence;
      const heard = move.talk.acts.find(
        ({ act, start }) => act === 'advice' && start === sentence.start,
      )?.confidence;
      const { orders, told, ofTalk } = stepsIn(text);
      const modal = MODAL.test(text);
      const should = SHOULD.test(text);
      const exists = EXISTS.test(text);
      const contrives = CONTRIVES.test(text);
      const story =
        STORY.test(text) && move.talk.wordCount >= LONG_STORY && !/\?/.test(words) && !leansHard(move);
      const list = exists && (text.match(/,|\band\b/g) ?? []).length >= 2;
      const reasons = [
        reason('the tagger hears advice', 1.6, heard ?? 0),
        reason('the tagger leans to advice', 1, leansTo(move, 'advice')),
        reason('it tells somebody to do something', 1.2, orders > 0),
        reason('it says what one does', 1.1, told > 0 && orders === 0),
        reason('step by step', 0.6, orders + told >= 3),
        reason('it says what one could do', 0.9, modal && !should),
        reason('it says what one should do', 1.6, should),
        reason('it says what there is', 0.6, exists),
        reason('several things that exist', 0.5, list),
        reason('it is put as a way to manage', 0.9, contrives),
        reason('it tells how somebody else managed', 1.7, story),
        reason(
          'nothing in its form puts anything forward',
          -0.8,
          !(orders > 0 || told > 0 || modal || should || exists || contrives || story),
        ),
        reason('a fact that the worker holds', -1.2, HERS.test(text)),
        reason('what an office or a form asks', -1.2, REQUIRED.test(text)),
        reason('it keeps somebody safe', -2, SAFETY.test(text)),
        reason('how the meeting runs', -0.8, PROCEDURE.test(text) && !OUTSIDE.test(text)),
        reason('it runs the talk', -1.2, ofTalk),
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
        asItIs:
          (told === 1 || told === 2) &&
          !(orders > 0 || modal || should || contrives || nearAtHand(text)) &&
          (heard ?? 0) < 0.5,
        sum: reasons.reduce((total, each) => total + (each?.weight ?? 0), 0),
      };
    });
});
