/** What tokens are called, and the order by which they are numbered. Data alone: it is told before anything is read. */
import type { SemanticTokensLegend } from 'vscode-languageserver';

/** Colours for members by their place in the roster; the ninth begins again. */
export const MEMBER_COLOURS = 8;

/** The types, in the order in which tokens number them. Named and coloured in package.json. */
export const TOKEN_TYPES = [
  'worker',
  ...Array.from({ length: MEMBER_COLOURS }, (_, index) => `member${index + 1}`),
  'pluralVoice',
  'unnamedVoice',
  'nonverbal',
  'silence',
  'summary',
  'studentNote',
  'alternativeNote',
  'consideredNote',
  'questionNote',
  'supervisorNote',
] as const;

export const TOKEN_MODIFIERS = ['addressee', 'undeclared'] as const;

export const LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: [...TOKEN_MODIFIERS],
};
