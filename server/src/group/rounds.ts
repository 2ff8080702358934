/** Rounds: members who speak in an order that is not theirs, each once, and nobody answers anybody. */
import { does } from '../talk/model.ts';
import { straight } from '../talk/words.ts';
import type { Group, Move } from './model.ts';
import { byMember, takesUpMember, voiced } from './sequence.ts';

/** A round with the worker's turn that set it going. */
export interface Round {
  readonly prompt: Move;
  readonly row: readonly Move[];
}

/** How many speak in a round that a reader would call one. */
export interface RoundSize {
  /** At least so many members, */
  readonly members: number;
  /** and at least this share of those who are there. */
  readonly share: number;
}

/** The longest row of members, each once, that begins at `start`; the worker may call on the next in between. */
function rowFrom(moves: readonly Move[], start: number, announced: boolean): Move[] {
  const row: Move[] = [];
  const heard = new Set<string>();
  for (let i = start; i < moves.length; i++) {
    const move = moves[i]!;
    if (move.byWorker) {
      // Calling the next one, or a word of thanks, keeps the round going; a real question or remark ends it.
      if (move.talk.wordCount > 10 || does(move.talk, 'opening', 'linking')) break;
      continue;
    }
    if (!byMember(move) || heard.has(move.name)) break;
    if (row.length > 0 && (announced ? speaksTo(move, row) : takesUpMember(move))) break;
    heard.add(move.name);
    row.push(move);
  }
  return row;
}

/**
 * Where an order is set, one who waits may well say "the same as his" when it comes to her; she answers nobody until she
 * speaks to somebody.
 */
function speaksTo(move: Move, row: readonly Move[]): boolean {
  const { addressee } = move.talk;
  return (
    addressee.kind === 'person' &&
    addressee.by !== 'answer' &&
    row.some(({ name }) => addressee.names.includes(name))
  );
}

/** The worker announces that each will have a turn, or in which order. */
const ANNOUNCED =
  /\b(?:(?:down|along|round|around|across|up) (?:the|this|our) (?:row|line|circle|room|table|bench|ring|half-circle|horseshoe)|(?:go|goes|going|went|keep on|work|come|take it) (?:a)?round\b|one (?:after|by) (?:the other|another|one)|one at a time|in (?:turn|order)|take turns|each (?:of (?:you|us)|one|person|in turn)|every(?:body|one|\s?single (?:one|person)) (?:to )?(?:say|tell|give|share)|every(?:body|one) has a (?:go|turn)|(?:from|at|by) (?:this|that|one|the far|the door|the window) (?:side|end)|\w+(?:'s)? (?:end|side) first|this side|(?:anti-?)?clockwise|left to right|right to left|starting (?:with|from)|(?:as|the way|how|where) (?:you|ye|we|everyone|everybody)(?:'re| are| is) (?:sat|sitting|seated)|by the seats?|in (?:the order|seat order|the seating))\b/i;

/** In the order of the roster, forwards or backwards, or called by the worker one by one. */
function inOrder(group: Group, row: readonly Move[]): boolean {
  const seats = group.recording.header.members
    .map((member) => member.name)
    .filter((name) => row.some((move) => move.name === name));
  const spoken = row.map((move) => move.name);
  const place = seats.indexOf(spoken[0]!);
  const turned = place < 0 ? [] : [...seats.slice(place), ...seats.slice(0, place)];
  const back = place < 0 ? [] : [...seats.slice(0, place + 1).reverse(), ...seats.slice(place + 1).reverse()];
  // Four people fall into some order of the roster, from either end, one time in three.
  const byChance = row.length <= 4;
  if (!byChance && (spoken.join() === turned.join() || spoken.join() === back.join())) return true;
  const called = row.slice(1).filter((move) => {
    const before = group.moves[move.index - 1];
    return before?.byWorker && before.talk.mentions.some((mention) => mention.name === move.name);
  }).length;
  return called >= row.length - 2;
}

/** The rounds of a session, whatever they are about, in their order. */
export function roundsIn(group: Group, size: RoundSize): Round[] {
  const moves = voiced(group.moves);
  const most = Math.max(size.members, Math.ceil(size.share * group.present.length));
  // An order that was announced is one, though some pass, or were told only to listen.
  const half = Math.max(size.members, Math.ceil(group.present.length / 2));
  const rounds: Round[] = [];
  for (let i = 1; i < moves.length; i++) {
    const prompt = moves[i - 1]!;
    if (!prompt.byWorker || !byMember(moves[i]!)) continue;
    const announced = ANNOUNCED.test(straight(prompt.turn.words));
    const row = rowFrom(moves, i, announced);
    if (announced ? row.length < half : row.length < most || !inOrder(group, row)) continue;
    rounds.push({ prompt, row });
    i = moves.indexOf(row[row.length - 1]!);
  }
  return rounds;
}
