const colorMode = 'data-color-mode';

/** Paper is white: pages are printed in their light colours, whatever they are shown in. */
export function printInLight(): void {
  const root = document.documentElement;
  let shown: string | null = null;
  globalThis.addEventListener('beforeprint', () => {
    shown = root.getAttribute(colorMode);
    if (shown !== null) root.setAttribute(colorMode, 'light');
  });
  globalThis.addEventListener('afterprint', () => {
    if (shown !== null) root.setAttribute(colorMode, shown);
    shown = null;
  });
}

/**
 * Opens the browser's own dialog for printing.
 * @param part what is printed of the page
 * @returns whether the browser went along: one that shows no dialogs from a frame does nothing
 */
export function printPart(part: Element): boolean {
  let began = false;
  const note = (): void => {
    began = true;
  };
  globalThis.addEventListener('beforeprint', note);
  part.setAttribute('data-printed', '');
  globalThis.print();
  part.removeAttribute('data-printed');
  globalThis.removeEventListener('beforeprint', note);
  return began;
}
