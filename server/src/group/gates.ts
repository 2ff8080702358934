/** Where in the session each gate stands open (catalogue, section A). */
import type { Happening, Header, Turn } from '../recording/model.ts';
import { does, type Talk } from '../talk/model.ts';
import type { Gate } from './model.ts';

/** A turn in its place, as far as the gates look at it. */
interface Spoken {
  readonly before: readonly Happening[];
  readonly turn: Turn;
  readonly talk: Talk;
}

/** Turns after a word of danger in which direct, one-to-one work is right (G3). Our number: catalogue A. */
const SAFETY_TURNS = 15;
/** Turns after somebody is overwhelmed in which containing comes first (G4). Ours. */
const COOL_DOWN_TURNS = 6;
/** Turns at the start of a first or only session that go to contracting (G5). Catalogue A. */
const CONTRACTING_TURNS = 15;
/** A presentation may take up to this share of the words and still be one (G6). Catalogue A. */
const PRESENTATION_SHARE = 0.2;

const SETS = new Map<string, ReadonlySet<Gate>>();

/** One shared set for each combination, so that two readings can be compared by identity. */
function setOf(gates: readonly Gate[]): ReadonlySet<Gate> {
  const key = gates.join(' ');
  const known = SETS.get(key);
  if (known !== undefined) return known;
  const set = new Set(gates);
  SETS.set(key, set);
  return set;
}

/** Idioms of dying and killing that tell of no danger, and danger told of the past or denied. */
const RISK =
  /\b(?:kill(?:ing)? (?:myself|him|her|them|the kids)|suicid\w*|end(?:ing)? (?:it all|my life|it)\b|overdos\w+|cut(?:ting)? myself|hurt(?:ing)? myself|harm(?:ing)? myself|(?:take|took|taking) all (?:of )?(?:my|the|his|her|those) (?:pills|tablets)|better off (?:dead|without me)|not (?:want(?:ing)? to )?(?:be here any ?more|wake up)|don't want to be here any ?more|got a (?:gun|knife)|(?:he|she)(?:'s| is) (?:hitting|beating|hurting) (?:me|the kids|him|her))\b/i;
