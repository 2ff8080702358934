/** Speaker labels: the start of a line that says who speaks, and to whom. */
import { LIMITS } from './limits.ts';

/** What could be a speaker's label at the start of a line. Offsets count from the start of that line's flat text. */
export interface LabelCandidate {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** As written after an arrow or `(to …)`. */
  readonly to: readonly string[];
  /** First offset after the colon and the blanks behind it. */
  readonly bodyStart: number;
}

const CLOCK = String.raw`(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?)`;
const NAME = String.raw`[^\s:：.,;!?()[\]{}|<>"“”*→>][^:：;!()[\]{}|<>"“”*→\n]{0,${LIMITS.label - 1}}?`;
const LABEL = new RegExp(
  String.raw`^(?:${CLOCK}[ \t]+)?(?:\[(?=[^\]\n]{1,20}\][ \t]*[:：]))?(${NAME})\]?` +
    String.raw`(?:[ \t]*(?:→|->|=>|➔)([^:：\n]{1,80}?)|[ \t]*\((?:to|towards?)[ \t]+([^()\n]{1,80})\))?` +
    String.raw`[ \t]*(?:${CLOCK}[ \t]*)?[:：](?!\/\/)[ \t]*`,
  'u',
);
const LEADING_CLOCK = new RegExp(String.raw`^${CLOCK}[ \t]+`, 'u');

/**
 * Reads the start of a line (flat text: Markdown marks already taken away) as a label.
 * `17:30`, `https:` and a colon later in a sentence make none.
 */
export function labelOf(flat: string): LabelCandidate | undefined {
  const colon = firstColon(flat);
  if (colon < 0) return undefined;
  const match = LABEL.exec(flat.length > 400 ? flat.slice(0, 400) : flat);
  if (!match) return undefined;
  const name = match[1]!.trimEnd();
  if (!/\p{L}|\p{N}|\p{Extended_Pictographic}/u.test(name)) return undefined;
  // A clock time or a ratio is no label: the colon stands between digits.
  if (/\d$/.test(name) && /^\d/.test(flat.slice(match[0].length))) return undefined;
  const clock = LEADING_CLOCK.exec(flat)?.[0].length ?? 0;
  const nameStart = flat.indexOf(name, clock);
  const to = (match[2] ?? match[3] ?? '').split(/,|&|\band\b|\//u).flatMap((one) => one.trim() || []);
  return { name, nameStart, nameEnd: nameStart + name.length, to, bodyStart: match[0].length };
}

/** A label ends within the first stretch of a line; most lines are dismissed here without a regular expression. */
function firstColon(flat: string): number {
  const head = flat.length > LIMITS.label * 4 ? flat.slice(0, LIMITS.label * 4) : flat;
  return head.search(/[:：]/u);
}

/** Words that stand before a colon in ordinary writing and are nobody's name. */
const NOT_NAMES = new Set(
  (
    'note notes nb ps example e.g i.e time date purpose setting topic goal goals question answer summary comment ' +
    'remember remind reminder rule rules warning reason result first second third last then next today tomorrow yes no okay ok well ' +
    'look listen so but and or he she it they we you this that there here thing things point points fact truth ' +
    'meaning because plus also finally later before after now maybe basically honestly anyway like group members ' +
    'place venue attendance present absent agenda plan theme context background'
  ).split(' '),
);

/**
 * Whether an undeclared label reads as a name or initials: "Ana", "Mrs. C", "J. R.", "Auntie Mei", "👩 Ana".
 * Each word begins with a capital, a digit, or a letter of a script without capitals; at most four words.
 */
export function looksLikeName(name: string): boolean {
  const words = name.split(/\s+/u);
  if (words.length > 4 || NOT_NAMES.has(name.toLowerCase())) return false;
  if (words.length > 1 && NOT_NAMES.has(words[0]!.toLowerCase())) return false;
  return words.every(
    (word) =>
      /^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Extended_Pictographic}#(]/u.test(word) ||
      /^(?:de|da|van|von|der|el|al|bin|di|la)$/u.test(word),
  );
}
