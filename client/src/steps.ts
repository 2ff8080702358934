/** From one finding to the next, and from one note to the next; each says itself, for the eye and for a screen reader. */
import {
  commands,
  Disposable,
  l10n,
  languages,
  Position,
  ProgressLocation,
  Selection,
  type TextEditor,
  window,
} from 'vscode';
import type { NOTES, NotedPlace, NotesParams } from '../../server/src/language/protocol.ts';
import type { Server } from './connection.ts';
import { isRecording, SOURCE } from './recordings.ts';

const notes: typeof NOTES = 'processRecording/notes';

/** Milliseconds for which a text stays on the screen, unless the next step replaces it. */
const STAYS = 8000;

/** A place to step to, and what it says. */
export interface Step {
  readonly at: { readonly line: number; readonly character: number };
  readonly says: string;
}

/** Registers the four commands. After the last place they go on with the first. */
export function registerSteps(server: Server): Disposable {
  const voice = speaking();
  const step = (
    name: string,
    places: (editor: TextEditor) => Promise<Step[]>,
    forward: boolean,
    none: () => string,
  ) =>
    commands.registerCommand(name, async () => {
      const editor = window.activeTextEditor;
      if (editor === undefined || !isRecording(editor.document)) return;
      const next = nextStep(await places(editor), editor.selection.active, forward);
      if (next === undefined) {
        voice.say(none());
        return;
      }
      const caret = new Position(next.at.line, next.at.character);
      editor.selection = new Selection(caret, caret);
      editor.revealRange(editor.selection);
      voice.say(next.says);
    });
  const noFinding = (): string => l10n.t('Nothing to look at in this recording.');
  const noNote = (): string => l10n.t('There are no notes in this recording.');
  const noted = (editor: TextEditor): Promise<Step[]> => notesOf(server, editor);
  return Disposable.from(
    voice,
    step('processRecording.nextFinding', findingsOf, true, noFinding),
    step('processRecording.previousFinding', findingsOf, false, noFinding),
    step('processRecording.nextNote', noted, true, noNote),
    step('processRecording.previousNote', noted, false, noNote),
  );
}

/**
 * The place after the caret, or before it; round the end to the other. Places need not be in order.
 * @returns undefined where there is none
 */
export function nextStep(places: readonly Step[], from: Step['at'], forward: boolean): Step | undefined {
  const order = (a: Step['at'], b: Step['at']): number => a.line - b.line || a.character - b.character;
  const sorted = [...places].sort((a, b) => order(a.at, b.at));
  return forward
    ? (sorted.find(({ at }) => order(at, from) > 0) ?? sorted[0])
    : (sorted.findLast(({ at }) => order(at, from) < 0) ?? sorted[sorted.length - 1]);
}

async function findingsOf({ document }: TextEditor): Promise<Step[]> {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === SOURCE)
    .map(({ range, message }) => ({ at: range.start, says: message }));
}

async function notesOf(server: Server, { document }: TextEditor): Promise<Step[]> {
  const params: NotesParams = { uri: server.addressOf(document) };
  const found = (await server.ask<NotedPlace[]>(notes, params)) ?? [];
  return found.map(({ range, text }) => ({ at: range.start, says: text }));
}

/** One quiet notification at a time: screen readers say it, and it goes by itself. */
function speaking(): Disposable & { readonly say: (text: string) => void } {
  let done = (): void => {};
  return {
    say: (text) => {
      done();
      void window.withProgress(
        { location: ProgressLocation.Notification, title: text },
        () =>
          new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, STAYS);
            done = () => {
              clearTimeout(timer);
              resolve();
            };
          }),
      );
    },
    dispose: () => done(),
  };
}
