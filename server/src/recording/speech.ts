/** From a line of prose to what was said: words apart from what was done, each tied to its source. */

import { matchesIn } from './expressions.ts';
import type { ProseLine } from './markdown.ts';
import type { Block, Fragment, Nonverbal, NonverbalKind } from './model.ts';

/** A part of a line: the source line and the flat offset from which it is speech (after a label, say). */
export interface SpokenLine {
  readonly block: Block;
  readonly line: ProseLine;
  readonly from: number;
}

export interface Speech {
  readonly words: string;
  readonly fragments: readonly Fragment[];
  readonly nonverbal: readonly Nonverbal[];
  readonly cut: { readonly start: boolean; readonly end: boolean };
}

/** Kinds of nonverbal act, first match wins. */
const ACTS: readonly (readonly [NonverbalKind, RegExp])[] = [
  [
    'silence',
    /\b(?:silence|silent|paus(?:e[sd]?|ing)|no(?:-| )?(?:one|body) (?:speaks?|spoke|answers?|answered|says?|said|talks?|talked|replie[sd]|responds?|responded)(?! (?:to (?:me|us|him|her|them)\b|much\b))|not a (?:word|sound)|stillness|hush|dead air|a (?:\w+ )?(?:beat|gap))\b|^\s*(?:beat|gap|nothing|no ?one|nobody|still)\s*[.,;]|\bquiet\b(?! (?:voice|laugh|chuckl|giggl|cry|sob|tears|murmur|mutter|sigh|talk|word))/i,
  ],
  [
    'overlap',
    /\b(?:overlap\w*|at the same time|talking over|cross-?talk|all at once|speak(?:ing|s)? together)\b/i,
  ],
  ['interruption', /\b(?:interrupt\w*|cuts? (?:in|off|across)|cutting (?:in|off|across))\b/i],
  ['laughter', /\b(?:laugh\w*|giggl\w*|chuckl\w*|snigger\w*|grin\w*|snort\w*)\b/i],
  [
    'crying',
    /\b(?:cr(?:y|ies|ied|ying)|tear(?:s|ful|y|ing)?|weep\w*|sob\w*|well(?:s|ed|ing)? up|wipes? (?:his|her|their) (?:eyes?|face))\b/i,
  ],
  [
    'leaving',
    /\b(?:leaves?|left|leaving|walks? out|walked out|goes out|gets up and goes|storms? (?:out|off))\b/i,
  ],
  ['entering', /\b(?:arrives?|comes? (?:in|back)|came (?:in|back)|enters?|returns?)\b/i],
  [
    'touch',
    /\b(?:touch\w*|hand on|hugs?|hugged|pats?|patted|holds? (?:his|her|their)|squeez\w*|arm around|strokes?)\b/i,
  ],
  ['nod', /\bnod(?:s|ded|ding)?\b/i],
  ['sigh', /\b(?:sighs?|sighed|sighing|breathes? out|exhal\w*)\b/i],
  ['glance', /\b(?:look\w*|glanc\w*|stares?|staring|stared|eyes?|gaz\w*|turns? to)\b/i],
];

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  half: 0.5,
};
const LENGTH =
  /((?<!\d)\d+(?:[.,]\d+)?|\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|half)\b)(?:\s*(?:-|–|to)\s*\d+)?(?:\s+(?:a|an|full|whole|long|good)){0,3}[\s-]*(s\b|secs?\b|seconds?\b|m\b|mins?\b|minutes?\b)/i;

/** Seconds of a length in words ("15 s", "half a minute", "ten seconds"); undefined where none is given. */
export function secondsOf(text: string): number | undefined {
  const found = LENGTH.exec(text);
  if (!found) return undefined;
  const amount = NUMBER_WORDS[found[1]!.toLowerCase()] ?? Number(found[1]!.replace(',', '.'));
  return found[2]!.toLowerCase().startsWith('m') ? amount * 60 : amount;
}

