import { expect, test } from 'vitest';
import { reason, weigh } from '../../server/src/patterns/weighing.ts';

test('reasons add up, the weightiest first, and what does not hold is left out', () => {
  const { sum, reasons } = weigh(
    reason('asked first', -3, false),
    reason('a list', 0.5, true),
    reason('heard as advice', 2, 0.5),
    reason('a fact', -0.4, 1),
  );
  expect(sum).toBeCloseTo(1.1);
  expect(reasons.map(({ name }) => name)).toEqual(['heard as advice', 'a list', 'a fact']);
});
