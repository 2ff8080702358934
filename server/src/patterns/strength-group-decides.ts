import type { Group, Move } from '../group/model.ts';
import { byMember, movesBetween, ownSpeech, remembered } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { named } from './lines.ts';
import type { Strength } from './model.ts';

/** Members who have a say in it before it is settled. Catalogue K. */
const VOICES = 3;
/** Turns a deliberation may take. Ours. */
const LONGEST = 16;

/** A choice is laid before them: how we do it, when, who, whether. */
const PUTS =
  /\b(?:how|what|when|where|which|who|whether)\b[^.?!]{0,40}\b(?:do we (?:want|think|do|say)|shall we|should we|will we|would (?:work|suit) (?:us|you|everybody|everyone)|(?:we|us) (?:want to|do it|start|have it))\b|\b(?:is|are|'s) (?:ours|yours) to (?:sort|settle|decide|choose)\b|\b(?:shall|should|will|do) we (?:meet|have|keep|change|move|ask|invite|write|go|take|want)\b[^.?!]{0,60}\?|\bhow do we\b|\bone idea each\b|\bbefore (?:the )?hands\b|\b(?:you|yous) (?:people |all )?(?:decide|choose|pick)\b/i;
/** How a round goes is arranged and not decided. */
const ARRANGES =
  /\b(?:(?:sentence|few words|word|words|minute|names?|turn)s? each|check(?:ing)?[ -]?(?:in|out)|names|go(?:ing)? (?:a)?round|introduc\w+|start with|leave here|take away|carry)\b/i;
/** It is settled, or somebody asks whether it is. */
const SETTLES =
  /\b(?:any ?(?:body|one)\b[^.?!]{0,20}\b(?:won't|cannot|can't|against|not (?:ok|okay|happy)|object\w*|unhappy)|can (?:everybody|everyone|all of you|we all|you all|you) live with|does (?:it|that) sit|sits (?:right|well)|is that (?:how|what) (?:we|you)|(?:agreed|carried|settled|decided)(?![a-z])|put (?:it |that |this )?in the (?:minutes|book)|that(?:'s| is) (?:it|settled|decided|agreed|what we(?:'ll| will| do))|(?:so|then|okay,?|right,?) we(?:'ll| will|'re going to) (?:do|go|say|have|take|try|keep|meet|start)|fine by (?:me|us)|let's (?:do|say|go with|have|keep) (?:that|it|the)|then (?:it's|that's|we'll)|write (?:it|that|this) (?:up|down)|so [\p{L}' ]{2,40}\bthen\b)/iu;

const puts = remembered((move): boolean => {
  if (move.byWorker ? does(move.talk, 'decision') && !does(move.talk, 'opening') : !byMember(move))
    return false;
  const words = ownSpeech(move);
  if (move.gates.has('go-round') || ARRANGES.test(words)) return false;
  return (
    PUTS.test(words) &&
    !/\b(?:feel|felt|feeling|like for|happened|mean)\b/i.test(words.slice(words.search(PUTS)))
  );
});

const settles = remembered((move): boolean => SETTLES.test(ownSpeech(move)));

/** Members who say something to it: more than a yes, and no joke across it. */
function sayIn(moves: readonly Move[]): Set<string> {
  return new Set(
    moves
      .filter((move) => byMember(move) && move.talk.wordCount >= 3 && !move.talk.backchannel)
      .map((move) => move.name),
  );
}

/** The worker settles it over their heads after all. */
function takesBack(move: Move): boolean {
  return move.byWorker && does(move.talk, 'decision') && !/\?/.test(ownSpeech(move));
}

export const strength: Strength = {
  id: 'strength-group-decides',
  name: 'The group decides',
  dynamics: ['DP', 'SN'],
  page: {
    looksLike:
      'A thing that concerns them all is laid before them. Three or more say what they want or why, and it is settled in their words.',
    matters:
      'Having a real say is how a group becomes its members’ own, and thinking a small matter through is practice for a large one.',
  },
  sources: ['S', '7'],
  see: (group: Group) => {
    let done = -1;
    return group.moves.flatMap((move) => {
      if (move.index <= done || !puts(move)) return [];
      for (const next of movesBetween(group, move.index + 1, move.index + LONGEST)) {
        if (takesBack(next)) return [];
        if (!settles(next)) continue;
        const voices = sayIn(movesBetween(group, move.index, next.index));
        if (voices.size < VOICES) continue;
        done = next.index;
        return [
          {
            at: move.index,
            to: next.index,
            says: `laid before them, and ${named([...voices].slice(0, 5))} settle it`,
          },
        ];
      }
      return [];
    });
  },
};
