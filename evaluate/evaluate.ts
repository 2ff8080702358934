/**
 * How far the findings can be trusted.
 *
 *   npm run evaluate                    the development half, with every miss and false alarm, and the corpora at hand
 *   npm run evaluate -- --held-back     the held-back half as well: totals only, so that nobody tunes to it in passing
 *   npm run evaluate -- --profile all   every pattern, not only those on by default
 *   npm run evaluate -- --write         both halves, both profiles, into docs/judgement.md
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpora } from './corpora.ts';
import { type Score, scoreOf, type Tally, tallyOf, type Verdict } from './recordings.ts';

const { values } = parseArgs({
  options: {
    'held-back': { type: 'boolean' },
    write: { type: 'boolean' },
    profile: { type: 'string', default: 'core' },
    data: { type: 'string', default: '../shared/data' },
  },
});

type Half = 'development' | 'held-back';
type Profile = 'core' | 'all';

const percent = (share: number): string => `${Math.round(share * 100)}`;

function scores({ verdicts }: Tally): Score[] {
  const ids = [...new Set(verdicts.map(({ id }) => id))].sort();
  return [
    ...ids.map((id) =>
      scoreOf(
        id,
        verdicts.filter((verdict) => verdict.id === id),
      ),
    ),
    scoreOf('all together', verdicts),
  ];
}

function table(rows: readonly Score[]): string {
  return [
    '| pattern | hits | false | missed | precision | recall |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ({ id, hits, falses, missed, precision, recall }) =>
        `| ${id} | ${hits} | ${falses} | ${missed} | ${percent(precision)} | ${percent(recall)} |`,
    ),
  ].join('\n');
}

function listed(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(
      ({ outcome, id, file, turn, words, lookAlike }) =>
        `${outcome.padEnd(6)} ${id}  ${file.slice(0, 24)} turn ${turn}${lookAlike ? ' (look-alike)' : ''}: ${words}`,
    )
    .join('\n');
}

function reportOn(half: Half, profile: Profile): { readonly text: string; readonly tally: Tally } {
  const tally = tallyOf(path.resolve('test/recordings/judgement', half), profile);
  const rows = scores(tally);
  const all = rows[rows.length - 1]!;
  const text = [
    `### ${half === 'development' ? 'Development' : 'Held back'} · profile ${profile}`,
    '',
    `${tally.files} recordings, ${tally.turns} turns. Precision ${percent(all.precision)}, recall ${percent(all.recall)}; ${((100 * all.falses) / Math.max(1, tally.turns)).toFixed(2)} false flags in 100 turns.`,
    '',
    table(rows),
    '',
  ].join('\n');
  return { text, tally };
}

function corporaReport(): string {
  const { rows, absent, leaderless } = corpora(path.resolve(values.data));
  return [
    '| corpus | act | labelled | precision | recall | F1 | yardstick |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ corpus, act, labelled, precision, recall, f1, yardstick }) =>
        `| ${corpus} | ${act} | ${labelled} | ${precision.toFixed(2)} | ${recall.toFixed(2)} | ${f1.toFixed(2)} | ${yardstick} |`,
    ),
    '',
    ...(leaderless ? [leaderless, ''] : []),
    ...(absent.length > 0 ? [`Not at hand, and skipped: ${absent.join(', ')}.`, ''] : []),
  ].join('\n');
}

if (values.write) {
  const page = 'docs/judgement.md';
  const [words] = readFileSync(page, 'utf8').split('<!-- measured -->');
  const parts = (['held-back', 'development'] as const).flatMap((half) =>
    (['core', 'all'] as const).map((profile) => reportOn(half, profile).text),
  );
  writeFileSync(
    page,
    `${words}<!-- measured -->\n\n${parts.join('\n')}\n### Acts, on public transcripts\n\n${corporaReport()}`,
  );
} else {
  const profile = values.profile === 'all' ? 'all' : 'core';
  const { text, tally } = reportOn('development', profile);
  console.log(`${text}\n${listed(tally.verdicts.filter(({ outcome }) => outcome !== 'hit'))}\n`);
  if (values['held-back']) console.log(reportOn('held-back', profile).text);
  console.log(corporaReport());
}
