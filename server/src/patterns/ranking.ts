/** Alternatives in the order that fits this kind of group and this time in its life. */
import type { Group } from '../group/model.ts';
import { groupTypes } from '../practice/group-types.ts';
import { stageOf, stages } from '../practice/stages.ts';
import type { SkillId } from '../practice/terms.ts';
import type { Alternative, Pattern, Sighting } from './model.ts';
import { onePoint } from './points.ts';

/** Two people cannot be put into pairs. */
const FEWEST_TO_DIVIDE = 3;

/**
 * The pattern's own order stands unless type or stage prefer a skill; they move a line up by one place at most each,
 * so that the line made for this very moment is not lost behind a general one.
 */
export function alternativesFor(pattern: Pattern, group: Group, sighting: Sighting): readonly Alternative[] {
  const { type, session, of } = group.recording.header;
  const stage = stageOf(session, of, type);
  const preferred: (readonly SkillId[])[] = [];
  if (type) preferred.push(groupTypes[type].prefers);
  if (stage) preferred.push(stages[stage].prefers);
  const worth = (alternative: Alternative, index: number): number =>
    preferred.reduce(
      (sum, skills) => sum + (skills.slice(0, 4).includes(alternative.skill) ? 0.6 : 0),
      -index,
    );
  return pattern
    .alternatives(group, sighting)
    .filter(({ skill }) => skill !== 'dividing-the-group' || group.present.length >= FEWEST_TO_DIVIDE)
    .map((alternative, index) => ({ alternative, worth: worth(alternative, index) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ alternative }) => ({ ...alternative, line: onePoint(alternative.line) }));
}
