import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  moveAt,
  movesBetween,
  ownSpeech,
  readsAs,
  remembered,
  sharedStems,
  turnsTo,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { stemsOf, tokensOf } from '../talk/words.ts';
import { named, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/** A gain told plainly: done, dared, or not done for once. */
const GAIN =
  /\b(?:i (?:did it(?! again)|(?:actually |finally |even |just )?managed|said no|stood up|slept (?:through|all night|the night)|got (?:the (?:job|flat|place|grant)|through it|my (?:licence|kids))|passed|just walked (?:away|off|past|out)|(?:actually |finally |really |even )(?:rang|called|told|asked|went|said|did|ate|got)|(?:rang|called|told|asked|went|did|said) (?:\w+ ){0,3}(?:myself|by myself|on my own|to (?:his|her|their) face)|didn't (?:even )?(?:hit|drink|use|shout|swear|buy|run|cry|panic|go back|lose|bite|touch|smoke|cut|answer back)|haven't (?:had a (?:drink|drop|cigarette)|touched|used|drunk|smoked|missed))|first time (?:in|since|ever) |(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|forty) (?:days|weeks|months) (?:clean|sober|without|now|dry|off)|it worked)\b/i;
/** Done, though nothing in the form says that it was hard: only together with the act. */
const DONE = /\b(?:i|we|he|she|they)(?:'ve|'s| have| has)? (?:\w+ly |just |even )?\w+/i;
/** What follows the gain and takes it back, or weighs more than it. */
const THEN_WORSE = /\b(?:but|only|couldn't|can't|except|still|scared|never mind)\b/i;
const SPOILT =
  /\b(?:but (?:then|it|he|she|they|now)|and then (?:it|he|she|they|i)|didn't (?:help|work)|waste|for nothing|should(?:n't)? have|wish i|ruined|worse)\b/i;
/** The member found it with the others: "that's it, that's what I'll say". */
const FOUND =
  /\b(?:that's (?:it|what i'll|exactly|the one)|(?:that|this) (?:helps|helped|makes sense|could work|would work|might work)|never thought of (?:it|that)|i'll (?:try|do|use|say|take) that|i (?:like|can do|could do) that)\b/i;
