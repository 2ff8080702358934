/**
 * How people speak of a group's end: the meetings left, the goodbye, what is taken along, how far they came, what comes
 * after. Patterns that rest on nobody having done so ask here, so that every likely way counts as done.
 */

import type { Group, Move } from '../group/model.ts';
import { ownSpeech, remembered, toldIn } from '../group/sequence.ts';
import { sentencesOf } from '../talk/words.ts';

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const MEETING = `(?:sessions?|meetings?|groups?|weeks?|times?|goes|ones?|nights?|evenings?|mornings?|afternoons?|${DAY})`;
const NUMBER = '(?:\\d+|a couple|a few|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const STOPS =
  "(?:'s| is| are| has| have)? (?:all )?(?:over|stops?|stopped|stopping|ends?|ended|ending|finish\\w*|done|gone)";
const form = (source: string): RegExp => new RegExp(source, 'i');

/** About the group by their very words, whoever says them. */
const OF_THE_GROUP: readonly RegExp[] = [
  form(`\\b(?:our|your) (?:very )?last(?: ${MEETING})?\\b`),
  form(`\\bm[ey] last (?:session|meeting|group|one|${DAY})\\b`),
  form(
    '\\b(?:the|this|that|next|our) (?:very )?last (?:session|meeting|group)\\b(?! (?:i|we|you|he|she|they)\\b)',
  ),
  form("^(?:it's |the |my )?last (?:ones?|session|meeting|group)\\W*$"),
  form(
    `\\b${NUMBER} (?:more )?(?:sessions?|meetings?|${DAY}|of (?:these|them)) (?:left|to go|after (?:this|today|tonight))\\b`,
  ),
  form(`\\b${NUMBER} more (?:sessions?|meetings?|${DAY}|and then|after this)\\b`),
  form(
    `\\b(?:when|once|after|if|now(?: that)?|before) (?:this|this group|the group|group|the programme|the course|the sessions)${STOPS}\\b`,
  ),
  form(
    "\\b(?:aren't|isn't|not|won't be|stop(?:ped)?) (?:all )?(?:coming|meeting)\\b[^.?!]{0,20}\\bany ?more\\b",
  ),
  form('\\b(?:the )?end of (?:the|this|our|us as a) (?:group|programme|program|course|\\w+ weeks)\\b'),
  form("\\bgroup(?:'s| is|s are)? (?:ending|finishing|stopping|over|closing)\\b|\\bnot a group any ?more\\b"),
  form(
    '\\b(?:good-?byes?|farewells?|wrap(?:ping)? up|wind(?:ing)? up) (?:to |from |with )?(?:(?:this|the|our) group|each other|one another|everyone|everybody|you (?:all|lot|guys)|yous|us|here|in here)\\b',
  ),
  form(
    `\\b(?:i'll|i will|going to|gonna|we'll|will) (?:really |so |all )?miss (?:you|yous|this|us|each other|coming|seeing|the group|everybody|everyone|all of|${DAY})\\b`,
  ),
  form(
    '\\bwithout (?:the group|this group|this|each other|one another|you lot|yous)\\b(?! \\w)|\\bno (?:more )?group (?:to|next|after|any ?more)\\b',
  ),
  form(
    '\\b(?:keep|stay|staying|be) in touch\\b|\\b(?:keep|keeping|carry|carrying) (?:on )?(?:meeting|this going|the group)\\b|\\b(?:swap|exchange|share) (?:our |the |phone )?numbers\\b|\\bwhatsapp group\\b',
  ),
  form(
    "\\bwhat(?:'s| is| comes| happens) (?:next )?(?:for (?:us|each of (?:us|you))|after (?:this|us|we|the group))\\b",
  ),
  form(
    '\\bfirst (?:day|night|week|session|meeting|time) (?:in here|here|we (?:met|sat|came))\\b|\\bsince we (?:started|began|first)\\b|\\bwhen we (?:first )?(?:started|began)\\b',
  ),
  form(
    "\\bhow far (?:you|we|this group)(?:'ve| have)? ?(?:all )?come\\b|\\bwhat (?:this|the) group (?:became|meant|has been|was for)\\b",
  ),
];

