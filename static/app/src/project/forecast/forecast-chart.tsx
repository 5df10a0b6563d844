import { useMemo, type PointerEvent, type ReactElement } from 'react';
import type { OutlookView } from '../../../../../src/contracts/forecast';
import { XAxis, YAxis } from '../../chart/axes';
import { useWalk } from '../../chart/use-walk';
import { usePage } from '../../shared/page-context';
import { useWidth } from '../../shared/use-width';
import { dayAfter, forecastGeometry, nearestPlace, shownChances, type ForecastGeometry } from './forecast-geometry';
import { inHundred } from './forecast-words';

const height = 280;
const box = { height, left: 40, right: 16, top: 48, bottom: 26 };
const firstWidth = 720;
const edge = 48;

/** The chance by day that all blockers have been closed; pointer or arrow keys read a day. */
export function ForecastChart({ outlook }: { outlook: OutlookView }): ReactElement {
  const { ref, width } = useWidth<HTMLDivElement>(firstWidth);
  const { format } = usePage();
  const drawn = useMemo(() => forecastGeometry(outlook, { ...box, width }), [outlook, width]);
  const { at, pointed, point, props } = useWalk({ count: drawn.dayX.length, initial: 0 });
  const day = dayAfter(outlook.firstDay, at);
  const words = `${format.date(day)}: ${inHundred(shownChances(outlook)[at] ?? 0)} that ${outlook.about === 'all-closed' ? 'all have been closed by then' : 'none is open that day'}`;
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void =>
    point(nearestPlace(drawn.dayX, event.clientX - event.currentTarget.getBoundingClientRect().left));
  return (
    <div ref={ref}>
      <div
        {...props}
        className="chart-walk"
        aria-label={`Chance by day that ${outlook.about === 'all-closed' ? 'all blockers have been closed' : 'no blocker is open'}; arrow keys read other days`}
        aria-valuetext={words}
        onPointerMove={onPointerMove}
      >
        <svg className="chart-svg" width={width} height={height} aria-hidden="true">
          <YAxis ticks={drawn.yTicks} left={box.left} right={width - box.right} />
          <XAxis ticks={drawn.xTicks} y={height - 6} />
          <path className="forecast-curve" d={drawn.path} />
          <Dates outlook={outlook} drawn={drawn} width={width} />
          <Milestone day={outlook.freeze?.day ?? null} words="Freeze" row={0} drawn={drawn} width={width} />
          <Milestone day={outlook.release?.day ?? null} words="Release" row={1} drawn={drawn} width={width} />
          {pointed && <line className="ruler" x1={drawn.dayX[at]} x2={drawn.dayX[at]} y1={box.top} y2={height - box.bottom} />}
        </svg>
      </div>
      <p className="forecast-reading" aria-hidden="true">
        {pointed ? words : <span className="subtle">Point at a day, or walk over them with the arrow keys.</span>}
      </p>
    </div>
  );
}

interface Drawn {
  readonly drawn: ForecastGeometry;
  readonly width: number;
}

/** A day that matters, dashed, its name in a row of its own above the chart. */
function Milestone({
  day,
  words,
  row,
  drawn,
  width,
}: Drawn & { day: string | null; words: string; row: 0 | 1 }): ReactElement | null {
  const x = day === null ? null : drawn.xOf(day);
  if (x === null) return null;
  const anchor = x > width - edge ? 'end' : x < edge ? 'start' : 'middle';
  const y = 14 + row * 15;
  return (
    <g className="marker">
      <line x1={x} x2={x} y1={y + 4} y2={height - box.bottom} />
      <text x={x} y={y} textAnchor={anchor}>
        {words}
      </text>
    </g>
  );
}

/** The days at which it reaches 50, 85 and 95 in 100, as dots on the curve with their chance. */
function Dates({ outlook, drawn, width }: Drawn & { outlook: OutlookView }): ReactElement {
  return (
    <g className="forecast-dates">
      {outlook.dates.map(({ chance, day }) => {
        const x = day === null ? null : drawn.xOf(day);
        const y = drawn.y(chance);
        return x === null ? null : (
          <g key={chance}>
            <circle cx={x} cy={y} r={4} />
            <text x={x > width - edge ? x - 8 : x + 8} y={y} dy="1.1em" textAnchor={x > width - edge ? 'end' : 'start'}>
              {Math.round(chance * 100)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
