import { useMemo, type PointerEvent, type ReactElement } from 'react';
import type { RepairGroup } from '../../../../../src/contracts/repair';
import { XAxis, YAxis } from '../../chart/axes';
import { useWalk } from '../../chart/use-walk';
import { useWidth } from '../../shared/use-width';
import { daysWords, readingWords } from './repair-words';
import { survivalGeometry, type SurvivalGeometry } from './survival-geometry';

const box = { height: 260, left: 46, right: 12, top: 12, bottom: 26 };
const firstWidth = 520;

/** The share that is not repaired yet by days since the detection, with its interval; pointer or arrow keys read a day. */
export function RepairChart({ groups }: { groups: readonly RepairGroup[] }): ReactElement {
  const { ref, width } = useWidth<HTMLDivElement>(firstWidth);
  const drawn = useMemo(() => survivalGeometry(groups, { ...box, width }), [groups, width]);
  const readAt = drawn?.readAt ?? [];
  const { at, pointed, point, props } = useWalk({ count: readAt.length, initial: Math.round(readAt.length / 4) });
  const days = readAt[at] ?? 0;
  const readings = readingWords(groups, days);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drawn === null) return;
    const across = event.clientX - event.currentTarget.getBoundingClientRect().left - box.left;
    const share = across / (width - box.left - box.right);
    point(Math.round(Math.max(0, Math.min(1, share)) * (readAt.length - 1)));
  };
  return (
    <div>
      <div
        ref={ref}
        className="chart-walk"
        {...props}
        aria-label="Share that is not repaired yet by days since the detection; arrow keys read other days"
        aria-valuetext={`After ${daysWords(days)} not repaired: ${readings.join(', ')}`}
        onPointerMove={onPointerMove}
      >
        <svg className="chart-svg" width={width} height={box.height} aria-hidden="true">
          {drawn !== null && (
            <>
              <YAxis ticks={drawn.yTicks} left={box.left} right={width - box.right} />
              <XAxis ticks={drawn.xTicks} y={box.height - 6} />
              <Curves drawn={drawn} groups={groups} />
              {pointed && (
                <line className="ruler" x1={drawn.x(days)} x2={drawn.x(days)} y1={box.top} y2={box.height - box.bottom} />
              )}
            </>
          )}
        </svg>
      </div>
      <p className="repair-reading" aria-hidden="true">
        Not repaired after <strong>{daysWords(days)}</strong>
        {readings.map((words, n) => (
          <span key={groups[n]?.stage.key} className="inline">
            <CurveKey n={n} />
            {words}
          </span>
        ))}
      </p>
    </div>
  );
}

function Curves({ drawn, groups }: { drawn: SurvivalGeometry; groups: readonly RepairGroup[] }): ReactElement {
  const { curves, x, y, days } = drawn;
  return (
    <>
      {curves.map(({ band }, n) => (
        <path key={groups[n]?.stage.key} className={`repair-band curve-${n}`} d={band} />
      ))}
      {curves.map(({ edge }, n) => (
        <path key={groups[n]?.stage.key} className={`repair-edge curve-${n}`} d={edge} />
      ))}
      {groups.map(({ stage, repair: { median } }, n) =>
        median === null || median > days ? null : (
          <g key={stage.key} className={`repair-median curve-${n}`} data-median={stage.key}>
            <circle cx={x(median)} cy={y(0.5)} r={4.5} />
            <text x={x(median) + 8} y={y(0.5) + (n === 0 ? 16 : -8)}>
              {stage.name}: half after {daysWords(median)}
            </text>
          </g>
        ),
      )}
    </>
  );
}

/** How a curve is drawn: its colour and its dashes. */
export function CurveKey({ n }: { n: number }): ReactElement {
  return (
    <svg className="curve-key" width="24" height="10" aria-hidden="true">
      <line className={`repair-edge curve-${n}`} x1="0" x2="24" y1="5" y2="5" />
    </svg>
  );
}
