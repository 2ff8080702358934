import type { Group, Move } from '../group/model.ts';
import { byMember, movesBetween, ownSpeech } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { called, othersFor } from './lines.ts';
import type { Pattern } from './model.ts';

/** A clause that says how one has to behave here. Whole clauses only: the pattern counts them. */
const RULE =
  /\b(?:no (?:phones?|mobiles?|swearing|shouting|sleeping|eating|food|drink(?:ing)?|smoking|coming|talking|interrupting|side|latecomers|late|visitors|advice|cross|fighting|name|arguing|politics|judg\w+|cameras?|recording|gossip\w*|bad|rude)\b|(?:you|we|people|everyone|everybody|nobody|no one|anyone|phones|mobiles|latecomers) (?:all |each )?(?:do not|don't|must|mustn't|have to|has to|need to|are to|may not|can't|cannot|shouldn't|should|will|won't|stay off|go off|are not|aren't|off|respects?|listens?|keeps?|comes?|turns?|arrives?|signs?|speaks?|talks?|raises?|puts? (?:up )?(?:your|their|his|a))\b|(?:one|only one) (?:person|voice|mouth|speaker|of you)[^.;?]{0,12} at a time|not allowed|is (?:not )?(?:forbidden|expected|required|confidential)|(?:stays?|remains?) in (?:here|this room|the room|these (?:four )?walls)|(?:respect|listen to|be (?:kind|polite|nice|on time|punctual|honest)|arrive on time|use (?:i|“?i”?)[- ]statements|speak (?:only )?for yourself|raise your hand|hands up|turn (?:off|your)|switch off|put (?:your )?phones|phones (?:off|away|in|on silent)|(?:don't|do not|never) (?:interrupt|talk|swear|judge|give|bring|shout|come|use|leave|go|hit|discuss|repeat|touch|argue|cut|laugh|call|speak)|rule (?:number )?(?:one|two|three|four|\d)|(?:first|second|third|next|another|last) rule|the rule is|three (?:lates|misses|absences)|if you(?:'re| are| miss| come) (?:late|more|\w+ times?)))/i;
