/** How far a recording has come, in its header; and who signed it, at its end. As values, and as edits. */
import type { DocumentEdit } from './edit.ts';
import { endOfLine } from './edit.ts';
import { isHeaderBroken, STATES } from './header.ts';
import { type Header, type Recording, rangeOf, type State } from './model.ts';

/** Where a recording stands, with the days on which it came to each state, as written. A recording without a word about it is a draft. */
export interface Standing {
  readonly state: State;
  readonly dates: Readonly<Partial<Record<State, string>>>;
  /** The lines of the sign-off, as they read. */
  readonly signed: readonly string[];
}

export function standingOf(recording: Recording): Standing {
  const dates: Partial<Record<State, string>> = {};
  for (const state of STATES) {
    const date = written(recording.header, state);
    if (date !== undefined) dates[state] = date;
  }
  const signed = recording.sections.filter(({ title }) => SIGN_OFF.test(title)).flatMap(({ prose }) => prose);
  return {
    state: recording.header.status ?? 'draft',
    dates,
    signed: signed.flatMap(({ text }) => text.split('\n')).filter((line) => line.trim() !== ''),
  };
}

/**
 * Moves a recording to another state, on a day. Only the header's own lines change; one is made where there is none.
 * @returns undefined for a broken header: what is written into it would not be read back
 */
export function moveToState(recording: Recording, state: State, date: string): DocumentEdit[] | undefined {
  if (isHeaderBroken(recording)) return undefined;
  return withKeys(recording, [['status', state], ...(state === 'draft' ? [] : [[state, date] as const])]);
}

const SIGN_OFF = /^\W*(?:sign[ -]?off|signatures?|signed)\W*$/i;

/** Signs at the end: in the section for it, which is made where there is none. */
export function signOff(recording: Recording, who: string, role: string, date: string): DocumentEdit[] {
  const { lineEnd, blocks, sections } = recording;
  const line = `- ${[who, role, date].join(', ').replace(/\s+/g, ' ')}`;
  const section = sections.find(({ title }) => SIGN_OFF.test(title));
  const last = section?.prose[section.prose.length - 1]?.place;
  if (last) {
    const at = last.block.start + endOfLine(last.block.text, last.end);
    return [{ start: at, end: at, text: lineEnd + line }];
  }
  if (section?.heading) {
    const at = section.heading.block.start + endOfLine(section.heading.block.text, section.heading.end);
    return [{ start: at, end: at, text: lineEnd + lineEnd + line }];
  }
  const tail = blocks[blocks.length - 1];
  const end = tail === undefined ? 0 : tail.start + tail.text.length;
  const ends = /(?<![\r\n])[\r\n]*$/.exec(tail?.text ?? '')![0].split(/\r\n|\n|\r/).length - 1;
  const gap = end === 0 ? '' : lineEnd.repeat(Math.max(0, 2 - ends));
  return [{ start: end, end, text: `${gap}## Sign-off${lineEnd}${lineEnd}${line}${lineEnd}` }];
}

/** What a header says for a key, without quotation marks. */
function written({ keys }: Header, name: string): string | undefined {
  const place = keys.find((key) => key.name === name)?.value;
  const text = place?.block.text
    .slice(place.start, place.end)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return text === undefined || text === '' || text === 'null' || text === '~' ? undefined : text;
}

/** Writes plain values for keys of the header: over those that stand there, or as new lines at its end. */
function withKeys(
  { header, blocks, lineEnd }: Recording,
  entries: readonly (readonly [string, string])[],
): DocumentEdit[] {
  if (!header.place) {
    const at = blocks[0]?.text.startsWith('\ufeff') ? 1 : 0;
    const lines = ['---', ...entries.map(([name, value]) => `${name}: ${value}`), '---', '', ''];
    return [{ start: at, end: at, text: lines.join(lineEnd) }];
  }
  const { block } = header.place;
  const edits: DocumentEdit[] = [];
  const fresh: string[] = [];
  for (const [name, value] of entries) {
    const key = header.keys.find((one) => one.name === name);
    const colon = key && /^[ \t]*(?:["'][ \t]*)?:/.exec(block.text.slice(key.key.end))?.[0].length;
    if (key?.value && block.text.slice(key.value.start, key.value.end).trim() !== '')
      edits.push({ ...rangeOf(key.value), text: value });
    else if (key && colon !== undefined) {
      const at = block.start + key.key.end + colon;
      edits.push({ start: at, end: at, text: ` ${value}` });
    } else fresh.push(`${name}: ${value}${lineEnd}`);
  }
  if (fresh.length === 0) return edits;
  const source = block.text.slice(header.place.start, header.place.end);
  const fence = /(?<=[\r\n])(?:---|\.\.\.)[ \t]*$/.exec(source);
  const at = block.start + header.place.start + (fence?.index ?? source.length);
  const lines = fence ? fresh.join('') : lineEnd + fresh.join('').trimEnd();
  return [...edits, { start: at, end: at, text: lines }];
}
