import { memo, type ReactElement } from 'react';
import type { FlowMarker, FlowView } from '../../../../../src/contracts/flow';
import type { FlowBox, FlowGeometry } from './flow-geometry';

interface Props {
  readonly view: FlowView;
  readonly drawn: FlowGeometry;
  readonly box: FlowBox;
  /** Whether releases, freezes and deployments are marked; moves back always are. */
  readonly withEvents: boolean;
}

const letterWidth = 7;
const gap = 8;

/** Releases and freezes as dashed lines, with their names where there is room; deployments as marks above the chart; moves back as dots below it. */
export const FlowMarkers = memo(function FlowMarkers({ view, drawn, box, withEvents }: Props): ReactElement {
  const { top, height, bottom } = box;
  const floor = height - bottom;
  return (
    <>
      <g className="marker">
        {(withEvents ? placed(view, drawn, box) : []).map(({ key, x, anchor, name }) => (
          <g key={key}>
            <line x1={x} x2={x} y1={top - 8} y2={floor} />
            {name !== null && (
              <text x={x} y={top - 12} textAnchor={anchor}>
                {name}
              </text>
            )}
          </g>
        ))}
      </g>
      {view.markers
        .filter(({ kind }) => withEvents && kind === 'deployment')
        .map(({ day, name }) => (
          <path key={`${day} ${name}`} className="flow-deployment" d={`M${drawn.xOf(day)} ${top}l-4 -7h8z`} />
        ))}
      {view.backward.map((count, place) =>
        count === 0 ? null : <circle key={place} className="flow-backward" cx={drawn.dayX[place]} cy={floor + 5} r={2.5} />,
      )}
    </>
  );
});

/** What stands after the name of a release beside its line. */
const said: Partial<Readonly<Record<FlowMarker['kind'], string>>> = {
  freeze: ' freeze planned',
  frozen: ' frozen',
  unfrozen: ' freeze ends',
};

interface Placed {
  readonly key: string;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly name: string | null;
}

/** Names stand from the newest back, as long as they do not run into each other. */
function placed({ markers }: FlowView, { xOf }: FlowGeometry, { left, width, right }: FlowBox): Placed[] {
  let free = Infinity;
  return markers
    .filter(({ kind }) => kind !== 'deployment')
    .reverse()
    .map(({ day, name, kind }) => {
      const x = xOf(day);
      const words = `${name}${said[kind] ?? ''}`;
      const wide = words.length * letterWidth;
      const anchor = x + wide / 2 > width - right ? 'end' : x - wide / 2 < left ? 'start' : 'middle';
      const from = anchor === 'end' ? x - wide : anchor === 'start' ? x : x - wide / 2;
      const fits = from + wide + gap < free;
      if (fits) free = from;
      return { key: `${day} ${kind} ${name}`, x, anchor, name: fits ? words : null };
    });
}
