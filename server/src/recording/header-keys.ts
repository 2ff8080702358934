/** The keys of the header: what each is for, and a value as somebody might write it. Data for completion and hovers. */
import { GROUP_TYPES, HEADER_GATES } from './header.ts';

export interface HeaderKey {
  readonly name: string;
  /** The key it stands below; absent at the top. */
  readonly under?: 'group';
  readonly what: string;
  /** A worked value, as it would be typed after the colon. Invented. */
  readonly example: string;
  /** What may follow the key, where that is fixed. */
  readonly values?: readonly string[];
  /** A list of people of the recording. */
  readonly people?: boolean;
}

/** In the order of the format's page. */
export const HEADER_KEYS: readonly HeaderKey[] = [
  { name: 'student', what: 'Who writes. Initials are enough.', example: 'J. R.' },
  {
    name: 'supervisor',
    what: 'Who reads: field instructor or supervisor. Initials are enough.',
    example: 'M. O.',
  },
  { name: 'date', what: 'The day of the session.', example: '2026-10-02' },
  { name: 'written', what: 'The day on which this was written.', example: '2026-10-03' },
  {
    name: 'group',
    what: 'The group: its name, type, purpose and gates, each on a line set in below.',
    example: '',
  },
  { name: 'name', under: 'group', what: 'What the group is called.', example: 'Living with Loss' },
  {
    name: 'type',
    under: 'group',
    what: 'What kind of group it is. Some patterns wait for it, and alternatives are ranked by it.',
    example: 'short-term',
    values: GROUP_TYPES,
  },
  {
    name: 'purpose',
    under: 'group',
    what: 'What the group is for, in one sentence that members could have said.',
    example:
      'So that widowed parents can work out, with one another, how to raise children and grieve at once.',
  },
  {
    name: 'gates',
    under: 'group',
    what: 'Ways of working that the group has chosen, in which some patterns keep quiet.',
    example: '[talking-circle]',
    values: HEADER_GATES,
  },
  {
    name: 'session',
    what: 'Which meeting this was. The first and the last have tasks of their own.',
    example: '4',
  },
  { name: 'of', what: 'How many meetings there are, where that is known.', example: '8' },
  {
    name: 'worker',
    what: 'The label of the worker, or a list of labels. Without it: Worker, SW, W, Social worker, Facilitator, Leader, Co-worker, Me, I.',
    example: 'Worker',
  },
  {
    name: 'members',
    what: 'Who belongs to the group: a list, or a map with other names of a person, `Ana: { aliases: [A, "Mrs. A"] }`.',
    example: '[Ana, Ben, Carla]',
  },
  { name: 'absent', what: 'Members who were not there.', example: '[Eli]', people: true },
  { name: 'new', what: 'Members who came for the first time.', example: '[Dee]', people: true },
  { name: 'leaving', what: 'Members for whom this was the last time.', example: '[]', people: true },
  {
    name: 'excerpt',
    what: 'True when only part of the session is written out: nothing is then said about what is missing.',
    example: 'true',
    values: ['true', 'false'],
  },
  {
    name: 'time',
    what: 'How long it was to be, and how long it was.',
    example: '{ planned: 90 min, actual: 105 min }',
  },
  { name: 'agency', what: 'Where the group meets, as your school asks for it.', example: 'a family centre' },
  { name: 'seating', what: 'Who sat where.', example: 'circle of seven, the door behind me' },
  {
    name: 'goal',
    what: 'What you hoped for from this session.',
    example: 'to hear what the holidays were like',
  },
  {
    name: 'topic',
    what: 'The topic, planned and actual.',
    example: '{ planned: school, actual: birthdays }',
  },
  { name: 'why this excerpt', what: 'Why you chose this part.', example: 'I did not know what to say.' },
];
