/** The language features as VS Code gives them: outline, suggestions, rename, colours, hints, formatting, the folder. */
import { strict as assert } from 'node:assert';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { FIRST_STEPS, findingsOf, open, placeOf, undoTo, untilFindings } from './recordings.ts';

suite('language features', () => {
  let document: vscode.TextDocument;
  suiteSetup(async () => {
    document = await open(FIRST_STEPS);
    await untilFindings(document.uri);
  });
  const run = <T>(command: string, ...more: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(command, document.uri, ...more);
  const whole = (): vscode.Range => new vscode.Range(0, 0, document.lineCount, 0);
  const after = (words: string, from = '## Dialogue'): vscode.Position => {
    const text = document.getText();
    return document.positionAt(text.indexOf(words, text.indexOf(from)) + words.length);
  };

  test('the outline holds sections, segments with the worker’s share, and turns', async () => {
    const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    const every = (list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      list.flatMap((one) => [one, ...every(one.children)]);
    const dialogue = every(symbols).find(({ name }) => name === 'Dialogue')!;
    assert.match(dialogue.detail, /^\d+ turns, worker \d+ %$/);
    assert.equal(dialogue.children[0]!.name, 'Check-in');
    assert.match(dialogue.children[0]!.children[1]!.name, /^Ana: Tired\./);
  });

  test('margins fold as comments do, sections as regions', async () => {
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider');
    assert.ok(folds.some(({ kind }) => kind === vscode.FoldingRangeKind.Comment));
    assert.ok(folds.some(({ kind }) => kind === vscode.FoldingRangeKind.Region));
  });

  test('a selection grows to the turn and beyond', async () => {
    const [first] = await run<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', [
      after('Half te'),
    ]);
    const texts: string[] = [];
    for (let one: vscode.SelectionRange | undefined = first; one; one = one.parent)
      texts.push(document.getText(one.range));
    assert.equal(texts[0], 'term');
    assert.ok(texts.includes("**Ana:** Tired. Half term. That's my sentence."));
    assert.equal(texts.at(-1), document.getText());
  });

  test('labels are coloured by person', async () => {
    const legend = await run<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend');
    const tokens = await run<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens');
    const types = new Set<string>();
    for (let at = 3; at < tokens.data.length; at += 5) types.add(legend.tokenTypes[tokens.data[at]!]!);
    for (const type of ['worker', 'member1', 'member5', 'nonverbal', 'studentNote'])
      assert.ok(types.has(type), type);
  });

  test('a hover tells of a person', async () => {
    const [hover] = await run<vscode.Hover[]>('vscode.executeHoverProvider', after('**An'));
    assert.match((hover!.contents[0] as vscode.MarkdownString).value, /^\*\*Ana\*\*[\s\S]*turns of \d+/);
  });

  test('a lens stands above each segment', async () => {
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', 50);
    assert.match(lenses[0]!.command!.title, /^\d+ turns · worker \d+ %/);
  });

  test('turn numbers show when they are wanted', async () => {
    const settings = vscode.workspace.getConfiguration('processRecording');
    await settings.update('inlayHints.turnNumbers', true, vscode.ConfigurationTarget.Global);
    try {
      for (;;) {
        const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', whole());
        if (hints.some(({ label }) => label === '1')) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    } finally {
      await settings.update('inlayHints.turnNumbers', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('renaming a member changes every naming of them, and back', async () => {
    const before = document.getText();
    const edit = await run<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      after('**An'),
      'Zola',
    );
    await vscode.workspace.applyEdit(edit);
    const now = document.getText();
    assert.match(now, /members: \[Zola, Ben/);
    assert.doesNotMatch(now, /\bAna\b/);
    assert.equal(now.replaceAll('Zola', 'Ana'), before);
    await undoTo(document, before);
    await assert.rejects(async () => run('vscode.executeDocumentRenameProvider', after('**An'), 'Ben'));
  });

  test('references and the definition of a person', async () => {
    const places = await run<vscode.Location[]>('vscode.executeReferenceProvider', after('**An'));
    assert.ok(places.length > 5);
    const [declared] = await run<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      after('**An'),
    );
    const range = 'range' in declared! ? declared.range : declared!.targetRange;
    assert.match(document.lineAt(range.start.line).text, /^members:/);
  });

  test('formatting leaves a tidy recording alone', async () => {
    const edits = await run<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', {
      tabSize: 2,
      insertSpaces: true,
    });
    assert.deepEqual(edits ?? [], []);
  });

  test('a new line brings up who speaks next, and Tab’s command writes the label', async () => {
    const before = document.getText();
    const editor = await vscode.window.showTextDocument(document);
    const end = document.lineAt(after("That's my sentence.").line).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    const opened = document.getText();
    while (document.getText() === opened) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
    }
    assert.equal(document.lineAt(editor.selection.active.line).text, '**Worker:** ');
    await undoTo(document, before);
  });

  test('the symbols of the folder name recordings that are not open', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'dialogue',
    );
    assert.ok(new Set(symbols.map(({ location }) => location.uri.toString())).size > 1);
  });

  test('the whole folder is looked at when that is wanted', async () => {
    const closed = placeOf('table.recording.md');
    const settings = vscode.workspace.getConfiguration('processRecording');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await open(FIRST_STEPS);
    await settings.update('checkFolder', true, vscode.ConfigurationTarget.Global);
    try {
      await untilFindings(closed);
      assert.ok(findingsOf(closed).length > 0);
    } finally {
      await settings.update('checkFolder', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
