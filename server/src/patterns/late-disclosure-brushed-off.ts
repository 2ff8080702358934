import type { Group, Move } from '../group/model.ts';
import { byMember, invites, lastMoves, movesBetween, ownSpeech, surest } from '../group/sequence.ts';
import type { Family } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { meetsAgain } from './lines.ts';
import type { Pattern } from './model.ts';

const GRAVE: ReadonlySet<Family> = new Set<Family>([
  'violence',
  'harm to self',
  'wishing death',
  'not loving a child',
  'children taken',
  'illness',
  'hospital',
  'loss',
  'substance',
  'sex',
  'law',
  'shame',
  'parting',
]);
const MARKED =
  /\b(?:never (?:told|said)|haven't (?:told|said)|there's (?:something|one (?:more )?thing)|didn't (?:say|tell|want to say)|i (?:should|have to|need to) (?:say|tell)|before (?:we|i) go|can't (?:sleep|breathe|go home))\b/i;

/** A visit that everybody has now and then. */
const ROUTINE = /\b(?:appointments?|check-?ups?|dentist|optician|repeat prescription|jabs?|blood tests?)\b/i;
const OF_PEOPLE = /\b(?:i|i'm|i've|my|me|he|he's|she|she's|they|they've|we|we've|there was)\b/i;

/** Something of weight: of one's own people and grave, or announced as hard to say. Small talk at the door is not. */
function weighty(move: Move): boolean {
  if (!byMember(move) || move.talk.wordCount < 4 || does(move.talk, 'thanks')) return false;
  // Said to somebody in particular it is advice, or part of a talk that runs already.
  if (move.talk.addressee.kind === 'person' && move.talk.addressee.by !== 'answer') return false;
  const words = ownSpeech(move);
  if (MARKED.test(words)) return true;
  return (
    !ROUTINE.test(words) &&
    OF_PEOPLE.test(words) &&
    [...move.talk.families].some((family) => GRAVE.has(family as Family))
  );
}

