/** The head of the recording's page: what it is, whose, of which group, and what is said about the session as a whole. */
import type { Head } from '../../server/src/report/page.ts';
import { el, filled } from './dom.ts';
import type { Words } from './messages.ts';
import { markElement } from './rows.ts';

export function drawHead(head: Head, file: string, words: Words, full: boolean): HTMLElement {
  const session =
    head.session === undefined
      ? undefined
      : head.of === undefined
        ? filled(words.session, head.session)
        : filled(words.sessionOf, head.session, head.of);
  const line = [head.group, session, head.date].filter((part) => part !== undefined);
  const facts: (readonly [string, string])[] = [
    [words.student, head.student ?? ''],
    [words.supervisor, head.supervisor ?? ''],
    [words.purpose, head.purpose ?? ''],
    [words.present, head.present.join(', ')],
    [words.absent, head.absent.join(', ')],
    [words.newcomers, head.newcomers.join(', ')],
    [words.leaving, head.leaving.join(', ')],
    ...head.further.map(({ key, value }) => [key, value] as const),
  ];
  return el(
    'header',
    { class: 'head' },
    el('h1', { dir: 'auto' }, head.title === '' ? file : head.title),
    el(
      'p',
      { class: 'line' },
      ...line.map((part) => el('span', { dir: 'auto' }, part)),
      el('span', { class: `state ${head.state}` }, words.states[head.state]),
      head.excerpt && el('span', { class: 'state' }, words.excerpt),
    ),
    el(
      'dl',
      { class: 'facts' },
      ...facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) =>
          el('div', {}, el('dt', { dir: 'auto' }, name), el('dd', { dir: 'auto' }, value)),
        ),
    ),
    head.marks.length > 0 &&
      el(
        'section',
        { class: 'session', 'aria-label': words.aboutSession },
        el('h2', {}, words.aboutSession),
        ...head.marks.map((mark) => markElement(mark, words, full)),
      ),
  );
}
