/** Why a finding stands where it stands: what weighed most for it. For whoever asks; the turns behind it are told beside it. */
import type { Finding } from '../patterns/model.ts';
import { ACT_WORDS } from './act-words.ts';
import { plainly } from './wording.ts';

/** Signs that are acts are named by whose they are and what: "she does: advice". */
const ACT = /^(she does|they did|the one before did): (.+)$/;
const WHOSE: Readonly<Record<string, string>> = {
  'she does': 'the worker’s words sound like',
  'they did': 'what was said before sounds like',
  'the one before did': 'what came before that sounds like',
};

/** A sign in words that need no page. */
function inWords(name: string): string {
  const act = ACT.exec(name);
  return act === null
    ? name.replace(/\b(?:she|her)\b/g, 'the worker')
    : `${WHOSE[act[1]!]} ${ACT_WORDS[act[2] as keyof typeof ACT_WORDS]}`;
}

/** Markdown; undefined where the pattern does not weigh one thing against another. */
export function groundsOf({ pattern, reasons = [] }: Finding): string | undefined {
  if (reasons.length === 0) return undefined;
  return [
    `**${pattern.name}**: what weighed most here`,
    reasons.map(({ name }) => `- ${plainly(inWords(name))}`).join('\n'),
    'It may be mistaken. A reason in the margin, under “Considered”, sets it aside.',
  ].join('\n\n');
}
