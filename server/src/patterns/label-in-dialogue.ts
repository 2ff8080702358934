import { matchesIn } from '../recording/expressions.ts';
import { nonverbalKind } from '../recording/speech.ts';
import type { Pattern, Sighting } from './model.ts';
import { gathered, standing, type Written, writtenIn } from './writing.ts';

/** Words that judge a person and show nothing: another reader could not tell what to picture. */
const LABEL =
  /\b(?:resistan(?:t|ce)|resisting|manipulat\w+|attention[- ]seeking|inappropriate(?:ly)?|defensive(?:ly|ness)?|non-?complian(?:t|ce)|un-?motivated|un-?cooperative|oppositional|passive[- ]aggressive(?:ly)?|disruptive(?:ly)?|hostile|hostility|aggressive(?:ly)?|disrespectful(?:ly)?|in denial|overdramatic|melodramatic|acting out|hysterical(?:ly)?|immature|difficult(?! (?:for|to))|problematic|needy)\b/i;
/** What a camera would have seen or heard. */
const BEHAVIOUR =
  /\b(?:arms?|hands?|fists?|feet|foot|legs?|back to|chair|door|window|phone|coat|hood|hat|bag|eyes?|head|face|voice|shoulders?|table|floor|said|says|saying|asks?|asked|answer\w*|shout\w*|yell\w*|swore|swears?|swearing|whisper\w*|mumbl\w*|interrupt\w*|(?:talk|speak|spoke|talks|talked) (?:over|across|through)|laugh\w*|sigh\w*|shrug\w*|nod\w*|shak\w*|point(?:s|ed|ing)|throw\w*|threw|push\w*|kick\w*|slam\w*|bang\w*|tap\w*|turn(?:s|ed|ing)?|look(?:s|ed|ing)?|star(?:es|ed|ing)|roll\w*|walk\w*|left|leaves|leaving|stood|stands?|sat|sits?|lean\w*|cross\w*|fold\w*|stopped|zip\w*|text(?:s|ed|ing)|late|refus\w+ to|won't|wouldn't|does ?n[o']t|did ?n[o']t|copies|copied|mimics?|mimicked)\b/i;

function labelledIn({
  kind,
  text,
  section,
}: Written): { readonly start: number; readonly end: number } | undefined {
  const told = kind === 'happening' || kind === 'gesture' || (kind === 'prose' && section === 'dialogue');
  if (!told) return undefined;
  // What somebody called somebody is a fact about the one who called.
  const own = text.replace(/[“"‘][^“”"‘’]*[”"’]/g, (quoted) => ' '.repeat(quoted.length));
  for (const sentence of matchesIn(/[^.!?;]+/g, own)) {
    const label = LABEL.exec(sentence[0]);
    if (
      label === null ||
      BEHAVIOUR.test(sentence[0]) ||
      /\b(?:not|n't|never|no longer|less) (?:\w+ )?$|\b(?:call(?:s|ed|ing)?|nam(?:es|ed)|thought|thinks) (?:\w+ ){1,3}$/i.test(
        sentence[0].slice(0, label.index),
      )
    )
      continue;
    const start = sentence.index + label.index;
    return { start, end: start + label[0].length };
  }
  return undefined;
}

const labelsIn = gathered((written): Sighting[] => {
  const label = labelledIn(written);
  if (label === undefined) return [];
  const where =
    written.at < 0
      ? 'In the narrative'
      : `${written.kind === 'gesture' ? 'In' : 'After'} turn ${written.at + 1}`;
  return [
    {
      ...standing(written, label.start, label.end),
      evidence: [],
      message: `${where} a remark calls it “${written.text.slice(label.start, label.end)}”, and what was done or said is not there to see. What did they do, or say, that you read in this way?`,
    },
  ];
});

export const pattern: Pattern = {
  id: 'label-in-dialogue',
  name: 'Label instead of behaviour',
  family: 'CRAFT',
  core: false,
  severity: 'information',
  dynamics: [],
  skills: ['recording-craft'],
  question: 'What did they do, or say, that you read in this way?',
  page: {
    looksLike:
      'Between the turns stands a word such as resistant, defensive, manipulative or inappropriate, and nothing of what the person did.',
    matters:
      'The word is the writer’s conclusion, and it closes the matter. What somebody did can be looked at again, by the writer as well, and may turn out to be an answer to something.',
    fine: 'In the analysis, next to what it rests on. With the behaviour beside it. When it is quoted: somebody in the room said so.',
  },
  sources: ['82', 'c'],
  silentIn: [],
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group) => labelsIn(group),
  alternatives: (group, { at, place }) => {
    const written = writtenIn(group).find(
      (one) =>
        one.place &&
        place &&
        one.place.block === place.block &&
        one.place.start <= place.start &&
        one.place.end >= place.end,
    );
    const text = written?.text ?? '';
    const kind = nonverbalKind(text);
    const move = group.moves[at];
    const who =
      (written?.kind === 'gesture' ? move?.name : group.present.find((name) => text.includes(name))) ??
      'they';
    return [
      {
        skill: 'recording-craft',
        line: `[write what ${who} did or said, as a camera would have it${kind === 'other' ? '' : ', with the look or the tone'}]`,
      },
      {
        skill: 'recording-craft',
        line: `[keep the word for the margin${move ? ` of turn ${move.index + 1}` : ''}, and say there what made you think so]`,
      },
    ];
  },
};
