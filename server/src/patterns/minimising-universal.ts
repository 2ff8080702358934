import type { Move } from '../group/model.ts';
import { byMember, invites, lastBefore, ownSpeech, readsAs, surest } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { startOfSentence } from '../talk/words.ts';
import { kinOf, recalled, sentence, toldBack, whoElse } from './lines.ts';
import type { Pattern } from './model.ts';
import { tellsPain } from './premature-reassurance.ts';

/**
 * Words that make a trouble everybody's, ordinary, or small. They are looked for only in the worker's first answer to
 * something painful, because the act alone is heard too seldom and in too many places.
 */
const EVERYBODY = String.raw`(?:every(?:one|body)(?:'s \w+)?|every (?!day|week|time|night|morning|evening|year|month|now|few|other|\w+day)\w+|(?:most|lots of|plenty of|loads of|so many|many|a third of) (?:of )?(?:the )?(?:us|people|parents|families|mothers|fathers|mums|moms|dads|women|men|carers|couples|students|folk|kids|lads|girls)|half (?:the|of the) (?:country|world|town|street|women|men|class|school|people)|plenty|we(?:'ve| have)? all|they(?:'ve| have)? all|all of us|hardly a \w+)`;
const GOES_THROUGH = String.raw`(?:feels?|felt|goes? through|gone through|been through|been there|gets?|got|has|have|had|does|do|did|done|thinks?|loses?|lost|cr(?:y|ies)|says?|said|finds?|struggles?|worr(?:y|ies)|likes?|escapes?|wakes?|dreads?|walks?|shouts?|'s got|forgets?|notices?)(?! to\b)`;
const SHRINKS = new RegExp(
  [
    String.raw`\b${EVERYBODY}(?: (?!to\b)\w+){0,4}? ${GOES_THROUGH}\b`,
    String.raw`\b${EVERYBODY}(?: on| in)?(?: \w+){0,3}'s (?:got|had|been)\b`,
    String.raw`\bwho (?:doesn't|wouldn't|hasn't)\b|\bany(?:one|body) (?:would|can|could|does)\b|\b(?:nobody|no one) (?:escapes|finds it easy|sleeps|likes it|gets it right)\b`,
    String.raw`\b(?:(?:that|it|this)(?:'s| is| was|'ll be)|you're|they're|is|are|was|all|just|perfectly|completely|totally|very|quite|absolutely|only) (?:\w+ )?(?:normal|natural|common|typical|usual|ordinary|part of it|part and parcel|par for the course|to be expected|only human|the same (?:for|with) every(?:one|body))\b`,
    String.raw`\bcould be (?:a lot |much |far )?worse\b|\bworse things happen\b|\bworse off\b|\b(?:better off|more) than most\b|\bnot (?:the end of the world|that bad|so bad|as bad|all bad|the worst)\b|\bisn't all bad\b|\beasily done\b`,
    String.raw`\b(?:at )?least (?:you|your|he|his|she|her|it|its|they|their|we|there|that|nobody|no|the)(?:'\w+)?\b`,
    String.raw`\bthere(?:'s| is| are) (?:always )?(?:people|others|some|somebody|someone) (?:\w+ )?(?:worse|in|who|with)\b|\bpeople (?:have|manage|cope with) (?:a lot |much |far )?worse\b`,
    String.raw`\b(?:it|that|this)(?:'s| is| was) (?:just|only) (?!been|gone|to\b|if\b|that\b|because|when|fair|right|so\b|two|three|one of)\w+|\b(?:\w+) (?:is|was) nothing\b|\b(?:it|that)'s nothing\b|\b(?:just|only) (?:a|the) (?:phase|stage|word|number|bit)\b|\bit's a phase\b`,
    String.raw`\b(?:can |could )?happens? to (?:all|any|every|the best|most|us all|a|the)\w*\b|\bjoin the club\b|\bthat's (?:life|how it goes|what any(?:one|body)|every \w+)\b`,
  ].join('|'),
  'i',
);
/** "At least twice a week" is a quantity. */
const QUANTITY =
  /\bat least (?:a|an|once|twice|half|\d+|two|three|four|five|six|seven|eight|nine|ten|another|one|every|until|till|by)\b/gi;
/** Somebody who asks whether it is normal has asked for just that. */
const ASKS_WHETHER =
  /\b(?:normal|usual|common|just me|only me|only one|the only|going mad|mad|crazy|other people|anyone else|everyone|everybody|supposed to)\b[^.!]{0,200}\?/i;

/** A member has just told of a trouble of theirs: enough, where the worker's answer says outright that it is common or small. */
function troubled(move: Move): boolean {
  if (
    !byMember(move) ||
    move.talk.wordCount < 6 ||
    /\?\s*$/.test(move.turn.words) ||
    !/\b(?:i|my|me|we|us|our|i'm|i've)\b/i.test(ownSpeech(move))
  )
    return false;
  const chief = surest(
    move,
    'feeling',
    'dread',
    'grievance',
    'taboo',
    'self-disclosure',
    'success',
    'joke',
    'plan',
    'thanks',
    'information',
  )?.act;
  return (
    chief === 'feeling' ||
    chief === 'dread' ||
    chief === 'grievance' ||
    chief === 'taboo' ||
    chief === 'self-disclosure'
  );
}

