/** Acts against public transcripts with human labels, where these are at hand. Nothing is learnt from them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from '../server/src/patterns/analyse.ts';
import { read } from '../server/src/recording/read.ts';
import type { ActName } from '../server/src/talk/model.ts';
import { talkOf } from '../server/src/talk/read.ts';

export interface Row {
  readonly corpus: string;
  readonly act: string;
  readonly labelled: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly yardstick: string;
}

interface Utterance {
  readonly transcript: string;
  readonly speaker: string;
  readonly role: string;
  readonly text: string;
  readonly labels: readonly string[];
}

function rowsIn(file: string): Utterance[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = JSON.parse(line) as Record<string, unknown>;
      const label = row.label;
      return {
        transcript: String(row.transcript),
        speaker: String(row.speaker ?? 'worker'),
        role: String(row.role ?? row.speaker),
        text: String(row.text ?? '').replace(/\s+/g, ' '),
        labels: Array.isArray(row.labels)
          ? (row.labels as string[])
          : label === undefined
            ? []
            : [String(label)],
      };
    });
}

/** A transcript as a student would have written it, one labelled speech a row. */
function asRecording(rows: readonly Utterance[]): string {
  const names = new Map<string, string>();
  const label = (row: Utterance): string => {
    if (row.role === 'worker') return 'Worker';
    const known = names.get(row.speaker);
    if (known !== undefined) return known;
    const plain = /^\p{Lu}\p{L}+$/u.test(row.speaker) ? row.speaker : `Member${names.size + 1}`;
    names.set(row.speaker, plain);
    return plain;
  };
  const body = rows
    .map((row) => `**${label(row)}:** ${row.text.replace(/[*_`<>[\]()|\\]/g, ' ').trim() || '…'}`)
    .join('\n\n');
  return `---\nmembers: [${[...names.values()].join(', ')}]\n---\n\n## Dialogue\n\n${body}\n`;
}

function byTranscript(rows: readonly Utterance[]): Utterance[][] {
  const groups = new Map<string, Utterance[]>();
  for (const row of rows) groups.set(row.transcript, [...(groups.get(row.transcript) ?? []), row]);
  return [...groups.values()];
}

interface Question {
  readonly act: string;
  readonly labels: readonly string[];
  readonly acts: readonly ActName[];
  readonly of: 'worker' | 'member';
  readonly yardstick: string;
}

const ANNOMI: readonly Question[] = [
  {
    act: 'advice',
    labels: ['input:advice'],
    acts: ['advice'],
    of: 'worker',
    yardstick: 'experts 0.52, word list 0.26',
  },
  {
    act: 'question-open',
    labels: ['question:open'],
    acts: ['question-open'],
    of: 'worker',
    yardstick: 'any question 0.91',
  },
  {
    act: 'question-closed',
    labels: ['question:closed'],
    acts: ['question-closed'],
    of: 'worker',
    yardstick: 'experts 0.58',
  },
  {
    act: 'any question',
    labels: ['question:open', 'question:closed'],
    acts: ['question-open', 'question-closed'],
    of: 'worker',
    yardstick: 'experts 0.91',
  },
  {
    act: 'any reflection',
    labels: ['reflection:simple', 'reflection:complex'],
    acts: ['reflection', 'restating'],
    of: 'worker',
    yardstick: 'experts 0.75',
  },
  { act: 'information', labels: ['input:information'], acts: ['information'], of: 'worker', yardstick: '' },
];
const TALKMOVES: readonly Question[] = [
  {
    act: 'linking',
    labels: ['getting_students_to_relate'],
    acts: ['linking', 'redirecting'],
    of: 'worker',
    yardstick: 'RoBERTa 0.61, word list 0.24',
  },
  { act: 'restating', labels: ['restating'], acts: ['restating'], of: 'worker', yardstick: '' },
  {
    act: 'relating',
    labels: ['relating_to_another'],
    acts: ['relating', 'disagreement', 'challenge'],
    of: 'member',
    yardstick: '',
  },
];

function ask(corpus: string, rows: readonly Utterance[], questions: readonly Question[]): Row[] {
  const heard = byTranscript(rows).flatMap((group) => {
    const recording = read(asRecording(group));
    const talk = talkOf(recording);
    return recording.turns.length === group.length
      ? group.map((row, index) => ({ row, acts: new Set(talk[index]!.acts.map(({ act }) => act)) }))
      : [];
  });
  return questions.map(({ act, labels, acts, of, yardstick }) => {
    const pool = heard.filter(({ row }) => (row.role === 'worker') === (of === 'worker'));
    const yes = (row: Utterance): boolean => row.labels.some((label) => labels.includes(label));
    const said = (found: ReadonlySet<ActName>): boolean => acts.some((one) => found.has(one));
    const hits = pool.filter(({ row, acts: found }) => yes(row) && said(found)).length;
    const labelled = pool.filter(({ row }) => yes(row)).length;
    const claimed = pool.filter(({ acts: found }) => said(found)).length;
    return {
      corpus,
      act,
      labelled,
      precision: claimed === 0 ? 0 : hits / claimed,
      recall: labelled === 0 ? 0 : hits / labelled,
      f1: claimed + labelled === 0 ? 0 : (2 * hits) / (claimed + labelled),
      yardstick,
    };
  });
}

const STRUCTURAL = new Set([
  'maypole-pattern',
  'round-robin-in-discussion',
  'hot-seat-interview',
  'serial-casework',
  'reflecting-one-by-one',
  'agenda-controlled-talk',
  'co-worker-duet',
]);

/** Rows for every corpus in `folder`; says which are not there. */
export function corpora(folder: string): {
  readonly rows: readonly Row[];
  readonly absent: readonly string[];
  readonly leaderless: string | undefined;
} {
  const file = (name: string): string => path.join(folder, `${name}-dev.jsonl`);
  const absent = ['annomi', 'talkmoves', 'delidata'].filter((name) => !existsSync(file(name)));
  const rows = [
    ...(absent.includes('annomi') ? [] : ask('AnnoMI', rowsIn(file('annomi')), ANNOMI)),
    ...(absent.includes('talkmoves') ? [] : ask('TalkMoves', rowsIn(file('talkmoves')), TALKMOVES)),
  ];
  if (absent.includes('delidata')) return { rows, absent, leaderless: undefined };
  const groups = byTranscript(rowsIn(file('delidata')));
  const findings = groups.flatMap(
    (group) => analyse(asRecording(group), { profile: 'core', patterns: {} }).findings,
  );
  const structural = findings.filter(({ pattern }) => STRUCTURAL.has(pattern.id)).length;
  const worker = findings.filter(({ pattern }) =>
    ['COMM', 'WORK', 'AUTH', 'MISS', 'CONF'].includes(pattern.family),
  ).length;
  return {
    rows,
    absent,
    leaderless: `${groups.length} leaderless groups: ${worker} findings about a worker, ${structural} of them structural (aim 0)`,
  };
}
