/** One key press costs the same work in a short session and in a long one. Counted, never timed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { recordingOf } from '../bench/recordings.ts';
import { type Analyst, analystOf } from '../server/src/patterns/analyse.ts';
import { counted as judged } from '../server/src/patterns/engine.ts';
import { patterns } from '../server/src/patterns/registry.ts';
import { readSettings } from '../server/src/patterns/settings.ts';
import { counted as parsed } from '../server/src/recording/read.ts';
import { counted as heard } from '../server/src/talk/read.ts';

const { settings } = readSettings('all', undefined);

interface Work {
  readonly blocks: number;
  readonly turns: number;
  readonly looks: number;
}

const soFar = (): Work => ({ blocks: parsed.blocksParsed, turns: heard.turnsRead, looks: judged.looks });

/** The most that any of ten letters cost, typed one after the other into a turn in the middle. */
function workOfKeys(analyst: Analyst, text: string, typing: boolean): Work {
  let at = text.lastIndexOf(' ', text.indexOf('\n', text.indexOf('\n**Ana:** ', text.length / 2) + 1));
  let now = text;
  const most = { blocks: 0, turns: 0, looks: 0 };
  for (const letter of ' remembers') {
    now = now.slice(0, at) + letter + now.slice(at);
    const before = soFar();
    analyst.edit({ start: at, end: at, text: letter }, now);
    analyst.analysis(settings, typing);
    const after = soFar();
    for (const what of ['blocks', 'turns', 'looks'] as const)
      most[what] = Math.max(most[what], after[what] - before[what]);
    at++;
  }
  return most;
}

describe('a key press', () => {
  const work = new Map<number, Work>();
  const typed = new Map<number, Work>();
  beforeAll(() => {
    for (const turns of [200, 2000, 5000]) {
      const text = recordingOf(turns);
      const analyst = analystOf(text);
      analyst.analysis(settings);
      work.set(turns, workOfKeys(analyst, text, false));
      analyst.reset(text);
      analyst.analysis(settings);
      typed.set(turns, workOfKeys(analyst, text, true));
    }
  }, 120_000);

  test('parses the touched block and the one above it, which may have bound it', () => {
    for (const { blocks } of work.values()) expect(blocks).toBeLessThanOrEqual(2);
  });

  test('hears the touched turn again and the two that have it in the ear', () => {
    for (const { turns } of work.values()) expect(turns).toBeLessThanOrEqual(3);
  });

  test('asks patterns about as many moves in 5,000 turns as in 200', () => {
    const few = work.get(200)!.looks;
    expect(few).toBeGreaterThan(0);
    for (const { looks } of work.values()) expect(looks).toBeLessThanOrEqual(few * 2);
  });

  test('asks nothing that looks at the whole session, as long as the writer is typing', () => {
    const atRest = patterns.filter(({ reach }) => reach === 'session').length;
    // But for those that have said something about these very words, whose places move with every letter.
    for (const [turns, { looks }] of typed) expect(looks).toBeLessThan(work.get(turns)!.looks - atRest / 2);
  });
});
