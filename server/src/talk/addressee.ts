/**
 * Whom a turn addresses. Next-speaker selection after Sacks, Schegloff & Jefferson (1974): a name called, a question
 * answered, a plural form. What none of these shows stays unknown and counts in no ratio.
 */
import type { Turn } from '../recording/model.ts';
import type { Act, Addressee, Talk } from './model.ts';
import type { People } from './people.ts';
import type { Words } from './read.ts';

export interface Before {
  readonly turn: Turn;
  readonly words: Words;
  readonly talk: Talk;
}

const UNKNOWN: Addressee = { kind: 'unknown', names: [], by: 'none' };
const PLURAL_YOU =
  /\b(?:anyone|anybody|everyone|everybody|you all|you lot|you guys|all of you|the rest of you|others|the others|folks|y'all|yous|each other|one another|the group|who else|any of you|some of you|both of you|people here)\b/i;

/** `before` is the turn right above, already read. */
export function addresseeOf(
  turn: Turn,
  own: Words,
  acts: readonly Act[],
  before: Before | undefined,
  people: People,
): Addressee {
  if (turn.to.length > 0) {
    if (turn.to.includes('group')) return { kind: 'group', names: [], by: 'label' };
    if (turn.to.every((name) => people.workers.has(name)))
      return { kind: 'worker', names: turn.to, by: 'label' };
    return { kind: 'person', names: turn.to, by: 'label' };
  }
  const called = [
    ...new Set(own.mentions.filter((mention) => mention.vocative).map((mention) => mention.name)),
  ];
  if (called.length > 0) {
    const workersOnly = called.every((name) => people.workers.has(name));
    return { kind: workersOnly ? 'worker' : 'person', names: called, by: 'vocative' };
  }
  const opens = acts.some(({ act }) => act === 'opening');
  if (opens || (turn.speaker.kind === 'worker' && PLURAL_YOU.test(turn.words) && /\?/.test(turn.words))) {
    return { kind: 'group', names: [], by: 'plural' };
  }
  if (before && before.turn.speaker.name !== turn.speaker.name && asked(before, turn)) {
    return before.turn.speaker.kind === 'worker'
      ? { kind: 'worker', names: [before.turn.speaker.name], by: 'answer' }
      : { kind: 'person', names: [before.turn.speaker.name], by: 'answer' };
  }
  return UNKNOWN;
}

/** Whether the turn before asked this speaker, or everybody, something. */
function asked(before: Before, turn: Turn): boolean {
  const { addressee, acts } = before.talk;
  if (!acts.some(({ act }) => act === 'question-open' || act === 'question-closed')) return false;
  if (addressee.kind === 'person') return addressee.names.includes(turn.speaker.name);
  if (addressee.kind === 'worker') return turn.speaker.kind === 'worker';
  // A question that selects nobody is answered by whoever speaks next; one to the group is open to all.
  return addressee.kind === 'unknown';
}
