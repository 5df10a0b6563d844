import { useMemo, type PointerEvent, type ReactElement } from 'react';
import type { BacklogPeriod } from '../../../../src/contracts/analysis-page';
import { dayName, XAxis, YAxis } from '../chart/axes';
import { useWalk } from '../chart/use-walk';
import { usePage } from '../shared/page-context';
import { useWidth } from '../shared/use-width';
import { backlogGeometry, periodAt } from './backlog-geometry';

/** Issues of a period: what was open at its end, came or went. */
export interface BacklogPoint {
  readonly period: number;
  readonly part: 'open' | 'arrived' | 'resolved';
}

const box = { left: 44, right: 12, open: { top: 12, bottom: 152 }, moved: { top: 176, bottom: 250 } };
const height = 276;
const firstWidth = 640;
const count = (n: number): string => n.toLocaleString('en');

/** What was open by period, and what came and went. Pointer or arrow keys read a period; the buttons beneath list its issues. */
export function BacklogChart(props: {
  periods: readonly BacklogPeriod[];
  onChoose: (point: BacklogPoint) => void;
}): ReactElement {
  const { periods, onChoose } = props;
  const { ref, width } = useWidth<HTMLDivElement>(firstWidth);
  const { format } = usePage();
  const drawn = useMemo(() => backlogGeometry(periods, { ...box, width }), [periods, width]);
  const {
    at,
    pointed,
    point,
    props: walk,
  } = useWalk({
    ...{ count: periods.length, initial: periods.length - 1 },
    onChoose: (period) => onChoose({ period, part: 'open' }),
  });
  const period = periods[at];
  const slot = drawn.slots[at];
  const days = period === undefined ? '' : `${format.date(dayName(period.first))} to ${format.date(dayName(period.last))}`;
  const words =
    period === undefined
      ? ''
      : `${count(period.open)} open at the end, ${count(period.arrived)} came, ${count(period.resolved)} went`;
  return (
    <div>
      <div
        ref={ref}
        className="chart-walk"
        {...walk}
        role="slider"
        tabIndex={0}
        aria-valuenow={at}
        aria-label="Backlog by period; left and right change the period, Enter lists what was open at its end"
        aria-valuetext={`${days}: ${words}`}
        onKeyDown={walk.onKeyDown}
        onPointerMove={(event: PointerEvent<HTMLDivElement>) => {
          const found = periodAt(drawn, event.clientX - event.currentTarget.getBoundingClientRect().left);
          if (found !== null) point(found);
        }}
      >
        <svg className="chart-svg" width={width} height={height} aria-hidden="true">
          <YAxis ticks={drawn.openTicks} left={box.left} right={width - box.right} />
          <YAxis ticks={drawn.movedTicks} left={box.left} right={width - box.right} />
          <XAxis ticks={drawn.xTicks} y={height - 6} />
          {pointed && slot !== undefined && (
            <rect className="backlog-pointed" x={slot.x} y={4} width={slot.width} height={box.moved.bottom - 4} />
          )}
          {(['open', 'arrived', 'resolved'] as const).map((part) => (
            <g key={part} className={`backlog-${part}`}>
              {drawn[part].map((bar, n) => (
                <rect key={periods[n]?.first} {...bar} />
              ))}
            </g>
          ))}
        </svg>
      </div>
      {period !== undefined && (
        <p className="backlog-reading">
          <strong>{days}</strong>
          {(['open', 'arrived', 'resolved'] as const).map((part) => (
            <button
              key={part}
              type="button"
              className="link-button"
              disabled={period[part] === 0}
              onClick={() => onChoose({ period: at, part })}
            >
              <span className={`swatch backlog-swatch-${part}`} aria-hidden="true" />
              {partWords[part]} {count(period[part])}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

const partWords = { open: 'Open at its end', arrived: 'Came', resolved: 'Went' } as const;
