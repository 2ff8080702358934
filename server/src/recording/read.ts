/** From text to a recording: cut, parse what is new, and lay the pieces out as sections, turns and margins. */
import { cut, recut, type Sliceable, type TextEdit } from './cut.ts';
import { EMPTY_HEADER, type ReadHeader, readHeader } from './header.ts';
import { sectionKind, segmentKind } from './headings.ts';
import { type LabelCandidate, labelOf } from './label.ts';
import { LIMITS } from './limits.ts';
import { columnOf, noteStart, notesOf, notesOfCell } from './margin.ts';
import { type Cell, flatOf, isEscaped, type Piece, type ProseLine, piecesOf } from './markdown.ts';
import {
  type Block,
  type Entry,
  type Fault,
  type Happening,
  type Header,
  type Nonverbal,
  type Note,
  type NoteKind,
  type Place,
  type Prose,
  type Recording,
  rangeOf,
  type Section,
  type Segment,
  type Speaker,
  type TableRow,
  type Turn,
} from './model.ts';
import { type Roster, rosterOf } from './roster.ts';
import {
  isSummary,
  nonverbalKind,
  remarkOf,
  type SpokenLine,
  secondsOf,
  sourceOf,
  speechOf,
} from './speech.ts';
import { stretchOf } from './stretch.ts';

/** Reads a whole text. Never throws. */
export function read(text: string): Recording {
  const readable =
    text.length > LIMITS.document
      ? text.slice(0, text.lastIndexOf('\n', LIMITS.document) + 1 || LIMITS.document)
      : text;
  return lay(cut(readable), text.length > readable.length ? readable.length : undefined);
}

/**
 * Reads again after one edit; only blocks that the edit touched are parsed again, and a turn whose blocks are the
 * same is the same object. Blocks shared with `before` move to their new place, so `before` is not to be used on.
 * @param text the text after the edit
 */
export function reread(before: Recording, edit: TextEdit, text: Sliceable): Recording {
  const last = before.blocks.at(-1);
  const length = last === undefined ? 0 : last.start + last.text.length;
  if (text.length > LIMITS.document || length + edit.text.length - (edit.end - edit.start) !== text.length)
    return read(text.slice(0));
  const blocks = recut(before.blocks, edit, text);
  return layAgain(before, blocks) ?? lay(blocks);
}

const PIECES = new WeakMap<Block, readonly Piece[]>();
const HEADERS = new WeakMap<Block, ReadHeader>();
const ROSTERS = new WeakMap<Header, Roster>();
/** What a piece or a line says by itself, read once and kept with it. */
const NOTES = new WeakMap<object, Note[]>();
const SEGMENTS = new WeakMap<object, Segment>();
const ROWS = new WeakMap<object, TableRow>();
const LINES = new WeakMap<ProseLine, LineReading>();
/** Turns and happenings by their first line, with all they were made of. */
const ENTRIES = new WeakMap<ProseLine, { readonly from: readonly unknown[]; readonly entry: Entry }>();

/** How many blocks have been parsed since the start: counted work, for the benchmark and its test. */
export const counted = { blocksParsed: 0 };

function parsed(block: Block): readonly Piece[] {
  let pieces = PIECES.get(block);
  if (pieces === undefined) {
    counted.blocksParsed++;
    pieces = piecesOf(block);
    PIECES.set(block, pieces);
  }
  return pieces;
}

function kept<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const found = cache.get(key);
  if (found !== undefined) return found;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Where the part of a cell begins, `<br>` to `<br>`, in which a line stands. */
function partOfCell(block: Block, cell: Cell, line: ProseLine): number {
  const above = /^[\s\S]*<br\s*\/?>/i.exec(block.text.slice(cell.start, line.start));
  return cell.start + (above?.[0].length ?? 0);
}

function colonOf(flat: string, { bodyStart }: LabelCandidate): number {
  return flat.slice(0, bodyStart).trimEnd().length - 1;
}

