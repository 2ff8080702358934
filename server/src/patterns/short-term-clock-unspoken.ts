import type { Group, Move } from '../group/model.ts';
import { ownSpeech, recordedWhole, toldIn } from '../group/sequence.ts';
import { stageOf } from '../practice/stages.ts';
import { endingComesUp } from './ending-talk.ts';
import { called, count, named, quotable, sentence } from './lines.ts';
import type { Pattern } from './model.ts';
import { ENOUGH_TURNS } from './whole-session.ts';

/** The number of this meeting, or of those to come, in ways that `ending-unspoken` does not look for. */
const CLOCK =
  /\b(?:session|meeting|week|number|evening|tuesday) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:run|runs|running) out of (?:weeks|sessions|meetings)\b|\bhow (?:many|much) (?:(?:more|of these) )?(?:weeks|sessions|meetings|time)? ?(?:do|have|are|is) (?:we|there)\b[^?]{0,12}\b(?:left|got|more)\b/i;

function comesUp(group: Group, moves: readonly Move[]): boolean {
  return (
    endingComesUp(group, moves) ||
    moves.some((move) => CLOCK.test(ownSpeech(move))) ||
    toldIn(group, moves).some((text) => CLOCK.test(text))
  );
}

export const pattern: Pattern = {
  id: 'short-term-clock-unspoken',
  name: 'Clock unspoken',
  family: 'TYPE',
  core: false,
  severity: 'hint',
  dynamics: ['MD'],
  skills: ['using-time', 'turning-back', 'backing-demand'],
  question: 'What would the group have wanted to use its remaining meetings for?',
  page: {
    looksLike:
      'A group with few meetings is half way through or further, and in the whole session nobody says how many are left.',
    matters:
      'In a short group the clock is a member. Said aloud, it lets people choose what is worth the time, and hold each other to it.',
    fine: 'It was said the week before or will be the week after. In the last two meetings the ending itself is the matter.',
  },
  sources: ['9', 'c'],
  silentIn: [],
  types: ['short-term'],
  thresholds: {
    turns: ENOUGH_TURNS,
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const { session, of, type } = group.recording.header;
    if (
      session === undefined ||
      of === undefined ||
      session * 2 < of ||
      stageOf(session, of, type) !== 'middle'
    )
      return [];
    if (!recordedWhole(group, threshold('turns')) || comesUp(group, group.moves)) return [];
    return [
      {
        at: -1,
        to: -1,
        evidence: [],
        message: `This is meeting ${session} of ${of}, and in this recording nobody says how many are left. Members may have wanted to hold each other to what they came for. What would they have used ${count(of - session)} more meetings for?`,
      },
    ];
  },
  alternatives: (group) => {
    const { session = 0, of = 0 } = group.recording.header;
    const left = of - session;
    const meetings = `${count(left)} ${left === 1 ? 'meeting' : 'meetings'}`;
    const names = group.present.slice(0, 2);
    const all = names.length > 1 ? `${called(names)}, everyone` : 'Everyone';
    const brought = quotable(group.moves).map(({ name }) => name);
    return [
      {
        skill: 'using-time',
        line: `After today we’ve ${meetings} left. ${all}: what do you want to use ${left === 1 ? 'it' : 'them'} for?`,
      },
      {
        skill: 'turning-back',
        line:
          brought.length > 1
            ? `With ${meetings} left we won’t get to everything that ${named(brought)} and the rest of you have brought. What comes first?`
            : `With ${meetings} left we won’t get to everything you’ve brought. What comes first?`,
      },
      {
        skill: 'backing-demand',
        line: `${sentence(count(session))} gone, ${count(left)} to go. ${all}: what did you say you’d do here, and who’ll ask you about it?`,
      },
    ];
  },
};
