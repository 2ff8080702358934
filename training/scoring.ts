/** How well acts are told from votes, and where each stops, on sentences that the votes were not learnt from. */
import { ACTS, type ActName, canDo } from '../server/src/talk/model.ts';
import type { Example } from './sentences.ts';

/**
 * Acts nominate and patterns decide, so a threshold weighs a miss and a false alarm alike; but where two in three would
 * be false alarms, an act is rather missed.
 */
const LEAST_PRECISION = 1 / 3;

/** How an act is told from votes, and how well it was on unheard authors. */
export interface Scored {
  readonly act: ActName;
  readonly threshold: number;
  readonly slope: number;
  readonly shift: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly positives: number;
}

/** For each act the threshold that serves best on sentences the model was not trained on. */
export function score(
  held: readonly { readonly example: Example; readonly votes: Float32Array }[],
): Scored[] {
  return ACTS.map((act, a) => {
    const pool = held
      .filter(({ example }) => canDo(act, example.byWorker))
      .map(({ example, votes }) => ({ vote: votes[a]!, yes: example.acts.has(act) }));
    pool.sort((x, y) => y.vote - x.vote);
    const positives = pool.filter(({ yes }) => yes).length;
    let hits = 0;
    let best = { threshold: 1, precision: 0, recall: 0, f1: 0, value: -1 };
    pool.forEach(({ vote, yes }, index) => {
      if (yes) hits++;
      if (pool[index + 1]?.vote === vote) return;
      const precision = hits / (index + 1);
      const recall = positives === 0 ? 0 : hits / positives;
      // Below the least precision the surest cut is the best that can be had.
      const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      const value = precision >= LEAST_PRECISION && hits >= 3 ? 1 + f1 : precision * Math.sqrt(f1);
      if (value > best.value)
        best = {
          threshold: (vote + (pool[index + 1]?.vote ?? vote - 1)) / 2,
          precision,
          recall,
          f1,
          value,
        };
    });
    return {
      act,
      ...calibrated(pool),
      threshold: Math.max(best.threshold, -2),
      precision: best.precision,
      recall: best.recall,
      f1: best.f1,
      positives,
    };
  });
}

/**
 * Slope and shift by which votes become chances (Platt 1999), by Newton's method, with his softened targets. A model is
 * surer of what it was trained on than of a new voice, so they are fitted on votes of models that had not heard it.
 */
function calibrated(pool: readonly { readonly vote: number; readonly yes: boolean }[]): {
  readonly slope: number;
  readonly shift: number;
} {
  const hits = pool.filter(({ yes }) => yes).length;
  const high = (hits + 1) / (hits + 2);
  const low = 1 / (pool.length - hits + 2);
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 30; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-3, 0, 1e-3];
    for (const { vote, yes } of pool) {
      const chance = 1 / (1 + Math.exp(-(slope * vote + shift)));
      const error = chance - (yes ? high : low);
      const bend = chance * (1 - chance);
      g0 += error * vote;
      g1 += error;
      h00 += bend * vote * vote;
      h01 += bend * vote;
      h11 += bend;
    }
    const area = h00 * h11 - h01 * h01;
    const step = [(h11 * g0 - h01 * g1) / area, (h00 * g1 - h01 * g0) / area] as const;
    slope -= Math.max(-1, Math.min(1, step[0]));
    shift -= Math.max(-1, Math.min(1, step[1]));
    if (Math.abs(step[0]) + Math.abs(step[1]) < 1e-6) break;
  }
  return { slope, shift };
}
