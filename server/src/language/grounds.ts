/** Why a finding stands where it stands: the turns that it rests on, and what weighed most. For whoever asks. */
import type { Analysis } from '../patterns/analyse.ts';
import type { Finding } from '../patterns/model.ts';
import { ACT_WORDS } from './act-words.ts';
import { excerptOf, plainly } from './wording.ts';

/** Signs that are acts are named by whose they are and what: "she does: advice". */
const ACT = /^(she does|they did|the one before did): (.+)$/;
const WHOSE: Readonly<Record<string, string>> = {
  'she does': 'her words sound like',
  'they did': 'what she follows sounds like',
  'the one before did': 'what came before that sounds like',
};

/** A sign in words that need no page. */
function inWords(name: string): string {
  const act = ACT.exec(name);
  if (act === null) return name;
  return `${WHOSE[act[1]!]} ${ACT_WORDS[act[2] as keyof typeof ACT_WORDS]}`;
}

/** Markdown: what the finding is called, the turns behind it with their first words, and what weighed most. */
export function groundsCard({ group }: Analysis, finding: Finding): string {
  const turns = finding.evidence.flatMap(({ at, shows }) => {
    const move = group.moves[at];
    return move ? [`- Turn ${at + 1}: ${plainly(shows)} (“${plainly(excerptOf(move.turn.words, 70))}”)`] : [];
  });
  const reasons = (finding.reasons ?? []).map(({ name }) => `- ${plainly(inWords(name))}`);
  return [
    `**${finding.pattern.name}**: what it rests on`,
    ...(turns.length > 0 ? [turns.join('\n')] : []),
    ...(reasons.length > 0 ? [`What weighed most here:\n\n${reasons.join('\n')}`] : []),
    'It may be mistaken. If you see it otherwise, “Considered” in the margin sets it aside.',
  ].join('\n\n');
}
