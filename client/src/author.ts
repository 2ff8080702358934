/** Who sits at this editor: the initials and the role that sign what is written in threads. Asked for once. */
import { ConfigurationTarget, commands, Disposable, l10n, window, workspace } from 'vscode';
import type { Role } from '../../server/src/language/protocol.ts';

export interface Author {
  readonly name: string;
  readonly role: Role;
}

/** As the settings say; undefined where somebody has not said yet. */
export function knownAuthor(): Author | undefined {
  const { name, role } = workspace
    .getConfiguration('processRecording')
    .get<{ name?: unknown; role?: unknown }>('author', {});
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  return role === 'student' || role === 'supervisor' ? { name: name.trim(), role } : undefined;
}

/** The author, asked for where nobody has said; undefined when the questions are waved away. */
export async function askAuthor(): Promise<Author | undefined> {
  return knownAuthor() ?? (await introduce());
}

async function introduce(): Promise<Author | undefined> {
  const title = l10n.t('Who Are You?');
  const roles: readonly { readonly label: string; readonly detail: string; readonly role: Role }[] = [
    {
      label: l10n.t('The supervisor'),
      detail: l10n.t('I read recordings and comment on them.'),
      role: 'supervisor',
    },
    {
      label: l10n.t('The student'),
      detail: l10n.t('I led the group and wrote the recording.'),
      role: 'student',
    },
  ];
  const picked = await window.showQuickPick(roles, { title, ignoreFocusOut: true });
  if (picked === undefined) return undefined;
  const name = await window.showInputBox({
    title,
    prompt: l10n.t('Initials or a short name. They are written beside what you say in a thread.'),
    ignoreFocusOut: true,
    validateInput: (text) =>
      /[()[\]{}<>|;:*_`\\]/.test(text)
        ? l10n.t('Letters, full stops and blanks, please: “M. O.”')
        : undefined,
  });
  if (name === undefined || name.trim() === '') return undefined;
  const author: Author = { name: name.trim(), role: picked.role };
  try {
    await workspace.getConfiguration('processRecording').update('author', author, ConfigurationTarget.Global);
  } catch {
    // What she was about to write is not to wait for settings that cannot be written: a full disk, a file that is locked.
    void window.showWarningMessage(
      l10n.t('The settings could not be changed, so you will be asked again who you are.'),
    );
  }
  return author;
}

/** The command that asks again, and the context by which menus know the role. */
export function registerAuthor(): Disposable {
  const tell = (): void =>
    void commands.executeCommand('setContext', 'processRecording.role', knownAuthor()?.role ?? 'unknown');
  tell();
  return Disposable.from(
    commands.registerCommand('processRecording.introduce', introduce),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('processRecording.author')) tell();
    }),
  );
}

/** Today, as it is written in brackets: 2026-10-05, by the clock on the wall. */
export function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
