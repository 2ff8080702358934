/** Moves that are marked, with their signs: what the weights of judged patterns are learnt from. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Scene, scenesIn } from '../corpus/scenes.ts';
import type { Group } from '../server/src/group/model.ts';
import { observe } from '../server/src/group/observe.ts';
import { sceneOf } from '../server/src/group/scene.ts';
import { type Signs, signsOf } from '../server/src/group/signs.ts';
import { apartBefore, pattern as boat, NOT_ALIKE } from '../server/src/patterns/missed-same-boat.ts';
import type { Pattern } from '../server/src/patterns/model.ts';
import { remarkBefore, pattern as remarks } from '../server/src/patterns/oppressive-remark-unaddressed.ts';
import { brokenAt, ownAnswerAt, pattern as silence } from '../server/src/patterns/silence-filled.ts';
import { pattern as decides, NO_DECREE, settledIn } from '../server/src/patterns/worker-decides.ts';
import { read } from '../server/src/recording/read.ts';
import { MATTERS, type Matter } from '../server/src/talk/leanings.ts';
import { featuresOfTurns } from '../server/src/talk/read.ts';
import { type Mark, marksIn } from '../test/recordings/marks.ts';

const WHOLE = path.resolve('test/recordings/judgement/development');
const FIXTURES = path.resolve('test/recordings/patterns');
const PLAIN = path.resolve('test/recordings/plain/plain.recordings.md');
const EXAMPLES = path.resolve('examples');
const CORPUS = path.resolve('corpus');

/** Recordings by one hand lie in eights; a hand is never judged by what it has taught. */
const BY_ONE_HAND = 8;

/** What is by no hand in particular: fixtures, and plain forms in a few turns. */
export const TAUGHT = 'taught';
/** What is shown as an example tells what a pattern is about: each of its moves counts as so many. */
const WEIGHT_OF_SHOWN = 28;

/**
 * Recordings by hands that had no list of lapses to let happen, and told sessions as they would have gone: what a stranger
 * writes is more like them, so each of their moves counts as so many. Over their own hands, left out in turn, the mean
 * average precision is a hundredth higher with it.
 */
const AS_LIFE_HAS_IT = [
  [641, 672],
  [721, 784],
] as const;
const WEIGHT_OF_LIFE = 3;

/** A worker's move with its signs, and for each matter whether it is raised there; undefined where either will do. */
export interface MarkedMove {
  readonly hand: string;
  /** It counts as so many. */
  readonly weight: number;
  readonly signs: Signs;
  /** Features of what she says, and of what the member said whom she follows. */
  readonly hers: readonly number[];
  readonly theirs: readonly number[];
  /** What the pattern has found by itself; undefined where it finds nothing and is not asked further. */
  readonly own: Readonly<Partial<Record<Matter, number>>>;
  readonly raised: Readonly<Partial<Record<Matter, boolean>>>;
}

function byDefault(pattern: Pattern, name: string): number {
  return pattern.thresholds![name]!.default;
}

/** What patterns have found by themselves, with their thresholds as they are by default. */
const OWN: Readonly<Partial<Record<Matter, (group: Group, at: number) => number | undefined>>> = {
  'worker-decides': (group, at) =>
    settledIn(group, at, byDefault(decides, 'askedWithin'))?.own.sum ?? NO_DECREE,
  'oppressive-remark-unaddressed': (group, at) =>
    remarkBefore(group, at, byDefault(remarks, 'within'))?.own.sum,
  'silence-filled': (group, at) =>
    (
      brokenAt(group, at, byDefault(silence, 'longest')) ??
      ownAnswerAt(group, at, byDefault(silence, 'answerWords'))
    )?.own.sum,
  'missed-same-boat': (group, at) =>
    apartBefore(group, at, byDefault(boat, 'apart'), byDefault(boat, 'linkWithin'))?.own.sum ?? NOT_ALIKE,
};

/**
 * What an instructor raises in the examples that people see first, by turn, and what she may. They carry no marks of their
 * own.
 */
const IN_EXAMPLES: Readonly<Record<string, readonly Mark[]>> = {
  'finding-the-circle': [
    { kind: 'finds', id: 'conflict-smoothed', turn: 25 },
    ...[35, 39].map((turn): Mark => ({ kind: 'may', id: 'worker-advice', turn })),
  ],
  'one-of-many-helpers': [],
  'first-steps': [
    ...[10, 26].map((turn): Mark => ({ kind: 'finds', id: 'worker-advice', turn })),
    ...[17, 22, 34].map((turn): Mark => ({ kind: 'may', id: 'worker-advice', turn })),
    ...[20, 31].map((turn): Mark => ({ kind: 'may', id: 'missed-taboo-opening', turn })),
    { kind: 'finds', id: 'missed-same-boat', turn: 20 },
    { kind: 'may', id: 'missed-same-boat', turn: 15 },
    { kind: 'finds', id: 'premature-reassurance', turn: 32 },
    { kind: 'finds', id: 'silence-filled', turn: 34 },
    { kind: 'finds', id: 'permission-granted-for-group', turn: 41 },
    { kind: 'finds', id: 'missed-taboo-opening', turn: 43 },
    { kind: 'may', id: 'missed-taboo-opening', turn: 45 },
    { kind: 'finds', id: 'worker-decides', turn: 47 },
  ],
};

