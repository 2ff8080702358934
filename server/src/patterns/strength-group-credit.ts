import { ownSpeech, readsAs, remembered } from '../group/sequence.ts';
import { sentencesOf } from '../talk/words.ts';
import { named } from './lines.ts';
import type { Strength } from './model.ts';

const DEED = `(?:did|made|worked|got|came|went|helped|managed|figured|found|built|held|kept|stayed|asked|brought|taught|carried|sorted|thought|said|gave|told|noticed|answered|solved|settled|waited|listened|had it|never needed|caught|finished)`;
/** They did it, with one another, and not through her. */
const AMONG_THEM = new RegExp(
  [
    String.raw`\b(?:you|yous|ye)(?:'ve| have)?\b[^.?!]{0,30}\b${DEED}\b[^.?!]{0,60}\b(?:yourselves|between (?:you|the \w+ of you)|each other|one another|on your own|without (?:me|us))\b(?<!got each other)`,
    String.raw`\b(?:nobody|no one|none of you) (?:had to|needed to|came|come|went) (?:come |go )?(?:through|to|past) me\b`,
    String.raw`\b(?:this|the) group (?:has |have |just )?${DEED}\b`,
    String.raw`\byou\b[^?!]{0,60}\bi (?:hardly|barely|didn't|did not|never|only) (?:said|say|did|do)\b[^.?!]{0,30}(?:words?|thing|much|nothing|anything)`,
    String.raw`\bi (?:hardly|barely) (?:said|did)\b`,
  ].join('|'),
  'i',
);
/** Fits praise of one person as well: counts beside a word that credits, or with the names of those who did it. */
const THEIRS = new RegExp(
  [
    String.raw`\b(?:you|yous|ye) (?:all|both|two|three|lot|people|folks) (?:\w+ )?${DEED}\b`,
    String.raw`\b(?:that|it|this)(?:'s| was| is)(?: all)? (?:you lot|you two|you all|the (?:group|lot of you)|all of you|the (?:two|three|four|five) of you)\b`,
    String.raw`\bthat(?:'s| was| is| \w+ was) (?:your|[\wà-ž]{2,}['’]s) (?:idea|doing|work)\b`,
  ].join('|'),
  'i',
);
const NOT_DONE =
  /\b(?:could|should|would|can|need to|have to|will|might|(?:you|we)(?:'d|'ll)|if you|let's|let us|want you)\b/i;

/** Whether a worker's move says what members did with one another, and that it was theirs. */
const givesCredit = remembered((move): boolean => {
  if (!move.byWorker) return false;
  const names = move.talk.mentions.some(({ name }) => name !== move.name);
  const credit = readsAs(move, 'credit');
  return sentencesOf(ownSpeech(move)).some(({ text, start, end }) => {
    if (/\?["”’]?$/.test(text) || NOT_DONE.test(text)) return false;
    if (AMONG_THEM.test(text)) return true;
    const says = credit !== undefined && credit.start < end && credit.end > start;
    return THEIRS.test(text) && (says || names);
  });
});

export const strength: Strength = {
  id: 'strength-group-credit',
  name: 'Credit given to the group',
  dynamics: ['MS', 'SN'],
  page: {
    looksLike:
      'The worker says what the members did, with one another, and that it was theirs: “Bev, Col, you came back to that yourselves.”',
    matters:
      'People see their own part in it, and each other’s. A mark from the worker makes them pupils; a fact about what they did makes them a group.',
  },
  sources: ['17', '18', 'c'],
  see: (group) =>
    group.moves.flatMap((move) => {
      if (!givesCredit(move)) return [];
      const told = [...new Set(move.talk.mentions.map(({ name }) => name))].filter((name) =>
        group.present.includes(name),
      );
      return [
        {
          at: move.index,
          to: move.index,
          says: `gives the credit to ${told.length > 0 ? named(told.slice(0, 4)) : 'the group'}`,
        },
      ];
    }),
};
