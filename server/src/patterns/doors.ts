/**
 * Doors to what is seldom said aloud: what has been told to nobody, is asked leave for, is wished, done or not felt, and of
 * what people seldom speak. One word is never enough; reasons add up, and what the worker then does decides.
 */
import { leansTo, troubleIn } from '../group/floor.ts';
import type { Move } from '../group/model.ts';
import { byMember, ownSpeech, remembered } from '../group/sequence.ts';
import { type Family, WEIGHTY } from '../talk/families.ts';
import { type Perhaps, reason } from './weighing.ts';

/** Has not been said: to nobody, on no form, not aloud; is kept from people; nobody knows. */
const UNTOLD =
  /\b(?:(?:never|not|n't|nae|no longer) (?:\w+ )?(?:said|told|tell|say|spoken|speak|talked|talk|admitted|admit|mentioned|mention|written|put|breathed|opened my mouth|let on|owned up|confessed)(?= (?:this|that|it|about|of|a (?:word|soul)|any|no ?(?:body|one)|my|out loud|aloud|to (?:any|a soul|no|my|him|her|them))|[.,;]|$)|told (?:no ?one|nobody|not a soul)|n(?:o|ae)body (?:says|talks about|knows|else knows|asks about)|no one (?:knows|says|else knows)|(?<!\b(?:i|we|you) )(?:does not|doesn't|do not|don't) know(?: about (?:it|this|me))?[.]|\bi(?:'ve| have|'d)? (?:\w+ )?(?:kept|keep|hid|hide|hidden) (?:it|this|that) (?:from|to myself|in)|(?:first|only) (?:time|one|place|person|people)[^.?!]{0,20}\b(?:told|tell|said|say|saying)|behind (?:his|her|their) back|(?:there's|there is|it's) no (?:sheet|form|box|leaflet|word|card|page|group|chapter)s? for (?:that|this|it)|there(?:'s| is|'re| are) reasons?\b|\bi (?:say|said|tell (?:him|her|them)|told (?:him|her|them)) (?:that )?(?:i|it) (?:fell|slipped|walked into|was (?:an accident|nothing|ill|sick|at|the)))/i;
/** Asks not to be judged, or judges it: awful, shameful, not to be said. */
const FORBIDDEN =
  /\b(?:don't (?:judge|hate) me|can't believe i'm saying|i know (?:it's|this is|that's|it is|how (?:it|that|this) sounds|it sounds|that sounds)(?: (?:awful|terrible|wrong|bad|mad|sick))?|(?:shouldn't|should not|(?:not|n't) (?:meant|supposed|allowed|able|done) to|mustn't|can't) (?:say|be saying|feel|think|admit)\b(?: (?:it|that|this|these|so|things?))?(?: (?:in )?here| out loud| aloud| to (?:any|some)(?:one|body)| in public)?[.,!]|(?:not|\w+n't|never|no) (?:had|have|got|find|found) the (?:nerve|heart|courage|guts|face) (?:to|for)|(?:sounds|is|was|am|i'm) (?:an? )?(?:awful|terrible|bad|wrong|wicked|evil|horrible|monster|sick|disgusting|messed up)\b|god forgive|kind of messed up|would be ashamed|ashamed of (?:it|that|me|myself|how|what)|(?:as soon|sooner|rather) not (?:say|tell|talk)|(?:hard|difficult|ugly|shameful) (?:thing )?to (?:say|admit|own)|what kind of (?:a )?(?:mother|father|son|daughter|person|man|woman|wife|husband|sister|brother|thing to))/i;
/** Goes ahead of something that costs: asks for the floor for it, or says that now comes the truth. */
const AHEAD =
  /\b(?:(?:(?:can|could|may|might) (?:i|we) (?:just )?|let me |(?:i'm|i am) (?:going to|gonna) (?:just )?(?:say|tell)|i (?:must|need to|have to|want to|better|should|ought to|may as well|might as well|will|'ll|have got to|gotta|had better) )(?:just )?(?:say|tell|confess|admit|own)(?: (?:you|ye|yous|y'all|them|all|everybody))?(?: something| one thing| a thing| it| this| that| ye| the truth|[.,:])|(?:might|may) as well (?:tell|say)|to be honest with (?:you|ye|yous|y'all|everybody)|i'?(?:ll| will|'m going to|'m gonna| have to| must)? be honest|(?:if i'm|being|if i am) (?:really |truly |quite )?honest|(?:the |god's )?(?:honest )?truth (?:is|be told|of it)|i (?:confess|admit|own up))/i;
/** Wishes and gladness that are seldom owned: of a death, an end, an absence; that a child were not. */
const WISH =
  /\b(?:(?:nearly |almost |was |were |felt |i'm |so |just )?(?:glad|relieved|pleased|happy) (?:(?:when|that) (?!the\b|it\b|my\b|we\b|i\b|our\b|an?\b)|it was|he\b|she\b|they\b|to see (?:him|her|them) go)|(?:was|felt|is|am|i'm|it was) (?:\w+ )?relie(?:ved|f)\b(?! (?:when|that|because|to (?:get|see|find|hear)) (?:the|it|my|a|an|we|i|our)\b)|nearly glad|(?:want|wanted|wish|wished|hope|hoped|pray|prayed|waiting|praying|hoping|wishing) (?:\w+ ){0,3}(?:gone|dead|die|died|dies|over|to end|to stop|to be over|rid)|(?:wish|wished|hope|hoped|pray|prayed|praying|hoping) (?:to god |that )?(?:he|she|they|it|mum|mom|dad|mam|\p{Lu}\w+)(?:'d| would| will)?(?: just| only)? (?:won't|don't|doesn't|wouldn't|didn't|not|never|hadn't) (?:wake|come|make|get|survive|pull|live|been)|thought,? (?:now|good|at last|finally|let (?:him|her|it))|(?:i|inside|head|heart|me) (?:\w+ )?(?:said|say|says|went|thought),? (?:["“”'‘’])?(?:good|thank god|at last|finally|serves|better (?:him|her|them))\b|would(?: not|n't) have (?:had|kept|taken|married|borne) (?:him|her|them|it|any|kids|children|the baby)|(?:wish|wished) (?:i|we)(?:'d| had) (?:never|not) (?:had|met|married|taken|come|been)|regret (?:having|that i)|it's easier (?:without|now|since)|better (?:off )?(?:without|when (?:he|she)|dead)|(?:prefer|rather|like|liked) (?:it|them|him|her) (?:that way|when (?:he|she|they)|gone|asleep|away)|(?:i'd|i would) (?:sooner|rather) it\b|jealous of|not sorry|i want rid|rid of (?:him|her|them))/iu;
/** Feelings that ought to be there and are not, or the reverse; a body that lies still; a faith gone. */
const WITHOUT =
  /\b(?:(?:don't|didn't|do not|did not|never|can't|couldn't|cannot) (?:even |really )?(?:love|want|like|miss|feel (?:anything|a thing|nothing|it|sad|sorry)|stand|bear|look at|touch|cry) (?:him|her|them|it\b(?! to)|my|mine|the baby|anything|at the|for)|(?:not|don't|haven't|no longer|stopped) (?:believed?|believing|praying|prayed?)|i lie still|if i don't (?:move|answer|get up)|counting till|count to \w+|hat(?:e|es|ed|ing) (?:him|her|them|my|myself|mine|it when|the (?:sight|sound|smell|breathing|voice|feel))\b|when (?:he|she)'s (?:not there|asleep|away|gone))\b/i;
/** What one did oneself, and would be blamed for; a lie that one lives. */
const DEED =
  /\b(?:i(?:'ve| have|'d| had)? (?:hit|slapped|shook|smacked|pushed|beat|stole|stolen|(?:took|taken) (?:the )?money|lied|drank|drunk|used(?! to)|cheated|gambled|locked (?:him|her|them)|left (?:him|her|them|it) (?:there|alone|lit|on|open|in the|with|crying|to)|ran (?:off|away|out)|put my hands? (?:to|on|round)|(?:raised|lifted) my hand|paid nothing|not paid|signed (?:him|her|them) (?:over|away))|it was me (?:that|who)|(?:i(?:'ve|'d| have| had| do| always| still| just)? (?:tell|told)|telling) (?:people|them|everyone|everybody|my \w+|the (?:kids|school|family|neighbours|office|others)|him|her|folk)(?: (?:at|in|from|on) (?:\w+ ){1,3}?\w+)?(?: that)? (?:my|he|she|i|they)(?:'s|'m| is| am| was| were| are|'re|'d| had| have|'ve)? ?(?:\w+ ){0,4}?(?:dead|died|single|fine|abroad|away|passed|overseas|divorced|gone|on (?:nights|shift|holiday)))\b|\b(?:supposed to (?:be|have been) (?:there|with (?:him|her|them)|me)|should(?:'ve| have) been me|instead of me|could(?:'ve| have) been me)\b|\b(?:i (?:always |still |just )?tell|telling|told every(?:one|body)) (?:\w+ ){0,6}?(?:i'm|he's|she's|i am|he is|she is|he|she) (?:still )?(?:working|works|at (?:the|my|a))\b/i;
/** Of the weighty families those that are seldom named by chance. */
const UNSPOKEN: ReadonlySet<Family> = new Set<Family>([
  'sex',
  'wishing death',
  'not loving a child',
  'harm to self',
]);

/** A bedroom alone is a room. */
const SEX =
  /\b(?:sex\w*|intima\w+|sle(?:ep|pt) (?:together|with (?:him|her|them|me|my|the|a|some\w+|an\w+|men|women|other)\b)|affair|cheat\w*|porn\w*|erection|libido|desire|touch\w*|bed(?:'s| is) (?:in|down))\b/i;

/** Matters that are seldom named in any company: of the body, the law, the heart and the purse, each by its plain words. */
const SELDOM_NAMED =
  /\b(?:abortions?|terminations?|miscarr\w+|stillb\w+|hiv|aids\b|herpes|std|viagra|impoten\w+|menopaus\w+|masturbat\w*|unfaithful|another (?:man|woman)\b|undocumented|no papers|without papers|deport\w*|shoplift\w*|stole\b|stolen from|(?:i|we)(?:'ve| have)? (?:begged|stolen|nicked|robbed)|loan shark|money ?lender|pawn(?:ed)?|bailiffs?|food ?bank|(?:go|went|going|goes) hungry|nothing to eat|hear(?:ing)? voices|voices in my|the voices|jealous of (?:my|her|his|them|my own)|envy (?:my|her|him|them)|disgusts? me|can't stand (?:my|him|her|them|the (?:sight|smell))|(?:i|we) (?:don't|do not|didn't|never) (?:love|like|miss|want) (?:him|her|them|my|it any ?more|being)|(?:angry|furious|mad) (?:with|at) (?:my (?:dead |late )?(?:mother|mum|mam|mom|father|dad|son|daughter|husband|wife|brother|sister)|god|him for dying|her for dying)|(?:relief|relieved|glad) (?:when|that) (?:he|she|they|it)|raped?|incest|molest\w*|touched me|(?:been|not|never) touched\b|(?:touched|held) by (?:any|no|some)\w+|tied? (?:him|her) (?:up|down|to))\b/i;

/** What a body does that shames: told in as few words as may be. */
const OF_BODY =
  /\b(?:i|i've|i'd) (?:\w+ )?(?:wet|soil(?:ed)?|pee(?:d)?|piss(?:ed)?|shit|shat|mess(?:ed)?|dirt(?:ied)?) (?:myself|my(?:self)? (?:bed|pants|trousers|clothes|chair)|the bed|in the bed|my)\b/i;
/** Ends with what it asks: nothing is told yet. */
const ASKING = /\?["”’')]*\s*$/;
/** Relief at a parcel is no wish. */
const OF_A_THING =
  /\b(?:glad|relieved|pleased|relief) (?:when|that|because|to (?:get|see|find|hear)) (?:the|it|my|an?|we|i|our)\b/i;

/** How far a member's move opens a door to what is seldom said, as reasons. */
export const doorIn = remembered(
  (move: Move): { readonly reasons: readonly Perhaps[]; readonly sum: number } | undefined => {
    const words = ownSpeech(move);
    if (!byMember(move) || (move.talk.wordCount < 5 && !OF_BODY.test(words))) return undefined;
    const families = [...move.talk.families] as Family[];
    const reasons = [
      reason('the tagger hears a taboo', 1.6, leansTo(move, 'taboo')),
      reason(
        'it is said to be hard to say, or told to nobody',
        1.6,
        UNTOLD.test(words) || FORBIDDEN.test(words),
      ),
      reason('leave is asked for it, or the truth announced', 0.9, AHEAD.test(words)),
      reason(
        'a wish or deed that is seldom owned',
        1.4,
        WISH.test(words) || WITHOUT.test(words) || DEED.test(words),
      ),
      reason(
        'of what people seldom speak',
        1.2,
        families.some(
          (family) =>
            UNSPOKEN.has(family) &&
            (family !== 'sex' || SEX.test(words)) &&
            (family !== 'wishing death' || !OF_A_THING.test(words)),
        ),
      ),
      reason('of what a body does, and nobody tells', 2.4, OF_BODY.test(words)),
      reason('a matter that is seldom named', 1, SELDOM_NAMED.test(words)),
      reason(
        'a matter that weighs',
        0.5,
        families.some((family) => WEIGHTY.has(family) && !UNSPOKEN.has(family)),
      ),
      reason('it is told of one’s own', 0.8, Math.min(1, Math.max(-1, troubleIn(move) / 2))),
      reason('it is a question', -1, ASKING.test(words)),
      reason(
        'it is said to one of the others',
        -0.6,
        move.talk.addressee.kind === 'person' && move.talk.addressee.by === 'label',
      ),
      reason('good news', -1, leansTo(move, 'success')),
      reason('it is a joke', -0.5, leansTo(move, 'joke')),
    ];
    return { reasons, sum: reasons.reduce((total, each) => total + (each?.weight ?? 0), 0) };
  },
);
