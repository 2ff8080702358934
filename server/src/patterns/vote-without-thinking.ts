import type { Group, Move } from '../group/model.ts';
import { byMember, movesBetween, ownSpeech, sharedStems } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { sentencesOf } from '../talk/words.ts';
import { bothTold, called, named, othersFor, quotable } from './lines.ts';
import type { Pattern } from './model.ts';

/** Hands are called for, or counted, on a choice. */
const CALLS =
  /\b(?:hands (?:up )?(?:for|if you(?:'re| are|'d)? (?:for|want|in favour|prefer|like|rather)|who (?:want|like|prefer))|(?:show|raise) of hands|(?:let's|we(?:'ll| can| could| should)?|shall we|i(?:'ll| will)|just|quick|take a|have a|put it to (?:a|the)) (?:\w+ )?vote\b|vote on (?:it|this|that)|put it to the vote|all (?:those )?in favou?r|those (?:in favou?r|for|against)|who(?:'s| is) (?:for|in favou?r|against)|raise your hands?|majority (?:wins|rules|decides|it is))\b/i;
/** "Hands up who has been there" is an opening, and no vote. */
const NO_CHOICE =
  /\b(?:hands up|raise your hands?)\b[^.?!]{0,12}\b(?:if|who|anyone|anybody)\b[^.?!]{0,20}\b(?:been|ever|has|have|knows?|felt|feels?|had|did|tried|lives?|cried|lost|thought)\b/i;
const NUMBER = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})';
/** Some lost: a count on both sides, hands that stay down. */
const MINORITY = new RegExp(
  `\\b(?:${NUMBER} (?:to|against|versus|v|over) ${NUMBER}|${NUMBER} (?:hands|votes|for)\\b[\\s\\S]{0,60}\\b${NUMBER} (?:hands|votes|against|for|not|don't|keep)|${NUMBER} against|outvoted|outnumbered|majority|most (?:hands|of you|people|of the hands)|(?:hand|hands|arms?) (?:stays?|stay|remain|are|is|kept?) (?:down|in|on|under|folded)|(?:keeps?|kept|leaves?|left|with) (?:(?:his|her|their|both) hands?|his|hers|theirs) (?:down|in|on|under)|(?:does not|do not|doesn't|don't|didn't|did not|not) (?:raise|put|lift)|everyone (?:but|except)|all (?:but|except)|(?:all|everybody|everyone|hands?)[^.]{0,20} (?:but|except|apart from)|carried)\\b`,
  'i',
);
/** "Three. Roses? Two.": counts said one after the other. */
const COUNTED = new RegExp(`\\b(${NUMBER})\\b[^.?!]{0,12}[.?!,][\\s\\S]{0,60}?\\b(${NUMBER})\\b`, 'i');
const REASON =
  /\b(?:because|'cause|cos|cause|so (?:that|i|we|he|she|they)|that way|otherwise|the (?:trouble|thing|problem|point|reason)|(?:i|we|he|she|they) (?:can't|couldn't|won't|need|have to|haven't got|'d have to|'d lose|don't (?:have|want|like|feel|finish)|finish|work|pick)|it(?:'s| is|'d be|would be) (?:too|better|easier|harder|worse|cheaper|fairer|nearer|further|not fair|hard|safer)|if (?:we|i|you|it|they)|what (?:about|if)|for me|means)\b/i;
/** The wish of those who lost is asked for. */
const MINDS_MINORITY =
  /\b(?:those (?:of you )?who|(?:who|what) (?:would|could|can) (?:you|they|we)|lost|losing|outvoted|liveable|livable|live with|against it|didn't (?:want|put|vote)|leaning|on the other side|what(?:'s| is) at stake|before (?:hands|we vote|the hands|you vote)|need to be able|how is that for|rest of you)\b/i;
/** What may well be settled by hands (catalogue E: a break time). */
const TRIVIAL =
  /\b(?:break|tea|coffee|biscuits?|cake|pizza|snacks?|lunch|window|heat(?:er|ing)|fan|music|lights?|chairs?|film|song|juice|sandwich\w*|now or|minutes)\b/i;

/** A member gives a reason, or differs on this very matter, at enough length for it to be thinking. */
function thinks(move: Move, call: Move): boolean {
  if (!byMember(move) || move.talk.wordCount < 6) return false;
  return (
    REASON.test(ownSpeech(move)) || (does(move.talk, 'disagreement') && sharedStems(move, call).length > 0)
  );
}

function countsApart(text: string): boolean {
  const found = COUNTED.exec(text);
  return found !== null && found[1]!.toLowerCase() !== found[2]!.toLowerCase();
}

