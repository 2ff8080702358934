import type { Group, Move } from '../group/model.ts';
import { byMember, ownSpeech } from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { named } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';

/** Leave to speak, to go next, or to pass. Leave for the window, the toilet and the tea is everyday courtesy. */
const ASKS_LEAVE =
  /\b(?:(?:can|could|may|might|should|shall) (?:i|we) (?:just |please |maybe |also )?(?:say|speak|talk|ask|add|answer|comment|tell|go (?:next|first|now|on|ahead)|start|begin|come in|jump in|read|respond|reply|share|interrupt|pass|skip|leave (?:it|mine|that)|finish|carry on|have (?:a go|my turn)|put|continue|wait)\b|am i (?:allowed|next|up)|is it (?:my (?:turn|go)|(?:ok|okay|all right|alright) (?:if i|to) (?:\w+ )?(?:say|speak|talk|ask|add|answer|go|start|pass|skip|come|read|share))|do (?:you want|i) (?:me )?(?:to )?(?:say|go|start|speak|read|answer|carry on|continue)|(?:would you like|want) me to (?:say|go|start|speak|read|answer|carry on)|permission to|please,? (?:miss|sir)|do i have to (?:say|go|answer|read|share)|may i\?)/i;
/** Leave is given, in so many words or in one. */
const GRANTS =
  /^(?:(?:oh|well|mm+|okay|ok|right|er|um|thanks?|thank you)[,.!\s]+)*(?:yes|yeah|yep|sure|of course|course|go (?:on|ahead|for it)|please|by all means|you (?:can|may|go|start)|(?:that's|it's) (?:fine|okay|ok|all right|alright|your turn)|fine|off you go|quickly|briefly|be quick|okay|all right|alright|certainly|absolutely|no problem|carry on|let's hear|\p{Lu}\p{L}+[.,!]? *(?:yes|go|please|your turn|then|off|you)|if you (?:want|like|must)|not yet|in a (?:minute|moment)|wait|one (?:moment|minute|second)|after \p{Lu}|next|later)\b/iu;
/** The leave is handed back, or the habit is named. */
const RELEASES =
  /\b(?:needn't|don't (?:have|need) to (?:ask|go through|wait)|no need to ask|ask (?:them|each other|the others|the group|everyone|\p{Lu}\p{L}+)|(?:why|how come|notice\w*|seem\w*) [^.?!]{0,40}\b(?:ask|asking|hands?|permission|through me)|what does the group|up to (?:the|all))\b/iu;

/** One asking with the leave that was given. */
interface Leave {
  readonly ask: Move;
  readonly given: Move;
}

function leavesIn(group: Group): Leave[] {
  const leaves: Leave[] = [];
  for (let i = 0; i + 1 < group.moves.length; i++) {
    const ask = group.moves[i]!;
    const given = group.moves[i + 1]!;
    // A round is taken in turn; to ask whose turn it is belongs to it.
    if (!byMember(ask) || !given.byWorker || ask.gates.has('go-round') || ask.talk.wordCount > 25) continue;
    const { kind } = ask.talk.addressee;
    if (kind === 'person' || kind === 'group' || !ASKS_LEAVE.test(ownSpeech(ask))) continue;
    const words = ownSpeech(given);
    if (RELEASES.test(words) || does(given.talk, 'redirecting', 'process')) continue;
    if (GRANTS.test(words) || does(given.talk, 'permission-given')) leaves.push({ ask, given });
  }
  return leaves;
}

export const pattern: Pattern = {
  id: 'permission-loop',
  name: 'Members speak by leave',
  family: 'AUTH',
  core: false,
  severity: 'information',
  dynamics: ['SD', 'DP', 'TA', 'SB', 'MS', 'MD', 'IP', 'RE', 'SN'],
  skills: ['backing-out', 'verbalising-norms', 'redirecting'],
  question: 'Whom would they have looked at, had they not looked at the worker?',
  page: {
    looksLike:
      'Member after member asks the worker whether they may say something, go next, or leave it, and each time the worker lets them.',
    matters:
      'Whoever gives leave is the one everybody watches. People who speak by leave speak to the one who gave it, and hardly to each other.',
    fine: 'A talking circle, a very large group with a list of speakers, small children. Leave for the window or the tea. The worker says that nobody need ask.',
  },
  sources: ['S'],
  silentIn: ['no-crosstalk', 'limited-speech'],
  thresholds: {
    leaves: { default: 3, why: 'Leaves asked and given; fewer are manners.' },
    within: {
      default: 30,
      why: 'Turns in which they fall: spread over a whole session they are no habit. Ours.',
    },
  },
  reach: 'session',
  of: 'any',
  repairable: true,
  see: (group, _at, threshold) => {
    if (group.recording.header.type === 'very-large') return [];
    const leaves = leavesIn(group).filter(
      ({ ask }) => !ask.gates.has('safety') && !ask.gates.has('chosen-procedure'),
    );
    const found: Sighting[] = [];
    for (let i = 0; i + threshold('leaves') <= leaves.length; ) {
      const first = leaves[i]!;
      const run = leaves.slice(i).filter(({ given }) => given.index - first.ask.index < threshold('within'));
      if (run.length < threshold('leaves')) {
        i++;
        continue;
      }
      const last = run[run.length - 1]!;
      const names = [...new Set(run.map(({ ask }) => ask.name))];
      // Whoever asks every time may simply be polite; the habit is the group's.
      if (names.length >= 2) {
        found.push({
          at: first.ask.index,
          to: last.given.index,
          evidence: run.flatMap(({ ask, given }) => [
            { at: ask.index, shows: `${ask.name} asks leave` },
            { at: given.index, shows: 'the worker gives it' },
          ]),
          message: `In turns ${first.ask.index + 1}–${last.given.index + 1} ${named(names)} ask the worker before they speak, and each time are let. Talk that goes by way of one person leaves little room for talk with each other. Whom would they have looked at, had they not looked at the worker?`,
        });
      }
      i += run.length;
    }
    return found;
  },
  alternatives: (group, { evidence }) => {
    const asks = evidence
      .filter((one) => one.shows.endsWith('asks leave'))
      .map((one) => group.moves[one.at]!);
    const last = asks[asks.length - 1]!;
    const other = asks.find((ask) => ask.name !== last.name)!;
    return [
      {
        skill: 'backing-out',
        line: `You needn’t go through me, ${last.name}. Come in whenever you’ve something.`,
      },
      {
        skill: 'verbalising-norms',
        line: `I notice that people ask me before they speak, ${other.name} and ${last.name} just now. Is that how we want it?`,
      },
      { skill: 'redirecting', line: `Who is it for, ${last.name}? Say it straight to them.` },
    ];
  },
};
