/**
 * Steps by which a sign adds to the odds: each round takes the one cut through one sign that tells most of what is left to
 * tell (boosted stumps: Friedman 2001). Where a straight line says "the more the surer", steps say from where on.
 */
import type { Row } from './fitting.ts';

/** Above the cut a sign adds so much, at or below it so much. */
export interface Step {
  readonly sign: number;
  readonly cut: number;
  readonly below: number;
  readonly above: number;
}

export interface Stepped {
  readonly bias: number;
  readonly steps: readonly Step[];
}

const ROUNDS = 300;
const RATE = 0.05;
/** As many places at most where a sign may be cut. */
const CUTS = 40;
/** No step rests on fewer rows, by their weight. */
const LEAST = 20;
/** Pull towards nought. */
const PULL = 5;

interface Cutting {
  readonly cuts: readonly number[];
  /** For each row in which piece between the cuts it lies. */
  readonly pieces: Uint8Array;
}

function cutting(rows: readonly Row[], sign: number): Cutting {
  const sorted = Float64Array.from(rows, ({ x }) => x[sign]!).sort();
  const cuts: number[] = [];
  for (let i = 1; i < CUTS; i++) {
    const at = Math.floor((i * sorted.length) / CUTS);
    const cut = (sorted[at - 1]! + sorted[at]!) / 2;
    if (sorted[at - 1]! < sorted[at]! && cut !== cuts.at(-1)) cuts.push(cut);
  }
  // What most rows have alike is cut off from the rest, however few that is.
  for (const edge of [
    sorted.findIndex((value) => value > sorted[0]!),
    sorted.findLastIndex((value) => value < sorted.at(-1)!) + 1,
  ])
    if (edge > 0 && edge < sorted.length) cuts.push((sorted[edge - 1]! + sorted[edge]!) / 2);
  const all = [...new Set(cuts)].sort((a, b) => a - b);
  return { cuts: all, pieces: Uint8Array.from(rows, ({ x }) => all.filter((cut) => x[sign]! > cut).length) };
}

/** Log odds that it is so. */
export function steppedOdds({ bias, steps }: Stepped, x: Float64Array): number {
  let sum = bias;
  for (const { sign, cut, below, above } of steps) sum += x[sign]! > cut ? above : below;
  return sum;
}

/** Steps that make the rows likelier, round by round. The same rows give the same steps. */
export function stepped(rows: readonly Row[]): Stepped {
  const signs = Array.from({ length: rows[0]!.x.length }, (_, sign) => cutting(rows, sign));
  const yes = rows.reduce((sum, { y, weight }) => sum + y * weight, 0);
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  const bias = Math.log((yes + 0.5) / (all - yes + 0.5));
  const odds = new Float64Array(rows.length).fill(bias);
  const slopes = new Float64Array(rows.length);
  const bends = new Float64Array(rows.length);
  const steps: Step[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let [allSlope, allBend] = [0, 0];
    rows.forEach(({ y, weight }, i) => {
      const chance = 1 / (1 + Math.exp(-odds[i]!));
      slopes[i] = weight * (y - chance);
      bends[i] = weight * chance * (1 - chance);
      allSlope += slopes[i]!;
      allBend += bends[i]!;
    });
    const whole = allSlope ** 2 / (allBend + PULL);
    let best: { gain: number; sign: number; piece: number; below: number; above: number } | undefined;
    signs.forEach(({ cuts, pieces }, sign) => {
      const [slope, bend, weight] = [0, 1, 2].map(() => new Float64Array(cuts.length + 1)) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      for (let i = 0; i < pieces.length; i++) {
        const piece = pieces[i]!;
        slope[piece] = slope[piece]! + slopes[i]!;
        bend[piece] = bend[piece]! + bends[i]!;
        weight[piece] = weight[piece]! + rows[i]!.weight;
      }
      let [s, b, w] = [0, 0, 0];
      for (let piece = 0; piece < cuts.length; piece++) {
        s += slope[piece]!;
        b += bend[piece]!;
        w += weight[piece]!;
        if (w < LEAST || all - w < LEAST) continue;
        const gain = s ** 2 / (b + PULL) + (allSlope - s) ** 2 / (allBend - b + PULL) - whole;
        if (best === undefined || gain > best.gain)
          best = { gain, sign, piece, below: s / (b + PULL), above: (allSlope - s) / (allBend - b + PULL) };
      }
    });
    if (best === undefined || best.gain <= 0) break;
    const { sign, piece } = best;
    const { cuts, pieces } = signs[sign]!;
    const step = { sign, cut: cuts[piece]!, below: RATE * best.below, above: RATE * best.above };
    steps.push(step);
    for (let i = 0; i < rows.length; i++) odds[i] = odds[i]! + (pieces[i]! > piece ? step.above : step.below);
  }
  return { bias, steps };
}
