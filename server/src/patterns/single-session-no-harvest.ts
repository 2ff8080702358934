import type { Group, Move } from '../group/model.ts';
import { byMember, lastMoves, movesBetween, ownSpeech, recordedWhole, toldIn } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { called, count, quotable, recalled } from './lines.ts';
import type { Pattern } from './model.ts';
import { ENOUGH_TURNS } from './whole-session.ts';

/** A member says what they take with them, what it gave, what they will do with it, or thanks somebody here for it. */
const TAKES =
  /\b(?:help(?:ed|s|ful)|glad (?:i|we) (?:came|come|did)|learn(?:ed|t)|(?:i'll|i will|i'm going to|i'm|i am|gonna|i can|i could|i might) (?:be )?(?:tak\w+|remember\w*|carry\w*|think\w* about|keep\w*|try\w*|ask\w*|ring\w*|call\w*|tell\w*|leav\w+|walk\w*|going? (?:home|away|out|up|down|back))|tak(?:e|ing) (?:away|home|with|from)|(?:thought|felt) (?:that )?(?:i(?:'m| was)|it was) (?:the only|just me)|not (?:the only|alone|just me)|(?:feel|felt) (?:better|lighter|less|calmer|stronger|worse|not so)|good to (?:hear|know|talk|say|get|meet)|didn't know (?:that|about|you|there)|needed (?:this|that)|what \w+ said (?:about|was|has|will)|(?:sticks|stays|stuck) with me|same time next|i came (?:in|here|down|along|up|out|tonight|today|for|to)\b)/i;
const HARVESTS =
  /\b(?:tak(?:e|ing) (?:away|home|with|from|out)|carry|what (?:will|are|did|do|'ll|have) (?:you|each|people)|how (?:was|did|has|are you leaving)|what (?:helped|was|stood|stays)|one (?:thing|word)|leav(?:e|ing) with|useful|help(?:ed|ful))\b/i;

/** The worker asks for the harvest and a member answers with more than a nod. */
function gathered(group: Group, move: Move): boolean {
  return (
    move.byWorker &&
    /\?/.test(move.turn.words) &&
    HARVESTS.test(ownSpeech(move)) &&
    movesBetween(group, move.index + 1, move.index + 2).some(
      (next) => byMember(next) && next.talk.wordCount >= 3,
    )
  );
}

function harvests(group: Group, move: Move): boolean {
  if (move.byWorker) return gathered(group, move);
  if (!byMember(move)) return false;
  const thanksMember =
    does(move.talk, 'thanks') &&
    (move.talk.mentions.some(({ name }) => group.spoke.has(name)) ||
      /\b(?:everyone|everybody|all of you|you all|yous)\b/i.test(move.turn.words));
  return thanksMember || TAKES.test(ownSpeech(move));
}

export const pattern: Pattern = {
  id: 'single-session-no-harvest',
  name: 'No harvest',
  family: 'TYPE',
  core: false,
  severity: 'hint',
  dynamics: ['MS', 'SN'],
  skills: ['inviting-participation', 'voicing-achievements', 'making-room'],
  question: 'What will each of them carry off, and from whom?',
  page: {
    looksLike:
      'A group that meets once ends with the last subject, a form, or the worker’s thanks. No member says what they take with them or gave.',
    matters:
      'There is no next week in which it could be said. Put into words before the door, what somebody got from somebody else is theirs to keep, and the other knows that it was given.',
    fine: 'A sentence from one or two members is enough. A round on paper that was talked over. A meeting cut off by something outside it.',
  },
  sources: ['28', '11'],
  silentIn: [],
  types: ['single-session'],
  thresholds: {
    turns: ENOUGH_TURNS,
    share: { default: 0.1, why: 'The end of the session.' },
    least: { default: 6, why: 'Turns that count as the end in any case (ours).' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (!recordedWhole(group, threshold('turns'))) return [];
    const end = lastMoves(group, threshold('share'), threshold('least'));
    if (end.some((move) => harvests(group, move))) return [];
    if (
      toldIn(group, end).some((text) =>
        /\b(?:tak\w+ (?:away|home|with)|said what|check(?:ed)?[- ]out|closing round|harvest|evaluat\w+)\b/i.test(
          text,
        ),
      )
    )
      return [];
    const last = [...end].reverse().find((move) => move.byWorker);
    return [
      {
        at: -1,
        to: -1,
        evidence: last ? [{ at: last.index, shows: 'the worker closes the meeting' }] : [],
        message:
          'This group meets once, and in this recording no member says at the end what they take with them, or from whom. It may have been the one chance for them to tell each other. What will each of them carry off?',
      },
    ];
  },
  alternatives: (group) => {
    const [one] = quotable(group.moves, 1);
    const names = group.present.filter((name) => name !== one?.name).slice(0, 2);
    return [
      {
        skill: 'inviting-participation',
        line: `Before you go. ${names.length > 1 ? `${called(names)}, everyone: what` : 'What'} are you taking with you that you got from somebody here?`,
      },
      {
        skill: 'making-room',
        line: one
          ? `${recalled(one)} What did people here give you for that?`
          : 'What did somebody here give you today? Would you tell them?',
      },
      {
        skill: 'voicing-achievements',
        line: `You had one meeting, ${group.present.length > 2 ? `the ${count(group.present.length)} of you` : 'all of you'}. What did you manage in it? Tell each other, not me.`,
      },
    ];
  },
};
