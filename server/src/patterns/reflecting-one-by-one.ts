import type { Move } from '../group/model.ts';
import { byMember, lastBefore, ownSpeech, readsAs, remembered, sharedStems } from '../group/sequence.ts';
import { openRuns } from '../group/stretches.ts';
import { does } from '../talk/model.ts';
import { sentencesOf } from '../talk/words.ts';
import { count, kinOf, named, recalled } from './lines.ts';
import type { Pattern, Sighting } from './model.ts';

/** A statement about the other's feeling or meaning: "so you felt…", "sounds as if…". Beside the act, often missed. */
const GIVES_BACK =
  /^(?:(?:so|and|okay|ok|right|mm+|yeah|yes|ah|oh|well)[,.\s]+)*(?:(?:it |that )?(?:sounds?|seems?|looks?|must)\b|you(?:'re| are|'ve| have|'d| were| had| feel| felt| sound| mean| meant| want| wanted| wish| miss| can't| don't| didn't| never| just| really)?\b|(?:what )?i(?:'m| am)? hear(?:ing)?\b|part of you\b|for you\b|there's a part of you\b|that(?:'s| is| was| must)\b)/i;

interface Pair {
  readonly member: Move;
  readonly worker: Move;
  readonly reflects: boolean;
}

/** What of a reflection depends on the worker's turn alone. */
const sounds = remembered((worker): 'reflecting' | 'giving back' | 'telling' | undefined => {
  if (worker.talk.wordCount > 45) return undefined;
  if (does(worker.talk, 'reflection', 'restating')) return 'reflecting';
  const first = sentencesOf(ownSpeech(worker))[0];
  if (first === undefined || /\?["”’']?$/.test(first.text)) return undefined;
  return worker.talk.stems.size <= 3 || GIVES_BACK.test(first.text) ? 'giving back' : 'telling';
});

/** The worker gives back to a member what that member has just said, and nothing to anybody else. */
function reflects(member: Move, worker: Move): boolean {
  const sound = sounds(worker);
  if (sound === undefined || sound === 'reflecting') return sound !== undefined;
  return sharedStems(member, worker).length >= (sound === 'giving back' ? 1 : 2);
}

/**
 * The worker turns to the others: she names another, asks all, or invites. A link or a message handed on names somebody;
 * without a name it is misheard too easily for so long a row.
 */
function turnsToOthers(member: Move, worker: Move): boolean {
  const { kind, names } = worker.talk.addressee;
  if (names.some((name) => name !== member.name)) return true;
  if (worker.talk.mentions.some((mention) => mention.name !== member.name)) return true;
  return (kind === 'group' && /\?/.test(ownSpeech(worker))) || readsAs(worker, 'opening') !== undefined;
}

/** Rows of member and worker in strict alternation, in which the worker never opens to the others. */
function rowsOf(run: readonly Move[]): Pair[][] {
  const rows: Pair[][] = [];
  let row: Pair[] = [];
  for (let i = 0; i < run.length; i++) {
    const [member, worker] = [run[i]!, run[i + 1]];
    if (byMember(member) && worker?.byWorker && !turnsToOthers(member, worker)) {
      row.push({ member, worker, reflects: reflects(member, worker) });
      i++;
    } else {
      rows.push(row);
      row = [];
    }
  }
  return [...rows, row];
}

export const pattern: Pattern = {
  id: 'reflecting-one-by-one',
  name: 'Every turn bounced back by the worker',
  family: 'COMM',
  core: false,
  severity: 'information',
  dynamics: ['SB', 'MS', 'DP'],
  skills: ['exercising-silence', 'making-room', 'connecting'],
  question: 'What did the others hear, and who would have said it?',
  page: {
    looksLike:
      'A member speaks, and the worker reflects it back; the next speaks, and the worker reflects that. Each is understood, and each is understood by the worker.',
    matters:
      'Reflecting is a fine skill for two. In a circle, when it comes every time and from one chair, it takes the place of the others’ answers: nobody else gets to say that they heard.',
    fine: 'Somebody is overwhelmed. The first minutes of a group. Members for whom speech is hard. A check-in. Once the reflection ends in a question to the others.',
  },
  sources: ['S', '22'],
  silentIn: [],
  yieldsTo: ['maypole-pattern', 'hot-seat-interview', 'serial-casework'],
  thresholds: {
    turns: { default: 6, why: 'Member turns in a row that the worker answers.' },
    reflections: { default: 4, why: 'Of those, the ones given back.' },
  },
  reach: 'session',
  of: 'any',
  repairable: false,
  see: (group, _at, threshold) => {
    if (group.present.length <= 2) return [];
    const size = threshold('turns');
    return openRuns(group, ['cool-down', 'contracting', 'limited-speech', 'go-round', 'no-crosstalk'])
      .flatMap(rowsOf)
      .flatMap((row): Sighting[] => {
        const holds = row.map(
          (_, i) =>
            i + size <= row.length &&
            row.slice(i, i + size).filter((pair) => pair.reflects).length >= threshold('reflections'),
        );
        const first = holds.indexOf(true);
        if (first < 0) return [];
        const part = row.slice(first, holds.lastIndexOf(true) + size);
        const names = [...new Set(part.map(({ member }) => member.name))];
        // With one member alone it is a hot seat.
        if (names.length < 2) return [];
        const given = part.filter((pair) => pair.reflects);
        const from = part[0]!.member.index;
        const to = part[part.length - 1]!.worker.index;
        return [
          {
            at: from,
            to,
            evidence: given.map(({ member, worker }) => ({
              at: worker.index,
              shows: `${member.name} hears it back from the worker`,
            })),
            message: `In turns ${from + 1}–${to + 1} ${named(names)} speak, and each time it is the worker who answers, ${count(given.length)} times by giving it back. The others may have had an answer, or something of the kind to tell. What did they hear?`,
          },
        ];
      });
  },
  alternatives: (group, { to }) => {
    const last = lastBefore(group, to, to, byMember);
    const kin = last && kinOf(group, last, to);
    const who = last?.name ?? 'the one who spoke';
    return [
      { skill: 'making-room', line: `What did the rest of you hear in what ${who} said?` },
      {
        skill: 'connecting',
        line: kin
          ? `${recalled(kin, { near: last })} What would you say to ${who}?`
          : `Who’d like to answer ${who}?`,
      },
      { skill: 'exercising-silence', line: `[nods to ${who}, says nothing, and looks round the circle]` },
    ];
  },
};
