import type { ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { Figures } from '../../chart/figures';
import { daysWords } from './flow-words';

interface Three {
  readonly now: number | null;
  readonly week: number | null;
  readonly month: number | null;
}

const count = (n: number): string => n.toLocaleString('en');
const tenths = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: 1 });

function earlier({ week, month }: Three, words: (n: number) => string): string | undefined {
  const parts = [
    ...(week === null ? [] : [`7 days ago ${words(week)}`]),
    ...(month === null ? [] : [`30 days ago ${words(month)}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function figure(label: string, three: Three, words: (n: number) => string, shortly = words) {
  const detail = earlier(three, shortly);
  const value = three.now === null ? 'None' : words(three.now);
  return detail === undefined ? { label, value } : { label, value, detail };
}

/** What a flow comes to in a few numbers, with what they were. */
export function FlowFigures({ view: { summary } }: { view: FlowView }): ReactElement {
  const { open, inProgress, averageAge, arrivals, departures, backward } = summary;
  return (
    <Figures
      items={[
        figure('Open', open, count),
        figure('In progress', inProgress, count),
        figure('Came in 30 days', arrivals, count),
        figure('Went in 30 days', departures, count),
        figure('Average age', averageAge, daysWords, tenths),
        { label: 'Moved back in 30 days', value: count(backward) },
      ]}
    />
  );
}
