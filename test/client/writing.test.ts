/** What stood in a file is there whole, or what took its place is: on a full disk, in a place that may not be written to. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { type Files, isCutShort, troubleOf, writeWhole } from '../../client/src/writing.ts';

const root = mkdtempSync(path.join(tmpdir(), 'written-'));
const isMounted = process.platform === 'linux' && mounted();
afterAll(() => {
  if (isMounted) spawnSync('umount', [path.join(root, 'small')]);
  rmSync(root, { recursive: true });
});

/** A disk of 64 kB, where the machine allows it. */
function mounted(): boolean {
  const at = path.join(root, 'small');
  mkdirSync(at);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at]).status === 0;
}

/** The disk, as VS Code's file system would have it. */
const disk = {
  stat: ({ path: at }) => stat(at) as never,
  writeFile: ({ path: at }, bytes) => writeFile(at, bytes),
  rename: ({ path: from }, { path: to }) => rename(from, to),
  delete: ({ path: at }) => rm(at),
} as Files;
const at = (where: string) =>
  ({ path: where, with: ({ path: other }: { path: string }) => at(other) }) as never;
const OLD = 'The page of last week.';
const page = (kilobytes: number) => new Uint8Array(kilobytes * 1024).fill(97);

/** A folder with a page in it, and nothing else. */
function folderIn(parent: string, name: string): { folder: string; file: string } {
  const folder = path.join(parent, name);
  mkdirSync(folder);
  const file = path.join(folder, 'page.html');
  writeFileSync(file, OLD);
  return { folder, file };
}
const standsIn = (folder: string) =>
  readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);

describe('a page', () => {
  let number = 0;
  let folder: string;
  let file: string;
  beforeEach(() => {
    ({ folder, file } = folderIn(root, String(number++)));
  });

  it('takes the place of the last one, or a new place', async () => {
    await writeWhole(disk, at(file), page(1));
    await writeWhole(disk, at(`${file}.html`), page(2));
    expect(standsIn(folder).map(([name, text]) => [name, text!.length])).toEqual([
      ['page.html', 1024],
      ['page.html.html', 2048],
    ]);
  });

  it('that is cut off in the middle leaves the last one as it was', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'Unknown' });
    const cutOff: Files = {
      ...disk,
      writeFile: async (where, bytes) => {
        await disk.writeFile(where, bytes.subarray(0, bytes.length / 2));
        throw full;
      },
    };
    await expect(writeWhole(cutOff, at(file), page(8))).rejects.toBe(full);
    expect(standsIn(folder)).toEqual([['page.html', OLD]]);
  });

  it('that is cut off without a word leaves the last one as it was', async () => {
    const silent: Files = {
      ...disk,
      writeFile: (where, bytes) => disk.writeFile(where, bytes.subarray(0, bytes.length / 2)),
    };
    expect(await writeWhole(silent, at(file), page(8)).catch(troubleOf)).toBe('full');
    expect(standsIn(folder)).toEqual([['page.html', OLD]]);
  });

  it('whose last one is gone already stays beside the place it could not take', async () => {
    const rename: Files['rename'] = async (_, target) => {
      await disk.delete(target);
      throw new Error('the wire is cut');
    };
    await expect(writeWhole({ ...disk, rename }, at(file), page(8))).rejects.toThrow('wire');
    expect(standsIn(folder).map(([, text]) => text!.length)).toEqual([8192]);
  });

  it('that cannot be put in its place leaves nothing beside it', async () => {
    const held = Object.assign(new Error('EPERM: operation not permitted, rename'), {
      code: 'NoPermissions',
    });
    const rename = () => Promise.reject(held);
    await expect(writeWhole({ ...disk, rename }, at(file), page(8))).rejects.toBe(held);
    expect(standsIn(folder)).toEqual([['page.html', OLD]]);
  });

  it('is written straight where there is a file and no folder around it', async () => {
    const alone: Files = {
      ...disk,
      writeFile: (where, bytes) =>
        where.path === file
          ? disk.writeFile(where, bytes)
          : Promise.reject(Object.assign(new Error('no such folder'), { code: 'FileNotFound' })),
    };
    await writeWhole(alone, at(file), page(1));
    expect(standsIn(folder)[0]![1]).toHaveLength(1024);
  });

  it('is not written into a folder that is closed', async ({ skip }: TestContext) => {
    skip(process.getuid?.() === 0 || process.platform === 'win32', 'whoever runs this may write anywhere');
    chmodSync(folder, 0o555);
    const trouble = await writeWhole(disk, at(file), page(1)).catch(troubleOf);
    chmodSync(folder, 0o755);
    expect(trouble).toBe('forbidden');
    expect(standsIn(folder)).toEqual([['page.html', OLD]]);
  });
});

describe('on a disk of its own', () => {
  const small = path.join(root, 'small');
  beforeEach(({ skip }: TestContext) => skip(!isMounted, 'no disk may be made here'));

  it('a page that does not fit leaves the last one, and room for a smaller one', async () => {
    const { folder, file } = folderIn(small, 'full');
    const trouble = await writeWhole(disk, at(file), page(100)).catch(troubleOf);
    expect(trouble).toBe('full');
    expect(standsIn(folder)).toEqual([['page.html', OLD]]);
    await writeWhole(disk, at(file), page(20));
    expect(standsIn(folder)[0]![1]).toHaveLength(20 * 1024);
  });

  it('nothing is written where nothing may be', async () => {
    const { folder, file } = folderIn(small, 'read-only');
    spawnSync('mount', ['-o', 'remount,ro', small]);
    const trouble = await writeWhole(disk, at(file), page(1)).catch(troubleOf);
    spawnSync('mount', ['-o', 'remount,rw', small]);
    expect(trouble).toBe('forbidden');
    expect(standsIn(folder)).toEqual([['page.html', OLD]]);
  });
});

describe('a text that was cut short', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    ['the beginning', bytes('Ana: '), true],
    ['nothing', bytes(''), true],
    ['half a sign', bytes('Ana: é').subarray(0, 6), true],
    ['the beginning behind a mark', bytes('\ufeffAna: '), true],
    ['all', bytes('Ana: été'), false],
    ['all behind a mark', bytes('\ufeffAna: été'), false],
    ['another encoding', Buffer.from('Ana: été', 'latin1'), false],
    ['what another program wrote', bytes('Ben'), false],
  ])('%s', (_, onDisk, isCut) => {
    expect(isCutShort(onDisk, 'Ana: été')).toBe(isCut);
  });
});

describe('why something could not be written', () => {
  it.each([
    ['ENOSPC: no space left on device, write', 'Unknown', 'full'],
    ['EDQUOT: disk quota exceeded, write', 'Unknown', 'full'],
    ['EROFS: read-only file system, open', 'Unknown', 'forbidden'],
    ['permission denied', 'NoPermissions', 'forbidden'],
    ['the wire is cut', 'Unavailable', 'other'],
  ])('%s', (message, code, trouble) => {
    expect(troubleOf(Object.assign(new Error(message), { code }))).toBe(trouble);
  });
});
