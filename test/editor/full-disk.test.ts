/** A disk without room: what is written stays in the editor, what stood in a file is not lost, and there is a word about it. */
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { answering, be, close, insert, lineOf, onDisk, run, until } from './desk.ts';

const TEXT = '---\nstudent: J. R.\n---\n\n## Dialogue\n\n**Worker:** Who else?\n\n**Ana:** I.\n';
/** More than the room that a disk rounds up to. */
const NEW = '**Ben:** I have been there too, in the spring.\n\n'.repeat(200);
const NAME = 'full.recording.md';
const OLD_PAGE = 'The page of last week.';

/** A disk that has room or has none. */
interface Disk {
  readonly recording: vscode.Uri;
  readonly fill: () => void;
  readonly empty: () => void;
}

/** A small disk of its own, where the machine allows one. */
function realDisk(): (Disk & { readonly folder: string; readonly remove: () => void }) | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'full-'));
  const filler = path.join(folder, 'filler');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const file = path.join(folder, NAME);
  writeFileSync(file, TEXT);
  return {
    folder,
    recording: vscode.Uri.file(file),
    fill: () => {
      for (let size = 2048; size > 0; size >>= 1)
        for (;;)
          try {
            writeFileSync(filler, new Uint8Array(size * 1024), { flag: 'a' });
          } catch {
            break;
          }
    },
    empty: () => rmSync(filler, { force: true }),
    remove: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** What behaves as one, everywhere: it says that it is full, or takes what there is room for without a word. */
function standIn(isTold: boolean): Disk & vscode.Disposable {
  let text = new TextEncoder().encode(TEXT);
  let changed = 1;
  let isFull = false;
  const provider = vscode.workspace.registerFileSystemProvider('full-disk', {
    onDidChangeFile: () => ({ dispose: () => {} }),
    watch: () => ({ dispose: () => {} }),
    stat: () => ({ type: vscode.FileType.File, ctime: 1, mtime: changed, size: text.length }),
    readFile: () => text,
    readDirectory: () => [],
    createDirectory: () => {},
    writeFile: (_, bytes) => {
      if (isFull && isTold) throw new vscode.FileSystemError('ENOSPC: no space left on device, write');
      text = new Uint8Array(isFull ? bytes.subarray(0, bytes.length / 2) : bytes);
      changed++;
    },
    delete: () => {},
    rename: () => {},
  });
  return {
    recording: vscode.Uri.parse(`full-disk:/${NAME}`),
    fill: () => {
      isFull = true;
    },
    empty: () => {
      isFull = false;
    },
    dispose: () => provider.dispose(),
  };
}

suite('a full disk', () => {
  let real: ReturnType<typeof realDisk>;
  suiteSetup(async () => {
    real = realDisk();
    await be('M. O.', 'supervisor');
  });
  suiteTeardown(async () => {
    real?.remove();
    await be();
  });
  teardown(close);

  /** Somebody goes on writing, comments and saves; then there is room. */
  const losesNothing = async ({ recording, fill, empty }: Disk): Promise<void> => {
    const document = await vscode.workspace.openTextDocument(recording);
    await vscode.window.showTextDocument(document);
    fill();
    await insert(document, '**Ana:**', NEW);
    const line = lineOf(document, '**Ben:**');
    const thread = { uri: recording, range: new vscode.Range(line, 0, line, 0), dispose: () => {} };
    await run('comment', { thread, text: 'Who else has a spring?' });
    const written = document.getText();
    assert.match(written, /in the spring\.[\s\S]*Who else has a spring\?/);
    let isSaved = true;
    let told = 0;
    const said = await answering(
      'showWarningMessage',
      () => void told++,
      async () => {
        isSaved = await document.save();
        await until(() => document.isDirty && (told > 0 || !isSaved), 'it passes for saved');
      },
    );
    // Either VS Code has noticed, or the extension tells.
    assert.deepEqual(
      said.map(([words]) => words),
      isSaved
        ? [
            'The recording was not saved whole: the disk may be full. All of it is still here. Make room and save again, or save it elsewhere.',
          ]
        : [],
    );
    await until(() => document.getText() === written, 'the text has changed');
    assert.ok(document.isDirty);
    empty();
    assert.ok(await document.save());
    assert.equal(await onDisk(recording), written);
  };

  for (const isTold of [true, false])
    test(`that ${isTold ? 'says so' : 'does not say so'}: what is written and commented stays in the editor, and is saved once there is room`, async () => {
      const disk = standIn(isTold);
      try {
        await losesNothing(disk);
      } finally {
        await close();
        disk.dispose();
      }
    });

  test('that is one: the same', async function () {
    if (!real) return skipped(this);
    await losesNothing(real);
  });

  test('a printable page that does not fit leaves the last one as it was, and can go elsewhere', async function () {
    if (!real) return skipped(this);
    const { folder, recording, fill, empty } = real;
    const page = vscode.Uri.file(path.join(folder, 'full.html'));
    empty();
    writeFileSync(page.fsPath, OLD_PAGE);
    fill();
    await vscode.window.showTextDocument(recording);
    const own = vscode.window.showSaveDialog;
    let asked = 0;
    const said: unknown[] = [];
    const { showErrorMessage } = vscode.window;
    Object.assign(vscode.window, {
      showSaveDialog: async () => {
        asked++;
        return page;
      },
      showErrorMessage: async (...words: unknown[]) => {
        said.push(words);
        assert.equal(readFileSync(page.fsPath, 'utf8'), OLD_PAGE);
        assert.deepEqual(readdirSync(folder).sort(), ['filler', NAME, 'full.html'].sort());
        empty();
        return words.at(-1);
      },
    });
    try {
      await answering(
        'showInformationMessage',
        () => undefined,
        async () => {
          await run('openPrintable');
          await until(
            () => isWritten(page),
            'it is not written in the end',
            () => said,
          );
        },
      );
    } finally {
      Object.assign(vscode.window, { showSaveDialog: own, showErrorMessage });
      await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    }
    assert.equal(asked, 2);
    assert.deepEqual(said, [
      ['The page is not written: the disk is full. What stood there is as it was.', 'Choose Another Place'],
    ]);
    assert.match(readFileSync(page.fsPath, 'utf8'), /^<!DOCTYPE html>[\s\S]*<\/html>\s*$/i);
  });
});

/** Whether the page is whole; VS Code takes the old one away before it puts the new one in its place. */
function isWritten({ fsPath }: vscode.Uri): boolean {
  return existsSync(fsPath) && /<\/html>\s*$/.test(readFileSync(fsPath, 'utf8'));
}

/** Where only the machine's owner may make a disk, a word says why this was not tried. */
function skipped(test: { skip: () => void }): void {
  console.log('    not tried: no disk may be made here');
  test.skip();
}
