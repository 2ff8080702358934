import { strict as assert } from 'node:assert';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { close, openWith, run, until } from './desk.ts';

const TEXT = `---
student: J. R.
supervisor: M. O.
members: [Ana, Ben]
---

## Dialogue

**Worker:** You should call her tonight.

> **Considered (worker-advice):** She asked me.
> **Agreed (worker-advice; M. O., 2026-10-07):** I see it too.

**Ana:** I might | or \`not\`.

**Worker:** Ben, you looked up when Ana said that.

> **Skill:** linking, listening
> **Skill (M. O., 2026-10-07):** linking
> **Alternative (M. O., 2026-10-07):** "Who else has such a sister?"
`;

/** Compares the readers of the recording in front; the preview opens the page when it is ready. */
async function pageOf(name: string): Promise<vscode.TextDocument> {
  const page = () =>
    vscode.workspace.textDocuments.find(
      ({ uri }) => uri.scheme === 'process-recording-readers' && uri.path.includes(`/${name}.recording.md/`),
    );
  await run('compareReaders');
  await until(page, 'no page is opened');
  return page()!;
}

suite('two readers', () => {
  test('stand side by side on a page, turn by turn, without a score', async () => {
    await openWith('readers.recording.md', TEXT);
    const page = await pageOf('readers');
    assert.equal(
      page.getText(),
      `# Two readers

| Turn | Both | Only J. R. | Only M. O. |
|---|---|---|---|
| 1 · **Worker:** You should call her tonight. |  | set aside: Worker gives the advice | sees: Worker gives the advice |
| 3 · **Worker:** Ben, you looked up when Ana said that. | connecting members | listening | another line |
`,
    );
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.ok(
      tabs.some(({ label }) => /Two Readers/.test(label)),
      tabs.map(({ label }) => label).join(', '),
    );
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    await close();
  });

  test('say so where neither has marked anything', async () => {
    await openWith('unread.recording.md', '## Dialogue\n\n**Worker:** Mm.\n');
    const page = await pageOf('unread');
    assert.match(page.getText(), /^# Two readers\n\nNeither has marked a skill/);
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    await close();
  });
});