/** It was not yet the subject: hardly a word of it in the turns before, and nobody had just asked for it. */
function isNew(group: Group, move: Move, within: number): boolean {
  const before = movesBetween(group, move.index - within, move.index - 1);
  const asked = before[before.length - 1];
  if (
    asked?.byWorker &&
    does(asked.talk, 'question-open', 'question-closed') &&
    /\?["”’')]*\s*$/.test(asked.turn.words)
  )
    return false;
  const said = new Set(before.flatMap((one) => [...one.talk.stems]));
  const stems = [...move.talk.stems];
  return stems.filter((stem) => said.has(stem)).length <= stems.length / 3;
}

/** The clock, the door, the goodbye. A change of subject alone closes a subject, and not a meeting. */
const CLOSES =
  /\b(?:time(?:'s| is| has)? (?:up|finished|gone|over|run)|(?:at|out of|no more|no) (?:our )?time\b|run (?:out|over)|(?:have|need|going|must|got) (?:to )?(?:stop|finish|leave it|end|wrap|close|lock)\b|leave it there|stop there|that's (?:us\b|it\b|time|all|the (?:bell|hour|end)|our (?:time|hour))|see (?:you|yous|y'all|ye)\b|(?:till|until|same time|same place|back here|bring (?:that|it)|save (?:that|it)) (?:next|on)? ?(?:week|time|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|good ?(?:night|bye)|\bbye\b|safe home|mind how you go|(?:they|he|she|guard|caretaker) lock\w*|it's (?:gone )?(?:\w+ o'clock|half past|quarter past|(?:ten|five|twenty) past))/i;
const REPROACHES =
  /\b(?:should(?:'ve| have)? (?:of )?(?:said|brought|told|mentioned|raised|come)|could(?:'ve| have) (?:said|brought|told|mentioned)|why (?:didn't|did) you|you (?:always|only|wait\w*)|(?:at the|from the) (?:start|beginning)|earlier|bad timing|not (?:the|a good|really the) (?:time|moment)|now you (?:tell|say)|leave it (?:to|till|until) the (?:last|end)|at the (?:last|eleventh))\b/i;
/** Receives it: says what it is, thanks for it, is with it. A name and a sigh are not yet that. */
const RECEIVES =
  /\b(?:thank(?:s| you)|i'm (?:so |really |very )?(?:sorry|glad you)|glad you|that(?:'s| is| was| sounds| must be|'s been) (?:so |very |really |a |an |quite )*(?:big|lot|hard|heavy|huge|awful|frightening|terrible|important|tough|brave|scary|serious)|sounds (?:\w+ )?(?:hard|heavy|awful|frightening|terrible|tough|like)|it took|you(?:'ve| have) (?:been |just )?(?:carr|held|said|told|brought|put)\w*|i (?:heard|hear) (?:you|that|what))\b/i;
/** Gives it a place: next time first, a few minutes now, somebody who stays or rings. A greeting for next week is none. */
const PLACES =
  /\b(?:(?:start|begin|open|come back|go back|pick (?:it|that|this) up|first thing|hold (?:on to )?(?:it|that|this)|keep (?:it|that|this)|save (?:it|that|this)|bring (?:it|that|this)|stay with|return)\b[^.?!]{0,40}\b(?:next|then|week|time|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|there|with (?:it|that|you)|that)|(?:five|ten|a few|couple of|two) (?:more )?minutes|stay (?:behind|back|on|a (?:bit|minute|moment))|(?:i'll|i will|i can|let me|we'll|we can) (?:ring|call|phone|stay|wait|be here|walk|check|talk|speak|sit|make time|see you (?:before|after|tomorrow))|before (?:you|we) go|have you (?:got )?(?:somebody|someone|anybody|anyone)|who(?:'s| is| can| will|'ll) (?:with|at home|check|ring|walk|go)|can you wait|will you be (?:all right|okay|ok|safe)|are you (?:safe|all right|okay|ok))\b/i;

export const pattern: Pattern = {
  id: 'late-disclosure-brushed-off',
  name: 'Doorknob disclosure brushed off',
  family: 'PURP',
  core: false,
  severity: 'information',
  dynamics: ['TA', 'MS'],
  skills: ['making-room', 'asking-permission', 'using-time'],
  question: 'Where could it have been put, so that it did not go home unheard?',
  page: {
    looksLike:
      'In the last minutes a member says something of weight that had not come up before. The worker closes the meeting over it, or says that it should have come earlier.',
    matters:
      'Many people dare to say it only with a hand on the door. How it is received there decides whether they will bring it back, and what the others will dare.',
    fine: 'It is received and given a place: next time first, ten minutes now, somebody who rings. Danger is dealt with. The member wants to leave it for today.',
  },
  sources: ['68'],
  silentIn: [],
  thresholds: {
    turns: { default: 12, why: 'In a shorter record nobody can tell the end from the middle; ours.' },
    share: { default: 0.1, why: 'The end of the session.' },
    least: {
      default: 6,
      why: 'Turns that count as the end in any case; a tenth of a short record is hardly an exchange (ours).',
    },
    before: { default: 8, why: 'Turns back in which it would have been the subject already (ours).' },
  },
  reach: 'session',
  of: 'any',
  repairable: true,
  see: (group, _at, threshold) => {
    if (group.moves.length < threshold('turns')) return [];
    return lastMoves(group, threshold('share'), threshold('least')).flatMap((told) => {
      const reply = group.moves[told.index + 1];
      if (!weighty(told) || reply === undefined || !reply.byWorker || invites(reply)) return [];
      const words = ownSpeech(reply);
      const closes = CLOSES.test(words);
      const scolds = REPROACHES.test(words);
      if (!closes && !scolds) return [];
      if (RECEIVES.test(words) || PLACES.test(words) || does(reply.talk, 'reflection', 'support', 'waiting'))
        return [];
      if (!isNew(group, told, threshold('before'))) return [];
      // What the next two turns still do for it counts: a plan made at the coats is a plan.
      if (
        movesBetween(group, reply.index + 1, reply.index + 3).some((move) =>
          move.byWorker
            ? PLACES.test(ownSpeech(move)) || RECEIVES.test(ownSpeech(move))
            : move.name !== told.name &&
              (move.talk.addressee.names.includes(told.name) || does(move.talk, 'support')),
        )
      )
        return [];
      const shown = surest(reply, 'scolding', 'shift', 'ending', 'procedure');
      return [
        {
          at: reply.index,
          to: reply.index,
          ...(shown ? { span: { start: shown.start, end: shown.end } } : {}),
          evidence: [{ at: told.index, shows: `${told.name} brings it at the door` }],
          message: `Near the end ${told.name} says something of weight (turn ${told.index + 1}), and the meeting closes over it. It may have needed the door in order to be said, and the others were still there to hear it. Where could it have been put, so that it did not go home unheard?`,
        },
      ];
    });
  },
  alternatives: (group, { evidence }) => {
    const { name } = group.moves[evidence[0]!.at]!;
    const again = meetsAgain(group);
    return [
      {
        skill: 'making-room',
        line: `Thank you for saying it, ${name}. I don’t want you to go home alone with that. Who can stay a few minutes?`,
      },
      {
        skill: 'asking-permission',
        line: again
          ? `We’re at our time, and this matters. ${name}, would you rather have ten minutes now, or start with it next time?`
          : `We’re at our time, and this matters. ${name}, would you like ten minutes now, with whoever can stay?`,
      },
      {
        skill: 'using-time',
        line: `Before anyone gets up: what do you want ${name} to have heard from you today?`,
      },
    ];
  },
};
