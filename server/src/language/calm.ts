/** Calm while typing: nothing new is said about the turn under the pen until the writer pauses or leaves it. */
import type { Analysis } from '../patterns/analyse.ts';
import type { Finding } from '../patterns/model.ts';
import type { Fault } from '../recording/model.ts';
import { rangeOf } from '../recording/model.ts';
import { turnAt } from '../recording/outline.ts';
import type { OpenRecording } from './documents.ts';
import type { Settings } from './protocol.ts';

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

/** Milliseconds without a key press after which a writer is taken to have paused. */
const PAUSE = 1500;

/** How long a writer must pause before something new is said, in milliseconds; 0 where calm is not wanted. */
export function pauseOf({ calmWhileTyping, pause }: Settings): number {
  return calmWhileTyping === false ? 0 : (pause ?? PAUSE);
}

/** Whether somebody is typing in a recording: the last change was a few characters, a moment ago, and the caret is there still. */
export function isTyping({ edited, text, caret }: OpenRecording, pause: number, now: number): boolean {
  if (!edited?.typing || now - edited.at >= pause) return false;
  return caret === undefined || caret === text.positionAt(edited.offset).line;
}

/**
 * What may be shown of an analysis.
 * @param typing whether somebody is typing in the recording
 */
export function calmly(analysis: Analysis, open: OpenRecording, said: Said, typing: boolean): Shown {
  const { edited } = open;
  if (!typing || !edited)
    return { findings: analysis.findings, faults: analysis.recording.faults, heldBack: !analysis.settled };
  const pen = turnAt(analysis.recording.turns, edited.offset);
  const line = open.text.positionAt(edited.offset).line;
  const findings = analysis.findings.filter(
    (finding) => finding.at !== pen || said.has(keyOf(finding, analysis)),
  );
  const faults = analysis.recording.faults.filter(
    (fault) => open.text.positionAt(rangeOf(fault.place).start).line !== line || said.has(fault.code),
  );
  return {
    findings,
    faults,
    heldBack:
      !analysis.settled ||
      findings.length < analysis.findings.length ||
      faults.length < analysis.recording.faults.length,
  };
}
