import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, symbolWye, type SymbolType } from 'd3-shape';
import type { ReactElement } from 'react';
import type { AgingSeverity } from '../../../../../src/contracts/aging';

const shapes: Readonly<Record<AgingSeverity, SymbolType>> = {
  ...{ S1: symbolTriangle, S2: symbolDiamond, S3: symbolCircle, S4: symbolSquare, none: symbolWye },
};
/** In square pixels: one defect, and several with their number in it. */
const sizes = { one: 80, several: 240 };
const paths = new Map<string, string>();

function pathOf(severity: AgingSeverity, size: number): string {
  const name = `${severity} ${size}`;
  const known = paths.get(name) ?? symbol(shapes[severity], size)() ?? '';
  paths.set(name, known);
  return known;
}

interface Props {
  readonly severity: AgingSeverity;
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly isPointed: boolean;
  /** It was opened. */
  readonly isPinned?: boolean;
}

/** A dot of the chart: its shape and its colour tell the severity; where it stands for several, it has their number. */
export function DotShape({ severity, x, y, count, isPointed, isPinned = false }: Props): ReactElement {
  return (
    <g className={`dot layer-${severity}`} data-pointed={isPointed} data-count={count} transform={`translate(${x} ${y})`}>
      {isPinned && <circle className="dot-ring" r={12} />}
      <path d={pathOf(severity, count > 1 ? sizes.several : sizes.one)} />
      {count > 1 && (
        <text dy="0.34em" textAnchor="middle">
          {count}
        </text>
      )}
    </g>
  );
}

/** The same in a line of text. */
export function DotKey({ severity }: { severity: AgingSeverity }): ReactElement {
  return (
    <svg width="14" height="14" aria-hidden="true" className="dot-key">
      <DotShape severity={severity} x={7} y={7} count={1} isPointed={false} />
    </svg>
  );
}
