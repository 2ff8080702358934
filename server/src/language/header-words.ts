/** The header's keys and values, explained: for hovers, and beside each suggestion. */
import { gates } from '../practice/gates.ts';
import { groupTypes } from '../practice/group-types.ts';
import { HEADER_KEYS, type HeaderKey } from '../recording/header-keys.ts';
import { type Header, type Range, rangeOf } from '../recording/model.ts';

/** The key of a name; `under` tells "name" below `group` from one at the top. */
export function headerKey(name: string, under?: 'group'): HeaderKey | undefined {
  return HEADER_KEYS.find((key) => key.name === name && key.under === under);
}

/** What a fixed value means; undefined for one that speaks for itself. */
export function valueText(key: string, value: string): string | undefined {
  if (key === 'type' && value in groupTypes) {
    const { name, time } = groupTypes[value as keyof typeof groupTypes];
    return `**${name}**\n\n${time}`;
  }
  if (key === 'gates' && value in gates) {
    const { name, what, quiet } = gates[value as keyof typeof gates];
    return `**${name}**\n\n${what}\n\nQuiet here: ${quiet}`;
  }
  return undefined;
}

export function keyText({ name, what, example }: HeaderKey): string {
  return `**${name}**\n\n${what}${example === '' ? '' : `\n\n\`${name}: ${example}\``}`;
}

/** What stands under an offset of the header: a key, or a value with a meaning of its own. */
export function headerHover(header: Header, offset: number): { text: string; on: Range } | undefined {
  const { place } = header;
  if (!place) return undefined;
  const source = place.block.text;
  const at = offset - place.block.start;
  const word =
    /(?<![\p{L}-])[\p{L}-]*$/u.exec(source.slice(0, at))![0] + /^[\p{L}-]*/u.exec(source.slice(at))![0];
  const start = at - /(?<![\p{L}-])[\p{L}-]*$/u.exec(source.slice(0, at))![0].length;
  const on: Range = { start: place.block.start + start, end: place.block.start + start + word.length };
  const top = header.keys.find(({ key }) => {
    const range = rangeOf(key);
    return offset >= range.start && offset <= range.end;
  });
  if (top) {
    const known = headerKey(top.name);
    return known && { text: keyText(known), on: rangeOf(top.key) };
  }
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1, start);
  const inGroup = header.keys.find(
    ({ name, value }) => name === 'group' && value && inside(rangeOf(value), offset),
  );
  const isKey = /^\s*:/.test(source.slice(start + word.length)) && /^\s*$|[{,]\s*$/.test(line);
  if (inGroup && isKey) {
    const known = headerKey(word, 'group');
    return known && { text: keyText(known), on };
  }
  const text = valueText('type', word) ?? valueText('gates', word);
  return text === undefined ? undefined : { text, on };
}

function inside({ start, end }: Range, offset: number): boolean {
  return offset >= start && offset <= end;
}
