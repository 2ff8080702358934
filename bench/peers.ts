/**
 * Checkers of prose and Markdown that read the whole file at every key. They are fetched into a folder that is thrown
 * away, so that they weigh on nobody's installation; one that cannot be had is left out with a word.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Check = (text: string) => unknown;

interface Peer {
  readonly name: string;
  readonly version: string;
  /** How it is called, given what its package (or a file of it) exports. */
  readonly file?: string;
  readonly made: (module: never, folder: string) => Check | Promise<Check>;
}

const PEERS: readonly Peer[] = [
  {
    name: 'markdownlint',
    version: '0.42.1',
    file: 'markdownlint/sync',
    made:
      ({ lint }: { lint: (options: object) => unknown }) =>
      (text) =>
        lint({ strings: { text } }),
  },
  {
    name: 'write-good',
    version: '1.0.8',
    made: ({ default: check }: { default: Check }) => check,
  },
  {
    name: 'alex',
    version: '11.0.1',
    made: ({ markdown }: { markdown: Check }) => markdown,
  },
  {
    name: 'harper.js',
    version: '2.10.0',
    made: async (
      { LocalLinter }: { LocalLinter: new (options: object) => { lint: Check; setup: () => Promise<void> } },
      folder: string,
    ) => {
      const { binary } = (await load(folder, 'harper.js/binary')) as { binary: unknown };
      const linter = new LocalLinter({ binary });
      await linter.setup();
      return (text) => linter.lint(text);
    },
  },
];

function load(folder: string, name: string): Promise<unknown> {
  // Found as the thrown-away folder's own code would find it.
  const finder = path.join(folder, 'find.mjs');
  writeFileSync(finder, `export const load = (name) => import(name);\n`);
  return import(pathToFileURL(finder).href).then(({ load: find }: { load: (name: string) => unknown }) =>
    find(name),
  );
}

export interface PeerTimes {
  readonly name: string;
  readonly version: string;
  readonly times: readonly number[];
  /** Why there are no times. */
  readonly why?: string;
}

/** Each peer's readings of a text, in milliseconds. */
export async function peerTimes(text: string, times: number): Promise<PeerTimes[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'peers-'));
  try {
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    const all: PeerTimes[] = [];
    for (const peer of PEERS) all.push(await measured(peer, folder, text, times));
    return all;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(peer: Peer, folder: string, text: string, times: number): Promise<PeerTimes> {
  const { name } = peer;
  const fetched = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${peer.version}`],
    { cwd: folder, timeout: 120_000, encoding: 'utf8' },
  );
  if (fetched.status !== 0) return { name, version: peer.version, times: [], why: 'could not be fetched' };
  try {
    const { version } = JSON.parse(
      readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8'),
    ) as { version: string };
    const check = await peer.made((await load(folder, peer.file ?? name)) as never, folder);
    await check(text);
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      const start = performance.now();
      await check(`${text}\nNumber ${i}.\n`);
      taken.push(performance.now() - start);
    }
    return { name, version, times: taken };
  } catch (error) {
    return { name, version: peer.version, times: [], why: `did not run (${(error as Error).name})` };
  }
}