interface LineReading {
  readonly flat: string;
  readonly remark: string | undefined;
  readonly label: LabelCandidate | undefined;
  readonly note: ReturnType<typeof noteStart>;
}

function readLine(line: ProseLine): LineReading {
  return kept(LINES, line, () => {
    const flat = flatOf(line);
    const remark = remarkOf(line);
    const found = remark === undefined ? labelOf(flat) : undefined;
    const label = found && isEscaped(line, colonOf(flat, found)) ? undefined : found;
    const note = remark === undefined && flat.includes(':') ? noteStart(flat) : undefined;
    return { flat, remark, label, note };
  });
}

const rosterFor = (header: Header): Roster => kept(ROSTERS, header, () => rosterOf(header));

const UNDECLARED = 'format-undeclared-speaker';

/** So many lines by people of the header, under a heading that opens no dialogue, are talk. */
const TALKING = 3;

const EMPTY: ReadHeader = { header: EMPTY_HEADER, faults: [] };

function lay(blocks: Block[], cutOff?: number): Recording {
  const first = blocks[0];
  const headerPiece =
    first === undefined ? undefined : parsed(first).find((piece) => piece.kind === 'header');
  const { header, faults } =
    headerPiece && first
      ? kept(HEADERS, first, () => readHeader(first, headerPiece.start, headerPiece.end))
      : EMPTY;
  const layout = new Layout(header, rosterFor(header), {
    kind: hasDialogueHeading(blocks) ? 'identifying' : 'dialogue',
    title: '',
  });
  for (const block of blocks) {
    for (const piece of parsed(block)) layout.take(block, piece);
  }
  layout.end();
  if (cutOff !== undefined) {
    const last = blocks[blocks.length - 1]!;
    layout.faults.push({
      code: 'format-too-long',
      severity: 'information',
      message: `Only the first ${Math.round(LIMITS.document / 1024 / 1024)} MB of this file are looked at; what follows is kept as it is.`,
      place: {
        block: last,
        start: Math.max(0, last.text.trimEnd().length - 1),
        end: last.text.trimEnd().length,
      },
    });
  }
  return {
    header,
    sections: layout.sections,
    entries: layout.entries,
    turns: layout.turns,
    segments: layout.segments,
    faults: [...faults, ...layout.faults],
    blocks,
    lineEnd: lineEndOf(blocks),
  };
}

/** Lays out the stretch that changed and takes the rest from before; undefined where the change reaches further. */
function layAgain(before: Recording, blocks: Block[]): Recording | undefined {
  const stretch = stretchOf(before, blocks);
  if (stretch === undefined) return undefined;
  const { header, entries, turns, faults, sections, segments } = before;
  const { from, to, first, end, was, next } = stretch;
  const start = blocks[first]!.start;
  const section = sections.findLast(
    ({ heading }) => heading === undefined || rangeOf(heading).start <= start,
  );
  const again = blocks.slice(first, end);
  const headed = [...was, ...again].some((block) => parsed(block).some(({ kind }) => kind === 'heading'));
  const inside = ({ place }: { readonly place: Place }): boolean => was.has(place.block);
  if (headed || section?.kind !== 'dialogue') return undefined;
  // What stands loose among the turns belongs to the section, which is taken from before as it is.
  const loose = [...section.prose, ...section.margin];
  if (loose.some(({ place }) => was.has(place.block) || place.block === next)) return undefined;
  const gone = entries.slice(from, to).filter((entry) => entry.kind === 'turn');
  const firstTurn = gone[0] === undefined ? -1 : turns.indexOf(gone[0]);
  if (firstTurn < 0) return undefined;
  const above = turns.slice(0, firstTurn);
  const layout = new Layout(header, rosterFor(header), { kind: 'dialogue', title: '' });
  layout.goOnAfter(above, entries[from]!.segment);
  for (const block of again) for (const piece of parsed(block)) layout.take(block, piece);
  layout.close();
  const [{ prose, margin }] = layout.sections as [Section];
  if (layout.turns.length === 0 || prose.length > 0 || margin.length > 0) return undefined;
  // Who is not declared is told of once, where they speak first: that may be elsewhere now.
  if ([...faults.filter(inside), ...layout.faults].some(({ code }) => code === UNDECLARED)) return undefined;
  const told = faults.findIndex(({ place }) => place.block.start >= start);
  const below = told < 0 ? [] : faults.slice(told).filter((fault) => !inside(fault));
  return {
    header,
    sections,
    entries: [...entries.slice(0, from), ...layout.entries, ...entries.slice(to)],
    turns: [...above, ...layout.turns, ...turns.slice(firstTurn + gone.length)],
    segments,
    faults: [...(told < 0 ? faults : faults.slice(0, told)), ...layout.faults, ...below],
    blocks,
    lineEnd: lineEndOf(blocks),
  };
}

