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
import { type Fault, type Range as Offsets, rangeOf } from '../recording/model.ts';

export const SOURCE = 'mutual-aid';

export const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function lspRange(text: TextDocument, { start, end }: Offsets): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

/** The same for a text that is not open yet: what a document will be after an edit. */
export function rangeIn(text: string, offsets: Offsets): Range {
  return lspRange(TextDocument.create('', '', 0, text), offsets);
}

/** @param pageOf the address of a pattern's page, where the editor can open one */
export function diagnosticsOf(
  analysis: Analysis,
  findings: readonly Finding[],
  faults: readonly Fault[],
  text: TextDocument,
  pageOf: (id: string) => string | undefined,
  related: boolean,
): Diagnostic[] {
  return [
    ...faults.map((fault) => ({
      range: lspRange(text, rangeOf(fault.place)),
      severity: SEVERITY[fault.severity],
      source: SOURCE,
      code: fault.code,
      message: fault.message,
    })),
    ...findings.map((finding) => {
      const page = pageOf(finding.pattern.id);
      return {
        range: lspRange(text, rangeOfSighting(analysis.group, finding)),
        severity: SEVERITY[finding.severity],
        source: SOURCE,
        code: finding.pattern.id,
        ...(page === undefined ? {} : { codeDescription: { href: page } }),
        message: finding.message,
        ...(related ? { relatedInformation: relatedTo(finding, analysis, text) } : {}),
      };
    }),
  ];
}

/** Each turn a finding rests on, one click away; then the weaker voices about the same turn. */
function relatedTo(finding: Finding, analysis: Analysis, text: TextDocument): DiagnosticRelatedInformation[] {
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
