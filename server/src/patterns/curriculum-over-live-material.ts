import { ownSpeech } from '../group/sequence.ts';
import { SIGNS_REACH } from '../group/signs.ts';
import { CUT, raisedAt, spanOf } from './judging.ts';
import { sentence, toldBack, whoElse } from './lines.ts';
import type { Pattern } from './model.ts';

export const pattern: Pattern = {
  id: 'curriculum-over-live-material',
  name: 'Curriculum over live material',
  family: 'PURP',
  core: true,
  severity: 'warning',
  dynamics: ['TA', 'SB', 'IP'],
  skills: ['thinking-group', 'turning-back', 'reaching-for-feeling-link'],
  question: 'What would the group have done with it, had the plan waited?',
  page: {
    looksLike:
      'A member brings something that happened, to them and lately. The worker says a kind word, or none, and goes to the page, the exercise, the next point. Nobody comes back to it.',
    matters:
      'A plan serves when the group has nothing nearer. When somebody brings the very thing that the plan is about, or something larger, going on teaches everyone that life is not the subject here.',
    fine: 'It is put off to a time that is named. The group is asked whether to stay or go on. The page is laid aside for it, or it is what the page is then about. It belongs elsewhere, and the worker says why. The group chose to follow the programme.',
  },
  sources: ['20', 'S'],
  silentIn: ['cool-down'],
  reach: SIGNS_REACH,
  of: 'worker',
  // An invitation that follows is most often one to the exercise; a return to the matter itself is looked for here.
  repairable: false,
  thresholds: {
    evidence: {
      default: -0.1,
      why: CUT,
    },
  },
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const raised = raisedAt('curriculum-over-live-material', group, at, threshold('evidence'));
    if (raised === undefined) return [];
    const { scene, weighed } = raised;
    const live = scene.near;
    return [
      {
        at,
        to: at,
        ...spanOf(move, 'agenda', 'shift'),
        evidence: [{ at: live.index, shows: `${live.name} brings something from life` }],
        message: `${live.name} brings something from life at turn ${live.index + 1}, and the worker goes to the plan. It may have been what the plan is for, and somebody else’s too. What would the group have done with it, had the plan waited?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const live = group.moves[evidence[0]!.at]!;
    const told = toldBack(live);
    const thing =
      /\b(?:(?:page|slide|module|step) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)|(?:work|pink |blue |green )?sheet|handout|booklet|binder|workbook|exercise|film|quiz|diagram)\b/i
        .exec(ownSpeech(group.moves[at]!))?.[0]
        .toLowerCase();
    const plan =
      thing === undefined
        ? 'the plan'
        : /\d| /.test(thing) && !/ sheet$/.test(thing)
          ? thing
          : `the ${thing}`;
    return [
      {
        skill: 'reaching-for-feeling-link',
        line: told
          ? `${sentence(plan)} can wait. ${told} ${sentence(whoElse(live))}`
          : `${sentence(plan)} can wait. Who else knows something of what ${live.name} has just told us?`,
      },
      {
        skill: 'turning-back',
        line: `We can go on with ${plan}, or stay with what ${live.name} just said. Which do you need?`,
      },
      {
        skill: 'thinking-group',
        line: `${live.name} may just have told us what ${plan} is about. What went through the rest of you?`,
      },
    ];
  },
};
