/**
 * The acts of a turn, sentence by sentence: what the tagger hears, set right where structure knows better (who is
 * named, what is taken up, what kind of question it is).
 */
import { type Context, featuresOf } from './features.ts';
import { leaningsOf } from './leanings.ts';
import {
  ACTS,
  type Act,
  type ActName,
  type HeardSentence,
  heardIn,
  OF_MEMBERS,
  OF_WORKERS,
} from './model.ts';
import type { People } from './people.ts';
import type { Words } from './read.ts';
import { hear } from './tagger.ts';
import { wordFor } from './vocabulary.ts';
import { type Sentence, stemsOf, straight, type Token } from './words.ts';

/** What a turn does, how each of its sentences is heard, and what the whole leans to. */
export interface Done {
  readonly acts: Act[];
  readonly sentences: HeardSentence[];
  readonly leanings: Int16Array;
}

/** What stands around a turn: the words before it, a silence, and who is there. */
export interface Surroundings {
  readonly before: Words | undefined;
  readonly beforeThat: Words | undefined;
  readonly afterSilence: boolean;
  readonly people: People;
}

/** The features of each sentence of a turn. */
export function featuresIn(
  own: Words,
  { before, beforeThat, afterSilence, people }: Surroundings,
): number[][] {
  return own.sentences.map(({ tokens }, position) => {
    const context: Context = {
      byWorker: own.heard.byWorker,
      speaker: own.heard.speaker,
      names: people.lower,
      alone: people.members.size === 1,
      before: before?.heard,
      beforeThat: beforeThat?.heard,
      afterSilence,
      position,
      of: own.sentences.length,
      previous: own.sentences[position - 1]?.tokens,
      next: own.sentences[position + 1]?.tokens,
      turnCues: own.heard.cues,
    };
    return featuresOf(tokens, context);
  });
}

/** Reads the acts of one turn. */
export function actsOf(own: Words, around: Surroundings): Done {
  const { before, beforeThat } = around;
  const acts: Act[] = [];
  const heard: HeardSentence[] = [];
  const { byWorker } = own.heard;
  if (own.backchannel) return { acts, sentences: heard, leanings: leaningsOf([], byWorker) };
  const can = byWorker ? OF_WORKERS : OF_MEMBERS;
  const features = featuresIn(own, around);
  own.sentences.forEach(({ sentence, tokens }, position) => {
    const { steps, confidence } = hear(features[position]!, can);
    const tags = new Map<ActName, number>();
    for (const at of can) {
      const sure = confidence(at);
      if (sure > 0) tags.set(ACTS[at]!, sure);
    }
    const one: HeardSentence = { start: sentence.start, end: sentence.end, steps, byWorker };
    heard.push(one);
    settleScraps(tokens.length, tags);
    settleQuestion(sentence, tags);
    settleAdvice(sentence, byWorker, tags, (act) => heardIn(one, act));
    if (byWorker) {
      settleDecision(sentence, tags);
      settleReassurance(sentence, tags);
    }
    settleUptake(sentence, tokens, own, before, beforeThat, tags);
    if (byWorker) settleLifted(sentence, tokens, before, tags);
    for (const [act, confidence] of tags)
      acts.push({ act, start: sentence.start, end: sentence.end, confidence });
  });
  return { acts, sentences: heard, leanings: leaningsOf(features, byWorker) };
}

/** Two or three words are little to go by: what they are taken to do must be heard clearly. */
function settleScraps(length: number, tags: Map<ActName, number>): void {
  if (length > 4) return;
  for (const act of [
    'advice',
    'reassurance',
    'minimising',
    'shift',
    'decision',
    'smoothing',
    'taboo',
    'judging',
    'linking',
  ] as const) {
    if ((tags.get(act) ?? 1) < 0.8) tags.delete(act);
  }
}

