import { describe, expect, it } from 'vitest';
import { stageOf } from '../../server/src/practice/stages.ts';

/** The stages of all sessions of a group, one letter each; `-` where unknown. */
function course(of: number, type?: string): string {
  return Array.from({ length: of }, (_, index) => stageOf(index + 1, of, type)?.charAt(0) ?? '-').join('');
}

describe('stageOf', () => {
  it('begins, goes on and ends', () => {
    expect(course(1)).toBe('b');
    expect(course(2)).toBe('be');
    expect(course(3)).toBe('bme');
    expect(course(4)).toBe('bmee');
    expect(course(6)).toBe('bmmmee');
    expect(course(8)).toBe('bbmmmmee');
    expect(course(12)).toBe('bbbmmmmmmmee');
    expect(course(24)).toBe(`bbb${'m'.repeat(19)}ee`);
  });

  it('treats classic, short-term, very large and task groups alike', () => {
    for (const type of ['classic', 'short-term', 'very-large', 'task'])
      expect(course(8, type)).toBe(course(8));
  });

  it('takes a single session for a beginning, numbered or not', () => {
    expect(stageOf(undefined, undefined, 'single-session')).toBe('beginning');
    expect(stageOf(1, 1, 'single-session')).toBe('beginning');
    expect(stageOf(5, undefined, 'single-session')).toBe('beginning');
  });

  it('gives an open-ended group no middle', () => {
    expect(course(8, 'open-ended')).toBe('b-----ee');
    expect(stageOf(40, undefined, 'open-ended')).toBeUndefined();
  });

  it('says nothing where the number of meetings is unknown, except of the first', () => {
    expect(stageOf()).toBeUndefined();
    expect(stageOf(undefined, 8)).toBeUndefined();
    expect(stageOf(1)).toBe('beginning');
    expect(stageOf(2)).toBeUndefined();
    expect(stageOf(8)).toBeUndefined();
  });

  it('says nothing of numbers that make no sense', () => {
    for (const session of [0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(stageOf(session, 8)).toBeUndefined();
    expect(stageOf(9, 8)).toBeUndefined();
    expect(stageOf(3, 0)).toBeUndefined();
    expect(stageOf(1, 0)).toBe('beginning');
  });
});
