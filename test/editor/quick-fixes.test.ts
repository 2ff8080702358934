import { strict as assert } from 'node:assert';
import { suite, suiteSetup, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import * as recordings from './recordings.ts';
import {
  aboutPractice,
  apply,
  isUnderTurn,
  lineAdded,
  offer,
  offersFor,
  type Shown,
  undoTo,
} from './recordings.ts';

const ALTERNATIVE = /^> \*\*Alternative \([^)*]+\):\*\* (".+"|\[.+\])$/;

suite('quick fixes', () => {
  let document: vscode.TextDocument;
  let before: string;
  let finding: Shown;

  const findings = () => recordings.findingsOf(document.uri).filter(aboutPractice);
  const isIt = ({ code, range }: Shown) =>
    code.value === finding.code.value && range.start.isEqual(finding.range.start);

  suiteSetup(async () => {
    document = await recordings.open(recordings.FIRST_STEPS);
    before = document.getText();
    await recordings.untilFindings(document.uri, (all) => all.some(aboutPractice));
    finding = findings().find(({ range }) => range.start.line > 0)!;
    assert.ok(finding, 'no finding on a turn');
  });

  teardown(async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('every finding comes with two alternatives and more, and with the other ways to answer it', async () => {
    for (const one of findings()) {
      const offers = await offersFor(document.uri, one);
      const alternatives = offers.filter(({ title }) => title.startsWith('Alternative'));
      assert.ok(
        alternatives.length >= 2,
        `${one.code.value}: ${offers.map(({ title }) => title).join(' | ')}`,
      );
      for (const { edit } of alternatives) assert.ok(edit, one.code.value);
      offer(offers, /^Considered/);
      offer(offers, /^Ask .*in supervision/);
    }
  });

  test('an alternative adds its line to the margin, and undo takes it away byte for byte', async () => {
    for (const one of findings()) {
      await apply(offer(await offersFor(document.uri, one), /^Alternative/));
      const added = lineAdded(before, document.getText());
      assert.match(added.text, ALTERNATIVE);
      const { line } = one.range.start;
      assert.ok(
        isUnderTurn(document.getText(), line, added.line),
        `${one.code.value} of line ${line + 1}: ${added.line + 1}`,
      );
      await undoTo(document, before);
      assert.equal(document.isDirty, false);
    }
  });

  test('a second alternative joins the first in the same margin', async () => {
    await apply(offer(await offersFor(document.uri, finding), /^Alternative/));
    const once = document.getText();
    const first = lineAdded(before, once);
    await recordings.untilFindings(document.uri, (all) => all.some(isIt));
    const offers = await offersFor(document.uri, finding);
    await apply(offers.filter(({ title }) => title.startsWith('Alternative')).at(1)!);
    const second = lineAdded(once, document.getText());
    assert.match(second.text, ALTERNATIVE);
    assert.equal(second.line, first.line + 1);
    await undoTo(document, before);
  });

  test('“considered” waits for the reason, and sets the finding aside once it is written', async () => {
    await vscode.window.showTextDocument(document);
    await apply(offer(await offersFor(document.uri, finding), /^Considered/));
    const { line } = lineAdded(before, document.getText());
    const note = document.lineAt(line).text;
    assert.ok(note.startsWith(`> **Considered (${finding.code.value}):**`), note);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, line, 'the caret is not at the note');
    await vscode.commands.executeCommand('type', { text: 'Ana had asked me directly, twice.' });
    assert.equal(
      document.lineAt(line).text,
      `> **Considered (${finding.code.value}):** Ana had asked me directly, twice.`,
    );
    await recordings.untilFindings(document.uri, (all) => !all.some(isIt));
    await undoTo(document, before);
    await recordings.untilFindings(document.uri, (all) => all.some(isIt));
  });

  test('“ask in supervision” writes a question into the margin', async () => {
    await apply(offer(await offersFor(document.uri, finding), /^Ask .*in supervision/));
    const added = lineAdded(before, document.getText());
    assert.match(added.text, /^> \*\*Question[^*]*:\*\* \S/);
    assert.ok(
      isUnderTurn(document.getText(), finding.range.start.line, added.line),
      `line ${added.line + 1}`,
    );
    await undoTo(document, before);
  });

  test('in a table, an alternative goes into its column of the row, and undo takes it away', async () => {
    const table = await recordings.open('table.recording.md');
    const text = table.getText();
    const advice = await recordings.untilFindings(table.uri, (all) => all.some(aboutPractice));
    const one = advice.find(({ code }) => code.value === 'worker-advice')!;
    const { line } = one.range.start;
    const cells = table.lineAt(line).text.split('|');
    await apply(offer(await offersFor(table.uri, one), /^Alternative/));
    const written = table.lineAt(line).text.split('|');
    assert.match(written.at(-2)!, /^ \*\*Alternative \([^)*]+\):\*\* .+ $/);
    assert.deepEqual(written.with(-2, ''), cells.with(-2, ''), 'another cell was changed');
    assert.equal(table.getText().replace(table.lineAt(line).text, cells.join('|')), text);
    await undoTo(table, text);
  });

  test('a file from Windows keeps its line ends and its byte-order mark, on disk as well', async () => {
    const windows = before.replace(/\r?\n/g, '\r\n');
    const bytes = new TextEncoder().encode(`\uFEFF${windows}`);
    const place = recordings.placeOf('from-windows.recording.md');
    await vscode.workspace.fs.writeFile(place, bytes);
    const copy = await recordings.open('from-windows.recording.md');
    const [one] = await recordings.untilFindings(copy.uri, (all) => all.some(isIt));
    assert.ok(one);
    await apply(offer(await offersFor(copy.uri, finding), /^Alternative/));
    assert.match(lineAdded(windows, copy.getText()).text, ALTERNATIVE);
    assert.doesNotMatch(copy.getText(), /[^\r]\n/);
    assert.ok(await copy.save());
    const saved = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await vscode.workspace.fs.readFile(place),
    );
    assert.equal(saved, `\uFEFF${copy.getText()}`);
    await undoTo(copy, windows);
    assert.ok(await copy.save());
    assert.deepEqual([...(await vscode.workspace.fs.readFile(place))], [...bytes]);
  });
});
