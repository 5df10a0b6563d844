import type { ReactElement } from 'react';
import type { OutlookView } from '../../../../../src/contracts/forecast';
import { ChartFrame } from '../../chart/chart-frame';
import { ForecastChart } from './forecast-chart';
import { dayAfter, daysShown } from './forecast-geometry';

interface Props {
  readonly outlook: OutlookView;
  readonly name: string;
  readonly restsOn: readonly string[];
}

/** The chances by day, with what they mean and rest on, and the same as a table. */
export function ForecastSection({ outlook, name, restsOn }: Props): ReactElement {
  const days = Array.from({ length: daysShown(outlook) }, (_, at) => at);
  const hundredths = (value: number | undefined): number => Math.round((value ?? 0) * 1000) / 10;
  return (
    <ChartFrame
      id="forecast"
      title={
        outlook.about === 'all-closed'
          ? 'Chance by day that all blockers have been closed'
          : 'Chance by day that no blocker is open'
      }
      file={`forecast-${name.replaceAll(/[^\w.-]/g, '-')}`}
      definition={
        <>
          <p>
            Of {outlook.runs.toLocaleString('en')} runs of the days to come, how many{' '}
            {outlook.about === 'all-closed' ? 'had a day up to this one at whose end (UTC)' : 'were such that at its end (UTC)'}{' '}
            no blocker was open: neither one of today&apos;s nor one that came since. In each run, every open blocker takes as
            long as a closed one of its severity took that lasted at least as long, and as many new ones come each day as on a
            past day drawn by chance.
          </p>
          {restsOn.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      }
      table={{
        columns: ['Day', 'All closed by then, in 100', 'None open that day, in 100', 'Open on average'],
        rows: days.map((at) => [
          ...[dayAfter(outlook.firstDay, at), hundredths(outlook.by[at]), hundredths(outlook.clear[at])],
          Math.round((outlook.open[at] ?? 0) * 100) / 100,
        ]),
      }}
    >
      <ForecastChart outlook={outlook} />
    </ChartFrame>
  );
}
