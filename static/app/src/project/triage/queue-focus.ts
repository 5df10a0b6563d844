/** The defect whose row of the queue has the focus; null where none has. */
export function focusedRow(): string | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return null;
  return focused.dataset['triageRow'] ?? focused.dataset['triageChoose'] ?? null;
}

/**
 * Gives the focus to a row of the queue: the one after or before the focused one, or that of a defect.
 * @returns whether there was one
 */
export function walk(to: 1 | -1 | string): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-triage-row]')];
  const focused = focusedRow();
  const at = rows.findIndex((row) => row.dataset['triageRow'] === focused);
  const next = typeof to === 'string' ? rows.find((row) => row.dataset['triageRow'] === to) : rows[at === -1 ? 0 : at + to];
  (next ?? (typeof to === 'string' ? rows[0] : undefined))?.focus();
  return next !== undefined;
}
