/** The command *New Recording*: a few short questions, then a page to write on. A group that was met before is known. */
import {
  commands,
  type Disposable,
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  l10n,
  type QuickPickItem,
  Selection,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { GoingOn, NEXT_RECORDING, NextRecordingParams } from '../../server/src/language/protocol.ts';
import type { GroupType } from '../../server/src/recording/model.ts';
import { groupAndSession, type NameTrouble, namesIn, troubleIn } from './answers.ts';
import type { Server } from './connection.ts';
import { findRecordings } from './files.ts';
import { LANGUAGE } from './recordings.ts';
import { type FormId, SCHOOL_FORMS, type SchoolForm } from './school-forms.ts';
import { type Beginning, recordingTemplate, WORKER } from './template.ts';

const nextRecording: typeof NEXT_RECORDING = 'processRecording/next';
/** Recordings of a folder that are looked at for groups to go on from, and bytes of each. */
const MOST_FILES = 500;
const LONGEST_HEADER = 16_384;

/** Registers the command. Escape at any question ends it, and nothing has happened. */
export function registerNewRecording(server: Server): Disposable {
  return commands.registerCommand('processRecording.newRecording', async () => {
    const written = today();
    const groups = await groupsToGoOnFrom(server, written);
    const group = groups.length === 0 ? 'new' : await askWhichGroup(groups);
    if (group === undefined) return;
    const beginning = group === 'new' ? await askAboutGroup() : goingOnFrom(group);
    if (beginning === undefined) return;
    const form = await askForm();
    if (form === undefined) return;
    const { text, firstWords } = recordingTemplate({ ...beginning, form, written });
    const document = await workspace.openTextDocument({ language: LANGUAGE, content: text });
    const editor = await window.showTextDocument(document);
    editor.selection = new Selection(firstWords, 0, firstWords, 0);
  });
}

type Known = Omit<Beginning, 'form' | 'written'>;

async function askAboutGroup(): Promise<Known | undefined> {
  const type = await askType();
  if (type === undefined) return undefined;
  const members = await askMembers();
  if (members === undefined) return undefined;
  const about = await askGroup();
  if (about === undefined) return undefined;
  const { name, ...sessions } = groupAndSession(about);
  return { type, members: namesIn(members), ...(name === undefined ? {} : { group: name }), ...sessions };
}

function goingOnFrom({ group, type, session, of, members, worker, next }: GoingOn): Known {
  return {
    group,
    members,
    worker,
    header: next,
    ...(type === undefined ? {} : { type }),
    ...(session === undefined ? {} : { session: session + 1 }),
    ...(of === undefined ? {} : { of }),
  };
}

/** The groups of the folder's recordings as their last session left them, the one met last first. */
async function groupsToGoOnFrom(server: Server, written: string): Promise<GoingOn[]> {
  const files = await findRecordings(MOST_FILES);
  const headers = await Promise.all(files.map(headerOf));
  const params: NextRecordingParams = { headers, written };
  const answers = (await server.ask<(GoingOn | null)[]>(nextRecording, params)) ?? [];
  const last = new Map<string, GoingOn>();
  for (const one of answers) {
    const known = one && last.get(one.group);
    if (one && (known === undefined || known === null || isLater(one, known))) last.set(one.group, one);
  }
  return [...last.values()].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}

function isLater(one: GoingOn, than: GoingOn): boolean {
  return (
    (one.session ?? 0) - (than.session ?? 0) > 0 ||
    (one.session === than.session && (one.date ?? '') > (than.date ?? ''))
  );
}

/** The beginning of a file down to the end of its header; nothing of what was said is read. */
async function headerOf(file: Uri): Promise<string> {
  try {
    const text = new TextDecoder().decode((await workspace.fs.readFile(file)).subarray(0, LONGEST_HEADER));
    return /^\ufeff?---[ \t]*\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? '';
  } catch {
    return '';
  }
}

async function askWhichGroup(groups: readonly GoingOn[]): Promise<GoingOn | 'new' | undefined> {
  const picked = await window.showQuickPick(
    [
      ...groups.map((group) => ({
        label: group.group,
        description:
          group.session === undefined
            ? ''
            : group.of === undefined
              ? l10n.t('session {0}', group.session + 1)
              : l10n.t('session {0} of {1}', group.session + 1, group.of),
        detail: group.members.join(', '),
        group,
      })),
      {
        label: l10n.t('Another group'),
        description: '',
        detail: l10n.t('One that has no recording here yet.'),
        group: 'new' as const,
      },
    ],
    {
      title: l10n.t('New Recording'),
      placeHolder: l10n.t('Which group did you meet?'),
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  return picked?.group;
}

async function askForm(): Promise<SchoolForm | undefined> {
  const words: Readonly<Record<FormId, readonly [string, string]>> = {
    margins: [
      l10n.t('Dialogue with margins'),
      l10n.t('Paragraphs; your notes stand under the turn they are about.'),
    ],
    group: [
      l10n.t('Group form'),
      l10n.t('Planned and actual topic, roles, bonding, mutual aid, one thing well, one to do over.'),
    ],
    'three-columns': [l10n.t('Three columns'), l10n.t('Dialogue, feelings, supervisor.')],
    'four-columns': [l10n.t('Four columns'), l10n.t('Dialogue, feelings, analysis, supervisor.')],
    'four-columns-supervisor-first': [
      l10n.t('Four columns, supervisor first'),
      l10n.t('Supervisor, dialogue, feelings, analysis.'),
    ],
    'five-columns': [
      l10n.t('Five columns'),
      l10n.t('Dialogue, skills used, feelings, members’ feelings, supervisor.'),
    ],
    'five-columns-supervisor-first': [
      l10n.t('Five columns, supervisor first'),
      l10n.t('Supervisor, dialogue, feelings, members’ feelings, analysis.'),
    ],
  };
  const picked = await window.showQuickPick(
    SCHOOL_FORMS.map((form) => ({ form, label: words[form.id][0], detail: words[form.id][1] })),
    {
      title: l10n.t('New Recording: the form'),
      placeHolder: l10n.t('How does your school want it written?'),
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  return picked?.form;
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
