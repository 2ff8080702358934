/**
 * Votes of features for and against outputs, as they are stored and as they are counted. A feature is a hash; an output is
 * a number: an act, or whatever else was learnt. No dependency, the same in Node and in a browser.
 */

/** Votes as they are learnt: hashes of features in ascending order, and for each its run of (output, vote) bytes. */
export interface Votes {
  readonly hashes: Uint32Array;
  /** Where each feature's run begins in `votes`; one longer than `hashes`. */
  readonly runs: Uint32Array;
  /** Pairs of bytes: the output, and its vote as a signed step. */
  readonly votes: Int8Array;
  /** What one step of a vote is worth. */
  readonly step: number;
}

/**
 * The stored form: base64 of one run of bits. A feature is how far its hash lies above the one before, how many outputs it
 * votes on, and for each how far that output lies above the one before, which of the sizes the vote has, and its sign.
 * All but the sign are Golomb–Rice codes (Golomb 1966): short distances, and the sizes that come most, cost few bits. A
 * sentence adds up dozens of votes, so that what rounding takes from one it gives to another.
 */
export interface StoredVotes {
  readonly step: number;
  /** The sizes of votes, in steps, those first that come most. */
  readonly sizes: readonly number[];
  readonly features: number;
  readonly data: string;
}

/** Counts the votes of a run of features; one that comes twice counts once. */
export interface Voter {
  /** What one step is worth. */
  readonly step: number;
  /** Whole steps for each of `outputs`, by the output's number; 0 for outputs not asked for. Features come in runs. */
  readonly count: (runs: readonly (readonly number[])[], outputs: readonly number[]) => Int32Array;
}

/** Votes on some of the outputs alone. */
interface Ballot {
  readonly runs: Uint32Array;
  readonly votes: Int8Array;
}

function ballotOf({ runs, votes }: Votes, outputs: readonly number[]): Ballot {
  const asked = new Set(outputs);
  const kept = new Int8Array(votes.length);
  let end = 0;
  const ends = new Uint32Array(runs.length);
  for (let row = 0; row + 1 < runs.length; row++) {
    for (let at = runs[row]! * 2; at < runs[row + 1]! * 2; at += 2)
      if (asked.has(votes[at]!)) {
        kept[end++] = votes[at]!;
        kept[end++] = votes[at + 1]!;
      }
    ends[row + 1] = end;
  }
  return { runs: ends, votes: kept.slice(0, end) };
}

/** Makes a table of the features: open addressing, at most half full, so that a feature costs one look. */
export function voterOf(stored: StoredVotes, outputs: number): Voter {
  const model = unpack(stored);
  const { hashes } = model;
  /** Row number plus one; 0 is an empty slot. */
  const slots = new Uint16Array(2 ** Math.ceil(Math.log2(hashes.length * 2 + 1)));
  hashes.forEach((hash, row) => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = row + 1;
  });
  const ballots = new Map<readonly number[], Ballot>();
  /** The count in which a row was last counted. */
  const counted = new Uint32Array(hashes.length);
  let counting = 0;
  return {
    step: model.step,
    count: (lists, asked) => {
      const ballot = ballots.get(asked) ?? ballotOf(model, asked);
      ballots.set(asked, ballot);
      const { runs, votes } = ballot;
      counting = (counting + 1) >>> 0 || 1;
      const steps = new Int32Array(outputs);
      for (const features of lists)
        for (const feature of features) {
          let slot = feature & (slots.length - 1);
          while (slots[slot] !== 0 && hashes[slots[slot]! - 1] !== feature)
            slot = (slot + 1) & (slots.length - 1);
          const row = slots[slot]! - 1;
          if (row < 0 || counted[row] === counting) continue;
          counted[row] = counting;
          const end = runs[row + 1]!;
          for (let at = runs[row]!; at < end; at += 2) {
            const output = votes[at]!;
            steps[output] = steps[output]! + votes[at + 1]!;
          }
        }
      return steps;
    },
  };
}

