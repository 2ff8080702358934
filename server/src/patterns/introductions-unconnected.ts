import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  movesBetween,
  ownSpeech,
  readsAs,
  remembered,
  sharedStems,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { stemsOf, tokensOf } from '../talk/words.ts';
import { bothTold, count, named, quotable, sentence } from './lines.ts';
import type { Pattern } from './model.ts';
import { goesToPlan } from './plan-talk.ts';
import { purposesIn } from './purpose-talk.ts';

const ASKS_NAMES =
  /\b(?:your names?|who you are|who everyone is|introduc\w+|say (?:who|hello)|tell (?:us|me) (?:your name|who you are|a (?:little|bit) about you)|names? and)\b/i;

/** Whether a text holds a word with no letter right before or behind it. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!/\p{L}$/u.test(text.slice(Math.max(0, at - 2), at)) && !/^\p{L}/u.test(text.slice(end, end + 2)))
      return true;
  }
  return false;
}

/** Says their own name near the start, as people do who introduce themselves. */
const saysOwnName = remembered((move: Move): boolean => {
  const start = move.turn.words.split(/\s+/).slice(0, 8).join(' ').toLowerCase();
  const parts = move.name
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part.length > 1 && !/^(?:mr|mrs|ms|miss|dr)\.?$/.test(part));
  return parts.some((part) => holdsWord(start, part));
});

/** Turns in which a group introduces itself; a round later on is for something else. Ours. */
const EARLY = 40;

interface Round {
  readonly moves: readonly Move[];
  /** The move after which nobody introduces themselves any more. */
  readonly end: number;
}

/**
 * The first round of introductions: members, each for the first time, one after the other, most of them with their name.
 * A word of welcome between them, or a remark from one to another, does not end it.
 */
function roundOf(group: Group, least: number): Round | undefined {
  let row: Move[] = [];
  let asked = false;
  let strays = 0;
  const isRound = (): boolean =>
    row.length >= least && row.filter(saysOwnName).length >= row.length * (asked ? 0.4 : 0.7);
  for (const move of group.moves.slice(0, EARLY)) {
    const ends = move.byWorker
      ? move.talk.wordCount > 14 || ASKS_NAMES.test(ownSpeech(move))
      : !byMember(move) || row.some(({ name }) => name === move.name);
    if (!ends) {
      if (byMember(move)) row.push(move);
      continue;
    }
    // A second word from somebody in the round is a stray while others still have to come.
    if (!move.byWorker && byMember(move) && move.talk.wordCount <= 6 && strays++ < 2) continue;
    if (isRound()) {
      // A longer word of hers in the middle does not end it: somebody still says who they are.
      const goesOn = movesBetween(group, move.index + 1, move.index + 3).some(
        (next) => byMember(next) && !row.some(({ name }) => name === next.name) && saysOwnName(next),
      );
      if (goesOn) continue;
      break;
    }
    row = [];
    strays = 0;
    asked = move.byWorker && ASKS_NAMES.test(ownSpeech(move));
  }
  return isRound() ? { moves: row, end: row[row.length - 1]!.index } : undefined;
}

const COMMON =
  /\b(?:in common|common (?:thread|ground)|same|alike|similar|thread|echo\w*|both|all of (?:you|us)|each of you|every one of you|you(?:'ve| have|'re| are)? all|we(?:'ve| have|'re| are)? all|i(?:'m| am|'ve been)? hear(?:d|ing)|i notic\w+|(?:two|three|four|five|several|some|most|half|so many|a lot) of (?:you|us)|keeps? coming|(?:twice|three times|four times)|not (?:the only|alone)|me too|us too|who (?:else|noticed)|what did (?:you|people|we) hear)\b/i;

/**
 * Anybody joins two of them: a link, a word of what they share, an invitation to all, a member who speaks to a member,
 * says "same" or goes on with another's word. The acts alone are not asked of members here: right after a round they are
 * heard in turns that only come next to each other.
 */
function connects(group: Group, move: Move): boolean {
  if (move.byWorker) {
    if (does(move.talk, 'linking') || COMMON.test(ownSpeech(move)) || purposesIn(move).length > 0)
      return true;
    return invites(move) && goesToPlan(move) === undefined;
  }
  const { kind, by } = move.talk.addressee;
  if (
    (kind === 'person' && by !== 'answer') ||
    move.talk.mentions.length > 0 ||
    readsAs(move, 'same-boat') !== undefined
  )
    return true;
  if (/\b(?:same|too|both|snap|likewise|as well)\b/i.test(ownSpeech(move))) return true;
  const before = group.moves[move.index - 1];
  return (
    before !== undefined &&
    byMember(before) &&
    before.name !== move.name &&
    sharedStems(before, move).length > 0
  );
}

