import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  movesBetween,
  ownSpeech,
  readsAs,
  sharedStems,
  surest,
  turnsTo,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import type { Pattern } from './model.ts';

/** Holding somebody to their word, to their face; the act of it is heard beside these. */
const CALLS_TO_ACCOUNT =
  /\b(?:(?:you|ye|ya|yous) (?:said|told us|promised|swore) (?:us )?(?:that )?(?:you|ye|yous|last|in\b|on\b|at\b|we\b|this|if\b|it'd)|(?:you|ye|yous) (?:were going to|were gonna|always (?:say|do)|keep (?:saying|doing)|never (?:did|do|said|went|rang|called))|(?:i|we) (?:don't|do not|can't|just don't) (?:believe|buy) (?:it|that|you|a word)|(?:that's|this is) (?:not what you said|what you said last|the (?:third|fourth|same))|what happened to (?:the|your|that)|how (?:many times|come you)|when are you (?:going to|gonna|actually)|be (?:honest|straight) with (?:us|me|yourself)|who are you (?:kidding|trying to)|i expect(?:ed)? (?:you|more|better)|you(?:'re| are) (?:kidding|fooling|hiding|dodging|making excuses))\b/i;
/** Said to the face: "you" begins what is said, or follows a name that is called. */
const TO_THE_FACE =
  /(?:^|[.,!?;:…—–]\s+)(?:(?:and|but|so|no|well|because|cos|look)[, ]+){0,3}(?:you|ye|yous)(?:'re|'ve|'d|'ll)?\b(?! to\b| have to\b| can\b| can't\b| get\b| go\b| could\b| should\b| need\b)/i;
/** An attack is no demand: nothing is asked for but hurt (catalogue D: do not flag). */
const ATTACKS =
  /\b(?:shut (?:up|it)|idiot|moron|liar|pathetic|disgusting|loser|hate you|piece of|stink|ugly|f+u+c+k\w*|stupid (?:cow|bitch|man|woman|old)|bitch|get out|waste of space)\b/i;
/** A denial answers a demand, whatever it goes on to say of the other. */
const DENIES =
  /^(?:(?:no+|well|what|excuse me)[,.!? ]+)*(?:that's not (?:true|fair|what)|not true|i(?:'m| am) not\b|i (?:didn't|never|haven't|wasn't|don't)\b|you don't (?:know|get to)|don't (?:you )?(?:tell|start|talk to) (?:me|on)?)/i;
