import { opensMatter } from '../group/answering.ts';
import { leansTo } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  firstAfter,
  moveAt,
  movesBetween,
  ownSpeech,
  readsAs,
  responseWindow,
  spokenTo,
  surest,
  takesUpMember,
} from '../group/sequence.ts';
import type { Family } from '../talk/families.ts';
import type { Pattern } from './model.ts';
import { reason, weigh } from './weighing.ts';

/** Leave is asked, or its lack is wondered at. The act alone is not enough: it also hears "can I get my coat". */
const ASKS_LEAVE =
  /\b(?:(?:can|could|may|might) (?:i|we|people|anybody|anyone|a person)|(?:is|would) it (?:be )?(?:ok|okay|all right|alright|allowed|fine)|(?:here|it|this|that) is (?:okay|ok|allowed|fine|all right)|(?:am i|are we|are you|is (?:one|anyone)) (?:even )?allowed|(?:don't|do not|not) (?:know|sure) (?:if|whether|can|that) (?:i|we|it|this|that|you)|do you mind (?:if|me)|(?:is it|it is|it's|would it be) (?:possible|permitted|right|fine|okay|ok) to|is (?:this|that|it) (?:a |the )?(?:place|thing|something) (?:to|we|you|i|for)|(?:can|could|may) (?:talk|speak|say|tell)\b.{0,40}\b(?:here|or not)|(?:i|we|you|people) (?:can|could|may) (?:talk|speak|say|tell|mention)\b[^.?!]{0,60}\?)\b/i;
/** Leave to speak, as against leave to go, eat, sit, take or borrow. */
const TO_SPEAK =
  /\b(?:say|saying|talk|talking|speak|speaking|tell|ask|mention|bring (?:it |this |that |something )?up|share|admit|discuss|be (?:honest|blunt|rude|straight|crude|frank|open)|go there|get into|swear)\b/i;
/** Leave is asked for a kind of matter, in this place: "is it okay in here to talk about …". Nobody asks that of the weather. */
const FOR_HERE =
  /\b(?:in )?here\b|\bin this\b|\bin (?:the|this|our) (?:group|room|circle)\b|\b(?:is it|it's|are we|am i|if it's) (?:even |not )?allowed\b/i;
/** What leave to do something is about, where it is not leave to speak. */
const TO_DO =
  /\b(?:allowed|ok(?:ay)?|all right|alright|fine)\b[^.?!]{0,12}\bto (?!say|talk|speak|tell|ask|mention|bring|share|admit|discuss|be |go there|get into|swear|feel|think|want)\p{L}+/iu;
/** "Can I ask, is it bad to…": leave is a courtesy there, and the answer is to the question. */
const ASKS_OUTRIGHT =
  /\b(?:ask|tell me)\b[,:]?\s+(?:you |them |us )?(?:is|are|was|do|does|did|how|what|why|when|where|who|would|will|should|if)\b/i;
