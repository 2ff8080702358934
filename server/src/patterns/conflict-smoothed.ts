import { sidesBefore } from '../group/scene.ts';
import { SIGNS_REACH } from '../group/signs.ts';
import { CUT, raisedAt } from './judging.ts';
import { bothTold, named, othersFor } from './lines.ts';
import type { Pattern } from './model.ts';

export const pattern: Pattern = {
  id: 'conflict-smoothed',
  name: 'Conflict smoothed',
  family: 'CONF',
  core: true,
  severity: 'warning',
  dynamics: ['DP', 'MD'],
  skills: ['reaching-for-difference', 'mediating', 'differentiating'],
  question: 'What was each of them holding on to?',
  page: {
    looksLike:
      'Two members differ, with some heat. Within a turn or two the worker finds them both right, offers tea, or asks everyone to be kind, and the subject changes.',
    matters:
      'Difference is what a group thinks with. Smoothed over, it goes under the table, and the next one is harder to say.',
    fine: 'A threat that has to be cooled first, with a return. A quarrel the members had already settled. The last minutes, with a plan to come back to it.',
  },
  sources: ['S', '29', '31'],
  silentIn: ['cool-down'],
  thresholds: {
    within: { default: 7, why: 'Turns back in which the difference stands.' },
    evidence: {
      default: -0.5,
      why: CUT,
    },
  },
  reach: SIGNS_REACH,
  of: 'worker',
  // Whether she mends it is among the signs.
  repairable: false,
  see: (group, at, threshold) => {
    const raised = raisedAt('conflict-smoothed', group, at, threshold('evidence'));
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
          { at: first.index, shows: `${first.name} holds one side` },
          { at: second.index, shows: `${second.name} holds the other` },
        ],
        message: `${first.name} and ${second.name} differ (turns ${first.index + 1} and ${second.index + 1}), and the worker takes the edge off. There may have been room to think with the difference. What was each of them holding on to?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const first = group.moves[evidence[0]!.at]!;
    const second = group.moves[evidence[1]!.at]!;
    const rest = othersFor(group, second, [first.name, second.name]);
    const both = bothTold(first, second, { acts: ['disagreement', 'challenge'] });
    return [
      {
        skill: 'reaching-for-difference',
        line: both
          ? `I’d like us to stay with this. ${both} Have I got you both right?`
          : `I’d like us to stay with this. ${first.name}, ${second.name}, one at a time: what matters to you in it?`,
      },
      {
        skill: 'mediating',
        line: `${named(rest) || 'The rest of you'}, what do you hear ${first.name} and ${second.name} each holding on to?`,
      },
      {
        skill: 'differentiating',
        line: `That took something to say, ${second.name}. ${first.name}, what did you hear?`,
      },
    ];
  },
};
