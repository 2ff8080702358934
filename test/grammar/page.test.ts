import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, scopeOf, type Token, tokensOf } from './tokens.ts';

const NOTE = 'comment.block.margin.student';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});
const read = (text: string): Token[][] => tokensOf(grammar, text);

describe('the page around the turns', () => {
  it('a header is YAML, and only at the top', () => {
    const lines = read('---\nmembers: [Ana]\nAna: x\n---\n\nAna: x\n\n---\nAna: y');
    expect(lines[1]![0]!.scopes).toEqual(['meta.embedded.block.frontmatter', 'yaml']);
    expect(lines[2]![0]!.scopes).toEqual(['meta.embedded.block.frontmatter', 'yaml']);
    expect(lines[3]![0]!.scopes).toEqual(['punctuation.definition.end.frontmatter']);
    expect(lines[5]![0]!.scopes).toContain('meta.turn');
    expect(lines[8]![0]!.scopes).toContain('meta.turn');
  });

  it('headings', () => {
    const [section, segment, none] = read('## Dialogue\n### Check-in\n#Dialogue');
    expect(scopeOf([section!], 'Dialogue')).toBe('entity.name.section.markdown');
    expect(scopeOf([segment!], 'Check-in')).toBe('entity.name.section.markdown');
    expect(scopeOf([none!], 'Dialogue')).toBe('markdown');
  });

  it.each([
    '(Carla wipes her eyes.)',
    '[5 minutes about the new building]',
    '*Carla wipes her eyes.*',
    '_laughter_',
    '(nods) (laughter)',
  ])('an event on a line of its own: %s', (line) => {
    expect(read(line)[0]!.every(({ scopes }) => scopes.includes('support.type.event'))).toBe(true);
  });

  it.each(['(Silence, 15 seconds.)', '[long pause, half a minute]', '*Quiet for 2 minutes*'])(
    'a silence with its length: %s',
    (line) => {
      const scopes = read(line)[0]!.map((token) => token.scopes.at(-1));
      expect(scopes).toContain('constant.language.silence');
      expect(scopes).toContain('constant.numeric.length');
      expect(scopes).toContain('keyword.other.unit');
    },
  );

  it('a line that only begins with a bracket is no event', () => {
    expect(read('(I was tired.) And so were they.')[0]![0]!.scopes).toEqual(['markdown']);
    expect(read('**Bold words alone**')[0]![0]!.scopes).toEqual(['markdown']);
  });

  it('comments over several lines', () => {
    const lines = read('<!-- one\nAna: two\n-->\nAna: three');
    expect(lines[1]![0]!.scopes).toEqual(['comment.block.html']);
    expect(lines[3]![0]!.scopes).toContain('meta.turn');
  });

  it('everything else is Markdown', () => {
    expect(read('Some words of mine.')[0]).toEqual([{ text: 'Some words of mine.', scopes: ['markdown'] }]);
  });
});

