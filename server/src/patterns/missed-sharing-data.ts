import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  moveAt,
  movesBetween,
  ownSpeech,
  remembered,
  sharedStems,
  speaksOfSelf,
  turnsTo,
} from '../group/sequence.ts';
import type { Family } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { recalled, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/** Told as lived: the speaker, or theirs, in a past. */
const LIVED =
  /(?<=\b(?:i|we|mine|ours|my [\wà-ž]+|our [\wà-ž]+|it|she|he|they)(?:'d|'ve| had| have)? (?:[\wà-ž]+ ){0,2})(?:had|did|was|were|went|got|been|used to|done|took|made|gave|came|rang|sat|kept|found|lost|wore|slept|paid|wrote|sold|drove|spent|[\wà-ž]{3,}ed)\b|\bthe (?:last|first|second|other) (?:time|year|one|week|month)\b/i;
/** Times, rooms, fees, and what the worker will do: hers to answer (see worker-answers-first). */
const ARRANGEMENTS =
  /\b(?:what time|when (?:is|are|do we|does|will|did)|where (?:is|are|do we)|which (?:room|day|form|bus|week)|next (?:week|time|session)|are we\b|is (?:it|there) (?:a|still|on|next|any|tea|coffee|time|somewhere)|does it cost|will you|are you|did you|can you|could you|would you|have you|confidential)/i;
/** Situations that people go through, and know afterwards. */
const SITUATIONS: ReadonlySet<Family> = new Set<Family>([
  'hospital',
  'illness',
  'law',
  'papers',
  'school',
  'work',
  'home',
  'children taken',
  'caring',
  'money',
  'parting',
  'substance',
]);
/** What somebody told at a cost is theirs to tell again; to hand it on would expose them. */
const GUARDED: ReadonlySet<Family> = new Set<Family>([
  'sex',
  'violence',
  'harm to self',
  'wishing death',
  'not loving a child',
]);
const PRIVATE =
  /\b(?:between (?:us|ourselves)|don't (?:tell|say)|keep (?:it|that|this) (?:in here|to)|not (?:to )?go (?:any )?further|i've never (?:said|told))\b/i;
const FEARS_AHEAD = /\b(?:dread\w*|scared|frightened|terrified|nervous|worried|afraid)\b/i;

/** Asks, of nobody by name, how something is lived with or done; or fears what is coming. */
const needsToKnow = remembered((move) => {
  if (!byMember(move) || move.talk.wordCount < 5 || move.talk.addressee.kind === 'person') return false;
  const words = ownSpeech(move);
  const question = move.talk.acts.find(({ act }) => act === 'question-open' || act === 'question-closed');
  const asks = question && words.slice(question.start, question.end);
  // "Removed?" gives a word back, and wants no knowledge.
  if (asks && !does(move.talk, 'permission'))
    return asks.split(/\s+/).length >= 4 && !ARRANGEMENTS.test(asks);
  return FEARS_AHEAD.test(words) && does(move.talk, 'dread', 'feeling', 'plan');
});

/** Has been through it, and says so in plain words. */
const hasLived = remembered((move) => {
  if (!speaksOfSelf(move) || move.talk.wordCount < 4 || !LIVED.test(ownSpeech(move))) return false;
  return (
    !PRIVATE.test(ownSpeech(move)) && ![...move.talk.families].some((family) => GUARDED.has(family as Family))
  );
});

/** One thing in two mouths: two words in common, or one and the same kind of situation. */
function sameMatter(a: Move, b: Move): boolean {
  const words = sharedStems(a, b).length;
  return (
    words >= 2 ||
    (words >= 1 &&
      [...a.talk.families].some((family) => SITUATIONS.has(family as Family) && b.talk.families.has(family)))
  );
}

/** A question answered by the worker, and right after it a member who has been there: "We had a chart. The first time." */
function offeredAfter(group: Group, at: number): { readonly asked: Move; readonly knows: Move } | undefined {
  const knows = moveAt(group, at - 1);
  if (knows === undefined || !hasLived(knows)) return undefined;
  const answer = moveAt(group, at - 2);
  // What a member was asked for is drawn on already.
  if (
    answer === undefined ||
    !answer.byWorker ||
    turnsTo(answer, knows.name) ||
    /\?\s*$/.test(answer.turn.words)
  )
    return undefined;
  const asked = lastBefore(group, answer.index, 2, (move) => move.name !== knows.name && needsToKnow(move));
  if (asked === undefined || turnsTo(knows, asked.name)) return undefined;
  return sharedStems(knows, asked).length + sharedStems(knows, answer).length > 0
    ? { asked, knows }
    : undefined;
}

/** Somebody told of it a while ago; now another asks, and the worker answers. */
function toldBefore(
  group: Group,
  at: number,
  within: number,
): { readonly asked: Move; readonly knows: Move } | undefined {
  const asked = moveAt(group, at - 1);
  const move = group.moves[at]!;
  if (asked === undefined || !needsToKnow(asked) || move.talk.wordCount < 5) return undefined;
  const knows = lastBefore(
    group,
    asked.index,
    within,
    (one) =>
      one.name !== asked.name && sameMatter(one, asked) && hasLived(one) && group.present.includes(one.name),
  );
  if (knows === undefined) return undefined;
  const metBefore = movesBetween(group, knows.index, asked.index - 1).some((one) =>
    joins(one, asked.name, knows.name),
  );
  return metBefore ? undefined : { asked, knows };
}

/** Brings the two together: one speaks to the other, or somebody names them both. */
function joins(move: Move, asker: string, knower: string): boolean {
  if (move.name === asker) return turnsTo(move, knower);
  if (move.name === knower) return turnsTo(move, asker);
  return turnsTo(move, knower) && (turnsTo(move, asker) || move.byWorker);
}

export const pattern: Pattern = {
  id: 'missed-sharing-data',
  name: 'Member knowledge not drawn on',
  family: 'MISS',
  core: false,
  severity: 'information',
  dynamics: ['SD'],
  skills: ['reaching-for-information-link', 'redirecting', 'inviting-participation'],
  question: 'What could the one have told the other?',
  page: {
    looksLike:
      'One member asks how a thing is done, or fears what is coming. Another has been through just that, and says so, before or after. The worker answers herself or goes on, and the two are never brought together.',
    matters:
      'What somebody has lived is worth more to the next one than what the worker has read, and it is worth something to be the one who knows.',
    fine: 'The two talk to each other. Somebody else brings them together a little later. What the one lived was told at a cost, and is not to be handed on. Dates, rooms and fees.',
  },
  sources: ['S', 'c'],
  silentIn: ['no-crosstalk', 'limited-speech', 'task-group'],
  thresholds: {
    toldWithin: {
      default: 25,
      why: 'Turns back in which the other told of it; further off it is out of mind. Ours.',
    },
    joinedWithin: { default: 8, why: 'Turns in which the two may still be brought together.' },
  },
  reach: { before: 28, after: 9 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (
      move.talk.backchannel ||
      invites(move) ||
      does(move.talk, 'question-open', 'process', 'repair', 'waiting')
    )
      return [];
    const pair = offeredAfter(group, at) ?? toldBefore(group, at, threshold('toldWithin'));
    if (pair === undefined) return [];
    const { asked, knows } = pair;
    if (joins(move, asked.name, knows.name) || (knows.index < asked.index && turnsTo(move, knows.name)))
      return [];
    const after = movesBetween(group, at + 1, at + threshold('joinedWithin'));
    if (after.some((one) => invites(one) || joins(one, asked.name, knows.name))) return [];
    // Told unasked, it is told.
    if (after.some((one) => one.name === knows.name && hasLived(one) && sharedStems(one, asked).length > 0))
      return [];
    return [
      {
        at,
        to: at,
        evidence: [
          { at: asked.index, shows: `${asked.name} needs to know` },
          { at: knows.index, shows: `${knows.name} has been there` },
        ],
        message: `${asked.name} needs to know something at turn ${asked.index + 1}, and ${knows.name} has been through something like it (turn ${knows.index + 1}); as recorded, the two are not brought together. Passing on what one knows may have had room here. What could ${knows.name} have told ${asked.name}?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const asks = group.moves[evidence[0]!.at]!;
    const knows = group.moves[evidence[1]!.at]!;
    const told = knows.index < asks.index ? recalled(knows) : toldBack(knows);
    return [
      {
        skill: 'reaching-for-information-link',
        line: `${told || `${knows.name}, you’ve been there.`} What would you tell ${asks.name}?`,
      },
      {
        skill: 'redirecting',
        line: `I could answer that, ${asks.name}, and ${knows.name} has lived it. Would you ask ${knows.name} first?`,
      },
      {
        skill: 'inviting-participation',
        line: `There’s know-how in this room, ${asks.name}. ${knows.name} first, and then whoever else has been near it.`,
      },
    ];
  },
};
