/**
 * However odd a text, its cost grows with its length and not with the square of it; and where a limit bites, a message
 * says so and the rest is still read. Time is counted on this process alone and only its growth is judged.
 */
import { describe, expect, test } from 'vitest';
import { analyse } from '../server/src/patterns/analyse.ts';
import { LIMITS } from '../server/src/recording/limits.ts';

const ALL = { profile: 'all', patterns: {} } as const;
const filled = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);
const codes = (text: string): string[] => analyse(text, ALL).recording.faults.map(({ code }) => code);

/** What stands in one member's and one worker's turn. */
const SAID = [
  ...[
    'a',
    'A ',
    'é',
    'so, ',
    'mm ',
    'you two ',
    'and, and, ',
    'what? ',
    'Yes. No! ',
    'Ana, ',
    'Dr A. ',
    'I ',
  ],
  ...[
    '[?',
    '(a',
    '[a]',
    '[a](',
    '“',
    '"',
    '— ',
    '*a',
    '*a ',
    '**a',
    '`a ',
    '<',
    '<br>',
    '&amp;',
    '\\',
    '|',
    '1:',
  ],
  ...['👩‍👧', '\u0301', '\u200b', '\u202e', '\u0000', 'https://a.b/ ', 'you should rest, everyone does. '],
];
/** What stands in the file as it is. */
const WRITTEN = [
  ...['\n', '\r', '\r\n', '<!--\n\n', '-->\n\n', '```\n\n', '~~~\n', '> ', '> > \n', '> x\n', '- a\n', '1. '],
  ...[
    '# a\n',
    '| a ',
    '| a |\n|---|\n',
    '---\n\n',
    'a\n===\n',
    '[a]: b\n',
    '<div>\n',
    'Ana: x\n',
    '(Silence)\n\n',
  ],
  ...['> **Feeling:** x\n', '> **Considered (worker-advice):** x\n\n', '**Worker:** You should rest.\n\n'],
];
/** What stands in the header. */
const HEADER = ['a: b\n', 'members: [', '{a: ', '- ', 'a: &a [*a]\n', '"', '? ', 'members:\n  - a\n'];

const KINDS: readonly (readonly [string, (length: number) => string])[] = [
  ...SAID.map((part): [string, (length: number) => string] => [
    `${JSON.stringify(part)}, said`,
    (length) =>
      `**Ana:** I am so scared of the nights.\n\n**Worker:** ${filled(part, length)}\n\n**Ben:** ${filled(part, length)}\n`,
  ]),
  ...WRITTEN.map((part): [string, (length: number) => string] => [
    `${JSON.stringify(part)}, written`,
    (length) => `**Ana:** I am so scared of the nights.\n\n${filled(part, length)}`,
  ]),
  ...HEADER.map((part): [string, (length: number) => string] => [
    `${JSON.stringify(part)}, in the header`,
    (length) => `---\n${filled(part, length)}\n---\n\n**Ana:** Hello.\n`,
  ]),
];

function cost(text: string): number {
  const before = process.cpuUsage();
  analyse(text, ALL);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const SHORT = 4 * 1024;
const TIMES = 14;

describe('many of one kind', () => {
  analyse(filled('**Worker:** You should rest, Ana.\n\n', 100_000), ALL); // warm

  test.each(KINDS)('%s', (_, make) => {
    // Linear gives about 14, the square 196. A pause of the machine may spoil one measurement and not three.
    const growth = (): number => {
      const short = Math.min(cost(make(SHORT)), cost(make(SHORT)));
      return cost(make(SHORT * TIMES)) / Math.max(short, 2_000);
    };
    let least = growth();
    for (let again = 0; least > 4 * TIMES && again < 2; again++) least = Math.min(least, growth());
    expect(least).toBeLessThan(4 * TIMES);
  });
});

describe('where a limit bites, it is said, and the rest is read', () => {
  const rest =
    '\n\n**Ana:** I am so frightened of the nights.\n\n**Worker:** You should ask your doctor for tablets.\n';
  const found = (text: string): string[] => analyse(text, ALL).findings.map(({ pattern }) => pattern.id);

  test.each([
    ['a paragraph of enormous length', 'format-block-too-long', filled('word ', LIMITS.block + 1)],
    ['one of nothing but stars', 'format-block-too-tangled', filled('*a', 4 * LIMITS.marks)],
    ['quotations without end', 'format-block-too-tangled', `${filled('> ', 40 * LIMITS.depth)}a`],
    ['a title below each title', 'format-block-too-tangled', filled('a\n===\n', 6 * (LIMITS.marks + 1))],
    ['a turn of a thousand sentences', 'format-turn-too-long', `**Ben:** ${filled('Yes. ', 5_000)}`],
  ])('%s', (_, code, odd) => {
    const text = `${odd}${rest}`;
    expect(codes(text)).toContain(code);
    expect(found(text)).toContain('worker-advice');
  });

  test('a file of enormous length', () => {
    const text = `${rest.trimStart()}\n${filled('**Ben:** Yes.\n\n', LIMITS.document)}`;
    expect(codes(text)).toContain('format-too-long');
    expect(found(text)).toContain('worker-advice');
  });

  test('and none of them in a recording as people write it', () => {
    const row = '| **Ana:** *Oh.*<br>**Ben:** No. | **Feeling:** *sad* | **Skill:** linking |\n';
    const text = `| Dialogue | Feelings | Skills |\n|---|---|---|\n${row.repeat(500)}`;
    expect(codes(text).filter((code) => /too/.test(code))).toEqual([]);
  });
});
