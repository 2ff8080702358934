/** The main kinds of forms that schools use, as far as a page can follow them. Titles and prompts are the page's own words. */

export type FormId =
  | 'margins'
  | 'three-columns'
  | 'four-columns'
  | 'four-columns-supervisor-first'
  | 'five-columns'
  | 'five-columns-supervisor-first'
  | 'group';

export interface SchoolForm {
  readonly id: FormId;
  /** The columns of the dialogue, in order; without them it is written as paragraphs with margins. */
  readonly columns?: readonly string[];
  /** Further keys of the header. */
  readonly keys: readonly string[];
  /** What stands before the dialogue and after it. */
  readonly before: readonly Part[];
  readonly after: readonly Part[];
}

/** A section: its title and, in a comment, what may be asked in it. */
export interface Part {
  readonly title: string;
  readonly prompt?: string;
}

const TUNING_IN: Part = { title: 'Tuning in', prompt: 'What may people bring today? What do you bring?' };
const OBSERVATIONS: Part = {
  title: 'Initial observations',
  prompt: 'Who sat where, what the room was like, what you noticed before anything was said.',
};
const DO_OVER: Part = {
  title: 'What I would do over',
  prompt: 'One moment, and the exact words you could have said.',
};
const QUESTIONS: Part = { title: 'Questions for supervision' };
const PLAN: Part = { title: 'Plan' };

const USUAL_AFTER: readonly Part[] = [
  { title: 'Impressions' },
  { title: 'Use of self' },
  { title: 'Mutual aid', prompt: 'Where did members help one another? What left room for it?' },
  DO_OVER,
  QUESTIONS,
  PLAN,
];

function columned(id: FormId, columns: readonly string[]): SchoolForm {
  return { id, columns, keys: [], before: [TUNING_IN, OBSERVATIONS], after: USUAL_AFTER };
}

export const SCHOOL_FORMS: readonly SchoolForm[] = [
  { id: 'margins', keys: [], before: [TUNING_IN, OBSERVATIONS], after: USUAL_AFTER },
  {
    id: 'group',
    keys: ['planned topic', 'actual topic', 'time'],
    before: [TUNING_IN, OBSERVATIONS],
    after: [
      { title: 'Roles', prompt: 'What part did each member take today, and how did it serve the group?' },
      { title: 'Bonding', prompt: 'Between whom did you see a connection, and in what?' },
      { title: 'Mutual aid', prompt: 'Where did members help one another? What left room for it?' },
      { title: 'One thing that went well', prompt: 'What you did, what it was for, why it worked.' },
      DO_OVER,
      {
        title: 'Impressions',
        prompt: 'Closeness, decisions, mood, leadership; where the group is in its life.',
      },
      QUESTIONS,
      PLAN,
    ],
  },
  columned('three-columns', ['Dialogue', 'Feelings', 'Supervisor']),
  columned('four-columns', ['Dialogue', 'Feelings', 'Analysis', 'Supervisor']),
  columned('four-columns-supervisor-first', ['Supervisor', 'Dialogue', 'Feelings', 'Analysis']),
  columned('five-columns', ['Dialogue', 'Skills used', 'Feelings', 'Members’ feelings', 'Supervisor']),
  columned('five-columns-supervisor-first', [
    'Supervisor',
    'Dialogue',
    'Feelings',
    'Members’ feelings',
    'Analysis',
  ]),
];
