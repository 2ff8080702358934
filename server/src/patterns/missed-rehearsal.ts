import type { Group, Move } from '../group/model.ts';
import { byMember, invites, lastBefore, movesBetween, ownSpeech, surest } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/** A talk that is still to be had: with whom, or before whom. */
const TALK_AHEAD =
  /(?<=\b(?:tell(?:ing)?|talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|confront(?:ing)?|fac(?:e|ing)|say(?:ing)? (?:it|that|this|so|no|something|anything|sorry|goodbye) to|have it out with|stand(?:ing)? up to|sit(?:ting)? down with|ring(?:ing)?|call(?:ing)?|phone|phoning|meet(?:ing)?|come out to|coming out to)\s(?:(?:my|our|the|her|his|this|that|mr|mrs|ms|dr)\b\.?\s)?(?:own |old |head ?|line ?|social ?|case ?|support ?|step)?)(?:boss|manager|supervisor|foreman|mother|mum|mam|mom|ma|father|dad|da|parents?|partner|husband|wife|ex|boyfriend|girlfriend|son|daughter|kids?|children|brother|sister|aunt|uncle|family|in-laws?|teacher|head|principal|tutor|mentor|coach|doctor|gp|consultant|nurse|matron|psychiatrist|therapist|landlord|landlady|neighbours?|neighbors?|housing|council|worker|caseworker|officer|judge|magistrate|panel|board|lawyer|solicitor|court|union|priest|imam|rabbi|pastor|friends?|mates?|him|her|them|\p{Lu}[\wÀ-ž]+)\b|\bask(?:ing)? (?:[\wÀ-ž]+ ){1,3}?(?:for|if|whether|about|why|to|again)\b|\b(?:my|the|an|a) (?:interview|hearing|tribunal|panel|review|assessment|appeal|disciplinary|meeting)\b/u;
const AHEAD =
  /\b(?:i'll|i will|i'm (?:going to|gonna|meant to|supposed to|to|seeing|ringing|telling|meeting)|i am (?:going to|to)|gonna|i(?:'ve| have)(?: got)? to|i got to|gotta|i need to|i (?:want|mean|plan|intend) to|i should|i must|i'd like to|tomorrow|tonight|next week|this (?:week|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:on|by|before|come) (?:the )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|weekend)|the day after)\b/i;
const DREADS =
  /\b(?:dread\w*|scared|terrified|petrified|frightened|afraid|nervous|panic\w*|sick (?:about|at|with|to)|feel sick|be sick|shak(?:e|ing)|my (?:stomach|voice|hands|mouth|tongue|legs|heart|mind|head) (?:goes|go|will|starts|turns|just|is|are|gets|get)|don't know (?:how|what|where|if|whether)|not (?:sure|able)|can't (?:get|find|face|even|say|do|imagine)|never (?:get|find|manage)|what if|bottle (?:it|out)|chicken|freez\w*|lose (?:my|the) (?:nerve|words|temper|rag)|no words|words (?:won't|don't)|stuck|keep (?:putting|not)|putting it off|mess (?:it|this) up|make a (?:mess|fool)|cry(?:ing)? (?:in|before|when)|go blank|blank)\b/i;