/** What a bracketed remark records. */
export function nonverbalKind(text: string): NonverbalKind {
  if (IN_SECONDS.test(text) && !DOING.test(text)) return 'silence';
  return ACTS.find(([, form]) => form.test(text))?.[0] ?? 'other';
}

/** What is counted in seconds, with nobody doing anything, is a silence: "Nobody. The jug is going. Maybe fifteen seconds." */
const IN_SECONDS =
  /\d ?(?:s|secs?|seconds)\b|\b(?:few|couple of|several|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|two|three|four)(?: (?:or|to|maybe) \w+)?(?: (?:full|whole|long|good))*[ -](?:secs?|seconds)\b/i;
const DOING =
  /\b(?:laugh\w*|giggl\w*|cr(?:y|ies|ied|ying)|sob\w*|talk\w*|chat\w*|sing\w*|clap\w*|writ\w*|read\w*|video|film|music|shout\w*|argu\w*|everyone at once|over each other|goes out|left the room)\b/i;

const SUMMARY =
  /^\s*(?:summary\b|summar[iy]|\.{3}\s*\[?summary)|\b(?:\d+|few|several|ten|five|fifteen|twenty|some) (?:more )?(?:mins?|minutes?)\b[^.]{0,200}\b(?:about|on|of|discuss\w*|talk\w*|chat\w*)\b|^\s*(?:we|they|the group|members|everyone)(?: then| all)? (?:discussed|talked|spoke|chatted|went over|went on)\b/i;

/** Whether a remark stands for talk that was not written out. */
export function isSummary(text: string): boolean {
  return SUMMARY.test(text) && !/\b(?:silence|pause|quiet)\b/i.test(text);
}

const CLOCK_REMARK = /^[[(]?\s*\d{1,2}:\d{2}(?::\d{2})?\s*[\])]?$/;
const INAUDIBLE =
  /\[(?:inaudible|unclear|unintelligible|\?)[^\]]{0,200}\]|\((?:inaudible|unclear|unintelligible)[^)]{0,200}\)|_{3,}/gi;
const REMARK = /\(([^()]*)\)|\[([^[\]]*)\]/g;
/** An italic run inside speech is stress, unless it says what the speaker did. */
const ITALIC_ACT =
  /^(?:he |she |they )?(?:smil|laugh|nod|sigh|cr(?:y|ies|ying)|look|glanc|shrug|paus|silen|whisper|quiet|lean|shak|wip|turn|star|frown|wink|point|stand|sit|get)(?:s|es|ed|ing|ting)?\b/i;

function flat(line: ProseLine): string {
  return line.runs.map((run) => run.text).join('');
}

/** The brackets (or italics) that wrap a whole line, taken away; undefined for a line that is not wholly a remark. */
export function remarkOf(line: ProseLine): string | undefined {
  const text = flat(line).trim();
  if (text === '') return undefined;
  const wrapped = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)\.?$|^\[([^[\]]*)\]\.?$/.exec(text);
  if (wrapped) return (wrapped[1] ?? wrapped[2] ?? '').trim();
  if (line.runs.every((run) => (run.emphasis && !run.strong) || run.text.trim() === ''))
    return text.replace(/^[([]|[)\]]$/g, '').trim();
  // Several bracketed remarks and nothing else: "(Silence, 10 s.) (Carla wipes her eyes.)"
  if (text.replace(REMARK, '').trim() === '')
    return text.replace(REMARK, (_, round: string, square: string) => `${round ?? square} `).trim();
  return undefined;
}

/**
 * Reads lines of a turn. Bracketed remarks become nonverbal acts, time stamps and inaudible stretches drop out,
 * an interruption mark at either end is noted; everything else is the words, joined by one blank between lines.
 */
