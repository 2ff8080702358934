import type { Group, Move } from '../group/model.ts';
import { byMember, firstMoves, ownSpeech, recordedWhole, toldIn } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { type Sentence, sentencesOf, stemsOf, tokensOf } from '../talk/words.ts';
import { called, saidByTwo } from './lines.ts';
import type { Pattern } from './model.ts';

/*
 * Purpose is why these people meet (S; [4]), and there are many ways to say it. As this pattern rests on something
 * missing, every likely way counts as said, the poor ones too: a list of contents in place of a purpose is the matter of
 * `purpose-as-content`, which says it at the very turn.
 */
const WHY =
  /\b(?:why|what) (?:we|you|us)(?:'re| are)? (?:all )?(?:here|come|came|meet|sit|for)\b|\bwhat (?:this|the|our) (?:group|hour|room|place|circle|meeting)(?:'s| is)? (?:here )?(?:for|about)\b|\bwhat (?:it|this)(?:'s| is) (?:all )?for\b|\bthe (?:whole )?(?:point|idea|purpose|aim|reason|thinking|hope) (?:of|is|behind|here|for|was|we|you|being|that)\b|(?<!\bon )\bpurpose\b|\bwhat (?:i think )?(?:we're|we are|i think we're) for\b|\b(?:it's|it is|this is|we do (?:this|it)) (?:all |only |just )?so (?:that\b|there's|nobody|no one)/i;
const MEETS =
  /\b(?:we|you|yous|people|everybody|everyone|all of (?:us|you)|nobody)(?:'re|'ve| are| have)? (?:all |each |both |only |just )*(?:here|come|came|meet|meeting|met|sit|gather\w*|got together|get together)\b(?! (?:back|to (?:the|page|an? )))[^.?!]{0,30}\b(?:so|to|because|cos|about|for (?!an? (?:hour|bit|while)|one|two|half|the (?:next|hour|whole)|\d))/i;
const GROUP_IS_FOR =
  /\b(?:this|the|our|a|an) (?:[\w-]+ ){0,2}(?:(?:group|programme|program|circle|hour|room|place|space|course|evening|afternoon|morning)(?:'s| is| was| exists) (?:only |just |really |all |meant |here |there )*(?:for|about|so|to|because)|(?:group|circle|space|place|hour) (?:for|where|in which))\b|\b(?:these|the) (?:\w+ )?(?:hours|weeks|mornings|evenings|sessions|meetings|(?:mon|tues|wednes|thurs|fri|satur|sun)days) are (?:here |there )?(?:for|so|to)\b/i;
const FOR_PEOPLE =
  /\bfor (?:people|women|men|parents|mums|moms|mothers|fathers|dads|carers|families|relatives|widow\w*|anyone|anybody|those|folks?|blokes|lads|girls|boys|young \w+|kids|students|neighbours|sisters|brothers) (?:who|whose|with|that|like|in|on|of|living|looking|caring)\b/i;
const SHARED =
  /\b(?:you|we)(?:'ve| have|'re| are)? all (?:lost|look\w*|car(?:e|ing)|liv\w+|rais\w+|been (?:through|told|there)|going through|had (?:a (?!day|week|go\b|hard|long|rough|bad|bit|look|night|laugh)|your|some(?:one|body)|the same)|know what|in (?:the same|this)|carry\w*|come (?:from|off|out)|trying|want\w*|fac\w+|share|got (?:someone|somebody|children|kids|the same))\b/i;
const TOGETHER =
  /\b(?:help|support|back|learn from|lean on|look after|be there for) (?:each other|one another)\b|\b(?:not|nobody|no one|none of \w+|without|instead of)\b[^.?!]{0,40}\b(?:alone|on (?:their|your|his|her) own|by (?:him|her|your|them)sel(?:f|ves))\b|\bwith each other's help\b/i;
/** Sent is not what they come for: it is how they come. */
const SENT = /\b(?:court|judge|magistrate|prosecutor|probation|order(?:ed)?|referr\w+|sent)\b/i;
const MANY = /\b(?:we|us|our|you|your|yous|group|here|people|folk|nobody|no one|together|each other)\b/i;

/** The sentences in which a move says why these people meet, or what they do there. */
export function purposesIn(move: Move): Sentence[] {
  if (!move.byWorker && !byMember(move)) return [];
  return sentencesOf(ownSpeech(move)).filter(({ text, start, end }) => {
    if (/\?["”’')]*$/.test(text)) return false;
    if (move.byWorker && (FOR_PEOPLE.test(text) || SHARED.test(text) || TOGETHER.test(text))) return true;
    if (WHY.test(text) || GROUP_IS_FOR.test(text)) return true;
    if (MEETS.test(text)) return (move.byWorker || /\bwe\b/i.test(text)) && !SENT.test(text);
    return (
      MANY.test(text) &&
      move.talk.acts.some((act) => act.act === 'purpose' && act.start >= start && act.end <= end)
    );
  });
}

/** The first of them; undefined where there is none. */
export function purposeIn(move: Move): Sentence | undefined {
  return purposesIn(move)[0];
}

const ASKS_WHY =
  /\b(?:what (?:brings?|brought)|why (?:did|have|do) (?:you|we|each|people)|what made you|what (?:do|are|would|did) (?:you|people) (?:all |each )?(?:want|hope|hoping|need|looking|expect|wanting)|hop(?:e|ing) (?:to get|for|that))\b/i;
const COMMON =
  /\b(?:in common|same|alike|both|thread|all of (?:you|us)|each of you|i(?:'m| am|'ve been)? hear(?:d|ing)|(?:two|three|four|five|several|some|most|so many) of (?:you|us)|every one of you|not (?:the only|alone))\b/i;

/** The worker asks why they came, and somebody says what runs through the answers: then they found the purpose themselves. */
function foundTogether(moves: readonly Move[]): boolean {
  const asked = moves.findIndex((move) => move.byWorker && ASKS_WHY.test(ownSpeech(move)));
  return (
    asked >= 0 &&
    moves
      .slice(asked + 2)
      .some((move) =>
        move.byWorker
          ? does(move.talk, 'linking') || COMMON.test(ownSpeech(move))
          : does(move.talk, 'same-boat'),
      )
  );
}

/** A worker's sentence that carries most of the purpose that the header states. */
function saysHeaderPurpose(purpose: string | undefined, moves: readonly Move[]): boolean {
  const wanted = stemsOf(tokensOf(purpose ?? ''));
  if (wanted.size < 3) return false;
  return moves.some(
    (move) =>
      move.byWorker &&
      [...wanted].filter((stem) => move.talk.stems.has(stem)).length >= Math.max(3, wanted.size * 0.4),
  );
}

const TOLD =
  /\b(?:purpose|why (?:we|they|the group|everyone|everybody)\b|what (?:the|this) group (?:is|was) for|contract(?:ed|ing)?)\b/i;

/** The writer tells that it was said: in a summary, or as something that happened before the part written down. */
function toldElsewhere(group: Group, moves: readonly Move[]): boolean {
  const before = group.recording.sections
    .filter(({ kind }) => kind === 'identifying' || kind === 'observations')
    .flatMap(({ prose }) => prose.map(({ text }) => text));
  return [...toldIn(group, moves), ...before].some((text) => TOLD.test(text));
}

/** "…so that people whose…" out of the header, as it can follow "we meet". */
export function headerPurpose(group: Group): string | undefined {
  const purpose = group.recording.header.purpose?.trim().replace(/[.!]+$/, '');
  if (purpose === undefined || purpose === '') return undefined;
  return /^(?:so|to|for|because)\b/i.test(purpose)
    ? purpose.charAt(0).toLowerCase() + purpose.slice(1)
    : undefined;
}

export const pattern: Pattern = {
  id: 'purpose-not-stated',
  name: 'No shared purpose in the first session',
  family: 'PURP',
  core: true,
  severity: 'warning',
  dynamics: ['SB'],
  skills: ['stating-purpose', 'reframing-common-ground', 'inviting-participation'],
  question: 'What would each of them have said they came for, and what runs through it?',
  page: {
    looksLike:
      'A first or only meeting: welcome, names, rules, the clock, and into the subject. Nobody says why these people sit in one room.',
    matters:
      'Purpose is what makes strangers into a group: it joins what each came for and tells everyone what they may want of each other. Left unsaid, people wait to see what the worker does, and bring their troubles to her one by one.',
    fine: 'A member says it. It was said before the part that is written down. The worker asks why they came, and they find the thread themselves. Purpose grows with the group: a sentence or two is enough to begin with.',
  },
  sources: ['S', '4', '23'],
  silentIn: [],
  thresholds: {
    turns: {
      default: 12,
      why: 'A shorter record is a few moments of a session, whatever its header says; ours.',
    },
    share: { default: 1 / 3, why: 'The part of the session in which purpose would be heard (catalogue G).' },
    least: {
      default: 12,
      why: 'Turns looked at in any case: a round of names alone may fill the first third of a short record; ours.',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const { session, type, purpose } = group.recording.header;
    if (session !== 1 && type !== 'single-session') return [];
    if (!recordedWhole(group, threshold('turns'))) return [];
    const first = firstMoves(group, threshold('share'), threshold('least'));
    if (
      first.some((move) => purposeIn(move) !== undefined) ||
      foundTogether(first) ||
      saysHeaderPurpose(purpose, first) ||
      toldElsewhere(group, first)
    )
      return [];
    const opening = first.find((move) => move.byWorker);
    return [
      {
        at: -1,
        to: -1,
        evidence: opening ? [{ at: opening.index, shows: 'the worker opens the meeting' }] : [],
        message: `In the first ${first.length} turns of this ${type === 'single-session' ? 'meeting' : 'first meeting'}, nobody says aloud why these people sit here together. “We are in the same boat” may have had room there. What would each of them have said they came for, and what runs through it?`,
      },
    ];
  },
  alternatives: (group) => {
    const first = firstMoves(group, 1 / 3, 12);
    const purpose = headerPurpose(group);
    const said = saidByTwo(first.filter(byMember));
    const names = group.present.slice(0, 3);
    return [
      {
        skill: 'stating-purpose',
        line: purpose
          ? `Before we go on, why us, and why together: we meet ${purpose}. How near is that to why each of you came?`
          : 'Before we go on, why us, and why together: each of you knows from the inside what the others here are dealing with, and we meet so that nobody has to do it alone. How near is that to why you came?',
      },
      {
        skill: 'reframing-common-ground',
        line: said
          ? `${said}. Listening to each other, what is the one thread in why you came?`
          : 'Listening to why each of you came, what is the one thread?',
      },
      {
        skill: 'inviting-participation',
        line: `${names.length > 1 ? `${called(names)}, all of you` : 'All of you'}: what would have to happen here, between you, for it to be worth the journey?`,
      },
    ];
  },
};
