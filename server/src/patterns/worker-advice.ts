import { receptionOf } from '../group/reception.ts';
import { SIGNS_REACH } from '../group/signs.ts';
import { CUT, raisedAt, spanOf } from './judging.ts';
import { kinOf, recalled, toldBack, troubleAt, whoElse } from './lines.ts';
import type { Pattern } from './model.ts';

export const pattern: Pattern = {
  id: 'worker-advice',
  name: 'Worker gives the advice',
  family: 'WORK',
  core: true,
  severity: 'warning',
  dynamics: ['IP', 'SD'],
  skills: ['turning-back', 'reaching-for-information-link', 'exploring-before-solving'],
  question: 'What might the others have brought, had they been asked first?',
  page: {
    looksLike:
      'A member lays out a trouble, and the next idea about what to do comes from the worker: as “you should”, as a list of places that exist, as a step that is somehow already settled, or as her own way told as a tip.',
    matters:
      'Once the worker has solved it, the others can only agree. Thinking it through together, and hearing what people have tried and what it cost, is help that members can give each other and she cannot.',
    fine: 'How the meeting runs; rights, safety, medical or legal facts; a view that is asked for after the group has worked; choices laid out for the group to weigh.',
  },
  sources: ['S', '42', '43'],
  silentIn: [],
  thresholds: {
    evidence: {
      default: 0.1,
      why: CUT,
    },
  },
  yieldsTo: ['silence-filled', 'worker-answers-first', 'premature-reassurance'],
  reach: SIGNS_REACH,
  of: 'worker',
  // Whether she mends it is among the signs.
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const raised = raisedAt('worker-advice', group, at, threshold('evidence'));
    if (raised === undefined) return [];
    const { scene, weighed } = raised;
    const trouble = scene.near;
    const reception = receptionOf(group, at);
    return [
      {
        at,
        to: at,
        ...spanOf(move, 'advice'),
        evidence: [
          { at: trouble.index, shows: `${trouble.name} brings it` },
          ...(reception.resisted && reception.next
            ? [{ at: reception.next.index, shows: `${reception.next.name} meets it with a “but”` }]
            : []),
        ],
        message: `${trouble.name} brings something at turn ${trouble.index + 1}, and the first idea of what to do is the worker’s. There may have been room for the others to think it through with ${trouble.name}. What might they have brought, had they been asked first?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const trouble = troubleAt(group, at, evidence[0]?.at);
    const who = trouble?.name;
    const told = toldBack(trouble);
    const kin = trouble && kinOf(group, trouble, at);
    return [
      {
        skill: 'turning-back',
        line: told
          ? `${told} Before I say anything, ${whoElse(trouble)}`
          : `Before I say anything, who here knows something of ${who ? `what ${who} is telling us` : 'this'}?`,
      },
      {
        skill: 'exploring-before-solving',
        line: `What would people want to ask${who ? ` ${who}` : ''}, before anybody has an idea?`,
      },
      {
        skill: 'reaching-for-information-link',
        line: kin
          ? `${recalled(kin, { near: trouble })} What have you found out that ${who} might use?`
          : `Who has had to find a way with something like that? Tell ${who ?? 'us'} what it took.`,
      },
    ];
  },
};
