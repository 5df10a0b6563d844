import { useMemo, useState, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactElement } from 'react';
import type { AgingGrouping, AgingView } from '../../../../../src/contracts/aging';
import { YAxis } from '../../chart/axes';
import { usePage } from '../../shared/page-context';
import { ScrollRegion } from '../../shared/scroll-region';
import { useWidth } from '../../shared/use-width';
import { agingGeometry, type AgingGeometry } from './aging-geometry';
import { DotShape } from './dot-shape';
import { markAfter, markAt } from './mark-walk';
import { markWords } from './mark-words';

const box = { height: 440, left: 42, top: 34, bottom: 26 };
/** Right of the columns: room for the words of the lines where the page is wide. */
const beside = { room: 104, from: 640, else: 8 };
const firstWidth = 720;
/** Of the small print, in pixels. */
const letter = 6.4;

/** A dot that was opened stays marked, and its words stay below the chart. */
export interface Pinned {
  readonly id: string;
  readonly column: number;
}

interface Props {
  readonly view: AgingView;
  readonly by: AgingGrouping;
  /** The dot that was opened, by its oldest defect; null where none was. */
  readonly pinned: Pinned | null;
  /** Places in the view's dots. */
  readonly onChoose: (items: readonly number[], column: number) => void;
  readonly onColumn: (column: number) => void;
}

/** Open defects in columns, as high as they are old, with the lines and zones of closed ones. Pointer or arrow keys read a dot, Enter opens it. */
export function AgingChart({ view, by, pinned, onChoose, onColumn }: Props): ReactElement {
  const { format } = usePage();
  const { ref, width } = useWidth<HTMLDivElement>(firstWidth);
  const [pointed, setPointed] = useState<number | null>(null);
  const place = by !== 'status' ? 'column' : width < beside.from ? 'first' : 'beside';
  const right = place === 'beside' ? beside.room : beside.else;
  const drawn = useMemo(() => agingGeometry(view, by, { ...box, right, width }), [view, by, right, width]);
  const { marks } = drawn;
  const held = marks.findIndex(({ items, column }) => column === pinned?.column && view.dots.ids[items[0] ?? 0] === pinned.id);
  const at = Math.min(pointed ?? Math.max(0, held), Math.max(0, marks.length - 1));
  const here = marks[at];
  const column = here === undefined ? undefined : view.columns[here.column];
  const pace = by === 'status' ? (column?.pace ?? null) : null;
  const words =
    here === undefined ? '' : `${column?.name ?? ''}: ${markWords(view.dots, here.items, pace, (day) => format.date(day))}`;
  const choose = (n: number): void => {
    const mark = marks[n];
    if (mark !== undefined) onChoose(mark.items, mark.column);
  };
  const under = (event: MouseEvent<HTMLDivElement>): number | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return markAt(marks, event.clientX - left, event.clientY - top);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isChoice = event.key === 'Enter' || event.key === ' ';
    const to = isChoice ? at : markAfter(event.key, at, marks);
    if (to === null) return;
    event.preventDefault();
    setPointed(to);
    if (isChoice) choose(to);
  };
  const chart = (
    <div className="aging-chart" style={{ width: drawn.width }}>
      <div
        className="chart-walk"
        role="slider"
        tabIndex={0}
        aria-label="Open defects by age; up and down walk within a column, left and right to the next one, Enter opens"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, marks.length - 1)}
        aria-valuenow={at}
        aria-valuetext={words}
        onKeyDown={onKeyDown}
        onPointerMove={(event: PointerEvent<HTMLDivElement>) => setPointed(under(event))}
        onPointerLeave={() => setPointed(null)}
        onBlur={() => setPointed(null)}
        onClick={(event) => {
          const n = under(event);
          if (n !== null) choose(n);
        }}
      >
        <svg className="chart-svg" width={drawn.width} height={box.height} aria-hidden="true">
          <Ground drawn={drawn} columns={view.columns} right={right} />
          {marks.map(({ x, y, severity, items }, n) => (
            <DotShape
              key={n}
              severity={severity}
              x={x}
              y={y}
              count={items.length}
              isPointed={n === pointed}
              isPinned={n === held}
            />
          ))}
          <LineWords drawn={drawn} place={place} />
          {drawn.level !== null && view.level !== null && (
            <LevelLine level={drawn.level} days={view.level.days} left={box.left} right={drawn.width - right} />
          )}
        </svg>
      </div>
      {view.columns.map(({ key, name, open }, n) => (
        <button
          key={key}
          type="button"
          className="aging-count"
          style={{ left: drawn.columnX[n] ?? 0 }}
          aria-label={`${open} open in ${name}: list them`}
          disabled={open === 0}
          onClick={() => onColumn(n)}
        />
      ))}
    </div>
  );
  return (
    <div ref={ref}>
      {drawn.width > width ? <ScrollRegion label="Chart of open defects by age">{chart}</ScrollRegion> : chart}
      <p className="aging-reading" aria-hidden="true">
        {pointed === null && held < 0 ? (
          <span className="subtle">Point at a dot, or walk over them with the arrow keys; Enter opens one.</span>
        ) : (
          words
        )}
      </p>
    </div>
  );
}

