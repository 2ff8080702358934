import { asksForFact, opensMatter, staysWith } from '../group/answering.ts';
import { drawnOut, leansTo, troubleBefore, troubleTold } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import { receptionOf } from '../group/reception.ts';
import { byMember, moveAt, movesBetween, sharedStems, spokenTo } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { sentencesOf, stemsOf, tokensOf } from '../talk/words.ts';
import { kinOf, recalled, toldBack, troubleAt, whoElse } from './lines.ts';
import type { Pattern } from './model.ts';
import { goesToPlan } from './plan-talk.ts';
import { remedyIn } from './remedy.ts';
import { reason, weigh } from './weighing.ts';

const ASKS = /\?["”’')]*\s*$/;

/** Moves from the end in which a meeting is closed. Ours. */
const CLOSE = 4;

/** From here on a sentence is a remedy by itself, whatever it answers. */
const CLEAR = 2;
/** And from here on it is one though nothing much had been told. */
const PLAIN = 1.8;

/** What a move ends by asking, with or without the mark: "do we have to pay to get in". */
function lastQuestion(move: Move): string | undefined {
  const last = sentencesOf(move.turn.words).at(-1);
  if (last === undefined) return undefined;
  if (ASKS.test(last.text)) return last.text;
  const heard = move.talk.acts.some(
    ({ act, start, confidence }) =>
      (act === 'question-closed' || act === 'question-open') && start === last.start && confidence > 0.7,
  );
  return heard ? `${last.text}?` : undefined;
}

/**
 * Where the talk of this trouble began: back over the same member's turns, as long as they follow each other with one
 * voice between or speak of the same things, at most `within` turns (catalogue C has ten).
 */
function raisedAt(group: Group, trouble: Move, within: number): number {
  let start = trouble;
  for (let i = trouble.index - 1; i >= Math.max(0, trouble.index - within); i--) {
    const move = group.moves[i]!;
    if (move.name !== trouble.name || move.gates.has('go-round')) continue;
    if (start.index - i > 2 && sharedStems(move, trouble).length === 0) break;
    start = move;
  }
  return start.index;
}

/** A member asked the worker for her view after the others had worked on it: then it is one more voice. */
function askedAfterWork(group: Group, at: number, trouble: Move): boolean {
  const others = new Set(
    movesBetween(group, trouble.index - 8, at - 1)
      .filter((move) => byMember(move) && move.name !== trouble.name && move.talk.wordCount > 4)
      .map((move) => move.name),
  );
  return others.size >= 2 && does(trouble.talk, 'to-worker');
}

/** The idea is one that somebody else brought: "keep on with head down and sadza" passes the group's own on. */
function saidByMember(group: Group, trouble: Move, move: Move, remedy: string): boolean {
  const own = stemsOf(tokensOf(remedy));
  return movesBetween(group, trouble.index - 6, move.index - 1).some(
    (one) =>
      byMember(one) &&
      one.name !== trouble.name &&
      [...one.talk.stems].filter((stem) => own.has(stem) && !trouble.talk.stems.has(stem)).length >= 2,
  );
}

export const pattern: Pattern = {
  id: 'worker-advice',
  name: 'Worker gives the advice',
  family: 'WORK',
  core: true,
  severity: 'warning',
  dynamics: ['IP', 'SD'],
  skills: ['turning-back', 'reaching-for-information-link', 'exploring-before-solving'],
  question: 'What might the others have brought, had they been asked first?',
  page: {
    looksLike:
      'A member lays out a trouble, and the next idea about what to do comes from the worker: as “you should”, as a list of places that exist, as a step that is somehow already settled, or as her own way told as a tip.',
    matters:
      'Once the worker has solved it, the others can only agree. Thinking it through together, and hearing what people have tried and what it cost, is help that members can give each other and she cannot.',
    fine: 'How the meeting runs; rights, safety, medical or legal facts; a view that is asked for after the group has worked; choices laid out for the group to weigh.',
  },
  sources: ['S', '42', '43'],
  silentIn: [],
  thresholds: {
    raisedWithin: {
      default: 10,
      why: 'The trouble was raised at most this many turns earlier.',
    },
    evidence: {
      default: 1.7,
      why: 'Reasons for it, less those against it (see `weighing.ts`); a higher number says less, and more surely.',
    },
  },
  yieldsTo: ['silence-filled', 'worker-answers-first', 'premature-reassurance'],
  reach: { before: 20, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (does(move.talk, 'rehearsal') || move.talk.wordCount < 3) return [];
    const to = spokenTo(group, move);
    const near =
      troubleBefore(group, at, 3, -2, ({ name }) => name === to) ?? troubleBefore(group, at, 5, -2);
    const remedy = remedyIn(move, near);
    // What is plainly a remedy answers something, though it was told in few words, or some questions ago.
    const trouble =
      near ??
      (remedy !== undefined && remedy.sum >= CLEAR
        ? troubleBefore(group, at, threshold('raisedWithin'), -3.5)
        : undefined);
    if (trouble === undefined || remedy === undefined) return [];
    const raised = raisedAt(group, trouble, threshold('raisedWithin'));
    const opened = movesBetween(group, raised, at - 1).some((one) => opensMatter(group, one, raised));
    const reception = receptionOf(group, at);
    const asked = moveAt(group, at - 1);
    const question = asked && byMember(asked) ? lastQuestion(asked) : undefined;
    const clear = Math.min(1, remedy.sum / 1.5);
    const weighed = weigh(
      ...remedy.reasons,
      reason('a trouble was on the floor', 0.8, Math.min(1, Math.max(-1, troubleTold(group, trouble) / 2))),
      reason(
        'nothing was told',
        -0.5,
        remedy.sum < PLAIN && troubleTold(group, trouble) < 0 && drawnOut(group, trouble) === 0,
      ),
      reason('it is what a member had said', -1.4, saidByMember(group, trouble, move, remedy.sentence.text)),
      reason('she goes to the plan with it', -1.4, goesToPlan(move)?.start === remedy.sentence.start),
      reason('it ends a run of questions to this one alone', 0.6, drawnOut(group, trouble) > 0 && clear),
      reason('the member’s next words let it pass', 0.7, reception.bare && clear),
      reason('the member meets it with a reason why not', 1, reception.resisted && clear),
      // A committee's business wants ideas from everyone; somebody's own trouble brought to it is theirs all the same.
      reason('a task group at work', -1.2, move.gates.has('task-group')),
      reason('a round is under way', -0.8, move.gates.has('go-round')),
      reason('it is taken as news', -0.5, reception.asNews),
      reason('the group had been asked first', -3, opened),
      reason('she speaks to somebody else', -1, to !== undefined && to !== trouble.name),
      reason('it adds to what the member means to do anyway', -0.8, leansTo(trouble, 'plan')),
      reason('she opens it to the others in the same breath', -4, opensMatter(group, move, raised)),
      reason('she gives back what was said', -0.9, Math.min(1, staysWith(move, trouble) / 2)),
      reason('others worked on it, and then she was asked', -3, askedAfterWork(group, at, trouble)),
      reason(
        'the meeting closes',
        -1.6,
        at >= group.moves.length - CLOSE &&
          leansTo(move, 'procedure', 'ending', 'agenda', 'thanks', 'information') >= 0.2,
      ),
      reason('she was asked a plain question', -0.8, question !== undefined),
      reason('it was a question of fact', -0.8, question !== undefined && asksForFact(question)),
    );
    if (weighed.sum < threshold('evidence')) return [];
    return [
      {
        at,
        to: at,
        span: { start: remedy.sentence.start, end: remedy.sentence.end },
        evidence: [
          { at: trouble.index, shows: `${trouble.name} brings it` },
          ...(reception.resisted && reception.next
            ? [{ at: reception.next.index, shows: `${reception.next.name} meets it with a “but”` }]
            : []),
        ],
        message: `${trouble.name} brings something at turn ${trouble.index + 1}, and the first idea of what to do is the worker’s. There may have been room for the others to think it through with ${trouble.name}. What might they have brought, had they been asked first?`,
        reasons: weighed.reasons,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const trouble = troubleAt(group, at, evidence[0]?.at);
    const who = trouble?.name;
    const told = toldBack(trouble);
    const kin = trouble && kinOf(group, trouble, at);
    return [
      {
        skill: 'turning-back',
        line: told
          ? `${told} Before I say anything, ${whoElse(trouble)}`
          : `Before I say anything, who here knows something of ${who ? `what ${who} is telling us` : 'this'}?`,
      },
      {
        skill: 'exploring-before-solving',
        line: `What would people want to ask${who ? ` ${who}` : ''}, before anybody has an idea?`,
      },
      {
        skill: 'reaching-for-information-link',
        line: kin
          ? `${recalled(kin, { near: trouble })} What have you found out that ${who} might use?`
          : `Who has had to find a way with something like that? Tell ${who ?? 'us'} what it took.`,
      },
    ];
  },
};
