import type { Group } from '../group/model.ts';
import { remembered } from '../group/sequence.ts';
import type { Note } from '../recording/model.ts';
import { answered, sentence, toldBack, whoElse } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';

/** The writer finds fault with her own words. */
const FAULT =
  /(?:^|[.!?] )should(?:'ve|n't have| have| not have)\b|\b(?:i should've\b|i (?:really |just |also )?(?:should(?:n't| not| have|n't have| not have)|could have|ought(?: not)? to have|wish i (?:had|hadn't|'d)|might have|would have done better)\b|i (?:jumped|rushed|talked too|said too|spoke too|asked too|gave advice|lectured|took over|cut (?:across|her|him|them|\p{Lu}\p{L}+) off|cut across|filled (?:it|the)|answered (?:too|for|it)|missed (?:it|that|the|a|an|her|him|what)|ignored|closed (?:it|that|the)|shut (?:it|her|him|them)|smoothed|rescued|got (?:it )?wrong|avoided|changed the subject|let (?:it|that|her|him) (?:go|drop)|did ?n[o']t (?:ask|wait|let|notice|pick|hear|give|stay|bring|turn|open|listen|follow))|(?:my|a) mistake|missed (?:opportunity|chance|opening)|not (?:my|the) (?:best|place|right moment)|(?:was ?n[o']t|not very|un)helpful|too (?:fast|soon|quick|much of me)|better (?:to have|if i had)|instead of (?:asking|waiting|letting|turning|opening|staying))/iu;
/** Other words, given in the note itself. */
const OTHER_WORDS =
  /[“"‘](?=[^”"’]{8})|\b(?:i could have (?:said|asked)|i might have (?:said|asked)|i should have (?:said|asked)|better would have been|next time i(?:'ll| will) (?:say|ask))\b\s*(?::\s*)?\S+(?:\s+\S+){3}/iu;

function fault(note: Note): boolean {
  if (note.kind !== 'analysis') return false;
  const text = note.text.replace(/’s?\b/g, (mark) => mark.replace('’', "'"));
  return FAULT.test(text) && !OTHER_WORDS.test(note.text);
}

/** The note beside a worker's words that finds fault with them, where no other words stand there. */
const faultIn = remembered(({ byWorker, turn: { margin } }): Note | undefined =>
  byWorker && !margin.some(({ kind }) => kind === 'alternative') ? margin.find(fault) : undefined,
);

/** The form may ask for other words in one place, at the end. */
function wordsElsewhere(group: Group): boolean {
  return group.recording.sections.some(
    ({ kind, prose, margin }) =>
      kind === 'do-over' &&
      (prose.some(({ text }) => /[“"‘]/.test(text)) || margin.some((note) => note.kind === 'alternative')),
  );
}

/** Said in the header or the introduction: nobody has been asked for this before. */
function firstRecording(group: Group): boolean {
  const { place } = group.recording.header;
  const texts = group.recording.sections
    .filter(({ kind }) => kind !== 'dialogue')
    .flatMap((section) => section.prose.map(({ text }) => text));
  return [...(place ? [place.block.text.slice(place.start, place.end)] : []), ...texts].some((text) =>
    /\b(?:my|the) (?:very )?first (?:process )?recording\b/i.test(text),
  );
}

export const pattern: Pattern = {
  id: 'no-do-over',
  name: 'No alternative wording',
  family: 'CRAFT',
  core: false,
  severity: 'hint',
  dynamics: [],
  skills: ['recording-craft', 'redirecting', 'turning-back'],
  question: 'What is the line you wish you had said?',
  page: {
    looksLike:
      'The margin sees that something could have gone otherwise (“I should not have answered this”) and stops there. No other words are tried.',
    matters:
      'Seeing it is the harder half. The other half is a sentence, in one’s own voice, that could come to mind next week. Schools ask for it in exact words.',
    fine: 'A form that asks for it elsewhere. A first recording. One line in the margin is enough, and it need not be polished.',
  },
  sources: ['36', '34'],
  silentIn: [],
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group) => {
    if (wordsElsewhere(group) || firstRecording(group)) return [];
    return group.moves.flatMap((move): Sighting[] => {
      const note = faultIn(move);
      if (note === undefined) return [];
      return [
        {
          at: move.index,
          to: move.index,
          place: note.place,
          evidence: [],
          message: `The margin of turn ${move.index + 1} sees that it could have gone otherwise, which is the harder half, and gives no other words. What is the line you wish you had said?`,
        },
      ];
    });
  },
  alternatives: (group, { at }) => {
    const before = answered(group, at);
    const told = toldBack(before);
    return [
      {
        skill: 'recording-craft',
        line: `[under the analysis, in your own voice, the one line you would say now${before ? ` to ${before.name}’s words in turn ${before.index + 1}` : ''}]`,
      },
      before?.turn.words.includes('?')
        ? {
            skill: 'redirecting',
            line: `That’s a question for all of us, ${before.name}. Who has an answer of their own?`,
          }
        : {
            skill: 'turning-back',
            line: told
              ? `${told} ${sentence(whoElse(before))}`
              : `What did the rest of you hear in ${before ? `what ${before.name} said` : 'that'}?`,
          },
    ];
  },
};
