/** How workers go to their plan. */

import type { Move } from '../group/model.ts';
import { ownSpeech, remembered } from '../group/sequence.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';

const NUMBER = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+)';
/** The plan and its things: what was brought to be got through. */
const PLAN = new RegExp(
  `\\b(?:(?:next|this|that|over the|on the|top of the|bottom of the) page|pages? ${NUMBER}|work-?(?:sheets?|books?)|hand-?outs?|leaflets?|folders?|(?:first|second|third|next) (?:tab|slice|box)|booklets?|binders?|modules?|slides?|diagram|flip ?charts?|curriculum|agenda|(?:pink|blue|green|yellow|white|orange|red) (?:sheets?|cards?|pages?)|(?:step|box|item|slide|question|number|exercise|section|unit) ${NUMBER}|(?:top|first|second|third|next|bottom|last) (?:box|question|exercise|sheet|step|section)|(?:lot|bit|things) to (?:get|go) through|get through (?:this|it|the|all)|(?:get|getting|let's get|go|going) back to (?:the|our|today)|(?:so|now|right|okay|ok|anyway|well),? back to (?:the|our|where)|off (?:the |our )?(?:topic|subject|track|point)|as i was saying|where (?:were we|was i|had we got|did we (?:get|leave))|back (?:on|to) (?:task|track|business|work)|on the (?:board|whiteboard)|ice-?breakers?|stick (?:to|with) (?:the|our|what|today)|(?:get|carry|press|push|crack) on with (?:the|our|it|this)|moving (?:on|along|swiftly) (?:on )?to|what(?:'s| is) (?:next )?(?:on|in) the (?:sheet|plan|pack))\\b`,
  'i',
);
/** Things that may belong to a plan, and to many other lives: only where she is also on the move. */
const MAY_BE_PLAN =
  /\b(?:the|this|our|an?|today's|next|first|second|your) (?:[\w-]+ )?(?:charts?|exercises?|activity|topic|quiz|lesson|programme|program|packs?|packets?|sheets?|film|video|unit|section|list|plan|item|step|box|wheel|triangle|questionnaire)\b/i;
const MOVES_TO =
  /\b(?:get|go|going|come|move|moving|turn|look|start|back|on) (?:back |on )?(?:to|at|with|through)\b/i;
/** What goes by the plan without its things: the next part, the last chapter. */
const NEXT_PART =
  /\b(?:next|now|today|first|second|third|last|final|chapter|level|stage|part|topic|back to|on to|get to|brings us|takes us|so if we|as planned|goes in the)\b/i;
/** Shows where help with that very thing is to be found: no way out of it. */
const POINTS =
  /\b(?:(?:about|for|on|with) (?:that|this|it)\b|numbers?|help-?lines?|who to (?:ring|call|ask)|address)\b/i;
const ASKS_ALL = /\b(?:we|us|who|everyone|everybody|anyone|you all|shall|let's)\b/i;
/** What one does with a sheet. */
const WORKS_ON =
  /\b(?:turns? over|over the page|fill(?:s|ing)? (?:it )?(?:in|out)|have a (?:look|go|read)|write|read|tick|pencils?|pens?)\b/i;
/** The plan is named to be laid aside, or not to be followed. */
const WITHOUT_PLAN =
  /\b(?:none of|not (?:in|on|from|out of)|isn't (?:in|on)|never mind|forget|without|instead of|rather than|nothing (?:in|on|to do)|no \w+ (?:in|on)|sign(?:ing)?[- ]?(?:up|in|out))\b/i;

/** The sentence with which she goes to the plan. */
export const goesToPlan = remembered((move: Move): Sentence | undefined => {
  const words = ownSpeech(move);
  const acts = (start: number, end: number, act: string): boolean =>
    move.talk.acts.some((one) => one.act === act && one.start >= start && one.end <= end);
  return sentencesOf(words).find(({ text, start, end }) => {
    if (WITHOUT_PLAN.test(text)) return false;
    const agenda = acts(start, end, 'agenda');
    const shift = acts(start, end, 'shift');
    if (POINTS.test(text) && !shift && !MOVES_TO.test(text) && !NEXT_PART.test(text)) return false;
    if (PLAN.test(text)) return true;
    return (
      (agenda && shift && NEXT_PART.test(text)) ||
      (MAY_BE_PLAN.test(text) &&
        (!/\?$/.test(text) || ASKS_ALL.test(text)) &&
        (agenda || shift || MOVES_TO.test(text) || WORKS_ON.test(text)))
    );
  });
});