function lineEndOf(blocks: readonly Block[]): '\n' | '\r\n' {
  let crlf = 0;
  let lf = 0;
  for (const { text } of blocks.slice(0, 50)) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (text.charCodeAt(at - 1) === 13) crlf++;
      else lf++;
    }
  }
  return crlf > lf ? '\r\n' : '\n';
}

/** Text above the first heading is dialogue only where no heading says where the dialogue is. */
function hasDialogueHeading(blocks: readonly Block[]): boolean {
  return blocks.some((block) =>
    parsed(block).some((piece) => piece.kind === 'heading' && sectionKind(piece.title) === 'dialogue'),
  );
}

/** Everything an entry is made of, by identity, its first line before all: the same parts give the same entry. */
type Parts = [ProseLine, ...unknown[]];

interface OpenTurn {
  readonly kind: 'turn';
  readonly speaker: Speaker;
  readonly label: Place;
  readonly to: readonly string[];
  readonly lines: SpokenLine[];
  readonly notes: Note[];
  readonly from: Parts;
  readonly segment: Segment | undefined;
  readonly row?: TableRow;
}

interface OpenHappening {
  readonly kind: 'happening';
  readonly block: Block;
  readonly text: string;
  readonly notes: Note[];
  readonly from: Parts;
  readonly segment: Segment | undefined;
  readonly row: TableRow | undefined;
}

interface OpenSection {
  readonly section: Section;
  readonly prose: Prose[];
  readonly margin: Note[];
  readonly depth: number;
}

/** The pen that lays pieces out, front to back. A class only because every step shares its place on the page. */
class Layout {
  readonly sections: Section[] = [];
  readonly entries: Entry[] = [];
  readonly turns: Turn[] = [];
  readonly segments: Segment[] = [];
  readonly faults: Fault[] = [];
  private readonly header: Header;
  private readonly roster: Roster;
  private section: OpenSection;
  private segment: Segment | undefined;
  private open: OpenTurn | OpenHappening | undefined;
  private readonly undeclared = new Set<string>();

  constructor(header: Header, roster: Roster, section: Pick<Section, 'kind' | 'title'>) {
    this.header = header;
    this.roster = roster;
    this.section = this.startSection(section, 0);
  }

  /** Takes up the pen in the middle of a dialogue, below these turns. */
  goOnAfter(above: readonly Turn[], segment: Segment | undefined): void {
    this.segment = segment;
    for (const { speaker } of above) if (!speaker.declared) this.undeclared.add(speaker.name);
  }

  take(block: Block, piece: Piece): void {
    const place: Place = { block, start: piece.start, end: piece.end };
    if (piece.kind === 'heading') this.heading(piece, place);
    else if (piece.kind === 'quote')
      this.margin(
        kept(NOTES, piece, () => notesOf(block, piece.start, piece.end)),
        piece,
      );
    else if (piece.kind === 'unread') this.unread(piece.why, place);
    else if (this.section.section.kind !== 'dialogue') this.prose(piece, place);
    else if (piece.kind === 'table') this.table(block, piece.rows, place);
    else if (piece.kind === 'prose') this.speech(block, piece.lines);
  }

