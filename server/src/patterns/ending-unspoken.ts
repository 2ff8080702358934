import { byMember, recordedWhole } from '../group/sequence.ts';
import { stageOf } from '../practice/stages.ts';
import { endingComesUp } from './ending-talk.ts';
import { called, count, quotable, recalled } from './lines.ts';
import type { Pattern } from './model.ts';
import { ENOUGH_TURNS } from './whole-session.ts';

export const pattern: Pattern = {
  id: 'ending-unspoken',
  name: 'Ending unspoken',
  family: 'PURP',
  core: true,
  severity: 'warning',
  dynamics: ['MS', 'MD'],
  skills: ['using-time', 'voicing-achievements', 'making-room'],
  question: 'What would they have said, had somebody named that it is ending?',
  page: {
    looksLike:
      'The last meeting of a group, or the one before it. The plan is followed as in any other week, and nobody speaks of ending, of what was, or of what comes after.',
    matters:
      'An ending that nobody names is got through alone. Said aloud, there is still time to finish something, to tell each other what it was, and to ask what each will need without it.',
    fine: 'A group without an end, in which people come and go. An ending that came as a surprise and was noted as one. A sentence can be enough, and it need not be the worker’s.',
  },
  sources: ['67', '16'],
  silentIn: [],
  thresholds: {
    turns: ENOUGH_TURNS,
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    const { session, of, type } = group.recording.header;
    // Without the number of meetings planned, a session's number tells nothing of the end (trap 9).
    if (
      session === undefined ||
      of === undefined ||
      of < 2 ||
      type === 'open-ended' ||
      type === 'single-session'
    )
      return [];
    if (stageOf(session, of, type) !== 'ending' || !recordedWhole(group, threshold('turns'))) return [];
    if (endingComesUp(group, group.moves)) return [];
    const last = session === of;
    const ends = [...group.moves].reverse().find((move) => move.byWorker);
    return [
      {
        at: -1,
        to: -1,
        evidence: ends ? [{ at: ends.index, shows: 'the worker’s last words' }] : [],
        message: `This is ${last ? `the last of ${of} meetings` : `meeting ${session} of ${of}`}, and in this recording nobody speaks of ${last ? 'the end' : 'the end that is near'}, or of what they had in each other. There may have been room for goodbyes, for thanks, for what is not finished. What would they have said, had somebody named it?`,
      },
    ];
  },
  alternatives: (group) => {
    const { session, of } = group.recording.header;
    const felt = group.moves.filter(
      (move) => byMember(move) && recalled(move, { only: ['success', 'taboo'] }) !== '',
    );
    const [one] = quotable(felt, 1);
    const names = group.present.filter((name) => name !== one?.name).slice(0, 2);
    const all = names.length > 0 ? `${called(names)}, everyone` : 'Everyone';
    const number = of === undefined ? '' : ` of our ${count(of)} meetings`;
    return [
      {
        skill: 'using-time',
        line:
          session === of
            ? `This is the last${number || ' time we meet'}. What isn’t finished between you?`
            : `Next time is the last${number || ' one'}. What mustn’t we leave out?`,
      },
      {
        skill: 'making-room',
        line: one
          ? `${recalled(one, { only: ['success', 'taboo'] })} Who’ll hear things like that from you, once we’ve stopped meeting?`
          : `${all}: what will you miss hearing, once we’ve stopped meeting?`,
      },
      {
        skill: 'voicing-achievements',
        line: `${all}: what did you get from somebody here that you didn’t have when we began?`,
      },
    ];
  },
};
