/** Who speaks to whom, in a circle; and the same as a table. */
import type { Arrow, GroupPicture, Person } from '../../server/src/report/group-picture.ts';
import { bendPast, circleOf, lineOf, pair, thicknessOf } from './circle.ts';
import { el, filled, svg } from './dom.ts';
import type { Words } from './messages.ts';

/** The seat of everybody, in the middle. */
const THE_GROUP: typeof import('../../server/src/report/group-picture.ts').THE_GROUP = -1;
const MIDDLE = 27;

/** How far lines bend: those that only follow keep out of the way of the others. */
const BEND = { shown: 0.1, after: 0.19 };

export function drawSociogram(picture: GroupPicture, words: Words): SVGSVGElement {
  const { people, arrows } = picture;
  const circle = circleOf(people.length);
  const at = (seat: number) => (seat === THE_GROUP ? circle.centre : circle.seats[seat]!);
  const gap = (seat: number): number => (seat === THE_GROUP ? MIDDLE : circle.radius) + 3;
  const name = (seat: number): string => (seat === THE_GROUP ? words.theGroup : people[seat]!.name);

  const most = Math.max(0, ...arrows.flatMap(({ shown, after }) => [shown, after]));
  const hasMiddle = arrows.some(({ to }) => to === THE_GROUP);
  const clear = hasMiddle ? MIDDLE + 4 : 0;
  const lines = arrows.flatMap((arrow) => {
    const { from, to } = arrow;
    const label = filled(words.arrow, name(from), name(to), arrow.shown, arrow.after, arrow.turns[0] ?? '');
    const kinds = (['after', 'shown'] as const).filter((kind) => arrow[kind] > 0);
    return kinds.map((kind) => {
      const width = thicknessOf(arrow[kind], most);
      const bend = to === THE_GROUP ? 0 : bendPast(at(from), at(to), circle.centre, clear, BEND[kind]);
      const line = lineOf(at(from), at(to), [gap(from), gap(to)], bend, width);
      return svg(
        'g',
        {
          class: `mark arrow ${kind}`,
          role: 'link',
          tabindex: '-1',
          'aria-label': label,
          'data-turn': `${arrow.turns[0] ?? ''}`,
          'data-from': `${from}`,
          'data-to': `${to}`,
          'data-colour': `${people[from]!.colour}`,
        },
        svg('title', {}, label),
        svg('path', { class: 'reach', d: line.d }),
        svg('path', {
          class: 'line',
          d: line.d,
          'stroke-width': width,
          ...(kind === 'after' ? { 'stroke-dasharray': `0.1 ${(2.5 + 1.8 * width).toFixed(1)}` } : {}),
        }),
        svg('polygon', { points: line.head.map(pair).join(' ') }),
      );
    });
  });
  const order = (node: Element): number => (node.classList.contains('after') ? 0 : 1);

  return svg(
    'svg',
    {
      class: 'sociogram',
      viewBox: `0 0 ${circle.width} ${circle.height}`,
      role: 'group',
      'aria-label': words.whoToWhom,
    },
    svg('circle', {
      class: 'ring',
      cx: circle.centre.x,
      cy: circle.centre.y,
      r: circle.distance,
    }),
    ...lines.sort((a, b) => order(a) - order(b)),
    hasMiddle &&
      svg(
        'g',
        { class: 'everybody' },
        svg('circle', { cx: circle.centre.x, cy: circle.centre.y, r: MIDDLE }),
        svg('text', { x: circle.centre.x, y: circle.centre.y + 4, 'text-anchor': 'middle' }, words.theGroup),
      ),
    ...people.map((person, seat) => drawSeat(person, seat, circle, words)),
    ...people.map(({ name: [initial = '?'] }, seat) => {
      const { x, y } = circle.seats[seat]!;
      return svg(
        'text',
        { class: 'initial', 'aria-hidden': 'true', x, y: y + 5, 'text-anchor': 'middle' },
        initial.toLocaleUpperCase(),
      );
    }),
  );
}

function drawSeat(
  person: Person,
  seat: number,
  { seats, radius }: ReturnType<typeof circleOf>,
  words: Words,
): SVGGElement {
  const { x, y, label } = seats[seat]!;
  const says =
    person.first === undefined
      ? filled(words.silent, person.name)
      : filled(words.person, person.name, person.turns, person.words, person.first);
  return svg(
    'g',
    {
      class: `mark seat ${person.kind}${person.first === undefined ? ' silent' : ''}`,
      role: 'link',
      tabindex: '-1',
      'aria-label': says,
      'data-turn': `${person.first ?? ''}`,
      'data-seat': `${seat}`,
      'data-colour': `${person.colour}`,
    },
    ...(person.kind === 'worker'
      ? [
          svg('rect', {
            class: 'around',
            x: x - radius - 3,
            y: y - radius - 3,
            width: 2 * radius + 6,
            height: 2 * radius + 6,
            rx: 9,
          }),
          svg('rect', {
            x: x - radius + 1,
            y: y - radius + 1,
            width: 2 * radius - 2,
            height: 2 * radius - 2,
            rx: 6,
          }),
        ]
      : [svg('circle', { cx: x, cy: y, r: radius })]),
    svg('text', { class: 'name', x: label.x, y: label.y, 'text-anchor': label.anchor }, person.name),
  );
}

/** What is under the pointer or has the focus stands out, with all that goes from it or comes to it. */
export function followEye(picture: SVGSVGElement): void {
  const show = ({ target }: Event): void => {
    const mark = target instanceof Element ? target.closest<SVGElement>('.mark') : null;
    const { seat, from, to } = mark?.dataset ?? {};
    picture.classList.toggle('looking', mark !== null && mark !== undefined);
    for (const one of picture.querySelectorAll<SVGElement>('.mark')) {
      const own = one.dataset;
      const isPart =
        one === mark ||
        (seat !== undefined && (own.from === seat || own.to === seat)) ||
        (from !== undefined && (own.seat === from || own.seat === to));
      one.classList.toggle('part', isPart);
    }
  };
  const away = (): void => picture.classList.remove('looking');
  picture.addEventListener('mouseover', show);
  picture.addEventListener('focusin', show);
  picture.addEventListener('mouseleave', away);
  picture.addEventListener('focusout', away);
}

/** @param turnLink what leads to a turn */
export function arrowTable(
  { arrows, people }: GroupPicture,
  words: Words,
  turnLink: (turn: number) => HTMLElement,
): HTMLTableElement {
  const name = (seat: number): string => (seat === THE_GROUP ? words.theGroup : people[seat]!.name);
  const heads = [words.from, words.to, words.shownTurns, words.afterTurns, words.where];
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, ...arrows.map(arrowRow)),
  );

  function arrowRow({ from, to, shown, after, turns }: Arrow): HTMLTableRowElement {
    const more = shown + after - turns.length;
    return el(
      'tr',
      {},
      el('th', { scope: 'row', dir: 'auto' }, name(from)),
      el('td', { dir: 'auto' }, name(to)),
      el('td', { class: 'count' }, `${shown}`),
      el('td', { class: 'count' }, `${after}`),
      el(
        'td',
        { class: 'links' },
        ...turns.flatMap((turn) => [turnLink(turn), ' ']),
        more > 0 && filled(words.andMore, more),
      ),
    );
  }
}
