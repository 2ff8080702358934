/**
 * How sure it is that a field instructor would raise something at a worker's move. What is done in words has more forms
 * than any list: so the signs of the move and its scene are weighed together, with weights learnt from marked
 * recordings (`npm run train:judging`). Who speaks to whom, after what, and how it is taken are signs
 * among them, each with its name; a pattern says what has to be there at all, and what it then means.
 */
import type { Group, Move } from '../group/model.ts';
import { type Scene, sceneOf } from '../group/scene.ts';
import { type Signs, signsOf } from '../group/signs.ts';
import { type ActName, type HeardSentence, heardIn } from '../talk/model.ts';
import { judges } from './judges.ts';
import type { Sighting } from './model.ts';
import type { Weighed } from './weighing.ts';

/** Patterns whose findings are weighed so. */
export const JUDGED = [
  'premature-reassurance',
  'worker-advice',
  'worker-answers-first',
  'permission-granted-for-group',
  'missed-taboo-opening',
  'missed-difference',
  'conflict-smoothed',
  'curriculum-over-live-material',
  'oppressive-remark-unaddressed',
  'worker-decides',
  'silence-filled',
  'missed-same-boat',
] as const;

export type JudgedId = (typeof JUDGED)[number];

/** Weights of one pattern, in the order of the signs; `own` weighs what the pattern itself has found. */
export interface Judge {
  readonly bias: number;
  readonly own: number;
  readonly weights: readonly number[];
}

/** All judges, and for each sign what it is in an ordinary move, so that a reason tells what is out of the ordinary. */
export interface Judges {
  readonly means: readonly number[];
  readonly patterns: Readonly<Record<JudgedId, Judge>>;
}

/** What a pattern has found by itself counts no further than this either way. */
const OWN_MOST = 6;

/** What a pattern has found by itself, as far as it counts. */
export function owned(own: number): number {
  return Math.max(-OWN_MOST, Math.min(OWN_MOST, own));
}

/** Why the cut stands where it does, for every judged pattern. */
export const CUT =
  'Log odds that it would be raised (see `judging.ts`): 0 is as likely as not. Set where some four in five were right on hands that had taught it nothing; a higher number says less, and more surely.';

/** So many reasons are told. */
const TOLD = 6;

/** The sentence of a move that most does one of these acts, as the words that show a finding. */
export function spanOf({ talk }: Move, ...acts: readonly ActName[]): Pick<Sighting, 'span'> {
  let most = 0;
  let best: HeardSentence | undefined;
  for (const sentence of talk.sentences)
    for (const act of acts) {
      const chance = heardIn(sentence, act);
      if (chance > most) [most, best] = [chance, sentence];
    }
  return best === undefined ? {} : { span: { start: best.start, end: best.end } };
}

const KNOWN = new WeakMap<Group, Map<number, Signs>>();

function signsAt(group: Group, move: Move, scene: Scene): Signs {
  const known = KNOWN.get(group) ?? new Map<number, Signs>();
  KNOWN.set(group, known);
  const signs = known.get(move.index) ?? signsOf(group, move, scene);
  known.set(move.index, signs);
  return signs;
}

/**
 * Weighs a worker's move for a pattern. The sum is in log odds: 0 is as likely as not, 1 three times as likely.
 * @param own what a pattern has found by itself, in the manner of `weighing.ts`
 */
export function judged(id: JudgedId, group: Group, move: Move, scene: Scene, own = 0): Weighed {
  const { means, patterns } = judges;
  const judge = patterns[id];
  const { names, values } = signsAt(group, move, scene);
  const share = (i: number): number => (values[i]! - means[i]!) * judge.weights[i]!;
  let sum = judge.bias + judge.own * owned(own);
  for (let i = 0; i < values.length; i++) sum += share(i);
  return {
    sum,
    // Asked for only where something is found.
    get reasons() {
      return names
        .map((name, i) => ({ name, weight: share(i) }))
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .slice(0, TOLD);
    },
  };
}

/**
 * A worker's move that would be raised, with what it follows; undefined where it would not, or nobody spoke before it.
 * @param own see `judged`
 */
export function raisedAt(
  id: JudgedId,
  group: Group,
  at: number,
  evidence: number,
  own = 0,
): { readonly scene: Scene; readonly weighed: Weighed } | undefined {
  const scene = sceneOf(group, at);
  if (scene === undefined) return undefined;
  const weighed = judged(id, group, group.moves[at]!, scene, own);
  return weighed.sum < evidence ? undefined : { scene, weighed };
}
