import type { Move } from '../group/model.ts';
import { byMember } from '../group/sequence.ts';
import { SIGNS_REACH } from '../group/signs.ts';
import { type Family, PAINFUL, WEIGHTY } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { straight } from '../talk/words.ts';
import { CUT, judged, raisedAt, spanOf } from './judging.ts';
import { answered, kinOf, recalled, sentence, toldBack, whoElse } from './lines.ts';
import type { Pattern } from './model.ts';

const HURTING: ReadonlySet<Family> = new Set<Family>([
  ...PAINFUL,
  'loss',
  'wishing death',
  'not loving a child',
  'harm to self',
  'children taken',
  'illness',
  'violence',
  'substance',
]);

/** A member tells of pain: in so many words, through a feeling's family, or by saying what is hard to say. */
export function tellsPain(move: Move): boolean {
  if (!byMember(move) || move.talk.wordCount < 3) return false;
  if (does(move.talk, 'success') && !does(move.talk, 'feeling', 'dread')) return false;
  const hurts = [...move.talk.families].some(
    (family) => HURTING.has(family as Family) || WEIGHTY.has(family as Family),
  );
  if (
    move.talk.acts.some(({ act, confidence }) => act === 'feeling' && confidence >= 0.8) &&
    !does(move.talk, 'joke')
  )
    return true;
  const own = /\b(?:i|my|me|i'm|i've)\b/i.test(straight(move.turn.words));
  return (
    own &&
    hurts &&
    does(move.talk, 'feeling', 'taboo', 'dread', 'safety', 'self-disclosure', 'grievance', 'same-boat')
  );
}

/** Log odds by which one reading of a move outweighs another; ours. */
const SURER = 1;

export const pattern: Pattern = {
  id: 'premature-reassurance',
  name: 'Reassuring too soon',
  family: 'WORK',
  core: true,
  severity: 'warning',
  dynamics: ['MS', 'TA', 'SB'],
  skills: ['reaching-for-feeling-link', 'making-room', 'exercising-silence'],
  question: 'What might have come next, had the feeling been left standing a moment longer?',
  page: {
    looksLike:
      'A member says something painful, and the worker answers with comfort that closes it: it will be fine, you are strong, nobody would think that, look how far you have come.',
    matters:
      'Comfort from the worker ends the matter before others can recognise themselves in it or offer their own. The feeling is treated as a thing to be taken away.',
    fine: 'A mistaken fear set right with a fact. Hope after the feeling has been heard. The same words from a member. The last words of a session.',
  },
  sources: ['42'],
  silentIn: ['cool-down', 'go-round'],
  thresholds: {
    evidence: {
      default: 0.1,
      why: CUT,
    },
  },
  reach: SIGNS_REACH,
  of: 'worker',
  // Whether she mends it is among the signs.
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const raised = raisedAt('premature-reassurance', group, at, threshold('evidence'));
    if (raised === undefined) return [];
    const { scene, weighed } = raised;
    // Where the same sentence is more surely advice, it is that, and another pattern's.
    const shown = spanOf(move, 'reassurance', 'minimising', 'praise');
    if (
      shown.span?.start === spanOf(move, 'advice').span?.start &&
      judged('worker-advice', group, move, scene).sum > weighed.sum + SURER
    )
      return [];
    const pain = scene.near;
    return [
      {
        at,
        to: at,
        ...shown,
        evidence: [{ at: pain.index, shows: `${pain.name} tells how it is` }],
        message: `${pain.name} says something hard at turn ${pain.index + 1}, and the worker’s comfort follows at once. The others may have recognised it, or had comfort of their own to give. What might have come next, had it been left standing a moment longer?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const pain = (evidence[0] && group.moves[evidence[0].at]) ?? answered(group, at, 3);
    const told = toldBack(pain);
    const kin = pain && kinOf(group, pain, at);
    const who = pain?.name ?? 'the one who spoke';
    return [
      {
        skill: 'reaching-for-feeling-link',
        line: told
          ? `${told} ${sentence(whoElse(pain))}`
          : `Stay with that a second, ${who}. Who else is carrying some of it?`,
      },
      {
        skill: 'making-room',
        line: kin
          ? `${recalled(kin, { near: pain })} What would you want to say to ${who}?`
          : `What would people here want to say to ${who}?`,
      },
      { skill: 'exercising-silence', line: `[waits with ${who}, and looks round the circle]` },
    ];
  },
};
