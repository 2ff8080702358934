/** The report of `lint` for a person at a terminal. */
import type { FileReport } from './lint.ts';

const WIDTH = 96;

export function pretty(reports: readonly { readonly report: FileReport }[]): string {
  return printable(reports.map(({ report }) => one(report)).join('\n'));
}

/** Signs that steer a terminal or turn the direction of what is read, and that nobody sees. */
const STEERING = /(?!\n)[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** What may come out of anybody's file, so that it stands in the terminal as text and does nothing there. */
export function printable(text: string): string {
  return text.replace(STEERING, '\ufffd');
}

function one(report: FileReport): string {
  const lines = [`${report.file.replace(/\s+/g, ' ')} · ${plural(report.turns, 'turn')}`];
  for (const fault of report.format) {
    lines.push('', `  line ${fault.range.start.line + 1}  ${fault.code}`, ...wrapped(fault.message));
  }
  for (const finding of report.findings) {
    const where =
      finding.turn === 0
        ? 'session'
        : finding.to > finding.turn
          ? `turns ${finding.turn}–${finding.to}`
          : `turn ${finding.turn}`;
    lines.push(
      '',
      `  ${where} (line ${finding.range.start.line + 1})  ${finding.pattern} · ${finding.severity}`,
      ...wrapped(finding.message),
    );
    for (const { line } of finding.alternatives.slice(0, 2))
      lines.push(...wrapped(line.startsWith('[') ? line : `“${line}”`, '      → ', '        '));
  }
  if (report.strengths.length > 0) {
    lines.push('', '  Worth keeping:');
    for (const { strength, turn, to } of report.strengths)
      lines.push(`    ${strength} at ${to > turn ? `turns ${turn}–${to}` : `turn ${turn}`}`);
  }
  lines.push(
    '',
    `  ${plural(report.findings.length, 'place')} to look at${report.format.length > 0 ? `, ${plural(report.format.length, 'remark')} on form` : ''}`,
    '',
  );
  return lines.join('\n');
}

function plural(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

function wrapped(text: string, first = '    ', rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = rest;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
