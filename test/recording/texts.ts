/** Texts for properties: recordings with all that can go wrong in them, and what people write in comments. */
import fc from 'fast-check';

/** Lines as students type them, with all that can go wrong between. */
export const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '**Worker:** Who else has been there?',
      'Ana: Me. (looks at Ben)',
      '**Ben → Ana:** Mine too.',
      'and it went on like that',
      'Zoe: There is one rule: be kind.',
    ),
  },
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '> **Feeling:** Oh.',
      '> **Considered (worker-advice):** because',
      '> **Considered:**',
      '> more',
      '>',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '(Silence, 15 seconds.)',
      '(Nobody. The jug is going. Maybe fifteen seconds.)',
      '*No one answered, not a sound.*',
      '[a long beat]',
      '*Everyone laughs.*',
      '[5 minutes about the bus]',
      '### Check-in',
      '## Dialogue',
      '## Plan',
      '# Anything',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '---',
      '***',
      '```',
      '~~~',
      '<!-- a comment -->',
      '<!-- open',
      '-->',
      '<div>',
      '1. Ana: one',
      '- a list',
      '    Ana: indented',
      '===',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '| Dialogue | Feelings |',
      '| What was said and done | My gut |',
      '| Who spoke | What happened |',
      '|---|---|',
      '| Ana: hello<br>Ben: you | sad |',
      '| Ana: hello<br>**Supervisor (A. B., 2026-10-05):** who?<br>Ben: you |',
      '| unclosed',
      '||',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'student: J. R.',
      'members: [Ana, Ben]',
      'group: { type: classic',
      'session: "four',
      '\ud800',
      '\u0000',
      '\ufeff',
      'مريم: نعم',
      '👩 Ana: hi',
      'a\\*b &amp; `c` **d',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const ends = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
/** A whole recording, with or without a header, of any line ends. */
export const document = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(line, ends), { maxLength: 40 }))
  .map(
    ([header, parts]) =>
      (header ? '---\nmembers: [Ana, Ben]\nsession: 2\n---\n\n' : '') +
      parts.map(([text, end]) => text + end).join(''),
  );

/** What people write in comments: words, quotations, tables' bars, fences, lines that look like notes. */
export const commentText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'What did the others do while you spoke?',
        'Analysis: you say “I rescued her”. Which line?',
        '**Feeling:** is what I miss here.',
        '> Ana: I told everyone I had the flu.',
        '> > and within',
        '| a | b |',
        'either | or \\| not',
        '```',
        '    indented',
        '- one',
        '1. first',
        '# loud',
        'a<br>b &lt;br> c',
        'Skill\\: kept',
        '---',
        '<!-- hidden',
        '-->',
        'Ana: No.',
        '',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join('\n'));

/** A recording in a table alone, whose cells hold everything, or have a column too few. */
export const table = fc
  .tuple(
    fc.constantFrom(
      '| Dialogue |\n|---|\n',
      '| Dialogue | Feelings |\n|---|---|\n',
      '| Speaker | Dialogue |\n|---|---|\n',
      '| Who | What was said and done |\n|---|---|\n',
      '| What happened | FI’s remarks |\n|---|---|\n',
    ),
    fc.array(
      fc.constantFrom(
        '| Ana: hello<br>Ben: you |',
        '| (Silence, 15 seconds.) |',
        '(Silence, 15 seconds.)',
        '| Ana (ten seconds, then): hello | a beat |',
        '| Ana | no one<br>**Feeling:** sad |',
        '| **Worker:** Who else? | calm |',
        '| and it went on |',
      ),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([head, rows]) => `${head}${rows.join('\n')}\n`);
