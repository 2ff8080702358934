/** Quiet words beside the text: the number of a turn, a strength, and to whom a turn seems to speak. */
import { type InlayHint, InlayHintKind, MarkupKind } from 'vscode-languageserver';
import { strengths } from '../patterns/registry.ts';
import { rangeOf, type Turn } from '../recording/model.ts';
import type { Addressee } from '../talk/model.ts';
import type { Desk, Feature } from './desk.ts';
import type { OpenRecording } from './documents.ts';
import { entriesIn } from './tokens.ts';

const HOW_KNOWN: Readonly<Record<Addressee['by'], string>> = {
  label: 'The label says so.',
  vocative: 'They are called by name.',
  answer: 'It answers what they asked right before.',
  plural: 'The words are for all.',
  none: '',
};

export const hinting: Feature = {
  serve: (desk) => {
    const { inlayHint } = desk.connection.languages;
    inlayHint.on(({ textDocument, range }) => {
      const open = desk.recordingAt(textDocument.uri);
      if (!open) return [];
      return hintsIn(desk, open, open.text.offsetAt(range.start), open.text.offsetAt(range.end));
    });
    inlayHint.resolve((hint) => {
      const about = aboutStrength(hint.data);
      return about === undefined ? hint : { ...hint, tooltip: { kind: MarkupKind.Markdown, value: about } };
    });
  },
};

function hintsIn(desk: Desk, open: OpenRecording, start: number, end: number): InlayHint[] {
  const wanted = desk.settings().inlayHints;
  const { group, strengths: seen } = desk.analysisOf(open);
  const hints: InlayHint[] = [];
  for (const { entry, turn, words } of entriesIn(open, start, end)) {
    if (entry.kind !== 'turn') continue;
    if (wanted?.turnNumbers === true)
      hints.push({
        position: open.text.positionAt(beforeLabel(entry)),
        label: `${turn + 1}`,
        paddingRight: true,
      });
    const addressee = group.moves[turn]?.talk.addressee;
    if (wanted?.addressees === true && addressee && entry.to.length === 0 && addressee.kind !== 'unknown')
      hints.push({
        position: open.text.positionAt(rangeOf(entry.label).end),
        label: ` → ${addressee.kind === 'group' ? 'group' : addressee.names.join(', ')}`,
        kind: InlayHintKind.Type,
        tooltip: HOW_KNOWN[addressee.by],
      });
    if (wanted?.strengths === false) continue;
    const last = entry.places.map(rangeOf).filter((place) => place.end <= words.end);
    for (const { strength, at, to } of seen)
      if (at === turn)
        hints.push({
          position: open.text.positionAt(last[0]?.end ?? words.end),
          label: `${strength.name.toLowerCase()}${to > at ? ` (to turn ${to + 1})` : ''}`,
          paddingLeft: true,
          data: { strength: strength.id },
        });
  }
  return hints;
}

/** Before the marks of bold, which stand outside the label. */
function beforeLabel({ label }: Turn): number {
  const bold = label.block.text.slice(0, label.start).endsWith('**');
  return rangeOf(label).start - (bold ? 2 : 0);
}

/** What a strength is, read only when somebody points at it. */
function aboutStrength(hint: unknown): string | undefined {
  const id = (hint as { strength?: unknown } | null | undefined)?.strength;
  const found = strengths.find((one) => one.id === id);
  return found && `**${found.name}**\n\n${found.page.looksLike}\n\n${found.page.matters}`;
}
