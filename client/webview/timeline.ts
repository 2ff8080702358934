/** The order of talk, drawn as a score; and the same as a table. */
import type { GroupPicture, Spot } from '../../server/src/report/group-picture.ts';
import { el, filled, svg, unturned } from './dom.ts';
import type { Words } from './messages.ts';
import { heightOf, laidIn, type Score, type System, scoreOf } from './score.ts';

const LANE = 17;
const GUTTER = 96;
const TITLES = 20;
const BAND = 17;
const MARKS = 17;
const NUMBERS = 13;
const LONGEST_NAME = 13;

/** Silences of this many seconds and more are drawn as wide as a silence gets. */
const LONG_SILENCE = 30;

/** @param width of the room that is there, in pixels */
export function drawTimeline(picture: GroupPicture, width: number, words: Words): HTMLElement {
  const score = scoreOf(picture.by.length, width - GUTTER - 4);
  return el(
    'div',
    { class: 'timeline', role: 'group', 'aria-label': words.order },
    ...score.systems.map((system) => drawSystem(picture, score, system, words)),
  );
}

function drawSystem(picture: GroupPicture, { cell }: Score, system: System, words: Words): SVGSVGElement {
  const { people, by, voices } = picture;
  const lanes = people.length + (voices.length > 0 ? 1 : 0);
  const count = system.to - system.from + 1;
  const x = (turn: number): number => GUTTER + (turn - system.from) * cell;
  const stretches = laidIn(system, picture.stretches);
  const bands = Math.max(0, ...stretches.map(({ row }) => row + 1));
  const bottom = TITLES + lanes * LANE;
  const below = bottom + NUMBERS + 4;
  const marks = picture.marks.filter(({ from }) => from >= system.from && from <= system.to);
  const [findings, strengths] = [marks.filter(isFinding), marks.filter((mark) => !isFinding(mark))];
  const rows = [findings, strengths].filter((row) => row.length > 0);
  const width = GUTTER + count * cell + 4;
  const height = below + bands * BAND + rows.length * MARKS + 4;

  return svg(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'group',
      'aria-label': filled(words.turns, system.from, system.to),
      'data-from': `${system.from}`,
      'data-to': `${system.to}`,
      'data-cell': `${cell}`,
      'data-lanes': `${bottom}`,
    },
    ...people.map(({ name, colour }, seat) => laneName(name, `${colour}`, seat)),
    voices.length > 0 && laneName(words.noSeat, '0', people.length),
    ...Array.from({ length: lanes }, (_, lane) =>
      svg('line', {
        class: 'lane',
        x1: GUTTER,
        x2: width - 4,
        y1: TITLES + (lane + 1) * LANE - 1.5,
        y2: TITLES + (lane + 1) * LANE - 1.5,
      }),
    ),
    ...picture.segments
      .filter(({ from, to }) => from <= system.to && to >= system.from)
      .map(({ title, from, to }) => {
        const start = x(Math.max(from, system.from));
        const room = x(Math.min(to, system.to) + 1) - start;
        return svg(
          'g',
          { class: 'piece' },
          svg('title', {}, title),
          svg('line', { x1: start + 0.5, x2: start + 0.5, y1: 3, y2: bottom }),
          svg('text', { x: start + 4, y: 13 }, cut(title, Math.floor((room - 6) / 6))),
        );
      }),
    ...picture.silences
      .filter(({ before }) => before >= system.from && before <= system.to + (isLast(system, by) ? 1 : 0))
      .map(({ before, seconds }) => {
        const label =
          seconds === undefined ? words.silence : `${words.silence}, ${filled(words.seconds, seconds)}`;
        const wide = 2 + (4 * Math.min(LONG_SILENCE, seconds ?? 0)) / LONG_SILENCE;
        return svg(
          'g',
          { class: 'mark silence', ...linkTo(Math.min(before, by.length), label) },
          svg('title', {}, label),
          svg('rect', { x: x(before) - wide / 2 - 0.5, y: TITLES, width: wide, height: bottom - TITLES }),
        );
      }),
    ...Array.from({ length: count }, (_, index) => {
      const turn = system.from + index;
      const seat = by[turn - 1]!;
      const lane = seat < 0 ? people.length : seat;
      const bar = svg(
        'rect',
        {
          class: `mark turn ${seat < 0 ? 'voice' : people[seat]!.kind}`,
          'data-colour': `${seat < 0 ? 0 : people[seat]!.colour}`,
          'data-floor': `${TITLES + (lane + 1) * LANE - 1.5}`,
          ...linkTo(turn, ''),
          x: x(turn) + 1,
          width: cell - 2,
          rx: 1.5,
        },
        svg('title'),
      );
      raise(bar, picture, words);
      return bar;
    }),
    ...stretches.flatMap(({ row, from, to, stretch }) => {
      const y = below + row * BAND;
      const name = words.shapes[stretch.kind];
      const label = `${name}: ${filled(words.turns, stretch.from, stretch.to)}`;
      const long = (to - from + 1) * cell - 2;
      return [
        svg(
          'g',
          { class: `mark stretch ${stretch.kind}`, ...linkTo(stretch.from, label) },
          svg('title', {}, label),
          svg('rect', { x: x(from) + 1, y, width: long, height: BAND - 3, rx: 3 }),
        ),
        svg(
          'text',
          { class: 'shape', 'aria-hidden': 'true', x: x(from) + 6, y: y + 10.5 },
          cut(name, Math.floor((long - 8) / 5.8)),
        ),
      ];
    }),
    ...rows.flatMap((row, index) =>
      byTurn(row).map(([turn, spots]) => {
        const y = below + bands * BAND + index * MARKS + MARKS / 2;
        const found = isFinding(spots[0]!);
        const what = spots.map(({ name }) => name).join('; ');
        const label = `${found ? words.finding : words.strength}: ${filled(words.goToTurn, turn, what)}`;
        return svg(
          'g',
          {
            class: `mark ${found ? `finding ${spots[0]!.severity ?? ''}` : 'strength'}`,
            ...linkTo(turn, label),
          },
          svg('title', {}, label),
          svg('rect', { class: 'reach', x: x(turn), y: y - MARKS / 2, width: cell, height: MARKS }),
          found
            ? svg('path', { d: triangle(x(turn) + cell / 2, y) })
            : svg('path', { d: star(x(turn) + cell / 2, y) }),
        );
      }),
    ),
    ...tens(system).map((turn) =>
      svg(
        'text',
        { class: 'ten', x: x(turn) + cell / 2, y: bottom + NUMBERS - 2, 'text-anchor': 'middle' },
        `${turn}`,
      ),
    ),
  );

  function laneName(name: string, colour: string, lane: number): SVGGElement {
    return svg(
      'g',
      { class: 'lane-name', 'data-colour': colour },
      svg('title', {}, name),
      svg(
        'text',
        { x: GUTTER - 8, y: TITLES + (lane + 1) * LANE - 5, 'text-anchor': 'end' },
        cut(name, LONGEST_NAME),
      ),
    );
  }
}

