/** "Stan K." and "J. R." bring a point of their own: at the end of a sentence one is enough. */
export function onePoint(text: string): string {
  return text.replace(/(?<!\.)\.\.(?!\.)/g, '.');
}
