import type { Group } from '../group/model.ts';
import { type People, peopleOf } from '../talk/people.ts';
import { sentencesOf, straight } from '../talk/words.ts';
import type { Pattern, Sighting } from './model.ts';
import { gathered } from './writing.ts';

const OTHERS =
  '(?:he|she|they|(?:the )?(?:clients?|group|members?)|the (?:others|girls|boys|women|men|kids|room|rest)|(?:every|some)(?:one|body)|people|it)';
/** Somebody else's feeling, told as theirs. */
const FEELS = String.raw`(?:\w+ )?(?:felt|feels|feel|was|were|is|are|seem(?:s|ed)|look(?:s|ed)|got|became|appeared)`;
const AFFECT = String.raw`(?:sad|happy|angry|upset|hurt|scared|afraid|anxious|nervous|worried|ashamed|embarrass\w*|guilty|lonely|alone|lost|frustrat\w*|overwhelm\w*|relie(?:ved|f)|uncomfortable|awkward|annoyed|irritated|jealous|proud|hopeful|hopeless|helpless|confused|shocked|numb|tearful|tense|sorry|grateful|moved|touched|attacked|judged|ignored|excluded|unsafe|safe|supported|understood|heard|depressed|disappointed|excited|bored|tired|exhausted|stressed|panick\w*|desperate|insecure|vulnerable|rejected|betrayed|resentful|furious|ashamed|at ease|defensive)`;
/** "I feel that …" is a thought. */
const OPINION = new RegExp(
  String.raw`\bi (?:feel|felt|think|thought|believe|believed|guess|guessed|suspect|noticed|notice|saw|could see|can see|knew|know|sensed|would say) (?:that|like|as if|as though|how|${OTHERS}\b|this|we should|i should|there)`,
  'i',
);
/** Something of the writer's own: a state, a wish, a body. */
const OWN =
  /\b(?:my|mine|me|myself)\b|\b(?:i|we)(?:'m|'d| am| was| were| felt| feel| got| became| had| froze| panicked| wanted| want| wished| hoped| dreaded| hated| loved| liked| enjoyed| worried| wondered| cringed| nearly| almost| just| still| really| could(?:n't| not)| did(?:n't| not)| kept| held| needed| cared| relaxed| tensed| blushed| cried)\b/i;

const OF_OTHERS = new RegExp(
  String.raw`\b${OTHERS}\b,? (?:and \w+ )?(?:${FEELS}\b[^.!?]{0,40}\b${AFFECT}\b|(?:\w+ )?felt\b|(?:\w+ )?(?:wanted|needed|didn't want) to\b)`,
  'i',
);

/** Whether a feelings note tells of others, or of what the writer thinks, and in no sentence of the writer's own state. */
function notOwn(note: string, people: People): boolean {
  // A member's name reads as “she”; what is quoted is nobody's feeling.
  const named = people.finder === undefined ? note : note.replace(people.finder, 'she');
  const text = straight(named).replace(/[“"][^“”"]*[”"]/g, ' ');
  let others = 0;
  for (const { text: one } of sentencesOf(text)) {
    const opinion = OPINION.test(one);
    // "She felt ashamed and I did too", "It made me sad that he was hurt": shared, and stated as one's own.
    const rest = opinion ? one.replace(OPINION, ' ') : one;
    if (OWN.test(rest) || !(opinion || OF_OTHERS.test(one))) return false;
    others++;
  }
  return others > 0;
}

const GATHERERS = new WeakMap<People, (group: Group) => Sighting[]>();

/** Such notes beside turns, kept for as long as the people stay the same. */
function notesNotOwn(group: Group): Sighting[] {
  const people = peopleOf(group.recording);
  let gather = GATHERERS.get(people);
  if (gather === undefined) {
    gather = gathered(({ note, text, at, place }): Sighting[] =>
      note !== 'feeling' || at < 0 || place === undefined || !notOwn(text, people)
        ? []
        : [
            {
              at,
              to: at,
              place,
              evidence: [],
              message: `The feelings noted at turn ${at + 1} are somebody else’s, or a thought. They may be right, and they fit the analysis. And what went on in you, just then?`,
            },
          ],
    );
    GATHERERS.set(people, gather);
  }
  return gather(group);
}

export const pattern: Pattern = {
  id: 'feelings-not-own',
  name: 'Feelings column not about the student',
  family: 'CRAFT',
  core: false,
  severity: 'hint',
  dynamics: [],
  skills: ['recording-craft'],
  question: 'And what went on in you?',
  page: {
    looksLike:
      'Under “Feelings” it says how she felt, or how they all were, or “I feel that he is avoiding the subject”.',
    matters:
      'That column is the writer’s own. What happens in a worker at such a moment often shows what happens in the room, and it leads the next words more than any technique. How members felt belongs in the analysis, with what it was seen by.',
    fine: 'A word is enough: “Cold”, “Relieved”, “Nothing yet”. Something shared, as long as it is said as one’s own.',
  },
  sources: ['37'],
  silentIn: [],
  reach: 'session',
  of: 'any',
  repairable: false,
  see: notesNotOwn,
  alternatives: (group, { at }) => {
    const move = group.moves[at];
    const who = move && !move.byWorker ? move.name : undefined;
    return [
      {
        skill: 'recording-craft',
        line: `[one word for what you felt${who ? ` while ${who} spoke` : ' as you spoke'}, and where in your body; “nothing yet” will do]`,
      },
      {
        skill: 'recording-craft',
        line: '[move how they felt to the analysis, with what you saw or heard it by]',
      },
    ];
  },
};
