/** Everywhere in a recording where a person is named: header, labels, addressees, speech, margins, prose. */

import { blockAt } from '../recording/cut.ts';
import { literal, matchesIn } from '../recording/expressions.ts';
import { labelOf } from '../recording/label.ts';
import { LIMITS } from '../recording/limits.ts';
import {
  type Block,
  type Place,
  type Range,
  type Recording,
  rangeOf,
  type Turn,
} from '../recording/model.ts';
import { lastAtOrBefore, noteAt, type Outline, outlineOf, turnAt } from '../recording/outline.ts';
import { type People, peopleOf } from '../talk/people.ts';
import { standsAsName } from './stands-as-name.ts';

/** One naming. `form` is the name or alias as the roster has it, whatever the case of the letters that stand there. */
export interface Naming {
  readonly person: string;
  readonly form: string;
  readonly where: 'header' | 'label' | 'addressee' | 'said' | 'written';
  readonly place: Place;
}

interface Forms {
  /** Canonical name and written form of a folded one. */
  readonly known: ReadonlyMap<string, { readonly person: string; readonly form: string }>;
  /** Finds every form in running text; undefined where nobody has a name. */
  readonly finder: RegExp | undefined;
  /** Every form, as it is written. */
  readonly others: ReadonlySet<string>;
}

interface Hit extends Range {
  readonly text: string;
}

const FORMS = new WeakMap<People, Forms>();
const HITS = new WeakMap<Block, { readonly forms: Forms; readonly hits: readonly Hit[] }>();
const LABELS = new WeakMap<Turn, { readonly forms: Forms; readonly namings: readonly Naming[] }>();
const NAMINGS = new WeakMap<Recording, readonly Naming[]>();

