import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  movesBetween,
  ownSpeech,
  sharedStems,
  surest,
  turnsTo,
} from '../group/sequence.ts';
import { does } from '../talk/model.ts';
import { speaksOfConfidence } from './confidences.ts';
import type { Pattern } from './model.ts';

/*
 * Two things make a breach: that it was told in here, and that somebody outside has it. Either alone is talk of other
 * matters ("my sister knows about the flat"), so both are asked for, in one turn or in two of the same member's.
 */
const HERE = `(?:in here|(?:in|at|to|with|from|out of) (?:this|the|our) (?:room|group|circle|meeting|kitchen|shed|hall)|in group|at group|to (?:you|yous|y'all|you lot|this lot)|round this table)`;
const TOLD_HERE = new RegExp(
  String.raw`\b(?:what|that|the thing|things|stuff|something|it)\b[^.?!]{0,25}\b(?:said|say|told|tell|talked|spoke|shared|mentioned|came out|let out)\b[^.?!]{0,25}\b(?:${HERE}|here)\b|\b(?:i|we) (?:only |just )?(?:said|told|talked|shared|mentioned)\b[^.?!]{0,30}\b${HERE}\b|\b(?:said|told|shared|talked)\b[^.?!]{0,20}\bin here\b|\b${HERE}[^.?!]{0,25}\b(?:i|we) (?:said|told)\b`,
  'i',
);
const OUTSIDE_HAS_IT =
  /\b(?:knows?|knew|heard|hears?|got (?:hold of|told|wind)|had it|has it|have it|told|tells|telling|repeat(?:s|ed)|pass(?:ed|es) (?:it )?on|comes? up to me|came up to me|asked me (?:about|how|if)|quot(?:ed|es|ing)|(?:got|gets?|came|comes?|went|goes) (?:back|round|around|out|up|straight)|all over|word for word|facebook|whatsapp|instagram|on (?:some(?:body|one)'s|her|his|their) phone|text(?:ed|s) me|laugh(?:ed|ing) (?:at|about)|stopped me)\b/i;
/** Both at once. */
const GOT_OUT =
  /\b(?:some(?:body|one)|one) (?:of (?:you|us|yous|this lot|the group)|(?:in|from) (?:here|this (?:room|group)|the (?:room|group))) (?:has |have |had |must have |is |was |'s |'s been |been )?(?:been )?(?:tell\w*|told|talk\w*|said|blab\w*|repeat\w*|pass\w*|gossip\w*|spread\w*)\b|\b(?:it|that|this|something|my (?:business|name|story|thing))(?:'s| has| is| was)? (?:got|gotten|gone|went|come|came|out) (?:out|back|round|around)?\b[^.?!]{0,20}\b(?:of|from) (?:here|this (?:room|group)|the (?:room|group)|in here)\b/i;

/** A member says that something has left the room. */
function tellsOfBreach(group: Group, move: Move): boolean {
  if (!byMember(move)) return false;
  const words = ownSpeech(move);
  if (/\?\s*$/.test(words) && move.talk.wordCount < 12) return false;
  if (GOT_OUT.test(words)) return true;
  if (TOLD_HERE.test(words)) return OUTSIDE_HAS_IT.test(words.replace(TOLD_HERE, ' '));
  const before = lastBefore(group, move.index, 2, (one) => one.name === move.name);
  return before !== undefined && TOLD_HERE.test(ownSpeech(before)) && OUTSIDE_HAS_IT.test(words);
}

const SEES_TO_IT =
  /\b(?:i'll|i will|let me|i'm going to|i am going to|i can|i shall|i'd) (?:\w+ )?(?:find out|look into|see to|speak (?:to|with)|talk to|have a (?:quiet )?word|deal with|get to the bottom|sort|take (?:it|this|that) up|handle|follow (?:it|this|that) up|ring|call)\b|\bleave (?:it|that|this) (?:with|to) me\b/i;
const REPRIMANDS =
  /\b(?:(?:that|this|it)(?:'s| is|'s just| is just)? (?:not (?:on|ok|okay|acceptable|allowed|right|good)|against|a breach|unacceptable|very (?:serious|disappointing))|(?:shouldn't|should not|must not|mustn't|can't) (?:be )?happen\w*|(?:the|our) rule|(?:we|you) (?:all )?(?:said|agreed|signed|promised)|remind (?:you|everyone|everybody|you all|us)|remember,? (?:everyone|everybody|people|what|that)|disappointed|whoever (?:it was|did|said)|i don't want to hear|won't have)\b/i;
const MOVES_ON =
  /^(?:(?:okay|ok|right|well|so|all right|alright|oh|i see|hm+|dear)[,.!\s]+)*(?:anyway|moving on|let's (?:move|get|go|leave)|next|back to|before we)\b|\b(?:let's leave (?:it|that)|leave (?:it|that) there|put (?:it|that) behind)\b/i;

/** What the worker does with it in place of giving it to the group. */
function handles(
  move: Move,
): { readonly how: string; readonly span?: { readonly start: number; readonly end: number } } | undefined {
  const words = ownSpeech(move);
  const spanOf = (
    ...acts: Parameters<typeof surest>[1][]
  ): { readonly span?: { readonly start: number; readonly end: number } } => {
    const act = surest(move, ...acts);
    return act ? { span: { start: act.start, end: act.end } } : {};
  };
  if (SEES_TO_IT.test(words) || does(move.talk, 'takeover'))
    return { how: 'the worker takes it on alone', ...spanOf('takeover') };
  if (does(move.talk, 'outside'))
    return { how: 'the worker moves it to after the meeting', ...spanOf('outside') };
  if (REPRIMANDS.test(words) || does(move.talk, 'scolding'))
    return { how: 'the worker reminds them of the rule', ...spanOf('scolding', 'rule') };
  if (MOVES_ON.test(words) || does(move.talk, 'shift', 'agenda'))
    return { how: 'the talk goes on to something else', ...spanOf('shift', 'agenda') };
  if (does(move.talk, 'reassurance', 'minimising', 'smoothing'))
    return { how: 'the worker calms it', ...spanOf('reassurance', 'minimising', 'smoothing') };
  return undefined;
}

/** The worker asks the people here about it. */
function gives(move: Move): boolean {
  return (
    (invites(move) &&
      /\?|\b(?:let's|stay|say it|tell (?:him|her|them|each other))\b/i.test(ownSpeech(move))) ||
    does(move.talk, 'process', 'waiting', 'repair')
  );
}

/** “No, leave that with me” may be heard as a repair, faintly. */
const PLAINLY = 0.6;

/** She comes back to it with them: a question to all on another matter is none. */
function givesThis(move: Move, told: Move): boolean {
  if (!move.byWorker || !gives(move)) return false;
  return (
    (surest(move, 'repair')?.confidence ?? 0) >= PLAINLY ||
    speaksOfConfidence(move) ||
    turnsTo(move, told.name) ||
    sharedStems(move, told).length > 0
  );
}

/** The law, or somebody's safety, leaves no choice. */
const NO_CHOICE =
  /\b(?:by law|the law|legally|police|danger|safe(?:ty|guarding)?|at risk|child protection|have to report|must report)\b/i;

export const pattern: Pattern = {
  id: 'breach-not-brought-to-group',
  name: 'Breach handled outside the group',
  family: 'PRIV',
  core: false,
  severity: 'information',
  dynamics: ['DP', 'MD'],
  skills: ['mediating', 'verbalising-norms'],
  question: 'Whose agreement was it, and who could mend it?',
  page: {
    looksLike:
      'Somebody says that a thing told in here is known outside. The worker says sorry and will look into it, or reminds everybody of the rule, or lets it pass. Those who made the agreement are not asked.',
    matters:
      'The promise was theirs to each other, and so is the hurt. Each of them is asking now what may still be said. Worked through together it can come out stronger; looked into by the worker, it leaves everybody under suspicion and no wiser.',
    fine: 'A member in danger, or a law that says what must be done. First a word to the person who was hurt, and then the group.',
  },
  sources: ['70', 'c'],
  silentIn: ['cool-down'],
  thresholds: {
    within: {
      default: 3,
      why: 'Turns back in which it was said; after more, the talk has gone its way. Ours.',
    },
    after: {
      default: 4,
      why: 'Turns after it in which the worker may still give it to the group.',
    },
  },
  reach: { before: 8, after: 8 },
  of: 'worker',
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    if (gives(move) || move.gates.has('safety') || NO_CHOICE.test(ownSpeech(move))) return [];
    const told = lastBefore(group, at, threshold('within'), (one) => tellsOfBreach(group, one));
    if (told === undefined || movesBetween(group, told.index + 1, at - 1).some((between) => between.byWorker))
      return [];
    const handled = handles(move);
    if (
      handled === undefined ||
      movesBetween(group, at + 1, at + threshold('after')).some((next) => givesThis(next, told))
    )
      return [];
    return [
      {
        at,
        to: at,
        ...(handled.span ? { span: handled.span } : {}),
        evidence: [{ at: told.index, shows: `${told.name} says that it left the room` }],
        message: `${told.name} says that something told here is known outside (turn ${told.index + 1}), and ${handled.how}. What the group had agreed may have been the group’s to mend, with what it cost and what made it slip. Whose agreement was it?`,
      },
    ];
  },
  alternatives: (group, { evidence }) => {
    const { name } = group.moves[evidence[0]!.at]!;
    return [
      {
        skill: 'mediating',
        line: `${name}, what was it like to find that out? And the rest of you: what do we do about it now?`,
      },
      {
        skill: 'verbalising-norms',
        line: `What did we promise each other, in your own words? And what would ${name} need from us now?`,
      },
      {
        skill: 'mediating',
        line: `I don’t want us to hunt for who it was, ${name}. What makes a thing slip out, for any of us?`,
      },
    ];
  },
};
