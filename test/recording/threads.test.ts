/** Threads out of text, and back into it: nothing but the lines of their own notes is ever touched. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comment,
  markOrphan,
  moveTo,
  remove,
  reopen,
  reply,
  rewrite,
  tidy,
} from '../../server/src/recording/annotate.ts';
import { rangeOf } from '../../server/src/recording/model.ts';
import { read } from '../../server/src/recording/read.ts';
import { detailOf, signatureOf } from '../../server/src/recording/signature.ts';
import { type Anchor, anchorAt, type Thread, threadsOf } from '../../server/src/recording/threads.ts';
import { applied, lines } from './reading.ts';
import { commentText, document, table } from './texts.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 120);
const BY = { author: 'M. O.', date: '2026-10-05' };
const said = (text: string) => ({ kind: 'supervisor' as const, ...BY, text });

/** Threads as "what they stand on: kind author text / …". */
function told(text: string): string[] {
  return threadsOf(read(text)).map(
    ({ anchor, notes, resolved, loose }) =>
      `${anchorWords(anchor)}${loose ? ` (${loose})` : ''}: ${notes
        .map((note) => `${note.kind} ${signatureOf(note).author ?? '-'} “${note.text}”`)
        .join(' / ')}${resolved ? ' ✓' : ''}`,
  );
}

function anchorWords(anchor: Anchor): string {
  switch (anchor.on) {
    case 'turn':
      return anchor.entry.words;
    case 'turns':
      return anchor.turns.map(({ words }) => words).join(' + ');
    case 'event':
      return `[${anchor.entry.text}]`;
    case 'section':
      return `§ ${anchor.place.block.text.slice(anchor.place.start, anchor.place.end)}`;
    case 'recording':
      return 'all';
  }
}

const only = (text: string): { recording: ReturnType<typeof read>; thread: Thread } => {
  const recording = read(text);
  const [thread] = threadsOf(recording);
  return { recording, thread: thread! };
};

describe('brackets of a label', () => {
  test.each([
    [
      { author: 'M. O.', date: '2026-10-05', turns: 4, was: 'Worker: You should go' },
      'M. O., 2026-10-05; the 4 turns above; was on “Worker: You should go”',
    ],
    [{ author: 'M. O.' }, 'M. O.'],
    [{ date: '2026-10-05' }, '2026-10-05'],
  ])('%j', (signature, detail) => {
    expect(detailOf(signature)).toBe(detail);
    expect(signatureOf({ kind: 'supervisor', detail })).toEqual(signature);
  });
  test('a subject for the kinds that have one', () => {
    expect(signatureOf({ kind: 'considered', detail: 'worker-advice; M. O., 2026-10-05' })).toEqual({
      about: 'worker-advice',
      author: 'M. O.',
      date: '2026-10-05',
    });
    expect(signatureOf({ kind: 'considered', detail: 'worker-advice' })).toEqual({ about: 'worker-advice' });
  });
  test('signs that would end a label are left out', () => {
    expect(detailOf({ author: 'M. (O.): *x*; y' })).toBe('M. O. : x y');
  });
});

