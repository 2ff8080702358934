/**
 * Kinds of moment that people live through and seldom name: a front kept up, a door not gone through, a place still laid.
 * Two who tell of the same kind hardly ever use the same words, so the kind is heard from what is done in it, by whom and
 * to whom. They stand beside the families of feeling and situation (`talk/families.ts`), which go by single words.
 */
import type { Move } from './model.ts';
import { byMember, ownSpeech, remembered } from './sequence.ts';

const NOBODY = "(?:nobody|no one|no-one|none of them|not one|never|doesn't|don't|didn't|won't|not)";
const ONES = '(?:my|his|her|their|the|our)';

const KINDS: Readonly<Record<string, RegExp>> = {
  'a front kept up':
    /\b(?:pretend\w*|(?:thinks?|believes?|thought) (?:that )?(?:i'm|i am|i was|we're|i've|i have)\b|(?:tell|tells|told|telling|tell(?:s|ing)? to) (?:my|him|her|them|people|everyone|everybody|the) ?(?:\w+ ){0,2}(?:that )?(?:i'm|i am|i was|i'd|i had\w*|i've|it was|it's|he's|she's|dad's|mum's|mom's)\b|sa(?:id|y|ys|ying) (?:it was (?:the|a|my)|i was (?:at|on|ill|sick|busy|fine)|i'm (?:at|on|fine|grand|busy)|she pass\w*|he pass\w*|(?:he|she)(?:'s| is) dead)|(?:husband|wife|mother|mum|mom|dad|father|kids|children|family|sons?|daughters?|sister|brother|they|he|she) (?:does not|doesn't|don't|do not|didn't) know\b(?! (?:what|how|if|whether|where|when|why))|dress(?:ed)? (?:up )?for (?:the office|work)|put (?:it|them|the \w+|my \w+|a \w+) on for (?:the|them|him|her)|(?:put|have|keep) (?:a|my|the) (?:good |brave )?(?:face|smile|front) (?:on|up))/,
  'not seen': new RegExp(
    `\\b(?:invisible|(?:look|looks|looked|looking|talk|talks|talked|slide|speak|speaks|spoke)\\b[^.?!]{0,18}\\b(?:past|through|over|round|around) (?:me|us|my head)|could be the (?:wall|chair|furniture)|(?:part of the )?(?:furniture|wallpaper)\\b|${NOBODY} (?:\\w+ ){0,2}(?:ask|asks|asked|looks?|looked|sees?|saw|notice\\w*|hears?|heard|listens?|listened) (?:me|us|at me|at us|to me|to us|after me|how i|what i|her|him)\\b|look(?:s|ed)? at ${ONES} (?:chair|machine|screen|file|form|bag|stick|computer|watch|notes)|(?:like|as if|as though) (?:i'm|i am|i was|i were|we're|we were|i) ?(?:not|weren't|wasn't|isn't|nobody|nothing|a ghost|the wall|air)|(?:speak|speaks|spoke|talk|talks|talked) to (?:my|her|his|the) \\w+,? (?:not|instead of|and not|never) (?:to )?me|thin air)`,
  ),
  'a door not gone through':
    /\b(?:(?:can't|couldn't|cannot|could not|couldnae|didn't|wouldn't|don't|never|not) (?:\w+ ){0,2}(?:go|get|gone|been|walk|set foot|step|face going) (?:in|inside|into|up|through|past|near|out of (?:my|the) car|over the)|(?:sat|sit|sitting|stood|stand|standing|waited|parked) (?:\w+ )?(?:outside|at the (?:gates?|door)|by the door|in (?:my|the) car|on the wall|in the car park)|(?:got|get|went|as far as) to the (?:door|gate|gates|corner|step)|legs (?:wouldn't|would not|won't|went)|(?:walk|walked|go|went|drive|drove) (?:round|around|past|by) (?:by )?(?:the back|it|the long way)|cross(?:ed)? the (?:road|street)|turned (?:round|around|back)|hung up|put the phone down before)\b/,
  'not to be looked at':
    /\b(?:(?:not|never|haven't|hadn't|can't|couldn't|don't|didn't|won't) (?:\w+ )?(?:look|looked|look at) (?:at )?(?:it|that|them|myself|down|in the mirror)|look(?:ed)? at the (?:ceiling|wall|floor|tiles?)|looked away|eyes (?:shut|closed)|(?:shut|close|closed) my eyes|mirror (?:round|to the wall|covered)|radio on\b[^.?!]{0,10}\. when they)/,
  'still done as if':
    /\b(?:i (?:do )?still (?:\w+ )?(?:buy|put|set|make|lay|cook|go out|get|keep|say|reach|ring|call|listen|wake|turn|save|iron|pour|sleep on|leave|wait|look)|can't (?:quit|stop) (?:buying|laying|setting|listening|cooking|making)|(?:laid|set|lay|cook(?:ed)?|make|made) (?:a place|the table|two|for two|for four|for three|enough for)|put (?:it|them) back in|(?:haven't|not|never) (?:\w+ )?(?:moved|washed|thrown|touched|cleared|emptied|changed|opened) (?:his|her|their|it|the (?:bed|room|wardrobe|drawer|coat)))\b/,
  'only things for company':
    /\b(?:(?:radio|telly|tv|television|wireless) (?:on|going)\b|for (?:the )?company|only (?:person|one|body|soul|voice) (?:that )?i\b|(?:talk|talks|talking|talked|good morning|good night|goodnight|chat\w*) to the (?:dog|cat|wall|walls|radio|telly|tv|kettle|postman|weather ?man|photo|plants?|birds?|bus driver)|good morning (?:to|off)|nobody (?:to tell|rings|calls|comes|knocks|there)|no one (?:to tell|rings|calls|comes|knocks)|(?:days|whole week(?:end)?|since \w+) (?:\w+ ){0,3}without (?:speaking|talking|a word)|nothing but the clock|phone (?:doesn't|don't|never) ring)/,
  'food and place measured out':
    /\b(?:(?:count|counts|counted|counting) (?:the|my|his|her|our|every) (?:slices?|eggs|bread|biscuits|cups|tea ?bags|plates|spoons|food)|padlock|lock(?:s|ed)? (?:up )?(?:the|her|his|it|me out)|(?:eats?|ate|eating|takes? (?:his|her) plate|sits?) (?:\w+ )?(?:outside|alone|apart|upstairs|in (?:his|her|my|the) (?:room|car|stairwell|toilet|bedroom|stairs)|with the dog)|leaves (?:out )?(?:one|a) (?:cup|plate) (?:\w+ )?for me|(?:under|in) (?:my |her |his |the )?(?:sister|brother|uncle|cousin|aunt\w*|mother|friend)'s (?:roof|sofa|couch|floor|place|shop|house)|on (?:her|his|their|my \w+'s) (?:sofa|couch|floor))\b/,
  'quiet that cannot be borne':
    /\b(?:(?:if|when) it(?:'s| is|s) (?:too )?(?:quiet|silent|dark)|no sounds?\b|too quiet|the quiet\b|sleep\w* (?:in (?:my|the) car|with the (?:tv|telly|light|radio|lamp))|with the (?:tv|telly|light|radio|lamp) on|(?:hear|listening (?:for|to)) (?:the (?:machine|oxygen|pump|stairs|door|key|clock)|him|her|it|when he|when she|every))\b/,
  'kept from one’s children':
    /\b(?:(?:didn't|doesn't|won't|don't|never) (?:put (?:him|her|them) on|let me (?:see|talk|speak)|bring (?:him|her|them)|come to the phone|want to see me)|new (?:daddy|dad|mummy|mum|mom|father|mother)|call(?:s|ed|ing)? (?:him|her|another \w+|someone else) (?:daddy|dad|mummy|mum|mom|papa|mama)|(?:hold|holding|held) the phone|(?:one|two|an|half an) hours? (?:a|every) (?:week|fortnight|month)[^.?!]{0,20} (?:see|with) (?:him|her|them|my))\b/,
  'looked at and judged':
    /\b(?:(?:they|people|everyone|everybody|neighbours|neighbors|all of them|the whole \w+) (?:all )?(?:know|knows|knew|stare[ds]?|look(?:ed|s)?|talk(?:ed|s)?|laugh(?:ed|s)?|whisper\w*|point\w*|film\w*|watch\w*|think|was filming|were filming) ?(?:me|at me|about me|us|at us|i'm|i am|when)?\b[^.?!]{0,12}(?:me\b|us\b|i'm|filming|staring|talking)|(?:saw|see|seen) my face|show my face|(?:looks?|looked) at me (?:first|like|as if|funny|different)|(?:were|was) (?:filming|staring|whispering)|at the windows?\b)/,
  'a hidden corner to break down in':
    /\b(?:(?:cry|cried|crying|sat|sit|lying|lie|lay|hide|hid|stayed|stay|locked)\b[^.?!]{0,30}\b(?:in|on) (?:the|my) (?:bathroom|toilet|loo|shower|car|shed|garage|pantry|stairs|bath|kitchen floor|bathroom floor|stairwell)|only (?:room|place) (?:in which|where|i))\b/,
  'asked about the gap':
    /\b(?:ask(?:ed|s|ing)?\b[^.?!]{0,30}\b(?:where (?:i|you)(?: was|'ve been|'d been| were| have been)|these (?:\w+ )?years|mother name|father name|what (?:i|you) do|about (?:my|the) (?:gap|address|record|marks|arms|accent))|mouth (?:will|just|would|went)\b[^.?!]{0,10}\bdry|(?:name|address|number) (?:on|in) (?:the|their) (?:list|register|form|system)|(?:they|man|woman|lady|boss) (?:see|sees|saw|looked at) (?:my|the) (?:name|address|postcode|record|gap|age))/,
};

/** The kinds of moment that a member's move tells of. */
export const momentsIn = remembered((move: Move): readonly string[] => {
  if (!byMember(move) || move.talk.wordCount < 4) return [];
  const words = ownSpeech(move).toLowerCase();
  return Object.keys(KINDS).filter((kind) => KINDS[kind]!.test(words));
});
