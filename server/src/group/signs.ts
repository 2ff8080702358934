/**
 * What stands around a worker's move, as numbers: what she does, what the member before her did and the one before that,
 * how the move answers them and how it is taken. Each is a sign by itself of nothing; `patterns/judging.ts` weighs them.
 */
import { ACTS, heardIn, OF_MEMBERS, OF_WORKERS } from '../talk/model.ts';
import { sentencesOf } from '../talk/words.ts';
import { closesNothing, factAsked, HANDS_BACK, opensFloor, opensMatter, staysWith } from './answering.ts';
import { differenceBefore, goesOn } from './differing.ts';
import { troubleIn, troubleTold } from './floor.ts';
import type { Group, Move } from './model.ts';
import { receptionOf } from './reception.ts';
import { REPAIR, repairedAfter } from './repair.ts';
import { DOUBT, NEAR, type Scene } from './scene.ts';
import {
  byMember,
  invitedBetween,
  movesBetween,
  ownSpeech,
  remembered,
  sharedStems,
  silenceBefore,
  spokenTo,
  voiced,
} from './sequence.ts';

/** Turns that are counted back, and in which members may differ. */
const LATELY = 8;

/** Moves before and after one on which its signs rest: what was told is drawn out over eight moves before it. */
export const SIGNS_REACH = { before: NEAR + LATELY + 2, after: Math.max(NEAR + 1, REPAIR.after) } as const;

const BY_WORKERS = OF_WORKERS.map((number) => ACTS[number]!);
const BY_MEMBERS = OF_MEMBERS.map((number) => ACTS[number]!);

/** Odds of a chance, kept within what chances can tell. */
function odds(chance: number): number {
  const kept = Math.min(0.9933, Math.max(0.0009, chance));
  return Math.log(kept / (1 - kept));
}

/**
 * Odds, for every act that its speaker can do, that some sentence of a move does it. Three sentences that each may be
 * advice are more than one.
 */
const oddsIn = remembered((move: Move): readonly number[] =>
  (move.byWorker ? BY_WORKERS : BY_MEMBERS).map((act) => {
    let none = 1;
    for (const sentence of move.talk.sentences) none *= 1 - heardIn(sentence, act);
    return odds(1 - none);
  }),
);

const NOTHING_DONE: readonly number[] = BY_MEMBERS.map(() => odds(0));

/** How far a trouble is told counts no further than this either way, and so many words in common are many. */
const TROUBLE = 4;
const STEMS = 5;

const within = (told: number): number => Math.max(-TROUBLE, Math.min(TROUBLE, told));
const inCommon = (a: Move | undefined, b: Move | undefined): number =>
  a && b ? Math.min(STEMS, sharedStems(a, b).length) : 0;
const sameMatter = (a: Move | undefined, b: Move | undefined): boolean =>
  a !== undefined && b !== undefined && [...a.talk.families].some((family) => b.talk.families.has(family));
