import CrossIcon from '@atlaskit/icon/core/cross';
import { useRef, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../src/contracts/settings';
import { AddForm } from './add-form';
import { FieldProblem } from './field-problem';

interface Props {
  readonly what: string;
  /** What one of them is called, e.g. `work type`. */
  readonly one: string;
  readonly hint: string;
  readonly maxLength: number;
  readonly names: readonly string[];
  readonly path: string;
  readonly onChange: (names: string[]) => void;
  readonly problems: readonly SettingsProblem[];
}

/** Names, each with a button that removes it, and a field for another. */
export function NameList({ what, one, hint, maxLength, names, path, onChange, problems }: Props): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const remove = (removed: string): void => {
    onChange(names.filter((other) => other !== removed));
    input.current?.focus();
  };
  return (
    <>
      <ul className="names" aria-label={what}>
        {names.map((name) => (
          <li key={name}>
            {name}
            <button type="button" aria-label={`Remove ${name}`} onClick={() => remove(name)}>
              <CrossIcon label="" size="small" />
            </button>
          </li>
        ))}
        {names.length === 0 && <li className="subtle name-none">None</li>}
      </ul>
      <AddForm
        ref={input}
        label={`New ${one}: ${what}`}
        placeholder={hint}
        maxLength={maxLength}
        add={(name) => (names.includes(name) ? undefined : onChange([...names, name]))}
      >
        Add
      </AddForm>
      <FieldProblem problems={problems} path={path} />
      {names.map((name, at) => (
        <FieldProblem key={name} problems={problems} path={`${path}.${at}`} />
      ))}
    </>
  );
}
