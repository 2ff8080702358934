/** Student's and supervisor's readings side by side, as Markdown. Knows nothing of the editor. */
import type { Readings } from '../../server/src/language/readers.ts';
import { asTyped } from './harmless.ts';

/** What the page says besides what it was told, in the reader's language. */
export interface ReadersWords {
  readonly title: string;
  readonly nothing: string;
  readonly student: string;
  readonly supervisor: string;
  readonly turn: string;
  readonly both: string;
  readonly only: (name: string) => string;
}

export function pageOf({ student, supervisor, turns }: Readings, words: ReadersWords): string {
  const title = `# ${words.title}`;
  if (turns.length === 0) return `${title}\n\n${words.nothing}\n`;
  const only = [words.only(student ?? words.student), words.only(supervisor ?? words.supervisor)];
  const rows = turns.map(({ turn, speaker, words: said, both, onlyStudent, onlySupervisor }) =>
    [
      `${turn} · **${cell(speaker)}:** ${cell(shortened(said))}`,
      ...[both, onlyStudent, onlySupervisor].map((marks) => cell(marks.join('; '))),
    ].join(' | '),
  );
  const heads = [words.turn, words.both, ...only];
  return `${title}\n\n| ${heads.map(cell).join(' | ')} |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;
}

function cell(text: string): string {
  return asTyped(text)
    .replace(/[|*_`]/g, '\\$&')
    .replace(/\s+/g, (blank) => (blank.includes('\n') ? ' ' : blank));
}

function shortened(words: string): string {
  return words.length <= 80 ? words : `${words.slice(0, 78).trimEnd()}…`;
}
