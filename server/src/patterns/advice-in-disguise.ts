import { bringsTrouble } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  firstAfter,
  invitedBetween,
  invites,
  lastBefore,
  meetsWithBut,
  movesBetween,
  ownSpeech,
  remembered,
  spokenTo,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { sentencesOf } from '../talk/words.ts';
import { kinOf, recalled, toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/**
 * Ways of asking that put a remedy into the question. Whether one is in it decides what follows: "have you tried the
 * night nurse" holds one, "have you tried anything" and "have you thought about what you want" do not.
 */
const SUGGESTS =
  /\b(?:(?:have|had) you (?:ever |not |also |maybe |all )?(?:tried|thought (?:about|of)|considered|looked (?:into|at))|haven't you (?:tried|thought of|considered)|did you (?:ever |not )?(?:try|think (?:about|of)|consider)|(?:could|can) (?:you|he|she|they) not|(?:couldn't|can't) (?:you|he|she|they)|(?:could|might) you (?:just|maybe|perhaps|possibly|at least)|why don't you|why not|don't you think|do you not think|wouldn't (?:it|that|you|he|she|a|an|the|some|your)|would(?: it| that)? not (?:be|help)|would (?:it|that) (?:help|be (?:better|easier|worth|possible|an idea))|would (?:a|an|some) |what if (?:you|he|she|they|the|your|there)|how about (?!you\b)|what about (?:a|an|\w+ing)|ever (?:thought|wondered|considered|tried)(?: of| about)?|could (?:[\w']+ ){1,3}?not|is there (?:a|an|any) (?:\w+ ){1,6}?who(?:'d| would| could)|maybe you could|is there (?:not|no)|isn't there|is it (?:not )?worth \w+ing|what's (?:to stop|stopping) you)\b/i;
/** What makes it a real question after all, or a word about this meeting. */
const NO_REMEDY =
  /^\W*(?:(?:about|of|to|just|maybe|even) )*(?:anything|something|anyone|anybody|what|how|why|where|who|when|whether|doing (?:anything|something)|in the past|before|already|so far|say|saying|tell|telling|repeat|explain|share|sharing|speak up|move|pull|turn round|hear|hold on|wait|pass|that (?:was|is)|it (?:was|is)|he (?:was|is)|she (?:was|is)|they (?:were|are)|everyone|we\b|you all|all of you|the (?:rest|others|group)|(?:was|were|is|are) you\b)/i;

/** A small word or a name may stand before the question. */
const LEAD = String.raw`^[^\p{L}\p{N}_]*(?:(?:and|so|but|well|okay|ok|right|no|yes)[,\s]+|\p{L}+,\s+){0,3}`;
const ASKS = new RegExp(String.raw`${LEAD}(?:what|how|when|where|who|whose|which|why)\b`, 'iu');
const ONLY_SOUNDS = new RegExp(
  String.raw`${LEAD}(?:what (?:if|about|would happen if|'s to stop)|what's (?:to stop|stopping)|how about|why (?:not|don't|doesn't|can't|couldn't))\b`,
  'iu',
);

/** The words of a suggestion that is put as a question; undefined where there is none. */
const suggestionIn = remembered(
  (move: Move): { readonly start: number; readonly end: number } | undefined => {
    const words = ownSpeech(move);
    for (const { start, end, text } of sentencesOf(words)) {
      // "What have you tried" asks; "what about" and "why don't you" only sound like it.
      if (!/\?["”’']?$/.test(text) || (ASKS.test(text) && !ONLY_SOUNDS.test(text))) continue;
      const form = SUGGESTS.exec(text);
      if (form && !NO_REMEDY.test(text.slice(form.index + form[0].length))) return { start, end };
      if (!form && move.talk.acts.some((act) => act.act === 'advice' && act.start === start))
        return { start, end };
    }
    return undefined;
  },
);

/** A remedy in a question, to one member who has brought a trouble and has asked for nothing yet. */
function disguised(
  group: Group,
  at: number,
):
  | { readonly who: string; readonly trouble: Move; readonly start: number; readonly end: number }
  | undefined {
  const move = group.moves[at];
  if (move === undefined || !move.byWorker || invites(move) || does(move.talk, 'rehearsal')) return undefined;
  const suggestion = suggestionIn(move);
  const who = suggestion && spokenTo(group, move);
  if (suggestion === undefined || who === undefined) return undefined;
  const trouble = lastBefore(group, at, 4, (one) => one.name === who && bringsTrouble(one));
  if (trouble === undefined || invitedBetween(group, trouble.index, at - 1)) return undefined;
  const asked = movesBetween(group, at - 3, at - 1).some(
    (one) => one.name === who && (/\?\s*$/.test(one.turn.words) || does(one.talk, 'to-worker')),
  );
  return asked ? undefined : { who, trouble, ...suggestion };
}

export const pattern: Pattern = {
  id: 'advice-in-disguise',
  name: 'Advice dressed as a question',
  family: 'WORK',
  core: false,
  severity: 'information',
  dynamics: ['IP'],
  skills: ['exploring-before-solving', 'turning-back', 'reaching-for-information-link'],
  question: 'What would the worker have asked, with no answer in mind?',
  page: {
    looksLike:
      'Have you thought about a diary? Couldn’t your sister take him on Fridays? The voice goes up at the end, and the remedy is already in it. Often the next word is “but”.',
    matters:
      'A question with its answer inside closes the thinking that it seems to open. The member has to turn the idea down politely, and the others are not asked what they would want to know.',
    fine: 'What have you tried, with nothing suggested. The member asked for ideas. It goes to the group. One such question that leads somewhere.',
  },
  sources: ['71', '42'],
  silentIn: ['go-round', 'task-group'],
  thresholds: {
    within: {
      default: 10,
      why: 'Turns in which a second one makes it a way of asking. A single one is only spoken of when a “but” follows.',
    },
  },
  reach: { before: 18, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const found = disguised(group, at);
    if (found === undefined) return [];
    const reply = firstAfter(group, at, 2, byMember);
    const but = reply && reply.name === found.who && meetsWithBut(reply) ? reply : undefined;
    const earlier = movesBetween(group, at - threshold('within'), at - 1).filter((one) =>
      disguised(group, one.index),
    );
    // The second one makes the habit; those after it are told with it.
    if (but === undefined && earlier.length !== 1) return [];
    const first = earlier[0];
    const shown = but
      ? `and ${found.who} meets it with a “but” at turn ${but.index + 1}`
      : `the second within ${at - first!.index + 1} turns`;
    return [
      {
        at,
        to: at,
        span: { start: found.start, end: found.end },
        evidence: [
          { at: found.trouble.index, shows: `${found.who} brings it` },
          ...(first ? [{ at: first.index, shows: 'an earlier question with a remedy in it' }] : []),
          ...(but ? [{ at: but.index, shows: `${found.who} meets it with a “but”` }] : []),
        ],
        message: `The question to ${found.who} at turn ${at + 1} has a remedy in it, ${shown}. There may have been room for ${found.who} and the others to look at the trouble first. What would the worker have asked, with no answer in mind?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const trouble = group.moves[evidence[0]!.at]!;
    const who = trouble.name;
    const told = toldBack(trouble);
    const kin = kinOf(group, trouble, at);
    return [
      {
        skill: 'exploring-before-solving',
        line: told
          ? `${told} What would the rest of you want to ask, before anyone has an idea?`
          : `What would the rest of you want to ask ${who}, before anyone has an idea?`,
      },
      {
        skill: 'turning-back',
        line: `I’ve an idea, and I’ll keep it for now. ${who}, what would you like from the people here?`,
      },
      {
        skill: 'reaching-for-information-link',
        line: kin
          ? `${recalled(kin, { near: trouble })} What helped, and what didn’t?`
          : `Who has been somewhere near that? Tell ${who} how it went, good or bad.`,
      },
    ];
  },
};
