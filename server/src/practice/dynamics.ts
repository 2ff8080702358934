/** The nine dynamics of mutual aid, told plainly. The names follow Steinberg 2014; the words are ours (domain §2). */
import type { Dynamic, SkillId } from './terms.ts';

/** One way in which members help one another. */
export interface DynamicText {
  readonly code: Dynamic;
  /** As the field says it. */
  readonly name: string;
  /** One sentence. */
  readonly meaning: string;
  /** Lines of members, without quotation marks, by which it can be heard. Invented. */
  readonly sounds: readonly string[];
  /** Skills that tend to make room for it, the closest first. */
  readonly opens: readonly SkillId[];
  /** What a worker may do, meaning well, that tends to close it. */
  readonly closes: readonly string[];
  readonly caution?: string;
  /** Keys of `sources.ts`. */
  readonly sources: readonly string[];
}

/** What to keep in mind about all nine. */
export const aboutDynamics = [
  'These are nine ways in which members help members. What a worker does for a member is good work too, but it is something else.',
  'No group has to show all nine, or to go to the deepest feelings. A nod across the circle can be mutual aid.',
  'Some writers count ten or more. What they call a universal perspective stands here under all in the same boat.',
  'Only the people who were there can say whether they were helped. A recording can show where there was room, and ask.',
] as const;

