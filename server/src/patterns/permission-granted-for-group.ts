import { SIGNS_REACH } from '../group/signs.ts';
import { CUT, raisedAt, spanOf } from './judging.ts';
import type { Pattern } from './model.ts';

export const pattern: Pattern = {
  id: 'permission-granted-for-group',
  name: 'Worker grants leave to speak of the unspeakable',
  family: 'MISS',
  core: true,
  severity: 'information',
  dynamics: ['TA', 'MS'],
  skills: ['asking-permission', 'verbalising-norms', 'scanning'],
  question: 'What might the others have answered, had they been asked?',
  page: {
    looksLike:
      'A member asks whether something delicate may be said here, and looks to the worker. The worker says yes, of course, and the talk goes on.',
    matters:
      'The worker can promise that she will not mind. Only the others can promise that they will not. Asked, they share in making the thing sayable; unasked, they are an audience.',
    fine: 'The worker says yes and asks the others as well. The leave is about the window, the tea or the toilet. The question is about notes, files and other rules of the agency. Somebody else in the circle says yes too.',
  },
  sources: ['35'],
  silentIn: ['no-crosstalk', 'limited-speech'],
  thresholds: {
    evidence: {
      default: -1,
      why: CUT,
    },
  },
  reach: SIGNS_REACH,
  of: 'worker',
  // Whether she mends it is among the signs.
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const raised = raisedAt('permission-granted-for-group', group, at, threshold('evidence'));
    if (raised === undefined) return [];
    const { scene, weighed } = raised;
    const asked = scene.near;
    return [
      {
        at,
        to: at,
        ...spanOf(move, 'permission-given'),
        evidence: [{ at: asked.index, shows: `${asked.name} asks whether it may be said` }],
        message: `${asked.name} asks at turn ${asked.index + 1} whether something delicate may be said, and the leave comes from the worker. Everyone else will be hearing it too, and may have had room to say how they want it heard. What might they have answered, had they been asked?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const { name } = group.moves[evidence[0]!.at]!;
    return [
      {
        skill: 'asking-permission',
        line: `It’s fine with me, ${name}, and it isn’t only up to me. How is it for the rest of you?`,
      },
      {
        skill: 'verbalising-norms',
        line: `${name} is asking what can be said in here. What would we need from each other for that?`,
      },
      {
        skill: 'scanning',
        line: `You’re looking at me, ${name}. Have a look round the circle: what do you see?`,
      },
    ];
  },
};
