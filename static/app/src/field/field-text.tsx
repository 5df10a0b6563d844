import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { FieldEditorProps } from './field-editor';

/** For when the values cannot be listed: the field still takes one. */
export function FieldText({ kind, current, submit }: FieldEditorProps): ReactElement {
  const [value, setValue] = useState(current ?? '');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    submit(value.trim() === '' ? null : value.trim());
  };
  return (
    <form className="stack stack-tight" onSubmit={save}>
      <span className="inline">
        <input
          className="input"
          aria-label={kind.name}
          maxLength={80}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <Button type="submit" appearance="primary">
          Save
        </Button>
      </span>
      <span className="subtle small">Holdpoint cannot list the values just now. Write one as it stands in the settings.</span>
    </form>
  );
}
