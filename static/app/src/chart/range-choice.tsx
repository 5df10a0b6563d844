import type { ReactElement } from 'react';
import { Choice } from '../shared/choice';

/** How many days back a chart reaches; all: from the first defect on. */
export const ranges = ['30', '90', '180', '365', 'all'] as const;
export type Range = (typeof ranges)[number];

const rangeNames: Readonly<Record<Range, string>> = {
  ...{ '30': '30 days', '90': '90 days', '180': '180 days', '365': '1 year', all: 'All' },
};
const rangeOptions = ranges.map((value) => ({ value, label: rangeNames[value] }));

/** @param value null where other days are shown */
export function RangeChoice({ value, onChange }: { value: Range | null; onChange: (range: Range) => void }): ReactElement {
  return <Choice label="How far back" options={rangeOptions} value={value} onChange={onChange} />;
}
