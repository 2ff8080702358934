/**
 * Families of feeling and situation: different words, one experience. Two members who touch the same family may be in
 * the same boat; a turn that touches a weighty one may be opening a door. Words nominate, the sequence decides.
 */
export type Family = keyof typeof FAMILIES;

/** Word beginnings by family; a trailing `=` asks for the whole word. Several words are matched as a phrase. */
export const FAMILIES = {
  loss: 'funeral bereav widow grief griev mourn buried bury= died= passed= passing= ashes= coffin gravest grave= death= dead= losing= without=him without=her since=he=went since=she=went',
  anniversary: 'anniversar christmas= holiday birthday eid= diwali easter= thanksgiving= first=year',
  sleeplessness:
    "sleep awake insomnia nightmare night= nights= can't=sleep up=all=night four=in=the=morning three=in=the=morning lie=there lying=there",
  fear: 'scared afraid fear terrif frighten panic dread anxious anxiety worried worry nervous stomach shak trembl butterflies sick=to=my heart=goes hands=go petrified',
  shame:
    'asham shame embarrass humiliat mortif blush hide= hid= judg pretend lie=about lied= show=my=face what=people=think stupid= idiot pathetic failure useless worthless',
  guilt:
    'guilt fault blame sorry=for=what should=have=been let=him=down let=her=down let=them=down forgive my=own=fault could=have=stopped',
  anger:
    'angry anger furious rage= fuming mad=at shout scream yell swear throw= threw= smash hit=the=wall wound=up seeing=red snapped= lost=it boil',
  loneliness:
    'lonely alone isolat nobody=to no=one=to empty=house empty=chair by=myself on=my=own quiet=house left=out invisible forgotten',
  exhaustion:
    "exhaust tired knackered worn=out drained burnt burn=out on=my=knees no=energy can't=cope no=break breaking=point shattered running=on=empty",
  sadness:
    'cry= cried= crying= cries= tears= tear= weep sob= sobbing= sad= sadness= depress numb low= heartbroken heart=broken empty= hollow miserab down=lately dark=place',
  money:
    'money debt owe= owed= rent= bills= bill= loan broke= afford arrears bailiff overdraft benefits= wage pawn borrow food=bank meter= skint payday',
  sex: 'sex sexual bedroom= intimate intimacy desire= erection libido affair cheated= sleep=with slept=with porn touch=me',
  substance:
    'drank= drunk= drinking= drinker alcohol booze bottle= pint= sober relapse using= used=again heroin coke= cocaine weed= meth= pills= high= rehab wine= vodka gambl bet= slip= cravings craving clean=',
  violence:
    'hit= hits= hitting= beat= beaten= punch slap bruise violent violence abus rape raped assault knife strangl threatened= threw=me grabbed= kicked= scared=of=him',
  'harm to self':
    'suicid kill=myself end=it hurt=myself cut=myself cutting= overdose better=off=dead not=be=here not=wake=up harm=myself',
  'wishing death':
    "wish=he=was=dead wish=she=was=dead wish=she'd=die wish=he'd=die wished=him=dead wished=her=dead hoped=he=would hoped=she=would wish=it=was=over get=it=over=with relieved=when glad=when=he=died glad=when=she=died",
  race: 'racis racist black= white= brown= immigrant foreign= accent= colour= color= skin= monkey asylum refugee n-word go=back=where',
  faith:
    'god= pray prayer church mosque temple= faith sin= sinful religion religious allah= jesus= bible hell=',
  'not loving a child':
    "hate=my=child hate=my=son hate=my=daughter don't=love=him don't=love=her regret=having hate=being=a=mother hate=being=a=father never=wanted=children wish=i'd=never=had can't=stand=my=own",
  'children taken':
    'care=order contact= removed= taken=into=care took=my=kids took=them=off foster adopt social=services supervised= custody',
  illness:
    'cancer chemo diagnos tumour tumor dialysis stroke= biops scan= scans= relapse= incurable prognos terminal hospice dementia alzheimer parkinson seizure flare',
  hospital:
    'hospital ward= nurse consultant discharge surgery operation appointment waiting=list clinic doctor gp= a&e er= icu ambulance',
  caring:
    'carer caring=for look=after looking=after washing=him washing=her bathing= feeding=him feeding=her incontinen pads= wander= respite home=help',
  work: 'boss= job= jobs= interview sacked fired= redundan laid=off manager= supervisor= shift= shifts= overtime unemploy jobcentre job=centre cv= gap= workplace',
  school:
    'school= teacher= exam exams homework excluded= exclusion suspended= detention bully bullied classroom grades',
  home: 'landlord damp= mould mold= evict tenancy homeless hostel shelter= repairs= flat= council= housing',
  law: 'court judge= lawyer solicitor police arrested arrest prison jail probation parole tag= sentence= charged=',
  papers: 'visa papers= passport deport home=office immigration= status= permit',
  parting: 'divorce separated= separation left=me walked=out=on=me broke=up split=up ex= my=ex',
  parents: 'mother= mum= mom= father= dad= parents= mam= amma= mama= papa=',
  children: 'son= daughter= baby= toddler teenager kids= child= children= newborn',
  body: 'weight= fat= body= mirror= scar scars hair=fell pain= ache wheelchair walking=stick limp',
  telling:
    'tell=them tell=him tell=her told=anyone telling= secret find=out found=out keep=it=from come=out coming=out truth',
  help: "ask=for=help asking=for=help help=me couldn't=ask hate=asking accept=help charity burden",
} as const satisfies Readonly<Record<string, string>>;

