import { sharesOf } from '../group/sequence.ts';
import { unnamedRuns } from '../group/shapes.ts';
import type { Strength } from './model.ts';

/** A shorter run is an exchange. */
const LEAST_TURNS = 8;

export const strength: Strength = {
  id: 'strength-free-floating',
  name: 'Free-floating talk',
  dynamics: ['DP', 'SB', 'MS'],
  page: {
    looksLike:
      'For a stretch, members speak to each other, take up each other’s words, and the worker is one voice among many.',
    matters: 'It is the one pattern of talk in which everybody is responsible for what is said.',
  },
  sources: ['S', '21'],
  see: (group) =>
    unnamedRuns(group).flatMap(({ shape, moves }) => {
      const shares = sharesOf(moves);
      const floats =
        shape === 'floor' &&
        shares.turns >= LEAST_TURNS &&
        shares.memberToMember >= 0.35 &&
        shares.direct >= 0.15 &&
        shares.worker <= 0.35 &&
        shares.speakers.size >= Math.max(3, 0.6 * group.present.length);
      if (!floats) return [];
      const at = moves[0]!.index;
      const to = moves[moves.length - 1]!.index;
      return [{ at, to, says: `turns ${at + 1}–${to + 1} run mostly from member to member` }];
    }),
};
