/** How people speak of what may leave the room: for the patterns about confidentiality. */

import type { Group, Move } from '../group/model.ts';
import { ownSpeech, readsAs, remembered } from '../group/sequence.ts';
import { straight } from '../talk/words.ts';

const ROOM = String.raw`(?:here|in here|(?:in|inside)(?: of)? (?:this|the|these|that) (?:\w+ )?(?:room|group|circle|hall|shed|walls|four walls|door)|these (?:four )?walls|at this table|between (?:us|ourselves|these (?:four )?walls)|with us|with the (?:\w+ )?of us|within the group)`;
const IT = `(?:what|whatever|it|this|that|everything|anything|nothing|things|stories)`;
const FORMS = new RegExp(
  [
    String.raw`\bconfiden(?:tial\w*|ces?)\b`,
    // what is said stays here, sleeps in this room, goes no further
    String.raw`\b${IT}\b[^.?!]{0,45}\b(?:stays?|remains?|kept|sleeps?|dies|belongs) ${ROOM}(?! (?:with|and|or|till|until|for a))`,
    String.raw`\b(?:keep|leave) (?:it|this|that|what\b[^.?!]{0,30}|everything) (?:just )?${ROOM}(?! (?:with|and|or|till|until|for a))`,
    String.raw`\b${IT}\b[^.?!]{0,45}\b(?:leaves?|goes|gets? (?:out|past|beyond|carried|told|passed)|travels?|carried)\b[^.?!]{0,15}\b(?:anywhere|further|(?:out|outside|beyond|past|through|from)\b[^.?!]{0,12}\b(?:here|doors?|rooms?|walls?|group|circle|table))`,
    String.raw`\b(?:take|carry|bring|repeat|spread) (?:it|this|that|any of (?:it|this)|what\b[^.?!]{0,25}) (?:outside|elsewhere|further|out of (?:here|this|the (?:room|group|circle)))\b`,
    String.raw`\bwhat(?:'s| is|ever(?:'s| is)?| gets| was)? (?:we |you |people |they |i |gets |is |was )?(?:said|say|says|tell|told|talk(?:ed)? about|hear|heard|share[ds]?) (?:in )?(?:here|(?:this|the) (?:room|group|circle))\b`,
    String.raw`\bwhat (?:you|we) (?:see|hear) here\b`,
    String.raw`\b(?:what|whatever|nothing) (?:\w+ )?leaves? (?:here|(?:this|the) (?:room|group|circle))\b`,
    // who can see or keep it
    String.raw`\b(?:is|isn't|not|are|being|gets?|get) (?:being )?recorded\b|\bcan (?:any|some)(?:one|body)(?: else)? (?:see|hear|read) (?:this|it|us|that)\b`,
    String.raw`\b(?:tell|tells|telling|told|repeat|say|says|talk|talks|talking|speak|spread|pass) (?:it |this |that |about (?:it|this|that|us|each other) )?(?:to |with )?(?:(?:any|no)(?:body|one) |people |them )?(?:outside|elsewhere|online|on facebook|on whatsapp)\b`,
    // who will know of it
    String.raw`\bwho (?:else )?(?:(?:hears|sees|reads|gets to (?:hear|see|know|read)|(?:will|would|is going to) (?:hear|see|read|know)) (?:(?:this|that|it)(?! (?:differently|otherwise|another|the other))|of it|about|what|my|our|the notes)|will you (?:be )?tell(?:ing)?|are you going to tell)\b`,
    String.raw`\b(?:do|will|would|are|does) (?:you|they|she|he) (?:going to )?(?:writ(?:e|ing)|report(?:ing)?|record(?:ing)?|pass(?:ing)?)\b[^.?!]{0,20}\b(?:this|it|that|down|office|court|manager|on)\b`,
    String.raw`\b(?:do|will|would|are) (?:you|they) (?:going to )?tell(?:ing)? (?:anyone|anybody|the (?:office|court|school|judge|boss|manager|centre|staff)|my|our|on (?:us|me)|them what)\b`,
    String.raw`\b(?:does|do|will) (?:it|that|this|something|anything|what)\b[^.?!]{0,40}\b(?:get|go|come)s? (?:back|out|up|down|round|around|to the)\b`,
    String.raw`\bbetween (?:ourselves|you and me|these (?:four )?walls)\b|\bjust between us\b|\boff the record\b|\bfirst names? only\b|\banonymous\b|\b(?:is|are|stays?|kept|completely|totally|all|strictly) private\b|\bvegas\b|\bchatham house\b`,
    // what cannot be kept
    String.raw`\b(?:i|we) (?:can'?t|cannot|cannae|couldn't) (?:keep|sit on|promise to keep)\b[^.?!]{0,25}\b(?:here|in|it|that|this|myself)\b`,
    String.raw`\b(?:i'd|i'll|i would|i will|i|we'd|we|i'm) (?:have to|need to|must|be obliged to|got to|would) (?:tell|pass|report|take (?:it|that) (?:further|up)|ring|act)\b[^.?!]{0,40}\b(?:on|supervisor|safe\w*|social services|police|somebody|someone|further|council|up)\b`,
    String.raw`\b(?:in danger|at risk|(?:get|getting|be|is|are|gets) hurt|hurting (?:you|somebody|someone|them)|hurt (?:yourself|themselves|himself|herself|somebody|someone)|harm)\b[^.?!]{0,60}\b(?:can'?t (?:keep|sit)|cannot keep|have to|must|report|say something|pass)\b`,
  ].join('|'),
  'i',
);

/** What a sentence about it has in it somewhere, however it is put: "I cannae keep that in this hall". */
const ABOUT_TELLING =
  /\b(?:tell\w*|told|say|says|said|saying|keep\w*|pass(?:ed|ing)?|carr\w+|writ\w+|chart|hear\w*|know\w*|report\w*|promis\w+|outside|doors?|room|names?|notes?|harm|hurt|danger|secret\w*)\b/i;

/** Speaks of what may be told outside, or asks who will know of it. */
export const speaksOfConfidence = remembered((move): boolean => {
  const words = ownSpeech(move);
  if (FORMS.test(words)) return true;
  const act = readsAs(move, 'confidentiality');
  return act !== undefined && ABOUT_TELLING.test(words.slice(act.start, act.end));
});

export function speaksOfConfidenceIn(text: string): boolean {
  return FORMS.test(straight(text));
}

/** What cannot be kept, said as such. */
export const LIMITS =
  /\b(?:except|unless|apart from|but (?:not )?if|other than|only if|limits?|exceptions?|danger|at risk|hurt (?:yourself|themselves|somebody|someone|anyone)|harm\w*|safeguarding|(?:have|need|got) to (?:tell|report|pass|act|ring|break)|must (?:tell|report|pass)|can'?t (?:keep|promise|guarantee|vouch|make anyone)|cannot (?:keep|promise|guarantee)|no promises?|not (?:mine|for me) to (?:promise|keep)|by law|mandated|duty to|supervis(?:or|ion)|my (?:manager|teacher|tutor)|i (?:do )?(?:write|have to write)|for (?:my|our)sel(?:f|ves)|only (?:speak|promise) for)\b/i;

/** The moves in which anybody speaks of it. */
export function confidenceIn(group: Group, from = 0, to = group.moves.length - 1): Move[] {
  return group.moves.slice(Math.max(0, from), to + 1).filter(speaksOfConfidence);
}
