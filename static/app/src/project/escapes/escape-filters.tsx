import { useId, type ReactElement } from 'react';
import { escapeWindows, type EscapesView } from '../../../../../src/contracts/escapes';
import { Choice } from '../../shared/choice';
import { allEscapes, type EscapeFilters } from '../route';
import { useRouting } from '../routing';

const windows = escapeWindows.map((days) => ({ value: String(days), label: `${days} days after` }));

/** How long after a release is counted, past what, and of which release. Every choice is part of the page's address. */
export function EscapeFiltersBar({ view, filters }: { view: EscapesView; filters: EscapeFilters }): ReactElement {
  const { amend } = useRouting();
  const id = useId();
  const change = (changed: Partial<EscapeFilters>): void => amend({ screen: 'escapes', filters: { ...filters, ...changed } });
  return (
    <div className="escape-filters" role="search" aria-label="Filter escapes">
      <Choice
        label="How long after the release"
        options={windows}
        value={String(filters.window)}
        onChange={(value) => change({ window: escapeWindows.find((days) => String(days) === value) ?? allEscapes.window })}
      />
      <span className="inline">
        <label htmlFor={`${id}-stage`}>Escaped past</label>
        <select
          id={`${id}-stage`}
          className="select"
          value={filters.stage ?? ''}
          onChange={({ target }) => change({ stage: target.value === '' ? null : target.value })}
        >
          <option value="">the release</option>
          {view.stages.slice(0, -1).map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </span>
      <span className="inline">
        <label htmlFor={`${id}-release`}>Release</label>
        <select
          id={`${id}-release`}
          className="select"
          value={filters.release ?? ''}
          onChange={({ target }) => change({ release: target.value === '' ? null : target.value })}
        >
          <option value="">All</option>
          {view.choices.map((release) => (
            <option key={release.id} value={release.id}>
              {release.name}
            </option>
          ))}
          {filters.release !== null && !view.choices.some((release) => release.id === filters.release) && (
            <option value={filters.release}>Another release</option>
          )}
        </select>
      </span>
    </div>
  );
}
