import { standingAt } from '../aging/standing';
import type { ProjectHistory } from '../charts/visible-history';
import type { Instant } from '../../kernel/instant';

/** An open defect of a release against how long closed ones of its severity took. */
export interface Aged {
  readonly id: string;
  /** Milliseconds beyond their p85; null where too few are closed to tell. */
  readonly beyond: number | null;
}

/** The open ones of some defects that the viewer may see, measured as the page *Aging* does. */
export function agedOf(history: ProjectHistory, ids: ReadonlySet<string>, now: Instant): Aged[] {
  const { aged, group } = standingAt(history, now);
  return [...aged.open].flatMap((n, place) => {
    const id = history.rows[n]?.id;
    if (id === undefined || !ids.has(id)) return [];
    const p85 = aged.references[group[n] ?? 0]?.p85 ?? null;
    return [{ id, beyond: p85 === null ? null : Math.max(0, (aged.age[place] ?? 0) - p85) }];
  });
}
