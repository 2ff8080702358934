/** What the suite does with recordings: open them, wait for their findings, ask for what may be done about one. */
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

export const EXTENSION = 'process-recording.process-recording';
/** A beginner's recording with findings, out of `examples/`. */
export const FIRST_STEPS = 'first-steps.recording.md';

export const placeOf = (name: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);

export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(placeOf(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** A finding as VS Code shows it. */
export type Shown = vscode.Diagnostic & { code: { value: string; target: vscode.Uri } };

export const findingsOf = (uri: vscode.Uri): Shown[] =>
  vscode.languages.getDiagnostics(uri).filter((one): one is Shown => one.source === 'mutual-aid');

/** The findings of a recording as soon as they are `enough`. Waits for events; the test's time limit is the only one. */
export function untilFindings(
  uri: vscode.Uri,
  enough: (findings: readonly Shown[]) => boolean = (findings) => findings.length > 0,
): Promise<Shown[]> {
  return new Promise((resolve) => {
    const look = () => {
      const findings = findingsOf(uri);
      if (!enough(findings)) return;
      listener.dispose();
      resolve(findings);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** Findings about practice; the others are about the form of the file. */
export const aboutPractice = (finding: Shown): boolean => !finding.code.value.startsWith('format-');

/** What the light bulb offers for a finding. */
export async function offersFor(uri: vscode.Uri, finding: Shown): Promise<vscode.CodeAction[]> {
  for (;;) {
    // VS Code drops a request while another extension is registering a provider: ask again until it answers.
    const offers = await vscode.commands
      .executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        finding.range,
        undefined,
        50,
      )
      .then(
        (actions) => actions,
        () => [],
      );
    const about = offers.filter(
      (offer) => !offer.diagnostics?.length || offer.diagnostics.some((one) => isSame(one, finding)),
    );
    if (about.length > 0) return about;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const isSame = (one: vscode.Diagnostic, other: Shown): boolean =>
  one.message === other.message && one.range.isEqual(other.range);

export function offer(offers: readonly vscode.CodeAction[], title: RegExp): vscode.CodeAction {
  const found = offers.find((one) => title.test(one.title));
  assert.ok(found, `no ${title} among:\n${offers.map((one) => one.title).join('\n')}`);
  assert.equal(found.kind?.value, 'quickfix', found.title);
  return found;
}

export async function apply({ title, edit }: vscode.CodeAction): Promise<void> {
  assert.ok(edit, `“${title}” carries no edit`);
  assert.ok(await vscode.workspace.applyEdit(edit), `“${title}” could not be applied`);
}

/** Presses undo in the editor that has the focus until the text is as it was, or until there is nothing to undo. */
export async function undoTo(document: vscode.TextDocument, text: string): Promise<void> {
  await vscode.window.showTextDocument(document);
  for (let left = ''; document.getText() !== text; ) {
    assert.notEqual(left, document.getText(), 'everything is undone, and the text is another than before');
    left = document.getText();
    await vscode.commands.executeCommand('undo');
  }
}

/** The one line with words that `after` has more than `before`; fails where any other byte differs. */
export function lineAdded(before: string, after: string): { readonly line: number; readonly text: string } {
  const [old, now] = [before, after].map((text) => text.split(/(?<=\n)/)) as [string[], string[]];
  const more = now.length - old.length;
  let line = 0;
  while (line < old.length && old[line] === now[line]) line++;
  assert.equal(now.slice(line + more).join(''), old.slice(line).join(''), 'something else was changed');
  // The first note of a margin takes a blank line with it, above or below as one looks at it.
  const added = now
    .slice(line, line + more)
    .map((text, index) => ({ line: line + index, text: text.trimEnd() }));
  const words = added.filter(({ text }) => text !== '');
  assert.equal(
    words.length,
    1,
    `one line was to be added, not:\n${added.map(({ text }) => text).join('\n')}`,
  );
  assert.ok(more <= 2, `${more} lines were added`);
  return words[0]!;
}

/** Whether `line` stands in the margin of the turn that begins at `turn`: no other turn begins between them. */
export function isUnderTurn(text: string, turn: number, line: number): boolean {
  const between = text.split('\n').slice(turn + 1, line);
  return line > turn && !between.some((one) => /^\*\*[^*]+(:\*\*|\*\*:)/.test(one));
}
