/** Every pattern against the recording written for it: what it must find, and the look-alikes at which it must be silent. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/patterns/analyse.ts';
import { patterns, strengths } from '../../server/src/patterns/registry.ts';
import { marksIn } from '../recordings/marks.ts';

const folder = path.join(__dirname, '../recordings/patterns');
const fixture = (id: string): string => path.join(folder, `${id}.recording.md`);

describe.each(patterns.map((pattern) => [pattern.id, pattern] as const))('%s', (id, pattern) => {
  test('has a fixture with at least as many look-alikes as hits', () => {
    expect(existsSync(fixture(id))).toBe(true);
    const text = readFileSync(fixture(id), 'utf8');
    const marks = marksIn(text, analyse(text, { profile: 'all', patterns: {} }).recording).filter(
      (mark) => mark.id === id,
    );
    const hits = marks.filter(({ kind }) => kind === 'finds').length;
    expect(hits).toBeGreaterThan(0);
    // A pattern about the whole session hits once a file; its look-alikes are files of their own.
    if (pattern.reach !== 'session')
      expect(marks.filter(({ kind }) => kind === 'silent').length).toBeGreaterThanOrEqual(hits);
  });

  test.runIf(existsSync(fixture(id)))('finds what it should, and nothing else', () => {
    for (const file of [fixture(id), fixture(`${id}.silent`)].filter(existsSync)) {
      const text = readFileSync(file, 'utf8');
      // Alone, so that a more specific voice does not speak in its place.
      const { findings, recording } = analyse(text, {
        profile: 'core',
        patterns: Object.fromEntries(
          patterns.map((one) => [one.id, { severity: one.id === id ? one.severity : 'off', thresholds: {} }]),
        ),
      });
      const marks = marksIn(text, recording).filter((mark) => mark.id === id);
      const may = new Set(marks.filter(({ kind }) => kind === 'may').map(({ turn }) => turn));
      const found = findings.map(({ at }) => at + 1).filter((turn) => !may.has(turn));
      expect(found).toEqual(marks.filter(({ kind }) => kind === 'finds').map(({ turn }) => turn));
    }
  });
});

describe.each(strengths.map((strength) => [strength.id] as const))('%s', (id) => {
  test('is seen where it is, and nowhere else', () => {
    const text = readFileSync(fixture(id), 'utf8');
    const { strengths: seen, recording } = analyse(text, { profile: 'core', patterns: {} });
    const marks = marksIn(text, recording).filter((mark) => mark.id === id);
    expect(marks.length).toBeGreaterThan(0);
    expect(seen.filter(({ strength }) => strength.id === id).map(({ at }) => at + 1)).toEqual(
      marks.filter(({ kind }) => kind === 'strength').map(({ turn }) => turn),
    );
  });
});
