/** Renaming a person, which is also how a student pseudonymises: every naming, and nothing that only looks like one. */

import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { literal } from '../recording/expressions.ts';
import { type Recording, rangeOf } from '../recording/model.ts';
import { nameInHeader } from '../recording/read.ts';
import type { Desk, Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { OpenRecording } from './documents.ts';
import { fold, type Naming, namingAt, namingsOf } from './naming.ts';
import { troubleWith } from './new-name.ts';

const ANNOTATIONS: Readonly<Record<Naming['where'], ChangeAnnotation>> = {
  header: { label: 'In the header' },
  label: { label: 'Speakers’ labels' },
  addressee: { label: 'Who is spoken to' },
  said: { label: 'In what was said' },
  written: { label: 'In margins, headings and prose' },
};

export const renaming: Feature = {
  serve: (desk) => {
    desk.connection.onPrepareRename(({ textDocument, position }) => {
      const open = desk.recordingAt(textDocument.uri);
      const naming = open && namingAt(open.analyst.recording(), open.text.offsetAt(position));
      if (!open || !naming)
        return refuse('There is nobody’s name here. Put the caret on a member’s name to rename them.');
      return {
        range: lspRange(open.text, rangeOf(naming.place)),
        placeholder: open.text.getText(lspRange(open.text, rangeOf(naming.place))),
      };
    });
    desk.connection.onRenameRequest(({ textDocument, position, newName }) => {
      const open = desk.recordingAt(textDocument.uri);
      const naming = open && namingAt(open.analyst.recording(), open.text.offsetAt(position));
      if (!open || !naming) return refuse('There is nobody’s name here.');
      const name = newName.replace(/\s+/gu, ' ').trim();
      const trouble = troubleWith(open.analyst.recording(), naming, name);
      return trouble === undefined ? renamed(desk, open, naming, name) : refuse(trouble);
    });
  },
};

function refuse(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function renamed(desk: Desk, open: OpenRecording, target: Naming, name: string): WorkspaceEdit {
  const client = desk.client().workspace?.workspaceEdit;
  const edits = replacements(open.analyst.recording(), target, name).map(
    ({ naming, text }): AnnotatedTextEdit => ({
      range: lspRange(open.text, rangeOf(naming.place)),
      newText: text,
      annotationId: naming.where,
    }),
  );
  if (client?.documentChanges !== true)
    return { changes: { [open.uri]: edits.map(({ range, newText }) => ({ range, newText })) } };
  const annotated = client.changeAnnotationSupport !== undefined;
  return {
    documentChanges: [
      {
        textDocument: { uri: open.uri, version: open.version },
        edits: annotated ? edits : edits.map(({ range, newText }) => ({ range, newText })),
      },
    ],
    ...(annotated ? { changeAnnotations: ANNOTATIONS } : {}),
  };
}

/** Each naming that changes, with what stands there afterwards. Another alias of the same person changes where it holds the name. */
function replacements(
  recording: Recording,
  target: Naming,
  name: string,
): readonly { readonly naming: Naming; readonly text: string }[] {
  return namingsOf(recording).flatMap((naming) => {
    if (naming.person !== target.person) return [];
    const { block, start, end } = naming.place;
    const form = formAfter(naming.form, target.form, name);
    if (form === undefined) return [];
    const written = likeCase(block.text.slice(start, end), naming.form, form);
    return [
      { naming, text: naming.where === 'header' ? inHeader(written, block.text, start, end) : written },
    ];
  });
}

function formAfter(form: string, from: string, to: string): string | undefined {
  if (fold(form) === fold(from)) return to;
  const word = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${literal(from)}(?![\\p{L}\\p{M}\\p{N}])`, 'u');
  return word.test(form) ? form.replace(word, () => to) : undefined;
}

/** A name in capitals, or all small, stays so. */
function likeCase(text: string, form: string, name: string): string {
  if (text === form) return name;
  if (text === form.toUpperCase()) return name.toUpperCase();
  return text === form.toLowerCase() ? name.toLowerCase() : name;
}

/** Inside quotation marks a name is written by their rules; outside them, as YAML can read it. */
function inHeader(name: string, source: string, start: number, end: number): string {
  const quote = source[start - 1];
  if (quote === "'" && source[end] === "'") return name.replace(/'/g, "''");
  if (quote === '"' && source[end] === '"') return JSON.stringify(name).slice(1, -1);
  return nameInHeader(name);
}
