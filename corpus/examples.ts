/** From scenes to training examples: the features of every sentence in its place, with its labels. */
import { familiesOf } from '../server/src/talk/families.ts';
import { cuesOf, featuresOf, type Heard } from '../server/src/talk/features.ts';
import type { ActName } from '../server/src/talk/model.ts';
import { countWords, stemsOf, tokensOf } from '../server/src/talk/words.ts';
import type { Scene, SceneTurn } from './scenes.ts';

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
    return scene.turns.flatMap((turn, index) => ofTurn(turn, scene.turns[index - 1], names, scene.author));
  });
}

function ofTurn(
  turn: SceneTurn,
  before: SceneTurn | undefined,
  names: ReadonlySet<string>,
  author: string,
): Example[] {
  const heard = before && heardOf(before);
  const turnCues = heardOf(turn).cues;
  return turn.sentences.map((sentence, position) => ({
    features: Uint32Array.from(
      new Set(
        featuresOf(tokensOf(sentence.text), {
          byWorker: turn.byWorker,
          speaker: turn.speaker.toLowerCase(),
          names,
          before: heard,
          afterSilence: turn.afterSilence,
          position,
          turnCues,
          of: turn.sentences.length,
          afterQuestion: /\?["”']?$/.test(turn.sentences[position - 1]?.text ?? ''),
        }),
      ),
    ),
    acts: new Set(sentence.acts),
    byWorker: turn.byWorker,
    author,
    text: sentence.text,
  }));
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
  };
}
