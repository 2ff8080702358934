import { bringsTrouble } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  meetsWithBut,
  movesBetween,
  ownSpeech,
  remembered,
  speaksOfSelf,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { count, named, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/** Forms in which members hand each other a remedy; the act is heard beside them, the target decides. */
const SUGGESTS =
  /\b(?:you(?:'d| would| could| should| might| can| just| really)* (?:should|must|need to|have to|want to|ought to|better|could|got to|gotta)|you'd be better|(?:have|did|do) (?:you|ye|yous) (?:ever |not )?(?:tried|try|thought (?:of|about)|asked|been to|looked)|why (?:don't|not|can't|wouldn't) (?:you|just)|if i (?:were|was) you|i'd (?:just |only )?(?:tell|ring|call|go|leave|get|ask|write|say|put|give|take|change|stop|report|block|move)|(?:what|how) about (?:a|the|some|\w+ing))\b|^(?:(?:just|then|so|well|or|and|but|look|honestly|no|yeah|maybe)[, ]+)*(?:try|get|tell|ring|call|ask|put|give|take|go|leave|write|change|stop|block|report|move|buy|keep|make|sit|say|don't|never|pack|kick|cut|lock|set|record|show|bring|send|speak|talk|use|start|find|walk)\b/i;
/** Asked for, and not fended off: then it is help that was wanted (catalogue D). */
const ASKS_FOR_IDEAS =
  /\b(?:any (?:ideas|advice|suggestions|tips)|ideas,? (?:please|anyone)|what (?:should|can|could|do|would) (?:i|you|ye|any of you|people|you all) (?:do|try|say|use|suggest|recommend)|how do (?:i|you|people)|what (?:helped|worked)|help me (?:think|out|with))\b/i;
const OPTIONS =
  /\b(?:ideas?|options?|suggest\w*|brainstorm\w*|list|tips?|what (?:could|might|can) (?:we|he|she|they|\w+) (?:try|do))\b/i;

/** What is said, without the name that is called first: "Mo, get the school to send somebody." */
function afterTheCall(move: Move): string {
  const words = ownSpeech(move);
  const [first] = move.talk.mentions;
  return first?.vocative && first.start === 0 ? words.slice(first.end).replace(/^[,!.\s]+/, '') : words;
}

/** Turns after which a volley is told as another; it keeps within what the pattern says it looks at. Ours. */
const LONGEST = 15;

/** A remedy for somebody else; one's own story told for them is not one. */
const suggests = remembered((move) => {
  return (
    byMember(move) &&
    !speaksOfSelf(move) &&
    !does(move.talk, 'rehearsal') &&
    (does(move.talk, 'advice') || SUGGESTS.test(afterTheCall(move)))
  );
});

/** Wants to know how it is, with no remedy inside. */
function explores(move: Move): boolean {
  return does(move.talk, 'question-open') && !does(move.talk, 'advice') && !SUGGESTS.test(afterTheCall(move));
}

/** Named in the label or called; an addressee that is only inferred may be wrong in the heat of a volley. */
function calledBy(move: Move): readonly string[] {
  const { by, names } = move.talk.addressee;
  return by === 'label' || by === 'vocative' ? names : [];
}

/** Whose trouble the first suggestion is for: the one who is called, else the one who has just brought it. */
function targetOf(group: Group, move: Move): string | undefined {
  const [name] = calledBy(move);
  if (name !== undefined) return group.present.includes(name) && name !== move.name ? name : undefined;
  const trouble = lastBefore(
    group,
    move.index,
    2,
    (one) => byMember(one) && one.name !== move.name && bringsTrouble(one),
  );
  return trouble?.name;
}

function isFor(move: Move, target: string): boolean {
  const called = calledBy(move);
  return move.name !== target && (called.length === 0 || called.includes(target));
}

export const pattern: Pattern = {
  id: 'advice-volley-unchecked',
  name: 'Advice volley',
  family: 'MISS',
  core: false,
  severity: 'warning',
  dynamics: ['IP', 'SB'],
  skills: ['exploring-before-solving', 'reframing-common-ground', 'mediating'],
  question: 'What did the group know by then about how it was for the one in the middle?',
  page: {
    looksLike:
      'A member tells of a trouble, and one after another the others say what to do. The member says “I tried that”, and gets the next idea. The worker adds one, or lets it run.',
    matters:
      'Tips are kindly meant and close the matter before anyone knows what it is. Thinking it through with somebody begins with how it is for them, and with when one was in that spot oneself.',
    fine: 'The member asked for ideas and is using them. Options are gathered after the group has understood. Members tell their own stories, or ask. One piece of advice among friends.',
  },
  sources: ['S', '2', '43'],
  silentIn: ['go-round', 'task-group', 'limited-speech'],
  thresholds: {
    suggestions: { default: 4, why: 'Turns with a remedy; fewer are ordinary help.' },
    turns: { default: 8, why: 'Turns in which they fall.' },
    others: {
      default: 2,
      why: 'Turns of own story or exploring that make it more than a volley.',
    },
  },
  reach: { before: 10, after: 24 },
  of: 'member',
  repairable: true,
  see: (group, at, threshold) => {
    const first = group.moves[at]!;
    if (!suggests(first)) return [];
    const target = targetOf(group, first);
    if (target === undefined) return [];
    // The volley stands on its first shot.
    if (lastBefore(group, at, 4, (one) => suggests(one) && isFor(one, target)) !== undefined) return [];
    const window = movesBetween(group, at, at + threshold('turns') - 1);
    const shots = window.filter((move) => suggests(move) && isFor(move, target));
    if (shots.length < threshold('suggestions') || new Set(shots.map((move) => move.name)).size < 2)
      return [];
    const otherwise = window.filter(
      (move) => byMember(move) && move.name !== target && (speaksOfSelf(move) || explores(move)),
    );
    if (otherwise.length >= threshold('others')) return [];
    let to = shots[shots.length - 1]!.index;
    for (let i = to + 1; i < group.moves.length && i <= Math.min(to + 2, at + LONGEST); i++) {
      const next = group.moves[i]!;
      if (
        (suggests(next) && isFor(next, target)) ||
        (next.byWorker && (does(next.talk, 'advice') || SUGGESTS.test(afterTheCall(next))))
      )
        to = i;
    }
    const inside = movesBetween(group, at, to);
    const reframed = (move: Move): boolean =>
      invites(move) || explores(move) || does(move.talk, 'process', 'rehearsal');
    if (inside.some((move) => move.byWorker && reframed(move))) return [];
    const fended = inside.find((move) => move.name === target && meetsWithBut(move));
    const asked = movesBetween(group, at - 4, at - 1).some(
      (move) => move.name === target && ASKS_FOR_IDEAS.test(ownSpeech(move)),
    );
    const gathered =
      lastBefore(group, at, 6, (move) => invites(move) && OPTIONS.test(ownSpeech(move))) !== undefined;
    if (gathered || (asked && fended === undefined)) return [];
    const shooters = [...new Set(shots.map((move) => move.name))];
    return [
      {
        at,
        to,
        evidence: [
          ...shots
            .slice(1)
            .map((move) => ({ at: move.index, shows: `${move.name} has an idea for ${target}` })),
          ...(fended ? [{ at: fended.index, shows: `${target} fends it off` }] : []),
        ],
        message: `In turns ${at + 1}–${to + 1}, ${named(shooters)} have ${count(shots.length)} ideas of what ${target} could do${fended ? `, and ${target} meets them with a “but”` : ''}. There may have been room to think it through with ${target}. What did the group know by then about how it was for ${target}, and who had been in that spot?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const first = group.moves[at]!;
    const target = targetOf(group, first) ?? 'somebody';
    const trouble = lastBefore(group, at, 6, (move) => move.name === target && move.talk.wordCount >= 4);
    const told = toldBack(trouble);
    const shooters = [
      ...new Set(
        movesBetween(group, at, at + 7)
          .filter((move) => byMember(move) && suggests(move) && isFor(move, target))
          .map((move) => move.name),
      ),
    ].slice(0, 3);
    return [
      {
        skill: 'exploring-before-solving',
        line: told
          ? `That’s a lot of ideas at once. ${told} What haven’t we asked yet?`
          : `That’s a lot of ideas at once. What haven’t we asked ${target} yet?`,
      },
      {
        skill: 'reframing-common-ground',
        line: `Leave the ideas a minute. ${named(shooters) || 'Everyone'}, when were you in a spot like ${target}’s?`,
      },
      {
        skill: 'mediating',
        line: `${target}, people want to help. What would you like from them just now: ideas, or something else?`,
      },
    ];
  },
};
