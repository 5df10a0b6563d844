import { useEffect, useId, useState, type ReactElement } from 'react';
import type { AgingView } from '../../../../../src/contracts/aging';
import { dayName } from '../../chart/axes';
import { usePage } from '../../shared/page-context';

const dayMs = 86_400_000;
/** The slider moves over many days on its way to one. */
const pauseMs = 300;

function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

interface Props {
  readonly view: Pick<AgingView, 'day' | 'firstDay' | 'today'>;
  /** @param day null for now */
  readonly onChange: (day: string | null) => void;
}

/** As of which day the chart is seen: a slider over all days that there are, and a field for one of them. */
export function BaseDayField({ view, onChange }: Props): ReactElement {
  const { format } = usePage();
  const id = useId();
  const [moved, setMoved] = useState<string | null>(null);
  const day = moved ?? view.day;
  const [first, last] = [dayNumber(view.firstDay), dayNumber(view.today)];
  useEffect(() => {
    if (moved === null) return undefined;
    const timer = setTimeout(() => {
      onChange(moved >= view.today ? null : moved);
      setMoved(null);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [moved, onChange, view.today]);
  return (
    <div className="base-day">
      <label htmlFor={id}>As of</label>
      <input
        id={id}
        type="date"
        className="input"
        min={view.firstDay}
        max={view.today}
        value={day}
        onChange={({ target }) => target.value !== '' && setMoved(target.value)}
      />
      <input
        type="range"
        aria-label="As of which day"
        aria-valuetext={format.date(day)}
        min={first}
        max={last}
        value={Math.max(first, Math.min(last, dayNumber(day)))}
        onChange={({ target }) => setMoved(dayName(Number(target.value)))}
      />
      {view.day !== view.today && (
        <button type="button" className="link-button" onClick={() => onChange(null)}>
          Back to today
        </button>
      )}
    </div>
  );
}
