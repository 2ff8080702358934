import type { Group, Move } from '../group/model.ts';
import {
  invites,
  movesBetween,
  ownSpeech,
  remembered,
  takesUpMember,
  turnsTo,
  voiced,
} from '../group/sequence.ts';
import { count, toldBack } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';
import { DIVIDES, divides } from './very-large-plenary-only.ts';

/** A report begins by saying whose it is. */
const REPORTS =
  /\b(?:(?:our|the|this) (?:group|table|pair|circle|lot|corner|team|four|three)|(?:at|on|from) (?:our|this|table)|(?:so,? |well,? |um,? |okay,? ){0,3}we(?:'d|'ve| all| had| have| mostly| mainly| also)? (?:said|talked|discussed|thought|put|wrote|got|came|had|decided|felt|were|spoke|agreed|found|ended|did|looked|listed|only|didn't|couldn't|want))\b/i;
/** The worker calls the next one in. */
const CALLS =
  /\b(?:next|over (?:here|there)|(?:table|group|lot|four|three|ones?|corner|circle) (?:at|by|near|in|on|over|with)|(?:table|group|pair|circle|team) (?:one|two|three|four|five|six|seven|\d|[a-g])\b|(?:and|what about|how about) (?:you|this|that|the|table|group|over)|report|feed ?back|come back|back together|what did (?:you|your|this|each|people|we)|who(?:'s| is|'ll| will)? (?:next|first|start\w*|going|go))\b/i;
/** She sends one circle to another: across, not back to her. */
const ACROSS =
  /\b(?:ask (?:each other|them|table|that|the other|those)|each other|other (?:groups?|tables?|pairs?|circles?)|what (?:do|does|did) (?:the (?:rest|others)|others|other|table|anyone|people|you all|the room)|same (?:as|on)|who else|tell (?:them|table|the)|between (?:the|these)|answer (?:them|that)|in common)\b/i;

/** The worker calls this very circle in, by name or as the next. */
function calls(worker: Move, report: Move): boolean {
  return worker.byWorker && (turnsTo(worker, report.name) || CALLS.test(ownSpeech(worker)));
}

/** The circle is divided here: by the worker, or in what the writer tells. */
const isDivided = remembered(
  (move: Move): boolean =>
    divides(move) ||
    move.before.some(({ text }) => DIVIDES.test(text)) ||
    move.turn.nonverbal.some(({ text }) => DIVIDES.test(text)),
);

/** Reports in a row from `start`, each by another voice and each met by the worker before the next. */
function rowFrom(group: Group, moves: readonly Move[], start: number): Move[] {
  const row: Move[] = [];
  for (let i = start; i + 1 < moves.length; i += 2) {
    const report = moves[i]!;
    const comment = moves[i + 1]!;
    if (
      report.byWorker ||
      report.talk.wordCount < 6 ||
      row.some(({ name }) => name === report.name) ||
      takesUpMember(report)
    )
      break;
    const before = group.moves[report.index - 1];
    if (!REPORTS.test(ownSpeech(report)) && !(before && calls(before, report))) break;
    row.push(report);
    if (
      !comment.byWorker ||
      ACROSS.test(ownSpeech(comment)) ||
      (invites(comment) && !CALLS.test(ownSpeech(comment)))
    ) {
      row.pop();
      break;
    }
  }
  return row;
}

export const pattern: Pattern = {
  id: 'report-to-worker',
  name: 'Reports go to the worker',
  family: 'TYPE',
  core: false,
  severity: 'hint',
  dynamics: ['DP', 'SB'],
  skills: ['redirecting', 'connecting', 'backing-out'],
  question: 'What would one circle have asked another?',
  page: {
    looksLike:
      'After work in small circles one after the other reports, each to the worker, and the worker comments on each before she calls the next.',
    matters:
      'Each circle has just done something of its own. Reported upwards, it becomes a set of answers; told across, it is something to compare, to question and to build on.',
    fine: 'Very little time. The first report only. Somebody asks across the room in between.',
  },
  sources: ['10', 'c'],
  silentIn: [],
  types: ['very-large', 'classic', 'short-term', 'single-session', 'open-ended'],
  thresholds: { reports: { default: 3, why: 'Two may be the beginning of something else.' } },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const divided = group.moves.findIndex(isDivided);
    if (divided < 0) return [];
    const moves = voiced(group.moves);
    const found: Sighting[] = [];
    for (let i = 0; i < moves.length; i++) {
      if (moves[i]!.index <= divided || moves[i]!.byWorker) continue;
      const row = rowFrom(group, moves, i);
      if (row.length < threshold('reports')) continue;
      const last = row[row.length - 1]!;
      const next = movesBetween(group, last.index + 1, last.index + 3);
      // The round over, she may still turn it across.
      if (next.some((move) => (move.byWorker ? ACROSS.test(ownSpeech(move)) : takesUpMember(move)))) continue;
      const before = group.moves[row[0]!.index - 1];
      const at = before !== undefined && calls(before, row[0]!) ? before.index : row[0]!.index;
      found.push({
        at,
        to: last.index + 1,
        evidence: row.map((move) => ({ at: move.index, shows: `${move.name} reports` })),
        message: `${count(row.length)[0]!.toUpperCase()}${count(row.length).slice(1)} reports in a row (turns ${row[0]!.index + 1}–${last.index + 1}) go to the worker, who answers each. One circle may have had a question for another. What would it have asked?`,
      });
      i = moves.indexOf(last);
    }
    return found;
  },
  alternatives: (group, { evidence }) => {
    const [first, second] = evidence.map(({ at }) => group.moves[at]!);
    if (first === undefined || second === undefined)
      return [
        { skill: 'redirecting', line: 'Before you report: what do you want to ask the circle before you?' },
        { skill: 'connecting', line: 'Where do the lists meet, and where do they part?' },
      ];
    const told = toldBack(first);
    return [
      {
        skill: 'redirecting',
        line: `${second.name}, before you report: what would you like to ask ${first.name}?`,
      },
      {
        skill: 'connecting',
        line: told
          ? `${told} Who came out near that, and who somewhere else?`
          : `Where do ${first.name} and ${second.name} meet, and where do they part?`,
      },
      {
        skill: 'backing-out',
        line: `Somebody else take the pen. ${first.name}, ${second.name}, talk to each other across the room; I’ll sit down.`,
      },
    ];
  },
};