/** A sentence that lists rules counts each of them. */
const CLAUSE =
  /[;,]\s+(?:and\s+)?|(?<!\s)\s+and\s+(?=(?:no|don't|you|we|one|nobody|phones|everyone|respect|listen|keep|if)\b)/i;
/** Not the worker's to waive, and said so: the agency's, the building's, the law's. */
const AGENCY =
  /\b(?:agency|building|house|centre|center|council|law|legal\w*|court|programme|program|service|funder|funding|insurance|fire|licen[cs]e|office (?:says|wants|requires)|district|hospital|ward|school's|they (?:make|want|need|require)|safeguarding|have to (?:report|tell|pass)|my job to|not (?:me|mine|my rule))\b/i;
/** They are the group's own, read back. */
const THEIRS =
  /\b(?:(?:you|we)(?:'ve| have| all)? (?:\w+ )?(?:wrote|written|agreed|said|made|came up|come up|chose|chosen|decided|put (?:up|down|together)|asked for)|your (?:own )?(?:rules|list|words|agreement|poster)|our (?:agreement|list|poster)|last (?:week|time|session)|handed (?:down )?to me|(?:the|our) (?:circle|tradition)'s?)\b/i;
/** Asked for, in earnest: what to add, change, live with; what they would want. "Any questions?" asks for nothing. */
const ASKS =
  /\b(?:what (?:would|do|else|should|rules|about|is|'s) (?:you|we|help|matters|makes|missing|need|to|people|important|not|it)?|what have i|(?:add|change|drop|take (?:out|off)|leave out|missing|disagree|live with|object|rewrite|instead)\b|how do (?:you|we|people) (?:want|feel|see)|suggest\w*|your (?:turn|ideas|thoughts)|whose|which (?:of|ones?))\b/i;
const ANY_QUESTIONS =
  /\b(?:any (?:questions|problems|queries|comments)|(?:is|everybody|everyone|all|that's) (?:that )?(?:clear|okay|ok|fine|happy|understood|agreed|all right|alright)|(?:okay|ok|right|clear|agreed|understood|yes|yeah|happy(?: with that)?|got (?:it|that)|make sense|fair enough))[^?]{0,30}\?/gi;
/** A member adds, doubts, or asks for something else. */
const AMENDS =
  /\?|\b(?:but|what about|can we|could we|how about|i'd (?:like|add|rather|want)|maybe|why|except|unless|i (?:don't|can't|won't|need|have to)|we should|another one|and no|also)\b/i;

interface Decree {
  readonly moves: readonly Move[];
  readonly rules: number;
  readonly first: Sentence;
  readonly last: Move;
}

/** Sentences of a worker's move that lay down a rule, each with how many; agency rules and readings-back are none. */
function rulesIn(move: Move): { readonly sentence: Sentence; readonly many: number }[] {
  if (!move.byWorker) return [];
  return sentencesOf(ownSpeech(move)).flatMap((sentence) => {
    const { text, start, end } = sentence;
    if (/\?["”’']?$/.test(text) || AGENCY.test(text) || THEIRS.test(text)) return [];
    const act = move.talk.acts.some(
      (one) =>
        one.start === start && one.end === end && (one.act === 'rule' || one.act === 'confidentiality'),
    );
    const many = text.split(CLAUSE).filter((clause) => RULE.test(clause)).length;
    return many > 0 || act ? [{ sentence, many: Math.max(1, many) }] : [];
  });
}

/** The stretch of rules that begins at `at`: her next turns too, while members only nod. */
function decreeFrom(group: Group, at: number): Decree | undefined {
  const found = rulesIn(group.moves[at]!);
  if (found.length === 0) return undefined;
  const moves: Move[] = [group.moves[at]!];
  let rules = found.reduce((sum, { many }) => sum + many, 0);
  for (const move of movesBetween(group, at + 1, at + 6)) {
    if (!move.byWorker) {
      if (move.talk.wordCount > 6) break;
      continue;
    }
    const more = rulesIn(move);
    if (more.length === 0) break;
    rules += more.reduce((sum, { many }) => sum + many, 0);
    moves.push(move);
  }
  return { moves, rules, first: found[0]!.sentence, last: moves[moves.length - 1]! };
}

/** She speaks of rules as such, or her turn says little else: a row of "you have to" may be anything. */
function isAboutRules(decree: Decree): boolean {
  const words = decree.moves.map(ownSpeech).join(' ');
  return /\b(?:rules?|norms?|guidelines?|expectations?|how (?:we|this) (?:do|works?|run)|housekeeping|things? (?:we|you) (?:do|don't)|agreement|before we (?:start|begin)|ground|confidential\w*|respect|phones?|on time|late|interrupt\w*|at a time)\b/i.test(
    words,
  );
}

export const pattern: Pattern = {
  id: 'rules-by-decree',
  name: 'Norms handed down',
  family: 'AUTH',
  core: false,
  severity: 'information',
  dynamics: ['DP', 'MS'],
  skills: ['turning-back', 'verbalising-norms', 'asking-permission'],
  question: 'Which of these would the members have asked for themselves?',
  page: {
    looksLike:
      'The worker lists the rules: phones, lateness, one at a time, what stays in the room. Nobody is asked what they would need, and nobody adds or doubts one.',
    matters:
      'A rule that people have asked of each other is theirs to keep. One that is handed to them is the worker’s to police, and it does not tell her what they are afraid of.',
    fine: 'The agency’s or the building’s rules, said to be theirs, before the group is asked for its own. The group’s own list, read back. Members add to it or argue.',
  },
  sources: ['34'],
  silentIn: ['no-crosstalk'],
  thresholds: {
    rules: { default: 3, why: 'Rules in one stretch; one or two are a reminder.' },
    askedWithin: {
      default: 6,
      why: 'Turns around it in which members are asked, or come in of themselves (ours).',
    },
  },
  reach: { before: 8, after: 14 },
  of: 'worker',
  // The first question on the subject of the day does not make the rules theirs; what does is looked for here.
  repairable: false,
  see: (group, at, threshold) => {
    const decree = decreeFrom(group, at);
    if (decree === undefined || decree.rules < threshold('rules') || !isAboutRules(decree)) return [];
    // Told once, at its first turn.
    for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
      const before = group.moves[i]!;
      if (before.byWorker && decreeFrom(group, i)?.moves.includes(group.moves[at]!)) return [];
    }
    const around = movesBetween(
      group,
      at - threshold('askedWithin'),
      decree.last.index + threshold('askedWithin'),
    );
    const asks = (move: Move): boolean => {
      const earnest = ownSpeech(move).replace(ANY_QUESTIONS, ' ');
      return (
        move.byWorker &&
        sentencesOf(earnest).some(
          ({ text }) =>
            /\?/.test(text) &&
            ASKS.test(text) &&
            /\b(?:rules?|list|these|those|any of (?:it|that|them)|need|each other|one another|safe|add|change|missing|live with)\b/i.test(
              text,
            ),
        )
      );
    };
    if (around.some(asks)) return [];
    // Until she goes on to something else; what they say then is about that.
    const goesOn =
      movesBetween(group, decree.last.index + 1, decree.last.index + 4).find((move) => move.byWorker)
        ?.index ?? decree.last.index + 4;
    const comesIn = movesBetween(group, at + 1, goesOn).some(
      (move) =>
        byMember(move) &&
        move.talk.wordCount >= 4 &&
        (AMENDS.test(ownSpeech(move)) ||
          does(move.talk, 'disagreement', 'advice', 'challenge', 'about-worker')),
    );
    // A rule that was asked for by a member right before is an answer.
    const asked = movesBetween(group, at - 2, at - 1).some(
      (move) =>
        byMember(move) &&
        /\?/.test(move.turn.words) &&
        /\b(?:rules?|allowed|confidential|stays?)\b/i.test(move.turn.words),
    );
    if (comesIn || asked) return [];
    return [
      {
        at,
        to: decree.last.index,
        ...(decree.last.index === at ? { span: { start: decree.first.start, end: decree.first.end } } : {}),
        evidence: decree.moves
          .slice(1)
          .map((move) => ({ at: move.index, shows: 'the worker goes on with the rules' })),
        message: `At turn ${at + 1} the worker lays down how it is to be here, and nobody is asked what they would want of one another. What people need in order to speak may have been something to work out together. Which of these rules would they have asked for themselves?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const others = othersFor(group, group.moves[at]!, []);
    const all = others.length > 0 ? `${called(others)}, everyone` : 'Everyone';
    return [
      {
        skill: 'turning-back',
        line: `I’ve some rules, and I’d like to hear yours first. ${all}: what would you need here, to say the hard things?`,
      },
      {
        skill: 'verbalising-norms',
        line: `${all}: what has made it hard for you to speak in other groups, and what could we agree on about that?`,
      },
      {
        skill: 'asking-permission',
        line: 'Some of those I can’t change. The rest is yours: what would you add, and what couldn’t you live with?',
      },
    ];
  },
};
