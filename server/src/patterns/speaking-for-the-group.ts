import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  firstAfter,
  invites,
  lastBefore,
  movesBetween,
  ownSpeech,
  readsAs,
} from '../group/sequence.ts';
import { familiesOf } from '../talk/families.ts';
import { type ActName, does } from '../talk/model.ts';
import { sentencesOf, stemsOf, tokensOf } from '../talk/words.ts';
import { called, count, othersFor, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

const ALL =
  "(?:we(?:'re| are|'ve| have|'d| can| could| must| do)? all|all of us(?: here)?|every one of (?:us|you)|every(?:one|body)(?! else)(?: here| in here| in (?:this|the) (?:room|group|circle))?|nobody here|no one here|none of us|(?:this|the|the whole|our) group|the rest of (?:you|us|the group)|you(?:'re| are|'ve| have)? all|all of you|you lot|what (?:we|you)(?:'re| are) all)";
/** What only those people can say of themselves: a feeling, an opinion, a wish. */
const MIND = String.raw`(?:feel(?:s|ing)?|felt|agrees?|think(?:s|ing)?|knows?|wants?|wanting|needs? (?:a|some|more|time|each)|hopes?|hoping|loves?|likes?|hates?|understands?|believes?|misses|cares?|enjoy(?:s|ed)?|appreciates?|worr(?:y|ies|ied)|saying|trying to say|really saying|(?:so |very |just |really |feeling )?(?:sad|angry|tired|happy|glad|proud|pleased|relieved|frightened|scared|anxious|upset|fond|fed up|grateful|lucky|sorry|worried|ready|behind|rooting|keen|on the same page|strong|brave|in agreement|of one mind|with you|friends|sisters|brothers|(?:on|in) the same (?:\w+ )?(?:side|team|boat)|had (?:a|one of) (?:\w+ ){0,2}(?:day|week|month|year)s?))`;
/** Without one of these words no whole is meant. */
const SOME_WHOLE = /\b(?:all|every(?:one|body)?|nobody|no one|none|group|rest|lot)\b/i;
/** A whole, and within a few words what it feels, thinks or wants. The act alone knows it, and is seldom heard. */
const FOR_ALL = new RegExp(
  String.raw`(?<=(?<!\b(?:because|since|cos|if|when|as|though|that's how|which) )\b${ALL}(?:'s|'re|'ve| is| are| was| were| has| have| will|'ll| would|'d| does| do)?(?: \w+){0,2} )${MIND}\b`,
  'i',
);
/** Any word for the whole at the head of a sentence, as the one that does the feeling: not "for everybody". */
const ANY_WHOLE = new RegExp(
  String.raw`^(?:[\w',]+ ){0,5}?(?<!\b(?:for|to|with|of|by|at|on|than) )\b(?:${ALL}|the (?:lads|girls|ladies|fellas|women|men|team))\b(?! (?:can|could|might|should|shall|'ll|will)\b)`,
  'i',
);
/** Said as a guess, or of what was settled before, or of how the meeting runs. */
const TENTATIVE =
  /\b(?:maybe|perhaps|possibly|i wonder|i'm wondering|i'm (?:only |just )?guessing|my (?:guess|hunch)|might|may be|may have|could be wrong|may be wrong|correct me|tell me if|if i(?:'ve| have) got|not sure (?:if|whether)|sounds (?:like|as)|it seems|by the (?:sound|look)s? of|agreed (?:that|to|on|last|in)|as (?:we|you) all said|if (?:everyone|everybody|we all|you all|you're all|we're all))\b/i;
/** A tag that expects a yes is no check. */
const TAG =
  /,\s*(?:right|agreed|don't we|aren't we|haven't we|isn't it|don't you|aren't you|yeah|yes|eh|okay|ok|no)\?\s*$/i;

const RUNS: readonly ActName[] = ['information', 'agenda', 'procedure'];

/** The words that speak for all; undefined where there are none, or where they ask rather than tell. */
function claimIn(move: Move): { readonly start: number; readonly end: number } | undefined {
  const heard = readsAs(move, 'speaking-for');
  if (heard === undefined && !SOME_WHOLE.test(ownSpeech(move))) return undefined;
  for (const { start, end, text } of sentencesOf(ownSpeech(move))) {
    const asks = /\?["”’']?$/.test(text) && !TAG.test(text);
    if (asks || TENTATIVE.test(text)) continue;
    // "We all need to sign the sheet" says what is to be done, not what they think.
    if (move.talk.acts.some((act) => act.start === start && RUNS.includes(act.act))) continue;
    if (FOR_ALL.test(text) || (heard?.start === start && ANY_WHOLE.test(text))) return { start, end };
  }
  return undefined;
}

/**
 * Members who have said something of the kind themselves: a shared word or feeling; where the claim has no content of its
 * own ("we all feel like that"), that it is so with them too.
 */
function saidSo(group: Group, at: number, claim: string, within: number): Set<string> {
  const tokens = tokensOf(claim);
  const stems = stemsOf(tokens);
  const families = familiesOf(tokens.map((token) => token.text));
  const said = movesBetween(group, at - within, at - 1).filter(
    (move) =>
      byMember(move) &&
      ((stems.size === 0 && does(move.talk, 'same-boat')) ||
        [...move.talk.stems].some((stem) => stems.has(stem)) ||
        [...move.talk.families].some((family) => (families as ReadonlySet<string>).has(family))),
  );
  return new Set(said.map((move) => move.name));
}

export const pattern: Pattern = {
  id: 'speaking-for-the-group',
  name: 'Speaking for the group',
  family: 'WORK',
  core: false,
  severity: 'information',
  dynamics: ['DP'],
  skills: ['reaching-for-difference', 'reaching-for-consensus', 'turning-back'],
  question: 'Of whom was it true, and of whom was it not?',
  page: {
    looksLike:
      'We’re all glad you came back. Everyone here wants the best for each other. The worker says what all of them feel or think, and goes on.',
    matters:
      'Whoever feels otherwise has now been told that they do not. What might have been a spread of views, with something to think about in it, becomes one view, and it is the worker’s.',
    fine: 'It is offered as a guess and checked. It sums up what members have just said, by name. Most of them have in fact said so. It is about the tea or the timetable.',
  },
  sources: ['S', 'c'],
  silentIn: [],
  thresholds: {
    share: {
      default: 0.5,
      why: 'Part of the members present who have said so themselves; from half on, it is a summary.',
    },
    within: { default: 12, why: 'Turns back in which they may have said so (ours).' },
  },
  reach: { before: 14, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const claim = claimIn(move);
    if (
      claim === undefined ||
      invites(move) ||
      readsAs(move, 'linking', 'purpose', 'credit', 'support', 'welcome')
    )
      return [];
    // Before anybody has been heard there is no view to speak for.
    if (!movesBetween(group, at - threshold('within'), at - 1).some(byMember)) return [];
    const words = ownSpeech(move);
    // A real question after it is a check; names in it tie it to what was said.
    if (/\?/.test(words.slice(claim.end)) && !TAG.test(words)) return [];
    if (
      move.talk.mentions.some(
        (mention) =>
          mention.start >= claim.start &&
          mention.end <= claim.end &&
          !mention.vocative &&
          group.present.includes(mention.name),
      )
    )
      return [];
    const said = saidSo(group, at, words.slice(claim.start, claim.end), threshold('within'));
    if (said.size >= threshold('share') * Math.max(2, group.present.length)) return [];
    const otherwise = firstAfter(
      group,
      at,
      3,
      (next) => byMember(next) && does(next.talk, 'disagreement', 'challenge'),
    );
    const heard =
      said.size === 0
        ? 'and nobody has said so in the turns before'
        : `and so far ${count(said.size)} of ${group.present.length} members may have said something like it`;
    return [
      {
        at,
        to: at,
        span: claim,
        evidence: otherwise ? [{ at: otherwise.index, shows: `${otherwise.name} sees it otherwise` }] : [],
        message: `At turn ${at + 1} the worker says what all of them feel or think, ${heard}. Thinking it out from several sides may have had room here. Of whom was it true, and of whom was it not?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const move = group.moves[at]!;
    const last = lastBefore(group, at, at, (one) => byMember(one) && one.talk.wordCount >= 4);
    const others = othersFor(group, last ?? move, last ? [last.name] : []);
    const told = toldBack(last, {
      only: ['feeling', 'self-disclosure', 'same-boat', 'disagreement'],
      own: true,
    });
    return [
      {
        skill: 'reaching-for-difference',
        line: `I was speaking for all of you there. ${called(others) || 'Everyone'}, is it like that for you, or different?`,
      },
      {
        skill: 'turning-back',
        line: told
          ? `${told} How is it for the rest of you?`
          : `${last ? `We’ve heard ${last.name} on this. ` : ''}How is it for the rest of you?`,
      },
      {
        skill: 'reaching-for-consensus',
        line: `${others[0] ? `${others[0]}, anyone: who’d` : 'Who’d'} put it in their own words, or tell me I’m wrong?`,
      },
    ];
  },
};
