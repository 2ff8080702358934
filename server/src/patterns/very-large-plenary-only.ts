import type { Group, Move } from '../group/model.ts';
import { byMember, ownSpeech, recordedWhole, remembered, toldIn } from '../group/sequence.ts';
import { quotable, recalled } from './lines.ts';
import type { Pattern } from './model.ts';

/** The circle is divided, or asked to divide, in any words. */
export const DIVIDES =
  /\b(?:(?:in|into|get in(?:to)?|make|form|your|small(?:er)?|break(?:-| )?(?:out|up)|little) (?:\w+ )?(?:pairs|twos|threes|fours|fives|sixes|groups|circles|clusters|tables|huddles|teams|trios)|(?:groups|pairs|tables|circles) of (?:two|three|four|five|six|seven|eight|\d)|(?:pair|split|break|divide|buddy|huddle|team|count) (?:up|off|into)|turn to (?:the|your|someone|somebody|a|one|whoever|each|two|three)|neighbou?rs?|(?:person|people|one|ones|whoever(?:'s)?) (?:sitting )?(?:next to|beside|near|behind|in front of) you|break-?outs?|(?:at|each|every|your) tables?|tables?(?=,| talk| discuss| work)|fish ?bowl|inner circle|table (?:one|two|three|four|\d))\b/i;
const NOT_TO_BE_DIVIDED =
  /\b(?:vote|ballot|agm|annual general|memorial|ceremony|service of|ritual|assembly|minute(?:'s)? silence|fixed (?:seats|seating|chairs)|pews?|bolted|tiered|lecture (?:hall|theatre|theater)|couldn't move|no room to|too (?:small|narrow|cramped)|rows of)\b/i;

/** The worker divides the circle. */
export const divides = remembered((move: Move): boolean => move.byWorker && DIVIDES.test(ownSpeech(move)));

/** Voices that cannot be told apart may each be somebody else: all of them count as different people. */
function voicesIn(group: Group): number {
  return (
    group.spoke.size +
    group.moves.filter((move) => move.turn.speaker.kind === 'unnamed' || move.turn.speaker.kind === 'plural')
      .length
  );
}

export const pattern: Pattern = {
  id: 'very-large-plenary-only',
  name: 'Very large group kept whole',
  family: 'TYPE',
  core: false,
  severity: 'information',
  dynamics: ['SD', 'SB', 'DP'],
  skills: ['dividing-the-group', 'inviting-participation', 'redirecting'],
  question: 'What were those saying to themselves who said nothing aloud?',
  page: {
    looksLike:
      'Fifteen people or many more, in one circle or in rows from beginning to end. A quarter of them or fewer are heard.',
    matters:
      'In a room of that size most people cannot speak to each other at all. In threes and fours they can, and the large group hears more when it comes together again.',
    fine: 'A vote, a memorial, a ritual. A room in which nobody can move, if it is noted. Pairs for two minutes are enough to change it.',
  },
  sources: ['10', '52'],
  silentIn: [],
  types: ['very-large'],
  thresholds: {
    members: { default: 15, why: 'From here on a group is very large [10].' },
    speaking: { default: 0.25, why: 'Part of the members who are heard.' },
    turns: {
      default: 15,
      why: 'A shorter record is a few moments of a session, whatever its header says; ours.',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const size = group.present.length;
    if (size < threshold('members') || !recordedWhole(group, threshold('turns'))) return [];
    if (
      group.recording.header.gates.includes('no-crosstalk') ||
      group.recording.header.gates.includes('talking-circle')
    )
      return [];
    const heard = voicesIn(group);
    if (heard > size * threshold('speaking')) return [];
    const told = [
      ...toldIn(group, group.moves),
      ...group.moves.map((move) => move.segment?.title ?? ''),
      ...group.recording.sections.flatMap(({ prose }) => prose.map(({ text }) => text)),
    ];
    if (group.moves.some(divides) || told.some((text) => DIVIDES.test(text) || NOT_TO_BE_DIVIDED.test(text)))
      return [];
    if (group.moves.some((move) => move.byWorker && NOT_TO_BE_DIVIDED.test(ownSpeech(move)))) return [];
    const first = group.moves.find(byMember);
    return [
      {
        at: -1,
        to: -1,
        evidence: first ? [{ at: first.index, shows: `${first.name} is one of the voices heard` }] : [],
        message: `In this recording ${size} members sit together from beginning to end, and ${heard} are heard. In smaller circles the others may have had room to tell each other what they know. What were they saying to themselves?`,
      },
    ];
  },
  alternatives: (group) => {
    const [one] = quotable(group.moves, 1);
    const [name] = [...group.spoke];
    return [
      {
        skill: 'dividing-the-group',
        line: `${one ? `${recalled(one)} ` : ''}Turn to two people near you: where does that meet you, and what would you add?`,
      },
      {
        skill: 'inviting-participation',
        line: 'Five of you in the middle, talk it out; the rest listen for what’s missing. Then we swap.',
      },
      {
        skill: 'redirecting',
        line: name
          ? `${name}, don’t tell me, tell the row behind you. And the row behind, what do you make of it?`
          : 'Don’t tell me, tell the row behind you.',
      },
    ];
  },
};
