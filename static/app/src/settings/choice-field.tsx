import type { ReactElement } from 'react';
import type { SettingsProblem } from '../../../../src/contracts/settings';
import { FieldProblem, hasProblem, problemId } from './field-problem';

interface Props<Value extends string> {
  readonly label: string;
  readonly path: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly problems: readonly SettingsProblem[];
}

/** One of a few values. One that is no longer offered stays visible, so that it can be seen and changed. */
export function ChoiceField<Value extends string>({
  label,
  path,
  value,
  choices,
  onChange,
  problems,
}: Props<Value>): ReactElement {
  const invalid = hasProblem(problems, path);
  return (
    <>
      <select
        className="select"
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={invalid ? problemId(path) : undefined}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {!choices.some((choice) => choice.value === value) && <option value={value}>{value} (no longer there)</option>}
      </select>
      <FieldProblem problems={problems} path={path} />
    </>
  );
}
