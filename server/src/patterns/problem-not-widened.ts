import { bringsTrouble } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import { byMember, invites, movesBetween, remembered, speaksOfSelf } from '../group/sequence.ts';
import { openRuns } from '../group/stretches.ts';
import { does } from '../talk/model.ts';
import { kinOf, named, othersFor, recalled, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/** Moves from `start` in which its speaker is never out of the talk for more than `gap` turns, to the first that widens it. */
function aboutFrom(moves: readonly Move[], start: number, gap: number): Move[] {
  const who = moves[start]!.name;
  let last = start;
  for (let i = start + 1; i < moves.length && i - last <= gap + 1; i++) {
    if (moves[i]!.name === who) last = i;
    else if (widens(moves[i]!, who)) break;
  }
  return moves.slice(start, last + 1);
}

/** A member lays out a trouble of their own, in more than a word. */
const laysOut = remembered((move) => {
  return bringsTrouble(move) && speaksOfSelf(move) && move.talk.wordCount >= 8;
});

/** Somebody found a piece of their own in it, or the worker asked who might. */
function widens(move: Move, who: string): boolean {
  if (move.byWorker) return invites(move) || does(move.talk, 'rehearsal');
  return move.name !== who && (!byMember(move) || speaksOfSelf(move));
}

/** Who speaks to it without a word of their own: they ask, suggest, comfort. "A drawer!" only keeps the other going. */
function helpersIn(stretch: readonly Move[], who: string): string[] {
  const speaksTo = ({ talk, turn }: Move): boolean =>
    talk.wordCount >= 5 || (talk.wordCount >= 3 && /\?/.test(turn.words));
  return [
    ...new Set(
      stretch
        .filter((move) => byMember(move) && move.name !== who && speaksTo(move))
        .map((move) => move.name),
    ),
  ];
}

export const pattern: Pattern = {
  id: 'problem-not-widened',
  name: 'One person’s problem stays one person’s',
  family: 'MISS',
  core: false,
  severity: 'information',
  dynamics: ['IP', 'SB'],
  skills: ['reframing-common-ground', 'reaching-for-feeling-link', 'turning-back'],
  question: 'Which part of it belonged to others as well?',
  page: {
    looksLike:
      'For a dozen turns or more the group is busy with one member’s trouble. Others ask, suggest and comfort. Nobody says “when I was there”, and the worker does not ask who has been.',
    matters:
      'Members help best when they work on their own piece of a trouble while they think about somebody else’s. Without that, one person is the client and the rest are a committee.',
    fine: 'An emergency. A few turns in which people only find out what happened. A rehearsal. Somebody’s own story, or the worker’s question for one, soon afterwards.',
  },
  sources: ['6', 'c'],
  silentIn: [],
  yieldsTo: ['hot-seat-interview', 'serial-casework', 'advice-volley-unchecked', 'monopoly-unattended'],
  thresholds: {
    turns: { default: 12, why: 'A shorter stretch is still finding out what happened.' },
    own: {
      default: 4,
      why: 'Turns of the one whose trouble it is; with fewer, the talk was of something else. Ours.',
    },
    others: {
      default: 2,
      why: 'Other members who speak to it; with fewer it is an interview (see hot-seat-interview).',
    },
    gap: {
      default: 4,
      why: 'Turns without the one whose trouble it is; after more, the talk has moved on. Ours.',
    },
    soonAfter: {
      default: 3,
      why: 'Turns after it in which it may still be widened. Ours, as for hot-seat-interview.',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) =>
    openRuns(group, [
      'cool-down',
      'go-round',
      'no-crosstalk',
      'limited-speech',
      'task-group',
      'presentation',
    ]).flatMap((run) => {
      const found: ReturnType<Pattern['see']>[number][] = [];
      const weighed = new Map<string, number>();
      for (let i = 0; i < run.length; i++) {
        const lead = run[i]!;
        // A start inside a stretch of the same member's is weighed with it.
        if (i <= (weighed.get(lead.name) ?? -1) || !laysOut(lead)) continue;
        const stretch = aboutFrom(run, i, threshold('gap'));
        const who = lead.name;
        weighed.set(who, i + stretch.length - 1);
        const helpers = helpersIn(stretch, who);
        const own = stretch.filter((move) => move.name === who).length;
        if (
          stretch.length < threshold('turns') ||
          own < threshold('own') ||
          helpers.length < threshold('others')
        )
          continue;
        const [from, to] = [stretch[0]!.index, stretch[stretch.length - 1]!.index];
        if (movesBetween(group, from, to + threshold('soonAfter')).some((move) => widens(move, who)))
          continue;
        if (stretch.some((move) => move.segment?.kind === 'role-play')) continue;
        found.push({
          at: from,
          to,
          evidence: helpers.map((name) => ({
            at: stretch.find((move) => move.name === name)!.index,
            shows: `${name} speaks to ${who}’s trouble`,
          })),
          message: `Turns ${from + 1}–${to + 1} are about what ${who} brings; ${named(helpers)} speak to it, and as recorded nobody says what of it is their own. Others may have had a piece of it to work on too. Which part of it belonged to others as well?`,
        });
        i += stretch.length - 1;
      }
      return found;
    }),
  alternatives: (group: Group, { at, to }) => {
    const trouble = group.moves[at]!;
    const who = trouble.name;
    const told = toldBack(trouble);
    const kin = kinOf(group, trouble, to);
    const others = othersFor(group, trouble, [who]);
    return [
      {
        skill: 'reframing-common-ground',
        line: told
          ? `${told} And the rest of you: which part of that is yours as well?`
          : `Which part of what ${who} is carrying is yours as well?`,
      },
      {
        skill: 'reaching-for-feeling-link',
        line: kin
          ? `${recalled(kin, { near: trouble })} How near is that to what ${who} has brought?`
          : `${named(others) || 'Everyone'}, when were you last in a place like ${who}’s?`,
      },
      {
        skill: 'turning-back',
        line: `Back to you, ${who}. Of all you’ve heard from people here, what fits?`,
      },
    ];
  },
};
