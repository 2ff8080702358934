import type { Group } from '../group/model.ts';
import { recordedWhole } from '../group/sequence.ts';
import { mentionsIn, peopleOf } from '../talk/people.ts';
import { called, count, named } from './lines.ts';
import type { Pattern } from './model.ts';
import { ENOUGH_TURNS } from './whole-session.ts';
import { writtenIn } from './writing.ts';

/** Where a line about somebody tells what they did here; attendance and plans tell only that they exist. */
const TELLS: ReadonlySet<string> = new Set([
  'observations',
  'dialogue',
  'impressions',
  'analysis',
  'mutual-aid',
  'use-of-self',
  'other',
]);

/** Members of whom the recording has nothing: no turn, no gesture, no line of the writer's. */
function vanished(group: Group): string[] {
  const people = peopleOf(group.recording);
  const told = new Set(group.spoke);
  for (const { kind, text, section, note } of writtenIn(group)) {
    if (kind === 'words' || (kind === 'prose' && !TELLS.has(section ?? 'other')) || note === 'supervisor')
      continue;
    for (const { name } of mentionsIn(text, people)) told.add(name);
  }
  // A newcomer who left, a member who came for the end: the header says who was there, and nobody is counted twice.
  return group.present.filter((name) => !told.has(name));
}

export const pattern: Pattern = {
  id: 'worker-only-record',
  name: 'Members vanish from the record',
  family: 'CRAFT',
  core: false,
  severity: 'hint',
  dynamics: [],
  skills: ['recording-craft', 'inviting-participation'],
  question: 'Where was the rest of the group?',
  page: {
    looksLike:
      'The header names six people. The recording is of the worker and two of them; of the others there is no word, no look, and no line in the margin.',
    matters:
      'Those who are silent take part, and how they do it is half of what a worker in a group has to see. If they are nowhere on the page, supervision cannot reach them either.',
    fine: 'An excerpt. A large meeting. One line in a margin or in the observations is enough: where she sat, when he looked up.',
  },
  sources: ['83', '36', 'c'],
  silentIn: [],
  thresholds: {
    turns: ENOUGH_TURNS,
    present: { default: 4, why: 'Members present from which half of them may be missed.' },
    large: {
      default: 15,
      why: 'From this size on, nobody writes down everyone.',
    },
    share: { default: 0.5, why: 'Share of them who turn up at all.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (group.recording.header.type === 'very-large') return [];
    const present = group.present.length;
    if (
      present < threshold('present') ||
      present >= threshold('large') ||
      group.present.filter((name) => group.spoke.has(name)).length >= threshold('share') * present ||
      !recordedWhole(group, threshold('turns'))
    )
      return [];
    const gone = vanished(group);
    if (present - gone.length >= threshold('share') * present) return [];
    // Voices that nobody is named for may be theirs: see unattributed-speech.
    if (group.moves.filter((move) => move.turn.speaker.kind === 'unnamed').length >= gone.length) return [];
    return [
      {
        at: -1,
        to: -1,
        evidence: [],
        message: `${present === gone.length ? 'None' : sentenceOf(count(present - gone.length))} of the ${count(present)} members present turn${present - gone.length === 1 ? 's' : ''} up in this recording: of ${named(gone.slice(0, 5))} there is no word, no look and no line. They were in the circle too. Where was the rest of the group?`,
      },
    ];
  },
  alternatives: (group) => {
    const gone = vanished(group);
    return [
      {
        skill: 'recording-craft',
        line: `[one line each on ${named(gone.slice(0, 4)) || 'those who did not speak'}: where they sat, what they did with their hands, when they looked up]`,
      },
      {
        skill: 'inviting-participation',
        line: `${called(gone.slice(0, 2)) || 'Everyone'}, we’ve not heard you yet, and you needn’t speak. Is there something you’d add?`,
      },
    ];
  },
};

function sentenceOf(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
