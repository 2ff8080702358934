/** Every direct dependency has its reason in docs/architecture.md, and the page names nothing that is not one. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const page = readFileSync(path.resolve(import.meta.dirname, '../docs/architecture.md'), 'utf8');
const rows = /^## Dependencies\n(.*?)^## /ms
  .exec(page)![1]!
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const named = rows.flatMap(([, packages]) => [...packages!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));

test('the page names every dependency once, and nothing else', () => {
  const { devDependencies, ...others } = manifest;
  // All is bundled: an extension that is installed brings no packages with it.
  expect(others).not.toHaveProperty('dependencies');
  expect(named.toSorted()).toEqual(Object.keys(devDependencies).sort());
});

test('each has a reason', () => {
  for (const [, packages, why] of rows) expect(why!.length, packages).toBeGreaterThan(12);
});

test('a package that is held to another version than its parent asks for is named there too', () => {
  const held = Object.values(manifest.overrides).flatMap((below) => Object.keys(below));
  for (const name of held) expect(page).toContain(`\`${name}\` before `);
});
