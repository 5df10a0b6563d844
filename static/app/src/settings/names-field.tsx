import { useState, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../src/contracts/settings';
import { namesOf } from './comma-names';
import { FieldProblem, hasProblem, problemId } from './field-problem';
import { problemsUnder } from './problems-under';

interface Props {
  /** Stands before the field; `about` is read out beside it. */
  readonly label: string;
  readonly about: string;
  readonly path: string;
  readonly names: readonly string[];
  readonly placeholder: string;
  readonly onChange: (names: string[]) => void;
  readonly problems: readonly SettingsProblem[];
}

/** A few names with commas between them. */
export function NamesField({ label, about, path, names, placeholder, onChange, problems }: Props): ReactElement {
  const [typed, setTyped] = useState(names.join(', '));
  // A comma that was just typed stays; names that came from elsewhere replace what was typed.
  const text = namesOf(typed).join(',') === names.join(',') ? typed : names.join(', ');
  const listed = problemsUnder(problems, path);
  const invalid = hasProblem(listed, path);
  return (
    <span className="names-field">
      <label className="names-label">
        <span className="row-words">{label}</span>
        <span className="unseen">{about}</span>
        <input
          className="input"
          aria-invalid={invalid}
          aria-describedby={invalid ? problemId(path) : undefined}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(namesOf(event.target.value));
          }}
        />
      </label>
      <FieldProblem problems={listed} path={path} />
    </span>
  );
}