/** Labels that any worker may have: they name a part in the group and nobody in particular. */
const ROLE_LABEL = /^(?:(?:social |co-?)?worker|sw|w|facilitator|leader|me|i)(?:\s*#?\d+)?$/i;

export function isRoleLabel(label: string): boolean {
  return ROLE_LABEL.test(label.trim());
}

export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Every naming, in the order of the document; the same list for the same reading. */
export function namingsOf(recording: Recording): readonly Naming[] {
  let namings = NAMINGS.get(recording);
  if (namings === undefined) {
    namings = collect(recording);
    NAMINGS.set(recording, namings);
  }
  return namings;
}

/** The naming that an offset touches. Looks at the block around it alone, and at the one that ends there. */
export function namingAt(recording: Recording, offset: number): Naming | undefined {
  const at = blockAt(recording.blocks, offset);
  const here = recording.blocks[at];
  const above = here?.start === offset ? recording.blocks[at - 1] : undefined;
  const namings = [here, above].flatMap((block) => (block ? namingsIn(recording, block) : []));
  return namings.find(({ place }) => {
    const { start, end } = rangeOf(place);
    return start <= offset && offset <= end;
  });
}

function namingsIn(recording: Recording, block: Block): Naming[] {
  const forms = formsOf(recording);
  const fixed = inHeader(recording, forms).filter(({ place }) => place.block === block);
  const last = turnAt(recording.turns, block.start + block.text.length) ?? -1;
  for (let at = last; at >= 0 && rangeOf(recording.turns[at]!.label).start >= block.start; at--)
    fixed.push(...inLabel(recording.turns[at]!, forms).filter(({ place }) => place.block === block));
  return inBlock(block, fixed, forms, outlineOf(recording));
}

/** Who goes by a name, in any case of letters. */
export function personCalled(
  recording: Recording,
  name: string,
): { person: string; form: string } | undefined {
  return formsOf(recording).known.get(fold(name));
}

/** Where a text would be taken for somebody's name if somebody were called so. */
export function textsNaming(recording: Recording, name: string): Place[] {
  const { others } = formsOf(recording);
  const finder = finderFor([...others, name]);
  return recording.blocks.flatMap((block) =>
    hitsIn(block.text, finder, others)
      .filter(({ text }) => fold(text) === fold(name))
      .map(({ start, end }) => ({ block, start, end })),
  );
}

function collect(recording: Recording): Naming[] {
  const forms = formsOf(recording);
  const outline = outlineOf(recording);
  const fixed = fixedIn(recording, forms);
  return recording.blocks.flatMap((block) => inBlock(block, fixed.get(block) ?? [], forms, outline));
}

/** Where the form itself says that a name stands: the header's lists, labels, addressees; block by block. */
function fixedIn(recording: Recording, forms: Forms): ReadonlyMap<Block, readonly Naming[]> {
  const fixed = new Map<Block, Naming[]>();
  const put = (naming: Naming): void => {
    const there = fixed.get(naming.place.block);
    if (there) there.push(naming);
    else fixed.set(naming.place.block, [naming]);
  };
  for (const naming of inHeader(recording, forms)) put(naming);
  for (const turn of recording.turns) for (const naming of inLabel(turn, forms)) put(naming);
  return fixed;
}

function inHeader({ header }: Recording, forms: Forms): Naming[] {
  return header.names.flatMap(({ name, place }) => named(unquoted(place), name, 'header', forms));
}

function named(place: Place, text: string, where: Naming['where'], { known }: Forms): Naming[] {
  const found = known.get(fold(text));
  return found ? [{ ...found, where, place }] : [];
}

/** The names in a turn's label, kept with the turn. */
function inLabel(turn: Turn, forms: Forms): readonly Naming[] {
  const before = LABELS.get(turn);
  if (before?.forms === forms) return before.namings;
  const own = nameOf(turn);
  const namings = [
    ...named(own, textOf(own), 'label', forms),
    ...addresseesOf(turn).flatMap(({ name, place }) => named(place, name, 'addressee', forms)),
  ];
  LABELS.set(turn, { forms, namings });
  return namings;
}

/** All namings of a block in order: the fixed ones, and what its running text names beside them. */
function inBlock(block: Block, fixed: readonly Naming[], forms: Forms, outline: Outline): Naming[] {
  const free = mentions(block, forms).filter(
    ({ start, end }) => !fixed.some(({ place }) => place.start < end && start < place.end),
  );
  if (free.length === 0 && fixed.length < 2) return [...fixed];
  return [...fixed, ...free.map((hit) => placed(block, hit, forms, outline))].sort(
    (a, b) => a.place.start - b.place.start,
  );
}

function formsOf(recording: Recording): Forms {
  const people = peopleOf(recording);
  const before = FORMS.get(people);
  if (before) return before;
  const known = new Map<string, { person: string; form: string }>();
  const put = (form: string, person: string): void => {
    // A label such as "Ana, Ben" or "Ana’s Mum" is a phrase: the names in it are found one by one.
    if (!isRoleLabel(form) && !/[,;/&]|['’]s\s/.test(form) && !known.has(fold(form)))
      known.set(fold(form), { person, form });
  };
  for (const [form, person] of people.canonical) put(form, person);
  for (const { list, name } of recording.header.names) if (list === 'worker') put(name, name);
  const others = new Set([...known.values()].map(({ form }) => form));
  const forms: Forms = { known, others, finder: others.size === 0 ? undefined : finderFor([...others]) };
  FORMS.set(people, forms);
  return forms;
}

/** A name shouted is the same name; of a short or lower-case one there is no telling. */
const SHOUTED = 3;

function finderFor(names: readonly string[]): RegExp {
  const written = names
    .flatMap((name) => (name.length >= SHOUTED ? [name, name.toUpperCase()] : [name]))
    .sort((a, b) => b.length - a.length)
    .map(literal);
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${[...new Set(written)].join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
    'gu',
  );
}

function hitsIn(text: string, finder: RegExp, others: ReadonlySet<string>): Hit[] {
  return Array.from(matchesIn(finder, text), ({ index, 0: found }) => ({
    text: found,
    start: index,
    end: index + found.length,
  })).filter((hit) => standsAsName(text, hit.start, hit.end, others));
}

function mentions(block: Block, forms: Forms): readonly Hit[] {
  const before = HITS.get(block);
  if (before?.forms === forms) return before.hits;
  const hits = forms.finder === undefined ? [] : hitsIn(block.text, forms.finder, forms.others);
  HITS.set(block, { forms, hits });
  return hits;
}

function placed(block: Block, { text, start, end }: Hit, { known }: Forms, outline: Outline): Naming {
  const offset = block.start + start;
  const at = lastAtOrBefore(outline.entries, offset, ({ whole }) => whole.start);
  const span = at === undefined ? undefined : outline.entries[at];
  const said =
    span?.entry.kind === 'turn' && offset < span.words.end && noteAt(span.entry.margin, offset) === undefined;
  return { ...known.get(fold(text))!, where: said ? 'said' : 'written', place: { block, start, end } };
}

const textOf = ({ block, start, end }: Place): string => block.text.slice(start, end);

/** A quoted name without its quotation marks. */
function unquoted(place: Place): Place {
  return /^(["']).*\1$/s.test(textOf(place))
    ? { ...place, start: place.start + 1, end: place.end - 1 }
    : place;
}

/** The speaker's name alone: in a table the label may be a whole cell, with its addressees. */
export function nameOf({ label }: Turn): Place {
  if (!/[→>➔(:：[]/u.test(textOf(label))) return label;
  const candidate = labelOf(`${textOf(label).replace(/(?<!\s)\s*[:：]\s*$/, '')}:`);
  return candidate
    ? { ...label, start: label.start + candidate.nameStart, end: label.start + candidate.nameEnd }
    : label;
}

/** The names behind an arrow, or in `(to …)`, up to the colon or the end of the cell. */
export function addresseesOf(turn: Turn): readonly { readonly name: string; readonly place: Place }[] {
  if (turn.to.length === 0) return [];
  const { block, end } = nameOf(turn);
  const rest = block.text.slice(end, end + LIMITS.label * 4);
  const stop = rest.search(/[:：|\r\n]/);
  const head = stop < 0 ? rest : rest.slice(0, stop);
  const arrow = /^[\s*_]*(?:→|->|=>|➔|\((?:to|towards?)\s)/.exec(head);
  if (!arrow) return [];
  const found: { name: string; place: Place }[] = [];
  let at = arrow[0].length;
  for (const part of head.slice(at).split(/(,|&|\band\b|\/)/u)) {
    const written = part.replace(/(?<![\s*_)])[\s*_)]+$/u, '');
    const lead = /^[\s*_]*/u.exec(written)![0].length;
    const name = written.slice(lead);
    if (name !== '' && !/^(?:,|&|and|\/)$/.test(name))
      found.push({ name, place: { block, start: end + at + lead, end: end + at + written.length } });
    at += part.length;
  }
  return found;
}
