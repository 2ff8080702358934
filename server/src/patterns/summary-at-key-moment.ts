import type { Group, Move } from '../group/model.ts';
import { byMember } from '../group/sequence.ts';
import type { Happening, Nonverbal } from '../recording/model.ts';
import { isSummary } from '../recording/speech.ts';
import { CUES } from '../talk/cues.ts';
import { type Family, familiesOf } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { mentionsIn, peopleOf } from '../talk/people.ts';
import { tokensOf } from '../talk/words.ts';
import { named } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';

/** Told in other words, where the remark does not call itself a summary. */
const TOLD =
  /\b(?:tells?|told|talk(?:s|ed|ing)?|spoke|speaks|explain(?:s|ed)|share[sd]?|describe[sd]?|discuss(?:es|ed|ion)?|argue[sd]?|opened up|disclose[sd]?)\b[^.]{0,40}\b(?:about|of|how|that|on|us|it|with each other)\b|\b(?:argument|row|discussion|exchange|back and forth)\b[^.]{0,30}\b(?:about|over|between|with)\b/i;
/** Strong feeling in the room, told of instead of shown. */
const MOVED =
  /\b(?:(?:very|really|so|quite|deeply|visibly|got|became|was|were) (?:\w+ )?(?:upset|emotional|moving|moved|angry|painful|tearful)|upset|in tears|tears came|tearful|cried|crying|wept|weeping|sobb\w+|broke down|emotional|furious|intense|heated|heavy|raw|hard to (?:hear|listen to)|trauma\w*|abused?|raped?|assaulted|powerful|disclosed|disclosure|opened up|stormed|walked out)\b/i;
/** Conflict, which may also be what somebody tells of home: it counts where it is between people here. */
const CONFLICT =
  /\b(?:shout\w*|yell\w*|argu(?:ed|ing|ment)|(?:a|the|another|big) row\b(?! of)|rowing|quarrel\w*|fight|fought|clash\w*|confront\w*|tense|tension|fell out|cross words|back and forth)\b/i;
const AMONG_THEM =
  /\b(?:between|each other|one another|the two|both of them|the group|everyone|everybody|in the room|at me|with me|across the (?:room|circle))\b/i;
/** What is dark enough for the words to matter; others depend too much on what the group is for. */
const DARK: ReadonlySet<Family> = new Set<Family>([
  'violence',
  'harm to self',
  'wishing death',
  'race',
  'not loving a child',
]);
/** Talk about the running of the meeting can be told in a line, whatever stands beside it. */
const RUNNING =
  /\b(?:break|tea|coffee|lunch|snacks?|biscuits|register|sign(?:ed|ing)? in|attendance|rota|dates?|times?|timetable|room|chairs|building|parking|bus(?:es)?|trip|outing|weather|football|telly|tv|forms?|handouts?|worksheets?|names|housekeeping|fire|admin\w*|birthday|cake|logistics)\b/i;
