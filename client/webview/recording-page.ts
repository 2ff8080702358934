/** The first page: the recording in columns. It holds what was drawn and changes only what an answer says is different. */
import type { PreviewAnswer } from '../../server/src/language/preview-protocol.ts';
import type { Column } from '../../server/src/report/columns.ts';
import type { Head, Row } from '../../server/src/report/page.ts';
import { el, filled } from './dom.ts';
import { drawHead } from './head.ts';
import type { Words } from './messages.ts';
import { keepStop, makeStop, movesAmong } from './moving.ts';
import { type Drawing, drawRow, drawTitles, inTable } from './rows.ts';

export interface RecordingPage {
  readonly element: HTMLElement;
  readonly take: (answer: PreviewAnswer) => void;
  readonly name: (file: string) => void;
  readonly showFull: (full: boolean) => void;
  /** The document's line of a turn, counted from 1. */
  readonly lineOfTurn: (turn: number) => number | undefined;
  readonly markCaret: (line: number) => void;
  readonly scrollTo: (line: number) => void;
  /** The line of what stands at the top of the window, as a number with the part of its row that is gone by. */
  readonly lineAtTop: (top: number) => number | undefined;
  readonly head: () => Head | undefined;
}

interface Drawn {
  readonly row: Row;
  readonly node: HTMLElement;
}

const JUMP = '.jump';

