import { useMemo, type MouseEvent, type ReactElement } from 'react';
import type { RecurrenceView } from '../../../../../src/contracts/escapes';
import { XAxis, YAxis } from '../../chart/axes';
import { ChartFrame } from '../../chart/chart-frame';
import { useWalk } from '../../chart/use-walk';
import { usePage } from '../../shared/page-context';
import { useWidth } from '../../shared/use-width';
import { decimal, periodWords } from './escape-words';
import { uGeometry } from './u-geometry';

const box = { height: 240, left: 40, right: 12, top: 20, bottom: 26 };
const firstWidth = 720;

interface Props {
  readonly recurrence: RecurrenceView;
  readonly onChoose: (start: string) => void;
}

/** Recurrences by deployment with their limits, and whether it matters how often is deployed. */
export function RecurrenceChart({ recurrence, onChoose }: Props): ReactElement {
  const { periods, stage, unit, since, beside, mean } = recurrence;
  const { format } = usePage();
  return (
    <ChartFrame
      id="recurrence"
      title="Recurrences by deployment"
      file="recurrences-by-deployment"
      definition={
        <>
          <p>
            A defect recurs when it is seen again, or opened again, after it was closed; each closing counts at most once.
            Deployments are those to {stage} that put something new there. A point is the recurrences of a {unit} divided by its
            deployments; between the stepped limits (mean ± 3·√(mean ÷ deployments)) it differs as chance does.
          </p>
          <p>
            The ratio is a Poisson regression on how frequent deployments were: how many times as many recurrences a deployment
            has where they are twice as frequent, with its 95 % interval. Where that includes 1 there is no evidence. Near 0.5,
            recurrences come with the calendar, not with deployments.
          </p>
        </>
      }
      note={
        <>
          <p role="status">{recurrence.sentence}</p>
          {since !== null && (
            <p>
              Since the first deployment that was told, {format.date(since)}
              {mean !== null && `: ${decimal(mean)} recurrences by deployment`}.
              {beside > 0 &&
                ` ${beside === 1 ? '1 more came' : `${beside.toLocaleString('en')} more came`} in a ${unit} without a deployment.`}
            </p>
          )}
        </>
      }
      table={{
        columns: [
          'Period',
          'Deployments',
          'Recurrences',
          'Of them seen while closed',
          'By deployment',
          'Lower limit',
          'Upper limit',
          'Sign',
        ],
        rows: periods.map(({ name, partial, deployments, recurrences, seen, rate, signal }) => [
          ...[partial ? `${name} (a part)` : name, deployments, recurrences, seen],
          ...[rate?.value, rate?.lower, rate?.upper].map((value) => (value === undefined ? null : Math.round(value * 100) / 100)),
          signal === null ? '' : signal === 'beyond' ? 'beyond the limits' : 'eight in a row',
        ]),
      }}
    >
      {mean === null ? (
        <p className="subtle nothing">There is nothing to draw yet.</p>
      ) : (
        <Chart recurrence={recurrence} onChoose={onChoose} />
      )}
    </ChartFrame>
  );
}

function Chart({ recurrence, onChoose }: Props): ReactElement {
  const { periods } = recurrence;
  const { ref, width } = useWidth<HTMLDivElement>(firstWidth);
  const drawn = useMemo(() => uGeometry(recurrence, { ...box, width }), [recurrence, width]);
  const choose = (n: number): void => {
    const period = periods[n];
    if (period !== undefined && period.recurrences > 0) onChoose(period.start);
  };
  const { at, pointed, point, props } = useWalk({ count: periods.length, initial: periods.length - 1, onChoose: choose });
  const under = (event: MouseEvent<HTMLDivElement>): number => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const n = Math.floor(((x - box.left) / (width - box.left - box.right)) * periods.length);
    return Math.max(0, Math.min(periods.length - 1, n));
  };
  const here = periods[at];
  const words = here === undefined ? '' : periodWords(here);
  const floor = box.height - box.bottom;
  return (
    <div ref={ref}>
      <div
        className="chart-walk"
        {...props}
        role="slider"
        tabIndex={0}
        aria-valuenow={at}
        onKeyDown={props.onKeyDown}
        aria-label="Recurrences by deployment; arrow keys read other periods, Enter lists what came back"
        aria-valuetext={words}
        onPointerMove={(event) => point(under(event))}
        onClick={(event) => choose(under(event))}
      >
        <svg className="chart-svg u-chart" width={width} height={box.height} aria-hidden="true">
          {drawn !== null && (
            <>
              <YAxis ticks={drawn.yTicks} left={box.left} right={width - box.right} />
              <XAxis ticks={drawn.xTicks} y={box.height - 6} />
              {drawn.limits.map(({ x1, x2, upper, lower }) => (
                <g key={x1}>
                  <rect className="u-within" x={x1} y={upper} width={x2 - x1} height={Math.max(0, lower - upper)} />
                  <path className="u-limit" d={`M${x1},${upper}H${x2}M${x1},${lower}H${x2}`} />
                </g>
              ))}
              <line className="u-mean" x1={box.left} x2={width - box.right} y1={drawn.meanY} y2={drawn.meanY} />
              <text className="u-words" x={width - box.right} y={drawn.meanY - 5} textAnchor="end">
                mean
              </text>
              <path className="u-line" d={drawn.path} />
              {periods.map(({ start, signal }, n) => {
                const [x, y] = [drawn.x[n] ?? 0, drawn.y[n] ?? null];
                if (y === null)
                  return <line key={start} className="u-none" x1={x - 4} x2={x + 4} y1={floor - 3} y2={floor - 3} />;
                return signal === null ? (
                  <circle key={start} className="u-point" cx={x} cy={y} r={4} />
                ) : (
                  <path key={start} className="u-signal" d={`M${x - 6},${y}l6,-6l6,6l-6,6z`} />
                );
              })}
              {pointed && <line className="ruler" x1={drawn.x[at]} x2={drawn.x[at]} y1={box.top} y2={floor} />}
            </>
          )}
        </svg>
      </div>
      <p className="escape-reading" aria-hidden="true">
        {pointed ? (
          words
        ) : (
          <span className="subtle">Point at a period, or walk with the arrow keys; Enter lists what came back.</span>
        )}
      </p>
    </div>
  );
}
