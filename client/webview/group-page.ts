/** The second page: what the recording shows of the group. Each picture has a table beside it, and each mark leads to its turn. */
import type { GroupPicture, Person } from '../../server/src/report/group-picture.ts';
import { el, filled, unturned } from './dom.ts';
import type { Words } from './messages.ts';
import { keepStop, movesAmong } from './moving.ts';
import { arrowTable, drawSociogram, followEye } from './sociogram.ts';
import { drawTimeline, redrawWords, turnTable, turnUnder } from './timeline.ts';

export interface GroupPage {
  readonly element: HTMLElement;
  /** What stands above all. */
  readonly name: (group: string) => void;
  readonly take: (changes: Partial<GroupPicture>, whole: boolean) => void;
  readonly showAfter: (after: boolean) => void;
  /** Draws again what depends on the width: that of the window, or one that is given, as for paper. */
  readonly fit: (to?: number) => void;
}

/** Places of a dynamic that are shown at once; the others are one key away. */
const PLACES = 4;

/** A session of more turns is drawn again only once nobody has typed for so many milliseconds. */
const MANY_TURNS = 400;
const REST = 700;

/** Each part with what it is drawn from. */
type PartName = 'circle' | 'shares' | 'order' | 'dynamics' | 'said';
const MADE_OF: Readonly<Record<PartName, readonly (keyof GroupPicture)[]>> = {
  said: ['excerpt', 'absent'],
  circle: ['people', 'arrows'],
  shares: ['people', 'voices'],
  order: ['people', 'voices', 'by', 'words', 'silences', 'segments', 'stretches', 'marks'],
  dynamics: ['dynamics'],
};

