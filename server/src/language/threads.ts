/** Threads for an editor: what stands in the margins, and the edits that answer what people do with it. */
import type { TextEdit } from 'vscode-languageserver';
import { rangeOfSession, rangeOfTurn } from '../patterns/places.ts';
import {
  type Comment,
  comment,
  LONGEST_COMMENT,
  markOrphan,
  moveTo,
  remove,
  reopen,
  reply,
  rewrite,
  tidy,
} from '../recording/annotate.ts';
import { addNote, addNoteAtHead, type DocumentEdit, type NewNote } from '../recording/edit.ts';
import { type Entry, type Range, type Recording, rangeOf } from '../recording/model.ts';
import { detailOf, signatureOf } from '../recording/signature.ts';
import { moveToState, signOff } from '../recording/states.ts';
import { type Anchor, anchorAt } from '../recording/threads.ts';
import type { Desk, Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { OpenRecording } from './documents.ts';
import { homeOf, type KeptThread, type LostThread, type Remembered, remembered } from './remembered.ts';
import {
  type Action,
  ANNOTATE,
  type Annotated,
  type AnnotateRequest,
  type NoteShown,
  THREADS,
  type ThreadShown,
  type Threads,
  type ThreadsRequest,
} from './thread-protocol.ts';

/** How much of a turn tells which one it was. */
const LABEL_LENGTH = 48;

export function threading(): Feature {
  const memory = new Map<string, Remembered>();
  const forgotten = new Map<string, Set<string>>();

  const threadsOn = (open: OpenRecording, asGiven = false): Remembered => {
    const before = memory.get(open.uri);
    const found = remembered(before, open.analyst.recording());
    const known = new Set(before?.lost.map(({ id }) => id));
    const all = asGiven ? { ...found, lost: found.lost.filter(({ id }) => known.has(id)) } : found;
    const gone = forgotten.get(open.uri);
    const made = gone ? { ...all, lost: all.lost.filter(({ id }) => !gone.has(id)) } : all;
    memory.set(open.uri, made);
    return made;
  };

  return {
    serve: (desk: Desk) => {
      desk.onClose((uri) => {
        memory.delete(uri);
        forgotten.delete(uri);
      });
      desk.connection.onRequest<Threads | null, void>(
        THREADS,
        ({ uri, asGiven }: ThreadsRequest): Threads | null => {
          const open = desk.recordingAt(uri);
          if (!open) return null;
          const { kept, lost } = threadsOn(open, asGiven);
          const threads = [
            ...kept.map((one) => shown(open, one)),
            ...lost.map((one) => shownLost(open, one)),
          ];
          return { version: open.version, threads };
        },
      );
      desk.connection.onRequest<Annotated, void>(ANNOTATE, ({ uri, action }: AnnotateRequest): Annotated => {
        const open = desk.recordingAt(uri);
        if (!open) return { refused: 'not-open' };
        const known = threadsOn(open);
        if (action.do === 'forget') {
          forgotten.set(uri, new Set([...(forgotten.get(uri) ?? []), action.thread]));
          return { version: open.version, edits: [] };
        }
        const made = editsFor(open, known, action);
        if (typeof made === 'string') return { refused: made };
        const edits = made.map(
          ({ start, end, text }): TextEdit => ({ range: lspRange(open.text, { start, end }), newText: text }),
        );
        return { version: open.version, edits };
      });
    },
  };
}

type Refusal = Extract<Annotated, { refused: string }>['refused'];

function editsFor(
  open: OpenRecording,
  known: Remembered,
  action: Exclude<Action, { do: 'forget' }>,
): DocumentEdit[] | Refusal {
  const recording = known.on;
  if ('text' in action) {
    if (tidy(action.text) === '') return 'empty';
    if (action.text.length > LONGEST_COMMENT) return 'too-long';
  }
  if (action.do === 'settle') return settled(known);
  if (action.do === 'state') return moveToState(recording, action.to, action.date) ?? 'broken-header';
  if (action.do === 'sign') return signOff(recording, action.author, action.role, action.date);
  if (action.do === 'comment')
    return comment(recording, anchorAt(recording, linesOf(open, action.from, action.to)), action);
  const found = known.kept.find(({ id }) => id === action.thread);
  if (!found) {
    const lost = known.lost.find(({ id }) => id === action.thread);
    return lost && action.do === 'keep' ? putBack(known, lost, undefined) : 'gone';
  }
  const { thread } = found;
  switch (action.do) {
    case 'reply':
    case 'resolve': {
      if (thread.loose === 'remark') return 'in-record';
      const said: Comment = action.do === 'reply' ? action : { ...action, kind: 'resolved', text: '' };
      return reply(recording, thread, said);
    }
    case 'rewrite': {
      const note = thread.notes[action.note];
      if (note && thread.loose === 'remark') return 'in-record';
      return note ? rewrite(thread, note, action.text) : 'gone';
    }
    case 'remove': {
      const note = thread.notes[action.note];
      if (note && action.note === 0 && thread.notes.length > 1) return 'answered';
      return note ? remove(recording, thread, note) : 'gone';
    }
    case 'reopen':
      return reopen(recording, thread);
    case 'keep':
      return markOrphan(thread, undefined);
    case 'move': {
      const anchor = anchorAt(recording, linesOf(open, action.line, action.line));
      const turn = anchor.on === 'turn' ? anchor.entry : anchor.on === 'turns' ? anchor.turns[0] : undefined;
      return turn ? moveTo(recording, thread, turn) : 'no-turn';
    }
  }
}

/** Whole lines, as offsets. */
function linesOf({ text }: OpenRecording, from: number, to: number): Range {
  const start = text.offsetAt({ line: from, character: 0 });
  const stop = text.offsetAt({ line: to + 1, character: 0 });
  const line = text.getText().slice(start, stop);
  return { start, end: start + line.replace(/(?<![\r\n])[\r\n]+$/, '').length };
}

/** What makes sure that nothing is lost when the file is closed. */
function settled(known: Remembered): DocumentEdit[] {
  const marks = known.kept
    .filter(({ orphaned, thread }) => orphaned && thread.was === undefined && thread.loose === undefined)
    .flatMap(({ thread, home }) => markOrphan(thread, shortened(home ?? '')));
  const back = known.lost.flatMap((lost) => putBack(known, lost, shortened(lost.home)));
  return [...marks, ...back];
}

/** Writes lost notes into the margin of the neighbour, or above everything where no turn is left. */
function putBack(known: Remembered, lost: LostThread, was: string | undefined): DocumentEdit[] {
  const entry = neighbourOf(known.on, lost);
  const [first, ...rest] = lost.notes;
  const { was: _, turns: __, ...signature } = signatureOf(first!);
  const detail = detailOf({ ...signature, ...(was === undefined ? {} : { was }) });
  const opening: NewNote = {
    kind: first!.kind,
    text: first!.text,
    ...(detail === undefined ? {} : { detail }),
  };
  return [opening, ...rest].map((note) =>
    entry ? addNote(known.on, entry, note) : addNoteAtHead(known.on, [], note),
  );
}

function neighbourOf({ entries }: Recording, { beside }: LostThread): Entry | undefined {
  return entries.findLast((entry) => homeOf(entry) === beside) ?? entries[0];
}

function shown(open: OpenRecording, { id, thread, home, orphaned }: KeptThread): ThreadShown {
  return {
    id,
    range: lspRange(open.text, rangeOfAnchor(open.analyst.recording(), thread.anchor)),
    on: thread.anchor.on,
    resolved: thread.resolved,
    ...(orphaned ? { orphan: { was: thread.was ?? shortened(home ?? ''), lost: false } } : {}),
    ...(thread.loose ? { loose: thread.loose } : {}),
    notes: thread.notes.map((note): NoteShown => {
      const { author, date, about } = signatureOf(note);
      return {
        kind: note.kind,
        text: note.text,
        ...(author === undefined ? {} : { author }),
        ...(date === undefined ? {} : { date }),
        ...(about === undefined ? {} : { about }),
        range: lspRange(open.text, rangeOf(note.place)),
      };
    }),
  };
}

function shownLost(open: OpenRecording, lost: LostThread): ThreadShown {
  const recording = open.analyst.recording();
  const entry = neighbourOf(recording, lost);
  const at = entry ? rangeOf(entry.kind === 'turn' ? entry.label : entry.place) : rangeOfSession(recording);
  return {
    id: lost.id,
    range: lspRange(open.text, at),
    on: 'turn',
    resolved: lost.notes.at(-1)?.kind === 'resolved',
    orphan: { was: shortened(lost.home), lost: true },
    notes: lost.notes.map(({ kind, detail, text }) => {
      const { author, date } = signatureOf({ kind, ...(detail === undefined ? {} : { detail }) });
      return {
        kind,
        text,
        ...(author === undefined ? {} : { author }),
        ...(date === undefined ? {} : { date }),
      };
    }),
  };
}

function rangeOfAnchor(recording: Recording, anchor: Anchor): Range {
  switch (anchor.on) {
    case 'turn':
      return rangeOfTurn(anchor.entry);
    case 'turns':
      return {
        start: rangeOfTurn(anchor.turns[0]!).start,
        end: rangeOfTurn(anchor.turns[anchor.turns.length - 1]!).end,
      };
    case 'event':
      return rangeOf(anchor.entry.place);
    case 'section':
      return rangeOf(anchor.place);
    case 'recording':
      return rangeOfSession(recording);
  }
}

function shortened(home: string): string {
  return home.length <= LABEL_LENGTH ? home : `${home.slice(0, LABEL_LENGTH).trimEnd()}…`;
}
