import type { Group, Move } from '../group/model.ts';
import { byMember, invites, movesBetween, ownSpeech, readsAs, saysOtherwise } from '../group/sequence.ts';
import { literal } from '../recording/expressions.ts';
import { does } from '../talk/model.ts';
import { bothTold, called, othersFor } from './lines.ts';
import type { Pattern } from './model.ts';
import { demeaningIn } from './peoples.ts';

/** Two members at odds with each other right before a worker's move: the last turn of each. */
export function atOdds(group: Group, at: number, within: number): readonly [Move, Move] | undefined {
  const heated = movesBetween(group, at - within, at - 1).filter(saysOtherwise);
  const second = heated[heated.length - 1];
  if (second === undefined || at - second.index > 2) return undefined;
  // Whom it is said to: the member called, or else who spoke last before.
  const called = second.talk.addressee.kind === 'person' ? second.talk.addressee.names : [];
  const first = [...movesBetween(group, second.index - 4, second.index - 1)]
    .reverse()
    .find(
      (move) =>
        byMember(move) &&
        move.name !== second.name &&
        !move.talk.backchannel &&
        (called.length === 0 || called.includes(move.name)),
    );
  // One "no" is an opinion; two who go at it are a dispute, or one who says it to the other's face.
  if (first === undefined) return undefined;
  return saysOtherwise(first) || does(second.talk, 'challenge') || called.includes(first.name)
    ? [first, second]
    : undefined;
}

const GENERAL_VERDICT =
  /\b(?:right|wrong|correct|a (?:good |fair |very good )?point|mistaken|spot on|out of (?:order|line)|unfair|not fair|got you there|in the right|in the wrong)\b/i;

/** A ruling for or against one of two, their names covered (`covered`). */
const RULING =
  /\b_+(?:'s| is| was| has| does)(?:,? (?:quite|absolutely|perfectly|probably|actually|in fact|of course|though|got|have|make|makes))? ?(?:right|correct|wrong|mistaken|(?:a|the) (?:good |fair |very good |right )?(?:point|idea)|out of order|out of line|in the (?:right|wrong))\b|\bi(?:'m| am| have to say i'm|'d be) (?:with|on) _+\b|\bi (?:agree|have to agree|tend to agree|disagree) with _+\b|\b_+, (?:that's|that is|you're|you are|you were|that was) (?:\w+ )?(?:wrong|right|not (?:fair|right|true|on|what)|unfair|out of (?:order|line)|being (?:unfair|rude|unreasonable))|\b(?:you're|you are|that's) (?:wrong|mistaken|not (?:fair|right|true)|unfair|right|quite right|absolutely right)(?: there| about that| on that)?,? _+\b|\b_+,? (?:you )?(?:should|could|need to|ought to|owe)\b[^.?!]{0,20}\b(?:apologi[sz]e|say sorry|apology|listen to)/i;

