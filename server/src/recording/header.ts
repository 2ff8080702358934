/** The front matter: YAML read with the place of every token, so that a fault stands on the word that has it. */
import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type {
  Block,
  Fault,
  GroupType,
  Header,
  HeaderGate,
  HeaderName,
  Member,
  Place,
  Recording,
  State,
} from './model.ts';

export const GROUP_TYPES: readonly GroupType[] = [
  'classic',
  'single-session',
  'short-term',
  'open-ended',
  'very-large',
  'task',
];
export const HEADER_GATES: readonly HeaderGate[] = [
  'talking-circle',
  'no-crosstalk',
  'limited-speech',
  'chosen-procedure',
];
export const DEFAULT_WORKERS: readonly string[] = [
  'Worker',
  'SW',
  'W',
  'Social worker',
  'Facilitator',
  'Leader',
  'Co-worker',
  'Me',
  'I',
];

/** In the order in which a recording goes through them. */
export const STATES: readonly State[] = ['draft', 'submitted', 'reviewed', 'discussed'];

export const EMPTY_HEADER: Header = {
  gates: [],
  workers: DEFAULT_WORKERS,
  members: [],
  absent: [],
  newcomers: [],
  leaving: [],
  excerpt: false,
  names: [],
  keys: [],
};

export interface ReadHeader {
  readonly header: Header;
  readonly faults: readonly Fault[];
}

const FENCES = /^---[ \t]*(?:\r\n|\n|\r|$)/;

/** Whether the header of a recording cannot be read as it stands: then nothing is written into it either. */
export function isHeaderBroken({ faults }: Recording): boolean {
  return faults.some(({ code }) => code === 'format-header-yaml' || code === 'format-header-unclosed');
}

/**
 * Reads a block that begins with `---`. `start` and `end` are its extent in the block.
 * Broken YAML gives a fault and whatever keys could still be read.
 */
export function readHeader(block: Block, start: number, end: number): ReadHeader {
  const source = block.text.slice(start, end);
  const opening = FENCES.exec(source)?.[0].length ?? 0;
  const closing = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*$/.exec(source.slice(opening));
  const yaml = source.slice(opening, closing === null ? undefined : opening + closing.index);
  const base = start + opening;
  const at = (from: number, to: number): Place => ({ block, start: base + from, end: base + to });
  const faults: Fault[] = [];
  const fault = (code: Fault['code'], message: string, place: Place, repair?: Fault['repair']): void => {
    faults.push({ code, severity: 'warning', message, place, ...(repair ? { repair } : {}) });
  };

  if (closing === null) {
    const lineEnd = block.text.includes('\r\n') ? '\r\n' : '\n';
    const after: Place = { block, start: end, end };
    fault(
      'format-header-unclosed',
      'The header begins with --- and does not end with ---. Close it on a line of its own.',
      at(-opening, -opening + 3),
      {
        title: 'Close the header',
        edits: [{ place: after, text: `${lineEnd}---` }],
      },
    );
  }

  const document = parseDocument(yaml, {
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
    maxAliasCount: 20,
  } as never);
  for (const error of document.errors.slice(0, 3)) {
    const [from, to] = error.pos;
    const stop = Math.min(Math.max(to, from + 1), yaml.length);
    fault(
      'format-header-yaml',
      `This line of the header cannot be read (${plainYaml(error.code)}). The dialogue below is still looked at.`,
      at(Math.min(from, Math.max(0, stop - 1)), stop),
      closeQuote(error.code, yaml, from, at),
    );
  }
  const root = document.contents;
  if (!isMap(root)) {
    if (document.errors.length === 0 && root !== null && yaml.trim() !== '') {
      fault(
        'format-header-yaml',
        'The header should be lines of the form “key: value”.',
        at(0, yaml.trimEnd().length),
      );
    }
    return { header: { ...EMPTY_HEADER, place: { block, start, end } }, faults };
  }
  return { header: headerOf(root, { block, start, end }, at, fault), faults };
}

