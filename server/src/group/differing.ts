/**
 * How members differ, and how a worker's move closes or holds a difference. Disagreement is seldom called one: it shows
 * in a no, a "but", a "you" turned against somebody, one's own otherwise, said to the one who spoke (Pomerantz 1984).
 */
import { opensMatter, staysWith } from './answering.ts';
import { leansTo } from './floor.ts';
import type { Group, Move } from './model.ts';
import { movesOn } from './moving-on.ts';
import { byMember, movesBetween, ownSpeech, remembered, sharedStems, turnsTo } from './sequence.ts';
import type { Scene } from './signs.ts';

/** Forms that say plainly that one sees it otherwise. */
const OTHERWISE =
  /\b(?:i (?:don't|do not|can't) (?:think (?:so|that|it|you|they|he|she)|agree|see it|believe (?:that|it|in|you)|buy (?:that|it)|accept)|i (?:wouldn't|couldn't|can't|could never|would never|'d never|would not|could not) (?:do|have|say|want|sign|go|give|leave|like|be)|i(?:'d| would) never|i(?:'d| would) sooner|disagree|i see (?:it|that) (?:differently|the other|another)|that's (?:not|precisely|exactly) (?:how|true|fair|right|it|what)|not (?:true|fair|for me|always|necessarily|with mine|in my)|but (?:isn't|doesn't|surely|what about|that's|it's not|you (?:can't|have to|got to|said))|though\.|(?:the )?other way (?:round|around)|the opposite|rubbish|nonsense|bullshit|come off it|that's (?:daft|lying|wrong|mad|a lie)|it's (?:lying|wrong|not right|cruel|a baby)|you (?:can't|cannot|cannae|mustn't|shouldn't|don't|have to|got to|ought to|had to|should)\b|you've got to|you don't get to|don't (?:tell|say|you|talk|give|be)|if you took|that's (?:(?:a bit|pretty|very|so|too|awful|really) )?(?:harsh|cold|mean|unfair|rich|easy (?:for you )?to say))\b/i;
/** Says it in so many words. */
const PLAINLY = /\bi (?:don't|do not|can't|cannot) agree\b|\bi disagree\b/i;
/** Puts the other's view as one that nobody could hold: "So nobody gets to come right?" */
const MAKES_ABSURD = /^(?:so|and so|oh so) (?:nobody|everybody|we|i|you|they|it|what|that)\b[^.?]{1,80}\?/i;
const NO_START =
  /^(?:(?:well|oh|but|ah|okay|ok)[, ]+)*(?:no\b|nah|nope|never\b|hardly|leave it|it's not\b|it isn't|it is not|that's not|i don't think|and i say|i (?:do|did|am|was|have|can)\b(?= [a-z]+[,.]| get| go| not)|i(?:'m| am) (?:not |just )?saying|i (?:never )?said\b|(?:i|we|you|they|he|she|it|that) (?:would|do|did|will|could|should|can|must) not\b|[^.?!]{1,40}\? (?:no\b|never\b|not\b)|well,? i (?:couldn't|wouldn't|don't|can't|didn't|never)|who says|says who|so you say)/i;
