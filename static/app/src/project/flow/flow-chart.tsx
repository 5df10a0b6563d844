import { useId, useMemo, type MouseEvent, type PointerEvent, type ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { dayName, XAxis, YAxis } from '../../chart/axes';
import { useWalk } from '../../chart/use-walk';
import { usePage } from '../../shared/page-context';
import { useWidth } from '../../shared/use-width';
import { bandLooks } from './band-colors';
import type { FlowFilters } from './flow-filters';
import { dayAt, flowGeometry, layerAt, type FlowBox } from './flow-geometry';
import { FlowMarkers } from './flow-markers';
import { FlowReading } from './flow-reading';
import { dayWords } from './flow-words';

/** A point of a flow: a band at a day (since 1970); no band stands for all that is open. */
export interface FlowPoint {
  readonly day: number;
  readonly band: string | null;
}

interface Props {
  readonly view: FlowView;
  readonly filters: FlowFilters;
  readonly change: (filters: Partial<FlowFilters>) => void;
  readonly onChoose: (point: FlowPoint) => void;
}

const margins = { left: 44, right: 10, top: 36, bottom: 30 };
const height = { wide: 380, narrow: 280 };
const firstWidth = 640;

/** The bands of a flow, stacked by day. Pointer or arrow keys read a point; a click or Enter shows what is behind it. */
export function FlowChart({ view, filters, change, onChoose }: Props): ReactElement {
  const { ref, width } = useWidth<HTMLDivElement>(firstWidth);
  const { format } = usePage();
  const hatch = useId();
  const { hidden, asShare } = filters;
  const box = useMemo<FlowBox>(() => ({ width, height: width < 500 ? height.narrow : height.wide, ...margins }), [width]);
  const drawn = useMemo(() => flowGeometry(view, hidden, asShare, box), [view, hidden, asShare, box]);
  const looks = useMemo(() => bandLooks(view.bands), [view.bands]);
  const layers = drawn?.layers ?? [];
  const { days } = view;
  const pointAt = (at: number): FlowPoint => ({
    day: view.firstDay + (at % days),
    band: layers[Math.floor(at / days)]?.id ?? null,
  });
  const { at, pointed, point, props } = useWalk({
    ...{ count: layers.length * days, columns: days, initial: days - 1 },
    onChoose: (chosen) => onChoose(pointAt(chosen)),
  });
  const place = at % days;
  const layer = Math.floor(at / days);
  const under = (event: MouseEvent<HTMLElement>): { place: number; layer: number | null } | null => {
    if (drawn === null) return null;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const day = dayAt(drawn, event.clientX - left);
    return { place: day, layer: layerAt(drawn, day, event.clientY - top) };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const found = under(event);
    if (found !== null) point((found.layer ?? layer) * days + found.place);
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const found = under(event);
    if (found !== null && found.layer !== null) onChoose(pointAt(found.layer * days + found.place));
  };
  const name = dayName(view.firstDay + place);
  return (
    <div className="flow-chart">
      <div
        ref={ref}
        className="chart-walk"
        {...props}
        role="slider"
        tabIndex={0}
        aria-valuenow={at}
        aria-label="Defects by day and band; left and right change the day, up and down the band, Enter lists the defects"
        aria-valuetext={`${format.date(name)}: ${dayWords(view, place, layers[layer]?.id ?? null)}`}
        onKeyDown={props.onKeyDown}
        onPointerMove={onPointerMove}
        onClick={onClick}
      >
        {drawn === null ? (
          <p className="subtle nothing">All bands are hidden. Choose one below.</p>
        ) : (
          <svg className="chart-svg" width={width} height={box.height} aria-hidden="true">
            <defs>
              <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line className="flow-hatch" x1="0" x2="0" y1="0" y2="6" />
              </pattern>
            </defs>
            <YAxis ticks={drawn.yTicks} left={margins.left} right={width - margins.right} />
            <XAxis ticks={drawn.xTicks} y={box.height - 6} />
            {drawn.layers.map(({ id, area, edge }, n) => (
              <g key={id} className={pointed && n === layer ? 'flow-layer flow-layer-pointed' : 'flow-layer'}>
                <path className="flow-area" d={area} style={{ fill: looks.get(id)?.color }} />
                {looks.get(id)?.hatched === true && <path d={area} style={{ fill: `url(#${hatch})` }} />}
                <path className="flow-edge" d={edge} style={{ stroke: looks.get(id)?.color }} />
              </g>
            ))}
            {drawn.layers.map(({ id, name: words, label }) =>
              label === null ? null : (
                <text key={id} className="flow-label" x={label.x} y={label.y} dy="0.32em" textAnchor="end">
                  {words}
                </text>
              ),
            )}
            <FlowMarkers view={view} drawn={drawn} box={box} />
            {pointed && (
              <line
                className="ruler"
                x1={drawn.dayX[place]}
                x2={drawn.dayX[place]}
                y1={margins.top}
                y2={box.height - margins.bottom}
              />
            )}
          </svg>
        )}
      </div>
      {drawn !== null && drawn.base > 0 && (
        <p className="subtle small">
          The axis begins at {drawn.base.toLocaleString('en')}: so many were done on every day that is shown.
        </p>
      )}
      <FlowReading view={view} place={place} isNewest={!pointed} filters={filters} looks={looks} change={change} />
    </div>
  );
}