describe('threads are read', () => {
  test('from a margin, whoever wrote them', () => {
    expect(
      told(
        lines(
          '**Worker:** Go on.',
          '',
          '> **Feeling:** Oh.',
          '> **Supervisor (M. O., 2026-10-05):** Who else?',
          '>',
          '> And then?',
          '> **Reply (J. R., 2026-10-06):** Ben.',
          '> **FI:** Good.',
          '> **Resolved (M. O., 2026-10-07):**',
          '> **Question:** Was I too quick?',
          '> **Supervisor (K. L.):** What do you think?',
          '',
        ),
      ),
    ).toEqual([
      'Go on.: supervisor M. O. “Who else?\n\nAnd then?” / reply J. R. “Ben.”',
      'Go on.: supervisor - “Good.” / resolved M. O. “” ✓',
      'Go on.: question - “Was I too quick?” / supervisor K. L. “What do you think?”',
    ]);
  });

  test('a student’s reason and the supervisor’s view of it stand together', () => {
    expect(
      told(
        lines(
          'W: Go on.',
          '',
          '> **Considered (worker-advice):** She asked.',
          '> **Supervisor (M. O.):** Did she?',
          '',
        ),
      ),
    ).toEqual(['Go on.: considered - “She asked.” / supervisor M. O. “Did she?”']);
  });

  test('on an event, on several turns, on a heading, on a paragraph, on the whole', () => {
    expect(
      told(
        lines(
          '---',
          'student: J. R.',
          '---',
          '',
          '> **Supervisor:** Thank you.',
          '',
          '## Dialogue',
          '',
          '> **Supervisor:** A short one.',
          '',
          'W: One.',
          'Ana: Two.',
          '',
          '> **Supervisor (M. O.; the 2 turns above):** Both.',
          '',
          '(Silence.)',
          '',
          '> **Praise:** You waited.',
          '',
          '## Analysis',
          '',
          'I was quick.',
          '',
          '> **Supervisor:** Which line?',
          '',
        ),
      ),
    ).toEqual([
      'all: supervisor - “Thank you.”',
      '§ ## Dialogue: supervisor - “A short one.”',
      'One. + Two.: supervisor M. O. “Both.”',
      '[Silence.]: praise - “You waited.”',
      '§ I was quick.: supervisor - “Which line?”',
    ]);
  });

  test('from the places where schools put them: a section, brackets, italics, a column', () => {
    expect(
      told(
        lines(
          '## Dialogue',
          '',
          'W: Go on. [Supervisor: who else?]',
          '',
          '*FI: what did Ben do?*',
          '',
          '| Content | Supervisor comments |',
          '|---|---|',
          '| Ana: No. | Why \\| why not?<br>**Reply (J. R.):** Yes. |',
          '',
          '## Supervisor comments',
          '',
          'You waited well.',
          '',
          '> **Reply (J. R.):** Thank you.',
          '',
        ),
      ),
    ).toEqual([
      'Go on. (remark): supervisor - “who else?”',
      '[FI: what did Ben do?] (remark): supervisor - “what did Ben do?”',
      'No.: supervisor - “Why | why not?” / reply J. R. “Yes.”',
      '§ You waited well. (section): supervisor - “You waited well.” / reply J. R. “Thank you.”',
    ]);
  });
});

test('a comment of two lines behind a byte-order mark is one thread', () => {
  const text = '\ufeff\n';
  const after = applied(text, comment(read(text), { on: 'recording' }, said('Who else?\nAnd then?')));
  expect(told(after)).toEqual(['all: supervisor M. O. “Who else?\nAnd then?”']);
});