/** Goes along, whatever else it does. */
const AGREES =
  /^(?:(?:well|oh|and)[, ]+)*(?:yeah,? (?:me|same|i do|exactly)|yes,? (?:me|exactly|that's)|same\b|me too|exactly|true\b|that's (?:right|it|true)|i know\b|too right|snap|so (?:do|did|am) i|thank)/i;
const DENIES = /\b(?:\w+n't|not|no|never|nothing|nobody|none|nor|neither|hardly)\b/i;
const HEAT =
  /\byou(?:'ve|'re| have| are)? (?:always|never|not|only|just|all|people)\b|\w!|\b(?:liar|lying|rubbish|nonsense|bullshit|shut up|sick of|fed up with|stupid|daft|cheeky|idiot|selfish|lazy|ridiculous|how dare|don't (?:you )?(?:tell|talk|start)|leave it|get lost|piss|bloody|fuck\w*|not fair|you don't get to|you said|never forgive|shame on|disgust\w+|soft)\b/i;
/** Throws the other's words back: "What smell!", "The queen mother! She …", "Both?" */
const THROWN_BACK = /^(?:(?:what|which|whose|the|my|your|a|an|me|and|oh),? )*[^.,;:!?]{1,30}[!?]/i;
/** Says "you" of the one who spoke: what they did, have, are. */
const AT_YOU =
  /(?<!\b(?:thank|see|tell|told|ask|asked|give|hear|with|for|of) )\byou(?:r\b|'re\b|'ve\b|'d\b| (?!know\b|see\b|all\b|lot\b|two\b)\w+)/i;
/** Holds somebody to their word, which is another thing, or differs about a fact that can be looked up. */
const ASKS_ONLY = /\?["”’')]*\s*$/;

/** What a member's move shows of standing against somebody, whoever that may be. */
const signsAgainst = remembered((move: Move) => {
  const words = ownSpeech(move).trim();
  return {
    otherwise: OTHERWISE.test(words),
    plainly: PLAINLY.test(words),
    makesAbsurd: MAKES_ABSURD.test(words),
    begins: NO_START.test(words),
    atYou: AT_YOU.test(words),
    thrownBack: THROWN_BACK.exec(words)?.[0].toLowerCase(),
    heat: HEAT.test(words),
    agrees: AGREES.test(words),
    asksOnly: ASKS_ONLY.test(words),
    tried: /\b(?:tried|did|done|can't|won't let|haven't got)\b/i.test(words),
  };
});

const denies = remembered((move: Move): boolean => DENIES.test(ownSpeech(move)));

/** How far a member's move stands against what another said: above 0 it does. */
export function opposes(move: Move, other: Move): number {
  if (!byMember(move) || !byMember(other) || move.name === other.name) return Number.NEGATIVE_INFINITY;
  const signs = signsAgainst(move);
  let sum = -1;
  sum += 1.5 * leansTo(move, 'disagreement', 'challenge');
  if (signs.otherwise) sum += 1;
  if (signs.plainly) sum += 0.6;
  if (signs.makesAbsurd) sum += 0.6;
  if (signs.begins) sum += 0.8;
  if (turnsTo(move, other.name)) sum += 0.5;
  if (signs.atYou) sum += 0.4;
  const shared = sharedStems(move, other);
  if (shared.length > 0) sum += 0.3;
  if (shared.some((stem) => signs.thrownBack?.includes(stem))) sum += 0.8;
  // The same matter, and where one says yes the other says no.
  if (shared.length > 0 && denies(move) !== denies(other)) sum += 0.2;
  if (signs.heat) sum += 0.4;
  if (signs.agrees) sum -= 1.5;
  if (signs.asksOnly) sum -= 0.6;
  sum -= leansTo(move, 'support', 'same-boat') * 0.8;
  if (leansTo(other, 'advice') > 0.5 && signs.tried) sum -= 1;
  if (move.talk.wordCount <= 2) sum -= 0.8;
  return sum;
}

/** Two members at odds, right before a worker's move. */
export interface Difference {
  /** The last two turns that stand against each other. */
  readonly first: Move;
  readonly second: Move;
  /** How many turns stand against another. */
  readonly turns: number;
  /** How sure it is: the sum over the surest two. */
  readonly sure: number;
  readonly heat: boolean;
  /** One of them speaks of what the other does or is, not of a matter that both look at. */
  readonly personal: boolean;
  /** How many turns the two go to and fro without a third voice between, up to the last one that stands against another. */
  readonly duel: number;
}

/**
 * What members differ about before `at`, at most `within` moves back and none of the worker's between.
 * @param least how surely one must stand against the other; below 0 is a doubt, for those who have more to go by
 */
export const differenceBefore = (
  group: Group,
  at: number,
  within: number,
  least = 0,
): Difference | undefined => {
  const found: { first: Move; second: Move; sure: number }[] = [];
  for (let i = at - 1; i >= Math.max(1, at - within); i--) {
    const second = group.moves[i]!;
    if (second.byWorker) {
      if (found.length > 0 || second.talk.wordCount > 6) break;
      continue;
    }
    let best: { first: Move; second: Move; sure: number } | undefined;
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
      const first = group.moves[j]!;
      if (first.byWorker) break;
      if (first.talk.wordCount < 3) continue;
      const far = i - 1 - j;
      if (far > 0 && !turnsTo(second, first.name) && sharedStems(second, first).length === 0) continue;
      const sure = opposes(second, first) - 0.3 * far;
      if (best === undefined || sure > best.sure) best = { first, second, sure };
    }
    if (best && best.sure > least) found.push(best);
  }
  const [last] = found;
  if (last === undefined || at - last.second.index > 4) return undefined;
  const sides = new Set([last.first.name, last.second.name]);
  const theirs = found.filter(({ first, second }) => sides.has(first.name) && sides.has(second.name));
  const sure = theirs
    .map((one) => one.sure)
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, one) => sum + one, 0);
  let duel = 0;
  for (let i = last.second.index; i >= 0 && sides.has(group.moves[i]!.name); i--)
    if (group.moves[i]!.name !== group.moves[i + 1]?.name) duel++;
  return {
    first: last.first,
    second: last.second,
    duel,
    turns: theirs.length,
    sure,
    personal: theirs.some(({ second }) => AT_YOU.test(ownSpeech(second))),
    heat: theirs.some(({ second }) => HEAT.test(ownSpeech(second))) || theirs.length >= 3,
  };
};

/** Takes the edge off: both, nobody, each their own, good points, calm. */
const SMOOTHS =
  /\b(?:(?:you|ye|they|you're|ye're|they're|you've|they've|both) (?:two |are |both |have |of you ){0,3}(?:both |such )?(?:right|sweethearts?|good points?|got a point|have a point|worn out|mean well|lovely|tired|grafters|boys|grown|friends|adults|fond)|(?:you|ye)(?:'re| are) both|(?:both|two) (?:are |were |of you (?:are |have )?|sides |have |positions ){0,3}(?:right|good|good points|true|valid|fine|a point)|both good points|(?:that's|those are|both (?:things |views |of those |ways )?(?:are )?) ?(?:all )?(?:both )?(?:valid|fair|fine)|(?:merit|truth|sense|something) in (?:both|what you both)|a (?:bit|little|grain|kernel) of (?:both|truth)|(?:very )?personal (?:decision|choice|thing|matter)|up to (?:each|every)\w*|good points|agree to (?:disagree|differ)|(?:no|nobody's|no one's|not) (?:a )?(?:right or wrong|wrong|wrong answers?|wrong way|wrong one)|no wrong (?:one|way|answer)s?|nobody(?:'s| is) (?:right|wrong)|(?:every(?:one|body|\s\p{L}+)|each one|we)(?:'s|'re| is| are| has)? (?:all )?(?:got (?:her|his|their) own way|different|entitled|her own|his own)|own way|each to (?:his|her|their|your) own|different strokes|takes all sorts|(?:whatever|what) works for (?:you|each)|somewhere in (?:the middle|between)|two sides to|not fall out|all friends|same (?:side|team|boat here)|let's (?:not|all|be|keep|calm|leave)|calm down|settle down|take it easy|easy now|now now|be nice|enough of that|that's enough)\b/iu;
/** What all of them are to each other, called up when two are not; and that it is for each to say. */
const UNITES =
  /\b(?:(?:we|you|ye|yous)(?:'re| are)?(?: all| both| just){0,2} (?:friends|brothers|sisters|family|mates|adults|elders|mothers|fathers|neighbours|here (?:for|to|because)|a (?:team|family)|one (?:family|team|people))|(?:no|not|without|any|bring a|need for) (?:quarrel\w*|fight\w*|row\w*|argu\w+|politics|trading|bickering|drama)|(?:a |it's a )?(?:small|little|silly) thing|peace|good vibes|gently|be (?:kind|calm|gentle|nice|friends|careful)|careful with|shake hands|matter of taste|horses for courses|depends on (?:the|each|every|your)|(?:for|up to) (?:each|every)\w*(?: \w+){0,2} to (?:say|choose|decide)|(?:in|has) (?:its|their|his|her|your) own (?:way|truth)|each (?:in|has|with)|like different things|room for every\w*|both (?:great|lovely|important|valid|fine|good|true)|both\b[^.?!]{0,30}\b(?:correct|right(?! (?:where|here|there|now))|true|good|fine|valid|lovely|made your points?|best)|(?:lovely|good|something|sense) in both|(?:only|all|both) want (?:what's|the|the very)? ?(?:best|same)|depends (?:on|with)|one (?:hall|house|people|family|big family)|at the end of the day)\b/i;
/** Something to eat or drink, in the middle of a quarrel. */
const TREATS =
  /\b(?:kettle|tea|brew|slices?|loaf|biscuits?|bikkies?|cookies?|cakes?|coffee|water|juice|sandwich\w*|buns?|sweets|fruit|snacks?|pizza|eat|drink|treats?)\b/i;
/** Sounds made to quiet people. */
const QUIETS =
  /^(?:(?:ah|oh|well|okay|ok|now|right)[, ]+)*(?:all right,? all right|hey,? hey|okay,? okay|ok,? ok|now,? now|ah now|easy|whoa|come on|guys|ladies|gentlemen|folks|hey\b)/i;
/** A difference set down with a place to take it up again is held, not closed. */
const KEEPS =
  /\b(?:come back to|hold (?:on to )?(?:that|both|those|it there)|keep (?:both|that|those|all)|park (?:it|that) (?:and|till|until|for)|pick (?:it|that|this) up|stay with (?:that|it)|not (?:so )?fast)\b/i;

/** What a worker's move shows of closing a difference, whosever it is. */
const signsOfClosing = remembered((move: Move) => {
  const words = ownSpeech(move);
  return {
    smooths: SMOOTHS.test(words),
    unites: UNITES.test(words),
    treats: TREATS.test(words),
    quiets: QUIETS.test(words),
    keeps: KEEPS.test(words),
  };
});

/** How far a worker's move takes the edge off a difference, as parts: each above 0 closes it, below 0 holds it. */
export function closesDifference(
  group: Group,
  move: Move,
  difference: Difference,
): { readonly name: string; readonly weight: number; readonly holds: boolean | number }[] {
  const { first, second } = difference;
  const signs = signsOfClosing(move);
  const both = turnsTo(move, first.name) && turnsTo(move, second.name);
  const one = turnsTo(move, first.name) !== turnsTo(move, second.name);
  const shares = sharedStems(move, first).length + sharedStems(move, second).length;
  const { addressee } = move.talk;
  // "Romario, you said you didn't price yours" opens something to a third one, and it is not this.
  const calledAway =
    addressee.kind === 'person' &&
    ![first.name, second.name].some((name) => addressee.names.includes(name)) &&
    shares === 0;
  const since = movesBetween(group, second.index + 1, move.index - 1).filter(
    (between) => byMember(between) && between.name !== first.name && between.name !== second.name,
  );
  return [
    {
      name: 'another has brought something since',
      weight: -1.6,
      holds: since.some(
        (between) =>
          between.talk.wordCount >= 8 &&
          sharedStems(between, first).length + sharedStems(between, second).length === 0,
      ),
    },
    { name: 'she takes the edge off', weight: 1.6, holds: signs.smooths },
    {
      name: 'she says what binds them, or that it is a matter of taste',
      weight: 1.2,
      holds: signs.unites,
    },
    { name: 'the tagger hears smoothing', weight: 1.6, holds: leansTo(move, 'smoothing') },
    { name: 'she offers something to eat or drink', weight: 0.8, holds: signs.treats },
    { name: 'she quiets them', weight: 0.8, holds: signs.quiets },
    { name: 'she goes on to something else', weight: 1, holds: movesOn(move) },
    {
      name: 'the tagger hears her leave the subject',
      weight: 0.7,
      holds: shares === 0 ? leansTo(move, 'shift', 'agenda', 'procedure') : 0,
    },
    { name: 'she says who is right', weight: 0.8, holds: one ? leansTo(move, 'judging') : 0 },
    { name: 'nothing of what they said is in it', weight: 0.5, holds: shares === 0 && !both },
    { name: 'she keeps it', weight: -2, holds: signs.keeps },
    { name: 'she names both sides', weight: -1.6, holds: both && !signs.smooths },
    {
      name: 'she opens it to the others',
      weight: -4,
      holds: !calledAway && opensMatter(group, move, first.index) && !signs.smooths && !signs.unites,
    },
    {
      name: 'she names what goes on, or asks after it',
      weight: -1.4,
      holds: Math.min(1, staysWith(move, second) / 1.6),
    },
    { name: 'the two, or others, go on with it', weight: -2.4, holds: goesOn(group, move.index, difference) },
  ];
}

/** One of the two holds on to it within three turns, or somebody else takes a side. */
function goesOn(group: Group, at: number, { first, second }: Difference): boolean {
  const after = movesBetween(group, at + 1, at + 3);
  const stillAtIt = after.filter(
    (next) =>
      (next.name === first.name && turnsTo(next, second.name)) ||
      (next.name === second.name && turnsTo(next, first.name)),
  );
  if (stillAtIt.length >= 2) return true;
  return after.some((next) => {
    if (!byMember(next)) return false;
    const theirs = next.name === first.name ? second : next.name === second.name ? first : undefined;
    if (theirs) return opposes(next, theirs) > 0.2 && turnsTo(next, theirs.name);
    return (
      (turnsTo(next, first.name) || turnsTo(next, second.name)) &&
      sharedStems(next, first).length + sharedStems(next, second).length > 0
    );
  });
}

/** The two members' moves that stand against each other before a worker's; the nearest two where it is not plain. */
export function sidesBefore(
  group: Group,
  at: number,
  within: number,
  { near, other }: Scene,
): { readonly first: Move; readonly second: Move } | undefined {
  return differenceBefore(group, at, within, DOUBT) ?? (other && { first: other, second: near });
}

/** Where something tells that there is a difference, a faint one is enough. */
const DOUBT = -0.7;
