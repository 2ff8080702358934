import type { Group, Move } from '../group/model.ts';
import { byMember, invites, lastBefore, moveAt, ownSpeech, turnsTo } from '../group/sequence.ts';
import type { Family } from '../talk/families.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { answered, called, othersFor } from './lines.ts';
import type { Pattern } from './model.ts';

/** The worst of it, asked for in so many words. */
const WORST =
  /\b(?:(?:the|your|that|his|her) (?:very |absolute |single )?(?:worst|darkest|lowest|hardest|most (?:painful|traumatic|frightening|terrifying|shameful|humiliating)) (?:of (?:it|all)|things?|moments?|days?|parts?|bits?|memor(?:y|ies)|times?|nights?|points?|experiences?)\b(?! about (?!it\b|that\b|what\b|him\b|her\b))|(?:what|which|when) (?:was|were|is|would be|part was)\b[^.?!]{0,20}\bthe (?:worst|darkest|most (?:painful|traumatic|frightening|shameful))|rock bottom)\b/i;
/** What was done or suffered, by its name. Death is left out: in a group of mourners it is what brings them. */
const DEED =
  /\b(?:abus\w+|assault\w*|rap(?:e|ed|ing)|attack\w*|molest\w*|offen[cs]es?|crimes?|overdos\w+|suicid\w+|trauma\w*|beat(?:ing|ings|en)?|hit (?:you|him|her|them|me)|hitting|touch(?:ed|ing)? (?:you|me)|hurt (?:you|him|her|them|me)|stabb\w*|strangl\w*|shot|shooting|accident|crash\w*|miscarr\w+|stillb\w+|violen\w+|broke (?:my|his|her|their) (?:jaw|arm|nose|ribs?|wrist|leg|teeth|tooth|face|hand|fingers?)|black eye|bruis\w+|knife|gun|chok(?:ed|ing)|fire|torture\w*)\b/i;
/** Asks to go through it: what exactly, step by step, that night. */
const DETAIL =
  /\b(?:what (?:exactly |actually |really |all )?(?:happened|did (?:he|she|they|you) (?:do|use|see))|what (?:he|she|they|you) (?:did|do|does|used|saw)\b|tell (?:me|us) (?:exactly |all |everything )(?:what|about)|(?:take|walk|talk) (?:me|us) (?:back )?(?:through|to)|go (?:back )?through (?:it|that|the)|describe|in detail|details?|how (?:exactly )?did (?:he|she|they|you|it) (?:do|happen|start|get)|how many times|how often did (?:he|she|they)|blow by blow|(?:about|go back to|on) that (?:night|day|morning|moment)|where (?:on your body|did (?:he|she|they) (?:hit|touch|hurt)))\b/i;
