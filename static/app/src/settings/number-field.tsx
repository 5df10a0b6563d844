import type { ReactElement } from 'react';
import type { SettingsProblem } from '../../../../src/contracts/settings';
import { FieldProblem, hasProblem, problemId } from './field-problem';

interface Props {
  readonly label: string;
  readonly path: string;
  /** NaN shows as empty. */
  readonly value: number | null;
  /** Gets NaN where the field is empty or no number. */
  readonly onChange: (value: number) => void;
  readonly problems: readonly SettingsProblem[];
  readonly placeholder?: string;
}

/** A whole number with its problem beside it. */
export function NumberField({ label, path, value, onChange, problems, placeholder }: Props): ReactElement {
  const invalid = hasProblem(problems, path);
  return (
    <>
      <input
        className="input input-number"
        type="number"
        inputMode="numeric"
        min={0}
        step={1}
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={invalid ? problemId(path) : undefined}
        placeholder={placeholder}
        value={value === null || Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.target.value === '' ? Number.NaN : Number(event.target.value))}
      />
      <FieldProblem problems={problems} path={path} />
    </>
  );
}
