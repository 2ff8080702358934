import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  movesBetween,
  ownSpeech,
  readsAs,
  responseWindow,
} from '../group/sequence.ts';
import { type Act, does } from '../talk/model.ts';
import { sentencesOf } from '../talk/words.ts';
import type { Pattern } from './model.ts';

/*
 * Catalogue E asks that the worker defends, reassures, shifts or moralises. The acts hear a challenge from its words and
 * not from whom it is put to, so it must also be said to her: she is called, or she spoke last, or the words can only
 * mean her.
 */
const MEANS_WORKER =
  /\b(?:(?:do|have|did) you (?:even |actually |ever |got |really )*(?:have |had |got |been |lost |lived |done |used |drive|drink|any )|how old are you|are you (?:even |actually |really )?(?:qualified|trained|a (?:student|proper|real)|married|paid|old enough|a (?:mother|mum|mom|father|dad|parent|carer)|on (?:our|their) side|going to (?:write|report|leave|stay))|how long have you|you(?:'ve| have) never|you(?:'re| are) (?:just |only |even )?(?:a student|too young|paid|leaving|one of them|on their side|not (?:one of us|a|even|listening))|what (?:would|do|could) you know|you (?:wouldn't|don't|can't|couldn't|won't) (?:\w+ )?(?:know|understand|get it|have (?:kids|children))|you (?:weren't|missed|left|cut|always|keep|never|didn't|said|told us|asked|decide[ds]?|go home|get (?:paid|to))|who (?:made|decided|says|put you|asked you)|your (?:rule|job|lot|form|sheet|book|questions|method|notes|degree|wages)|(?:what's|what is) the (?:point|use) of (?:this|these|all|the|you)|why (?:do|are|should|must) (?:we|you)|(?:is|does) (?:this|any of this|it) (?:even |actually |really )?(?:help|work|do (?:any|anything)|supposed)|this (?:isn't|is not|doesn't) (?:help|work|do)|we(?:'re| are) (?:getting nowhere|not getting|wasting)|waste of (?:time|an hour)|whose side)\b/i;
/** A plain attack on her person is met with a limit (catalogue E). */
const ABUSE =
  /\b(?:fuck (?:off|you)|piss off|bitch|cow\b|cunt|slag|idiot|moron|stupid (?:woman|man|girl|boy|bitch|cow)|shut (?:up|your)|screw you|i'll (?:have|kill|get|hit) you|wanker|arsehole|asshole|dickhead)\b/i;
/** Turning it aside: comfort, another subject, a lesson in manners. */
const TURNS_ASIDE =
  /\b(?:(?:you )?(?:don't|needn't|no need to|do not) (?:have to )?worry|i (?:can )?assure you|trust me|rest assured|let's (?:keep|stay|not|focus|get back|move|go back|return|be|try|stick|carry on)|(?:this|it)(?:'s| is)(?: not| n't|n't) about me|we(?:'re| are) (?:not )?here (?:to|for)|not (?:the (?:time|place|point|subject)|relevant|what we're here)|anyway|moving on|back to|that's not (?:fair|respectful|how|appropriate|nice|very)|no need for|keep it (?:respectful|polite|civil|positive)|respectful|appropriate|attitude|tone|i(?:'m| am) (?:the|a) (?:\w+ )?(?:worker|facilitator|professional)|(?:i(?:'ve| have)|i did|i was|i'm|i am) (?:a |an |been |done |had |got |in |my |the |fully |quite |\w+ )?(?:a |an |my |the |\w+ )?(?:train\w*|qualif\w*|degree|years?|master'?s|diploma|experience\w*|course|placement|supervis\w+|studied)|(?:research|studies|evidence|the manual|literature) (?:shows?|says?|is)|it(?:'s| is) (?:proven|evidence|policy)|that's (?:the|our|agency) (?:policy|rule|way))\b/i;
/** Taking it up: owning, agreeing that it is fair, asking what is behind it. */
const TAKES_UP =
  /\b(?:fair (?:enough|point|question|comment)|good question|that's (?:a )?(?:fair|true|right|real)|you(?:'re| are) right|i (?:did|do)(?: do)? (?:cut|talk|miss|leave|keep|forget|say|decide)|i (?:haven't|don't|can't) (?:know|live|been|lost|had|have|understand)|no,? i (?:don't|haven't|am not|'m not)|i(?:'m| am) sorry|my (?:mistake|fault)|on me|i should(?:n't)? have|thank(?:s| you) for (?:saying|telling|asking|that)|glad you (?:said|asked)|what (?:would|do|did|makes|is it|was it|worries|are you)|how (?:would|does|do|did|is|was)|who else|say more|tell me|wonder\w* (?:if|whether|what|about)|angry|what happens when|you don't, from)\b/i;

/** A member questions the worker herself, her way of doing it, a rule of hers, or her having been away. */
function challengesWorker(group: Group, move: Move): boolean {
  // In a long turn a word to her is mostly by the way.
  if (!byMember(move) || move.talk.wordCount < 3 || move.talk.wordCount > 45) return false;
  const { kind, names } = move.talk.addressee;
  if (
    kind === 'person' &&
    !names.every((name) => group.workers.has(name)) &&
    move.talk.addressee.by !== 'answer'
  )
    return false;
  const words = ownSpeech(move);
  const saidToHer =
    kind === 'worker' ||
    (kind !== 'group' && lastBefore(group, move.index, 2, (one) => one.byWorker) !== undefined);
  if (!saidToHer || !/\b(?:you(?:r|rs|'re|'ve|'d|'ll)?|this|these|who|we|us|it)\b/i.test(words)) return false;
  // A co-member named is who it is about.
  if (move.talk.mentions.some((mention) => !group.workers.has(mention.name))) return false;
  const asked = does(move.talk, 'about-worker');
  const form = MEANS_WORKER.test(words);
  return (
    (asked &&
      (form ||
        (readsAs(move, 'about-worker') !== undefined &&
          does(move.talk, 'challenge', 'disagreement', 'grievance') &&
          move.talk.wordCount <= 25 &&
          /\b(?:you(?:r|'re|'ve|'d|'ll)?|this|these)\b/i.test(words)))) ||
    (form &&
      (/\?/.test(words) || does(move.talk, 'challenge', 'disagreement')) &&
      sentencesOf(words).some(
        ({ text }) => MEANS_WORKER.test(text) && !/\b(?:can|could|may) i\b/i.test(text),
      ))
  );
}

/** How she turns it aside: the act that shows it, or the words; undefined where she does not. */
function turnsAside(
  move: Move,
  words: number,
): Act | { readonly start: number; readonly end: number } | undefined {
  const own = ownSpeech(move);
  const form = TURNS_ASIDE.exec(own);
  const aside = readsAs(move, 'reassurance', 'shift', 'agenda', 'scolding', 'smoothing');
  const defending = readsAs(move, 'defending');
  if (defending && move.talk.wordCount >= words) return defending;
  if (aside) return aside;
  if (
    form &&
    (move.talk.wordCount >= words ||
      does(move.talk, 'defending', 'rule', 'agenda', 'shift', 'reassurance') ||
      !/\bi(?:'ve| have| did| was|'m| am)\b/i.test(form[0]))
  ) {
    const stop = own.slice(form.index).search(/[.!?…]/);
    return { start: form.index, end: stop < 0 ? own.length : form.index + stop + 1 };
  }
  return undefined;
}

export const pattern: Pattern = {
  id: 'challenge-to-worker-deflected',
  name: 'Challenge to the worker turned aside',
  family: 'AUTH',
  core: false,
  severity: 'warning',
  dynamics: ['TA', 'DP', 'MD'],
  skills: ['turning-back', 'owning-a-slip', 'naming-taboo'],
  question: 'What were they finding out, for all of them?',
  page: {
    looksLike:
      'A member asks how old the worker is, whether she has children, what the point of this is, where she was last week. She explains herself, reassures, goes back to the plan, or asks for respect.',
    matters:
      'Whether this worker can be trusted, and who is in charge, is something every member wonders. The one who says it does so for the others. Met openly, it is how a group begins to share the authority; turned aside, it is not asked twice.',
    fine: 'A short, straight answer. It is taken up, and the others are asked. Plain abuse, which needs a limit.',
  },
  sources: ['29', '25'],
  silentIn: ['cool-down'],
  thresholds: {
    words: { default: 15, why: 'Words from which an answer about herself becomes a defence.' },
  },
  reach: { before: 4, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const challenge = lastBefore(group, at, 1, (one) => challengesWorker(group, one));
    if (challenge === undefined || ABUSE.test(ownSpeech(challenge))) return [];
    if (
      invites(move) ||
      TAKES_UP.test(ownSpeech(move)) ||
      does(move.talk, 'repair', 'question-open', 'reflection', 'process')
    )
      return [];
    const aside = turnsAside(move, threshold('words'));
    if (aside === undefined) return [];
    const window = responseWindow(group, at);
    if (
      window.some(
        (one) =>
          one.byWorker &&
          (invites(one) ||
            does(one.talk, 'repair') ||
            /\b(?:fair enough|you(?:'re| are) right|i(?:'m| am) sorry)\b/i.test(ownSpeech(one))),
      )
    )
      return [];
    const others = movesBetween(group, at - 3, at - 2).filter((one) => challengesWorker(group, one));
    return [
      {
        at,
        to: at,
        span: { start: aside.start, end: aside.end },
        evidence: [...others, challenge].map((one) => ({
          at: one.index,
          shows: `${one.name} questions the worker`,
        })),
        message: `At turn ${challenge.index + 1} ${challenge.name} puts a question to the worker about who the worker is or how this is done, and at turn ${at + 1} it is turned aside. Others may have been wondering too, and who has what to say here may have had room. What was ${challenge.name} finding out, for all of them?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const challenge = group.moves[evidence[evidence.length - 1]!.at]!;
    const { name } = challenge;
    const asks = challenge.turn.words.includes('?');
    return [
      {
        skill: 'turning-back',
        line: asks
          ? `That’s a fair question, ${name}, and I’ll answer it. Who else has been wondering?`
          : `That’s fair, ${name}, and I won’t duck it. Who else sees it like that?`,
      },
      {
        skill: 'owning-a-slip',
        line: `There may be something in that, ${name}. What has it been like with me so far, for you and for the others?`,
      },
      {
        skill: 'naming-taboo',
        line: `It isn’t easy to say that to me, ${name}. What would the rest of you say, if it were?`,
      },
    ];
  },
};
