/** A sentence's cues are looked for among its turn's, and none is lost by it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { read } from '../../server/src/recording/read.ts';
import { cuesIn } from '../../server/src/talk/cues.ts';
import { sentencesOf } from '../../server/src/talk/words.ts';

test('in every sentence of the fixtures', () => {
  const folder = path.resolve(__dirname, '../recordings/patterns');
  let heard = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.recording.md'))) {
    for (const { words } of read(readFileSync(path.join(folder, file), 'utf8')).turns) {
      const whole = words.toLowerCase();
      const ofWhole = cuesIn(whole);
      for (const { text } of sentencesOf(whole)) {
        expect(cuesIn(text, ofWhole)).toEqual(cuesIn(text));
        heard++;
      }
    }
  }
  expect(heard).toBeGreaterThan(2000);
});
