import type { Group, Move } from '../group/model.ts';
import { byMember, movesBetween, ownSpeech, readsAs, responseWindow } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { named } from './lines.ts';
import type { Pattern } from './model.ts';
import { demeaningIn } from './peoples.ts';

/** A reprimand, said to people; the act alone also hears house rules. */
const REPRIMAND =
  /\b(?:(?:that's|that is|that was|it's|it is) (?:\w+ )?(?:not (?:very |at all )?(?:nice|kind|okay|ok|fair|on|acceptable|funny|how)|unkind|mean|cruel|rude|nasty|horrible|uncalled for|enough|out of order|bullying)|we (?:don't|do not) (?:say|do|talk|speak|treat|behave|pick|have|laugh|call)|(?:be|play) (?:nice|kind)|apologi[sz]e|say (?:you're )?sorry|leave (?:him|her|them|\p{Lu}\p{L}+) (?:alone|be)|(?:stop|quit) (?:it|that|picking|teasing|laughing|having a go|ganging)|pack it in|knock it off|cut it out|that'll do|that will do|enough(?: now| of that|,|\.|!)|not having (?:that|it)|ashamed of (?:yourself|yourselves)|(?:a bit|little|some) (?:of )?respect|how would you (?:like|feel))/iu;
/** Both sides are asked, or the group what it is about. */
const ASKS_BOTH =
  /\b(?:what(?:'s| is| was) (?:it|this|that|going on|happening) (?:about|really|like|with|in|between|for)|what (?:is it|gets|got|makes|made|do (?:we|you) (?:see|want|need))|gets (?:to|under)|who else has|where(?:'s| is) that in|each of (?:us|you)|something (?:here|in this) (?:for|that)|how come it's always)\b/i;
const THREAT =
  /\b(?:i'll|i will|gonna|going to|i swear i'll) (?:kill|batter|hit|smack|knock|punch|hurt|slap|deck|have (?:you|him|her)|get (?:you|him|her))\b/i;
/** Words at somebody's cost where the acts hear nothing: what they always or never do, how they are. */
const AT_THEIR_COST =
  /\b(?:you(?:'re| are| always| never| just| keep| stink| smell)|(?:he|she|they)(?:'s| is| are|'re)? (?:always|never|just|don't|doesn't|don't even|stinks?|smells?|thinks?|keeps?|won't|can't)|(?:don't|doesn't|won't|can't|always|never|got|has|had) (?:\w+ )?(?:shower|wash|shut up|listen|stop|share|help|do anything|the whole|late|moan\w*|cry\w*|whine\w*|talk\w*|smell)|every (?:time|week|day|lesson)|stinks?|smell\w*|weird\w*|creep\w*|freak|loser|baby|drama|here (?:he|she|we) goes?|typical|boring|annoying|shut up|nobody (?:asked|wants|likes|cares)|not this again|what a|(?:him|her|hisself|himself|herself) (?:again|and))\b/i;

interface Picking {
  readonly target: string;
  readonly shots: readonly Move[];
}

/** Whom a member's turn is about or at: the one co-member called or named in it. */
function aimedAt(group: Group, move: Move): string | undefined {
  const { kind, names, by } = move.talk.addressee;
  if (kind === 'person' && by !== 'answer')
    return names.length === 1 && names[0] !== move.name ? names[0] : undefined;
  const named = [...new Set(move.talk.mentions.map(({ name }) => name))].filter(
    (name) => name !== move.name && group.present.includes(name),
  );
  return named.length === 1 ? named[0] : undefined;
}

function isNegative(move: Move): boolean {
  return (
    does(move.talk, 'challenge', 'demeaning', 'disagreement') ||
    (does(move.talk, 'joke') && AT_THEIR_COST.test(ownSpeech(move))) ||
    AT_THEIR_COST.test(ownSpeech(move))
  );
}

/** The run of unkind turns right before the worker's, at one member who may answer between. */
function pickingBefore(group: Group, at: number, within: number): Picking | undefined {
  const before = movesBetween(group, at - within, at - 1);
  const targets = new Set(before.filter(byMember).flatMap((move) => aimedAt(group, move) ?? []));
  for (const target of targets) {
    const shots: Move[] = [];
    let open = false;
    for (const move of before) {
      if (move.byWorker) {
        // Her word between starts it anew.
        if (move.talk.wordCount > 3) {
          shots.length = 0;
          open = false;
        }
        continue;
      }
      if (!byMember(move) || move.name === target) continue;
      const aim = aimedAt(group, move);
      if (aim === target && isNegative(move)) {
        shots.push(move);
        open = true;
      } else if (
        aim === undefined &&
        open &&
        (isNegative(move) || /\b(?:you|him|her|he|she|his)\b|\bthat\?/i.test(ownSpeech(move)))
      )
        shots.push(move);
    }
    const named = shots.filter((move) => aimedAt(group, move) === target).length;
    if (named > 0 && shots.length > 0 && at - shots[shots.length - 1]!.index <= 2) return { target, shots };
  }
  return undefined;
}

export const pattern: Pattern = {
  id: 'scapegoat-rescued-by-scolding',
  name: 'Rescuing the scapegoat by scolding',
  family: 'CONF',
  core: false,
  severity: 'information',
  dynamics: ['MD', 'SB'],
  skills: ['mediating', 'reframing-common-ground', 'verbalising-norms'],
  question: 'What was it in this that got to the group, and what was it like for the one?',
  page: {
    looksLike:
      'Several members go at one of them, joking or in earnest. The worker tells them off, or has them apologise, and goes on.',
    matters:
      'The one who was picked on is safe for the moment, and more alone. What the others see in them, which is often something of their own, stays where it was. Both are the worker’s people: the one, and the group.',
    fine: 'A threat or a slur has to be stopped first. The worker stops it and then asks what it is about, on both sides.',
  },
  sources: ['20', '74'],
  silentIn: ['cool-down'],
  thresholds: {
    turns: { default: 3, why: 'Unkind turns at the one.' },
    speakers: { default: 2, why: 'Members they come from.' },
    within: { default: 8, why: 'Turns back in which they stand (ours).' },
  },
  reach: { before: 10, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const words = ownSpeech(move);
    const form = REPRIMAND.exec(words);
    const act = readsAs(move, 'scolding');
    if ((form === null && act === undefined) || ASKS_BOTH.test(words)) return [];
    const picking = pickingBefore(group, at, threshold('within'));
    if (picking === undefined) return [];
    const { target, shots } = picking;
    const names = [...new Set(shots.map((one) => one.name))];
    if (shots.length < threshold('turns') || names.length < threshold('speakers')) return [];
    // The one who is told off must not be the one who was picked on: that is another matter.
    if (move.talk.addressee.kind === 'person' && move.talk.addressee.names.includes(target)) return [];
    if (shots.some((one) => THREAT.test(ownSpeech(one)) || demeaningIn(one))) return [];
    if (responseWindow(group, at).some((next) => next.byWorker && ASKS_BOTH.test(ownSpeech(next)))) return [];
    const start = act?.start ?? form!.index;
    return [
      {
        at,
        to: at,
        span: { start, end: act?.end ?? start + form![0].length },
        evidence: shots.slice(-4).map((one) => ({ at: one.index, shows: `${one.name} goes at ${target}` })),
        message: `${named(names)} go at ${target} (turns ${shots[0]!.index + 1}–${shots[shots.length - 1]!.index + 1}), and the worker tells them off. It stops; what it was about may have had room as well, for ${target} and for the others. What was it in this that got to the group?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const { target } = pickingBefore(group, at, 10)!;
    const shots = evidence.map((one) => group.moves[one.at]!);
    const names = [...new Set(shots.map((one) => one.name))];
    return [
      {
        skill: 'mediating',
        line: `Let’s stop there. What is it in this that gets to us? And ${target}, what’s it like on your side?`,
      },
      {
        skill: 'reframing-common-ground',
        line: `${named(names)}, you’re putting something on ${target}. Where do you know it from, in ${names.length > 1 ? 'yourselves' : 'yourself'}?`,
      },
      {
        skill: 'verbalising-norms',
        line: `It was ${target} who got it just now. Is that how we want it to go in here?`,
      },
    ];
  },
};
