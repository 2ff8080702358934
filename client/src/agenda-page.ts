/** The agenda put in order, and as Markdown. Knows nothing of the editor. */
import type { AgendaEntry } from '../../server/src/language/agenda.ts';
import type { State } from '../../server/src/recording/model.ts';
import type { AgendaItem, AgendaKind } from '../../server/src/report/agenda.ts';
import { asTyped } from './harmless.ts';

export type Grouping = 'recording' | 'student' | 'theme';

/** An item with the recording it is from. */
export interface Point extends AgendaItem {
  readonly uri: string;
  /** "Living with Loss 4, turn 12" as far as it is known. */
  readonly where: string;
}

export interface Grouped {
  readonly title: string;
  readonly detail: string;
  readonly points: readonly Point[];
}

/** What the agenda says besides what it was told, in the reader's language. */
export interface AgendaWords {
  readonly title: string;
  readonly empty: string;
  /** For what nobody is named for. */
  readonly nothing: string;
  readonly kinds: Readonly<Record<AgendaKind, string>>;
  readonly states: Readonly<Record<State, string>>;
  /** Counted from 1. */
  readonly turn: (number: number) => string;
  readonly line: (number: number) => string;
}

const ORDER: readonly AgendaKind[] = ['question', 'do-over', 'thread', 'finding'];

/** Items by recording, student or theme; what people ask comes before what was found. Empty groups are left out. */
export function grouped(
  entries: readonly AgendaEntry[],
  by: Grouping,
  words: AgendaWords,
): readonly Grouped[] {
  const groups = new Map<string, { detail: string; points: Point[] }>();
  const into = (title: string, detail: string, point: Point): void => {
    const group = groups.get(title) ?? { detail, points: [] };
    group.points.push(point);
    groups.set(title, group);
  };
  for (const entry of entries) {
    for (const item of entry.items) {
      const turn = item.turn > 0 ? words.turn(item.turn) : '';
      const own = [entry.student, words.states[entry.state]].filter((part) => part !== undefined).join(', ');
      const where =
        by === 'recording' ? turn : [nameOf(entry), turn].filter((part) => part !== '').join(', ');
      const point: Point = { ...item, uri: entry.uri, where };
      if (by === 'recording') into(nameOf(entry), own, point);
      else if (by === 'student') into(entry.student ?? words.nothing, '', point);
      else for (const theme of item.themes.length > 0 ? item.themes : [words.nothing]) into(theme, '', point);
    }
  }
  return [...groups].map(([title, { detail, points }]) => ({
    title,
    detail,
    points: points.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
  }));
}

/** The group and session, or else the name of the file. */
function nameOf({ uri, group, session, date }: AgendaEntry): string {
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.recording\.md$/, '');
  const name = group === undefined ? file : session === undefined ? group : `${group} ${session}`;
  return date === undefined ? name : `${name} (${date})`;
}

/**
 * The agenda as Markdown.
 * @param linkTo the address of an item's turn; without it the turn is named only, as suits a page that is passed on
 */
export function pageOf(
  groups: readonly Grouped[],
  words: AgendaWords,
  linkTo?: (point: Point) => string,
): string {
  const parts = groups.map(({ title, detail, points }) => {
    const kinds = ORDER.flatMap((kind) => {
      const own = points.filter((point) => point.kind === kind);
      if (own.length === 0) return [];
      return [`### ${words.kinds[kind]}\n\n${own.map((point) => lineOf(point, words, linkTo)).join('\n')}`];
    });
    return [`## ${asTyped(title)}${detail === '' ? '' : ` · ${asTyped(detail)}`}`, ...kinds].join('\n\n');
  });
  return `# ${words.title}\n\n${parts.length === 0 ? words.empty : parts.join('\n\n')}\n`;
}

function lineOf(point: Point, words: AgendaWords, linkTo: ((point: Point) => string) | undefined): string {
  const { text, author, where, line } = point;
  const said = text.replace(/\s+/g, (blank) => (blank.includes('\n') ? ' ' : blank)).trim();
  const place = where === '' ? words.line(line + 1) : where;
  const link = linkTo ? `[${asTyped(place)}](${linkTo(point)})` : `(${asTyped(place)})`;
  return `- ${author === undefined ? '' : `${asTyped(author)}: `}${asTyped(said)} ${link}`;
}