const words = (move: Move | undefined): number => Math.log(1 + (move?.talk.wordCount ?? 0));
const asks = (move: Move | undefined): boolean => /\?["”’')]*\s*$/.test(move?.turn.words ?? '');
const names = (move: Move, whom: Move | undefined): boolean =>
  whom !== undefined && move.talk.mentions.some(({ name }) => name === whom.name);

/** Signs of the sequence, each under the name that a reader is given. */
function sequenceOf(group: Group, move: Move, { near, other }: Scene): Record<string, number | boolean> {
  const { moves } = group;
  const at = move.index;
  const [last, lastBut] = [moves[at - 1], moves[at - 2]];
  const to = spokenTo(group, move);
  const taken = receptionOf(group, at);
  const lately = movesBetween(group, Math.max(0, at - LATELY), at - 1);
  const silence = silenceBefore(group, move);
  const differ = differenceBefore(group, at, LATELY, DOUBT);
  const sentences = sentencesOf(ownSpeech(move));
  const followsMember = last !== undefined && byMember(last);
  return {
    'a member spoke right before': followsMember,
    'a member spoke before that': lastBut !== undefined && byMember(lastBut),
    'two members spoke in a row':
      followsMember && lastBut !== undefined && byMember(lastBut) && last.name !== lastBut.name,
    'a trouble was told': within(troubleTold(group, near)),
    'another had told one': within(other === undefined ? -TROUBLE : troubleIn(other)),
    'she opens it to the others': opensMatter(group, move, near.index),
    'she throws the floor open': opensFloor(move),
    'she stays with it': Math.min(3, staysWith(move, near)),
    'she says what she sees': closesNothing(move),
    'she asks for a fact': factAsked(move) !== undefined,
    'it is let pass': taken.bare,
    'it is not taken': taken.resisted,
    'it is taken as news': taken.asNews,
    'it is asked back at her': taken.queried,
    'members take it up among themselves': taken.amongThem,
    'the same member answers': taken.next?.name === near.name,
    'another answers': other !== undefined && taken.next?.name === other.name,
    'nobody answers': taken.next === undefined,
    'the answer is long': words(taken.next),
    'she mends it soon after': repairedAfter(group, at),
    'she speaks to them': to === near.name,
    'she speaks to somebody else': to !== undefined && to !== near.name,
    'she takes up their words': inCommon(near, move),
    'she names them': names(move, near),
    'she names the one before': names(move, other),
    'she names people': Math.min(4, move.talk.mentions.length),
    'she calls one': move.talk.addressee.kind === 'person',
    'she speaks to all': move.talk.addressee.kind === 'group',
    'she says much': words(move),
    'she says it in many sentences': Math.min(8, sentences.length),
    'she asks': move.turn.words.includes('?'),
    'she asks more than once': Math.min(3, sentences.filter(({ text }) => text.includes('?')).length),
    'she ends by asking': asks(move),
    'she asks and goes on herself': !asks(move) && move.turn.words.includes('?'),
    'she says whose it is': HANDS_BACK.test(ownSpeech(move)),
    'much was told': words(near),
    'something was asked': asks(last),
    'they asked something': near.turn.words.includes('?'),
    'they spoke to the worker': near.talk.addressee.kind === 'worker',
    'they spoke to a member': near.talk.addressee.kind === 'person',
    'it was of feelings or hard things': Math.min(3, near.talk.families.size),
    'the two spoke one after the other': other !== undefined && near.index - other.index === 1,
    'the two have words in common': inCommon(near, other),
    'the two have a matter in common': sameMatter(near, other),
    'she has a matter in common with the one before': sameMatter(other, move),
    'two members differ': Math.min(3, Math.max(0, (differ?.sure ?? DOUBT) - DOUBT)),
    'there is heat in it': differ?.heat ?? false,
    'one means the other': differ?.personal ?? false,
    'they go to and fro': Math.min(4, differ?.turns ?? 0),
    'they go on with it': differ !== undefined && goesOn(group, at, differ),
    'turns lie between': at - near.index,
    'something happened before it': move.before.length > 0,
    'there was a silence': silence.marked,
    'the silence was long': Math.log(1 + (silence.seconds ?? 0)),
    'she had invited them': invitedBetween(group, Math.max(0, at - NEAR), at - 1),
    'many had spoken': new Set(
      voiced(lately)
        .filter(byMember)
        .map(({ name }) => name),
    ).size,
    'she had spoken much': lately.filter(({ byWorker }) => byWorker).length / Math.max(1, lately.length),
    'the meeting closes': at >= moves.length - NEAR,
    'the meeting opens': at < 6,
    'a round is under way': move.gates.has('go-round'),
    'a task group is at work': move.gates.has('task-group'),
    'they make their contract': move.gates.has('contracting'),
  };
}

/** A worker's move in its scene, as numbers in the order of `names`, which is the same for every move. */
export interface Signs {
  readonly names: readonly string[];
  readonly values: readonly number[];
}

let named: readonly string[] | undefined;

/** Signs of a worker's move. Cost follows the move and the few around it. */
export function signsOf(group: Group, move: Move, scene: Scene): Signs {
  const sequence = sequenceOf(group, move, scene);
  named ??= [
    ...BY_WORKERS.map((act) => `she does: ${act}`),
    ...BY_MEMBERS.map((act) => `they did: ${act}`),
    ...BY_MEMBERS.map((act) => `the one before did: ${act}`),
    ...Object.keys(sequence),
  ];
  return {
    names: named,
    values: [
      ...oddsIn(move),
      ...oddsIn(scene.near),
      ...(scene.other === undefined ? NOTHING_DONE : oddsIn(scene.other)),
      ...Object.values(sequence).map(Number),
    ],
  };
}
