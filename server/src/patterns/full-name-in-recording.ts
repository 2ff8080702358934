import type { Group } from '../group/model.ts';
import type { Place } from '../recording/model.ts';
import { peopleOf } from '../talk/people.ts';
import type { Pattern, Sighting } from './model.ts';
import { type FullName, fullNamesIn, isFullName } from './names.ts';
import { standing, type Written, writtenIn } from './writing.ts';

/*
 * The catalogue also has single names that no roster declares, and two spellings of one speaker, at a lower severity.
 * Both are faults of form (`format-undeclared-speaker`) and are said there, at the label; a name that an adult reader
 * can look up is another matter, and alone here.
 */

/** The writer says that the names are not the people's own. */
const CHANGED =
  /\bpseudonyms?\b|\bnames?\b[^.\n]{0,40}\b(?:changed|invented|made[- ]up|fictitious|fictional|not (?:their|the|his|her) (?:own|real)|false|altered)\b|\b(?:changed|invented|made[- ]up|fictitious|false|altered)\b[^.\n]{0,20}\bnames?\b/i;

function namesChanged(group: Group): boolean {
  const { place } = group.recording.header;
  if (place && CHANGED.test(place.block.text.slice(place.start, place.end))) return true;
  return group.recording.sections.some(
    ({ kind, prose }) => kind !== 'dialogue' && prose.some(({ text }) => CHANGED.test(text)),
  );
}

/** Names that the form asks for: the student's, the supervisor's, the workers', the agency's. */
const OF_THE_FORM =
  /^(?:student|supervisor|worker|co-?worker|field instructor|instructor|liaison|agency|group|name|observer|written by|teacher|tutor)$/i;

function namesOfTheForm(group: Group): string {
  return group.recording.header.keys
    .filter(({ name, value }) => value !== undefined && OF_THE_FORM.test(name))
    .map(({ value }) => value!.block.text.slice(value!.start, value!.end))
    .concat(group.recording.header.workers)
    .join('\n')
    .toLowerCase();
}

interface Named extends Sighting {
  readonly name: FullName;
}

const KNOWN = new WeakMap<object, { readonly people: object; readonly names: readonly FullName[] }>();

function namesIn(written: Written, people: object, firstNames: ReadonlySet<string>): readonly FullName[] {
  const known = KNOWN.get(written.key);
  if (known?.people === people) return known.names;
  const names = fullNamesIn(written.text, firstNames);
  KNOWN.set(written.key, { people, names });
  return names;
}

function where({ kind, at }: Written): string {
  if (kind === 'words') return `Turn ${at + 1} gives`;
  if (at < 0) return 'A text outside the dialogue gives';
  return kind === 'note' ? `The margin of turn ${at + 1} gives` : `A remark at turn ${at + 1} gives`;
}

function seen(who: string, what: string): string {
  return `${who} a person’s first and last name (${what} …). The page is read by others than the group, and a name can be looked up. Who is it that the reader needs to know: this person, or what they are to the one who speaks?`;
}

function foundIn(group: Group): Named[] {
  if (namesChanged(group)) return [];
  const { header } = group.recording;
  const people = peopleOf(group.recording);
  const firstNames = new Set(
    [...people.members, ...header.members.flatMap(({ aliases }) => aliases)].flatMap((name) =>
      name.split(/\s+/).slice(0, 1),
    ),
  );
  const ofTheForm = namesOfTheForm(group);
  const declared = new Set(
    header.members.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.toLowerCase()),
  );
  const allowed = ({ first, last }: FullName, text: string): boolean =>
    declared.has(text.toLowerCase()) ||
    (ofTheForm.includes(first.toLowerCase()) && ofTheForm.includes(last.toLowerCase()));
  const found: Named[] = [];
  // A roster is where pseudonyms are declared, so one that looks like a whole name is told once, there.
  for (const name of [
    ...header.members.map((member) => member.name),
    ...header.absent,
    ...header.newcomers,
    ...header.leaving,
  ]) {
    const place = isFullName(name, firstNames) ? placeInHeader(header.place, name) : undefined;
    if (place && !found.some((one) => one.place?.start === place.start))
      found.push({
        at: -1,
        to: -1,
        place,
        name: { start: 0, end: name.length, first: name.split(' ')[0]!, last: '' },
        evidence: [],
        message: seen('The roster gives', name.split(' ')[0]!),
      });
  }
  const labelled = new Set<string>();
  for (const { turn, index, name } of group.moves) {
    if (
      turn.speaker.kind !== 'member' ||
      turn.speaker.declared ||
      labelled.has(name) ||
      !isFullName(name, firstNames)
    )
      continue;
    labelled.add(name);
    const first = name.split(' ')[0]!;
    if (!allowed({ start: 0, end: 0, first, last: name.split(' ').pop()! }, name))
      found.push({
        at: index,
        to: index,
        place: turn.label,
        name: { start: 0, end: 0, first, last: '' },
        evidence: [],
        message: seen(`The label of turn ${index + 1} gives`, first),
      });
  }
  for (const written of writtenIn(group)) {
    for (const name of namesIn(written, people, firstNames)) {
      if (allowed(name, written.text.slice(name.start, name.end))) continue;
      found.push({
        ...standing(written, name.start, name.end),
        name,
        evidence: [],
        message: seen(where(written), name.first),
      });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

function placeInHeader(header: Place | undefined, name: string): Place | undefined {
  const at = header?.block.text.indexOf(name, header.start) ?? -1;
  return header && at >= 0 && at < header.end
    ? { block: header.block, start: at, end: at + name.length }
    : undefined;
}

export const pattern: Pattern = {
  id: 'full-name-in-recording',
  name: 'Full name in the document',
  family: 'PRIV',
  core: true,
  severity: 'error',
  dynamics: [],
  skills: ['recording-craft'],
  question: 'Who needs to be known here: the person, or what they are to the one who speaks?',
  page: {
    looksLike:
      'A first name and a last name together: of a member, of somebody’s sister, of the officer or the doctor who comes up in a story. In what was said, in a margin, in a label, in the roster.',
    matters:
      'Members talk of people who are not there and were not asked. Schools want initials, first names or invented ones, and the same ones all through, so that nobody can be looked up from a student’s paper.',
    fine: 'The names of student, supervisor and worker in the header. People whom everybody knows, and writers whom the analysis cites. “Mrs. C”. Streets, schools and bodies that bear a name. Names that are invented: one sentence that says so, anywhere outside the dialogue, is enough.',
  },
  sources: ['41', 'c'],
  silentIn: [],
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group) => foundIn(group),
  alternatives: (group, sighting) => {
    const one = foundIn(group).find(
      ({ at, span, place }) =>
        at === sighting.at && span?.start === sighting.span?.start && place?.start === sighting.place?.start,
    );
    const first = one?.name.first ?? 'the first name';
    return [
      {
        skill: 'recording-craft',
        line: `[put what this person is to the speaker in its place: “her sister”, “the officer”]`,
      },
      {
        skill: 'recording-craft',
        line: `[keep “${first}” or an initial, or give an invented name, and use the same one all through]`,
      },
    ];
  },
};
