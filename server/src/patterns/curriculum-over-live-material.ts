import type { Group, Move } from '../group/model.ts';
import {
  byMember,
  invites,
  lastBefore,
  movesBetween,
  ownSpeech,
  readsAs,
  remembered,
  sharedStems,
  speaksOfSelf,
  takesUpMember,
  turnsTo,
} from '../group/sequence.ts';
import { type Family, SHARED, WEIGHTY } from '../talk/families.ts';
import { does } from '../talk/model.ts';
import { type Sentence, sentencesOf } from '../talk/words.ts';
import { called, othersFor, quoted } from './lines.ts';
import type { Pattern } from './model.ts';

const NUMBER = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+)';
/** The plan and its things: what was brought to be got through. */
const PLAN = new RegExp(
  `\\b(?:(?:next|this|that|over the|on the|top of the|bottom of the) page|pages? ${NUMBER}|work-?(?:sheets?|books?)|hand-?outs?|booklets?|binders?|modules?|slides?|diagram|flip ?charts?|curriculum|agenda|(?:pink|blue|green|yellow|white|orange|red) (?:sheets?|cards?|pages?)|(?:step|box|item|slide|question|number|exercise|section|unit) ${NUMBER}|(?:top|first|second|third|next|bottom|last) box|(?:lot|bit|things) to (?:get|go) through|get through (?:this|it|the|all)|(?:get|getting|let's get|go|going) back to (?:the|our|today)|(?:so|now|right|okay|ok|anyway|well),? back to (?:the|our|where)|off (?:the |our )?(?:topic|subject|track|point)|as i was saying|where (?:were we|was i|had we got|did we (?:get|leave))|back (?:on|to) (?:task|track|business|work)|on the (?:board|whiteboard)|ice-?breakers?|stick (?:to|with) (?:the|our|what|today)|(?:get|carry|press|push|crack) on with (?:the|our|it|this)|moving (?:on|along|swiftly) (?:on )?to|what(?:'s| is) (?:next )?(?:on|in) the (?:sheet|plan|pack))\\b`,
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
/** What one does with a sheet. */
const WORKS_ON =
  /\b(?:turns? over|over the page|fill(?:s|ing)? (?:it )?(?:in|out)|have a (?:look|go|read)|write|read|tick|pencils?|pens?)\b/i;
/** The plan is named to be laid aside, or not to be followed. */
const WITHOUT_PLAN =
  /\b(?:none of|not (?:in|on|from|out of)|isn't (?:in|on)|never mind|forget|without|instead of|rather than|nothing (?:in|on|to do)|no \w+ (?:in|on)|sign(?:ing)?[- ]?(?:up|in|out))\b/i;
/** She notices that she went over it. */
const OWNS =
  /\b(?:i (?:stopped|cut|shut|interrupted|hurried|rushed|skipped|passed over|went past|went on|missed|talked over|jumped|steamed|ploughed)\b|hear myself|you(?:'re| are) right\b)/i;
/** She stays with it, or lets them say whether to. */
const STAYS =
  /\b(?:stay(?:ing)? (?:with|here|there|on) (?:that|this|it|you|her|him|us|or|a|for)|(?:page|sheet|plan|exercise|worksheet|module|booklet|rest|film|it|that|they) can (?:wait|keep|sit|stay)|page \w+ can (?:wait|keep|sit|stay)|(?:leave|drop|forget|never mind|skip|stop) (?:the|this|that|our) (?:page|sheet|plan|exercise|worksheet|module|booklet|workbook|film|quiz|list|agenda)|(?:put|lay) (?:the|your|those|that|these) [\w ]{0,20}(?:down|away|aside)|close (?:the|your|those) (?:books?|binders?|booklets?)|instead of (?:the|page|this)|(?:use|take|work with|try) (?:that|this|it|hers?|his|yours|\w+'s)\b[^.?!]{0,30}\b(?:for|as|in|on|instead|example|exercise)|(?:stay|here|this|that) or (?:go|the|on|page)|(?:which|what) (?:does|do|would) (?:this group|the group|people|you all|you lot|we|you) (?:need|want|rather)|(?:is|isn't) (?:exactly )?(?:page|what the page|the (?:page|lesson|chapter|sheet))\b[^.?!]{0,20}[.,] (?:let's|say|tell|go on|who))\b/i;
/** Put off to a time that is named: not a loss yet. */
const PARKED =
  /\b(?:come|coming|get|go) (?:straight )?back to\b[^.?!]{0,50}\b(?:after|at|before|in (?:ten|five|a)|when we|next|as soon|half|once|end|then|first|minutes?)\b|\b(?:after|before|at|once|when|first thing|straight after)\b[^.?!]{0,40}\b(?:come|get|go|start|take|have|give) (?:straight )?(?:back to |with |up )?(?:that|this|it|you|yours|her|him|what)\b|\b(?:pick|take|bring) (?:that|it|this) (?:back )?up\b[^.?!]{0,40}\b(?:after|at|before|next|when|once|first|then)\b/i;
/** The group settled on the plan itself (G9). */
const CHOSEN =
  /\b(?:you|we)(?: all| lot)?(?:'d| had)? (?:voted|agreed|chose|decided|asked for|wanted|said you wanted)\b/i;
/** Off what they meet for, and she says so. */
const NOT_FOR_HERE =
  /\b(?:not (?:really )?(?:what|why) (?:this|we)|outside (?:of )?what (?:this|we)|isn't the (?:group|place) for|belongs (?:in|with|at)|a different group)\b/i;

/** What weighs in any telling. */
const GRAVE =
  /\b(?:died|dead|dying|funeral|sentenced|arrested|prison|sacked|fired|evict\w*|homeless|hospital|police|court|hearing|ambulance|crying|cried|sobb\w+|screamed|beat(?:s|en|ing)?|hit (?:me|him|her|us)|relapsed?|used again|drinking again|overdosed?|cancer|tumou?r|miscarr\w+|moved out|walked out|split up|leaving me|left (?:me|us)|took (?:my|the|our|him|her|them) |taken (?:off|from|into)|turned (?:us|me) (?:away|down)|not speaking|won't see me|hate (?:myself|my life|him|her)|can't (?:cope|go on|breathe|do this)|couldn't breathe|haven't slept|on my own now)\b/i;
/** What weighs when it is news, or takes many words to tell. A puppy is news too, and needs no group. */
const TROUBLE =
  /\b(?:can't|couldn't|won't|wouldn't|never|nobody|no one|not (?:been|slept|eaten|seen|heard|allowed|let)|lost|gone|left|stopped|refused|cancelled|broke|broken|shouted|alone|wrong|worse|worst|scared|afraid|hurt|fight|fought|row|don't (?:know|sleep|speak|see|want|let)|doesn't (?:know|speak|want|see|talk)|sick|letter|off)\b/i;
const NEWS =
  /\b(?:today|yesterday|last night|this (?:morning|afternoon|week|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|just (?:got|heard|found|had|been)|since (?:he|she|they|the|last)|the other (?:day|night))\b/i;
/** Words; ours. */
const LONG_TELLING = 20;
const PAINFUL: ReadonlySet<Family> = new Set<Family>([
  'fear',
  'shame',
  'guilt',
  'anger',
  'loneliness',
  'exhaustion',
  'sadness',
  'sleeplessness',
  'loss',
  'parting',
  'violence',
  'children taken',
  'wishing death',
  'not loving a child',
  'harm to self',
]);

/** The worker's own kind word tells that she heard the weight of it. */
const KIND_WORD =
  /\b(?:(?:i'm|i am|so|very|really) sorry|sorry to hear|that(?:'s| is| sounds| must be)(?: \w+)? (?:a lot|rough|hard|tough|big|awful|terrible|sad|heavy|shocking|difficult|horrible|frightening)|sounds (?:\w+ )?(?:hard|tough|rough|awful|difficult|heavy)|oh,? (?:dear|no|man|love|god|gosh)\b|aw+\b|shame|gosh|goodness|bless (?:you|him|her)|poor (?:you|thing|love))/i;

/** A member brings something of their own life that weighs, and is not merely an answer to the exercise. */
function isLive(group: Group, move: Move, reply: Move): boolean {
  if (!byMember(move)) return false;
  const asked = lastBefore(group, move.index, 4, (one) => one.byWorker);
  const answers = asked !== undefined && /\?["”’')]*\s*$/.test(asked.turn.words);
  const words = ownSpeech(move);
  if (move.talk.wordCount < (answers && !NEWS.test(words) ? 8 : 5)) return false;
  if (!speaksOfSelf(move) && !/\b(?:my|our)\b/i.test(words)) return false;
  // A question of procedure, or one about the plan itself, is no story.
  if (PLAN.test(words) || (/\?["”’')]*\s*$/.test(move.turn.words) && move.talk.wordCount < 10)) return false;
  if (GRAVE.test(words) || KIND_WORD.test(ownSpeech(reply))) return true;
  if (TROUBLE.test(words) && (NEWS.test(words) || move.talk.wordCount >= LONG_TELLING)) return true;
  return (
    [...move.talk.families].some((family) => PAINFUL.has(family as Family)) ||
    // What answers the exercise is full of feelings, too; told unasked, a feeling weighs.
    (answers
      ? readsAs(move, 'taboo', 'dread') !== undefined
      : does(move.talk, 'taboo', 'dread', 'feeling') && !does(move.talk, 'disagreement', 'challenge'))
  );
}

/** The live turn that a worker's move answers: right before it, or with a murmur of hers or of theirs between. */
function liveBefore(group: Group, at: number): Move | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const move = group.moves[i]!;
    if (isLive(group, move, group.moves[at]!)) return move;
    if (move.byWorker && (move.talk.wordCount > 8 || /\?/.test(move.turn.words))) return undefined;
    if (byMember(move) && move.talk.wordCount > 6) return undefined;
  }
  return undefined;
}

/** The sentence with which she goes to the plan. */
const goesToPlan = remembered((move: Move): Sentence | undefined => {
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
      (MAY_BE_PLAN.test(text) && (agenda || shift || MOVES_TO.test(text) || WORKS_ON.test(text)))
    );
  });
});

/** Words, names or matter of the live turn. */
function touches(live: Move, move: Move): boolean {
  if (sharedStems(live, move).length > 0) return true;
  return [...live.talk.families].some(
    (family) =>
      (SHARED.has(family as Family) || WEIGHTY.has(family as Family)) && move.talk.families.has(family),
  );
}

/** A question or an invitation that is about it, and not about the exercise. */
function asksOn(live: Move, move: Move, plan: Sentence): boolean {
  return sentencesOf(ownSpeech(move)).some(({ text, start, end }) => {
    const asks =
      /\?["”’')]*$/.test(text) ||
      move.talk.acts.some(
        (act) =>
          (act.act === 'opening' || act.act === 'redirecting' || act.act === 'question-open') &&
          act.start >= start &&
          act.end <= end,
      );
    if (!asks || start === plan.start) return false;
    if (start < plan.start) return text.split(/\s+/).length >= 3;
    return (
      [...live.talk.stems].some((stem) => text.toLowerCase().includes(stem)) ||
      /\b(?:that|this) (?:for|like|with|feel|land)|who else\b/i.test(text)
    );
  });
}

/** The worker lays the plan aside, or owns that she went past. */
function lets(move: Move): boolean {
  const words = ownSpeech(move);
  if (STAYS.test(words) || OWNS.test(words)) return true;
  return does(move.talk, 'repair') && does(move.talk, 'question-open', 'opening', 'redirecting');
}

/** A later turn of hers takes the matter up: in its words, or by turning to the one who brought it with it. */
function takesUpAgain(group: Group, live: Move, move: Move): boolean {
  if (goesToPlan(move) !== undefined) return false;
  if (sharedStems(live, move).length >= 2) return true;
  const answersThem = group.moves[move.index - 1]?.name === live.name;
  if (turnsTo(move, live.name)) return touches(live, move) || does(move.talk, 'history', 'repair');
  return answersThem && touches(live, move) && invites(move);
}

/** The worker comes back to it, or the group stays with it in spite of the plan. */
function returned(group: Group, live: Move, at: number, within: number): boolean {
  const later = movesBetween(group, at + 1, at + within).filter((move) => move.byWorker);
  if (later.some((move) => (move.index <= at + 4 && lets(move)) || takesUpAgain(group, live, move)))
    return true;
  const next = movesBetween(group, at + 1, at + 6);
  const stays = next.filter(
    (move) =>
      byMember(move) &&
      (touches(live, move) || turnsTo(move, live.name) || (move.name === live.name && takesUpMember(move))),
  );
  return stays.length >= 3 && !next.some((move) => move.byWorker && goesToPlan(move) !== undefined);
}

export const pattern: Pattern = {
  id: 'curriculum-over-live-material',
  name: 'Curriculum over live material',
  family: 'PURP',
  core: true,
  severity: 'warning',
  dynamics: ['TA', 'SB', 'IP'],
  skills: ['thinking-group', 'turning-back', 'reaching-for-feeling-link'],
  question: 'What would the group have done with it, had the plan waited?',
  page: {
    looksLike:
      'A member brings something that happened, to them and lately. The worker says a kind word, or none, and goes to the page, the exercise, the next point. Nobody comes back to it.',
    matters:
      'A plan serves when the group has nothing nearer. When somebody brings the very thing that the plan is about, or something larger, going on teaches everyone that life is not the subject here.',
    fine: 'It is put off to a time that is named. The group is asked whether to stay or go on. The page is laid aside for it, or it is what the page is then about. It belongs elsewhere, and the worker says why. The group chose to follow the programme.',
  },
  sources: ['20', 'S'],
  silentIn: ['task-group', 'cool-down'],
  reach: 'session',
  of: 'any',
  // An invitation that follows is most often one to the exercise; a return to the matter itself is looked for here.
  repairable: false,
  thresholds: {
    returnWithin: {
      default: 60,
      why: 'Turns in which she may still come back to it: the rest of an ordinary session (catalogue G; the number is ours).',
    },
  },
  see: (group, _at, threshold) => {
    const said = new Set<Move>();
    return group.moves.flatMap((move) => {
      if (!move.byWorker) return [];
      const plan = goesToPlan(move);
      const live = plan && liveBefore(group, move.index);
      if (plan === undefined || live === undefined || said.has(live)) return [];
      const words = ownSpeech(move);
      if (
        STAYS.test(words) ||
        OWNS.test(words) ||
        PARKED.test(words) ||
        NOT_FOR_HERE.test(words) ||
        CHOSEN.test(words)
      )
        return [];
      if (asksOn(live, move, plan) || returned(group, live, move.index, threshold('returnWithin'))) return [];
      // The same thing passed over again is one finding.
      said.add(live);
      return [
        {
          at: move.index,
          to: move.index,
          span: { start: plan.start, end: plan.end },
          evidence: [{ at: live.index, shows: `${live.name} brings something from life` }],
          message: `${live.name} brings something of ${live.name}’s own at turn ${live.index + 1}, and the worker goes to the plan. It may have been what the plan is for, and somebody else’s too. What would the group have done with it, had the plan waited?`,
        },
      ];
    });
  },
  alternatives: (group, { at, evidence }) => {
    const live = group.moves[evidence[0]!.at]!;
    const others = othersFor(group, live, [live.name]);
    const words = quoted(live);
    const thing =
      /\b(?:page \w+|slide \w+|module \w+|step \w+|(?:work|pink |blue |green )?sheet|handout|booklet|binder|workbook|exercise|film|quiz|diagram)\b/i
        .exec(ownSpeech(group.moves[at]!))?.[0]
        .toLowerCase();
    const plan =
      thing === undefined
        ? 'the plan'
        : /\d| /.test(thing) && !/ sheet$/.test(thing)
          ? thing
          : `the ${thing}`;
    return [
      {
        skill: 'reaching-for-feeling-link',
        line: words
          ? `${plan.charAt(0).toUpperCase()}${plan.slice(1)} can wait. ${live.name}, you said ${words}. Who else here knows something of that?`
          : `${plan.charAt(0).toUpperCase()}${plan.slice(1)} can wait. Who else here knows something of what ${live.name} has just told us?`,
      },
      {
        skill: 'turning-back',
        line: `I have ${plan}, and ${live.name} has brought this. Stay here, or go on? Which does this group need?`,
      },
      {
        skill: 'thinking-group',
        line:
          others.length > 0
            ? `This may be what ${plan} is about, only real. ${called(others)}, what happened in you while ${live.name} spoke?`
            : `This may be what ${plan} is about, only real. What happened in each of you while ${live.name} spoke?`,
      },
    ];
  },
};