const NOT_RISK =
  /\b(?:could(?:'ve| have)? kill|kill for|dying (?:to|for)|killing me|(?:my|his|her|me) (?:feet|back|knees)|(?:to|in the) death|you'd have killed|nearly killed me laughing|joke|joking|would(?:'ve| have) killed)\b/i;
/** The worker asks after danger, as she must: from here on it is a safety episode, whatever the member's words were. */
const ASKS_RISK =
  /\b(?:thought about how|thoughts? of (?:suicide|ending|dying|hurting)|(?:kill|harm|hurt)(?:ing)? yourself|end(?:ing)? your life|suicid\w*|are you safe|safe tonight|keep (?:you|yourself) safe|a plan to (?:hurt|kill|end)|you(?:'re| are) not going (?:round |over |back |up )?(?:there|to (?:hers|his)) tonight|(?:have to|need to|must) (?:tell|let|ring|call|report)[^.?!]{0,40}\b(?:what you(?:'ve| have)? (?:just )?said|the police|safeguarding))\b/i;
const OVERWHELMED =
  /\b(?:sob\w*|weep\w* (?:hard|loud\w*)|hard to breathe|panic\w*|hyperventilat\w*|breaks? down|shaking|runs? out|storms? out|walks? out|leaves? the room)\b/i;
/** A round that belongs (G1): names, arriving, leaving, a word each. "Let's go round" alone may open anything. */
const ROUND_CALL =
  /\b(?:check(?:ing)?[- ](?:in|out)|introduc\w+|say (?:your|our) names?|your names? and|in (?:one|a|two|three) words?|one word|a quick (?:round|one)|(?:opening|closing|out) round|name and|how (?:you're|we're|everyone's|everybody's|are you all) (?:arriving|feeling (?:coming|today|tonight|this))|how (?:is|are) (?:everyone|everybody|we|you all) (?:arriving|doing|today|tonight)|take away|one thing (?:you|we)(?:'re|'ll| are| will)? (?:tak\w+|leav\w+|carry\w*)|before we go)\b/i;

/** What of a gate a turn shows by its own words and gestures. */
interface Signs {
  readonly danger: boolean;
  readonly overwhelmed: boolean;
  readonly callsRound: boolean;
}

const SIGNS = new WeakMap<Turn, Signs>();

function signsOf(turn: Turn): Signs {
  let signs = SIGNS.get(turn);
  if (signs === undefined) {
    const { words, nonverbal } = turn;
    const byWorker = turn.speaker.kind === 'worker';
    signs = {
      danger: byWorker ? ASKS_RISK.test(words) : RISK.test(words) && !NOT_RISK.test(words),
      overwhelmed: nonverbal.some(({ text }) => OVERWHELMED.test(text)),
      callsRound: byWorker && ROUND_CALL.test(words),
    };
    SIGNS.set(turn, signs);
  }
  return signs;
}

/**
 * Whether a turn that takes the place of another leaves every gate as it stands, here and further down.
 * @param presented whether something is presented in the session: a presentation is measured by the share of its words
 */
export function keepsGates(was: Spoken, now: Spoken, presented: boolean): boolean {
  const [a, b] = [signsOf(was.turn), signsOf(now.turn)];
  return (
    a.danger === b.danger &&
    a.overwhelmed === b.overwhelmed &&
    !a.callsRound &&
    !b.callsRound &&
    mayEndRound(was) === mayEndRound(now) &&
    was.turn.segment === now.turn.segment &&
    (!presented || was.talk.wordCount === now.talk.wordCount) &&
    was.turn.speaker.kind === now.turn.speaker.kind &&
    was.turn.speaker.name === now.turn.speaker.name
  );
}

/** The worker asks something that is more than a nod to whoever is next. */
function mayEndRound({ talk }: Spoken): boolean {
  return does(talk, 'question-open', 'opening') && talk.wordCount > 8;
}

/** The gates at every turn. Cost: one pass. */
export function gatesAt(header: Header, spoken: readonly Spoken[]): ReadonlySet<Gate>[] {
  const always: Gate[] = [];
  if (header.gates.includes('talking-circle') || header.gates.includes('no-crosstalk'))
    always.push('no-crosstalk');
  if (header.gates.includes('limited-speech')) always.push('limited-speech');
  if (header.gates.includes('chosen-procedure')) always.push('chosen-procedure');
  if (header.type === 'task') always.push('task-group');
  const starts = header.session === 1 || header.type === 'single-session';
  const rounds = goRounds(spoken);
  const presented = presentations(spoken);
  let safety = -1;
  let coolDown = -1;
  return spoken.map((one, index) => {
    const signs = signsOf(one.turn);
    if (signs.danger) safety = index + SAFETY_TURNS;
    if (
      signs.overwhelmed ||
      one.before.some((event) => event.acts.some(({ text }) => OVERWHELMED.test(text)))
    )
      coolDown = index + COOL_DOWN_TURNS;
    const gates: Gate[] = [...always];
    if (rounds[index]) gates.push('go-round');
    if (index <= safety) gates.push('safety');
    if (index <= coolDown) gates.push('cool-down');
    if (starts && index < CONTRACTING_TURNS) gates.push('contracting');
    if (presented[index]) gates.push('presentation');
    return setOf(gates);
  });
}

/**
 * Turns inside a go-round: a segment that is one by its heading, or a round that the worker called. A called round
 * lasts until somebody speaks a second time or the worker asks something that is not the next person's turn.
 */
function goRounds(spoken: readonly Spoken[]): boolean[] {
  const inRound: boolean[] = [];
  let heard: Set<string> | undefined;
  let called = '';
  for (const one of spoken) {
    const { turn, talk } = one;
    const kind = turn.segment?.kind;
    const bySegment =
      kind === 'introductions' || kind === 'check-in' || kind === 'check-out' || kind === 'evaluation';
    if (turn.speaker.kind === 'worker') {
      if (signsOf(turn).callsRound && talk.wordCount < 80) {
        heard = new Set();
        called = turn.words;
      } else if (heard && mayEndRound(one) && turn.words !== called) heard = undefined;
    } else if (heard) {
      if (heard.has(turn.speaker.name)) heard = undefined;
      else heard.add(turn.speaker.name);
    }
    inRound.push(bySegment || heard !== undefined);
  }
  return inRound;
}

function presentations(spoken: readonly Spoken[]): boolean[] {
  const marked = spoken.map(({ turn }) => turn.segment?.kind === 'presentation');
  const words = (only: boolean): number =>
    spoken.reduce((sum, { talk }, index) => sum + (!only || marked[index] ? talk.wordCount : 0), 0);
  return words(true) <= PRESENTATION_SHARE * words(false) ? marked : marked.map(() => false);
}
