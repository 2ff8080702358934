/**
 * What makes a sentence comfort: it means to take the worry away. It promises how things will turn out, says good of the
 * person, tells them not to feel it, quotes a saying, points at the bright side. To give a feeling back is none of these.
 */
import { leansTo } from '../group/floor.ts';
import type { Move } from '../group/model.ts';
import { ownSpeech, remembered } from '../group/sequence.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { remedyIn } from './remedy.ts';
import { type Perhaps, reason } from './weighing.ts';

/** Says how it will turn out for them: not what she herself will do, nor what they must. */
const PROMISES =
  /\b(?:(?:you|he|she|they|it|that|this|things?|everything|life|\p{Lu}\p{L}{1,30}|someone \w{1,20} \w{1,20} \w{1,20})(?:'ll| will| won't| shall|'s going to|'re (?:\w+ ){0,2}going to| is going to| are going to| is bound to|'re bound to)|before you know|in (?:six|a few|\w+) (?:months|weeks|years)(?:' time)?,? you|be (?:right|fine|grand|snapped up)|(?:comes?|goes|gets|works?) (?:right|better|easier|good|out)|it gets)\b(?! (?:need|have|be (?:at|on|in|the)|ring|start|open|close|meet))/u;
/** Says good of the person, as they are or as they do. */
const PRAISES_THEM =
  /\b(?:you(?:'re| are|'ve| have|'ve got| have got| did| do| made| must be| look| sound)?|someone|a (?:man|woman|mother|father|person)) (?:\w+ ){0,3}?(?:great|good|lovely|strong\w*|brave|star|gem|spirit|wonderful\w*|best|fantastic|amazing|well|calibre|caliber|rock|hero|natural|credit|marvel\w*|brilliant\w*|fine|champion|fighter|survivor|tough\w*|superwoman|angel|saint|capable|clever|devoted|dedicated|loving|patient|caring|gentle|decent|generous|sweethearts?|blessing|heart|gift|talent|treasure|plenty|so much|to be proud|proud|better than|come (?:so|a long) (?:far|way)|what it takes|tougher|stronger|braver|resilient|inspiration)\b|\bi can tell (?:just )?(?:from|by)\b/i;
/** Tells them not to feel it, or that there is nothing to feel so about. */
const FORBIDS =
  /\b(?:(?:don't|do not|mustn't|must not|shouldn't|can't|try not to|no need to|needn't|don't you|never|stop) (?:you |go |be |let |get )?(?:worry\w*|be\b|think\w*|feel\w*|look\w*|let\w*|blam\w+|tak\w+ it|beat\w*|fret\w*|dwell\w*|upset|cry|panic\w*|mind|punish\w*|say that|put yourself)|(?:that|it|this)(?:'s| is| was|'d be)? ?(?:not|n't|never) (?:at all )?(?:your (?:fault|doing)|because of you|down to you|on you)|you(?:'re| are)n?(?:'t| not) (?:your|him|her|them|like (?:him|her|them|that)|an? (?:bad|weak|lazy|stupid|terrible|monster|failure|burden|coward|failure)|weak|stupid|lazy|mad|crazy|bad|broken|alone)\b|(?:wasn't|isn't) (?:your (?:fault|doing)|because of you|down to you)|you (?:weren't|couldn't have|did nothing|didn't do anything|haven't done anything) (?:to (?:know|blame)|known|wrong|do)|who's done wrong|(?:no|nothing|not anything) (?:to (?:worry|be|feel|apologi\w+)|wrong with|in (?:it|that))|not to worry|no harm|must(?:n't)? (?:only|just) be patient|be patient|cheer up|chin up|keep smiling|stay positive)\b/i;
/** Points at the bright side, or at how it looks from outside. */
const BRIGHT =
  /\b(?:at least|could be worse|bright side|silver lining|lucky|luckily|thank (?:god|goodness)|the main thing|good news|you'd never (?:know|think|guess)|nobody would (?:know|think|guess)|(?:looks?|looking|seems?|sounds?) (?:\w+ )?(?:wonderful|grand|fine|great|well|good|lovely|marvellous|perfect|happy)|landed on your feet|in (?:the right place|good hands|safe hands)|the best \w+ \w+ (?:going|there is|in)|(?:nobody|no one|no-one) (?:here )?(?:minds?|thinks?|blames?|would|will|is (?:judging|going))|they'd never|wouldn't have|(?:nobody|no one|no-one)(?: here)? (?:was|were|got) (?:hurt|killed|harmed)|(?:got|came|are|is) (?:all )?(?:home|back)(?: safe(?:ly)?)?(?=[.,;!]|$)|safe and sound|what (?:we|you) (?:must|have to|need to|can) (?:hold on to|hold onto|remember|focus on|look at)|that's (?:a )?(?:great|good|wonderful|brilliant|fantastic|lovely)(?: news)?)\b/i;
/** The ring of a saying: nobody in particular, always true. */
const SAYING =
  /^(?:(?:and|but|well|ah|now|sure|oh|look)[, ]+)*(?:after (?:the )?\p{L}+ (?:comes|there)|every \p{L}+ has|what's (?:for|meant)|time (?:heals|is a|will|does)|god\b|the lord|(?:things|life|children|kids|men|babies|[\p{L}-]+-(?:year|month)-olds) (?:\p{L}+)\b|tomorrow('s| is)|where there's|(?:a|any) (?:\p{L}+ )?(?:man|woman|mother|mum|mom|mam|dad|father|parent|person|child|body) (?:who|with|that|doesn't|does not|wouldn't|would not|wouldn't|never)\b|it's (?:always )?darkest|rome was|this too|these things|slow and|one day at a time|better late|what doesn't|all(?:'s| is) well)/iu;
/** Vouches for it. */
const VOUCHES =
  /\b(?:i(?:'m| am) (?:sure|certain|positive|confident)|i (?:promise|bet|know you|believe|guarantee|can tell|have no doubt|don't doubt|think you(?:'re| are|'ll))|i(?:'ve| have) (?:every|no) (?:confidence|doubt)|i should have thought|no doubt|of course (?:you|he|she|it|they)|trust me|believe me|honestly|bound to|by god's grace|please god|god willing|inshallah|fingers crossed|give it time|mark my words|you(?:'ll)? (?:just )?(?:wait and )?see(?=[.,!]|$))\b/i;
/** A fear set right by a fact is service, not comfort. */
const FACT =
  /\b(?:because|the (?:consultant|doctor|nurse|law|solicitor)|(?:it|that) (?:can't|cannot|doesn't|does not) (?:do|bring|cause|mean)|by law|as far as anyone|research|evidence|i (?:asked|checked)|it's (?:the|a) (?:rule|side effect|tablet))\b/i;
/** Credit for what was done, with what it was. */
const OF_ALL =
  /\b(?:you (?:all|lot|two|both|three)|all of you|each other|between you|nobody fixed|this group)\b/i;

/** Says that it is hard, and lets it be so. */
const LETS_STAND =
  /\b(?:that(?:'s| is| was| must be| must have been| sounds)|what|it(?:'s| is| sounds)|this is) (?:\w+ )?(?:a |an |so |very |really |such )*(?:hard|heavy|tough|rough|a lot|big|sore|painful|awful|terrible|long|lonely|something)\b/i;
/** Takes the matter into her own hands: another lapse, if it is one. */
const TAKES_OVER =
  /\b(?:i(?:'ll| will|'m going to) (?:drop|have|ring|call|phone|speak|talk|email|write|sort|look into|find out|raise|chase|see (?:what|if|about)|fix|make sure|check|contact|give|get|take|put)|leave (?:it|that|this) (?:with|to) me)\b/i;

/** One sentence of a move that may be comfort, with the reasons. */
export interface Comfort {
  readonly sentence: Sentence;
  readonly reasons: readonly Perhaps[];
  readonly sum: number;
}

/** The sentence of a worker's move that most looks like comfort. */
export const comfortIn = remembered((move: Move): Comfort | undefined => {
  let best: Comfort | undefined;
  for (const sentence of sentencesOf(ownSpeech(move))) {
    const { text, start } = sentence;
    if (/\?["”’')]*$/.test(text)) continue;
    const heard =
      move.talk.acts.find((act) => act.act === 'reassurance' && act.start === start)?.confidence ?? 0;
    const small =
      move.talk.acts.find((act) => act.act === 'minimising' && act.start === start)?.confidence ?? 0;
    const praised =
      move.talk.acts.find((act) => act.act === 'praise' && act.start === start)?.confidence ?? 0;
    const praises = PRAISES_THEM.test(text);
    const reasons = [
      reason('the tagger hears reassurance', 1.6, heard),
      reason('the tagger leans to reassurance', 1.2, leansTo(move, 'reassurance')),
      reason('the tagger hears it made small', 0.8, small),
      reason('it promises how things will turn out', 0.9, PROMISES.test(text)),
      reason('it says good of the person', praised > 0 ? 1.3 : 1, praises),
      reason('it says not to feel that', 1, FORBIDS.test(text)),
      reason('it points at the bright side', 0.9, BRIGHT.test(text)),
      reason('it is a saying', 0.9, SAYING.test(text)),
      reason('she vouches for it', 0.8, VOUCHES.test(text)),
      reason('a fear set right by a fact', -1, FACT.test(text)),
      reason('it is said to all of them', -0.9, OF_ALL.test(text)),
      reason(
        'the tagger hears a fact, the plan or a decree',
        -0.8,
        leansTo(move, 'information', 'agenda', 'decision', 'takeover'),
      ),
      reason('it lets it be hard', -2, LETS_STAND.test(text)),
      reason('she takes it into her own hands', -1.2, TAKES_OVER.test(ownSpeech(move))),
      reason(
        'it is rather a remedy',
        -0.8,
        Math.min(1, Math.max(0, (remedyIn(move, undefined)?.sum ?? 0) - 0.6)),
      ),
    ];
    const sum = reasons.reduce((total, each) => total + (each?.weight ?? 0), 0);
    if (best === undefined || sum > best.sum) best = { sentence, reasons, sum };
  }
  return best && best.sum >= LEAST ? best : undefined;
});

/** Below this no sentence is comfort, whatever stands around it. */
const LEAST = 0.6;
