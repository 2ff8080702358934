import type { Group, Move } from '../group/model.ts';
import { byMember, ownSpeech } from '../group/sequence.ts';
import { type Family, PAINFUL } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { countWords, sentencesOf } from '../talk/words.ts';
import { called, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';
import { tellsPain } from './premature-reassurance.ts';

/** What a first meeting opens with, whoever leads it: greeting, purpose, names, the room, the clock, confidence. */
const CONTRACT =
  /\b(?:welcome|good (?:morning|afternoon|evening)|hello|thank(?:s| you)|my name|i'm (?:\w+ )?(?:and|your|the|a) |names?|who you are|introduc\w+|toilets?|tea|coffee|phones?|fire|exit|parking|confidential\w*|what'?s said|stays? (?:here|in)|rules?|why we|we're here|so that|purpose|today we|this (?:hour|afternoon|morning|evening)|until|till|o'clock|minutes|an hour|finish|one (?:session|meeting|go)|only (?:the )?one|just (?:the )?one|each other|anyone|anybody)\b/i;
const CONTRACT_ACTS: ReadonlySet<string> = new Set([
  'purpose',
  'confidentiality',
  'rule',
  'welcome',
  'opening',
  'procedure',
  'thanks',
  'question-open',
  'question-closed',
  'ending',
  'waiting',
  'linking',
  'redirecting',
  'credit',
  'repair',
]);

/** Words of a turn that present matter: statements that are neither contracting nor an answer to what was asked. */
function presented(move: Move): number {
  return sentencesOf(ownSpeech(move))
    .filter(
      ({ text, start, end }) =>
        !/\?["”’')]*$/.test(text) &&
        !CONTRACT.test(text) &&
        !move.talk.acts.some(
          (act) =>
            act.start >= start && act.end <= end && act.confidence >= 0.6 && CONTRACT_ACTS.has(act.act),
        ),
    )
    .reduce((sum, { text }) => sum + countWords(text), 0);
}

const WORRIES: ReadonlySet<Family> = new Set<Family>([...PAINFUL, 'money', 'help']);
const CONCERN =
  /\b(?:worr\w+|can't (?:cope|stop|get|seem|do|sleep)|don't know (?:how|what|if|whether|where|who)|no idea|struggl\w+|what if|how (?:do|am|are|will|would|can|does)|want(?:ed)? to (?:know|ask|find out)|need(?:ed)? to (?:know|ask)|problem|trouble|hard(?:est)?|difficult|difficulty|stuck|nobody (?:tells|told|says)|concern\w*|hoping)\b/i;

/** A member says what troubles them or what they came to ask. Name and circumstance are not yet that. */
function namesConcern(move: Move): boolean {
  if (!byMember(move) || move.talk.wordCount < 3) return false;
  const words = ownSpeech(move);
  if (CONCERN.test(words) || does(move.talk, 'question-open', 'question-closed')) return true;
  return (
    [...move.talk.families].some((family) => WORRIES.has(family as Family)) ||
    (tellsPain(move) && does(move.talk, 'dread', 'taboo', 'grievance') && move.talk.wordCount >= 8)
  );
}

/** Concerns that were gathered beforehand and are voiced now, or a notice that cannot wait. */
const GATHERED =
  /\b(?:you (?:told|wrote|said|asked|put|sent|filled)|(?:your|the) (?:cards?|slips?|forms?|questions|questionnaires?|notes)|people (?:asked|wrote|told|said)|(?:several|some|most|many|a lot|lots|half) of you|asked (?:us|me) (?:about|for)|came up|urgent\w*|before anything else|fire alarm|there's been)\b/i;

interface Presentation {
  readonly move: Move;
  readonly words: number;
}

/** The turn with which her presenting reaches the limit, before any member's concern; and how many words it took. */
function presentationIn(group: Group, least: number): Presentation | undefined {
  let words = 0;
  let begins: Move | undefined;
  for (const move of group.moves) {
    if (namesConcern(move)) return undefined;
    if (!move.byWorker) continue;
    if (GATHERED.test(ownSpeech(move))) return undefined;
    const own = presented(move);
    if (own >= 25) begins ??= move;
    if (begins !== undefined) words += own;
    if (words >= least) return { move: begins!, words };
  }
  return undefined;
}

export const pattern: Pattern = {
  id: 'single-session-content-first',
  name: 'Presentation before concerns',
  family: 'TYPE',
  core: false,
  severity: 'information',
  dynamics: ['SB', 'SD'],
  skills: ['inviting-participation', 'reaching-for-information-link', 'reframing-common-ground'],
  question: 'What had each of them come to ask?',
  page: {
    looksLike:
      'In a group that meets once, the worker presents first, a hundred words and more, and members’ own worries come after, if there is time.',
    matters:
      'With one meeting only, what they came with is the agenda. Heard first, it shows who shares what, what somebody here knows already, and which part of the input is needed at all.',
    fine: 'Welcome, purpose, time and confidence at the start. Concerns that were gathered before and are named. Something urgent. Some input later on, made to fit.',
  },
  sources: ['28'],
  silentIn: [],
  types: ['single-session'],
  thresholds: {
    words: {
      default: 100,
      why: 'Words of presentation before the first concern; about a minute.',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (group.recording.header.excerpt) return [];
    const found = presentationIn(group, threshold('words'));
    if (found === undefined) return [];
    const { move, words } = found;
    const first = group.moves.slice(move.index + 1).find(namesConcern);
    return [
      {
        at: move.index,
        to: move.index,
        evidence: first
          ? [{ at: first.index, shows: `${first.name} is the first to say what brings them` }]
          : [],
        message: `In the only meeting there is, about ${Math.floor(words / 10) * 10} words of input begin at turn ${move.index + 1}, before any member has said what they came to ask. Some of them may have come with the same thing, or with part of the answer. What had each of them come for?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const first = evidence[0] ? group.moves[evidence[0].at] : undefined;
    const told = toldBack(first);
    const names = group.present.filter((name) => name !== first?.name).slice(0, 2);
    return [
      {
        skill: 'inviting-participation',
        line: `We’ve only got today. ${names.length > 1 ? `${called(names)}, everyone: what` : 'What'} do you most need to have talked about before you go?`,
      },
      {
        skill: 'reaching-for-information-link',
        line: told
          ? `${told} Before I say anything, who here has been through some of that?`
          : `Some of you will know a piece of this already. ${names[0] ? `${names[0]}, anyone, what` : 'What'} have you found out?`,
      },
      {
        skill: 'reframing-common-ground',
        line: 'I’ve brought some information, and it’ll keep. What do you hear in each other’s reasons for coming?',
      },
    ];
  },
};