/** Gives the bar of a turn the height of its words, and says them. */
function raise(bar: SVGRectElement, { by, people, words: said }: GroupPicture, words: Words): void {
  const turn = Number(bar.dataset.turn);
  const seat = by[turn - 1]!;
  const count = said[turn - 1] ?? 0;
  const high = Math.max(3, heightOf(count) * (LANE - 3));
  const label = filled(words.turnBy, turn, seat < 0 ? words.noSeat : people[seat]!.name, count);
  bar.setAttribute('height', high.toFixed(2));
  bar.setAttribute('y', (Number(bar.dataset.floor) - high).toFixed(2));
  bar.setAttribute('aria-label', label);
  bar.firstElementChild!.textContent = unturned(label);
}

/** Raises and lowers the bars of those turns whose words are others than before: all else is as it was drawn. */
export function redrawWords(
  timeline: Element,
  before: readonly number[],
  picture: GroupPicture,
  words: Words,
): void {
  picture.words.forEach((count, index) => {
    if (count === before[index]) return;
    const bar = timeline.querySelector<SVGRectElement>(`.turn[data-turn="${index + 1}"]`);
    if (bar) raise(bar, picture, words);
  });
}

/** The turn whose column is pressed, above or below its bar: bars are small. */
export function turnUnder({ target, clientX, clientY }: MouseEvent): number | undefined {
  const system = target instanceof Element ? target.closest<SVGSVGElement>('.timeline svg') : null;
  if (!system || (target as Element).closest('.mark')) return undefined;
  const { left, top, width } = system.getBoundingClientRect();
  const scale = width / system.viewBox.baseVal.width || 1;
  const { from, to, cell, lanes } = system.dataset;
  const column = Math.floor(((clientX - left) / scale - GUTTER) / Number(cell));
  const turn = Number(from) + column;
  const isInLanes = (clientY - top) / scale <= Number(lanes) && column >= 0;
  return isInLanes && turn <= Number(to) ? turn : undefined;
}

