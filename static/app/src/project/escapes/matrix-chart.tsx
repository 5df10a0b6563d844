import type { MouseEvent, ReactElement } from 'react';
import type { EscapeMatrix } from '../../../../../src/contracts/escapes';
import { ChartFrame } from '../../chart/chart-frame';
import { useWalk } from '../../chart/use-walk';
import { ScrollRegion } from '../../shared/scroll-region';
import { useWidth } from '../../shared/use-width';
import { cellWords } from './escape-words';

const cell = { least: 64, most: 116, height: 30 };
const left = 118;
const top = 26;
/** Of the small print, in pixels. */
const letter = 7;
const firstWidth = 720;

interface Props {
  readonly matrix: EscapeMatrix;
  readonly onChoose: (row: string | null, column: string | null) => void;
}

/** Where defects were brought in against where they were found; nothing is left out. */
export function MatrixChart({ matrix, onChoose }: Props): ReactElement {
  const { rows, columns, totals, total, said } = matrix;
  return (
    <ChartFrame
      id="injection"
      title="Where defects come from, and where they are found"
      file="brought-in-and-found"
      definition={
        <>
          <p>
            Each defect of the project stands in one cell: the release that brought it in, and the stage that found it. Who says
            in the panel of an issue what brought it in is believed; otherwise it is the first release that the issue names as
            affected. Where neither is known, it stands under Unknown.
          </p>
          <p>
            The further right a defect stands, the longer it went unnoticed. All releases and all times are in it, whatever is
            chosen above.
          </p>
        </>
      }
      note={
        <p>
          {said === 0
            ? 'Nobody has said of a defect yet which release brought it in'
            : `Of ${said.toLocaleString('en')} somebody said which release brought them in`}
          ; for the others it is the first release that they name.
        </p>
      }
      table={{
        columns: ['Brought in by', ...columns.map(({ name }) => name), 'All'],
        rows: [...rows.map((row) => [row.name, ...row.counts, row.total]), ['All', ...totals, total]],
      }}
    >
      <Cells matrix={matrix} onChoose={onChoose} />
    </ChartFrame>
  );
}

function Cells({ matrix, onChoose }: Props): ReactElement {
  const { rows, columns, totals, total } = matrix;
  const { ref, width: room } = useWidth<HTMLDivElement>(firstWidth);
  const [across, down] = [columns.length + 1, rows.length + 1];
  const wide = Math.max(cell.least, Math.min(cell.most, Math.floor((room - left) / across)));
  const [width, height] = [left + across * wide, top + down * cell.height];
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const countAt = (row: number, column: number): number => {
    const counts = row < rows.length ? [...(rows[row]?.counts ?? []), rows[row]?.total ?? 0] : [...totals, total];
    return counts[column] ?? 0;
  };
  // The walk's first row is the lowest.
  const rowOf = (at: number): number => down - 1 - Math.floor(at / across);
  const columnOf = (at: number): number => at % across;
  const choose = (at: number): void => {
    const [row, column] = [rowOf(at), columnOf(at)];
    if (countAt(row, column) > 0) onChoose(rows[row]?.id ?? null, columns[column]?.id ?? null);
  };
  const { at, pointed, point, props } = useWalk({
    count: across * down,
    columns: across,
    initial: (down - 1) * across,
    onChoose: choose,
  });
  const under = (event: MouseEvent<HTMLDivElement>): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const column = Math.floor((event.clientX - box.left - left) / wide);
    const row = Math.floor((event.clientY - box.top - top) / cell.height);
    return column < 0 || column >= across || row < 0 || row >= down ? null : (down - 1 - row) * across + column;
  };
  const words = cellWords(matrix, rowOf(at), columnOf(at), countAt(rowOf(at), columnOf(at)));
  const fits = (pixels: number, name: string): string => {
    const letters = Math.floor(pixels / letter);
    return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
  };
  const grid = (
    <div
      className="chart-walk"
      style={{ width }}
      {...props}
      role="slider"
      tabIndex={0}
      aria-valuenow={at}
      onKeyDown={props.onKeyDown}
      aria-label="Defects by the release that brought them in and the stage that found them; arrow keys walk, Enter lists"
      aria-valuetext={words}
      onPointerMove={(event) => point(under(event))}
      onClick={(event) => {
        const place = under(event);
        if (place !== null) choose(place);
      }}
    >
      <svg className="chart-svg matrix" width={width} height={height} aria-hidden="true">
        {[...columns.map(({ name }) => name), 'All'].map((name, n) => (
          <text key={n} className="matrix-name" x={left + (n + 0.5) * wide} y={16} textAnchor="middle">
            {fits(wide - 2, name)}
            <title>{name}</title>
          </text>
        ))}
        {[...rows.map(({ name }) => name), 'All'].map((name, row) => (
          <g key={row} className={row === rows.length ? 'matrix-all' : undefined}>
            <text className="matrix-name" x={0} y={top + (row + 0.5) * cell.height} dy="0.32em">
              {fits(left - 8, name)}
              <title>{name}</title>
            </text>
            {Array.from({ length: across }, (_, column) => {
              const count = countAt(row, column);
              const sums = row === rows.length || column === columns.length;
              return (
                <g key={column}>
                  <rect
                    className={sums ? 'matrix-sum' : 'matrix-cell'}
                    x={left + column * wide + 1}
                    y={top + row * cell.height + 1}
                    width={wide - 2}
                    height={cell.height - 2}
                    fillOpacity={sums ? 1 : count === 0 ? 0 : 0.12 + 0.38 * (count / most)}
                  />
                  <text
                    className={count === 0 ? 'matrix-none' : 'matrix-count'}
                    x={left + (column + 0.5) * wide}
                    y={top + (row + 0.5) * cell.height}
                    dy="0.32em"
                    textAnchor="middle"
                  >
                    {count.toLocaleString('en')}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
        {pointed && (
          <rect
            className="matrix-pointed"
            x={left + columnOf(at) * wide + 1}
            y={top + rowOf(at) * cell.height + 1}
            width={wide - 2}
            height={cell.height - 2}
          />
        )}
      </svg>
    </div>
  );
  return (
    <div ref={ref}>
      {width > room ? <ScrollRegion label="Matrix of defects">{grid}</ScrollRegion> : grid}
      <p className="escape-reading" aria-hidden="true">
        {pointed ? words : <span className="subtle">Point at a cell, or walk with the arrow keys; Enter lists its defects.</span>}
      </p>
    </div>
  );
}
