import { opposes } from '../group/differing.ts';
import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  movesBetween,
  ownSpeech,
  readsAs,
  sharedStems,
  speaksOfSelf,
  takesUpMember,
  turnsTo,
} from '../group/sequence.ts';
import { type Family, PAINFUL, SHARED, WEIGHTY } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { saysOwnName } from './introductions-unconnected.ts';
import { sentence, toldBack, whoElse } from './lines.ts';
import type { Pattern } from './model.ts';
import { goesToPlan, laysPlanAside, namesPlan, saysWhyPlan } from './plan-talk.ts';

/** What weighs in any telling. */
const GRAVE =
  /\b(?:died|dead|dying|funeral|sentenced|arrested|prison|sacked|fired|evict\w*|homeless|hospital|police|court|hearing|ambulance|crying|cried|sobb\w+|screamed|beat(?:s|en|ing)?|hit (?:me|him|her|us)|relapsed?|used again|drinking again|overdosed?|cancer|tumou?r|miscarr\w+|moved out|walked out|split up|leaving me|left (?:me|us)|took (?:my|the|our|him|her|them) |taken (?:off|from|into)|turned (?:us|me) (?:away|down)|not speaking|won't see me|hate (?:myself|my life|him|her)|can't (?:cope|go on|breathe|do this)|couldn't breathe|haven't slept|on my own now)\b/i;
/** What weighs when it is news, or takes many words to tell. A puppy is news too, and needs no group. */
const TROUBLE =
  /\b(?:can't|couldn't|won't|wouldn't|never|nobody|no one|not (?:been|slept|eaten|seen|heard|allowed|let)|lost|gone|left|stopped|refused|cancelled|broke|broken|shouted|alone|wrong|worse|worst|scared|afraid|hurt|fight|fought|row|don't (?:know|sleep|speak|see|want|let)|doesn't (?:know|speak|want|see|talk)|sick|letter|off)\b/i;
