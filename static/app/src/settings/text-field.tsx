import { forwardRef } from 'react';
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
}

/** One line of text with its problem beside it. */
export const TextField = forwardRef<HTMLInputElement, Props>(function TextField(
  { label, path, value, maxLength, onChange, problems, placeholder },
  ref,
) {
  const invalid = hasProblem(problems, path);
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
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldProblem problems={problems} path={path} />
    </>
  );
});
