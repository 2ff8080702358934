import type { Move } from '../group/model.ts';
import { byMember, lastBefore, sharesOf } from '../group/sequence.ts';
import { unnamedRuns } from '../group/shapes.ts';
import { stretchesBy } from '../group/stretches.ts';
import { count, othersFor, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

const GATES = ['go-round', 'no-crosstalk', 'presentation', 'task-group', 'limited-speech'] as const;

/** Turns past the first fifteen after which a beginning is no longer one: what goes on unchanged was the pattern. */
const GOES_ON = 10;

/** The parts of a run in which worker and members are free to talk as they like. */
function outsideGates(moves: readonly Move[]): Move[][] {
  const parts: Move[][] = [[]];
  const begins = (move: Move): boolean => move.gates.has('contracting');
  for (const move of moves) {
    if (
      GATES.some((gate) => move.gates.has(gate)) ||
      move.gates.has('safety') ||
      move.gates.has('chosen-procedure')
    )
      parts.push([]);
    else parts[parts.length - 1]!.push(move);
  }
  return parts.map((part) => {
    const past = part.filter((move) => !begins(move));
    return past.length >= GOES_ON ? part : past;
  });
}

export const pattern: Pattern = {
  id: 'maypole-pattern',
  name: 'Maypole',
  family: 'COMM',
  core: true,
  severity: 'warning',
  dynamics: ['DP', 'SB', 'MS'],
  skills: ['redirecting', 'backing-out', 'connecting'],
  question: 'What would happen if the next thing said did not come back to the worker?',
  page: {
    looksLike:
      'For twenty turns or more, talk runs from the worker to a member and back, then to the next: ribbons that all meet at one pole. Members hardly speak to each other.',
    matters:
      'All nine dynamics run between members. While each speaks to the worker, the others can only listen.',
    fine: 'Introductions, check-ins, the first minutes of a group, a presentation, very small groups, members for whom speech is hard. When the worker opened it and nobody came in, that was not her doing. A worker who is active is no maypole as long as members talk to each other.',
  },
  sources: ['S', '21', '53'],
  silentIn: [],
  yieldsTo: ['hot-seat-interview', 'serial-casework', 'round-robin-in-discussion'],
  thresholds: {
    turns: { default: 20, why: 'A shorter run is an exchange, not yet a pattern.' },
    worker: {
      default: 0.45,
      why: 'Share of worker turns; a perfect maypole has one half. Never used alone: groups vary widely [53].',
    },
    memberToMember: {
      default: 0.15,
      why: 'Share of steps from member to member, half of it where one takes the other up; a perfect maypole has none.',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (group.present.length <= 2) return [];
    return unnamedRuns(group)
      .filter(({ shape }) => shape === 'pole')
      .flatMap(({ moves }) => outsideGates(moves))
      .flatMap((part) =>
        stretchesBy(
          part,
          threshold('turns'),
          (shares) =>
            shares.worker >= threshold('worker') &&
            shares.memberToMember <= threshold('memberToMember') &&
            shares.direct <= threshold('memberToMember') / 2 &&
            shares.speakers.size >= 3 &&
            shares.openings <= 1,
        ),
      )
      .map((stretch) => {
        const from = stretch[0]!.index;
        const to = stretch[stretch.length - 1]!.index;
        const { speakers } = sharesOf(stretch);
        return {
          at: from,
          to,
          evidence: [...speakers].slice(0, 4).map((name) => ({
            at: stretch.find((move) => move.name === name)!.index,
            shows: `${name} and the worker`,
          })),
          message: `In this recording, turns ${from + 1}–${to + 1} run between the worker and ${count(speakers.size)} members, one at a time. There may have been room for them to speak to each other. What would happen if the next thing said did not come back to the worker?`,
        };
      });
  },
  alternatives: (group, { at, to }) => {
    const last = lastBefore(group, to + 1, to + 1 - at, (move) => byMember(move) && move.talk.wordCount >= 4);
    const [one] = last ? othersFor(group, last, [last.name]) : [];
    const told = toldBack(last, { own: true });
    if (last === undefined || one === undefined)
      return [
        { skill: 'redirecting', line: 'You’ve all been telling me. Who here would you rather say it to?' },
        { skill: 'backing-out', line: 'I’ll sit back for a bit. Stay with it between you.' },
      ];
    return [
      {
        skill: 'redirecting',
        line: told
          ? `${told} Could you say that to ${one}, rather than to me?`
          : `You’re looking at me, ${last.name}. Could you say it to ${one}?`,
      },
      {
        skill: 'connecting',
        line: `${one}, you’ve been listening to ${last.name}. What’s like yours in it, and what isn’t?`,
      },
      {
        skill: 'backing-out',
        line: `I’ll sit back for a bit. ${last.name}, ${one}, stay with it, and the rest of you come in.`,
      },
    ];
  },
};
