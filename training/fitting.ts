/** Logistic regression by Newton's method, with a pull towards nought that keeps weights small where little is known. */

/** Signs of one example, evened out, and 1 where it is so. */
export interface Row {
  readonly x: Float64Array;
  readonly y: number;
  /** It counts as so many. */
  readonly weight: number;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** Chosen on hands left out: half or twice as much is a little worse. */
const PULL = 15;
const ROUNDS = 25;
const SMALL = 1e-4;

/** Log odds that it is so. */
export function oddsOf({ bias, weights }: Fitted, x: Float64Array): number {
  let sum = bias;
  for (let i = 0; i < x.length; i++) sum += weights[i]! * x[i]!;
  return sum;
}

/** Weights that make the rows likeliest, less the pull. */
export function fitted(rows: readonly Row[]): Fitted {
  const size = (rows[0]?.x.length ?? 0) + 1;
  const w = new Float64Array(size);
  const last = size - 1;
  const share =
    (rows.reduce((sum, { y, weight }) => sum + weight * y, 0) + 0.5) /
    (rows.reduce((sum, { weight }) => sum + weight, 0) + 1);
  w[last] = Math.log(share / (1 - share));
  const slope = new Float64Array(size);
  const bend = new Float64Array(size * size);
  const cost = (at: Float64Array): number => {
    let sum = 0;
    for (const { x, y, weight } of rows) {
      const odds = linear(at, x);
      sum +=
        weight * ((odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds))) - y * odds);
    }
    for (let i = 0; i < last; i++) sum += 0.5 * PULL * at[i]! ** 2;
    return sum;
  };
  let now = cost(w);
  for (let round = 0; round < ROUNDS; round++) {
    slope.fill(0);
    bend.fill(0);
    for (const { x, y, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-linear(w, x)));
      const [error, curve] = [weight * (chance - y), weight * chance * (1 - chance)];
      for (let i = 0; i < size; i++) {
        const xi = i === last ? 1 : x[i]!;
        slope[i] = slope[i]! + error * xi;
        const part = curve * xi;
        if (part === 0) continue;
        const row = i * size;
        for (let j = 0; j <= i; j++) bend[row + j] = bend[row + j]! + part * (j === last ? 1 : x[j]!);
      }
    }
    for (let i = 0; i < size; i++) {
      const pull = i === last ? 1e-3 : PULL;
      slope[i] = slope[i]! + (i === last ? 0 : pull * w[i]!);
      bend[i * size + i] = bend[i * size + i]! + pull;
    }
    const step = solved(bend, slope, size);
    let length = 1;
    let next = moved(w, step, length);
    let then = cost(next);
    while (then > now && length > SMALL) {
      length /= 2;
      next = moved(w, step, length);
      then = cost(next);
    }
    w.set(next);
    if (now - then < SMALL) break;
    now = then;
  }
  return { bias: w[last]!, weights: w.slice(0, last) };
}

function linear(w: Float64Array, x: Float64Array): number {
  let sum = w[x.length]!;
  for (let i = 0; i < x.length; i++) sum += w[i]! * x[i]!;
  return sum;
}

function moved(w: Float64Array, step: Float64Array, length: number): Float64Array {
  return w.map((weight, i) => weight - length * step[i]!);
}

/** Solves a symmetric positive system by Cholesky; of the matrix only the lower half is read. It is written over. */
function solved(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      matrix[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[j * size + j]!;
    }
  }
  const out = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) out[i] = out[i]! - matrix[i * size + k]! * out[k]!;
    out[i] = out[i]! / matrix[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) out[i] = out[i]! - matrix[k * size + i]! * out[k]!;
    out[i] = out[i]! / matrix[i * size + i]!;
  }
  return out;
}
