import { noComponent } from '../../contracts/aging';
import { selectDefects } from '../../defects';
import type { NamedKind } from '../../defects/shell';
import type { ProjectHistory } from '../charts/visible-history';

/** Work types and components of a project's defects, as they are now. */
export interface Kinds {
  readonly types: readonly NamedKind[];
  readonly components: readonly NamedKind[];
  /** Id of the work type by the defect's id; empty where nothing is chosen or drawn by it. */
  readonly typeOf: ReadonlyMap<string, string>;
  /** The same of components; a defect without any is missing. */
  readonly componentsOf: ReadonlyMap<string, readonly string[]>;
}

/** Ids; null for all. `component` may be `none`. */
export interface KindChoice {
  readonly type: string | null;
  readonly component: string | null;
}

/** Nothing but the defects of a work type and a component: the open ones and those that they are measured against. */
export function ofKind(history: ProjectHistory, { type, component }: KindChoice, kinds: Kinds): ProjectHistory {
  if (type === null && component === null) return history;
  const isChosen = (id: string): boolean =>
    (type === null || kinds.typeOf.get(id) === type) && (component === null || componentKeys(kinds, id).includes(component));
  const chosen = Uint32Array.from(history.rows.flatMap(({ id }, n) => (isChosen(id) ? [n] : [])));
  const { status, severity } = selectDefects({ ids: [], levels: [], status: history.status, severity: history.severity }, chosen);
  return {
    ...{ ...history, status, severity, rows: Array.from(chosen, (n) => history.rows[n]).filter((row) => row !== undefined) },
    created: Float64Array.from(chosen, (n) => history.created[n] ?? NaN),
    ended: Float64Array.from(chosen, (n) => history.ended[n] ?? NaN),
  };
}

/** Ids of the components of a defect; `none` where it has none. */
export function componentKeys({ componentsOf }: Kinds, id: string): readonly string[] {
  return componentsOf.get(id) ?? [noComponent];
}