/** What is seen and said of the count: in her words, in the events after them, in her next words. */
function toldOfCount(group: Group, at: number): string[] {
  const next = movesBetween(group, at + 1, at + 4);
  const stop = next.findIndex((move) => move.byWorker);
  const seen = stop < 0 ? next : next.slice(0, stop + 1);
  return [
    ownSpeech(group.moves[at]!),
    ...group.moves[at]!.turn.nonverbal.map((act) => act.text),
    ...seen.flatMap((move) => [
      ...move.before.map((event) => event.text),
      ...move.turn.nonverbal.map((act) => act.text),
      ...(move.byWorker ? [ownSpeech(move)] : []),
    ]),
    ...(at + seen.length === group.moves.length - 1 ? group.after.map((event) => event.text) : []),
  ];
}

export const pattern: Pattern = {
  id: 'vote-without-thinking',
  name: 'Vote in place of thinking',
  family: 'AUTH',
  core: false,
  severity: 'information',
  dynamics: ['DP'],
  skills: ['reaching-for-consensus', 'differentiating', 'reaching-for-difference'],
  question: 'What would those who lost have needed in order to live with it?',
  page: {
    looksLike:
      'Something that matters to the group has hardly been raised, and the worker calls for hands. Some lose. Nobody has said why they want what they want.',
    matters:
      'Hands count wishes and do not weigh them. Thinking a choice through, the lone voice included, is help in itself, and what comes out of it holds better.',
    fine: 'The time of the break, and other small things. Reasons have been given. What the losing side needs is asked before or after. A task group that works by motions.',
  },
  sources: ['7', 'S'],
  silentIn: ['task-group'],
  thresholds: {
    within: {
      default: 6,
      why: 'Turns before the vote in which reasons would stand if it was thought about.',
    },
    earlier: {
      default: 30,
      why: 'Turns further back in which the same matter may have been talked through; ours.',
    },
  },
  reach: { before: 36, after: 10 },
  of: 'worker',
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const words = ownSpeech(move);
    const calls = CALLS.exec(words);
    if (calls === null || NO_CHOICE.test(words) || MINDS_MINORITY.test(words)) return [];
    // Told once: at the first call.
    if (movesBetween(group, at - 4, at - 1).some((one) => one.byWorker && CALLS.test(ownSpeech(one))))
      return [];
    if (
      TRIVIAL.test(words) ||
      movesBetween(group, at - 1, at - 1).some(
        (one) => TRIVIAL.test(ownSpeech(one)) && one.talk.wordCount <= 20,
      )
    )
      return [];
    const before = movesBetween(group, at - threshold('within'), at - 1);
    if (
      before.some((one) => thinks(one, move)) ||
      before.some((one) => one.byWorker && MINDS_MINORITY.test(ownSpeech(one)))
    )
      return [];
    const matter = [move, ...before.filter(byMember)];
    const earlier = movesBetween(
      group,
      at - threshold('within') - threshold('earlier'),
      at - threshold('within') - 1,
    );
    if (
      earlier.filter((one) => thinks(one, move) && matter.some((now) => sharedStems(now, one).length >= 2))
        .length >= 2
    )
      return [];
    const told = toldOfCount(group, at);
    if (!told.some((text) => MINORITY.test(text)) && !countsApart(told[0]!)) return [];
    const after = movesBetween(group, at + 1, at + 6);
    if (
      after.some((one) => one.byWorker && (MINDS_MINORITY.test(ownSpeech(one)) || does(one.talk, 'repair')))
    )
      return [];
    const sentence = sentencesOf(words).find(({ start, end }) => start <= calls.index && calls.index < end);
    const raised = before.filter((one) => byMember(one) && one.talk.wordCount >= 3).slice(-2);
    return [
      {
        at,
        to: at,
        ...(sentence ? { span: { start: sentence.start, end: sentence.end } } : {}),
        evidence: raised.map((one) => ({ at: one.index, shows: `${one.name} speaks of it` })),
        message: `At turn ${at + 1} it goes to a show of hands, some are outvoted, and in the turns before nobody has said why they want what they want. Thinking it through, the smaller side included, may have had room. What would those who lost have needed in order to live with it?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const raised = evidence.map((one) => group.moves[one.at]!).filter(byMember);
    const [one, two] = quotable(raised);
    const both = one && two ? bothTold(one, two) : '';
    const names =
      raised.length > 0
        ? [...new Set(raised.map((each) => each.name))]
        : othersFor(group, group.moves[at]!, []);
    return [
      {
        skill: 'reaching-for-consensus',
        line: `Before hands go up. ${named(names) || 'Everyone'}, what would you lose if it went the other way?`,
      },
      {
        skill: 'reaching-for-difference',
        line: both
          ? `${both} What is each of you looking after?`
          : `${called(names.slice(0, 2)) || 'Everyone'}, what speaks for the one, and what for the other?`,
      },
      {
        skill: 'differentiating',
        line: 'Some of you are going to lose this one. What would make it something you can live with?',
      },
    ];
  },
};
