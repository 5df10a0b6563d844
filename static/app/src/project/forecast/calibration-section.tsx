import type { ReactElement } from 'react';
import type { CalibrationView } from '../../../../../src/contracts/forecast';
import { XAxis, YAxis } from '../../chart/axes';
import { ChartFrame } from '../../chart/chart-frame';
import { useWalk } from '../../chart/use-walk';
import { useWidth } from '../../shared/use-width';
import { calibrationDots, nearestPlace } from './forecast-geometry';
import { binWords } from './forecast-words';

const height = 240;
const most = 360;
const box = { height, left: 40, right: 14, top: 14, bottom: 40 };
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** How forecasts of past weeks did: what they said against what came. */
export function CalibrationSection({ calibration }: { calibration: CalibrationView }): ReactElement {
  const { count, cameTrue, brier, baseRate, bins } = calibration;
  return (
    <ChartFrame
      id="calibration"
      title="How past forecasts did"
      file="forecast-calibration"
      definition={
        <>
          <p>
            For every past week and each release that then had blockers, what this forecast would have said of what was known
            then: will all be closed in one, two and four weeks? A forecast is good where of those that said 80 in 100, about 80
            in 100 came true: then its dot lies on the line. A larger dot stands for more forecasts.
          </p>
          <p>
            Brier score: the mean of (what was said − what came)², 0 is perfect. Here {brier.toFixed(3)} over {count} forecasts,
            of which {cameTrue} came true; who always said that share would have {baseRate.toFixed(3)}. Past blockers are the open
            defects of a release of a severity of which a gate allows none, by today&apos;s limits.
          </p>
        </>
      }
      table={{
        columns: ['Forecasts that said', 'How many', 'Said on average, in 100', 'Came true, in 100'],
        rows: bins.map(({ from, to, count: some, said, came }) => [
          ...[`${Math.round(from * 100)} to ${Math.round(to * 100)} in 100`, some],
          ...[Math.round(said * 100), Math.round(came * 100)],
        ]),
      }}
    >
      <CalibrationChart bins={bins} />
    </ChartFrame>
  );
}

function CalibrationChart({ bins }: Pick<CalibrationView, 'bins'>): ReactElement {
  const { ref, width: room } = useWidth<HTMLDivElement>(most);
  const width = Math.min(most, room);
  const dots = calibrationDots(bins, { ...box, width });
  const { at, pointed, point, props } = useWalk({ count: bins.length, initial: Math.max(0, bins.length - 1) });
  const bin = bins[at];
  const words = bin === undefined ? '' : binWords(bin);
  const [left, right, top, bottom] = [box.left, width - box.right, box.top, height - box.bottom];
  const across = (value: number): number => left + value * (right - left);
  const up = (value: number): number => bottom - value * (bottom - top);
  return (
    <div ref={ref}>
      <div
        {...props}
        className="chart-walk"
        style={{ width }}
        aria-label="What past forecasts said and what came; arrow keys read other groups"
        aria-valuetext={words}
        onPointerMove={(event) =>
          point(
            nearestPlace(
              dots.map(({ x }) => x),
              event.clientX - event.currentTarget.getBoundingClientRect().left,
            ),
          )
        }
      >
        <svg className="chart-svg" width={width} height={height} aria-hidden="true">
          <YAxis ticks={ticks.map((value) => ({ value, y: up(value), words: String(value * 100) }))} left={left} right={right} />
          <XAxis ticks={ticks.map((value) => ({ x: across(value), words: String(value * 100) }))} y={bottom + 16} />
          <g className="axes">
            <text x={right} y={bottom + 34} textAnchor="end">
              said, in 100 → · came true ↑
            </text>
          </g>
          <line className="calibration-even" x1={left} x2={right} y1={bottom} y2={top} />
          {dots.map(({ x, y, radius }, n) => (
            <circle key={x} className="calibration-dot" data-pointed={pointed && n === at} cx={x} cy={y} r={radius} />
          ))}
        </svg>
      </div>
      <p className="forecast-reading" aria-hidden="true">
        {words}
      </p>
    </div>
  );
}
