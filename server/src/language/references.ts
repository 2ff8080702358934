/** Where a person is named: references, highlights, and where they are declared. */
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver';
import { rangeOf } from '../recording/model.ts';
import type { Desk, Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { OpenRecording } from './documents.ts';
import { type Naming, namingAt, namingsOf } from './naming.ts';

export const finding: Feature = {
  serve: (desk) => {
    const { connection } = desk;
    const location = (open: OpenRecording, { place }: Naming): Location => ({
      uri: open.uri,
      range: lspRange(open.text, rangeOf(place)),
    });
    connection.onReferences(({ textDocument, position, context }) => {
      const found = namedAt(desk, textDocument.uri, position);
      if (!found) return [];
      const declared = context.includeDeclaration ? undefined : declarationAmong(found.namings);
      return found.namings.filter((one) => one !== declared).map((one) => location(found.open, one));
    });
    connection.onDefinition(({ textDocument, position }) => {
      const found = namedAt(desk, textDocument.uri, position);
      const declared = found && declarationAmong(found.namings);
      return found && declared ? location(found.open, declared) : null;
    });
    connection.onDocumentHighlight(({ textDocument, position }): DocumentHighlight[] => {
      const found = namedAt(desk, textDocument.uri, position);
      if (!found) return [];
      return found.namings.map(({ place, where }) => ({
        range: lspRange(found.open.text, rangeOf(place)),
        kind: where === 'label' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    });
  },
};

function namedAt(
  desk: Desk,
  uri: string,
  position: Position,
): { readonly open: OpenRecording; readonly namings: readonly Naming[] } | undefined {
  const open = desk.recordingAt(uri);
  const recording = open?.analyst.recording();
  const naming = open && recording && namingAt(recording, open.text.offsetAt(position));
  if (!open || !recording || !naming) return undefined;
  return { open, namings: namingsOf(recording).filter(({ person }) => person === naming.person) };
}

/** Their entry in the header, or else the first time they speak. */
function declarationAmong(namings: readonly Naming[]): Naming | undefined {
  return namings.find(({ where }) => where === 'header') ?? namings.find(({ where }) => where === 'label');
}
