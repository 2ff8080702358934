/** Headings and what they open: the sections of a recording, and the segments of its dialogue. */
import type { SectionKind, Segment } from './model.ts';

const SECTION_NAMES: Readonly<Record<Exclude<SectionKind, 'other'>, readonly string[]>> = {
  identifying: [
    'identifying information',
    'identifying data',
    'identifying',
    'background',
    'setting',
    'identification',
    'attendance',
  ],
  'tuning-in': [
    'tuning in',
    'pre engagement',
    'preparation',
    'pre group planning',
    'session plan',
    'planning',
    'purpose',
    'pre interview prep',
    'pre session planning',
  ],
  observations: ['observations', 'initial observations', 'observation', 'climate', 'atmosphere', 'tone'],
  dialogue: [
    'dialogue',
    'dialog',
    'session',
    'the session',
    'narrative',
    'content',
    'verbatim',
    'process',
    'interview content',
    'what happened',
    'content of contact',
    'content of the session',
    'content of session',
    'session content',
    'meeting',
    'the meeting',
    'what was said',
    'verbatim dialogue',
    'process recording',
    'transcript',
    'content dialogue',
    'group session',
    'the dialogue',
    'the process',
  ],
  impressions: [
    'impressions',
    'assessment',
    'summary impressions',
    'impressions and assessment',
    'diagnostic summary',
  ],
  analysis: [
    'analysis',
    'reflection',
    'reflections',
    'analytical thoughts',
    'my analysis',
    'analysis and reflection',
  ],
  'use-of-self': [
    'use of self',
    'professional self',
    'use of professional self',
    'my role',
    'workers role',
    'role of the worker',
    'my use of self',
  ],
  'mutual-aid': [
    'mutual aid',
    'group dynamics',
    'group process',
    'mutual aid seen',
    'where i saw mutual aid',
  ],
  'do-over': [
    'what i would do over',
    'do over',
    'alternatives',
    'what i would do differently',
    'one thing to do over',
    'what i would do again',
  ],
  plan: [
    'plan',
    'plans',
    'next steps',
    'plans of action',
    'plan for next session',
    'follow up',
    'plan for next time',
    'plans for next session',
  ],
  questions: [
    'questions for supervision',
    'issues for supervision',
    'questions',
    'issues questions or problems to explore in supervision',
    'question for supervision',
  ],
  supervisor: [
    'supervisor comments',
    'field instructor comments',
    'supervisors comments',
    'field instructors comments',
    'supervisor',
    'field instructor',
  ],
};

const SECTION_BY_NAME = new Map<string, SectionKind>(
  Object.entries(SECTION_NAMES).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as SectionKind] as const),
  ),
);

/** A heading in its plain form: lower case, without numbering, apostrophes or punctuation. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/^(?:part\s+)?(?:[ivx]{1,4}|\d{1,2}|[a-z])[.):]\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The section that a heading opens; `other` for one the table does not know. */
export function sectionKind(title: string): SectionKind {
  const words = plain(title);
  const exact = SECTION_BY_NAME.get(words);
  if (exact !== undefined) return exact;
  // "Dialogue (excerpt)", "Session 4: the first holiday" and "Verbatim, minutes 10 to 40" are dialogue still.
  const head = plain(title.split(/[(:–—,-]/)[0] ?? '').replace(/ \d+(?: of \d+)?$/, '');
  return SECTION_BY_NAME.get(head) ?? 'other';
}

const SEGMENTS: readonly (readonly [Segment['kind'], RegExp])[] = [
  ['introductions', /^(?:introductions?|introducing|getting to know|names?|ice ?breaker|welcome)\b/],
  ['check-in', /^(?:check ?in|checking in|opening round|go round|round)\b/],
  ['role-play', /^(?:role ?play|rehearsal|trying it out)\b/],
  ['presentation', /^(?:presentation|input|talk|information|psychoeducation|teaching|video|film)\b/],
  ['check-out', /^(?:check ?out|checking out|closing|close|closing round|ending|goodbyes?)\b/],
  ['evaluation', /^(?:evaluation|evaluating|feedback)\b/],
];

/** What a sub-heading inside the dialogue stands for. */
export function segmentKind(title: string): Segment['kind'] {
  const words = plain(title);
  return SEGMENTS.find(([, form]) => form.test(words))?.[0] ?? 'other';
}

/** Headings as a new recording has them, in their usual order. */
export const SECTION_TITLES: readonly string[] = [
  'Identifying information',
  'Tuning in',
  'Initial observations',
  'Dialogue',
  'Impressions',
  'Analysis',
  'Use of self',
  'Mutual aid',
  'What I would do over',
  'Plan',
  'Questions for supervision',
  'Supervisor comments',
];

/** Sub-headings of a dialogue that the format knows. */
export const SEGMENT_TITLES: readonly string[] = [
  'Introductions',
  'Check-in',
  'Role play',
  'Presentation',
  'Check-out',
  'Evaluation',
];
