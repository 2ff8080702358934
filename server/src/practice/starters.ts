/**
 * How a supervisor's comment may begin: about what was seen, close to one line of the record, and open at its end. In the
 * manner of comments that field instructors write (domain §5.2, [34] [40]); the words are ours.
 */
import type { Stage } from './stages.ts';
import type { SkillId } from './terms.ts';

/** A beginning for a comment about each skill: how it showed, or where it might have had room. */
export const skillStarters: Readonly<Record<SkillId, string>> = {
  'thinking-group': 'While you listened to one, what were the others doing? Which line tells you?',
  scanning: 'Where did your eyes go just before this?',
  redirecting: 'This came to you. Whom might it have reached, had you passed it on?',
  'turning-back': 'Someone asked you. Who in the room could have answered?',
  'reaching-for-feeling-link': 'Who else had felt something like this, do you think?',
  'reaching-for-information-link': 'Who else had been through this, and how would the group have found out?',
  amplifying: 'That was said quietly. What happened to it afterwards?',
  'inviting-participation': 'Who had not spoken by now? What would have made it easy?',
  'reaching-for-consensus': 'How did you know that they agreed?',
  'reaching-for-difference': 'Everyone seems to agree here. Who might have seen it otherwise?',
  'verbalising-norms': 'Whose rule was this by the end: yours, or theirs?',
  'voicing-achievements': 'Something was managed here. Who heard it said?',
  'preserving-history':
    'They had been here before, some weeks ago. What would it have been to remember it together?',
  'reframing-common-ground': 'What did these two have in common, under what they said?',
  connecting: 'Two people said nearly the same thing here. Did they know?',
  differentiating: 'These two were not saying the same. How did you hear the difference?',
  mediating: 'You stood between them here. What would have helped them speak to each other?',
  'exercising-silence': 'You let it be quiet. What did you see while you waited?',
  'backing-out': 'They were talking to each other here. What told you to stay out, or to come in?',
  'naming-taboo': 'What was nobody saying at this point?',
  'asking-permission': 'Whom did you ask whether this was all right?',
  'making-room': 'Who was waiting while this went on?',
  'backing-demand': 'One of them asked something of another here. What did the asking need from you?',
  'exploring-before-solving': 'What did the group know about it by the time the first remedy came?',
  'proposing-rehearsal': 'She knows what she wants to say. Where could she have tried it first?',
  'voicing-shared-grievance': 'Was this one person’s complaint, or were there more who had it?',
  'owning-a-slip': 'You saw it and said so. What did that make possible?',
  'stating-purpose': 'If I asked them on the way out what this group is for, what would they say?',
  'using-time': 'How much time was left when this came, and did they know?',
  'bridging-newcomer': 'What did it take for the new one to come in here?',
  'dividing-the-group': 'Would this have gone otherwise in pairs? What tells you?',
  'limits-of-confidentiality': 'What could you promise here, and what only they?',
  'recording-craft': 'Help me to hear this: what were the words?',
};

/** Beginnings about where the group is in its life. */
export const stageStarters: Readonly<Record<Stage, readonly string[]>> = {
  beginning: [
    'It is early for this group. What did they need to know about each other first?',
    'What had they agreed on by now, and who had proposed it?',
  ],
  middle: [
    'This group has some meetings behind it. What could you leave to them by now?',
    'What did they do for each other this time that they could not have done in the first weeks?',
  ],
  ending: [
    'There are not many meetings left. Who spoke of it?',
    'What would you want them to say to each other before it is over?',
  ],
};

/** Beginnings that praise: what was done, and what came of it. */
export const praiseStarters: readonly string[] = [
  'Lovely: you waited, and look who came in.',
  'You asked them, not yourself. See what they did with it.',
  'Here they are talking to each other. What did you do that let it happen?',
];