const HEAVY: ReadonlySet<Family> = new Set<Family>(['violence', 'harm to self', 'sex']);
/** She asks whether, and how far: then the pace is theirs. */
const READY =
  /\b(?:only (?:if|what|as much)|if you(?:'d|'re)? ?(?:want|wanted|like|feel|can|able|ready|happy)|as (?:much|little)|you don't (?:have|need) to|you needn't|no (?:need|pressure|rush|hurry)|ready|(?:is|would|will) (?:it|that|this) (?:be )?(?:ok|okay|all right|alright|too)|how (?:far|much) (?:do|would|can|of)|up to you|whatever you(?:'re| are)? (?:comfortable|able|want)|pass|not (?:tonight|today|yet|all of it)|pace|another (?:day|time|week))\b/i;
/** The same, in the turn of hers before. */
const PACE =
  /\b(?:how (?:far|much) (?:do|would|can|of)|ready|(?:is|would) (?:it|that) be? ?(?:ok|okay|all right|alright)|as (?:much|little) (?:as|of))\b/i;

const ASKS =
  /\?["”’')]*$|^(?:(?:so|and|but|okay|well|right|now),? )*(?:tell|take|walk|talk|describe|go (?:back )?through|share|give us|let's hear|i(?:'d| would) like (?:you|to hear))\b/i;

/** The sentence that asks for the worst, or for what exactly was done where something of that weight has been told. */
function asksForDepth(group: Group, move: Move): Sentence | undefined {
  const told = lastBefore(group, move.index, 2, byMember);
  const heavy =
    told !== undefined &&
    (DEED.test(ownSpeech(told)) || [...told.talk.families].some((family) => HEAVY.has(family as Family)));
  return sentencesOf(ownSpeech(move)).find(({ text }) => {
    const asks = ASKS.test(text) || /\b(?:tell|describe|take us|share)\b/i.test(text);
    if (!asks) return false;
    return WORST.test(text) || (DETAIL.test(text) && (heavy || DEED.test(text)));
  });
}

/** She asked how far in her turn before, and not of somebody else. */
function pacedBefore(group: Group, move: Move): boolean {
  const before = lastBefore(group, move.index, 3, (one) => one.byWorker);
  if (before === undefined || !PACE.test(ownSpeech(before))) return false;
  const { kind, names } = before.talk.addressee;
  return kind !== 'person' || names.some((name) => turnsTo(move, name));
}

export const pattern: Pattern = {
  id: 'depth-before-safety',
  name: 'Depth before safety',
  family: 'PURP',
  core: false,
  severity: 'information',
  dynamics: ['MS', 'TA'],
  skills: ['asking-permission', 'verbalising-norms', 'thinking-group'],
  question: 'How far did this group want to go on its first day?',
  page: {
    looksLike:
      'In the first half of a first meeting the worker asks a member for the worst of it: the night itself, what exactly was done, how often.',
    matters:
      'Nobody knows yet what the others will do with it. Told too early, it can leave one person bare and the rest frightened of their turn, and both may stay away.',
    fine: 'A member leads there, and the worker asks how far. A meeting called after an incident, to go through it. A group that meets only once.',
  },
  sources: ['33', '20'],
  silentIn: ['limited-speech'],
  thresholds: {
    half: { default: 0.5, why: 'The part of the first session in which it is early.' },
  },
  reach: 'session',
  of: 'any',
  repairable: true,
  see: (group, _at, threshold) => {
    const { session, type, groupName, purpose } = group.recording.header;
    if (session !== 1 || type === 'single-session' || type === 'task') return [];
    if (/\b(?:debrief\w*|crisis|critical incident)\b/i.test(`${groupName ?? ''} ${purpose ?? ''}`)) return [];
    const to = Math.ceil(group.moves.length * threshold('half'));
    let last = Number.NEGATIVE_INFINITY;
    return group.moves.slice(0, to).flatMap((move) => {
      if (!move.byWorker) return [];
      const asked = asksForDepth(group, move);
      if (asked === undefined) return [];
      const checks = READY.test(ownSpeech(move)) || pacedBefore(group, move);
      // The same questioning, gone on with, is one matter.
      const again = move.index - last <= 6;
      last = move.index;
      if (checks || again) return [];
      const led = moveAt(group, move.index - 1);
      const who =
        move.talk.addressee.kind === 'person'
          ? move.talk.addressee.names[0]
          : !invites(move) && led && byMember(led)
            ? led.name
            : undefined;
      return [
        {
          at: move.index,
          to: move.index,
          span: { start: asked.start, end: asked.end },
          evidence: led && byMember(led) ? [{ at: led.index, shows: `what ${led.name} had said` }] : [],
          message: `At turn ${move.index + 1} of a first meeting the worker asks ${who ?? 'members'} for the heart of it, before the group has had time to find out how it holds such things. How far might ${who ?? 'each'}, and the others, have wanted to go on this day?`,
        },
      ];
    });
  },
  alternatives: (group, { at }) => {
    const move = group.moves[at]!;
    const who =
      move.talk.addressee.kind === 'person' ? move.talk.addressee.names[0] : answered(group, at, 2)?.name;
    const others = othersFor(group, move, who ? [who] : []);
    return [
      {
        skill: 'asking-permission',
        line: who
          ? `${who}, you don’t have to tell it all today. How much do you want to bring, and what would you need from the people here?`
          : 'Nobody has to tell it all today. How far do we want to go?',
      },
      {
        skill: 'verbalising-norms',
        line: `We’re still new to each other. ${others.length > 0 ? `${called(others)}, everyone: what` : 'What'} would let you know that the harder parts are safe in here?`,
      },
      {
        skill: 'thinking-group',
        line: `That’s a lot for a first meeting. What is it like to sit here with what ${who ? `${who} has` : 'people have'} told us?`,
      },
    ];
  },
};
