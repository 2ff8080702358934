import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  movesBetween,
  readsAs,
  sharedStems,
  speaksOfSelf,
  takesUpMember,
  turnsTo,
} from '../group/sequence.ts';
import { type Family, SHARED } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

const TAKES_BACK =
  /\b(?:never ?mind|doesn't matter|it's nothing|forget it|don't mind me|sorry,? (?:go on|carry on)|ignore me|it's gone)\b/i;

/** A voice that has not been heard for a long while says something on the matter. */
function breaksSilence(group: Group, move: Move, quiet: number, words: number): boolean {
  if (!byMember(move) || move.index < quiet || move.talk.wordCount < words) return false;
  if (lastBefore(group, move.index, quiet, (one) => one.name === move.name) !== undefined) return false;
  // What was summed up may have been theirs.
  const summed = (one: Move): boolean => one.before.some((event) => event.nature === 'summary');
  return !movesBetween(group, move.index - quiet, move.index).some(summed) && onTopic(group, move);
}

function family(a: Move, b: Move): boolean {
  return [...a.talk.families].some((one) => SHARED.has(one as Family) && b.talk.families.has(one));
}

/**
 * Says something to what is being talked of: by its words, by taking somebody up, or by telling of their own. The
 * catalogue says "on topic"; a story told after a long while is on the topic even where no word of it has fallen yet.
 */
function onTopic(group: Group, move: Move): boolean {
  if (takesUpMember(move) || (speaksOfSelf(move) && !/\?/.test(move.turn.words))) return true;
  return movesBetween(group, move.index - 6, move.index - 1).some(
    (one) => sharedStems(one, move).length > 0 || family(one, move),
  );
}

/** Words that any two turns may share without being about the same thing. */
const COMMONPLACE = new Set([
  'year',
  'week',
  'month',
  'night',
  'morn',
  'peopl',
  'good',
  'time',
  'start',
  'stop',
  'call',
  'put',
  'talk',
  'someth',
]);

/** Whether a later move has anything to do with what the quiet voice said. */
function refersTo(later: Move, voice: Move): boolean {
  if (later.name === voice.name) return false;
  if (turnsTo(later, voice.name)) return true;
  // Who answers a question of the worker's is on her subject.
  if (later.talk.addressee.kind === 'worker') return false;
  const words = sharedStems(later, voice).filter((stem) => !COMMONPLACE.has(stem));
  if (words.length > 0 || family(later, voice) || (invites(later) && later.talk.addressee.kind === 'group'))
    return true;
  if (later.index !== voice.index + 1) return false;
  const answers = readsAs(later, 'reflection', 'restating', 'relating', 'same-boat', 'support');
  return answers !== undefined || (later.byWorker && does(later.talk, 'waiting', 'process'));
}

export const pattern: Pattern = {
  id: 'quiet-voice-dropped',
  name: 'First words of a quiet member dropped',
  family: 'MISS',
  core: false,
  severity: 'information',
  dynamics: ['MS', 'SB'],
  skills: ['connecting', 'making-room', 'inviting-participation'],
  question: 'What happened to what the quiet one said?',
  page: {
    looksLike:
      'Somebody who has listened for a long time says something to the matter, and the next turns go on as if it had not been said.',
    matters:
      'To listen is a way of taking part, and nobody has to speak. When somebody does after a long while, it has often cost something, and what happens to it tells everyone whether it was worth it.',
    fine: 'It is taken up a little later. The member takes it back. A round in which everyone speaks once. Only part of the session was written down.',
  },
  sources: ['S', 'c'],
  silentIn: ['go-round', 'no-crosstalk', 'limited-speech'],
  thresholds: {
    quiet: { default: 25, why: 'Turns without a word of theirs.' },
    words: { default: 6, why: 'Words; fewer may be in passing.' },
    takenUp: { default: 4, why: 'Turns in which it would be answered.' },
    later: { default: 10, why: 'Turns in which it may still be taken up.' },
  },
  reach: { before: 34, after: 16 },
  of: 'any',
  // An opening to something else does not take up a voice; what does is asked for in `takenUp` and `later`.
  repairable: false,
  see: (group, at, threshold) => {
    // In an excerpt nobody knows who spoke in between (G10).
    if (group.recording.header.excerpt || group.present.length < 4) return [];
    const move = group.moves[at]!;
    const voice = move.byWorker
      ? lastBefore(group, at, threshold('takenUp'), (one) =>
          breaksSilence(group, one, threshold('quiet'), threshold('words')),
        )
      : move;
    if (voice === undefined || !breaksSilence(group, voice, threshold('quiet'), threshold('words')))
      return [];
    const next = movesBetween(group, voice.index + 1, voice.index + threshold('takenUp'));
    const passing = next.find((one) => one.byWorker && !one.talk.backchannel);
    // It stands on the worker's turn that passed it by, else on the member's own.
    if ((passing ?? voice).index !== at || next.length < 2 || voice.gates.has('go-round')) return [];
    if (
      TAKES_BACK.test(
        movesBetween(group, voice.index, voice.index + 2)
          .filter((one) => one.name === voice.name)
          .map((one) => one.turn.words)
          .join(' '),
      )
    )
      return [];
    if (next.some((one) => refersTo(one, voice))) return [];
    const later = movesBetween(group, voice.index + 1, voice.index + threshold('later'));
    if (
      later.some(
        (one) => one.name !== voice.name && (turnsTo(one, voice.name) || sharedStems(one, voice).length > 1),
      )
    )
      return [];
    // Who goes on speaking, and is heard out, was not dropped.
    if (next.filter((one) => one.name === voice.name).length > 1) return [];
    return [
      {
        at,
        to: at,
        evidence:
          voice.index === at ? [] : [{ at: voice.index, shows: `${voice.name} speaks, after a long while` }],
        message: `${voice.name} speaks at turn ${voice.index + 1}, for the first time in ${threshold('quiet')} turns or more of this recording, and the talk goes on without it. There may have been room for somebody to take it up. What happened to what ${voice.name} said?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const voice = group.moves[evidence[0]?.at ?? at]!;
    const told = toldBack(voice);
    return [
      {
        skill: 'connecting',
        line: told
          ? `Can we go back a moment? ${told} Who else was thinking near that?`
          : `Can we go back a moment to what ${voice.name} said? Who else was thinking near that?`,
      },
      { skill: 'making-room', line: `Is there more of that, ${voice.name}? We’ve time.` },
      { skill: 'inviting-participation', line: `What did the rest of you hear in what ${voice.name} said?` },
    ];
  },
};
