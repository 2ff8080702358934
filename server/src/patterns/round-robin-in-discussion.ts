import { opensFloor } from '../group/answering.ts';
import type { Move } from '../group/model.ts';
import { roundsIn } from '../group/rounds.ts';
import { turnsTo } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { count, toldBack } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';

const QUICK_POLL_WORDS = 12;

/** How many of the row a move names. */
function namedIn(move: Move, row: readonly Move[]): number {
  return new Set(row.map(({ name }) => name).filter((name) => turnsTo(move, name))).size;
}

export const pattern: Pattern = {
  id: 'round-robin-in-discussion',
  name: 'Round robin used for a discussion',
  family: 'COMM',
  core: true,
  severity: 'warning',
  dynamics: ['DP', 'SB', 'IP'],
  skills: ['inviting-participation', 'connecting', 'verbalising-norms'],
  question: 'What went unsaid while people waited for their turn?',
  page: {
    looksLike:
      'On a problem, a feeling or a decision, members speak in a fixed order, each once, and nobody answers anybody.',
    matters:
      'People wait instead of answering, and a thought that comes while another speaks is gone by one’s turn.',
    fine: 'Introductions, check-in, check-out. A quick poll. A talking circle. Once, to get everyone’s voice into the room on a hard matter, and then the floor is free.',
  },
  sources: ['S'],
  silentIn: [],
  thresholds: {
    members: { default: 4, why: 'Fewer in a row each once is ordinary talk.' },
    share: { default: 0.75, why: 'Part of the members present.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const size = { members: threshold('members'), share: threshold('share') };
    const found: Sighting[] = [];
    for (const { prompt, row } of roundsIn(group, size)) {
      const gated = ['go-round', 'no-crosstalk', 'limited-speech', 'safety', 'chosen-procedure'] as const;
      if (row.some((move) => gated.some((gate) => move.gates.has(gate)))) continue;
      // One who passes in three words makes no poll of what the others tell.
      const told = row.filter((move) => move.talk.wordCount > QUICK_POLL_WORDS).length;
      if (told * 2 < row.length) continue;
      const last = row[row.length - 1]!;
      const next = group.moves.slice(last.index + 1).find((move) => !move.talk.backchannel);
      // "Thanks, you lot. Preston, does she know?" takes up one of them; the floor is not freed by that.
      if (next?.byWorker && (opensFloor(next) || (does(next.talk, 'linking') && namedIn(next, row) >= 2)))
        continue;
      found.push({
        at: prompt.index,
        to: last.index,
        evidence: row.slice(0, 4).map((move) => ({ at: move.index, shows: `${move.name} takes a turn` })),
        message: `After turn ${prompt.index + 1}, ${count(row.length)} members speak in order, each once, and nobody answers anybody. They may have had things to say to each other. What went unsaid while people waited for their turn?`,
      });
    }
    return found;
  },
  alternatives: (group, { evidence }) => {
    const moves = evidence.map(({ at }) => group.moves[at]!);
    const [first, second] = moves;
    const told = moves.map((move) => toldBack(move)).find((line) => line !== '');
    return [
      {
        skill: 'inviting-participation',
        line:
          first && second
            ? `We don’t need an order. Who wants to answer something that ${first.name} or ${second.name} said?`
            : 'We don’t need an order. Come in when something in this is yours.',
      },
      {
        skill: 'connecting',
        line: told
          ? `${told} Who wants to go on from there?`
          : `Who wants to go on from ${first ? `what ${first.name} said` : 'what was just said'}?`,
      },
      {
        skill: 'verbalising-norms',
        line: `I notice we’re going round one by one${first && second ? `, ${first.name}, ${second.name} and so on` : ''}. Do you want that, or shall we let it run?`,
      },
    ];
  },
};
