/**
 * Trains the tagger on the scenes of the corpus and writes `server/src/talk/weights.ts`.
 * The same scenes give the same bytes.
 *
 *   npm run train:tagger            trains and writes
 *   npm run train:tagger -- --check trains on all authors but some, in turn, and only reports
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { scenesIn } from '../corpus/scenes.ts';
import { biasOf } from '../server/src/talk/features.ts';
import { ACTS, canDo } from '../server/src/talk/model.ts';
import type { StoredTagger } from '../server/src/talk/tagger.ts';
import { pack } from '../server/src/talk/votes.ts';
import { type Scored, score } from './scoring.ts';
import { type Example, examplesOf } from './sentences.ts';
import { inSteps, type Learnt, type Lesson, learn, type Manner, votesOf, votingOf } from './voting.ts';

const MANNER: Manner = {
  outputs: ACTS.length,
  epochs: 14,
  shrink: 3,
  leastSeen: 3,
  // With 0.65 the votes were seven tenths larger, and neither F1 nor what findings rest on was better by what can be measured.
  leastWorth: 1.1,
  biases: [biasOf(true), biasOf(false)],
};

/** So many models are trained to try the one that is kept: each leaves out a share of the authors. */
const ROUNDS = 8;

const target = path.resolve('server/src/talk/weights.ts');

function lessonOf({ features, acts, byWorker }: Example): Lesson {
  return {
    features,
    answers: ACTS.map((act) => (canDo(act, byWorker) ? acts.has(act) : undefined)),
    weight: 1,
  };
}

const trained = (examples: readonly Example[]): Learnt => learn(examples.map(lessonOf), MANNER);

/** Leaves authors out in turn, so that no voice is judged by a model that has heard it. */
function acrossAuthors(examples: readonly Example[]): Scored[] {
  const authors = [...new Set(examples.map((example) => example.author))];
  const round = (author: string): number => authors.indexOf(author) % ROUNDS;
  return score(
    Array.from({ length: Math.min(ROUNDS, authors.length) }, (_, left) => {
      const learnt = trained(examples.filter(({ author }) => round(author) !== left));
      return examples
        .filter(({ author }) => round(author) === left)
        .map((example) => ({ example, votes: votesOf(learnt, example.features) }));
    }).flat(),
  );
}

const examples = examplesOf(scenesIn(path.resolve('corpus')));
const scored = acrossAuthors(examples);
const rows = [...scored].sort((a, b) => b.positives - a.positives);
console.log(
  `${examples.length} sentences, ${new Set(examples.map((example) => example.author)).size} authors; each judged by a model of the others\n`,
);
for (const { act, positives, precision, recall, f1 } of rows) {
  console.log(
    `${act.padEnd(18)} ${String(positives).padStart(5)}   P ${precision.toFixed(2)}  R ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}`,
  );
}
const often = scored.filter(({ positives }) => positives >= 25);
const mean = often.reduce((sum, { f1 }) => sum + f1, 0) / often.length;
console.log(`\nmean F1 over the ${often.length} acts with 25 sentences or more: ${mean.toFixed(3)}`);
if (!process.argv.includes('--check')) {
  const rounded = (number: number): number => Math.round(number * 1000) / 1000;
  const stored: StoredTagger = {
    acts: ACTS,
    thresholds: scored.map(({ threshold }) => rounded(threshold)),
    slopes: scored.map(({ slope }) => rounded(slope)),
    shifts: scored.map(({ shift }) => rounded(shift)),
    votes: pack(inSteps(votingOf(trained(examples)))),
  };
  const text = `/** Made by \`npm run train:tagger\` from the scenes in \`corpus/\`; not to be edited by hand. */\nimport type { StoredTagger } from './tagger.ts';\n\nexport const weights: StoredTagger = ${JSON.stringify(stored)};\n`;
  writeFileSync(target, text);
  console.log(`\n${stored.votes.features} features, ${Math.round(text.length / 1024)} KB`);
}
