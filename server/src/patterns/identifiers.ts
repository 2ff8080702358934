/**
 * Details by which somebody outside could be found: numbers, addresses and the like, told apart from what is public.
 * A recording is read by supervisors, teachers and tools; schools ask that nobody can be traced by it ([41]).
 */

import { matchesIn } from '../recording/expressions.ts';

export type IdentifierKind =
  | 'a telephone number'
  | 'an e-mail address'
  | 'a personal web address'
  | 'a street address'
  | 'a postcode'
  | 'a full date of birth'
  | 'a record or identity number'
  | 'a school and a class'
  | 'a workplace and a post';

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
}

const END = /(?<!\b(?:mr|mrs|ms|dr|st|no|apt|fr|sr))[.!?…](?:["”’)]?\s|$)|\n/gi;

/** The sentence around a stretch, for what is said beside it. */
function sentenceAround(text: string, start: number, end: number): string {
  let from = 0;
  for (const mark of matchesIn(END, text.slice(0, start))) from = mark.index + mark[0].length;
  const stop = text.slice(end).search(END);
  return text.slice(from, stop < 0 ? text.length : end + stop + 1);
}

function* matches(
  form: RegExp,
  text: string,
): Generator<{ readonly start: number; readonly end: number; readonly text: string }> {
  for (const found of matchesIn(form, text))
    yield { start: found.index, end: found.index + found[0].length, text: found[0] };
}

/** What is there for everybody: a line, a desk, a body, a place to go. */
const PUBLIC =
  /\b(?:help ?-?lines?|hot ?-?lines?|life ?line|crisis|samaritans|childline|text ?line|switchboard|reception|desk|office|agency|clinic|surgery|council|hospital|ward|services?|centre|center|charity|library|court|jobcentre|emergency|out of hours|duty|intake|free ?phone|toll[- ]free|poster|leaflet|sheet|flyer|on the (?:wall|back|board|card)|complaints?|union|bank|pharmacy|police|school|caf[eé]|shop|pub|market|gym|pool|station|church|chapel|mosque|temple|hall|cinema|museum|meetings?)\b/i;
/** Whose it is: somebody's own. */
const OWN =
  /\b(?:my|his|her|their|our) (?:own |new |old |work |home )?(?:number|mobile|cell|phone|e-?mail|line|address)|\bi(?:'m| am) on\b|\b(?:he|she|they)(?:'s|'re| is| are) on\b|'s (?:number|mobile|cell|phone|e-?mail)\b|'s on (?=[\d+(])/i;
/** Said of oneself and of a desk alike. */
const REACH = /\b(?:ring|call|text|phone|message|whatsapp|reach|try) (?:me|him|her|them)\b/i;
const DESK = /\b(?:office|desk|switchboard|reception|agency|duty)\b/i;

/** Numbers that are printed for all: free numbers, emergency and crisis lines of several countries. */
const FREE_NUMBER =
  /^(?:\+?\d{1,2}[ -]?)?\(?(?:0800|0808|0300|0303|1[ -]?800|1[ -]?8[3-8]{2}|1300|1800|0508|0850|1850)\b|^0808|^0800/;

const PHONE =
  /(?<![\d\p{L}£$€#/.:-]|\d,)(?:\+|\(\+?)?\d[\d .()/-]{5,18}\d(?![\d\p{L}/]|[.:]\d|\s?(?:%|pounds|euros|dollars|rand|naira|rupees|kg|km|am|pm)\b)/gu;

function isPhone(text: string, found: { readonly start: number; readonly text: string }): boolean {
  const digits = found.text.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15 || FREE_NUMBER.test(found.text)) return false;
  // Dates, spans of years, scores and counting are numbers too.
  if (/^\(?\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\)?$/.test(found.text) && digits.length <= 8) return false;
  if (/^(?:19|20)\d\d ?[-/–] ?(?:19|20)?\d\d$/.test(found.text)) return false;
  if (/^(?:(?:19|20)\d\d[ ,./-]*)+$/.test(found.text)) return false;
  if (!/\d{3}/.test(found.text) || /^\d{1,3}(?:[ .]\d{3})+$/.test(found.text.replace(/^0/, 'x')))
    return false;
  if (/\b(?:isbn|doi|issn)[: ]*$/i.test(text.slice(Math.max(0, found.start - 8), found.start))) return false;
  // A number that stands for a record is told as one.
  return !RECORD_BEFORE.test(text.slice(Math.max(0, found.start - 40), found.start));
}

const DIGIT = '(?:oh|o|zero|nought|naught|one|two|three|four|five|six|seven|eight|nine)';
const SPOKEN_PHONE = new RegExp(
  String.raw`\b(?:(?:double|triple|treble) )?${DIGIT}(?:[ ,-]{1,2}(?:(?:double|triple|treble) )?${DIGIT}){6,14}\b`,
  'gi',
);
const DIGITS_SPOKEN =
  /(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine)[ ,-]+(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|treble) /i;
const COUNTING =
  /^(?:(?:zero|oh|nought)[ ,-]+)?one[ ,-]+two[ ,-]+three|^(?:ten[ ,-]+)?nine[ ,-]+eight[ ,-]+seven|^(?:two[ ,-]+four[ ,-]+six)/i;

const EMAIL = /(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{2,20}){1,3}/g;
const SPOKEN_EMAIL =
  /\b[\w.]{2,40} at (?:gmail|hotmail|yahoo|outlook|icloud|live|proton|gmx|\w{2,20}mail) dot \w{2,4}\b/gi;
const OFFICE_EMAIL =
  /^(?:info|support|help|contact|office|enquir\w+|inquir\w+|hello|intake|reception|admin|team|referrals?|complaints?|mail|noreply|no-reply|feedback|bookings?)[@.]/i;
const PERSON_PAGE =
  /\b(?:https?:\/\/)?(?:www\.)?(?:facebook|instagram|tiktok|twitter|x|linkedin|snapchat|youtube|threads)\.com\/(?!hashtag|groups|help|search|watch|events)[\w./@-]{2,60}/gi;
const HANDLE = /(?<![\w@.])@[A-Za-z_][\w.]{2,30}\b(?!\.\w)/g;

const STREET = `(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Crescent|Cres|Terrace|Place|Way|Gardens|Boulevard|Blvd|Row|Mews|Walk|Square|Hill|Grove|Park|Parade|Quay|View|Green|Rise|Villas|Mansions|Heights)`;
/** Ends of street names that end other names as well. */
const ALSO_PLACES =
  /(?:Court|Place|Way|Row|Walk|Square|Hill|Grove|Park|Parade|Quay|View|Green|Rise|Heights)$/;
const NUMBER_WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?';
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}£$€.:-])(?:(?:[Ff]lat|[Aa]pt\.?|[Aa]partment|[Uu]nit|[Nn]umber|[Nn]o\.) )?(?:\d{1,5}[A-Za-z]?|${NUMBER_WORD}),? (?:(?:North|South|East|West|N|S|E|W|St|Old|New|Upper|Lower)\.? )?(?:\p{Lu}[\wÀ-ž'’]+|\d{1,3}(?:st|nd|rd|th))(?: \p{Lu}[\wÀ-ž'’]+){0,2} ${STREET}\b|\b(?:[Ff]lat|[Aa]pt\.?|[Aa]partment) \d{1,4}[A-Za-z]?,? \p{Lu}[\wÀ-ž'’]+(?: \p{Lu}[\wÀ-ž'’]+){0,2}(?: (?:House|Court|Tower|Towers|Point|Lodge|Block))?`,
  'gu',
);
const HAS_STREET = new RegExp(String.raw` ${STREET}(?![a-z])|(?:[Ff]lat|[Aa]pt|[Aa]partment)\b`);
/** What rides on a street under a number, and what stands on it for all. */
const RIDES = /\b(?:bus(?:es)?|tram|line|route|train|the)\s*$/i;
const AFTER_RIDES = /^\s*(?:bus|tram|line|route|train|shops?|stop)\b/i;
const LIVES =
  /\b(?:live[sd]?|living|moved|moving|staying|stays|lodg\w+|home|house|flat|apartment|address|door|(?:my|his|her|our|their) (?:mother|mum|mom|dad|father|sister|brother|cousin|aunt\w*|uncle|gran|nan|ex)['’]s|(?:my|his|her|our|their) (?:place|street))\b/i;

const POSTCODE =
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) \d{5}(?:-\d{4})?(?!\d)|(?<![\p{L}\p{N}])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d(?![\p{L}\p{N}])/gu;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = String.raw`(?:the )?\d{1,2}(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:'|’)?(?:(?:19|20)\d\d|\d\d)`;
const FULL_DATE = String.raw`(?:${DAY}(?: of)? ${MONTH},? (?:in )?${YEAR}|${MONTH} ${DAY},? ${YEAR}|\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d-\d\d-\d\d)`;
const BIRTH = new RegExp(
  String.raw`\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth|birth ?date|birthday(?: is|'s)?)[ :,]+(?:(?:is|was|on|it's) )*${FULL_DATE}(?![\d\p{L}])`,
  'giu',
);

const RECORD = `(?:nhs|hospital|medical|case|record|file|chart|patient|client|mrn|social security|ssn|national insurance|ni|pps|ppsn|sin|tax|passport|visa|permit|driving licen[cs]e|driver's licen[cs]e|licen[cs]e|id|identity|identification|medicare|medicaid|insurance|claim|policy|account|prison|prisoner|inmate|booking|docket|probation|registration|student|alien|asylum|home office|crime|a)`;
const RECORD_BEFORE = new RegExp(
  String.raw`\b(?:${RECORD}(?: (?:reference|ref|card|file|record|id))?[ -](?:number|no\.?|num|ref|reference|#)|${RECORD} ?#|mrn|ssn|ppsn?|docket)(?: is| was|'s|:|,)?(?: it's)? ?$`,
  'i',
);
const RECORD_NUMBER = new RegExp(
  String.raw`\b(?:${RECORD}(?: (?:reference|ref|card|file|record|id))?[ -](?:number|no\.?|num|ref|reference|#)|${RECORD} ?#|mrn|ssn|ppsn?|docket)(?:(?: is| was|'s|:|,)?(?: it's)? ?)([A-Za-z]{0,4}[- /]?\d[\dA-Za-z /-]{2,16}\d[A-Za-z]?)(?![\d\p{L}])`,
  'giu',
);
const SOCIAL_SECURITY = /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g;
const INSURANCE_NUMBER =
  /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/gu;

const SCHOOL =
  /(?<!\p{L})(?:\p{Lu}[\wÀ-ž'’.]{0,39}\s){1,4}(?:(?:National|Primary|Secondary|High|Middle|Elementary|Grammar|Junior|Infant|Comprehensive|Community|Nursery) ){0,3}(?:School|Primary|Secondary|High|Middle|Elementary|Grammar|Academy|College|Nursery|Infants|Juniors|Comprehensive|Prep)(?!\p{L})/gu;
const CLASS =
  /\b(?:in|of|class|form|home ?room|tutor group|group|set|section|grade|room|year)[ ,]{1,2}(?:\d{1,2}[- ]?[A-Z]|[A-Z]\d{1,2}|\d{1,2}[a-d])\b|,\s*\d{1,2}-?[A-Z]\b|\b(?:mr|mrs|ms|miss|sister|sir|madam)\.? [\p{L}'’.]{1,20}(?:['’]s|['’])? (?:class|form|home ?room|group|room)\b/iu;

const POST = String.raw`(?:head (?:of \w+|teacher|porter|chef|nurse|cook)|(?:deputy |assistant |vice[- ]?|night |day |branch |site |area |general )?(?:head|manager|principal|director|superintendent|caretaker|treasurer|secretary|matron|foreman|chaplain|mayor|chief|captain|priest|vicar|imam|pastor|rabbi|editor|harbour ?master|station ?master))`;
const WORKPLACE = new RegExp(
  String.raw`\b(?:[Ii](?:'m| am| was)|[Hh]e(?:'s| is| was)|[Ss]he(?:'s| is| was)|(?:[Mm]y|[Hh]er|[Hh]is) [a-z-]+(?:'s| is| was)) (?:the |a |an )?${POST} (?:at|of|for|in|with) (?:the )?\p{Lu}[\wÀ-ž'’&-]+(?: (?:\p{Lu}[\wÀ-ž'’&-]+|on|in|and|&|of))* ?\p{Lu}[\wÀ-ž'’&-]+`,
  'gu',
);

const HAS_POST =
  /head|manager|principal|director|superintendent|caretaker|treasurer|secretary|matron|foreman|chaplain|mayor|chief|captain|priest|vicar|imam|pastor|rabbi|editor|master/;
const HAS_SCHOOL =
  /School|Primary|Secondary|High|Middle|Elementary|Grammar|Academy|College|Nursery|Infants|Juniors|Comprehensive|Prep/;

/** What a turn asks the next ones for. */
const ASKS_BIRTH =
  /\b(?:date|day)s? of birth\b|\bd\.?o\.?b\b|\bbirth ?(?:date|day)s?\b|\bwhen (?:were|was) \p{L}+ born\b/iu;
const ASKS_RECORD = new RegExp(
  String.raw`\b${RECORD}(?: (?:reference|ref|card|file|record|id))?[ -](?:numbers?|no\.?|#)|\b(?:mrn|ssn|ppsn?)\b`,
  'iu',
);
const BARE_DATE = new RegExp(String.raw`(?<![\d\p{L}])${FULL_DATE}(?![\d\p{L}])`, 'giu');
const BARE_RECORD = /(?<![\p{L}\d£$€])[A-Z]{0,4}[-/ ]?\d[\dA-Z/-]{3,14}\d(?![\p{L}\d])/gu;

/** Whether a text asks for a detail that will come bare. */
export function asksForDetail(text: string): boolean {
  return ASKS_BIRTH.test(text) || ASKS_RECORD.test(text);
}

/** A detail that is only known as one by what was asked for just before: "Say your date of birth." — "14.03.1984." */
export function identifiersAnswering(asked: string, text: string): Identifier[] {
  if (!/\d{2}/.test(text)) return [];
  const found: Identifier[] = [];
  if (ASKS_BIRTH.test(asked))
    for (const { start, end } of matches(BARE_DATE, text))
      found.push({ kind: 'a full date of birth', start, end });
  if (found.length === 0 && ASKS_RECORD.test(asked))
    for (const { start, end, text: digits } of matches(BARE_RECORD, text))
      if (digits.replace(/\D/g, '').length >= 5)
        found.push({ kind: 'a record or identity number', start, end });
  return found;
}

/** Details in a text by which somebody could be found. Linear in its length; nothing public is among them. */
export function identifiersIn(text: string): Identifier[] {
  const found: Identifier[] = [];
  const add = (
    kind: IdentifierKind,
    { start, end }: { readonly start: number; readonly end: number },
  ): void => {
    if (!found.some((one) => one.start < end && start < one.end)) found.push({ kind, start, end });
  };
  const hasDigit = /\d/.test(text);
  const forAll = (one: { readonly start: number; readonly end: number }): boolean => {
    const around = sentenceAround(text, one.start, one.end);
    return PUBLIC.test(around) && !OWN.test(around) && (!REACH.test(around) || DESK.test(around));
  };
  if (text.includes('@')) {
    for (const one of matches(EMAIL, text)) if (!OFFICE_EMAIL.test(one.text)) add('an e-mail address', one);
    for (const one of matches(HANDLE, text)) add('a personal web address', one);
  }
  if (/\.com\//i.test(text)) for (const one of matches(PERSON_PAGE, text)) add('a personal web address', one);
  if (/ dot /i.test(text))
    for (const one of matches(SPOKEN_EMAIL, text))
      if (!OFFICE_EMAIL.test(`${one.text.split(' ')[0]}@`)) add('an e-mail address', one);
  if (DIGITS_SPOKEN.test(text))
    for (const one of matches(SPOKEN_PHONE, text))
      if (!COUNTING.test(one.text) && !forAll(one)) add('a telephone number', one);
  for (const one of HAS_STREET.test(text) ? matches(ADDRESS, text) : []) {
    if (
      RIDES.test(text.slice(Math.max(0, one.start - 10), one.start)) ||
      AFTER_RIDES.test(text.slice(one.end, one.end + 10))
    )
      continue;
    const around = sentenceAround(text, one.start, one.end).replace(one.text, ' ');
    if (LIVES.test(around) || !(PUBLIC.test(around) || ALSO_PLACES.test(one.text)))
      add('a street address', one);
  }
  if (HAS_POST.test(text)) for (const one of matches(WORKPLACE, text)) add('a workplace and a post', one);
  if (HAS_SCHOOL.test(text)) {
    for (const one of matches(SCHOOL, text))
      if (CLASS.test(sentenceAround(text, one.start, one.end))) add('a school and a class', one);
  }
  if (!hasDigit) return found.sort((a, b) => a.start - b.start);
  for (const one of matches(BIRTH, text)) add('a full date of birth', one);
  for (const one of matches(RECORD_NUMBER, text))
    if ((one.text.match(/\d/g)?.length ?? 0) >= 4) add('a record or identity number', one);
  for (const one of [...matches(SOCIAL_SECURITY, text), ...matches(INSURANCE_NUMBER, text)])
    add('a record or identity number', one);
  for (const one of matches(PHONE, text))
    if (isPhone(text, one) && !forAll(one)) add('a telephone number', one);
  for (const one of matches(POSTCODE, text)) if (!forAll(one)) add('a postcode', one);
  return found.sort((a, b) => a.start - b.start);
}
