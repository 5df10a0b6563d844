import { useMemo, type MouseEvent, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { useWalk } from '../../chart/use-walk';
import { usePage } from '../../shared/page-context';
import { useWidth } from '../../shared/use-width';
import { TrendMarker } from './trend-marker';
import { dayWords, nearestDay, trendGeometry, type TrendGeometry } from './trend-geometry';
import { TrendReading } from './trend-reading';

const height = 220;
const margins = { left: 34, right: 14, top: 36, bottom: 24 };
/** The names of markers stand in two rows, as today and the release may be close. */
const secondRow = 14;
const firstWidth = 480;

interface Props {
  readonly trend: ReadinessView['trend'];
  readonly today: string;
  readonly releaseDate: string | null;
  /** A click on a day, or Enter. */
  readonly onChoose: (day: string) => void;
}

/** Open defects by severity as stacked areas; pointer or arrow keys read a day, a click or Enter lists what was open. */
export function TrendChart({ trend, today, releaseDate, onChoose }: Props): ReactElement | null {
  const { ref, width } = useWidth<HTMLDivElement>(firstWidth);
  const { format } = usePage();
  const drawn = useMemo(() => trendGeometry(trend, releaseDate, { width, height, ...margins }), [trend, releaseDate, width]);
  const last = trend.days.length - 1;
  const { at, pointed, point, props } = useWalk({
    ...{ count: last + 1, initial: last },
    onChoose: (chosen) => choose(chosen),
  });
  const choose = (chosen: number): void => {
    const day = trend.days[chosen];
    if (day !== undefined) onChoose(day);
  };
  const under = (event: MouseEvent<HTMLElement>): number | null =>
    drawn === null ? null : nearestDay(drawn.dayX, event.clientX - event.currentTarget.getBoundingClientRect().left);
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const found = under(event);
    if (found !== null) choose(found);
  };
  return (
    <div>
      <div
        {...props}
        ref={ref}
        className="trend-chart chart-walk"
        role="slider"
        tabIndex={0}
        aria-valuenow={at}
        aria-label="Open defects by day; arrow keys read other days, Enter lists the defects of one"
        aria-valuetext={`${format.date(trend.days[at] ?? today)}: ${dayWords(trend, at)}`}
        onKeyDown={props.onKeyDown}
        onPointerMove={(event) => point(under(event))}
        onClick={onClick}
      >
        {drawn !== null && (
          <svg className="chart-svg" width={width} height={height} aria-hidden="true">
            <Axes drawn={drawn} width={width} />
            {drawn.layers.map(({ severity, area, edge }) => (
              <g key={severity} className={`layer layer-${severity}`}>
                <path className="layer-area" d={area} />
                <path className="layer-edge" d={edge} />
              </g>
            ))}
            <TrendMarker x={drawn.xOf(today)} words="Today" top={margins.top} bottom={height - margins.bottom} width={width} />
            {releaseDate !== null && (
              <TrendMarker
                x={drawn.xOf(releaseDate)}
                words="Release"
                top={margins.top - secondRow}
                bottom={height - margins.bottom}
                width={width}
              />
            )}
            {pointed && (
              <line className="ruler" x1={drawn.dayX[at]} x2={drawn.dayX[at]} y1={margins.top} y2={height - margins.bottom} />
            )}
          </svg>
        )}
      </div>
      <TrendReading trend={trend} at={at} isNewest={!pointed} />
    </div>
  );
}

function Axes({ drawn, width }: { drawn: TrendGeometry; width: number }): ReactElement {
  const { format } = usePage();
  return (
    <g className="axes">
      {drawn.yTicks.map(({ value, y }) => (
        <g key={value}>
          <line x1={margins.left} x2={width - margins.right} y1={y} y2={y} />
          <text x={margins.left - 6} y={y} dy="0.32em" textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {drawn.xTicks.map(({ day, x }, at) => (
        <text key={day} x={x} y={height - 6} textAnchor={at === 0 ? 'start' : at === drawn.xTicks.length - 1 ? 'end' : 'middle'}>
          {format.shortDate(day)}
        </text>
      ))}
    </g>
  );
}
