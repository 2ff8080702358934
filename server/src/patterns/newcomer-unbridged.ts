import type { Group, Move } from '../group/model.ts';
import { byMember, movesBetween, ownSpeech, recordedWhole, toldIn, turnsTo } from '../group/sequence.ts';
import { named } from './lines.ts';
import type { Pattern } from './model.ts';
import { ENOUGH_TURNS } from './whole-session.ts';

/** Newcomers who are there, by the names that turns carry. */
function newcomersOf(group: Group): string[] {
  const { newcomers, absent, members } = group.recording.header;
  const canonical = (name: string): string =>
    members.find((member) => member.name === name || member.aliases.includes(name))?.name ?? name;
  return newcomers.map(canonical).filter((name) => !absent.includes(name));
}

/** The worker asks the others to take the newcomer in: to say who they are, how it goes here, what to expect. */
const HANDS_ON =
  /\b(?:(?:who|somebody|someone|anybody|anyone|one of you|some of you|you (?:all|lot)|(?:will|would|could|can|shall) (?:you|we|somebody|someone|one of|some of))\b[^.!?]{0,50}\b(?:tell|explain|show|say|introduce|fill|give|let|describe|welcome)|introduce (?:yourselves|ourselves)|say (?:hello|hi|who you are|your names?)|go (?:round|around) (?:and say|with (?:our |your )?names)|(?:names?|who we are|who you are) for)\b/i;
const WELCOMES =
  /\b(?:welcome|hello|hiya?|hey|good to (?:see|have|meet)|nice to (?:see|have|meet)|glad you|pleased to|sit (?:here|by|down|next)|you'll (?:be|get|find|see)|first (?:time|day|week|night|one)|when i (?:first )?(?:came|started|joined)|we (?:usually|mostly|always|just|all|start|go|don't)|how it (?:works|goes)|here we)\b/i;
/** Says their own name, as people do for somebody who does not know it. */
const SAYS_WHO = /\b(?:I'm|I am|my name(?:'s| is)) \p{Lu}\p{Ll}+/u;
const SETTLES =
  /\b(?:just (?:listen|sit|watch|here to)|listen (?:first|today|for)|rather (?:not|listen|just)|not (?:ready|talk|say)|hear (?:you|everyone|the others) first|settle|pass)\b/i;
const MET_BEFORE =
  /\b(?:met|showed|shown|told|welcomed|introduced|introductions|explained|sat with|beside|made (?:her|him|them)|knew|knows)\b/i;

/** Where the newcomer first comes up: named, or speaking. */
function arrivalOf(group: Group, name: string): number {
  return group.moves.findIndex((move) => move.name === name || turnsTo(move, name));
}

/** A member turns to the newcomer, or speaks of the group to her; or the worker hands her on and a member takes it up. */
function bridges(group: Group, move: Move, name: string, newcomers: readonly string[]): boolean {
  if (move.byWorker) {
    if (!turnsTo(move, name) && !/\bnew\b/i.test(move.turn.words)) return false;
    const next = group.moves[move.index + 1];
    return (
      HANDS_ON.test(ownSpeech(move)) && next !== undefined && byMember(next) && !newcomers.includes(next.name)
    );
  }
  if (!byMember(move) || newcomers.includes(move.name)) return false;
  if (move.talk.addressee.names.includes(name))
    return move.talk.wordCount >= 3 || WELCOMES.test(ownSpeech(move));
  // Spoken of, or spoken to without a name: right after her, or soon after the worker named her.
  const near = movesBetween(group, move.index - 4, move.index - 1).some(
    (before) => before.name === name || (before.byWorker && turnsTo(before, name)),
  );
  return (turnsTo(move, name) || near) && (WELCOMES.test(ownSpeech(move)) || SAYS_WHO.test(ownSpeech(move)));
}

/** The newcomer asks to be left to listen, or the writer tells that members had received her already. */
function receivedOtherwise(group: Group, name: string): boolean {
  const own = group.moves.filter((move) => move.name === name).slice(0, 2);
  if (own.some((move) => SETTLES.test(ownSpeech(move)))) return true;
  const before = group.recording.sections
    .filter(({ kind }) => kind === 'identifying' || kind === 'observations')
    .flatMap(({ prose }) => prose.map(({ text }) => text));
  return [...toldIn(group, group.moves), ...before].some((text) =>
    text.split(/(?<=[.!?])\s+/).some((one) => one.includes(name) && MET_BEFORE.test(one)),
  );
}

export const pattern: Pattern = {
  id: 'newcomer-unbridged',
  name: 'Newcomer not bridged',
  family: 'TYPE',
  core: true,
  severity: 'information',
  dynamics: ['SB', 'SD'],
  skills: ['bridging-newcomer', 'connecting'],
  question: 'What could the others have told somebody who is here for the first time?',
  page: {
    looksLike:
      'In a group that people join as it goes, somebody is new. Nobody says so, or the worker does all the welcoming: the name, the house rules, the tea. The members carry on.',
    matters:
      'Those who have been coming know what the first time is like and how things are done. Telling it is help for the new person, and shows the others what they have learned.',
    fine: 'The newcomer asks to listen first. Members had met her before the start. A word from one of them is a bridge.',
  },
  sources: ['12', '69'],
  silentIn: [],
  types: ['open-ended'],
  thresholds: {
    turns: ENOUGH_TURNS,
    within: {
      default: 12,
      why: 'Turns after the newcomer first comes up in which members would turn to her; later, she has found her own way in (ours).',
    },
    share: { default: 1 / 3, why: 'Or the first part of the session, where that is longer; ours.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (!recordedWhole(group, threshold('turns'))) return [];
    const newcomers = newcomersOf(group);
    const alone = newcomers.filter((name) => {
      const arrival = arrivalOf(group, name);
      const to = Math.max(arrival + threshold('within'), Math.ceil(group.moves.length * threshold('share')));
      return (
        !receivedOtherwise(group, name) &&
        !movesBetween(group, 0, to).some((move) => bridges(group, move, name, newcomers))
      );
    });
    if (alone.length === 0) return [];
    const welcomes = group.moves.find((move) => move.byWorker && alone.some((name) => turnsTo(move, name)));
    const first = group.moves.find((move) => alone.includes(move.name));
    return [
      {
        at: -1,
        to: -1,
        evidence: [
          ...(welcomes ? [{ at: welcomes.index, shows: 'the worker speaks to the newcomer' }] : []),
          ...(first ? [{ at: first.index, shows: `${first.name} speaks for the first time` }] : []),
        ],
        message: `${named(alone)} ${alone.length > 1 ? 'are' : 'is'} new in this recording${welcomes ? `, and ${alone.length > 1 ? 'their' : 'the'} welcome is the worker’s alone` : ', and nobody says so'}. Members know what a first time here is like. What could they have told ${alone.length > 1 ? 'them' : alone[0]!}?`,
      },
    ];
  },
  alternatives: (group) => {
    const newcomers = newcomersOf(group);
    const who = newcomers[0] ?? 'somebody new';
    const [one, other] = group.present.filter((name) => !newcomers.includes(name));
    return [
      {
        skill: 'bridging-newcomer',
        line: `${who} is here for the first time. ${one && other ? `${one}, ${other}, who’ll` : 'Who’ll'} tell ${who} how we do things, and what was hard at first?`,
      },
      {
        skill: 'connecting',
        line: `${who}, what would you like to know? Ask the others; they know it best.`,
      },
      {
        skill: 'bridging-newcomer',
        line: `${one ? `${one}, think` : 'Think'} back to your own first time here. What would have helped?`,
      },
    ];
  },
};
