/** The pages in docs/ that are made from the patterns and the practice texts, and the schema of their settings. */
import { patterns } from '../server/src/patterns/registry.ts';

/** File and text of every page. */
export function pages(): [string, string][] {
  return [];
}

/** JSON schema of `processRecording.patterns`, by id. */
export function settingsSchema(): Record<string, object> {
  return Object.fromEntries(
    patterns.map((pattern) => [
      pattern.id,
      {
        markdownDescription: `**${pattern.name}.** ${pattern.question}`,
        anyOf: [
          { enum: ['off', 'hint', 'information', 'warning', 'error'] },
          {
            type: 'object',
            additionalProperties: false,
            properties: {
              severity: { enum: ['off', 'hint', 'information', 'warning', 'error'] },
              ...Object.fromEntries(
                Object.entries(pattern.thresholds ?? {}).map(([name, threshold]) => [
                  name,
                  { type: 'number', default: threshold.default, description: threshold.why },
                ]),
              ),
            },
          },
        ],
      },
    ]),
  );
}