/** The words with each of the names covered, sign for sign, so that one form does for all names. */
function covered(words: string, names: readonly string[]): string {
  const written = names.map(literal).join('|');
  return words.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${written})(?![\\p{L}\\p{N}])`, 'giu'), (name) =>
    '_'.repeat(name.length),
  );
}

/** The sentence in which she rules for one or against one of the two; undefined where she names both alike, or neither. */
function verdictIn(
  move: Move,
  two: readonly string[],
): { readonly start: number; readonly end: number; readonly name: string | undefined } | undefined {
  const words = ownSpeech(move);
  const said = RULING.exec(covered(words, two));
  if (said) {
    const at = said.index + said[0].indexOf('_');
    const name = two.find((one) => words.slice(at, at + one.length).toLowerCase() === one.toLowerCase());
    const stop = words.slice(said.index).search(/[.!?…]/);
    return { start: said.index, end: stop < 0 ? words.length : said.index + stop + 1, name };
  }
  // The act alone: where it names one of the two, or says a plain verdict.
  const act = readsAs(move, 'judging');
  if (act === undefined) return undefined;
  const text = words.slice(act.start, act.end);
  const names = two.filter((name) => text.includes(name));
  return names.length === 1 || (names.length === 0 && GENERAL_VERDICT.test(text))
    ? { start: act.start, end: act.end, name: names[0] }
    : undefined;
}

/** Both are found right, or the saying is doubted: that is smoothing, or no verdict. */
const BOTH =
  /\b(?:both (?:of you|right|wrong|have|got)|you(?:'re| are) both|each (?:of you )?(?:right|has|have)|neither|who(?:'s| is) right|if \p{L}+(?:'s| is) right|not (?:for me|my (?:job|place)|here) to (?:say|judge|rule|decide))\b/iu;
/** The group's own agreement, named, is no ruling of hers. */
const AGREED =
  /\b(?:we (?:all )?(?:agreed|said|wrote)|you (?:all )?(?:agreed|wrote)|(?:the|our) (?:agreement|list|norm))\b/i;

export const pattern: Pattern = {
  id: 'worker-as-judge',
  name: 'Worker rules on who is right',
  family: 'CONF',
  core: false,
  severity: 'warning',
  dynamics: ['DP'],
  skills: ['reaching-for-difference', 'mediating', 'turning-back'],
  question: 'What was each of them trying to keep?',
  page: {
    looksLike:
      'Two members are at odds. Before anybody else has spoken, the worker says which of them is right, or tells one of them off.',
    matters:
      'A verdict ends the thinking. One has won, one has lost and may not come back to it, and the others, who might each have held a piece, learn to wait for the ruling.',
    fine: 'Somebody’s safety. A fact that only the worker holds. What the group itself has agreed, named and asked about. A slur, which needs naming.',
  },
  sources: ['S', '30'],
  silentIn: ['cool-down'],
  thresholds: {
    within: { default: 6, why: 'Turns back in which they part ways (ours).' },
  },
  reach: { before: 12, after: 8 },
  of: 'worker',
  yieldsTo: ['scapegoat-rescued-by-scolding'],
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (
      invites(move) ||
      BOTH.test(ownSpeech(move)) ||
      AGREED.test(ownSpeech(move)) ||
      does(move.talk, 'repair')
    )
      return [];
    const two = atOdds(group, at, threshold('within'));
    if (two === undefined || two.some((one) => demeaningIn(one))) return [];
    const [first, second] = two;
    const verdict = verdictIn(move, [first.name, second.name]);
    if (verdict === undefined) return [];
    const opened = movesBetween(group, first.index + 1, at - 1).some(invites);
    if (opened) return [];
    return [
      {
        at,
        to: at,
        span: { start: verdict.start, end: verdict.end },
        evidence: [
          { at: first.index, shows: `${first.name} holds one side` },
          { at: second.index, shows: `${second.name} holds the other` },
        ],
        message: `${first.name} and ${second.name} are at odds (turns ${first.index + 1} and ${second.index + 1}), and the worker says who is right before anybody else has come in. The difference itself may have been something to think with. What was each of them trying to keep?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const [first, second] = [group.moves[evidence[0]!.at]!, group.moves[evidence[1]!.at]!];
    const both = bothTold(first, second, { acts: ['disagreement', 'challenge'] });
    const rest = othersFor(group, group.moves[at]!, [first.name, second.name]);
    return [
      {
        skill: 'reaching-for-difference',
        line: both
          ? `${both} Have I got you both right?`
          : `${first.name}, ${second.name}, I want to be sure I’ve got you both. What is it that matters to each of you?`,
      },
      {
        skill: 'turning-back',
        line: `It isn’t mine to say who’s right. ${called(rest) || 'Everyone'}, what do you hear in it?`,
      },
      {
        skill: 'mediating',
        line: `${first.name}, ${second.name}, what would each of you lose if you gave way?`,
      },
    ];
  },
};
