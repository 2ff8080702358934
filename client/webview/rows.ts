/** The rows of a recording as elements: turns and events in columns, headings, prose, notes, and what was found. */
import type { Column } from '../../server/src/report/columns.ts';
import type {
  EventRow,
  Mark,
  NoteOnPage,
  Row,
  Said,
  ThreadOnPage,
  TurnRow,
} from '../../server/src/report/page.ts';
import type { Reading } from '../../server/src/report/readers.ts';
import { el, filled } from './dom.ts';
import type { Words } from './messages.ts';

/** What all rows are drawn with. */
export interface Drawing {
  readonly words: Words;
  readonly columns: readonly Column[];
  /** Notes in full. */
  readonly full: boolean;
  readonly student: string;
  readonly supervisor: string;
}

/** Signs of findings by how much they weigh; a screen reader hears the word beside it. */
const SIGNS = { error: '◆', warning: '▲', information: '●', hint: '○' } as const;

/** Whether a row stands in the table of the dialogue. */
export function inTable(row: Row): boolean {
  return row.kind === 'turn' || row.kind === 'event' || (row.kind === 'heading' && row.of === 'segment');
}

export function drawRow(row: Row, drawing: Drawing): HTMLElement {
  switch (row.kind) {
    case 'turn':
      return turnElement(row, drawing);
    case 'event':
      return eventElement(row, drawing);
    case 'heading': {
      if (row.of === 'section') return el('h2', { class: 'section', dir: 'auto' }, row.text);
      const cell = el('div', { role: 'cell', class: 'all', 'aria-colspan': `${drawing.columns.length + 2}` });
      cell.append(el('h3', { dir: 'auto' }, row.text));
      return el('div', { role: 'row', class: 'row segment' }, cell);
    }
    case 'prose':
      return el(
        'div',
        { class: 'prose' },
        el('p', { dir: 'auto' }, row.text),
        ...row.threads.map((thread) => threadElement(thread, drawing)),
      );
    case 'notes':
      return el(
        'div',
        { class: 'prose notes' },
        ...row.notes.map((note) => noteElement(note, undefined, drawing)),
        ...row.threads.map((thread) => threadElement(thread, drawing)),
      );
  }
}

/** The row of titles above a table. */
export function drawTitles({ words, columns }: Drawing): HTMLElement {
  const title = (name: string, kind: string): HTMLElement =>
    el('div', { role: 'columnheader', class: kind }, name);
  return el(
    'div',
    { role: 'row', class: 'row titles' },
    title(words.turn, 'number'),
    ...columns.map((column) => title(column.title, column.kind)),
    title(words.margin, 'margin'),
  );
}

function turnElement(row: TurnRow, drawing: Drawing): HTMLElement {
  const { words } = drawing;
  const number = el('button', { type: 'button', class: 'jump', tabindex: '-1' });
  return el(
    'div',
    { role: 'row', class: `row turn ${row.who.kind}` },
    el('div', { role: 'cell', class: 'number' }, number),
    ...drawing.columns.map((column, index) =>
      column.kind === 'dialogue'
        ? el('div', { role: 'cell', class: 'dialogue' }, ...saidElements(row), ...loose(row, index, drawing))
        : noteCell(row, index, drawing),
    ),
    el(
      'div',
      { role: 'cell', class: 'margin' },
      ...row.marks.map((mark) => markElement(mark, words, drawing.full)),
    ),
  );
}

/** Notes for which a form has no column stand under the words. */
function loose(row: TurnRow | EventRow, index: number, drawing: Drawing): HTMLElement[] {
  return (row.cells[index] ?? []).map((note) => noteElement(note, undefined, drawing));
}

function saidElements({ who, to, said }: TurnRow): HTMLElement[] {
  return [
    el(
      'p',
      { class: 'who', dir: 'auto' },
      el('span', { class: 'name', 'data-colour': `${who.colour}` }, who.name),
      to.length > 0 && el('span', { class: 'to' }, ` → ${to.join(', ')}`),
    ),
    el('p', { class: 'said', dir: 'auto' }, ...pieces(said)),
  ];
}

/** What was done stands in brackets between what was said. */
function pieces(said: readonly Said[]): (Node | string)[] {
  return said.flatMap(({ text, act }, index) => {
    const before = said[index - 1]?.text ?? '';
    const gap = index > 0 && !/\s$/.test(before) && !/^[\s.,;:!?…—–]/.test(text) ? [' '] : [];
    return [...gap, act ? el('em', { class: 'act' }, `(${text})`) : text];
  });
}

