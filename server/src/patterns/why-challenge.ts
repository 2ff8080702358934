import {
  byMember,
  firstAfter,
  invites,
  movesBetween,
  ownSpeech,
  readsAs,
  spokenTo,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { toldBack } from './lines.ts';
import type { Pattern } from './model.ts';

/**
 * A clause that asks one person for the reason of what they did or left undone. The act set knows a question when it
 * hears one, and cannot tell this one from others. "Why don't you" is mostly a suggestion (`advice-in-disguise`).
 */
const ASKS_REASON =
  /(?:^|[.!?…;:,—–-]\s*|\b(?:and|but|so|then|well|tell me|tell us)\s+)((?:why|how come)(?: on earth| the hell| in god's name| then| exactly)?(?:'d| did| would| didn't| wouldn't| were| weren't| have| haven't| are| aren't| do| can't| couldn't| won't)? ?(?:you|ya|ye)\b(?: not\b)?|what (?:on earth |the hell )?(?:possessed you|were you thinking)\b|what did you (?:go and )?\w+ (?:\w+ ){0,3}for\?)/i;
/** Reasons for a thought or a liking are curiosity; so is what brought somebody here. */
const ABOUT_THOUGHTS =
  /^why (?:do|would|did) you (?:think|feel|suppose|reckon|believe|imagine|like|love|enjoy|care|come here|come along|join|want to (?:come|join|be here))\b/i;

export const pattern: Pattern = {
  id: 'why-challenge',
  name: 'Accusing “why”',
  family: 'WORK',
  core: false,
  severity: 'hint',
  dynamics: ['TA', 'MS'],
  skills: ['exploring-before-solving', 'reaching-for-feeling-link', 'making-room'],
  question: 'What was going on for them just before?',
  page: {
    looksLike:
      'A member tells what they did, or did not do, and the worker asks why: why did you go back, why didn’t you ring.',
    matters:
      'Meant as interest, it is easily heard as a reproach. People answer a reproach with a defence, and the others learn that what they did may have to be justified here.',
    fine: 'The member wonders why themselves. The group asks why an office or a rule is as it is. It is asked about a thought, a liking, or something that went well. In a role play the worker plays the one who asks.',
  },
  sources: ['42'],
  silentIn: ['go-round', 'contracting'],
  reach: { before: 5, after: 8 },
  of: 'worker',
  repairable: true,
  see: (group, at) => {
    const move = group.moves[at]!;
    const asks = ASKS_REASON.exec(ownSpeech(move));
    if (asks === null || ABOUT_THOUGHTS.test(asks[1] + ownSpeech(move).slice(asks.index + asks[0].length)))
      return [];
    if (invites(move) || does(move.talk, 'rehearsal') || move.segment?.kind === 'role-play') return [];
    const asked = spokenTo(group, move);
    if (asked === undefined) return [];
    const theirs = movesBetween(group, at - 4, at - 1).filter((one) => byMember(one) && one.name === asked);
    // Whoever has just wondered why is helped along, and a success is asked after, not called to account.
    if (theirs.some((one) => /\bwhy\b/i.test(one.turn.words))) return [];
    const told = theirs[theirs.length - 1];
    if (told && readsAs(told, 'success')) return [];
    const reply = firstAfter(group, at, 1, (next) => byMember(next) && next.name === asked);
    const start = asks.index + asks[0].length - asks[1]!.length;
    const stop = ownSpeech(move).slice(start).search(/[?.!]/);
    return [
      {
        at,
        to: at,
        span: { start, end: stop < 0 ? move.turn.words.length : start + stop + 1 },
        evidence: [
          ...(told ? [{ at: told.index, shows: `${asked} tells what happened` }] : []),
          ...(reply ? [{ at: reply.index, shows: `${asked} answers the why` }] : []),
        ],
        message: `At turn ${at + 1} the worker asks ${asked} why. About something a person did, that can sound like a reproach, and there may have been room to tell it without one, and for others to say that they know such a moment. What was going on for ${asked} just before?`,
      },
    ];
  },
  alternatives: (group, { at, evidence }) => {
    const asked = spokenTo(group, group.moves[at]!)!;
    const told = toldBack(evidence.map((one) => group.moves[one.at]!).find((one) => one.index < at));
    return [
      {
        skill: 'exploring-before-solving',
        line: `${told || `${asked}, take us there.`} What was going on just before that?`,
      },
      {
        skill: 'reaching-for-feeling-link',
        line: `Who else has stood where ${asked} stood? What pulled at you?`,
      },
      {
        skill: 'making-room',
        line: told
          ? `What did the rest of you hear in what ${asked} told us?`
          : `What would the rest of you want to know about how that was for ${asked}?`,
      },
    ];
  },
};
