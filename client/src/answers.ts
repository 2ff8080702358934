/** What somebody types when asked about a new recording, read leniently: names, and a group with its session. */

/** Why a name cannot stand as it is, or had better not. `fullName` and below are advice; the others must be put right. */
export type NameTrouble =
  | { readonly kind: 'sign'; readonly name: string; readonly sign: string }
  | { readonly kind: 'tooLong'; readonly name: string }
  | { readonly kind: 'twice'; readonly name: string }
  | { readonly kind: 'worker'; readonly name: string }
  | { readonly kind: 'fullName'; readonly name: string };

/** The longest label that the server reads as one. */
const LONGEST = 40;

/** Signs that end or spoil a speaker's label. */
const NO_LABEL = /^[.?]|[:：!()[\]{}|<>"“”*→]/u;

/** Words before a first name that make no full name of it. */
const TITLES =
  /^(?:mrs?|ms|miss|mx|dr|sr|sra|señora?|mme|m|herr|frau|aunt(?:ie|y)?|uncle|gran(?:dma|dpa|ny)?|sister|brother|father|mother|old|young|big|little)$/iu;

/** Names parted by commas or semicolons of any script; blanks around and between them count for nothing. */
export function namesIn(answer: string): string[] {
  return answer
    .split(/[,;，、；،؛\n]/u)
    .map((name) => name.replace(/\s+/gu, ' ').trim())
    .filter((name) => name !== '');
}

/** The first thing that is wrong with the names; what must be put right comes before advice. */
export function troubleIn(names: readonly string[], worker: string): NameTrouble | undefined {
  const seen = new Set<string>();
  for (const name of names) {
    const sign = NO_LABEL.exec(name)?.[0];
    if (sign !== undefined) return { kind: 'sign', name, sign };
    if (name.length > LONGEST) return { kind: 'tooLong', name };
    const folded = name.normalize('NFC').toLowerCase();
    if (folded === worker.toLowerCase()) return { kind: 'worker', name };
    if (seen.has(folded)) return { kind: 'twice', name };
    seen.add(folded);
  }
  const fullName = names.find(looksFull);
  return fullName === undefined ? undefined : { kind: 'fullName', name: fullName };
}

/** Two or more whole words, the first of them no title: “Ana Lopez”, not “Ana L.” or “Auntie Mei”. */
function looksFull(name: string): boolean {
  const words = name.split(' ').filter((word) => /\p{L}{2,}/u.test(word) && !word.endsWith('.'));
  return words.length > 1 && !TITLES.test(words[0]!);
}

/** What was said about the group: every part may be missing. */
export interface GroupAndSession {
  readonly name?: string;
  readonly session?: number;
  readonly of?: number;
}

/** The number of the session at the end, with what is said to be one: “session 4”, “4 of 8”, “4/8”, “4”. */
const SESSION = /(?<![\p{L}\d])(session|meeting|no\.?|#)? ?(?<!\d)(\d{1,3})(?: ?(?:of|\/) ?(\d{1,3}))?$/iu;

/**
 * Reads “Living with Loss, 4 of 8”, “session 4”, “4”, or a name alone. A bare number straight after a name belongs to
 * the name (“Area 51”), one after a comma or a dash does not.
 */
export function groupAndSession(answer: string): GroupAndSession {
  const text = answer.replace(/\s+/gu, ' ').trim();
  const found = SESSION.exec(text);
  const before = text.slice(0, found?.index).trimEnd();
  const name = before.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/u, '');
  const isSession = found && (found[1] || found[3] || before === '' || before !== name);
  if (!isSession) return text === '' ? {} : { name: text };
  return {
    ...(name === '' ? {} : { name }),
    session: Number(found[2]),
    ...(found[3] === undefined ? {} : { of: Number(found[3]) }),
  };
}