  /** Closes what is open and drops a nameless first section that holds nothing. */
  end(): void {
    this.close();
    const [first] = this.sections;
    if (
      first &&
      this.sections.length > 1 &&
      first.heading === undefined &&
      first.prose.length === 0 &&
      first.margin.length === 0 &&
      first.kind !== 'dialogue'
    ) {
      this.sections.shift();
    }
    this.hintAtTalkElsewhere();
  }

  private startSection(section: Pick<Section, 'kind' | 'title' | 'heading'>, depth: number): OpenSection {
    const prose: OpenSection['prose'] = [];
    const margin: Note[] = [];
    const made: Section = { ...section, prose, margin };
    this.sections.push(made);
    return { section: made, prose, margin, depth };
  }

  private heading(piece: Extract<Piece, { kind: 'heading' }>, place: Place): void {
    const { title, depth } = piece;
    this.close();
    const kind = sectionKind(title);
    const inDialogue = this.section.section.kind === 'dialogue' && this.section.section.heading !== undefined;
    const segment = segmentKind(title);
    if (inDialogue && kind === 'other' && (depth > this.section.depth || segment !== 'other')) {
      this.segment = kept(SEGMENTS, piece, () => ({ title, kind: segment, place }));
      this.segments.push(this.segment);
      return;
    }
    this.segment = undefined;
    this.section = this.startSection({ kind, title, heading: place }, depth);
  }

  private prose(piece: Piece, place: Place): void {
    if (piece.kind !== 'prose') return;
    const text = piece.lines.map(flatOf).join('\n');
    if (text.trim() !== '') this.section.prose.push({ text, place });
  }

  private unread(why: 'too-long' | 'too-tangled' | 'fence', place: Place): void {
    if (why !== 'fence') {
      this.faults.push({
        code: why === 'too-long' ? 'format-block-too-long' : 'format-block-too-tangled',
        severity: 'information',
        message:
          why === 'too-long'
            ? 'This paragraph is too long to be looked at. Blank lines or speakers’ labels would part it into turns.'
            : 'This paragraph has so many stars, dashes or quotation marks in it that it is not looked at. Its words are kept as they are.',
        place: { ...place, end: Math.min(place.end, place.start + 80) },
      });
    } else if (this.section.section.kind === 'dialogue') {
      this.faults.push({
        code: 'format-code-fence',
        severity: 'hint',
        message: 'Text between ``` lines is not read as dialogue.',
        place: { ...place, end: place.start + 3 },
      });
    }
  }

  private margin(notes: Note[], key: object): void {
    if (this.open) {
      this.open.notes.push(...notes);
      this.open.from.push(key);
    } else this.section.margin.push(...notes);
    for (const note of notes) {
      if (note.kind === 'considered' && note.text.trim() === '') {
        this.faults.push({
          code: 'format-considered-without-reason',
          severity: 'hint',
          message: 'A finding is set aside once a reason stands here. What makes it fit in this moment?',
          place: note.place,
        });
      }
    }
  }

  /** Lines of a paragraph in the dialogue: turns, events, or the going on of the turn above. */
  private speech(block: Block, lines: readonly ProseLine[]): void {
    for (const [index, line] of lines.entries()) {
      const { flat, remark, label, note } = readLine(line);
      if (remark !== undefined) {
        this.happening(block, line, remark);
        continue;
      }
      const speaker = label && this.speakerOf(label, note !== undefined);
      if (label && speaker) this.startTurn(block, line, label, speaker);
      else if (note) this.looseNote(block, line, flat);
      else this.goOn(block, line, index > 0);
    }
  }

  private speakerOf(candidate: LabelCandidate, readsAsNote: boolean): Speaker | undefined {
    const speaker = this.roster.speaker(candidate.name);
    // "Analysis: …" and "Feeling: …" are notes that lost their quotation mark, never people.
    return speaker?.declared || !readsAsNote ? speaker : undefined;
  }

