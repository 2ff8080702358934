/** The report of `lint` in SARIF 2.1.0, for tools that gather findings. */

import { patterns } from '../patterns/registry.ts';
import type { FileReport } from './lint.ts';

const LEVEL = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

export function sarif(reports: readonly FileReport[]): object {
  const results = reports.flatMap((report) =>
    [...report.findings.map((finding) => ({ ...finding, code: finding.pattern })), ...report.format].map(
      ({ code, severity, message, range }) => ({
        ruleId: code,
        level: LEVEL[severity],
        message: { text: message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: encodeURI(report.file.replaceAll('\\', '/')) },
              region: {
                startLine: range.start.line + 1,
                startColumn: range.start.character + 1,
                endLine: range.end.line + 1,
                endColumn: range.end.character + 1,
              },
            },
          },
        ],
      }),
    ),
  );
  const used = new Set(results.map(({ ruleId }) => ruleId));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Process Recording: Mutual Aid',
            rules: [
              ...patterns
                .filter(({ id }) => used.has(id))
                .map(({ id, name, question }) => ({
                  id,
                  name,
                  shortDescription: { text: name },
                  help: { text: question },
                })),
              ...[...used].filter((id) => id.startsWith('format-')).map((id) => ({ id })),
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}
