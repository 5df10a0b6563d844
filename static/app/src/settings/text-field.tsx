import { forwardRef, useId } from 'react';
import type { SettingsProblem } from '../../../../src/contracts/settings';
import { FieldProblem, hasProblem, problemId } from './field-problem';

interface Props {
  readonly label: string;
  readonly path: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
  readonly problems: readonly SettingsProblem[];
  readonly placeholder?: string;
  /** What may be meant, offered while typing. */
  readonly suggestions?: readonly string[];
}

/** One line of text with its problem beside it. */
export const TextField = forwardRef<HTMLInputElement, Props>(function TextField(
  { label, path, value, maxLength, onChange, problems, placeholder, suggestions = [] },
  ref,
) {
  const invalid = hasProblem(problems, path);
  const listId = useId();
  return (
    <>
      <input
        ref={ref}
        className="input input-text"
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={invalid ? problemId(path) : undefined}
        placeholder={placeholder}
        maxLength={maxLength}
        list={suggestions.length === 0 ? undefined : listId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      <FieldProblem problems={problems} path={path} />
    </>
  );
});
