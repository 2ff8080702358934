/** What stands in the brackets of a note's label: what it is about, who wrote it and when, and how far it reaches. */
import type { Note, NoteKind } from './model.ts';

/** The parts of a note's brackets, each optional. Written `about; author, date; the 4 turns above; was on “…”`. */
export interface Signature {
  /** A pattern's id or a skill's name. */
  readonly about?: string;
  readonly author?: string;
  /** As written; `2026-10-05` where the editor wrote it. */
  readonly date?: string;
  /** The note is about the last so many turns, that above it included. */
  readonly turns?: number;
  /** The beginning of a turn that the note once stood under and that is no longer there. */
  readonly was?: string;
}

/** Notes whose brackets name a person where nothing says otherwise; those of the others name a subject. */
const BY_PEOPLE: ReadonlySet<NoteKind> = new Set(['supervisor', 'reply', 'praise', 'resolved', 'question']);

const TURNS = /^the (\d{1,4}) turns above$/i;
const WAS = /^was on [“"](.*)[”"]$/i;
const DATED = /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/;

/** Reads a note's brackets. What fits no part is the author, or the subject where the kind asks for one. */
export function signatureOf({ kind, detail }: Pick<Note, 'kind' | 'detail'>): Signature {
  const made: { -readonly [K in keyof Signature]: Signature[K] } = {};
  for (const part of (detail ?? '').split(';').map((one) => one.trim())) {
    const turns = TURNS.exec(part)?.[1];
    const was = WAS.exec(part)?.[1];
    const dated = DATED.exec(part);
    if (part === '') continue;
    if (turns !== undefined) made.turns = Number(turns);
    else if (was !== undefined) made.was = was;
    else if (dated) {
      made.date = dated[0];
      const author = part.slice(0, dated.index).replace(/(?<![,\s])[,\s]+$/, '');
      if (author !== '') made.author = author;
    } else if (BY_PEOPLE.has(kind)) made.author = part;
    else made.about = part;
  }
  return made;
}

/** The brackets' text for a signature; undefined where there is nothing to say. Signs that would end them are left out. */
export function detailOf({ about, author, date, turns, was }: Signature): string | undefined {
  const person = [author === undefined ? '' : plain(author), date ?? ''].filter((part) => part !== '');
  const parts = [
    ...(about === undefined ? [] : [plain(about)]),
    ...(person.length > 0 ? [person.join(', ')] : []),
    ...(turns === undefined ? [] : [`the ${turns} turns above`]),
    ...(was === undefined ? [] : [`was on “${plain(was)}”`]),
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** Without the signs that a label or a table cell is made of. */
function plain(text: string): string {
  return text
    .replace(/[()[\]{}<>|;*_`\\“”"\r\n\t]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
