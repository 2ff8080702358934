import type { Group, Move } from '../group/model.ts';
import { byMember, ownSpeech, recordedWhole, toldIn } from '../group/sequence.ts';
import { stageOf } from '../practice/stages.ts';
import { called, quotable, quoted } from './lines.ts';
import type { Pattern } from './model.ts';

/*
 * As the pattern rests on something missing, every way of speaking of the group's end counts: the meetings left, the
 * goodbye, what is taken along, how far they came, what comes after. “The last time I saw him” and “next week we do
 * posters” are not among them, nor is the end of the hour.
 */
const MEETING =
  '(?:sessions?|meetings?|groups?|weeks?|times?|goes|ones?|nights?|evenings?|mornings?|afternoons?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)';
const NUMBER = '(?:\\d+|a couple|a few|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const form = (source: string): RegExp =>
  new RegExp(source.replaceAll('MEETING', MEETING).replaceAll('NUMBER', NUMBER), 'i');

const ENDING: readonly RegExp[] = [
  // the last of them
  form('\\b(?:our|your) (?:very )?last(?: MEETING)?\\b'),
  form(
    "\\b(?:is|'s|are|be|was|were|as|for|it) (?:the |our |your )?(?:very )?(?:last|final)(?: MEETING| of (?:these|them|it|us))?(?= *[,.!?;:—–]|$| (?:and|so|but|together|then|here|for|of|before|with|already)\\b)",
  ),
  form(
    '\\b(?:the|this|that|next|our) (?:very )?last (?:session|meeting|group)\\b(?! (?:i|we|you|he|she|they)\\b)',
  ),
  form('\\b(?:the|our|your|a) final (?:MEETING|round|word)\\b'),
  form('\\bone last (?:MEETING|round|go)\\b'),
  // how many are left
  form(
    '\\b(?:NUMBER|only|no) (?:more )?(?:MEETING|of (?:these|them)) (?:left|to go|after (?:this|today|tonight))\\b',
  ),
  form(
    "\\b(?:there(?:'s| is| are)|we(?:'ve| have)|that(?:'s| is| leaves)|leaves(?: us)?|with)(?: only| just| got| us)* NUMBER (?:left\\b|to go\\b|more(?= *[.,!]|$))",
  ),
  form('\\b(?:just |only )?NUMBER more (?:MEETING|of (?:these|them|us)|after)\\b'),
  form(
    "\\bNUMBER more (?:and|then)\\b|\\b(?:aren't|isn't|not|won't be|stop(?:ped)?) (?:all )?(?:coming|meeting|here|seeing)\\b[^.?!]{0,20}\\bany ?more\\b|\\bwhen (?:you lot|you all|we|this|it all) (?:aren't|isn't|are not|is not|won't|(?:'ve|have|'s|has) stopped|stops?)\\b",
  ),
  form('^(?:so,? |and |okay,? |right,? )?NUMBER (?:left|to go)\\b'),
  form(
    '\\bNUMBER (?:more )?MEETING (?:are|is) left\\b|\\bNUMBER more,? then\\b|\\b(?:this|today|tonight)(?: evening| morning| week)? and (?:next|NUMBER more)\\b|\\bafter (?:that|this|today|tonight) (?:only |just )?NUMBER more\\b|\\bhad NUMBER of these\\b|\\bhow do (?:you|we)(?: all)? want to (?:finish|end|stop|say (?:it|good-?bye))\\b',
  ),
  form('\\bNUMBER of NUMBER\\b(?=[,.!?]|$| (?:and|today|tonight|so|already)\\b)'),
  /\b(?:we're|we are|that's us|that makes us|we've got) (?:just |about |nearly |more than |over |past )?(?:half ?way|mid-?way)\b/i,
  // stopping, leaving each other
  /\b(?:when|once|after|if|now(?: that)?|before) (?:this|this group|the group|group|these|the programme|the course|the sessions)(?:'s| is| are| has| have)? (?:all )?(?:over|stops?|stopped|stopping|ends?|ended|ending|finish\w*|done|gone)\b/i,
  /\b(?:come|comes|coming|drawing|draws) to (?:an|its|the) end\b|\b(?:the )?end of (?:the|this|our|us as a) (?:group|programme|program|course|road|journey|\w+ weeks)\b|\bgroup(?:'s| is|s are)? (?:ending|finishing|stopping|over|closing|done)\b|\bthat(?:'s| is|'ll be)? us (?:done|finished)\b|\bnot a group any ?more\b|\bus done\b/i,
  /\b(?:wind(?:ing)? (?:up|down)|wrap(?:ping)? up|say(?:ing)? (?:good-?bye|bye|farewell)|good-?byes?|farewells?) (?:to |from |with )?(?:(?:this|the|our) group|each other|one another|everyone|everybody|you (?:all|lot|guys)|yous|us|here|in here|next)\b/i,
  /\b(?:part(?:ing)? ways|send-?off|farewell|leaving (?:do|card|party))\b/i,
  /\b(?:i'll|i will|i'm going to|gonna|we'll|will|going to) (?:really |so |all )?miss (?:you|yous|this|it|us|each other|coming|seeing|the group|everybody|everyone|all of|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/i,
  /\bwithout (?:the|this) group\b|\bwithout (?:this|each other|one another|you lot|yous)\b(?! (?:book|sheet|page))|\bno (?:more )?group (?:to|next|after|any ?more)\b|\b(?:won't|not) (?:be )?(?:meet(?:ing)?|see(?:ing)?) (?:each other|one another|you (?:all|lot)|any ?more|like this)\b/i,
  // what is taken along, how far they came
  /\bwhat (?:will|would|do|did|are|'ll|have|has|can)? ?(?:you|we|yous|each of you|each|people|everybody|everyone|i|i'm|you're|we're|i'll|you'll|i've|you've|we've|this group)(?: all| each)?(?: be| been| going to| want to| got to)? (?:tak(?:e|ing|en)|carry(?:ing)?|learn(?:ed|t)?|gain(?:ed)?|got(?:ten)? (?:out of|from)|get (?:out of|from)|keep(?:ing)?|leav(?:e|ing) (?:with|behind)|become|became)\b/i,
  /\b(?:look(?:ing)? back|since we (?:started|began|first)|when we (?:first )?(?:started|began)|since (?:the )?(?:first|week one|day one)\b|compared (?:to|with) (?:the )?(?:first|week one|when)|how far (?:you|we|this|i)(?:'ve| have|'s| has)? ?(?:all )?come|come a long way|first (?:day|night|week|session|meeting|time) (?:in here|here|you (?:all )?(?:came|sat|walked)|we (?:met|sat|came)|i (?:came|sat|walked)))\b/i,
  /\b(?:what|which) (?:isn't|is not|haven't we|have we not|hasn't been|is left|'s left|do we still|still needs) ?(?:finished|done|said|to (?:say|do|finish))?\b/i,
  // afterwards
  /\b(?:keep|stay|staying|be) in touch\b|\b(?:keep|keeping|carry|carrying) (?:on )?(?:meeting|this going|it going|the group)\b|\b(?:swap|exchange|share) (?:our |the |phone )?numbers\b|\bafter (?:the )?group (?:is|ends|finishes|stops)\b|\bwhat(?:'s| is| comes| happens) (?:next )?(?:for (?:us|you|each of (?:us|you))|after (?:this|us|we|the group))\b|\bwhatsapp group\b/i,
];

/** About today's clock, the room, the bell: the end of an hour. */
const TODAYS_END =
  /\b(?:minutes?|hour|o'clock|bell|room|half (?:past|an)|quarter|time(?:'s| is)? (?:up|gone)|out of time|run over|lock|till|until|today's)\b/i;

/** Without these the act alone is not believed: it also hears the end of an exercise, of a row, of the cake. */
const END_WORD =
  /\b(?:last|end|ends|ended|ending|final|finish\w*|left|over|stop\w*|good-?bye\w*|bye|farewell|more|after|leav\w+|miss\w*|without|clos\w+|done|part|lock|remember)\b/i;
const OF_US =
  /\b(?:we|we've|we're|us|our|group|these|each other|meet\w*|sessions?|weeks?|evenings?|mornings?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/i;

/** Speaks of the group's ending, as against the end of this meeting. */
export function speaksOfEnding(move: Move): boolean {
  const words = ownSpeech(move);
  if (ENDING.some((one) => one.test(words))) return true;
  // Members of many groups speak of goodbyes that are not this one.
  if (move.byWorker && /\bgood-?byes?\b/i.test(words)) return true;
  return move.talk.acts.some(
    ({ act, start, end }) =>
      act === 'ending' &&
      END_WORD.test(words.slice(start, end)) &&
      OF_US.test(words.slice(start, end)) &&
      !TODAYS_END.test(words.slice(start, end)),
  );
}

/** Whether anybody speaks of the ending in these moves, or the writer tells that it was spoken of. */
export function endingComesUp(group: Group, moves: readonly Move[]): boolean {
  return (
    moves.some(speaksOfEnding) ||
    toldIn(group, moves).some(
      (text) =>
        ENDING.some((one) => one.test(text)) ||
        /\b(?:ending|good-?byes?|last (?:session|meeting|week|day)|final)\b/i.test(text),
    )
  );
}

export const pattern: Pattern = {
  id: 'ending-unspoken',
  name: 'Ending unspoken',
  family: 'PURP',
  core: true,
  severity: 'warning',
  dynamics: ['MS', 'MD'],
  skills: ['using-time', 'voicing-achievements', 'making-room'],
  question: 'What would they have said, had somebody named that it is ending?',
  page: {
    looksLike:
      'The last meeting of a group, or the one before it. The plan is followed as in any other week, and nobody speaks of ending, of what was, or of what comes after.',
    matters:
      'An ending that nobody names is got through alone. Said aloud, there is still time to finish something, to tell each other what it was, and to ask what each will need without it.',
    fine: 'A group without an end, in which people come and go. An ending that came as a surprise and was noted as one. A sentence can be enough, and it need not be the worker’s.',
  },
  sources: ['67', '16'],
  silentIn: [],
  thresholds: {
    turns: {
      default: 12,
      why: 'A shorter record is a few moments of a session, whatever its header says; ours.',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const { session, of, type } = group.recording.header;
    // Without the number of meetings planned, a session's number tells nothing of the end (trap 9).
    if (
      session === undefined ||
      of === undefined ||
      of < 2 ||
      type === 'open-ended' ||
      type === 'single-session'
    )
      return [];
    if (stageOf(session, of, type) !== 'ending' || !recordedWhole(group, threshold('turns'))) return [];
    if (endingComesUp(group, group.moves)) return [];
    const last = session === of;
    const ends = [...group.moves].reverse().find((move) => move.byWorker);
    return [
      {
        at: -1,
        to: -1,
        evidence: ends ? [{ at: ends.index, shows: 'the worker’s last words' }] : [],
        message: `This is ${last ? `the last of ${of} meetings` : `meeting ${session} of ${of}`}, and in this recording nobody speaks of ${last ? 'the end' : 'the end that is near'}, or of what they had in each other. There may have been room for goodbyes, for thanks, for what is not finished. What would they have said, had somebody named it?`,
      },
    ];
  },
  alternatives: (group) => {
    const { session, of } = group.recording.header;
    const last = session === of;
    const [one] = quotable(group.moves.filter(byMember), 1);
    const names = group.present.filter((name) => name !== one?.name).slice(0, 2);
    return [
      {
        skill: 'using-time',
        line: last
          ? 'This is the last time we sit here like this. What isn’t finished between us?'
          : 'Next time is our last. What isn’t finished, and what must we not leave out?',
      },
      {
        skill: 'making-room',
        line: one
          ? `${one.name}, you said ${quoted(one)}. Who will you say that to when we’ve stopped meeting? And ${called(names) || 'the rest of you'}, what will you miss hearing?`
          : 'What will you miss hearing, once we’ve stopped meeting?',
      },
      {
        skill: 'voicing-achievements',
        line: `${called([...names, ...(one ? [one.name] : [])])}${names.length > 0 || one ? ', all of you: w' : 'W'}hat did this group become, and who here had a hand in it?`,
      },
    ];
  },
};
