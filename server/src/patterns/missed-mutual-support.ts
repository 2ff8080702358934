import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  movesBetween,
  ownSpeech,
  surest,
  turnsTo,
} from '../group/sequence.ts';
import { literal } from '../recording/expressions.ts';
import type { Nonverbal } from '../recording/model.ts';
import { does } from '../talk/model.ts';
import { named, toldBack } from './lines.ts';
import type { Alternative, Pattern } from './model.ts';
import { tellsPain } from './premature-reassurance.ts';

const TEARS = new Set(['crying', 'sigh']);
const HURT =
  /\b(?:cr(?:y|ied|ying)|tears?|sobb\w*|lonely|alone|asham\w*|guilt\w*|scared|frightened|terrified|exhausted|can't cope|falling apart|miss (?:him|her|them)|broke(?:n)?|numb|hate myself|worthless|hurts?)\b/i;
/** Care goes to the person: the worker speaks to "you", and tells rather than asks. */
const TO_YOU = /\b(?:you|you're|you've|your|yourself)\b/gi;

/** Words of comfort, beside the acts: a long warm sentence does several things at once, and its act may go unheard. */
const COMFORT =
  /\b(?:(?:so|very|truly|really) sorry|sorry (?:for|that|you)|courage\w*|brave\w*|proud|strong\w*|love[ds]?|marvellous|amazing|wonderful|a (?:wonder|lot to (?:carry|bear))|no wonder|not your fault|nothing to be (?:ashamed|sorry)|(?:did|doing|done) (?:your best|so well|all you could)|be (?:kind|gentle) (?:to|with) yourself|mustn't (?:blame|call|be)|(?:here|there) for you|not alone|my heart|anybody would|any(?:one|body) in your)\b/i;

/** What the student saw of others: a nod, a hand, a look, before or during the worker's answer. */
function movedWithoutWords(group: Group, pain: Move, answer: Move): readonly string[] {
  const acts: readonly Nonverbal[] = [
    ...pain.turn.nonverbal,
    ...answer.before.flatMap((event) => event.acts),
  ];
  const shown = acts.filter(
    (act) => act.kind === 'nod' || act.kind === 'touch' || act.kind === 'glance' || act.kind === 'crying',
  );
  return group.present.filter(
    (name) =>
      name !== pain.name &&
      shown.some((act) => new RegExp(`(?<!\\p{L})${literal(name)}(?!\\p{L})`, 'u').test(act.text)),
  );
}

/** A member is in distress: told so, cried, or cried as the student saw it. */
function inDistress(move: Move): boolean {
  if (!byMember(move) || move.talk.wordCount < 3) return false;
  if (tellsPain(move)) return true;
  if (
    [...move.turn.nonverbal, ...move.before.flatMap((event) => event.acts)].some((act) => TEARS.has(act.kind))
  )
    return true;
  return HURT.test(ownSpeech(move)) && /\b(?:i|i'm|i've|me|my)\b/i.test(ownSpeech(move));
}

export const pattern: Pattern = {
  id: 'missed-mutual-support',
  name: 'Comfort monopolised',
  family: 'MISS',
  core: false,
  severity: 'information',
  dynamics: ['MS'],
  skills: ['making-room', 'amplifying', 'scanning', 'exercising-silence'],
  question: 'What comfort was in the room, apart from the worker’s?',
  page: {
    looksLike:
      'Somebody is hurting. The worker speaks at once, kindly and at length, and when she has finished there is nothing left for the others to give. They stay silent, or the talk goes on between the two.',
    matters:
      'To be comforted by someone who is in it too is worth more than the same words from the worker, and giving comfort does the giver good. A nod or a hand may be the start of it.',
    fine: 'Members have already turned to the one who hurts, or do so in the next turns. Somebody is overwhelmed and has to be steadied first. A short kind word that leaves room. A format in which nobody replies.',
  },
  sources: ['S', 'c'],
  silentIn: ['cool-down', 'limited-speech', 'no-crosstalk', 'go-round'],
  thresholds: {
    words: { default: 20, why: 'Words of the worker’s comfort; fewer leave room.' },
    others: { default: 3, why: 'Turns in which somebody else may still come in.' },
  },
  reach: { before: 6, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (move.talk.wordCount < threshold('words') || group.present.length < 3) return [];
    const words = ownSpeech(move);
    const comfort = surest(move, 'support', 'reassurance', 'praise');
    if ((comfort === undefined && !COMFORT.test(words)) || (words.match(TO_YOU) ?? []).length < 2) return [];
    if (/\?\s*$/.test(words) || does(move.talk, 'shift', 'agenda', 'information')) return [];
    if (invites(move) || does(move.talk, 'process', 'waiting', 'question-open')) return [];
    const pain = lastBefore(group, at, 2, (one) => !one.talk.backchannel);
    if (
      pain === undefined ||
      !inDistress(pain) ||
      (move.talk.addressee.kind === 'person' && !turnsTo(move, pain.name))
    )
      return [];
    // Peers were there first: the worker's is then one more voice. To ask is not yet to comfort.
    const peersBefore = movesBetween(group, at - 5, at - 1).some(
      (one) =>
        byMember(one) &&
        one.name !== pain.name &&
        turnsTo(one, pain.name) &&
        !one.turn.words.includes('?') &&
        !does(one.talk, 'disagreement', 'challenge'),
    );
    if (peersBefore) return [];
    const next = movesBetween(group, at + 1, at + threshold('others'));
    // Where the record breaks off, nobody knows who spoke next.
    if (next.length < 2 || next.some((one) => !one.byWorker && one.name !== pain.name)) return [];
    const seen = movedWithoutWords(group, pain, move);
    const moved = seen.length > 0 ? `, though the record shows ${named(seen)} move` : '';
    return [
      {
        at,
        to: at,
        ...(comfort ? { span: { start: comfort.start, end: comfort.end } } : {}),
        evidence: [{ at: pain.index, shows: `${pain.name} is hurting` }],
        message: `${pain.name} is hurting at turn ${pain.index + 1}, and the worker comforts at some length; in the next turns no other member speaks${moved}. There may have been room for members to comfort one another. What comfort was in the room, apart from the worker’s?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const pain = group.moves[evidence[0]!.at]!;
    const seen = movedWithoutWords(group, pain, group.moves[at]!);
    const told = toldBack(pain);
    const amplified: Alternative =
      seen.length > 0
        ? { skill: 'amplifying', line: `${named(seen)}, I saw you just then. What was that?` }
        : {
            skill: 'scanning',
            line: `I’ve been looking only at ${pain.name}. What’s happening in the rest of you?`,
          };
    const room: Alternative = {
      skill: 'making-room',
      line: `${told ? `${told} ` : ''}Who would like to say something to ${pain.name}?`,
    };
    return [
      ...(seen.length > 0 ? [amplified, room] : [room, amplified]),
      { skill: 'exercising-silence', line: `[stays quiet beside ${pain.name}, and looks from face to face]` },
    ];
  },
};
