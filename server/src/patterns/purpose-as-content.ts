import type { Group, Move } from '../group/model.ts';
import { movesBetween, ownSpeech, remembered } from '../group/sequence.ts';
import { countWords, type Sentence, sentencesOf } from '../talk/words.ts';
import { called } from './lines.ts';
import type { Pattern } from './model.ts';
import { headerPurpose, purposeIn } from './purpose-talk.ts';

const GROUP =
  /\b(?:this|the|our|it's an?) (?:[\w-]+ ){0,3}(?:group|programme|program|course|class|workshop)\b/i;
const WEEKS =
  /\b(?:over|for|in|during|we(?:'ve got| have)|it's|there(?:'s| are)) (?:the |our |these |those )?(?:next |coming |first )?(?:\w+ )?(?:weeks|sessions|meetings|months|(?:mon|tues|wednes|thurs|fri|satur|sun)days|evenings|mornings|afternoons)\b/i;
/** "This group is about …": one subject is enough to stand for a purpose. */
const IS_ABOUT =
  /\b(?:group|programme|program|course|class|workshop)(?:'s| is|'ll be| will be|,? it's) (?:all |really |basically )?(?:about|around)(?! (?:to|half|time|ten|twenty|\d))\s+/i;
/** "… we'll cover this, that and the other": only a list does. */
const WE_COVER =
  /\b(?:we|i|it)(?:'ll|'re| will| are|'m| am| shall)? (?:be |going to |gonna |also |mainly |then )*(?:cover(?:s|ing)?|go(?:ing)? (?:over|through)|look(?:s|ing)? at|do(?:ing)?|learn(?:ing)?(?: about)?|talk(?:ing)? about|discuss(?:ing)?|deal(?:s|ing)? with|focus(?:ing)? on|work(?:ing)? through|teach(?:ing)?|start(?:ing)? (?:with|on)|get(?:ting)? through)\s+/i;
const LIST = /,|\b(?:and|then|plus|or)\b/i;
/** What it is for: said anywhere in the same breath, the list is only the way there. */
const AIM =
  /\bso (?:that|nobody|no one|people|everyone|everybody|each|as to|none|(?:you|we)(?:'ll)? (?:can|could|don't|won't|needn't|aren't|are not|be|feel|live|manage|learn))\b|\bin order\b|(?<!how )\bto (?:help|support|get|find|make|keep|be|stay|learn from|give|feel|work out|manage|stop|live|cope|face|talk|hear|share|see|build|become|understand|back)\b|\b(?:each other|one another|together|alone|on your own|in common)\b|\b(?:hop(?:e|ing)|aim|goal|point|purpose|reason|because)\b|\b(?:help|helps) (?:you|us|people|each|everybody)\b|\byou(?:'ve| have|'re| are)? all\b/i;
const WITHOUT = /\b(?:isn't|is not|aren't|not|never|won't)\b/i;

interface Contents {
  readonly sentence: Sentence;
  /** What it lists, as said. */
  readonly topics: string;
}

/** The sentence in which a worker tells what this group deals with, and the subjects she names. */
const contentsIn = remembered((move: Move): Contents | undefined => {
  const words = ownSpeech(move);
  const ofTheGroup = GROUP.test(words) || WEEKS.test(words);
  for (const sentence of sentencesOf(words)) {
    const { text } = sentence;
    if (/\?["”’')]*$/.test(text) || /\bwhat (?:this|the|our)\b/i.test(text) || WITHOUT.test(text)) continue;
    const about = IS_ABOUT.exec(text);
    const cover = about === null && ofTheGroup ? WE_COVER.exec(text) : null;
    const found = about ?? cover;
    if (found === null) continue;
    const topics = text.slice(found.index + found[0].length).replace(/(?<![.!…\s])[.!…\s]+$/, '');
    if (topics === '' || (cover !== null && !LIST.test(topics))) continue;
    return { sentence, topics };
  }
  return undefined;
});

/** The aim stands in another of her turns close by. */
function aimNearby(group: Group, at: number): boolean {
  return movesBetween(group, at - 4, at + 4).some((move) => {
    if (!move.byWorker || move.index === at) return false;
    const stated = purposeIn(move);
    return stated !== undefined && AIM.test(stated.text);
  });
}

/** She asks them what it should be for, soon after: then the list was the beginning of a talk about purpose. */
function asksWhatFor(group: Group, at: number): boolean {
  return movesBetween(group, at, at + 4).some(
    (move) =>
      move.byWorker &&
      sentencesOf(ownSpeech(move)).some(
        ({ text }) =>
          /\?$/.test(text) &&
          /\b(?:what (?:brings?|brought|made|did i|have i|would|do|are) (?:you|we|it|people|i|missing|miss)|want from|hop(?:e|ing)|fit|match|sound|need (?:from|out of)|why (?:you|did)|add|miss(?:ed|ing)?|get (?:from|out of))\b/i.test(
            text,
          ),
      ),
  );
}

export const pattern: Pattern = {
  id: 'purpose-as-content',
  name: 'Content in place of purpose',
  family: 'PURP',
  core: false,
  severity: 'information',
  dynamics: ['SB', 'SN'],
  skills: ['stating-purpose', 'turning-back', 'reframing-common-ground'],
  question: 'If this group works, what will be different for them, together?',
  page: {
    looksLike:
      'Asked, or not, what the group is for, the worker tells what it will deal with: subjects, activities, a diagnosis. There is no “so that”.',
    matters:
      'Subjects tell members what they will hear. A purpose tells them what they could do for one another, and why it takes these people to do it.',
    fine: 'The aim is said in the same breath, or close by. A programme with a curriculum that names both. The plan for today alone.',
  },
  sources: ['S', '23'],
  silentIn: ['task-group'],
  reach: { before: 5, after: 5 },
  of: 'worker',
  // An invitation that follows is most often to something else; whether she asks about purpose is looked at here.
  repairable: false,
  see: (group, at) => {
    const move = group.moves[at]!;
    const contents = contentsIn(move);
    if (contents === undefined || AIM.test(ownSpeech(move)) || aimNearby(group, at) || asksWhatFor(group, at))
      return [];
    return [
      {
        at,
        to: at,
        span: { start: contents.sentence.start, end: contents.sentence.end },
        evidence: [],
        message: `At turn ${at + 1} the worker tells what this group will deal with. Why these people, and what they could be for each other, may have had room beside it. If the group works, what will be different for them, together?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const contents = contentsIn(group.moves[at]!);
    // Two blanks in a row are a title in quotation marks, which is not her own speech.
    const topics =
      contents && countWords(contents.topics) <= 12 && !/\s\s/.test(contents.topics)
        ? contents.topics.replace(/,? (?:and|or) (?:so on|that|stuff|all that|the like)$/i, '')
        : undefined;
    const purpose = headerPurpose(group);
    const names = group.present.slice(0, 2);
    const all = names.length > 1 ? `${called(names)}, everyone` : 'Everyone';
    return [
      {
        skill: 'stating-purpose',
        line: purpose
          ? `We’ll get to ${topics ?? 'all that'}. Why we meet is this: ${purpose}. Does that fit with why you came?`
          : `We’ll get to ${topics ?? 'all that'}. What matters more: each of you knows this from the inside, and can help the others with it. Does that fit with why you came?`,
      },
      { skill: 'turning-back', line: `${all}: if this works, what will be different for you?` },
      {
        skill: 'reframing-common-ground',
        line: `Under ${topics ?? 'all that'} there’s something you’ve all lived. Who’d put it in their own words?`,
      },
    ];
  },
};