function asks(text: string): boolean {
  return /\?["”’')]*$/.test(text);
}

/** Small words after which a question mark only keeps contact: "you know?", "right?" */
const CONTACT =
  /^(?:(?:you know|right|ok(?:ay)?|yeah|eh|no|huh|really|see|know what i mean|innit|all right|alright|pardon|sorry|what)[\s,]*)+\?$/i;
/** Forms that ask for a yes, a no, a name, a place, a time or a figure. */
const CLOSED_WH =
  /^(?:(?:and|so|but|well|okay|ok|oh|um|uh|now|then|sorry)[,\s]+)*(?:how (?:old|long|many|much|often|far|soon|big|late|early)|when|where|which|whose|who(?:'s| is| was| did)?|what(?:'s|’s)? ?(?:the )?(?:time|day|date|year|age|number|size|weight|height|colou?r|name|school|street|road|ward|room|bus|class|grade|page|dose|job|town|position|month|side|ones?|did you (?:get|score|weigh|pay)))\b/i;
const OPEN_WH =
  /^(?:(?:and|so|but|well|okay|ok|oh|um|uh|now|then|all right|alright|right|yeah|yes|no|sorry)[,\s]+)*(?:what|how|why|in what|tell (?:me|us) (?:about|more|what|how)|what's|how's)\b/i;
const INSIDE_OPEN = /\b(?:what|how|why)\b(?! (?:old|long|many|much|often|far|time|day)\b)[^.]{0,80}\?/i;
const TELL =
  /^(?:(?:and|so|but|well|okay|ok|um|uh|now|then|all right|alright|right|yeah)[,\s]+)*(?:tell (?:me|us) (?:(?:a (?:little )?(?:bit )?)?(?:more|about)|what|how|why)|i(?:'m| am)? (?:just )?wonder(?:ing)? (?:what|how|why)|say (?:a (?:little|bit) )?more|talk (?:to )?(?:me|us)? ?(?:about|through)|walk (?:me|us) through|describe)\b/i;

/** Whom a sentence calls before it begins: "Ana, tell us…", "So, Ben and Carla, what…". */
const CALLED_FIRST =
  /^(?:(?:and|so|but|well|okay|ok|now|then|right)[,\s]+)*\p{Lu}\p{L}+(?: and \p{Lu}\p{L}+)?,\s+/u;

/** Every real question is open or closed; what the mark alone makes one is settled by its form. */
function settleQuestion(sentence: Sentence, tags: Map<ActName, number>): void {
  const marked = asks(sentence.text);
  const said = sentence.text.replace(CALLED_FIRST, '');
  if (!marked) {
    if (TELL.test(said)) {
      tags.set('question-open', Math.max(0.6, tags.get('question-open') ?? 0));
      // What is asked for the asker's own ears, or everybody's, is handed on to nobody.
      tags.delete('redirecting');
    } else if (!INSIDE_OPEN.test(said)) {
      for (const act of ['question-open', 'question-closed'] as const)
        if ((tags.get(act) ?? 0) < 0.8) tags.delete(act);
    }
    return;
  }
  if (CONTACT.test(said)) {
    tags.delete('question-open');
    tags.delete('question-closed');
    return;
  }
  const open = tags.get('question-open');
  const closed = tags.get('question-closed');
  if (open !== undefined && closed === undefined && !CLOSED_WH.test(said)) return;
  if (closed !== undefined && open === undefined && !OPEN_WH.test(said)) return;
  const isOpen = !CLOSED_WH.test(said) && (OPEN_WH.test(said) || INSIDE_OPEN.test(said));
  tags.delete(isOpen ? 'question-closed' : 'question-open');
  const act = isOpen ? 'question-open' : 'question-closed';
  tags.set(act, Math.max(0.6, tags.get(act) ?? 0));
}

/** A statement about the other in form, asked by the voice alone: "so it's the evenings that get you?" */
const LIFTED =
  /^(?:(?:and|so|but|well|okay|ok|right|yeah|mm|mm-hm|oh)[,\s]+)*(?:you(?:'re|'ve|'d|'ll)?|(?:it|that) (?:sounds|feels|felt|seems)|it's|that's|your)\b/;
/** A choice, a tag, a figure or a piece of news is really asked for, whatever its form. */
const REALLY_ASKS =
  /\bor\b|,? (?:is|are|was|were|do|did|have|has|would|will|can)(?:n't)? (?:you|it|he|she|they|we)\?|\b(?:who|whom|what|when|where|why|how|which|want|mean|hear|see|know)\b/;

/** What somebody said just now, given back as a statement with a lifted voice, is a reflection, whether or not it asks too. */
function settleLifted(
  sentence: Sentence,
  tokens: readonly Token[],
  before: Words | undefined,
  tags: Map<ActName, number>,
): void {
  const plain = straight(sentence.text).toLowerCase();
  if (before === undefined || before.heard.byWorker || before.heard.endsAsking || tokens.length < 5) return;
  if (!asks(plain) || !LIFTED.test(plain) || REALLY_ASKS.test(plain)) return;
  const stems = stemsOf(tokens);
  if (/^so\b/.test(plain) || [...stems].some((stem) => before.heard.stems.has(stem)))
    tags.set('reflection', Math.max(0.6, tags.get('reflection') ?? 0));
}

/** A question puts a remedy forward when it asks whether something could be done, not when it asks for a fact. */
const PROPOSES =
  /\b(?:could|couldn't|can't|can you|could you|would(?:n't)?|should(?:n't)?|ought|might|why (?:not|don't)|how about|what about|what if|have you (?:ever )?(?:tried|thought|considered|asked|looked|spoken|been to|rung)|did you (?:think of|try)|don't you think|is there (?:any(?:one|body|thing)?|no|nobody|some(?:one|body)?|a)|isn't there|out of the question|an option|worth|need|want(?:ing)?)\b/i;

/** The plain form of advice, for when the model hears it no other way: you, a modal, and something to do. */
const PLAIN_ADVICE =
  /\b(?:you(?:'d| had) better|you (?:really |probably |just )*(?:should|ought to|could (?:always|just|try|ask|ring|call|go|see|get|join|speak|talk|take|write|look)|might (?:want to|try)|need to (?:get|go|talk|speak|tell|try|find|ask|see|start|stop|learn|make|take|write|ring|call|leave|set))|if i were you|i(?:'d| would) (?:suggest|recommend|advise) you|(?:the )?best thing (?:is|you can do)|my (?:advice|suggestion)|i(?:'d| would) like you to|i want you to|make sure (?:you|that you|to)|might(?:n't| not) be a bad idea|what would you think about|would it help (?:if you|to)|(?:it's|that's) (?:really |very )?important (?:that you|for you to)|have you (?:ever )?(?:tried \w+ing|thought (?:about|of) (?:\w+ing|a |the )|considered))\b/;
/** Forms that take the advice out of it: what was, what was said, what is felt, and how the meeting runs. */
const NO_ADVICE =
  /\b(?:should(?:n't)? have|could have|ought to have|(?:he|she|they|it) (?:said|says|told|thinks)|told (?:you|me|us|him|her)|you (?:said|felt|feel|think|thought|mean|were|wonder)|sign|here|this room|the sheet|next week|each of you|all of you|everyone|everybody|feel(?:ing)?|seen|heard|by (?:mon|tues|wednes|thurs|fri)day)\b/;

/** Acts of running the meeting or passing on a fact: where one of them is the likelier reading, it is no advice. */
const RUNNING: readonly ActName[] = [
  'information',
  'procedure',
  'agenda',
  'decision',
  'redirecting',
  'opening',
];
const DEADLINE =
  /\b(?:by (?:mon|tues|wednes|thurs|fri|satur|sun)day|by the (?:\d|end|first|\w+(?:th|st|nd|rd)\b)|on the (?:\w+(?:th|st|nd|rd))\b|referral letter|the (?:prosecutor|court|office|system|clinic|board) (?:wants?|needs?|asks?|locks|closes))/;

const GIVEN_BACK: readonly ActName[] = ['reflection', 'restating'];
/** Asks what the other would do, has tried or knows: whatever it is, it is theirs. */
const ASKS_FOR_THEIRS =
  /^(?:[\p{L}']+,? ){0,3}(?:what (?:could|can|might|would|do|have|are|else|steps|ways|things|kinds?|sorts?)\b(?! (?:i|we|it|you think (?:about|of) \p{L}+ing)\b)|how (?:could|can|might|would|do|did|are|will)\b(?! (?:we|it)\b))/u;

function settleAdvice(
  sentence: Sentence,
  byWorker: boolean,
  tags: Map<ActName, number>,
  chanceOf: (act: ActName) => number,
): void {
  const plain = straight(sentence.text).toLowerCase();
  const likelier = (acts: readonly ActName[]): boolean =>
    acts.some((act) => tags.has(act) && chanceOf(act) > chanceOf('advice'));
  if (tags.has('advice')) {
    if (asks(plain) && (!PROPOSES.test(plain) || ASKS_FOR_THEIRS.test(plain))) tags.delete('advice');
    // What gives back what was heard, or says it again, puts nothing forward of the worker's own.
    else if (byWorker && likelier(GIVEN_BACK)) tags.delete('advice');
    // What somebody must do by a date, at a desk, on a form is a fact that the worker passes on.
    else if (likelier(RUNNING) || DEADLINE.test(plain)) tags.delete('advice');
  } else if (
    byWorker &&
    PLAIN_ADVICE.test(plain) &&
    !NO_ADVICE.test(plain) &&
    !tags.has('reflection') &&
    !tags.has('procedure')
  )
    tags.set('advice', 0.6);
}

/** The plain form of a decision: what the group will do, told rather than asked. */
const PLAIN_DECISION =
  /\b(?:i(?:'ve| have) decided|what i(?:'d| would) like us to do|i(?:'d| would) like us (?:all )?to|(?:next (?:week|time|session)|the week after|this week|today|tonight) we(?:'re| are|'ll| will) (?:all )?(?:be )?(?:do|doing|going to do|start|starting|make|making|talk|talking|look|looking|move|moving|change|changing)|i(?:'ve| have) (?:ordered|booked|signed us|put us down|arranged (?:for us|a|the))|i signed us|from now on|it's (?:all )?(?:decided|settled))\b/;

function settleDecision(sentence: Sentence, tags: Map<ActName, number>): void {
  const plain = straight(sentence.text).toLowerCase();
  if (asks(plain) || !PLAIN_DECISION.test(plain)) return;
  tags.set('decision', Math.max(0.65, tags.get('decision') ?? 0));
  // By definition what runs the meeting settles nothing that was open.
  tags.delete('procedure');
}

/** The plain form of reassurance: words that are said to take a worry away, whatever the worry is. */
const PLAIN_REASSURANCE =
  /\b(?:(?:it|that|this|things|everything)(?:'ll| will| always)(?: all)?(?: just)? (?:(?:work|sort) (?:itself |themselves )?out|blow over|come right|get (?:better|easier)|settle(?: itself)? down)\b|do(?:n't| not) (?:you )?(?:worry|fret|be (?:daft|silly|so hard on yourself))|(?:it|that|things|everything|you)(?:'ll| will)(?: all)?(?: just)? (?:be|come|turn out|work out|work itself out)(?: (?:just|all|absolutely|perfectly))? (?:fine|ok|okay|all ?right|right|grand|good|well in the end)\b|no need to (?:worry|be (?:ashamed|scared|afraid|embarrassed|nervous))|nothing to (?:worry about|be (?:ashamed|scared|afraid|embarrassed|nervous) (?:of|about)))/;
/** What was said or felt by others, and what is supposed, takes no worry away. */
const NO_REASSURANCE = /\b(?:said|says|saying|told|tells?|thinks?|thought|if|unless|whether|hope|hoping)\b/;

/** Comfort in somebody else's mouth: "so you keep telling yourself it'll be fine". */
const GIVES_BACK = /^(?:so|it sounds|sounds|you|for you|part of you)\b/;

function settleReassurance(sentence: Sentence, tags: Map<ActName, number>): void {
  const plain = straight(sentence.text).toLowerCase();
  if (asks(plain) || !PLAIN_REASSURANCE.test(plain) || NO_REASSURANCE.test(plain)) return;
  if (GIVES_BACK.test(plain) && (tags.has('reflection') || tags.has('restating'))) return;
  tags.set('reassurance', Math.max(0.65, tags.get('reassurance') ?? 0));
}

const POINTS_BACK =
  /\b(?:like|as|what|that thing|the way) (?:you|\w+) (?:said|says|told|was saying|were saying|did|do|describes?d?|called|mentioned|meant|asked)\b|\b(?:said|says|told us|mentioned|meant|talked about|was saying)\b|\b(?:'s|s') (?:point|idea|story|question|kitchen|answer|word|words|thing|way)\b|\b(?:agree|disagree|same as|similar to|different from|going back to|building on|add(?:ing)? to|on top of)\b/i;

/** What only structure can tell: saying again what was just said, taking up a named voice, joining two members. */
function settleUptake(
  sentence: Sentence,
  tokens: readonly Token[],
  own: Words,
  before: Words | undefined,
  beforeThat: Words | undefined,
  tags: Map<ActName, number>,
): void {
  const named = new Set(
    own.mentions
      .filter((mention) => mention.start >= sentence.start && mention.end <= sentence.end)
      .map((mention) => mention.name),
  );
  const stems = stemsOf(tokens);
  const share =
    before === undefined || stems.size === 0
      ? 0
      : [...stems].filter((stem) => before.heard.stems.has(stem)).length / stems.size;
  const otherVoice = before !== undefined && before.heard.speaker !== own.heard.speaker;
  if (
    otherVoice &&
    !asks(sentence.text) &&
    stems.size >= 2 &&
    share >= 0.75 &&
    own.heard.byWorker &&
    !before.heard.byWorker
  ) {
    if (!tags.has('restating') && !tags.has('reflection')) tags.set('restating', 0.6);
  }
  // Nothing is said again where no word of what was heard comes back.
  if (tags.has('restating') && !repeats(tokens, stems, before, beforeThat)) tags.delete('restating');
  if (named.size > 0 && POINTS_BACK.test(sentence.text))
    tags.set('relating', Math.max(0.7, tags.get('relating') ?? 0));
  // Nothing is handed on where nobody but the one just heard is called, pointed at or meant.
  if (
    tags.has('redirecting') &&
    asks(sentence.text) &&
    (named.size === 0 || (named.size === 1 && before !== undefined && isOnly(named, before.heard.speaker))) &&
    !HANDS_TO.test(straight(sentence.text))
  )
    tags.delete('redirecting');
  // What smooths over or moves on opens nothing of what was open.
  if (tags.has('smoothing') || (tags.get('shift') ?? 0) > (tags.get('opening') ?? 1)) tags.delete('opening');
  // A bare name gives the next turn to one person; it opens nothing to the others.
  if (tags.has('opening') && named.size === 1 && tokens.length <= 3 && !PLURAL.test(sentence.text))
    tags.delete('opening');
  const linking = tags.get('linking');
  // Where a remedy is put forward, only words that point at two make a link of it.
  const isHeardAlone = linking !== undefined && linking >= SURE && !tags.has('advice');
  // Who is called by name and was heard just now is joined to nobody by that: "same time up, Rhodri, same jobs as before".
  const toOneHeard =
    named.size === 1 &&
    before !== undefined &&
    isOnly(named, before.heard.speaker) &&
    !PLURAL.test(sentence.text);
  // "Oh Sunita, no, that's not a mother who's done wrong" calls the one whom it comforts, and nobody else.
  const comforts = tags.has('reassurance') && named.size < 2 && !PLURAL.test(sentence.text);
  if (
    linking !== undefined &&
    (tags.has('smoothing') || comforts || toOneHeard || (!isHeardAlone && !linksAnybody(sentence, named)))
  )
    tags.delete('linking');
  if (
    own.heard.byWorker &&
    !tags.has('linking') &&
    !tags.has('redirecting') &&
    ASKS_TO_RELATE.test(uncapped(straight(sentence.text), named))
  )
    tags.set('linking', 0.65);
  if (own.heard.byWorker && named.size >= 2 && !tags.has('linking') && joins(sentence.text))
    tags.set('linking', 0.7);
  // A voice taken up by its words two turns later is taken up still.
  if (
    !own.heard.byWorker &&
    otherVoice &&
    !before.heard.byWorker &&
    beforeThat !== undefined &&
    /^(?:and|but|because|or|so|yeah,? (?:and|but)|no,? (?:but|because))\b/i.test(sentence.text) &&
    share >= 0.3
  ) {
    tags.set('relating', Math.max(0.55, tags.get('relating') ?? 0));
  }
}

/** Whether a word of any weight comes back from the two turns before: a topic, or what stood in their last sentence. */
function repeats(
  tokens: readonly Token[],
  stems: ReadonlySet<string>,
  before: Words | undefined,
  beforeThat: Words | undefined,
): boolean {
  const small = tokens
    .map(({ text }) => text)
    .filter((text) => /^[\p{L}\d]/u.test(text) && !wordFor(text).lead);
  return [before, beforeThat].some(
    (turn) =>
      turn !== undefined &&
      ([...stems].some((stem) => turn.heard.stems.has(stem)) ||
        turn.heard.last.some(({ text }) => small.includes(text))),
  );
}

/** Those to whom a message can be handed without a name. */
const HANDS_TO =
  /\b(?:him|her|them|us|each other|one another|group|every(?:one|body)|any(?:one|body)|some(?:one|body)|others?|else|rest|people|all|both|two|three|lot|guys|folks|he|she|they|room|table|who)\b/i;

function isOnly(named: ReadonlySet<string>, speaker: string): boolean {
  return [...named].every((name) => name.toLowerCase() === speaker);
}

/** Asks one, or all, to answer another's contribution: agree, repeat, add, compare (accountable talk: O'Connor & Michaels 1993). */
const ASKS_TO_RELATE =
  /\b(?:(?:do|does|did|would) (?:you|anyone|anybody|everyone|everybody|people|others|we)(?: all| guys| both| two)? (?:dis)?agree|you (?:two|all|both|guys) (?:dis)?agree|who (?:dis)?agrees|how many (?:of you )?(?:dis)?agree|(?:dis)?agree with|agree or disagree|(?:repeat|restate|rephrase|explain|say|tell (?:me|us)) (?:again |back )?(?:in your own words )?what (?:\p{Lu}\p{L}+|he|she|they) (?:said|did|meant|is saying|was saying|just said)|what (?:do|did) you think (?:about|of) (?:what (?:\p{Lu}|he|she|they)|his|her|their|\p{Lu}\p{L}+'s)|any(?:one|body) else (?:get|got|have|had|do|did|find|found|come|came|see|think|feel)|(?:do|does|did|has|have) (?:any(?:one|body)|some(?:one|body)) (?:else )?(?:\p{L}+ ){0,3}(?:different|another|other)|add (?:on )?to (?:that|what)|build on|respond to (?:that|what|him|her|\p{Lu})|(?:questions?|comments?) (?:for|on|about) \p{Lu}\p{L}+|same (?:as|way as|thing as|answer as|idea as) \p{Lu}|different (?:from|to|than) \p{Lu})/u;

/** The text with a small first letter, unless it begins with a name: forms that tell names by their capital look at it. */
function uncapped(text: string, named: ReadonlySet<string>): string {
  for (const name of named) if (text.startsWith(name)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Points from the one who is called to what another said or lived. */
const ALSO =
  /\b(?:too|also|same|similar|like|either|both|close|again|recogni[sz]e|know (?:that|this|something)|yours|echo\w*|remind\w*|that(?:'s|’s)|between|each other|agree|think about|what (?:he|she|they|\p{L}+ (?:said|says|told|did|meant)))\b/iu;

/** Above this a link is heard though nothing in the sentence points at two: "a tin that's moved and a bedroom that's gone". */
const SURE = 0.65;

/** A link joins at least two: two names, one with a pointer to another, or a pointer to several. */
function linksAnybody(sentence: Sentence, named: ReadonlySet<string>): boolean {
  if (named.size >= 2 || PLURAL.test(sentence.text)) return true;
  return named.size === 1 && ALSO.test(sentence.text);
}

/** Ways to point at several members without a name. */
const PLURAL =
  /\b(?:you (?:two|three|four|both|all|lot)|both of you|all of you|(?:two|three|four|five|several|some|a few|most|many|half) of (?:you|us)|that(?:'s|’s| is) (?:two|three|four|both)|the same|same (?:thing|word|here|knot|boat)|in common|each other(?:'s|’s)?|one another|between you|thread|echo\w*|not the only|others?|who else|(?:he|she|they) (?:said|told us|was saying)|these (?:two|three)|them both)\b/i;

const JOINS =
  /\b(?:both|too|also|same|similar|close to|like|echo|joins?|meets?|between|together|what \p{Lu}\p{L}+ (?:said|told|was)|heard|know(?:s)? (?:that|something))\b/u;
function joins(text: string): boolean {
  return JOINS.test(text) && !/^(?:thanks|thank you|welcome|hello|hi|good)\b/i.test(text);
}
