/** What happens at Enter, what counts as a word, and what the snippets write. */
import { describe, expect, it } from 'vitest';
import configuration from '../../language-configuration.json' with { type: 'json' };
import type { Recording } from '../../server/src/recording/model.ts';
import { read } from '../../server/src/recording/read.ts';
import snippets from '../../snippets/process-recording.json' with { type: 'json' };

type Form = string | { readonly pattern: string; readonly flags: string };
const regExp = (form: Form): RegExp =>
  typeof form === 'string' ? new RegExp(form) : new RegExp(form.pattern, form.flags);

/** What Enter writes between two halves of a line, as VS Code decides it: the first rule that fits. */
function enter(before: string, after = ''): string {
  const rule = configuration.onEnterRules.find(
    ({ beforeText, afterText }) =>
      regExp(beforeText).test(before) && (afterText === undefined || regExp(afterText).test(after)),
  );
  return `\n${rule?.action.appendText ?? ''}`;
}

describe('Enter', () => {
  it.each(['> **Feeling:** Panic', '> Panic', '  > Panic', '> **Feeling:** '])(
    'goes on with a margin: %j',
    (line) => {
      expect(enter(line)).toBe('\n> ');
      expect(enter(line, 'and more')).toBe('\n> ');
    },
  );

  it.each(['> ', '>', '  > ', '> > '])('ends a margin on its empty line: %j', (line) => {
    expect(enter(line)).toBe('\n\n');
  });

  it.each([
    '**Ana:** Me too.',
    '**Ana**: Me too.',
    '**Ben → Ana:** Me too.',
    '**Ben (to Ana):** Me too. ',
    'Ana: Me too.',
    'Ben -> Ana: Me too.',
    '[00:12:30] Ana: Me too.',
    '王芳：你好',
    '👩 Ana: Me too.',
    '(Silence, 15 seconds.)',
    '[5 minutes about the new building]',
  ])('leaves an empty line after %j, for the next to speak', (line) => {
    expect(enter(line)).toBe('\n\n');
  });

  it.each([
    '**Ana:** ',
    'Ana: ',
    'student: J. R.',
    '  name: Living with Loss',
    'members: [Ana, Ben]',
    'Some words of mine.',
    '',
    '## Dialogue',
    '| Ana | Me: too |',
    '- one',
  ])('is only Enter after %j', (line) => {
    expect(enter(line)).toBe('\n');
  });

  it('only parts a turn where the caret stands inside its words', () => {
    expect(enter('**Ana:** Me', ' too.')).toBe('\n');
  });

  it('is quick on a long line', () => {
    const before = performance.now();
    for (const piece of ['>', '> ', '**', '**a', 'Ana ', '(', '[', 'A:', '12:30 '])
      enter(piece.repeat(20_000 / piece.length));
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('words', () => {
  it.each([
    ["Mo's mother-in-law said", ["Mo's", 'mother-in-law', 'said']],
    ['“José” → 王芳, علي', ['José', '王芳', 'علي']],
    ['**Ana:** (nods)', ['Ana', 'nods']],
  ])('%j', (text, words) => {
    const { pattern, flags } = configuration.wordPattern;
    expect(text.match(new RegExp(pattern, `g${flags}`))).toEqual(words);
  });
});

describe('snippets', () => {
  const all = Object.entries(snippets);
  const written = (name: keyof typeof snippets): Recording => read(expand(snippets[name].body));

  it('have prefixes of their own, and say what they are', () => {
    expect(new Set(all.map(([, { prefix }]) => prefix)).size).toBe(all.length);
    for (const [name, { description, body }] of all) {
      expect(description, name).toMatch(/^[A-Z].*\.$/);
      expect(body.length).toBeGreaterThan(0);
    }
  });

  it('leave no placeholder behind', () => {
    for (const [name, { body }] of all) expect(expand(body), name).not.toMatch(/[${}]/);
  });

  it('the header and the whole recording are read without a fault', () => {
    for (const name of ['Header', 'Whole recording'] as const) {
      const { header, faults } = written(name);
      expect(faults, name).toEqual([]);
      expect(header.type).toBe('short-term');
      expect(header.members.map((member) => member.name)).toEqual(['Ana', 'Ben', 'Carla']);
    }
    expect(written('Whole recording').sections.map(({ kind }) => kind)).toContain('dialogue');
  });

  it('turns, silences and events are what they say', () => {
    expect(written('Exchange').turns.map(({ speaker, to }) => [speaker.name, ...to])).toEqual([
      ['Worker'],
      ['Ana'],
      ['Ben', 'Ana'],
    ]);
    expect(written('Silence').entries).toMatchObject([{ nature: 'silence', seconds: 10 }]);
    expect(written('Event').entries).toMatchObject([{ nature: 'nonverbal' }]);
    expect(written('Summary').entries).toMatchObject([{ nature: 'summary' }]);
  });

  it('notes are of the kinds that their names say', () => {
    const kinds = all
      .filter(([name]) => name.startsWith('Note: '))
      .map(([name, { body }]) => [
        name,
        read(`Ana: x\n\n${expand(body)}x`).turns[0]!.margin.map(({ kind }) => kind),
      ]);
    expect(kinds).toEqual(
      [
        'feeling',
        'analysis',
        'affect',
        'skill',
        'alternative',
        'considered',
        'question',
        'supervisor',
        'reply',
        'praise',
        'resolved',
      ].map((kind) => [`Note: ${kind}`, [kind === 'affect' ? 'member-affect' : kind]]),
    );
  });

  it('segments are known ones, and the table is read', () => {
    for (const [name, { body }] of all.filter(([key]) => key.startsWith('Segment: '))) {
      const { turns } = read(`## Dialogue\n\n${expand(body)}Ana: x`);
      expect(turns[0]!.segment?.kind, name).not.toBe('other');
    }
    const { turns, faults } = read(
      `## Dialogue\n\n${expand(snippets.Table.body)}`.replace('| Worker |  |', '| Worker | Hello |'),
    );
    expect(turns[0]?.speaker.kind).toBe('worker');
    expect(faults).toEqual([]);
  });
});

/** A snippet as it stands when nothing has been typed into it. */
function expand(body: readonly string[]): string {
  const date = { CURRENT_YEAR: '2026', CURRENT_MONTH: '10', CURRENT_DATE: '03' };
  return body
    .join('\n')
    .replace(/\$(CURRENT_\w+)/g, (_, name: keyof typeof date) => date[name])
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}
