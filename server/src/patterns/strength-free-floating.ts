import { openRuns, stretchesBy } from '../group/stretches.ts';
import type { Strength } from './model.ts';

const WINDOW = 14;

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
    openRuns(group, []).flatMap((run) =>
      stretchesBy(
        run,
        Math.min(WINDOW, run.length),
        (shares) =>
          shares.turns >= 8 &&
          shares.memberToMember >= 0.35 &&
          shares.direct >= 0.15 &&
          shares.worker <= 0.35 &&
          shares.speakers.size >= Math.max(3, 0.6 * group.present.length),
      ).map((stretch) => {
        const at = stretch[0]!.index;
        const to = stretch[stretch.length - 1]!.index;
        return { at, to, says: `turns ${at + 1}–${to + 1} run mostly from member to member` };
      }),
    ),
};
