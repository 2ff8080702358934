/**
 * How fast it is, beside others that read the same text.
 *
 *   npm run bench                measures and prints
 *   npm run bench -- --write     and makes docs/performance.md of it
 *   npm run bench -- --no-peers  without fetching the peers
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { folderTimes } from './folder.ts';
import { median, p95, shown } from './numbers.ts';
import { peerTimes } from './peers.ts';
import { firstReadings } from './reading.ts';
import { recordingOf } from './recordings.ts';
import { bareNodeTimes, memory, startTimes, typing } from './server.ts';

const { values } = parseArgs({
  options: { write: { type: 'boolean' }, 'no-peers': { type: 'boolean' } },
});

type Row = readonly [what: string, measured: string, aim: string];

/** An aim that was missed, and what would close the rest. */
interface Short {
  readonly missed: boolean;
  readonly what: string;
  readonly rest: string;
}

/** A table of Markdown. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function vsixBytes(): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'vsix-'));
  try {
    const file = path.join(folder, 'package.vsix');
    const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
    spawnSync('npx', ['vsce', 'package', ...flags, '-o', file], { timeout: 120_000 });
    return statSync(file).size;
  } catch {
    return Number.NaN;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The server's bundles on Node, those first that an editor waits for. */
const SERVER = ['server/node.js', 'server/protocol.js', 'server/core.js'];
const kilobytes = (bytes: number): string => shown(bytes / 1024, 'KB');

/** What is being measured now, for whoever waits. */
async function saying<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  process.stderr.write(`${what}…\n`);
  return await work();
}

const listed = (short: readonly Short[]): string => {
  const missed = short.filter((one) => one.missed);
  if (missed.length === 0) return 'Nothing.';
  return missed.map(({ what, rest }) => `- **${what}.** ${rest}`).join('\n');
};

