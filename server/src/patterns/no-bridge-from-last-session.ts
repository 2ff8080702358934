import type { Move } from '../group/model.ts';
import { byMember, firstMoves, ownSpeech, recordedWhole, remembered, toldIn } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { sentencesOf, stemsOf, tokensOf } from '../talk/words.ts';
import { called, named } from './lines.ts';
import type { Pattern } from './model.ts';
import { tellsPain } from './premature-reassurance.ts';

/** Points to a former meeting, or asks after what was to be done since. Broad on purpose: any thread back will do. */
const BACK =
  /\b(?:last (?:week|time|session|month|meeting|group|fortnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day\w*)|the other (?:week|day|night)|(?:two|three|four|a few|few|couple of|some) (?:weeks|sessions|meetings) (?:ago|back)|a (?:week|fortnight|month) ago|since (?:we|last|then|the last|you were)|remember\w*|previous\w*|before we (?:stopped|broke)|week (?:one|two|three|four|five|six|seven|eight|\d+)|(?:first|second|third|fourth|fifth) (?:week|session|meeting|night)|(?:we|you)(?:'d| had)? (?:left (?:off|it|you)|stopped|finished (?:at|on|with|up)|ended|got (?:as far|to|up to)|talked (?:about|of)|agreed|promised|practi[sc]ed|spoke (?:about|of))|(?:was|were) going to|picks? up (?:where|from|on)|home ?work|as (?:always|usual|ever)|(?:in here|this group) (?:before|already|once)|went home (?:and|with)|been thinking (?:about|of)|thought about (?:what|it|that)|back (?:from|to) (?:where|what|last)|where we (?:were|left|got)|(?:in|since) (?:january|february|march|april|may|june|july|august|september|october|november|december|the (?:spring|summer|autumn|fall|winter))|always (?:how|did|do|been)|(?:said|told|heard|had|did)\b[^.?!]{0,30}\bin here)\b|(?:^|[.,!?—–] |\b(?:and|so|but|well) )did (?:you|he|she|they|it|that|anyone|anybody)\b|\b(?:how (?:did|was|were|'d)|did (?:you|he|she|they|it|that|anybody|anyone)|have you|has (?:he|she|it)|what happened (?:with|about))\b[^?.!]{0,60}\b(?:go|call|ring|rung|called|tell|told|ask|asked|talk|talked|speak|spoken|try|tried|write|send|sent|get (?:to|round|hold)|manage|managed|do it|hear|heard|turn out|happen|with (?:that|the))\b/i;

const goesBack = remembered(
  (move: Move): boolean => (move.byWorker && does(move.talk, 'history')) || BACK.test(ownSpeech(move)),
);

/** "And the letter?", "Carla, your sister.": asks after a thing that nobody has named today, so it was named before. */
const ASKS_AFTER =
  /^(?:(?:and|so|right|now|okay|well),? )*(?:\p{Lu}\p{L}+, )?(?:(?:how|what|where)(?:'s| is| was| about| are) )?(?:the|your|that) \p{L}[\p{L}' -]{1,25}[?.]$/iu;

function asksAfter(moves: readonly Move[], move: Move): boolean {
  if (!move.byWorker) return false;
  const asked = sentencesOf(ownSpeech(move)).filter(({ text }) => ASKS_AFTER.test(text));
  const said = new Set(moves.slice(0, move.index).flatMap((before) => [...before.talk.stems]));
  return asked.some(({ text }) =>
    [...stemsOf(tokensOf(text))].some((stem) => !said.has(stem) && !GENERAL.has(stem)),
  );
}

/** Asked of anybody at any time. */
const GENERAL: ReadonlySet<string> = new Set([
  'week',
  'weekend',
  'everyon',
  'everybodi',
  'morn',
  'bu',
  'journei',
  'traffic',
  'weather',
  'date',
  'plan',
  'agenda',
  'topic',
  'sheet',
  'page',
]);

/** A member begins with something painful, before there was time for anything else. */
function opensWithOwn(first: readonly Move[]): boolean {
  return first
    .filter((move) => byMember(move) && move.talk.wordCount >= 6)
    .slice(0, 2)
    .some((move) => tellsPain(move) && move.talk.wordCount >= 10);
}

export const pattern: Pattern = {
  id: 'no-bridge-from-last-session',
  name: 'No bridge from last time',
  family: 'PURP',
  core: false,
  severity: 'hint',
  dynamics: ['MD'],
  skills: ['preserving-history', 'backing-demand', 'turning-back'],
  question: 'What stayed with people from the last meeting?',
  page: {
    looksLike:
      'A group that meets week by week, and in the first third of the session nobody, worker or member, speaks of the meeting before.',
    matters:
      'What a group began, it can go on with; what somebody said they would try, others can ask about. Without a thread, every week begins at nothing.',
    fine: 'A drop-in or a single session. Something urgent opens the meeting. A member makes the bridge, in passing even.',
  },
  sources: ['18', 'c'],
  silentIn: [],
  thresholds: {
    turns: {
      default: 20,
      why: 'A shorter record is a few moments of a session, and may begin in its middle; ours.',
    },
    share: { default: 1 / 3, why: 'Where the thread would be taken up.' },
    least: { default: 12, why: 'Turns looked at in any case; ours.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const { session, of, type } = group.recording.header;
    const closed = type === 'classic' || type === 'short-term' || (type === undefined && of !== undefined);
    if (!closed || session === undefined || session < 2 || !recordedWhole(group, threshold('turns')))
      return [];
    const first = firstMoves(group, threshold('share'), threshold('least'));
    // What a member arrives with is taken up before any thread.
    if (first.some((move) => move.gates.has('safety') || move.gates.has('cool-down')) || opensWithOwn(first))
      return [];
    if (
      first.some((move) => goesBack(move) || asksAfter(first, move)) ||
      toldIn(group, first).some((text) => BACK.test(text))
    )
      return [];
    const opening = first.find((move) => move.byWorker);
    return [
      {
        at: -1,
        to: -1,
        evidence: opening ? [{ at: opening.index, shows: 'the worker opens the meeting' }] : [],
        message: `This is meeting ${session}, and in its first ${first.length} turns nobody goes back to the one before. Members may have had something to ask each other about. What stayed with people from last time?`,
      },
    ];
  },
  alternatives: (group) => {
    const names = [...new Set(group.moves.filter(byMember).map((move) => move.name))].slice(0, 2);
    const all = names.length > 0 ? `${called(names)}, anyone` : 'Anyone';
    return [
      {
        skill: 'preserving-history',
        line: `Before anything new. ${all}: what stayed with you from last time?`,
      },
      {
        skill: 'backing-demand',
        line: `${all}: who have you been wondering about since last time? Ask them.`,
      },
      {
        skill: 'turning-back',
        line: `Is there something from last time that you want to pick up first, ${named(names) || 'any of you'}, or has something come up since?`,
      },
    ];
  },
};
