import type { Group, Move } from '../group/model.ts';
import type { Place } from '../recording/model.ts';
import { type People, peopleOf } from '../talk/people.ts';
import type { Pattern, Sighting } from './model.ts';
import { type FullName, fullNamesIn, isFullName } from './names.ts';
import { gathered, standing, type Written } from './writing.ts';

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
  /** As it stands. */
  readonly whole: string;
}

function where({ kind, at }: Written): string {
  if (kind === 'words') return `Turn ${at + 1} gives`;
  if (at < 0) return 'A text outside the dialogue gives';
  return kind === 'note' ? `The margin of turn ${at + 1} gives` : `A remark at turn ${at + 1} gives`;
}

function seen(who: string, what: string): string {
  return `${who} a person’s first and last name (${what} …). The page is read by others than the group, and a name can be looked up. Who is it that the reader needs to know: this person, or what they are to the one who speaks?`;
}

/** First names that belong to people here. */
function firstNamesOf(people: People, aliases: readonly string[]): Set<string> {
  return new Set([...people.members, ...aliases].map((name) => name.split(/\s+/)[0]!));
}

const GATHERERS = new WeakMap<People, (group: Group) => Named[]>();

/** Whole names in all that is written, kept for as long as the people stay the same. */
function namesWritten(group: Group, people: People, firstNames: ReadonlySet<string>): Named[] {
  let gather = GATHERERS.get(people);
  if (gather === undefined) {
    gather = gathered((written) =>
      fullNamesIn(written.text, firstNames).map((name) => ({
        ...standing(written, name.start, name.end),
        name,
        whole: written.text.slice(name.start, name.end),
        evidence: [],
        message: seen(where(written), name.first),
      })),
    );
    GATHERERS.set(people, gather);
  }
  return gather(group);
}

function namedAt(at: number, place: Place, whole: string, who: string): Named {
  const words = whole.split(/\s+/);
  const name = { start: 0, end: whole.length, first: words[0]!, last: words[words.length - 1]! };
  return { at, to: at, place, name, whole, evidence: [], message: seen(who, name.first) };
}

/** A roster is where pseudonyms are declared, so one that looks like a whole name is told once, there. */
function inRoster({ header }: Group['recording'], firstNames: ReadonlySet<string>): Named[] {
  const names = [
    ...header.members.map(({ name }) => name),
    ...header.absent,
    ...header.newcomers,
    ...header.leaving,
  ];
  return [...new Set(names)].flatMap((name) => {
    const place = isFullName(name, firstNames) ? placeInHeader(header.place, name) : undefined;
    return place ? [namedAt(-1, place, name, 'The roster gives')] : [];
  });
}

/** Labels of speakers whom the roster does not list, each once. */
function inLabels(group: Group, firstNames: ReadonlySet<string>): Named[] {
  const first = new Map<string, Move>();
  for (const move of group.moves) {
    const { kind, declared, name } = move.turn.speaker;
    if (kind === 'member' && !declared && !first.has(name)) first.set(name, move);
  }
  return [...first].flatMap(([name, { turn, index }]) =>
    isFullName(name, firstNames)
      ? [namedAt(index, turn.label, name, `The label of turn ${index + 1} gives`)]
      : [],
  );
}

function foundIn(group: Group): Named[] {
  if (namesChanged(group)) return [];
  const { header } = group.recording;
  const people = peopleOf(group.recording);
  const firstNames = firstNamesOf(
    people,
    header.members.flatMap(({ aliases }) => aliases),
  );
  const ofTheForm = namesOfTheForm(group);
  const declared = new Set(
    header.members.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.toLowerCase()),
  );
  const allowed = ({ name: { first, last }, whole }: Named): boolean =>
    declared.has(whole.toLowerCase()) ||
    (ofTheForm.includes(first.toLowerCase()) && ofTheForm.includes(last.toLowerCase()));
  return [
    ...inRoster(group.recording, firstNames),
    ...[...inLabels(group, firstNames), ...namesWritten(group, people, firstNames)].filter(
      (one) => !allowed(one),
    ),
  ].sort((a, b) => a.at - b.at);
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