/** What is to be said of a turn: raised, not raised, or either will do. */
type Verdict = (id: Matter, turn: number) => boolean | undefined;

function byMarks(marks: readonly Mark[]): Verdict {
  return (id, turn) => {
    const own = marks.filter((mark) => mark.id === id);
    if (own.some((mark) => mark.kind === 'finds' && mark.turn === turn)) return true;
    return own.some((mark) => mark.kind === 'may' && Math.abs(mark.turn - turn) <= 1) ? undefined : false;
  };
}

/** @param about the pattern that a fixture is about: of others nothing is marked in it */
function movesIn(group: Group, hand: string, verdict: Verdict, about?: Matter): MarkedMove[] {
  const features = featuresOfTurns(group.recording);
  return group.moves.flatMap((move): MarkedMove[] => {
    const scene = move.byWorker ? sceneOf(group, move.index) : undefined;
    if (scene === undefined) return [];
    const raised: Partial<Record<Matter, boolean>> = {};
    const own: Partial<Record<Matter, number>> = {};
    for (const id of MATTERS) {
      if (about !== undefined && about !== id) continue;
      const found = OWN[id] ? OWN[id](group, move.index) : 0;
      const answer = verdict(id, move.index + 1);
      if (answer === undefined) continue;
      raised[id] = answer;
      if (found !== undefined) own[id] = found;
    }
    return [
      {
        hand,
        weight: 1,
        signs: signsOf(group, move, scene),
        hers: features[move.index]!,
        theirs: features[scene.near.index]!,
        own,
        raised,
      },
    ];
  });
}

function inRecording(text: string, hand: string, about?: Matter, told?: readonly Mark[]): MarkedMove[] {
  const recording = read(text);
  return movesIn(observe(recording), hand, byMarks(told ?? marksIn(text, recording)), about);
}

const recordingsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.recording.md'))
    .sort();

const textOf = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** Moves in the recordings that are kept for development. */
export function movesInRecordings(): MarkedMove[] {
  return recordingsIn(WHOLE).flatMap((file) => {
    const number = Number.parseInt(file, 10);
    const asLife = AS_LIFE_HAS_IT.some(([first, last]) => number >= first && number <= last);
    return inRecording(textOf(WHOLE, file), `recordings ${Math.floor((number - 1) / BY_ONE_HAND)}`).map(
      (move) => ({ ...move, weight: asLife ? WEIGHT_OF_LIFE : 1 }),
    );
  });
}

/** Moves in fixtures, plain forms and the examples that people see first. */
export function movesShown(): MarkedMove[] {
  const fixtures = MATTERS.flatMap((id) =>
    readdirSync(FIXTURES)
      .filter((file) => file.startsWith(`${id}.`))
      .sort()
      .flatMap((file) => inRecording(textOf(FIXTURES, file), TAUGHT, id)),
  );
  const plain = readFileSync(PLAIN, 'utf8')
    .split(/^=====$/m)
    .flatMap((text) => inRecording(text, TAUGHT));
  const examples = Object.entries(IN_EXAMPLES).flatMap(([name, marks]) =>
    inRecording(textOf(EXAMPLES, `${name}.recording.md`), TAUGHT, undefined, marks),
  );
  return [...fixtures, ...plain, ...examples].map((move) => ({ ...move, weight: WEIGHT_OF_SHOWN }));
}

/** A scene of the corpus as a recording of a few turns: one turn a turn, in order. */
function recordingOf({ members, turns }: Scene): string {
  const workers = [...new Set(turns.filter(({ byWorker }) => byWorker).map(({ speaker }) => speaker))];
  const header = `---\nworker: ${JSON.stringify(workers)}\nmembers: ${JSON.stringify(members)}\n---\n`;
  const said = turns.flatMap(({ events, speaker, sentences }) => [
    ...events,
    `**${speaker}:** ${sentences.map(({ text }) => text).join(' ')}`,
  ]);
  return `${header}\n${said.join('\n\n')}\n`;
}

function inScene(scene: Scene): MarkedMove[] {
  const group = observe(read(recordingOf(scene)));
  // The tea lady looks in: a voice from outside, whom a recording does not hear as one of them.
  if (group.moves.length !== scene.turns.length) return [];
  return movesIn(group, scene.author, (id, turn) => {
    const { raised, mayBeRaised } = scene.turns[turn - 1]!;
    return raised.includes(id) || (mayBeRaised.includes(id) ? undefined : false);
  });
}

/** One member alone with a worker is no group, and was not marked. */
function isGroup({ members, turns }: Scene): boolean {
  const speaking = turns.filter(({ byWorker }) => !byWorker).map(({ speaker }) => speaker);
  return new Set([...members, ...speaking]).size > 1;
}

/** Moves in scenes of the corpus: pieces cut from meetings, of which the words tell more than where they stand. */
export function movesInScenes(): MarkedMove[] {
  return scenesIn(CORPUS).filter(isGroup).flatMap(inScene);
}