interface Form {
  readonly family: Family;
  readonly words: readonly string[];
  readonly whole: readonly boolean[];
}

/** Forms by the first two letters of their first word, so that a turn is read once and each word looks at few. */
const FORMS = new Map<string, Form[]>();
for (const [family, list] of Object.entries(FAMILIES) as [Family, string][]) {
  for (const entry of list.split(/\s+/)) {
    const parts = entry.replace(/=$/, '').split('=');
    const form: Form = {
      family,
      words: parts,
      whole: parts.map((_, i) => i < parts.length - 1 || entry.endsWith('=') || parts.length > 1),
    };
    const key = parts[0]!.slice(0, 2);
    FORMS.set(key, [...(FORMS.get(key) ?? []), form]);
  }
}

const BEGUN = new Map<string, readonly Form[]>();

/** Forms that begin with a word, remembered; the memory is bounded by the vocabulary of what is open. */
function begunBy(word: string): readonly Form[] {
  const known = BEGUN.get(word);
  if (known !== undefined) return known;
  if (BEGUN.size > 20_000) BEGUN.clear();
  const forms = (FORMS.get(word.slice(0, 2)) ?? []).filter(({ words: [first], whole: [asWhole] }) =>
    asWhole ? word === first : word.startsWith(first!),
  );
  BEGUN.set(word, forms);
  return forms;
}

/** Families touched by a run of lower-case words. */
export function familiesOf(words: readonly string[]): Set<Family> {
  const found = new Set<Family>();
  for (let i = 0; i < words.length; i++) {
    for (const form of begunBy(words[i]!)) {
      if (
        !found.has(form.family) &&
        form.words.every((part, k) =>
          form.whole[k] ? words[i + k] === part : words[i + k]?.startsWith(part),
        )
      ) {
        found.add(form.family);
      }
    }
  }
  return found;
}

/** Feelings that hurt, whatever brought them. */
export const PAINFUL: readonly Family[] = [
  'fear',
  'shame',
  'guilt',
  'anger',
  'loneliness',
  'exhaustion',
  'sadness',
  'sleeplessness',
];

/** Families about which a group's silence is common: candidates for a taboo, never proof of one. */
export const WEIGHTY: ReadonlySet<Family> = new Set<Family>([
  'sex',
  'money',
  'violence',
  'harm to self',
  'wishing death',
  'race',
  'faith',
  'not loving a child',
  'substance',
  'shame',
  'children taken',
]);

/** Families that tell a lived situation or feeling: two members who touch one of these may be in the same boat. */
export const SHARED: ReadonlySet<Family> = new Set<Family>(
  (Object.keys(FAMILIES) as Family[]).filter(
    (family) =>
      ![
        'parents',
        'children',
        'hospital',
        'work',
        'school',
        'body',
        'faith',
        'telling',
        'home',
        'race',
      ].includes(family),
  ),
);
