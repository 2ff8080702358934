import type { Move } from '../group/model.ts';
import { byMember, ownSpeech, readsAs, remembered, turnsTo } from '../group/sequence.ts';
import { openRuns, windowsThat } from '../group/stretches.ts';
import type { Family } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { called, othersFor, youSaid } from './lines.ts';
import type { Pattern } from './model.ts';
import { tellsPain } from './premature-reassurance.ts';

/** Events that somebody may be telling for the first time: then the time is theirs. */
const EVENTS: ReadonlySet<Family> = new Set<Family>([
  'loss',
  'violence',
  'harm to self',
  'children taken',
  'illness',
  'wishing death',
]);
/** The worker turns to the others, or names what goes on. */
const TO_OTHERS =
  /\b(?:who else|anyone|anybody|everyone|everybody|others|the rest of|somebody else|someone else|you all|all of you|each of you|the group|we haven't heard|hear from|mak(?:e|ing) room|a lot of (?:the )?(?:time|space|air)|stop you|pause you|come back to you|one at a time)\b/i;
/** A member asks for room. */
const FOR_ROOM =
  /\b(?:somebody else|someone else|let (?:\w+ ){0,2}(?:finish|speak|talk|in|have a)|hold on|hang on a|one at a time|my turn|can (?:i|we|she|he) (?:say|get|just|have|talk|finish)|get a word|(?:we|i)(?:'ve| have) heard (?:this|it|that))\b/i;

/** Words of each member in a stretch. */
function wordsByMember(moves: readonly Move[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const move of moves)
    if (byMember(move)) words.set(move.name, (words.get(move.name) ?? 0) + move.talk.wordCount);
  return words;
}

/** The one who speaks more than the others together; undefined where nobody does. */
function loudest(words: ReadonlyMap<string, number>, share: number): string | undefined {
  let sum = 0;
  for (const own of words.values()) sum += own;
  for (const [name, own] of words) if (own > share * sum) return name;
  return undefined;
}

/** For every window of `size` moves the loudest in it, by the index of its first move. One pass. */
function loudestByWindow(run: readonly Move[], size: number, share: number): Map<number, string> {
  const words = new Map<string, number>();
  const add = (move: Move, sign: 1 | -1): void => {
    if (byMember(move)) words.set(move.name, (words.get(move.name) ?? 0) + sign * move.talk.wordCount);
  };
  const found = new Map<number, string>();
  run.forEach((move, index) => {
    add(move, 1);
    if (index >= size) add(run[index - size]!, -1);
    const name = index >= size - 1 ? loudest(words, share) : undefined;
    if (name !== undefined) found.set(run[index - size + 1]!.index, name);
  });
  return found;
}

/** What a turn does for the others' sake, whoever speaks so much. */
const makesRoom = remembered((move): boolean => {
  if (!move.byWorker) return FOR_ROOM.test(ownSpeech(move));
  if (TO_OTHERS.test(ownSpeech(move))) return true;
  return (
    readsAs(move, 'opening', 'process', 'linking', 'redirecting') !== undefined &&
    move.talk.addressee.kind !== 'person'
  );
});

/** Somebody puts their own beside it, at some length, and is not cut off. */
const joinsIn = remembered(
  (move) =>
    !move.turn.cut.end && move.talk.wordCount >= 12 && /\b(?:i|my|me|mine|i'm|i've)\b/i.test(ownSpeech(move)),
);

/**
 * Anything that attends to it. The worker: another member is asked, called or linked, the group is asked, or it is named.
 * A member: somebody puts their own beside it at some length, speaks to a third, or asks for room. The acts alone would
 * be misheard somewhere in so long a stretch, so that forms and names decide.
 */
function attends(move: Move, speaker: string): boolean {
  if (move.name === speaker || !(move.byWorker || byMember(move))) return false;
  const third = (name: string): boolean => name !== speaker && name !== move.name;
  if (move.talk.addressee.names.some(third) || move.talk.mentions.some(({ name }) => third(name)))
    return true;
  if (makesRoom(move)) return true;
  return !move.byWorker && (joinsIn(move) || (does(move.talk, 'challenge') && turnsTo(move, speaker)));
}

/** The first telling of something grave: pain, and the same event in several of their turns. */
function tellsOfEvent(moves: readonly Move[], speaker: string): boolean {
  const theirs = moves.filter((move) => move.name === speaker);
  const counts = new Map<string, number>();
  for (const move of theirs)
    for (const family of move.talk.families)
      if (EVENTS.has(family as Family)) counts.set(family, (counts.get(family) ?? 0) + 1);
  return [...counts.values()].some((times) => times >= 3) && theirs.filter(tellsPain).length >= 3;
}

function unattended(window: readonly Move[], speaker: string): boolean {
  const theirs = window.filter((move) => move.name === speaker);
  // A voice that keeps coming, and not one long letter read aloud.
  if (theirs.length < window.length / 4 || wordsByMember(window).get(speaker)! < 8 * window.length)
    return false;
  return !window.some((move) => attends(move, speaker)) && !tellsOfEvent(window, speaker);
}

export const pattern: Pattern = {
  id: 'monopoly-unattended',
  name: 'One voice, unattended',
  family: 'COMM',
  core: false,
  severity: 'information',
  dynamics: ['SD', 'DP', 'TA', 'SB', 'MS', 'MD', 'IP', 'RE', 'SN'],
  skills: ['connecting', 'verbalising-norms', 'inviting-participation'],
  question: 'What does the group gain by letting one person carry it?',
  page: {
    looksLike:
      'For twenty-five turns or more, most of what members say is said by one of them. Nobody joins it, asks for room, or says that it is so.',
    matters:
      'Somebody who talks on and on is often holding something for everyone, and is lonely at it. The others may be glad not to have to speak. Left alone, all of them lose.',
    fine: 'Unequal shares as such: they are the rule in any group. Somebody telling of a grave event for the first time. Anybody stepping in, in any form, a warm interruption included.',
  },
  sources: ['20', '46', '50'],
  silentIn: [],
  yieldsTo: ['hot-seat-interview'],
  thresholds: {
    turns: { default: 25, why: 'A shorter stretch is somebody’s turn to talk.' },
    share: {
      default: 0.5,
      why: 'Part of the members’ words that one of them has; unequal shares as such are universal [50].',
    },
    members: { default: 4, why: 'Members present; in threes one easily has half.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (group.present.length < threshold('members')) return [];
    const share = threshold('share');
    const size = threshold('turns');
    return openRuns(group, ['no-crosstalk', 'go-round', 'cool-down', 'presentation', 'limited-speech'])
      .flatMap((run) => {
        const speakers = loudestByWindow(run, size, share);
        return windowsThat(run, size, (window) => {
          const speaker = speakers.get(window[0]!.index);
          return speaker !== undefined && unattended(window, speaker);
        });
      })
      .flatMap((stretch) => {
        const speaker = loudest(wordsByMember(stretch), share);
        if (speaker === undefined) return [];
        const theirs = stretch.filter((move) => move.name === speaker);
        const from = theirs[0]!.index;
        const to = theirs[theirs.length - 1]!.index;
        const words = wordsByMember(stretch);
        const sum = [...words.values()].reduce((a, b) => a + b, 0);
        const most = words.get(speaker)! > 0.8 * sum ? 'nearly all' : 'most';
        const richest = [...theirs].sort(
          (a, b) => b.talk.families.size - a.talk.families.size || b.talk.wordCount - a.talk.wordCount,
        )[0]!;
        return [
          {
            at: from,
            to,
            evidence: [{ at: richest.index, shows: `one of ${speaker}’s turns` }],
            message: `In turns ${from + 1}–${to + 1}, ${most} of what members say is said by ${speaker}, and nobody joins in or speaks of it. What ${speaker} says may be other people’s too. What does the group gain by letting one person carry it?`,
          },
        ];
      });
  },
  alternatives: (group, { evidence, to }) => {
    const richest = group.moves[evidence[0]!.at]!;
    const speaker = richest.name;
    const [other] = othersFor(group, group.moves[to]!, [speaker], 1);
    const words = youSaid(richest);
    return [
      {
        skill: 'connecting',
        line: words
          ? `You’ve given us a lot, ${speaker}. I’d like to stay with one thing: ${words}. Who finds something of theirs in that?`
          : `You’ve given us a lot, ${speaker}. Who finds something of theirs in it?`,
      },
      {
        skill: 'inviting-participation',
        line: `Hold on to that a moment, ${speaker}. I’d like you to hear what it stirs in the others. Who’ll start?`,
      },
      {
        skill: 'verbalising-norms',
        line: `${called([speaker, ...(other ? [other] : [])])}, everyone: how are we doing at making room for each other?`,
      },
    ];
  },
};
