/** The gates: times at which a pattern that would speak elsewhere keeps quiet (catalogue, section A; our words). */

/** Ids as in `group/model.ts`; `excerpt` and `repair` are seen from the header and from the turns that follow. */
export type GateId =
  | 'go-round'
  | 'no-crosstalk'
  | 'safety'
  | 'cool-down'
  | 'contracting'
  | 'presentation'
  | 'task-group'
  | 'limited-speech'
  | 'chosen-procedure'
  | 'excerpt'
  | 'repair';

/** What a gate is, how it opens and why it is there. */
export interface GateText {
  /** Its number in the catalogue. */
  readonly number: `G${number}`;
  readonly name: string;
  /** What is going on while it is open. */
  readonly what: string;
  /** How the recording shows it, and how a student can state it. */
  readonly opens: string;
  /** Why silence is right there. */
  readonly why: string;
  /** Which patterns keep quiet. */
  readonly quiet: string;
  /** Keys of `sources.ts`. */
  readonly sources: readonly string[];
}

/** The eleven, in the order of the catalogue. */
export const gates: Readonly<Record<GateId, GateText>> = {
  'go-round': {
    number: 'G1',
    name: 'A round that belongs',
    what: 'Introductions, a check-in, a check-out, or a closing round in which the group looks back.',
    opens:
      'A heading such as Introductions or Check-in, or a worker who calls a round. It closes when the talk becomes a discussion.',
    why: 'Taking turns has its moments, and a new circle is one of them. Everyone is heard once before anyone has to jump in.',
    quiet: 'Patterns about turn-taking and about talk that runs through the worker.',
    sources: ['S', 'c'],
  },
  'no-crosstalk': {
    number: 'G2',
    name: 'Talking circle, or no cross-talk',
    what: 'A form in which people speak in turn and nobody replies.',
    opens: 'The header lists talking-circle or no-crosstalk among its gates.',
    why: 'In some traditions listening without an answer is the help. Little talk between members is then as it should be.',
    quiet: 'Patterns that look for members answering members.',
    sources: ['44', '45'],
  },
  safety: {
    number: 'G3',
    name: 'Safety first',
    what: 'Someone may be in danger: suicide, abuse, a threat, an overdose.',
    opens: 'A member says words of danger. It stays open for about fifteen turns.',
    why: 'Going straight to one person with direct questions is right then. The group can come in once everyone is safe.',
    quiet: 'All patterns except those about the writing and about confidentiality.',
    sources: ['76'],
  },
  'cool-down': {
    number: 'G4',
    name: 'Helping someone to steady',
    what: 'A member is flooded: sobbing, in panic, or on the way out of the room.',
    opens:
      'You noted it as something that happened, in brackets or in emphasis. It stays open for a few turns.',
    why: 'Helping someone back to firm ground is good practice. It is not the same as changing the subject.',
    quiet: 'Patterns about comfort, about long talk with one member and about a change of subject.',
    sources: ['72', 'c'],
  },
  contracting: {
    number: 'G5',
    name: 'Making a start',
    what: 'The opening of a first meeting or of an only one: welcome, purpose, ground rules.',
    opens: 'The header says session 1 or single-session. It covers about the first fifteen turns.',
    why: 'People who do not know each other look to the worker first. More talk from you is fine here, and fades as they find each other.',
    quiet: 'Patterns about how much runs through the worker, about explaining and about deciding.',
    sources: ['4', '25', '77', 'c'],
  },
  presentation: {
    number: 'G6',
    name: 'A piece of teaching',
    what: 'A part of the meeting in which the worker presents something.',
    opens: 'A heading that says Presentation, as long as it takes up a fifth of the words or less.',
    why: 'Some things are best told in one go. Kept short, teaching leaves the group room to use it.',
    quiet: 'Patterns about lectures, about the agenda and about talk that runs through the worker.',
    sources: ['20', '28', 'c'],
  },
  'task-group': {
    number: 'G7',
    name: 'Task group or committee',
    what: 'A group with a job to do: a team, a board, a planning committee.',
    opens: 'The header gives the type as task.',
    why: 'A chair and an agenda belong there. Members still help one another, around the work.',
    quiet: 'Patterns about talk through the worker, about the agenda and about votes.',
    sources: ['21', 'c'],
  },
  'limited-speech': {
    number: 'G8',
    name: 'Few words',
    what: 'A group in which words are hard: small children, dementia, psychosis, talk through an interpreter.',
    opens: 'The header lists limited-speech among its gates.',
    why: 'More structure from you is a kindness here. Looks, touch and shared activity carry the help.',
    quiet: 'Patterns that count turns, or that expect members to answer each other in words.',
    sources: ['S', 'c'],
  },
  'chosen-procedure': {
    number: 'G9',
    name: 'The group chose it',
    what: 'The group asked for this way of working, or agreed to it.',
    opens: 'The header lists chosen-procedure among its gates.',
    why: 'A form that the group has chosen is the group using its say.',
    quiet: 'All patterns except those about the writing and about confidentiality.',
    sources: ['S', 'c'],
  },
  excerpt: {
    number: 'G10',
    name: 'Part of a session',
    what: 'Only some moments of the meeting are written down.',
    opens: 'The header says excerpt: true.',
    why: 'What is not on the page may well have been in the room. Most schools ask for a portion only.',
    quiet: 'Patterns about the session as a whole, and all that rest on something missing.',
    sources: ['36', 'c'],
  },
  repair: {
    number: 'G11',
    name: 'You turned it round',
    what: 'Something slipped, and then you opened it to the group yourself.',
    opens:
      'Within your next two turns you invite the others, hand a message on, or wait while members take it up.',
    why: 'Everyone slips. Noticing and coming back is the skill.',
    quiet: 'The pattern that would have spoken about the slip.',
    sources: ['c'],
  },
};
