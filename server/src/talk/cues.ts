/**
 * Cues: turns of phrase by which an act often shows. A cue nominates and never decides: the tagger weighs it beside the
 * sentence's mood, subject, place and uptake. Matched on lower-case text with straight apostrophes.
 */
export const CUES: Readonly<Record<string, RegExp>> = {
  // advice, plain and disguised
  'you should':
    /\byou (?:really |probably |maybe |just |do )*(?:should|ought|need to|have to|must|might want|may want|had better|want to|wanna|could always|could just|could try|could ask|could ring|could call|could go|could get)\b|\byou'd better\b|\byou'll (?:want|need) to\b/,
  'in your place':
    /\bif (?:i|it) (?:were|was) (?:you|me)\b|\bin your (?:place|shoes|position)\b|\bmy advice\b|\bi(?:'d| would) (?:suggest|recommend|advise|urge|go|ring|start|tell|ask|leave|get)\b|\bmy suggestion\b/,
  'have you tried':
    /\b(?:have|had|did) (?:you|any of you) (?:ever |not |even )*(?:tried|try|thought (?:about|of)|considered|looked (?:at|into)|asked|spoken to|talked to|been to|rung|called)\b/,
  'why not':
    /\bwhy (?:don't|not|can't) (?:you|just|try|we|ask|go)\b|\bwhat if you\b|\bhow about (?:you|\w+ing)\b|\bwhat about \w+ing\b|\bmaybe (?:you|try|it's worth|if you)\b|\bperhaps (?:you|try|if you)\b|\bwouldn't it\b|\bdon't you think\b|\bworth (?:a|asking|trying|ringing|getting|having|looking|checking)\b/,
  'a thing exists':
    /\bthere(?:'s| is| are|'re)\b.{0,60}\b(?:clubs?|groups?|class(?:es)?|cent(?:re|er)s?|lines?|helpline|hotline|service|library|course|app|book|website|clinic|form|fund|scheme|team|programme|program|charity|drop-?in|leaflets?|number|grant|nurse|place|website|pool|sessions?|workshop|people who|ways?)\b/,
  'they offer':
    /\b(?:they|the \w+) (?:do|run|runs|does|offer|offers|have|has|give|gives) (?:a|an|some|free|lovely|these|those|walks?|classes)\b/,
  'the thing to do':
    /\b(?:the )?(?:best|main|trick|key|important|first|thing|secret|answer) (?:thing )?(?:is|here is|there is|to do)\b|\bwhat (?:helps|works|you do|you want)\b|\bit (?:helps|works|pays) (?:if|to|when)\b|\ball you (?:have|need)\b|\bjust (?:try|tell|ask|ring|call|keep|get|go|take|say|be|let|leave|put|write)\b/,
  'a tip from home':
    /\b(?:mine|my \w+|ours|we) (?:always|usually|just|used to|swears?|found|settles?|sleeps?|goes)\b|\bworks? (?:a treat|wonders|for me|every time)\b|\bdoes the trick\b|\bi (?:always|find|found|swear by)\b/,
  'already settled':
    /\bso you(?:'ll| will|'re going to)\b|\byou(?:'ll| will) (?:ring|call|go|speak|talk|tell|ask|write|see|get|take|start|try|have)\b/,
  'advice verb first':
    /^(?:(?:so|well|okay|ok|and|but|look|listen|right|no|just|maybe|then|please|always|never)[, ]+)*(?:try|ring|call|phone|write|ask|tell|get|take|keep|give|put|make|go|talk|speak|leave|stop|don't|never|start|set|avoid|remember|pick|sit|see|bring|buy|find|use|get yourself|say no|walk|breathe)\b/,
  // reassurance and making small
  "don't worry":
    /\b(?:don't|do not|no need to|nothing to|try not to|mustn't|not to) (?:you )?(?:worry|be (?:scared|afraid|silly|daft|hard)|feel (?:bad|guilty|ashamed)|beat yourself|fret|panic)\b|\bno need\b/,
  'it will be fine':
    /\b(?:it|things?|that|you|he|she|they|this|everything|we)(?:'ll| will|'s going to| is going to|'re going to| are going to| always| usually| does| do)? (?:all )?(?:be|get|turn out|work out|come (?:right|good|round|around)|pass|settle|sort|blow over) ?(?:all |absolutely |just |perfectly |totally )?(?:fine|ok|okay|alright|all right|grand|better|easier|right|good|out|over|itself)?\b/,
  "i'm sure":
    /\bi'?m (?:sure|certain|positive|confident)\b|\bi bet\b|\bi have no doubt\b|\bno doubt\b|\btrust me\b|\bbelieve me\b|\bi promise\b|\bhonestly,? you\b|\bof course (?:you|he|she|they|it)\b|\bbound to\b|\bgive it time\b|\btime (?:heals|is a)\b/,
  'you are strong':
    /\byou(?:'re| are|'ve| have)?(?: all)? (?:been )?(?:so |such a |very |really |a |the |much |far )*(?:strong\w*|brave|tough\w*|amazing|wonderful|capable|fantastic|incredible|good (?:mum|mom|mother|dad|father|person|parent|man|woman|wife|husband|son|daughter)|doing (?:great|well|brilliantly|fine|so|really|a|everything|your best)|great|a fighter|a survivor|fighters?)\b|\byou(?:'ve| have) (?:got )?(?:so much|this|what it takes|it in you|everything|come (?:so|a) )/,
  'nobody would':
    /\b(?:nobody|no one|no-one|none of us|not one person|anyone)(?: here| in here)? (?:thinks?|would|blames?|minds?|is (?:judging|going)|could|can|will|'s|who)\b/,
  "wouldn't if": /\b(?:wouldn't|would never|'d never|couldn't) (?:have|be|do)\b.{0,60}\bif\b/,
  everyone:
    /\b(?:everybody|everyone|we all|all of us|most (?:people|parents|carers|women|men|of us)|lots of people|plenty of people|many people|a lot of people|all (?:mothers|parents|carers|couples|families|kids|teenagers|new))\b/,
  normal:
    /\b(?:normal|natural|common|typical|part of|usual|par for the course|just (?:a phase|the|how|what)|only (?:human|natural|been|a))\b/,
  'at least':
    /\bat least (?!\d|one|two|three|four|five|six|ten|twice|once|an? (?:hour|week|day))|\bcould (?:be|have been) (?:a lot |far |much )?worse\b|\blook on the bright\b|\bbright side\b|\bsilver lining\b|\blucky\b/,
  // leaving the subject
  'moving on':
    /\b(?:anyway|anyhow|moving on|move on|move along|move us on|let's (?:get|go) (?:back|on)|get back to|back to (?:the|our|where|page|what)|before we (?:run|finish|go|lose|get)|next (?:on|item|up|thing|question|page)|on to|change the subject|different note|lighter|cheer|brighter|positive|happier|park (?:that|it)|leave (?:that|it) there|in the interest of time|speaking of|by the way|that reminds me|while i remember|we've (?:got )?a lot to (?:get|cover))\b/,
  agenda:
    /\b(?:agenda|hand-?outs?|work-?sheets?|module|page|sheets?|slides?|exercise|activity|topic|curriculum|programme for|lesson|chapter|step \w+|item|flip ?chart|cards?|list|diagram|homework|session plan|plan for today|questionnaire)\b/,
  // opening, linking, handing on
  'who else':
    /\bwho (?:else|here|in here|recogni[sz]es|knows|has|wants|would|'s been|feels|'d)\b|\bany(?:one|body)(?: else| here)?\b|\bwhat (?:do|does|did|would|about) (?:people|everyone|everybody|others|the others|folks|the rest|you all|the group|anyone|any of you|you lot|the others)\b|\bthe rest of (?:you|us|the)\b|\bhow (?:is|was|does|did|about) (?:that|it|this)? ?(?:for|land|sit|sound).{0,20}(?:others|rest|everyone|people|you all|anyone)\b|\bothers\b|\bwhat (?:strikes|strike|are) (?:you|people|others)\b/,
  'the room':
    /\b(?:the group|this group|in (?:the|this) (?:room|circle|group)|in here|around (?:the|this) (?:circle|room|table)|you(?:'ve| have)? all|all of you|each other|one another|between you|together|among(?:st)? (?:you|us|ourselves)|this room|as a group|us)\b/,
  'sit back':
    /\bi(?:'ll| will|'m going to|'d rather|'m) (?:sit back|stay out|stay quiet|shut up|be quiet|hush|step back|lean back|say less|listen|leave (?:it|that|this) (?:with|to) you|get out of|keep out|out of|just listen|sitting back|staying out)\b/,
  'heard in two':
    /\b(?:both of you|you(?:'re| are)? both|two of you|three of you|the two of you|that's (?:two|three)|several of you|some of you|a few of you|same (?:thing|word|as|kind|knot|fear|boat)|similar|close to what|like what|like \w+ (?:said|was|told|did)|(?:what|as) \w+ (?:said|was saying|told|called|described|did)|you said (?:that|something)|echo\w*|in common|connect\w*|thread|link\w*|not the only)\b/,
  'say it to':
    /\b(?:say|tell|ask|put|give|hand|throw|take|address|direct) (?:that|it|this|him|her|them|us|the group|everyone)? ?(?:to|across to|back to|over to)?\b.{0,12}\b(?:him|her|them|each other|the group|everyone|<name>)\b|\brather than (?:to )?me\b|\bnot (?:to )?me\b|\bdon't (?:look at|tell|ask) me\b|\blooking at me\b|\bwhat would you (?:say|want to say|want to ask)\b/,
  // authority
  'we will':
    /\b(?:we(?:'re| are) going to|we(?:'ll| will)|i(?:'ve| have) decided|i want (?:you|us|everyone)|i(?:'m| am) going to|i(?:'ll| will) (?:have|put|move|change|start|take|let|give|split|pair|need)|i(?:'ve| have) (?:put|moved|booked|changed|arranged|asked|told|split|made)|from now on|from next week|next week(?:'s)?|not allowed|no phones|the rule|that's settled|so that's|it's decided|starting (?:next|from)|i'd like (?:you|us|everyone|to))\b/,
  takeover:
    /\b(?:leave (?:it|that|this) (?:with|to) me|i(?:'ll| will| can|'m going to) (?:have a word|ring|call|phone|speak|talk|email|write|sort|look into|find out|raise|get onto|get on to|take (?:it|that|this) (?:up|to|away|back)|chase|deal|see what|handle|fix|make sure|check|contact|pass))\b|\bget (?:that|it|this) sorted\b/,
  smoothing:
    /\b(?:both (?:right|have|make|made|got|of you (?:have|make|are))|agree to (?:disagree|differ)|no right or wrong|all friends|good points?|let's (?:not (?:fight|argue|fall|get)|keep (?:it|things)|all (?:just )?|calm|be (?:kind|nice|gentle)|take a breath|have (?:a|some) (?:tea|break|cuppa|coffee))|calm (?:down|it)|settle down|same side|same team|at the end of the day|meet in the middle|easy now|now now|come on,? (?:you two|both|everyone|guys))\b/,
  judging:
    /\b(?:(?:\w+) (?:has|'s got|has got) a (?:good |fair |very good )?point|(?:is|'s|are|are not|isn't) (?:right|wrong|fair|not fair|not right)|i (?:agree|think i agree|have to agree|'m with|side) with|(?:i )?(?:have to|must|'d have to) say .{0,20}right|that's not (?:really )?(?:fair|true|right|how))\b/,
  scolding:
    /\b(?:we don't (?:talk|speak|treat|do|say|use)|that's not (?:nice|kind|how we|acceptable|on|appropriate)|apologi[sz]e|enough(?: now)?|behave|respect(?:ful)?|language|grow up|unacceptable|i won't have|shame on|i expect)\b/,
  excusing:
    /\b(?:give (?:him|her|them|<name>|\w+) (?:a (?:break|rest|minute)|some space)|let's (?:leave|give|go easy|not push|not)|go easy|leave (?:him|her|it|<name>|\w+) (?:be|alone|there|for now)|(?:been|had|has had|'s had) (?:through )?enough|what \w+ (?:means|is trying|was trying|'s trying)|doesn't have to|don't have to (?:answer|say)|off the hook|hard on (?:him|her|<name>|\w+)|picking on|ganging)\b/,
  'speaks for all':
    /\bwe(?: can)? all (?:feel|agree|know|want|think|care|understand|love|need|hope|of us)|\bwhat (?:the group|we|everyone|this group) (?:is|are|'s|all) (?:saying|feeling|really|trying)|\bthe group (?:feels|thinks|wants|agrees|is saying|needs)|\beveryone (?:here )?(?:feels|agrees|thinks|wants|knows|is (?:feeling|behind|with))/,
  process:
    /\b(?:i (?:notice|noticed|'m noticing|saw|see|heard|wonder|can feel|felt)|it(?:'s| has| went| got|'s gone) (?:gone |got |very )?(?:quiet|silent|hot|heavy|still)|the (?:quiet|silence|room|temperature|laugh)|went quiet|what(?:'s| is) (?:happening|in (?:that|this|the) (?:quiet|silence))|each time|every time|looking at (?:me|the floor|each)|eyes|leaned|nodd\w+|several of you|some of you (?:nodded|looked|moved))\b/,
  repair:
    /\b(?:i (?:cut|jumped|interrupted|rushed|answered|talked over|went (?:too|straight)|did(?:n't)?|shouldn't have|got that|missed|took (?:that|over)|spoke|moved|filled)\b.{0,30}\b(?:you|in|across|too|fast|quick|off|over|that|there|past|on|for)|my (?:mistake|fault|bad)|that was (?:me|my)|i'm sorry|sorry,? (?:\w+)|let me (?:take that back|start again|back up|hand)|scratch that|i take that back)\b/,
  credit:
    /\b(?:you(?:'ve| have)? (?:all |two |both )?(?:did|done|worked|got|found|made|sorted|managed|figured|came|just|solved|built).{0,30}(?:yourselves|between you|together|without me|each other|that|there|it)|all i did|nothing to do with me|i (?:hardly|barely|didn't) (?:said|say|spoke|do|did)|(?:group|lot) (?:did|made|got|managed|has))\b/,
  defending:
    /\b(?:i(?:'ve| have) (?:got|been|had|a) .{0,20}(?:degree|training|years|qualif|experience|trained|masters?|masters)|(?:doing|do|does|try|trying|tried) (?:their|our|my|the) best|funding|(?:we|they|i) (?:have to|need to) follow|policy|procedures|there(?:'s| is) a reason|in (?:their|our|my) defence|(?:i'm|i am) only|it's not up to me|not my|i was told|evidence[- ]based|how (?:it|the group) works)\b/,
  purpose:
    /\b(?:why we(?:'re| are)|the (?:purpose|point|reason|aim|idea) of (?:this|the|our)|we(?:'re| are)(?: all)? here (?:to|so|because|for)|this group is|so that (?:nobody|you|we|no one)|what brings|brought (?:you|us)|get out of (?:this|coming)|come (?:here )?to)\b/,
  rule: /\b(?:rules?|norms?|agreement|ground rules|one (?:person|at a time)|phones? (?:off|away)|no (?:phones|swearing|interrupt\w+|judg\w+|crosstalk)|respect each|we (?:agreed|don't|listen|take turns))\b/,
  confidential:
    /\b(?:confidential\w*|stays? (?:here|in (?:this|the|these))|leaves? (?:this|the|here)|outside (?:this|the|these)|private|between (?:us|these)|repeat(?:ed)? (?:outside|what)|four walls|share (?:it|this) outside|report)\b/,
  ending:
    /\b(?:last (?:session|meeting|time|one|week|day|group)|final (?:session|meeting|week)|(?:one|two|three|four|five|six|\d) (?:more |left|sessions?|meetings?|weeks?)(?: left| to go| more)?|goodbyes?|the end|ending|finish(?:es|ing)? (?:up|in|next)|wrap(?:ping)? up|when (?:this|the) (?:group )?(?:is|ends|finish\w*|stops)|after (?:this|next) (?:week|session)|say goodbye|carry (?:on|away)|take (?:away|with))\b/,
  history:
    /\b(?:last (?:week|time|session|month)|a (?:few|couple of) weeks (?:ago|back)|(?:two|three) (?:weeks|sessions) ago|earlier(?: on)?|remember (?:when|what|how)|you (?:said|told us|mentioned) (?:last|before|that|earlier)|the first (?:week|session|time)|back in)\b/,
  welcome:
    /\b(?:welcome|new (?:here|face|member|today|person|to)|this is <name>|joining|first (?:time|week|day) (?:here|with)|introduce|meet)\b/,
  rehearsal:
    /\b(?:role[- ]?play|try (?:it|that|this) (?:out|on|here|with)|practi[sc]e|pretend|rehears\w*|act (?:it|that) out|as if (?:i|he|she|they|we|you)|i'll be|who(?:'ll| will| could| would| can) (?:be|play)|play (?:the|your|him|her|his)|say it (?:to|as|like|again|louder)|run (?:it|that|through)|be (?:your|the) \w+)\b/,
  outside:
    /\b(?:after (?:the )?(?:group|session|this|class|meeting)|afterwards|one[- ](?:to|on)[- ]one|privately|in private|outside (?:of )?(?:the )?(?:group|session)|stay behind|catch (?:me|you|up)|you and (?:i|me)|a (?:quiet |private )?word|my office|separately|at the end)\b/,
  'you may':
    /^(?:yes|yeah|yep|of course|sure|absolutely|go ahead|please do|certainly|you can|you may|feel free|by all means|no problem|fine)\b|\byou can (?:say|talk|share|tell|ask) (?:anything|whatever|about|that|it)\b/,
  waiting:
    /\b(?:no (?:rush|hurry|clock|need to (?:answer|fill|speak))|take your time|there's time|we(?:'ve| have) (?:got )?time|in your own time|whenever you|i'll wait|we(?:'ll| can) wait|let's (?:wait|sit with|stay)|stay (?:with|there|a)|sit with|don't have to fill|no hurry|we can sit|let it)\b/,
  // what members say
  'me too':
    /\b(?:me too|same (?:here|for me|with me|thing|as)|i thought (?:i was|it was) (?:the only|just me|only)|i(?:'ve| have) been there|(?:that )?happened to me|mine (?:too|did|does|is|was)|so (?:do|did|am|was|have) i|neither (?:do|did|am|have|can) i|snap|ditto|i know (?:that|the|what|exactly)|us too|i do (?:that|it) too|that's me|not (?:just|only) (?:me|you)|i (?:did|do|was|had|have|get|got) (?:that|the same|exactly)|i'm the same|it was the same)\b/,
  permission:
    /\b(?:can|could|may|is it (?:ok|okay|all right|alright)|are we allowed|am i allowed|do we|is this the place|is that (?:ok|allowed))(?: i| we| to| if)?\b.{0,25}\b(?:say|talk|ask|share|tell|mention|bring|swear|speak|go|discuss|cry|pass)\b/,
  'going to':
    /\b(?:i(?:'ll| will|'m going to|'m gonna|'m meant to|'m supposed to|'ve got to|'ve to|'m seeing|'m meeting|'ve an appointment|have to|need to|want to)|i(?:'m| am) (?:telling|asking|ringing|calling|going))\b.{0,40}\b(?:tell|ask|ring|call|talk|speak|say|go|confront|write|see|meet|face|phone|him|her|them|boss|landlord|mother|doctor)\b/,
  'they never':
    /\bthey (?:never|always|make|made|don't|won't|keep|kept|just|cancel\w*|lost|said|told|want|treat|put)\b|\bnobody (?:listens|rings|tells|answers|cares)\b|\b(?:the )?(?:system|policy|waiting list|office|council|agency|department|hospital|school|landlord|jobcentre|housing|insurance|company|form)s?\b.{0,30}\b(?:never|won't|don't|doesn't|always|keep|again|lost|cancel\w*|months|weeks)\b/,
  'never said this':
    /\b(?:i(?:'ve| have)? never (?:said|told|spoken|admitted)|don't (?:judge|hate|tell)|never told (?:anyone|a soul|anybody)|promise (?:not|you won't)|this (?:is|sounds|will sound) (?:awful|terrible|bad|horrible)|i know (?:it's|this is|that's) (?:awful|terrible|wrong|bad)|can't (?:believe|say)|hard to say|out loud|god forgive|i shouldn't (?:say|feel|think)|confess|the truth is|if i'm honest|to be honest)\b/,
  'yes but':
    /^(?:yes|yeah|i know|i did|i have|i tried|tried|but|okay|well|no)[, ]*(?:but|i(?:'ve)? tried|though|it doesn't|that doesn't|it's not that|won't work|done that|already|easier said)\b|\b(?:tried that|doesn't work|won't work|did that|easier said|not that (?:simple|easy)|already (?:did|tried|do))\b/,
  disagree:
    /\b(?:i (?:don't|do not|can't) (?:agree|think (?:so|that|it)|see (?:it|that)|buy)|i disagree|no,? (?:but|that's|it's|you|i|sorry)|that's not (?:how|true|fair|right|it|what)|but (?:isn't|doesn't|what about|that's)|i see it (?:different|the other)|hang on|hold on|rubbish|nonsense|come off it|you're wrong|not (?:for|to) me|i'd say the opposite|it's not (?:about|the same|like)|actually)\b/,
  'you said':
    /\byou (?:said|promised|told us|were going to|swore|keep saying|always say|agreed)\b|\bi don't (?:believe|buy)\b|\bcome on\b|\bwhat happened to\b|\bdid you (?:do|ring|call|go|tell|ask|actually|even)\b|\bbe honest\b|\breally\?/,
  'i feel':
    /\bi(?:'m| am| was| feel| felt| get| got|'ve been)\b.{0,14}\b(?:ashamed|scared|afraid|angry|furious|alone|lonely|guilty|sad|numb|jealous|hurt|lost|tired|exhausted|frightened|terrified|worried|anxious|nervous|upset|empty|useless|stupid|relieved|happy|proud|embarrassed|fed up|sick|heartbroken|depressed|ok|okay|better|worse)\b/,
  'it went well':
    /\b(?:i did it|i managed|it worked|went (?:well|ok|okay|better|fine|great)|first time|i finally|got (?:the|it|a|my|through)|passed|(?:weeks|days|months) (?:sober|clean|without)|proud|slept (?:through|all)|she (?:smiled|said yes|hugged)|he (?:smiled|said yes|hugged))\b/,
  'look at worker':
    /\b(?:what do you think|is that (?:right|normal|ok|okay)|what should (?:i|we)|you(?:'re| are) the (?:expert|worker|professional|social worker)|you(?:'d| would) know|miss|sir|boss|tell me what|do you think (?:i|we)|am i (?:right|wrong|mad|being)|(?:can|could|will) you (?:tell|help|ask|ring|call))\b/,
  'about worker':
    /\b(?:(?:have|do|are|did|were|how) you(?:'ve)?\b.{0,20}\b(?:kids|children|married|old|ever|qualified|student|been through|lost|know what it's like|even|here|paid|long)|how old are you|you(?:'re| are) (?:just|only|a student|young|new|not)|you (?:don't|wouldn't) (?:know|understand|get)|what's the point|why (?:do|are|should|were|weren't) (?:we|you)|whose (?:idea|rule))\b/,
  sweeping:
    /\b(?:those people|that lot|them lot|you people|these people|they're all|all (?:\w+s) are|typical (?:man|men|woman|women)|their (?:kind|sort)|go back|foreigners?|immigrants?|gypsies|retard\w*|psycho|nutters?|junkies?|skivers?|scroungers?|illegals?|sort of people|type of people|girls? like|boys? don't|men don't|women (?:are|always)|gays?|queers?)\b/,
  risk: /\b(?:kill (?:myself|him|her|them)|end it|overdos\w+|cut(?:ting)? myself|hurt(?:ing)? myself|suicid\w*|not (?:be|wake) (?:here|up)|gun|better off dead|take (?:all )?(?:my|the|them) (?:pills|tablets)|hits? (?:me|the kids|him|her)|jump(?:ing)? off|harm myself|tonight)\b/,
  praise:
    /\b(?:good (?:job|work|answer|point|question|for you|on you|idea|stuff)|great (?:answer|job|work|point|question|idea|stuff)?|excellent|exactly(?: right)?|perfect|well done|brilliant|fantastic|lovely|proud of you|love that|nice (?:one|work)|spot on|good girl|good man|amazing|super)\b/,
  thanks: /\b(?:thank you|thanks|ta|cheers|appreciate)\b/,
  'sounds like':
    /\b(?:it )?(?:sounds?|seems?|looks?) (?:like|as (?:if|though)|to me|hard|heavy|lonely)\b|\bso (?:you(?:'re| are|'ve| were)|it(?:'s| was)|for you|part of you|what you|that)\b|\bwhat i(?:'m| am) hearing\b|\byou(?:'re| are) (?:feeling|saying|torn|wondering|worried|afraid|stuck|tired)\b|\byou felt\b|\bthat(?:'s| is| must|'s been)?(?: be| have been)? (?:so |really |very |a )?(?:hard|tough|heavy|painful|lonely|frightening|a lot)\b/,
  'tell me':
    /\b(?:tell (?:me|us) (?:about|more|what|how)|i(?:'m| am)? wonder(?:ing)? (?:what|how|if|who|whether|about)|can you (?:say|tell|describe|give)|could you (?:say|tell)|say (?:more|a bit more|some more)|walk (?:me|us) through|what (?:was|is|'s) (?:that|it) like|go on)\b/,
  story:
    /\b(?:when i (?:was|had|lost|first)|i remember|i (?:had|lost|was|used to|went|did|know|got)|my (?:own )?(?:mum|mom|dad|mother|father|nan|gran|husband|wife|ex|son|daughter|brother|sister|kids?|partner))\b/,
  'how things work':
    /\b(?:starts? at|opens? (?:at|on)|closes?|runs? (?:from|until|on)|you (?:get|qualify|have (?:\d|thirty|two))|the (?:form|law|office|clinic|court|benefit|rule|room|bus|meeting)|by (?:friday|monday|law|then)|o'clock|half past|\d (?:pm|am)|costs?|free|entitled|eligible|means that|is called|stands for|research|studies|percent|per cent|the brain|stages? of)\b/,
};

const FORMS = Object.values(CUES);

/** Cues that look at the ends of what they are given or beyond their own match: they may hold in a part and not in the whole. */
const BOUND: readonly boolean[] = FORMS.map(({ source }) => /[\^$]|\(\?(?:[=!]|<[=!])/.test(source));

/**
 * Numbers of the cues in a sentence (lower case, names as signs), in the order in which they stand above.
 * @param ofWhole the cues of a longer text that holds this one as it is: only they can be in a part of it
 */
export function cuesIn(lower: string, ofWhole?: readonly number[]): number[] {
  const found: number[] = [];
  for (let cue = 0; cue < FORMS.length; cue++)
    if ((ofWhole === undefined || BOUND[cue] || ofWhole.includes(cue)) && FORMS[cue]!.test(lower))
      found.push(cue);
  return found;
}