describe('for any recording and any comment', () => {
  const rounds = (check: (text: string, at: number, words: string, length: number) => void): void => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 3, arbitrary: document }, { weight: 1, arbitrary: table }),
        fc.nat(),
        commentText,
        fc.nat({ max: 60 }),
        (text, at, words, length) => {
          if (tidy(words) !== '') check(text, at % (text.length + 1), words, length);
        },
      ),
      { numRuns: RUNS },
    );
  };
  const standsIn = (text: string, note: string): Thread | undefined =>
    threadsOf(read(text)).find(({ notes }) => notes.some((one) => one.text === note));
  /** Cells keep no blanks at the beginning of their lines. */
  const asRead = (anchor: Anchor, words: string): string =>
    (anchor.on === 'turn' || anchor.on === 'event') && anchor.entry.row
      ? tidy(words).replace(/^[^\S\n]+|[^\S\n]+$/gm, '')
      : anchor.on === 'turns' && anchor.turns.at(-1)?.row
        ? tidy(words).replace(/^[^\S\n]+|[^\S\n]+$/gm, '')
        : tidy(words);

  test('it only adds, is read back word for word, and goes without a trace', () => {
    rounds((text, at, words, length) => {
      const recording = read(text);
      const anchor = anchorAt(recording, { start: at, end: Math.min(text.length, at + length) });
      const spoken = recording.turns.map((turn) => turn.words);
      const marker = `q${words.length}`;
      const edits = comment(recording, anchor, said(`${marker} ${words}`));
      for (const { start, end } of edits) expect(start).toBe(end);
      const after = applied(text, edits);
      const again = read(after);
      expect(again.turns.map((turn) => turn.words)).toEqual(spoken);
      const wanted = asRead(anchor, `${marker} ${words}`);
      const thread = standsIn(after, wanted);
      expect(thread, JSON.stringify({ wanted, after })).toBeDefined();
      const note = thread!.notes.find((one) => one.text === wanted)!;
      expect(signatureOf(note)).toMatchObject(BY);
      // A margin parts stacked lines by empty ones, and those stay.
      const squeezed = (all: string): string => all.replace(/[\r\n]+/g, '\n').trimEnd();
      expect(squeezed(applied(after, remove(again, thread!, note)))).toBe(squeezed(text));
    });
  });

  test('the sign that opens a document stays, whatever comes and goes at its head', () => {
    for (const text of ['\ufeff\n(Silence.)\n', '\ufeff\n\n(Silence.)\n', '\ufeff(Silence.)\n']) {
      const recording = read(text);
      const after = applied(text, comment(recording, anchorAt(recording, { start: 0, end: 0 }), said('q1')));
      const thread = standsIn(after, 'q1')!;
      expect(applied(after, remove(read(after), thread, thread.notes[0]!))).toMatch(/^\ufeff/);
    }
  });

  test('an answer stands in its thread, and other words take the place of the first', () => {
    rounds((text, at, words, length) => {
      const recording = read(text);
      const anchor = anchorAt(recording, { start: at, end: Math.min(text.length, at + length) });
      const once = applied(text, comment(recording, anchor, said('first of all')));
      const second = standsIn(once, 'first of all')!;
      const answered = applied(
        once,
        reply(read(once), second, { kind: 'reply', author: 'J. R.', text: `and ${words}` }),
      );
      const thread = standsIn(answered, 'first of all')!;
      const answer = asRead(anchor, `and ${words}`);
      expect(thread.notes.map((note) => note.text)).toContain(answer);
      const note = thread.notes.find((one) => one.text === answer)!;
      const changed = applied(answered, rewrite(thread, note, 'other words'));
      expect(standsIn(changed, 'other words')?.notes.map((one) => one.text)).toContain('first of all');
      const back = standsIn(changed, 'other words')!;
      const restored = applied(
        changed,
        rewrite(back, back.notes.find((one) => one.text === 'other words')!, `and ${words}`),
      );
      expect(standsIn(restored, 'first of all')?.notes.map((one) => one.text)).toContain(answer);
    });
  });
});

