import type { Gate, Group, Move } from '../group/model.ts';
import {
  byMember,
  lastBefore,
  movesBetween,
  ownSpeech,
  readsAs,
  remembered,
  sharedStems,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { countWords, sentencesOf } from '../talk/words.ts';
import { count, named, toldBack } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';

const GOOD =
  "(?:good|great|excellent|exactly|perfect|well done|brilliant|lovely|fantastic|super|superb|spot on|bang on|correct|nice|wonderful|smashing|terrific|amazing|beautiful|love (?:it|that)|full marks|gold star|ten out of ten|top marks|nailed it|got it in one|that's it|that's right|exactly right|couldn't have put it better|right answer)";
/** A mark given to an answer, and nothing else: "Good." "Really great answer, Ty." Not "Good, so half past". */
const MARK = new RegExp(
  String.raw`^(?:(?:ok(?:ay)?|yes|yeah|yep|oh|ah|and|well|now|wow|there you go|absolutely|right|mm+)[,.!\s]+){0,4}(?:(?:that's|that is|that was|what|it's|you|you've|i|this is|such|a|an|another|some|really|very|so|just|absolutely)\s+){0,4}${GOOD}(?:[,\s]+(?:again|right|one|answer|answers|job|point|work|thinking|example|examples|stuff|start|idea|question|girl|boy|lad|man|lads|guys|folks|that|those|it|for you|on you|word|words|effort|and|really|${GOOD}|\p{L}+(?=[.!]*$))){0,6}[.!…]*$`,
  'iu',
);

/** "Great answer, put that in the box." */
const MARKS_ANSWER = new RegExp(
  String.raw`^(?:(?:ok(?:ay)?|yes|yeah|oh|and|well|that's|that is|what|really|very|such|a|an)[,.!\s]+)*${GOOD}\s+(?:answers?|points?|one|examples?|thinking|job)\b`,
  'iu',
);

/**
 * How the worker's move begins by marking what was just answered: in so many words, as the act hears it, or not at all.
 * Longer praise names what was done, and that is another thing.
 */
const begins = remembered((move): 'marks' | 'praises' | undefined => {
  if (!move.byWorker || readsAs(move, 'credit')) return undefined;
  const first = sentencesOf(ownSpeech(move))[0];
  if (first === undefined) return undefined;
  const words = countWords(first.text);
  if ((words <= 7 && MARK.test(first.text)) || MARKS_ANSWER.test(first.text)) return 'marks';
  const heard = move.talk.acts.some((act) => act.act === 'praise' && act.start === first.start);
  return heard && words <= 6 && !/\b(?:so|and|but|then)\b/i.test(first.text) ? 'praises' : undefined;
});

/** The worker puts a question, or sets a task that wants an answer. */
function asks(move: Move): boolean {
  return (
    move.byWorker &&
    (does(move.talk, 'question-open', 'question-closed') ||
      /\b(?:tell|give|name|show|read) (?:me|us|one|out)\b/i.test(ownSpeech(move)))
  );
}

interface Cycle {
  readonly question: Move;
  readonly answer: Move;
  readonly mark: Move;
}

const GATED: readonly Gate[] = ['limited-speech', 'go-round', 'safety', 'chosen-procedure'];

/** The question and the answer that a mark closes, with nobody else's word between. */
function cycleBefore(group: Group, mark: Move): Cycle[] {
  const beginning = begins(mark);
  if (beginning === undefined) return [];
  const [answer, question] = movesBetween(group, mark.index - 4, mark.index - 1)
    .filter((move) => move.byWorker || !move.talk.backchannel)
    .reverse();
  if (answer === undefined || question === undefined || !byMember(answer) || !asks(question)) return [];
  if (beginning === 'praises' && sharedStems(mark, answer).length > 0) return [];
  return GATED.some((gate) => question.gates.has(gate) || answer.gates.has(gate))
    ? []
    : [{ question, answer, mark }];
}

export const pattern: Pattern = {
  id: 'evaluator-praise',
  name: 'Worker as examiner',
  family: 'WORK',
  core: false,
  severity: 'hint',
  dynamics: ['MS', 'MD'],
  skills: ['making-room', 'voicing-achievements', 'redirecting'],
  question: 'Who else could have said what they made of the answer?',
  page: {
    looksLike:
      'The worker asks, a member answers, the worker says good; asks, answer, excellent; asks, answer, exactly right.',
    matters:
      'This is how a class runs: the teacher knows, asks, and marks. Praise that always comes first and always from the same chair leaves the others nothing to say about each other’s answers, and makes wrong ones risky.',
    fine: 'Credit to the group, or for what members did for each other. An effort named for what it was. Once or twice. Young children at a task.',
  },
  sources: ['88', 'c'],
  silentIn: [],
  thresholds: {
    cycles: { default: 3, why: 'Question, answer and praise; twice may be chance.' },
    within: { default: 15, why: 'Turns in which they follow each other.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const cycles = group.moves.flatMap((move) => cycleBefore(group, move));
    const found: Sighting[] = [];
    for (let i = 0; i < cycles.length; ) {
      let end = i;
      while (
        end + 1 < cycles.length &&
        cycles[end + 1]!.mark.index - cycles[Math.max(i, end - 1)]!.question.index < threshold('within')
      )
        end++;
      if (end - i + 1 >= threshold('cycles')) {
        const row = cycles.slice(i, end + 1);
        const from = row[0]!.question.index;
        const to = row[row.length - 1]!.mark.index;
        const names = [...new Set(row.map(({ answer }) => answer.name))];
        found.push({
          at: from,
          to,
          evidence: row.map(({ answer, mark }) => ({
            at: mark.index,
            shows: `${answer.name}’s answer is marked`,
          })),
          message: `In turns ${from + 1}–${to + 1} the worker asks, ${named(names)} answer${names.length === 1 ? 's' : ''}, and the worker says that it was good, ${count(row.length)} times. What the others made of those answers may have had room here. Who else could have said?`,
        });
      }
      i = end + 1;
    }
    return found;
  },
  alternatives: (group, { evidence, to }) => {
    const answers = evidence
      .map(({ at }) => lastBefore(group, at, 3, byMember))
      .filter((move) => move !== undefined);
    const answer = answers[answers.length - 1] ?? lastBefore(group, to, to, byMember);
    const who = answer?.name;
    const told = toldBack(answer);
    const names = [...new Set(answers.map((move) => move.name))].slice(0, 4);
    return [
      {
        skill: 'making-room',
        line: told
          ? `${told} What do the rest of you make of that?`
          : `What do the rest of you make of ${who ? `${who}’s answer` : 'that'}?`,
      },
      {
        skill: 'redirecting',
        line: who
          ? `I’m not the one to mark it, ${who}. Ask the others whether it’s like that for them.`
          : 'I’m not the one to mark it. Ask each other whether it’s like that for you.',
      },
      {
        skill: 'voicing-achievements',
        line:
          names.length > 1
            ? `${named(names)}, look at what you’ve put together. What’s still missing?`
            : `${who ? `${who} has made a start.` : 'That’s a start.'} What would the rest of you put beside it?`,
      },
    ];
  },
};
