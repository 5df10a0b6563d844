/** Height in CSS pixels that the document's content needs; unlike `documentElement.scrollHeight` it can shrink again. */
function contentHeight(): number {
  const { body, documentElement } = document;
  const margins = getComputedStyle(body);
  const inner = body.scrollHeight + Number.parseFloat(margins.marginTop) + Number.parseFloat(margins.marginBottom);
  return Math.ceil(Math.max(documentElement.offsetHeight, inner));
}

/** Tells the height of the content now and whenever it changes. */
export function reportSize(tell: (height: number) => void): void {
  let last = -1;
  let planned = false;
  const measure = (): void => {
    planned = false;
    const height = contentHeight();
    if (height === last) return;
    last = height;
    tell(height);
  };
  const plan = (): void => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(measure);
  };
  const start = (): void => {
    const sizes = new ResizeObserver(plan);
    sizes.observe(document.documentElement);
    sizes.observe(document.body);
    // Menus and dialogs are often positioned absolutely: they change no box that the observer above sees.
    new MutationObserver(plan).observe(document.body, { childList: true, subtree: true, attributes: true });
    plan();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}

/** Escape in a frame never reaches the page, but it should close the page's dialog around the frame. */
export function reportEscape(tell: () => void): void {
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) tell();
  });
}
