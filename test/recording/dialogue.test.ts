import { describe, expect, test } from 'vitest';
import { read } from '../../server/src/recording/read.ts';
import { expectPlacesToHold, faultsOf, lines, spoken } from './reading.ts';

describe('speakers’ labels', () => {
  test.each([
    ['**Ana:** Me too.', 'Ana: Me too.'],
    ['**Ana**: Me too.', 'Ana: Me too.'],
    ['Ana: Me too.', 'Ana: Me too.'],
    ['Ana : Me too.', 'Ana: Me too.'],
    ['__Ana:__ Me too.', 'Ana: Me too.'],
    ['[00:12:30] Ana: Me too.', 'Ana: Me too.'],
    ['Ana [00:12:30]: Me too.', 'Ana: Me too.'],
    ['1. Ana: Me too.', 'Ana: Me too.'],
    ['- **Ana:** Me too.', 'Ana: Me too.'],
    ['[Ana]: Me too.', 'Ana: Me too.'],
    ['Mrs. C: Me too.', 'Mrs. C: Me too.'],
    ['👩 Ana: Me too.', '👩 Ana: Me too.'],
    ['M?: Me too.', 'M?: Me too.'],
    ['Several members: Me too.', 'Several members: Me too.'],
    ['مريم: أنا أيضا', 'مريم: أنا أيضا'],
    ['陈美: 我也是', '陈美: 我也是'],
  ])('%s', (written, read) => {
    expect(spoken(written)).toEqual([read]);
  });

  test.each([
    ['Ben → Ana: Mine too.', 'Ben → Ana: Mine too.'],
    ['**Ben -> Ana:** Mine too.', 'Ben → Ana: Mine too.'],
    ['Ben (to Ana): Mine too.', 'Ben → Ana: Mine too.'],
    ['Worker → group: Who else?', 'Worker → group: Who else?'],
    ['Ben → Ana, Carla: Mine too.', 'Ben → Ana, Carla: Mine too.'],
    ['Ben → Ana and Carla: Mine too.', 'Ben → Ana, Carla: Mine too.'],
  ])('%s', (written, read) => {
    expect(spoken(written)).toEqual([read]);
  });

  test('an alias is the member it stands for', () => {
    const text = lines(
      '---',
      'members:',
      '  Ana: { aliases: [A, "Mrs. A"] }',
      '---',
      '',
      'A: Me.',
      '',
      'Mrs. A: Me again.',
      '',
      'Ben → A: You.',
    );
    expect(spoken(text)).toEqual(['Ana: Me.', 'Ana: Me again.', 'Ben → Ana: You.']);
  });

  test.each([
    ['a colon inside speech', 'Ana: He said: go home.', ['Ana: He said: go home.']],
    [
      'a sentence with a colon goes on',
      'Ana: Well.\n\nThere is one rule: be kind.',
      ['Ana: Well. There is one rule: be kind.'],
    ],
    ['a clock time', 'Ana: We met\n17:30 at the gate.', ['Ana: We met 17:30 at the gate.']],
    ['a web address', 'Ana: See\nhttps://example.org for it.', ['Ana: See https://example.org for it.']],
  ])('%s makes no turn', (_, written, read) => {
    expect(spoken(written)).toEqual(read);
  });

  test('stacked lines are turns of their own', () => {
    expect(
      spoken('Worker: I noticed the quiet.\nCarla: I was thinking of my mother.\nand of her hands.'),
    ).toEqual(['Worker: I noticed the quiet.', 'Carla: I was thinking of my mother. and of her hands.']);
  });
});

