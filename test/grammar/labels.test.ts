import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, scopeOf, type Token, tokensOf } from './tokens.ts';

const WORKER = 'entity.name.function.worker';
const MEMBER = 'variable.parameter.member';
const TIME = 'constant.numeric.time';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});
const read = (text: string): Token[][] => tokensOf(grammar, text);
const isTurn = (line: string): boolean => read(line)[0]!.some(({ scopes }) => scopes.includes('meta.turn'));

describe('speaker labels', () => {
  it.each([
    'Ana: Me.',
    '**Ana:** Me.',
    '**Ana**: Me.',
    '__Ana:__ Me.',
    '*Ana:* Me.',
    '[Ana]: Me.',
    'Ana：Me.',
    '  Ana: Me.',
    'Ana:Me.',
    'Ana: He said: go home.',
  ])('a member: %s', (line) => {
    expect(scopeOf(read(line), 'Ana')).toBe(MEMBER);
    expect(read(line)[0]!.at(-1)?.scopes).toEqual(['meta.turn']);
  });

  it.each([
    'Mrs. A',
    'J. R.',
    'José María',
    "D'Arcy",
    'Auntie Mei',
    'Ludwig van Beek',
    'M2',
    '👩 Ana',
    '王芳',
    'علي',
    'Мария',
  ])('a name of any kind: %s', (name) => {
    for (const line of [`${name}: hello`, `**${name}:** hello`])
      expect(scopeOf(read(line), name)).toBe(MEMBER);
  });

  it.each([
    'Worker',
    'worker',
    'SW',
    'W',
    'Social worker',
    'Facilitator',
    'Leader',
    'Co-worker',
    'Me',
    'I',
    'Worker 2',
    'SW1',
  ])('the worker looks different from members: %s', (name) => {
    for (const line of [`${name}: hello`, `**${name}:** hello`, `**${name} → group:** hello`])
      expect(scopeOf(read(line), name)).toBe(WORKER);
  });

  it.each(['Wendy', 'Mei', 'Ian', 'Leaderman', 'Wendy W'])('%s is no worker', (name) => {
    expect(scopeOf(read(`${name}: hello`), name)).toBe(MEMBER);
  });

  it.each(['Group', 'The group', 'Several members', 'Everyone', 'Member', 'A member', 'Someone', 'M?'])(
    'a voice without a name: %s',
    (name) => {
      expect(scopeOf(read(`**${name}:** hello`), name)).toBe('variable.language.voice');
    },
  );

  it.each([
    'Ben → Ana: x',
    '**Ben → Ana:** x',
    'Ben -> Ana: x',
    'Ben (to Ana): x',
    '**Ben (to Ana):** x',
    '**Ben** (to Ana): x',
  ])('an addressee: %s', (line) => {
    const lines = read(line);
    expect(scopeOf(lines, 'Ben')).toBe(MEMBER);
    expect(scopeOf(lines, 'Ana')).toBe('variable.parameter.addressee');
  });

  it('several addressees, the worker among them', () => {
    const lines = read('**Ben → Ana, Worker and Carla:** x');
    expect(scopeOf(lines, 'Ana')).toBe('variable.parameter.addressee');
    expect(scopeOf(lines, 'Worker')).toBe(WORKER);
    expect(scopeOf(lines, 'Carla')).toBe('variable.parameter.addressee');
    expect(scopeOf(lines, '→')).toBe('keyword.operator.addressee');
  });

  it.each(['[00:12:30] Ana: hi', 'Ana [00:12:30]: hi', '00:12:30 Ana: hi', '**Ana (12:30):** hi'])(
    'a time stamp: %s',
    (line) => {
      expect(scopeOf(read(line), '12:30')).toBe(TIME);
      expect(scopeOf(read(line), 'Ana')).toBe(MEMBER);
    },
  );

  it.each([
    'There is one rule: be kind (really).',
    '17:30 we met.',
    'https://example.org',
    'Https://example.org',
    'He said: go home.',
    'I said: go home.',
    'Note: this is mine.',
    '**Next steps:** call Ana.',
    'What I saw: nothing.',
    'Ana said nothing (she looked away).',
  ])('no label: %s', (line) => {
    expect(isTurn(line)).toBe(false);
  });
});

describe('what stands in a turn', () => {
  it('goes on over lines, until an empty line, another label, an event or a margin', () => {
    const lines = read('Ana: I was\ntired (sighs)\nBen: Me (nods)\n(silence)\n\nNot hers (at all).');
    expect(lines[1]!.at(-1)?.scopes).toEqual(['meta.turn', 'markup.italic.act', 'support.type.act']);
    expect(scopeOf(lines, 'Ben')).toBe(MEMBER);
    expect(lines[3]![0]!.scopes).not.toContain('meta.turn');
    expect(lines[5]![0]!.scopes).toEqual(['markdown']);
  });

  it.each(['(looks at Ben)', '[laughs]', '(looks (twice) at Ben)'])('a nonverbal act: %s', (act) => {
    expect(scopeOf(read(`Ana: Well ${act} yes.`), act)).toBe('support.type.act');
  });

  it('a bracket that is never closed takes nothing with it', () => {
    expect(read('Ana: It was bad :( and then\nit went on')[1]!.at(-1)?.scopes).toEqual(['meta.turn']);
  });

  it('a silence and its length, also inside a turn', () => {
    const lines = read('Ana: (pause, 10 seconds) Yes.');
    expect(scopeOf(lines, 'pause')).toBe('constant.language.silence');
    expect(scopeOf(lines, '10')).toBe('constant.numeric.length');
    expect(scopeOf(lines, 'seconds')).toBe('keyword.other.unit');
  });

  it('interruptions at either end, and none in between', () => {
    expect(scopeOf(read('Ana: — and then'), '—')).toBe('keyword.operator.interruption');
    expect(scopeOf(read('Ana: and then--'), '--')).toBe('keyword.operator.interruption');
    expect(scopeOf(read('Ana: and — well — then'), '—')).toBe('meta.turn');
  });

  it.each(['[inaudible]', '____', '(unclear)'])('what could not be heard: %s', (gap) => {
    expect(scopeOf(read(`Ana: My ${gap} and`), gap)).toBe('constant.other.inaudible');
  });

  it('Markdown and comments', () => {
    expect(scopeOf(read('Ana: I **really** do'), 'really')).toBe('inline');
    expect(scopeOf(read('Ana: Well <!-- finds: worker-advice --> yes'), 'finds')).toBe('comment.block.html');
  });
});