export function groupPage(
  words: Words,
  goToTurn: (turn: number) => void,
  onAfter: (after: boolean) => void,
): GroupPage {
  let picture: Partial<GroupPicture> = {};
  let width = 0;
  let wanted: number | undefined;
  let drawnOrder: GroupPicture | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  const title = el('h1', { dir: 'auto' }, words.group);
  const said = el('p', { class: 'said-so' });
  const circle = el('div', { class: 'picture' });
  const shares = el('div', { class: 'shares' });
  const order = el('div', { class: 'picture order' });
  const dynamics = el('div', { class: 'nine' });
  const after = el('input', { type: 'checkbox' });
  after.checked = true;
  const arrows = tableBeside(words);
  const turns = tableBeside(words);

  const element = el(
    'div',
    { class: 'group-page' },
    title,
    said,
    el(
      'div',
      { class: 'pair' },
      el(
        'section',
        { class: 'who-to-whom' },
        el('h2', {}, words.whoToWhom),
        el('p', { class: 'help' }, words.whoToWhomSays, el('span', { class: 'living' }, ` ${words.leads}`)),
        circle,
        el(
          'div',
          { class: 'legend' },
          el('span', { class: 'key shown' }, words.shown),
          el('span', { class: 'key after' }, words.after),
          el('label', { class: 'choice' }, after, ` ${words.showAfter}`),
        ),
        arrows.element,
      ),
      el(
        'section',
        { class: 'part-shares' },
        el('h2', {}, words.shares),
        el('p', { class: 'help' }, words.sharesSay),
        shares,
      ),
    ),
    el(
      'section',
      {},
      el('h2', {}, words.order),
      el('p', { class: 'help' }, words.orderSays),
      order,
      turns.element,
    ),
    el('section', {}, el('h2', {}, words.dynamics), el('p', { class: 'help' }, words.dynamicsSay), dynamics),
  );

  const turnOf = (mark: Element): number => Number((mark as HTMLElement).dataset.turn);
  const lead = (mark: Element): void => {
    const turn = turnOf(mark);
    if (turn > 0) goToTurn(turn);
  };
  for (const part of [circle, order]) movesAmong(part, '.mark', lead);
  order.addEventListener('click', (event) => {
    const turn = turnUnder(event);
    if (turn !== undefined) goToTurn(turn);
  });
  for (const part of [arrows.element, turns.element, shares, dynamics]) movesAmong(part, '.turn-link', lead);
  after.addEventListener('change', () => {
    circle.classList.toggle('no-after', !after.checked);
    onAfter(after.checked);
  });

  const turnLink = (turn: number, text = `${turn}`): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: 'turn-link',
        tabindex: '-1',
        'data-turn': `${turn}`,
        'aria-label': `${words.turn} ${text}`,
      },
      text,
    );

  const draw: Readonly<Record<PartName, (whole: GroupPicture) => void>> = {
    said: ({ excerpt, absent }) => {
      const parts = [
        excerpt ? words.asExcerpt : words.asRecorded,
        ...(absent.length > 0 ? [filled(words.absentSays, absent.join(', '))] : []),
      ];
      said.replaceChildren(unturned(parts.join(' ')));
    },
    circle: (whole) => {
      const made = drawSociogram(whole, words);
      followEye(made);
      keepFocus(circle, () => circle.replaceChildren(made));
      keepStop(circle, '.mark');
      arrows.show(() => arrowTable(whole, words, turnLink));
    },
    shares: (whole) => {
      keepFocus(shares, () => shares.replaceChildren(sharesTable(whole, words, turnLink)));
      keepStop(shares, '.turn-link');
    },
    order: (whole) => {
      clearTimeout(later);
      const here = order.firstElementChild;
      const last = drawnOrder;
      if (here && last && isOnlyLonger(last, whole) && width === (wanted ?? order.clientWidth)) {
        redrawWords(here, last.words, whole, words);
        drawnOrder = whole;
        if (whole.by.length <= MANY_TURNS) turns.show(() => turnTable(whole, words, turnLink));
      } else if (here && wanted === undefined && whole.by.length > MANY_TURNS)
        later = setTimeout(drawOrder, REST);
      else drawOrder();
    },
    dynamics: (whole) => {
      keepFocus(dynamics, () => dynamics.replaceChildren(...dynamicCards(whole, words, turnLink, dynamics)));
      keepStop(dynamics, '.turn-link');
    },
  };

  const drawOrder = (): void => {
    const whole = picture as GroupPicture;
    width = wanted ?? (order.clientWidth || width);
    if (width === 0 || whole.people === undefined) return;
    drawnOrder = whole;
    keepFocus(order, () => order.replaceChildren(drawTimeline(whole, width, words)));
    keepStop(order, '.mark');
    turns.show(() => turnTable(picture as GroupPicture, words, turnLink));
  };

  const drawParts = (changed: ReadonlySet<string>): void => {
    if (picture.people === undefined) return;
    for (const part of Object.keys(MADE_OF) as PartName[])
      if (MADE_OF[part].some((name) => changed.has(name))) draw[part](picture as GroupPicture);
  };

  return {
    element,
    name: (group) => {
      title.textContent = unturned(group);
    },
    take: (changes, whole) => {
      picture = whole ? changes : { ...picture, ...changes };
      drawParts(new Set(Object.keys(changes)));
    },
    showAfter: (wanted) => {
      after.checked = wanted;
      circle.classList.toggle('no-after', !wanted);
    },
    fit: (to) => {
      wanted = to;
      if (Math.abs((to ?? order.clientWidth) - width) > 2) drawOrder();
    },
  };
}

/** For the order of talk nothing is different but words: nobody came, went, or spoke at another place. */
function isOnlyLonger(before: GroupPicture, now: GroupPicture): boolean {
  return (
    MADE_OF.order.every((part) => part === 'words' || part === 'people' || before[part] === now[part]) &&
    before.people.length === now.people.length &&
    before.people.every(
      ({ name, colour }, seat) => name === now.people[seat]!.name && colour === now.people[seat]!.colour,
    )
  );
}

/** A table that is made when somebody opens it, and again when it is open while its picture changes. */
function tableBeside(words: Words): {
  readonly element: HTMLDetailsElement;
  readonly show: (make: () => HTMLTableElement) => void;
} {
  const place = el('div', { class: 'scrolls', tabindex: '0', role: 'region', 'aria-label': words.asTable });
  const element = el('details', { class: 'beside' }, el('summary', {}, words.asTable), place);
  let make: (() => HTMLTableElement) | undefined;
  const fill = (): void => {
    if (!element.open || make === undefined) return;
    place.replaceChildren(make());
    keepStop(element, '.turn-link');
  };
  element.addEventListener('toggle', fill);
  return {
    element,
    show: (made) => {
      make = made;
      fill();
    },
  };
}

