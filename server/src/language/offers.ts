/**
 * What the server can do, said before any of it is loaded: an editor waits for this answer, and a recording comes later.
 * Each offer is kept by the feature of that name.
 */
import {
  type ClientCapabilities,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { LEGEND } from './legend.ts';

/** Characters after which something may be suggested: a new line, marks, and capitals, with which names begin. */
const TRIGGERS = ['\n', '@', '>', ' ', '*', '#', '(', ':', '|', '-', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What is offered to an editor that can do this much. */
export function offersTo({ textDocument }: ClientCapabilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: { codeActionKinds: ['quickfix'] },
    codeLensProvider: {},
    completionProvider: { triggerCharacters: TRIGGERS },
    definitionProvider: true,
    documentFormattingProvider: true,
    documentHighlightProvider: true,
    documentRangeFormattingProvider: true,
    documentSymbolProvider: { label: 'Recording' },
    foldingRangeProvider: true,
    hoverProvider: true,
    inlayHintProvider: { resolveProvider: true },
    referencesProvider: true,
    renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
    selectionRangeProvider: true,
    workspaceSymbolProvider: true,
    ...(textDocument?.semanticTokens && {
      semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
    }),
    ...(textDocument?.diagnostic && {
      diagnosticProvider: {
        identifier: 'mutual-aid',
        interFileDependencies: false,
        workspaceDiagnostics: true,
        workDoneProgress: true,
      },
    }),
  };
}
