/** From scenes to training examples: the features of every sentence in its place, with its labels. */

import type { Scene, SceneTurn } from '../corpus/scenes.ts';
import { familiesOf } from '../server/src/talk/families.ts';
import { cuesOf, featuresOf, type Heard } from '../server/src/talk/features.ts';
import type { ActName } from '../server/src/talk/model.ts';
import { countWords, stemsOf, type Token, tokensOf } from '../server/src/talk/words.ts';

export interface Example {
  readonly features: Uint32Array;
  readonly acts: ReadonlySet<ActName>;
  readonly byWorker: boolean;
  readonly author: string;
  readonly text: string;
}

/** One example a sentence, in order. */
export function examplesOf(scenes: readonly Scene[]): Example[] {
  return scenes.flatMap((scene) => {
    const names = new Set(
      [...scene.members, ...scene.turns.filter((turn) => !turn.byWorker).map((turn) => turn.speaker)].map(
        (name) => name.toLowerCase(),
      ),
    );
    return scene.turns.flatMap((turn, index) =>
      ofTurn(
        turn,
        scene.turns.slice(Math.max(0, index - 2), index),
        names,
        membersIn(scene) === 1,
        scene.author,
      ),
    );
  });
}

function ofTurn(
  turn: SceneTurn,
  earlier: readonly SceneTurn[],
  names: ReadonlySet<string>,
  alone: boolean,
  author: string,
): Example[] {
  const [before, beforeThat] = earlier.map(heardOf).reverse();
  const turnCues = heardOf(turn).cues;
  return turn.sentences.map((sentence, position) => ({
    features: Uint32Array.from(
      new Set(
        featuresOf(tokensOf(sentence.text), {
          byWorker: turn.byWorker,
          speaker: turn.speaker.toLowerCase(),
          names,
          alone,
          before,
          beforeThat,
          afterSilence: turn.afterSilence,
          position,
          turnCues,
          of: turn.sentences.length,
          previous: tokensAt(turn, position - 1),
          next: tokensAt(turn, position + 1),
        }),
      ),
    ),
    acts: new Set(sentence.acts),
    byWorker: turn.byWorker,
    author,
    text: sentence.text,
  }));
}

function membersIn(scene: Scene): number {
  const speaking = scene.turns.filter((turn) => !turn.byWorker).map((turn) => turn.speaker);
  return new Set([...scene.members, ...speaking]).size;
}

function tokensAt(turn: SceneTurn, position: number): Token[] | undefined {
  const sentence = turn.sentences[position];
  return sentence && tokensOf(sentence.text);
}

function heardOf(turn: SceneTurn): Heard {
  const text = turn.sentences.map((sentence) => sentence.text).join(' ');
  return {
    speaker: turn.speaker.toLowerCase(),
    byWorker: turn.byWorker,
    cues: cuesOf(tokensOf(text)),
    families: familiesOf(tokensOf(text).map((token) => token.text)),
    stems: stemsOf(tokensOf(text)),
    endsAsking: /\?["”']?$/.test(text),
    words: countWords(text),
    last: tokensOf(turn.sentences[turn.sentences.length - 1]?.text ?? ''),
  };
}
