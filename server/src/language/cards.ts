/** What the record shows of a person and of a silence: counts and places, no judgement. */
import { partsOf } from '../group/persons.ts';
import type { Analysis } from '../patterns/analyse.ts';
import { countOf, excerptOf, plainly, shareOf } from './wording.ts';

/** How many people a card names before it says "and others". */
const NAMED = 4;

/** @param name canonical; somebody who never speaks has a card too */
export function personCard({ group, recording }: Analysis, name: string): string {
  const parts = partsOf(group);
  const part = parts.get(name);
  const member = recording.header.members.find((one) => one.name === name);
  const head = `**${plainly(name)}**${roleOf(recording.header, name, part?.byWorker === true, member?.role)}`;
  const also = member?.aliases.length ? [`Also called ${member.aliases.map(plainly).join(', ')}.`] : [];
  if (part === undefined) return [head, ...also, 'Does not speak in this recording.'].join('\n\n');
  const words = [...parts.values()].reduce((sum, one) => sum + one.words, 0);
  const counts = [
    `${countOf(part.turns, 'turn')} of ${group.moves.length} (${shareOf(part.turns, group.moves.length)})`,
    `${countOf(part.words, 'word')} (${shareOf(part.words, words)})`,
  ].join(', ');
  const spoken =
    part.to.length === 0
      ? 'The record does not show whom they spoke to.'
      : `Spoke to: ${part.to
          .slice(0, NAMED)
          .map(
            (one) =>
              `${one.name === 'group' ? 'the group' : plainly(one.name)} (${countOf(one.turns, 'turn')})`,
          )
          .join(', ')}${part.to.length > NAMED ? ' and others' : ''}.`;
  const where =
    part.first === part.last
      ? `Turn ${part.first + 1}.`
      : `First turn ${part.first + 1}, last turn ${part.last + 1}.`;
  return [head, ...also, `${counts}, as recorded.`, spoken, where].join('\n\n');
}

function roleOf(
  header: Analysis['recording']['header'],
  name: string,
  byWorker: boolean,
  role: string | undefined,
): string {
  const words = [
    ...(byWorker || header.workers.includes(name) ? ['worker'] : []),
    ...(role === undefined ? [] : [plainly(role)]),
    ...(header.absent.includes(name) ? ['absent'] : []),
    ...(header.newcomers.includes(name) ? ['new'] : []),
    ...(header.leaving.includes(name) ? ['leaving'] : []),
  ];
  return words.length === 0 ? '' : `, ${words.join(', ')}`;
}

/**
 * @param before index of the turn that the silence follows, or stands in; -1 for none
 * @param after index of the turn that ends it
 */
export function silenceCard(
  { group }: Analysis,
  before: number,
  after: number,
  seconds: number | undefined,
): string {
  const length = seconds === undefined ? 'length not given' : countOf(seconds, 'second');
  const turn = (index: number, how: string): string[] => {
    const move = group.moves[index];
    if (move === undefined) return [];
    const words = excerptOf(move.turn.words, 50);
    return [`${how} ${plainly(move.name)} (turn ${index + 1})${words === '' ? '' : `: “${plainly(words)}”`}`];
  };
  return [`**Silence**, ${length}.`, ...turn(before, 'After'), ...turn(after, 'Then')].join('\n\n');
}