/** Two introductions that have a word of some weight in common. */
function kin(moves: readonly Move[]): readonly [Move, Move] | undefined {
  for (const [i, first] of moves.entries()) {
    for (const second of moves.slice(i + 1)) {
      if ([...first.talk.families].some((family) => second.talk.families.has(family))) return [first, second];
    }
  }
  return undefined;
}

/** The fullest stem shared by several, as one of them said it. */
function sharedWord(moves: readonly Move[]): string | undefined {
  const said = new Map<string, { word: string; by: Set<string> }>();
  for (const move of moves) {
    for (const token of tokensOf(move.turn.words)) {
      const [stem] = stemsOf([token]);
      if (
        stem === undefined ||
        token.text.length < 5 ||
        moves.some(({ name }) => name.toLowerCase().includes(token.text))
      )
        continue;
      const one = said.get(stem) ?? { word: token.text, by: new Set<string>() };
      one.by.add(move.name);
      said.set(stem, one);
    }
  }
  const [best] = [...said.values()].filter(({ by }) => by.size >= 2).sort((a, b) => b.by.size - a.by.size);
  return best?.word;
}

export const pattern: Pattern = {
  id: 'introductions-unconnected',
  name: 'Introductions left as a list',
  family: 'PURP',
  core: false,
  severity: 'hint',
  dynamics: ['SB'],
  skills: ['connecting', 'reframing-common-ground', 'inviting-participation'],
  question: 'What did they have in common already, and who heard it?',
  page: {
    looksLike:
      'A round of introductions, each with more in it than a name, and then the next point. Nobody says what ran through it.',
    matters:
      'The first thing that members can find out is that others came for something like their own reason. It is in the room after the round, and goes by quickly.',
    fine: 'Names only, in a large group most of all. A link that comes later. The round itself: it is how everyone’s voice is heard once.',
  },
  sources: ['S', '24', '34'],
  silentIn: [],
  thresholds: {
    members: { default: 3, why: 'Two people who say who they are make no round; ours.' },
    words: {
      default: 4,
      why: 'Words of an introduction, on average: names alone offer nothing to connect; ours.',
    },
    within: { default: 5, why: 'Turns after the round in which a link would be in time.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const { gates, type } = group.recording.header;
    if (gates.length > 0 || type === 'task') return [];
    const round = roundOf(group, threshold('members'));
    if (round === undefined) return [];
    // What they share was said on the way in.
    if (
      movesBetween(group, round.moves[0]!.index - 3, round.moves[0]!.index - 1).some(
        (move) => move.byWorker && COMMON.test(ownSpeech(move)),
      )
    )
      return [];
    const words = round.moves.reduce((sum, move) => sum + move.talk.wordCount, 0) / round.moves.length;
    if (words < threshold('words')) return [];
    const after = movesBetween(group, round.end + 1, round.end + threshold('within'));
    if (after.length === 0 || after.some((move) => connects(group, move))) return [];
    // Linked later in the session, with two of them in one breath: then it was not lost.
    const later = group.moves
      .slice(round.end + threshold('within') + 1)
      .some(
        (move) =>
          move.byWorker &&
          does(move.talk, 'linking') &&
          new Set(move.talk.mentions.map(({ name }) => name)).size >= 2,
      );
    if (later) return [];
    const at = after.find((move) => move.byWorker)?.index ?? round.end;
    return [
      {
        at,
        to: at,
        evidence: round.moves
          .slice(0, 5)
          .map((move) => ({ at: move.index, shows: `${move.name} says who they are` })),
        message: `${named(round.moves.map(({ name }) => name))} say who they are, and after turn ${round.end + 1} the talk goes on to the next thing. They may have heard something of their own in it. What did they have in common already?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const moves = evidence.map(({ at }) => group.moves[at]!);
    const two = kin(moves);
    const word = sharedWord(moves);
    const [first, second] = two ?? quotable(moves);
    const both = first && second ? bothTold(first, second) : '';
    const names = [...new Set(moves.map(({ name }) => name))];
    return [
      {
        skill: 'connecting',
        line: both
          ? `${both} What did the rest of you hear that was yours too?`
          : word
            ? `I heard ‘${word}’ from more than one of you. Who else noticed?`
            : `${named(names.slice(0, 3))}, as you went round, what did you hear that was yours too?`,
      },
      {
        skill: 'inviting-participation',
        line: `Who would you like to hear more from: ${named(names.slice(0, 2))}, or somebody else? Ask them yourselves.`,
      },
      {
        skill: 'reframing-common-ground',
        line: `${sentence(count(names.length))} different people, and something has brought you all to the same room. How would you put it?`,
      },
    ];
  },
};
