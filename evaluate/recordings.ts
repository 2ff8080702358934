/** Findings against the marks of labelled recordings. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from '../server/src/patterns/analyse.ts';
import { patterns } from '../server/src/patterns/registry.ts';
import { type Mark, marksIn } from '../test/recordings/marks.ts';

/** One judgement that was right, wrong or missing. */
export interface Verdict {
  readonly id: string;
  readonly outcome: 'hit' | 'false' | 'missed';
  readonly file: string;
  readonly turn: number;
  readonly words: string;
  /** A look-alike was marked here for this pattern. */
  readonly lookAlike: boolean;
}

export interface Tally {
  readonly verdicts: readonly Verdict[];
  readonly turns: number;
  readonly files: number;
}

/** Turns by which a stretch may begin earlier or later than marked. */
const SLACK = 6;

/** Compares every recording of a folder. Patterns outside the profile count neither way. */
export function tallyOf(folder: string, profile: 'core' | 'all'): Tally {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.recording.md'))
    .sort();
  const counted = new Set(
    patterns.filter((pattern) => profile === 'all' || pattern.core).map(({ id }) => id),
  );
  let turns = 0;
  const verdicts = files.flatMap((file): Verdict[] => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const { findings, recording } = analyse(text, { profile, patterns: {} });
    turns += recording.turns.length;
    const marks = marksIn(text, recording).filter((mark) => counted.has(mark.id));
    const open = new Set(marks.filter(({ kind }) => kind === 'finds'));
    const at = (id: string, turn: number, outcome: Verdict['outcome']): Verdict => ({
      id,
      outcome,
      file,
      turn,
      words: recording.turns[turn - 1]?.words.slice(0, 140) ?? '(session)',
      lookAlike: marks.some((mark) => mark.kind === 'silent' && mark.id === id && mark.turn === turn),
    });
    const found = findings.flatMap((finding): Verdict[] => {
      const { id } = finding.pattern;
      const mark = nearest(
        [...open].filter((one) => one.id === id),
        finding.at + 1,
        finding.to + 1,
      );
      if (mark) {
        open.delete(mark);
        return [at(id, finding.at + 1, 'hit')];
      }
      const allowed = marks.some(
        (one) => one.kind === 'may' && one.id === id && touches(one, finding.at + 1, finding.to + 1),
      );
      return allowed ? [] : [at(id, finding.at + 1, 'false')];
    });
    // A finding that stands behind a more specific one on its turn was seen, and is not said twice.
    const behind = new Set(
      findings.flatMap((finding) =>
        finding.behind.map(({ pattern, at: turn }) => `${pattern.id} ${turn + 1}`),
      ),
    );
    const missed = [...open].map((mark) =>
      at(mark.id, mark.turn, behind.has(`${mark.id} ${mark.turn}`) ? 'hit' : 'missed'),
    );
    return [...found, ...missed];
  });
  return { verdicts, turns, files: files.length };
}

function touches(mark: Mark, from: number, to: number): boolean {
  if (mark.turn === 0) return from === 0;
  if (to > from || mark.to !== undefined)
    return mark.turn <= to + SLACK && (mark.to ?? mark.turn) >= from - SLACK;
  return Math.abs(mark.turn - from) <= 1;
}

function nearest(marks: readonly Mark[], from: number, to: number): Mark | undefined {
  return marks
    .filter((mark) => touches(mark, from, to))
    .sort((a, b) => Math.abs(a.turn - from) - Math.abs(b.turn - from))[0];
}

export interface Score {
  readonly id: string;
  readonly hits: number;
  readonly falses: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
}

export function scoreOf(id: string, verdicts: readonly Verdict[]): Score {
  const count = (outcome: Verdict['outcome']): number =>
    verdicts.filter((verdict) => verdict.outcome === outcome).length;
  const [hits, falses, missed] = [count('hit'), count('false'), count('missed')];
  return {
    id,
    hits,
    falses,
    missed,
    precision: hits + falses === 0 ? 1 : hits / (hits + falses),
    recall: hits + missed === 0 ? 1 : hits / (hits + missed),
  };
}
