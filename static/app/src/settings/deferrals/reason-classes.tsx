import { useRef, type ReactElement } from 'react';
import { AddForm } from '../add-form';
import { moved, replaced, without } from '../edit-settings';
import { FieldProblem } from '../field-problem';
import { MoveButtons, RemoveButton } from '../row-buttons';
import { TextField } from '../text-field';
import type { SettingsEditor } from '../use-settings';
import { changeDeferrals, withReason } from './deferral-policy';

/** Classes of reasons, in the order in which they are offered. */
export function ReasonClasses({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { reasons } = draft.deferrals;
  const adder = useRef<HTMLInputElement>(null);
  const set = (changed: typeof reasons): void => edit(changeDeferrals({ reasons: changed }));
  return (
    <>
      <ol className="rows" aria-label="Reasons to choose from">
        {reasons.map(({ key, name }, at) => (
          <li key={key} className="row">
            <TextField
              label={`Reason ${at + 1}`}
              path={`deferrals.reasons.${at}.name`}
              value={name}
              maxLength={80}
              onChange={(text) => set(replaced(reasons, at, { name: text }))}
              problems={problems}
            />
            <span className="row-end">
              <MoveButtons
                what={name}
                isFirst={at === 0}
                isLast={at === reasons.length - 1}
                onMove={(by) => set(moved(reasons, at, by))}
              />
              <RemoveButton
                what={name}
                onClick={() => {
                  set(without(reasons, at));
                  adder.current?.focus();
                }}
              />
            </span>
            <FieldProblem problems={problems} path={`deferrals.reasons.${at}.key`} />
          </li>
        ))}
      </ol>
      <AddForm
        ref={adder}
        label="Another reason"
        placeholder="e.g. Waits for a certificate"
        maxLength={80}
        add={(name) => set(withReason(reasons, name))}
      >
        Add a reason
      </AddForm>
      <FieldProblem problems={problems} path="deferrals.reasons" />
    </>
  );
}
