/** Runs the grammar as VS Code does, over small recordings. The grammars it embeds are stubs: they are VS Code's own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, Registry } from 'vscode-textmate';

/** A stretch of a line and its scopes, without the grammar's own and without `.recording` at their ends. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(root, 'syntaxes/process-recording.tmLanguage.json');

const grammars: Readonly<Record<string, IRawGrammar>> = {
  'text.html.markdown.process-recording': JSON.parse(readFileSync(file, 'utf8')),
  'text.html.markdown': stub('text.html.markdown', [{ name: 'markdown', match: '.+' }], {
    inline: { match: '(\\*\\*)(?=\\S).+?\\1', name: 'inline' },
  }),
  'source.yaml': stub('source.yaml', [{ name: 'yaml', match: '.+' }], {}),
};

function stub(scopeName: string, patterns: object[], repository: object): IRawGrammar {
  return { scopeName, patterns, repository } as unknown as IRawGrammar;
}

/** Loads the grammar with a fresh registry. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  const { buffer, byteOffset, byteLength } = readFileSync(wasm);
  await loadWASM(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scopeName) => grammars[scopeName] ?? null,
  });
  const grammar = await registry.loadGrammar('text.html.markdown.process-recording');
  if (!grammar) throw new Error('the grammar could not be loaded');
  return grammar;
}

/** The tokens of each line of a text. */
export function tokensOf(grammar: IGrammar, text: string): Token[][] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return joined(
      tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes.slice(1).map((scope) => scope.replace(/\.recording$/, '')),
      })),
    );
  });
}

/** Neighbours that look the same are one. */
function joined(tokens: readonly Token[]): Token[] {
  const all: Token[] = [];
  for (const token of tokens) {
    const last = all.at(-1);
    if (last?.scopes.join(' ') === token.scopes.join(' '))
      all[all.length - 1] = { ...last, text: last.text + token.text };
    else all.push(token);
  }
  return all;
}

/** The innermost scope of the first token of a line that holds these words. */
export function scopeOf(lines: readonly (readonly Token[])[], words: string): string | undefined {
  return lines
    .flat()
    .find(({ text }) => text.includes(words))
    ?.scopes.at(-1);
}
