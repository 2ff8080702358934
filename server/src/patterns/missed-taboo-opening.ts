import { factAsked } from '../group/answering.ts';
import { SIGNS_REACH } from '../group/signs.ts';
import { CUT, raisedAt } from './judging.ts';
import { toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

export const pattern: Pattern = {
  id: 'missed-taboo-opening',
  name: 'Door to a taboo closed',
  family: 'MISS',
  core: true,
  severity: 'warning',
  dynamics: ['TA', 'SB'],
  skills: ['naming-taboo', 'asking-permission', 'reaching-for-feeling-link'],
  question: 'What would it have taken for the group to stay with it?',
  page: {
    looksLike:
      'A member says what is seldom said aloud: money, sex, wishing that it were over, using again, not loving one’s child. The worker turns to something else, asks for a side fact, or comforts, and nobody comes back to it.',
    matters:
      'What cannot be said elsewhere is often what a group is for. A door that closes once is rarely tried again, and everyone in the room learns where the limit is.',
    fine: 'It is parked together with the group. The member draws back. Details of trauma in a first session. The last minutes, with a plan. Somebody else takes it up.',
  },
  sources: ['S', '2', '32', '35'],
  silentIn: ['cool-down', 'go-round'],
  thresholds: {
    evidence: {
      default: -0.6,
      why: CUT,
    },
  },
  yieldsTo: ['curriculum-over-live-material'],
  reach: SIGNS_REACH,
  of: 'worker',
  // Whether she mends it is among the signs.
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const raised = raisedAt('missed-taboo-opening', group, at, threshold('evidence'));
    if (raised === undefined) return [];
    const { scene, weighed } = raised;
    const door = scene.near;
    const fact = factAsked(move);
    return [
      {
        at,
        to: at,
        ...(fact ? { span: { start: fact.start, end: fact.end } } : {}),
        evidence: [{ at: door.index, shows: `${door.name} opens the door` }],
        message: `${door.name} says something at turn ${door.index + 1} that is hard to say in most places, and the talk goes elsewhere. There may have been room to speak of what is seldom spoken of. What would it have taken for the group to stay with it?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const door = group.moves[evidence[0]!.at]!;
    const told = toldBack(door, { only: ['taboo'] });
    return [
      {
        skill: 'naming-taboo',
        line: told
          ? `${told} That’s hard to say anywhere. What makes it easier to say here, or harder?`
          : `That’s hard to say anywhere, ${door.name}. What makes it easier to say here, or harder?`,
      },
      {
        skill: 'asking-permission',
        line: `${door.name} has said something that most of us would walk round. What would you all need, to stay with it?`,
      },
      {
        skill: 'reaching-for-feeling-link',
        line: `Who was relieved to hear ${door.name} say it out loud?`,
      },
    ];
  },
};
