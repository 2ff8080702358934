/** What holds of findings in any text: they follow from the content alone, and mending one touches nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticsOf } from '../../server/src/language/diagnostic.ts';
import { type Analysis, analyse, analystOf } from '../../server/src/patterns/analyse.ts';
import type { Settings } from '../../server/src/patterns/engine.ts';
import { alternativesFor } from '../../server/src/patterns/ranking.ts';
import { addNote, type DocumentEdit } from '../../server/src/recording/edit.ts';
import { rangeOf, type Turn } from '../../server/src/recording/model.ts';
import { read } from '../../server/src/recording/read.ts';
import { document, line } from '../recording/texts.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 30);
const ALL: Settings = { profile: 'all', patterns: {} };

/** Lines that the patterns have something to say about. */
const spoken = fc.constantFrom(
  '**Ana:** I am so frightened of the nights.',
  '**Worker:** You should ask your doctor for some tablets.',
  '**Worker:** Don’t worry, it will all be fine.',
  '**Ben → Worker:** My mother died in spring. I still lay her place.',
  '**Worker:** Why did you not say so, Ben?',
  '**Carla:** Same here. I lay the table for three.',
  '**Worker:** Ben, what was it like to hear Carla say that?',
  '**Worker:** Let’s move on to the handout.',
  '**Dee:** You people never listen to me.',
  '(Silence, 20 seconds.)',
  '> **Considered (worker-advice):** she had asked twice',
  '## Dialogue',
  '### Check-out',
);
const session = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.oneof({ weight: 4, arbitrary: spoken }, { weight: 1, arbitrary: line }), { maxLength: 30 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(
    ([header, parts, end]) =>
      (header ? ['---', 'members: [Ana, Ben, Carla, Dee]', 'session: 2', '---', '', ''].join(end) : '') +
      parts.join(end + end),
  );
const anyText = fc.oneof({ weight: 3, arbitrary: session }, { weight: 1, arbitrary: document });
const edits = fc.array(
  fc.tuple(
    fc.nat(),
    fc.nat({ max: 60 }),
    fc.oneof(spoken, line, fc.constantFrom('\n\n', '', 'x'), fc.string({ maxLength: 3 })),
  ),
  { minLength: 1, maxLength: 5 },
);

/** Everything an editor would be told. */
function told(analysis: Analysis, text: string): unknown {
  const shown = TextDocument.create('memory:/a.recording.md', 'process-recording', 1, text);
  return [
    diagnosticsOf(analysis, analysis.findings, analysis.recording.faults, shown, () => undefined, true),
    analysis.strengths.map(({ strength, at, to, says }) => [strength.id, at, to, says]),
  ];
}

const nothingFails = (id: string, error: unknown): void => {
  throw new Error(`${id} threw ${String(error)}`);
};

function applied(text: string, changes: readonly DocumentEdit[]): string {
  return [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
}

const wordsOf = (text: string): string[] => read(text).turns.map(({ words }) => words);

describe('for any text', () => {
  test('no pattern fails, and every finding stands within the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const analysis = analyse(text, ALL, nothingFails);
        const { length } = analysis.recording.turns;
        for (const { at, to, evidence } of analysis.findings) {
          expect(at).toBeGreaterThanOrEqual(-1);
          expect(to ?? at).toBeGreaterThanOrEqual(at);
          expect(to ?? at).toBeLessThan(Math.max(length, 1));
          for (const one of evidence) expect(one.at).toBeLessThan(length);
        }
        for (const { place } of analysis.recording.faults) {
          const { start, end } = rangeOf(place);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('after any edits the findings are those of the text as it stands', () => {
    fc.assert(
      fc.property(anyText, edits, (first, changes) => {
        const analyst = analystOf(first, nothingFails);
        analyst.analysis(ALL);
        let text = first;
        for (const [at, length, insert] of changes) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + length);
          text = text.slice(0, start) + insert + text.slice(end);
          analyst.edit({ start, end, text: insert }, text);
          expect(told(analyst.analysis(ALL), text)).toEqual(told(analyse(text, ALL), text));
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('every alternative only adds, says nothing for anybody, and is gone without a trace', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { recording, group, findings } = analyse(text, ALL);
        const before = wordsOf(text);
        for (const finding of findings) {
          const turn: Turn | undefined = recording.turns[Math.max(0, finding.at)];
          if (!turn) continue;
          for (const { line: said } of alternativesFor(finding.pattern, group, finding)) {
            const edit = addNote(recording, turn, { kind: 'alternative', detail: 'linking', text: said });
            expect(edit.end).toBe(edit.start);
            const after = applied(text, [edit]);
            expect(after.slice(0, edit.start) + after.slice(edit.start + edit.text.length)).toBe(text);
            expect(wordsOf(after)).toEqual(before);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('every repair stays within its places, keeps the rest, and loses no word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { repair } of read(text).faults) {
          if (!repair) continue;
          const changes = repair.edits
            .map(({ place, text: put }): DocumentEdit => ({ ...rangeOf(place), text: put }))
            .sort((a, b) => a.start - b.start);
          changes.reduce((from, { start, end }) => {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeGreaterThanOrEqual(start);
            return end;
          }, 0);
          expect(changes.at(-1)!.end).toBeLessThanOrEqual(text.length);
          const after = applied(text, changes);
          let from = 0;
          for (const word of text.match(/[A-Za-z]{3,}/g) ?? []) {
            const at = after.indexOf(word, from);
            expect(at, `“${word}” is gone`).toBeGreaterThanOrEqual(0);
            from = at + word.length;
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