/** What people say ahead of a thing that is seldom said. */
const DELICATE =
  /\b(?:awful|terrible|horrible|horrid|bad|worse|wrong|mean|nasty|ugly|dark|weird|gross|crude|disgusting|embarrassing|personal|intimate|rude|blunt|honest|sensitive|private|shocking|selfish|wicked|sick|taboo|not (?:very |a |so |that )?(?:nice|decent|proper|pretty|polite|christian)|(?:don't|do not|won't|wouldn't) (?:judge|hate|laugh)|(?:ok|okay|all right|alright|allowed) (?:in here )?(?:to|if (?:i|we)) (?:say|talk|speak)|even (?:say|talk|speak)|judge me|think (?:less|badly) of me)\b/i;
/** What the agency does with their words, and what she can hear of it, is the worker's to answer (catalogue D: agency rule). */
const AGENCY =
  /\b(?:write (?:it|this|that) down|in (?:the|my|your) (?:notes|file|record|report)|on (?:the )?(?:record|tape)|(?:my|the) (?:caseworker|social worker|probation|judge|court|school|ward|team) (?:hear|see|find|know)|stay(?:s)? (?:here|in here|between)|about (?:this place|you\b|the (?:staff|workers?|centre|center|office))|with you (?:sat|sitting|there|here))\b/i;
/** A yes that people bring from home into their English. */
const YES_ABROAD =
  '(?:claro|sí|si|por supuesto|oui|bien sûr|ja|natürlich|sicher|tak|oczywiście|oo|opo|haan|ji|ndiyo|sawa|yebo|ewe|ehe|ae|āe|kia ora|evet|tabii|inshallah|wallah|naam|khair)';
const GRANTS = new RegExp(
  `^(?:(?:oh|well|ah|ooh|no|mm+|right|look)[,.!\\s]+)*(?:${YES_ABROAD}(?![\\p{L}])|(?:yes|yeah|yep|yup|sure|of course|course|absolutely|definitely|certainly|please|go (?:on|ahead|for it|right ahead)|feel free|by all means|fire away|shoot|be my guest|you can|you may|that's (?:fine|okay|ok|what (?:we're|this|the group))|no problem|not at all|anything goes|(?:it's|that's) (?:fine|okay|ok|all right|alright|allowed))\\b)`,
  'iu',
);

/** Of these nobody speaks in passing; money or drink may come up as any matter of the day. */
const UNSPOKEN: ReadonlySet<Family> = new Set<Family>([
  'sex',
  'harm to self',
  'wishing death',
  'race',
  'not loving a child',
]);

/** Says, or goes on to say, what is seldom said. */
function isDelicate(move: Move): boolean {
  if (DELICATE.test(ownSpeech(move)) || (readsAs(move, 'taboo') !== undefined && move.talk.wordCount >= 4))
    return true;
  return [...move.talk.families].some((family) => UNSPOKEN.has(family as Family));
}

/** Leave to speak is asked, and not only as a courtesy ahead of another question. */
function leaveIn(words: string): boolean {
  const outright = ASKS_OUTRIGHT.exec(words);
  const asked = outright ? words.slice(outright.index + outright[0].search(/(?<!\w)\w+$/)) : words;
  return (
    ASKS_LEAVE.test(asked) && (TO_SPEAK.test(asked) || (/\ballowed\b/i.test(asked) && !TO_DO.test(asked)))
  );
}

/** The member asks, of the worker or of nobody, for leave to speak of something. */
function asksLeave(move: Move): boolean {
  if (!byMember(move) || move.talk.addressee.kind === 'person' || move.talk.addressee.kind === 'group')
    return false;
  const words = ownSpeech(move);
  return leaveIn(words) && !AGENCY.test(words);
}

/** What they then say shows whether the leave was needed: their next two turns, close by. */
function provedDelicate(group: Group, asked: Move, at: number): boolean {
  return movesBetween(group, at + 1, at + 4)
    .filter((move) => move.name === asked.name)
    .slice(0, 2)
    .some(isDelicate);
}

/** A question to the others on this, and not on the next thing, nor to the one who asked. */
function opens(group: Group, move: Move, asked: Move): boolean {
  if (spokenTo(group, move) === asked.name && !TO_OTHERS.test(ownSpeech(move))) return false;
  return opensMatter(group, move, asked.index);
}
const TO_OTHERS =
  /\b(?:others?|rest|everyone|everybody|anyone|anybody|all of you|you all|people|each|who|group|us|we)\b/i;

/** Leave was given, and the thing is not said: "Not today.", "I was only asking.", "I see." */
const DRAWS_BACK =
  /^(?:(?:oh|well|okay|ok|right|no)[, .]+)*(?:not (?:today|now|yet|tonight|here)|i(?:'m| was)? only (?:asking|wondering)|i was (?:just|only) asking|i see|another (?:time|day)|maybe (?:not|later|next)|never mind|doesn't matter|it's nothing|forget it|leave it|okay\.?$|ok\.?$|right\.?$|thanks?\.?$|good\.?$)/i;

export const pattern: Pattern = {
  id: 'permission-granted-for-group',
  name: 'Worker grants leave to speak of the unspeakable',
  family: 'MISS',
  core: true,
  severity: 'information',
  dynamics: ['TA', 'MS'],
  skills: ['asking-permission', 'verbalising-norms', 'scanning'],
  question: 'What might the others have answered, had they been asked?',
  page: {
    looksLike:
      'A member asks whether something delicate may be said here, and looks to the worker. The worker says yes, of course, and the talk goes on.',
    matters:
      'The worker can promise that she will not mind. Only the others can promise that they will not. Asked, they share in making the thing sayable; unasked, they are an audience.',
    fine: 'The worker says yes and asks the others as well. The leave is about the window, the tea or the toilet. The question is about notes, files and other rules of the agency. Somebody else in the circle says yes too.',
  },
  sources: ['35'],
  silentIn: ['no-crosstalk', 'limited-speech'],
  thresholds: {
    evidence: {
      default: 2.4,
      why: 'Reasons for it, less those against it (see `weighing.ts`); a higher number says less, and more surely.',
    },
  },
  reach: { before: 2, after: 10 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const asked = moveAt(group, at - 1);
    if (asked === undefined || !asksLeave(asked)) return [];
    const given = surest(move, 'permission-given');
    const words = ownSpeech(move);
    const next = firstAfter(group, at, 1, byMember);
    const others =
      next !== undefined && next.name !== asked.name && (takesUpMember(next) || next.talk.wordCount <= 6);
    const grants = given !== undefined || GRANTS.test(words);
    const delicate = isDelicate(asked) || FOR_HERE.test(ownSpeech(asked));
    const proved = provedDelicate(group, asked, at);
    const withdrawn = next?.name === asked.name && DRAWS_BACK.test(ownSpeech(next));
    const weighed = weigh(
      reason('leave to speak is asked', 1.2, true),
      reason('the tagger hears leave asked', 0.6, leansTo(asked, 'permission')),
      reason('it is a delicate thing', 1, delicate),
      reason('what is then said is delicate', 1, proved),
      reason('nothing delicate is said', -1, !delicate && !proved && !withdrawn),
      reason('the member then draws back', 1, withdrawn),
      reason('the worker says yes', 1, grants),
      reason('she neither says yes nor no', -1.6, !grants),
      reason('she asks the others as well', -4, opens(group, move, asked)),
      // After a yes, a question to the one who asked goes on; without one it only asks back.
      reason('she asks', grants ? -0.4 : -2, /\?\s*$/.test(move.turn.words)),
      reason('she wonders about the asking', -2, leansTo(move, 'process')),
      reason(
        'she asks them soon after',
        -2,
        responseWindow(group, at).some((one) => opens(group, one, asked)),
      ),
      // A co-member who answers before the thing is said has given leave in the group's name.
      reason('another says yes, too', -2.4, others),
    );
    if (weighed.sum < threshold('evidence')) return [];
    return [
      {
        at,
        to: at,
        ...(given ? { span: { start: given.start, end: given.end } } : {}),
        evidence: [{ at: asked.index, shows: `${asked.name} asks whether it may be said` }],
        message: `${asked.name} asks at turn ${asked.index + 1} whether something delicate may be said, and the leave comes from the worker. Everyone else will be hearing it too, and may have had room to say how they want it heard. What might they have answered, had they been asked?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const { name } = group.moves[evidence[0]!.at]!;
    return [
      {
        skill: 'asking-permission',
        line: `It’s fine with me, ${name}, and it isn’t only up to me. How is it for the rest of you?`,
      },
      {
        skill: 'verbalising-norms',
        line: `${name} is asking what can be said in here. What would we need from each other for that?`,
      },
      {
        skill: 'scanning',
        line: `You’re looking at me, ${name}. Have a look round the circle: what do you see?`,
      },
    ];
  },
};
