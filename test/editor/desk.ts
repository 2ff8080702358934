/** What the suites of the supervisor's desk share: who sits at it, files of their own, what is asked on the screen. */
import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Extension } from '../../client/src/extension.ts';
import * as recordings from './recordings.ts';

export const run = (name: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`processRecording.${name}`, ...args);

/** What the extension tells of what it shows. */
export const shownBy = (): Promise<Extension> =>
  Promise.resolve(vscode.extensions.getExtension<Extension>(recordings.EXTENSION)!.activate());

/** Says who sits at the desk; without arguments nobody has said. */
export const be = (name?: string, role?: 'student' | 'supervisor'): Thenable<void> =>
  vscode.workspace
    .getConfiguration('processRecording')
    .update('author', name === undefined ? undefined : { name, role }, vscode.ConfigurationTarget.Global);

/** Looks again until it is so; `told` says what was there instead. */
export async function until(is: () => unknown, what: string, told: () => unknown = () => ''): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (is()) return;
    await pause(50);
  }
  assert.fail(`${what}: ${JSON.stringify(told())}`);
}

/** Puts a file into the folder as another program would, and leaves it closed. */
export async function put(name: string, text: string): Promise<vscode.Uri> {
  const uri = recordings.placeOf(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** The bytes on the disk, as text. */
export const onDisk = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** Opens a recording with this text, whatever a test before has left of it. */
export async function openWith(name: string, text: string): Promise<vscode.TextDocument> {
  await put(name, text);
  const document = await recordings.open(name);
  await until(() => document.getText() === text && !document.isDirty, 'the file is not read');
  return document;
}

export const close = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

/** Types into a recording, as an edit that makes it dirty. */
export async function insert(document: vscode.TextDocument, before: string, text: string): Promise<void> {
  const at = document.getText().indexOf(before);
  assert.notEqual(at, -1, before);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(at), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

export const lineOf = (document: vscode.TextDocument, text: string): number =>
  document.positionAt(document.getText().indexOf(text)).line;

type Asking = 'showWarningMessage' | 'showInformationMessage' | 'showQuickPick';

/**
 * Answers what the extension asks on the screen, in place of a person, for as long as `during` runs.
 * @returns what was asked, with all that there was to pick from
 */
export async function answering(
  question: Asking,
  answer: (...asked: never[]) => unknown,
  during: () => Promise<unknown>,
): Promise<unknown[][]> {
  const asked: unknown[][] = [];
  const own = vscode.window[question];
  Object.assign(vscode.window, {
    [question]: async (...args: never[]) => {
      asked.push(await Promise.all(args));
      return answer(...args);
    },
  });
  try {
    await during();
  } finally {
    Object.assign(vscode.window, { [question]: own });
  }
  return asked;
}
