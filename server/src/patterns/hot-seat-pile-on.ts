import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  meetsWithBut,
  movesBetween,
  ownSpeech,
  readsAs,
  remembered,
  responseWindow,
  speaksOfSelf,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { named } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';

/** Ways of pressing somebody that the acts alone often miss: what they always do, never did, ought to do. */
const DEMANDS =
  /\b(?:you (?:always|never|keep|just|still|only|said|told us|promised|were going to|should|shouldn't|ought|need|have to|could(?:'ve| have)?|can't (?:just|keep|expect)|don't (?:even|ever|want)|didn't (?:even)?|haven't (?:even)?|won't)|you(?:'re| are) (?:just|always|only|never|not|making|kidding|hiding|avoiding|being|lying|going to)|you(?:'ve| have) (?:got to|never|been)|why (?:don't|didn't|do|did|won't|can't|are|aren't) you|excuses?|come off it|come on|get real|same (?:old )?(?:story|thing|excuse)|every (?:week|time|single)|not good enough|what about (?:your|the)|if i (?:was|were) you|i(?:'d| would) (?:have|just|never|tell|leave|ring|take|go))\b/i;
const CRITICAL =
  /\b(?:you(?:'re| are| were) (?:supposed|meant) to|you (?:always|never|keep|said|told us|promised|were going to|can't (?:just|keep|expect)|don't (?:even|ever|want)|didn't even|haven't even|won't)|you(?:'re| are) (?:just|always|only|never|not|making|kidding|hiding|avoiding|being|lying)|why (?:didn't|won't|can't|aren't) you|excuses?|come off it|get real|same (?:old )?(?:story|thing|excuse)|every (?:week|single)|not good enough)\b/i;
/** Somebody who has asked for it gets what they asked for. */
const ASKED_FOR_IT =
  /\b(?:tell me (?:straight|honestly|what)|be honest|straight with me|what (?:do|would|should|can|could) (?:you|i|we|people)|what am i|any (?:ideas|advice|thoughts)|go on then|hit me|i can take it|i want to (?:know|hear)|your honest)\b/i;
/** Slowing it down, or asking what it is like, is attending to it. */
const WIDENS =
  /\b(?:slow(?:ly)?|one at a time|hold on|hang on|pause|a lot (?:is )?(?:landing|coming)|what(?:'s| is) it like|how is (?:that|it|this) (?:for|landing|to)|what do you (?:hear|make of)|which (?:bit|part)|our own|useful|who else|yourselves)\b/i;

interface Volley {
  readonly target: string;
  /** Turns of others that are aimed at the target. */
  readonly shots: readonly Move[];
  readonly replies: readonly Move[];
  readonly worker: readonly Move[];
  readonly last: Move;
}

/** A tip is no reproach, however it is heard. */
const TIP =
  /\b(?:you (?:should|could|need to|want to|have to|ought to|might)|(?:did|have|do) you (?:ever )?(?:try|tried)|try (?:the|a|it|him|her|to|\w+ing)|get (?:the|a|some|him|her)|why don't you)\b/i;

const isCritical = remembered((move): boolean => {
  const words = ownSpeech(move);
  if (CRITICAL.test(words)) return true;
  const heard = readsAs(move, 'challenge', 'disagreement', 'demeaning');
  return heard !== undefined && !does(move.talk, 'advice') && !TIP.test(words);
});

const presses = remembered(
  (move): boolean =>
    /\?/.test(ownSpeech(move)) ||
    does(move.talk, 'advice') ||
    isCritical(move) ||
    DEMANDS.test(ownSpeech(move)),
);

/** Whether a member's move is plainly aimed at one other: called, labelled, or spoken of by name. */
function aimedAt(group: Group, move: Move): string | undefined {
  if (!byMember(move)) return undefined;
  const { kind, names, by } = move.talk.addressee;
  // In a volley, whoever speaks after a question seldom answers it.
  if (kind === 'person' && by !== 'answer')
    return names.length === 1 && names[0] !== move.name ? names[0] : undefined;
  const spoken = [...new Set(move.talk.mentions.map((mention) => mention.name))];
  return spoken.length === 1 && group.present.includes(spoken[0]!) && spoken[0] !== move.name
    ? spoken[0]
    : undefined;
}

/** Says "you", or reproaches outright: a name may be wanting then. */
const saysYou = remembered((move): boolean => {
  const words = ownSpeech(move);
  return /\byou(?:r|'re|'ve|'d|'ll)?\b/i.test(words) || CRITICAL.test(words);
});

/** Goes on at the target without a name: "you", right after the target or after somebody who aimed at them. */
function goesOnAt(move: Move): boolean {
  const { kind, by } = move.talk.addressee;
  if (kind === 'group' || (kind === 'worker' && by !== 'answer') || move.talk.mentions.length > 0)
    return false;
  return presses(move) && saysYou(move);
}

/** The volley that begins at `at`; the target's answers and the worker's turns may stand between. */
function volleyFrom(group: Group, at: number): Volley | undefined {
  const first = group.moves[at]!;
  const before = group.moves[at - 1];
  const follows =
    before && byMember(before) && before.name !== first.name && goesOnAt(first) ? before.name : undefined;
  const target = aimedAt(group, first) ?? follows;
  if (!byMember(first) || target === undefined || !group.present.includes(target) || !presses(first))
    return undefined;
  const shots = [first];
  const replies: Move[] = [];
  const worker: Move[] = [];
  let last = first;
  for (let i = at + 1; i < group.moves.length && i <= at + 24; i++) {
    const move = group.moves[i]!;
    if (move.talk.backchannel && move.name !== target) continue;
    if (move.name === target) replies.push(move);
    else if (move.byWorker) worker.push(move);
    else if (
      aimedAt(group, move) === target ||
      (aimedAt(group, move) === undefined && !group.moves[i - 1]!.byWorker && goesOnAt(move))
    ) {
      shots.push(move);
      last = move;
    } else break;
    if (worker.length > shots.length || (worker.length > 0 && i - last.index > 3)) break;
  }
  return {
    target,
    shots,
    replies: replies.filter((move) => move.index <= last.index + 3),
    worker: worker.filter((move) => move.index < last.index),
    last,
  };
}

/** Takes it up and works with it: at some length, of their own, and with no "but" before it. */
function usesIt(reply: Move): boolean {
  return (
    reply.talk.wordCount >= 12 &&
    !meetsWithBut(reply) &&
    speaksOfSelf(reply) &&
    !does(reply.talk, 'challenge') &&
    !/^(?:no|nah|whatever|fine|look|so what|leave|you)\b/i.test(ownSpeech(reply))
  );
}

export const pattern: Pattern = {
  id: 'hot-seat-pile-on',
  name: 'Hot seat: group turned on one',
  family: 'COMM',
  core: false,
  severity: 'warning',
  dynamics: ['MS', 'SB', 'MD'],
  skills: ['mediating', 'asking-permission', 'reframing-common-ground'],
  question: 'What was it like to be that one person just then?',
  page: {
    looksLike:
      'Several members, one after another, put questions, advice and reproaches to the same person, who says less and less, or “but”. The worker lets it run, or joins in.',
    matters:
      'Expecting something of one another is a way of helping. It stops being one when nobody looks at their own share of it, and the one in the middle can only defend.',
    fine: 'The person has asked for it. The person takes it up and works with it: then it is mutual demand. The others speak of themselves. The worker slows it down and widens it.',
  },
  sources: ['S', '74'],
  silentIn: [],
  thresholds: {
    turns: { default: 4, why: 'Turns aimed at the one.' },
    speakers: { default: 3, why: 'Others who aim; two are a quarrel.' },
    pressing: { default: 3, why: 'Of those turns: advice, question or criticism.' },
    critical: {
      default: 2,
      why: 'Of those: criticism, or the turn of a questioner. A row of tips alone is another pattern (`advice-volley-unchecked`); ours.',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: true,
  see: (group, _at, threshold) => {
    const found: Sighting[] = [];
    for (let at = 0; at < group.moves.length; at++) {
      const volley = volleyFrom(group, at);
      if (volley === undefined) continue;
      const { target, shots, replies, worker, last } = volley;
      const speakers = [...new Set(shots.map((move) => move.name))];
      if (
        shots.length < threshold('turns') ||
        speakers.length < threshold('speakers') ||
        shots.filter(presses).length < threshold('pressing')
      )
        continue;
      const critical = shots.filter(isCritical);
      if (critical.length < threshold('critical') || new Set(critical.map((move) => move.name)).size < 2)
        continue;
      // "You" alone is a guess; somebody has to have said a name.
      const byName = shots.filter((move) => aimedAt(group, move) === target).length;
      if (byName < (replies.length > 0 ? 1 : 2)) continue;
      const asked = movesBetween(group, at - 4, at - 1).some(
        (move) =>
          move.name === target && (ASKED_FOR_IT.test(ownSpeech(move)) || /\?\s*$/.test(move.turn.words)),
      );
      const ownShare = shots.filter((move) => speaksOfSelf(move) && !isCritical(move)).length;
      if (asked || ownShare >= shots.length / 2 || replies.some(usesIt)) continue;
      const around = [...worker, ...responseWindow(group, last.index).filter((move) => move.byWorker)];
      if (
        around.some(
          (move) => invites(move) || does(move.talk, 'process', 'repair') || WIDENS.test(ownSpeech(move)),
        )
      )
        continue;
      const answer =
        replies.length === 0
          ? `${target} says nothing`
          : replies.some((move) => meetsWithBut(move))
            ? `${target} answers with “but”`
            : `${target} says little`;
      found.push({
        at,
        to: last.index,
        evidence: [
          ...shots
            .slice(1, 6)
            .map((move) => ({ at: move.index, shows: `${move.name} goes on at ${target}` })),
          ...replies.slice(-1).map((move) => ({ at: move.index, shows: `${target} answers` })),
        ],
        message: `In turns ${at + 1}–${last.index + 1} ${named(speakers)} put one thing after another to ${target}, and ${answer}. What they expect of ${target} may be worth having, and what it has to do with each of them may have had room too. What was it like to be ${target} just then?`,
      });
      at = last.index;
    }
    return found;
  },
  alternatives: (group, { at, to }) => {
    const target = volleyFrom(group, at)?.target ?? 'that one person';
    const shots = group.moves.slice(at, to + 1).filter((move) => byMember(move) && move.name !== target);
    const names = [...new Set(shots.map((move) => move.name))].slice(0, 3);
    return [
      {
        skill: 'mediating',
        line: `Slow down a minute. A lot is landing on ${target}. ${target}, what’s it like on your side of it?`,
      },
      {
        skill: 'asking-permission',
        line: `${target}, you’ve heard a lot just now. Which of it can you use, and which can’t you?`,
      },
      {
        skill: 'reframing-common-ground',
        line: `${named(names)}, this matters to you. Where does it touch ${names.length > 1 ? 'your own lives' : 'your own life'}?`,
      },
    ];
  },
};