test('any loose comment moves to any turn with its answers; what others said, and the session, stay', () => {
  const LOOSE = [
    '**Worker:** Go on. (Supervisor: who else?)\n',
    '*FI: what did Ben do?*\n',
    '\n## Supervisor comments\n\nYou waited.\n\n> **Reply (J. R.):** Thank you.\n',
    '\n## Supervisor comments\n\nOne.\n\nTwo.\n\n> **Reply:** Yes.\n\nThree.',
  ];
  const wordsOf = ({ notes }: Thread): string[] =>
    notes.map((note) => note.text.replace(/^(?:Supervisor|FI|student): /, ''));
  /** What supervisors wrote, and answers. A reason is part of a thread only where somebody has answered it. */
  const all = (text: string): string[] =>
    threadsOf(read(text))
      .map((thread) => ({ ...thread, notes: thread.notes.filter(({ kind }) => kind !== 'considered') }))
      .flatMap(wordsOf)
      .sort();
  fc.assert(
    fc.property(document, fc.constantFrom(...LOOSE), fc.nat(), fc.nat(), (before, loose, which, where) => {
      const text = `${before}${loose}`;
      const recording = read(text);
      const moved = threadsOf(recording).filter((thread) => thread.loose);
      const { turns } = recording;
      if (moved.length === 0 || turns.length === 0) return;
      const thread = moved[which % moved.length]!;
      const turn = turns[where % turns.length]!;
      const after = read(applied(text, moveTo(recording, thread, turn)));
      expect(after.turns.map(({ words }) => words)).toEqual(turns.map(({ words }) => words));
      expect(all(applied(text, moveTo(recording, thread, turn)))).toEqual(all(text));
      const there = threadsOf(after).filter(
        ({ anchor, loose: still }) =>
          !still && anchor.on === 'turn' && after.turns.indexOf(anchor.entry) === turns.indexOf(turn),
      );
      const words = wordsOf(thread).join(' / ');
      expect(there.some((one) => wordsOf(one).join(' / ').endsWith(words))).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('a comment on the whole of a file that begins with a byte-order mark', () => {
  for (const text of ['\ufeff', '\ufeff\n', '\ufeff**Worker:** Go on.\n']) {
    const recording = read(text);
    const words = 'First.\n\n- second';
    const after = applied(text, comment(recording, { on: 'recording' }, said(words)));
    expect(after.startsWith('\ufeff> **Supervisor')).toBe(true);
    const found = only(after);
    expect(found.thread.notes.map((note) => note.text)).toEqual([words]);
    const without = applied(after, remove(found.recording, found.thread, found.thread.notes[0]!));
    expect(without.trimEnd()).toBe(text.trimEnd());
  }
});

describe('a thread', () => {
  const turn = lines('W: Go on.', '', '> **Supervisor (M. O., 2026-10-05):** Who else?', '', 'Ana: No.', '');

  test('is resolved and opened again without a trace', () => {
    const { recording, thread } = only(turn);
    const closed = applied(turn, reply(recording, thread, { kind: 'resolved', ...BY, text: '' }));
    expect(closed).toBe(turn.replace('Who else?', 'Who else?\n> **Resolved (M. O., 2026-10-05):**'));
    const after = only(closed);
    expect(after.thread.resolved).toBe(true);
    expect(applied(closed, reopen(after.recording, after.thread))).toBe(turn);
  });

  test('keeps what was said on closing it when it is opened again', () => {
    const closed = turn.replace('Who else?', 'Who else?\n> **Resolved (M. O.):** We spoke of it.');
    const { recording, thread } = only(closed);
    expect(applied(closed, reopen(recording, thread))).toBe(closed.replace('Resolved', 'Reply'));
  });

  test('says under which turn it once stood, and no longer', () => {
    const { thread } = only(turn);
    const marked = applied(turn, markOrphan(thread, 'Ben: (yes): so'));
    expect(marked).toBe(turn.replace('2026-10-05', '2026-10-05; was on “Ben: yes : so”'));
    const after = only(marked);
    expect(after.thread.was).toBe('Ben: yes : so');
    expect(applied(marked, markOrphan(after.thread, undefined))).toBe(turn);
  });

  test('moves from the end of the file, and from brackets, to its turn', () => {
    const text = lines(
      '## Dialogue',
      '',
      'W: Go on. (Supervisor: who else?)',
      'Ana: No.',
      '',
      '## Supervisor comments',
      '',
      'You waited.',
      '',
      '> **Reply (J. R.):** Thank you.',
      '',
    );
    const recording = read(text);
    const [remark, section] = threadsOf(recording);
    expect(applied(text, moveTo(recording, remark!, recording.turns[0]!))).toBe(
      text.replace(' (Supervisor: who else?)\n', '\n\n> **Supervisor:** who else?\n\n'),
    );
    expect(applied(text, moveTo(recording, section!, recording.turns[1]!))).toBe(
      lines(
        '## Dialogue',
        '',
        'W: Go on. (Supervisor: who else?)',
        'Ana: No.',
        '',
        '> **Supervisor:** You waited.',
        '> **Reply (J. R.):** Thank you.',
        '',
        '## Supervisor comments',
        '',
        '',
      ),
    );
  });

  test('in a cell is answered there', () => {
    const table = lines('| Content | Supervisor |', '|---|---|', '| Ana: No. | Why? |', '');
    const { recording, thread } = only(table);
    expect(
      applied(table, reply(recording, thread, { kind: 'reply', author: 'J. R.', text: 'a | b\n\nc' })),
    ).toBe(table.replace('Why?', 'Why?<br>**Reply (J. R.):** a \\| b<br><br>c'));
  });
});

test('a line, or several, say what is meant', () => {
  const text = lines(
    '---',
    'student: J. R.',
    '---',
    '## Dialogue',
    'W: One.',
    '',
    '> **Feeling:** Oh.',
    '',
    'Ana: Two.',
    '',
  );
  const at = (from: string, to = from): string => {
    const recording = read(text);
    const start = text.indexOf(from);
    return anchorWords(anchorAt(recording, { start, end: text.indexOf(to) + to.length }));
  };
  expect(at('student')).toBe('all');
  expect(at('## Dialogue')).toBe('§ ## Dialogue');
  expect(at('One.')).toBe('One.');
  expect(at('> **Feeling')).toBe('One.');
  expect(at('W: One', 'Ana: Two')).toBe('One. + Two.');
  expect(rangeOf(read(text).turns[0]!.label).start).toBe(text.indexOf('W: One'));
});
