import { closesNothing, opensMatter, staysWith } from '../group/answering.ts';
import { leansTo, troubleBefore, troubleTold } from '../group/floor.ts';
import type { Move } from '../group/model.ts';
import { receptionOf } from '../group/reception.ts';
import { byMember, ownSpeech, spokenTo } from '../group/sequence.ts';
import { type Family, PAINFUL, WEIGHTY } from '../talk/families.ts';
import { does, heard as talkHeard } from '../talk/model.ts';
import { sentencesOf, stemsOf, straight, tokensOf } from '../talk/words.ts';
import { comfortIn } from './comfort.ts';
import { answered, kinOf, recalled, sentence, toldBack, whoElse } from './lines.ts';
import type { Pattern } from './model.ts';
import { reason, weigh } from './weighing.ts';

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

/** Something is asked; "What if they don't believe me?" asks nothing. */
function asksOutright(move: Move): boolean {
  const { turn } = move;
  return byMember(move) && turn.words.includes('?') && !/\b(?:and |but )?what if\b/i.test(turn.words);
}

const OF_THEM =
  /^(?:(?:so|and|oh|well|yes|ah|right)[, ]+)*(?:(?:it|that|this)(?:'s| is| was|'d| must| sounds?| feels?| hurts?)\b|sounds?\b|you\b(?! (?:will|shall|can|should|must)\b|'ll\b))/i;

/** She says back what was told before she comforts: in its words, or as how it is for them. "Three-year-olds nap" does not. */
function givesBack(move: Move, pain: Move, before: number): boolean {
  const sentences = sentencesOf(ownSpeech(move));
  return move.talk.acts.some(({ act, start }) => {
    if ((act !== 'reflection' && act !== 'restating') || start >= before) return false;
    const text = sentences.find((sentence) => sentence.start === start)?.text ?? '';
    // What is to come was not told: "You shall be a doctor."
    if (/\b(?:will|shall|'ll|going to)\b/i.test(text)) return false;
    return OF_THEM.test(text) || [...stemsOf(tokensOf(text))].some((stem) => pain.talk.stems.has(stem));
  });
}

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
      default: 2.5,
      why: 'Reasons for it, less those against it (see `weighing.ts`); a higher number says less, and more surely.',
    },
  },
  reach: { before: 18, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const comfort = comfortIn(move);
    const to = spokenTo(group, move);
    const pain =
      troubleBefore(group, at, 8, -2, ({ name }) => name === to) ?? troubleBefore(group, at, 3, -2);
    if (comfort === undefined || pain === undefined) return [];
    const reception = receptionOf(group, at);
    const clear = Math.min(1, comfort.sum / 1.5);
    // Heard first, hoped after: then the comfort closes nothing.
    const { sentence: comforts } = comfort;
    const heard = givesBack(move, pain, comforts.start);
    // "They said it would be fine, and you're scared" is plainly given back, whatever it promises.
    const said = talkHeard(move.talk, 'reflection', comforts.start, comforts.end) >= 0.8;
    const weighed = weigh(
      ...comfort.reasons,
      reason('what was said before is hard', 1.2, Math.min(1, Math.max(-1, troubleTold(group, pain) / 2))),
      reason('nothing hard was told', -0.8, troubleTold(group, pain) < 0.3),
      reason('she says what stays in the room', -2, does(move.talk, 'confidentiality')),
      reason('it is the very next turn', 0.5, pain.index === at - 1),
      reason('the member’s next words let it pass', 0.7, reception.bare && clear),
      reason('the member does not take it', 0.7, reception.resisted && clear),
      reason('she opens it to the others', -3, opensMatter(group, move, pain.index)),
      reason('she gave back what was said, and then hoped', -2, heard),
      reason('she stays with it', -1.2, Math.min(1, staysWith(move, pain, said ? undefined : comforts) / 2)),
      reason('she speaks to somebody else', -1, to !== undefined && to !== pain.name),
      reason('she was asked how one does it', -1, asksOutright(group.moves[at - 1]!)),
      reason('she says what she sees', -2, closesNothing(move)),
      reason('good news came before', -1, leansTo(pain, 'success')),
    );
    if (weighed.sum < threshold('evidence')) return [];
    return [
      {
        at,
        to: at,
        span: { start: comfort.sentence.start, end: comfort.sentence.end },
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