const NEWS =
  /\b(?:today|yesterday|last night|this (?:morning|afternoon|week|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|just (?:got|heard|found|had|been)|since (?:he|she|they|the|last)|the other (?:day|night))\b/i;
/** Words; ours. */
const LONG_TELLING = 20;
const HEAVY: ReadonlySet<Family> = new Set<Family>([
  ...PAINFUL,
  'loss',
  'parting',
  'violence',
  'children taken',
  'wishing death',
  'not loving a child',
  'harm to self',
]);

/** The worker's own kind word tells that she heard the weight of it. */
const KIND_WORD =
  /\b(?:(?:i'm|i am|so|very|really) sorry|sorry to hear|that(?:'s| is| sounds| must be)(?: \w+)? (?:a lot|rough|hard|tough|big|awful|terrible|sad|heavy|shocking|difficult|horrible|frightening)|sounds (?:\w+ )?(?:hard|tough|rough|awful|difficult|heavy)|oh,? (?:dear|no|man|love|god|gosh)\b|aw+\b|shame|gosh|goodness|bless (?:you|him|her)|poor (?:you|thing|love))/i;

/** One's own, as against what a table or a street has in common. */
const OWN = /\b(?:i|i'm|i've|i'd|i'll|me|my|mine|myself|us|our)\b/i;

/** A member brings something of their own life that weighs, and is not merely an answer to the exercise. */
function isLive(group: Group, move: Move, reply: Move): boolean {
  if (!byMember(move)) return false;
  const asked = lastBefore(group, move.index, 4, (one) => one.byWorker);
  const answers = asked !== undefined && /\?["”’')]*\s*$/.test(asked.turn.words);
  const words = ownSpeech(move);
  if (move.talk.wordCount < (answers && !NEWS.test(words) ? 8 : 5)) return false;
  if (!(speaksOfSelf(move) && OWN.test(words)) && !/\b(?:my|our)\b/i.test(words)) return false;
  // Who says who they are is not yet asking for more.
  if (saysOwnName(move)) return false;
  // What is said against somebody here is between them, and its closing is another lapse.
  const said = group.moves[move.index - 1];
  if (said !== undefined && opposes(move, said) > 0.4) return false;
  // A question of procedure, or one about the plan itself, is no story.
  if (namesPlan(words) || (/\?["”’')]*\s*$/.test(move.turn.words) && move.talk.wordCount < 10)) return false;
  if (GRAVE.test(words) || KIND_WORD.test(ownSpeech(reply))) return true;
  if (TROUBLE.test(words) && (NEWS.test(words) || move.talk.wordCount >= LONG_TELLING)) return true;
  return (
    [...move.talk.families].some((family) => HEAVY.has(family as Family)) ||
    // What answers the exercise is full of feelings, too; told unasked, a feeling weighs.
    (answers
      ? readsAs(move, 'taboo', 'dread') !== undefined
      : does(move.talk, 'taboo', 'dread', 'feeling') && !does(move.talk, 'disagreement', 'challenge'))
  );
}

/** The live turn that a worker's move answers: right before it, or with a murmur of hers or of theirs between. */
function liveBefore(group: Group, at: number): Move | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const move = group.moves[i]!;
    if (isLive(group, move, group.moves[at]!)) return move;
    // What was asked last is answered first.
    if (i === at - 1 && byMember(move) && /\?["”’')]*\s*$/.test(move.turn.words)) return undefined;
    if (move.byWorker && (move.talk.wordCount > 8 || /\?/.test(move.turn.words))) return undefined;
  }
  return undefined;
}

/** Words, names or matter of the live turn. */
function touches(live: Move, move: Move): boolean {
  if (sharedStems(live, move).length > 0) return true;
  return [...live.talk.families].some(
    (family) =>
      (SHARED.has(family as Family) || WEIGHTY.has(family as Family)) && move.talk.families.has(family),
  );
}

/** A question or an invitation that is about it, and not about the exercise. */
function asksOn(live: Move, move: Move, plan: Sentence): boolean {
  return sentencesOf(ownSpeech(move)).some(({ text, start, end }) => {
    const asks =
      /\?["”’')]*$/.test(text) ||
      move.talk.acts.some(
        (act) =>
          (act.act === 'opening' || act.act === 'redirecting' || act.act === 'question-open') &&
          act.start >= start &&
          act.end <= end,
      );
    if (!asks || start === plan.start) return false;
    if (start < plan.start) return text.split(/\s+/).length >= 3;
    return (
      [...live.talk.stems].some((stem) => text.toLowerCase().includes(stem)) ||
      /\b(?:that|this) (?:for|like|with|feel|land)|who else\b/i.test(text)
    );
  });
}

/** A later turn of hers takes the matter up: in its words, or by turning to the one who brought it with it. */
function takesUpAgain(group: Group, live: Move, move: Move): boolean {
  if (goesToPlan(move) !== undefined) return false;
  if (sharedStems(live, move).length >= 2) return true;
  const answersThem = group.moves[move.index - 1]?.name === live.name;
  if (turnsTo(move, live.name)) return touches(live, move) || does(move.talk, 'history', 'repair');
  return answersThem && touches(live, move) && invites(move);
}

/** The worker comes back to it, or the group stays with it in spite of the plan. */
function returned(group: Group, live: Move, at: number, within: number): boolean {
  const later = movesBetween(group, at + 1, at + within).filter((move) => move.byWorker);
  if (later.some((move) => (move.index <= at + 4 && laysPlanAside(move)) || takesUpAgain(group, live, move)))
    return true;
  const next = movesBetween(group, at + 1, at + 6);
  const stays = next.filter(
    (move) =>
      byMember(move) &&
      (touches(live, move) || turnsTo(move, live.name) || (move.name === live.name && takesUpMember(move))),
  );
  return stays.length >= 3 && !next.some((move) => move.byWorker && goesToPlan(move) !== undefined);
}

export const pattern: Pattern = {
  id: 'curriculum-over-live-material',
  name: 'Curriculum over live material',
  family: 'PURP',
  core: true,
  severity: 'warning',
  dynamics: ['TA', 'SB', 'IP'],
  skills: ['thinking-group', 'turning-back', 'reaching-for-feeling-link'],
  question: 'What would the group have done with it, had the plan waited?',
  page: {
    looksLike:
      'A member brings something that happened, to them and lately. The worker says a kind word, or none, and goes to the page, the exercise, the next point. Nobody comes back to it.',
    matters:
      'A plan serves when the group has nothing nearer. When somebody brings the very thing that the plan is about, or something larger, going on teaches everyone that life is not the subject here.',
    fine: 'It is put off to a time that is named. The group is asked whether to stay or go on. The page is laid aside for it, or it is what the page is then about. It belongs elsewhere, and the worker says why. The group chose to follow the programme.',
  },
  sources: ['20', 'S'],
  silentIn: ['task-group', 'cool-down'],
  reach: 'session',
  of: 'any',
  // An invitation that follows is most often one to the exercise; a return to the matter itself is looked for here.
  repairable: false,
  thresholds: {
    returnWithin: {
      default: 60,
      why: 'Turns in which she may still come back to it: the rest of an ordinary session.',
    },
  },
  see: (group, _at, threshold) => {
    const said = new Set<Move>();
    return group.moves.flatMap((move) => {
      if (!move.byWorker) return [];
      const plan = goesToPlan(move);
      const live = plan && liveBefore(group, move.index);
      if (plan === undefined || live === undefined || said.has(live)) return [];
      if (laysPlanAside(move) || saysWhyPlan(move)) return [];
      if (asksOn(live, move, plan) || returned(group, live, move.index, threshold('returnWithin'))) return [];
      // The same thing passed over again is one finding.
      said.add(live);
      return [
        {
          at: move.index,
          to: move.index,
          span: { start: plan.start, end: plan.end },
          evidence: [{ at: live.index, shows: `${live.name} brings something from life` }],
          message: `${live.name} brings something from life at turn ${live.index + 1}, and the worker goes to the plan. It may have been what the plan is for, and somebody else’s too. What would the group have done with it, had the plan waited?`,
        },
      ];
    });
  },
  alternatives: (group, { at, evidence }) => {
    const live = group.moves[evidence[0]!.at]!;
    const told = toldBack(live);
    const thing =
      /\b(?:(?:page|slide|module|step) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)|(?:work|pink |blue |green )?sheet|handout|booklet|binder|workbook|exercise|film|quiz|diagram)\b/i
        .exec(ownSpeech(group.moves[at]!))?.[0]
        .toLowerCase();
    const plan =
      thing === undefined
        ? 'the plan'
        : /\d| /.test(thing) && !/ sheet$/.test(thing)
          ? thing
          : `the ${thing}`;
    return [
      {
        skill: 'reaching-for-feeling-link',
        line: told
          ? `${sentence(plan)} can wait. ${told} ${sentence(whoElse(live))}`
          : `${sentence(plan)} can wait. Who else knows something of what ${live.name} has just told us?`,
      },
      {
        skill: 'turning-back',
        line: `We can go on with ${plan}, or stay with what ${live.name} just said. Which do you need?`,
      },
      {
        skill: 'thinking-group',
        line: `${live.name} may just have told us what ${plan} is about. What went through the rest of you?`,
      },
    ];
  },
};
