/**
 * No slow patterns: no regular expression of the product may take more than linear time on any text, so that nothing a
 * recording holds can make a key press wait. Literals are collected from the syntax trees, what is put together at run
 * time as it is made; each is judged by scslre, which knows the three ways in which backtracking becomes super-linear.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { analyse as slowWaysOf } from 'scslre';
import { parseAst } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import configuration from '../language-configuration.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '..');

interface Expression {
  readonly source: string;
  readonly flags: string;
}
interface Place {
  readonly file: string;
  readonly line: number;
}

const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
);

/** Every regular expression that is written out in a file, and every place where one is put together. */
function expressionsIn(file: string): {
  readonly literals: readonly (Expression & Place)[];
  readonly made: readonly Place[];
} {
  const text = readFileSync(path.join(root, file), 'utf8');
  const literals: (Expression & Place)[] = [];
  const made: Place[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { type, start, regex, callee } = node as {
      type?: string;
      start: number;
      regex?: { pattern: string; flags: string };
      callee?: { name?: string };
    };
    const place = (): Place => ({ file, line: text.slice(0, start).split('\n').length });
    if (type === 'Literal' && regex) literals.push({ source: regex.pattern, flags: regex.flags, ...place() });
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp')
      made.push(place());
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(text, { lang: 'ts' }).body);
  return { literals, made };
}

/** What is slow about an expression, in words; empty for one that is linear. */
function slowness({ source, flags }: Expression): readonly string[] {
  return slowWaysOf({ source, flags }).reports.map(
    ({ type, exponential, character: { literal }, ...at }) =>
      `${type}${exponential ? ' (exponential)' : ''} of ${
        'quant' in at ? at.quant.raw : `${at.startQuant.raw} and ${at.endQuant.raw}`
      } on ${literal.source.slice(0, 40)}`,
  );
}

const all = files.map(expressionsIn);

describe('the judge', () => {
  test.each([
    ['an exponential one', '^(?:m+h?m+|mm+)+$'],
    ['one with two neighbours that take the same', '^[ \\t]*[^,]*$'],
    ['one that starts anew at every place', '\\s+$'],
  ])('sees %s', (_, source) => {
    expect(slowness({ source, flags: 'i' })).not.toEqual([]);
  });

  test('has many expressions to judge', () => {
    expect(all.flatMap(({ literals }) => literals).length).toBeGreaterThan(500);
    expect(all.flatMap(({ made }) => made).length).toBeGreaterThan(20);
  });
});

test('every regular expression that is written out is linear', () => {
  const slow = all
    .flatMap(({ literals }) => literals)
    .flatMap((one) => slowness(one).map((why) => `${one.file}:${one.line} /${one.source}/ ${why}`));
  expect(slow).toEqual([]);
}, 60_000);

test('so is every one by which the editor finds words and folds', () => {
  const sources: Expression[] = [];
  const visit = (node: unknown, key: string): void => {
    if (typeof node === 'string' && /^(?:beforeText|afterText|start|end)$/.test(key))
      sources.push({ source: node, flags: '' });
    if (typeof node !== 'object' || node === null) return;
    if ('pattern' in node) sources.push({ source: String(node.pattern), flags: 'u' });
    else for (const [name, child] of Object.entries(node)) visit(child, name);
  };
  visit({ ...configuration, brackets: [], autoClosingPairs: [] }, '');
  expect(sources.length).toBeGreaterThan(8);
  expect(sources.flatMap((one) => slowness(one).map((why) => `/${one.source}/ ${why}`))).toEqual([]);
});

describe('what is put together at run time', () => {
  const plain = globalThis.RegExp;
  /** What was made, by where the stack says that it was. */
  const made = new Map<string, Map<string, Expression[]>>();

  beforeAll(async () => {
    const note = (expression: RegExp): RegExp => {
      const [, file, at] = /((?:server|client)\/src\/[\w/-]+\.ts)[^:\n]*:(\d+:\d+)/.exec(
        (new Error().stack ?? '').replaceAll('\\', '/'),
      ) ?? ['', '', ''];
      const places = made.get(file!) ?? new Map<string, Expression[]>();
      made.set(file!, places);
      places.set(at!, [...(places.get(at!) ?? []), { source: expression.source, flags: expression.flags }]);
      return expression;
    };
    globalThis.RegExp = new Proxy(plain, {
      construct: (target, args) => note(Reflect.construct(target, args) as RegExp),
      apply: (target, self, args) => note(Reflect.apply(target, self, args) as RegExp),
    });
    const { startWithin } = await import('./language/within.ts');
    const ask = await startWithin();
    for (const recording of ['examples/first-steps.recording.md', 'test/recordings/patterns']) {
      const place = path.join(root, recording);
      const texts = statSync(place).isFile()
        ? [readFileSync(place, 'utf8')]
        : readdirSync(place).map((file) => readFileSync(path.join(place, file), 'utf8'));
      for (const text of texts) await ask.everything(text);
    }
  }, 300_000);
  afterAll(() => {
    globalThis.RegExp = plain;
  });

  test('was seen at every place where the code does so', () => {
    for (const { file, line } of all.flatMap((one) => one.made))
      expect([...(made.get(file)?.keys() ?? [])].length, `${file}:${line}`).toBeGreaterThanOrEqual(
        all.flatMap((one) => one.made).filter((one) => one.file === file).length,
      );
  });

  test('is linear too', () => {
    const judged = new Set<string>();
    const slow: string[] = [];
    for (const [file, places] of made)
      for (const one of [...places.values()].flat()) {
        if (judged.has(one.source)) continue;
        judged.add(one.source);
        slow.push(...slowness(one).map((why) => `${file} /${one.source.slice(0, 300)}/ ${why}`));
      }
    expect(judged.size).toBeGreaterThan(40);
    expect(slow).toEqual([]);
  }, 60_000);
});