  private startTurn(
    block: Block,
    line: ProseLine,
    candidate: LabelCandidate,
    speaker: Speaker,
    row?: TableRow,
  ): void {
    this.close();
    const label: Place = {
      block,
      start: sourceOf(line, candidate.nameStart),
      end: sourceOf(line, candidate.nameEnd - 1) + 1,
    };
    this.declare(speaker, label);
    this.open = {
      kind: 'turn',
      speaker,
      label,
      to: candidate.to.map(this.roster.person),
      lines: [{ block, line, from: candidate.bodyStart }],
      notes: [],
      from: [line, speaker, this.segment, row],
      segment: this.segment,
      ...(row ? { row } : {}),
    };
  }

  private declare(speaker: Speaker, label: Place): void {
    if (speaker.declared || this.undeclared.has(speaker.name) || this.header.members.length === 0) return;
    this.undeclared.add(speaker.name);
    const repair = addMember(this.header, speaker.name);
    this.faults.push({
      code: UNDECLARED,
      severity: 'hint',
      message: `${speaker.name} speaks here and is not among the members in the header.`,
      place: label,
      ...(repair ? { repair } : {}),
    });
  }

  private goOn(block: Block, line: ProseLine, sameParagraph: boolean, inCell = false): void {
    if (this.open?.kind === 'turn' && (sameParagraph || this.open.notes.length === 0)) {
      this.open.lines.push({ block, line, from: 0 });
      this.open.from.push(line);
    } else if (this.open?.kind !== 'turn') {
      const place: Place = { block, start: line.start, end: line.end };
      this.section.prose.push({ text: flatOf(line), place, ...(inCell ? { inCell } : {}) });
    } else {
      // Plain text under a margin belongs to the turn above it still: nothing that was said is lost.
      this.open.lines.push({ block, line, from: 0 });
      this.open.from.push(line);
    }
  }

  /** A note whose line lacks its `>`: read as the note it is, so that nobody's commentary is taken for speech. */
  private looseNote(block: Block, line: ProseLine, flat: string): void {
    const start = noteStart(flat)!;
    const place: Place = { block, start: line.start, end: line.end };
    this.margin(
      [
        {
          kind: start.kind,
          text: flat.slice(start.bodyAt).trim(),
          place,
          ...(start.detail ? { detail: start.detail } : {}),
        },
      ],
      line,
    );
    this.faults.push({
      code: 'format-note-outside-margin',
      severity: 'hint',
      message: 'This reads as a note. With “> ” before it, it stands in the margin of the turn above.',
      place,
    });
  }

  private happening(block: Block, line: ProseLine, text: string, row?: TableRow): void {
    this.close();
    const from: Parts = [line, this.segment, row];
    this.open = { kind: 'happening', block, text, notes: [], from, segment: this.segment, row };
  }

  private table(block: Block, rows: readonly (readonly Cell[])[], place: Place): void {
    const columns = (rows[0] ?? []).map((cell) => columnOf(cell.lines.map(flatOf).join(' ')));
    if (!columns.includes('dialogue')) {
      if (rows.length > 1) {
        this.faults.push({
          code: 'format-table-columns',
          severity: 'hint',
          message: 'No column of this table is called Dialogue, so it is not read as turns.',
          place: {
            ...place,
            end: Math.min(place.end, place.start + 1 + (rows[0]?.[0]?.end ?? 1) - (rows[0]?.[0]?.start ?? 0)),
          },
        });
      }
      return;
    }
    for (const row of rows.slice(1)) this.row(block, row, columns);
  }

