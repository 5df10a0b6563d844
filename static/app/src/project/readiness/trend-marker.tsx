import type { ReactElement } from 'react';

interface Props {
  readonly x: number | null;
  readonly words: string;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}

const edge = 40;

/** A day that matters, as a dashed line with its name above. */
export function TrendMarker({ x, words, top, bottom, width }: Props): ReactElement | null {
  if (x === null) return null;
  const anchor = x > width - edge ? 'end' : x < edge ? 'start' : 'middle';
  return (
    <g className="marker">
      <line x1={x} x2={x} y1={top - 6} y2={bottom} />
      <text x={x} y={top - 10} textAnchor={anchor}>
        {words}
      </text>
    </g>
  );
}
