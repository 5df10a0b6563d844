import type { ReactElement } from 'react';
import { Choice } from '../shared/choice';

const rangeNames = {
  ...{ '7': '7 days', '30': '30 days', '90': '90 days', '180': '180 days', '365': '1 year', all: 'All' },
} as const;
/** How many days back a chart reaches; all: from the first defect on. */
type Range = keyof typeof rangeNames;

interface Props<Own extends Range> {
  readonly ranges: readonly Own[];
  /** Null where other days are shown. */
  readonly value: Own | null;
  readonly onChange: (range: Own) => void;
  /** What may be chosen next, see {@link Choice}. */
  readonly onNear?: (ranges: readonly Own[]) => void;
}

export function RangeChoice<Own extends Range>({ ranges, ...choice }: Props<Own>): ReactElement {
  const options = ranges.map((range) => ({ value: range, label: rangeNames[range] }));
  return <Choice label="How far back" options={options} {...choice} />;
}