  private row(
    block: Block,
    row: readonly Cell[],
    columns: readonly (NoteKind | 'speaker' | 'dialogue' | undefined)[],
  ): void {
    const cells = row.flatMap((cell, index) => {
      const column = columns[index];
      return column === undefined ? [] : [{ column, cell }];
    });
    const layout = kept(ROWS, row, () => ({
      place: { block, start: row[0]?.start ?? 0, end: row[row.length - 1]?.end ?? 0 },
      cells: cells.map(({ column, cell }) => ({
        column,
        place: { block, start: cell.start, end: cell.end },
      })),
    }));
    const speakerLine = cells.find(({ column }) => column === 'speaker')?.cell.lines[0];
    // A speaker's cell is a label like any other, with or without its colon: "Ben → Ana".
    const cellLabel = speakerLine && labelOf(`${flatOf(speakerLine).replace(/(?<!\s)\s*[:：]\s*$/, '')}:`);
    const speaker = cellLabel && this.roster.speaker(cellLabel.name);
    const dialogue = cells.find(({ column }) => column === 'dialogue')?.cell;
    let labelled = false;
    /** The line that began a margin within the cell; what follows belongs to it until somebody speaks. */
    let margin: ProseLine | undefined;
    const closeMargin = (end: number): void => {
      if (margin === undefined || dialogue === undefined) return;
      this.margin(notesOfCell(block, partOfCell(block, dialogue, margin), end, 'analysis'), margin);
      margin = undefined;
    };
    for (const [index, line] of (dialogue?.lines ?? []).entries()) {
      const { remark, label: candidate, note } = readLine(line);
      const byLine = candidate && this.roster.speaker(candidate.name);
      const speaks = byLine && (byLine.declared || (!note && !speaker)) ? byLine : undefined;
      if (margin && !speaks) continue;
      closeMargin(partOfCell(block, dialogue!, line));
      if (remark !== undefined) this.happening(block, line, remark, layout);
      else if (note && !speaks) margin = line;
      else if (candidate && speaks) {
        this.startTurn(block, line, candidate, speaks, layout);
        labelled = true;
      } else if (index === 0 && speaker && speakerLine && !labelled) {
        const whole = { ...cellLabel, nameStart: 0, nameEnd: flatOf(line).length, bodyStart: 0 };
        this.startTurn(block, line, whole, speaker, layout);
        this.retargetLabel(block, speakerLine);
      } else this.goOn(block, line, true, true);
    }
    if (dialogue) closeMargin(dialogue.end);
    for (const { column, cell } of cells) {
      if (column === 'speaker' || column === 'dialogue') continue;
      const notes = kept(NOTES, cell, () => notesOfCell(block, cell.start, cell.end, column));
      if (notes.length > 0) this.margin(notes, cell);
    }
  }

  /** In a table with a speaker column the label stands in its own cell. */
  private retargetLabel(block: Block, line: ProseLine): void {
    if (this.open?.kind === 'turn')
      this.open = { ...this.open, label: { block, start: line.start, end: line.end } };
  }

  /** Ends the turn or the happening that is being written. */
  close(): void {
    const { open } = this;
    this.open = undefined;
    if (open === undefined) return;
    const entry = sameEntry(open.from) ?? (open.kind === 'turn' ? turnOf(open) : happeningOf(open));
    ENTRIES.set(open.from[0], { from: open.from, entry });
    this.entries.push(entry);
    if (entry.kind !== 'turn') return;
    this.turns.push(entry);
    if (isTooLong(entry))
      this.faults.push({
        code: 'format-turn-too-long',
        severity: 'information',
        message: `Only the first ${LIMITS.sentences} sentences of this turn are told apart; what follows is weighed as one. Speakers’ labels would part it into turns.`,
        place: entry.label,
      });
  }

  /** Talk under a heading that opens no dialogue is not read: said at the heading, so that nobody waits for what cannot come. */
  private hintAtTalkElsewhere(): void {
    const nowhere = this.turns.length === 0;
    for (const { heading, kind, title, prose } of this.sections) {
      if (heading === undefined || kind === 'dialogue') continue;
      const speakers = prose.flatMap(({ text }) => text.split('\n').flatMap((line) => this.speakerIn(line)));
      const declared = speakers.filter((speaker) => speaker.declared);
      // Beside a dialogue, a line or two that begins with a name may be a list of who does what.
      const isTalk = nowhere
        ? kind === 'other' && speakers.length > 0
        : declared.length >= TALKING && new Set(declared.map(({ name }) => name)).size > 1;
      if (!isTalk) continue;
      this.faults.push({
        code: 'format-no-dialogue',
        severity: 'information',
        message: `Under “${title}” people seem to speak. A heading such as “Dialogue” would say so, and the turns would be read.`,
        place: heading,
      });
      if (nowhere) return;
    }
  }

