import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  lastBefore,
  movesBetween,
  ownSpeech,
  readsAs,
  remembered,
  sharedStems,
  takesUpMember,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { named } from './lines.ts';
import type { Strength } from './model.ts';

/** Member turns after it in which both positions are alive. Catalogue K. */
const TURNS = 4;
/** Turns in which they fall. Ours. */
const WITHIN = 8;

/** Says aloud that they see it otherwise. */
const OTHERWISE =
  /\b(?:i (?:don't|do not|can't) (?:think (?:so|it|that)|agree|see it|believe|buy)|(?:i )?disagree|i see (?:it|that) (?:different\w*|another|the other)|not (?:how it|true|fair|for me|always)|isn't (?:true|fair)|but (?:isn't|that's (?:not|the)|what about|you can't)|(?:it's|that's) the other way|the opposite|rubbish|nonsense|come off it)\b|^(?:well,? )?(?:no|nah|but)\b(?! (?:one|body|idea|worries|problem))/i;

/** Up to this many words it may be a thing to look up: "It isn't shut, I was in it." Ours. */
const FEWEST_WORDS = 8;

const outright = remembered((move): boolean => {
  return (
    OTHERWISE.test(ownSpeech(move)) &&
    (move.talk.wordCount > FEWEST_WORDS || /\b(?:agree|think|see it)\b/i.test(ownSpeech(move)))
  );
});

const saysOtherwise = remembered((move): boolean => {
  if (OTHERWISE.test(ownSpeech(move))) return true;
  const act = readsAs(move, 'disagreement');
  return (
    act !== undefined &&
    /\b(?:not|but|though|never|still|instead|only)\b|n't\b/i.test(ownSpeech(move).slice(act.start, act.end))
  );
});

/** The member whom a move contradicts: the one it is put to, or else the one it takes up or follows. */
function against(group: Group, move: Move): Move | undefined {
  if (
    !byMember(move) ||
    (move.talk.wordCount <= FEWEST_WORDS && !outright(move)) ||
    !saysOtherwise(move) ||
    move.gates.has('no-crosstalk')
  )
    return undefined;
  const { kind, names } = move.talk.addressee;
  const first = lastBefore(
    group,
    move.index,
    4,
    (one) =>
      byMember(one) &&
      one.name !== move.name &&
      one.talk.wordCount >= 4 &&
      (kind !== 'person' || names.includes(one.name)),
  );
  // "No" to a question is an answer.
  if (first === undefined || /\?\s*$/.test(first.turn.words)) return undefined;
  return kind === 'person' || sharedStems(move, first).length > 0 || first.index === move.index - 1
    ? first
    : undefined;
}

/** The worker takes it away: a verdict, a smoothing word, another subject. */
function takesAway(move: Move): boolean {
  return (
    move.byWorker &&
    does(move.talk, 'smoothing', 'judging', 'shift', 'agenda', 'decision', 'scolding', 'outside')
  );
}

/** Still on it: one of the two, or somebody who takes up a member or their words. */
function onIt(move: Move, first: Move, second: Move): boolean {
  return (
    takesUpMember(move) ||
    [first, second].some((side) => side.name === move.name || sharedStems(move, side).length > 0)
  );
}

export const strength: Strength = {
  id: 'strength-difference-held',
  name: 'Difference held',
  dynamics: ['DP'],
  page: {
    looksLike:
      'Two members see it differently, and it stays so for a while: both views are taken up, turned over and answered, and nobody rules on them.',
    matters:
      'A difference that is not smoothed is what a group thinks with. Nobody has to win for everybody to come out further on.',
  },
  sources: ['S', '17', '29'],
  see: (group) => {
    let done = -1;
    return group.moves.flatMap((move) => {
      const first = move.index > done ? against(group, move) : undefined;
      if (first === undefined) return [];
      const after: Move[] = [];
      for (const next of movesBetween(group, move.index + 1, move.index + WITHIN)) {
        if (takesAway(next)) break;
        after.push(next);
      }
      const voices = after.filter(
        (next) => byMember(next) && !next.talk.backchannel && onIt(next, first, move),
      );
      if (voices.length < TURNS) return [];
      // Alive on both sides: the first comes back to it, or the second does with others beside.
      const speakers = new Set(voices.map((next) => next.name));
      if (!speakers.has(first.name) && !(speakers.has(move.name) && speakers.size >= 3)) return [];
      // Where nobody says outright that they differ, a second “no” from one of the two has to bear it out.
      if (
        !outright(move) &&
        !voices.some((next) => (next.name === first.name || next.name === move.name) && saysOtherwise(next))
      )
        return [];
      done = voices[voices.length - 1]!.index;
      return [
        {
          at: move.index,
          to: done,
          says: `${first.name} and ${move.name} see it differently, and ${named([...speakers].slice(0, 4))} keep it open`,
        },
      ];
    });
  },
};
