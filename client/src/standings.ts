/** How far a recording has come and whose move it is; the commands that move it; a word when submitted speech is changed. */
import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  l10n,
  StatusBarAlignment,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { STANDING, StandingRequest, StandingShown } from '../../server/src/language/standing.ts';
import type { State } from '../../server/src/recording/model.ts';
import { annotate } from './annotate.ts';
import { askAuthor, today } from './author.ts';
import type { Server } from './connection.ts';
import { withoutLinks } from './harmless.ts';
import { isRecording, recordingInView } from './recordings.ts';
import { onDidLeave } from './tabs.ts';

const standingRequest: typeof STANDING = 'processRecording/standing';

/** Milliseconds after a change before it is looked at. */
const DELAY = 300;

/** Where the open recordings stand. */
export interface Standings extends Disposable {
  readonly of: (document: TextDocument) => StandingShown | undefined;
  /** Heard after a recording was looked at. */
  readonly onDidLook: Event<TextDocument>;
}

const COMMANDS: Readonly<Record<State, string>> = {
  draft: 'processRecording.backToDraft',
  submitted: 'processRecording.submit',
  reviewed: 'processRecording.markReviewed',
  discussed: 'processRecording.markDiscussed',
};

export function followStandings(server: Server): Standings {
  const known = new Map<string, StandingShown>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const warned = new Set<string>();
  /** Recordings in which somebody typed since they were last looked at; saving at once does not hide that. */
  const typed = new Set<string>();
  const looked = new EventEmitter<TextDocument>();
  const item = window.createStatusBarItem('processRecording.standing', StatusBarAlignment.Right, 89);
  item.name = l10n.t('Process Recording: whose move it is');
  item.command = 'processRecording.changeState';

  const look = async (document: TextDocument): Promise<void> => {
    const key = document.uri.toString();
    waiting.delete(key);
    const request: StandingRequest = { uri: server.addressOf(document) };
    const found = await server.ask<StandingShown | null>(standingRequest, request);
    if (!found || document.isClosed || found.version !== document.version) return;
    const before = known.get(key);
    known.set(key, found);
    draw();
    looked.fire(document);
    const isTyped = typed.delete(key);
    const changed = before !== undefined && before.spoken !== found.spoken && before.state === found.state;
    if (changed && isTyped && found.state !== 'draft' && !warned.has(key)) {
      warned.add(key);
      void warn(document, found);
    }
  };

  const warn = async (document: TextDocument, { state, dates }: StandingShown): Promise<void> => {
    const date = dates.submitted ?? dates[state];
    const back = l10n.t('Back to Draft');
    const said = await window.showWarningMessage(
      date === undefined
        ? l10n.t('This recording was handed in, and what was said in it is being changed.')
        : l10n.t(
            'This recording was handed in on {0}, and what was said in it is being changed.',
            withoutLinks(date),
          ),
      back,
      l10n.t('Carry On'),
    );
    if (said === back) await moveTo(document, 'draft');
  };

  const draw = (): void => {
    const document = recordingInView();
    const found = document && known.get(document.uri.toString());
    if (found === undefined) {
      item.hide();
      return;
    }
    item.text = textOf(found.state);
    item.tooltip = tooltipOf(found);
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  };

  const later = (document: TextDocument): void => {
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => void look(document), DELAY),
    );
  };
  const all = (): void => {
    for (const document of workspace.textDocuments) if (isRecording(document)) later(document);
  };

  const moveTo = async (document: TextDocument, to: State): Promise<void> => {
    warned.delete(document.uri.toString());
    await annotate(server, document, { do: 'state', to, date: today() });
  };
  const here = (run: (document: TextDocument) => unknown) => () => {
    const document = recordingInView();
    return document && run(document);
  };
  const sign = async (document: TextDocument): Promise<void> => {
    const author = await askAuthor();
    if (!author) return;
    const role = author.role === 'supervisor' ? l10n.t('supervisor') : l10n.t('student');
    await annotate(server, document, { do: 'sign', author: author.name, role, date: today() });
  };

  all();
  const registered = Disposable.from(
    item,
    looked,
    ...(Object.keys(COMMANDS) as State[]).map((state) =>
      commands.registerCommand(
        COMMANDS[state],
        here((document) => moveTo(document, state)),
      ),
    ),
    commands.registerCommand('processRecording.signOff', here(sign)),
    commands.registerCommand('processRecording.changeState', here(chooseMove)),
    workspace.onDidOpenTextDocument((document) => {
      if (isRecording(document)) later(document);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isRecording(document)) return;
      // A file that is read again from the disk is not dirty. That one is may be told after its change, in an event alone.
      if (document.isDirty) typed.add(document.uri.toString());
      if (contentChanges.length > 0) later(document);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      known.delete(uri.toString());
      typed.delete(uri.toString());
    }),
    onDidLeave((uri) => warned.delete(uri.toString())),
    window.onDidChangeActiveTextEditor(draw),
    server.onDidChangeState(() => {
      if (server.state() === 'running') all();
    }),
  );
  return {
    of: ({ uri }) => known.get(uri.toString()),
    onDidLook: looked.event,
    dispose: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      registered.dispose();
    },
  };
}

async function chooseMove(): Promise<void> {
  const moves = [
    { label: `$(arrow-right) ${l10n.t('Submit to the supervisor')}`, command: COMMANDS.submitted },
    { label: `$(eye) ${l10n.t('Reviewed: the comments are written')}`, command: COMMANDS.reviewed },
    { label: `$(comment-discussion) ${l10n.t('Discussed in supervision')}`, command: COMMANDS.discussed },
    { label: `$(edit) ${l10n.t('Back to draft')}`, command: COMMANDS.draft },
    { label: `$(pencil) ${l10n.t('Sign at the end')}`, command: 'processRecording.signOff' },
    {
      label: `$(diff) ${l10n.t('What changed since I last read it')}`,
      command: 'processRecording.showChanged',
    },
  ];
  const picked = await window.showQuickPick(moves, { title: l10n.t('Where Does This Recording Go?') });
  if (picked) await commands.executeCommand(picked.command);
}

function textOf(state: State): string {
  switch (state) {
    case 'draft':
      return `$(edit) ${l10n.t('Draft: the student’s move')}`;
    case 'submitted':
      return `$(arrow-right) ${l10n.t('Submitted: the supervisor’s move')}`;
    case 'reviewed':
      return `$(eye) ${l10n.t('Reviewed: to be talked about')}`;
    case 'discussed':
      return `$(check) ${l10n.t('Discussed')}`;
  }
}

function tooltipOf({ dates, signed }: StandingShown): string {
  const told = (['submitted', 'reviewed', 'discussed'] as const).flatMap((state) =>
    dates[state] === undefined ? [] : [`${state}: ${dates[state]}`],
  );
  return [...told, ...signed.map((line) => l10n.t('Signed: {0}', line)), l10n.t('Click to move it on')].join(
    '\n',
  );
}
