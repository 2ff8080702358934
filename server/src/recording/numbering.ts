/** Numbers before turns, as some schools ask for: `12. **Ana:** …`, which every Markdown viewer shows as a number. */
import type { DocumentEdit } from './edit.ts';
import type { Recording } from './model.ts';
import { unitsOf } from './units.ts';

const NUMBER = /^(?:\d{1,9}[.)][ \t]+)?/;
const BULLET = /^[ \t]*[-*+][ \t]/;

/**
 * Edits that put the number of every turn before it, setting right those that are there. Turns in tables and in
 * bulleted lists are counted and keep their lines as they are.
 */
export function numberTurns(recording: Recording, text: string): DocumentEdit[] {
  return numbered(recording, text, (number) => `${number}. `);
}

/** Edits that take the numbers out again. */
export function unnumberTurns(recording: Recording, text: string): DocumentEdit[] {
  return numbered(recording, text, () => '');
}

function numbered(recording: Recording, text: string, mark: (number: number) => string): DocumentEdit[] {
  const edits: DocumentEdit[] = [];
  let number = 0;
  for (const { start, end, entries, table } of unitsOf(recording)) {
    const turns = entries.filter(({ kind }) => kind === 'turn').length;
    number += turns;
    const line = text.slice(start, end);
    if (turns === 0 || table || BULLET.test(line)) continue;
    const { length } = NUMBER.exec(line)![0];
    const put = mark(number);
    if (put !== line.slice(0, length)) edits.push({ start, end: start + length, text: put });
  }
  return edits;
}
