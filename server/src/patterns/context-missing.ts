import type { Group } from '../group/model.ts';
import { named } from './lines.ts';
import type { Pattern } from './model.ts';

interface Wanted {
  readonly what: string;
  readonly line: string;
  readonly inHeader: (group: Group) => boolean;
  /** How it reads when it stands somewhere else in the file. */
  readonly elsewhere: RegExp;
}

/** What stage and type can be told by, and who is who: the forms ask for all of it ([36][82][83]). */
const WANTED: readonly Wanted[] = [
  {
    what: 'the number of the session',
    line: 'which meeting this was: “session”, and “of” where the number of meetings is planned',
    inHeader: ({ recording: { header } }) => header.session !== undefined || header.type === 'single-session',
    elsewhere:
      /\b(?:session|meeting|week) (?:no\.? ?|number |#)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final) (?:session|meeting)\b|\b\d{1,2}(?:st|nd|rd|th) (?:session|meeting)\b/i,
  },
  {
    what: 'the type of group',
    line: 'what kind of group it is: “type”, such as short-term or open-ended',
    inHeader: ({ recording: { header } }) => header.type !== undefined,
    elsewhere:
      /\b(?:open[- ]ended|open group|closed group|drop-?in|short[- ]term|single[- ]session|one-?off|long[- ]term|ongoing group|committee|task group|time[- ]limited|rolling)\b/i,
  },
  {
    what: 'the purpose',
    line: 'why you meet: “purpose”, in the words you use with the group',
    inHeader: ({ recording: { header } }) => header.purpose !== undefined,
    elsewhere:
      /\bpurpose\b|\bso that\b|\b(?:group|meet(?:s|ing)?) (?:is |are |was |were )?(?:here |there )?for\b|\b(?:aim|goal)s? (?:of|is|are)\b/i,
  },
  {
    what: 'who was present',
    line: 'who was there: “members”, with the names you use in the dialogue',
    inHeader: ({ recording: { header } }) =>
      header.members.length > 0 ||
      header.keys.some(({ name }) => /^(?:seating|seats|roster|diagram)$/i.test(name)),
    elsewhere:
      /\b(?:present|attend(?:ed|ance|ing|ees)|participants?|members?) ?(?:were|today|:|are|\()|\b(?:were|was) (?:there|present)\b|\bseat(?:ed|ing)\b/i,
  },
];

function missingIn(group: Group): Wanted[] {
  const texts = group.recording.sections
    .filter(
      ({ kind }) =>
        kind === 'identifying' || kind === 'tuning-in' || kind === 'observations' || kind === 'other',
    )
    .flatMap(({ title, prose }) => [title, ...prose.map(({ text }) => text)]);
  return WANTED.filter((one) => !one.inHeader(group) && !texts.some((text) => one.elsewhere.test(text)));
}

export const pattern: Pattern = {
  id: 'context-missing',
  name: 'Context missing',
  family: 'CRAFT',
  core: false,
  severity: 'hint',
  dynamics: [],
  skills: ['recording-craft'],
  question: 'What would somebody need to know who was not there?',
  page: {
    looksLike:
      'The header does not say which meeting it is, what kind of group, why these people meet, or who was there, and no other part of the file does.',
    matters:
      'What is right in a first meeting may be too little in the tenth, and a committee is no mourning group. Whoever reads it, this tool included, leaves things unsaid that depend on it.',
    fine: 'It stands somewhere else in the file. A single session needs no number.',
  },
  sources: ['36', '82', '83'],
  silentIn: [],
  thresholds: {
    turns: { default: 6, why: 'A recording that has only just been begun is left in peace; ours.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (group.moves.length < threshold('turns')) return [];
    const missing = missingIn(group);
    if (missing.length === 0) return [];
    const stage = missing.some(({ what }) => /session|type|purpose/.test(what));
    return [
      {
        at: -1,
        to: -1,
        evidence: [],
        message: `This recording does not say ${named(missing.map(({ what }) => what))}.${stage ? ' What depends on the stage and the kind of group is left unsaid here because of it.' : ''} What would somebody need to know who was not there?`,
      },
    ];
  },
  alternatives: (group) =>
    [
      ...missingIn(group).map(({ line }) => `[add to the header ${line}]`),
      '[or say it in two sentences under “Identifying information”, before the dialogue]',
    ]
      .slice(0, 3)
      .map((line) => ({ skill: 'recording-craft' as const, line })),
};
