/** The light bulb: lines the worker could have said, and ways to set a finding aside, ask about it, or turn it down. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Analysis } from '../patterns/analyse.ts';
import type { Finding } from '../patterns/model.ts';
import { alternativesFor } from '../patterns/ranking.ts';
import { skills } from '../practice/skills.ts';
import { addNote, atLineBelow, type NewNote } from '../recording/edit.ts';
import { type Fault, rangeOf, type Turn } from '../recording/model.ts';
import type { Desk, Feature } from './desk.ts';
import { lspRange } from './diagnostic.ts';
import type { Report } from './diagnostics.ts';
import type { OpenRecording } from './documents.ts';
import { COMMANDS, type DraftedComment } from './protocol.ts';

/** What the editor can take. */
interface Abilities {
  /** Snippet edits in a workspace edit (LSP 3.18). */
  readonly snippets: boolean;
  readonly versions: boolean;
  readonly commands: boolean;
  /** Whoever sits here comments on recordings. */
  readonly supervises: boolean;
}

/** @param reportOn what is said about a recording just now: only that has a light bulb */
export function lightBulb(reportOn: (desk: Desk, open: OpenRecording) => Report): Feature {
  return {
    serve: (desk) => {
      desk.connection.onCodeAction(({ textDocument, range, context }) => {
        const open = desk.recordingAt(textDocument.uri);
        if (!open || !quickFixWanted(context.only)) return [];
        const asked = new Set(context.diagnostics.map(({ code }) => code));
        const shown = reportOn(desk, open).items.filter(
          ({ diagnostic }) =>
            overlaps(diagnostic.range, range) && (asked.size === 0 || asked.has(diagnostic.code)),
        );
        return codeActionsFor(open, desk.analysisOf(open), shown, abilitiesOf(desk));
      });
    },
  };
}

function quickFixWanted(only: readonly string[] | undefined): boolean {
  return (
    only === undefined ||
    only.some(
      (kind) =>
        kind === '' || kind === CodeActionKind.QuickFix || CodeActionKind.QuickFix.startsWith(`${kind}.`),
    )
  );
}

function abilitiesOf(desk: Desk): Abilities {
  const edit = desk.client().workspace?.workspaceEdit;
  return {
    snippets: edit?.snippetEditSupport === true,
    versions: edit?.documentChanges === true,
    commands: desk.start().commands === true,
    supervises: desk.settings().author?.role === 'supervisor',
  };
}

/** Actions for what stands in `range`. `findings` and `faults` are those shown there, with their diagnostics. */
function codeActionsFor(
  open: OpenRecording,
  analysis: Analysis,
  shown: readonly { readonly diagnostic: Diagnostic; readonly of: Finding | Fault }[],
  abilities: Abilities,
): CodeAction[] {
  return shown.flatMap(({ diagnostic, of }) =>
    'pattern' in of
      ? forFinding(open, analysis, of, diagnostic, abilities)
      : forFault(open, of, diagnostic, abilities),
  );
}

function overlaps(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range): boolean =>
    x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}

function forFault(
  open: OpenRecording,
  fault: Fault,
  diagnostic: Diagnostic,
  abilities: Abilities,
): CodeAction[] {
  if (!fault.repair) return [];
  const edits = fault.repair.edits.map(
    ({ place, text }): TextEdit => ({ range: lspRange(open.text, rangeOf(place)), newText: text }),
  );
  return [
    {
      title: fault.repair.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: true,
      edit: workspaceEdit(open, edits, abilities),
    },
  ];
}