/** What a YAML error says, in words for somebody who has never heard of YAML. */
function plainYaml(code: string): string {
  if (code.startsWith('MISSING_CHAR')) return 'a quotation mark or bracket is not closed';
  if (code === 'TAB_AS_INDENT') return 'a tab stands where blanks should';
  if (code.startsWith('BAD_INDENT') || code === 'MULTILINE_IMPLICIT_KEY')
    return 'the line is not set in like the ones above it';
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'two colons in one line: put the value in quotation marks';
  return 'its form is not “key: value”';
}

function closeQuote(
  code: string,
  yaml: string,
  from: number,
  at: (from: number, to: number) => Place,
): Fault['repair'] | undefined {
  if (code !== 'MISSING_CHAR') return undefined;
  const lineStart = yaml.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
  for (const start of [lineStart, 0]) {
    const open = /^[^\r\n\u2028\u2029"']*:[ \t]*(["'])(?!.*\1)[^\r\n]*/m.exec(yaml.slice(start));
    if (open) {
      const end = start + open.index + open[0].trimEnd().length;
      return { title: 'Close the quotation mark', edits: [{ place: at(end, end), text: open[1]! }] };
    }
  }
  return undefined;
}

type At = (from: number, to: number) => Place;
type Report = (code: Fault['code'], message: string, place: Place, repair?: Fault['repair']) => void;

function headerOf(root: YAMLMap.Parsed, place: Place, at: At, fault: Report): Header {
  const pairs = root.items.filter(
    (pair): pair is Pair<ParsedNode, ParsedNode | null> & { key: Scalar.Parsed } => isScalar(pair.key),
  );
  const get = (name: string): ParsedNode | undefined =>
    pairs.find((pair) => String(pair.key.value) === name)?.value ?? undefined;
  const placeOf = (node: { range?: readonly number[] | null } | null | undefined): Place =>
    at(node?.range?.[0] ?? 0, node?.range?.[1] ?? 0);

  const seen = new Set<string>();
  for (const pair of pairs) {
    const name = String(pair.key.value);
    if (seen.has(name))
      fault(
        'format-header-duplicate',
        `“${name}” stands twice in the header; the first one counts.`,
        placeOf(pair.key),
      );
    seen.add(name);
  }

  const text = (name: string, of?: ParsedNode): string | undefined => {
    const node = of ?? get(name);
    if (node === undefined || (isScalar(node) && (node.value === null || node.value === '')))
      return undefined;
    if (isScalar(node)) return node.source ?? String(node.value);
    fault('format-header-type', `“${name}” should be plain text.`, placeOf(node));
    return undefined;
  };
  const count = (name: string): number | undefined => {
    const node = get(name);
    if (node === undefined || (isScalar(node) && node.value === null)) return undefined;
    if (isScalar(node) && typeof node.value === 'number' && Number.isInteger(node.value) && node.value > 0)
      return node.value;
    const digits = isScalar(node) ? /\d+/.exec(String(node.value))?.[0] : undefined;
    fault(
      'format-header-type',
      `“${name}” should be a whole number, such as 4.`,
      placeOf(node),
      digits === undefined
        ? undefined
        : {
            title: `Write ${digits}`,
            edits: [{ place: placeOf(node), text: digits }],
          },
    );
    return digits === undefined ? undefined : Number(digits);
  };
  const names = (name: string, of?: ParsedNode): { value: string; place: Place }[] => {
    const node = of ?? get(name);
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (isScalar(node)) return [{ value: String(node.source ?? node.value), place: placeOf(node) }];
    if (isMap(node))
      return node.items.map((pair) => ({
        value: String((pair.key as Scalar).value),
        place: placeOf(pair.key as ParsedNode),
      }));
    if (isSeq(node)) {
      return node.items.flatMap((item) => {
        if (isScalar(item) && item.value !== null)
          return [{ value: String(item.source ?? item.value), place: placeOf(item as ParsedNode) }];
        fault(
          'format-header-type',
          `“${name}” should be a list of names, such as [Ana, Ben].`,
          placeOf(item as ParsedNode),
        );
        return [];
      });
    }
    return [];
  };

  const written: HeaderName[] = [];
  const put = (list: HeaderName['list'], name: string, where: Place): void => {
    written.push({ list, name, place: where });
  };
  const members = membersOf(get('members'), names, placeOf, fault, put);
  const workers = names('worker').map(({ value, place: where }) => {
    put('worker', value, where);
    return value;
  });
  const known = new Set(
    members.flatMap((member) => [member.name, ...member.aliases]).map((one) => one.toLowerCase()),
  );
  const rosterNames = (name: 'absent' | 'new' | 'leaving'): string[] =>
    names(name).map(({ value, place: where }) => {
      put(name, value, where);
      if (known.size > 0 && !known.has(value.toLowerCase()) && name !== 'absent' && name !== 'leaving') {
        fault('format-header-unknown-member', `“${value}” is not among the members of the header.`, where);
      }
      return value;
    });

  const group = get('group');
  const inGroup = (name: string): ParsedNode | undefined =>
    (isMap(group)
      ? (group.items.find((pair) => isScalar(pair.key) && pair.key.value === name)
          ?.value as ParsedNode | null)
      : undefined) ?? undefined;
  if (group !== undefined && !isMap(group) && !(isScalar(group) && typeof group.value === 'string')) {
    if (!(isScalar(group) && group.value === null))
      fault(
        'format-header-type',
        '“group” should hold name, type and purpose, each on a line set in below it.',
        placeOf(group),
      );
  }
  const groupName = isScalar(group) ? text('group') : text('name', inGroup('name'));
  const type = oneOf('type', inGroup('type') ?? get('type'), GROUP_TYPES, placeOf, fault);
  const purposeNode = inGroup('purpose') ?? get('purpose');
  const purpose = purposeNode && isScalar(purposeNode) ? text('purpose', purposeNode) : undefined;
  const gatesNode = inGroup('gates') ?? get('gates');
  const gates = (gatesNode === undefined ? [] : isSeq(gatesNode) ? gatesNode.items : [gatesNode]).flatMap(
    (node) => {
      const gate = oneOf('gates', node as ParsedNode, HEADER_GATES, placeOf, fault);
      return gate === undefined ? [] : [gate];
    },
  );

  const excerptNode = get('excerpt');
  const excerpt =
    isScalar(excerptNode) &&
    (excerptNode.value === true || /^(?:yes|on|true)$/i.test(String(excerptNode.value)));
  if (
    excerptNode !== undefined &&
    isScalar(excerptNode) &&
    typeof excerptNode.value !== 'boolean' &&
    excerptNode.value !== null &&
    !/^(?:yes|no|on|off)$/i.test(String(excerptNode.value))
  ) {
    fault('format-header-type', '“excerpt” should be true or false.', placeOf(excerptNode));
  }
  const session = count('session');
  const of = count('of');
  if (session !== undefined && of !== undefined && session > of) {
    fault(
      'format-header-type',
      `Session ${session} of ${of}: the second number should not be the smaller one.`,
      placeOf(get('of')),
    );
  }

  const student = text('student');
  const supervisor = text('supervisor');
  const date = text('date');
  const status = oneOf('status', get('status'), STATES, placeOf, fault);
  const membersNode = get('members');
  return {
    ...(student === undefined ? {} : { student }),
    ...(supervisor === undefined ? {} : { supervisor }),
    ...(date === undefined ? {} : { date }),
    ...(status === undefined ? {} : { status }),
    ...(groupName === undefined ? {} : { groupName }),
    ...(type === undefined ? {} : { type }),
    ...(purpose === undefined ? {} : { purpose }),
    gates,
    ...(session === undefined ? {} : { session }),
    ...(of === undefined ? {} : { of }),
    workers: workers.length > 0 ? workers : DEFAULT_WORKERS,
    members,
    absent: rosterNames('absent'),
    newcomers: rosterNames('new'),
    leaving: rosterNames('leaving'),
    excerpt,
    place,
    ...(membersNode === undefined ? {} : rosterPlace(membersNode, at)),
    names: written,
    keys: pairs.map((pair) => ({
      name: String(pair.key.value),
      key: placeOf(pair.key),
      ...(pair.value ? { value: placeOf(pair.value) } : {}),
    })),
  };
}

function membersOf(
  node: ParsedNode | undefined,
  names: (name: string, of?: ParsedNode) => { value: string; place: Place }[],
  placeOf: (node: ParsedNode) => Place,
  fault: Report,
  put: (list: HeaderName['list'], name: string, place: Place) => void,
): Member[] {
  const members: Member[] = [];
  const seen = new Map<string, string>();
  const add = (name: string, aliases: readonly string[], role: string | undefined, place: Place): void => {
    for (const one of [name, ...aliases]) {
      const before = seen.get(one.toLowerCase());
      if (before !== undefined) {
        fault(
          'format-header-duplicate-member',
          `Two people of this recording are called “${one}”. Give one of them another name or letter, so that their turns can be told apart.`,
          place,
        );
      }
      seen.set(one.toLowerCase(), name);
    }
    if (!members.some((member) => member.name === name))
      members.push({ name, aliases, ...(role === undefined ? {} : { role }) });
  };
  if (isMap(node)) {
    for (const pair of node.items) {
      const value = pair.value as ParsedNode | null;
      const inner = (key: string): ParsedNode | undefined =>
        isMap(value)
          ? ((value.items.find((one) => isScalar(one.key) && one.key.value === key)
              ?.value as ParsedNode | null) ?? undefined)
          : undefined;
      const aliases = inner('aliases');
      const role = inner('role');
      const also = aliases === undefined ? [] : names('aliases', aliases);
      put('members', String((pair.key as Scalar).value), placeOf(pair.key as ParsedNode));
      for (const { value: alias, place } of also) put('aliases', alias, place);
      add(
        String((pair.key as Scalar).value),
        also.map((alias) => alias.value),
        role !== undefined && isScalar(role) ? String(role.value) : undefined,
        placeOf(pair.key as ParsedNode),
      );
    }
  } else if (isScalar(node) && typeof node.value === 'string') {
    // "members: Ana, Ben, Carla" is what many people write; it is plain enough to read.
    const whole = placeOf(node);
    const source = whole.block.text.slice(whole.start, whole.end);
    let from = 0;
    for (const name of node.value.split(/[,;]/).map((one) => one.trim())) {
      if (name === '') continue;
      add(name, [], undefined, whole);
      const start = source.indexOf(name, from);
      if (start < 0) continue;
      from = start + name.length;
      put('members', name, { ...whole, start: whole.start + start, end: whole.start + from });
    }
  } else if (node !== undefined) {
    for (const { value, place } of names('members', node)) {
      put('members', value, place);
      add(value, [], undefined, place);
    }
  }
  return members;
}

/** Where one more member could be written, and in which form. */
function rosterPlace(node: ParsedNode, at: At): Pick<Header, 'roster'> {
  if (isSeq(node) && node.flow) {
    const last = node.items[node.items.length - 1] as ParsedNode | undefined;
    const end = last?.range?.[1] ?? node.range[0] + 1;
    return { roster: { place: at(end, end), form: last === undefined ? 'flow' : 'flow' } };
  }
  if (isSeq(node) || (isMap(node) && !node.flow)) {
    const last = isMap(node) ? node.items[node.items.length - 1] : undefined;
    const tail = isMap(node)
      ? ((last?.value ?? last?.key) as ParsedNode | undefined)
      : (node.items[node.items.length - 1] as ParsedNode | undefined);
    const end = tail?.range?.[1] ?? node.range[1];
    return { roster: { place: at(end, end), form: isMap(node) ? 'map' : 'block' } };
  }
  return {};
}

function oneOf<T extends string>(
  name: string,
  node: ParsedNode | undefined,
  values: readonly T[],
  placeOf: (node: ParsedNode) => Place,
  fault: Report,
): T | undefined {
  if (node === undefined || (isScalar(node) && node.value === null)) return undefined;
  const written = isScalar(node)
    ? String(node.value)
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, '-')
    : '';
  const found = values.find((value) => value === written);
  if (found !== undefined) return found;
  const near = values.find(
    (value) =>
      written !== '' &&
      (value.startsWith(written) ||
        written.startsWith(value) ||
        value.replace('-', '') === written.replace('-', '')),
  );
  fault(
    'format-header-value',
    `“${name}” should be one of: ${values.join(', ')}.`,
    placeOf(node),
    near === undefined
      ? undefined
      : {
          title: `Write “${near}”`,
          edits: [{ place: placeOf(node), text: near }],
        },
  );
  return undefined;
}