function eventElement(row: EventRow, drawing: Drawing): HTMLElement {
  return el(
    'div',
    { role: 'row', class: `row event ${row.nature}` },
    el('div', { role: 'cell', class: 'number' }),
    ...drawing.columns.map((column, index) =>
      column.kind === 'dialogue'
        ? el(
            'div',
            { role: 'cell', class: 'dialogue' },
            el('p', { class: 'told', dir: 'auto' }, row.text),
            ...loose(row, index, drawing),
          )
        : noteCell(row, index, drawing),
    ),
    el('div', { role: 'cell', class: 'margin' }),
  );
}

function noteCell(row: TurnRow | EventRow, index: number, drawing: Drawing): HTMLElement {
  const { kind, title } = drawing.columns[index]!;
  const notes = (row.cells[index] ?? []).map((note) => noteElement(note, kind, drawing));
  const threads =
    kind === 'supervisor' ? row.threads.map((thread) => threadElement(thread, drawing, kind)) : [];
  const readers =
    kind === 'supervisor' && row.kind === 'turn' && row.readers ? [readersElement(row.readers, drawing)] : [];
  return el('div', { role: 'cell', class: kind, 'data-title': title }, ...notes, ...threads, ...readers);
}

/** @param column the kind of the column it stands in: a note of that kind needs no label */
function noteElement(note: NoteOnPage, column: string | undefined, { words }: Drawing): HTMLElement {
  const label = [
    ...(note.kind === column ? [] : [words.noteKinds[note.kind]]),
    ...(note.about === undefined ? [] : [note.about]),
    ...signed(note),
  ].join(' · ');
  return el(
    'div',
    { class: `note ${note.kind}` },
    label !== '' && el('span', { class: 'label', dir: 'auto' }, label),
    el('p', { dir: 'auto' }, note.text),
  );
}

function signed({ author, date }: NoteOnPage): string[] {
  const by = [author, date].filter((part) => part !== undefined).join(', ');
  return by === '' ? [] : [by];
}

function threadElement(thread: ThreadOnPage, drawing: Drawing, column?: string): HTMLElement {
  const { words } = drawing;
  const shown = thread.notes.filter(({ kind, text }) => kind !== 'resolved' || text !== '');
  const notes = shown.map((note) => noteElement(note, column, drawing));
  const about =
    thread.turns === undefined ? [] : [el('p', { class: 'about' }, filled(words.onTurns, thread.turns))];
  if (thread.state !== 'resolved') {
    const badge = thread.state === 'open' ? [el('span', { class: 'badge' }, words.open)] : [];
    return el('div', { class: `thread ${thread.state}` }, ...badge, ...about, ...notes);
  }
  const details = el(
    'details',
    { class: 'thread resolved' },
    el(
      'summary',
      {},
      el('span', { class: 'badge' }, `✓ ${words.resolved}`),
      ' ',
      el('span', { class: 'begin', dir: 'auto' }, excerptOf(shown[0]?.text ?? '')),
    ),
    ...about,
    ...notes,
  );
  details.open = drawing.full;
  return details;
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 48) return line;
  const cut = line.lastIndexOf(' ', 48);
  return `${line.slice(0, cut > 24 ? cut : 48)}…`;
}

function readersElement({ both, onlyStudent, onlySupervisor }: Reading, drawing: Drawing): HTMLElement {
  const { words } = drawing;
  const line = (who: string, marks: readonly string[]): HTMLElement[] =>
    marks.length === 0 ? [] : [el('dt', { dir: 'auto' }, who), el('dd', { dir: 'auto' }, marks.join(', '))];
  return el(
    'div',
    { class: 'readers' },
    el('span', { class: 'label' }, words.twoReaders),
    el(
      'dl',
      {},
      ...line(words.bothMarked, both),
      ...line(filled(words.onlyReader, drawing.student), onlyStudent),
      ...line(filled(words.onlyReader, drawing.supervisor), onlySupervisor),
    ),
  );
}

/** A finding or a strength: its name, and what it says behind it. */
export function markElement(mark: Mark, words: Words, full: boolean): HTMLElement {
  const isFinding = mark.kind === 'finding';
  const sign = isFinding ? SIGNS[mark.severity ?? 'information'] : '✦';
  const reach = mark.to > mark.from ? filled(words.turns, mark.from, mark.to) : '';
  const details = el(
    'details',
    { class: `mark ${mark.kind} ${mark.severity ?? ''}` },
    el(
      'summary',
      {},
      el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      el('span', { class: 'hidden' }, `${isFinding ? words.finding : words.strength}: `),
      el(
        'span',
        {},
        el('span', { class: 'title' }, mark.name),
        ' ',
        reach !== '' && el('span', { class: 'reach' }, reach),
      ),
    ),
    el('p', { dir: 'auto' }, mark.text),
    mark.dynamics.length > 0 && el('p', { class: 'dynamics' }, mark.dynamics.join(' · ')),
  );
  details.open = full;
  return details;
}