const CREDITS =
  /\b(?:well done|good (?:for|on) you|fair play|nice (?:one|work|going)|brilliant|fantastic|amazing|great|lovely|excellent|wow|whoa|bravo|congrat\w*|proud|respect|look at (?:you|that)|that's (?:huge|big|massive|great|something|a lot|no small)|hats? off|you (?:did|got|managed|made) (?:it|that)|took (?:some )?(?:guts|courage|nerve|doing|something)|big (?:step|thing)|good to hear|glad)\b/i;

const CHEERS = /\b(?:clap\w*|applau\w*|cheer\w*|high five\w*|hug\w*|whoop\w*)\b/i;
const GOES_ON = /^(?:now|right|ok(?:ay)?|anyway|so|well|next|all right|alright)\b/i;

/** The sentence that tells the gain. */
const gainIn = remembered((move: Move): { readonly start: number; readonly end: number } | undefined => {
  if (!byMember(move) || move.talk.wordCount < 4) return undefined;
  const words = ownSpeech(move);
  const told = GAIN.exec(words);
  const act = readsAs(move, 'success');
  if (SPOILT.test(words) || does(move.talk, 'yes-but')) return undefined;
  const plain =
    act !== undefined && DONE.test(words.slice(act.start, act.end)) && !/\?|\bnot\b|n't\b/i.test(words);
  const span = told
    ? { start: told.index, end: told.index + told[0].length }
    : plain
      ? { start: act.start, end: act.end }
      : undefined;
  return span && !THEN_WORSE.test(words.slice(span.end)) ? span : undefined;
});

/** Two or more co-members worked on it without the worker, and the one whose trouble it was has found something. */
function foundTogether(group: Group, move: Move): readonly string[] {
  if (!byMember(move) || !FOUND.test(ownSpeech(move))) return [];
  const before = movesBetween(group, move.index - 5, move.index - 1);
  if (before.length < 3 || before.slice(-3).some((one) => one.byWorker)) return [];
  const helpers = [
    ...new Set(before.filter((one) => byMember(one) && one.name !== move.name).map((one) => one.name)),
  ];
  return helpers.length >= 2 && before.some((one) => one.name !== move.name && turnsTo(one, move.name))
    ? helpers
    : [];
}

/** Asks about the gain itself: "what was it like for you", "do you want to read it". */
function staysWith(move: Move): boolean {
  const words = ownSpeech(move);
  return words.includes('?') && /\byou\b/i.test(words) && /\b(?:that|it)\b/i.test(words);
}

/** Gives credit, in words or by taking the gain up. */
function credits(
  move: Move,
  gain: Move,
  span: { readonly start: number; readonly end: number } | undefined,
): boolean {
  if (move.name === gain.name) return false;
  const words = ownSpeech(move);
  if (does(move.talk, 'praise', 'credit') || CREDITS.test(words)) return true;
  if (!move.byWorker)
    return does(move.talk, 'support', 'thanks') || /\b(?:yes+|yay|go on|get in)[!,]/i.test(words);
  if (span === undefined) return false;
  const sentence = stemsOf(
    tokensOf(gain.turn.words.slice(span.start, Math.min(gain.turn.words.length, span.end + 30))),
  );
  return [...sentence].some((stem) => move.talk.stems.has(stem));
}

export const pattern: Pattern = {
  id: 'achievement-passed-over',
  name: 'Gain passed over',
  family: 'MISS',
  core: false,
  severity: 'hint',
  dynamics: ['MS', 'MD'],
  skills: ['voicing-achievements', 'turning-back', 'reaching-for-information-link'],
  question: 'Who would have liked to say something to that?',
  page: {
    looksLike:
      'A member tells that something went better, or the members find a way together. The worker’s next words are about what is still wrong, or about something else.',
    matters:
      'A gain that is noticed belongs to the group as well: they asked for it, waited for it, helped with it. It is also what they can hold each other to when it is hard again.',
    fine: 'Members make much of it themselves. The credit comes later, before the close. It went wrong after all, and that is what the member wants to tell.',
  },
  sources: ['17', '18'],
  silentIn: ['cool-down', 'go-round'],
  thresholds: {
    creditedWithin: { default: 5, why: 'Turns in which anybody may give the credit.' },
    beforeClosing: {
      default: 40,
      why: 'Turns in which the worker may come back to it by name; the catalogue says before closing.',
    },
  },
  reach: { before: 7, after: 44 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const gain = moveAt(group, at - 1)?.talk.backchannel
      ? lastBefore(group, at - 1, 1, byMember)
      : moveAt(group, at - 1);
    if (gain === undefined || move.talk.wordCount < 3) return [];
    const span = gainIn(gain);
    const helpers = foundTogether(group, gain);
    if ((span === undefined && helpers.length === 0) || credits(move, gain, span)) return [];
    if (invites(move) || does(move.talk, 'process', 'waiting', 'history', 'thanks') || staysWith(move))
      return [];
    const elsewhere =
      GOES_ON.test(ownSpeech(move)) && sharedStems(move, gain).length === 0 && !turnsTo(move, gain.name);
    const away =
      elsewhere ||
      does(
        move.talk,
        'question-closed',
        'question-open',
        'shift',
        'agenda',
        'procedure',
        'advice',
        'information',
        'decision',
      );
    if (!away || (sharedStems(move, gain).length > 0 && does(move.talk, 'question-open'))) return [];
    const soon = movesBetween(group, at + 1, at + threshold('creditedWithin'));
    // Credit without a name belongs to what has just been told; further on it may be somebody else's.
    const credited = soon.some(
      (one) => (one.index <= at + 2 || turnsTo(one, gain.name)) && credits(one, gain, span),
    );
    const cheered = soon.some((one) => one.before.some((event) => CHEERS.test(event.text)));
    if (credited || cheered) return [];
    const later = movesBetween(group, at + 1, at + threshold('beforeClosing'));
    const cameBack = (one: Move): boolean =>
      does(one.talk, 'credit', 'history') || sharedStems(one, gain).length > 0;
    if (
      later.some(
        (one) => one.byWorker && turnsTo(one, gain.name) && credits(one, gain, span) && cameBack(one),
      )
    )
      return [];
    return [
      {
        at,
        to: at,
        evidence: [
          {
            at: gain.index,
            shows:
              helpers.length > 0
                ? `${gain.name} has found something with ${named(helpers)}`
                : `${gain.name} tells of a gain`,
          },
        ],
        message:
          helpers.length > 0
            ? `${named([...helpers, gain.name])} find a way at turn ${gain.index + 1}, and the worker goes on to something else. There may have been room to let them see what they did. Who would have liked to say something to that?`
            : `${gain.name} tells at turn ${gain.index + 1} of something that went better, and the worker goes on to something else. There may have been room for the group to make something of it. Who would have liked to say something to that?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const gain = group.moves[evidence[0]!.at]!;
    const helpers = foundTogether(group, gain);
    const told = toldBack(gain, { only: ['success'] });
    return [
      {
        skill: 'voicing-achievements',
        line:
          helpers.length > 0
            ? `${named([...helpers, gain.name])}, you worked that out between you. What was it that helped?`
            : `${told || `${gain.name}, let’s not go past that too quickly.`} Who here knows what that took?`,
      },
      { skill: 'turning-back', line: `What do people want to say to ${gain.name} about that?` },
      {
        skill: 'reaching-for-information-link',
        line: `What did ${gain.name} do there that you might want to borrow one day?`,
      },
    ];
  },
};