/** Sizes that a stored vote may have, at most. */
const SIZES = 16;
/** Bits of each part that are written as they are; what lies above them is counted out in ones. */
const LOW = { hash: 9, votes: 3, output: 1, size: 1 } as const;

interface Bits {
  /** The next `width` bits as a number, the lowest first. */
  readonly plain: (width: number) => number;
  /** The next Golomb–Rice code with `low` plain bits. */
  readonly rice: (low: number) => number;
}

function bitsOf(bytes: Uint8Array): Bits {
  let at = 0;
  const plain = (width: number): number => {
    let value = 0;
    for (let got = 0; got < width; ) {
      const taken = Math.min(8 - (at & 7), width - got);
      value |= ((bytes[at >> 3]! >> (at & 7)) & ((1 << taken) - 1)) << got;
      got += taken;
      at += taken;
    }
    return value;
  };
  const rice = (low: number): number => {
    let above = 0;
    for (; (bytes[at >> 3]! >> (at & 7)) & 1; at++) above++;
    at++;
    return (above << low) | plain(low);
  };
  return { plain, rice };
}

function unpack(stored: StoredVotes): Votes {
  const text = atob(stored.data);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  const { plain, rice } = bitsOf(bytes);
  const { features, sizes } = stored;
  const hashes = new Uint32Array(features);
  const runs = new Uint32Array(features + 1);
  const votes: number[] = [];
  let hash = 0;
  for (let row = 0; row < features; row++) {
    hash += rice(LOW.hash);
    hashes[row] = hash;
    let output = -1;
    for (let left = rice(LOW.votes); left > 0; left--) {
      output += rice(LOW.output) + 1;
      const size = sizes[rice(LOW.size)]!;
      votes.push(output, plain(1) === 1 ? -size : size);
    }
    runs[row + 1] = votes.length / 2;
  }
  return {
    hashes,
    runs,
    votes: Int8Array.from(votes),
    step: stored.step,
  };
}

/** Packs votes that were learnt. They take the nearest size of a few that rise by one ratio. */
export function pack(model: Votes): StoredVotes {
  const all = model.votes.filter((_, at) => at % 2 === 1).map(Math.abs);
  const [least, most] = all.reduce(
    ([low, high], vote) => [Math.min(low, vote), Math.max(high, vote)],
    [127, 1],
  );
  const ladder = Array.from({ length: SIZES }, (_, i) =>
    Math.round(least! * (most! / least!) ** (i / (SIZES - 1))),
  );
  const nearest = all.map((vote) =>
    ladder.reduce((best, size) => (Math.abs(size - vote) < Math.abs(best - vote) ? size : best)),
  );
  const often = new Map<number, number>();
  for (const size of nearest) often.set(size, (often.get(size) ?? 0) + 1);
  const sizes = [...often.keys()].sort((a, b) => often.get(b)! - often.get(a)!);
  const bytes: number[] = [];
  let at = 0;
  const plain = (value: number, width: number): void => {
    for (let i = 0; i < width; i++, at++) {
      if ((at & 7) === 0) bytes.push(0);
      bytes[at >> 3] = bytes[at >> 3]! | (((value >> i) & 1) << (at & 7));
    }
  };
  const rice = (value: number, low: number): void => {
    for (let above = value >> low; above > 0; above--) plain(1, 1);
    plain(0, 1);
    plain(value, low);
  };
  model.hashes.forEach((hash, row) => {
    rice(hash - (row === 0 ? 0 : model.hashes[row - 1]!), LOW.hash);
    const [from, to] = [model.runs[row]!, model.runs[row + 1]!];
    rice(to - from, LOW.votes);
    let before = -1;
    for (let i = from; i < to; i++) {
      const [output, vote] = [model.votes[i * 2]!, model.votes[i * 2 + 1]!];
      rice(output - before - 1, LOW.output);
      before = output;
      rice(sizes.indexOf(nearest[i]!), LOW.size);
      plain(vote < 0 ? 1 : 0, 1);
    }
  });
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.slice(i, i + 4096));
  return {
    step: model.step,
    sizes,
    features: model.hashes.length,
    data: btoa(text),
  };
}
