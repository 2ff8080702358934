/**
 * How a worker's move answers what stands on the floor: whether it opens the matter to others, stays with it, or asks for
 * a fact beside it. Who is asked, and about what, matters more than whether the words are those of an invitation: "Who's
 * for cake?" is put to everybody and opens nothing (Schegloff 2007 on what a next turn shows of how the last was taken).
 */

import { type ActName, heard } from '../talk/model.ts';
import { type Sentence, sentencesOf, stemsOf, straight, tokensOf } from '../talk/words.ts';
import { leansTo } from './floor.ts';
import type { Group, Move } from './model.ts';
import { goesOnIn } from './moving-on.ts';
import { invites, movesBetween, ownSpeech, remembered, sharedStems, turnsTo } from './sequence.ts';

/** Small words ahead of what a sentence does. */
const LEAD = String.raw`^(?:(?:and|so|but|or|well|okay|ok|oh|ooh|ah|right|now|then|yeah|yes|no|all right|alright|good|great|nice|lovely|sorry|hm+|mm+|hey|sure|wow|aye)[,.!\s—–-]+)*`;

const SMALL_LEAD = new RegExp(LEAD, 'i');

const ASKED = /\?["”’')]*$/;

/** Questions after the matter itself: what it is like, what happened, what it was, what is wanted or made of it. */
const AFTER_IT =
  /\b(?:what(?:'s| is| was| were| are) [^?]{1,30} like\b|what(?:'s| is| was|'d)? (?:it|that|this)(?: all)? (?:like|about|do|mean|say|feel|cost)|what(?:'s| is| was) (?:that|it|this)\?|what (?:is|was|'s) (?:it|the hardest|hardest|worst|going on|happening|in the|there)|what happen\w*|how (?:is|was|are|were|does|did|do|has|have|would) (?:it|that|this|you|things|everything|the others|other people|people)\b(?! (?:get|getting) (?:here|home|there))|what (?:do|did|does|would|are|were|is|was|has|have|had|might|could) (?:you|she|he|they|it|people|others|everyone|each|that|one|the others|the rest|anyone)\b[^?]{0,40}?\b(?:think\w*|feel\w*|want\w*|hop\w+|need\w*|make|made|fear\w*|hear\w*|mean\w*|miss\w*|say\w*|notic\w+|wish\w*|look(?:ing)? after|guard\w*|hold\w*|try\w*|tried|believe|expect\w*|lose|know|knew|known|told|tell\w*|do|doing|did|done)\b|(?:is|was|be) (?:that|it|this) enough|(?:want|need) (?:any )?(?:more|anything) (?:with|from|of|for) (?:it|that|this|us|the)|what made|what makes|what goes|how come|what would|what might|what's (?:been|under|behind|hard|going|happening|it|that)|tell (?:me|us) (?:about|more|what|how)|say (?:more|a bit)|who (?:is|was) it|why (?:did|do|is|was|does)|which (?:part|bit|of (?:those|these|them|that))|is (?:that|it) (?:right|so|what|not that|how)|have i (?:got|heard)|do i|am i (?:right|hearing))\b/i;

/** Beginnings that ask for a name, a number, a place, a time, a thing, or a yes. */
const FOR_FACT = new RegExp(
  `${LEAD}(?:[\\p{Lu}][\\p{L}.' -]{0,20}, ?)?(?:(?:in|on|at|with|from|for|by) (?:which|what|whom)|which|where|when|whose|who(?:'s| is| was)?|how (?:old|long|many|much|often|far|big|soon|early|late|heavy)|how(?:'s|s)? (?:the|your|his|her)|how long's|what(?:'s| is| was| are| were|re)? (?:the |your |his |her |its |on |for )?\\p{L}|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would) (?:the |your |a |he|she|it|they|there|you|that|this|\\p{Lu})|you (?:were|had|have|are)|what \\p{L}+)`,
  'iu',
);

/** A question with nothing but a thing in it: "And your aunty?", "Rhodri?" is a call, "The big one?" a fact. */
const BARE = /^(?:and |or )?(?:the|your|his|her|a|an|this|that|these) [\p{L}\s]{2,30}\?$/iu;

/** Asked by its order of words, though whoever wrote it down set a full stop: "Which plant." */
const ASKED_PLAINLY =
  /^(?:which \w+|whose \w+|where (?:is|was|are|do|does|did)|when (?:is|was|do|does|did)|how (?:old|long|many|much|far)|what (?:time|day|year|kind|number|station|bus)|who (?:is|was|does|did)|(?:do|does|did) (?:you|he|she|they|it)|(?:is|was|are|were) (?:that|it|he|she|they|you))\b[^,;:]{0,50}\.$/i;

/** Whether a sentence asks one person for a fact beside the matter: closed, or a thing asked for with “what”. */
export function asksForFact(sentence: string): boolean {
  const plain = straight(sentence);
  if (!asks(plain) || AFTER_IT.test(plain)) return false;
  return FOR_FACT.test(plain) || BARE.test(plain);
}

function asks(sentence: string): boolean {
  return ASKED.test(sentence) || ASKED_PLAINLY.test(sentence);
}

/** The first sentence of a worker's move that asks for a fact, where the move asks for nothing else. */
export const factAsked = remembered((move: Move): Sentence | undefined => {
  if (!move.byWorker) return undefined;
  const sentences = sentencesOf(ownSpeech(move));
  const asking = sentences.filter(({ text }) => asks(text));
  return asking.every(({ text }) => asksForFact(text)) ? asking[0] : undefined;
});

/** Points at what was just said or at the one who said it. */
const POINTS =
  /\b(?:that|this|it|him|her|them|those|these|there|here|same|such|both|either|so|else|other side|each other|one another|between you|alike|similar|too|yours|you (?:two|both|three))\b/i;
/** Asks who has lived it, or what people make of it: open by its form, whatever its words are about. */
const OF_LIFE =
  /\b(?:who(?:'s| has| is)? (?:else|here|in here|still|been|ever|had|felt|knows?|known|recogni[sz]es?|lived|tried|done|got someone|lost|has)|any(?:one|body)(?: else| here)?(?:'s| has| have| had| been| being| ever| know| recogni[sz]e| felt| feel)?|(?:do|does|did|is|was|has|have|are) (?:any(?:one|body)|others|the others|other people|people|the rest)|(?:is it|how is it|how about|what about) (?:for|the) (?:others|rest|everyone)|what (?:do|does|did|would|have|has|are|is|were) (?:people|others|the others|the rest|everyone|everybody|you all|you lot|ye all|you people|each of you|anyone|anybody|the group|the committee|folks|y'all|some of you|the rest of (?:you|us))|where(?:'s| is| are| do) (?:every\w+|people|the rest|the others|you all)|(?:what|how|who|when|where|which)\b[^?]{0,40}\b(?:(?:any|all|each|some) of (?:you|ye|yous|us)|y'?all|all ?yuh|ye all|yous|you lot|you guys|unu))\b/i;
/** Put to all, and about cups, seats, sheets or who did what: offers and polls. */
const SERVES =
  /\b(?:(?:is|are) there (?:a|any|some|more|another) (?:more |drop|cup|tea|coffee|cake|milk|biscuit|slice|bit of|chair|pen|seat|spare)|(?:take|have|do) (?:a|the) (?:count|vote|show of hands|register)|hands up|who(?:'s| is| are| has| have)?(?: still)? (?:has no|needs? (?:a|an|the|another|more|one|some)\b|have no|for|going|coming|wants? (?:it|one|a|an|some|the|another|more)\b|would like (?:a|an|some)|needs? (?:a|an|the)|made|brought|hasn't got|has(?:n't)? (?:got )?(?:a|an|the|their|his|her)|registered|signed)|(?:has|have) (?:every|any)(?:one|body) (?:got )?(?:a|an|the|their|his|her)|how many of you (?:have|are|got)|(?:would|does|do) any(?:one|body) (?:like|want|care|wish) to (?:read|share|go|start|begin|try|show|come up)|(?:do|does) any(?:one|body) (?:need|want|fancy|take|still need)|any of you (?:a|any|good|handy)|(?:(?:any(?:one|body)|every(?:one|body)) (?:got |have |has |with )?|(?:is|are) there )?(?:any|a) (?:more |other |further )?(?:questions?|quer(?:y|ies))\b|(?:is|was) (?:that|this|it|everything)(?: all)? (?:clear|understood)|(?:does|do) (?:that|this|it|the \w+|these) make sense|any(?:one|body) (?:for|got (?:a|an|the)|want (?:a|an|some|another|more))|(?:did|has) every(?:one|body) (?:get|got|manage|had a chance|fill\w*|bring|do))\b/i;

/** Hands it on to somebody who is here. "Ask her to ring at five" is about somebody who is not. */
const TO_OTHERS =
  /\b(?:(?:say|tell|ask|put|give|hand|throw|address) (?:that|it|this)? ?(?:to )?(?:him|her|them)\b(?! to)|each other|one another|the (?:group|rest|others)|you (?:all|lot|two|three|both)|rather than|not (?:to )?me|look at me)\b/i;

/** "Don't ye?", "isn't it?": asks for a nod. */
const FOR_A_NOD =
  /(?:^|,\s*|\.\s*)(?:(?:is|are|was|were|do|does|did|has|have|had|would|will|can|could|ai)n't (?:it|that|you|ye|we|they|he|she)|(?:do|does|is|are|would|will|did|has|have) (?:you|ye|we|it|he|she|they)|right|yeah|yes|no|eh|innit|hey|okay|ok)\?["”’')]*$/i;

/** Whether a sentence asks something of them, with a question mark or without one; a nod asked for is nothing. */
function asksThem(move: Move, sentence: Sentence): boolean {
  if (ASKED.test(sentence.text)) return !FOR_A_NOD.test(sentence.text);
  const leans = (...acts: readonly ActName[]): number => leansIn(move, [sentence], ...acts);
  // "Keep off his mother, and don't tell him to look after her" hands nothing on, and "there's lovely in both" joins nobody.
  if (leans('advice', 'reassurance', 'smoothing') > leans('opening', 'linking', 'redirecting')) return false;
  return (
    leans('opening', 'linking') >= 0.4 ||
    move.talk.acts.some(
      (act) =>
        act.start === sentence.start &&
        (act.act === 'redirecting' || (act.act === 'linking' && move.talk.mentions.length > 0)),
    )
  );
}

/** Whether a sentence points at what was said before it; a "so" at its head does not. */
function points(text: string): boolean {
  return POINTS.test(text.replace(SMALL_LEAD, ''));
}

/**
 * Whether a worker's move opens to others what was on the floor: one of its sentences asks something of them that is plain
 * ("who else?"), points at what was said, or shares its words. An offer of cake, a poll, a next item, a nod asked for, and
 * a question of its own matter open nothing.
 * @param since the first move that is part of the matter
 */
export function opensMatter(group: Group, move: Move, since: number): boolean {
  if (!move.byWorker) return false;
  const words = ownSpeech(move);
  const sentences = sentencesOf(words);
  const toAll = sentences.some(({ text }) => ASKED.test(text) && OF_LIFE.test(text));
  if (!invites(move) && !toAll) return false;
  if (leansTo(move, 'redirecting') >= 0.5 && TO_OTHERS.test(words)) return true;
  return sentences.some((sentence) => {
    const { text } = sentence;
    if (!asksThem(move, sentence) || SERVES.test(text) || goesOnIn(text)) return false;
    if (ELSE.test(text) || points(text)) return true;
    const stems = stemsOf(tokensOf(text));
    if (stems.size < OWN_MATTER) return true;
    return movesBetween(group, since, move.index - 1).some(
      (before) =>
        turnsTo(move, before.name) ||
        [...before.talk.stems].some((stem) => stems.has(stem)) ||
        [...before.talk.families].some((family) => move.talk.families.has(family)),
    );
  });
}

/** So few words of its own leave nothing to ask after but what was said. */
export const OWN_MATTER = 2;
/** Asks for more of the same, whatever its words. */
const ELSE = /\b(?:else|others?|the rest)\b/i;

/** Whether a worker's move by itself throws the floor open: it invites or asks who has lived it, and is no offer or poll. */
export const opensFloor = remembered((move: Move): boolean => {
  if (!move.byWorker) return false;
  const asking = sentencesOf(ownSpeech(move)).filter(({ text }) => ASKED.test(text));
  if (asking.some(({ text }) => OF_LIFE.test(text))) return true;
  return (
    invites(move) &&
    move.talk.addressee.kind !== 'person' &&
    !(asking.length > 0 && asking.every(({ text }) => SERVES.test(text)))
  );
});

/** Names what is heard or seen: what a move says back, or says of the room now. */
const SEES =
  /^(?:(?:so|and|oh|well)[, ]+)*(?:i (?:notice|noticed|can see|see|saw|hear|heard|'m (?:seeing|hearing|noticing))|it(?:'s| has|'s gone| went) (?:gone |got )?(?:quiet|still|heavy)|nobody|we(?:'ve| have)? (?:all )?(?:gone|went)|there(?:'s| is| was) (?:something|a (?:lot|weight|silence|quiet|stillness|heaviness|feeling|sadness|tension))|you (?:stopped|went|looked|both|said|did|were|laughed|smiled|nodded|have not told|told))\b/i;

/**
 * How far a worker's move stays with what a member told: gives it back, asks after it, names what is going on, waits.
 * 0 to about 3; a question for a fact takes away from it.
 * @param beside a sentence that is known to do something else, and is left out
 */
export function staysWith(move: Move, told: Move, beside?: Sentence): number {
  const sentences = sentencesOf(ownSpeech(move)).filter(({ start }) => start !== beside?.start);
  const leans = (...acts: readonly ActName[]): number => leansIn(move, sentences, ...acts);
  let sum = 0;
  const backs = sentences.filter(({ text }) => !TO_COME.test(text));
  sum += 1.6 * leansIn(move, backs, 'reflection', 'restating');
  sum += 1.6 * leans('process', 'waiting', 'repair');
  sum += 1.2 * leans('linking', 'redirecting');
  // "Norma, how have you been sleeping?" asks after something, and not after this.
  const calledAway = move.talk.addressee.kind === 'person' && !move.talk.addressee.names.includes(told.name);
  if (!calledAway && sentences.some(({ text }) => ASKED.test(text) && AFTER_IT.test(text))) sum += 1.4;
  if (sentences.some(({ text }) => SEES.test(text))) sum += 0.8;
  const said = sentences.filter(({ text }) => !ASKED.test(text));
  const back = said.length > 0 ? sharedStems(told, move).length : 0;
  sum += Math.min(1.2, 0.5 * back);
  if (factAsked(move) !== undefined) sum -= 1;
  return Math.max(0, sum);
}

/** Says whose it is: the meeting, the time, the choice. */
export const HANDS_BACK =
  /\b(?:(?:it|that|this)(?:'s| is)(?: all)? (?:yours|theirs|your (?:meeting|group|room|time|call|choice|decision|hour)|up to (?:you|ye|the group|all of you))|(?:the )?(?:meeting|time|floor|room|hour)(?:'s| is) yours|over to (?:you|ye)|(?:i'd|i would|let's|let us|we could|we'll|shall we) (?:ask|hear|put (?:it|that|this) to|try|throw (?:it|that|this) to) (?:from )?(?:the )?(?:room|table|group|others?|rest|people|circle|floor|house|every(?:body|one)))\b/i;

/** What is to come cannot be given back: "You shall be a doctor, by His grace." */
const TO_COME =
  /^(?:(?:and|so|oh|well|but|look)[, ]+)*(?:you|he|she|they|it|we)(?:'ll| will| shall| won't|'re going to| are going to)\b/i;

/** How surely one of these sentences of a move does one of these acts. */
function leansIn({ talk }: Move, sentences: readonly Sentence[], ...acts: readonly ActName[]): number {
  return Math.max(
    0,
    ...sentences.flatMap(({ start, end }) => acts.map((act) => heard(talk, act, start, end))),
  );
}

/** Whether what a move asks points at what was said before it. */
export function pointsBack(move: Move): boolean {
  return sentencesOf(ownSpeech(move)).some(({ text }) => ASKED.test(text) && points(text));
}

/** Whether a worker's move offers, polls or hands round: cups, sheets, who is going. */
export function serves(move: Move): boolean {
  return sentencesOf(ownSpeech(move)).some(({ text }) => ASKED.test(text) && SERVES.test(text));
}

/** Whether a worker's move only says what she hears or sees in the room. */
export function closesNothing(move: Move): boolean {
  const [first] = sentencesOf(ownSpeech(move));
  return first !== undefined && !ASKED.test(first.text) && SEES.test(first.text);
}
