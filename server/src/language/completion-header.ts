/** The header: keys that are not there yet, and values where the format knows them. */
import { CompletionItemKind } from 'vscode-languageserver';
import { HEADER_KEYS, type HeaderKey } from '../recording/header-keys.ts';
import { rangeOf } from '../recording/model.ts';
import { nameInHeader } from '../recording/read.ts';
import type { Spot, Suggestion } from './completion.ts';
import { today } from './completion-margin.ts';
import { headerKey, keyText, valueText } from './header-words.ts';

const KEY_BEGUN = /^([ \t]*)([\p{L}][\p{L} ]*)?$/u;
const VALUE_BEGUN =
  /^([ \t]*)([\p{L}][\p{L} ]*):[ \t]*(?:\[(?:[^\]]*,)?[ \t]*)?((?:[^ \t,[\]{}][^,[\]{}]*)?)$/u;
const ITEM_BEGUN = /^([ \t]*)-[ \t]+((?:[^ \t,[\]{}:][^,[\]{}:]*)?)$/u;

export function headerSuggestions(spot: Spot): readonly Suggestion[] {
  const value = VALUE_BEGUN.exec(spot.before);
  if (value) return values(spot, headerKey(value[2]!, value[1] === '' ? undefined : 'group'), value[3]!);
  const item = ITEM_BEGUN.exec(spot.before);
  if (item) return values(spot, keyAbove(spot, item[1]!.length), item[2]!);
  const key = KEY_BEGUN.exec(spot.before);
  return key ? keys(spot, key[1] !== '', key[2] ?? '') : [];
}

/** The lines of the header above the caret, the nearest first. */
function linesAbove({ recording, offset }: Spot): string[] {
  const { block } = recording.header.place!;
  return block.text
    .slice(0, offset - block.start)
    .split(/\r\n|\n|\r/)
    .slice(0, -1)
    .reverse();
}

function keyAbove(spot: Spot, depth: number): HeaderKey | undefined {
  for (const line of linesAbove(spot)) {
    const found = /^([ \t]*)([\p{L}][\p{L} ]*):/u.exec(line);
    if (found && found[1]!.length <= depth)
      return headerKey(found[2]!, found[1] === '' ? undefined : 'group');
  }
  return undefined;
}

function keys(spot: Spot, setIn: boolean, begun: string): Suggestion[] {
  const above = linesAbove(spot).find((line) => /^\S/.test(line));
  const under = setIn && above?.startsWith('group:') ? 'group' : undefined;
  if (setIn && under === undefined) return [];
  const { keys: there, place } = spot.recording.header;
  const top = new Set(
    there
      .filter(({ key }) => rangeOf(key).end < spot.offset - begun.length || rangeOf(key).start > spot.offset)
      .map(({ name }) => name),
  );
  const written = place!.block.text;
  return HEADER_KEYS.filter(
    (key) =>
      key.under === under &&
      (under === undefined ? !top.has(key.name) : !new RegExp(`^[ \\t]+${key.name}:`, 'm').test(written)),
  ).map((key) => ({
    kind: 'header',
    label: key.name,
    text: /^[ \t]*:/.test(spot.after) ? key.name : `${key.name}:${key.name === 'group' ? '' : ' '}`,
    typed: begun.length,
    about: keyText(key),
    icon: CompletionItemKind.Property,
  }));
}

function values(spot: Spot, key: HeaderKey | undefined, begun: string): Suggestion[] {
  if (key === undefined) return [];
  const suggestion = (
    label: string,
    icon: CompletionItemKind,
    about?: string,
    detail?: string,
  ): Suggestion => ({
    kind: 'header',
    label,
    text: /:$/.test(spot.before) ? ` ${label}` : label,
    typed: begun.length,
    icon,
    ...(about === undefined ? {} : { about }),
    ...(detail === undefined ? {} : { detail }),
  });
  if (key.people) {
    const listed = new Set(
      spot.recording.header.names.filter(({ list }) => list === key.name).map(({ name }) => name),
    );
    return spot.recording.header.members
      .filter(({ name }) => !listed.has(name))
      .map(({ name }) => suggestion(nameInHeader(name), CompletionItemKind.Variable));
  }
  if (key.name === 'date' || key.name === 'written')
    return [suggestion(today(), CompletionItemKind.Value, undefined, 'today')];
  if (key.values)
    return key.values.map((value) =>
      suggestion(value, CompletionItemKind.EnumMember, valueText(key.name, value)),
    );
  return begun === '' && key.example !== ''
    ? [suggestion(key.example, CompletionItemKind.Value, undefined, 'an example')]
    : [];
}
