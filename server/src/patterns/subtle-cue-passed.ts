import type { Group, Move } from '../group/model.ts';
import { byMember, invites, movesBetween, ownSpeech, turnsTo } from '../group/sequence.ts';
import { literal } from '../recording/expressions.ts';
import type { Nonverbal } from '../recording/model.ts';
import { does } from '../talk/model.ts';
import { stemsOf, tokensOf } from '../talk/words.ts';
import { named, othersFor } from './lines.ts';
import type { Pattern } from './model.ts';

/** Small movements that say something to most people who see them. Nods, smiles, cups and coats do not count. */
const MARKED =
  /\b(?:look(?:s|ed|ing)? (?:down|away|at (?:the|his|her|their) (?:\w+ )?(?:floor|feet|hands?|door|shoes|boots|lap|wall|window|ceiling|ground|table)|out (?:of )?(?:the )?window)|star(?:es|ed|ing) (?:at|out|into)|eyes? (?:fill|filled|shut|closed|down|well|go|went)|clos(?:es|ed) (?:his|her|their) eyes|wip(?:es|ed|ing) (?:his|her|their) (?:eyes?|face|nose)|tear(?:s|ful)|sigh(?:s|ed|ing)?|roll(?:s|ed|ing) (?:his|her|their) eyes|(?:fold|cross)(?:s|es|ed|ing) (?:his|her|their) arms|turn(?:s|ed|ing) (?:his|her|their)? ?(?:chair|away|back)|pull(?:s|ed|ing) (?:his|her|their) (?:\w+ )?(?:sleeves?|hood|coat|jacket|scarf|cap|hat|collar|blanket)|(?:hood|cap) (?:up|down|on)|zip(?:s|ped|ping)\b|(?:twist|pick|tug|rub|scratch|fiddl|tear|shred|pluck)(?:s|es|ed|ing|ting)? (?:at |with )?(?:his|her|their|a|the) |shak(?:es|ing)|shook (?:his|her|their) head|trembl\w*|scoff\w*|snort\w*|tut(?:s|ted)|bit(?:es|ing)? (?:his|her|their)|clench\w*|jaw|fists?|(?:goes|went|turns|turned|going) (?:red|pale|white|quiet|still|stiff)|blush\w*|push(?:es|ed|ing) (?:his|her|their|the) (?:chair|plate|cup|paper|sheet)|(?:puts|put|drops|dropped|has|had) (?:his|her|their) (?:head|face) (?:down|in|on)|covers? (?:his|her|their)|voice (?:\w+ )?(?:crack\w*|break\w*|broke|drop\w*|shak\w*|goes|went|thin|low)|(?:very |quite |really )?(?:quietly|under (?:his|her|their) breath)|mutter\w*|whisper\w*|mumbl\w*|flinch\w*|freez\w*|froze|stiffen\w*|shrinks?|shrug\w*|sarcastic\w*|laughs? (?:short|once|alone|on (?:his|her|their) own|bitter|dry|drily|too|without)|(?:short|dry|bitter|odd|hollow|little) laugh|nobody (?:else )?laughs?|winc\w*|swallow\w*|rocks? )/i;
/** What the student makes of it is not what was seen (catalogue D: the cue is the student's inference). */
const INFERRED =
  /\b(?:seem\w*|appear\w*|look(?:s|ed|ing)? (?:sad|upset|angry|uncomfortable|bored|annoyed|hurt|tired|nervous|happy|anxious|awkward|embarrassed|confused|like|as)|defensive|resistant|inappropriate|withdrawn|obviously|clearly|i (?:think|felt|could tell)|as if|attention)\b/i;
const CROWD =
  /\b(?:all|everyone|everybody|several|some|others|people|members|both|they|group|nobody|one or two|a few|many)\b/i;
const NOTICES =
  /\b(?:i (?:saw|see|notice\w*|heard|hear)|saw you|noticed|looked|face|quiet|something (?:there|moved|just)|what (?:was|is) that|are you (?:ok|okay|all right|alright|with us)|talk to (?:people|each other|one another)|not (?:nice|kind|on)|apologi[sz]e|leave (?:him|her|them) (?:be|alone)|you (?:all right|ok|okay|alright)\b)/i;
const MARGIN =
  /\b(?:notice\w*|saw|look\w*|eyes?|face|hands?|quiet|sigh\w*|laugh\w*|body|nonverbal|non-verbal|cue|signal|watched|missed|hood|voice)\b/i;

interface Cue {
  readonly name: string;
  readonly act: Nonverbal;
}

