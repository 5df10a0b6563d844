/** What stands in the field for a key: one of the list, or what somebody typed. */
export interface KeyChoice {
  /** Place in the list, from 0; null where it was typed. */
  readonly at: number | null;
  readonly typed: string;
}

/**
 * What a pressed key chooses from a list of `count`: arrows walk it, round and round, and a number names a place. No issue key begins with
 * a digit, so a number is one to type only after something was typed.
 * @returns null where it chooses nothing, and is typed
 */
export function chosenBy(pressed: string, { at, typed }: KeyChoice, count: number): KeyChoice | null {
  const choose = (place: number): KeyChoice => ({ at: place, typed: '' });
  if (count === 0) return null;
  if (pressed === 'ArrowDown') return choose(at === null ? 0 : (at + 1) % count);
  if (pressed === 'ArrowUp') return choose(at === null ? count - 1 : (at + count - 1) % count);
  const place = /^[1-9]$/.test(pressed) && (at !== null || typed === '') ? Number(pressed) : null;
  return place === null || place > count ? null : choose(place - 1);
}
