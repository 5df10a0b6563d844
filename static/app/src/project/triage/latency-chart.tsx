import { useMemo, type ReactElement } from 'react';
import { usePage } from '../../shared/page-context';
import { useWidth } from '../../shared/use-width';
import { latencyGeometry, type LatencyWeek } from './latency-geometry';
import { minutesWords } from './triage-words';

const height = 200;
const margins = { left: 52, right: 14, top: 12, bottom: 24 };
const firstWidth = 480;

/** How long half, and nine in ten, of the decisions took, week by week. The table beside it says the same. */
export function LatencyChart({ weeks }: { weeks: readonly LatencyWeek[] }): ReactElement {
  const { ref, width } = useWidth<HTMLDivElement>(firstWidth);
  const { format } = usePage();
  const drawn = useMemo(() => latencyGeometry(weeks, { width, height, ...margins }), [weeks, width]);
  return (
    <div className="latency-chart">
      <div ref={ref}>
        {drawn !== null && (
          <svg width={width} height={height} aria-hidden="true">
            <g className="axes">
              {drawn.yTicks.map(({ minutes, y }) => (
                <g key={minutes}>
                  <line x1={margins.left} x2={width - margins.right} y1={y} y2={y} />
                  <text x={margins.left - 6} y={y} dy="0.32em" textAnchor="end">
                    {minutes === 0 ? '0' : minutesWords(minutes)}
                  </text>
                </g>
              ))}
              {drawn.xTicks.map(({ from, x }, at) => (
                <text
                  key={from}
                  x={x}
                  y={height - 6}
                  textAnchor={at === 0 ? 'start' : at === drawn.xTicks.length - 1 ? 'end' : 'middle'}
                >
                  {format.shortDate(from)}
                </text>
              ))}
            </g>
            {drawn.lines.map(({ share, path, points }) => (
              <g key={share} className={`latency-line latency-${share}`}>
                <path d={path} />
                {points.map(({ x, y }) =>
                  share === 'p50' ? (
                    <circle key={x} cx={x} cy={y} r={3.5} />
                  ) : (
                    <rect key={x} x={x - 3.5} y={y - 3.5} width={7} height={7} />
                  ),
                )}
              </g>
            ))}
          </svg>
        )}
      </div>
      {drawn === null ? (
        <p className="subtle nothing">Too few decisions to draw: the table says what there is.</p>
      ) : (
        <p className="small latency-legend">
          <span className="latency-p50">● half of them</span> <span className="latency-p90">■ nine in ten</span>
        </p>
      )}
    </div>
  );
}
