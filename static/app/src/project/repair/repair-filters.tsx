import { useId, type ReactElement } from 'react';
import { repairRanges, type RepairView } from '../../../../../src/contracts/repair';
import { RangeChoice } from '../../chart/range-choice';
import type { RepairFilters } from '../route';
import { useRouting } from '../routing';

interface Props {
  readonly view: RepairView;
  readonly filters: RepairFilters;
  /** Told of what may be chosen next. */
  readonly expect: (others: readonly RepairFilters[]) => void;
}

/** What is compared, and how far back. Every choice is part of the page's address. */
export function RepairFiltersBar({ view, filters, expect }: Props): ReactElement {
  const { amend } = useRouting();
  const change = (changed: Partial<RepairFilters>): void => amend({ screen: 'repair', filters: { ...filters, ...changed } });
  const { one, other } = view;
  return (
    <div className="chart-choices" role="search" aria-label="What is compared">
      <RangeChoice
        ranges={repairRanges}
        value={filters.range}
        onChange={(range) => change({ range })}
        onNear={(ranges) => expect(ranges.map((range) => ({ ...filters, range })))}
      />
      <span className="inline">
        <StageChoice label="Compare" view={view} value={one} onChange={(key) => change({ one: key, other })} />
        <StageChoice label="with" view={view} value={other} onChange={(key) => change({ one, other: key })} />
      </span>
    </div>
  );
}

interface StageProps {
  readonly label: string;
  readonly view: RepairView;
  readonly value: string;
  readonly onChange: (key: string) => void;
}

function StageChoice({ label, view, value, onChange }: StageProps): ReactElement {
  const id = useId();
  return (
    <span className="inline">
      <label htmlFor={id} className="subtle">
        {label}
      </label>
      <select id={id} className="select" value={value} onChange={({ target }) => onChange(target.value)}>
        {view.stages.map(({ key, name, count }) => (
          <option key={key} value={key}>
            {name} ({count.toLocaleString('en')})
          </option>
        ))}
      </select>
    </span>
  );
}
