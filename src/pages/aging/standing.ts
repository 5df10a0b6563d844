import { aging, agingWindowDays, asOf, leastClosed, outside } from '../../analytics';
import type { Aging, AsOf } from '../../analytics';
import { agingSeverities } from '../../contracts/aging';
import type { AgingReference, AgingSeverity } from '../../contracts/aging';
import { columnValueAt, doneCategory } from '../../defects';
import { day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { toSeverity } from '../../kernel/severity';
import type { ProjectHistory } from '../charts/visible-history';

export { leastClosed } from '../../analytics';
export const windowDays = agingWindowDays;

/** Where the defects of a project stood at a moment. */
export interface Standing {
  readonly history: ProjectHistory;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly then: AsOf;
  /** By defect: the place of its severity at that moment in `agingSeverities`. */
  readonly group: Uint16Array;
  /** Groups are the places of severities. */
  readonly aged: Aging;
}

export function standingAt(history: ProjectHistory, instant: Instant): Standing {
  const at = Date.parse(instant);
  const { rows, created, ended, status, severity, statuses } = history;
  const isDone = Uint8Array.from(status.dictionary, (id) => Number(id !== null && statuses.get(id)?.category === doneCategory));
  const then = asOf(status, isDone, ended, at);
  const group = Uint16Array.from(rows, (_, n) =>
    agingSeverities.indexOf(toSeverity(columnValueAt(severity, n, at) ?? null) ?? 'none'),
  );
  const facts = { created, resolved: then.ended, inStatusSince: then.inStatusSince, group, groups: agingSeverities.length };
  return { history, at, then, group, aged: aging(facts, at, windowDays, leastClosed) };
}

/** The severity of a defect at that moment. */
export function severityAt({ group }: Standing, n: number): AgingSeverity {
  return agingSeverities[group[n] ?? 0] ?? 'none';
}

/** The status of a defect at that moment: its id, and its present name. */
export function statusAt({ history, then }: Standing, n: number): { readonly id: string; readonly name: string } {
  const place = then.status[n] ?? outside;
  const id = place === outside ? null : (history.status.dictionary[place] ?? null);
  return { id: id ?? '', name: statusName(history, id) };
}

export function statusName({ statuses }: Pick<ProjectHistory, 'statuses'>, id: string | null): string {
  return (id === null ? undefined : statuses.get(id)?.name) ?? 'a status that is gone';
}

/** Days to a hundredth, which is a quarter of an hour. */
export function inDays(milliseconds: number): number {
  return Math.round((milliseconds / day) * 100) / 100;
}

/** Of 100, rounded down; null where nobody can say. @param share 0 to 1, or NaN */
export function ofHundred(share: number | undefined): number | null {
  return share === undefined || Number.isNaN(share) ? null : Math.floor(share * 100 + 1e-9);
}

export function referenceView(reference: AgingReference | undefined): AgingReference {
  const days = (time: number | null | undefined): number | null => (time === null || time === undefined ? null : inDays(time));
  return { p50: days(reference?.p50), p85: days(reference?.p85), p95: days(reference?.p95), restsOn: reference?.restsOn ?? 0 };
}