/** Somebody offers to try it out, or helps with the very words. */
const PRACTICE =
  /\b(?:practi[sc]\w*|rehears\w*|role[- ]?play\w*|acting|pretend\w*|act it out|run (?:it|that|this|through)|try (?:it|that|this|saying) (?:here|on|out|with)|try it|say it (?:to|here|now|again|as)|be (?:your|her|his|the|my) (?:\w+ )?(?:boss|manager|supervisor|mum|mother|mam|dad|father|husband|wife|son|daughter|doctor|teacher|landlord|sister|brother)|i'll be (?:him|her|the)|what (?:will|would|could|might|are|do|did) (?:you|i|we) (?:going to |want to |like to |actually |really )*(?:say|tell|ask|open with|start with)|how (?:will|would|could|might|are|do) (?:you|i|we) (?:going to |want to )?(?:say|put|start|begin|open|word|tell|ask|do it)|first (?:sentence|line|words|thing you)|the (?:exact )?words|word it|script|write (?:it|them|that) (?:down|out)|on a card|just say|you could say|say,? ["“‘])\b/i;
/** The member would rather not, or has it ready. */
const DECLINES =
  /\b(?:(?:i'd )?(?:rather|sooner) not|know (?:exactly )?what i'm (?:going to|gonna) say|don't want to (?:go (?:over|through)|act|talk about))\b/i;
/** Somebody who hurts is not to be practised for, but to be kept safe from. */
const UNSAFE =
  /\b(?:put me (?:in|into|through|against|on the)|push\w* me|raised his hand|went for me|restraining|injunction|order against|(?:hit|hits|hurt|beat|grabbed|choked|threatened) me|(?:afraid|frightened|scared) of what (?:he|she|they))\b/i;
const LUCK =
  /\b(?:good luck|best of luck|fingers crossed|let (?:us|me) know|tell us (?:how|next)|(?:hear|see) (?:how|all about)|you'll (?:be|do|smash|ace|manage)|you can do (?:it|this)|go for it|go get|rooting|thinking of you|i'm sure|keep us posted|see how it goes)\b/i;

/** Offers or runs it; "tell us next week how it went" only sounds like it. */
function practises(move: Move): boolean {
  const words = ownSpeech(move);
  return (
    PRACTICE.test(words) ||
    (does(move.talk, 'rehearsal') && !LUCK.test(words)) ||
    move.segment?.kind === 'role-play'
  );
}

/** Of their own: what somebody else has to say is not theirs to rehearse. */
function dreadsTalk(group: Group, move: Move): boolean {
  if (!byMember(move) || move.talk.wordCount < 6) return false;
  const also = lastBefore(group, move.index, 2, (one) => one.name === move.name);
  const next = movesBetween(group, move.index + 1, move.index + 2).find((one) => one.name === move.name);
  const words = ownSpeech(move);
  if (!TALK_AHEAD.test(words) || !(does(move.talk, 'plan') || AHEAD.test(words))) return false;
  return [move, also, next].some(
    (one) => one !== undefined && (does(one.talk, 'dread') || DREADS.test(ownSpeech(one))),
  );
}

/** How the worker's move leaves it at the plan; undefined when it stays with the talk that is coming. */
function leavesIt(
  move: Move,
): { readonly how: string; readonly span?: { readonly start: number; readonly end: number } } | undefined {
  const words = ownSpeech(move);
  if (invites(move) || does(move.talk, 'waiting') || practises(move)) return undefined;
  const act = surest(
    move,
    'reassurance',
    'advice',
    'praise',
    'shift',
    'agenda',
    'procedure',
    'minimising',
    'takeover',
    'support',
  );
  const span = act ? { span: { start: act.start, end: act.end } } : {};
  if (LUCK.test(words) || does(move.talk, 'reassurance'))
    return { how: 'the worker wishes it well', ...span };
  if (does(move.talk, 'question-open', 'reflection')) return undefined;
  if (does(move.talk, 'takeover')) return { how: 'the worker takes it on', ...span };
  if (does(move.talk, 'advice')) return { how: 'the worker gives advice for it', ...span };
  if (does(move.talk, 'praise', 'minimising', 'support')) return { how: 'the worker encourages', ...span };
  if (does(move.talk, 'shift', 'agenda', 'procedure'))
    return { how: 'the talk goes on to something else', ...span };
  return undefined;
}

export const pattern: Pattern = {
  id: 'missed-rehearsal',
  name: 'No rehearsal',
  family: 'MISS',
  core: false,
  severity: 'hint',
  dynamics: ['RE'],
  skills: ['proposing-rehearsal', 'inviting-participation', 'reaching-for-information-link'],
  question: 'What would it have been like to try the first sentence here?',
  page: {
    looksLike:
      'A member has a hard talk ahead, with a boss, a mother, a doctor, and dreads it. The worker wishes them well, gives a tip or goes on, and nobody offers to try it out in the group.',
    matters:
      'The circle is a place to say it badly first. Members make a good mother, boss or doctor, know where the voice drops, and learn for their own talks as they help with this one.',
    fine: 'Somebody helps with the words, or it has been tried already. The member would rather not. The time is nearly up. It is not safe to have that talk at all.',
  },
  sources: ['S', '19'],
  silentIn: ['cool-down', 'go-round', 'no-crosstalk', 'limited-speech'],
  thresholds: {
    offeredWithin: { default: 10, why: 'Turns in which somebody may still offer to practise.' },
    practisedBefore: { default: 8, why: 'Turns before in which it may have been practised already. Ours.' },
    left: {
      default: 6,
      why: 'Turns left; with fewer there is no time for it. The catalogue says the last tenth, which is that in a recording of sixty turns.',
    },
  },
  reach: { before: 14, after: 14 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const plan = lastBefore(group, at, 3, byMember);
    if (plan === undefined || group.present.length < 3 || !dreadsTalk(group, plan)) return [];
    if (movesBetween(group, plan.index + 1, at - 1).some((one) => one.byWorker)) return [];
    if (group.moves.length - plan.index <= threshold('left') || does(move.talk, 'ending')) return [];
    const left = leavesIt(move);
    if (left === undefined) return [];
    const around = movesBetween(
      group,
      plan.index - threshold('practisedBefore'),
      plan.index + threshold('offeredWithin'),
    );
    if (around.some(practises)) return [];
    const own = movesBetween(group, plan.index - 3, plan.index + 3).filter((one) => one.name === plan.name);
    if (
      own.some(
        (one) =>
          one.talk.families.has('violence') || UNSAFE.test(ownSpeech(one)) || DECLINES.test(ownSpeech(one)),
      )
    )
      return [];
    return [
      {
        at,
        to: at,
        ...(left.span ? { span: left.span } : {}),
        evidence: [{ at: plan.index, shows: `${plan.name} has a hard talk ahead` }],
        message: `${plan.name} has a talk ahead that is hard to have (turn ${plan.index + 1}), and ${left.how}. There may have been room to try it out here first. What would it have been like to say the first sentence in this room?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const plan = group.moves[evidence[0]!.at]!;
    const who = plan.name;
    const told = toldBack(plan, { acts: ['plan', 'dread'] });
    return [
      {
        skill: 'proposing-rehearsal',
        line: `${told || `${who}, that’s a hard talk to have.`} Would it help to try it here first? Who could be the other person?`,
      },
      {
        skill: 'inviting-participation',
        line: `Try just the first sentence on us, ${who}. The rest of you, listen for where it gets hard.`,
      },
      {
        skill: 'reaching-for-information-link',
        line: `Who here has had a talk like the one ${who} has ahead? What were your first words?`,
      },
    ];
  },
};
