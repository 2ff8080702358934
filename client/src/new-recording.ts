/** The command *New Recording*: three short questions, then a page to write on. */
import {
  commands,
  type Disposable,
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  l10n,
  type QuickPickItem,
  Selection,
  window,
  workspace,
} from 'vscode';
import type { GroupType } from '../../server/src/recording/model.ts';
import { groupAndSession, type NameTrouble, namesIn, troubleIn } from './answers.ts';
import { LANGUAGE } from './recordings.ts';
import { recordingTemplate, WORKER } from './template.ts';

/** Registers the command. Escape at any question ends it, and nothing has happened. */
export function registerNewRecording(): Disposable {
  return commands.registerCommand('processRecording.newRecording', async () => {
    const type = await askType();
    if (type === undefined) return;
    const members = await askMembers();
    if (members === undefined) return;
    const about = await askGroup();
    if (about === undefined) return;
    const { name, ...sessions } = groupAndSession(about);
    const { text, firstWords } = recordingTemplate({
      type,
      members: namesIn(members),
      ...(name === undefined ? {} : { group: name }),
      ...sessions,
      written: today(),
    });
    const document = await workspace.openTextDocument({ language: LANGUAGE, content: text });
    const editor = await window.showTextDocument(document);
    editor.selection = new Selection(firstWords, 0, firstWords, 0);
  });
}

type TypePick = QuickPickItem & { readonly type: GroupType };

async function askType(): Promise<GroupType | undefined> {
  const picks: TypePick[] = [
    {
      type: 'classic',
      label: l10n.t('Closed group'),
      detail: l10n.t('The same few people meet for a good while.'),
    },
    {
      type: 'short-term',
      label: l10n.t('Short-term group'),
      detail: l10n.t('The same few people meet two to twelve times.'),
    },
    {
      type: 'single-session',
      label: l10n.t('Single session'),
      detail: l10n.t('The first meeting is also the last.'),
    },
    {
      type: 'open-ended',
      label: l10n.t('Open-ended group'),
      detail: l10n.t('People come and go; somebody may be here for the first time.'),
    },
    {
      type: 'very-large',
      label: l10n.t('Very large group'),
      detail: l10n.t('Fifteen people or more, such as a floor meeting or a workshop.'),
    },
    {
      type: 'task',
      label: l10n.t('Task group'),
      detail: l10n.t('A team, board or committee with a job to do.'),
    },
  ];
  const picked = await window.showQuickPick(
    picks.map((pick) => ({ ...pick, description: pick.type })),
    {
      title: l10n.t('New Recording (1 of 3)'),
      placeHolder: l10n.t('What kind of group is it?'),
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  return picked?.type;
}

function askMembers(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('New Recording (2 of 3): Who was there?'),
    prompt: l10n.t(
      'Members, with commas between them: use pseudonyms or letters, never full names. You may also add them later.',
    ),
    placeHolder: l10n.t('Ana, Ben, Carla, Dee'),
    ignoreFocusOut: true,
    validateInput: (answer) => {
      const trouble = troubleIn(namesIn(answer), WORKER);
      return trouble && inWords(trouble);
    },
  });
}

function inWords(trouble: NameTrouble): InputBoxValidationMessage {
  const { name } = trouble;
  const mustChange = (message: string) => ({ message, severity: InputBoxValidationSeverity.Error });
  switch (trouble.kind) {
    case 'sign':
      return mustChange(l10n.t('“{0}”: leave out the {1}.', name, trouble.sign));
    case 'tooLong':
      return mustChange(l10n.t('“{0}” is too long to stand before every turn.', name));
    case 'twice':
      return mustChange(l10n.t('There are two called “{0}”: give one of them another name or letter.', name));
    case 'worker':
      return mustChange(l10n.t('“{0}” stands for you in the recording: give the member another name.', name));
    case 'fullName':
      return {
        message: l10n.t('“{0}” looks like a full name. A first name or a letter is enough.', name),
        severity: InputBoxValidationSeverity.Warning,
      };
  }
}

function askGroup(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('New Recording (3 of 3): Which group, which session?'),
    prompt: l10n.t('The group’s name and the session’s number, or nothing: both can be added later.'),
    placeHolder: l10n.t('Living with Loss, 4 of 8'),
    ignoreFocusOut: true,
  });
}

/** The date on the writer's own clock. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
