/** What everybody would call a lapse, and what nobody would, each in two to four turns and in the plainest words. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { analyse } from '../../server/src/patterns/analyse.ts';
import { marksIn } from '../recordings/marks.ts';

const texts = readFileSync(path.join(__dirname, '../recordings/plain/plain.recordings.md'), 'utf8').split(
  /^=====$/m,
);

test.each(texts.map((text) => [text.trim()]))('%s', (text) => {
  const { findings, recording } = analyse(text, { profile: 'core', patterns: {} });
  // A finding that stands behind another on its turn was seen.
  const seen = findings.flatMap((finding) => [finding, ...finding.behind]);
  const found = (id: string, turn: number): boolean =>
    seen.some(({ pattern, at }) => pattern.id === id && at + 1 === turn);
  for (const { kind, id, turn } of marksIn(text, recording)) {
    if (kind === 'finds') expect(found(id, turn), `${id} at turn ${turn}`).toBe(true);
    if (kind === 'silent') expect(found(id, turn), `no ${id} at turn ${turn}`).toBe(false);
  }
});
