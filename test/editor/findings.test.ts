import { strict as assert } from 'node:assert';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { aboutPractice, FIRST_STEPS, open, type Shown, untilFindings } from './recordings.ts';

suite('findings', () => {
  let document: vscode.TextDocument;
  let findings: Shown[];

  suiteSetup(async () => {
    document = await open(FIRST_STEPS);
    findings = (await untilFindings(document.uri, (all) => all.some(aboutPractice))).filter(aboutPractice);
  });

  test('each names its pattern and leads to the page about it', () => {
    for (const { code, message } of findings) {
      assert.match(code.value, /^[a-z]+(-[a-z]+)+$/, message);
      assert.ok(code.target instanceof vscode.Uri && code.target.path.includes(code.value), message);
    }
  });

  test('each stands on words of the recording and says them to a reader', () => {
    for (const { code, range, message } of findings) {
      assert.equal(document.validateRange(range).isEqual(range), true, code.value);
      assert.notEqual(document.getText(range).trim(), '', code.value);
      assert.ok(message.length > 20, `${code.value}: ${message}`);
    }
  });

  test('evidence is a click away: related information on turns of the same recording', () => {
    const evidence = findings.flatMap((finding) => finding.relatedInformation ?? []);
    assert.ok(evidence.length > 0, 'no finding carries evidence');
    for (const { location, message } of evidence) {
      assert.equal(location.uri.toString(), document.uri.toString());
      assert.notEqual(document.getText(location.range).trim(), '', message);
      assert.notEqual(message, '');
    }
  });

  test('a finding about one’s own speech is a warning at most; nothing is said to be an error of practice', () => {
    for (const { code, severity } of findings)
      assert.notEqual(severity, vscode.DiagnosticSeverity.Error, code.value);
  });
});