const isFinding = (mark: Spot): boolean => mark.kind === 'finding';
const isLast = ({ to }: System, by: readonly number[]): boolean => to === by.length;

function linkTo(turn: number, label: string) {
  return { role: 'link', tabindex: '-1', 'aria-label': label, 'data-turn': `${turn}` } as const;
}

/** Numbers below the lanes. */
function tens({ from, to }: System): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((turn) => turn % 10 === 0);
}

function byTurn(marks: readonly Spot[]): [number, Spot[]][] {
  const turns = new Map<number, Spot[]>();
  for (const mark of marks) turns.set(mark.from, [...(turns.get(mark.from) ?? []), mark]);
  return [...turns];
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return most < 3 ? '' : `${text.slice(0, most - 1).trimEnd()}…`;
}

function triangle(x: number, y: number): string {
  return `M${x} ${y - 5}L${x + 4.6} ${y + 3.6}L${x - 4.6} ${y + 3.6}Z`;
}

function star(x: number, y: number): string {
  return `M${x} ${y - 5.5}Q${x + 1} ${y - 1} ${x + 5.5} ${y}Q${x + 1} ${y + 1} ${x} ${y + 5.5}Q${x - 1} ${y + 1} ${x - 5.5} ${y}Q${x - 1} ${y - 1} ${x} ${y - 5.5}Z`;
}

/** @param turnLink what leads to a turn */
export function turnTable(
  picture: GroupPicture,
  words: Words,
  turnLink: (turn: number) => HTMLElement,
): HTMLTableElement {
  const { by, people } = picture;
  const there = new Map<number, string[]>();
  const put = (turn: number, what: string): void => {
    there.set(turn, [...(there.get(turn) ?? []), what]);
  };
  for (const { before, seconds } of picture.silences)
    put(
      Math.min(before, by.length),
      seconds === undefined ? words.silence : `${words.silence}, ${filled(words.seconds, seconds)}`,
    );
  for (const { title, from } of picture.segments) put(from, title);
  for (const { kind, from, to } of picture.stretches)
    put(from, `${words.shapes[kind]} (${filled(words.turns, from, to)})`);
  for (const mark of picture.marks)
    put(mark.from, `${isFinding(mark) ? words.finding : words.strength}: ${mark.name}`);
  const heads = [words.turn, words.name, words.wordsSaid, words.whatStandsThere];
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el(
      'tbody',
      {},
      ...by.map((seat, index) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, turnLink(index + 1)),
          el('td', { dir: 'auto' }, seat < 0 ? words.noSeat : people[seat]!.name),
          el('td', { class: 'count' }, `${picture.words[index] ?? 0}`),
          el('td', { dir: 'auto' }, (there.get(index + 1) ?? []).join('; ')),
        ),
      ),
    ),
  );
}