/** The one member to whom the remark belongs; undefined for a crowd, or for several at once. */
function ownerOf(group: Group, act: Nonverbal, speaker: Move | undefined): string | undefined {
  const inText = group.present.filter((name) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${literal(name)}(?![\\p{L}\\p{N}])`, 'u').test(act.text),
  );
  // "Ana looks at Ben" is Ana's; "Ana and Ben look down" is nobody's alone.
  const first = inText.filter((name) => act.text.trimStart().startsWith(name));
  if (inText.length > 1)
    return first.length === 1 && !/^\S+(?:,| and)\b/.test(act.text) ? first[0] : undefined;
  if (inText.length === 1) return inText[0];
  if (speaker === undefined || CROWD.test(act.text)) return undefined;
  return byMember(speaker) ? speaker.name : undefined;
}

/** Cues that stand between the two moves before the worker's and hers: with a member's turn, or after it. */
function cuesBefore(group: Group, at: number): readonly Cue[] {
  const move = group.moves[at]!;
  const last = group.moves[at - 1];
  const remarks: (readonly [Nonverbal, Move | undefined])[] = [
    ...(last && !last.byWorker ? last.turn.nonverbal.map((act) => [act, last] as const) : []),
    ...move.before
      .filter((event) => event.nature === 'nonverbal')
      .flatMap((event) => event.acts.map((act) => [act, undefined] as const)),
  ];
  return remarks.flatMap(([act, speaker]) => {
    if (!MARKED.test(act.text) || INFERRED.test(act.text)) return [];
    const name = ownerOf(group, act, speaker);
    return name === undefined ? [] : [{ name, act }];
  });
}

/** Somebody turns to the one who showed it, or speaks of it. */
function refersTo(move: Move, cue: Cue): boolean {
  if (move.name !== cue.name && turnsTo(move, cue.name)) return true;
  const shown = stemsOf(tokensOf(cue.act.text));
  if (move.name !== cue.name && [...shown].some((stem) => move.talk.stems.has(stem))) return true;
  return move.byWorker && (does(move.talk, 'process', 'waiting') || NOTICES.test(ownSpeech(move)));
}

export const pattern: Pattern = {
  id: 'subtle-cue-passed',
  name: 'Recorded cue, no use',
  family: 'MISS',
  core: false,
  severity: 'hint',
  dynamics: ['TA', 'MS'],
  skills: ['amplifying', 'scanning', 'exercising-silence'],
  question: 'What might the cue have been saying, and to whom?',
  page: {
    looksLike:
      'The student wrote down a look at the floor, a hood pulled up, a short laugh. In the turns that follow, nobody speaks to the one who showed it, and nobody speaks of it.',
    matters:
      'Much of what is hard to say comes first without words. The others have often seen it too. Somebody who names it, lightly, gives the group the choice.',
    fine: 'A nod, a smile, a cup of tea. Several people at once. Something the student concluded rather than saw. Somebody turns to the person, in words or with a hand.',
  },
  sources: ['17', '18'],
  silentIn: ['go-round', 'no-crosstalk', 'cool-down', 'limited-speech'],
  thresholds: {
    referredWithin: { default: 5, why: 'Turns in which somebody may still refer to it.' },
  },
  reach: { before: 2, after: 8 },
  of: 'worker',
  // An opening to something else does not take up a cue; what does is asked for in `referredWithin`.
  repairable: false,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const cues = cuesBefore(group, at);
    // Two at once is a stir in the room, and no one's cue.
    if (cues.length !== 1) return [];
    const cue = cues[0]!;
    if (move.talk.backchannel || (invites(move) && move.talk.addressee.kind !== 'person')) return [];
    // Silence kept, or a feeling given back, is an answer to it.
    if (does(move.talk, 'reflection', 'support', 'question-open') && group.moves[at - 1]?.name === cue.name)
      return [];
    const answeredByHand = [...(group.moves[at + 1]?.before ?? []), ...move.before].some((event) =>
      event.acts.some((act) => act.kind === 'touch' && act !== cue.act),
    );
    if (answeredByHand) return [];
    const next = movesBetween(group, at, at + threshold('referredWithin') - 1);
    if (next.length < 2 || next.some((one) => refersTo(one, cue))) return [];
    const noted = move.turn.margin.some(
      (note) => (note.kind === 'analysis' || note.kind === 'feeling') && MARGIN.test(note.text),
    );
    return [
      {
        at,
        to: at,
        evidence: group.moves[at - 1] ? [{ at: at - 1, shows: `${cue.name}: “${cue.act.text}”` }] : [],
        message: `The record shows ${cue.name}: “${cue.act.text.replace(/(?<![.!?])[.!?]+$/, '')}”. In the turns that follow, nobody speaks to ${cue.name} or speaks of it${noted ? ', though the margin does' : ''}. What is hard to say may have been near. What might it have been saying, and to whom?`,
      },
    ];
  },
  alternatives: (group, { at }) => {
    const who = cuesBefore(group, at)[0]?.name ?? 'somebody';
    const others = othersFor(group, group.moves[at - 1] ?? group.moves[at]!, [who]);
    return [
      {
        skill: 'amplifying',
        line: `I saw you just then, ${who}. You needn’t say anything, and we’ve time if you want to.`,
      },
      {
        skill: 'scanning',
        line: `Something changed in the room just now. ${named(others) || 'Everyone'}, did you notice it too?`,
      },
      { skill: 'exercising-silence', line: `[waits, with an eye on ${who} and on the others]` },
    ];
  },
};
