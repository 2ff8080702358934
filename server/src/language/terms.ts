/** The field's words where they stand in a text: skills by any of their names, and the nine dynamics. */

import { dynamics } from '../practice/dynamics.ts';
import { skills } from '../practice/skills.ts';
import type { Dynamic, SkillId } from '../practice/terms.ts';
import { literal, matchesIn } from '../recording/expressions.ts';
import type { Range } from '../recording/model.ts';
import { plainly } from './wording.ts';

export type Term =
  | { readonly kind: 'skill'; readonly id: SkillId }
  | { readonly kind: 'dynamic'; readonly id: Dynamic };

const TERMS = new Map<string, Term>([
  ...(Object.keys(skills) as SkillId[]).flatMap((id) =>
    [skills[id].name, ...skills[id].also].map((name): [string, Term] => [
      name.toLowerCase(),
      { kind: 'skill', id },
    ]),
  ),
  ...(Object.keys(dynamics) as Dynamic[]).map((id): [string, Term] => [
    dynamics[id].name.toLowerCase(),
    { kind: 'dynamic', id },
  ]),
]);

const FINDER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...TERMS.keys()]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** The term that an offset of `text` touches. */
export function termAt(
  text: string,
  offset: number,
): { readonly term: Term; readonly range: Range } | undefined {
  for (const { index, 0: word } of matchesIn(FINDER, text.replace(/’/g, "'"))) {
    const end = index + word.length;
    if (offset < index) return undefined;
    if (offset <= end) return { term: TERMS.get(word.toLowerCase())!, range: { start: index, end } };
  }
  return undefined;
}

/** What a skill or a dynamic is, short. */
export function textOf(term: Term): string {
  if (term.kind === 'skill') {
    const { name, what, when, lines } = skills[term.id];
    const line = lines.find((one) => !one.startsWith('['));
    return `**${name}**\n\n${what}\n\n${when}${line ? `\n\n“${plainly(line)}”` : ''}`;
  }
  const { name, meaning, sounds } = dynamics[term.id];
  return `**${name}**\n\n${meaning}${sounds[0] ? `\n\n“${plainly(sounds[0])}”` : ''}`;
}
