/**
 * On a full disk VS Code may write the beginning of a file, take that for the whole and show nothing unsaved: its disk
 * takes what there is room for, and says so only to who asks. So every saved recording is looked at again.
 */
import {
  commands,
  type Disposable,
  l10n,
  Range,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { isRecording } from './recordings.ts';
import { isCutShort } from './writing.ts';

/** Milliseconds after which a file that seems to be cut short is looked at again. */
const AGAIN = 500;

/** Looks at each recording after it was saved. One that is cut short counts as unsaved again, and the writer is told. */
export function watchSaves(): Disposable {
  /** Those whose writer has been told and has not answered. */
  const told = new Set<string>();
  return workspace.onDidSaveTextDocument(async (document) => {
    const key = document.uri.toString();
    // Where somebody has typed since, there is another save to come.
    if (!isRecording(document) || document.isDirty) return;
    const { version } = document;
    if (!(await isCutOnDisk(document))) return;
    // Another program may be writing at this very moment: what it writes is read in a while, and is not to be stood up to.
    await new Promise((go) => setTimeout(go, AGAIN));
    if (document.version !== version || document.isDirty || told.has(key)) return;
    if (!(await isCutOnDisk(document))) return;
    told.add(key);
    try {
      await makeUnsaved(document);
      await tell(document);
    } finally {
      told.delete(key);
    }
  });
}

async function isCutOnDisk(document: TextDocument): Promise<boolean> {
  const text = document.getText();
  try {
    return isCutShort(await workspace.fs.readFile(document.uri), text);
  } catch {
    // It is gone, or cannot be read: the editor says so itself.
    return false;
  }
}

/** A blank comes and goes, so that VS Code asks before it closes the recording and keeps a copy of it. */
async function makeUnsaved(document: TextDocument): Promise<void> {
  const { uri, lineCount } = document;
  const { end } = document.lineAt(lineCount - 1).range;
  const come = new WorkspaceEdit();
  come.insert(uri, end, ' ');
  const go = new WorkspaceEdit();
  if (await workspace.applyEdit(come)) {
    go.delete(uri, new Range(end, end.translate(0, 1)));
    await workspace.applyEdit(go);
  }
}

async function tell(document: TextDocument): Promise<void> {
  const again = l10n.t('Save Again');
  const elsewhere = l10n.t('Save Elsewhere');
  const said = await window.showWarningMessage(
    l10n.t(
      'The recording was not saved whole: the disk may be full. All of it is still here. Make room and save again, or save it elsewhere.',
    ),
    again,
    elsewhere,
  );
  if (said === undefined) return;
  await window.showTextDocument(document);
  await commands.executeCommand(`workbench.action.files.${said === again ? 'save' : 'saveAs'}`);
}