const WITHHELD =
  /\b(?:(?:can(?:'|’)?t|cannot|could(?:n(?:'|’)t| not)|do(?:n(?:'|’)t| not)|did(?:n(?:'|’)t| not)) (?:really |quite )?(?:recall|remember|reconstruct|make out|catch|hear|write|record|put)|lost the (?:thread|words)|no memory|inaudible|asked (?:me )?(?:that (?:it|this)|not|for (?:it|this))|left out at|at (?:her|his|their|\p{Lu}\p{L}+(?:'|’)s) (?:request|wish)|consent|off the record|not (?:mine )?to (?:be )?(?:write|written|record)|withheld|kept (?:out|private))\b/iu;
const IMPORTANT =
  /\b(?:turning point|key moment|most (?:important|powerful|moving|intense|difficult)|(?:very|really|so) (?:important|powerful|moving|intense|significant)|breakthrough|crucial|heart of (?:it|the session)|everything changed|stayed with me|stuck with me|i(?:'|’)ll never forget|the moment)\b/i;
const RAISED =
  /\b(?:shout\w*|yell\w*|scream\w*|slam\w*|bangs?|banged|throws?|threw|storms?|stands? up|voice (?:breaks?|rises?|raised|cracks?|shakes?)|shak(?:es|ing)|red in the face|fists?)\b/i;

interface Summary {
  readonly event: Happening;
  /** The turn that comes out of it; the last one for a summary at the end. */
  readonly at: number;
}

function summariesIn(group: Group): Summary[] {
  const all = group.moves.flatMap((move) => move.before.map((event): Summary => ({ event, at: move.index })));
  const last = group.moves.length - 1;
  return [...all, ...(last < 0 ? [] : group.after.map((event): Summary => ({ event, at: last })))].filter(
    ({ event }) =>
      event.nature !== 'silence' &&
      (event.nature === 'summary' || isSummary(event.text) || TOLD.test(event.text)),
  );
}

function weighs(acts: readonly Nonverbal[]): string | undefined {
  const act = acts.find(
    ({ kind, text, seconds }) =>
      kind === 'crying' ||
      kind === 'leaving' ||
      RAISED.test(text) ||
      (kind === 'silence' && (seconds ?? 0) >= 15),
  );
  return act && (act.kind === 'silence' ? `a silence of ${act.seconds} seconds` : act.text);
}

/** Why a turn beside the summary is one whose words matter; undefined for most. */
function keyTurn(move: Move | undefined): string | undefined {
  if (move === undefined) return undefined;
  const moved = weighs(move.turn.nonverbal);
  if (moved) return moved;
  if (move.turn.margin.some((note) => note.kind !== 'supervisor' && IMPORTANT.test(note.text)))
    return 'the margin calls it important';
  if (!byMember(move)) return undefined;
  const dark = [...move.talk.families].some((family) => DARK.has(family as Family));
  if (
    dark &&
    (does(move.talk, 'safety', 'taboo') || CUES['never said this']!.test(move.turn.words.toLowerCase()))
  )
    return `${move.name} says something that is hard to say`;
  if (
    does(move.talk, 'disagreement', 'challenge') &&
    /!/.test(move.turn.words) &&
    move.talk.addressee.kind === 'person'
  )
    return `${move.name} and ${named(move.talk.addressee.names)} at odds`;
  return undefined;
}

/** Members of whom a text tells by name. */
function toldOf(group: Group, text: string): string[] {
  return [...new Set(mentionsIn(text, peopleOf(group.recording)).map(({ name }) => name))].filter((name) =>
    group.present.includes(name),
  );
}

/** What makes the summed-up stretch one of weight, with the turn that shows it, if a turn does. */
function weightOf(
  group: Group,
  { event, at }: Summary,
): { readonly shows: string; readonly at?: number } | undefined {
  const { text } = event;
  if (WITHHELD.test(text) || event.margin.some((note) => WITHHELD.test(note.text))) return undefined;
  if (MOVED.test(text) || event.acts.some(({ kind }) => kind === 'crying'))
    return { shows: 'strong feeling, in a few words' };
  if (CONFLICT.test(text) && (AMONG_THEM.test(text) || toldOf(group, text).length >= 2))
    return { shows: 'a conflict, in a few words' };
  if ([...familiesOf(tokensOf(text).map((token) => token.text))].some((family) => DARK.has(family)))
    return { shows: 'something that is hard to say, in a few words' };
  if (event.margin.some((note) => note.kind !== 'supervisor' && IMPORTANT.test(note.text)))
    return { shows: 'the margin calls it important' };
  if (RUNNING.test(text)) return undefined;
  const after = group.moves[at];
  const isLast = group.after.includes(event);
  const before = isLast ? after : group.moves[at - 1];
  for (const move of isLast ? [before] : [after, before]) {
    const shows = keyTurn(move);
    if (move && shows) return { shows, at: move.index };
  }
  const quiet = after?.before.find(
    (one) => one !== event && one.nature === 'silence' && (one.seconds ?? 0) >= 15,
  );
  return quiet && !isLast ? { shows: `a silence of ${quiet.seconds} seconds`, at } : undefined;
}

export const pattern: Pattern = {
  id: 'summary-at-key-moment',
  name: 'Summary where words are needed',
  family: 'CRAFT',
  core: true,
  severity: 'information',
  dynamics: [],
  skills: ['recording-craft'],
  question: 'Which words of that moment do you still have?',
  page: {
    looksLike:
      'Right where it gets hot or heavy, the dialogue stops and a line in brackets tells what happened: there was some shouting, she got very upset, the group was supportive. Then the talk goes on.',
    matters:
      'In such a moment people help one another or fail to, and the worker does what she will want to think about. “The group supported him” hides who said what to whom. Six lines, half remembered, give supervision something to hold.',
    fine: 'Summaries of the rest: most schools ask for a part only in words. The break, the register, the trip. What cannot be recalled, and says so. What somebody asked not to have written down.',
  },
  sources: ['38', '36', 'c'],
  silentIn: [],
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group) =>
    summariesIn(group).flatMap((summary): Sighting[] => {
      const weight = weightOf(group, summary);
      if (weight === undefined) return [];
      const { at, event } = summary;
      const where = group.after.includes(event) ? `After turn ${at + 1}` : `Before turn ${at + 1}`;
      return [
        {
          at,
          to: at,
          place: event.place,
          evidence:
            weight.at === undefined || weight.at === at ? [] : [{ at: weight.at, shows: weight.shows }],
          message: `${where} a summary stands in place of the words, and the moment is one of weight (${weight.shows}). Who said what to whom just then may be what you most want to look at. Which words of that moment do you still have?`,
        },
      ];
    }),
  alternatives: (group, { at, place }) => {
    const summary = summariesIn(group).find(
      ({ event }) =>
        event.place === place ||
        (place && event.place.start === place.start && event.place.block === place.block),
    );
    const told = toldOf(group, summary?.event.text ?? '');
    const next = group.moves[at];
    const silent = group.present.filter((name) => !told.includes(name)).slice(0, 2);
    return [
      {
        skill: 'recording-craft',
        line: `[write the five or six turns of it as you remember them, gaps and all: ${told.length > 0 ? `what ${named(told.slice(0, 3))} said` : 'who spoke first'}, and who answered]`,
      },
      {
        skill: 'recording-craft',
        line: `[keep the summary, and add three lines under it: what you said, what ${silent.length > 0 ? named(silent) : 'the others'} did meanwhile, and what came right before ${next ? `${next.byWorker ? 'your' : `${next.name}’s`} words in turn ${next.index + 1}` : 'the end'}]`,
      },
    ];
  },
};
