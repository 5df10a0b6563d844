/** After a page has loaded, the keyboard is where the work is: at what Jira refused, else in the form that was just opened. */
export function startFocus(): void {
  const refused = document.querySelector<HTMLElement>('[data-focus]');
  const input = document.querySelector<HTMLElement>('.edit-form :is(input:not([type="hidden"]), select, textarea)');
  (refused ?? input)?.focus();
}
