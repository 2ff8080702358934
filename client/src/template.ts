/** The text of a new recording. It is written in the format's own words, so it is the same in every language. */
import type { GroupType } from '../../server/src/recording/model.ts';
import { type Part, SCHOOL_FORMS, type SchoolForm } from './school-forms.ts';

/** What was asked before; everything but the date may be missing. */
export interface Beginning {
  readonly form?: SchoolForm;
  readonly type?: GroupType;
  readonly members: readonly string[];
  readonly group?: string;
  readonly session?: number;
  readonly of?: number;
  /** Today, as the writer's clock says: `2026-10-03`. */
  readonly written: string;
  /** The header of the group's next session, fences included, where there was one to go on from. */
  readonly header?: string;
  /** The worker's label in that header. */
  readonly worker?: string;
}

/** A text, and the empty line (zero-based) on which its first words are to be written. */
export interface Template {
  readonly text: string;
  readonly firstWords: number;
}

/** The label of the worker in the header and in the first turn. */
export const WORKER = 'Worker';

/** A whole recording with nothing said in it yet. Lines end with `\n`. */
export function recordingTemplate(beginning: Beginning): Template {
  const { form = SCHOOL_FORMS[0]!, worker = WORKER } = beginning;
  const [first, ...before] = form.before.map(section);
  const above = `${beginning.header ?? header(beginning, form.keys)}\n# ${title(beginning)}\n\n${first}\n\n`;
  const rest = [
    ...before,
    `## Dialogue\n\n${HOW_TO_WRITE}`,
    ...dialogue(beginning, form.columns, worker),
    ...form.after.map(section),
  ];
  return { text: `${above}\n\n${rest.join('\n\n')}\n`, firstWords: above.split('\n').length - 1 };
}

function section({ title: words, prompt }: Part): string {
  return `## ${words}${prompt === undefined ? '' : `\n\n<!-- ${prompt} -->`}`;
}

/** The segments that this kind of group has at this point of its life; what each asks of the worker stands beside it. */
function dialogue(
  { type, session, of }: Beginning,
  columns: readonly string[] | undefined,
  worker: string,
): string[] {
  const single = type === 'single-session';
  const first = single || session === 1;
  const last = single || (session !== undefined && session === of);
  const turn =
    columns === undefined ? `**${worker}:** \n\n> **Feeling:**\n> **Analysis:**` : table(columns, worker);
  const segments: (readonly [string, string | undefined])[] = [
    ...(first
      ? [
          [
            'Introductions',
            'Why these people meet, what stays here, and what cannot: whose words were they?',
          ] as const,
        ]
      : []),
    ...(type === 'open-ended' && !first
      ? [['Check-in', 'Is somebody new, or missing, or leaving? Who said how this group works?'] as const]
      : []),
    ...(type === 'very-large'
      ? [['In small groups', 'Which pairs or tables talked, and what came back from them?'] as const]
      : []),
    ...(last
      ? [
          [
            'Evaluation',
            'What did people say they take along from one another? What was said about the ending?',
          ] as const,
        ]
      : []),
  ];
  if (segments.length === 0) return [turn];
  return segments.map(([name, asks]) => `### ${name}\n\n<!-- ${asks} -->\n\n${turn}`);
}

function table(columns: readonly string[], worker: string): string {
  const row = (cell: (title: string) => string): string => `| ${columns.map(cell).join(' | ')} |`;
  return [
    row((one) => one),
    row(() => '---'),
    row((one) => (one === 'Dialogue' ? `**${worker}:** ` : '')),
  ].join('\n');
}

function header({ type, members, group, session, of, written }: Beginning, keys: readonly string[]): string {
  const line = (key: string, value: string | number | undefined, meaning?: string): string =>
    `${key}:${value === undefined ? '' : ` ${value}`}${meaning === undefined ? '' : ` # ${meaning}`}`;
  return [
    '---',
    line('student', undefined, 'initials are enough'),
    line('supervisor', undefined),
    line('date', undefined, 'of the session, such as 2026-10-02'),
    line('written', written),
    'group:',
    line('  name', group === undefined ? undefined : yaml(group)),
    line('  type', type, 'classic, single-session, short-term, open-ended, very-large or task'),
    line('  purpose', undefined),
    line('session', session),
    line('of', of),
    line('worker', WORKER),
    line('members', list(members)),
    line('absent', '[]'),
    line('excerpt', 'false', 'true when only part of the session is written out'),
    ...keys.map((key) => (key === 'time' ? 'time: { planned: , actual: }' : line(key, undefined))),
    '---',
    '',
  ].join('\n');
}

function title({ group, session, of }: Beginning): string {
  const name = group ?? 'Process recording';
  if (session === undefined) return name;
  return `${name}, session ${session}${of === undefined ? '' : ` of ${of}`}`;
}

function list(names: readonly string[]): string {
  return `[${names.map(yaml).join(', ')}]`;
}

/** Words that some reader of YAML takes for something other than a word. */
const NOT_PLAIN = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;

/** A text as a YAML value: plain where every reader takes it for the same text, else in double quotation marks. */
export function yaml(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{M}\p{N}'’. -]*$/u.test(text) && !/\s$/u.test(text) && !NOT_PLAIN.test(text);
  return isPlain ? text : JSON.stringify(text);
}

const HOW_TO_WRITE = `\
<!--
One paragraph each time somebody speaks, in the words that were used: name, colon, words.
What people did stands in brackets: (looks at Ben). What happened in the room has a line of its own: (Silence, 15 seconds.)
Lines that begin with > are the margin of the turn above them. What you leave empty may be taken out.
-->`;
