/** Writing a file such that what stood in its place is either replaced whole or left as it was. Knows no window. */
import type { FileSystem, Uri } from 'vscode';

/** What is asked of a file system. */
export type Files = Pick<FileSystem, 'stat' | 'writeFile' | 'rename' | 'delete'>;

/**
 * Writes beside the target, then puts it in its place. Throws what the file system throws; nothing half-written is left
 * then, and the target is untouched.
 */
export async function writeWhole(files: Files, target: Uri, bytes: Uint8Array): Promise<void> {
  const beside = target.with({ path: `${target.path}.${Date.now().toString(36)}.part` });
  try {
    await files.writeFile(beside, bytes);
    // VS Code's disk takes what there is room for, and does not say that it was not all.
    if ((await files.stat(beside)).size < bytes.length)
      throw new Error('ENOSPC: no space left for all of it');
  } catch (error) {
    await remove(files, beside);
    // A browser gives the one file that was picked and no folder around it. It puts it in place by itself, when it is whole.
    if (codeOf(error) !== 'FileNotFound') throw error;
    return files.writeFile(target, bytes);
  }
  try {
    await files.rename(beside, target, { overwrite: true });
  } catch (error) {
    // VS Code takes the old one away first. If it got no further, the new one is all there is.
    if (await isThere(files, target)) await remove(files, beside);
    throw error;
  }
}

function isThere(files: Files, file: Uri): Promise<boolean> {
  return Promise.resolve(files.stat(file)).then(
    () => true,
    () => false,
  );
}

async function remove(files: Files, file: Uri): Promise<void> {
  await files.delete(file).then(undefined, () => {});
}

/** Whether what stands on the disk is the beginning of a text and no more, in UTF-8; other encodings are not judged. */
export function isCutShort(onDisk: Uint8Array, text: string): boolean {
  const whole = new TextEncoder().encode(text);
  const isMarked =
    onDisk[0] === 0xef && onDisk[1] === 0xbb && onDisk[2] === 0xbf && !text.startsWith('\ufeff');
  const written = isMarked ? onDisk.subarray(3) : onDisk;
  return written.length < whole.length && written.every((byte, at) => byte === whole[at]);
}

/** Why something could not be written, as far as the file system says. */
export function troubleOf(error: unknown): 'full' | 'forbidden' | 'other' {
  const said = `${codeOf(error)} ${error instanceof Error ? error.message : ''}`;
  if (/\b(?:ENOSPC|EDQUOT)\b|no space left/i.test(said)) return 'full';
  return /\b(?:EROFS|EACCES|EPERM|NoPermissions)\b|read-only/i.test(said) ? 'forbidden' : 'other';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
