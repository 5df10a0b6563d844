import { useMemo, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { percent } from '../../../../../src/contracts/share-words';
import { useWalk } from '../../chart/use-walk';
import { useWidth } from '../../shared/use-width';
import { intervalGeometry, rowAt, rowHeight, type IntervalRow, type PlacedRow } from './interval-geometry';

const firstWidth = 720;
const narrow = 480;
/** Of the small print, in pixels. */
const letter = 7;

interface Props {
  /** What is drawn, for a screen reader. */
  readonly label: string;
  readonly rows: readonly IntervalRow[];
  /** A row in words. */
  readonly words: readonly string[];
  /** Whether shares are to be small; else they are to be large. */
  readonly small: boolean;
  readonly lines?: readonly { readonly value: number; readonly words: string }[];
  readonly onChoose: (at: number) => void;
}

/** Shares with their intervals, a row each. Pointer or arrow keys read a row, Enter opens what is behind it. */
export function IntervalPlot({ label, rows, words, small, lines, onChoose }: Props): ReactElement {
  const { ref, width } = useWidth<HTMLDivElement>(firstWidth);
  const isNarrow = width < narrow;
  const top = lines === undefined ? 8 : 36;
  const left = isNarrow ? 76 : 132;
  const right = 44;
  const drawn = useMemo(
    () => intervalGeometry(rows, small, lines ?? [], { width, left, right, top, bottom: 24 }),
    [rows, small, lines, width, left, top],
  );
  const { at, pointed, point, props } = useWalk({ count: rows.length, initial: 0, onChoose });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0) return props.onKeyDown(event);
    event.preventDefault();
    return point(Math.max(0, Math.min(rows.length - 1, at + step)));
  };
  const under = (event: MouseEvent<HTMLDivElement>): number | null =>
    rowAt(event.clientY - event.currentTarget.getBoundingClientRect().top, top, rows.length);
  const fits = Math.floor((left - 12) / letter);
  return (
    <div ref={ref}>
      <div
        className="chart-walk"
        {...props}
        role="slider"
        tabIndex={0}
        aria-valuenow={at}
        onKeyDown={onKeyDown}
        aria-label={`${label}; up and down walk, Enter lists the defects`}
        aria-orientation="vertical"
        aria-valuetext={words[at] ?? ''}
        onPointerMove={(event) => point(under(event))}
        onClick={(event) => {
          const row = under(event);
          if (row !== null) onChoose(row);
        }}
      >
        <svg className="chart-svg interval-plot" width={width} height={drawn.height} aria-hidden="true">
          <g className="axes">
            {drawn.ticks.map(({ value, x }) => (
              <g key={value}>
                <line x1={x} x2={x} y1={top} y2={drawn.height - 24} />
                <text x={x} y={drawn.height - 6} textAnchor="middle">
                  {percent(value)}
                </text>
              </g>
            ))}
          </g>
          {pointed && <rect className="interval-pointed" x={0} y={top + at * rowHeight} width={width} height={rowHeight} />}
          {drawn.lines.map(({ value, x, words: name }, n) => (
            <g key={value} className="marker">
              <line x1={x} x2={x} y1={top - 4} y2={drawn.height - 24} />
              <text x={x} y={12 + 15 * (n % 2)} textAnchor={x > width - 110 ? 'end' : 'middle'}>
                {name}
              </text>
            </g>
          ))}
          {drawn.rows.map((row) => (
            <Row key={row.id} row={row} fits={fits} end={width - 2} />
          ))}
        </svg>
      </div>
      <p className="escape-reading" aria-hidden="true">
        {pointed ? (
          words[at]
        ) : (
          <span className="subtle">Point at a release, or walk with the arrow keys; Enter lists its defects.</span>
        )}
      </p>
    </div>
  );
}

function Row({ row, fits, end }: { row: PlacedRow; fits: number; end: number }): ReactElement {
  const { name, y, young, value, mark, projected } = row;
  return (
    <g className={young ? 'interval interval-young' : 'interval'}>
      <text className="interval-name" x={0} y={y} dy="0.32em">
        {name.length > fits ? `${name.slice(0, fits - 1)}…` : name}
        <title>{name}</title>
      </text>
      {projected !== null && (
        <g className="interval-projected">
          <line x1={projected.x1} x2={projected.x2} y1={y + 9} y2={y + 9} />
          <path d={`M${projected.x - 4},${y + 9}l4,-4l4,4l-4,4z`} />
        </g>
      )}
      {mark !== null && (
        <>
          <line x1={mark.x1} x2={mark.x2} y1={y} y2={y} />
          <line x1={mark.x1} x2={mark.x1} y1={y - 4} y2={y + 4} />
          <line x1={mark.x2} x2={mark.x2} y1={y - 4} y2={y + 4} />
          <circle cx={mark.x} cy={y} r={5} />
        </>
      )}
      <text className="interval-value" x={end} y={y} dy="0.32em" textAnchor="end">
        {value === null ? '–' : percent(value)}
      </text>
    </g>
  );
}
