/** The order of talk as a score. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heightOf, laidIn, scoreOf } from '../../client/webview/score.ts';

describe('systems', () => {
  test('hold every turn once, in order, within the width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 90, max: 2000 }), (turns, width) => {
        const { systems, cell } = scoreOf(turns, width);
        expect(
          systems.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
        ).toEqual(Array.from({ length: turns }, (_, i) => i + 1));
        expect(Math.max(...systems.map(({ from, to }) => (to - from + 1) * cell))).toBeLessThanOrEqual(
          width + 1,
        );
      }),
    );
  });

  test('are of nearly the same length', () => {
    const { systems } = scoreOf(101, 100 * 8);
    expect(systems).toEqual([
      { from: 1, to: 51 },
      { from: 52, to: 101 },
    ]);
  });

  test('are none where nobody speaks', () => {
    expect(scoreOf(0, 500).systems).toEqual([]);
  });
});

test('stretches that overlap go below one another, cut to the system', () => {
  const system = { from: 11, to: 30 };
  const laid = laidIn(system, [
    { from: 1, to: 15 },
    { from: 14, to: 40 },
    { from: 16, to: 20 },
    { from: 31, to: 35 },
  ]);
  expect(laid.map(({ row, from, to }) => [row, from, to])).toEqual([
    [0, 11, 15],
    [1, 14, 30],
    [0, 16, 20],
  ]);
});

test('a word is seen, and a speech does not tower', () => {
  expect(heightOf(0)).toBeGreaterThan(0.2);
  expect(heightOf(20)).toBeGreaterThan(heightOf(3));
  expect(heightOf(2000)).toBe(1);
});
