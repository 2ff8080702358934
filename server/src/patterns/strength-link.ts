import { byMember, firstAfter, movesBetween } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { named } from './lines.ts';
import type { Strength } from './model.ts';

export const strength: Strength = {
  id: 'strength-link',
  name: 'Link',
  dynamics: ['SB', 'SD'],
  page: {
    looksLike: 'The worker joins what two members said or lived, and they, or a third, take it up.',
    matters: 'A link turns two monologues into something the group can work on.',
  },
  sources: ['S', '20', '86'],
  see: (group) =>
    group.moves.flatMap((move) => {
      const names = [...new Set(move.talk.mentions.map((mention) => mention.name))].filter((name) =>
        group.spoke.has(name),
      );
      if (
        !move.byWorker ||
        names.length === 0 ||
        !(does(move.talk, 'linking') || (names.length >= 2 && does(move.talk, 'opening', 'redirecting')))
      )
        return [];
      const first = firstAfter(group, move.index, 3, byMember);
      const voices = new Set(
        movesBetween(group, move.index + 1, move.index + 4)
          .filter(byMember)
          .map((one) => one.name),
      );
      if (first === undefined || voices.size < 2) return [];
      return [
        {
          at: move.index,
          to: move.index,
          says: `joins ${names.length >= 2 ? named(names) : `${names[0]} to others`}, and ${named([...voices])} take it up`,
        },
      ];
    }),
};
