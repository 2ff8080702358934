/** Calm while typing: nothing new is said about the turn under the pen until the writer pauses or leaves it. */
import type { Analysis } from '../patterns/analyse.ts';
import type { Finding } from '../patterns/model.ts';
import type { Fault } from '../recording/model.ts';
import { rangeOf } from '../recording/model.ts';
import { turnAt } from '../recording/outline.ts';
import type { OpenRecording } from './documents.ts';

/** What may be shown now, and whether something was held back. */
export interface Shown {
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
  readonly heldBack: boolean;
}

/** What was said last, by turn and pattern: it goes on being said while its turn is being changed. */
export type Said = ReadonlySet<string>;

export function keyOf(finding: Finding, analysis: Analysis): string {
  const turn = analysis.recording.turns[finding.at];
  return `${finding.pattern.id} ${turn ? `${turn.speaker.name} ${finding.at}` : 'session'}`;
}

/**
 * @param pause milliseconds without a key press after which nothing is held back
 * @param caretLine the line the caret is on, where the editor tells; undefined takes the place of the last edit
 */
export function calmly(
  analysis: Analysis,
  open: OpenRecording,
  said: Said,
  pause: number,
  now: number,
  caretLine?: number,
): Shown {
  const { edited } = open;
  const all: Shown = { findings: analysis.findings, faults: analysis.recording.faults, heldBack: false };
  if (!edited?.typing || now - edited.at >= pause) return all;
  const pen = turnAt(analysis.recording.turns, edited.offset);
  const line = open.text.positionAt(edited.offset).line;
  if (caretLine !== undefined && caretLine !== line) return all;
  const findings = analysis.findings.filter(
    (finding) => finding.at !== pen || said.has(keyOf(finding, analysis)),
  );
  const faults = analysis.recording.faults.filter(
    (fault) => open.text.positionAt(rangeOf(fault.place).start).line !== line || said.has(fault.code),
  );
  return {
    findings,
    faults,
    heldBack: findings.length < analysis.findings.length || faults.length < analysis.recording.faults.length,
  };
}
