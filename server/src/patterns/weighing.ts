/**
 * A finding rests on reasons for it and against it, not on one word. Each reason has a name that a reader understands and
 * a weight in the manner of log odds: 1 makes a thing about three times as likely, 2 seven times, and what speaks against
 * is negative. Weights are ours: set by what the sequence shows of conversations in general, checked on the development
 * recordings, and rounded, because they are no more exact than that.
 */

/** Something that speaks for a finding (above 0) or against it (below). */
export interface Reason {
  readonly name: string;
  readonly weight: number;
}

/** A reason that may not hold: nothing, where it does not. */
export type Perhaps = Reason | undefined;

/** A reason, where `holds`; a number between 0 and 1 says how far it does. */
export function reason(name: string, weight: number, holds: boolean | number): Perhaps {
  const share = Number(holds);
  return share === 0 ? undefined : { name, weight: weight * share };
}

/** The sum of what holds, and the reasons that hold, weightiest first. */
export interface Weighed {
  readonly sum: number;
  readonly reasons: readonly Reason[];
}

export function weigh(...perhaps: readonly Perhaps[]): Weighed {
  const reasons = perhaps
    .filter((one) => one !== undefined)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { sum: reasons.reduce((sum, { weight }) => sum + weight, 0), reasons };
}
