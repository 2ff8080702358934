/** The text of a new recording. It is written in the format's own words, so it is the same in every language. */
import type { GroupType } from '../../server/src/recording/model.ts';

/** What was asked before; everything but the date may be missing. */
export interface Beginning {
  readonly type?: GroupType;
  readonly members: readonly string[];
  readonly group?: string;
  readonly session?: number;
  readonly of?: number;
  /** Today, as the writer's clock says: `2026-10-03`. */
  readonly written: string;
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
  const before = `${header(beginning)}\n# ${title(beginning)}\n\n${BEFORE_FIRST_WORDS}\n\n`;
  return { text: `${before}\n\n${AFTER_FIRST_WORDS}`, firstWords: before.split('\n').length - 1 };
}

function header({ type, members, group, session, of, written }: Beginning): string {
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

const BEFORE_FIRST_WORDS = `\
## Tuning in

<!-- What may people bring today? What do you bring? -->`;

const AFTER_FIRST_WORDS = `\
## Initial observations

<!-- Who sat where, what the room was like, what you noticed before anything was said. -->

## Dialogue

<!--
One paragraph each time somebody speaks, in the words that were used: name, colon, words.
What people did stands in brackets: (looks at Ben). What happened in the room has a line of its own: (Silence, 15 seconds.)
Lines that begin with > are the margin of the turn above them. What you leave empty may be taken out.
-->

**${WORKER}:**${' '}

> **Feeling:**
> **Analysis:**

## Impressions

## Use of self

## Mutual aid

<!-- Where did members help one another? What left room for it? -->

## What I would do over

<!-- One moment, and the exact words you could have said. -->

## Questions for supervision

## Plan
`;
