/** Elements made by hand: text goes in as text, and no attribute can hold an address or a script. */

type Name = 'class' | 'role' | 'id' | 'tabindex' | 'title' | 'dir' | 'lang' | 'type' | 'scope' | 'colspan';
export type Attributes = Partial<Record<Name | `aria-${string}` | `data-${string}`, string>>;
type Child = Node | string | undefined | false;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, value);
  put(element, children);
  return element;
}

type Geometry =
  | 'x'
  | 'y'
  | 'x1'
  | 'y1'
  | 'x2'
  | 'y2'
  | 'cx'
  | 'cy'
  | 'r'
  | 'rx'
  | 'width'
  | 'height'
  | 'd'
  | 'points'
  | 'viewBox'
  | 'text-anchor'
  | 'stroke-width'
  | 'stroke-dasharray'
  | 'transform';

/** An element of a picture. Numbers are written with two digits at most. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes & Partial<Record<Geometry, string | number>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined)
      element.setAttribute(name, typeof value === 'number' ? `${Math.round(value * 100) / 100}` : value);
  put(element, children);
  return element;
}

/** Without the signs that turn the order of what follows: one that is never closed would turn a neighbour's name as well. */
export const unturned = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

function put(element: Element, children: readonly Child[]): void {
  for (const child of children)
    if (typeof child === 'string') element.append(unturned(child));
    else if (child) element.append(child);
}

/** A sentence with its parts put in. */
export function filled(sentence: string, ...parts: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (_, index: string) => String(parts[Number(index)] ?? ''));
}
