/** The header of a group's next recording, made from that of its last: what belongs to one session alone is left out. */
import { isHeaderBroken } from './header.ts';
import { type Place, type Recording, rangeOf } from './model.ts';

/** Keys about the people and the group, which go on from session to session. All others belong to one session. */
const LASTING: ReadonlySet<string> = new Set([
  'student',
  'supervisor',
  'field instructor',
  'liaison',
  'faculty liaison',
  'agency',
  'setting',
  'place',
  'venue',
  'group',
  'of',
  'worker',
  'members',
  'seating',
]);

/**
 * The next header, fences included, lines ending with `\n`. Values that stay are the very text of the last header; the
 * session is one more, and what is new each time stands there empty.
 * @param written today, as the writer's clock says: `2026-10-03`
 * @returns undefined where there is no header to go on from, or it is broken
 */
export function nextHeader(recording: Recording, text: string, written: string): string | undefined {
  const { header } = recording;
  if (header.place === undefined || isHeaderBroken(recording)) return undefined;
  const lineOf = (place: Place): number => text.lastIndexOf('\n', rangeOf(place).start - 1) + 1;
  const stop = text.slice(0, rangeOf(header.place).end).search(/(?:---|\.\.\.)[ \t]*\r?\n?$/);
  const starts = header.keys.map(({ key }) => lineOf(key));
  const kept = header.keys.flatMap(({ name }, i) =>
    LASTING.has(name.toLowerCase()) ? [text.slice(starts[i], starts[i + 1] ?? stop).trimEnd()] : [],
  );
  const at = kept.findIndex((lines) => /^(?:group|of|worker|members)\b/.test(lines));
  const session = header.session === undefined ? 'session:' : `session: ${header.session + 1}`;
  const fresh = ['date:', `written: ${written}`, session];
  const lines = at < 0 ? [...kept, ...fresh] : [...kept.slice(0, at), ...fresh, ...kept.slice(at)];
  return ['---', ...lines, 'absent: []', '---', ''].join('\n').replace(/\r\n?/g, '\n');
}
