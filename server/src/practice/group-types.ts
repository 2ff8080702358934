/** The six group types of the format, and what time and size make of each (domain §3.8 and §6; our words). */
import type { SkillId } from './terms.ts';

/** As the header writes it. */
export type GroupTypeId = 'classic' | 'single-session' | 'short-term' | 'open-ended' | 'very-large' | 'task';

/** What is particular about a type. */
export interface GroupTypeText {
  readonly name: string;
  /** What is particular about its time and its company. */
  readonly time: string;
  /** What is particular about the worker's part. */
  readonly worker: string;
  /** Skills that fit, the best fit first. For ranking alternatives: a skill that is not listed ranks after these. */
  readonly prefers: readonly SkillId[];
  readonly cautions: readonly string[];
  /** Keys of `sources.ts`. */
  readonly sources: readonly string[];
}

/** By the word in the header. */
export const groupTypes: Readonly<Record<GroupTypeId, GroupTypeText>> = {
  classic: {
    name: 'Closed, long-term group',
    time: 'The same few people meet for a good while. They have time to know one another, to quarrel, and to become resources for each other.',
    worker:
      'You do more at the start and move back as the group finds its feet. By the middle, most questions can go to the circle.',
    prefers: [
      'turning-back',
      'redirecting',
      'reaching-for-feeling-link',
      'connecting',
      'reaching-for-difference',
      'backing-demand',
      'exploring-before-solving',
      'naming-taboo',
      'amplifying',
      'mediating',
      'preserving-history',
      'exercising-silence',
      'backing-out',
    ],
    cautions: [
      'What is right in the third month may be too much in the first week.',
      'Long company breeds habits. Some of them help, and some keep a subject out.',
    ],
    sources: ['S', '5', 'c'],
  },
  'single-session': {
    name: 'Single-session group',
    time: 'The first meeting is also the last. An hour or two has to hold the welcome, the work and the goodbye.',
    worker:
      'Say at once what the time is for. Hear what people came with before you present anything, and help them swap it. Leave minutes at the end for what they take home.',
    prefers: [
      'stating-purpose',
      'reaching-for-information-link',
      'reframing-common-ground',
      'inviting-participation',
      'connecting',
      'reaching-for-feeling-link',
      'using-time',
      'redirecting',
      'turning-back',
      'voicing-achievements',
      'scanning',
    ],
    cautions: [
      'Some teaching is fine. It goes further once you know what people want to hear.',
      'One voice can fill the hour. Invite others early and warmly.',
      'Partial help is help. Narrow the work to what the time can hold.',
    ],
    sources: ['8', '28', 'c'],
  },
  'short-term': {
    name: 'Short-term group',
    time: 'A closed group of two to twelve meetings. Every one of them is a good part of the whole.',
    worker:
      'You are more directive than in a long group. Count the meetings aloud, lean on what people share, and narrow the work together.',
    prefers: [
      'reframing-common-ground',
      'connecting',
      'reaching-for-feeling-link',
      'using-time',
      'turning-back',
      'redirecting',
      'exploring-before-solving',
      'proposing-rehearsal',
      'reaching-for-information-link',
      'preserving-history',
      'reaching-for-difference',
      'voicing-achievements',
    ],
    cautions: [
      'The end is near from the start. Saying so helps people choose.',
      'Conflict is usually light. A difference that does come up is still worth a few minutes.',
    ],
    sources: ['9', '28', 'c'],
  },
  'open-ended': {
    name: 'Open-ended group',
    time: 'People come and go. Some know each other and some are here for the first time, so each meeting is a group of its own.',
    worker:
      'Begin by finding out who is here today. Let those who stay carry the customs, finish something each time, and mark who leaves.',
    prefers: [
      'bridging-newcomer',
      'reaching-for-information-link',
      'connecting',
      'reaching-for-feeling-link',
      'reframing-common-ground',
      'redirecting',
      'turning-back',
      'inviting-participation',
      'preserving-history',
      'verbalising-norms',
      'making-room',
      'voicing-achievements',
    ],
    cautions: [
      'Go over confidentiality again when someone new sits down.',
      'An empty chair is part of the meeting. Say what may be said about it.',
      'Do not count on next time. For someone here, there may be none.',
    ],
    sources: ['12', '67', '69', '70', 'c'],
  },
  'very-large': {
    name: 'Very large group',
    time: 'Fifteen people or more, such as a floor meeting or a workshop. Most will never speak to the whole room.',
    worker:
      'Make small circles, and give them a question worth talking about. Let the circles report to each other, and let someone else hold the pen.',
    prefers: [
      'dividing-the-group',
      'inviting-participation',
      'redirecting',
      'reaching-for-information-link',
      'reaching-for-consensus',
      'scanning',
      'turning-back',
      'connecting',
      'voicing-shared-grievance',
      'reframing-common-ground',
      'voicing-achievements',
    ],
    cautions: [
      'Counting who spoke says little in a room of forty.',
      'A row of reports to you is a round in disguise. Ask one table to answer another.',
    ],
    sources: ['10', '52', 'c'],
  },
  task: {
    name: 'Task group',
    time: 'A team, board or committee with a job to do. Time is set by the task, and minutes may be taken.',
    worker:
      'You may be in the chair, with an agenda. People still help one another there by thinking a thing through, speaking plainly and deciding together.',
    prefers: [
      'turning-back',
      'reaching-for-difference',
      'reaching-for-consensus',
      'inviting-participation',
      'reaching-for-information-link',
      'redirecting',
      'connecting',
      'using-time',
      'voicing-shared-grievance',
      'mediating',
      'voicing-achievements',
      'backing-demand',
    ],
    cautions: [
      'A chair and an agenda are no fault here.',
      'A quick vote can leave good thinking unsaid. Ask what the minority sees.',
      'Feelings are about the work, most of the time. Respect that.',
    ],
    sources: ['21', 'S', 'c'],
  },
};
