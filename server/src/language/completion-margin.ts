/** Notes to write in a margin: their labels, skills by name, and lines for what was found on the turn above. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { Finding } from '../patterns/model.ts';
import { alternativesFor } from '../patterns/ranking.ts';
import { skills } from '../practice/skills.ts';
import type { SkillId } from '../practice/terms.ts';
import { NOTE_LABELS, noteKindOf, noteStart } from '../recording/margin.ts';
import type { NoteKind } from '../recording/model.ts';
import { turnAt } from '../recording/outline.ts';
import type { Spot, Suggestion } from './completion.ts';
import { NOTE_TEXTS } from './note-texts.ts';
import { textOf } from './terms.ts';

const MARK = /^(?: {0,3}>[ \t]?)+(?:[-*+][ \t]+)?/;
const LABEL_BEGUN = /^(?:\*\*|__)?[\p{L}’' ]*$/u;
const DETAIL_BEGUN = /^(?:\*\*|__)?[ \t]*([\p{L}’'](?:[\p{L}’' ]*[\p{L}’'])?)[ \t]*\(([^():]*)$/u;

export function marginSuggestions(spot: Spot): readonly Suggestion[] {
  const quoted = MARK.exec(spot.before)![0];
  const words = spot.before.slice(quoted.length);
  const detail = DETAIL_BEGUN.exec(words);
  if (detail) return inBrackets(spot, noteKindOf(detail[1]!), detail[2]!);
  const note = noteStart(words);
  if (note) return inNote(spot, note.kind, words.slice(note.bodyAt));
  return LABEL_BEGUN.test(words) ? labels(spot, words, quoted.endsWith('>')) : [];
}

/** What was found on the turn to whose margin this belongs. */
function findingsAbove({ desk, open, recording, offset }: Spot): readonly Finding[] {
  const at = turnAt(recording.turns, offset);
  return at === undefined ? [] : desk.analysisOf(open).findings.filter((finding) => finding.at === at);
}

function alternatives(
  spot: Spot,
): readonly { readonly skill: string; readonly said: string; readonly for: string }[] {
  const { group } = spot.desk.analysisOf(spot.open);
  return findingsAbove(spot).flatMap((finding) =>
    alternativesFor(finding.pattern, group, finding).map(({ skill, line }) => ({
      skill: skills[skill].name,
      said: line.startsWith('[') ? line : `"${line}"`,
      for: finding.pattern.name,
    })),
  );
}

function labels(spot: Spot, words: string, needsBlank: boolean): Suggestion[] {
  const lead = needsBlank ? ' ' : '';
  const label = (kind: NoteKind, detail?: string): string =>
    `${lead}**${NOTE_LABELS[kind]}${detail === undefined ? '' : ` (${detail})`}:** `;
  const plain = (Object.keys(NOTE_LABELS) as NoteKind[]).map((kind): Suggestion => {
    const signed = kind === 'supervisor' || kind === 'reply' || kind === 'resolved';
    return {
      kind: 'margin',
      label: NOTE_LABELS[kind],
      text: label(kind, signed ? signature(spot, kind === 'reply') : undefined),
      typed: words.length,
      about: NOTE_TEXTS[kind],
      icon: CompletionItemKind.Property,
    };
  });
  const lines = alternatives(spot).map(
    ({ skill, said, for: name }): Suggestion => ({
      kind: 'alternatives',
      label: `${NOTE_LABELS.alternative} (${skill}): ${said}`,
      text: `${label('alternative', skill)}${said}`,
      typed: words.length,
      detail: name,
      icon: CompletionItemKind.Text,
    }),
  );
  const setAside = findingsAbove(spot).map(
    ({ pattern }): Suggestion => ({
      kind: 'margin',
      label: `${NOTE_LABELS.considered} (${pattern.id})`,
      text: label('considered', pattern.id),
      typed: words.length,
      detail: pattern.name,
      about: pattern.question,
      icon: CompletionItemKind.Property,
    }),
  );
  return [...plain, ...setAside, ...lines];
}

/** Who writes, and today. */
function signature({ recording }: Spot, asStudent: boolean): string | undefined {
  const who = asStudent ? recording.header.student : recording.header.supervisor;
  return who === undefined ? undefined : `${who}, ${today()}`;
}

/** As the writer's clock says: `2026-10-03`. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function inBrackets(spot: Spot, kind: NoteKind | undefined, begun: string): readonly Suggestion[] {
  if (kind === 'alternative' || kind === 'skill') return skillNames(begun);
  if (kind !== 'considered') return [];
  return findingsAbove(spot).map(({ pattern }) => ({
    kind: 'margin',
    label: pattern.id,
    text: pattern.id,
    typed: begun.length,
    detail: pattern.name,
    about: pattern.question,
    icon: CompletionItemKind.EnumMember,
  }));
}

function inNote(spot: Spot, kind: NoteKind, body: string): readonly Suggestion[] {
  if (kind === 'skill') return skillNames(body.split(/[,;]/).at(-1)!.trimStart());
  if (kind !== 'alternative') return [];
  return alternatives(spot).map(({ skill, said, for: name }) => ({
    kind: 'alternatives',
    label: said,
    text: said,
    typed: body.length,
    detail: `${skill}, for: ${name}`,
    icon: CompletionItemKind.Text,
  }));
}

function skillNames(begun: string): Suggestion[] {
  return (Object.keys(skills) as SkillId[]).map((id) => ({
    kind: 'skills',
    label: skills[id].name,
    text: skills[id].name,
    typed: begun.length,
    about: textOf({ kind: 'skill', id }),
    icon: CompletionItemKind.EnumMember,
  }));
}
