import { bringsTrouble } from '../group/floor.ts';
import type { Group, Move } from '../group/model.ts';
import { byMember, invitedBetween, invites, movesBetween, ownSpeech, remembered } from '../group/sequence.ts';
import { type ActName, does } from '../talk/model.ts';
import { countWords, FUNCTION_WORDS, sentencesOf, stemOf, tokensOf } from '../talk/words.ts';
import { called, othersFor, turns } from './lines.ts';
import type { Pattern } from './model.ts';

const INFORMS: ReadonlySet<ActName> = new Set<ActName>(['information', 'advice', 'defending', 'agenda']);
/** What else a long turn may be for: then it is no lecture. */
const OTHERWISE: ReadonlySet<ActName> = new Set<ActName>([
  'reflection',
  'restating',
  'relating',
  'linking',
  'credit',
  'ending',
  'history',
  'process',
  'repair',
  'welcome',
  'purpose',
  'confidentiality',
  'rehearsal',
  'procedure',
  'question-open',
  'question-closed',
  'opening',
  'redirecting',
]);
/** How explaining sounds: things in general, causes, names and numbers of things. Beside the act, which is often missed. */
const EXPLAINS =
  /\b(?:research|stud(?:y|ies)|evidence|experts?|percent|per cent|statistics|(?:is|are|it's|what's|we) (?:called|known as|call)|which means|that means|means that|stands for|stages?|phases?|types? of|kinds? of|the (?:brain|body|nervous system|cycle|model|theory|law|act|process|procedure|team|system|assessment|benefit|form|review|rules?)|hormones?|for (?:example|instance)|in other words|that's (?:why|how|because|what)|the reason|because|usually|normally|generally|typically|tends? to|the (?:first|second|third|next|last|main|other|important|key|idea|point) (?:one|thing|step|stage|part|is|of)|first(?:ly)?|second(?:ly)?|third(?:ly)?|then there(?:'s| is| are)|there(?:'s| is| are) (?:a|an|also|what|two|three|four|five|six|several|different)|when (?:we|you|people|a person|someone|somebody|a child|they)|if (?:we|you|people|a person|someone|somebody|a child|they)|you (?:get|can|need|have to|will|might|may|should|want to)|people (?:often|who|can|will|tend|may|with)|goes? (?:to|over|through)|gets? (?:sent|paid|delivered|decided))\b/i;

/** Words of a move that explain, and words that do something else. */
const weigh = remembered((move: Move) => {
  let explains = 0;
  let otherwise = 0;
  for (const sentence of sentencesOf(ownSpeech(move))) {
    const acts = move.talk.acts.filter((act) => act.start === sentence.start);
    const surest = [...acts].sort((a, b) => b.confidence - a.confidence)[0]?.act;
    const words = countWords(sentence.text);
    const story =
      /\b(?:i|my|me)\b/i.test(sentence.text) &&
      /\b(?:was|were|had|used to|went|did|remember|when i)\b/i.test(sentence.text);
    const asks = /\?["”’']?$/.test(sentence.text);
    if (story || asks) otherwise += words;
    else if (acts.some(({ act }) => INFORMS.has(act)) || EXPLAINS.test(sentence.text)) explains += words;
    else if (surest && OTHERWISE.has(surest)) otherwise += words;
  }
  return { explains, otherwise, words: move.talk.wordCount };
});

/** Explaining, plainly, in at least a third of it, and more of that than of all else together. Our number. */
function lectures(moves: readonly Move[]): boolean {
  const sum = moves.map(weigh).reduce((a, b) => ({
    explains: a.explains + b.explains,
    otherwise: a.otherwise + b.otherwise,
    words: a.words + b.words,
  }));
  return sum.explains >= sum.words / 3 && sum.explains > sum.otherwise;
}

/** The worker's turns in a row from `at` on. */
function runFrom(group: Group, at: number): Move[] {
  const run: Move[] = [];
  for (let i = at; i < group.moves.length && group.moves[i]!.byWorker && run.length < 12; i++)
    run.push(group.moves[i]!);
  return run;
}

/** A member had asked, and the others had had their turn at it. */
function askedAfterOthers(group: Group, at: number): boolean {
  const questions = movesBetween(group, at - 8, at - 1).filter(
    (move) => byMember(move) && does(move.talk, 'question-open', 'question-closed', 'to-worker'),
  );
  return questions.some(
    ({ index, name }) =>
      invitedBetween(group, index + 1, at - 1) ||
      // Somebody answered from life, asked or not.
      movesBetween(group, index + 1, at - 1).some(
        (move) => byMember(move) && move.name !== name && does(move.talk, 'self-disclosure'),
      ),
  );
}

/** In a single session, content may follow once concerns have been heard [28]. */
function concernsHeard(group: Group, at: number): boolean {
  if (group.recording.header.type !== 'single-session') return false;
  const heard = movesBetween(group, 0, at - 1).filter(
    (move) => bringsTrouble(move) && move.talk.wordCount >= 8,
  );
  return (
    group.recording.header.type === 'single-session' && new Set(heard.map((move) => move.name)).size >= 2
  );
}

export const pattern: Pattern = {
  id: 'lecture-block',
  name: 'Lecture',
  family: 'WORK',
  core: false,
  severity: 'information',
  dynamics: ['SD', 'DP'],
  skills: ['reaching-for-information-link', 'dividing-the-group', 'inviting-participation'],
  question: 'How much of it did the people in the room know already?',
  page: {
    looksLike:
      'The worker explains, for a minute or more at a stretch: stages, procedures, what research says.',
    matters:
      'Half of what is told in a lecture is often known in the circle, at first hand. Told by members it would be shared; told by the worker it is received. And people learn more from what they have turned over with each other.',
    fine: 'A marked presentation, kept short. The contract of a first meeting. The group had its turn at the question first. A single session, once people’s concerns have been heard. A story or a summary of what members said.',
  },
  sources: ['66', '28', '20'],
  silentIn: ['contracting', 'presentation'],
  thresholds: {
    turnWords: { default: 120, why: 'Words of one turn, about a minute of speech.' },
    runWords: { default: 200, why: 'Words of several turns of the worker’s in a row.' },
  },
  reach: { before: 400, after: 14 },
  of: 'worker',
  repairable: true,
  see: (group, at, threshold) => {
    const move = group.moves[at]!;
    const single = move.talk.wordCount >= threshold('turnWords');
    const run = single ? [move] : group.moves[at - 1]?.byWorker ? [] : runFrom(group, at);
    if (run.length === 0 || (!single && run.some((one) => one.talk.wordCount >= threshold('turnWords'))))
      return [];
    const words = run.reduce((sum, one) => sum + one.talk.wordCount, 0);
    if (words < (single ? threshold('turnWords') : threshold('runWords')) || !lectures(run)) return [];
    // It gathers what members said, or is handed to them at its end.
    const spokenOf = new Set(
      run.flatMap((one) =>
        one.talk.mentions
          .filter((mention) => !mention.vocative && group.present.includes(mention.name))
          .map((mention) => mention.name),
      ),
    );
    const last = run[run.length - 1]!;
    if (spokenOf.size >= 2 || (invites(last) && /\?\s*$/.test(last.turn.words))) return [];
    if (askedAfterOthers(group, at) || concernsHeard(group, at)) return [];
    return [
      {
        at,
        to: last.index,
        evidence: run.slice(1).map((one) => ({ at: one.index, shows: 'the worker goes on' })),
        message: `The worker explains for ${words} words at ${turns(at, last.index)}. Some of it may be known in the circle at first hand, and members may have had room to pass it on. How much of it did they know already?`,
      },
    ];
  },
  alternatives: (group, { at, to }) => {
    const last = group.moves[to]!;
    const others = othersFor(group, last, []);
    const subject = subjectOf(group.moves.slice(at, to + 1));
    return [
      {
        skill: 'reaching-for-information-link',
        line: subject
          ? `Before I say more about ‘${subject}’: who here knows it from the inside?`
          : `Before I explain any more: who here knows this from the inside?`,
      },
      {
        skill: 'inviting-participation',
        line: `Stop me where it was different for you. ${called(others) || 'Everyone'}, where doesn’t it fit?`,
      },
      {
        skill: 'dividing-the-group',
        line: `Those are the bare bones${subject ? ` of ‘${subject}’` : ''}. Turn to the person beside you: what of it fits, and what doesn’t?`,
      },
    ];
  },
};

/** The word that a lecture keeps coming back to; undefined where it has none. */
function subjectOf(moves: readonly Move[]): string | undefined {
  const counts = new Map<string, { word: string; times: number }>();
  for (const { text } of moves.flatMap((move) => tokensOf(ownSpeech(move)))) {
    if (text.length < 5 || FUNCTION_WORDS.has(text) || !/^\p{L}+$/u.test(text) || /(?:ly|ing|ed)$/.test(text))
      continue;
    const stem = stemOf(text);
    const known = counts.get(stem);
    counts.set(stem, { word: known?.word ?? text, times: (known?.times ?? 0) + 1 });
  }
  const best = [...counts.values()].sort((a, b) => b.times - a.times)[0];
  return best && best.times >= 3 ? best.word : undefined;
}
