import type { ReactElement } from 'react';

interface Props<Value extends string> {
  /** What is chosen, for a screen reader. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, as a row of buttons. */
export function Choice<Value extends string>({ label, options, value, onChange }: Props<Value>): ReactElement {
  return (
    <div className="choice" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.label}
        </button>
      ))}
    </div>
  );
}

/** How many days back a chart reaches; all: from the first defect on. */
export const ranges = ['30', '90', '180', '365', 'all'] as const;
export type Range = (typeof ranges)[number];

const rangeNames: Readonly<Record<Range, string>> = {
  ...{ '30': '30 days', '90': '90 days', '180': '180 days', '365': '1 year', all: 'All' },
};
const rangeOptions = ranges.map((value) => ({ value, label: rangeNames[value] }));

export function RangeChoice({ value, onChange }: { value: Range; onChange: (range: Range) => void }): ReactElement {
  return <Choice label="How far back" options={rangeOptions} value={value} onChange={onChange} />;
}
