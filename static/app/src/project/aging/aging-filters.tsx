import { useCallback, useId, type ReactElement } from 'react';
import { agingSeverities, type AgingView } from '../../../../../src/contracts/aging';
import { Choice } from '../../shared/choice';
import { allAging, type AgingFilters } from '../route';
import { useRouting } from '../routing';
import { BaseDayField } from './base-day-field';
import { severityLabels } from './mark-words';

interface Props {
  readonly view: AgingView;
  readonly filters: AgingFilters;
}

const groupings = [
  { value: 'status', label: 'By status' },
  { value: 'severity', label: 'By severity' },
] as const;

/** Which open ones are shown, how, and as of when. Every choice is part of the page's address. */
export function AgingFiltersBar({ view, filters }: Props): ReactElement {
  const { amend } = useRouting();
  const id = useId();
  const change = useCallback(
    (changed: Partial<AgingFilters>): void => amend({ screen: 'aging', filters: { ...filters, ...changed } }),
    [amend, filters],
  );
  const changeDay = useCallback((day: string | null) => change({ day }), [change]);
  const isFiltered = filters.severity !== null || filters.release !== null || filters.day !== null;
  return (
    <div className="aging-filters" role="search" aria-label="Filter open defects">
      <Choice label="Columns" options={groupings} value={filters.by} onChange={(by) => change({ by })} />
      <span className="inline">
        <label htmlFor={`${id}-severity`}>Severity</label>
        <select
          id={`${id}-severity`}
          className="select"
          value={filters.severity ?? ''}
          onChange={({ target }) => change({ severity: agingSeverities.find((one) => one === target.value) ?? null })}
        >
          <option value="">All</option>
          {agingSeverities.map((severity) => (
            <option key={severity} value={severity}>
              {severityLabels[severity]}
            </option>
          ))}
        </select>
      </span>
      {(view.releases.length > 0 || filters.release !== null) && (
        <span className="inline">
          <label htmlFor={`${id}-release`}>Planned for</label>
          <select
            id={`${id}-release`}
            className="select"
            value={filters.release ?? ''}
            onChange={({ target }) => change({ release: target.value === '' ? null : target.value })}
          >
            <option value="">Any release, or none</option>
            {view.releases.map((release) => (
              <option key={release.id} value={release.id}>
                {release.name}
              </option>
            ))}
            {filters.release !== null && !view.releases.some((release) => release.id === filters.release) && (
              <option value={filters.release}>Another release</option>
            )}
          </select>
        </span>
      )}
      <BaseDayField view={view} onChange={changeDay} />
      {isFiltered && (
        <button type="button" className="link-button" onClick={() => change({ ...allAging, by: filters.by })}>
          Clear filters
        </button>
      )}
    </div>
  );
}
