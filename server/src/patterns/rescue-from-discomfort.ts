import { byMember, firstAfter, invites, lastBefore, movesBetween, ownSpeech, readsAs, silenceBefore } from '../group/sequence.ts';
import type { Group, Move } from '../group/model.ts';
import { does } from '../talk/model.ts';
import { quoted } from './lines.ts';
import type { Pattern } from './model.ts';

/** Ways of letting somebody off. Looked for only where somebody is in fact being asked, or struggles. */
const LETS_OFF =
  /\b(?:(?:give|leave|let|spare|excuse) (?:\w+ ){1,3}?(?:a (?:break|rest|breather|minute|moment)|be\b|alone|off|there\b|go\b|some (?:space|room|peace))|go (?:easy|gently|gentle) (?:on|with)|(?:doesn't|don't|needn't|does not) (?:have|need) to (?:answer|explain|say|talk|go into|defend|justify)|needn't (?:answer|explain|say)|(?:been|gone) through (?:quite )?(?:enough|a lot|plenty)|(?:had|done|given us|said|heard) (?:more than )?(?:enough|plenty)|(?:that's|that is) (?:enough|plenty) (?:for|from)|on the spot|what \w+ (?:means|meant|is saying|was saying|'s trying|is trying|was trying)|(?:won't|not|don't|wouldn't|let's not) (?:\w+ )?(?:push|press|grill|interrogate|corner|gang up|pick on|put pressure|be (?:too )?hard)|(?:is|'s|are) (?:doing|trying) (?:his|her|their|the) (?:very )?best|(?:tired|fragile|sensitive|upset|under a lot|got a lot on|a lot on (?:his|her) plate|having a (?:hard|rough|bad) (?:time|week|day)|had a (?:hard|rough|bad|long) (?:time|week|day)))\b/i;
/** The choice is left where it belongs. */
const LEFT_TO_THEM =
  /\b(?:up to (?:you|him|her|them)|your (?:call|choice)|if you(?:'d)? (?:want|like|rather|prefer)|do you want|would you (?:like|rather)|you (?:can|could|may) (?:say|tell|pass|choose|decide)|whichever|say when|in your own time|when you're ready)\b/i;
/** They have said themselves that it is enough. */
const ASKS_TO_STOP =
  /\b(?:(?:don't|do not|didn't) (?:want|wanna) to|(?:can we|let's|can i) (?:stop|leave|drop|change|pass|skip|move)|(?:i'd|i would) rather not|rather not|i'll pass|pass on|leave it|drop it|not today|that's enough|i've had enough|no more|can't talk|not ready|i can't do this|please stop|stop it)\b/i;
/** An attack is another matter: it has to be stopped (catalogue F). */
const ATTACK = /\b(?:shut up|piss off|fuck|bitch|bastard|idiot|moron|stupid|liar|thick|scum|disgusting|pathetic|hate you|kill)\b/i;

interface Pressure {
  /** The one who is asked, challenged, or struggles. */
  readonly on: string;
  /** The move that shows it. */
  readonly move: Move;
  readonly by?: string;
}

/** The member whom a member's question or challenge is meant for: named, or else the one who spoke last. */
function pressedBy(group: Group, move: Move): string | undefined {
  if (!byMember(move)) return undefined;
  const asks = does(move.talk, 'question-open', 'question-closed');
  if (!asks && !does(move.talk, 'challenge', 'disagreement')) return undefined;
  const { kind, names } = move.talk.addressee;
  if (kind === 'person') return names.find((name) => name !== move.name && group.spoke.has(name));
  if (kind !== 'unknown' || !/\byou(?:r|'re|'ve|'d|'ll)?\b/i.test(ownSpeech(move))) return undefined;
  const before = lastBefore(group, move.index, 2, (one) => one.byWorker || one.name !== move.name);
  return before && byMember(before) ? before.name : undefined;
}

/** Peer pressure on somebody within three turns, or somebody who struggles right before. */
function pressureBefore(group: Group, at: number): Pressure | undefined {
  const pressing = lastBefore(group, at, 3, (one) => pressedBy(group, one) !== undefined);
  const on = pressing && pressedBy(group, pressing);
  if (pressing && on) return { on, move: pressing, by: pressing.name };
  const move = group.moves[at]!;
  const last = lastBefore(group, at, 1, byMember);
  if (last === undefined) return undefined;
  const falters = silenceBefore(move).marked || last.turn.cut.end || last.turn.nonverbal.some((act) => act.kind === 'crying' || act.kind === 'sigh' || act.kind === 'silence');
  const shows = [...last.turn.nonverbal, ...move.before.flatMap((event) => event.acts)].some((act) => act.kind === 'crying' || /\b(?:looks? (?:down|away|at (?:the|her|his) (?:floor|hands|lap|shoes))|swallow|tears|red|blush|shak)/i.test(act.text));
  return falters || shows || does(last.talk, 'dread') ? { on: last.name, move: last } : undefined;
}

export const pattern: Pattern = {
  id: 'rescue-from-discomfort',
  name: 'Rescuing',
  family: 'WORK',
  core: false,
  severity: 'warning',
  dynamics: ['MD', 'IP'],
  skills: ['backing-demand', 'asking-permission', 'making-room'],
  question: 'Whose discomfort was it that needed to stop?',
  page: {
    looksLike:
      'A member asks another something real, or somebody is struggling for words, and the worker steps in: she’s been through enough, what Paul means is, let’s leave him be.',
    matters:
      'To be asked something by one’s peers is a kind of respect. When the worker answers for somebody, they lose the chance to, and the one who asked learns not to do it again.',
    fine: 'The member has asked to stop. It was an attack. Somebody is overwhelmed. The worker says that one may pass, and leaves it to the member.',
  },
  sources: ['77', 'c'],
  silentIn: ['cool-down', 'limited-speech'],
  thresholds: { minWords: { default: 4, why: 'A shorter turn is a murmur rather than a rescue (ours).' } },
  reach: { before: 6, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (move.talk.wordCount < threshold('minWords')) return [];
    if (invites(move) || does(move.talk, 'process', 'waiting', 'repair', 'rehearsal')) return [];
    const pressure = pressureBefore(group, at);
    if (pressure === undefined) return [];
    const words = ownSpeech(move);
    const spokenOf = move.talk.mentions.filter((mention) => mention.name === pressure.on);
    const about = spokenOf.some((mention) => !mention.vocative);
    const toThem = move.talk.addressee.names.includes(pressure.on);
    // Put to the person it concerns, it is an offer; so is anything that leaves the choice with them.
    if (LEFT_TO_THEM.test(words) || (/\?/.test(words) && (toThem || about))) return [];
    const theirs = movesBetween(group, at - 4, at - 1).filter((one) => one.name === pressure.on);
    if (theirs.some((one) => ASKS_TO_STOP.test(ownSpeech(one)))) return [];
    if (does(pressure.move.talk, 'demeaning') || ATTACK.test(ownSpeech(pressure.move))) return [];
    const excuses = LETS_OFF.exec(words);
    const heard = readsAs(move, 'excusing');
    const answeredFor = pressure.by !== undefined && pressure.move.index === at - 1 && about && move.talk.wordCount >= 6 && !does(move.talk, 'linking', 'reflection', 'scolding', 'question-open', 'question-closed');
    const named = about || toThem || /\b(?:he|she|him|her|they|them|you)\b/i.test(words);
    if (!((excuses && named) || (heard && (about || toThem)) || answeredFor)) return [];
    const span = excuses ? { start: excuses.index, end: excuses.index + excuses[0].length } : heard ? { start: heard.start, end: heard.end } : undefined;
    const answersYet = firstAfter(group, at, 1, (next) => next.name === pressure.on && next.talk.wordCount >= 8);
    // They take no notice and answer for themselves.
    if (answersYet && pressure.by !== undefined) return [];
    const what = pressure.by
      ? `${pressure.by} puts something to ${pressure.on} at turn ${pressure.move.index + 1}, and the worker steps in`
      : `${pressure.on} is having a hard time with it at turn ${pressure.move.index + 1}, and the worker closes the matter`;
    return [
      {
        at,
        to: at,
        ...(span ? { span } : {}),
        evidence: [{ at: pressure.move.index, shows: pressure.by ? `${pressure.by} asks something of ${pressure.on}` : `${pressure.on} struggles` }],
        message: `${what}. Members may have had something to expect of each other here, and ${pressure.on} something to say to it. What would ${pressure.on} have chosen: more time with this, or less?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const pressing = group.moves[evidence[0]!.at]!;
    const pressure = pressureBefore(group, at);
    const on = pressure?.on ?? pressing.name;
    const by = pressure?.by;
    const words = quoted(pressing);
    return [
      { skill: 'asking-permission', line: `${on}, do you want more time with this, or less?` },
      by
        ? { skill: 'backing-demand', line: `That was hard to ask, ${by}, and hard to hear, ${on}. Let’s not drop it yet. ${on}, what do you hear ${by} asking of you?` }
        : { skill: 'making-room', line: words ? `${on} says ${words}, and it is hard. Who wants to say something to ${on}?` : `This is hard for ${on}. Who wants to say something to ${on}?` },
      { skill: 'making-room', line: `[waits, and looks at ${on} and then round the circle]` },
    ];
  },
};
