import type { Group, Move } from '../group/model.ts';
import { byMember, invites, movesBetween, responseWindow, takesUpMember } from '../group/sequence.ts';
import { CUES } from '../talk/cues.ts';
import { type Family, SHARED } from '../talk/families.ts';
import { straight } from '../talk/words.ts';
import { recalled, sentence, whoElse, youSaid } from './lines.ts';
import type { Pattern } from './model.ts';

const OWN = /\b(?:i|i'm|i've|i'd|me|my|mine|we|our|us)\b/i;

/** Speaks of one's own life and touches a shared feeling or situation. */
function tellsOwn(move: Move): readonly Family[] {
  if (!byMember(move) || move.talk.wordCount < 4 || !OWN.test(straight(move.turn.words))) return [];
  return [...move.talk.families].filter((family): family is Family => SHARED.has(family as Family));
}

/** Says in so many words that it is the same: what one tells may be the same without a word of it. */
function saysSame(move: Move): boolean {
  return CUES['me too']!.test(straight(move.turn.words.toLowerCase()));
}

/** Whether anyone joins the two between `from` and `to`: the worker by a link or an opening, a member by taking one up. */
function joined(group: Group, first: Move, second: Move, to: number): boolean {
  if (takesUpMember(second) || saysSame(second)) return true;
  return movesBetween(group, first.index + 1, to).some((move) => {
    if (move.byWorker) return invites(move);
    const other = move.name === first.name ? second.name : move.name === second.name ? first.name : undefined;
    if (saysSame(move)) return true;
    return (
      other !== undefined &&
      (move.talk.mentions.some((mention) => mention.name === other) ||
        move.talk.addressee.names.includes(other))
    );
  });
}

export const pattern: Pattern = {
  id: 'missed-same-boat',
  name: 'Commonality left unspoken',
  family: 'MISS',
  core: true,
  severity: 'information',
  dynamics: ['SB'],
  skills: ['reaching-for-feeling-link', 'reframing-common-ground', 'connecting'],
  question: 'What would hearing each other have opened for the two of them?',
  page: {
    looksLike:
      'Two members, some turns apart, tell of the same feeling or the same kind of moment. The worker answers each alone, and nobody says that they have it in common.',
    matters:
      'Finding out that one is not the only one is among the first things a group can give. It seldom happens by itself while everyone is looking at the worker.',
    fine: 'A member makes the link. The worker makes it within a few turns. The likeness is only on the surface. Linking them would expose somebody.',
  },
  sources: ['S', '14'],
  silentIn: ['go-round', 'cool-down'],
  thresholds: {
    apart: {
      default: 15,
      why: 'Turns between the two; further apart, the first is out of most people’s ear.',
    },
    linkWithin: { default: 5, why: 'A link made this soon after is in good time.' },
  },
  reach: { before: 20, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const second = group.moves[at - 1];
    if (second === undefined || invites(group.moves[at]!)) return [];
    const shared = tellsOwn(second);
    if (shared.length === 0) return [];
    for (let i = at - 2; i >= Math.max(0, at - 1 - threshold('apart')); i--) {
      const first = group.moves[i]!;
      if (first.name === second.name) continue;
      const common = tellsOwn(first).filter((family) => shared.includes(family));
      if (common.length === 0) continue;
      const answeredFirst = responseWindow(group, first.index).some((move) => move.byWorker);
      if (!answeredFirst || joined(group, first, second, at + threshold('linkWithin'))) return [];
      // Once is enough: a later turn of the same two about the same thing says nothing new.
      const said = movesBetween(group, first.index + 1, at - 2).some(
        (move) => move.name === second.name && tellsOwn(move).includes(common[0]!),
      );
      if (said) return [];
      return [
        {
          at,
          to: at,
          evidence: [
            { at: first.index, shows: `${first.name} tells of it` },
            { at: second.index, shows: `${second.name} tells of something close to it` },
          ],
          message: `${first.name} (turn ${first.index + 1}) and ${second.name} (turn ${second.index + 1}) tell of something close to each other, and each is answered alone. “I am not the only one” may have had room here. What would hearing each other have opened for them?`,
        },
      ];
    }
    return [];
  },
  alternatives: (group, { evidence }) => {
    const first = group.moves[evidence[0]!.at]!;
    const second = group.moves[evidence[1]!.at]!;
    const words = youSaid(second, { near: first });
    const earlier = recalled(first, { near: second });
    return [
      {
        skill: 'reaching-for-feeling-link',
        line:
          words && earlier
            ? `${earlier} And ${second.name}, ${words}. Do you two hear each other?`
            : `${first.name}, ${second.name}, you two have told us things that lie close together. Do you hear it?`,
      },
      {
        skill: 'reframing-common-ground',
        line: `I heard something like that from ${first.name}, and now from ${second.name}. ${sentence(whoElse(second, { near: first }))}`,
      },
      {
        skill: 'connecting',
        line: `${second.name}, would you tell ${first.name} about that? And ${first.name}, what’s the same, and what’s different?`,
      },
    ];
  },
};
