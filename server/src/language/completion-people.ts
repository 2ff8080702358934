/** People to write down: who speaks next by the order of talk, whom they speak to, whom they name. */
import { CompletionItemKind } from 'vscode-languageserver';
import { inStyle, type LabelStyle, mostUsedStyle } from '../recording/label-style.ts';
import { type Recording, rangeOf } from '../recording/model.ts';
import { turnAt } from '../recording/outline.ts';
import type { Spot, Suggestion } from './completion.ts';
import { fold } from './naming.ts';

/** How many turns back the style of labels is looked for. */
const STYLE_FROM = 12;

const ARROW = /^(?:\*\*|__)?([^:：|]{1,40}?)[ \t]*(?:→|->|=>|➔|\((?:to|towards?)[ \t])([^:：|]*)$/u;
const LABEL_BEGUN = /^(\*\*|__)?([\p{L}\p{N}][^:：|*_]{0,39})?$/u;
const NAME_BEGUN = /(?<![\p{L}\p{N}@])(@[\p{L}\p{N}'’ -]{0,30}|\p{Lu}[\p{L}\p{M}'’-]{0,30})$/u;

export function personSuggestions(spot: Spot): readonly Suggestion[] {
  const { before } = spot;
  const addressed = ARROW.exec(before);
  if (addressed) return addressees(spot, addressed[1]!.trim(), lastOf(addressed[2]!));
  const begun = LABEL_BEGUN.exec(before);
  // A new line brings the speakers up by itself; a blank or a mark on an empty line does not.
  if (begun && (before !== '' || spot.trigger === undefined || spot.trigger === '\n')) {
    const speakers = nextSpeakers(spot, begun[1], begun[2] ?? '');
    if (speakers.length > 0) return speakers;
  }
  const named = NAME_BEGUN.exec(before);
  return named ? mentioned(spot, named[1]!) : [];
}

/** What is being written behind an arrow, after those who are named there already. */
function lastOf(addressees: string): string {
  return addressees
    .split(/[,&/]|\band /)
    .at(-1)!
    .trimStart();
}

/** Everybody who may speak, the likeliest next first: nobody is ever left out. */
export function orderOfTalk(recording: Recording, last: number): readonly string[] {
  const { turns, header } = recording;
  const recent = new Set<string>();
  for (let at = last; at >= 0; at--) recent.add(turns[at]!.speaker.name);
  const [justSpoke, ...before] = recent;
  const absent = new Set(header.absent);
  const members = header.members.map(({ name }) => name);
  const named = header.names.filter(({ list }) => list === 'worker').map(({ name }) => name);
  const later = turns.slice(last + 1).map(({ speaker }) => speaker.name);
  const spokenWorker = turns.some(({ speaker }) => speaker.kind === 'worker');
  return [
    ...new Set([
      ...before,
      ...(named.length > 0 ? named : spokenWorker ? [] : header.workers.slice(0, 1)).filter(
        (name) => name !== justSpoke,
      ),
      ...members.filter((name) => !absent.has(name) && name !== justSpoke),
      ...header.newcomers.filter((name) => name !== justSpoke),
      ...later.filter((name) => name !== justSpoke),
      ...members.filter((name) => name !== justSpoke),
      ...(justSpoke === undefined ? [] : [justSpoke]),
    ]),
  ];
}

/** The last turn before an offset; when the caret is in a label, the turn before that one. */
function lastTurn({ recording, offset }: Spot): number {
  const at = turnAt(recording.turns, offset);
  if (at === undefined) return -1;
  const { start, end } = rangeOf(recording.turns[at]!.label);
  return offset >= start - 2 && offset <= end ? at - 1 : at;
}

function nextSpeakers(spot: Spot, mark: string | undefined, begun: string): Suggestion[] {
  const last = lastTurn(spot);
  const { turns, header } = spot.recording;
  const style = mark ? 'bold' : mostUsedStyle(turns.slice(Math.max(0, last + 1 - STYLE_FROM), last + 1));
  const order = orderOfTalk(spot.recording, last).filter((name) => fold(name).startsWith(fold(begun)));
  return order.map((name) => ({
    kind: 'speakers',
    label: name,
    ...written(spot, name, style, mark ?? '', begun),
    ...describe(name, turns[last]?.speaker.name, header.absent),
    icon: CompletionItemKind.Variable,
  }));
}

/** A whole label; only the name where its colon stands there already. */
function written(
  { after }: Spot,
  name: string,
  style: LabelStyle,
  mark: string,
  begun: string,
): { readonly text: string; readonly typed: number } {
  if (/^[^:：]{0,40}[:：]/u.test(after)) return { text: name, typed: begun.length };
  const closed = /^(?:\*\*|__)/.test(after);
  const label = inStyle(style === 'bold-name' || closed ? 'bold' : style, name);
  if (closed) return { text: label.replace(/\*\*$/, ''), typed: begun.length + mark.length };
  return {
    text: `${style === 'bold-name' ? inStyle(style, name) : label} `,
    typed: begun.length + mark.length,
  };
}

function describe(
  name: string,
  justSpoke: string | undefined,
  absent: readonly string[],
): { readonly detail?: string } {
  if (name === justSpoke) return { detail: 'spoke just now' };
  return absent.includes(name) ? { detail: 'absent' } : {};
}

function addressees(spot: Spot, speaker: string, begun: string): Suggestion[] {
  return [...orderOfTalk(spot.recording, lastTurn(spot)), 'group']
    .filter((name) => fold(name) !== fold(speaker) && fold(name).startsWith(fold(begun)))
    .map((name) => ({
      kind: 'members',
      label: name,
      text: name,
      typed: begun.length,
      icon: CompletionItemKind.Variable,
    }));
}

function mentioned(spot: Spot, typed: string): Suggestion[] {
  const begun = typed.replace(/^@/, '');
  const { turns } = spot.recording;
  const at = turnAt(turns, spot.offset);
  const speaker = at === undefined ? undefined : turns[at]!.speaker.name;
  return orderOfTalk(spot.recording, at ?? -1)
    .filter((name) => name !== speaker && fold(name).startsWith(fold(begun)))
    .map((name) => ({
      kind: 'members',
      label: name,
      text: name,
      typed: typed.length,
      icon: CompletionItemKind.Variable,
    }));
}
