/** The circle: names clear of lines, lines clear of one another, and nobody moved while people speak. */
import { describe, expect, test } from 'vitest';
import { bendPast, circleOf, lineOf, type Point, thicknessOf } from '../../client/webview/circle.ts';

const SIZES = [1, 2, 3, 7, 8, 12, 25];
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

describe.each(SIZES)('a circle of %i', (people) => {
  const { seats, centre, radius, width, height } = circleOf(people);

  test('begins nearest to the reader and goes round clockwise, no seat over another', () => {
    expect(seats).toHaveLength(people);
    expect(seats[0]!.x).toBeCloseTo(centre.x);
    expect(seats[0]!.y).toBeGreaterThan(centre.y);
    if (people > 2) expect(seats[1]!.x).toBeLessThan(centre.x);
    for (const [index, seat] of seats.entries())
      for (const other of seats.slice(index + 1))
        expect(distance(seat, other)).toBeGreaterThan(2 * radius + 10);
  });

  test('has names above in the upper half and below in the lower, outside of the circle, within the picture', () => {
    for (const { x, y, label } of seats) {
      if (y < centre.y - 1) expect(label.y).toBeLessThan(y - radius);
      if (y > centre.y + 1) expect(label.y).toBeGreaterThan(y + radius);
      if (label.anchor === 'start') expect(x).toBeGreaterThan(centre.x);
      if (label.anchor === 'end') expect(x).toBeLessThan(centre.x);
      expect(Math.min(x - radius, width - x - radius)).toBeGreaterThanOrEqual(0);
      expect(Math.min(label.y - 12, height - label.y - 4)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('a line', () => {
  const [here, there] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  const numbers = (d: string): number[] => d.match(/-?[\d.]+/g)!.map(Number);

  test('ends at the rim of what it leads to, with its head towards it', () => {
    const { head, d } = lineOf(here, there, [20, 20], 0.1, 2);
    expect(distance(head[0], there)).toBeCloseTo(20);
    expect(distance(head[1], there)).toBeGreaterThan(20);
    expect(distance({ x: numbers(d)[0]!, y: numbers(d)[1]! }, here)).toBeCloseTo(20, 0);
  });

  test('bends to the other side on its way back', () => {
    const middle = (from: Point, to: Point): number => numbers(lineOf(from, to, [20, 20], 0.1, 2).d)[3]!;
    expect(middle(here, there)).toBeGreaterThan(0);
    expect(middle(there, here)).toBeLessThan(0);
  });

  test('goes round what stands in its way, and only then', () => {
    const centre = { x: 50, y: 0 };
    expect(bendPast(here, there, centre, 15, 0.1) * 50).toBeGreaterThanOrEqual(15);
    expect(bendPast(here, there, { x: 50, y: 40 }, 15, 0.1)).toBe(0.1);
    expect(bendPast(here, there, centre, 0, 0.1)).toBe(0.1);
  });

  test('is thicker for more turns, keeps its measure in a usual recording, and is never a beam', () => {
    const widths = [1, 2, 5, 10, 16].map((turns) => thicknessOf(turns, 4));
    expect([...widths].sort((a, b) => a - b)).toEqual(widths);
    expect(thicknessOf(3, 4)).toBe(thicknessOf(3, 12));
    expect(thicknessOf(400, 400)).toBeLessThan(8);
    expect(thicknessOf(1, 400)).toBeGreaterThan(0.8);
  });
});
