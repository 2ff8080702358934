import type { Group, Move } from '../group/model.ts';
import { byMember, takesUpMember, voiced } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { count, toldBack } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';

const QUICK_POLL_WORDS = 12;

/** The longest row of members, each once, that begins at `start`; the worker may call on the next in between. */
function rowFrom(moves: readonly Move[], start: number): Move[] {
  const row: Move[] = [];
  const heard = new Set<string>();
  for (let i = start; i < moves.length; i++) {
    const move = moves[i]!;
    if (move.byWorker) {
      // Calling the next one, or a word of thanks, keeps the round going; a real question or remark ends it.
      if (move.talk.wordCount > 10 || does(move.talk, 'opening', 'linking')) break;
      continue;
    }
    if (!byMember(move) || heard.has(move.name) || (row.length > 0 && takesUpMember(move))) break;
    heard.add(move.name);
    row.push(move);
  }
  return row;
}

/** The worker announces that each will have a turn. */
const ANNOUNCED =
  /\b(?:(?:down|along|round|around) the (?:row|line|circle|room|table)|go(?:ing)? (?:a)?round|one (?:after|by) (?:the other|another|one)|one at a time|in turn|take turns|each of you|everybody (?:to )?(?:say|tell|give)|from (?:this|that) (?:side|end)|this side|clockwise|starting (?:with|from))\b/i;

/** In the order of the roster, forwards or backwards, or called by the worker one by one. */
function inOrder(group: Group, row: readonly Move[]): boolean {
  const seats = group.recording.header.members
    .map((member) => member.name)
    .filter((name) => row.some((move) => move.name === name));
  const spoken = row.map((move) => move.name);
  const place = seats.indexOf(spoken[0]!);
  const turned = place < 0 ? [] : [...seats.slice(place), ...seats.slice(0, place)];
  const back = place < 0 ? [] : [...seats.slice(0, place + 1).reverse(), ...seats.slice(place + 1).reverse()];
  if (spoken.join() === turned.join() || spoken.join() === back.join()) return true;
  const called = row.slice(1).filter((move) => {
    const before = group.moves[move.index - 1];
    return before?.byWorker && before.talk.mentions.some((mention) => mention.name === move.name);
  }).length;
  return called >= row.length - 2;
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
    const moves = voiced(group.moves);
    const found: Sighting[] = [];
    for (let i = 1; i < moves.length; i++) {
      const prompt = moves[i - 1]!;
      if (!prompt.byWorker || !byMember(moves[i]!)) continue;
      const row = rowFrom(moves, i);
      const enough = Math.max(threshold('members'), Math.ceil(threshold('share') * group.present.length));
      if (row.length < enough || !(ANNOUNCED.test(prompt.turn.words) || inOrder(group, row))) continue;
      const gated = ['go-round', 'no-crosstalk', 'limited-speech', 'safety', 'chosen-procedure'] as const;
      if (row.some((move) => gated.some((gate) => move.gates.has(gate)))) continue;
      const words = row.reduce((sum, move) => sum + move.talk.wordCount, 0) / row.length;
      if (words <= QUICK_POLL_WORDS) continue;
      const last = row[row.length - 1]!;
      const next = moves.find((move) => move.index > last.index);
      if (next?.byWorker && does(next.talk, 'opening', 'linking')) continue;
      found.push({
        at: prompt.index,
        to: last.index,
        evidence: row.slice(0, 4).map((move) => ({ at: move.index, shows: `${move.name} takes a turn` })),
        message: `After turn ${prompt.index + 1}, ${count(row.length)} members speak in order, each once, and nobody answers anybody. They may have had things to say to each other. What went unsaid while people waited for their turn?`,
      });
      i = moves.indexOf(last);
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
