import { useCallback, useId, type ReactElement } from 'react';
import { agingSeverities, noComponent, type AgingGrouping, type AgingView } from '../../../../../src/contracts/aging';
import { Choice } from '../../shared/choice';
import { allAging, type AgingFilters } from '../route';
import { useRouting } from '../routing';
import { BaseDayField } from './base-day-field';
import { severityLabels } from './mark-words';
import { ServiceLevelField } from './service-level-field';

interface Props {
  readonly view: AgingView;
  readonly filters: AgingFilters;
  /** Told of what may be chosen next. */
  readonly expect: (others: readonly AgingFilters[]) => void;
}

/** Work types and components are offered where there are some to choose from. */
function groupingsOf({ types, components }: AgingView, by: AgingGrouping): { value: AgingGrouping; label: string }[] {
  return [
    { value: 'status', label: 'By status' },
    { value: 'severity', label: 'By severity' },
    ...(components.length > 0 || by === 'component' ? [{ value: 'component' as const, label: 'By component' }] : []),
    ...(types.length > 1 || by === 'type' ? [{ value: 'type' as const, label: 'By work type' }] : []),
  ];
}

/** Which open ones are shown, how, and as of when. Every choice is part of the page's address. */
export function AgingFiltersBar({ view, filters, expect }: Props): ReactElement {
  const { amend } = useRouting();
  const id = useId();
  const change = useCallback(
    (changed: Partial<AgingFilters>): void => amend({ screen: 'aging', filters: { ...filters, ...changed } }),
    [amend, filters],
  );
  const changeDay = useCallback((day: string | null) => change({ day }), [change]);
  const { severity, type, component, release, day, by, level } = filters;
  const isFiltered = [severity, type, component, release, day].some((one) => one !== null);
  return (
    <div className="aging-filters" role="search" aria-label="Filter open defects">
      <Choice
        label="Columns"
        options={groupingsOf(view, by)}
        value={by}
        onChange={(chosen) => change({ by: chosen })}
        onNear={(others) => expect(others.map((other) => ({ ...filters, by: other })))}
      />
      <span className="inline">
        <label htmlFor={`${id}-severity`}>Severity</label>
        <select
          id={`${id}-severity`}
          className="select"
          value={severity ?? ''}
          onChange={({ target }) => change({ severity: agingSeverities.find((one) => one === target.value) ?? null })}
        >
          <option value="">All</option>
          {agingSeverities.map((one) => (
            <option key={one} value={one}>
              {severityLabels[one]}
            </option>
          ))}
        </select>
      </span>
      {(view.types.length > 1 || type !== null) && (
        <NamedChoice
          label="Work type"
          all="All"
          options={view.types}
          value={type}
          onChange={(chosen) => change({ type: chosen })}
        />
      )}
      {(view.components.length > 0 || component !== null) && (
        <NamedChoice
          label="Component"
          all="All"
          options={[...view.components, { id: noComponent, name: 'No component' }]}
          value={component}
          onChange={(chosen) => change({ component: chosen })}
        />
      )}
      {(view.releases.length > 0 || release !== null) && (
        <NamedChoice
          label="Planned for"
          all="Any release, or none"
          options={view.releases}
          value={release}
          onChange={(chosen) => change({ release: chosen })}
        />
      )}
      <BaseDayField view={view} onChange={changeDay} />
      <ServiceLevelField level={level} onChange={(chosen) => change({ level: chosen })} />
      {isFiltered && (
        <button type="button" className="link-button" onClick={() => change({ ...allAging, by, level })}>
          Clear filters
        </button>
      )}
    </div>
  );
}

/** One of several that have names, or all. A link may name one that is not offered any more. */
function NamedChoice(props: {
  readonly label: string;
  readonly all: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}): ReactElement {
  const { label, all, options, value, onChange } = props;
  const id = useId();
  return (
    <span className="inline">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
        {value !== null && !options.some((option) => option.id === value) && <option value={value}>One that is not here</option>}
      </select>
    </span>
  );
}
