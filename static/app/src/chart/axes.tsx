import type { ReactElement } from 'react';
import { usePage } from '../shared/page-context';
import type { DayTick, YTick } from './axis-geometry';

export { dayName, dayTicks, yTicks } from './axis-geometry';
export type { DayTick, YTick } from './axis-geometry';

/** A vertical axis: a line across at each tick, its words left of it. @param left, right between which pixels the lines run */
export function YAxis({ ticks, left, right }: { ticks: readonly YTick[]; left: number; right: number }): ReactElement {
  return (
    <g className="axes">
      {ticks.map(({ value, y, words }) => (
        <g key={value}>
          <line x1={left} x2={right} y1={y} y2={y} />
          <text x={left - 6} y={y} dy="0.32em" textAnchor="end">
            {words ?? value.toLocaleString('en')}
          </text>
        </g>
      ))}
    </g>
  );
}

type XTick = DayTick | { readonly x: number; readonly words: string };

/** The words of a horizontal axis: days, or what the ticks say; the outer ones stay within the chart. @param y of their base line */
export function XAxis({ ticks, y }: { ticks: readonly XTick[]; y: number }): ReactElement {
  const { format } = usePage();
  const anchor = (at: number): 'start' | 'middle' | 'end' => (at === 0 ? 'start' : at === ticks.length - 1 ? 'end' : 'middle');
  return (
    <g className="axes">
      {ticks.map((tick, at) => (
        <text key={tick.x} x={tick.x} y={y} textAnchor={anchor(at)}>
          {'words' in tick ? tick.words : tick.withYear ? format.date(tick.day) : format.shortDate(tick.day)}
        </text>
      ))}
    </g>
  );
}
