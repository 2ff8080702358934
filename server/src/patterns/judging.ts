/**
 * How sure it is that a field instructor would raise something at a worker's move. What is done in words has more forms
 * than any list: so the signs of the move and its scene are weighed together, half in a straight line and half in steps,
 * with weights learnt from marked recordings (`npm run train:judging`). Who speaks to whom, after what, and how it is
 * taken are signs among them, each with its name, and how far the words lean to it is one more; a pattern says what has
 * to be there at all, and what it then means.
 */
import type { Group, Move } from '../group/model.ts';
import { type Scene, sceneOf } from '../group/scene.ts';
import { type Signs, signsOf } from '../group/signs.ts';
import { leaning, MATTERS, type Matter } from '../talk/leanings.ts';
import { type ActName, type HeardSentence, heardIn } from '../talk/model.ts';
import { judges } from './judges.ts';
import type { Sighting } from './model.ts';
import type { Weighed } from './weighing.ts';

/**
 * What is known of a move beside its signs, and counts behind them: what the pattern itself has found, and how far the
 * words lean to the matter.
 */
export const FURTHER = ['the form in which it is done', 'the words that are used'] as const;

/** How one sign adds in steps: `adds[i]` where it lies above `cuts[i - 1]` and not above `cuts[i]`. */
export interface Steps {
  readonly sign: number;
  readonly cuts: readonly number[];
  readonly adds: readonly number[];
}

/** How one matter is weighed: in a straight line by each sign, and in steps by those that have some. */
export interface Judge {
  readonly bias: number;
  readonly weights: readonly number[];
  readonly steps: readonly Steps[];
}

/** All judges, and for each sign what it is in an ordinary move, so that a share tells what is out of the ordinary. */
export interface Judges {
  /** A mark of the tagger and the leanings that they were learnt with: see `training/heard-with.ts`. */
  readonly heardWith: string;
  readonly means: readonly number[];
  readonly matters: Readonly<Record<Matter, Judge>>;
}

/** What a pattern has found by itself counts no further than this either way. */
const OWN_MOST = 6;

/** Why the cut stands where it does, for every judged pattern. */
export const CUT =
  'Log odds that it would be raised (see `judging.ts`): 0 is as likely as not. Set where some four in five were right on hands that had taught it nothing; a higher number says less, and more surely.';

/** So many reasons are told at most, and none that weighs less. */
const TOLD = 4;
const TELLING = 0.15;

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

/** What is known further, in the order of `FURTHER`. */
export function furtherOf(own: number, leaning: number): readonly [number, number] {
  return [Math.max(-OWN_MOST, Math.min(OWN_MOST, own)), leaning];
}

/** What a sign adds by its steps. */
function stepAt({ cuts, adds }: Steps, value: number): number {
  let piece = 0;
  while (piece < cuts.length && value > cuts[piece]!) piece++;
  return adds[piece]!;
}

/**
 * Weighs a worker's move for a pattern. The sum is in log odds: 0 is as likely as not, 1 three times as likely.
 * @param own what a pattern has found by itself, in the manner of `weighing.ts`
 */
export function judged(id: Matter, group: Group, move: Move, scene: Scene, own = 0): Weighed {
  const { bias, weights, steps } = judges.matters[id];
  const { names, values } = signsAt(group, move, scene);
  const further = furtherOf(own, leaning(move.talk.leanings, scene.near.talk.leanings, MATTERS.indexOf(id)));
  const known = (sign: number): number =>
    sign < values.length ? values[sign]! : further[sign - values.length]!;
  let sum = bias;
  for (let sign = 0; sign < weights.length; sign++) sum += known(sign) * weights[sign]!;
  for (const one of steps) sum += stepAt(one, known(one.sign));
  return {
    sum,
    // Asked for only where something is found: what is there, more than in an ordinary move, and speaks for it.
    get reasons() {
      return [...names, ...FURTHER]
        .map((name, sign) => ({ name, sign, above: known(sign) - judges.means[sign]! }))
        .filter(({ above }) => above > 0)
        .map(({ name, sign, above }) => {
          const stepped = steps.find((one) => one.sign === sign);
          return {
            name,
            weight: above * weights[sign]! + (stepped ? stepAt(stepped, known(sign)) : 0),
          };
        })
        .filter(({ weight }) => weight >= TELLING)
        .sort((a, b) => b.weight - a.weight)
        .slice(0, TOLD);
    },
  };
}

/**
 * A worker's move that would be raised, with what it follows; undefined where it would not, or nobody spoke before it.
 * @param own see `judged`
 */
export function raisedAt(
  id: Matter,
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