/** Whoever stood on a mark stands on the same one after it was drawn again. */
function keepFocus(part: HTMLElement, redraw: () => void): void {
  const { activeElement } = document;
  const label = part.contains(activeElement) ? activeElement?.getAttribute('aria-label') : undefined;
  redraw();
  if (!label) return;
  for (const one of part.querySelectorAll<HTMLElement>('[aria-label]'))
    if (one.getAttribute('aria-label') === label) {
      one.focus();
      return;
    }
}

function sharesTable(
  { people, voices }: GroupPicture,
  words: Words,
  turnLink: (turn: number) => HTMLElement,
): HTMLTableElement {
  const all = [...people, ...voices];
  const most = (of: 'turns' | 'words'): number => Math.max(1, ...all.map((one) => one[of]));
  const bar = (value: number, of: 'turns' | 'words', colour: number): HTMLTableCellElement => {
    const fill = el('span', { class: 'fill', 'data-colour': `${colour}` });
    fill.style.width = `${(100 * value) / most(of)}%`;
    return el(
      'td',
      { class: 'bar-cell' },
      el('span', { class: 'track' }, fill),
      el('span', { class: 'value' }, `${value}`),
    );
  };
  const heads = [words.name, words.turnsTitle, words.wordsSaid, words.firstTurn];
  const row = (name: string, one: Pick<Person, 'turns' | 'words'> & Partial<Person>): HTMLTableRowElement =>
    el(
      'tr',
      {},
      el(
        'th',
        { scope: 'row', dir: 'auto' },
        el('span', { class: 'name', 'data-colour': `${one.colour ?? 0}` }, name),
        one.kind === 'worker' &&
          name.toLowerCase() !== words.worker &&
          el('span', { class: 'kind' }, ` ${words.worker}`),
      ),
      bar(one.turns, 'turns', one.colour ?? 0),
      bar(one.words, 'words', one.colour ?? 0),
      el('td', {}, one.first === undefined ? '' : turnLink(one.first)),
    );
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el(
      'tbody',
      {},
      ...people.map((person) => row(person.name, person)),
      ...voices.map((voice) => row(voice.name, voice)),
    ),
  );
}

function dynamicCards(
  { dynamics }: GroupPicture,
  words: Words,
  turnLink: (turn: number, text?: string) => HTMLElement,
  before: HTMLElement,
): HTMLElement[] {
  const opened = new Set(
    [...before.querySelectorAll('details[open]')].map((details) => details.getAttribute('data-id')),
  );
  const list = (
    title: string,
    id: string,
    places: GroupPicture['dynamics'][number]['offered'],
  ): HTMLElement[] => {
    if (places.length === 0) return [];
    const item = ({ turn, to, says }: (typeof places)[number]): HTMLElement =>
      el(
        'li',
        {},
        turnLink(turn, to > turn ? `${turn}–${to}` : `${turn}`),
        ' ',
        el('span', { dir: 'auto' }, says),
      );
    const more = el(
      'details',
      { 'data-id': id },
      el('summary', {}, filled(words.andMore, places.length - PLACES)),
      el('ul', {}, ...places.slice(PLACES).map(item)),
    );
    more.open = opened.has(id);
    return [
      el('h4', {}, title),
      el('ul', {}, ...places.slice(0, PLACES).map(item)),
      ...(places.length > PLACES ? [more] : []),
    ];
  };
  return dynamics.map(({ id, name, meaning, offered, taken, room }) =>
    el(
      'article',
      { class: 'dynamic' },
      el('h3', {}, name),
      el('p', { class: 'meaning' }, meaning),
      ...list(words.offered, `${id} offered`, offered),
      ...list(words.taken, `${id} taken`, taken),
      ...list(words.room, `${id} room`, room),
      offered.length + taken.length + room.length === 0 && el('p', { class: 'none' }, words.noPlace),
    ),
  );
}
