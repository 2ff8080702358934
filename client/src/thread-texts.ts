/** How threads and notes are named to people. */
import { l10n } from 'vscode';
import type { NoteShown, ThreadShown } from '../../server/src/language/thread-protocol.ts';

/** What a note is, above its words. */
export function kindLabel({ kind }: NoteShown): string {
  switch (kind) {
    case 'supervisor':
      return l10n.t('Supervisor');
    case 'praise':
      return l10n.t('Praise');
    case 'question':
      return l10n.t('Question for supervision');
    case 'reply':
      return l10n.t('Reply');
    case 'resolved':
      return l10n.t('Resolved');
    case 'considered':
      return l10n.t('Considered');
    case 'agreed':
      return l10n.t('Agreed');
    case 'alternative':
      return l10n.t('Alternative');
    case 'skill':
      return l10n.t('Skill');
    case 'feeling':
      return l10n.t('Feeling');
    case 'member-affect':
      return l10n.t('Members’ feelings');
    case 'analysis':
      return l10n.t('Analysis');
  }
}

/** What a thread is about, and what has become of that. */
export function labelOf({ on, orphan, loose }: ThreadShown): string {
  if (orphan?.lost) return l10n.t('Its turn was deleted, and with it these lines: “{0}”', orphan.was);
  if (orphan) return l10n.t('Its turn is gone: “{0}”', orphan.was);
  if (loose === 'remark') return l10n.t('A comment within the record');
  switch (on) {
    case 'turns':
      return l10n.t('On these turns');
    case 'event':
      return l10n.t('On this event');
    case 'section':
      return l10n.t('On this part');
    case 'recording':
      return l10n.t('On the whole recording');
    case 'turn':
      return l10n.t('On this turn');
  }
}
