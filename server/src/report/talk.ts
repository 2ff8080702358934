/** The report of `talk` on one file: what each turn is taken to do. */
import { read } from '../recording/read.ts';
import { talkOf } from '../talk/read.ts';

export interface TalkReport {
  readonly file: string;
  readonly turns: readonly {
    readonly turn: number;
    readonly speaker: string;
    readonly kind: 'worker' | 'member' | 'plural' | 'unnamed';
    /** Names; `group` for the group; empty where it is not known. */
    readonly addressee: readonly string[];
    readonly acts: readonly { readonly act: string; readonly text: string }[];
  }[];
}

export function talkReport(file: string, text: string): TalkReport {
  const recording = read(text);
  const talk = talkOf(recording);
  return {
    file,
    turns: recording.turns.map((turn, index) => {
      const { addressee, acts } = talk[index]!;
      return {
        turn: index + 1,
        speaker: turn.speaker.name,
        kind: turn.speaker.kind,
        addressee: addressee.kind === 'group' ? ['group'] : addressee.names,
        acts: acts.map(({ act, start, end }) => ({ act, text: turn.words.slice(start, end) })),
      };
    }),
  };
}
