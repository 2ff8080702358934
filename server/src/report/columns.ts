/** The columns in which a recording is laid out for reading: as its own table has them, or as the school's list does. */
import { columnForNote, titlesOf } from '../recording/forms.ts';
import { columnOf } from '../recording/margin.ts';
import type { NoteKind, Recording } from '../recording/model.ts';

export type ColumnKind = 'dialogue' | 'feeling' | 'member-affect' | 'skill' | 'analysis' | 'supervisor';

export interface Column {
  readonly kind: ColumnKind;
  /** As the school writes it. */
  readonly title: string;
}

const KINDS: ReadonlySet<string> = new Set<ColumnKind>([
  'dialogue',
  'feeling',
  'member-affect',
  'skill',
  'analysis',
  'supervisor',
]);

/** Where nobody says otherwise: the form that most schools share. */
const USUAL = ['Dialogue', 'Feelings', 'Analysis', 'Supervisor'] as const;

/** The supervisor's column, where a form has none and somebody has commented. */
const SUPERVISOR: Column = { kind: 'supervisor', title: 'Supervisor' };

/**
 * The columns in their order. A recording that is written as a table has its own, all of them; any other the school's
 * list, without the supervisor's as long as nothing stands in it.
 * @param wanted titles of the school's list; one without a column for what was said is not used
 * @param commented somebody has something in the supervisor's column
 */
export function columnsOf(
  recording: Recording,
  wanted: readonly string[],
  commented: boolean,
): readonly Column[] {
  const row = recording.entries.find((entry) => entry.row !== undefined)?.row;
  const own = row && columnsNamed(titlesOf(row.place.block));
  if (own && has(own, 'dialogue')) return commented && !has(own, 'supervisor') ? [...own, SUPERVISOR] : own;
  const listed = columnsNamed(wanted);
  const columns = has(listed, 'dialogue') ? listed : columnsNamed(USUAL);
  if (!commented) return columns.filter(({ kind }) => kind !== 'supervisor');
  return has(columns, 'supervisor') ? columns : [...columns, SUPERVISOR];
}

/** The index of the column in which a note of a margin stands. */
export function columnIndexOf(kind: NoteKind, columns: readonly Column[]): number {
  const kinds = columns.map((column) => column.kind);
  return kinds.indexOf(columnForNote(kind, kinds) as ColumnKind);
}

function has(columns: readonly Column[], kind: ColumnKind): boolean {
  return columns.some((column) => column.kind === kind);
}

/** Titles that name a column, each kind once. The speaker stands with the words. */
function columnsNamed(titles: readonly string[]): Column[] {
  const columns: Column[] = [];
  for (const title of titles) {
    const kind = columnOf(title);
    if (kind !== undefined && KINDS.has(kind) && !has(columns, kind as ColumnKind))
      columns.push({ kind: kind as ColumnKind, title });
  }
  return columns;
}
