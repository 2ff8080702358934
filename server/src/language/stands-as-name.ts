/** Whether a word that looks like somebody's name is it: no part of a longer name, no surname, no place, no plain word. */
import { isAlsoWord, isGivenName } from '../patterns/names.ts';

const TITLE = /^(?:mrs?|ms|miss|mx|dr|prof|professor|sir|lady|señora?|herr|frau|mme|monsieur)\.?$/i;
const SAINT = /\b(?:St\.?|Saint|Santa|San|Sankt)\s$/;
const PLACE =
  /^(?:['’]s)?\s(?:House|Street|St\b|Road|Lane|Avenue|Square|Hospital|Hospice|School|College|University|Church|Chapel|Park|Hill|Bridge|Clinic|Cent(?:re|er)|Court|Estate|Ward|Foundation|Trust|Day)\b/;

/** Names of months, seasons and virtues: before a verb they may be themselves. */
const THING = new Set(
  'April May June August Summer Autumn Dawn Hope Faith Grace Joy Mercy Patience Charity Destiny'.split(' '),
);
const TIME_BEFORE =
  /\b(?:in|last|next|since|by|until|till|this|every|early|late|mid|during|\d(?:st|nd|rd|th)?(?: of)?)[\s-]$/i;
const MONTH = new Set('April May June August Summer Autumn'.split(' '));

/** What only a person does. */
const PERSON_DOES =
  /^\s(?:said|says|asked|asks|told|tells|looked|looks|nodded|nods|laughed|laughs|smiled|smiles|cried|cries|shrugged|sat|sits|spoke|speaks|talked|talks|answered|answers|replied|came|comes|went|goes|left|leaves|wanted|wants|thought|thinks|felt|feels|knew|knows|kept|keeps|seemed|seems|turned|turns|took|takes|got|gets|gave|gives|started|began|stayed|moved|leaned|leans|wiped|wipes|interrupted|interrupts)\b/;
const IS_OR_HAS = /^\s(?:is|was|has|had|isn['’]t|wasn['’]t|hasn['’]t|hadn['’]t)\b/;

/** Nothing, a full stop, a bracket, a quotation mark, a Markdown mark or a label: what a sentence begins after. */
const SENTENCE_START = /(?:^|[.!?…:：—–][*_"”’)\]]*\s+|[\n\r>|“"‘([*_#-][ \t]*|<br\s*\/?>\s*)$/u;

const LETTER_OF =
  /\b(?:plan|vitamin|option|hepatitis|part|step|room|ward|group|wing|block|section|level|grade|type|class|unit|flat|bus|route)\s$/i;

/**
 * @param others forms of all people of the recording: one of them right before makes a surname of this word
 */
export function standsAsName(text: string, start: number, end: number, others: ReadonlySet<string>): boolean {
  const before = text.slice(Math.max(0, start - 48), start);
  const after = text.slice(end, end + 40);
  const form = text.slice(start, end);
  if (/[\p{L}\p{N}][-'’]$/u.test(before) || /^-\p{L}/u.test(after)) return false;
  if (SAINT.test(before) || PLACE.test(after)) return false;
  if (isSurname(before, form, others)) return false;
  if (form.length === 1) return letterStands(before, after, form);
  return !isPlainWord(form) || wordStands(before, after, form);
}

/** A given name that is a word too, in the form that was written. */
export function isPlainWord(form: string): boolean {
  return isAlsoWord(form) || THING.has(form);
}

/** The word before is a title, an initial, or a first name: then this one is a last name, of whoever that is. */
function isSurname(before: string, form: string, others: ReadonlySet<string>): boolean {
  const found = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{M}'’-]{0,39}\.?)[ \u00a0]$/u.exec(before);
  const first = found?.[1];
  if (first === undefined || before.endsWith(`${form} `)) return false;
  if (TITLE.test(first)) return true;
  if (/^\p{Lu}\.$/u.test(first)) return true;
  if (first.endsWith('.')) return false;
  if (others.has(first)) return true;
  const begins = SENTENCE_START.test(before.slice(0, found!.index));
  return isGivenName(first) && !(begins && isPlainWord(first));
}

function letterStands(before: string, after: string, form: string): boolean {
  if (LETTER_OF.test(before)) return false;
  if (/^['’]s\b/.test(after)) return true;
  if (form !== 'A' && form !== 'I' && form !== 'O')
    return (
      !SENTENCE_START.test(before) || /^(?:\s*[,:?!)]|\s+and\s\p{Lu})/u.test(after) || PERSON_DOES.test(after)
    );
  return (
    /\b(?:to|at|with|from|and|by|for|of|about|like|as)\s$/i.test(before) &&
    /^\s*(?:[.,;:!?)\]]|$)/.test(after)
  );
}

function wordStands(before: string, after: string, form: string): boolean {
  if (MONTH.has(form) && (TIME_BEFORE.test(before) || /^\s\d/.test(after))) return false;
  if (!SENTENCE_START.test(before)) return true;
  return (
    /^(?:['’]s\b|\s*[,.:!?…)\]"”*]|\s*$|\s*\(|\s+(?:and|or|&)\s+\p{Lu})/u.test(after) ||
    PERSON_DOES.test(after) ||
    (!THING.has(form) && IS_OR_HAS.test(after))
  );
}
