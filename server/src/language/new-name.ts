/** Why a person cannot be called so: said before anything is changed. */
import { LIMITS } from '../recording/limits.ts';
import { noteKindOf } from '../recording/margin.ts';
import { type Recording, rangeOf } from '../recording/model.ts';
import { nameInHeader, read } from '../recording/read.ts';
import { rosterOf } from '../recording/roster.ts';
import { fold, isRoleLabel, type Naming, personCalled, textsNaming } from './naming.ts';

/** What is wrong with a new name for the person of `naming`, in words for the writer; undefined when nothing is. */
export function troubleWith(recording: Recording, naming: Naming, name: string): string | undefined {
  if (name === '') return 'A name is needed.';
  if (name.length > LIMITS.label) return `“${name.slice(0, 20)}…” is too long for a speaker’s label.`;
  const { header } = recording;
  const kind = rosterOf({ ...header, members: [], absent: [], newcomers: [], leaving: [] }).speaker(
    name,
  )?.kind;
  if ((kind === 'worker' || isRoleLabel(name)) && naming.form !== name)
    return `“${name}” is a label of the worker. A member needs another name.`;
  if (kind === 'plural' || kind === 'unnamed')
    return `“${name}” stands for several people, or for nobody in particular. A member needs a name of their own.`;
  if (noteKindOf(name) !== undefined) return `“${name}” is the label of a margin note.`;
  const known = personCalled(recording, name);
  if (known && fold(known.form) !== fold(naming.form))
    return known.person === naming.person
      ? `${naming.person} is called “${name}” already, by another of their names in the header.`
      : `“${name}” is another person of this recording. Two people of one name could not be told apart.`;
  if (!readsAsLabel(name, header.names.length > 0 && isListed(recording, naming)))
    return `“${name}” cannot stand as a speaker’s label. A name such as “Ana”, “Mrs. C” or “J. R.” can.`;
  if (known === undefined) {
    const [there] = textsNaming(recording, name);
    if (there)
      return `Somebody called “${name}” is spoken of already (line ${lineOf(recording, rangeOf(there).start)}). With this name the two could not be told apart.`;
  }
  return undefined;
}

function isListed({ header }: Recording, { person, form }: Naming): boolean {
  return header.names.some(({ name }) => fold(name) === fold(form) || fold(name) === fold(person));
}

/** Asks the reader itself: bold, plain, with an addressee, and as one. */
function readsAsLabel(name: string, listed: boolean): boolean {
  const header = listed ? `---\nmembers: [${nameInHeader(name)}]\n---\n\n` : '';
  const { turns, faults } = read(
    `${header}**${name}:** x\n\n${name}: x\n\nAna → ${name}: x\n\n${name} (to Ana): x\n`,
  );
  return (
    faults.every(({ code }) => code === 'format-undeclared-speaker') &&
    turns.length === 4 &&
    turns.every(({ words }) => words === 'x') &&
    [0, 1, 3].every((at) => turns[at]!.speaker.name === name && turns[at]!.speaker.kind === 'member') &&
    turns[2]!.to.length === 1 &&
    turns[2]!.to[0] === name
  );
}

function lineOf({ blocks }: Recording, offset: number): number {
  let line = 1;
  for (const { start, text } of blocks) {
    if (start >= offset) break;
    line += text.slice(0, offset - start).split(/\r\n|\n|\r/).length - 1;
  }
  return line;
}