  private speakerIn(line: string): Speaker[] {
    const candidate = labelOf(line);
    return candidate === undefined
      ? []
      : [this.roster.speaker(candidate.name)].filter((one) => one !== undefined);
  }
}

/** Whether a turn may have more sentences than are told apart; few are long enough to be counted. */
function isTooLong({ words }: Turn): boolean {
  return (
    words.length > 2 * LIMITS.sentences &&
    (words.match(/[.!?…。！？](?=["”’')\]\s])|\n/gu) ?? []).length > LIMITS.sentences
  );
}

function sameEntry(from: Parts): Entry | undefined {
  const before = ENTRIES.get(from[0]);
  if (before === undefined || before.from.length !== from.length) return undefined;
  return before.from.every((part, index) => part === from[index]) ? before.entry : undefined;
}

function turnOf(open: OpenTurn): Turn {
  const speech = speechOf(open.lines);
  const places: Place[] = [];
  for (const { block, line } of open.lines) {
    const last = places[places.length - 1];
    if (last?.block === block) places[places.length - 1] = { ...last, end: Math.max(last.end, line.end) };
    else
      places.push({
        block,
        start:
          places.length === 0 && open.label.block === block
            ? Math.min(open.label.start, line.start)
            : line.start,
        end: line.end,
      });
  }
  return {
    kind: 'turn',
    speaker: open.speaker,
    label: open.label,
    to: open.to,
    ...speech,
    places,
    margin: open.notes,
    ...(open.segment ? { segment: open.segment } : {}),
    ...(open.row ? { row: open.row } : {}),
  };
}

function happeningOf({ block, text, notes, from, segment, row }: OpenHappening): Happening {
  const [{ start, end }] = from;
  const place: Place = { block, start, end };
  const kind = nonverbalKind(text);
  const nature = isSummary(text) ? 'summary' : kind === 'silence' ? 'silence' : 'nonverbal';
  const seconds = nature === 'silence' ? secondsOf(text) : undefined;
  // "Silence, 15 seconds. Carla wipes her eyes." is two things that happened.
  const acts: Nonverbal[] = text
    .split(/(?<=[.;])\s+/)
    .map((part) => ({ part, is: nonverbalKind(part) }))
    .map(({ part, is }) => ({
      kind: is,
      text: part,
      place,
      ...(is === 'silence' && seconds !== undefined ? { seconds } : {}),
    }));
  return {
    kind: 'happening',
    nature,
    text,
    acts,
    place,
    margin: notes,
    ...(seconds === undefined ? {} : { seconds }),
    ...(segment ? { segment } : {}),
    ...(row ? { row } : {}),
  };
}

/** A name as the header writes it: in quotation marks where YAML would take it for something else. */
export function nameInHeader(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’_-]*$/u.test(name) &&
    !/^(?:true|false|null|yes|no|on|off|~|\d.*)$/i.test(name)
    ? name
    : JSON.stringify(name);
}

/** The edit that adds a name to the header's members; undefined where there is no list to add to. */
export function addMember(header: Header, name: string): Fault['repair'] | undefined {
  const written = nameInHeader(name);
  const title = `Add ${name} to the members`;
  const { roster } = header;
  if (!roster) return undefined;
  const { block, end } = roster.place;
  const lineEnd = block.text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart =
    Math.max(block.text.lastIndexOf('\n', end - 1), block.text.lastIndexOf('\r', end - 1)) + 1;
  const indent = /^[ \t]*/.exec(block.text.slice(lineStart))![0];
  const empty = /\[\s*$/.test(block.text.slice(0, end));
  const text =
    roster.form === 'flow'
      ? `${empty ? '' : ', '}${written}`
      : roster.form === 'block'
        ? `${lineEnd}${indent}- ${written}`
        : `${lineEnd}${indent}${written}: {}`;
  return { title, edits: [{ place: { block, start: end, end }, text }] };
}
