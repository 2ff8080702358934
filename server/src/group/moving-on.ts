/**
 * How a worker goes on to something else, by the forms with which meetings are moved along: the next thing named, the one
 * before set down, the clock, the kettle (on closings and steps to a next topic, see Button & Casey 1985).
 */
import type { Move } from './model.ts';
import { ownSpeech, remembered } from './sequence.ts';

const NUMBER = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)`;

/** The next thing on the plan, named or pointed at. */
const NEXT_THING = new RegExp(
  String.raw`\b(?:next (?:one|item|sheet|page|thing|point|question|up|on)\b|next(?=,)|(?:box|step|part|question|module|number|slide|item|point|section|sheet|page|card|exercise) ${NUMBER}\b|(?:the )?(?:pink|blue|green|yellow|white|orange|next|other|last) (?:form|sheet|card|page|box)\b|(?:shall|can|could|should|will) we (?:all )?(?:just )?(?:go|move|get|turn|come|start|begin|carry|look|do|crack|press) (?:on|back|into|at|with|to|through|over)\b|let's (?:move|get|go|crack|press|carry|turn|come|look|start|not go)\b|(?:we|i)(?:'ve| have) (?:still )?(?:not|never) (?:yet )?(?:talked|spoken|done|got|gone|looked|covered|decided|discussed)\b|we(?:'ve| have)?(?: still)? (?:have|got)(?: still)? (?:the|to (?:do|get|cover|finish))\b|before (?:i|we) (?:forget|finish|go|run|lose|close|get)\b|while (?:i remember|i think of it))`,
  'i',
);

/** What came before is set down, or time presses. */
const SETS_DOWN =
  /\b(?:anyway|anyhow|moving on|on to|back to|we'll see\b|noted\b|coming to\b|take that away|returning to|we(?:'d| had)? better|we need to (?:move|get|crack)|leave (?:it|that) there|in the interest of time|it's \w+ at)\b/i;

/** Cups, plates and games. */
const REFRESHES =
  /\b(?:kettle|tea\b|brew|pots\b|slices?|washing up|dominoes|stretch (?:our|your) legs|loaf|biscuits?|cakes?|jolly|coffee|top-?up|who(?:'s| is) for|who wants)\b/i;

/** Whether a sentence names the next thing. */
export function goesOnIn(sentence: string): boolean {
  return NEXT_THING.test(sentence);
}

/** Whether a worker's move goes on to a next thing of the meeting. */
export const goesToNext = remembered((move: Move) => move.byWorker && NEXT_THING.test(ownSpeech(move)));

/** Whether a worker's move sets down what stood on the floor: for the next thing, for the clock, or for tea. */
export const movesOn = remembered(
  (move: Move) =>
    goesToNext(move) || (move.byWorker && [SETS_DOWN, REFRESHES].some((form) => form.test(ownSpeech(move)))),
);
