/** Recordings to measure with: as long as wanted, the same at every run, and made of sentences that students' fixtures hold. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from '../server/src/recording/read.ts';

const MEMBERS = ['Ana', 'Ben', 'Carla', 'Dev', 'Elif', 'Femi', 'Grace', 'Hugo'];
const FIXTURES = ['test/recordings/patterns', 'examples'];

interface Said {
  readonly byWorker: boolean;
  readonly words: string;
  readonly notes: readonly string[];
}

/** Mulberry32, so that every run measures the same text. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Every turn of the fixtures, its names put into the mouths of this group. */
function saidInFixtures(): Said[] {
  return FIXTURES.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.recording.md'))
      .sort()
      .flatMap((file) => {
        const { turns, header } = read(readFileSync(path.join(folder, file), 'utf8'));
        const names = new Map(
          header.members.map(({ name }, index) => [name, MEMBERS[index % MEMBERS.length]!] as const),
        );
        const here = (text: string): string =>
          text.replace(/\p{Lu}\p{L}+/gu, (word) => names.get(word) ?? word).replace(/[<>\r\n]/g, ' ');
        return turns
          .filter(({ words }) => words.trim() !== '')
          .map(({ speaker, words, margin }) => ({
            byWorker: speaker.kind === 'worker',
            words: here(words),
            notes: margin
              .filter(({ kind, text }) => (kind === 'feeling' || kind === 'analysis') && text !== '')
              .map(({ kind, text }) => `> **${kind === 'feeling' ? 'Feeling' : 'Analysis'}:** ${here(text)}`),
          }));
      }),
  );
}

let said: readonly Said[] | undefined;

/**
 * A session of `turns` turns. Speakers, lengths and words vary: each turn is one of the fixtures', or the sentences of two
 * of them. A tenth of the turns follow a silence or a gesture, and margins stand where the fixtures have them.
 */
export function recordingOf(turns: number, seed = 1): string {
  said ??= saidInFixtures();
  const below = numbers(seed);
  const [workers, members] = [said.filter((one) => one.byWorker), said.filter((one) => !one.byWorker)];
  const parts = [
    `---\ngroup:\n  name: Tuesday group\n  type: classic\nsession: 5\nof: 12\nworker: Worker\nmembers: [${MEMBERS.join(', ')}]\n---\n\n# Session 5\n\n## Dialogue\n`,
  ];
  let before = -1;
  for (let turn = 0; turn < turns; turn++) {
    const byWorker = turn % 3 === 0 ? below(4) > 0 : below(6) === 0;
    const from = byWorker ? workers : members;
    const first = from[below(from.length)]!;
    const second = below(3) === 0 ? ` ${from[below(from.length)]!.words}` : '';
    before = (before + 1 + below(MEMBERS.length - 1)) % MEMBERS.length;
    if (below(10) === 0)
      parts.push(`*${['Silence, 10 seconds.', 'Carla looks at the floor.', 'Laughter.'][below(3)]}*\n`);
    parts.push(`**${byWorker ? 'Worker' : MEMBERS[before]}:** ${first.words}${second}\n`);
    if (first.notes.length > 0) parts.push(`${first.notes.join('\n')}\n`);
  }
  return parts.join('\n');
}
