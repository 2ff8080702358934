import type { Group, Move } from '../group/model.ts';
import { byMember, invites, movesBetween } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { straight } from '../talk/words.ts';
import { bothTold, named, othersFor } from './lines.ts';
import type { Pattern } from './model.ts';

/** Heat that the words carry themselves: a charge to the other's face, a raised voice, a name called. */
const HEAT =
  /\byou(?:'ve|'re| have| are)? (?:always|never|not|only|just)\b|\w!|\b(?:liar|rubbish|nonsense|shut up|sick of|fed up with|stupid|cheeky|idiot|selfish|lazy)\b/i;

/** Turns in which members differ with each other, right before a worker's move; at least two people. */
function disputeBefore(group: Group, at: number, within: number): readonly Move[] {
  const heated = movesBetween(group, at - within, at - 1).filter(
    (move) =>
      byMember(move) &&
      (does(move.talk, 'disagreement', 'challenge', 'demeaning') || HEAT.test(straight(move.turn.words))),
  );
  return new Set(heated.map((move) => move.name)).size >= 2 ? heated : [];
}

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
    within: {
      default: 5,
      why: 'Turns back in which the difference stands.',
    },
  },
  reach: { before: 6, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (
      does(move.talk, 'opening', 'redirecting', 'process') ||
      (does(move.talk, 'question-open') && invites(move))
    )
      return [];
    const dispute = disputeBefore(group, at, threshold('within'));
    if (dispute.length < 2 || at - dispute[dispute.length - 1]!.index > 3) return [];
    // To leave a quarrel of three turns and more for the next item takes its edge off as surely as tea does.
    const smoothing = move.talk.acts
      .filter(
        ({ act, confidence }) =>
          act === 'smoothing' || (act === 'shift' && dispute.length >= 3 && confidence >= 0.8),
      )
      .sort(
        (a, b) =>
          Number(b.act === 'smoothing') - Number(a.act === 'smoothing') || b.confidence - a.confidence,
      )[0];
    if (smoothing === undefined) return [];
    const [first, second] = [dispute[dispute.length - 2]!, dispute[dispute.length - 1]!];
    const goesOn = movesBetween(group, at + 1, at + 3).some(
      (next) =>
        (next.name === first.name || next.name === second.name) &&
        does(next.talk, 'disagreement', 'challenge'),
    );
    if (goesOn) return [];
    return [
      {
        at,
        to: at,
        span: { start: smoothing.start, end: smoothing.end },
        evidence: [
          { at: first.index, shows: `${first.name} holds one side` },
          { at: second.index, shows: `${second.name} holds the other` },
        ],
        message: `${first.name} and ${second.name} differ (turns ${first.index + 1} and ${second.index + 1}), and the worker takes the edge off. There may have been room to think with the difference. What was each of them holding on to?`,
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
