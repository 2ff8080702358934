/**
 * No slow patterns: no regular expression of the product may take more than linear time on any text, so that nothing a
 * recording holds can make a key press wait. Literals are collected from the syntax trees, what is put together at run
 * time as it is made; each is judged by scslre and by what slowness.ts adds to it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import configuration from '../language-configuration.json' with { type: 'json' };
import { ROOM } from './language/room.ts';
import { slowness } from './slowness.ts';

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

const all = files.map(expressionsIn);

describe('the judge', () => {
  test.each([
    ['an exponential one', '^(?:m+h?m+|mm+)+$'],
    ['one with two neighbours that take the same', '^[ \\t]*[^,]*$'],
    ['one that starts anew at every place', '\\s+$'],
    ['one that starts anew inside what it has read', '\\b(?:you two|both)\\b[^.?]*\\btalk'],
    ['one whose runs trade what stands between them', '^\\w[^.]*a[^.]*b'],
    ['one that reads a line end in two ways', '^(?:\\r\\n|\\n|\\r)+$'],
  ])('sees %s', (_, source) => {
    expect(slowness(source, 'iu')).not.toEqual([]);
  });

  test.each([
    ['a run that cannot fail', '\\b(?:you two|both)\\b[^.?]*'],
    ['a run that starts only once', '(?<!\\s)\\s+$'],
    ['words one after the other', '\\btell\\w* (?:really |just )*nobody'],
    ['a word that ends where no letter follows', '\\b\\w+ed\\b'],
    ['parts that a dash keeps apart', '^[a-z]+(?:-[a-z]+)*$'],
  ])('leaves %s alone', (_, source) => {
    expect(slowness(source, 'iu')).toEqual([]);
  });

  test('has many expressions to judge', () => {
    expect(all.flatMap(({ literals }) => literals).length).toBeGreaterThan(500);
    expect(all.flatMap(({ made }) => made).length).toBeGreaterThan(20);
  });
});

test('every regular expression that is written out is linear', () => {
  const slow = all
    .flatMap(({ literals }) => literals)
    .flatMap((one) =>
      slowness(one.source, one.flags).map((why) => `${one.file}:${one.line} /${one.source}/ ${why}`),
    );
  expect(slow).toEqual([]);
}, 60_000);

test('so is every one by which the editor finds words and folds', () => {
  const sources: Expression[] = [];
  const visit = (node: unknown, key: string): void => {
    if (typeof node === 'string' && /^(?:beforeText|afterText|start|end)$/.test(key))
      sources.push(new RegExp(node));
    if (typeof node !== 'object' || node === null) return;
    if ('pattern' in node) sources.push(new RegExp(String(node.pattern), 'u'));
    else for (const [name, child] of Object.entries(node)) visit(child, name);
  };
  visit({ ...configuration, brackets: [], autoClosingPairs: [] }, '');
  expect(sources.length).toBeGreaterThan(8);
  expect(
    sources.flatMap((one) => slowness(one.source, one.flags).map((why) => `/${one.source}/ ${why}`)),
  ).toEqual([]);
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
    await ask.everything(ROOM);
    const { analyse } = await import('../server/src/patterns/analyse.ts');
    const { lintReport } = await import('../server/src/report/lint.ts');
    const folder = path.join(root, 'test/recordings/patterns');
    for (const file of readdirSync(folder)) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      lintReport(file, text, analyse(text, { profile: 'all', patterns: {} }));
    }
  }, 120_000);
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
        slow.push(
          ...slowness(one.source, one.flags).map((why) => `${file} /${one.source.slice(0, 300)}/ ${why}`),
        );
      }
    expect(judged.size).toBeGreaterThan(40);
    expect(slow).toEqual([]);
  }, 60_000);
});
