/** Settings as people write them, read into what the engine uses. Nonsense is told by name and otherwise left out. */
import * as z from 'zod/mini';
import type { Settings } from './engine.ts';
import { patterns } from './registry.ts';

const LEVELS = ['off', 'hint', 'information', 'warning', 'error'] as const;
const Level = z.enum(LEVELS);
const Detailed = z.catchall(z.object({ severity: z.optional(Level) }), z.number());

export interface ReadSettings {
  readonly settings: Settings;
  /** One sentence for each entry that could not be read. Names settings only, never content. */
  readonly faults: readonly string[];
}

/**
 * Reads `profile` and `patterns` of `processRecording`.
 * @param profile `core` or `all`; anything else is `core`
 * @param entries the map of pattern ids to a level or to `{ severity, …thresholds }`
 */
export function readSettings(profile: unknown, entries: unknown): ReadSettings {
  const faults: string[] = [];
  const read: Record<string, Settings['patterns'][string]> = {};
  if (profile !== undefined && profile !== null && profile !== 'core' && profile !== 'all')
    faults.push('processRecording.profile should be "core" or "all".');
  const known = new Map(patterns.map((pattern) => [pattern.id, pattern]));
  const map =
    entries !== null && typeof entries === 'object' && !Array.isArray(entries) ? Object.entries(entries) : [];
  if (
    entries !== undefined &&
    entries !== null &&
    map.length === 0 &&
    (typeof entries !== 'object' || Array.isArray(entries))
  )
    faults.push('processRecording.patterns should map pattern ids to a level.');
  for (const [id, value] of map) {
    const pattern = known.get(id);
    if (pattern === undefined) {
      faults.push(`There is no pattern called "${id.slice(0, 60)}".`);
      continue;
    }
    const level = Level.safeParse(value);
    const detailed = level.success ? undefined : Detailed.safeParse(value);
    if (level.success) read[id] = { severity: level.data, thresholds: {} };
    else if (detailed?.success) {
      const { severity, ...numbers } = detailed.data as { severity?: (typeof LEVELS)[number] } & Record<
        string,
        number
      >;
      for (const name of Object.keys(numbers))
        if (!(pattern.thresholds && name in pattern.thresholds))
          faults.push(`"${id}" has no threshold called "${name.slice(0, 60)}".`);
      read[id] = { ...(severity === undefined ? {} : { severity }), thresholds: numbers };
    } else
      faults.push(
        `"${id}" should be one of ${LEVELS.join(', ')}, or an object with severity and thresholds.`,
      );
  }
  return { settings: { profile: profile === 'all' ? 'all' : 'core', patterns: read }, faults };
}

export const DEFAULT_SETTINGS: Settings = { profile: 'core', patterns: {} };
