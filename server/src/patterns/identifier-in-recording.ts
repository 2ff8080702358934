import type { Group, Move } from '../group/model.ts';
import { remembered } from '../group/sequence.ts';
import {
  asksForDetail,
  type Identifier,
  type IdentifierKind,
  identifiersAnswering,
  identifiersIn,
} from './identifiers.ts';
import { named } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';
import { gathered, standing, type Written } from './writing.ts';

/** What can stand in its place and keeps the sense of the sentence. */
const INSTEAD: Readonly<Record<IdentifierKind, string>> = {
  'a telephone number': '[the number]',
  'an e-mail address': '[the e-mail address]',
  'a personal web address': '[the page]',
  'a street address': '[the address]',
  'a postcode': '[the area]',
  'a full date of birth': '[the age, about]',
  'a record or identity number': '[the number]',
  'a school and a class': '[the school]',
  'a workplace and a post': '[the job]',
};

function where({ kind, at }: Written): string {
  if (kind === 'words') return `Turn ${at + 1} holds`;
  if (at < 0) return 'A text outside the dialogue holds';
  return kind === 'note' ? `The margin of turn ${at + 1} holds` : `A remark at turn ${at + 1} holds`;
}

interface Found extends Sighting {
  readonly kinds: readonly IdentifierKind[];
}

/** What one text holds is told once, however many details there are. */
function seen(written: Written, details: readonly Identifier[]): Found[] {
  if (details.length === 0) return [];
  const kinds = [...new Set(details.map(({ kind }) => kind))];
  const start = Math.min(...details.map((detail) => detail.start));
  const end = Math.max(...details.map((detail) => detail.end));
  return [
    {
      ...standing(written, start, end),
      kinds,
      evidence: [],
      // The detail itself is not said again: messages travel further than the page they stand on.
      message: `${where(written)} ${named(kinds)}. A recording passes through several hands, and with this somebody outside the group could find a person in it. What would the sentence lose with ${named(kinds.map((kind) => INSTEAD[kind]))} in its place?`,
    },
  ];
}

const written = gathered((text): Found[] => seen(text, identifiersIn(text.text)));

/** How many turns later a detail may still answer the one who asked for it: each in a round gives theirs. */
const ASKED_WITHIN = 6;

const asksFor = remembered(({ turn }: Move) => asksForDetail(turn.words));

/** Bare details, known by what the worker or a member has just asked for. */
function answered(group: Group, told: ReadonlySet<number>): Found[] {
  let asked = '';
  let until = -1;
  return group.moves.flatMap((move) => {
    const { turn, index } = move;
    const found =
      index <= until && !told.has(index)
        ? seen({ kind: 'words', text: turn.words, at: index }, identifiersAnswering(asked, turn.words))
        : [];
    if (asksFor(move)) {
      asked = turn.words;
      until = index + ASKED_WITHIN;
    }
    return found;
  });
}

function foundIn(group: Group): Found[] {
  const found = written(group);
  const told = new Set(found.map(({ at }) => at));
  return [...found, ...answered(group, told)].sort((a, b) => a.at - b.at);
}

export const pattern: Pattern = {
  id: 'identifier-in-recording',
  name: 'Identifying detail in the document',
  family: 'PRIV',
  core: true,
  severity: 'error',
  dynamics: [],
  skills: ['recording-craft'],
  question: 'Could somebody who finds this page find the person?',
  page: {
    looksLike:
      'A telephone number, an e-mail address, a street with its number, a full date of birth, the number of a record, a school with the class, a post that only one person holds: written down as it was said, in the dialogue or in the margin.',
    matters:
      'The people in the group agreed to meet each other. They did not agree to be found by whoever reads a student’s paper. The work loses nothing when the detail is replaced.',
    fine: 'What is there for everybody: a crisis line, an emergency number, the number of an agency or of its front desk, the street of a library. Times, ages, rooms, buses, pages and the dates of sessions. A detail that is invented: say so in the margin as “Considered”.',
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
    const kinds = one?.kinds ?? ['a telephone number'];
    return [
      {
        skill: 'recording-craft',
        line: `[put ${named(kinds.map((kind) => `“${INSTEAD[kind].slice(1, -1)}”`))} in brackets in ${kinds.length > 1 ? 'their' : 'its'} place, and leave the rest as it was said]`,
      },
      {
        skill: 'recording-craft',
        line: `[tell that ${named(kinds)} came up, and not which]`,
      },
    ];
  },
};
