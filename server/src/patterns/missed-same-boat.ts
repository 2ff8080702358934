import { factAsked, opensMatter, staysWith } from '../group/answering.ts';
import { leansTo, troubleIn } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import { momentsIn } from '../group/moments.ts';
import { byMember, movesBetween, ownSpeech, sharedStems, turnsTo } from '../group/sequence.ts';
import type { Header } from '../recording/model.ts';
import { type Family, familiesOf, PAINFUL, SHARED } from '../talk/families.ts';
import { tokensOf } from '../talk/words.ts';
import { CUT, raisedAt } from './judging.ts';
import { recalled, sentence, whoElse, youSaid } from './lines.ts';
import type { Pattern } from './model.ts';
import { type Perhaps, reason, type Weighed, weigh } from './weighing.ts';

const OWN = /\b(?:i|i'm|i've|i'd|me|my|mine|we|our|us|he|she|him|her)\b/i;

/** "I'm afraid I have not made a list" fears nothing. */
const POLITE = /\bi'm afraid(?= (?:i|that|it|not|so|we|the|there|you)\b|[.,;])/i;

/** Says in so many words that it is the same: then the two are joined already. */
const SAME =
  /\b(?:me too|me as well|same (?:here|with me|for me|thing|as (?:you|mine|me))|the same|so (?:do|did|am|was|have) i|neither (?:do|did|am|have|can) i|us too|snap|ditto|i'm the same|i thought (?:i was|it was) (?:the only|just me|only me)|i(?:'ve| have) been there|that's me|i do that|not (?:just|only) (?:me|you)|i know (?:that|exactly))\b/i;

function saysSame(move: Move): boolean {
  return SAME.test(ownSpeech(move));
}

/** Tells something of one's own life that is not easy. */
function tells(move: Move): boolean {
  return byMember(move) && move.talk.wordCount >= 5 && OWN.test(ownSpeech(move)) && troubleIn(move) >= TELLS;
}
/** A telling may be nearly neutral in its words: "I sat in my car at the gates." */
const TELLS = -0.3;

/** Whether anyone joins the two between `from` and `to`: the worker by a link or an opening, a member by taking one up. */
function joined(group: Group, first: Move, second: Move, to: number): boolean {
  if (turnsTo(second, first.name) || saysSame(second)) return true;
  return movesBetween(group, first.index + 1, to).some((move) => {
    if (move === second) return false;
    if (move.byWorker) {
      if (turnsTo(move, first.name) && turnsTo(move, second.name)) return true;
      return (
        move.index > second.index &&
        opensMatter(group, move, first.index) &&
        stillTheirs(group, first, second, move.index)
      );
    }
    const other = move.name === first.name ? second.name : move.name === second.name ? first.name : undefined;
    if (move.index > second.index && saysSame(move)) return true;
    return other !== undefined && turnsTo(move, other);
  });
}

/** Whether nobody but the two has brought anything since: an invitation after that would be to another matter. */
function stillTheirs(group: Group, first: Move, second: Move, at: number): boolean {
  return movesBetween(group, second.index + 1, at - 1).every(
    (move) =>
      move.byWorker || move.name === first.name || move.name === second.name || move.talk.wordCount <= 4,
  );
}

/** Whether the first teller, too, was asked for a fact. */
function answeredWithFact(group: Group, first: Move, second: Move): boolean {
  return movesBetween(group, first.index + 1, Math.min(first.index + 2, second.index - 1)).some(
    (one) => factAsked(one) !== undefined,
  );
}

const TOPICS = new WeakMap<Header, ReadonlySet<Family>>();

/** What the group is for: a situation that everyone shares because it brought them here is no discovery. */
function topicOf({ recording: { header } }: Group): ReadonlySet<Family> {
  const known = TOPICS.get(header);
  if (known !== undefined) return known;
  const topic = familiesOf(tokensOf(header.purpose ?? '').map(({ text }) => text));
  TOPICS.set(header, topic);
  return topic;
}

/** How like two tellings are, as reasons: kinds of moment, families of feeling and situation, words, nearness. */
function alike(first: Move, second: Move, topic: ReadonlySet<Family>): Perhaps[] {
  const families = [...first.talk.families].filter(
    (family) =>
      SHARED.has(family as Family) &&
      second.talk.families.has(family) &&
      (PAINFUL.includes(family as Family) || !topic.has(family as Family)) &&
      !(family === 'fear' && [first, second].some((one) => POLITE.test(ownSpeech(one)))),
  );
  const moments = momentsIn(first).filter((kind) => momentsIn(second).includes(kind));
  const stems = sharedStems(first, second).length;
  // A word for a situation is a thin thread: it holds where more of what they say is the same.
  const thin =
    moments.length === 0 && stems === 0 && !families.some((one) => PAINFUL.includes(one as Family));
  const apart = second.index - first.index;
  return [
    reason('the same feeling or situation is named', 1.3, families.length > 0 && !thin),
    // That both are troubled, and answered alike, is a faint likeness; what is the same in it stands between the lines.
    reason('nothing is named that they have in common', -1.2, families.length === 0 && moments.length === 0),
    reason('the same kind of moment is told', 1.6, moments.length > 0),
    reason('they share words', 0.5, Math.min(2, stems)),
    reason(
      'both tell of trouble',
      0.8,
      Math.min(1, Math.max(-0.5, Math.min(troubleIn(first), troubleIn(second)) / 1.5)),
    ),
    reason('they stand close together', 0.6, apart <= 5),
    reason('they stand far apart', -0.6, apart > 9),
  ];
}

/** What it counts where no two moves are found that are alike by what is known of them. */
export const NOT_ALIKE = -3;

/** Two who tell of something alike, and what of itself speaks for and against their being left apart. */
export function apartBefore(
  group: Group,
  at: number,
  apart: number,
  linkWithin: number,
): { readonly first: Move; readonly second: Move; readonly own: Weighed } | undefined {
  const move = group.moves[at]!;
  const last = group.moves[at - 1];
  const second = last?.talk.backchannel ? group.moves[at - 2] : last;
  if (second === undefined || !tells(second) || opensMatter(group, move, second.index)) return undefined;
  const before = movesBetween(group, second.index - apart, second.index - 1);
  // Once is enough: who told of it before, in this hearing, says nothing new.
  const told = before.filter((one) => one.name === second.name && tells(one));
  const isNew = momentsIn(second).some((kind) => told.every((one) => !momentsIn(one).includes(kind)));
  if (told.length > 0 && !isNew) return undefined;
  const others = before.filter((one) => one.name !== second.name && tells(one) && !one.gates.has('go-round'));
  const earlier = new Set(others.map(({ name }) => name)).size;
  const topic = topicOf(group);
  let best: { first: Move; sum: number; reasons: Perhaps[] } | undefined;
  for (const first of others) {
    const answeredAlone = movesBetween(group, first.index + 1, second.index - 1).some((one) => one.byWorker);
    if (!answeredAlone) continue;
    const reasons = alike(first, second, topic);
    const sum = reasons.reduce((total, each) => total + (each?.weight ?? 0), 0);
    if (best === undefined || sum >= best.sum) best = { first, sum, reasons };
  }
  if (best === undefined) return undefined;
  const { first } = best;
  const fact = factAsked(move) !== undefined;
  const own = weigh(
    ...best.reasons,
    reason('she asks the second for a fact beside it', 1, fact),
    reason('so she did with the first', 0.5, fact && answeredWithFact(group, first, second)),
    reason('she has no question for the second', -0.5, !fact),
    reason(
      'she leaves it, or has something for the second alone',
      0.6,
      leansTo(move, 'shift', 'procedure', 'agenda', 'reassurance', 'advice', 'praise'),
    ),
    reason('she stays with the second', -0.8, Math.min(1, staysWith(move, second) / 1.6)),
    reason('others had told of theirs before', -0.3, Math.min(2, Math.max(0, earlier - 1))),
    reason('they are joined', -4, joined(group, first, second, at + linkWithin)),
  );
  return { first, second, own };
}

export const pattern: Pattern = {
  id: 'missed-same-boat',
  name: 'Commonality left unspoken',
  family: 'MISS',
  core: true,
  severity: 'information',
  dynamics: ['SB'],
  skills: ['reaching-for-feeling-link', 'reframing-common-ground', 'connecting'],
  question: 'What would hearing each other have opened for the two of them?',
  page: {
    looksLike:
      'Two members, some turns apart, tell of the same feeling or the same kind of moment. The worker answers each alone, and nobody says that they have it in common.',
    matters:
      'Finding out that one is not the only one is among the first things a group can give. It seldom happens by itself while everyone is looking at the worker.',
    fine: 'A member makes the link. The worker makes it within a few turns. The likeness is only on the surface. Linking them would expose somebody.',
  },
  sources: ['S', '14'],
  silentIn: ['go-round', 'cool-down'],
  thresholds: {
    apart: {
      default: 15,
      why: 'Turns between the two; further apart, the first is out of most people’s ear.',
    },
    linkWithin: { default: 5, why: 'A link made this soon after is in good time.' },
    evidence: {
      default: 0.1,
      why: CUT,
    },
  },
  yieldsTo: ['curriculum-over-live-material'],
  reach: { before: 34, after: 8 },
  of: 'worker',
  // Whether she mends it is among the signs.
  repairable: false,
  see: (group, at, threshold) => {
    const two = apartBefore(group, at, threshold('apart'), threshold('linkWithin'));
    const raised = raisedAt('missed-same-boat', group, at, threshold('evidence'), two?.own.sum ?? NOT_ALIKE);
    if (raised === undefined) return [];
    const { scene, weighed } = raised;
    const { first, second } = two ?? { first: scene.other, second: scene.near };
    if (first === undefined) return [];
    return [
      {
        at,
        to: at,
        evidence: [
          { at: first.index, shows: `${first.name} tells of it` },
          { at: second.index, shows: `${second.name} tells of something close to it` },
        ],
        message: `${first.name} (turn ${first.index + 1}) and ${second.name} (turn ${second.index + 1}) tell of something close to each other, and each is answered alone. “I am not the only one” may have had room here. What would hearing each other have opened for them?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const first = group.moves[evidence[0]!.at]!;
    const second = group.moves[evidence[1]!.at]!;
    const words = youSaid(second, { near: first });
    const earlier = recalled(first, { near: second });
    return [
      {
        skill: 'reaching-for-feeling-link',
        line:
          words && earlier
            ? `${earlier} And ${second.name}, ${words}. Do you two hear each other?`
            : `${first.name}, ${second.name}, you two have told us things that lie close together. Do you hear it?`,
      },
      {
        skill: 'reframing-common-ground',
        line: `I heard something like that from ${first.name}, and now from ${second.name}. ${sentence(whoElse(second, { near: first }))}`,
      },
      {
        skill: 'connecting',
        line: `${second.name}, would you tell ${first.name} about that? And ${first.name}, what’s the same, and what’s different?`,
      },
    ];
  },
};
