/** Commands that move, split, join and number turns, and turn dialogue into a table and back. */
import {
  commands,
  Disposable,
  l10n,
  Position,
  Range,
  Selection,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { REARRANGE, Rearrangement, RearrangeParams } from '../../server/src/language/protocol.ts';
import { isReadOnly } from './annotate.ts';
import type { Server } from './connection.ts';
import { withoutLinks } from './harmless.ts';
import { isRecording } from './recordings.ts';

const rearrange: typeof REARRANGE = 'processRecording/rearrange';

type Way = RearrangeParams['how'];
const COMMANDS: Readonly<Record<Exclude<Way, 'table'>, string>> = {
  up: 'processRecording.moveTurnUp',
  down: 'processRecording.moveTurnDown',
  split: 'processRecording.splitTurn',
  join: 'processRecording.joinTurns',
  number: 'processRecording.numberTurns',
  unnumber: 'processRecording.unnumberTurns',
  dialogue: 'processRecording.toDialogue',
};

/** Registers the commands. Each works on the recording in the active editor, at the caret, as one step to undo. */
export function registerRearranging(server: Server): Disposable {
  return Disposable.from(
    ...Object.entries(COMMANDS).map(([how, name]) =>
      commands.registerCommand(name, () => carryOut(server, how as Way)),
    ),
    commands.registerCommand('processRecording.toTable', async () => {
      const columns = await askColumns();
      if (columns !== undefined) await carryOut(server, 'table', columns);
    }),
  );
}

/** The columns of a table: those of the setting, changed as the writer likes. */
function askColumns(): Thenable<string[] | undefined> {
  const usual = workspace.getConfiguration('processRecording').get<string[]>('table.columns', []);
  return window
    .showInputBox({
      title: l10n.t('Turn Dialogue into a Table'),
      prompt: l10n.t('The columns in your school’s order, with commas between them.'),
      value: usual.join(', '),
      ignoreFocusOut: true,
    })
    .then((answer) =>
      answer
        ?.split(',')
        .map((title) => title.trim())
        .filter((title) => title !== ''),
    );
}

async function carryOut(server: Server, how: Way, columns?: readonly string[]): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isRecording(editor.document)) return;
  const { document } = editor;
  if (await isReadOnly(document)) {
    void window.showWarningMessage(l10n.t('This recording cannot be changed.'));
    return;
  }
  const { version } = document;
  const { selection } = editor;
  const params: RearrangeParams = {
    uri: server.addressOf(document),
    position: selection.active,
    how,
    ...(columns === undefined ? {} : { columns }),
  };
  const answer = await server.ask<Rearrangement>(rearrange, params);
  if (answer === undefined) return;
  if (answer.kind === 'cannot') {
    void window.showInformationMessage(withoutLinks(answer.why));
    return;
  }
  // What was typed meanwhile is not to be written over: the answer was about another text.
  if (document.version !== version || answer.edits.length === 0) return;
  const edit = new WorkspaceEdit();
  for (const { range, newText } of answer.edits) edit.replace(document.uri, rangeOf(range), newText);
  if (await workspace.applyEdit(edit)) show(editor, answer);
  else void window.showWarningMessage(l10n.t('The recording could not be changed. It is as it was.'));
}

function show(editor: TextEditor, { select, left }: Extract<Rearrangement, { kind: 'done' }>): void {
  if (select) {
    const range = rangeOf(select);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range);
  }
  if (left)
    void window.showInformationMessage(
      left === 1
        ? l10n.t('One turn could not go into the table as it stands, and was left as it is.')
        : l10n.t('{0} turns could not go into the table as they stand, and were left as they are.', left),
    );
}

function rangeOf({ start, end }: NonNullable<Extract<Rearrangement, { kind: 'done' }>['select']>): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
