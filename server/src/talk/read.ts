/** Reads what each turn does, from its words and what was said just before. */
import type { Recording, Turn } from '../recording/model.ts';
import { actsOf, featuresIn, type Surroundings } from './acts.ts';
import { addresseeOf } from './addressee.ts';
import { familiesOf } from './families.ts';
import { cuesOf, type Heard } from './features.ts';
import type { Addressee, Talk } from './model.ts';
import { mentionsIn, type People, peopleOf } from './people.ts';
import { countSpoken, type Sentence, sentencesOf, stemsOf, type Token, tokensOf } from './words.ts';

/** What of a turn depends on its own words alone. */
export interface Words {
  readonly heard: Heard;
  readonly mentions: Talk['mentions'];
  readonly families: Talk['families'];
  readonly backchannel: boolean;
  readonly sentences: readonly { readonly sentence: Sentence; readonly tokens: readonly Token[] }[];
}

const WORDS = new WeakMap<Turn, { readonly people: People; readonly words: Words }>();
const TALK = new WeakMap<
  Turn,
  {
    readonly before: Turn | undefined;
    readonly beforeThat: Turn | undefined;
    readonly silence: boolean;
    readonly people: People;
    /** Whom the turn above addresses: that goes down from turn to turn, further than its words are in the ear. */
    readonly above: Addressee | undefined;
    readonly talk: Talk;
  }
>();

/** How many turns have been read since the start: counted work, for the benchmark and its test. */
export const counted = { turnsRead: 0 };

const NOD =
  '(?:m(?:m+(?:hm+)?|hm+)|uh[ -]?huh|yeah?|yes|yep|no|right|ok(?:ay)?|sure|oh|ah|hm+|true|exactly|really|i see|i know|go on|wow)';
const BACKCHANNEL = new RegExp(String.raw`^${NOD}(?:[\s,.!?…]+${NOD})*[\s,.!?…]*$`, 'i');

function wordsOf(turn: Turn, people: People): Words {
  const known = WORDS.get(turn);
  if (known?.people === people) return known.words;
  const tokens = tokensOf(turn.words);
  const count = countSpoken(tokens);
  const families = familiesOf(tokens.map((token) => token.text));
  const sentences = shared(sentencesOf(turn.words), tokens);
  const words: Words = {
    heard: {
      speaker: turn.speaker.name.toLowerCase(),
      byWorker: turn.speaker.kind === 'worker',
      stems: stemsOf(tokens),
      endsAsking: /\?["”’')]*\s*$/.test(turn.words),
      words: count,
      cues: cuesOf(tokens),
      families,
      last: sentences[sentences.length - 1]?.tokens ?? [],
    },
    mentions: mentionsIn(turn.words, people).filter((mention) => mention.name !== turn.speaker.name),
    families,
    backchannel: count <= 3 && BACKCHANNEL.test(turn.words),
    sentences,
  };
  WORDS.set(turn, { people, words });
  return words;
}

/** The tokens of each sentence, in one pass. */
function shared(sentences: readonly Sentence[], tokens: readonly Token[]): Words['sentences'] {
  let at = 0;
  return sentences.map((sentence) => {
    const from = at;
    while (at < tokens.length && tokens[at]!.end <= sentence.end) at++;
    return { sentence, tokens: tokens.slice(from, at) };
  });
}

/**
 * The talk of every turn, in the order of `recording.turns`. A turn is read again only when it, one of the two turns
 * before it, or the people of the recording changed.
 */
export function talkOf(recording: Recording): readonly Talk[] {
  const people = peopleOf(recording);
  const silent = turnsAfterSilence(recording);
  const all: Talk[] = [];
  recording.turns.forEach((turn, index) => {
    all.push(talkAt(recording.turns, index, silent.has(turn), people, all[index - 1]));
  });
  return all;
}

/** How many turns after a turn are heard with its words in the ear. */
export const IN_THE_EAR = 2;

/**
 * The talk of one turn.
 * @param silence whether a silence stands between the turn above and this one
 * @param above the talk of the turn above
 */
export function talkAt(
  turns: readonly Turn[],
  index: number,
  silence: boolean,
  people: People,
  above: Talk | undefined,
): Talk {
  const turn = turns[index]!;
  const before = turns[index - 1];
  const beforeThat = turns[index - IN_THE_EAR];
  const known = TALK.get(turn);
  if (
    known &&
    known.before === before &&
    known.beforeThat === beforeThat &&
    known.silence === silence &&
    known.people === people &&
    known.above?.kind === above?.addressee.kind &&
    known.above?.names.join() === above?.addressee.names.join()
  )
    return known.talk;
  counted.turnsRead++;
  const own = wordsOf(turn, people);
  const around = aroundOf(turns, index, silence, people);
  const last = before && { turn: before, words: around.before!, talk: above! };
  const { acts, sentences, leanings } = actsOf(own, around);
  const talk: Talk = {
    acts,
    sentences,
    leanings,
    addressee: addresseeOf(turn, own, acts, last, people),
    mentions: own.mentions,
    wordCount: own.heard.words,
    backchannel: own.backchannel,
    stems: own.heard.stems,
    families: own.families,
  };
  TALK.set(turn, { before, beforeThat, silence, people, above: above?.addressee, talk });
  return talk;
}

function aroundOf(turns: readonly Turn[], index: number, silence: boolean, people: People): Surroundings {
  const [before, beforeThat] = [turns[index - 1], turns[index - IN_THE_EAR]];
  return {
    before: before && wordsOf(before, people),
    beforeThat: beforeThat && wordsOf(beforeThat, people),
    afterSilence: silence,
    people,
  };
}

/** Features of every turn, those of all its sentences in one run, made anew: what training learns from. */
export function featuresOfTurns(recording: Recording): number[][] {
  const people = peopleOf(recording);
  const silent = turnsAfterSilence(recording);
  return recording.turns.map((turn, index) => {
    const own = wordsOf(turn, people);
    if (own.backchannel) return [];
    return featuresIn(own, aroundOf(recording.turns, index, silent.has(turn), people)).flat();
  });
}

function turnsAfterSilence(recording: Recording): Set<Turn> {
  const turns = new Set<Turn>();
  let silence = false;
  for (const entry of recording.entries) {
    if (entry.kind === 'turn') {
      if (silence) turns.add(entry);
      silence = false;
    } else if (entry.nature === 'silence') silence = true;
  }
  return turns;
}