describe('margins', () => {
  it.each([
    ['Feeling', NOTE],
    ['Gut-level feelings', NOTE],
    ['Analysis', NOTE],
    ['Reflection', NOTE],
    ["Members' feelings", NOTE],
    ['Skills used', NOTE],
    ['Alternative (reaching for feeling link)', 'markup.inserted.margin.alternative'],
    ['Could have said', 'markup.inserted.margin.alternative'],
    ['Considered (worker-advice)', 'comment.block.margin.considered'],
    ['Question for supervision', 'markup.changed.margin.question'],
    ['Supervisor (M. O., 2026-10-05)', 'string.other.margin.supervisor'],
    ['Field instructor', 'string.other.margin.supervisor'],
    ['Praise', 'string.other.margin.praise'],
    ['Reply (J. R.)', 'comment.block.margin.reply'],
    ['Resolved (M. O.)', 'comment.block.margin.resolved'],
  ])('%s', (label, scope) => {
    for (const line of [
      `> **${label}:** the words`,
      `> **${label}**: the words`,
      `> ${label}: the words`,
      `> - **${label}:** the words`,
    ])
      expect(scopeOf(read(line), 'the words'), line).toBe(scope);
  });

  it('the label says of which kind it is, its bracket what it is about', () => {
    const lines = read('> **Supervisor (M. O., 2026-10-05):** What did they say?\n> **Feeling:** Panic');
    expect(scopeOf(lines, 'Supervisor')).toBe('keyword.control.margin.supervisor.label');
    expect(scopeOf(lines, 'M. O., 2026-10-05')).toBe('constant.other.detail');
    expect(scopeOf(lines, 'Feeling')).toBe('comment.block.margin.student.label');
  });

  it('a note without a label is the student’s, and every note goes on until the next', () => {
    const lines = read('> I gave advice.\n> **Supervisor:** What did\n> the others: say?\n> **Reply:** Ben');
    expect(scopeOf(lines, 'I gave advice.')).toBe(NOTE);
    expect(scopeOf(lines, 'the others: say?')).toBe('string.other.margin.supervisor');
    expect(scopeOf(lines, 'Ben')).toBe('comment.block.margin.reply');
  });

  it('ends with the quotation', () => {
    expect(read('> **Feeling:** Panic\nAna: Me')[1]![0]!.scopes).toContain('meta.turn');
    expect(read('> **Feeling:** Panic\n\nMe')[2]![0]!.scopes).toEqual(['markdown']);
  });
});

describe('tables', () => {
  const lines = () =>
    read(
      [
        '| Speaker | Dialogue | Feelings |',
        '|---|:-:|---|',
        '| Worker | Who else? (looks at Ana) | Panic |',
        '| Ana | Me. |  |',
        '|  | **Ben → Ana:** Mine \\| too.<br>Carla: And mine | |',
        '',
        'After.',
      ].join('\n'),
    );

  it('columns, bars and rules', () => {
    expect(scopeOf(lines(), 'Dialogue')).toBe('markup.heading.column');
    expect(scopeOf(lines(), ':-:')).toBe('punctuation.separator.table.markdown');
    expect(scopeOf(lines(), '|')).toBe('punctuation.separator.table.markdown');
  });

  it('a speaker alone in the first cell', () => {
    expect(scopeOf(lines().slice(2), 'Worker')).toBe('entity.name.function.worker');
    expect(scopeOf(lines().slice(3), 'Ana')).toBe('variable.parameter.member');
  });

  it('labels in a cell, also after a line break', () => {
    expect(scopeOf(lines().slice(4), 'Ben')).toBe('variable.parameter.member');
    expect(scopeOf(lines().slice(4), 'Mine \\| too.')).toBe('meta.turn');
    expect(scopeOf(lines().slice(4), 'Carla')).toBe('variable.parameter.member');
  });

  it('nonverbal acts in a cell', () => {
    expect(scopeOf(lines(), '(looks at Ana)')).toBe('support.type.act');
  });

  it('ends with its rows', () => {
    expect(lines().at(-1)![0]!.scopes).toEqual(['markdown']);
  });
});

describe('no line is slow', () => {
  const LENGTH = 20_000; // VS Code colours no longer ones.
  it.each([
    '(',
    '[',
    '((a',
    '( (',
    '()',
    ' ',
    ' \t',
    'A',
    'A ',
    'A b',
    'Ana ',
    '**',
    '*',
    '_',
    '*a ',
    '—',
    ':',
    '1:',
    '|',
    '| A ',
    '| A: ',
    '<!--',
    '<br>',
    '→',
    'Ana → ',
    '> ',
    '>',
    '> **',
    'A-',
    'a->',
  ])('made of %j', (piece) => {
    const long = piece.repeat(LENGTH / piece.length);
    for (const line of [
      long,
      `Ana: ${long}`,
      `**Ana${long}`,
      `Ana ${long}:`,
      `> ${long}`,
      `> **Feeling${long}`,
      `> Feeling (${long}`,
      `| ${long}`,
      `(${long}`,
      `# ${long}`,
    ]) {
      const before = performance.now();
      tokensOf(grammar, line);
      expect(performance.now() - before, line.slice(0, 20)).toBeLessThan(1_500);
    }
  });
});
