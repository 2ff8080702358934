/** How texts are given to expressions, so that V8 makes code of each expression once and keeps it. */

/**
 * The same text, kept in two bytes a character, and so every part that is cut from it. V8 keeps a text in one byte a
 * character where it can, and makes code of each expression twice, once for either: all of it, some 15 MB, as soon as one
 * recording has a long dash and another has none.
 */
export function wide(text: string): string {
  return `\u2014${text}`.slice(1);
}

/**
 * Every match in a text, in order, as `matchAll` gives them.
 * @param form with the flag `g`. `matchAll` would copy it, and V8 makes code anew of a copy after each greater collection of
 * garbage; this one may be asked about another text while matches of the first are still looked at.
 */
export function* matchesIn(form: RegExp, text: string): Generator<RegExpExecArray, undefined> {
  for (let at = 0; at <= text.length; ) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found === null) return;
    const isPair = form.unicode && text.codePointAt(found.index)! > 0xffff;
    at = found[0] === '' ? found.index + (isPair ? 2 : 1) : form.lastIndex;
    yield found;
  }
}

/** A text as an expression finds it, sign for sign. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