/** By code, in the order in which they are usually taught. */
export const dynamics: Readonly<Record<Dynamic, DynamicText>> = {
  SD: {
    code: 'SD',
    name: 'Sharing data',
    meaning: 'Members pass on what they know: facts, places, tricks, warnings, and what it was really like.',
    sounds: [
      'They let me bring my sister into the room. You only have to ask.',
      'Which form did they give you, the long one or the short one?',
      'The bus stops running at nine, so do not take the late slot.',
    ],
    opens: [
      'reaching-for-information-link',
      'redirecting',
      'connecting',
      'inviting-participation',
      'preserving-history',
    ],
    closes: [
      'Answering at once, because you happen to know.',
      'Explaining at length what half of the circle has lived through.',
      'Handing out a sheet before asking what people already know.',
    ],
    caution:
      'Some facts only you hold: dates, rules of the agency, the law. Give those, and then ask what people make of them.',
    sources: ['S', '13', '14', 'c'],
  },
  DP: {
    code: 'DP',
    name: 'Dialectical process',
    meaning:
      'Members set one idea against another and think the matter through, with no need to agree at the end.',
    sounds: [
      'I hear that, and I come out somewhere else.',
      'If we say it is never her fault, what is left for her to decide?',
      'Could both be true on different days?',
    ],
    opens: [
      'reaching-for-difference',
      'differentiating',
      'connecting',
      'mediating',
      'reaching-for-consensus',
      'backing-out',
    ],
    closes: [
      'Telling two people that they both have a point, and going on.',
      'Ruling who is right.',
      'Hurrying to what everyone can agree on.',
    ],
    caution: 'Argument can look unhelpful from outside. Give it a little time before you decide that it is.',
    sources: ['S', '2', '13', '14', 'c'],
  },
  TA: {
    code: 'TA',
    name: 'Taboo areas',
    meaning: 'Members speak together of what is hard to say in most other places.',
    sounds: [
      'Nobody here ever mentions what it costs.',
      'I have not told a soul, but part of me was relieved when he died.',
      'Is this a room where I can talk about God?',
    ],
    opens: [
      'naming-taboo',
      'asking-permission',
      'reaching-for-feeling-link',
      'amplifying',
      'exercising-silence',
      'limits-of-confidentiality',
      'verbalising-norms',
    ],
    closes: [
      'Changing the subject, or softening the word that was used.',
      'Asking for a fact: how old, how long, how many.',
      'Giving leave on behalf of everyone, so that nobody asks the others.',
    ],
    caution:
      'What is taboo depends on the people in the room. In a first meeting, slowing down can be the kind thing to do.',
    sources: ['S', '2', '13', '32', '35', 'c'],
  },
  SB: {
    code: 'SB',
    name: 'All in the same boat',
    meaning:
      'Members find that others know the feeling, and that they are less alone and less odd than they thought.',
    sounds: [
      'You too? I had put it down to me.',
      'My story is not like yours, but I know that drive home.',
      'We all laughed at the same moment. That says something.',
    ],
    opens: [
      'reaching-for-feeling-link',
      'connecting',
      'reframing-common-ground',
      'scanning',
      'stating-purpose',
    ],
    closes: [
      'Answering each person separately, one after the other.',
      'Treating one story as a case apart.',
      'Saying yourself that everybody feels like that.',
    ],
    caution:
      'Being in the same boat does not make people the same. The link holds better when the differences may be named as well.',
    sources: ['S', '13', '14', 'c'],
  },
  MS: {
    code: 'MS',
    name: 'Mutual support',
    meaning: 'Members comfort and encourage one another, in words or without them.',
    sounds: [
      'You came out in this rain. I am glad you did.',
      'Text me when you are in the waiting room.',
      '[moves her chair a little closer]',
    ],
    opens: ['making-room', 'backing-out', 'exercising-silence', 'amplifying', 'scanning', 'connecting'],
    closes: [
      'Comforting first and so fully that nothing is left for the others to give.',
      'Reassuring before the trouble has been heard out.',
      'Passing the tissues and changing the subject.',
    ],
    caution:
      'Support is only one of the nine. A group that is always kind may still have other help to give.',
    sources: ['S', '13', '14', 'c'],
  },
  MD: {
    code: 'MD',
    name: 'Mutual demand',
    meaning: 'Members expect something of one another: honesty, effort, a promise kept.',
    sounds: [
      'Last week you told us you would go. Did you?',
      'I like you, so I am going to say it: I do not believe that.',
      'We all gave something tonight, and we are still waiting for you.',
    ],
    opens: ['backing-demand', 'preserving-history', 'verbalising-norms', 'differentiating', 'mediating'],
    closes: [
      'Excusing the person who was asked.',
      'Answering in their place.',
      'Taking the challenge over, so that it becomes yours.',
    ],
    caution: 'A challenge from a peer is not a fire to put out. Look first at what the person does with it.',
    sources: ['S', '13', '14', 'c'],
  },
  IP: {
    code: 'IP',
    name: 'Individual problem solving',
    meaning:
      "Members think with one person about that person's trouble, and work on their own share of it as they do.",
    sounds: [
      'What was said just before the door slammed?',
      'When I was there, I kept waiting for him to notice.',
      'So you want two things, and they pull apart.',
    ],
    opens: [
      'exploring-before-solving',
      'reframing-common-ground',
      'redirecting',
      'reaching-for-feeling-link',
      'turning-back',
      'asking-permission',
    ],
    closes: [
      'Interviewing one person while the others look on.',
      'Giving the answer, or dressing it as a question.',
      'Letting tips pile up before anyone knows what the trouble is.',
    ],
    caution:
      'A trouble thought through may stay unsolved and still be lighter. A list of tips is seldom what was asked for.',
    sources: ['S', '6', '13', '43', 'c'],
  },
  RE: {
    code: 'RE',
    name: 'Rehearsal',
    meaning: 'Members try out, here and with each other, what they mean to say or do out there.',
    sounds: [
      'You be my father, and do not make it easy.',
      'Stop there. Your voice went up at the end, as if you were asking.',
      'Can I start again?',
    ],
    opens: ['proposing-rehearsal', 'turning-back', 'inviting-participation'],
    closes: [
      'Wishing good luck, and asking to hear how it went.',
      'Playing every part yourself.',
      'Talking about the talk until the time is gone.',
    ],
    caution:
      'Saying the first sentence aloud is rehearsal enough for some. No one has to perform, and some meetings are not safe to have.',
    sources: ['S', '13', '19', 'c'],
  },
  SN: {
    code: 'SN',
    name: 'Strength in numbers',
    meaning: 'Members find that together they can dare, ask or change what one alone could not.',
    sounds: [
      'One letter they lose. Six letters they have to answer.',
      'I would go if one of you came with me.',
      'Why are we each fighting this by ourselves?',
    ],
    opens: [
      'voicing-shared-grievance',
      'reframing-common-ground',
      'reaching-for-consensus',
      'turning-back',
      'voicing-achievements',
    ],
    closes: [
      'Explaining why the office has to do it that way.',
      'Teaching each person to cope with the same rule.',
      'Offering to mention it yourself.',
    ],
    caution:
      'Acting together can carry risks for those who depend on the office. Let the group weigh them before it decides.',
    sources: ['S', '13', 'c'],
  },
};
