/** After any edits, what is found and shown is what a fresh reading of the text would find and show. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { recordingOf } from '../../bench/recordings.ts';
import { diagnosticsOf } from '../../server/src/language/diagnostic.ts';
import { type Analysis, analyse, analystOf } from '../../server/src/patterns/analyse.ts';
import { readSettings } from '../../server/src/patterns/settings.ts';

const { settings } = readSettings('all', undefined);

function shown(analysis: Analysis, text: string): unknown {
  const { findings, strengths, recording } = analysis;
  const document = TextDocument.create('file:///a.recording.md', 'process-recording', 1, text);
  return {
    diagnostics: diagnosticsOf(analysis, findings, recording.faults, document, (id) => id, true),
    findings: findings.map(({ pattern, at, to, severity, message }) => [
      pattern.id,
      at,
      to,
      severity,
      message,
    ]),
    strengths: strengths.map(({ strength, at, to, says }) => [strength.id, at, to, says]),
  };
}

const written = fc.constantFrom(
  ...['e', ' ', 's?', '.', '\n', '\n\n', '**Ana:** I lie awake too, I am so frightened.\n\n'],
  ...[
    '**Worker:** You should ask your doctor for some tablets.\n\n',
    '*Silence, 20 seconds.*\n\n',
    '# Plan\n\n',
  ],
  ...[
    '> **Analysis:** I should have waited.\n',
    '> **Considered:** They had asked me to.\n',
    '**Zoë:** Me too.\n\n',
  ],
  ...['**', '*', '> ', '---\n', '<!-- ', '```\n', ', Ben', 'Who else? '],
);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.oneof(fc.constant(0), fc.nat({ max: 6 }), fc.nat({ max: 300 })),
  text: fc.oneof(written, fc.constant('')),
});

test('one edit after the other, in recordings of thirty turns', () => {
  fc.assert(
    fc.property(fc.nat({ max: 50 }), fc.array(edit, { minLength: 1, maxLength: 6 }), (seed, edits) => {
      let text = recordingOf(30, seed + 1);
      const analyst = analystOf(text);
      analyst.analysis(settings);
      for (const { at, taken, text: put } of edits) {
        const start = Math.floor(at * text.length);
        const end = Math.min(text.length, start + taken);
        text = text.slice(0, start) + put + text.slice(end);
        analyst.edit({ start, end, text: put }, text);
        // What was held back while somebody typed leaves nothing behind.
        analyst.analysis(settings, true);
        expect(shown(analyst.analysis(settings), text)).toEqual(shown(analyse(text, settings), text));
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
