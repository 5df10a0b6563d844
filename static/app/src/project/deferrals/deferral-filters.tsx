import { useId, type ReactElement } from 'react';
import type { DeferralsView } from '../../../../../src/contracts/deferrals';
import { Choice } from '../../shared/choice';
import { allDeferrals, deferralShows, type DeferralFilters, type DeferralShow } from '../route';
import { useRouting } from '../routing';
import { chosenRows, releasesOf } from './choose-rows';

const names: Readonly<Record<DeferralShow, string>> = {
  all: 'All',
  waiting: 'Waiting',
  active: 'Deferred',
  expiring: 'Ending soon',
  over: 'Over',
};

interface Props {
  readonly view: DeferralsView;
  readonly filters: DeferralFilters;
}

/** Which deferrals are shown. Every choice is part of the page's address. */
export function DeferralFiltersBar({ view, filters }: Props): ReactElement {
  const { amend } = useRouting();
  const id = useId();
  const change = (changed: Partial<DeferralFilters>): void => amend({ screen: 'deferrals', filters: { ...filters, ...changed } });
  const releases = releasesOf(view);
  const isFiltered = filters.show !== allDeferrals.show || filters.release !== allDeferrals.release;
  return (
    <div className="register-filters" role="search" aria-label="Filter deferrals">
      <Choice
        label="Which deferrals"
        options={deferralShows.map((show) => ({
          ...{ value: show, label: names[show], count: chosenRows(view, { ...filters, show }).length },
        }))}
        value={filters.show}
        onChange={(show) => change({ show })}
      />
      {(releases.length > 0 || filters.release !== null) && (
        <span className="inline">
          <label htmlFor={id}>Planned for</label>
          <select
            id={id}
            className="select"
            value={filters.release ?? ''}
            onChange={({ target }) => change({ release: target.value === '' ? null : target.value })}
          >
            <option value="">Any release</option>
            {releases.map((release) => (
              <option key={release.id} value={release.id}>
                {release.name}
              </option>
            ))}
            {filters.release !== null && !releases.some((release) => release.id === filters.release) && (
              <option value={filters.release}>Another release</option>
            )}
          </select>
        </span>
      )}
      {isFiltered && (
        <button type="button" className="link-button" onClick={() => change(allDeferrals)}>
          Clear filters
        </button>
      )}
    </div>
  );
}
