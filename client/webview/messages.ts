/** What the extension and the page in its panel say to each other. Types only. */
import type { PreviewAnswer } from '../../server/src/language/preview-protocol.ts';
import type { NoteKind, State } from '../../server/src/recording/model.ts';
import type { Shape } from '../../server/src/report/shapes.ts';

export type PageName = 'recording' | 'group';

export type ToPage =
  /** Comes first. */
  | { readonly do: 'start'; readonly words: Words; readonly page: PageName }
  /** Another recording is shown from now on. */
  | { readonly do: 'show'; readonly uri: string; readonly file: string }
  | { readonly do: 'update'; readonly answer: PreviewAnswer }
  | { readonly do: 'turnTo'; readonly page: PageName }
  /** The line at the top of the editor. */
  | { readonly do: 'scroll'; readonly line: number }
  /** The line of the caret. */
  | { readonly do: 'caret'; readonly line: number }
  /** Asks for `printable`. */
  | { readonly do: 'print' };

export type FromPage =
  | { readonly do: 'ready' }
  | { readonly do: 'goTo'; readonly line: number }
  | { readonly do: 'scrolled'; readonly line: number }
  | { readonly do: 'turned'; readonly page: PageName }
  /** Both pages as they stand, every part of them open: HTML made of text and of elements of our own alone. */
  | { readonly do: 'printable'; readonly title: string; readonly html: string };

/** What the page keeps over a restart of the editor. Nothing of what a recording says. */
export interface Kept {
  readonly uri: string;
  readonly page: PageName;
  /** Notes in full. */
  readonly full: boolean;
  /** Arrows of turns that only follow. */
  readonly after: boolean;
}

/** All that the page says in words of its own, in the editor's language. `{0}` stands for what is put in. */
export interface Words {
  readonly recording: string;
  readonly group: string;
  readonly pages: string;
  readonly full: string;
  readonly skip: string;
  readonly waiting: string;
  readonly empty: string;
  readonly untitled: string;
  readonly session: string;
  readonly sessionOf: string;
  readonly states: Readonly<Record<State, string>>;
  readonly student: string;
  readonly supervisor: string;
  readonly purpose: string;
  readonly present: string;
  readonly absent: string;
  readonly newcomers: string;
  readonly leaving: string;
  readonly excerpt: string;
  readonly aboutSession: string;
  readonly turn: string;
  readonly turns: string;
  readonly goToTurn: string;
  readonly margin: string;
  readonly finding: string;
  readonly strength: string;
  readonly silence: string;
  readonly noteKinds: Readonly<Record<NoteKind, string>>;
  readonly open: string;
  readonly resolved: string;
  readonly onTurns: string;
  readonly twoReaders: string;
  readonly bothMarked: string;
  readonly onlyReader: string;
  readonly asRecorded: string;
  readonly asExcerpt: string;
  readonly whoToWhom: string;
  readonly whoToWhomSays: string;
  readonly leads: string;
  readonly shown: string;
  readonly after: string;
  readonly showAfter: string;
  readonly worker: string;
  readonly theGroup: string;
  readonly arrow: string;
  readonly person: string;
  readonly silent: string;
  readonly asTable: string;
  readonly from: string;
  readonly to: string;
  readonly shownTurns: string;
  readonly afterTurns: string;
  readonly where: string;
  readonly andMore: string;
  readonly shares: string;
  readonly sharesSay: string;
  readonly name: string;
  readonly turnsTitle: string;
  readonly wordsSaid: string;
  readonly firstTurn: string;
  readonly noSeat: string;
  readonly absentSays: string;
  readonly order: string;
  readonly orderSays: string;
  readonly turnBy: string;
  readonly seconds: string;
  readonly shapes: Readonly<Record<Shape, string>>;
  readonly whatStandsThere: string;
  readonly dynamics: string;
  readonly dynamicsSay: string;
  readonly offered: string;
  readonly taken: string;
  readonly room: string;
  readonly noPlace: string;
}