/** A member tells of pain. Two acts that agree on it outweigh a joke or a success that is heard less surely. */
function hurts(move: Move): boolean {
  if (!byMember(move)) return false;
  const chief = surest(move, 'feeling', 'dread', 'success', 'joke')?.act;
  return tellsPain(move) || (twiceHeard(move) && (chief === 'feeling' || chief === 'dread'));
}

function twiceHeard(move: Move): boolean {
  return does(move.talk, 'feeling', 'dread') && does(move.talk, 'self-disclosure', 'taboo');
}

/** The words that shrink it: the form, or, after plain pain, the act where the whole turn reads as nothing else more surely. */
function shrinkingIn(move: Move, pain: Move): { readonly start: number; readonly end: number } | undefined {
  const words = ownSpeech(move).replace(QUANTITY, (quantity) => ' '.repeat(quantity.length));
  const form = SHRINKS.exec(words);
  if (form) {
    const start = startOfSentence(words, form.index);
    const stop = words.slice(form.index + form[0].length).search(/[.!?…]/);
    // "Did everyone find the room?" is a question about the room.
    if (stop >= 0 && words[form.index + form[0].length + stop] === '?' && !/who doesn't/i.test(form[0]))
      return undefined;
    return { start, end: stop < 0 ? words.length : form.index + form[0].length + stop + 1 };
  }
  if (!hurts(pain) || !(pain.talk.families.size > 0 || twiceHeard(pain))) return undefined;
  const act = readsAs(move, 'minimising');
  const surer = move.talk.acts.some((other) => other.confidence > (act?.confidence ?? 1));
  return act && !surer && !does(move.talk, 'linking', 'reflection', 'restating', 'procedure', 'information')
    ? act
    : undefined;
}

export const pattern: Pattern = {
  id: 'minimising-universal',
  name: '“Everybody feels that”',
  family: 'WORK',
  core: false,
  severity: 'information',
  dynamics: ['SB', 'MS'],
  skills: ['reaching-for-feeling-link', 'reaching-for-difference', 'exercising-silence'],
  question: 'Who in the room could have said that it was theirs too?',
  page: {
    looksLike:
      'A member says something painful, and the worker answers that everybody feels that, that it is normal, that at least it was not worse.',
    matters:
      'Being told that it is common is not the same as meeting somebody who knows it. “You too?” is worth a great deal when it comes from across the circle, and it cannot be said on everyone’s behalf.',
    fine: 'It is made from members’ own words, by name. The member had asked whether it is normal. The worker goes on to ask what it is like for this one. “At least twice a week” is a quantity.',
  },
  sources: ['42'],
  silentIn: ['cool-down'],
  thresholds: {
    within: {
      default: 2,
      why: 'Turns back in which the pain was told; later, it answers something else (ours).',
    },
  },
  reach: { before: 8, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const pain = lastBefore(group, at, threshold('within'), hurts) ?? lastBefore(group, at, 1, troubled);
    if (
      pain === undefined ||
      invites(move) ||
      does(move.talk, 'question-open') ||
      readsAs(move, 'process', 'waiting')
    )
      return [];
    const shrinking = shrinkingIn(move, pain);
    if (shrinking === undefined) return [];
    // Built from the members' own words: then it is a link and no shrinking.
    if (
      move.talk.mentions.some((mention) => mention.name !== pain.name && group.present.includes(mention.name))
    )
      return [];
    if (ASKS_WHETHER.test(ownSpeech(pain))) return [];
    return [
      {
        at,
        to: at,
        span: shrinking,
        evidence: [{ at: pain.index, shows: `${pain.name} tells how it is` }],
        message: `${pain.name} tells how it is at turn ${pain.index + 1}, and hears from the worker that it is common, or small. Somebody in the circle may know it at first hand, and “me too” may have had room here. Who could have said it?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const pain = group.moves[evidence[0]!.at]!;
    const told = toldBack(pain);
    const kin = kinOf(group, pain, at);
    return [
      {
        skill: 'reaching-for-feeling-link',
        line: told
          ? `${told} ${sentence(whoElse(pain))}`
          : `Who else here has a piece of what ${pain.name} has just said?`,
      },
      {
        skill: 'reaching-for-difference',
        line: kin
          ? `${recalled(kin, { near: pain })} What’s the same in what ${pain.name} is telling us, and what’s different?`
          : `Others may have felt it too, ${pain.name}. What is it like, the way you have it?`,
      },
      {
        skill: 'exercising-silence',
        line: `[says nothing, looks at ${pain.name}, and then round the circle]`,
      },
    ];
  },
};
