import { byMember, firstAfter, takesUpMember } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import type { Strength } from './model.ts';

export const strength: Strength = {
  id: 'strength-redirect',
  name: 'Message handed on',
  dynamics: ['DP', 'MS'],
  page: {
    looksLike:
      'What was said to the worker is handed to another member or to the group, and a member answers a member.',
    matters: 'It takes the worker out of the middle at the very moment she was put there.',
  },
  sources: ['S', '17', '71'],
  see: (group) =>
    group.moves.flatMap((move) => {
      if (!move.byWorker || !does(move.talk, 'redirecting')) return [];
      const reply = firstAfter(group, move.index, 2, byMember);
      const next = reply && firstAfter(group, reply.index, 1, byMember);
      if (!reply || !(takesUpMember(reply) || (next && next.name !== reply.name))) return [];
      return [
        {
          at: move.index,
          to: move.index,
          says: `hands it on, and ${reply.name} ${takesUpMember(reply) ? 'speaks to a member' : 'comes in'}`,
        },
      ];
    }),
};
