import { invites, ownSpeech, readsAs, remembered } from '../group/sequence.ts';
import type { Strength } from './model.ts';

/** The worker names what she has just done. A late bus and a wrong date are slips of another kind. */
const NAMES_IT =
  /\b(?:i(?:'ve| have)? (?:just |really |only )?(?:cut (?:across|in|you|him|her|them|[\wà-ž]{2,})|interrupted|talked (?:over|across|too)|spoke (?:over|across|for)|answered|jumped|rushed|skipped|went (?:past|over|too)|hurried|closed|shut|filled|took (?:it|that) (?:over|off|away)|missed|steered|decided|told you what|put (?:words|that)|gave (?:you )?advice)|i(?:'m| am| was) (?:answering|talking|doing all|running (?:it|ahead)|fixing|hogging|deciding)|i (?:should(?:n't| not| have)|oughtn't)|i(?:'d| had) no business|that was (?:me|mine|my (?:idea|hurry|nerves))|my (?:mistake|fault|hurry)|(?:actually|no|wait),? (?:hang on|hold on|wait)|hang on,? (?:i|that)|let me (?:take that back|start again|try (?:that|it) again|undo)|i(?:'ll)? take (?:it|that) back|scrap that|forget (?:i said|what i said)|i said (?:it )?too|listen to me|there i go)\b/i;
/** What was slipped on is given back: a question, the floor. */
const GIVES_BACK =
  /\?|\b(?:go on|carry on|say (?:it|that) (?:again|out)|you were (?:saying|telling)|finish (?:it|what|that)|over to you|yours|i'll (?:stop|shut up|be quiet|sit back|wait)|tell (?:us|me|them) (?:again|the rest))\b/i;
const OTHER_SLIP =
  /\b(?:late|the (?:bus|traffic|room|date|time|name|key|kettle|photocopies)|my (?:phone|watch|bag)|sorry to hear|sorry (?:about|for) (?:your|his|her|that|the loss))\b/i;

/** Where only the reader of talk hears a slip, the words have to turn back to something. */
const TURNS_BACK = /\b(?:sorry|again|back|too (?:fast|soon|much|quick\w*)|instead|wrong|undo)\b/i;

const undoes = remembered((move): boolean => {
  const words = ownSpeech(move);
  if (!move.byWorker || OTHER_SLIP.test(words) || !GIVES_BACK.test(words)) return false;
  if (NAMES_IT.test(words)) return true;
  return readsAs(move, 'repair') !== undefined && TURNS_BACK.test(words) && invites(move);
});

export const strength: Strength = {
  id: 'strength-repair',
  name: 'Came back to it',
  dynamics: ['MS', 'DP'],
  page: {
    looksLike:
      'The worker notices what she has just done, says so in a few words, and gives the matter back to the one or the ones it was taken from.',
    matters:
      'Everybody slips. A worker who comes back to it shows that one can, and the work is the group’s again a sentence later.',
  },
  sources: ['S', '25', 'c'],
  see: (group) =>
    group.moves.flatMap((move) =>
      undoes(move)
        ? [
            {
              at: move.index,
              to: move.index,
              says: 'names a slip of the worker’s own, and gives the matter back',
            },
          ]
        : [],
    ),
};
