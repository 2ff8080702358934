/** What each kind of margin note is for, in a sentence. */
import type { NoteKind } from '../recording/model.ts';

export const NOTE_TEXTS: Readonly<Record<NoteKind, string>> = {
  feeling: 'What you felt at that moment. Nobody marks it.',
  analysis: 'What you make of the moment now: what happened in the group, and what you were trying to do.',
  'member-affect': 'What you saw of the members’ feelings, spoken or not.',
  skill: 'The skill that you used, or tried to use.',
  alternative: 'What you could have said instead, in exact words. The skill may stand in brackets.',
  considered: 'Sets a finding aside here. Its name stands in brackets, and your reason behind the colon.',
  question: 'Something to bring to supervision.',
  supervisor: 'The supervisor’s word. A name and a date may stand in brackets.',
  reply: 'An answer to the note above it.',
  praise: 'What the supervisor saw done well.',
  agreed: 'What student and supervisor agreed on. A name and a date may stand in brackets.',
  resolved: 'Closes the thread above it.',
};
