import { useRef, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../src/contracts/settings';
import { AddForm } from './add-form';
import { moved, replaced, withReason, without, type Reason } from './edit-settings';
import { FieldProblem } from './field-problem';
import { MoveButtons, RemoveButton } from './row-buttons';
import { TextField } from './text-field';

interface Props {
  /** What the list is called: "Reasons to choose from". */
  readonly list: string;
  readonly path: string;
  readonly reasons: readonly Reason[];
  readonly placeholder: string;
  readonly onChange: (reasons: Reason[]) => void;
  readonly problems: readonly SettingsProblem[];
}

/** Classes of reasons, in the order in which they are offered. */
export function ReasonClasses({ list, path, reasons, placeholder, onChange, problems }: Props): ReactElement {
  const adder = useRef<HTMLInputElement>(null);
  return (
    <>
      <ol className="rows" aria-label={list}>
        {reasons.map(({ key, name }, at) => (
          <li key={key} className="row">
            <TextField
              label={`Reason ${at + 1}: ${list}`}
              path={`${path}.${at}.name`}
              value={name}
              maxLength={80}
              onChange={(text) => onChange(replaced(reasons, at, { name: text }))}
              problems={problems}
            />
            <span className="row-end">
              <MoveButtons
                what={name}
                isFirst={at === 0}
                isLast={at === reasons.length - 1}
                onMove={(by) => onChange(moved(reasons, at, by))}
              />
              <RemoveButton
                what={name}
                onClick={() => {
                  onChange(without(reasons, at));
                  adder.current?.focus();
                }}
              />
            </span>
            <FieldProblem problems={problems} path={`${path}.${at}.key`} />
          </li>
        ))}
      </ol>
      <AddForm
        ref={adder}
        label={`Another reason: ${list}`}
        placeholder={placeholder}
        maxLength={80}
        add={(name) => onChange(withReason(reasons, name))}
      >
        Add a reason
      </AddForm>
      <FieldProblem problems={problems} path={path} />
    </>
  );
}
