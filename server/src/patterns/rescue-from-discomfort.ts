import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  firstAfter,
  lastBefore,
  movesBetween,
  ownSpeech,
  readsAs,
  speaksOfSelf,
  turnsTo,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/**
 * Ways of letting somebody off, or of saying for them how it is with them. They count only about a member who is
 * present and has just been asked, or has just spoken.
 */
const LETS_OFF =
  /(?<!\b(?:don't|not|never|won't|wouldn't|didn't) )\b(?:(?:give|leave|let|spare|excuse) (?:\w+ ){1,3}?(?:a (?:break|rest|breather|minute|moment)|be\b|off|there\b|(?<!let you )go\b|sit (?:this|that)|catch|some (?:space|room|peace))|sit (?:this|that)(?: one)? out|(?<!to )(?:go|be) (?:easy|gently|gentle|fair|kind|nice) (?:on|with|to)|(?:doesn't|don't|needn't|does not|do not) (?:have|need) to (?:answer|explain|say|talk|speak|go into|defend|justify)|needn't (?:answer|explain|say)|(?:been|gone) through (?:quite )?(?:enough|a lot|plenty)|(?:had|done|given us|said|heard|told us|been (?:\w+)) (?:more than )?(?:a )?(?:long )?(?:enough|plenty)|(?:enough|plenty) (?:for|from) (?:one|him|her|\w+ for one)|on the spot|(?:won't|not|don't|wouldn't|let's not|nobody's going to) (?:\w+ )?(?:push|press|grill|ask|interrogate|corner|gang up|pick on|put pressure|hold \w+ to|be (?:too )?hard)|(?:is|'s|are) (?:only )?(?:doing|trying) (?:his|her|their|the) (?:very )?best)\b/i;
/** What somebody else means, said for them. */
const SAYS_FOR =
  /\b(?:what \w+(?:'s| is| was)? (?:means|meant|saying|trying to say|getting at|feeling)\b|(?:is|was|'s) (?:only )?(?:trying|trying to say) (?:to say )?(?:that|is)\b)/i;
/** A member's state, told to the others in that member's hearing. */
const STATE_OF =
  /(?:'s| is| has| was)(?: (?:a|only|just|very|so|really|quite|such a|got|had|under|having|still|bound to be|had a)){0,4} (?:tired|exhausted|worn out|fragile|sensitive|shy|quiet (?:person|one|lad|girl)|upset|afraid|scared|emotional|not (?:ready|himself|herself)|lot (?:on|of (?:strain|stress|pressure))|joking|(?:hard|rough|bad|long|terrible|awful) (?:time|week|day|night|month|year))\b/i;
/** Finding for one side is another thing (catalogue F). */
const RULES =
  /(?:'s| is| has| was) (?:quite |absolutely |not )?(?:right|correct|wrong|a (?:good )?point|fair)\b/i;
/** The choice is left where it belongs. */
const LEFT_TO_THEM =
  /\b(?:up to (?:you|him|her|them)|(?:your|his|her) (?:call|choice)|if (?:you|he|she)(?:'d)? (?:wants?|likes?|rather|prefers?)|do you want|would you (?:like|rather)|you (?:can|could|may) (?:say|tell|pass|choose|decide)|whichever|say when|in (?:your|his|her) own time|when (?:you're|he's|she's) ready)\b/i;
/** They have said themselves that it is enough. */
const ASKS_TO_STOP =
  /\b(?:(?:don't|do not) (?:want|wanna) to (?:talk|say|answer|go|do|discuss|get)|(?:can we|let's|can i) (?:stop|leave|drop|change|pass|skip|move)|(?:i'd|i would) rather not|rather not|i'll pass|pass on|drop it|not today|that's enough|i've had enough|no more of|can't talk|not ready|i can't do this|please stop|stop it)\b/i;
/** An attack is another matter: it has to be stopped (catalogue F). */
const ATTACK =
  /\b(?:shut up|piss off|fuck (?:off|you)|bitch|bastard|idiot|moron|liar|scum|disgusting|pathetic|hate you|you people)\b/i;

/**
 * The member for whom a question or a challenge between members is meant: called, or asked about, or else whose story it
 * follows.
 */
function pressedBy(group: Group, move: Move): string | undefined {
  if (!byMember(move)) return undefined;
  if (!/\?/.test(move.turn.words) && !does(move.talk, 'challenge', 'disagreement')) return undefined;
  const { names, by } = move.talk.addressee;
  // Whom an answer answers is a reading; it presses nobody.
  const kind = by === 'answer' ? 'unknown' : move.talk.addressee.kind;
  const asksAbout = move.talk.mentions.find(
    (mention) => group.present.includes(mention.name) && /^[^.!]*\?/.test(move.turn.words.slice(mention.end)),
  );
  if (kind !== 'person' && asksAbout) return asksAbout.name;
  if (kind === 'person') return names.find((name) => name !== move.name && group.present.includes(name));
  if (
    kind !== 'unknown' ||
    does(move.talk, 'to-worker', 'about-worker') ||
    !/\byou(?:r|'re|'ve|'d|'ll)?\b/i.test(ownSpeech(move))
  )
    return undefined;
  const others = movesBetween(group, move.index - 4, move.index - 1)
    .filter((one) => byMember(one) && one.name !== move.name)
    .reverse();
  return (others.find((one) => speaksOfSelf(one) && one.talk.wordCount >= 4) ?? others[0])?.name;
}

interface Rescue {
  readonly on: string;
  /** The move in which they were asked, or in which they last spoke. */
  readonly hard: Move;
  readonly by?: string;
  readonly span?: { readonly start: number; readonly end: number };
}

/** Whom the worker's move lets off, and from what; undefined where it does not. */
function rescueIn(group: Group, at: number): Rescue | undefined {
  const move = group.moves[at]!;
  const words = ownSpeech(move);
  const heard = readsAs(move, 'excusing');
  const names = move.talk.mentions.some((mention) => !mention.vocative);
  // Most turns are dismissed here, before anybody else's turn is looked at.
  if (!heard && !names && !LETS_OFF.test(words) && !SAYS_FOR.test(words) && !STATE_OF.test(words))
    return undefined;
  const pressing = lastBefore(group, at, 3, (one) => pressedBy(group, one) !== undefined);
  const pressed = pressing && pressedBy(group, pressing);
  for (const sentence of sentencesOf(words)) {
    if (/\?["”’']?$/.test(sentence.text)) continue;
    const excuses = LETS_OFF.test(sentence.text) || SAYS_FOR.test(sentence.text);
    const tells = STATE_OF.test(sentence.text);
    const act = heard?.start === sentence.start;
    if (!excuses && !tells && !act) continue;
    const on =
      spokenOf(group, move, sentence) ??
      (excuses || tells ? pointedAt(group, move, sentence, pressed) : undefined);
    if (on === undefined) continue;
    // Once they have spoken, the question is no longer open.
    const asked =
      on === pressed && !movesBetween(group, pressing!.index + 1, at - 1).some((one) => one.name === on)
        ? pressing
        : undefined;
    const hard =
      asked ??
      lastBefore(
        group,
        at,
        excuses ? 10 : 3,
        (one) => one.name === on || one.talk.mentions.some(({ name }) => name === on),
      );
    // A state alone may be sympathy; it is a rescue where something had been asked.
    if (hard === undefined || (!excuses && asked === undefined && !(act && tells))) continue;
    return {
      on,
      hard,
      ...(asked ? { by: asked.name } : {}),
      span: { start: sentence.start, end: sentence.end },
    };
  }
  // Asked by a peer, by name, and it is the worker who answers, about them and not to them.
  const answersFor =
    pressing?.index === at - 1 &&
    pressed !== undefined &&
    turnsTo(pressing, pressed) &&
    move.talk.wordCount >= 6 &&
    move.talk.mentions.some((mention) => mention.name === pressed && !mention.vocative) &&
    move.talk.mentions.every((mention) => mention.name === pressed || mention.vocative) &&
    !RULES.test(words) &&
    !does(move.talk, 'reflection', 'relating', 'question-open', 'question-closed', 'history') &&
    !/\?/.test(words);
  return answersFor ? { on: pressed, hard: pressing, by: pressing.name } : undefined;
}

/** The member of whom a sentence speaks, in the hearing of the others: named in it, and not called. */
function spokenOf(group: Group, move: Move, sentence: Sentence): string | undefined {
  return move.talk.mentions.find(
    (mention) =>
      mention.start >= sentence.start &&
      mention.end <= sentence.end &&
      !mention.vocative &&
      group.present.includes(mention.name),
  )?.name;
}

/** Whom "he" or "she" means: whoever has just been asked, or else the one member named in the turn, or asked not to be asked. */
function pointedAt(
  group: Group,
  move: Move,
  sentence: Sentence,
  pressed: string | undefined,
): string | undefined {
  if (!/\b(?:he|she|him|her)\b/i.test(sentence.text)) return undefined;
  if (pressed !== undefined) return pressed;
  const named = [...new Set(move.talk.mentions.map((mention) => mention.name))].filter((name) =>
    group.present.includes(name),
  );
  if (named.length === 1) return named[0];
  const notAsked =
    /\b(?:let's not|let us not|we'll not|we won't|don't|nobody) (?:\w+ ){0,2}?(?:ask|push|press|grill|put|hold|corner|bother) (?:him|her)\b/i.test(
      sentence.text,
    );
  return notAsked ? lastBefore(group, move.index, 2, byMember)?.name : undefined;
}

export const pattern: Pattern = {
  id: 'rescue-from-discomfort',
  name: 'Rescuing',
  family: 'WORK',
  core: false,
  severity: 'warning',
  dynamics: ['MD', 'IP'],
  skills: ['asking-permission', 'backing-demand', 'making-room', 'exercising-silence'],
  question: 'Whose discomfort was it that needed to stop?',
  page: {
    looksLike:
      'A member asks another something real, or somebody is finding it hard, and the worker steps in: she’s been through enough, what Paul means is, let’s leave him be.',
    matters:
      'To be asked something by one’s peers is a kind of respect. When the worker answers for somebody, they lose the chance to, and the one who asked learns not to do it again. Rescued people often say that they had not wanted rescuing.',
    fine: 'The member has asked to stop. It was an attack. Somebody is overwhelmed. The worker says that one may pass, and leaves it to the member.',
  },
  sources: ['77', 'c'],
  silentIn: ['cool-down', 'limited-speech'],
  yieldsTo: ['scapegoat-rescued-by-scolding'],
  thresholds: { minWords: { default: 4, why: 'A shorter turn is a murmur rather than a rescue (ours).' } },
  reach: { before: 14, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (move.talk.wordCount < threshold('minWords')) return [];
    if (readsAs(move, 'opening', 'redirecting', 'process', 'waiting', 'repair', 'rehearsal')) return [];
    const rescue = rescueIn(group, at);
    if (rescue === undefined || LEFT_TO_THEM.test(ownSpeech(move))) return [];
    const { on, hard, by, span } = rescue;
    const lately = movesBetween(group, at - 3, at - 1);
    if (lately.some((one) => one.name === on && ASKS_TO_STOP.test(ownSpeech(one)))) return [];
    if (
      (by ? [hard] : lately).some(
        (one) => byMember(one) && (does(one.talk, 'demeaning') || ATTACK.test(ownSpeech(one))),
      )
    )
      return [];
    const anyway = firstAfter(group, at, 1, (next) => next.name === on);
    const what = by
      ? `${by} puts something to ${on} at turn ${hard.index + 1}, and the worker answers for ${on}`
      : `The worker steps in for ${on} at turn ${at + 1}`;
    return [
      {
        at,
        to: at,
        ...(span ? { span } : {}),
        evidence: [
          {
            at: hard.index,
            shows: by
              ? `${by} asks something of ${on}`
              : hard.name === on
                ? `${on} has just spoken`
                : `${hard.name} speaks of ${on}`,
          },
          ...(anyway ? [{ at: anyway.index, shows: `${on} speaks all the same` }] : []),
        ],
        message: `${what}. Members may have had something to expect of each other here, and ${on} something to say to it. What would ${on} have chosen: more time with this, or less?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const rescue = rescueIn(group, at);
    const hard = rescue?.hard ?? group.moves[evidence[0]!.at]!;
    const on = rescue?.on ?? hard.name;
    const by = rescue?.by;
    const told = toldBack(lastBefore(group, at, 6, (one) => one.name === on));
    return [
      { skill: 'asking-permission', line: `${on}, do you want more time with this, or less?` },
      by
        ? {
            skill: 'backing-demand',
            line: `That was hard to ask, ${by}, and it may be hard to hear. ${on}, what do you want to say to ${by}?`,
          }
        : {
            skill: 'making-room',
            line: `${told ? `${told} ` : ''}Who would like to say something to ${on}?`,
          },
      { skill: 'exercising-silence', line: `[waits, looks at ${on}, and then round the circle]` },
    ];
  },
};
