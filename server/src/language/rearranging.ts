/** Turns moved, split, joined and numbered; dialogue made a table and back. The client applies what is answered. */
import type { TextEdit } from 'vscode-languageserver';
import type { DocumentEdit } from '../recording/edit.ts';
import { toDialogue, toTable } from '../recording/forms.ts';
import { numberTurns, unnumberTurns } from '../recording/numbering.ts';
import { joinTurns, moveTurn, splitTurn } from '../recording/rearrange.ts';
import { edited } from '../recording/units.ts';
import type { Feature } from './desk.ts';
import { lspRange, rangeIn } from './diagnostic.ts';
import type { OpenRecording } from './documents.ts';
import { REARRANGE, type Rearrangement, type RearrangeParams } from './protocol.ts';

export const rearranging: Feature = {
  serve: ({ connection, recordingAt }) => {
    connection.onRequest<Rearrangement, void>(REARRANGE, (params: RearrangeParams) => {
      const open = recordingAt(params.uri);
      return open ? rearranged(open, params) : { kind: 'cannot', why: 'This recording is not open.' };
    });
  },
};

function rearranged(open: OpenRecording, { how, position, columns }: RearrangeParams): Rearrangement {
  const recording = open.analyst.recording();
  const text = open.text.getText();
  const at = open.text.offsetAt(position);
  const edits = (all: readonly DocumentEdit[]): TextEdit[] =>
    all.map((edit) => ({ range: lspRange(open.text, edit), newText: edit.text }));
  switch (how) {
    case 'number':
      return { kind: 'done', edits: edits(numberTurns(recording, text)) };
    case 'unnumber':
      return { kind: 'done', edits: edits(unnumberTurns(recording, text)) };
    case 'table':
    case 'dialogue': {
      const done = how === 'table' ? toTable(recording, text, columns ?? []) : toDialogue(recording, text);
      return done.kind === 'cannot' ? done : { kind: 'done', edits: edits(done.edits), left: done.left };
    }
    default: {
      const done =
        how === 'split'
          ? splitTurn(recording, text, at)
          : how === 'join'
            ? joinTurns(recording, text, at)
            : moveTurn(recording, text, at, how);
      if (done.kind === 'cannot') return done;
      return {
        kind: 'done',
        edits: edits(done.edits),
        select: rangeIn(edited(text, done.edits), done.select),
      };
    }
  }
}
