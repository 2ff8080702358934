import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  firstAfter,
  invites,
  movesBetween,
  ownSpeech,
  remembered,
  sharedStems,
  surest,
  takesUpMember,
  turnsTo,
} from '../group/sequence.ts';
import type { Family } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { count, named, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/** What is done to people by those who have the say; the act is heard beside it. */
const COMPLAINS =
  /\b(?:they(?:'ve|'re|'d|'ll)? (?:never|won't|don't|wouldn't|didn't|doesn't|can't|make|made|keep|kept|lost|cut|took|take|only|put|send|sent|look|ignore|treat|just|closed|stopped|moved|charge|charged|want|wanted|tell|told|say|said|gave|give|let)|(?:nobody|no one|not one (?:of them|person|soul)) (?:\w+ )?(?:tells?|told|answers?|answered|listens?|listening|rings?|rang|calls?|called|cares?|asks?|asked|picks?|looks?)|never (?:answer|ring|rang|call|told|tell|come|came|write|wrote|pick)|you can't (?:get|ask|ring|find|reach|see|talk)|(?:waited|waiting|stood|sat|on hold|queued|queuing)\b.{0,40}\b(?:minutes?|hours?|days?|weeks?|months?|years?|morning|afternoon)|(?:\d+|two|three|four|five|six|eight|nine|ten|eighteen) (?:weeks|months|years) (?:for|on|to|now|waiting|since)|sanction\w*|it's (?:a|the) (?:disgrace|joke|system|rule|policy)|don't (?:start|get) me (?:on|started)|run(?:s)? (?:you|us) round|pillar to post|(?:like|as if) (?:we're|i'm|you're|we were|i was) (?:nothing|dirt|a number|numbers|criminals?|kids|thieves|beggars|scum|nobody))\b/i;
