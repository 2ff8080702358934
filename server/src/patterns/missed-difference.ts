import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  movesBetween,
  ownSpeech,
  remembered,
  sharedStems,
  surest,
  turnsTo,
} from '../group/sequence.ts';
import { type ActName, does } from '../talk/model.ts';
import { bothTold, named, othersFor } from './lines.ts';
import type { Pattern } from './model.ts';

/** Forms that say plainly that one sees it otherwise. */
const OTHERWISE =
  /\b(?:i (?:don't|do not|can't) (?:think (?:so|that|it|you|they|he|she)|agree|see it|believe (?:that|it|in)|buy (?:that|it)|accept)|i (?:wouldn't|couldn't|can't|could never|would never|'d never) (?:do|have|say|want) (?:that|it|this|to)|i (?:wouldn't|couldn't|'d never|would never)(?: have)?(?=[.,!;])|disagree|i see (?:it|that) (?:differently|the other|another)|that's not (?:how|true|fair|right|it)|not (?:true|fair|for me|always|necessarily|with mine|in my)|but (?:isn't|doesn't|surely|what about|that's|it's not|you can't)|(?:the )?other way (?:round|around)|the opposite|rubbish|nonsense|come off it)\b|^(?:no way|never in)/i;
/** Beginnings that may be dissent or anything else: only together with the act. */
const MAYBE_OTHERWISE = /^(?:no+|nah|nope|well,? no|but|hmm|depends|it's not|it isn't|see,)\b/i;
/** To hold somebody to their word is another thing (see missed-mutual-demand). */
const HOLDS_TO_WORD = /\b(?:you|ye|yous) (?:said (?:you|ye|we)|told us|promised|swore)\b/i;
/** A score, a date, a price: looked up rather than thought through (catalogue D: a fact that is checkable). */
const CHECKABLE =
  /\b(?:look it up|google|check (?:it|your)|\d+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)(?:-\w+)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|upstairs|downstairs)\b/i;
const CHECKABLE_WORDS = 9;

const SMOOTHS =
  /\b(?:(?:you're|you are|they're|you've|they've|both|they) both (?:right|got|have)|(?:both|two) (?:are |were |of you are |of you have |sides are |sides have )?(?:right|good|good points|true|valid|fine|a point|have a point)|a (?:bit|little|grain|kernel) of (?:both|truth)|(?:a )?(?:very )?personal (?:decision|choice|thing|matter)|up to (?:each|every)\w*|good points|agree to (?:disagree|differ)|no (?:right or wrong|wrong answers?)|nobody(?:'s| is) (?:right|wrong)|(?:everyone|everybody|each one|we)(?:'s|'re| is| are)? (?:all )?(?:different|entitled)|each to (?:his|her|their|your) own|different strokes|takes all sorts|(?:whatever|what) works for (?:you|each)|somewhere in (?:the middle|between)|two sides to|not fall out|all friends|same (?:side|team))\b/i;
const MOVES_ON =
  /^(?:(?:okay|ok|right|well|so|all right|alright|good|great|lovely|hm+|thanks|thank you)[,.!\s]+)*(?:anyway|anyhow|moving on|let's (?:move|get|go|crack|press|carry)|next\b|the next|on to|back to|so,? (?:back to|next)|before we|we(?:'d| had)? better|we need to (?:move|get|crack))|\b(?:let's move on|moving on|let's leave (?:it|that|this)|leave (?:it|that) there|we'll be here all (?:day|night)|in the interest of time)\b/i;
/** A question that asks where people stand, as against one about the pots. */
const FOR_VIEWS =
  /\b(?:think|see|feel|sit|stand|lean\w*|make of|agree|side|view|sound|what about|how about|else|others|rest of)\b/i;
/** A difference set down with a place to take it up again is held, not closed. */
const KEEPS =
  /\b(?:come back to|hold (?:on to )?(?:that|both|those)|keep (?:both|that|those)|park (?:it|that) (?:and|till|until|for)|pick (?:it|that|this) up)\b/i;

/** Says that they see it otherwise: in a plain form; or by the act, begun so or said to the other's face. */
const contradicts = remembered((move) => {
  if (!byMember(move) || HOLDS_TO_WORD.test(ownSpeech(move))) return false;
  const words = ownSpeech(move);
  if (OTHERWISE.test(words)) return true;
  return does(move.talk, 'disagreement') && (MAYBE_OTHERWISE.test(words) || saidToSomeone(move));
});

function saidToSomeone({ talk }: Move): boolean {
  return talk.mentions.length > 0 || (talk.addressee.kind === 'person' && talk.addressee.by !== 'answer');
}

/** Named, or addressed in the label or by a call; who is only inferred from a question does not count. */
function saidTo(move: Move, name: string): boolean {
  const { by, names } = move.talk.addressee;
  return (
    move.talk.mentions.some((mention) => mention.name === name) || (by !== 'answer' && names.includes(name))
  );
}

/** The member whom `second` contradicts on a matter of substance, if any. */
function otherSide(group: Group, second: Move): Move | undefined {
  if (second.talk.wordCount < 4 || !contradicts(second)) return undefined;
  const other = (move: Move): boolean =>
    byMember(move) && move.name !== second.name && move.talk.wordCount >= 4;
  const first = lastBefore(group, second.index, 3, other);
  return first && answersBack(group, first, second) && isOfSubstance(first, second) ? first : undefined;
}

/** Whether it is `first` that `second` contradicts, and not the worker or somebody earlier. */
function answersBack(group: Group, first: Move, second: Move): boolean {
  const between = movesBetween(group, first.index + 1, second.index - 1);
  const straightAfter = between.every((move) => move.talk.backchannel);
  const words = ownSpeech(second);
  // The act hears many small words as dissent: where no form shows it, it must be said to this very person.
  const formed = OTHERWISE.test(words) || MAYBE_OTHERWISE.test(words);
  if (!formed && !(saidTo(second, first.name) && straightAfter)) return false;
  if (does(second.talk, 'about-worker') && !turnsTo(second, first.name)) return false;
  return straightAfter || turnsTo(second, first.name) || sharedStems(first, second).length > 0;
}

/** A view, as against a tip turned down (see advice-volley-unchecked) or a fact that can be looked up. */
function isOfSubstance(first: Move, second: Move): boolean {
  const words = ownSpeech(second);
  if (does(first.talk, 'advice') && /\b(?:tried|did that|done that|can't|won't let)\b/i.test(words))
    return false;
  return second.talk.wordCount > CHECKABLE_WORDS || !CHECKABLE.test(`${ownSpeech(first)} ${words}`);
}

/** One of the two holds on to it, or somebody else comes in on the same matter; one word in common may be chance. */
function carriesOn(next: Move, first: Move, second: Move): boolean {
  // Who answers a question of the worker's is on her subject.
  if (!byMember(next) || next.talk.addressee.kind === 'worker') return false;
  const words = Math.max(sharedStems(next, first).length, sharedStems(next, second).length);
  const directed = turnsTo(next, first.name) || turnsTo(next, second.name);
  return (directed && (words > 0 || contradicts(next))) || (contradicts(next) && words > 0) || words > 1;
}

interface Closing {
  readonly how: string;
  readonly span?: { readonly start: number; readonly end: number };
  /** Plain enough to stand even where the same turn sounds like an invitation: to the pots, say. */
  readonly plainly: boolean;
}

/** How the worker's move closes the difference; undefined when it leaves it open. */
function closing(group: Group, move: Move, first: Move, second: Move): Closing | undefined {
  const words = ownSpeech(move);
  const spanOf = (...acts: ActName[]): Pick<Closing, 'span'> => {
    const act = surest(move, ...acts);
    return act ? { span: { start: act.start, end: act.end } } : {};
  };
  const asks = does(move.talk, 'question-open') || /\?\s*$/.test(words);
  const toOne = move.talk.addressee.kind === 'person';
  const staysOn = sharedStems(move, first).length + sharedStems(move, second).length > 0;
  const leaves = does(move.talk, 'shift', 'agenda', 'procedure') && !staysOn;
  if (SMOOTHS.test(words) || does(move.talk, 'smoothing')) {
    const plainly = SMOOTHS.test(words) && (!asks || toOne || leaves || !FOR_VIEWS.test(words));
    return { how: 'the worker takes the edge off', plainly, ...spanOf('smoothing') };
  }
  const [one, other] = [turnsTo(move, first.name), turnsTo(move, second.name)];
  if (does(move.talk, 'judging') && (one || other)) {
    return { how: 'the worker says who is right', plainly: !asks, ...spanOf('judging') };
  }
  if (MOVES_ON.test(words) || (leaves && !does(move.talk, 'procedure'))) {
    return { how: 'the talk moves on', plainly: MOVES_ON.test(words) && !asks, ...spanOf('shift', 'agenda') };
  }
  const third =
    toOne && !one && !other && move.talk.addressee.names.every((name) => group.present.includes(name));
  if (third && !staysOn && asks) {
    return {
      how: `the worker turns to ${named(move.talk.addressee.names)} with something else`,
      plainly: false,
    };
  }
  const answers = does(move.talk, 'praise', 'advice', 'reassurance', 'excusing', 'information', 'support');
  if (one !== other && !asks && answers && !does(move.talk, 'reflection', 'restating')) {
    return { how: `the worker answers ${one ? first.name : second.name} alone`, plainly: false };
  }
  return undefined;
}

/** The last difference before the worker's move, with nobody but the two speaking since. */
function differenceBefore(
  group: Group,
  at: number,
  within: number,
): { readonly first: Move; readonly second: Move } | undefined {
  for (let i = at - 1; i >= Math.max(0, at - within); i--) {
    const second = group.moves[i]!;
    if (second.byWorker) return undefined;
    const first = otherSide(group, second);
    if (first === undefined) continue;
    const sides = [first.name, second.name];
    const since = movesBetween(group, i + 1, at - 1).filter((move) => !move.talk.backchannel);
    return since.length <= 1 || since.every((move) => sides.includes(move.name))
      ? { first, second }
      : undefined;
  }
  return undefined;
}

export const pattern: Pattern = {
  id: 'missed-difference',
  name: 'Difference not used',
  family: 'MISS',
  core: true,
  severity: 'information',
  dynamics: ['DP'],
  skills: ['reaching-for-difference', 'mediating', 'differentiating'],
  question: 'What might the group have thought out, with both views kept on the table?',
  page: {
    looksLike:
      'One member sees it one way, another says that it is not so. The worker finds something good in both, answers one of them, or goes on to the next thing, and nobody picks it up again.',
    matters:
      'Two views that pull apart are what a group has to think with. Nobody needs to win. Kept in the room for a while, they let everyone find out where they stand, and why.',
    fine: 'The members carry on by themselves. A date or a score that somebody can look up. A difference set down with a time to come back to it. A member who turns down a piece of advice.',
  },
  sources: ['S', '17', '29'],
  silentIn: ['cool-down', 'go-round', 'no-crosstalk'],
  thresholds: {
    within: {
      default: 4,
      why: 'Turns back in which the difference stands, while only the two speak; after more, the talk has gone its way. Ours.',
    },
    carriedOn: {
      default: 4,
      why: 'Turns in which the members may still take it up.',
    },
  },
  reach: { before: 8, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (does(move.talk, 'process', 'waiting', 'repair') || KEEPS.test(ownSpeech(move))) return [];
    const difference = differenceBefore(group, at, threshold('within'));
    if (difference === undefined) return [];
    const { first, second } = difference;
    const closed = closing(group, move, first, second);
    if (closed === undefined || (invites(move) && !closed.plainly)) return [];
    if (
      movesBetween(group, at + 1, at + threshold('carriedOn')).some((next) => carriesOn(next, first, second))
    )
      return [];
    return [
      {
        at,
        to: at,
        ...(closed.span ? { span: closed.span } : {}),
        evidence: [
          { at: first.index, shows: `${first.name} sees it one way` },
          { at: second.index, shows: `${second.name} sees it another way` },
        ],
        message: `${first.name} and ${second.name} see it differently (turns ${first.index + 1} and ${second.index + 1}), and ${closed.how}. There may have been room to think with both views. What might the group have thought out, with the two kept on the table?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const first = group.moves[evidence[0]!.at]!;
    const second = group.moves[evidence[1]!.at]!;
    const both = bothTold(first, second, { acts: ['disagreement', 'challenge'] });
    const rest = othersFor(group, second, [first.name, second.name]);
    return [
      {
        skill: 'reaching-for-difference',
        line: both
          ? `Let’s keep both. ${both} Where do the rest of you stand, and why?`
          : `${first.name} sees it one way and ${second.name} another; let’s keep both a while. Where do the rest of you stand?`,
      },
      {
        skill: 'mediating',
        line: `${second.name}, what did you hear ${first.name} say? And ${first.name}, is that what you meant?`,
      },
      {
        skill: 'differentiating',
        line: `It helps us that ${second.name} doesn’t just nod. ${named(rest) || 'Everyone'}, what is each of the two trying to look after?`,
      },
    ];
  },
};
