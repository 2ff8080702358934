import { describe, expect, it, vi } from 'vitest';

vi.mock('vscode', () => ({}));
const { nextStep } = await import('../../client/src/steps.ts');

describe('going from place to place', () => {
  const at = (line: number, character = 0) => ({ line, character });
  const places = [at(9), at(2, 4), at(5)].map((place) => ({ at: place, says: `line ${place.line}` }));

  it('finds the next after the caret, and the one before it', () => {
    expect(nextStep(places, at(2, 4), true)?.says).toBe('line 5');
    expect(nextStep(places, at(2, 3), true)?.says).toBe('line 2');
    expect(nextStep(places, at(5), false)?.says).toBe('line 2');
  });
  it('goes on with the first after the last, and the other way round', () => {
    expect(nextStep(places, at(9), true)?.says).toBe('line 2');
    expect(nextStep(places, at(0), false)?.says).toBe('line 9');
  });
  it('has nowhere to go where there is nothing', () => {
    expect(nextStep([], at(0), true)).toBeUndefined();
  });
});
