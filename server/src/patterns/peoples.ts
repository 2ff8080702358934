/**
 * Peoples: how groups of human beings are named in speech, and when a sentence runs all of them down. Words nominate
 * here and never decide alone: a people must be meant, the speaker must mean it as their own, and it must be sweeping.
 */

import { leansTo } from '../group/floor.ts';
import type { Move } from '../group/model.ts';
import { byMember, ownSpeech, remembered } from '../group/sequence.ts';
import { sentencesOf } from '../talk/words.ts';

/** Words that run a people down wherever they stand. Kept to those with no second, harmless meaning. */
const SLUR =
  /\b(?:retards?|retarded|spastics?|spaz|mongs?|faggots?|poofs?|poofters?|trann(?:y|ies)|dykes?|pakis?|chinks?|gooks?|nigg(?:er|a)s?|wogs?|coons?|kikes?|gypp?os?|pikeys?|knackers|tinkers?|towel ?heads?|rag ?heads?|wetbacks?|spics?|(?:ama|ma)?kwerekweres?|bullers?|antim[ae]n|batty ?(?:m[ae]n|boys?)|chi-?chi m[ae]n|sodomites?|they-thems|(?:that's|so|how|well|dead|proper) gay(?! (?:man|woman|men|women|couple|people|bar|friend|rights|and)))\b/i;

/** Peoples by origin, faith, gender, sexuality, disability. */
const NATION =
  'foreigners?|immigrants?|migrants?|refugees?|asylum seekers?|illegals|gyps(?:y|ies)|roma|travellers|muslims?|jews?|jewish|christians|catholics|protestants|prods|hindus?|sikhs?|arabs?|africans?|asians?|indians?|pakistanis?|bangladeshis?|chinese|blacks?|whites?|browns?|hispanics?|latinos?|mexicans?|poles?|polish|romanians?|bulgarians?|albanians?|russians?|ukrainians?|turks?|kurds?|syrians?|afghans?|iraqis?|somalis?|nigerians?|eritreans?|zimbabweans?|congolese|haitians?|filipin[oa]s?|jamaicans?|irish|english|scots|aborigin\\w+|natives?|northerners|southerners|mainlanders?|mainland families|(?:northern|southern|east coast|city|riverside) (?:men|people|folk|ones|kids)';
const GENDER =
  'women|females|girls|sheilas|men|males|blokes|fellas|lads|gays?|lesbians?|bisexuals|queers?|homosexuals|trans|transgender|bakla|hijras?|tomboys';
const ABILITY =
  'the disabled|disabled|cripples?|deaf|blind|autistics?|schizos?|psychos?|nutters?|mentals|junkies?|addicts|crazies|wheelchair';
/** "Them lot", "these people": a people is meant, and which one the talk has said. */
const THAT_LOT =
  '(?:them|those|these|that|your|his|her|you) (?:lot|people|sort|kind|types?|ones|ilk|uns)|their (?:lot|sort|kind|own|type)|(?:people|women|men|girls|kids|families) like (?:that|them|you)';

const PEOPLE = new RegExp(`\\b(?:${NATION}|${GENDER}|${ABILITY}|${THAT_LOT})\\b`, 'i');
/**
 * A people that no list knows, by the form of its naming: "them Venes", "those are Maranao, most of them", "Peruvians,
 * Moroccans". Days and months are pointed at as well.
 */
const BY_FORM =
  /\b(?:[Tt]hem|[Tt]hese|[Tt]hose|bloody|all the)(?: lot of)? (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:Mr|Mrs|Ms|Dr|Miss)\b)\p{Lu}[\wÀ-ž]{2,30}\b|\b(?:[Tt]hose|[Tt]hese|[Tt]hey)(?: are|'re) (?:all |mostly |only )?\p{Lu}[\wÀ-ž]{2,30}(?=,? (?:most|all) of them|s[.,])|\b(?!(?:Samaritan|Veteran|Librarian|Guardian|Christian|Martian|Simpson)s)\p{Lu}[\wÀ-ž]{2,20}(?:ians|eans|cans|lans|inos|enos)\b/u;
/** Nobody is named, all of them are meant, and it is put down to what they are. */
const THE_LOT =
  /\b(?:all|none|one|any|every (?:last |single )?one|the (?:whole )?lot|half|most) of (?:them|'em)\b/i;
const BY_THEIR_NATURE =
  /\b(?:it's|that's|it is|that is|is) (?:just |only )?(?:how|what|the way) they(?:'re| are)?(?: all)?(?: (?:are|is|built|made|bred|born|raised|do it|live))?\b|\bthey(?:'re| are) (?:all |just )?(?:like that|built for|made for|born)|\b(?:like|as|where) they (?:did|do|was|were|come|came)(?: from)? (?:back home|from|over there|in their)|\bcome (?:up|over|in|down) here\b/i;
/** Offices and their people may be cursed by anybody who has waited there. */
const OFFICES =
  /\b(?:landlords?|council|managers?|bosses|police|cops|guards?|courts?|magistrates?|doctors?|nurses?|teachers?|officers?|politicians?|banks?|agenc(?:y|ies)|offices?|companies|social workers?|schools?|kids|sons?|daughters?|dogs?|cats?)\b/i;

/** Somebody is meant as one of a people, not only as a man or a woman. */
const IDENTITY = new RegExp(
  `\\b(?:${NATION}|${ABILITY}|gays?|lesbians?|queer|trans|transgender|bisexual|(?:as )an? (?:wom[ae]n|girl|man|black|white|disabled) (?:person|man|woman|girl|lad|yourself)?|as a woman|as a man|your (?:people|community|culture|religion|faith|country|tradition|sort|kind|lot|church|mosque|temple|language)|where you(?:'re| are| come) from|(?:in|from) [A-Z]\\w+(?=[.,?!]))\\b`,
);

/** A sentence speaks of all of them, or of what they are by nature. */
const SWEEPING =
  /\b(?:every (?:last |single )?one|each and every|every last|the lot of (?:them|'em|you)|the whole (?:lot|tribe|pack)|all (?:of )?(?:them|'em|those|these|the|you|women|men|foster|is|are|want|take|lie|do)\b|all the (?:same|one|they)|same as always|always (?:been|on|have|do|want|take|lie|look|the)|(?:they|you)(?:'re| are| is)? (?:all|always|never|only|can't|don't (?:even |want to |wash|work|know|pay|belong)|breed|live (?:different|like)|come (?:here|over)|take (?:everything|our|the|all)|stick together|look after their own|get (?:everything|it all|a flat|the house))|can't (?:even |be trusted|drive|help (?:it|themselves)|control)|(?:shouldn't|should not|never) be (?:allowed|let|trusted)|(?:are|is|'re|were) (?:\w+ )?(?:animals|dogs|liars?|thieves|thick|lazy|dirty|filthy|slapdash|savages|scum|vermin|backward|violent|terrorists|criminals|parasites|scroungers|weak|hysterical|gold.?diggers|sluts?|whores?|dangerous|not (?:normal|natural|right)|unnatural|disgusting|wicked|soft|stupid|bitter|born)|(?:are|is) (?:all|worse than|only good for|for the kitchen)|worse than|on the (?:rob|take|make)|in (?:their|the) blood|by nature|born (?:with|that way|liars)|go back (?:to )?where|where they (?:come|came) from|(?:have|has|got|'ve) (?:no (?:shame|discipline|morals|manners|clue|idea)|their hand out)|take (?:our|all (?:our|the)|everything)|what (?:do|can|would) you expect|that's what they(?:'re| are| do)|everyone knows|(?:make|makes|making) it hard for (?:everyone|everybody|us)|(?:would|'d|will|'ll) have (?:them|it|the|your|you|that)\b|for washers|belong in|should (?:stay|go back|be (?:shot|locked|sent|put|made))|too (?:sensitive|scared|soft|stupid|lazy)|get(?:ting)? so sensitive|bring (?:it|the|their)|sell you|need (?:a man|putting)|want the (?:bed|house|money)|(?:going|goes) to the foreigners)\b/i;

/** The speaker counts among them: "us cripples", "I'm a gyppo": theirs to say. */
const RECLAIMED = new RegExp(
  `(?:(?<=\\b(?:us|we|we're|we are|i'm|i am|i was|me being|as)(?: (?:an?|all|only|just|both|the|old|poor)){0,3} )(?:${NATION}|${GENDER}|${ABILITY}|retards?|spaz|poofs?|dykes?|gypp?os?|pikeys?|wogs?|pakis?)|\\bcall(?:s|ed|ing)? (?:me|us|him|her|my))\\b`,
  'i',
);
/** What others say, or used to say, is reported and not meant. */
const REPORTED =
  /\b(?:(?:he|she|they|people|who|everyone|everybody|somebody|someone|nobody|dad|mum|mom|father|mother|boss|teacher|neighbours?|bloke|man|woman|lad|kids|papers?|\w+)(?:'d| had| used to| would)? (?:said|says|say|called|calls|call|calling|shouted|shouts|reckons?|reckoned|thinks?|thought|told|tells|wrote|yelled|spat|goes|went|was like|were like)|(?:said|says) (?:to me|that|all)|the word|that word|his word|heard|being called|got called|painted|sprayed|stereotype|as if|prejudice|racis\w+|sexis\w+|don't (?:say|call|talk)|you can't say|it's not true|not all|aren't all|are not all|isn't (?:all|just|only)|some (?:men|women|of them))\b/i;
/** "I called him", "I say they're all" is the speaker's own. */
const OWN_SAYING =
  /\b(?:i(?:'ve| have)? (?:say|said|always said|call|called|tell|told|reckon|think)|if you ask me|let's be honest|you tell me)\b/i;

/** The words of a member's turn that run a people down as the speaker's own view; undefined where none do. */
export const demeaningIn = remembered(
  (move: Move): { readonly start: number; readonly end: number } | undefined => {
    if (!byMember(move)) return undefined;
    const found = demeaningWords(move) ?? runsDown(move) ?? putsDownToNature(move);
    if (found) return found;
    // The act is learned from few examples and goes by the tone; with it, that a people is named is enough.
    return move.talk.acts.find(({ act, start, end }) => {
      if (act !== 'demeaning') return false;
      const text = ownSpeech(move).slice(start, end);
      return peopleMeant(text) && ownView(text) && !/\?["”’']?$/.test(text);
    });
  },
);

function demeaningWords(move: Move): { start: number; end: number } | undefined {
  const sentences = sentencesOf(ownSpeech(move));
  for (const [i, { text, start, end }] of sentences.entries()) {
    if (!ownView(text)) continue;
    if (SLUR.test(text)) return { start, end };
    if (/\?["”’']?$/.test(text)) continue;
    // "These foreigners. They take everything.": the people first, what they are said to be right after.
    const before = sentences[i - 1];
    const carried =
      before !== undefined &&
      namesPeople(before.text) &&
      !/\?/.test(before.text) &&
      !WELL_MEANT.test(before.text) &&
      ownView(before.text) &&
      /\b(?:they|them|their|'em|all|every)\b/i.test(text);
    if ((peopleMeant(text) || carried) && SWEEPING.test(text))
      return { start: carried ? before.start : start, end };
    // "They all lie. Women. Every one of them."
    const after = sentences[i + 1];
    if (
      after &&
      /\b(?:they|them|all)\b/i.test(text) &&
      SWEEPING.test(text) &&
      namesPeople(after.text) &&
      after.text.split(/\s+/).length <= 4
    )
      return { start, end: after.end };
  }
  return undefined;
}

/** A people pointed at: "them Pakistanis", "these Gypsies", "the women with babies". */
const POINTED = new RegExp(
  `(?<=\\b(?:them|these|those|the|all(?: the| them| these)?|bloody|that|your|too many|full of|a load of|another)(?: [\\wà-ž]+)? )(?:${NATION}|${ABILITY}|women|females|girls|gays?|queers?|mothers|kids|families|lot|type|kind)\\b`,
  'i',
);
/** What such talk complains of: that they get, take, come, cannot, will not, and that nothing is as it was. */
const COMPLAINS =
  /\b(?:(?:they|them|those are the ones who|that lot|who) (?:all |just |only |always |never |even )*(?:get|got|gets|take|took|takes|have (?:it|all|no|everything)|know how to|come (?:here|over|up|in|for|only)|came|don't (?:have|even|want|know|work|pay|wash|speak)|can't|won't|will (?:forgive|do|take|never|work|say|sell)|'ll (?:work|do|take|never|say|sell)|let|live|breed|smell|steal|lie|cry|work for|stick|think they|expect|run)|since (?:they|them|those) (?:came|come|moved|got)|till they put|nothing(?:'s| is) (?:clean|safe|the same|left)|you (?:couldn't|can't|cannot|could not) (?:get|find|move|say|leave|walk|hear|trust)|cry (?:discrimination|racism|rape|wolf|poor)|first (?:pick|in|served|in the queue)|(?:the papers|served|housed|seen) first|for peanuts|(?:it )?used to be|gone downhill|not (?:the same|like us)|(?:no|any) (?:sense|manners|shame|respect|clue)|get away with|special treatment|handed? (?:it|everything))\b/i;
const WELL_MEANT =
  /\b(?:kind|helped?|helping|lovely|friends?|nice|welcom\w+|good (?:to|people|neighbours?)|brilliant|saved|looked after (?:me|us)|shared|generous|cook\w*|fed (?:us|me|every\w+)|invit\w+|taught (?:us|me)|gave (?:us|me)|lent (?:us|me)|not their fault|same as us|just like us|poor things?|have it (?:hard|worse)|treated|hurt)\b/i;

/** What is said in contempt of a people: that they are dirt, that they take over, that it is their nature, that they scheme. */
const CONTEMPT =
  /\b(?:stink\w*|filth\w*|smelly|pigsty|(?:a|the) dump|swarm\w*|infest\w*|vermin|plague|spread(?:s|ing)? (?:it|disease\w*|aids|hiv)|breed\w* like|com(?:e|es|ing) over here|do(?:es)? (?:whatever|what|as) they (?:want|like|please)|(?:take|took|taken|taking) over (?:everything|the (?:whole )?(?:street|town|place|estate|country|block|school))|think they own|show(?:s|ed)? up with nothing|milk(?:s|ing)? (?:it|the)|spong\w+|scroung\w+|in (?:the|their|her|his) (?:nature|blood|dna|genes)|by nature|born (?:liars|thieves|that way)|that's how they are|can't help themselves|they (?:plan|scheme|plot) it|cunning|sly|bleed (?:you|us|a man) dry|like a (?:bank|cash) machine|cry (?:discrimination|racism|rape|poor))\b/i;
/** Goes on about those who were just named. */
const ABOUT_THEM =
  /^(?:and |but |so )?(?:they\b|they're|them\b|all of them|every one|it's (?:all )?(?:them|in the)|the lot of them)/i;
/** Sentences after the one that names a people in which it may still be run down. */
const RUNS_ON = 3;

/** A sentence, with those after it, that names a people and complains of it or scorns it: the tone, where no word is a slur. */
function runsDown(move: Move): { start: number; end: number } | undefined {
  const leaning = leansTo(move, 'demeaning');
  const sentences = sentencesOf(ownSpeech(move));
  for (const [i, { text, start, end }] of sentences.entries()) {
    if (!peopleMeant(text) || RECLAIMED.test(text) || /\?["”’']?$/.test(text)) continue;
    const rest = sentences.slice(i + 1, i + 1 + RUNS_ON).filter((one) => !/\?["”’']?$/.test(one.text));
    const after = rest.map((one) => one.text).join(' ');
    // "My uncle says it's mostly them. They come over here …": reported first, then gone on with as one's own.
    if (!ownView(text)) {
      const [next] = rest;
      if (
        next &&
        ABOUT_THEM.test(next.text) &&
        CONTEMPT.test(next.text) &&
        ownView(after) &&
        !WELL_MEANT.test(after)
      )
        return { start, end: next.end };
      continue;
    }
    const [next] = rest;
    const both = next ? `${text} ${next.text}` : text;
    if (!ownView(both) || WELL_MEANT.test(both)) continue;
    const onThem =
      rest.some((one) => ABOUT_THEM.test(one.text)) && CONTEMPT.test(after) && !WELL_MEANT.test(after);
    const sum =
      (POINTED.test(text) || BY_FORM.test(text) ? 0.9 : 0) +
      (COMPLAINS.test(both) ? 1 : 0) +
      (onThem ? 1.8 : CONTEMPT.test(text) ? 1 : 0) +
      1.5 * leaning;
    if (sum >= 1.8) return { start, end };
  }
  return undefined;
}

/** "Can't none of 'em read a road sign, it's just how they are": a people is meant, whoever it is. */
function putsDownToNature(move: Move): { start: number; end: number } | undefined {
  const words = ownSpeech(move);
  if (!THE_LOT.test(words) || !BY_THEIR_NATURE.test(words) || OFFICES.test(words)) return undefined;
  const sentence = sentencesOf(words).find(({ text }) => THE_LOT.test(text));
  if (sentence === undefined || !ownView(sentence.text) || WELL_MEANT.test(words)) return undefined;
  return { start: sentence.start, end: sentence.end };
}

function ownView(text: string): boolean {
  return (!REPORTED.test(text) || OWN_SAYING.test(text)) && !RECLAIMED.test(text);
}

function namesPeople(text: string): boolean {
  return PEOPLE.test(text);
}

const ONE_MAN =
  /\b(?:you (?:blokes|fellas|lads|guys|girls|men)|(?:the|this|that|a|my|your|his|her|our|old|young|good|nice|poor|one|little|some|two|three|few|other) (?:\w+ )?(?:man|woman|girl|girls|men|women(?! (?:with|who))|lads?|bloke|blind|deaf|browns?|whites?|blacks?|birds?)|oh man|black (?:coffee|tea|eye|cab|bag|mark|friday|market|dress|coat|shoes|cat|dog|car|hole|hair)|white (?:bread|wine|lie|coat|van|noise|paper|board|shirt|wall|house)|brown (?:bread|envelope|paper|sauce|rice|hair)|english (?:class|lesson|teacher|course|breakfast)|chinese (?:takeaway|food|meal|restaurant)|polish (?:the|my|it|up)|deaf ear|blind (?:spot|date|eye)|wheelchair (?:ramp|access|space|lift|taxi|bay|seat|place|shop|service|repairs?|van|bus)|your (?:people|sort|kind) of|those ones|these ones|that (?:kind|sort|type) of|them ones)\b/gi;

/** A people, and not one man, one woman or a white coat. */
function peopleMeant(text: string): boolean {
  const women =
    /\b(?:a|them|these|those|all|any|every) (?:\w+ )?(?:wom[ae]n|m[ae]n|girls|lads)\b[^.?!]{0,40}\b(?:worse|driver|always|all|never|every)\b|\b(?:wom[ae]n|m[ae]n) drivers?\b/i.test(
      text,
    );
  return women || BY_FORM.test(text) || PEOPLE.test(text.replace(ONE_MAN, (one) => ' '.repeat(one.length)));
}

/** Origin, faith, gender, sexuality or disability is spoken of. */
export function speaksOfPeoples(move: Move): boolean {
  return IDENTITY.test(ownSpeech(move));
}

/** What is said of a remark, and of nothing else. */
const NAMING =
  /\b(?:that word|those words|words like (?:that|those)|(?:that|this) (?:kind|sort) of (?:word|talk|language|thing)|language|remark|(?:what|how) [\wà-ž]+(?:'ve|'s| has| have)? (?:just )?(?:said|called|put)|(?:don't|do not|can't|won't) (?:say|call|speak|have that)|not (?:in here|every|all)|stereotyp\w+|racis\w+|sexis\w+|homophob\w+|prejudice\w*|generalis\w+|generaliz\w+|lump\w*|who(?:'s| is| are) they|who do you mean|which (?:people|women|men|ones)|all of them\?|every one\?|all (?:women|men)\?|speak for yourself|offen[cs]e|don't you\b|some of (?:us|them|the nicest|the best)|how did (?:that|it) land|when you heard|heard that|apologi[sz]e|take that back|shouldn't have said|i didn't mean)/i;
/** Objections that may be to anything: they count close by. */
const OBJECTS =
  /\b(?:not (?:fair|true|having|okay|on\b|funny|nice|right|like that)|out of (?:order|line)|bang out|careful|whoa|hang on|hold (?:on|it)|steady|mind (?:your|that)|really\?|excuse me|ouch|hey\b|my (?:\w+ )?(?:mum|mam|mom|mother|wife|husband|dad|father|sister|brother|daughter|son|gran|nan|partner|mate|friend|doctor|neighbour|carer)(?:'s| is| was|'re| comes| came) (?:an? woman|one\b|from|in a (?:wheel)?chair|gay|deaf|disabled|black)|(?:i'm|i am) (?:one|an? woman|a man|disabled|gay|from)\b|sits? (?:right|well) with|sorry for)/i;

/** Turns within which an objection is taken to be to the remark. Ours. */
const CLOSE = 3;
/** "I'm Romanian.", "My wife's a Pole.": says who was meant, by their people's name. */
const SAYS_WHO = /\b(?:I'm|I am|[Mm]y \w+(?:'s| is| was)) (?:an? |half |from )?\p{Lu}\p{L}+/u;

/** Somebody names the remark: objects to it, asks what was meant, says who was meant, asks how it landed. */
export function namesRemark(move: Move, remark: Move): boolean {
  const words = ownSpeech(move);
  return (
    NAMING.test(words) ||
    (move.index <= remark.index + CLOSE && (OBJECTS.test(words) || SAYS_WHO.test(words)))
  );
}
