import type { Group, Move } from '../group/model.ts';
import { byMember, lastBefore, movesBetween, ownSpeech, remembered, spokenTo } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { startOfSentence } from '../talk/words.ts';
import { called, othersFor } from './lines.ts';
import type { Pattern } from './model.ts';
import { demeaningIn, speaksOfPeoples } from './peoples.ts';

/*
 * The record seldom says who belongs to which people, and guessing it from a name would be the very fault this pattern
 * is about. So the worker's own words have to say it: “as a Muslim”, “your people”, “you're from Zimbabwe”. The
 * catalogue's “after such a remark or topic” is then met by the line itself; a remark before it is shown as evidence.
 */

/** The person is asked as one of a people: "as a Muslim", "you're from Harare", "you being deaf". */
const AS_ONE_OF =
  /(?<=\bas (?:an?|the|our(?: only)?) (?:only )?(?:[\wà-ž]+[- ]){0,2})(?:muslim|jew|jewish|christian|catholic|hindu|sikh|black|white|brown|asian|african|indian|arab|latina?o?|gay|lesbian|trans|queer|bisexual|disabled|deaf|blind|autistic|refugee|immigrant|migrant|foreigner|traveller|gypsy|roma|woman|girl|man|[\wà-ž]{2,}(?:an|ese|ish|i))\b|\b(?:you(?:'re| are| being| come) (?:the )?(?:only )?(?:an? )?(?:muslim|jewish|christian|catholic|hindu|sikh|black|asian|african|gay|lesbian|trans|queer|bisexual|disabled|deaf|blind|autistic|[\wà-ž]{2,}(?:an|ese|ish|i)\b|from (?!the\b|a\b)[\wà-ž]{2,})|(?:from|coming from) (?:a|the) [\wà-ž]+ (?:background|community|family|culture|perspective))/i;
const YOUR_PEOPLE =
  /\b(?:your (?:people|community|culture|religion|faith|tradition|country|lot|folk|countrymen)|(?:where|how it is where) you(?:'re| are| come) from|(?:do|are|how do|what do|why do) (?:muslims|jews|black people|white people|gay people|trans people|disabled people|deaf people|women|men|travellers|gypsies|africans|asians|refugees|immigrants|[\wà-ž]{2,}s)|in islam|in your)\b/i;
/** Asked to give account: a question, or "tell us", "explain". */
const TO_TEACH =
  /\?|\b(?:tell us|explain|teach|educate|help us (?:to )?understand|enlighten|give us (?:the|your|an)|put us (?:right|straight)|share (?:with us )?(?:the|your|how|what)|speak (?:to|for|about|on))\b/i;
/** What it was like for this one person, or what they want, is theirs and no lesson. */
const OF_THEMSELVES =
  /\b(?:what(?:'s| is| was) (?:it|that) like|how (?:is|was|are|did) (?:it|that|you|this)(?: \w+)? (?:for you|to hear|doing|land)|what (?:do|would|did) you (?:need|want|like)|how are you|are you (?:all right|ok|okay)|(?:do|would) you want to (?:say|answer|leave)|you (?:don't|needn't|do not) (?:have|need) to|nobody has to)\b/i;
const TO_ALL =
  /\b(?:each of us|rest of (?:us|you)|all of us|nobody has to|everybody|anybody else|i (?:shouldn't|should not) have|put you on the spot)\b/i;
/** They have brought it themselves. */
const VOLUNTEERED =
  /\b(?:my (?:people|community|culture|religion|faith|country|tradition|mosque|church|temple|language)|where i(?:'m| am| come) from|back home|as (?:an?|one)\b|i(?:'m| am) (?:an? )?(?:muslim|jewish|black|gay|lesbian|trans|disabled|deaf|blind|[\wà-ž]{2,}(?:an|ese|ish|i)\b)|i(?:'ll| can| could| will|'d like to) (?:tell|explain|say|show)|ask me|we (?:have|do|say|believe|pray|fast|eat|don't)|with us|in (?:islam|our))\b/i;

function volunteered(group: Group, asked: string, at: number): boolean {
  return movesBetween(group, at - 8, at - 1).some(
    (move) => move.name === asked && VOLUNTEERED.test(ownSpeech(move)),
  );
}

/** The sentences that ask, from the one that says what they are asked as to the end of the question. */
const teachingIn = remembered((move: Move): { readonly start: number; readonly end: number } | undefined => {
  const words = ownSpeech(move);
  const asks = AS_ONE_OF.exec(words) ?? YOUR_PEOPLE.exec(words);
  if (asks === null) return undefined;
  const from = startOfSentence(words, asks.index);
  const rest = words.slice(from);
  if (!TO_TEACH.test(rest) || OF_THEMSELVES.test(rest)) return undefined;
  return { start: from, end: words.length };
});

export const pattern: Pattern = {
  id: 'targeted-member-to-teach',
  name: 'Targeted member made to teach',
  family: 'CONF',
  core: false,
  severity: 'information',
  dynamics: ['MS', 'SB'],
  skills: ['inviting-participation', 'making-room', 'reaching-for-difference'],
  question: 'What would the others have had to think about themselves?',
  page: {
    looksLike:
      'A people, a faith or a disability has been spoken of, perhaps badly. The worker turns to the one member who belongs to it and asks how it is with them all.',
    matters:
      'One person is asked to answer for millions, and to do it in front of those who have just spoken of them. The others, whose thoughts they were, may sit back.',
    fine: 'The member has offered to tell. They are asked what it was like for themselves, and may decline. Everybody is asked.',
  },
  sources: ['65'],
  silentIn: [],
  thresholds: {
    within: {
      default: 8,
      why: 'Turns back in which a remark about a people is shown as what set it off; ours.',
    },
  },
  reach: { before: 10, after: 8 },
  of: 'worker',
  // A question of the same kind to the next one is heard as an opening; what undoes it is looked for here.
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const teaching = teachingIn(move);
    if (
      teaching === undefined ||
      does(move.talk, 'welcome', 'rehearsal') ||
      move.segment?.kind === 'introductions'
    )
      return [];
    // To "you all" or to nobody in particular it is a question to the group.
    if (move.talk.addressee.kind !== 'person') return [];
    const asked = spokenTo(group, move);
    if (asked === undefined || volunteered(group, asked, at)) return [];
    if (movesBetween(group, at + 1, at + 5).some((one) => one.byWorker && TO_ALL.test(ownSpeech(one))))
      return [];
    const before = lastBefore(
      group,
      at,
      threshold('within'),
      (one) =>
        byMember(one) && one.name !== asked && (demeaningIn(one) !== undefined || speaksOfPeoples(one)),
    );
    return [
      {
        at,
        to: at,
        span: teaching,
        evidence: before ? [{ at: before.index, shows: `${before.name} speaks of a people` }] : [],
        message: `At turn ${at + 1} ${asked} is asked to explain as one of a people${before ? `, after what ${before.name} said at turn ${before.index + 1}` : ''}. That may be a lot to carry for one, and the others may have had room to look at what they had assumed. What would they have had to think about?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const asked = spokenTo(group, group.moves[at]!)!;
    const before = evidence[0] && group.moves[evidence[0].at]!;
    const others = othersFor(group, group.moves[at]!, [asked, before?.name ?? asked]);
    return [
      {
        skill: 'inviting-participation',
        line: `${asked} doesn’t have to speak for a whole people here. What did each of us grow up hearing about that?`,
      },
      {
        skill: 'reaching-for-difference',
        line: `${called(others) || 'The rest of us'}, what had ${others.length > 0 ? 'you' : 'we'} assumed about that, and where did ${others.length > 0 ? 'you' : 'we'} get it from?`,
      },
      {
        skill: 'making-room',
        line: `${asked}, you needn’t answer for anyone. What would you like from us just now?`,
      },
    ];
  },
};
