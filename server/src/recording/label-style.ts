/** How speakers' labels are written: bold or plain, the colon in or out of the bold. */
import { startOfLine } from './edit.ts';
import type { Turn } from './model.ts';

/** `bold` is `**Ana:**`, `bold-name` is `**Ana**:`, `plain` is `Ana:`. */
export type LabelStyle = 'bold' | 'bold-name' | 'plain';

/** What may stand between a name and the end of its label: an addressee, and the marks of bold. A time stamp may not. */
const AFTER_NAME =
  /^(?:\*\*)?[ \t]*(?:(?:→|->|=>|➔)[^:：\r\n]*|\((?:to|towards?)[ \t][^():：\r\n]*\)(?:\*\*)?[ \t]*|\*\*[ \t]*)?[:：](?:\*\*)?/u;

/** What may stand before it on its line: a list mark, and the opening of bold. */
const BEFORE_NAME = /^\ufeff?[ \t]*(?:(?:[-+]|\*(?!\*)|\d{1,9}[.)])[ \t]+)?(\*\*)?$/u;

/** The style of a turn's label; undefined for one in a table, or written in another way. */
export function styleOf(turn: Turn): LabelStyle | undefined {
  if (turn.row) return undefined;
  const { block, start, end } = turn.label;
  const line = AFTER_NAME.exec(block.text.slice(end, end + 200))?.[0];
  if (line === undefined) return undefined;
  const before = BEFORE_NAME.exec(block.text.slice(startOfLine(block.text, start), start));
  if (!before) return undefined;
  if (before[1] === undefined) return /[*_]/.test(line) ? undefined : 'plain';
  if (/^[^*_]*[:：]\*\*$/u.test(line)) return 'bold';
  return /^[^*_]*\*\*[^*_]*[:：]$/u.test(line) ? 'bold-name' : undefined;
}

/** The style that most of these turns have; `bold` where there is none to see. */
export function mostUsedStyle(turns: readonly Turn[]): LabelStyle {
  const counts: Record<LabelStyle, number> = { bold: 0, 'bold-name': 0, plain: 0 };
  for (const turn of turns) {
    const style = styleOf(turn);
    if (style) counts[style]++;
  }
  if (counts.plain > counts.bold && counts.plain > counts['bold-name']) return 'plain';
  return counts['bold-name'] > counts.bold ? 'bold-name' : 'bold';
}

/** A label with its colon, as it is written in a style. */
export function inStyle(style: LabelStyle, label: string): string {
  if (style === 'plain') return `${label}:`;
  return style === 'bold' ? `**${label}:**` : `**${label}**:`;
}
