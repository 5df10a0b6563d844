import type { NominationsView } from '../../contracts/nominations';
import type { Nomination } from '../../gates';

type Row = NominationsView['nominations'][number];

/** @param people account ids by pseudonym; a person who was erased is missing */
export function eventsOf(events: Nomination['events'], people: ReadonlyMap<string, string>): Row['events'] {
  return events.map(({ act, at, who, because }) => ({ act, at, because, who: people.get(who) ?? null }));
}

/** What waits for a decision first, the longest first; then what blocks, and what does not. */
export function inOrder(rows: readonly Row[]): Row[] {
  const rank = ({ state, defect }: Row) => (!defect.open ? 3 : state === 'asked' ? 0 : state === 'granted' ? 1 : 2);
  const since = ({ events }: Row) => events.at(-1)?.at ?? '';
  return rows.toSorted((a, b) => rank(a) - rank(b) || (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0));
}