describe('what is said and what is done', () => {
  test('brackets are acts, not words', () => {
    const [turn] = read(
      '**Ana:** Me. (looks at Ben) It was *so* bad [sighs], *wipes her eyes* you know.',
    ).turns;
    expect(turn!.words).toBe('Me. It was so bad , you know.');
    expect(turn!.nonverbal.map(({ kind }) => kind)).toEqual(['glance', 'sigh', 'crying']);
  });

  test.each([
    ['(Silence, 15 seconds. Carla wipes her eyes.)', 'silence', 15],
    ['[silence 20s]', 'silence', 20],
    ['*A long pause.*', 'silence', undefined],
    ['(half a minute of silence)', 'silence', 30],
    ['(Quiet for ten seconds)', 'silence', 10],
    ['[5 minutes about the new building]', 'summary', undefined],
    ['(summary: they compare landlords)', 'summary', undefined],
    ['(Ben speaks in a quiet voice to Dee)', 'nonverbal', undefined],
    ['(quiet laughing)', 'nonverbal', undefined],
    ['_Everyone laughs._', 'nonverbal', undefined],
  ])('%s', (written, nature, seconds) => {
    const entry = read(`Ana: Hm.\n\n${written}\n\nBen: Hm.`).entries[1]!;
    expect(entry).toMatchObject({ kind: 'happening', nature });
    expect(entry.kind === 'happening' ? entry.seconds : 'no event').toBe(seconds);
  });

  test('interruptions, time stamps and inaudible stretches are kept out of the words', () => {
    const [turn] = read('Ana: I only [inaudible] wanted [00:03:10] to ____ say --').turns;
    expect(turn!.words).toBe('I only wanted to say --');
    expect(turn!.cut).toEqual({ start: false, end: true });
  });
});

describe('sections', () => {
  test('labels make turns only in the dialogue', () => {
    const text = lines(
      '## Tuning in',
      '',
      'Ana: might cry.',
      '',
      '## Dialogue',
      '',
      'Ana: I did cry.',
      '',
      '## Plan',
      '',
      'Ben: to be asked.',
    );
    expect(spoken(text)).toEqual(['Ana: I did cry.']);
    expect(read(text).sections.map(({ kind }) => kind)).toEqual(['tuning-in', 'dialogue', 'plan']);
  });

  test('sub-headings of the dialogue are segments', () => {
    const text = lines(
      '# Verbatim',
      '',
      '### Check-in',
      '',
      'Ana: Fine.',
      '',
      '### The evening',
      '',
      'Ana: Not fine.',
    );
    expect(read(text).turns.map((turn) => turn.segment?.kind)).toEqual(['check-in', 'other']);
  });

  test('a heading that is nobody’s section is never dialogue, and says how it could be', () => {
    const text = lines('## Our evening', '', 'Ana: Hello.');
    expect(spoken(text)).toEqual([]);
    expect(faultsOf(text)).toEqual(['format-no-dialogue: ## Our evening']);
  });

  test('a header below a blank line is a header still', () => {
    const text = lines('', '---', 'members: [Ana]', '---', '', 'Ana: Hello.');
    expect(faultsOf(text)).toEqual([]);
    expect(spoken(text)).toEqual(['Ana: Hello.']);
  });

  test('turns typed below the dialogue, under the plan, are told of at its heading; who does what is no talk', () => {
    const head = lines(
      '---',
      'members: [Ana, Ben]',
      '---',
      '## Process',
      '',
      'Ana: Hello.',
      '',
      '## Plan',
      '',
    );
    expect(faultsOf(lines(head, 'Worker: One more.', '', 'Ana: Yes?', '', 'Ben: Go on.'))).toEqual([
      'format-no-dialogue: ## Plan',
    ]);
    expect(faultsOf(lines(head, 'Ana: brings the photographs.', '', 'Ben: the keys.'))).toEqual([]);
    expect(faultsOf(lines(head, 'Ana: photographs.', '', 'Ana: the tin.', '', 'Ana: the keys.'))).toEqual([]);
  });

  test('a heading inside a turn ends it', () => {
    expect(spoken(lines('## Session', '', 'Ana: One.', '### Check-out', 'Ana: Two.'))).toEqual([
      'Ana: One.',
      'Ana: Two.',
    ]);
  });
});