function forFinding(
  open: OpenRecording,
  analysis: Analysis,
  finding: Finding,
  diagnostic: Diagnostic,
  abilities: Abilities,
): CodeAction[] {
  const { pattern } = finding;
  const turn = turnOf(analysis, finding);
  const actions: CodeAction[] = [];
  const quickFix = (title: string, edit: WorkspaceEdit): void => {
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit });
  };
  const write = (note: NewNote, waitsFor?: string): WorkspaceEdit =>
    noteEdit(open, analysis, turn!, note, abilities, waitsFor);
  const command = (title: string, name: string, ...args: unknown[]): void => {
    actions.push({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: { title, command: name, arguments: args },
    });
  };
  const otherLines = turn ? linesFor(analysis, finding) : [];
  if (abilities.commands && abilities.supervises) {
    for (const [title, draft] of answersOf(open, turn, finding, otherLines))
      command(title, COMMANDS.draftComment, draft);
  } else if (turn) {
    for (const { title, skill, said } of otherLines)
      quickFix(title, write({ kind: 'alternative', detail: skill, text: said }));
    quickFix(
      'Considered: set this aside, with a reason…',
      write({ kind: 'considered', detail: pattern.id, text: '' }, 'What made this fit here?'),
    );
    const where = finding.at < 0 ? '' : ` (turn ${finding.at + 1})`;
    quickFix(
      'Ask about this in supervision',
      write({ kind: 'question', text: `${pattern.question}${where}` }),
    );
  }
  if (abilities.commands) {
    command(`Explain: ${pattern.name}`, COMMANDS.explain, pattern.id);
    if (finding.severity !== 'hint')
      command(`Show “${pattern.name}” as a hint only`, COMMANDS.setLevel, pattern.id, 'hint');
    command(`Turn “${pattern.name}” off`, COMMANDS.setLevel, pattern.id, 'off');
  }
  return actions;
}

/** A line that could have been said, as it stands in a margin. */
interface OtherLine {
  readonly title: string;
  readonly skill: string;
  readonly said: string;
}

function linesFor({ group }: Analysis, finding: Finding): readonly OtherLine[] {
  return alternativesFor(finding.pattern, group, finding).map(({ skill, line }) => {
    const { name } = skills[skill];
    const said = line.startsWith('[') ? line : `"${line}"`;
    return { title: `Alternative (${name}): ${said}`, skill: name, said };
  });
}

/**
 * What a supervisor may say to a finding. Each is signed, and can be changed before it is written; the margin's other
 * lines are the student's.
 */
function answersOf(
  open: OpenRecording,
  turn: Turn | undefined,
  { at, pattern }: Finding,
  otherLines: readonly OtherLine[],
): readonly (readonly [string, DraftedComment])[] {
  const line = turn && at >= 0 ? open.text.positionAt(rangeOf(turn.label).start).line : 0;
  const on = { uri: open.uri, line };
  return [
    ['Comment on this as a supervisor…', { ...on, kind: 'supervisor', text: pattern.question }],
    ['Agree with this…', { ...on, kind: 'agreed', about: pattern.id, text: 'I see it too.' }],
    [
      'Set this aside as a supervisor, with a reason…',
      { ...on, kind: 'considered', about: pattern.id, text: 'It fits here, because ' },
    ],
    ...otherLines.map(
      ({ title, skill, said }) =>
        [`${title}…`, { ...on, kind: 'alternative' as const, about: skill, text: said }] as const,
    ),
  ];
}

/** The turn whose margin takes a note; for the session as a whole the worker's first. */
function turnOf(analysis: Analysis, finding: Finding): Turn | undefined {
  const { turns } = analysis.recording;
  return finding.at >= 0
    ? turns[finding.at]
    : (turns.find((turn) => turn.speaker.kind === 'worker') ?? turns[0]);
}

function noteEdit(
  open: OpenRecording,
  analysis: Analysis,
  turn: Turn,
  note: NewNote,
  abilities: Abilities,
  waitsFor?: string,
): WorkspaceEdit {
  const { start, end, text } = atLineBelow(analysis.recording, addNote(analysis.recording, turn, note));
  const range = lspRange(open.text, { start, end });
  if (waitsFor === undefined || !abilities.snippets)
    return workspaceEdit(open, [{ range, newText: text }], abilities);
  const tail = text.slice(text.trimEnd().length);
  const kept = turn.row ? '' : tail.replace(/^[ \t]/, '');
  const value = `${escaped(text.slice(0, text.length - tail.length))} \${1:${escaped(waitsFor)}}${escaped(kept)}`;
  return {
    documentChanges: [
      {
        textDocument: { uri: open.uri, version: open.version },
        edits: [{ range, snippet: { kind: 'snippet', value } }],
      },
    ],
  };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function workspaceEdit(open: OpenRecording, edits: TextEdit[], abilities: Abilities): WorkspaceEdit {
  return abilities.versions
    ? { documentChanges: [{ textDocument: { uri: open.uri, version: open.version }, edits }] }
    : { changes: { [open.uri]: edits } };
}
