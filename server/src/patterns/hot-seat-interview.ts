import { byMember, movesBetween } from '../group/sequence.ts';
import { hotSeatsIn } from '../group/shapes.ts';
import { mostHeard, named, sentence, toldBack, whoElse } from './lines.ts';
import type { Pattern } from './model.ts';

export const pattern: Pattern = {
  id: 'hot-seat-interview',
  name: 'Hot seat: casework in a group',
  family: 'COMM',
  core: true,
  severity: 'warning',
  dynamics: ['IP', 'SB', 'MS'],
  skills: ['reaching-for-feeling-link', 'exploring-before-solving', 'turning-back'],
  question: 'Where was the rest of the group while the two were talking?',
  page: {
    looksLike: 'Ten turns or more between the worker and one member, while the others watch.',
    matters:
      'It may be good individual work, and the group is its audience. The member is alone with her trouble in a room full of people who might know it.',
    fine: 'Somebody overwhelmed or in danger. A rehearsal. The two agreed on it, and it is opened to the others soon after.',
  },
  sources: ['S', '6', '21'],
  silentIn: [],
  yieldsTo: ['serial-casework'],
  thresholds: {
    turns: { default: 10, why: 'An “extended” exchange.' },
    each: { default: 4, why: 'Turns that each of the two has at least.' },
    others: { default: 1, why: 'Turns of others that do not yet break it.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (group.present.length <= 2) return [];
    const size = { turns: threshold('turns'), each: threshold('each'), others: threshold('others') };
    return hotSeatsIn(group, size).map(({ member, moves }) => {
      const from = moves[0]!.index;
      const to = moves[moves.length - 1]!.index;
      const rest = group.present.filter((name) => name !== member);
      return {
        at: from,
        to,
        evidence: [{ at: to, shows: 'the last turn of the exchange' }],
        message: `Turns ${from + 1}–${to + 1} run between the worker and ${member}, while ${rest.length > 0 && rest.length <= 4 ? named(rest) : 'the others'} listen. Others may hold a piece of this too. Where was the rest of the group?`,
      };
    });
  },
  alternatives: (group, { at, to }) => {
    const theirs = movesBetween(group, at, to).filter(byMember);
    const who = mostHeard(theirs);
    const telling = [...theirs].reverse().find((move) => move.name === who && toldBack(move) !== '');
    return [
      {
        skill: 'reaching-for-feeling-link',
        line: telling
          ? `${toldBack(telling)} ${sentence(whoElse(telling))}`
          : `Who else knows something of what ${who ? `${who} is` : 'we are'} talking about?`,
      },
      {
        skill: 'exploring-before-solving',
        line: who
          ? `What would the rest of you want to ask ${who}?`
          : 'What would the rest of you want to ask?',
      },
      {
        skill: 'turning-back',
        line: who
          ? `${who}, I’ve had you to myself for a while. What would you like from the others here?`
          : 'I’ve kept this to the two of us. What would the rest of you like to say?',
      },
    ];
  },
};
