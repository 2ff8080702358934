/** Where a finding stands in the document, as offsets. */
import type { Group } from '../group/model.ts';
import { type Range, type Recording, rangeOf, rangesOfWords, type Turn } from '../recording/model.ts';
import type { Sighting } from './model.ts';

/** Label and words of a turn, in its first block. */
export function rangeOfTurn(turn: Turn): Range {
  const first = rangeOf(turn.places[0]!);
  const label = rangeOf(turn.label);
  return { start: Math.min(label.start, first.start), end: Math.max(label.end, first.end) };
}

/** Where a finding about the session as a whole stands: the opening line of the header, or the first line. */
export function rangeOfSession(recording: Recording): Range {
  const place = recording.header.place ?? recording.sections[0]?.heading;
  if (place) {
    const { start, end } = rangeOf(place);
    const line = place.block.text.slice(place.start, place.end).search(/[\r\n]/);
    return { start, end: line < 0 ? end : start + line };
  }
  const first = recording.turns[0];
  return first ? rangeOf(first.label) : { start: 0, end: 0 };
}

/** The words that show it; a stretch stands on the label of its first turn, so that it does not paint the page. */
export function rangeOfSighting(group: Group, sighting: Sighting): Range {
  if (sighting.place) return rangeOf(sighting.place);
  const move = group.moves[sighting.at];
  if (move === undefined) return rangeOfSession(group.recording);
  if (sighting.span) {
    const ranges = rangesOfWords(move.turn, sighting.span.start, sighting.span.end);
    const first = ranges[0];
    const last = ranges[ranges.length - 1];
    if (first && last && last.end >= first.start) return { start: first.start, end: last.end };
  }
  return sighting.to > sighting.at ? rangeOf(move.turn.label) : rangeOfTurn(move.turn);
}
