/** What the engine does with sightings: reasons, precedence, and looking again only where something changed. */
import { describe, expect, test } from 'vitest';
import { analyse, analystOf } from '../../server/src/patterns/analyse.ts';
import { DEFAULT_SETTINGS } from '../../server/src/patterns/settings.ts';

const ids = (text: string): string[] =>
  analyse(text, DEFAULT_SETTINGS).findings.map(({ pattern }) => pattern.id);

/** A first session of fourteen turns in which nobody says why they meet. */
const FIRST = [
  '---\nmembers: [Ana, Ben]\ngroup: { type: classic }\nsession: 1\nof: 8\n---\n',
  ...Array.from(
    { length: 14 },
    (_, i) => `**${['Worker', 'Ana', 'Ben'][i % 3]}:** The bus was late again on Tuesday.\n`,
  ),
].join('\n');

describe('considered', () => {
  test('a reason in any margin sets a finding about the whole session aside, when it names the pattern', () => {
    expect(ids(FIRST)).toContain('purpose-not-stated');
    const note = (label: string) =>
      FIRST.replace('Tuesday.\n', `Tuesday.\n\n> **${label}:** It was said at intake, to all of them.\n`);
    expect(ids(note('Considered (purpose-not-stated)'))).not.toContain('purpose-not-stated');
    expect(ids(note('Considered'))).toContain('purpose-not-stated');
  });
});

describe('one voice a turn', () => {
  test('the weaker one stands behind it, and is not lost', () => {
    const text =
      '**Ana:** I lie awake, I am so frightened he will die.\n\n**Worker:** He will be fine, I am sure. You should ask your doctor for some tablets.\n';
    const [finding, ...rest] = analyse(text, DEFAULT_SETTINGS).findings;
    expect(finding!.pattern.id).toBe('premature-reassurance');
    expect(finding!.behind.map(({ pattern }) => pattern.id)).toEqual(['worker-advice']);
    expect(rest).toEqual([]);
  });
});

describe('looking again after an edit', () => {
  test('gives what looking at the whole would, with the turns’ new numbers in the messages', () => {
    const scene =
      '**Ana:** I am so frightened of the nights.\n\n**Worker:** You should ask your doctor for some tablets.\n\n**Ana:** Maybe.\n\n';
    const before = scene.repeat(12);
    const analyst = analystOf(before);
    analyst.analysis(DEFAULT_SETTINGS);
    const insert = '**Ben:** Hello.\n\n';
    analyst.edit({ start: 0, end: 0, text: insert }, insert + before);
    const said = (analysis: ReturnType<typeof analyse>) =>
      analysis.findings.map(({ pattern, at, to, message, evidence }) => ({
        id: pattern.id,
        at,
        to,
        message,
        evidence,
      }));
    expect(said(analyst.analysis(DEFAULT_SETTINGS))).toEqual(
      said(analyse(insert + before, DEFAULT_SETTINGS)),
    );
  });
});
