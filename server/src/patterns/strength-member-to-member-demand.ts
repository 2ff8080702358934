import type { Group, Move } from '../group/model.ts';
import { byMember, movesBetween, ownSpeech, readsAs, remembered, speaksOfSelf } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import type { Strength } from './model.ts';

/** Turns in which the person who was asked answers. Ours. */
const WITHIN = 6;
/** Words from which an answer is one. Ours. */
const ANSWER_WORDS = 7;

/** Holds somebody to what they said or set out to do. */
const TO_THEIR_WORD =
  /(?<!\b(?:like|as|what|because) )\byou (?:said|told us|promised|were going to|swore|stood there|keep saying)\b|\b(?:last|the other) (?:week|time|night|day) you\b|\bwhat happened (?:to|between|with) (?:the|that|your|ringing|\w+day)\b/i;
const TURNS_ON_IT = /\?|\b(?:not|but|so|still|yet|again|where|why|between)\b|n't\b/i;
/** Doubts to their face, or asks for what they keep back. */
const TO_THEIR_FACE =
  /\b(?:i don't (?:believe|buy) (?:you|it|that)|that's not what you|be honest|you're (?:hiding|dodging|ducking|avoiding|not (?:telling|saying))|why(?:'ve| have| did)?n?'?t? you (?:not |never )?(?:said?|say|tell|told|ring|rung|go|gone|ask|asked))\b/i;
const ASKS_MORE = /\b(?:why|how come|when are|what about|haven't|didn't|still|really)\b/i;
const DENIES = /^(?:you don't (?:know|understand|get)|you weren't)\b/i;
const ATTACKS =
  /\b(?:always (?:take|do)|shut up|liar|idiot|stupid|pathetic|your fault|you people|you lot)\b|!$/i;

const HITS_BACK =
  /^(?:don't you\b|you(?:'re|'ve)?\b|who are you|and (?:what about )?you\b|mind your|so what|shut)/i;

const demands = remembered((move): boolean => {
  const words = ownSpeech(move);
  if (!/\byou(?:'re|'ve|'d|r)?\b/i.test(words) || DENIES.test(words) || ATTACKS.test(words)) return false;
  if (does(move.talk, 'permission', 'to-worker')) return false;
  if (TO_THEIR_FACE.test(words)) return true;
  if (TO_THEIR_WORD.test(words)) return TURNS_ON_IT.test(words);
  return /\?/.test(words) && readsAs(move, 'challenge') !== undefined && ASKS_MORE.test(words);
});

/** The one member to whom a demand is put. */
function demandOn(group: Group, move: Move): string | undefined {
  if (!byMember(move) || move.talk.wordCount < 4 || !demands(move)) return undefined;
  const { kind, names } = move.talk.addressee;
  const called = kind === 'person' && names.length === 1 ? names[0] : undefined;
  const before = group.moves[move.index - 1];
  const target = called ?? (kind === 'unknown' && before && byMember(before) ? before.name : undefined);
  return target !== undefined && target !== move.name && group.present.includes(target) ? target : undefined;
}

/** Takes it: tells what it was, or what it is, and does not only hit back. */
function answers(move: Move, name: string): boolean {
  if (move.name !== name || move.talk.wordCount < ANSWER_WORDS || /\?\s*$/.test(move.turn.words))
    return false;
  if (HITS_BACK.test(ownSpeech(move))) return false;
  return speaksOfSelf(move) || does(move.talk, 'self-disclosure', 'feeling', 'plan', 'dread');
}

/** The worker comes between: then the answer is to her. A word or a look that leaves it open does not. */
function comesBetween(move: Move): boolean {
  if (!move.byWorker || does(move.talk, 'waiting')) return false;
  return (
    move.talk.wordCount > 6 ||
    does(move.talk, 'excusing', 'smoothing', 'shift', 'scolding', 'reassurance', 'outside')
  );
}

export const strength: Strength = {
  id: 'strength-member-to-member-demand',
  name: 'Demand between members',
  dynamics: ['MD'],
  page: {
    looksLike:
      'One member holds another to something: a promise, the truth, the work. The other takes it and answers with something of their own, and the worker leaves them to it.',
    matters:
      'To be expected of is to be counted on. From a peer, who is in it too, it carries what it cannot carry from a worker.',
  },
  sources: ['S', '14'],
  see: (group) => {
    let done = -1;
    return group.moves.flatMap((move) => {
      const target = move.index > done ? demandOn(group, move) : undefined;
      if (target === undefined) return [];
      for (const next of movesBetween(group, move.index + 1, move.index + WITHIN)) {
        if (comesBetween(next)) return [];
        if (!answers(next, target)) continue;
        done = next.index;
        return [
          {
            at: move.index,
            to: next.index,
            says: `${move.name} holds ${target} to it, and ${target} answers`,
          },
        ];
      }
      return [];
    });
  },
};
