import { memo, type ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { rateGeometry, rateWords } from './flow-rates';

interface Props {
  readonly view: FlowView;
  readonly dayX: readonly number[];
  /** The day that is read. */
  readonly place: number;
  readonly left: number;
  /** Where its words stand; the lines run below them. */
  readonly top: number;
  readonly bottom: number;
}

const words = 22;
const keyWidth = 22;
const letterWidth = 6.5;

/** How many came and went a day, as two lines under the bands, with their numbers. */
export const RatesPanel = memo(function RatesPanel({ view, dayX, place, left, top, bottom }: Props): ReactElement {
  const { came, went, cameLine, wentLine, yTicks } = rateGeometry(view, dayX, top + words, bottom);
  const first = `${rateWords(came[place] ?? 0)} came a day`;
  const next = left + keyWidth + first.length * letterWidth + 16;
  const number = rateWords(went[place] ?? 0);
  const fits = next + keyWidth + `${number} went a day`.length * letterWidth < (dayX.at(-1) ?? 0);
  const second = fits ? `${number} went a day` : `${number} went`;
  return (
    <g className="flow-rates">
      <g className="axes">
        {yTicks.map(({ value, y }) => (
          <g key={value}>
            <line x1={left} x2={dayX.at(-1)} y1={y} y2={y} />
            <text x={left - 6} y={y} dy="0.32em" textAnchor="end">
              {value}
            </text>
          </g>
        ))}
      </g>
      <path className="flow-came" d={cameLine} />
      <path className="flow-went" d={wentLine} />
      <g className="flow-rate-words">
        <path className="flow-came" d={`M${left},${top + 8}h16`} />
        <text x={left + keyWidth} y={top + 12}>
          {first}
        </text>
        <path className="flow-went" d={`M${next},${top + 8}h16`} />
        <text x={next + keyWidth} y={top + 12}>
          {second}
        </text>
      </g>
    </g>
  );
});