export function speechOf(lines: readonly SpokenLine[]): Speech {
  const fragments: Fragment[] = [];
  const nonverbal: Nonverbal[] = [];
  let words = '';
  for (const { block, line, from } of lines) {
    const text = flat(line);
    const gone = remarksIn(block, line, text, from, nonverbal);
    let runAt = 0;
    for (const run of line.runs) {
      for (const [start, end] of kept(Math.max(from, runAt), runAt + run.text.length, gone)) {
        let raw = text.slice(start, end);
        let place = run.start + start - runAt;
        const needsBlank = words !== '' && !/\s$/.test(words);
        if (words === '' || /\s$/.test(words)) {
          const trimmed = raw.trimStart();
          place += raw.length - trimmed.length;
          raw = trimmed;
        } else if (
          needsBlank &&
          fragments.length > 0 &&
          isNewLine(fragments, block, place) &&
          !/^\s/.test(raw)
        ) {
          words += ' ';
        }
        if (raw === '') continue;
        fragments.push({
          at: words.length,
          length: raw.length,
          place: { block, start: place, end: place + raw.length },
        });
        words += raw;
      }
      runAt += run.text.length;
    }
  }
  const cut = {
    start: /^\s*(?:—|–|--|-\s|\.\.\.|…)/.test(words),
    end: /(?:—|–|-)\s*(?:["”']\s*)?$/.test(words),
  };
  return { words: words.trimEnd(), fragments, nonverbal, cut };
}

/** A fragment begins another line when its source does not go on where the last one ended, or a line end lies between. */
function isNewLine(fragments: readonly Fragment[], block: Block, place: number): boolean {
  const last = fragments[fragments.length - 1]!.place;
  return last.block !== block || /[\r\n]|<br/i.test(block.text.slice(last.end, place));
}

function remarksIn(
  block: Block,
  line: ProseLine,
  text: string,
  from: number,
  nonverbal: Nonverbal[],
): [number, number][] {
  const gone: [number, number][] = [];
  const note = (start: number, end: number, said: string): void => {
    gone.push([start, end]);
    if (said === '' || CLOCK_REMARK.test(said) || /^(?:inaudible|unclear|unintelligible)/i.test(said)) return;
    const kind = nonverbalKind(said);
    const seconds = kind === 'silence' ? secondsOf(said) : undefined;
    const place = { block, start: sourceOf(line, start), end: sourceOf(line, end - 1) + 1 };
    nonverbal.push({ kind, text: said, place, ...(seconds === undefined ? {} : { seconds }) });
  };
  for (const found of matchesIn(INAUDIBLE, text))
    if (found.index >= from) gone.push([found.index, found.index + found[0].length]);
  const inaudible = gone.slice();
  let next = 0;
  for (const found of matchesIn(REMARK, text)) {
    while (next < inaudible.length && inaudible[next]![1] <= found.index) next++;
    const overlaps = next < inaudible.length && inaudible[next]![0] < found.index + found[0].length;
    if (found.index < from || overlaps) continue;
    note(found.index, found.index + found[0].length, (found[1] ?? found[2] ?? '').trim());
  }
  let runAt = 0;
  for (const run of line.runs) {
    if (run.emphasis && !run.strong && runAt >= from && ITALIC_ACT.test(run.text.trim()))
      note(runAt, runAt + run.text.length, run.text.trim());
    runAt += run.text.length;
  }
  return gone.sort((a, b) => a[0] - b[0]);
}

/** Source offset (in the block) of a flat offset of the line. */
export function sourceOf(line: ProseLine, offset: number): number {
  let at = 0;
  for (const run of line.runs) {
    if (offset < at + run.text.length) return run.start + offset - at;
    at += run.text.length;
  }
  return line.end;
}

/** The parts of [start, end) outside the stretches that are gone. */
function kept(start: number, end: number, gone: readonly (readonly [number, number])[]): [number, number][] {
  const parts: [number, number][] = [];
  let at = start;
  for (const [from, to] of gone) {
    if (to <= at || from >= end) continue;
    if (from > at) parts.push([at, from]);
    at = Math.max(at, to);
  }
  if (at < end) parts.push([at, end]);
  return parts;
}
