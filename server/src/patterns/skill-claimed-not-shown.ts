import type { Group, Move } from '../group/model.ts';
import { byMember, invites, ownSpeech, remembered } from '../group/sequence.ts';
import { skills } from '../practice/skills.ts';
import type { SkillId } from '../practice/terms.ts';
import type { Note } from '../recording/model.ts';
import { type ActName, does } from '../talk/model.ts';
import { othersFor, sentence, toldBack, whoElse } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';

const asks = (move: Move): boolean =>
  /\?|\btell (?:us|him|her|them|each other)\b|\bwonder\b/.test(ownSpeech(move));
const toAll = (move: Move): boolean =>
  move.talk.addressee.kind === 'group' ||
  /\b(?:anyone|anybody|everyone|everybody|who(?:'s| else)?|others?|the rest|all of (?:you|us)|you (?:all|lot|two|both)|each (?:of you|other)|people|folks|the group|we|us)\b/i.test(
    ownSpeech(move),
  );
const acts = (move: Move, ...wanted: readonly ActName[]): boolean => does(move.talk, ...wanted);
const says = (move: Move, form: RegExp): boolean => form.test(ownSpeech(move));

/** Members other than the one to whom the worker answers: a link needs at least one of them. */
function othersNamed(group: Group, move: Move): number {
  const before = group.moves[move.index - 1];
  return new Set(
    move.talk.mentions
      .map(({ name }) => name)
      .filter((name) => group.present.includes(name) && name !== before?.name),
  ).size;
}

const quietAround = (group: Group, move: Move): boolean =>
  [...move.before, ...(group.moves[move.index + 1]?.before ?? group.after)].some(
    (event) => event.nature === 'silence',
  ) || move.turn.nonverbal.length > 0;

/**
 * What a turn must have for a skill to be seen in it. Only skills that leave a mark in the words: of empathy, presence or
 * thinking group, the page cannot tell. Wide on purpose: a student is asked about a claim only where nothing bears it out.
 */
const SHOWS: Readonly<Partial<Record<SkillId, (group: Group, move: Move) => boolean>>> = {
  connecting: (group, move) =>
    acts(move, 'linking', 'redirecting') ||
    othersNamed(group, move) >= 1 ||
    says(
      move,
      /\b(?:both|two|three|each|others?|you all|same|too|alike|in common|else|like (?:what )?(?:she|he|they))\b/i,
    ),
  'reaching-for-feeling-link': (_, move) => invites(move) || (toAll(move) && asks(move)),
  'reaching-for-information-link': (_, move) => invites(move) || (toAll(move) && asks(move)),
  redirecting: (group, move) =>
    acts(move, 'redirecting', 'linking') ||
    invites(move) ||
    othersNamed(group, move) >= 1 ||
    says(move, /\b(?:ask|tell|say (?:it|that)|talk) (?:to )?(?:him|her|them|each other)\b/i),
  'turning-back': (_, move) =>
    invites(move) ||
    (toAll(move) && asks(move)) ||
    says(move, /\b(?:up to you|yours to|you (?:all )?decide|what (?:do|would) you)\b/i),
  'inviting-participation': (group, move) =>
    invites(move) || (toAll(move) && asks(move)) || (othersNamed(group, move) >= 1 && asks(move)),
  'exercising-silence': (group, move) =>
    quietAround(group, move) || acts(move, 'waiting', 'process') || move.talk.wordCount <= 6,
  'reframing-common-ground': (group, move) =>
    invites(move) ||
    acts(move, 'linking', 'speaking-for', 'purpose') ||
    toAll(move) ||
    othersNamed(group, move) >= 1,
  'reaching-for-difference': (_, move) =>
    invites(move) ||
    says(
      move,
      /\b(?:differ\w*|otherwise|disagree\w*|both|other side|else|another way|whereas|not everyone|on the other hand)\b/i,
    ),
  'voicing-achievements': (_, move) =>
    acts(move, 'credit', 'praise') ||
    says(
      move,
      /\b(?:you|we|yous|this group)\b[^.?!]{0,30}\b(?:did|made|worked|got|came|helped|managed|figured|found)\b/i,
    ),
  'preserving-history': (_, move) =>
    acts(move, 'history') || says(move, /\b(?:last|ago|before|earlier|remember|when we|since|first)\b/i),
  'proposing-rehearsal': (_, move) =>
    acts(move, 'rehearsal') ||
    says(
      move,
      /\b(?:try|practi[sc]e|pretend|play|act|rehears\w*|show us|say it|as if|be (?:the|her|him|your))\b/i,
    ) ||
    move.segment?.kind === 'role-play',
  'owning-a-slip': (_, move) =>
    acts(move, 'repair') ||
    says(
      move,
      /\b(?:sorry|my (?:fault|mistake)|i (?:cut|interrupted|missed|got|should|shouldn't|didn't|was wrong|jumped|answered|went))\b/i,
    ),
};

/** Names of skills, longest first, each with the skill it stands for. */
const NAMES = (Object.keys(SHOWS) as SkillId[])
  .flatMap((id) =>
    [
      skills[id].name,
      ...skills[id].also,
      ...(id === 'reframing-common-ground'
        ? ['universalising', 'universalizing', 'universalisation', 'universalization']
        : []),
    ].map((name) => ({ id, name })),
  )
  .sort((a, b) => b.name.length - a.name.length);

/** The student says that it did not come off, or means another thing by the word. */
const NOT_CLAIMED =
  /\b(?:tr(?:y|ied|ying)|attempt\w*|meant|mean|want(?:ed)?|should|could|would|miss\w*|did(?:n't| not)|not|no|instead|fail\w*|next time|opportunit\w+|hop(?:e|ed|ing)|needed|lack\w*|more|\?)(?!\p{L})|\b(?:back to|to) (?:the )?(?:task|topic|subject|agenda|work(?:sheet)?|plan|page)\b/iu;

/** The skill that a part of a note claims, if any: the part is the skill's name, or says that it was used. */
function claimIn(part: string): { readonly id: SkillId; readonly name: string } | undefined {
  const text = part
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[“”"*_()]/g, ' ')
    .trim();
  if (text === '' || NOT_CLAIMED.test(text)) return undefined;
  const claimed = text
    .replace(
      /^(?:here )?(?:(?:this is|that was|this was|i (?:used|use|was using|did|practi[sc]ed)|i was|used|using|skills?(?: used)?:?|technique:?|by|an example of|example of|some|good|my) )+/,
      '',
    )
    .trim();
  return NAMES.find(
    ({ name }) =>
      claimed === name || (claimed.startsWith(name) && /^(?:[ ,:;–—-]|$)/.test(claimed.slice(name.length))),
  );
}

/** In a skill note every entry is a claim; in an analysis only a sentence that opens with the skill. */
function claimsIn(note: Note): { readonly id: SkillId; readonly name: string }[] {
  if (note.kind !== 'skill' && note.kind !== 'analysis') return [];
  const parts =
    note.kind === 'skill'
      ? note.text.split(/[,;/.\n]|\band\b|\+/)
      : note.text.split(/(?<=[.!?])\s+|\n/).filter((one) => one.split(/\s+/).length <= 12);
  return parts.flatMap((part) => claimIn(part.replace(/(?<![.!])[.!]+$/, '')) ?? []);
}

/** What the margin of a worker's words claims, note by note. */
const claimsBeside = remembered(({ byWorker, turn: { margin } }) =>
  byWorker
    ? margin.flatMap((note) => {
        const claims = note.kind === 'skill' && NOT_CLAIMED.test(note.text) ? [] : claimsIn(note);
        return claims.map((claim) => ({ note, ...claim }));
      })
    : [],
);

interface Claim extends Sighting {
  readonly skill: SkillId;
}

function unshown(group: Group): Claim[] {
  return group.moves.flatMap((move): Claim[] => {
    if (move.talk.wordCount === 0 || move.turn.nonverbal.length > 0) return [];
    const claim = claimsBeside(move).find(({ id }) => !SHOWS[id]!(group, move));
    if (claim === undefined) return [];
    return [
      {
        at: move.index,
        to: move.index,
        place: claim.note.place,
        skill: claim.id,
        evidence: [],
        message: `The margin of turn ${move.index + 1} names “${claim.name}”, and the words of the turn do not show it yet. How it can be heard: ${skills[claim.id].shows} Which words did it?`,
      },
    ];
  });
}

export const pattern: Pattern = {
  id: 'skill-claimed-not-shown',
  name: 'Skill claimed, not shown',
  family: 'CRAFT',
  core: false,
  severity: 'information',
  dynamics: [],
  skills: ['recording-craft', 'connecting', 'reaching-for-feeling-link'],
  question: 'Which words did it?',
  page: {
    looksLike:
      'The margin says “linking”, and in the turn beside it one person is asked one thing about himself.',
    matters:
      'Names of skills are easily learned and soon stand for good intentions. Looking for the very words that did it is how the name and the deed come together, and it often shows the line that would have.',
    fine: '“Tried to, and didn’t.” Something done without words and noted. Skills that leave no mark in speech, such as listening.',
  },
  sources: ['37', '35', 'c'],
  silentIn: [],
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group) => unshown(group),
  alternatives: (group, sighting) => {
    const move = group.moves[sighting.at]!;
    const skill = unshown(group).find(({ at }) => at === sighting.at)?.skill ?? 'connecting';
    const before = group.moves[sighting.at - 1];
    const told = before && byMember(before) ? before : undefined;
    const [one] = othersFor(group, move, told ? [told.name] : []);
    const back = toldBack(told);
    const links = skill === 'connecting' || skill === 'redirecting' || skill === 'reframing-common-ground';
    return [
      links && told && one
        ? { skill: 'connecting', line: `${one}, you heard ${told.name}. How near is that to yours?` }
        : {
            skill: 'reaching-for-feeling-link',
            line: back
              ? `${back} ${sentence(whoElse(told))}`
              : `Who knows something of what ${told?.name ?? 'somebody'} has just said?`,
          },
      {
        skill: 'recording-craft',
        line: `[underline the words of turn ${move.index + 1} that did it; if there are none, write “meant to”, and the line you meant]`,
      },
    ];
  },
};
