import type { Group, Move } from '../group/model.ts';
import { byMember, invites, lastBefore, movesBetween, ownSpeech } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { startOfSentence } from '../talk/words.ts';
import { called, named, othersFor } from './lines.ts';
import type { Pattern } from './model.ts';
import { atOdds } from './worker-as-judge.ts';

/** A later or more private place, and talk that is to be had there. Only words that place it outside the meeting. */
const ELSEWHERE =
  /\b(?:after(?:wards?| (?:group|the group|the session|the meeting|class|we(?:'re| are| finish| break| stop)|this|tea|everyone))|when (?:we(?:'re| are| have|'ve)|the others|everybody|everyone)(?: have| has)? (?:done|finished|gone|left|go)|at the break|in the break|over (?:a (?:smoke|coffee|brew|cuppa)|tea|coffee)|(?:in|by|to) my office|outside(?: of (?:here|group|the group))?|in (?:the (?:corridor|hall(?:way)?|car park|kitchen|next room)|private)|privately|one[- ](?:to|on)[- ]one|on (?:your|our|their|his|her) own|just (?:the two|the three|you and (?:me|I))|the two of (?:you|us)|between (?:yourselves|the two of you|you two)|offline|another (?:time|place)|stay behind|hang back|not (?:here|in here|in the group|in front of))\b/i;
const TALK =
  /\b(?:talk|chat|speak|word|discuss|have it out|sort (?:it|that|this|yourselves)|settle|take (?:it|that|this)|see me|catch me|find me|come (?:and )?(?:see|find)|deal with|pick (?:it|that|this) up|sit down|go into|leave (?:it|that))\b/i;
/** It comes back: a cooling-off with a return named is a way of keeping it (catalogue F). */
const RETURN =
  /\b(?:(?:and|then|but) (?:then )?(?:we(?:'ll| will| can)?|I'll|you(?:'ll)?|let's) (?:\w+ )?(?:bring|come|pick|take|go)\b[^.?!]{0,30}\b(?:back|up again|here|together)|back (?:here|in here|to (?:the group|it|this|that|everybody|all of us))|bring it (?:back|in|here)|come back to (?:it|this|that)|(?:next week|after the break|at (?:half|ten|quarter)) (?:we|all of us|we'll|with everyone))\b/i;
/** Health, law, money papers: those are private (catalogue F). */
const PRIVATE =
  /\b(?:results?|letter|court|solicitor|lawyer|police|referral|medication|prescription|benefits?|form|certificate|transcript|grades?|appointment|diagnos\w+|scan|safeguarding|(?:phone )?number|lease)\b/i;
/** A complaint about the group itself: its members, its habits, its worker. */
const ABOUT_GROUP =
  /\b(?:(?:this|the|our) group|in (?:here|this room)|some people (?:here|in)|(?:people|everyone|everybody|nobody|no one|you lot|they) (?:here|in here|keeps?|always|never|just)|every week|you lot|none of you|you all|the same (?:two|three|people|ones))\b/i;

const BETWEEN_TWO =
  /\b(?:you two|the two of you|both of you|the pair of you|you pair)\b[^.?!]{0,200}\b(?:take (?:it|that|this)|sort (?:it|that|this)|have it out|settle|discuss|argue)\b|\b(?:take|sort|settle) (?:it|that|this)\b[^.?!]{0,200}\b(?:you two|the two of you|yourselves)\b/i;

/** Trouble with the group as a whole, said to all or to the worker. */
function troubleWithGroup(move: Move): boolean {
  return (
    byMember(move) &&
    move.talk.wordCount >= 6 &&
    ABOUT_GROUP.test(ownSpeech(move)) &&
    does(move.talk, 'challenge', 'disagreement', 'about-worker', 'grievance')
  );
}

function tensionBefore(group: Group, at: number, within: number): readonly Move[] {
  const two = atOdds(group, at, within);
  if (two) return two;
  // "You two can take that up outside": the worker's own words say that there is something between them.
  if (BETWEEN_TWO.test(ownSpeech(group.moves[at]!))) {
    const last = lastBefore(group, at, 2, byMember);
    const other = last && lastBefore(group, last.index, 3, (one) => byMember(one) && one.name !== last.name);
    if (last && other && does(last.talk, 'relating', 'challenge', 'disagreement', 'joke'))
      return [other, last];
  }
  const trouble = lastBefore(group, at, 3, troubleWithGroup);
  return trouble ? [trouble] : [];
}

function movesOut(move: Move): { readonly start: number; readonly end: number } | undefined {
  const words = ownSpeech(move);
  const where = ELSEWHERE.exec(words);
  if (where && (TALK.test(words) || does(move.talk, 'outside'))) {
    const start = startOfSentence(words, where.index);
    const stop = words.slice(where.index).search(/[.!?…]/);
    return { start, end: stop < 0 ? words.length : where.index + stop + 1 };
  }
  return undefined;
}

export const pattern: Pattern = {
  id: 'conflict-taken-outside',
  name: 'Group conflict taken outside',
  family: 'CONF',
  core: false,
  severity: 'information',
  dynamics: ['DP', 'TA'],
  skills: ['mediating', 'turning-back', 'reaching-for-difference'],
  question: 'Whose was it: theirs alone, or the group’s as well?',
  page: {
    looksLike:
      'Two members are at odds, or somebody is unhappy with the group, and the worker proposes to talk about it afterwards, or in private.',
    matters:
      'What happened in the circle was seen by everyone in it. Taken out of the room, it stays with those who are left, who do not hear how it ended and had a piece of it too.',
    fine: 'A private matter of health, law or money. A short pause to cool down, with the return named. The group is asked where it belongs.',
  },
  sources: ['c', '29'],
  silentIn: ['cool-down'],
  thresholds: {
    within: { default: 6, why: 'Turns back in which the tension stands (ours).' },
    returnWithin: { default: 20, why: 'Turns in which the worker may bring it back (ours).' },
  },
  reach: { before: 12, after: 24 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const out = movesOut(move);
    if (out === undefined || invites(move) || RETURN.test(ownSpeech(move)) || PRIVATE.test(ownSpeech(move)))
      return [];
    const tension = tensionBefore(group, at, threshold('within'));
    if (tension.length === 0) return [];
    const names = [...new Set(tension.map((one) => one.name))];
    const back = movesBetween(group, at + 1, at + threshold('returnWithin')).some(
      (later) =>
        later.byWorker &&
        (RETURN.test(ownSpeech(later)) || does(later.talk, 'history', 'repair', 'process')) &&
        names.some((name) => later.talk.mentions.some((mention) => mention.name === name)),
    );
    if (back) return [];
    return [
      {
        at,
        to: at,
        span: out,
        evidence: tension.map((one) => ({
          at: one.index,
          shows:
            tension.length > 1
              ? `${one.name} is at odds with ${names.find((name) => name !== one.name)}`
              : `${one.name} is unhappy with the group`,
        })),
        message:
          tension.length > 1
            ? `${named(names)} are at odds in the circle (turns ${tension[0]!.index + 1} and ${tension[tension.length - 1]!.index + 1}), and the worker takes it out of the room. The others saw it as well, and may have had a part in thinking it through. Whose was it: theirs alone, or the group’s as well?`
            : `${names[0]} is unhappy with how it is in the group (turn ${tension[0]!.index + 1}), and the worker takes it out of the room. Others may have had something to say to it. Whose was it: ${names[0]}’s alone, or the group’s as well?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const tension = evidence.map((one) => group.moves[one.at]!).filter(byMember);
    const names = [...new Set(tension.map((one) => one.name))];
    const rest = othersFor(group, group.moves[at]!, names);
    return [
      {
        skill: 'mediating',
        line: `I think that belongs in here. ${named(names)}, can we give it ten minutes, with everyone’s help?`,
      },
      {
        skill: 'turning-back',
        line:
          names.length > 1
            ? `Is that only between ${named(names)}, or is it in the room for more of us?`
            : `Is that only ${names[0] ?? 'one person'}’s, or is it in the room for more of us?`,
      },
      {
        skill: 'reaching-for-difference',
        line: `${called(rest) || 'Everyone'}, you heard what ${named(names)} said. How do you see it?`,
      },
    ];
  },
};
