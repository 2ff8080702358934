import type { Group, Move } from '../group/model.ts';
import { byMember, firstMoves, movesBetween, ownSpeech, turnsTo } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { type Sentence, sentencesOf, stemsOf, tokensOf } from '../talk/words.ts';
import { called } from './lines.ts';
import type { Pattern } from './model.ts';
import { purposeIn, purposesIn } from './purpose-talk.ts';

/** Questions of the running of things: who has signed, whose name is next. They ask nothing about what was said. */
const HOUSEKEEPING =
  /\b(?:sign(?:ed)?|register|form|sheet|pens?|phones?|coat|chair|tea|coffee|biscuit\w*|hear me|toilet|names?|who you are|introduc\w+|start with (?:you|me)|go first|who(?:'s| is| wants to)? (?:first|next|start\w*|begin\w*)|page|ready|everybody here|all here)\b/i;

/** Any question that a member could answer with what they make of it. */
function reachesForFeedback(move: Move, from: number): boolean {
  return sentencesOf(ownSpeech(move)).some(
    ({ text, start, end }) =>
      start >= from &&
      !HOUSEKEEPING.test(text) &&
      (/\?["”’')]*$/.test(text) ||
        move.talk.acts.some(
          (act) =>
            (act.act === 'opening' || act.act === 'question-open') && act.start >= start && act.end <= end,
        )),
  );
}

const GOES_ON =
  /\b(?:rules?|ground ?rules|phones?|confidential\w*|what'?s said|page|sheets?|hand-?outs?|work-?(?:sheet|book)s?|register|sign|first (?:thing|topic|up)|let's (?:start|begin|go|get|do)|we'll (?:start|begin)|so,? (?:we|i)'ll (?:start|begin)|your names?|who you are|introduc\w+|to start with|now)\b/i;

/** What she goes on to: a rule, the plan, names, the next thing. */
function goesOn(move: Move, from: number): Sentence | undefined {
  return sentencesOf(ownSpeech(move)).find(
    ({ text, start, end }) =>
      start >= from &&
      (GOES_ON.test(text) ||
        move.talk.acts.some(
          (act) =>
            act.start >= start &&
            act.end <= end &&
            ['shift', 'agenda', 'rule', 'confidentiality', 'procedure', 'information', 'decision'].includes(
              act.act,
            ),
        )),
  );
}

/** A member reacts to it unasked: takes up its words, asks something, or answers it at once. Saying one's name is no reaction. */
function reacts(stated: Move, move: Move): boolean {
  if (!byMember(move) || move.talk.backchannel) return false;
  const said = stemsOf(
    tokensOf(
      purposesIn(stated)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
  const asks = sentencesOf(ownSpeech(move)).some(
    ({ text }) => /\?["”’')]*$/.test(text) && !HOUSEKEEPING.test(text),
  );
  if (asks || [...said].some((stem) => move.talk.stems.has(stem))) return true;
  return (
    move.index === stated.index + 1 &&
    move.talk.wordCount >= 5 &&
    does(move.talk, 'disagreement', 'same-boat', 'relating', 'about-worker', 'feeling')
  );
}

function find(
  group: Group,
  stated: Move,
  window: number,
): { readonly at: number; readonly goes: Move } | undefined {
  const said = purposesIn(stated);
  const sentence = said[said.length - 1]!;
  if (reachesForFeedback(stated, sentence.end)) return undefined;
  const after = movesBetween(group, stated.index + 1, stated.index + window);
  if (after.some((move) => (move.byWorker ? reachesForFeedback(move, 0) : reacts(stated, move))))
    return undefined;
  const next = after.find((move) => move.byWorker);
  if (goesOn(stated, sentence.end)) return { at: stated.index, goes: stated };
  return next !== undefined && goesOn(next, 0) ? { at: stated.index, goes: next } : undefined;
}

export const pattern: Pattern = {
  id: 'purpose-without-feedback',
  name: 'Purpose announced, not explored',
  family: 'PURP',
  core: false,
  severity: 'information',
  dynamics: ['DP', 'SB'],
  skills: ['reaching-for-difference', 'stating-purpose', 'inviting-participation'],
  question: 'What might they have added, or wanted otherwise?',
  page: {
    looksLike:
      'In a first meeting, or to somebody new, the worker says why the group meets, and goes straight on to rules, names or the plan. Nobody is asked what they make of it.',
    matters:
      'A purpose becomes shared by being talked over. Some came for something else, and some would say it better.',
    fine: 'Members answer unasked. A very short only meeting in which one check is made. The question comes a few turns later.',
  },
  sources: ['24', '25'],
  silentIn: ['task-group'],
  thresholds: {
    within: { default: 5, why: 'Turns in which the question may still come.' },
    share: {
      default: 1 / 3,
      why: 'Where a first statement of purpose is looked for; a reminder later on needs no talk (ours).',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: true,
  see: (group, _at, threshold) => {
    const { session, type, excerpt, newcomers } = group.recording.header;
    if (excerpt) return [];
    // In a later session a reminder needs no talk; somebody who hears it for the first time has not been asked yet.
    const first = session === 1 || type === 'single-session';
    const statements = firstMoves(group, threshold('share'), 12).filter(
      (move) =>
        move.byWorker &&
        purposeIn(move) !== undefined &&
        (first || newcomers.some((name) => turnsTo(move, name))),
    );
    const begins = statements[0];
    // Said twice, it was not passed over: the question belongs to the last time.
    const stated =
      statements.find(
        (move) =>
          begins !== undefined &&
          move.index > begins.index &&
          move.index <= begins.index + threshold('within'),
      ) ?? begins;
    const found = stated && find(group, stated, threshold('within'));
    if (found === undefined) return [];
    const sentence = purposeIn(stated!)!;
    return [
      {
        at: found.at,
        to: found.at,
        span: { start: sentence.start, end: sentence.end },
        evidence:
          found.goes.index === found.at
            ? []
            : [{ at: found.goes.index, shows: 'the talk goes on to something else' }],
        message: `The worker says at turn ${found.at + 1} what the group is for, and the talk goes on. Whether it is what they came for is theirs to say, and somebody may have seen it otherwise. What might they have added?`,
      },
    ];
  },
  alternatives: (group) => {
    const names = group.present.slice(0, 2);
    const all = names.length > 1 ? `${called(names)}, everyone` : 'Everyone';
    return [
      {
        skill: 'reaching-for-difference',
        line: `That’s how I’d put it. ${all}: what have I got wrong, and who came for something else?`,
      },
      {
        skill: 'inviting-participation',
        line: `${all}: how would you say it to somebody at home?`,
      },
      {
        skill: 'stating-purpose',
        line: `What would you add, ${names[0] ? `${names[0]}, anyone` : 'anyone'}, so that it’s yours and not only mine?`,
      },
    ];
  },
};
