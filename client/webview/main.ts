/** The page in the preview's panel: takes what the extension sends, and tells it where somebody wants to go. */
import { el } from './dom.ts';
import { groupPage } from './group-page.ts';
import type { FromPage, Kept, PageName, ToPage, Words } from './messages.ts';
import { printable } from './printable.ts';
import { recordingPage } from './recording-page.ts';

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: Kept) => void;
};

/** Milliseconds for which scrolling is taken as the page's own doing, and how far it may then have gone. */
const QUIET = 200;
const DRIFT = 30;

/** Width of a printed page, in pixels. */
const PAPER = 1000;

const editor = acquireVsCodeApi();
const tell = (message: FromPage): void => editor.postMessage(message);
let take: ((message: Exclude<ToPage, { do: 'start' }>) => void) | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.do === 'start') take ??= start(data.words, data.page);
  else take?.(data);
});
tell({ do: 'ready' });

function start(words: Words, first: PageName): NonNullable<typeof take> {
  let kept: Kept = {
    ...{ uri: '', page: first, full: false, after: true },
    ...(editor.getState() as Partial<Kept> | undefined),
    page: first,
  };
  let quietUntil = 0;
  let restedAt = 0;
  /** What is scrolled now is not somebody's wish. */
  const quietly = (scroll: () => void): void => {
    quietUntil = performance.now() + QUIET;
    scroll();
    restedAt = window.scrollY;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        restedAt = window.scrollY;
      }),
    );
  };
  const keep = (more: Partial<Kept>): void => {
    kept = { ...kept, ...more };
    editor.setState(kept);
  };

  const recording = recordingPage(words, (line) => tell({ do: 'goTo', line }));
  const group = groupPage(
    words,
    (turn) => {
      const line = recording.lineOfTurn(turn);
      if (line !== undefined) tell({ do: 'goTo', line });
    },
    (after) => keep({ after }),
  );
  const pages: Readonly<Record<PageName, HTMLElement>> = {
    recording: el(
      'div',
      {
        role: 'tabpanel',
        class: 'page',
        id: 'recording',
        'aria-labelledby': 'tab-recording',
        tabindex: '-1',
      },
      recording.element,
    ),
    group: el(
      'div',
      { role: 'tabpanel', class: 'page', id: 'group', 'aria-labelledby': 'tab-group', tabindex: '-1' },
      group.element,
    ),
  };
  const tab = (page: PageName): HTMLButtonElement =>
    el('button', { type: 'button', role: 'tab', id: `tab-${page}`, 'aria-controls': page }, words[page]);
  const tabs: Readonly<Record<PageName, HTMLButtonElement>> = {
    recording: tab('recording'),
    group: tab('group'),
  };
  const full = el('input', { type: 'checkbox' });
  const skip = el('button', { type: 'button', class: 'skip' }, words.skip);
  const fullChoice = el('label', { class: 'choice' }, full, ` ${words.full}`);
  const waiting = el('p', { class: 'empty', role: 'status' }, words.waiting);
  const main = el(
    'main',
    {},
    el(
      'div',
      { class: 'bar' },
      skip,
      el('div', { role: 'tablist', 'aria-label': words.pages }, tabs.recording, tabs.group),
      fullChoice,
    ),
    waiting,
    pages.recording,
    pages.group,
  );
  document.body.append(main);

  const turnTo = (page: PageName): void => {
    for (const name of Object.keys(pages) as PageName[]) {
      pages[name].hidden = name !== page;
      tabs[name].setAttribute('aria-selected', `${name === page}`);
      tabs[name].setAttribute('tabindex', name === page ? '0' : '-1');
    }
    fullChoice.hidden = page !== 'recording';
    keep({ page });
    if (page === 'group') group.fit();
  };
  const choose = (page: PageName): void => {
    if (page === kept.page) return;
    quietly(() => {
      turnTo(page);
      window.scrollTo({ top: 0 });
    });
    tell({ do: 'turned', page });
  };
  for (const name of Object.keys(tabs) as PageName[]) {
    tabs[name].addEventListener('click', () => choose(name));
    tabs[name].addEventListener('keydown', ({ key }) => {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
      const other: PageName = name === 'recording' ? 'group' : 'recording';
      choose(other);
      tabs[other].focus();
    });
  }
  skip.addEventListener('click', () => {
    const page = pages[kept.page];
    const first = page.querySelector<HTMLElement>('.table .jump[tabindex="0"], .mark[tabindex="0"]');
    (first ?? page).focus();
  });
  full.checked = kept.full;
  recording.showFull(kept.full);
  full.addEventListener('change', () => {
    recording.showFull(full.checked);
    keep({ full: full.checked });
  });
  group.showAfter(kept.after);
  turnTo(first);

  const barHeight = (): number => document.querySelector('.bar')!.getBoundingClientRect().height;
  let isAsked = false;
  let later: ReturnType<typeof setTimeout> | undefined;
  const report = (): void => {
    isAsked = false;
    // Above all rows stands the head.
    if (kept.page === 'recording') tell({ do: 'scrolled', line: recording.lineAtTop(barHeight() + 30) ?? 0 });
  };
  window.addEventListener('scroll', () => {
    const left = quietUntil - performance.now();
    if (left > 0) {
      clearTimeout(later);
      later = setTimeout(() => {
        if (Math.abs(window.scrollY - restedAt) > DRIFT) report();
      }, left);
    } else if (!isAsked) {
      isAsked = true;
      requestAnimationFrame(report);
    }
  });
  new ResizeObserver(() => group.fit()).observe(pages.group);

  return (message) => {
    switch (message.do) {
      case 'show':
        keep({ uri: message.uri });
        recording.name(message.file);
        break;
      case 'update': {
        const { answer } = message;
        waiting.hidden = true;
        quietly(() => {
          recording.take(answer);
          if (answer.head) group.name(answer.head.group ?? words.group);
          if (answer.group || answer.whole) group.take(answer.group ?? {}, answer.whole);
        });
        break;
      }
      case 'turnTo':
        choose(message.page);
        break;
      case 'scroll':
        if (kept.page === 'recording') quietly(() => recording.scrollTo(message.line));
        break;
      case 'caret':
        recording.markCaret(message.line);
        break;
      case 'print':
        group.fit(PAPER);
        tell({
          do: 'printable',
          ...printable(recording.head()?.title ?? words.untitled, [pages.recording, pages.group]),
        });
        group.fit();
        break;
    }
  };
}
