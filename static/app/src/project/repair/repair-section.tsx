import { useMemo, type ReactElement } from 'react';
import type { RepairView } from '../../../../../src/contracts/repair';
import { ChartFrame } from '../../chart/chart-frame';
import type { ChartTable } from '../../chart/table';
import { RepairChart } from './repair-chart';

const colors = ['var(--chart-1)', 'var(--chart-4)'] as const;

/** The chart with its title, its definition, its table and its files. */
export function RepairSection({ view }: { view: RepairView }): ReactElement {
  const { groups } = view;
  const table = useMemo(() => tableOf(view), [view]);
  return (
    <ChartFrame
      id="repair"
      title="How long repairs take"
      definition={<Definition />}
      table={table}
      file={`${view.project.key}-repair-${view.now.slice(0, 10)}`}
      legend={groups.map(({ stage }, n) => ({ label: stage.name, color: colors[n] ?? '' }))}
    >
      {groups.every(({ defects, incidents }) => defects + incidents === 0) ? (
        <p className="subtle nothing">Nothing to draw: nothing was detected in these environments in this time.</p>
      ) : (
        <RepairChart groups={groups} />
      )}
    </ChartFrame>
  );
}

function Definition(): ReactElement {
  return (
    <>
      <p>
        A curve says which share is not repaired yet so many days after the detection (Kaplan and Meier’s estimate). What is still
        open is not left out: it counts among what is not repaired for as long as it has lasted. The shade is the 95 % interval:
        the wider, the less the curve says.
      </p>
      <p>
        Detected: when the defect was created, or seen first where that is earlier. Repaired: when it came to its end. It belongs
        to the environment that Detected in names, or else to the one where it was seen first. Incidents that pipelines told of
        count where no defect stands for them.
      </p>
      <p>
        A curve ends where fewer than three, or than 5 of 100, are left. The two are compared by the log-rank test, which asks how
        often chance alone would set them so far apart.
      </p>
    </>
  );
}

function tableOf({ groups }: RepairView): ChartTable {
  return {
    columns: ['Environment', 'Days since the detection', 'Not repaired, %', 'At least, %', 'At most, %', 'Lasted until then'],
    rows: groups.flatMap(({ stage, curve }) =>
      curve.map(({ days, share, lower, upper, atRisk }) => [
        ...[stage.name, rounded(days), rounded(share * 100), rounded(lower * 100), rounded(upper * 100), atRisk],
      ]),
    ),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
