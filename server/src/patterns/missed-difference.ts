import { sidesBefore } from '../group/scene.ts';
import { SIGNS_REACH } from '../group/signs.ts';
import { CUT, raisedAt } from './judging.ts';
import { bothTold, named, othersFor } from './lines.ts';
import type { Pattern } from './model.ts';

export const pattern: Pattern = {
  id: 'missed-difference',
  name: 'Difference not used',
  family: 'MISS',
  core: true,
  severity: 'information',
  dynamics: ['DP'],
  skills: ['reaching-for-difference', 'mediating', 'differentiating'],
  question: 'What might the group have thought out, with both views kept on the table?',
  page: {
    looksLike:
      'One member sees it one way, another says that it is not so. The worker finds something good in both, answers one of them, or goes on to the next thing, and nobody picks it up again.',
    matters:
      'Two views that pull apart are what a group has to think with. Nobody needs to win. Kept in the room for a while, they let everyone find out where they stand, and why.',
    fine: 'The members carry on by themselves. A date or a score that somebody can look up. A difference set down with a time to come back to it. A member who turns down a piece of advice.',
  },
  sources: ['S', '17', '29'],
  silentIn: ['cool-down', 'go-round', 'no-crosstalk'],
  thresholds: {
    within: { default: 5, why: 'Turns back in which the difference stands.' },
    evidence: {
      default: -0.3,
      why: CUT,
    },
  },
  reach: SIGNS_REACH,
  of: 'worker',
  // Whether she mends it is among the signs.
  repairable: false,
  see: (group, at, threshold) => {
    const raised = raisedAt('missed-difference', group, at, threshold('evidence'));
    if (raised === undefined) return [];
    const { scene, weighed } = raised;
    const sides = sidesBefore(group, at, threshold('within'), scene);
    if (sides === undefined) return [];
    const { first, second } = sides;
    return [
      {
        at,
        to: at,
        evidence: [
          { at: first.index, shows: `${first.name} sees it one way` },
          { at: second.index, shows: `${second.name} sees it another way` },
        ],
        message: `${first.name} and ${second.name} see it differently (turns ${first.index + 1} and ${second.index + 1}), and the talk goes on without it. There may have been room to think with both views. What might the group have thought out, with the two kept on the table?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const first = group.moves[evidence[0]!.at]!;
    const second = group.moves[evidence[1]!.at]!;
    const both = bothTold(first, second, { acts: ['disagreement', 'challenge'] });
    const rest = othersFor(group, second, [first.name, second.name]);
    return [
      {
        skill: 'reaching-for-difference',
        line: both
          ? `Let’s keep both. ${both} Where do the rest of you stand, and why?`
          : `${first.name} sees it one way and ${second.name} another; let’s keep both a while. Where do the rest of you stand?`,
      },
      {
        skill: 'mediating',
        line: `${second.name}, what did you hear ${first.name} say? And ${first.name}, is that what you meant?`,
      },
      {
        skill: 'differentiating',
        line: `It helps us that ${second.name} doesn’t just nod. ${named(rest) || 'Everyone'}, what is each of the two trying to look after?`,
      },
    ];
  },
};