/** What lies behind the dots: zones, axes, the columns with their counts, the lines of closed ones. */
function Ground(props: { drawn: AgingGeometry; columns: AgingView['columns']; right: number }): ReactElement {
  const { drawn, columns, right } = props;
  const { width, columnWidth, columnX, ticks, zones, lines } = drawn;
  const fits = Math.max(3, Math.floor((columnWidth - 6) / letter));
  return (
    <>
      {zones.map(({ share, x, width: wide, y, height }) => (
        <rect key={`${share} ${x}`} className={`pace pace-${share}`} x={x} y={y} width={wide} height={height} />
      ))}
      <YAxis ticks={ticks} left={box.left} right={width - right} />
      <g className="aging-columns">
        {columns.map(({ key, name, open }, n) => (
          <g key={key}>
            {n > 0 && (
              <line
                x1={(columnX[n] ?? 0) - columnWidth / 2}
                x2={(columnX[n] ?? 0) - columnWidth / 2}
                y1={box.top}
                y2={box.height - box.bottom}
              />
            )}
            <text className="aging-column-count" x={columnX[n]} y={19} textAnchor="middle">
              {open.toLocaleString('en')}
            </text>
            <text x={columnX[n]} y={box.height - 8} textAnchor="middle">
              {name.length > fits ? `${name.slice(0, fits - 1)}…` : name}
              <title>{name}</title>
            </text>
          </g>
        ))}
      </g>
      {lines.map(({ share, x1, x2, y }) => (
        <line key={`${share} ${x1}`} className={`percentile percentile-${share}`} x1={x1} x2={x2} y1={y} y2={y} />
      ))}
    </>
  );
}

/** The words of the lines: beside the chart where there is room, else where a narrow screen shows them first. */
function LineWords({ drawn, place }: { drawn: AgingGeometry; place: 'beside' | 'first' | 'column' }): ReactElement {
  return (
    <g className="percentile-words">
      {drawn.lines.map(({ share, days, x1, x2, wordsY }) => {
        const told = `${Math.ceil(days).toLocaleString('en')} d`;
        if (place === 'beside') return <text key={`${share} ${x1}`} x={x2 + 6} y={wordsY + 8}>{`${share} of 100: ${told}`}</text>;
        const isFirst = place === 'first';
        return (
          <text key={`${share} ${x1}`} x={isFirst ? x1 + 4 : x2 - 4} y={wordsY} textAnchor={isFirst ? 'start' : 'end'}>
            {`p${share} ${told}`}
          </text>
        );
      })}
    </g>
  );
}

/** The viewer's own service level across all columns. */
function LevelLine(props: {
  level: NonNullable<AgingGeometry['level']>;
  days: number;
  left: number;
  right: number;
}): ReactElement {
  const { level, days, left, right } = props;
  return (
    <g className="level-line">
      <line x1={left} x2={right} y1={level.y} y2={level.y} />
      <text x={left + 4} y={level.wordsY}>{`your level: ${days.toLocaleString('en')} d`}</text>
    </g>
  );
}
