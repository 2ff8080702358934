/** What package.json promises to VS Code, and the texts that stand in package.nls.json. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import texts from '../../package.nls.json' with { type: 'json' };
import { GROUP_TYPES } from '../../server/src/recording/header.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { contributes } = manifest;
const settings = Object.entries(contributes.configuration.properties);
const isText = (value: string): boolean => /^%[\w.]+%$/.test(value);

describe('the manifest', () => {
  it('wakes the extension for recordings and their preview only; commands wake it by themselves', () => {
    expect(manifest.activationEvents).toEqual([
      'onLanguage:process-recording',
      'onWebviewPanel:processRecording.preview',
    ]);
  });

  it('knows a recording by its name', () => {
    expect(contributes.languages.map(({ id, extensions }) => [id, extensions])).toEqual([
      ['process-recording', ['.recording.md']],
    ]);
  });

  it('has a title for every command, under one category, and a command behind each', () => {
    const sources = readdirSync(path.join(root, 'client/src')).map((file) =>
      readFileSync(path.join(root, 'client/src', file), 'utf8'),
    );
    for (const { command, title, category } of contributes.commands) {
      expect(command).toMatch(/^processRecording\.\w+$/);
      expect([title, category].every(isText)).toBe(true);
      expect(texts['command.category']).toBe('Process Recording');
      expect(
        sources.some((source) => source.includes(`'${command}'`)),
        command,
      ).toBe(true);
    }
  });

  it('has a description and a default for every setting, and one for each of its values', () => {
    for (const [name, setting] of settings) {
      expect(name).toMatch(/^processRecording\./);
      expect(setting).toHaveProperty('default');
      expect(isText('description' in setting ? setting.description : setting.markdownDescription), name).toBe(
        true,
      );
      if ('enum' in setting) expect(setting.enumDescriptions.filter(isText).length).toBe(setting.enum.length);
    }
  });

  it('gives every text a key, and every key a text', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    expect([...new Set(used)].sort()).toEqual(Object.keys(texts).sort());
    for (const text of Object.values(texts)) expect(text.trim()).not.toBe('');
  });

  it('names only files that are there', () => {
    const named = JSON.stringify({ contributes, icon: manifest.icon }).match(
      /(?<=")(?:\.\/)?[\w./-]+\.(?:json|png)(?=")/g,
    )!;
    expect(named).toHaveLength(4);
    for (const file of named) expect(existsSync(path.join(root, file)), file).toBe(true);
  });

  it('has an icon of 256 × 256', () => {
    const icon = readFileSync(path.join(root, manifest.icon));
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
  });

  it('runs in folders that are not trusted or not on a disk', () => {
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true);
    expect(manifest.capabilities.virtualWorkspaces.supported).toBe(true);
  });

  it('leaves the line ends of a file alone', () => {
    const defaults = Object.keys(contributes.configurationDefaults['[process-recording]']);
    expect(defaults.filter((name) => name.startsWith('files.'))).toEqual([]);
  });
});

describe('texts of the client', () => {
  const source = (name: string): string => readFileSync(path.join(root, 'client/src', name), 'utf8');

  it('every message can be translated', () => {
    for (const name of ['explain.ts', 'levels.ts', 'new-recording.ts', 'status.ts']) {
      const shown =
        source(name).match(
          /(?:show\w+Message\(|(?:title|prompt|placeHolder|detail|message|label): )(?:['"]|`(?!\$))/g,
        ) ?? [];
      expect(shown, name).toEqual([]);
    }
  });

  it('asks for every type that a header may name', () => {
    const asked = [...source('new-recording.ts').matchAll(/type: '([\w-]+)'/g)].map(([, type]) => type!);
    expect(asked.sort()).toEqual([...GROUP_TYPES].sort());
  });
});
