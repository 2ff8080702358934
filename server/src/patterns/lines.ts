/** Making lines a worker could say: people's names, and their own words, shortened where a clause ends. */
import type { Group, Move } from '../group/model.ts';
import { familiesOf } from '../talk/families.ts';
import { countWords, FUNCTION_WORDS, stemsOf, straight, tokensOf } from '../talk/words.ts';

/** "Ana", "Ana and Ben", "Ana, Ben and Carla". */
export function named(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** Names to call to: "Ana", "Ana, Ben". */
export function called(names: readonly string[]): string {
  return names.join(', ');
}

/** "turn 12", "turns 12–30" from zero-based indexes. */
export function turns(at: number, to: number): string {
  return at === to ? `turn ${at + 1}` : `turns ${at + 1}–${to + 1}`;
}

/** A number in words up to twelve. */
export function count(n: number): string {
  return (
    ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][
      n
    ] ?? String(n)
  );
}

/** First letter upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Members who could be asked, best first: those who touched the same feeling or situation, then those who spoke last,
 * then the others present. Never somebody absent; nobody in `except`.
 */
export function othersFor(group: Group, move: Move, except: readonly string[], most = 2): string[] {
  const left = new Set(except);
  const scores = new Map<string, number>();
  for (const name of group.present) if (!left.has(name)) scores.set(name, 0);
  for (let i = Math.max(0, move.index - 30); i < Math.min(group.moves.length, move.index); i++) {
    const other = group.moves[i]!;
    if (!scores.has(other.name)) continue;
    const near = 1 - (move.index - i) / 60;
    const kin = [...other.talk.families].filter((family) => move.talk.families.has(family)).length;
    const words = [...other.talk.stems].filter((stem) => move.talk.stems.has(stem)).length;
    scores.set(other.name, Math.max(scores.get(other.name)!, near + 2 * kin + 0.5 * words));
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name)
    .slice(0, most);
}

/** The member whose words a worker's move answers: the nearest before it who said more than a few words. */
export function answered(group: Group, at: number, within = 6): Move | undefined {
  let nearest: Move | undefined;
  for (let i = at - 1; i >= Math.max(0, at - within); i--) {
    const move = group.moves[i]!;
    if (move.byWorker || move.turn.speaker.kind !== 'member') continue;
    nearest ??= move;
    if (move.talk.wordCount >= 5) return move;
  }
  return nearest;
}

const FILLERS =
  /^(?:(?:well|so|and|but|or|um|uh|oh|yeah|yes|no|look|like|honestly|anyway|you know|i mean|i guess|i suppose|the thing is|because|cos|then|just|okay|ok|right|actually|maybe|or that|that|which|to be honest|i think|i don't know|it's just)[,\s]+)+/i;
/** A clause that leans on what came before it says little alone. */
const LEANING = /^(?:which|that|who|because|to|of|for|with|than|as|if|when|it(?:'s| is| was)?$|and|or)\b/i;

/**
 * The clause of a member's turn that carries most, in their own words, at most `most` words long; undefined when none
 * can be cut without breaking it. Questions and half sentences are passed over.
 */
export function ownWords(move: Move, most = 9): string | undefined {
  const clauses = move.turn.words
    .split(
      /(?<=[.!?…;:—–])\s+|\s+[—–]+\s*|,\s+(?=(?:and|but|so|because|i|he|she|they|we|it|you|then|my|the)\b)|\s+(?=(?:but|because|and then)\s)/i,
    )
    .map((clause) => clause.trim())
    .filter((clause) => !/[?"“”‘]/.test(clause))
    .map((clause) => clause.replace(FILLERS, '').replace(/[\s.,!;:…—–-]+$/, ''))
    .filter((clause) => clause !== '' && !LEANING.test(clause));
  let best: { text: string; worth: number } | undefined;
  for (const text of clauses) {
    const length = countWords(text);
    if (length < 2 || length > most) continue;
    const tokens = tokensOf(text);
    const families = familiesOf(tokens.map((token) => token.text)).size;
    const worth =
      2 * families +
      stemsOf(tokens).size -
      Math.abs(length - 5) * 0.2 +
      (/\b(?:i|my|me)\b/i.test(text) ? 0.8 : 0);
    if (best === undefined || worth > best.worth) best = { text, worth };
  }
  return best && best.worth >= 1 ? best.text : undefined;
}

/** Own words as a quotation inside a line; an empty text where there are none, so that lines can be written both ways. */
export function quoted(move: Move | undefined, most = 9): string {
  const words = move && ownWords(move, most);
  return words === undefined ? '' : `‘${lowered(words)}’`;
}

/** The same, with a capital, to begin a line with. */
export function quotedFirst(move: Move | undefined, most = 9): string {
  return quoted(move, most).replace(/^‘(\p{Ll})/u, (_, first: string) => `‘${first.toUpperCase()}`);
}

/** Lowers a capital that only began a sentence: that of a small word. Any other may be a name's, and stays. */
function lowered(words: string): string {
  const first = /^\p{L}[\p{L}'’]*/u.exec(words)?.[0] ?? '';
  const small = FUNCTION_WORDS.has(straight(first.toLowerCase())) && !/^I(?:['’]|$)/.test(first);
  return small ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/**
 * Members' moves that a line can quote, one a person, in the order in which they were said: those whose words touch a
 * feeling or situation before those that do not, longer before shorter.
 */
export function quotable(moves: readonly Move[], most = 2): Move[] {
  const best = new Map<string, { readonly move: Move; readonly worth: number }>();
  for (const move of moves) {
    if (
      move.turn.speaker.kind !== 'member' ||
      move.talk.wordCount < 4 ||
      countWords(ownWords(move) ?? '') < 3
    )
      continue;
    const worth = 4 * move.talk.families.size + Math.min(20, move.talk.wordCount) / 4;
    if (worth > (best.get(move.name)?.worth ?? 0)) best.set(move.name, { move, worth });
  }
  return [...best.values()]
    .sort((a, b) => b.worth - a.worth)
    .slice(0, most)
    .map(({ move }) => move)
    .sort((a, b) => a.index - b.index);
}

/** "Ana says ‘the nights are long’, and Ben says ‘…’": what members said, to begin a line with; empty where nothing can be quoted. */
export function saidByTwo(moves: readonly Move[]): string {
  const [first, second] = quotable(moves);
  if (first === undefined) return '';
  return second === undefined
    ? `${first.name} said ${quoted(first)}`
    : `${first.name} said ${quoted(first)}, and ${second.name} ${quoted(second)}`;
}
