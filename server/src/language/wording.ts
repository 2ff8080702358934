/** Small words of what the editor shows: counts, shares, first words. */

/** "1 turn", "2 turns". */
export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** A part of a whole as a whole number of hundredths: "40 %". */
export function shareOf(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;
}

/** The first words of a text, on one line, at most `most` characters of it. */
export function excerptOf(text: string, most = 60): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(' ', most);
  return `${line.slice(0, cut > most / 2 ? cut : most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Text as Markdown shows it unchanged: what somebody typed may hold any mark. */
export function plainly(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, '\\$&');
}
