/** The report of `lint` on one file, as data: the contract of the command line. */

import type { Analysis } from '../patterns/analyse.ts';
import type { Severity } from '../patterns/model.ts';
import { rangeOfSighting } from '../patterns/places.ts';
import { alternativesFor } from '../patterns/ranking.ts';
import { matchesIn } from '../recording/expressions.ts';
import { type Range, rangeOf } from '../recording/model.ts';

/** Zero-based line and UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineRange {
  readonly start: Position;
  readonly end: Position;
}

export interface FindingReport {
  readonly pattern: string;
  readonly severity: Severity;
  /** Counted from 1; 0 for the session as a whole. */
  readonly turn: number;
  readonly to: number;
  readonly range: LineRange;
  readonly message: string;
  readonly dynamics: readonly string[];
  readonly evidence: readonly number[];
  readonly alternatives: readonly { readonly skill: string; readonly line: string }[];
}

export interface FileReport {
  readonly file: string;
  readonly turns: number;
  readonly findings: readonly FindingReport[];
  readonly strengths: readonly { readonly strength: string; readonly turn: number; readonly to: number }[];
  readonly format: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly range: LineRange;
    readonly message: string;
  }[];
}

export function lintReport(file: string, text: string, analysis: Analysis): FileReport {
  const positions = positionsIn(text);
  const lines = ({ start, end }: Range): LineRange => ({ start: positions(start), end: positions(end) });
  return {
    file,
    turns: analysis.recording.turns.length,
    findings: analysis.findings.map((finding) => ({
      pattern: finding.pattern.id,
      severity: finding.severity,
      turn: finding.at + 1,
      to: finding.to + 1,
      range: lines(rangeOfSighting(analysis.group, finding)),
      message: finding.message,
      dynamics: finding.pattern.dynamics,
      evidence: [...new Set(finding.evidence.map(({ at }) => at + 1))],
      alternatives: alternativesFor(finding.pattern, analysis.group, finding),
    })),
    strengths: analysis.strengths.map(({ strength, at, to }) => ({
      strength: strength.id,
      turn: at + 1,
      to: to + 1,
    })),
    format: analysis.recording.faults.map(({ code, severity, message, place }) => ({
      code,
      severity,
      range: lines(rangeOf(place)),
      message,
    })),
  };
}

/** Offsets to line and character, by halving over the line starts. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (const end of matchesIn(/\r\n|\n|\r/g, text)) starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - starts[low]! };
  };
}
