import { useId, useState, type ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { dayName } from '../../chart/axes';
import type { FlowFilters } from './flow-filters';

interface Props {
  readonly view: Pick<FlowView, 'firstDay' | 'days' | 'today'>;
  readonly filters: Pick<FlowFilters, 'from' | 'to'>;
  readonly onChange: (dates: Pick<FlowFilters, 'from' | 'to'>) => void;
}

/** The first and the last day that are shown, to be chosen freely. */
export function FlowDates({ view, filters: { from, to }, onChange }: Props): ReactElement {
  const today = dayName(view.today);
  const isTurned = from !== null && from >= (to ?? today);
  return (
    <div className="flow-dates" role="group" aria-label="Own dates">
      <DayField
        label="From"
        day={from ?? dayName(view.firstDay)}
        max={today}
        isWrong={isTurned}
        onChange={(day) => onChange({ from: day, to })}
      />
      <DayField
        label="to"
        day={to ?? today}
        max={today}
        isWrong={isTurned}
        onChange={(day) => onChange({ from, to: day >= today ? null : day })}
      />
      {isTurned && (
        <span className="problem small" role="status">
          The first day has to come before the last.
        </span>
      )}
    </div>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly day: string;
  readonly max: string;
  readonly isWrong: boolean;
  readonly onChange: (day: string) => void;
}

function DayField({ label, day, max, isWrong, onChange }: DayFieldProps): ReactElement {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className="inline">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="input"
        max={max}
        value={typed ?? day}
        aria-invalid={isWrong}
        onChange={({ target }) => {
          setTyped(target.value);
          // A year that is still being typed is no day yet.
          if (target.value >= '2000-01-01') onChange(target.value);
        }}
        onBlur={() => setTyped(null)}
      />
    </span>
  );
}
