import type { Group } from '../group/model.ts';
import { ownSpeech, recordedWhole, toldIn, turnsTo } from '../group/sequence.ts';
import { speaksOfEnding } from './ending-talk.ts';
import { named } from './lines.ts';
import type { Pattern } from './model.ts';
import { ENOUGH_TURNS } from './whole-session.ts';

/** Somebody is spoken of as not there, without a name. */
const MISSING =
  /\b(?:empty (?:chair|seat|place)|(?:isn't|is not|aren't|not|couldn't be|can't be|won't be) (?:here|with us|coming|able to (?:come|make))|(?:couldn't|can't|can not|cannot|won't|didn't) (?:make it|come|get here)|who(?:'s| is| are|'re)? (?:missing|not here|away)|one (?:short|down|missing|less)|few(?:er)? of us|missing (?:today|tonight|this week)|sends? (?:her|his|their) (?:apologies|love|regards)|apologies (?:from|for)|away (?:today|tonight|this week))\b/i;
const PARTING =
  /\b(?:(?:my|your|her|his|their|the|our) last|last (?:time|day|week|session|one|night|morning)|see (?:you|her|him|them) off|leav(?:e|es|ing)|off (?:to|on)|mov(?:e|es|ing) on|good-?bye|bye|farewell|miss (?:you|her|him|them)|without (?:you|her|him|them)|finish(?:es|ing|ed)|moving (?:out|away)|going home|send-?off|won't be (?:back|here)|good luck|all the best)\b/i;

function marked(group: Group, name: string, aliases: readonly string[]): boolean {
  return (
    group.moves.some((move) => turnsTo(move, name) || MISSING.test(ownSpeech(move))) ||
    toldIn(group, group.moves).some((text) => [name, ...aliases].some((one) => text.includes(one)))
  );
}

/** A parting is marked by a word of it from, to or about the one who leaves. */
function partingMarked(group: Group, name: string): boolean {
  return (
    group.moves.some(
      (move) =>
        (move.name === name || turnsTo(move, name)) &&
        (PARTING.test(ownSpeech(move)) || speaksOfEnding(move)),
    ) ||
    group.moves.some((move) => move.byWorker && speaksOfEnding(move)) ||
    toldIn(group, group.moves).some((text) => text.includes(name) && PARTING.test(text))
  );
}

function unmarkedIn(group: Group): { readonly absent: string[]; readonly leaving: string[] } {
  const { absent, leaving, members, newcomers } = group.recording.header;
  const known = (name: string): { readonly name: string; readonly aliases: readonly string[] } =>
    members.find((member) => member.name === name || member.aliases.includes(name)) ?? { name, aliases: [] };
  const there = new Set(group.spoke);
  return {
    // Who is marked absent and yet speaks came late; who is both new and absent is missed by nobody yet.
    absent: absent
      .map(known)
      .filter(
        ({ name, aliases }) => !there.has(name) && !newcomers.includes(name) && !marked(group, name, aliases),
      )
      .map(({ name }) => name),
    leaving: leaving
      .map(known)
      .filter(
        ({ name, aliases }) =>
          !partingMarked(group, name) && (there.has(name) || !marked(group, name, aliases)),
      )
      .map(({ name }) => name),
  };
}

export const pattern: Pattern = {
  id: 'absence-or-departure-unmarked',
  name: 'Absence or departure unmarked',
  family: 'TYPE',
  core: false,
  severity: 'hint',
  dynamics: ['MS'],
  skills: ['thinking-group', 'preserving-history', 'making-room'],
  question: 'What did the empty chair say to those who sat beside it?',
  page: {
    looksLike:
      'The header says that somebody who belongs to the group is absent, or is leaving it, and in the whole session nobody mentions it.',
    matters:
      'People notice who is not there, and wonder whether they would be missed. A sentence keeps a place open, or gives a goodbye.',
    fine: 'A reason that is private: then that alone can be said. A drop-in where nobody counts. A word in passing is enough, and it need not be the worker’s.',
  },
  sources: ['67', '69'],
  silentIn: [],
  types: ['classic', 'short-term', 'open-ended'],
  thresholds: {
    turns: ENOUGH_TURNS,
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (!recordedWhole(group, threshold('turns'))) return [];
    const { absent, leaving } = unmarkedIn(group);
    if (absent.length + leaving.length === 0) return [];
    const says = [
      ...(absent.length > 0 ? [`${named(absent)} ${absent.length > 1 ? 'are' : 'is'} absent`] : []),
      ...(leaving.length > 0
        ? [`${named(leaving)} ${leaving.length > 1 ? 'are' : 'is'} leaving the group`]
        : []),
    ].join(', ');
    return [
      {
        at: -1,
        to: -1,
        evidence: [],
        message: `${says}, and in this recording nobody mentions it. Members may have had a word of care to say, or a worry of their own. What did people make of it?`,
      },
    ];
  },
  alternatives: (group) => {
    const { absent, leaving } = unmarkedIn(group);
    const gone = absent[0];
    const goes = leaving[0] ?? 'somebody';
    if (gone !== undefined)
      return [
        {
          skill: 'thinking-group',
          line: `${gone} isn’t here today. What’s it like without ${gone}, and who’d like to get word to ${gone}?`,
        },
        { skill: 'making-room', line: `What would you want ${gone} to hear from us?` },
        { skill: 'preserving-history', line: `What does ${gone} bring in here that we’re without today?` },
      ];
    return [
      { skill: 'making-room', line: `${goes} is leaving us. What do you want ${goes} to hear before then?` },
      { skill: 'preserving-history', line: `What did ${goes} bring in here that you’ll keep?` },
      { skill: 'thinking-group', line: `${goes}, what will you take with you from the people here?` },
    ];
  },
};