export function recordingPage(words: Words, goTo: (line: number) => void): RecordingPage {
  let head: Head | undefined;
  let headElement: HTMLElement = el('header', { class: 'head' });
  let file = '';
  let columns: readonly Column[] = [];
  let drawn: Drawn[] = [];
  let lines: readonly number[] = [];
  let turnRows: number[] = [];
  let full = false;
  let current: HTMLElement | undefined;
  let caret: number | undefined;
  const body = el('div', { class: 'body' });
  const element = el('div', {}, headElement, body);

  const drawing = (): Drawing => ({
    words,
    columns,
    full,
    student: head?.student ?? words.student,
    supervisor: head?.supervisor ?? words.supervisor,
  });

  const drawHeadAgain = (): void => {
    if (head === undefined) return;
    const made = drawHead(head, file, words, full);
    headElement.replaceWith(made);
    headElement = made;
  };

  /** Puts all rows where they belong: runs of turns into tables, the others between them. */
  const arrange = (): void => {
    const parts: HTMLElement[] = [];
    let table: HTMLElement | undefined;
    for (const { row, node } of drawn) {
      if (!inTable(row)) {
        table = undefined;
        parts.push(node);
        continue;
      }
      if (table === undefined) {
        table = el('div', { role: 'table', class: 'table', 'aria-label': words.recording });
        table.append(drawTitles(drawing()));
        parts.push(table);
      }
      table.append(node);
    }
    if (parts.length === 0) parts.push(el('p', { class: 'empty' }, words.empty));
    body.replaceChildren(...parts);
  };

  /** Numbers turns, where their number is another one. */
  const number = (): void => {
    turnRows = [];
    drawn.forEach(({ row, node }, index) => {
      if (row.kind !== 'turn') return;
      turnRows.push(index);
      const turn = `${turnRows.length}`;
      if (node.dataset.turn === turn) return;
      node.dataset.turn = turn;
      const jump = node.querySelector(JUMP)!;
      jump.textContent = turn;
      jump.setAttribute('aria-label', filled(words.goToTurn, turn, row.who.name));
    });
  };

  const splice = ({ from, removed, rows }: NonNullable<PreviewAnswer['rows']>): void => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-turn]')?.dataset.turn;
    const made = rows.map((row): Drawn => ({ row, node: drawRow(row, drawing()) }));
    const gone = drawn.slice(from, from + removed);
    const before = drawn[from - 1];
    const after = drawn[from + removed];
    const beside =
      before && inTable(before.row) ? before.node : after && inTable(after.row) ? after.node : undefined;
    keepOpen(gone, made);
    drawn = [...drawn.slice(0, from), ...made, ...drawn.slice(from + removed)];
    if (beside?.parentElement && [...gone, ...made].every(({ row }) => inTable(row))) {
      for (const { node } of gone) node.remove();
      const nodes = made.map(({ node }) => node);
      if (beside === before?.node) beside.after(...nodes);
      else beside.before(...nodes);
    } else arrange();
    number();
    keepStop(body, JUMP);
    if (focused !== undefined && !body.contains(document.activeElement))
      body.querySelector<HTMLElement>(`[data-turn="${Number(focused)}"] ${JUMP}`)?.focus();
  };

  movesAmong(body, JUMP, (jump) => {
    const index = drawn.findIndex(({ node }) => node.contains(jump));
    const line = lines[index];
    if (line !== undefined) goTo(line);
  });
  // Wherever one clicks in a turn's words, except where one selects them.
  body.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest(`summary, ${JUMP}`)) return;
    const row = target.closest('.dialogue')?.parentElement;
    if (!row || !window.getSelection()?.isCollapsed) return;
    const line = lines[drawn.findIndex(({ node }) => node === row)];
    if (line !== undefined) goTo(line);
  });

  /** Index of the last row that begins at or above a line. */
  const rowAt = (line: number): number => {
    let low = -1;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle]! <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** Marks the row in which the caret stands. */
  const markCurrent = (): void => {
    const node = caret === undefined ? undefined : drawn[rowAt(caret)]?.node;
    if (node === current) return;
    current?.classList.remove('current');
    current?.removeAttribute('aria-current');
    current = node;
    if (!node?.classList.contains('row')) return;
    node.classList.add('current');
    node.setAttribute('aria-current', 'true');
    const jump = node.querySelector(JUMP);
    if (jump && !body.contains(document.activeElement)) makeStop(body, jump);
  };

  return {
    element,
    take: (answer) => {
      if (answer.whole) drawn = [];
      if (answer.columns) {
        columns = answer.columns;
        body.style.setProperty('--columns', columnWidths(columns));
      }
      const isOther = answer.head !== undefined || answer.columns !== undefined;
      if (answer.head) head = answer.head;
      if (answer.head) drawHeadAgain();
      if (answer.columns && !answer.whole) {
        drawn = drawn.map(({ row }) => ({ row, node: drawRow(row, drawing()) }));
        arrange();
      }
      if (answer.rows) splice(answer.rows);
      else if (answer.whole || (isOther && drawn.length === 0)) arrange();
      if (answer.columns) {
        number();
        keepStop(body, JUMP);
      }
      if (answer.lines) lines = answer.lines;
      markCurrent();
    },
    name: (name) => {
      file = name;
      drawHeadAgain();
    },
    showFull: (wanted) => {
      full = wanted;
      for (const details of element.querySelectorAll('details')) details.open = wanted;
    },
    lineOfTurn: (turn) => lines[turnRows[turn - 1] ?? -1],
    markCaret: (line) => {
      caret = line;
      markCurrent();
    },
    scrollTo: (line) => {
      const index = rowAt(line);
      const node = drawn[index]?.node;
      if (line === 0 || node === undefined) {
        window.scrollTo({ top: 0 });
        return;
      }
      const next = lines[index + 1];
      const begin = lines[index]!;
      const part = next === undefined || next <= begin ? 0 : Math.min(1, (line - begin) / (next - begin));
      const place = (): number => {
        const { top, height } = node.getBoundingClientRect();
        return window.scrollY + top + height * part - topEdge(node);
      };
      window.scrollTo({ top: place() });
      // Rows above that were never drawn have a height that was guessed: once drawn, the place is another.
      requestAnimationFrame(() => window.scrollTo({ top: place() }));
    },
    lineAtTop: (top) => {
      const over = document
        .elementsFromPoint(window.innerWidth / 2, top)
        .map((one) => one.closest('.row:not(.titles), .prose, .section'))
        .find((one) => one !== null && body.contains(one));
      const found = over ? drawn.findIndex(({ node }) => node === over) : -1;
      if (found < 0) return undefined;
      const rect = drawn[found]!.node.getBoundingClientRect();
      const begin = lines[found]!;
      const next = lines[found + 1] ?? begin + 1;
      const part = rect.height === 0 ? 0 : Math.max(0, Math.min(1, (top - rect.top) / rect.height));
      return begin + part * (next - begin);
    },
    head: () => head,
  };

  /** How much of the window's top is under what stays there. */
  function topEdge(node: HTMLElement): number {
    const bar = document.querySelector('.bar')?.getBoundingClientRect().height ?? 0;
    const titles = node.parentElement?.querySelector('.titles')?.getBoundingClientRect().height ?? 0;
    return bar + titles;
  }
}

/** What somebody opened stays open while the same row is drawn again. */
function keepOpen(gone: readonly Drawn[], made: readonly Drawn[]): void {
  if (gone.length !== made.length) return;
  gone.forEach(({ node }, index) => {
    const before = [...node.querySelectorAll('details')];
    const now = [...made[index]!.node.querySelectorAll('details')];
    if (before.length !== now.length) return;
    before.forEach((details, i) => {
      now[i]!.open = details.open;
    });
  });
}

/** What was said gets the most room. */
function columnWidths(columns: readonly Column[]): string {
  const widths = columns.map(({ kind }) =>
    kind === 'dialogue' ? 'minmax(0, 2.3fr)' : kind === 'skill' ? 'minmax(0, 0.9fr)' : 'minmax(0, 1.25fr)',
  );
  return ['2.75rem', ...widths, 'minmax(0, 1.15fr)'].join(' ');
}
