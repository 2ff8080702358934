import type { Group, Move } from '../group/model.ts';
import { firstMoves, ownSpeech, recordedWhole, toldIn } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { stemsOf, tokensOf } from '../talk/words.ts';
import { bothTold, called, quotable } from './lines.ts';
import type { Pattern } from './model.ts';
import { headerPurpose, purposeIn } from './purpose-talk.ts';
import { ENOUGH_TURNS } from './whole-session.ts';

const ASKS_WHY =
  /\b(?:what (?:brings?|brought)|why (?:did|have|do) (?:you|we|each|people)|what made (?:you|each of you|any of you)|what (?:do|are|would|did) (?:you|people) (?:all |each )?(?:want|hope|hoping|need|looking|expect|wanting)|hop(?:e|ing) (?:to get|for|that))\b/i;
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

/** A purpose in more signs than these is read, not said. */
const SAYABLE = 140;

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
    turns: ENOUGH_TURNS,
    share: { default: 1 / 3, why: 'The part of the session in which purpose would be heard.' },
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
    const [first, second] = quotable(firstMoves(group, 1 / 3, 12));
    const written = headerPurpose(group);
    const purpose = written !== undefined && written.length <= SAYABLE ? written : undefined;
    const both = first && second ? bothTold(first, second) : '';
    const names = group.present.slice(0, 2);
    const all = names.length > 1 ? `${called(names)}, everyone` : 'Everyone';
    return [
      {
        skill: 'stating-purpose',
        line: purpose
          ? `Let me say why I think we meet: ${purpose}. How near is that to why you came?`
          : `Let me say why I think we meet: each of you knows this from the inside, and can help the others with it. ${all}: how near is that to why you came?`,
      },
      {
        skill: 'reframing-common-ground',
        line: both
          ? `${both} What’s the thread you hear, all of you, in why you came?`
          : `${all}: you each came for something. What’s the thread you hear?`,
      },
      {
        skill: 'inviting-participation',
        line: `${all}: what would have to happen here, between you, to make it worth coming?`,
      },
    ];
  },
};
