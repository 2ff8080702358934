import type { Group, Move } from '../group/model.ts';
import { count, named, othersFor, turns } from './lines.ts';
import type { Pattern } from './model.ts';

/** "M?" is what a writer puts who knows that the voice was one person's and not whose: that is the honest form. */
const HONEST = /^(?:m\??|\?|unknown(?: member)?)$/i;

/** A voice without a person: "Someone", "A member"; or the group in one breath, where it says more than a chorus would. */
function nobodys(move: Move, chorus: number): boolean {
  if (move.talk.backchannel || move.segment?.kind === 'role-play') return false;
  if (move.turn.speaker.kind === 'unnamed') return !HONEST.test(move.name);
  return move.turn.speaker.kind === 'plural' && move.talk.wordCount > chorus;
}

function voicesIn(group: Group, chorus: number): Move[] {
  return group.moves.filter((move) => nobodys(move, chorus));
}

export const pattern: Pattern = {
  id: 'unattributed-speech',
  name: 'Who said it?',
  family: 'CRAFT',
  core: false,
  severity: 'hint',
  dynamics: [],
  skills: ['recording-craft'],
  question: 'Whose voice do you hear when you read the line again?',
  page: {
    looksLike: 'Things of some weight are said by “Someone”, “A member” or “The group”, more than once.',
    matters:
      'Who says a thing, to whom and after whom, is what a group recording is about. Two lines by “someone” may be one person trying twice, or two people who found each other.',
    fine: 'A chorus: “Amen”, “Bye!”, everybody laughing. A hall full of people. “M?” for a voice that you could not place: it says that there was one.',
  },
  sources: ['83', 'c'],
  silentIn: [],
  thresholds: {
    turns: {
      default: 2,
      why: 'Once may be a voice that could not be placed; twice is a way of writing.',
    },
    chorus: { default: 4, why: 'Words that several people can say at once; ours.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (group.recording.header.type === 'very-large') return [];
    const voices = voicesIn(group, threshold('chorus'));
    const enough = voices[threshold('turns') - 1];
    if (enough === undefined) return [];
    return [
      {
        at: enough.index,
        to: enough.index,
        place: enough.turn.label,
        evidence: voices
          .slice(0, 5)
          .filter((move) => move !== enough)
          .map((move) => ({ at: move.index, shows: `said by “${move.name}”` })),
        message: `In this recording ${count(voices.length)} turns are nobody’s: “${enough.name}” speaks at ${turns(enough.index, enough.index)}, and so at ${named(
          voices
            .filter((move) => move !== enough)
            .slice(0, 4)
            .map(({ index }) => String(index + 1)),
        )}. Who takes up whom may be in just those lines. Whose voice do you hear when you read them again?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const move = group.moves[at]!;
    const likely = othersFor(group, move, []);
    return [
      {
        skill: 'recording-craft',
        line: `[give each voice a letter or a name, the same one all through${likely.length > 1 ? `: was it ${likely.join(' or ')}?` : ''}]`,
      },
      {
        skill: 'recording-craft',
        line: '[write “M?” where you cannot tell, and “M? (the same)” where it was the same person again]',
      },
    ];
  },
};
