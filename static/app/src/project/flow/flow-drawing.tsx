import { memo, useId, type ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { XAxis, YAxis } from '../../chart/axes';
import type { BandLook } from './band-colors';
import type { FlowBox, FlowGeometry } from './flow-geometry';
import { FlowMarkers } from './flow-markers';
import { lawTriangle } from './law-triangle';
import { papers, PaperPatterns } from './paper-patterns';
import { RatesPanel } from './rates-panel';
import type { FlowFilters } from './flow-filters';
import type { Brush } from './use-brush';

interface Props {
  readonly view: FlowView;
  readonly drawn: FlowGeometry;
  readonly box: FlowBox;
  readonly looks: ReadonlyMap<string, BandLook>;
  readonly filters: FlowFilters;
  /** The point that is read, and whether somebody points at it. */
  readonly place: number;
  readonly layer: number;
  readonly pointed: boolean;
  readonly brush: Brush | null;
}

/** Above it: the words of the rates; below it: their lines. */
const ratesHeight = 92;

/** The picture of a flow: its bands, and what is drawn beside them. */
export function FlowDrawing(props: Props): ReactElement {
  const { view, drawn, box, filters, place, layer, pointed, brush } = props;
  const { dayX } = drawn;
  const withRates = !filters.without.includes('rates');
  const height = box.height + (withRates ? ratesHeight : 0);
  const law = pointed && !filters.asShare && !filters.without.includes('law') ? lawTriangle(view, drawn, place) : null;
  return (
    <svg className="chart-svg" width={box.width} height={height} viewBox={`0 0 ${box.width} ${height}`} aria-hidden="true">
      <g className="axes">
        <text x={0} y={10}>
          {filters.asShare ? 'Per cent of the bands shown, at the end of each day' : 'Defects at the end of each day'}
        </text>
      </g>
      <YAxis ticks={drawn.yTicks} left={box.left} right={box.width - box.right} />
      <XAxis ticks={drawn.xTicks} y={box.height - 6} />
      <Bands {...props} layer={pointed ? layer : null} withBack={!filters.without.includes('back')} />
      <FlowMarkers view={view} drawn={drawn} box={box} withEvents={!filters.without.includes('events')} />
      {law !== null && <path className="flow-triangle" d={law} />}
      {withRates && <RatesPanel view={view} dayX={dayX} place={place} left={box.left} top={box.height + 6} bottom={height - 8} />}
      {pointed && (
        <line
          className="ruler"
          x1={dayX[place]}
          x2={dayX[place]}
          y1={box.top}
          y2={withRates ? height - 8 : box.height - box.bottom}
        />
      )}
      {brush !== null && (
        <rect
          className="flow-brush"
          x={Math.min(dayX[brush.from] ?? 0, dayX[brush.to] ?? 0)}
          width={Math.abs((dayX[brush.to] ?? 0) - (dayX[brush.from] ?? 0))}
          y={box.top}
          height={box.height - box.bottom - box.top}
        />
      )}
    </svg>
  );
}

const Bands = memo(function Bands({
  drawn,
  looks,
  layer,
  withBack,
}: Pick<Props, 'drawn' | 'looks'> & { layer: number | null; withBack: boolean }): ReactElement {
  const hatch = useId();
  const paper = useId();
  const back = useId();
  const order = [...looks.keys()];
  return (
    <>
      <PaperPatterns id={paper} />
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="flow-hatch" x1="0" x2="0" y1="0" y2="6" />
        </pattern>
        <pattern id={back} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-30)">
          <line className="flow-back-line" x1="0" x2="0" y1="0" y2="5" />
        </pattern>
      </defs>
      {drawn.layers.map(({ id, area, edge, fallen, below }, n) => {
        const look = looks.get(id);
        const stroke = { stroke: look?.color };
        return (
          <g key={id} className={n === layer ? 'flow-layer flow-layer-pointed' : 'flow-layer'}>
            <path className="flow-area" d={area} style={{ fill: look?.color }} />
            {look?.hatched === true && <path d={area} style={{ fill: `url(#${hatch})` }} />}
            <path className="on-paper-only" d={area} style={{ fill: `url(#${paper}-${order.indexOf(id) % papers})` }} />
            {withBack && below !== '' && <path className="flow-below" d={below} style={{ fill: `url(#${back})` }} />}
            <path className="flow-edge" d={edge} style={stroke} />
            {fallen !== '' && <path className="flow-edge flow-fallen" d={fallen} style={stroke} />}
          </g>
        );
      })}
      {drawn.layers.map(({ id, name, label }) =>
        label === null ? null : (
          <text key={id} className="flow-label" x={label.x} y={label.y} dy="0.32em" textAnchor="end">
            {name}
          </text>
        ),
      )}
    </>
  );
});