async function measure(): Promise<string> {
  const small = await saying('Typing in 200 turns', () => typing(200, 20));
  const middle = await saying('Typing in 2,000 turns', () => typing(2000, 20));
  const large = await saying('Typing in 5,000 turns', () => typing(5000, 20));
  const text = recordingOf(2000);
  const first = await saying('First readings', () => firstReadings(text, 6));
  const peers = values['no-peers'] ? [] : await saying('Peers', () => peerTimes(text, 3));
  const fastest = Math.min(
    ...peers.filter(({ times }) => times.length > 0).map(({ times }) => median(times)),
  );
  const starts = await saying('Starting', () => startTimes(9));
  const bare = bareNodeTimes(9);
  const quarter = await saying('A folder of 75', () => folderTimes(75, 60));
  const folder = await saying('A folder of 300', () => folderTimes(300, 60));
  const held = await saying('Ten open recordings', () => memory(10, 200));
  const size = (file: string): number => statSync(path.join('dist', file)).size;
  const server = SERVER.map(size).reduce((a, b) => a + b);
  const packed = vsixBytes();

  const short: Short[] = [
    {
      missed: p95(middle.keys) > 5,
      what: 'A key press in 2,000 turns',
      rest: 'Laying out, hearing and judging no longer grow with the session; what a key costs is three turns heard and some forty patterns asked about the moves around them, 650 times a key. Of some 780 regular expressions tried at a key, five in six were tried on the same words at the key before: what a move shows by itself is remembered where it cost most, and could be wherever a pattern asks about one move alone. They are about a tenth of a key; the three turns, the signs that are worked out anew for the worker’s moves around them and the patterns’ own steps are the rest. The first hundred keys take twice as long as later ones, for the code is new to V8 then.',
    },
    {
      missed: median(large.keys) > 2 * median(small.keys),
      what: 'A key at 5,000 turns over one at 200',
      rest: 'What still grows are lists of all turns and findings that are copied and compared by identity; changes handed from room to room would leave none.',
    },
    {
      missed: !(fastest / median(middle.keys) >= 90),
      what: 'The fastest peer over a key of ours',
      rest: 'As for a key press in 2,000 turns.',
    },
    {
      missed: median(first.ratios) > 1.3,
      what: 'The first analysis',
      rest: 'By a profile about a third of the processor’s time goes to some thousand regular expressions, a tenth to adding up ten million votes of the tagger, a tenth to its features, and a sixth to V8, which makes code of ours in the background for as long as it is new; the rest is spread thin. An expression that was tried only on texts which hold letters that it needs was built and measured: four in five tries of the expressions that have such letters were left out, and what that won was spent on looking for them, for half of all tries are of expressions made of the commonest words. Fewer expressions, each doing more, would help; so would fewer votes.',
    },
    {
      missed: median(starts) > 200,
      what: 'The start',
      rest: 'Node itself and the protocol’s library are nearly all of it; a snapshot of both started would spare reading them.',
    },
    {
      missed: held.open > 120,
      what: 'Memory',
      rest: 'Node is 38 MB of it and code 18, half of that the expressions, which V8 makes into code once each since all words are kept in two bytes a character. A recording of 200 turns holds 2 MB. What is kept free for new objects, and how far garbage may grow, is held where the server starts. Shorter expressions would take most from it.',
    },
    {
      missed: server > 600 * 1024 || packed > 1024 * 1024,
      what: 'Sizes',
      rest: 'The votes of the tagger and of the leanings are some 430 KB of the server, 320 KB packed; a coder that knows how often each vote comes would take a seventh more. The protocol’s library is 190 KB, and the pattern files are most of what is left: expressions, messages and lines. The packed extension holds core, client and library once each; the patterns’ pages are 110 KB of it, half of which a single file would save.',
    },
  ];

  const rows: Row[] = [
    ...[small, middle, large].map(
      ({ turns, keys, processor }): Row => [
        `key press → fresh diagnostics at the client, ${shown(turns)} turns`,
        `${shown(median(keys), 'ms')}, 95th percentile ${shown(p95(keys), 'ms')}${processor === undefined ? '' : `; ${shown(processor, 'ms')} of the server’s processor time a key`}`,
        turns === 2000 ? '95th percentile ≤ 5 ms' : '',
      ],
    ),
    [
      'a key at 5,000 turns over one at 200',
      `${shown(median(large.keys) / median(small.keys))} ×, 95th percentiles ${shown(p95(large.keys) / p95(small.keys))} ×`,
      '≤ 2 ×',
    ],
    [
      'fastest peer’s reading over a key of ours, 2,000 turns',
      Number.isFinite(fastest) ? `${shown(fastest / median(middle.keys))} ×` : 'no peer could be had',
      '≥ 90 ×',
    ],
    [
      'first analysis of 2,000 turns, all patterns, over remark’s parse alone',
      `${shown(median(first.ratios))} × (${shown(median(first.ours), 'ms')} and ${shown(median(first.remark), 'ms')}; the first of each, cold, ${shown(first.ours[0]!)} and ${shown(first.remark[0]!)})`,
      '≤ 1.3 ×',
    ],
    ['opening 2,000 turns → diagnostics at the client', shown(middle.opened, 'ms'), ''],
    [
      'starting the server → `initialize` answered',
      `${shown(median(starts), 'ms')}, 95th percentile ${shown(p95(starts), 'ms')} (a bare Node: ${shown(median(bare), 'ms')})`,
      '≤ 200 ms',
    ],
    [
      '300 recordings of 60 turns by command line, two processes',
      `${shown((folder.recordings * folder.turns) / folder.seconds)} turns a second (${shown(folder.seconds, 's')})`,
      'as many as can be had',
    ],
    [
      'its memory, at most, and with 75 recordings',
      `${shown(folder.peak, 'MB')}, ${shown(quarter.peak, 'MB')}`,
      'flat',
    ],
    [
      'server with ten recordings of 200 turns open',
      `${shown(held.open, 'MB')} (with none ${shown(held.empty, 'MB')})`,
      '≤ 120 MB',
    ],
    ...(
      [
        ['server bundle (shared with the command line)', SERVER, '≤ 600 KB'],
        ['of it, loaded before `initialize` is answered', SERVER.slice(0, 2), ''],
        [
          'browser worker, with the same core',
          ['server/browser.js', 'server/protocol.js', 'server/core.js'],
          '',
        ],
        [
          'client bundle (shared with the browser’s)',
          ['client/extension.js', 'client/browser.js'],
          '≤ 500 KB',
        ],
      ] as const
    ).map(([what, files, aim]): Row => [what, kilobytes(files.map(size).reduce((a, b) => a + b)), aim]),
    ['packed extension', kilobytes(packed), '≤ 1 MB'],
  ];
  return [
    table(['what', 'measured', 'aim'], rows),
    '',
    '## What is short of its aim, and what would close the rest',
    '',
    listed(short),
    '',
    '## Peers',
    '',
    'Each reads the whole of the same 2,000 turns again at every key.',
    '',
    table(
      ['peer', 'median', '95th percentile', 'over a key of ours'],
      peers.map(({ name, version, times, why }) =>
        why === undefined
          ? [
              `${name} ${version}`,
              shown(median(times), 'ms'),
              shown(p95(times), 'ms'),
              `${shown(median(times) / median(middle.keys))} ×`,
            ]
          : [`${name} ${version}`, why, '', ''],
      ),
    ),
  ].join('\n');
}

const atStart = loadavg()[0]!;
void measure().then((found) => {
  console.log(found);
  if (!values.write) return;
  writeFileSync(
    'docs/performance.md',
    `# Performance

Made by \`npm run bench -- --write\` on ${cpus().length} cores with Node ${process.versions.node}, ${shown(atStart)} processes wanting them at the start and ${shown(loadavg()[0]!)} at the end, the bench’s own among these. The texts are put together from turns of the fixtures, the same at every run; a key press is a letter typed somewhere in the recording, sent over the server's standard streams and followed by a pull, with every pattern on. Times depend on the machine and on what else it does, so read them as ratios; processor time, where it is given, leaves out what others did, and the ratio to remark is of processor time alone.

${found}
`,
  );
});
