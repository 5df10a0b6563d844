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
  /**
   * What somebody may choose next: the one that their pointer or their focus is on, then the others. None when it has left, or has chosen.
   */
  readonly onNear?: (values: readonly Value[]) => void;
}

/** One of a few, as a row of buttons. */
export function Choice<Value extends string>({ label, options, value, onChange, onNear }: Props<Value>): ReactElement {
  const others = options.flatMap((option) => (option.value === value ? [] : [option.value]));
  const near = (first: Value): void => onNear?.([...new Set([first, ...others])].filter((one) => one !== value));
  const away = (): void => onNear?.([]);
  const choose = (chosen: Value): void => {
    away();
    onChange(chosen);
  };
  return (
    <div className="choice" role="group" aria-label={label} onPointerLeave={away} onBlur={away}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onPointerEnter={() => near(option.value)}
          onFocus={({ target }) => target.matches(':focus-visible') && near(option.value)}
          onClick={() => choose(option.value)}
        >
          {option.label}
          {option.count !== undefined && <span className="choice-count"> {option.count.toLocaleString('en')}</span>}
        </button>
      ))}
    </div>
  );
}