/** About the group in the worker's mouth, or with a word of "us"; in a member's they may be about anything in life. */
const OF_ANYTHING: readonly RegExp[] = [
  form(
    `\\b(?:is|'s|are|be|was|were|as|for|it) (?:the |our |your )?(?:very )?(?:last|final)(?: ${MEETING}| of (?:these|them|it|us))?(?= *[,.!?;:—–]|$| (?:and|so|but|together|then|here|we|for|of|before|with|already)\\b)`,
  ),
  form(`\\b(?:a|the) final (?:${MEETING}|round|word)\\b|\\bone last (?:${MEETING}|round|go)\\b`),
  form(
    `\\b(?:${NUMBER}|only|no) (?:more )?(?:${MEETING}|of (?:these|them)) (?:left|to go|after (?:this|today|tonight))\\b|\\b${NUMBER} (?:more )?${MEETING} (?:are|is) left\\b`,
  ),
  form(
    `\\b(?:there(?:'s| is| are)|we(?:'ve| have)|that(?:'s| is| leaves)|leaves(?: us)?|with)(?: only| just| got| us)* ${NUMBER} (?:left\\b|to go\\b|more(?= *[.,!]|$))`,
  ),
  form(
    `^(?:so,? |and |okay,? |right,? )?${NUMBER} (?:left|to go)\\b|\\b${NUMBER} more (?:${MEETING}|of (?:these|them|us)|after|and|then)\\b|\\b${NUMBER} more,? then\\b`,
  ),
  form(
    `\\b(?:this|today|tonight)(?: evening| morning| week)? and (?:next|${NUMBER} more)\\b|\\bafter (?:that|this|today|tonight) (?:only |just )?${NUMBER} more\\b|\\bhad ${NUMBER} of these\\b`,
  ),
  form(`\\b${NUMBER} of ${NUMBER}\\b(?=[,.!?]|$| (?:and|today|tonight|so|already)\\b)`),
  form(
    "\\b(?:we're|we are|that's us|that makes us|we've got) (?:just |about |nearly |more than |over |past )?(?:half ?way|mid-?way)\\b",
  ),
  form(
    `\\b(?:when|once|after) (?:it all|these)${STOPS}\\b|\\b(?:when|once) (?:we|you lot|you all)(?:'ve| have)? (?:stop|stopped|finish|finished) (?:meeting|coming|with this|here)\\b|\\bwhen (?:you lot|you all|we) (?:aren't|are not|won't)\\b|\\bthat(?:'s| is|'ll be)? us (?:done|finished)\\b|\\bus done\\b`,
  ),
  form(
    '\\b(?:come|comes|coming|drawing|draws) to (?:an|its|the) end\\b|\\bpart(?:ing)? ways\\b|\\b(?:send-?off|farewell|leaving (?:do|card|party))\\b|\\bgood-?byes?\\b',
  ),
  form(
    "\\b(?:what|which|anything|something)\\b[^.?!]{0,25}\\b(?:unfinished|isn't finished|not finished|(?:left|still) to (?:say|do|finish)|unsaid)\\b|\\bhow do (?:you|we)(?: all)? want to (?:finish|end|stop|say)\\b",
  ),
  form(
    '\\bwhat\\b[^.?!]{0,40}\\b(?:tak(?:e|ing) (?:away|with|home|out|from)|carry(?:ing)? (?:away|with|out)|learn(?:ed|t)|gained|got(?:ten)? (?:out of|from)|get (?:out of|from)|leav(?:e|ing) (?:with|behind)|be(?:come|came))\\b',
  ),
  form(
    '\\blook(?:ing)? back\\b|\\bsince (?:the )?(?:first|week one|day one)\\b|\\bcompared (?:to|with) (?:the )?(?:first|week one|when)\\b|\\bcome a long way\\b',
  ),
];
/** "What'll you miss, come next Wednesday?", "thank you for having me these six weeks", "that's big to land on the last night". */
const OF_PARTING: readonly RegExp[] = [
  form("\\bwhat(?:'ll| will) (?:you|we|each of you)\\b[^.?!]{0,15}\\bmiss\\b"),
  form(`\\b(?:these|those|our) (?:last |past )?${NUMBER} (?:sessions|meetings|weeks|months|${DAY})\\b`),
  form('\\bon (?:the|our|your) (?:very )?last (?:night|evening|day|morning|afternoon)\\b'),
];
const AMONG_US =
  /\b(?:we|we've|we're|us|our|here|you lot|you all|all of you|yous|everybody|everyone|this group|the group|together)\b/i;

/** About today's clock, the room, the bell: the end of an hour. */
const END_OF_AN_HOUR =
  /\b(?:minutes?|hour|o'clock|bell|room|half (?:past|an)|quarter|time(?:'s| is)? (?:up|gone)|out of time|run over|lock|till|until|today's)\b/i;
/** Without these the act alone is not believed: it also hears the end of an exercise, of a row, of the cake. */
const END_WORD =
  /\b(?:last|end|ends|ended|ending|final|finish\w*|left|over|stop\w*|good-?bye\w*|bye|farewell|more|after|leav\w+|miss\w*|without|clos\w+)\b/i;
const OF_MEETING = form(
  `\\b(?:we've|we're|us|our|group|these|each other|meet\\w*|sessions?|weeks?|${DAY})\\b`,
);

/** Speaks of the group's ending, as against the end of this meeting. */
export const speaksOfEnding = remembered((move: Move): boolean =>
  sentencesOf(ownSpeech(move)).some(({ text, start, end }) => {
    if (OF_THE_GROUP.some((one) => one.test(text))) return true;
    if (move.byWorker && OF_PARTING.some((one) => one.test(text))) return true;
    if ((move.byWorker || AMONG_US.test(text)) && OF_ANYTHING.some((one) => one.test(text))) return true;
    const heard = move.talk.acts.some((act) => act.act === 'ending' && act.start >= start && act.end <= end);
    return heard && END_WORD.test(text) && OF_MEETING.test(text) && !END_OF_AN_HOUR.test(text);
  }),
);

const TOLD =
  /\b(?:endings?|good-?byes?|last (?:session|meeting|week|day)|final|said what they (?:take|took|got))\b/i;

const ORDINAL = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);
const CARDINAL = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Whether the worker says which meeting it is: "It's the eighth", where there are eight. "Week eight!" is only a title. */
function saysNumber(move: Move, number: number): boolean {
  const [first, one] = [ORDINAL[number - 1], CARDINAL[number - 1]];
  if (!move.byWorker || first === undefined) return false;
  const nth = `(?:the|our|your) (?:${first}|${number}(?:st|nd|rd|th))`;
  return form(`\\b(?:it's|it is|this is|that's) (?:${nth}|number (?:${one}|${number}))\\b`).test(
    ownSpeech(move),
  );
}

/** Whether anybody speaks of the ending in these moves, or the writer tells that it was spoken of. */
export function endingComesUp(group: Group, moves: readonly Move[]): boolean {
  const { session, of } = group.recording.header;
  return (
    (session !== undefined && session === of && moves.some((move) => saysNumber(move, session))) ||
    moves.some(speaksOfEnding) ||
    toldIn(group, moves).some((text) => TOLD.test(text) || OF_THE_GROUP.some((one) => one.test(text)))
  );
}
