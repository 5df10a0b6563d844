import { useState, type ReactElement } from 'react';
import type { FieldEditorProps } from './field-editor';

/** The compact form for Jira's create dialog: Jira takes the value with the rest of the form. */
export function FieldSelect({ kind, choices, current, submit }: FieldEditorProps): ReactElement {
  const [value, setValue] = useState(current ?? '');
  return (
    <div className="field-select">
      <select
        className="select"
        aria-label={kind.name}
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          submit(event.target.value === '' ? null : event.target.value);
        }}
      >
        <option value="">Not set</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {kind.meanings[value] !== undefined && <span className="subtle small">{kind.meanings[value]}</span>}
    </div>
  );
}
