import { movesBetween } from '../group/sequence.ts';
import { serialRowsIn } from '../group/shapes.ts';
import { count, mostHeard, named, quotable, recalled } from './lines.ts';
import type { Pattern } from './model.ts';

export const pattern: Pattern = {
  id: 'serial-casework',
  name: 'Members “go” one after another',
  family: 'COMM',
  core: true,
  severity: 'warning',
  dynamics: ['SB', 'IP', 'SN'],
  skills: ['reframing-common-ground', 'connecting', 'exploring-before-solving'],
  question: 'What ran through all of their stories?',
  page: {
    looksLike:
      'One member has her time with the worker, then the next has his, then a third. Nobody says what the stories have to do with each other.',
    matters:
      'Using one person’s trouble to look at everyone’s is what tells work with a group from work with people in turn.',
    fine: 'Check-in and check-out. A talking circle. Exchanges of a turn or two. A round of concerns at the start of a single session.',
  },
  sources: ['S', '6'],
  silentIn: [],
  thresholds: {
    exchanges: { default: 3, why: 'Two in a row may be chance.' },
    each: { default: 4, why: 'Turns of an exchange; a shorter one is a greeting.' },
    own: {
      default: 3,
      why: 'Turns of their own that most of the members have; with fewer they are called on in passing, which is a maypole.',
    },
    share: { default: 0.6, why: 'Part of the stretch that the exchanges fill.' },
    turns: {
      default: 16,
      why: 'Turns of the stretch, counted with the voices between: three times of five turns, and a call.',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) =>
    serialRowsIn(group, {
      exchanges: threshold('exchanges'),
      each: threshold('each'),
      turns: threshold('turns'),
      own: threshold('own'),
    }).flatMap((row) => {
      const from = row[0]!.moves[0]!.index;
      const lastMoves = row[row.length - 1]!.moves;
      const to = lastMoves[lastMoves.length - 1]!.index;
      const inside = row.reduce((sum, { moves }) => sum + moves.length, 0);
      const length = to - from + 1;
      if (inside < length * threshold('share')) return [];
      const members = row.map(({ member }) => member);
      return [
        {
          at: from,
          to,
          evidence: row.map(({ member, moves }) => ({
            at: moves[0]!.index,
            shows: `${member}’s time with the worker`,
          })),
          message: `In turns ${from + 1}–${to + 1}, ${named(members)} each have their time with the worker, one after the other. What they share may have had room here. What ran through all ${count(members.length)} stories?`,
        },
      ];
    }),
  alternatives: (group, { at, to, evidence }) => {
    const names = [
      ...new Set(
        evidence.map((one, i) => mostHeard(movesBetween(group, one.at, (evidence[i + 1]?.at ?? to + 1) - 1))),
      ),
    ].filter((name) => name !== undefined);
    const [first, second] = names;
    const [telling] = quotable(movesBetween(group, at, to), 1);
    return [
      {
        skill: 'reframing-common-ground',
        line: `We’ve heard from ${named(names)}. What do you hear in common?`,
      },
      {
        skill: 'connecting',
        line:
          first && second
            ? `${second}, when ${first} was talking, what of it was yours too?`
            : 'When each of you talked, what of it was somebody else’s too?',
      },
      {
        skill: 'exploring-before-solving',
        line: telling
          ? `${recalled(telling)} Let’s stay with that, all of us. What would you want to ask?`
          : `Let’s stay with ${names[names.length - 1] ?? 'one'}’s, all of us. What would you want to ask?`,
      },
    ];
  },
};
