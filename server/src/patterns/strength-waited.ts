import { silenceBefore } from '../group/sequence.ts';
import type { Strength } from './model.ts';

/** Seconds from which a silence that a member ends was waited out. Catalogue K. */
const WAITED = 8;

export const strength: Strength = {
  id: 'strength-waited',
  name: 'Waited',
  dynamics: ['TA', 'MS'],
  page: {
    looksLike: 'A silence of eight seconds or more, and it is a member who ends it.',
    matters: 'The silence did its work because nobody took it away.',
  },
  sources: ['17', '47'],
  see: (group) =>
    group.moves.flatMap((move) => {
      const { seconds } = silenceBefore(group, move);
      return !move.byWorker && seconds !== undefined && seconds >= WAITED
        ? [{ at: move.index, to: move.index, says: `${seconds} seconds of silence, and ${move.name} speaks` }]
        : [];
    }),
};