/** Bodies that a group can run into together. A shared one joins complaints that have no word in common. */
const BODIES: ReadonlySet<Family> = new Set<Family>([
  'hospital',
  'home',
  'law',
  'work',
  'school',
  'papers',
  'children taken',
  'money',
  'caring',
]);
/** Picks up the complaint before: what "they" did to one, they did to the next. */
const ADDS =
  /^(?:(?:yeah|yes|and|same|me too|us too|too right|exactly|oh|god|that's|mine|ours|they|don't|not|try|you're lucky|tell me)\b[,.!\s]*)/i;

const DEFENDS =
  /\b(?:to be fair|in fairness|short[- ]staffed|under ?staffed|(?:doing|do|trying) their (?:very )?best|(?:is|are)(?: really| all)? trying\b|they(?:'re| are) (?:very |really |so |all |under )?(?:busy|stretched|pressure|overworked|good people|trying)|funding|cut ?backs|the cuts|budget|(?:it's|that's) (?:just |only )?(?:the|a|their) (?:policy|procedure|system|rules?|process|law|way)|they have (?:to|their)|can see why|must be hard for them|not their fault|nothing (?:anyone|anybody|we|you) can)\b/i;
const ALONE =
  /\b(?:leave (?:it|that|this) (?:with|to) me|(?:i|we)(?:'ll| will| can|'m going to|'re going to) (?:have a word|have words|raise|mention|ring|call|phone|email|e-mail|write|speak|talk|look into|find out|chase|take (?:it|that|this) (?:up|to|back)|pass (?:it|that|this) on|feed (?:it|that|this) back|see what|get on to|get onto|contact|sort))\b/i;
const COPES =
  /\b(?:(?:try|just|best|need|have) (?:to|not) (?:\w+ )?(?:stay|keep|be|let|take|ring|go|bring|breathe|think|remember|get)|deep breath|be patient|patience|keep (?:calm|your|a|ringing|trying)|bring a (?:book|flask|magazine)|go early|ring (?:first thing|at|early)|don't let (?:it|them)|rise above|write (?:it|everything) down|make a note|ask for (?:a|the) (?:manager|supervisor|name))\b/i;
/** Acting together, said by anybody. */
const TOGETHER =
  /\b(?:(?:we|all of us|the (?:five|four|three|six) of us|together|as a group|us lot|youse all|you all) (?:could|should|can|might|ought|go|write|sign|ask|all)|petition|sign (?:it|something|a letter)|letter from (?:all|us)|what (?:do|would|could) (?:we|you|you all|this group|people) (?:want|like) to do|do (?:something )?about it)\b/i;
const RISK =
  /\b(?:take it out on|hold it against|get (?:us|me|you) (?:sacked|thrown|put|in trouble)|lose (?:my|our|the) (?:place|job|flat|visit\w*|contact|money|papers)|mark(?:ed)? (?:me|us|your) (?:card)?|blacklist\w*|report (?:me|us)|stop (?:my|our) (?:money|benefit|contact)|deport\w*)\b/i;
/** The group's purpose does not reach so far, and the worker says so. */
const NOT_OURS =
  /\b(?:not (?:what|something) (?:this|the|our) group|not (?:for|in) this group|isn't (?:what|something) (?:we|this group)|can't take (?:that|it) (?:up|on) (?:here|in))\b/i;

const complains = remembered((move) => {
  if (!byMember(move) || move.talk.wordCount < 4) return false;
  return (does(move.talk, 'grievance') && !does(move.talk, 'success')) || COMPLAINS.test(ownSpeech(move));
});

/** Whether a complaint goes on from an earlier one: by a word, by the body complained of, or by taking it up. */
function joins(group: Group, later: Move, earlier: Move): boolean {
  if (sharedStems(later, earlier).length > 0) return true;
  if (
    [...later.talk.families].some(
      (family) => BODIES.has(family as Family) && earlier.talk.families.has(family),
    )
  )
    return true;
  const inOneBreath = !movesBetween(group, earlier.index + 1, later.index - 1).some((move) => move.byWorker);
  return (
    inOneBreath && (ADDS.test(later.turn.words) || takesUpMember(later) || /\bthey\b/i.test(later.turn.words))
  );
}

/** Complaints of one body before `at`, each going on from one before it; the last stands close to `at`. */
function chorus(group: Group, at: number, within: number, gap: number): readonly Move[] {
  const voices: Move[] = [];
  for (let i = at - 1; i >= Math.max(0, at - within); i--) {
    const move = group.moves[i]!;
    if (!complains(move)) continue;
    if (
      voices.length === 0
        ? at - i <= 3
        : voices.some((voice) => voice.index - i <= gap + 1 && joins(group, voice, move))
    )
      voices.unshift(move);
  }
  // "This blood bank. Two donors each time." – "They never tell you before." Who is answered by a complaint began it.
  const opener = voices[0] && group.moves[voices[0].index - 1];
  if (opener && byMember(opener) && opener.talk.wordCount >= 8 && turnsTo(voices[0]!, opener.name))
    voices.unshift(opener);
  return voices;
}

const answerAlone = remembered(
  (
    move: Move,
  ):
    | { readonly how: string; readonly span?: { readonly start: number; readonly end: number } }
    | undefined => {
    const words = ownSpeech(move);
    const act = surest(move, 'takeover', 'defending', 'advice', 'information', 'minimising', 'reassurance');
    const span = act ? { span: { start: act.start, end: act.end } } : {};
    if (does(move.talk, 'takeover') || ALONE.test(words))
      return { how: 'the worker offers to see to it', ...span };
    if (does(move.talk, 'defending') || DEFENDS.test(words))
      return { how: 'the worker explains why it is so', ...span };
    if (does(move.talk, 'advice') || COPES.test(words))
      return { how: 'the worker advises how to live with it', ...span };
    return undefined;
  },
);

export const pattern: Pattern = {
  id: 'missed-strength-in-numbers',
  name: 'Shared grievance treated singly',
  family: 'MISS',
  core: false,
  severity: 'information',
  dynamics: ['SN'],
  skills: ['voicing-shared-grievance', 'turning-back', 'reaching-for-consensus'],
  question: 'What might they have wanted to do about it, all of them?',
  page: {
    looksLike:
      'Three members or more have run into the same office, ward, landlord or rule, and say so one after another. The worker explains it, advises how to bear it, or offers to have a word.',
    matters:
      'What wears one person down can be asked, refused or changed by several. To find that out is worth something even when the rule stays. A worker who sees to it herself is kind, and leaves them as many as before: one.',
    fine: 'The worker asks what they want to do. The group’s purpose does not reach so far, and she says so. Members name what they would risk. Members are already on to it.',
  },
  sources: ['S', 'c'],
  silentIn: ['go-round', 'cool-down', 'limited-speech'],
  thresholds: {
    members: { default: 3, why: 'Members who complain of it; two may be chance.' },
    within: { default: 20, why: 'Turns in which they do.' },
    gap: {
      default: 4,
      why: 'Turns between one complaint and the next; after more it is another matter. Ours.',
    },
    takenUp: { default: 4, why: 'Turns in which members may still take it into their own hands. Ours.' },
  },
  reach: { before: 24, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (move.talk.wordCount < 4) return [];
    const answered = answerAlone(move);
    if (
      answered === undefined ||
      does(move.talk, 'opening', 'redirecting') ||
      (invites(move) && /\?\s*$/.test(move.turn.words))
    )
      return [];
    const words = ownSpeech(move);
    if (TOGETHER.test(words) || NOT_OURS.test(words)) return [];
    const voices = chorus(group, at, threshold('within'), threshold('gap'));
    const names = [...new Set(voices.map((voice) => voice.name))];
    if (names.length < threshold('members')) return [];
    // The first answer of the worker's to all of them; what she says later goes with it.
    const third = voices.find(
      (_, index) =>
        new Set(voices.slice(0, index + 1).map((voice) => voice.name)).size >= threshold('members'),
    )!;
    const already = firstAfter(
      group,
      third.index,
      at - third.index - 1,
      (one) => one.byWorker && (invites(one) || answerAlone(one) !== undefined),
    );
    if (already !== undefined) return [];
    if (
      movesBetween(group, voices[0]!.index, at - 1).some(
        (one) => RISK.test(ownSpeech(one)) || (one.byWorker && TOGETHER.test(ownSpeech(one))),
      )
    )
      return [];
    const after = movesBetween(group, at + 1, at + threshold('takenUp')).filter(
      (one) => byMember(one) && TOGETHER.test(ownSpeech(one)),
    );
    if (new Set(after.map((one) => one.name)).size >= 2) return [];
    return [
      {
        at,
        to: at,
        ...(answered.span ? { span: answered.span } : {}),
        evidence: names.map((name) => ({
          at: voices.find((voice) => voice.name === name)!.index,
          shows: `${name} has run into it`,
        })),
        message: `${named(names)} have run into the same wall, one after another, and ${answered.how}. There may have been room for what several can do that one cannot. What might they have wanted to do about it, all ${count(names.length)}?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const voices = evidence.map(({ at }) => group.moves[at]!);
    const names = [...new Set(voices.map((voice) => voice.name))];
    const told = toldBack(voices[voices.length - 1], { acts: ['grievance'] });
    return [
      {
        skill: 'voicing-shared-grievance',
        line: `That’s ${count(names.length)} of you now: ${named(names)}. Is there something you’d want to do about it together?`,
      },
      {
        skill: 'turning-back',
        line: `${told ? `${told} ` : ''}I can find out who decides that. Who would go with ${names[0]} and ask?`,
      },
      {
        skill: 'reaching-for-consensus',
        line: `If ${named(names.slice(0, 3))} asked together, what would you ask for? And who else is in?`,
      },
    ];
  },
};
