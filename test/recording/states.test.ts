/** A recording's way from draft to discussed, in its header, and its sign-off: only the lines that are meant change. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATES } from '../../server/src/recording/header.ts';
import type { State } from '../../server/src/recording/model.ts';
import { read } from '../../server/src/recording/read.ts';
import { moveToState, signOff, standingOf } from '../../server/src/recording/states.ts';
import { applied, lines } from './reading.ts';
import { document } from './texts.ts';

const on = (text: string, state: State, date = '2026-10-06'): string =>
  applied(text, moveToState(read(text), state, date)!);

describe('the state of a recording', () => {
  const text = lines('---', 'student: J. R.', 'members: [Ana]', '---', '', 'Ana: Hello.', '');

  test('is a draft where nothing is said', () => {
    expect(standingOf(read(text))).toEqual({ state: 'draft', dates: {}, signed: [] });
  });

  test('goes the whole way, each with its day', () => {
    const submitted = on(text, 'submitted');
    expect(submitted).toBe(
      text.replace('members: [Ana]\n', 'members: [Ana]\nstatus: submitted\nsubmitted: 2026-10-06\n'),
    );
    const discussed = on(on(submitted, 'reviewed', '2026-10-08'), 'discussed', '2026-10-09');
    expect(standingOf(read(discussed))).toMatchObject({
      state: 'discussed',
      dates: { submitted: '2026-10-06', reviewed: '2026-10-08', discussed: '2026-10-09' },
    });
    expect(on(discussed, 'draft')).toBe(discussed.replace('status: discussed', 'status: draft'));
  });

  test('fills a key that is empty, and makes a header where there is none', () => {
    expect(on('---\r\nstatus:\r\n---\r\nAna: Hi.\r\n', 'draft')).toBe(
      '---\r\nstatus: draft\r\n---\r\nAna: Hi.\r\n',
    );
    expect(on('\ufeffAna: Hi.\n', 'draft')).toBe('\ufeff---\nstatus: draft\n---\n\nAna: Hi.\n');
  });

  test('a header that cannot be read is left alone', () => {
    expect(
      moveToState(read('---\nmembers: [Ana\n---\nAna: Hi.\n'), 'submitted', '2026-10-06'),
    ).toBeUndefined();
    expect(moveToState(read('---\n**Worker:** Who?\n---\n'), 'draft', '2026-10-06')).toBeUndefined();
  });

  test('a word that is none is told', () => {
    expect(read('---\nstatus: handed in\n---\nAna: Hi.\n').faults.map(({ code }) => code)).toContain(
      'format-header-value',
    );
  });

  test('for any text, what is said is kept, and the state is read back', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(...STATES), (text_, state) => {
        const recording = read(text_);
        const edits = moveToState(recording, state, '2026-10-09');
        // A header that is broken, or never closes, is told to be mended first.
        if (edits === undefined) {
          expect(recording.faults.map(({ code }) => code).join()).toMatch(/format-header-(?:yaml|unclosed)/);
          return;
        }
        const after = applied(text_, edits);
        const again = read(after);
        expect(again.header.status).toBe(state);
        expect(again.turns.map(({ words }) => words)).toEqual(recording.turns.map(({ words }) => words));
        expect(after.length).toBeGreaterThanOrEqual(text_.length);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
    );
  });
});

describe('the sign-off', () => {
  const sign = (text: string, who: string): string =>
    applied(text, signOff(read(text), who, 'supervisor', '2026-10-09'));

  test('makes its section at the end, and the next name goes below', () => {
    const once = sign('## Dialogue\n\nAna: Hi.\n', 'M. O.');
    expect(once).toBe('## Dialogue\n\nAna: Hi.\n\n## Sign-off\n\n- M. O., supervisor, 2026-10-09\n');
    const twice = sign(once, 'K. L.');
    expect(twice).toBe(`${once}- K. L., supervisor, 2026-10-09\n`);
    expect(standingOf(read(twice)).signed).toEqual([
      'M. O., supervisor, 2026-10-09',
      'K. L., supervisor, 2026-10-09',
    ]);
  });

  test('makes no turn', () => {
    expect(read(sign('Ana: Hi.', 'M. O.')).turns).toHaveLength(1);
  });
});
