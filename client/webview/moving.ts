/**
 * Many marks, one stop of the Tab key: within a part of the page arrow keys move from mark to mark, Home and End go to
 * its ends, and Enter or a click does what the mark is for.
 */

const FORWARD = new Set(['ArrowDown', 'ArrowRight']);
const BACK = new Set(['ArrowUp', 'ArrowLeft']);

/**
 * @param marks what can be reached, in order: a selector within `part`
 * @param use carries out what a mark is for
 */
export function movesAmong(part: Element, marks: string, use: (mark: Element) => void): void {
  const all = (): Element[] => [...part.querySelectorAll(marks)];
  const markOf = ({ target }: Event): Element | undefined =>
    (target instanceof Element && target.closest(marks)) || undefined;

  part.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    const mark = markOf(event);
    if (mark === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      use(mark);
      return;
    }
    const list = all();
    const at = list.indexOf(mark);
    const next = FORWARD.has(event.key)
      ? list[at + 1]
      : BACK.has(event.key)
        ? list[at - 1]
        : event.key === 'Home'
          ? list[0]
          : event.key === 'End'
            ? list[list.length - 1]
            : undefined;
    if (next === undefined) return;
    event.preventDefault();
    makeStop(part, next);
    (next as HTMLElement | SVGElement).focus();
  });
  part.addEventListener('click', (event) => {
    const mark = markOf(event);
    if (mark === undefined) return;
    makeStop(part, mark);
    use(mark);
  });
}

/** The one mark that the Tab key comes to. */
export function makeStop(part: Element, mark: Element): void {
  for (const other of part.querySelectorAll('[data-stop]')) {
    other.removeAttribute('data-stop');
    other.setAttribute('tabindex', '-1');
  }
  mark.setAttribute('data-stop', '');
  mark.setAttribute('tabindex', '0');
}

/** Sees to it that the Tab key finds something after marks were made or taken away. */
export function keepStop(part: Element, marks: string): void {
  if (part.querySelector(`${marks}[data-stop]`)) return;
  const first = part.querySelector(marks);
  if (first) makeStop(part, first);
}
