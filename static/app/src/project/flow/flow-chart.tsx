import { useMemo, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { dayName } from '../../chart/axes';
import { useWalk } from '../../chart/use-walk';
import { usePage } from '../../shared/page-context';
import { useWidth } from '../../shared/use-width';
import { bandLooks } from './band-colors';
import { FlowDrawing } from './flow-drawing';
import type { FlowFilters } from './flow-filters';
import { dayAt, flowGeometry, layerAt, type FlowBox } from './flow-geometry';
import { FlowReading } from './flow-reading';
import { dayWords } from './flow-words';
import { dayNumber, zoomAround, zoomBetween, type Zoom } from './flow-zoom';
import { useBrush } from './use-brush';
import { ZoomLine } from './zoom-line';

/** A point of a flow: a band at a day (since 1970); no band stands for all that is open. */
export interface FlowPoint {
  readonly day: number;
  readonly band: string | null;
}

interface Props {
  /** The days that are looked at. */
  readonly view: FlowView;
  /** All days that there are. */
  readonly all: FlowView;
  readonly filters: FlowFilters;
  readonly change: (filters: Partial<FlowFilters>) => void;
  readonly onChoose: (point: FlowPoint) => void;
}

const margins = { left: 44, right: 10, top: 50, bottom: 30 };
const height = { wide: 380, narrow: 290 };
const firstWidth = 640;
const zoomKeys = new Map<string, 'in' | 'out'>([
  ...[['+', 'in'] as const, ['=', 'in'] as const],
  ...[['-', 'out'] as const, ['_', 'out'] as const],
]);

/**
 * The bands of a flow, stacked by day. Pointer or arrow keys read a point; a click or Enter shows what is behind it. Dragging, plus and
 * minus change which days are shown.
 */
export function FlowChart({ view, all, filters, change, onChoose }: Props): ReactElement {
  const { ref, width } = useWidth<HTMLDivElement>(firstWidth);
  const { format } = usePage();
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
  const { brush, move, wasDragged, ...brushing } = useBrush(
    (event) => under(event)?.place ?? null,
    ({ from, to }) => {
      const zoom = zoomBetween(view, from, to);
      if (zoom !== null) change({ zoom });
    },
  );
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const found = under(event);
    if (found !== null) point((found.layer ?? layer) * days + found.place);
    move(event);
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const found = wasDragged() ? null : under(event);
    if (found !== null && found.layer !== null) onChoose(pointAt(found.layer * days + found.place));
  };
  const show = (zoom: Zoom | null): void => {
    change({ zoom });
    const [first, last] = zoom === null ? [all.firstDay, all.firstDay + all.days - 1] : zoom.map(dayNumber);
    if (first !== undefined && last !== undefined) point(layer * (last - first + 1) + view.firstDay + place - first);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = zoomKeys.get(event.key);
    if (event.ctrlKey || event.metaKey || event.altKey || direction === undefined) return props.onKeyDown(event);
    event.preventDefault();
    show(zoomAround(view, place, direction, all));
  };
  const isLatest = view.firstDay + days - 1 === view.today;
  return (
    <div className="flow-chart">
      <div
        ref={ref}
        className="chart-walk"
        {...props}
        {...brushing.props}
        role="slider"
        tabIndex={0}
        aria-valuenow={at}
        aria-label="Defects by day and band; left and right change the day, up and down the band, Enter lists the defects, plus and minus zoom"
        aria-valuetext={`${format.date(dayName(view.firstDay + place))}: ${dayWords(view, place, layers[layer]?.id ?? null)}`}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onClick={onClick}
      >
        {drawn === null ? (
          <p className="subtle nothing">All bands are hidden. Choose one below.</p>
        ) : (
          <FlowDrawing {...{ view, drawn, box, looks, filters, place, layer, pointed, brush }} />
        )}
      </div>
      <ZoomLine
        view={view}
        all={all}
        onAll={() => {
          show(null);
          ref.current?.focus();
        }}
      />
      {drawn !== null && drawn.base > 0 && (
        <p className="subtle small">
          The axis begins at {drawn.base.toLocaleString('en')}: so many were done on every day that is shown.
        </p>
      )}
      <FlowReading view={view} place={place} isNow={!pointed && isLatest} filters={filters} looks={looks} change={change} />
    </div>
  );
}
