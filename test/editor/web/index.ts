/** The same suite in a web worker, with no server and no disk: the folder is one in memory, and is filled first. */
import * as vscode from 'vscode';
import { runSuite } from '../index.ts';
import { placeOf } from '../recordings.ts';

declare const SUITE_FILES: Record<string, string>;

export async function run(): Promise<void> {
  for (const [name, text] of Object.entries(SUITE_FILES))
    await vscode.workspace.fs.writeFile(placeOf(name), new TextEncoder().encode(text));
  await runSuite();
}
