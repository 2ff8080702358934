import { asksForFact, opensMatter } from '../group/answering.ts';
import { leansTo } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import { receptionOf } from '../group/reception.ts';
import { OWN_SLIP } from '../group/repair.ts';
import { byMember, moveAt, movesBetween, ownSpeech, remembered, responseWindow } from '../group/sequence.ts';
import { SIGNS_REACH } from '../group/signs.ts';
import { type Sentence, sentencesOf, stemsOf, tokensOf } from '../talk/words.ts';
import { CUT, raisedAt, spanOf } from './judging.ts';
import { called, othersFor, turns } from './lines.ts';
import type { Pattern } from './model.ts';
import { type Perhaps, reason, type Weighed, weigh } from './weighing.ts';

/** Reasons that are not the worker's to waive: the building, the law, safety. Said aloud, they make a limit and not a decree. */
const WITH_REASON =
  /\b(?:because|since (?:the|we|they)|so that (?:nobody|we're|they)|fire|safety|insurance|building|caretaker|council|the law|legally|the agency|agency's|they need the room|the room(?:'s| is)|painters|(?:they|security|he|she) locks?|closes at|the service|funding|contract|booking|not me|not mine|i can't (?:shift|change|move)|a rule i(?:'ve| have)|minibus|holiday|probation|court)\b/i;
/** It is already done: booked, arranged, cleared, told to others in their name. */
const DONE =
  /\b(?:i(?:'ve| have)?(?: already| did| just| gone and| (?:went|gone) ahead and)* (?:put|book(?:ed)?|fix(?:ed)?|arranged|cleared|decided|determined|ordered|moved|changed|set|split|invited|signed|entered|enrolled|registered|volunteered|nominated|appointed|promised|cancelled|picked|chosen|chose|swapped|sorted|organi[sz]ed|drawn up|drew up|opened (?:a|an|the|us)|added|taken (?:out|off|down)|took (?:out|off|down)|(?:made|drawn|written)(?: already| out| up)?(?: (?:her|him|them|you|us))? (?:an?|the|up|it|us)\b|asked [\wà-ž]+ to|(?:told|tell|promised) (?:the [\wà-ž' -]{1,30}|[\wà-ž]{2,31})(?: that)? (?:you|ye|we|this group|the group|they)(?:'d|'ll|'re| would| will| are| were)\b|told (?:them|the office|reception)|got us)|i(?:'ve| have) (?:(?:it|that|this|them|everything)(?: all)? (?:arranged|booked|fixed|settled|organi[sz]ed|sorted|picked|chosen|decided)|gone ahead\b)|i(?:'m| am) (?:bringing|inviting|putting|moving|changing|splitting|mixing|having|going to (?:put|have|move|split|change|mix|swap|pick|choose|ask you|start))|(?:it's|that's|it is|all)(?: all)? (?:decided|settled|arranged|fixed|booked|sorted|taken care of))\b/i;
/** Who is meant: more than the one who is spoken to. */
const FOR_ALL = /\b(?:you(?:'d|'re|'ll|r)?|ye|y'all|everybody|everyone|(?:this|the|our) group|us|each)\b/i;
/** What all of them will do, told. */
const WILL =
  /\b(?:we(?:'ll| will| shall|'re going to| are going to|'re| are) (?:all )?(?:not )?(?:leave|do|finish|start|stop|begin|have|use|be (?:doing|having|starting|finishing|moving|collecting|meeting|using)|move|meet|go|change|keep|make|talk|look|work|doing|starting|finishing|having|moving|meeting|skip|take|split|sit)|(?:you|ye|everyone|everybody|each of you|those of you|the \w+ of you|both of you|[\wà-ž]{2,31} and [\wà-ž]{2,31})(?:'ll| will| are going to| is going to|'re going to) (?:\w+ )?(?:sit|be|go|work|form|do|start|bring|write|come|share|take|have|pair|join|move|say)|(?:next|this) (?:week|time|session|month|one|meeting)(?:'s| is| will be| we| you)|(?:goes|moves?|will go|will move|is moving|is going|are going|changes?) to|(?:is|are|'s) (?:now )?going to be|will (?:form|be (?:locked|closed|counted|asked|in|on|at|with)|sit)|i(?:'d| would) like (?:you|us|everyone|everybody|each (?:one|of you)|all of you) (?:all )?to|i want (?:you|us|everyone|everybody|each (?:one|of you)|all of you) (?:all )?to|what i(?:'d| would) like us to do|from (?:now on|next|today|here on|\w+ on|\w+day|january|february|march|april|may|june|july|august|september|october|november|december)|starting (?:next|after|from|with|in)|the rule is|that's the rule|(?:are|is)(?:n't| not) allowed|no (?:phones|eating|talking|swearing))\b/i;
/** Affairs of the group: its time, place, order, topic, company, rules. */
const AFFAIRS =
  /\b(?:meetings?|sessions?|next (?:week|time|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|topics?|room|order|pairs|groups?|tables?|seats?|sit\w*|phones?|rules?|late|guest|speaker|talks? (?:on|about)|come in|colleague|teacher|photographer|stalls?|finish|start|break|half|forms?|interviews?|outing|trip|party|door|chairs?|circle|round|anger|course|cakes|smart dress|wear|camera|sides?|time|minutes|hour|earlier|later|o'clock|agenda|leave|exercise|projects?|reps?|whats ?app|certificates?|newsletter|posters?|notice|open day|film|presentation)\b/i;
/** Gives several people their parts. */
const PARTS =
  /\p{Lu}[\wÀ-ž]{1,30} (?:writes?|does|do|takes?|brings?|makes?|keeps?|has|have|the|to)\b[^.?!]{0,40}, ?(?:and )?\p{Lu}[\wÀ-ž]{1,30} (?:writes?|does|do|takes?|brings?|makes?|keeps?|has|have|the|to)\b|\p{Lu}[\wÀ-ž]{1,30} and \p{Lu}[\wÀ-ž]{1,30} (?:on|with|doing|do|at|for|the|take|in)\b|\p{Lu}[\wÀ-ž]{1,30}(?: \p{Lu}[\wÀ-ž]{1,30})?(?: will be| is|'s|, you(?:'re| are|'ll be)) (?:(?:the|our|your) )?(?:in charge|secretary|treasurer|admin|chair\w*|captain|leader|reps?|representative|timekeeper|reader|note-?taker|scribe|spokes\p{L}+|host|monitor|presenting|opening|leading)\b/u;
/** Somebody else's doing that she only passes on. */
const PASSED_ON =
  /^(?:(?:so|and|now|well|right|but|before (?:we|anything)[^,]{0,60}),? ){0,3}(?:the|their|his|our|your|dr|mrs?|nurse|sister) [\wà-ž' -]{1,40}?(?:'ll| will| is| are|'s|has|have|gives?|came|needs?|needed|wants?|wanted|asked|says?|shuts?|closes?)\b/i;
/** Leaves it to them after all. */
const LEAVES_IT =
  /\b(?:up to you|for you (?:lot |all )?to (?:say|decide)|if (?:you|ye|people|everyone|that's|nobody|you'd|anybody|anyone)|would (?:you|that|ye|people)|could (?:you|we)|do (?:you|ye|we) want|shall we|what (?:would|do) (?:you|people|we)|is that (?:all right|ok|okay)|can (?:you|everybody|everyone|all of you) live|unless|you (?:said|asked|agreed|chose|wanted|decided|split|voted|told)|we (?:said|agreed|decided|chose)|your idea|as you|i can\b|i could|no rush)\b/i;
/** Asks them to choose. */
const CHOICE =
  /\b(?:up to you|for you (?:lot |all )?to (?:say|decide)|would (?:you|that|ye|people) (?:rather|like|prefer|work|do|be)|do (?:you|ye|we) want|shall we|what(?:'d|'ll| would| will) work|can (?:you|everybody|everyone|all of you) live|which (?:would|shall|does)|what (?:do|would|should|shall|will) (?:we|you|people)(?: all| lot)? (?:want|rather|like|prefer|do)\b)/i;
/** The clock and the door: how a meeting ends or begins. */
const CLOCK =
  /\b(?:(?:we(?:'ve| have)|there(?:'s| is| are)|got) (?:about )?\w+ (?:minutes|left)|in \w+ minutes|bell|out of time|time(?:'s| is) (?:up|finished)|see you|have to stop|need to stop|stop there|passes are)\b/i;

/** An invitation to settle the very thing, before or after. */
function asksAbout(group: Group, one: Move, { text }: Sentence, since: number): boolean {
  if (!opensMatter(group, one, since)) return false;
  const stems = stemsOf(tokensOf(text));
  return [...one.talk.stems].filter((stem) => stems.has(stem)).length > 1 || CHOICE.test(ownSpeech(one));
}

interface Decree {
  readonly sentence: Sentence;
  readonly reasons: readonly Perhaps[];
  readonly sum: number;
}

/** The sentence of a worker's move that most looks like something settled for the group. */
const decreeIn = remembered((move: Move): Decree | undefined => {
  let best: Decree | undefined;
  let decreed = 0;
  for (const sentence of sentencesOf(ownSpeech(move))) {
    const { text, start } = sentence;
    if (/\?["”’')]*$/.test(text)) continue;
    const heard =
      move.talk.acts.find((act) => act.act === 'decision' && act.start === start)?.confidence ?? 0;
    const done = DONE.test(text);
    const will = WILL.test(text);
    const touchesAll = FOR_ALL.test(text) || AFFAIRS.test(text) || PARTS.test(text);
    const reasons = [
      reason('the tagger hears a decision', 1.4, heard),
      reason('the tagger leans to a decision', 0.9, leansTo(move, 'decision')),
      reason('it is told as done', 1.6, done && touchesAll),
      reason('something is told as done', 0.8, done && !touchesAll),
      reason('it is told as what will be', 1.1, will),
      reason('people are given their parts', 1.4, PARTS.test(text)),
      reason('it is about the group’s own affairs', 0.6, AFFAIRS.test(text)),
      reason('it is done in the name of all', 0.6, done && FOR_ALL.test(text)),
      reason('it is passed on from somebody else', -1.2, PASSED_ON.test(text) && !done),
      reason('it is the clock', -1, CLOCK.test(text) && !done),
    ];
    const sum = reasons.reduce((total, each) => total + (each?.weight ?? 0), 0);
    if (sum >= 0.8) decreed++;
    if ((done || will || heard > 0 || PARTS.test(text)) && (best === undefined || sum > best.sum))
      best = { sentence, reasons, sum };
  }
  if (best === undefined || decreed < 2) return best;
  const more = reason('more of the same in the next breath', 0.6, true);
  return { ...best, reasons: [...best.reasons, more], sum: best.sum + 0.6 };
});

/** What it counts where no sentence has the form of a decision: some are passed over as news. */
export const NO_DECREE = -3;

/** What a worker's move settles, and what of itself speaks for and against its being a decision over their heads. */
export function settledIn(
  group: Group,
  at: number,
  askedWithin: number,
): { readonly decree: Decree; readonly own: Weighed } | undefined {
  const move = group.moves[at]!;
  const decree = decreeIn(move);
  if (decree === undefined) return undefined;
  const words = ownSpeech(move);
  const reception = receptionOf(group, at);
  const before = moveAt(group, at - 1);
  const answersOne =
    before !== undefined &&
    byMember(before) &&
    sentencesOf(before.turn.words).some(({ text }) => asksForFact(text));
  const own = weigh(
    ...decree.reasons,
    reason('its words come back as a question', 1.2, reception.queried),
    reason('a member has something against it', 0.8, reception.resisted),
    reason('it is let pass', 0.4, reception.bare),
    reason('a limit, with the reason', -1.6, WITH_REASON.test(words)),
    reason('it is left to them', -1.4, LEAVES_IT.test(words)),
    reason(
      'she asks them in the same breath',
      -2,
      (/\?/.test(words) && opensMatter(group, move, at)) ||
        (/\?["”’')]*\s*$/.test(words) && leansTo(move, 'opening') >= 0.3),
    ),
    reason('she owns that she did', -1.6, /\?/.test(words) && leansTo(move, 'repair') >= 0.5),
    reason(
      'they had been asked',
      -2.4,
      movesBetween(group, at - askedWithin, at - 1).some((one) =>
        asksAbout(group, one, decree.sentence, at - 6),
      ),
    ),
    reason(
      'she asks them soon after',
      -2,
      responseWindow(group, at).some((one) => asksAbout(group, one, decree.sentence, at)),
    ),
    reason(
      'she takes it back soon after',
      -2.4,
      responseWindow(group, at).some((one) => one.byWorker && OWN_SLIP.test(ownSpeech(one))),
    ),
    reason('she answers a question about arrangements', -1, answersOne),
    reason(
      'it is one person’s own matter',
      -0.8,
      move.talk.addressee.kind === 'person' && !AFFAIRS.test(decree.sentence.text),
    ),
    reason(
      'she takes a matter in hand',
      -0.8,
      AFFAIRS.test(decree.sentence.text) ? 0 : leansTo(move, 'takeover'),
    ),
    reason('the session begins', -0.8, at < 3),
  );
  return { decree, own };
}

export const pattern: Pattern = {
  id: 'worker-decides',
  name: 'Worker decides the group’s affairs',
  family: 'AUTH',
  core: true,
  severity: 'warning',
  dynamics: ['DP', 'SN'],
  skills: ['turning-back', 'reaching-for-consensus', 'verbalising-norms'],
  question: 'How might the group have settled it, had it been theirs?',
  page: {
    looksLike:
      'Topic, order, seats, rules, time, who comes, what to do about somebody’s absence: the worker says how it will be, and the talk goes on.',
    matters:
      'Having a real say is how members come to own the group. What is settled for them, even kindly, is one thing less that they do together.',
    fine: 'What cannot be changed, said with its reason. The start of a first session. Safety. A single session’s clock. A choice that the group had already made.',
  },
  sources: ['S', '7'],
  silentIn: ['contracting', 'limited-speech'],
  thresholds: {
    askedWithin: { default: 4, why: 'Turns before in which the group was asked about it (ours).' },
    evidence: {
      default: -0.3,
      why: CUT,
    },
  },
  yieldsTo: ['round-robin-in-discussion'],
  reach: { before: SIGNS_REACH.before, after: 8 },
  of: 'worker',
  // Who opens another matter has not handed this one back; that is looked for here.
  repairable: false,
  see: (group, at, threshold) => {
    const settled = settledIn(group, at, threshold('askedWithin'));
    const own = settled?.own.sum ?? NO_DECREE;
    const raised = raisedAt('worker-decides', group, at, threshold('evidence'), own);
    if (raised === undefined) return [];
    const sentence = settled?.decree.sentence;
    const reception = receptionOf(group, at);
    return [
      {
        at,
        to: at,
        ...(sentence
          ? { span: { start: sentence.start, end: sentence.end } }
          : spanOf(group.moves[at]!, 'decision', 'takeover')),
        evidence:
          reception.queried && reception.next
            ? [{ at: reception.next.index, shows: `${reception.next.name} asks back` }]
            : [],
        message: `At ${turns(at, at)} the worker settles something that may have been the group’s to settle. Thinking a choice through together can be help in itself. How might the group have settled it?`,
        reasons: raised.weighed.reasons,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const others = othersFor(group, group.moves[at]!, []);
    const all = others.length > 0 ? `${called(others)}, everyone` : 'Everyone';
    return [
      { skill: 'turning-back', line: `I was about to settle that for you. ${all}: what would work for you?` },
      {
        skill: 'reaching-for-consensus',
        line: `That’s one way it could go. ${all}: could you live with it, or what would you change?`,
      },
      {
        skill: 'verbalising-norms',
        line: `${all}: it’s usually me who settles these things. Is that how we want it?`,
      },
    ];
  },
};
