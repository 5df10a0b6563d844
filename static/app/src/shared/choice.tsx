import type { ReactElement } from 'react';
import './choice.css';

interface Props<Value extends string> {
  /** What is chosen, for a screen reader. */
  readonly label: string;
  /** `count`: how many there are under it. */
  readonly options: readonly { readonly value: Value; readonly label: string; readonly count?: number }[];
  /** Null: none of them. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** One of a few, as a row of buttons. */
export function Choice<Value extends string>({ label, options, value, onChange }: Props<Value>): ReactElement {
  return (
    <div className="choice" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.label}
          {option.count !== undefined && <span className="choice-count"> {option.count.toLocaleString('en')}</span>}
        </button>
      ))}
    </div>
  );
}
