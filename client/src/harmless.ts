/**
 * What a recording holds may be anybody's words. Wherever the editor would make a link, a picture or a page of them, they
 * are first made such that it fetches nothing and runs nothing. Knows nothing of the editor.
 */

/** For a page of Markdown, within a line: pictures, links and HTML stand as they were typed. */
export function asTyped(text: string): string {
  return text.replace(/[\\<[\]]/g, '\\$&');
}

/**
 * For a comment, which is shown as Markdown: all but pictures, which the editor would fetch. An entity and no backslash,
 * since one that stands before it would take the new one away.
 */
export function withoutPictures(text: string): string {
  return text.replace(/!(?=\[)/g, '&#33;');
}

/** For a notice, in which the editor makes buttons of `[words](command:…)`. */
export function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}