describe('margins', () => {
  const text = lines(
    '**Worker:** You should talk to your sister.',
    '',
    '> **Feeling:** I wanted to make it stop.',
    '> **Alternative (reaching for feeling link):** "Who else knows that pull?"',
    '> **Considered (worker-advice):** Ana had asked me',
    '> directly, twice.',
    '> **Supervisor (M. O., 2026-10-05):** What did the others do?',
    '',
    '> unlabelled',
    '',
    '**Ana:** Maybe.',
  );

  test('each labelled line is a note, others go on', () => {
    expect(read(text).turns[0]!.margin.map(({ kind, detail, text: words }) => [kind, detail, words])).toEqual(
      [
        ['feeling', undefined, 'I wanted to make it stop.'],
        ['alternative', 'reaching for feeling link', '"Who else knows that pull?"'],
        ['considered', 'worker-advice', 'Ana had asked me\ndirectly, twice.'],
        ['supervisor', 'M. O., 2026-10-05', 'What did the others do?'],
        ['analysis', undefined, 'unlabelled'],
      ],
    );
  });

  test('a turn right under a margin is not drawn into it', () => {
    expect(spoken('Ana: One.\n> **Feeling:** Oh.\nBen: Two.')).toEqual(['Ana: One.', 'Ben: Two.']);
  });

  test('a note that lost its mark is a note still, and says so', () => {
    expect(spoken('Ana: One.\n\nAnalysis: I should have waited.')).toEqual(['Ana: One.']);
    expect(faultsOf('Ana: One.\n\nAnalysis: I should have waited.')).toEqual([
      'format-note-outside-margin: Analysis: I should have waited.',
    ]);
  });

  test('considered without a reason says that one is wanted', () => {
    expect(faultsOf('Ana: One.\n\n> **Considered (worker-advice):**')).toEqual([
      'format-considered-without-reason: > **Considered (worker-advice):**',
    ]);
  });
});

describe('tables', () => {
  const text = lines(
    '| Supervisor | Dialogue | Gut-level feelings | Weather |',
    '|---|---|---|---|',
    '| good | **Ana:** Hello<br>**Ben → Ana:** Yo \\| man | sad | rain |',
    '| | and more. | | |',
    '| | (Silence, 5 s) | | |',
  );

  test('a row is a turn, or several; one without a label goes on', () => {
    expect(spoken(text)).toEqual(['Ana: Hello', 'Ben → Ana: Yo | man and more.']);
    expect(read(text).entries[2]).toMatchObject({ nature: 'silence', seconds: 5 });
    expect(read(text).turns[1]!.margin.map(({ kind, text: words }) => [kind, words])).toEqual([
      ['supervisor', 'good'],
      ['feeling', 'sad'],
    ]);
  });

  test('a column of speakers', () => {
    expect(
      spoken(
        lines('| Speaker | Content |', '|---|---|', '| W | Who else? |', '| Ana | Me. |', '| | Always me. |'),
      ),
    ).toEqual(['W: Who else?', 'Ana: Me. Always me.']);
  });

  test('a speaker’s cell may say to whom', () => {
    expect(
      spoken(lines('| Speaker | Dialogue |', '|---|---|', '| Ben → Ana | Me too. |', '| **Ana:** | Yes. |')),
    ).toEqual(['Ben → Ana: Me too.', 'Ana: Yes.']);
  });

  test('a title that nobody listed is known by its words', () => {
    const { turns } = read(
      lines(
        '| Who | What was said and done | My gut feelings | Remarks of my field instructor |',
        '|---|---|---|---|',
        '| Ana | It was me. | Caught. | You stayed with her. |',
      ),
    );
    expect(turns.map(({ words, margin }) => [words, margin.map(({ kind }) => kind)])).toEqual([
      ['It was me.', ['feeling', 'supervisor']],
    ]);
  });

  test('an unclosed row is read as far as it goes', () => {
    expect(spoken(lines('| Dialogue | Feelings |', '|---|---|', '| **Ana:** Hello'))).toEqual(['Ana: Hello']);
  });

  test('a table without a dialogue is left alone, and says why', () => {
    expect(faultsOf(lines('| Who | Weather |', '|---|---|', '| Ana | rain |'))).toEqual([
      expect.stringContaining('format-table-columns'),
    ]);
  });

  test('a table’s columns go by their titles, however a school spaces them', () => {
    const { turns } = read(
      lines(
        '| Practice educator | Verbatim / description | Analysis/ assessment |',
        '| --- | --- | --- |',
        '| Whose idea was it? | Ana: The walk helped. | She is surprised. |',
      ),
    );
    expect(turns.map(({ margin }) => margin.map(({ kind }) => kind).sort())).toEqual([
      ['analysis', 'supervisor'],
    ]);
  });
});

describe('every place holds', () => {
  test.each(['\n', '\r\n'])('with line ends %j, a byte-order mark, escapes and entities', (end) => {
    const text = `\ufeff${['## Dialogue', '', '**Ana:** One \\* two &amp; *three* four', 'five.', '', '- Ben: six', ''].join(end)}`;
    const recording = read(text);
    expect(recording.turns.length).toBe(2);
    expectPlacesToHold(recording, text);
  });
});
