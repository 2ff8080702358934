/** The pages as a text that any browser shows and prints: nothing in it does anything or points anywhere. */

/** Attributes that only the living page has a use for. */
const LIVING = ['tabindex', 'data-stop', 'hidden', 'aria-current', 'aria-controls', 'aria-labelledby', 'id'];

export function printable(
  title: string,
  pages: readonly HTMLElement[],
): { readonly title: string; readonly html: string } {
  return { title, html: pages.map((page) => still(page).outerHTML).join('\n') };
}

/** A copy in which everything is open and nothing can be pressed. */
function still(page: HTMLElement): HTMLElement {
  const copy = page.cloneNode(true) as HTMLElement;
  for (const choice of copy.querySelectorAll('.choice, .beside, .living')) choice.remove();
  for (const details of copy.querySelectorAll('details')) details.open = true;
  for (const button of copy.querySelectorAll('button')) {
    const plain = document.createElement('span');
    plain.className = button.className;
    plain.textContent = button.textContent;
    button.replaceWith(plain);
  }
  for (const link of copy.querySelectorAll('[role="link"]')) link.removeAttribute('role');
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    element.classList.remove('current');
    for (const name of LIVING) element.removeAttribute(name);
  }
  copy.removeAttribute('role');
  return copy;
}
