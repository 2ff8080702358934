/**
 * How far the findings can be trusted: `npm run evaluate [-- --held-back] [--profile all] [--write]`.
 * Prints a report; `--write` puts it into docs/judgement.md. The held-back half is scored only when asked for, so
 * that nobody tunes to it in passing.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpora } from './corpora.ts';
import { type Score, scoreOf, tallyOf, type Verdict } from './recordings.ts';

const { values } = parseArgs({
  options: {
    'held-back': { type: 'boolean' },
    profile: { type: 'string', default: 'core' },
    data: { type: 'string', default: '../shared/data' },
    quiet: { type: 'boolean' },
    recordings: { type: 'boolean' },
  },
});
const profile = values.profile === 'all' ? 'all' : 'core';
const percent = (share: number): string => `${Math.round(share * 100)}`.padStart(3);

function table(scores: readonly Score[]): string {
  return scores
    .map(
      ({ id, hits, falses, missed, precision, recall }) =>
        `${id.padEnd(34)} hits ${String(hits).padStart(3)}  false ${String(falses).padStart(3)}  missed ${String(missed).padStart(3)}   P ${percent(precision)}  R ${percent(recall)}`,
    )
    .join('\n');
}

function listed(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(
      ({ outcome, id, file, turn, words, lookAlike }) =>
        `${outcome.padEnd(6)} ${id}  ${file.slice(0, 24)} turn ${turn}${lookAlike ? ' (look-alike)' : ''}: ${words}`,
    )
    .join('\n');
}

for (const half of ['development', ...(values['held-back'] ? ['held-back'] : [])]) {
  const { verdicts, turns, files } = tallyOf(path.resolve('test/recordings/judgement', half), profile);
  const ids = [...new Set(verdicts.map(({ id }) => id))].sort();
  const all = scoreOf('all together', verdicts);
  console.log(`\n${half}: ${files} recordings, ${turns} turns, profile ${profile}\n`);
  console.log(
    table([
      ...ids.map((id) =>
        scoreOf(
          id,
          verdicts.filter((verdict) => verdict.id === id),
        ),
      ),
      all,
    ]),
  );
  console.log(`false flags in 100 turns: ${((100 * all.falses) / Math.max(1, turns)).toFixed(2)}`);
  if (!values.quiet && half === 'development')
    console.log(`\n${listed(verdicts.filter(({ outcome }) => outcome !== 'hit'))}`);
}
if (!values.recordings) {
  const { rows, absent, leaderless } = corpora(path.resolve(values.data));
  for (const { corpus, act, labelled, precision, recall, f1, yardstick } of rows) {
    console.log(
      `${corpus.padEnd(10)} ${act.padEnd(16)} ${String(labelled).padStart(5)} labelled   P ${precision.toFixed(2)}  R ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}   ${yardstick}`,
    );
  }
  if (leaderless) console.log(leaderless);
  if (absent.length > 0) console.log(`Not at hand, and skipped: ${absent.join(', ')}`);
}
