/**
 * Makes what follows from the patterns: their registry, the settings schema in package.json, and the pages in docs/.
 *   node scripts/generate.mjs          writes
 *   node scripts/generate.mjs --check  exits 1 when something on disk differs
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const check = process.argv.includes('--check');
const stale = [];

function put(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (check) stale.push(file);
  else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const folder = 'server/src/patterns';
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .sort();
const exporting = (kind) =>
  files.filter((file) =>
    new RegExp(`^export const ${kind}: `, 'm').test(readFileSync(`${folder}/${file}.ts`, 'utf8')),
  );
const camel = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const found = { pattern: exporting('pattern'), strength: exporting('strength') };
put(
  `${folder}/registry.ts`,
  [
    '/** All patterns and strengths. Made by `npm run generate` from the files beside this one; not to be edited by hand. */',
    ...files.flatMap((id) =>
      id === 'model'
        ? ["import type { Pattern, Strength } from './model.ts';"]
        : Object.keys(found)
            .filter((kind) => found[kind].includes(id))
            .map((kind) => `import { ${kind} as ${camel(id)} } from './${id}.ts';`),
    ),
    '',
    'export const patterns: readonly Pattern[] = [',
    ...found.pattern.map((id) => `  ${camel(id)},`),
    '];',
    '',
    'export const strengths: readonly Strength[] = [',
    ...found.strength.map((id) => `  ${camel(id)},`),
    '];',
    '',
  ].join('\n'),
);

const temp = mkdtempSync(path.join(tmpdir(), 'generate-'));
try {
  const bundle = path.join(temp, 'pages.cjs');
  await build({
    entryPoints: ['scripts/pages.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: bundle,
    logLevel: 'error',
  });
  const { pages, settingsSchema } = createRequire(import.meta.url)(bundle);
  for (const [file, text] of pages()) put(file, text);
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const setting = manifest.contributes?.configuration?.properties?.['processRecording.patterns'];
  if (setting) {
    setting.properties = settingsSchema();
    put('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  }
} finally {
  rmSync(temp, { recursive: true, force: true });
}
if (stale.length > 0) {
  console.error(`Not up to date (npm run generate): ${stale.join(', ')}`);
  process.exit(1);
}