const EXCUSES =
  /\b(?:go(?:ing)? easy|ease up|gently|(?:let's|let us|please) (?:all )?be (?:fair|kind|gentle|nice|respectful)|(?:a|some) (?:break|breather|rest|space)|been through (?:a lot|enough|so much)|(?:had|has|got|having) (?:enough|a lot|so much|a (?:hard|rough|tough|bad|long)) |(?:a lot|enough|plenty) on (?:his|her|their)|(?:his|her|their) (?:very )?best|(?:not|n't) (?:put|pick on|gang up|push|pressure|press|grill|judge)|on the spot|(?:doesn't|don't|needn't|does not) (?:have|need) to (?:answer|explain|say)|no pressure|not that (?:simple|easy)|it's not easy|in (?:his|her|their|your) own time|when (?:he|she|you)(?:'s|'re| is| are) ready|(?:what|i think) \w+ (?:means|is saying|meant))\b/i;

/** The member whose word is in question, when `challenge` calls a co-member to account. */
function calledToAccount(group: Group, challenge: Move): string | undefined {
  if (!byMember(challenge) || challenge.talk.addressee.kind === 'worker') return undefined;
  const words = ownSpeech(challenge);
  if (
    DENIES.test(words) ||
    ATTACKS.test(words) ||
    does(challenge.talk, 'demeaning') ||
    !/\b(?:you(?:'re|'ve|'d|r)?|ye|yous)\b/i.test(words)
  )
    return undefined;
  const told =
    readsAs(challenge, 'challenge') !== undefined && TO_THE_FACE.test(words) && !/\?\s*$/.test(words);
  if (!CALLS_TO_ACCOUNT.test(words) && !told) return undefined;
  const named = challenge.talk.addressee.names.find(
    (name) => group.present.includes(name) && name !== challenge.name,
  );
  if (named !== undefined) return named;
  // "You" without a name is the one who has just spoken; the worker, if it was she.
  if (does(challenge.talk, 'about-worker')) return undefined;
  const before = lastBefore(
    group,
    challenge.index,
    2,
    (move) => move.name !== challenge.name && !move.talk.backchannel,
  );
  return before && byMember(before) ? before.name : undefined;
}

/** How the worker takes the demand off them; undefined when she leaves it standing. */
function deflection(
  move: Move,
  challenge: Move,
  target: string,
): { readonly how: string; readonly span?: { readonly start: number; readonly end: number } } | undefined {
  const words = ownSpeech(move);
  const asks = /\?\s*$/.test(words);
  const act = surest(move, 'excusing', 'scolding', 'smoothing', 'reassurance', 'shift', 'agenda', 'outside');
  const span = act ? { span: { start: act.start, end: act.end } } : {};
  const of = move.talk.mentions.some((mention) => mention.name === target && !mention.vocative);
  // To excuse takes both names, and so it may sound like a link: a statement that excuses is no invitation.
  if (EXCUSES.test(words) && !asks) return { how: `the worker’s answer takes it off ${target}`, ...span };
  if (invites(move) || does(move.talk, 'process', 'waiting', 'repair')) return undefined;
  if (does(move.talk, 'excusing')) return { how: `the worker’s answer takes it off ${target}`, ...span };
  if (does(move.talk, 'scolding', 'smoothing')) return { how: 'the worker cools it', ...span };
  // To speak of somebody who was asked, and ask nothing, is to answer in their place.
  if (of && !asks && /\b(?:he|she|they)(?:'s|'re|'ll|'d)?\b/i.test(words))
    return { how: `the worker answers for ${target}`, ...span };
  if (does(move.talk, 'reassurance') && turnsTo(move, target))
    return { how: `the worker reassures ${target}`, ...span };
  const staysOn =
    turnsTo(move, challenge.name) ||
    sharedStems(move, challenge).length > 0 ||
    /\b(?:that|this|answer|hear\w*|ask\w*)\b/i.test(words);
  if (asks && !staysOn && turnsTo(move, target))
    return { how: `the worker asks ${target} about something else`, ...span };
  if (does(move.talk, 'shift', 'agenda', 'outside')) return { how: 'the talk goes elsewhere', ...span };
  return undefined;
}

/**
 * Of the catalogue's two forms this is the first. A promise from an earlier session that nobody brings up needs that
 * session's recording, and a pattern sees only one.
 */
export const pattern: Pattern = {
  id: 'missed-mutual-demand',
  name: 'Peer challenge deflected',
  family: 'MISS',
  core: false,
  severity: 'information',
  dynamics: ['MD'],
  skills: ['backing-demand', 'mediating'],
  question: 'What were they asking for, and what might have come of it?',
  page: {
    looksLike:
      'One member holds another to their word: you said you would, I don’t buy that. Before the other can answer, the worker excuses, explains, comforts or goes on to something else.',
    matters:
      'Expecting something of each other is a way of caring that only equals have. When the worker takes it away, one loses the chance to answer and the other learns not to ask.',
    fine: 'It was meant to hurt, and asked for nothing. Somebody else in the group holds on to it. The worker asks what they want to do with it, a pass included.',
  },
  sources: ['S', '14'],
  silentIn: ['cool-down', 'go-round', 'no-crosstalk'],
  thresholds: {
    within: {
      default: 2,
      why: 'Turns back in which the challenge stands; after more it has been answered or dropped. Ours.',
    },
    heldOn: {
      default: 4,
      why: 'Turns in which the members may still come back to it.',
    },
  },
  reach: { before: 6, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const challenge = lastBefore(
      group,
      at,
      threshold('within'),
      (one) => calledToAccount(group, one) !== undefined,
    );
    if (challenge === undefined) return [];
    const target = calledToAccount(group, challenge)!;
    // Each at the other is a quarrel, and no longer one who asks something of another (see conflict-smoothed).
    const before = group.moves[challenge.index - 1];
    if (before?.name === target && calledToAccount(group, before) === challenge.name) return [];
    // Answered, if only in a sentence: then the worker comes after the two, and not between them.
    if (
      movesBetween(group, challenge.index + 1, at - 1).some((one) => one.byWorker || one.talk.wordCount > 6)
    )
      return [];
    const deflected = deflection(move, challenge, target);
    if (deflected === undefined) return [];
    const after = movesBetween(group, at + 1, at + threshold('heldOn'));
    // Held on to by the group, it did not need the worker.
    const others = after.filter((next) => next.name !== target && next.name !== challenge.name);
    if (others.some((next) => calledToAccount(group, next) === target)) return [];
    return [
      {
        at,
        to: at,
        ...(deflected.span ? { span: deflected.span } : {}),
        evidence: [{ at: challenge.index, shows: `${challenge.name} asks something of ${target}` }],
        message: `${challenge.name} holds ${target} to something at turn ${challenge.index + 1}, and ${deflected.how}. Expecting something of one another may have had room here. What was ${challenge.name} asking for, and what might ${target} have answered?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const challenge = group.moves[evidence[0]!.at]!;
    const target = calledToAccount(group, challenge) ?? 'the other';
    return [
      {
        skill: 'backing-demand',
        line: `${target}, ${challenge.name} is asking something of you. Can you hear it now, or do you want a minute?`,
      },
      {
        skill: 'mediating',
        line: `That was hard to say. ${challenge.name}, what do you want from ${target}, and why does it matter to you?`,
      },
      {
        skill: 'backing-demand',
        line: `What do the rest of you expect of ${target} here, and what would help with it?`,
      },
    ];
  },
};
