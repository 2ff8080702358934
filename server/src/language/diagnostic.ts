/** Findings and faults as diagnostics. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../patterns/analyse.ts';
import type { Finding, Severity } from '../patterns/model.ts';
import { rangeOfSighting, rangeOfTurn } from '../patterns/places.ts';
import { type Fault, type Range as Offsets, rangeOf, type Turn } from '../recording/model.ts';
import type { Lines } from './paged-text.ts';

export const SOURCE = 'mutual-aid';

export const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function lspRange(text: Lines, { start, end }: Offsets): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

/** The same for a text that is not open yet: what a document will be after an edit. */
export function rangeIn(text: string, offsets: Offsets): Range {
  return lspRange(TextDocument.create('', '', 0, text), offsets);
}

/** What a finding looks like in an editor, and the turns whose places it names. */
interface Drawn {
  readonly diagnostic: Diagnostic;
  readonly turns: readonly (Turn | undefined)[];
}

/** Diagnostics of findings as they were drawn last, for a document whose lines stood as `lines` counts them. */
export interface Drawing {
  lines: number;
  drawn: ReadonlyMap<Finding, Drawn>;
}

/**
 * Diagnostics of faults, and then of findings. One whose finding and turns are the same, in lines that did not move, is
 * the same object as before.
 * @param pageOf the address of a pattern's page, where the editor can open one
 * @param before what was drawn of this document; takes what is drawn now
 * @param lines changes whenever lines may have moved
 */
export function diagnosticsOf(
  analysis: Analysis,
  findings: readonly Finding[],
  faults: readonly Fault[],
  text: Lines,
  pageOf: (id: string) => string | undefined,
  related: boolean,
  before: Drawing = { lines: 0, drawn: new Map() },
  lines = 0,
): Diagnostic[] {
  const drawn = new Map<Finding, Drawn>();
  const still = before.lines === lines;
  for (const finding of findings) {
    const known = still ? before.drawn.get(finding) : undefined;
    drawn.set(finding, known && standsStill(known, finding, analysis) ? known : draw(finding));
  }
  before.lines = lines;
  before.drawn = drawn;
  return [
    ...faults.map((fault) => ({
      range: lspRange(text, rangeOf(fault.place)),
      severity: SEVERITY[fault.severity],
      source: SOURCE,
      code: fault.code,
      message: fault.message,
    })),
    ...Array.from(drawn.values(), ({ diagnostic }) => diagnostic),
  ];

  function draw(finding: Finding): Drawn {
    const page = pageOf(finding.pattern.id);
    const diagnostic: Diagnostic = {
      range: lspRange(text, rangeOfSighting(analysis.group, finding)),
      severity: SEVERITY[finding.severity],
      source: SOURCE,
      code: finding.pattern.id,
      ...(page === undefined ? {} : { codeDescription: { href: page } }),
      message: finding.message,
      ...(related ? { relatedInformation: relatedTo(finding, analysis, text) } : {}),
    };
    return { diagnostic, turns: placesNamed(finding).map((at) => analysis.recording.turns[at]) };
  }
}

/** The turns in which a finding and what it rests on stand. */
function placesNamed({ at, evidence, behind }: Finding): number[] {
  return [at, ...evidence.map((one) => one.at), ...behind.map((one) => one.at)];
}

/** A turn whose own text is the same is the same object. What stands elsewhere, in a margin or a heading, is drawn anew. */
function standsStill({ turns }: Drawn, finding: Finding, { recording }: Analysis): boolean {
  return (
    finding.at >= 0 &&
    finding.place === undefined &&
    placesNamed(finding).every((at, index) => recording.turns[at] === turns[index])
  );
}

/** Each turn a finding rests on, one click away; then the weaker voices about the same turn. */
function relatedTo(finding: Finding, analysis: Analysis, text: Lines): DiagnosticRelatedInformation[] {
  const at = (index: number): Range | undefined => {
    const turn = analysis.recording.turns[index];
    return turn && lspRange(text, rangeOfTurn(turn));
  };
  const seen = finding.evidence.flatMap(({ at: index, shows }) => {
    const range = at(index);
    return range ? [{ location: { uri: text.uri, range }, message: `Turn ${index + 1}: ${shows}` }] : [];
  });
  const behind = finding.behind.flatMap(({ pattern, at: index }) => {
    const range = at(index);
    return range
      ? [{ location: { uri: text.uri, range }, message: `Also here: ${pattern.name} (${pattern.id})` }]
      : [];
  });
  return [...seen, ...behind];
}
