/**
 * How people say why a group meets. Purpose is why these people are here (S; [4]), and there are many ways to say it. As
 * patterns rest on nobody having said it, every likely way counts as said, the poor ones too: a list of contents in place
 * of a purpose is the matter of `purpose-as-content`, which says so at the very turn.
 */

import type { Group, Move } from '../group/model.ts';
import { byMember, ownSpeech, remembered } from '../group/sequence.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';

const WHY =
  /\b(?:why|what) (?:we|you|us)(?:'re| are)? (?:all )?(?:here|come|came|meet|sit|for)\b|\bwhat (?:this|the|our) (?:group|hour|room|place|circle|meeting)(?:'s| is)? (?:here )?(?:for|about)\b|\bwhat (?:it|this)(?:'s| is) (?:all )?for\b|\bthe (?:whole )?(?:point|idea|purpose|aim|reason|thinking|hope) (?:of|is|behind|here|for|was|we|you|being|that)\b|(?<!\bon )\bpurpose\b|\bwhat (?:i think )?(?:we're|we are|i think we're) for\b|\b(?:it's|it is|this is|we do (?:this|it)) (?:all |only |just )?so (?:that\b|there's|nobody|no one|you(?:'re| are|'ve| have)? not|we(?:'re| are|'ve| have)? not|people)/i;
const IT_IS_FOR =
  /\b(?:it|this|tonight|today|tonight's|today's)(?:'s| is)? (?:only |just |all |really )?(?:for (?:you|us|people|everyone|everybody)\b[^.?!]{0,40}\b(?:to|between|together|who)|about what (?:it|you|we|people))\b/i;
const MEETS =
  /\b(?:we|you|yous|people|everybody|everyone|all of (?:us|you)|nobody)(?:'re|'ve| are| have)? (?:all |each |both |only |just )*(?:here|come|came|meet|meeting|met|sit|gather\w*|got together|get together)\b(?! (?:back|to (?:the|page|an? )))[^.?!]{0,30}\b(?:so|to|because|cos|about|for (?!an? (?:hour|bit|while)|one|two|half|the (?:next|hour|whole)|\d))/i;
const GROUP_IS_FOR =
  /\b(?:this|the|our|a|an) (?:[\w-]+ ){0,2}(?:(?:group|programme|program|circle|hour|room|place|space|course|evening|afternoon|morning)(?:'s| is| was| exists) (?:only |just |really |all |meant |here |there )*(?:for|about|so|to|because)|(?:group|circle|space|place|hour) (?:for|where|in which))\b|\b(?:these|the) (?:\w+ )?(?:hours|weeks|mornings|evenings|sessions|meetings|(?:mon|tues|wednes|thurs|fri|satur|sun)days) are (?:here |there )?(?:for|so|to)\b/i;
const FOR_PEOPLE =
  /\bfor (?:people|women|men|parents|mums|moms|mothers|fathers|dads|carers|families|relatives|widow\w*|anyone|anybody|those|folks?|blokes|lads|girls|boys|young \w+|kids|students|neighbours|sisters|brothers) (?:who|whose|with|that|like|in|on|of|living|looking|caring)\b/i;
const SHARED =
  /\b(?:you|we)(?:'ve| have|'re| are)? all (?:lost|look\w*|car(?:e|ing)|liv\w+|rais\w+|been (?:through|told|there)|going through|had (?:a (?!day|week|go\b|hard|long|rough|bad|bit|look|night|laugh)|your|some(?:one|body)|the same)|know what|in (?:the same|this)|carry\w*|come (?:from|off|out)|trying|want\w*|fac\w+|share|got (?:someone|somebody|children|kids|the same))\b/i;
const TOGETHER =
  /\b(?:help|support|back|learn from|lean on|look after|be there for) (?:each other|one another)\b|\b(?:not|nobody|no one|none of \w+|without|instead of)\b[^.?!]{0,40}\b(?:alone|on (?:their|your|his|her) own|by (?:him|her|your|them)sel(?:f|ves))\b|\bwith each other's help\b/i;
/** Sent is not what they come for: it is how they come. */
const SENT = /\b(?:court|judge|magistrate|prosecutor|probation|order(?:ed)?|referr\w+|sent)\b/i;
const MANY = /\b(?:we|us|our|you|your|yous|group|here|people|folk|nobody|no one|together|each other)\b/i;

/** The sentences in which a move says why these people meet, or what they do there. */
export const purposesIn = remembered((move: Move): readonly Sentence[] => {
  if (!move.byWorker && !byMember(move)) return [];
  return sentencesOf(ownSpeech(move)).filter(({ text, start, end }) => {
    if (/\?["”’')]*$/.test(text)) return false;
    if (move.byWorker && (FOR_PEOPLE.test(text) || SHARED.test(text) || TOGETHER.test(text))) return true;
    if (WHY.test(text) || GROUP_IS_FOR.test(text) || (move.byWorker && IT_IS_FOR.test(text))) return true;
    if (MEETS.test(text)) return (move.byWorker || /\bwe\b/i.test(text)) && !SENT.test(text);
    return (
      MANY.test(text) &&
      move.talk.acts.some((act) => act.act === 'purpose' && act.start >= start && act.end <= end)
    );
  });
});

/** The first of them; undefined where there is none. */
export function purposeIn(move: Move): Sentence | undefined {
  return purposesIn(move)[0];
}

/** "…so that people whose…" out of the header, as it can follow "we meet". */
export function headerPurpose(group: Group): string | undefined {
  const purpose = group.recording.header.purpose?.trim().replace(/(?<![.!])[.!]+$/, '');
  if (purpose === undefined || purpose === '') return undefined;
  return /^(?:so|to|for|because)\b/i.test(purpose)
    ? purpose.charAt(0).toLowerCase() + purpose.slice(1)
    : undefined;
}
