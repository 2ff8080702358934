import type { Group } from '../group/model.ts';
import { firstAfter, recordedWhole, remembered, toldIn } from '../group/sequence.ts';
import { confidenceIn, speaksOfConfidenceIn } from './confidences.ts';
import { called, named } from './lines.ts';
import type { Pattern } from './model.ts';
import { ENOUGH_TURNS } from './whole-session.ts';

/** Not done, or done with each alone: what was agreed one by one was not agreed with one another ([70]). */
const NOT_DONE =
  /\b(?:forgot|forget|did(?:n't| not)|should have|not (?:raised|done|mentioned|said|yet)|next (?:time|week)|will (?:do|say|raise|bring)|(?:was |am |be )?going to|(?:want|plan|mean|have|need)(?:ed|t)? to|left out|skipped)\b/i;
const ONE_BY_ONE =
  /\b(?:intake|individual(?:ly)?|one[- ]to[- ]one|each of them (?:alone|separately)|on the (?:phone|form)|signed|consent form|before they joined|screening)\b/i;

/** A text tells that it was gone over with the group, in a part that is not written out. */
function tellsOfIt(text: string): boolean {
  return text
    .replace(/’/g, "'")
    .split(/(?<=[.!?])\s+/)
    .some(
      (one) =>
        /\b(?:confiden\w+|stays? (?:here|in)|ground rules|agreement|contract)\b/i.test(one) &&
        speaksOfConfidenceIn(one) &&
        !NOT_DONE.test(one) &&
        !ONE_BY_ONE.test(one),
    );
}

const marginTells = remembered(({ turn: { margin } }): boolean =>
  margin.some(({ kind, text }) => kind === 'analysis' && tellsOfIt(text)),
);

function toldElsewhere(group: Group): boolean {
  const prose = group.recording.sections
    .filter(({ kind }) => kind !== 'dialogue')
    .flatMap((section) => section.prose.map(({ text }) => text));
  return group.moves.some(marginTells) || [...toldIn(group, group.moves), ...prose].some(tellsOfIt);
}

function newcomersOf(group: Group): string[] {
  const { newcomers, absent, members } = group.recording.header;
  const canonical = (name: string): string =>
    members.find((member) => member.name === name || member.aliases.includes(name))?.name ?? name;
  return newcomers.map(canonical).filter((name) => !absent.includes(name));
}

export const pattern: Pattern = {
  id: 'confidentiality-not-raised',
  name: 'Confidentiality not raised',
  family: 'PRIV',
  core: true,
  severity: 'warning',
  dynamics: ['TA', 'MS'],
  skills: ['limits-of-confidentiality', 'verbalising-norms'],
  question: 'What did each of them think may be told outside?',
  page: {
    looksLike:
      'A first meeting, an only one, or one in which somebody is new. There are names, perhaps rules and a break, and people begin to tell. Nobody says what may leave the room, what the worker cannot keep, or asks what the members will promise each other.',
    matters:
      'Members are not bound as a worker is. What holds among them is what they agree on, and each newcomer has agreed to nothing yet. People who do not know who will hear of it keep the harder things back, or tell them and lie awake.',
    fine: 'A sentence of it, by anybody, even a question. It was gone over with the group before the part that is written down, and the recording says so. A committee that works in the open. What each signed at intake is a start, and the group has still to say it to one another.',
  },
  sources: ['70', '27', '25'],
  silentIn: [],
  thresholds: {
    turns: ENOUGH_TURNS,
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const { session, type } = group.recording.header;
    const first = session === 1 || type === 'single-session';
    const newcomers = newcomersOf(group);
    if (!(first || newcomers.length > 0) || type === 'task' || !recordedWhole(group, threshold('turns')))
      return [];
    if (confidenceIn(group).length > 0 || toldElsewhere(group)) return [];
    const newTurn = firstAfter(group, -1, group.moves.length, (move) => newcomers.includes(move.name));
    const why = first
      ? `This is a ${type === 'single-session' ? 'single meeting' : 'first meeting'}`
      : `${named(newcomers)} ${newcomers.length > 1 ? 'are' : 'is'} new`;
    return [
      {
        at: -1,
        to: -1,
        evidence: newTurn ? [{ at: newTurn.index, shows: `${newTurn.name}, who is new, speaks` }] : [],
        message: `${why}, and in this recording nobody says what may leave the room. Knowing that may be what lets people say the harder things, and lean on each other for them. What did each of them think may be told outside?`,
      },
    ];
  },
  alternatives: (group) => {
    const newcomers = newcomersOf(group);
    const old = group.present.filter((name) => !newcomers.includes(name)).slice(0, 2);
    const all = old.length > 0 ? `${called(old)}, everyone` : 'Everyone';
    return [
      newcomers.length > 0 && old.length > 0
        ? {
            skill: 'limits-of-confidentiality',
            line: `${named(newcomers)}, there’s a word we give each other about what leaves this room. ${called(old)}, how would you put it? And I’ll say what I can’t keep.`,
          }
        : {
            skill: 'limits-of-confidentiality',
            line: `${all}: before we go further, what would you need, to trust that it stays in here? And I’ll say what I can’t keep.`,
          },
      {
        skill: 'verbalising-norms',
        line: `I can only promise for me. ${all}: what do you want to promise each other about what gets told at home?`,
      },
      {
        skill: 'limits-of-confidentiality',
        line: `If somebody is in danger, I can’t keep that to myself; better you hear it now than after. ${all}: what do you want to ask me about that?`,
      },
    ];
  },
};
