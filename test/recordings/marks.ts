/**
 * Expectations written into recordings as comments:
 *   <!-- finds: worker-advice -->            a finding stands on the turn above
 *   <!-- finds: maypole-pattern to 34 -->    a stretch from the turn above to turn 34
 *   <!-- may: interview-chain -->            defensible: neither a hit nor a false alarm
 *   <!-- silent: worker-advice -->           a look-alike; that pattern must be silent on the turn above
 *   <!-- strength: strength-link -->         a strength that begins at the turn above
 *   <!-- session: purpose-not-stated -->     about the session as a whole; session-may likewise
 */
import { type Recording, rangeOf } from '../../server/src/recording/model.ts';

export interface Mark {
  readonly kind: 'finds' | 'may' | 'silent' | 'strength';
  readonly id: string;
  /** Counted from 1; 0 for the session as a whole. */
  readonly turn: number;
  readonly to?: number;
}

const MARK = /<!--\s*(finds|may|silent|strength|session|session-may|session-silent):\s*([^>]*?)\s*-->/g;

/** All marks of a recording. A mark belongs to the last turn that begins above it. */
export function marksIn(text: string, recording: Recording): Mark[] {
  const starts = recording.turns.map((turn) => rangeOf(turn.places[0]!).start);
  return Array.from(text.matchAll(MARK)).flatMap((found): Mark[] => {
    const session = found[1]!.startsWith('session');
    const kind =
      found[1] === 'session'
        ? 'finds'
        : session
          ? (found[1]!.slice(8) as Mark['kind'])
          : (found[1] as Mark['kind']);
    const turn = session ? 0 : starts.filter((start) => start <= found.index).length;
    return found[2]!
      .split(/\s*,\s*/)
      .filter((one) => one !== '')
      .map((one) => {
        const [id, to] = one.split(/\s+to\s+/);
        return { kind, id: id!.trim(), turn, ...(to === undefined ? {} : { to: Number.parseInt(to, 10) }) };
      });
  });
}
