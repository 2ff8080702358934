import type { Group, Move } from '../group/model.ts';
import { byMember, invites, lastBefore, ownSpeech } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { called, count, named, othersFor, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/** The workers' turns in a row from `at` on; a member's "mm" does not break it. */
function duetFrom(group: Group, at: number): Move[] {
  const duet: Move[] = [];
  for (let i = at; i < group.moves.length && duet.length < 20; i++) {
    const move = group.moves[i]!;
    if (move.byWorker) duet.push(move);
    else if (!move.talk.backchannel) break;
  }
  return duet;
}

const PLURAL =
  /\b(?:you (?:all|two|lot|guys)|everyone|everybody|anyone|anybody|all of you|the rest of you|each of you|who else|ye|yous)\b/i;

/** Turns to a member or to the group. What the other worker answers at once was meant for the other worker. */
function reachesOut(group: Group, move: Move): boolean {
  const next = group.moves[move.index + 1];
  const answered = next?.byWorker === true && next.name !== move.name;
  if (PLURAL.test(ownSpeech(move)) && /\?/.test(move.turn.words)) return true;
  const asks = invites(move) && /\?/.test(move.turn.words);
  if (!answered && (asks || move.talk.addressee.kind === 'group')) return true;
  return (
    move.talk.addressee.names.some((name) => group.present.includes(name)) ||
    move.talk.mentions.some((mention) => mention.vocative && group.present.includes(mention.name))
  );
}

/** Keys, chairs and clocks: what has to be settled between two who run a meeting. */
function isLogistics(move: Move): boolean {
  return (
    move.talk.acts.length > 0 &&
    move.talk.acts.every(({ act }) => act === 'procedure' || act === 'thanks' || act === 'question-closed') &&
    does(move.talk, 'procedure')
  );
}

export const pattern: Pattern = {
  id: 'co-worker-duet',
  name: 'Co-workers talk across the group',
  family: 'COMM',
  core: false,
  severity: 'hint',
  dynamics: ['DP'],
  skills: ['turning-back', 'redirecting', 'reaching-for-difference'],
  question: 'What were the members doing while the two talked?',
  page: {
    looksLike: 'The two workers answer each other, four turns or more, and nobody else is spoken to.',
    matters: 'Two workers who think aloud with each other are doing the group’s thinking in front of it.',
    fine: 'They show that one can differ, and then ask the others. A word about the room or the time. A scene that they play for the group.',
  },
  sources: ['c'],
  silentIn: ['presentation', 'contracting'],
  thresholds: {
    turns: { default: 4, why: 'Two each; less is an aside.' },
    logistics: { default: 2, why: 'Turns about room and clock that count as nothing.' },
  },
  reach: { before: 3, after: 30 },
  of: 'worker',
  repairable: false,
  see: (group, at, threshold) => {
    const before = [...group.moves.slice(Math.max(0, at - 3), at)]
      .reverse()
      .find((move) => !move.talk.backchannel || move.byWorker);
    // A word to a member ends what went before, and the duet begins after it.
    if (before?.byWorker && !reachesOut(group, before)) return [];
    const duet = duetFrom(group, at);
    const workers = new Set(duet.map((move) => move.name));
    if (workers.size < 2 || duet.some((move) => reachesOut(group, move))) return [];
    if (duet.some((move) => move.segment?.kind === 'role-play' || does(move.talk, 'rehearsal'))) return [];
    const steps = duet.filter((move, index) => index === 0 || duet[index - 1]!.name !== move.name);
    const logistics = duet.filter(isLogistics).length;
    if (
      steps.length < threshold('turns') ||
      duet.length - logistics < threshold('turns') - threshold('logistics') + 1
    )
      return [];
    const last = duet[duet.length - 1]!;
    const present =
      group.present.length <= 4 ? named(group.present) : `${count(group.present.length)} members`;
    return [
      {
        at,
        to: last.index,
        evidence: [{ at: last.index, shows: 'the last of their turns' }],
        message: `In turns ${at + 1}–${last.index + 1} ${named([...workers])} talk with each other, and ${present} listen. Thinking it out may have had room among the members here. What were they doing while the two talked?`,
      },
    ];
  },
  alternatives: (group, { at, to }) => {
    const last = group.moves[to]!;
    const member = lastBefore(group, at, at, (move) => byMember(move) && move.talk.wordCount >= 5);
    const others = othersFor(group, last, []);
    const told = toldBack(member);
    return [
      {
        skill: 'turning-back',
        line: `The two of us have been talking to each other. ${called(others) || 'All of you'}, what were you thinking while we did?`,
      },
      {
        skill: 'redirecting',
        line:
          member && told
            ? `${told} And then we two went off on our own. Who wants to answer ${member.name}?`
            : 'We two went off on our own. Who wants to bring us back?',
      },
      {
        skill: 'reaching-for-difference',
        line: `You’ve heard the two of us. ${others[0] ? `${others[0]}, everyone` : 'Everyone'}: what have we missed?`,
      },
    ];
  },
};
