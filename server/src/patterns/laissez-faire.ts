import type { Group, Move } from '../group/model.ts';
import { byMember, firstAfter, lastBefore, movesBetween, ownSpeech, remembered } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { called, named, othersFor, toldBack } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';

/*
 * Catalogue E names a third case, a drift of twelve turns without the worker. It is left out: a long run of members'
 * talk is mostly what one hopes for, and the words do not tell drifting from free-floating work. What is left is what
 * can be seen: help with the process is asked for and not given, or members go at one another and the worker is not there.
 */

/** Help with how to go on is asked for: not with a trouble at home. */
const ASKS_HELP =
  /\b(?:(?:can(?:'t| not)?|could|will|won't|would) you (?:not |just |please )?(?:help (?:us|me)?|step in|say something|do something|sort (?:it|this|them|us)|stop (?:it|this|them|him|her)|tell (?:him|her|them|us) (?:to|what|how)|decide|chair|get (?:us|them|him|her)|make (?:him|her|them))|(?:aren't|are) you (?:not )?(?:going|supposed|meant) to (?:say|do|help|stop|sort|run)|(?:what|how) (?:do|should|are|shall|can) we (?:supposed to |meant to |going to )?(?:do (?:now|here|next|about|with)|decide|choose|sort|settle|start|go on|get (?:any|out)|begin)|where do we (?:start|go from)|we(?:'re| are) (?:stuck|lost|going (?:round|around|in circles)|getting nowhere|not getting)|we (?:just )?(?:go|keep going) (?:round|around|in circles)|help us|somebody (?:has|needs) to (?:decide|say|stop)|say something|we need (?:some )?help|do something|what are we (?:supposed|meant) to)\b/i;
/** Left with them, and nothing else. */
const LEFT_WITH_THEM =
  /\b(?:up to (?:you|yourselves|the group|all of you)|(?:it's|that's|this is) your (?:group|call|choice|decision|meeting|business|thing)|you(?:'ll)? (?:decide|choose|sort it|work it out|figure it out|know best)|whatever (?:you|suits|works|everyone)|i don't mind|i(?:'m| am) (?:easy|not (?:getting involved|here to|going to say))|as you (?:like|wish|please)|don't (?:ask|look at) me|over to you|yours to (?:sort|decide|settle)|not for me to say|between (?:you|yourselves))\b/i;
/** She lends a hand with it: names where they are, sets out the plans, asks. */
const LENDS_A_HAND =
  /\?|\b(?:stuck|two (?:plans|ideas|ways|things)|so far|on the one|what i(?:'m| am)? hear\w*|let's (?:lay|look|take|slow|try)|slow\w*|one at a time|pause|hold on|first|each of you|start with)\b/i;
/** She has said that she would stay out of it. */
const STAYS_OUT =
  /\b(?:(?:i(?:'ll| will|'m going to)|i am going to|let me) (?:sit back|stay out|keep (?:quiet|out|my mouth)|leave you to|be quiet|just listen|say nothing|step back)|yours (?:today|tonight|this week|to run|to chair)|you(?:'re| are) (?:running|chairing|in charge)|without me|i won't (?:say|step|be))\b/i;
/** Somebody takes it in hand. */
const MEMBERS_HANDLE =
  /\b(?:let's|how about|what if we|shall we|we could|i(?:'d)? (?:say|suggest|vote|propose) we|why don't we|(?:hang|hold) on|one at a time|leave (?:him|her|them|it|\p{Lu}\p{L}+)|that's enough|enough|stop it|give (?:him|her|it|them) a|calm|ease (?:up|off)|back off|not fair on|listen to (?:him|her)|can we (?:all|just|stop|hear)|i(?:'ll| can) (?:start|go first|write|chair|count)|first (?:we|off)|i(?:'m| am) sorry|didn't mean|fair enough)\b/iu;
/** At somebody, and hard. */
const ATTACKS =
  /\b(?:you(?:'re| are) (?:a |an |just |such |always |so |full of |the )*(?:liar|joke|selfish|lazy|pathetic|useless|drunk|disgrace|coward|mess|lying|full|worst|thick|stupid|idiot|moron|waste|kidding|fake|hypocrite)|shut (?:up|your)|fuck (?:off|you)|piss off|sick of (?:you|your|him|her|hearing)|nobody (?:wants|likes|asked|cares)|you (?:disgust|make me sick)|grow up|get out|you always|you never|who do you think you|your (?:own )?fault|what(?:'s| is) wrong with you|how dare)\b/i;

const asksForHelp = remembered((move: Move): boolean => {
  if (!byMember(move) || move.talk.addressee.kind === 'person') return false;
  return (
    ASKS_HELP.test(ownSpeech(move)) &&
    !/\b(?:my|his|her) (?:son|daughter|husband|wife|mother|mum|dad|boss|landlord|doctor|sister|brother)\b/i.test(
      move.turn.words,
    )
  );
});

function handled(moves: readonly Move[]): boolean {
  return moves.some((move) => byMember(move) && MEMBERS_HANDLE.test(ownSpeech(move)) && !isAttack(move));
}

const isAttack = remembered((move: Move): boolean => {
  return (
    byMember(move) &&
    (ATTACKS.test(ownSpeech(move)) ||
      (does(move.talk, 'challenge', 'demeaning') &&
        /\byou(?:r|'re|'ve)?\b/i.test(ownSpeech(move)) &&
        /!|\b(?:never|always|liar|lying|nobody|own)\b/i.test(ownSpeech(move))))
  );
});

function saidSheStaysOut(group: Group, at: number): boolean {
  return movesBetween(group, at - 30, at).some((move) => move.byWorker && STAYS_OUT.test(ownSpeech(move)));
}

/** Help is asked for, and the worker leaves it with them. */
function leftWithThem(group: Group, at: number, handledWithin: number): Sighting[] {
  const move = group.moves[at]!;
  const words = ownSpeech(move);
  const left = LEFT_WITH_THEM.exec(words);
  if (left === null || move.talk.wordCount > 14 || LENDS_A_HAND.test(words)) return [];
  const ask = lastBefore(group, at, 3, asksForHelp);
  if (ask === undefined || saidSheStaysOut(group, at)) return [];
  const next = firstAfter(group, at, 4, (one) => one.byWorker);
  if (
    next &&
    (LENDS_A_HAND.test(ownSpeech(next)) || does(next.talk, 'opening')) &&
    !/\bhands\b/i.test(ownSpeech(next))
  )
    return [];
  if (handled(movesBetween(group, at + 1, at + handledWithin))) return [];
  return [
    {
      at,
      to: at,
      span: { start: 0, end: move.turn.words.length },
      evidence: [{ at: ask.index, shows: `${ask.name} asks for help with how to go on` }],
      message: `At turn ${ask.index + 1} ${ask.name} asks for help with how the group goes on, and the worker leaves it with them. Theirs to decide it is; help with the deciding may have had room. What were they stuck between?`,
    },
  ];
}

/** Help is asked for, and no word of the worker's comes. */
function leftUnanswered(group: Group, at: number, silentFor: number): Sighting[] {
  const ask = group.moves[at]!;
  if (!asksForHelp(ask) || saidSheStaysOut(group, at)) return [];
  const next = movesBetween(group, at + 1, at + silentFor);
  // Where the record stops, nobody can tell what she did.
  if (next.length < silentFor || next.some((move) => move.byWorker || asksForHelp(move)) || handled(next))
    return [];
  return [
    {
      at,
      to: at,
      evidence: [{ at: next[next.length - 1]!.index, shows: 'still no word of the worker' }],
      message: `At turn ${at + 1} ${ask.name} asks for help with how the group goes on, and in the next ${silentFor} turns the worker does not speak. Help with the deciding may have had room. What were they stuck between?`,
    },
  ];
}

/** Members go at one another, and the worker is not there. */
function leftToFight(group: Group, at: number, silentFor: number, attacks: number): Sighting[] {
  const first = group.moves[at]!;
  if (!isAttack(first)) return [];
  const earlier = movesBetween(group, at - 6, at - 1);
  if (earlier.slice(earlier.map((move) => move.byWorker).lastIndexOf(true) + 1).some(isAttack)) return [];
  const run = movesBetween(group, at, at + silentFor - 1);
  if (run.length < silentFor || run.some((move) => move.byWorker)) return [];
  const shots = run.filter(isAttack);
  if (
    shots.length < attacks ||
    handled(run) ||
    run.some((move) => does(move.talk, 'support')) ||
    saidSheStaysOut(group, at)
  )
    return [];
  const names = [...new Set(shots.map((move) => move.name))];
  return [
    {
      at,
      to: at,
      evidence: shots.slice(1, 5).map((move) => ({ at: move.index, shows: `${move.name} goes on` })),
      message: `From turn ${at + 1} on ${named(names)} ${names.length === 1 ? 'goes' : 'go'} at somebody here for ${run.length} turns, and no word of the worker’s is recorded. Holding it, so that it could be worked with, may have had room. What would have let them hear each other?`,
    },
  ];
}

export const pattern: Pattern = {
  id: 'laissez-faire',
  name: 'Authority abandoned',
  family: 'AUTH',
  core: false,
  severity: 'warning',
  dynamics: ['MS', 'DP'],
  skills: ['mediating', 'reaching-for-consensus', 'verbalising-norms'],
  question: 'What were they stuck between?',
  page: {
    looksLike:
      'Members say that they are stuck and ask for help with how to go on, and hear that it is up to them. Or they go at each other for a long while, and the worker says nothing.',
    matters:
      'Sharing authority is not leaving. A group that is handed its own affairs may still need a hand with handling them: somebody who slows it, lays out both plans, keeps it safe enough.',
    fine: 'Members are handling it. The worker had said that she would stay out. The question is turned back with help: what are the two plans, who sees it how. A long stretch of members’ talk that needs nobody.',
  },
  sources: ['7'],
  silentIn: [],
  thresholds: {
    handledWithin: { default: 4, why: 'Turns in which members may take it in hand (ours).' },
    silentFor: { default: 8, why: 'Turns without the worker after help was asked for; ours.' },
    fightFor: { default: 12, why: 'Turns of an attack without the worker.' },
    attacks: { default: 4, why: 'Of those: turns at somebody; ours.' },
  },
  reach: { before: 32, after: 16 },
  of: 'any',
  // Links and questions on other matters are no help with this one; what helps is looked for here.
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (move.byWorker) return leftWithThem(group, at, threshold('handledWithin'));
    const unanswered = leftUnanswered(group, at, threshold('silentFor'));
    return unanswered.length > 0
      ? unanswered
      : leftToFight(group, at, threshold('fightFor'), threshold('attacks'));
  },
  alternatives: (group, { at, evidence }) => {
    const here = group.moves[at]!;
    const asks = [here, ...evidence.map((one) => group.moves[one.at]!)].find(asksForHelp);
    const told = toldBack(asks);
    const others = othersFor(group, asks ?? here, asks ? [asks.name] : []);
    return [
      {
        skill: 'mediating',
        line: `${told ? `${told} ` : ''}Let’s stop a minute. What are we stuck between? Who’ll put one side, and who the other?`,
      },
      {
        skill: 'reaching-for-consensus',
        line: `It’s yours to settle, and I’ll help you settle it. ${called(others) || 'Everyone'}, what could you live with?`,
      },
      {
        skill: 'verbalising-norms',
        line: asks
          ? `${asks.name} is asking us for something. How do we want to decide things in here?`
          : 'Stop a moment, all of us. Is this how we want to speak to each other?',
      },
    ];
  },
};
